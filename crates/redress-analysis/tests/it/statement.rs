//! Statements out of posts: members, names, and which of them get figures.

use crate::world::{comment, corpus, original, repost, row, world, world_with};
use redress_analysis::{Gathered, Likeness, Params, Words, statements};
use redress_posts::{Corpus, PostKind};

const RUMOUR: &str = "取快递的那个女人和快递员有不正当关系";
const NEAR: &str = "取快递的那个女人和快递员有不正当关系吧";
const OTHER: &str = "今天天气很好适合出去走走";

#[test]
fn members_say_how_alike_they_are() {
    let w = world(&[
        comment("c", NEAR, "1").on(30),
        original("2", "取快递的那个女人，和快递员有不正当关系！").on(20),
        original("1", RUMOUR).on(10),
        repost("3", RUMOUR, "1").on(40),
        original("4", OTHER).on(0),
    ]);
    let statement = w.statements.find(&w.id("1")).unwrap();
    assert_eq!(statement.anchor, w.ix("1"));
    assert_eq!(statement.members, [w.ix("1"), w.ix("2"), w.ix("3"), w.ix("c/c")]);
    assert_eq!((statement.exact, statement.wordings), (2, 2));
    assert_eq!(statement.copies().near, [w.ix("c/c")]);
    let likeness = |native| w.statements.likeness(w.ix(native));
    assert_eq!(likeness("1"), Some(Likeness::Anchor));
    assert_eq!(likeness("2"), Some(Likeness::Exact));
    assert_eq!(likeness("c/c"), Some(Likeness::Near));
    assert_eq!(w.statements.shared_with_anchor(&w.corpus, w.ix("c/c")), Some((16, 17)));
    let [link] = statement.links.as_slice() else { panic!("one link joins two wordings") };
    assert_eq!((link.shared, link.union), (16, 17));
    // The longest first, then by time.
    assert_eq!(w.statements.list().iter().map(|s| s.members.len()).collect::<Vec<_>>(), [4, 1]);
    let card = w.statements.card(&w.corpus, statement);
    assert_eq!((card.posts, card.exact, card.near, card.anchor.as_str()), (4, 2, 1, "weibo/1"));
}

#[test]
fn single_comments_wait_until_a_person_names_them() {
    let rows = [
        original("1", RUMOUR),
        comment("c", "你怎么还有脸出门", "1").on(5),
        repost("2", "有没有人知道后来怎么样了", "1"),
        repost("3", "转发微博", "1"),
        original("4", "[图片]"),
        row(PostKind::Chat, "5", "好"),
    ];
    let w = world(&rows);
    // A picture and a short message are statements by themselves; what cannot be compared joins nothing.
    assert_eq!((w.statements.list().len(), w.statements.foremost().len()), (5, 3));
    assert_eq!((w.statements.singles, w.statements.wordless), (2, 3));
    assert_eq!(w.statements.of_post(w.ix("3")), None);
    assert_eq!(w.statements.of_post(w.ix("4")).unwrap().members, [w.ix("4")]);
    let insult = w.id("c/c");
    assert_eq!(w.measures.figure(&format!("{insult}.posts")), None);
    assert_eq!(w.claim("c/c", "act_date"), None);

    let w = world_with(&rows, &Params { always: [insult.clone()].into(), ..Params::default() });
    assert_eq!(w.id("c/c"), insult);
    assert_eq!(w.count("c/c", "posts"), Some(redress_base::Count::floor(1)));
    assert!(w.claim("c/c", "act_date").is_some());
    assert_eq!(w.count("1", "comments.captured"), Some(redress_base::Count::floor(1)));
    assert!(w.measures.findings.iter().all(|f| f.code != "analysis-figures-limited"));
}

/// Words that are taken in while the posts are still being read give the same statements, wherever the reading was cut.
#[test]
fn words_taken_in_part_by_part_give_the_same_statements() {
    let rows = [
        original("2", NEAR),
        original("1", RUMOUR),
        original("4", ""),
        comment("c", OTHER, "1"),
        repost("3", "", "1"),
    ];
    // A later row brings the words that the first sighting of a post did not have.
    let late = [original("4", RUMOUR), original("5", OTHER)];
    let params = Params::default();
    for cut in 0..=rows.len() {
        for (later, second) in [(false, &[][..]), (true, &late[..])] {
            let mut gathered = Gathered::new(&params);
            gathered.take(&Words::of(&corpus(&rows[..cut]), 0));
            gathered.take(&Words::of(&corpus(&rows), cut));
            let whole = corpus(&[&rows[..], second].concat());
            gathered.take(&Words::of(&whole, rows.len()));
            let found = gathered.statements(&whole);
            assert_eq!(found, statements(&whole, &params), "cut {cut}, later {later}");
            assert_eq!(found.list()[0].members.len(), if later { 3 } else { 2 });
        }
    }
    // Fewer posts were taken in than there are.
    let short = Gathered::new(&params).statements(&corpus(&rows));
    assert_eq!(short, statements(&corpus(&rows), &params));
}

/// Names come from the anchor's key: reading order, other files and copies do not change them.
#[test]
fn names_do_not_depend_on_the_order_of_reading() {
    let rows = [original("2", RUMOUR).on(20), original("1", RUMOUR).on(10), original("3", OTHER).on(5)];
    let forwards = world(&rows);
    let backwards = world(&rows.iter().rev().cloned().collect::<Vec<_>>());
    for native in ["1", "2", "3"] {
        assert_eq!(forwards.id(native), backwards.id(native));
    }
    assert_eq!(forwards.id("1"), forwards.id("2"));
    assert!(forwards.id("1").len() == 11 && forwards.id("1").starts_with("st-"));
}

/// An earlier post of the same statement changes its name; the old name still finds it.
#[test]
fn an_old_name_finds_its_statement() {
    let before = world(&[original("2", RUMOUR).on(20)]);
    let after = world(&[original("2", RUMOUR).on(20), original("1", RUMOUR).on(10)]);
    let old = before.id("2");
    assert_ne!(old, after.id("2"));
    assert_eq!(after.statements.find(&old), None);
    assert_eq!(after.statements.resolve(&after.corpus, &old).unwrap().id, after.id("2"));
    assert_eq!(after.statements.resolve(&after.corpus, "st-00000000"), None);
}

#[test]
fn undated_members_come_after_dated_ones() {
    let w = world(&[original("1", RUMOUR), original("2", RUMOUR).on(99), original("0", RUMOUR)]);
    assert_eq!(w.statements.list()[0].anchor, w.ix("2"));
    let undated = world(&[original("1", RUMOUR), original("0", RUMOUR)]);
    assert_eq!(undated.statements.list()[0].anchor, undated.ix("0"));
}

#[test]
fn only_the_foremost_get_figures_and_those_a_person_named() {
    let mut rows: Vec<_> =
        ('甲'..).take(9).map(|c| original(&c.to_string(), &c.to_string().repeat(9)).on(1)).collect();
    rows.push(original("丑", &"丑".repeat(9)).on(0).shows(redress_base::Unit::Views, 9));
    let few = Params { figures_for: 2, ..Params::default() };
    let w = world_with(&rows, &few);
    assert_eq!((w.measures.statements.len(), w.measures.statements_total), (2, 10));
    assert_eq!(w.measures.statements[0].anchor, "weibo/丑");
    assert_eq!(w.measures.findings[0].code, "analysis-figures-limited");
    let named = w.id(&('甲'..).nth(8).unwrap().to_string());
    assert!(w.measures.figure(&format!("{named}.posts")).is_none());
    let asked = Params { always: [named.clone()].into(), ..few };
    let w = world_with(&rows, &asked);
    assert_eq!(w.measures.statements.len(), 3);
    assert!(w.measures.figure(&format!("{named}.posts")).is_some());
}

#[test]
fn nothing_gives_nothing() {
    let w = world(&[]);
    assert!(w.statements.list().is_empty() && w.measures.figures.is_empty() && w.claims().is_empty());
    assert_eq!(statements(&Corpus::new(), &Params::default()).list().len(), 0);
    assert_eq!(corpus(&[]).posts().len(), 0);
}

/// What is stored reads back, and an unknown field is refused.
#[test]
fn measures_read_back() {
    let w =
        world(&[original("1", RUMOUR).on(3).shows(redress_base::Unit::Views, 3), repost("2", RUMOUR, "1")]);
    let text = serde_json::to_string(&w.measures).unwrap();
    assert_eq!(serde_json::from_str::<redress_analysis::Measures>(&text).unwrap(), w.measures);
    let odd = text.replacen("\"schema\"", "\"surprise\":1,\"schema\"", 1);
    assert!(serde_json::from_str::<redress_analysis::Measures>(&odd).is_err());
    // No words of a post and no account in the result.
    assert!(!text.contains("快递"));
}
