//! More than one value, more than one reading, values that are given: nothing is picked silently.

use crate::support::{Case, against, bare, claim, codes, count, day, disputed, walk};
use crate::synthetic::{book, fenced, front, page, plain, stating};
use redress_base::{Count, Unit, Value};
use redress_facts::{Claim, Datum, Standing};
use redress_law::{Book, NodeKind, Outcome};

fn rule(requires: &str) -> Book {
    book(&[page(&plain(), "rule r", requires)])
}

fn measured(count: Count) -> Claim {
    claim(Datum::count(count, Unit::Views), Standing::Measured)
}

fn asked(book: &Book, claims: &[(&str, Claim)]) -> Outcome {
    let with = |case: Case, (term, claim): &(&str, Claim)| case.with(term, claim.clone());
    claims.iter().fold(Case::made_up(), with).ask_of(book, "r")
}

/// Facts with more than one sourced value: the result under each alone, and whether it matters.
#[test]
fn several_values_are_each_tried_and_it_is_said_whether_they_matter() {
    let book = rule("n_a >= 5000");
    let by = |n: u64, who: &str| Claim { by: who.into(), ..measured(Count::exactly(n)) };
    let outcome = asked(&book, &[("n_a", by(4900, "甲")), ("n_a", by(5100, "乙"))]);
    assert_eq!(outcome.value, Value::FT);
    let [several] = outcome.several.as_slice() else { panic!("{:?}", outcome.several) };
    let each: Vec<(&str, Value)> = several.values.iter().map(|one| (one.by.as_str(), one.result)).collect();
    assert_eq!(
        (several.term.as_str(), each, several.matters),
        ("n_a", vec![("甲", Value::FF), ("乙", Value::TT)], true)
    );
    // They differ, and it does not matter.
    let outcome = asked(&book, &[("n_a", by(391, "甲")), ("n_a", by(486, "乙"))]);
    assert_eq!((outcome.value, outcome.several[0].matters), (Value::FF, false));
    // The same value twice is not several; nor is one that does not count.
    assert!(asked(&book, &[("n_a", by(1, "甲")), ("n_a", by(1, "乙"))]).several.is_empty());
    assert!(asked(&book, &[("n_a", by(1, "甲")), ("n_a", bare(count(9, Unit::Views)))]).several.is_empty());
    assert!(
        asked(&book, &[("n_a", by(1, "甲")), ("n_a", claim(count(9, Unit::Plays), Standing::Measured))])
            .several
            .is_empty()
    );
    // One of the other side counts, and so does one that is named outside the file.
    let named = Claim { sources: vec![], named: Some("统计年鉴".into()), ..by(5100, "丙") };
    let outcome = asked(&book, &[("n_a", against(count(1, Unit::Views), Standing::Stated)), ("n_a", named)]);
    assert_eq!(outcome.several[0].values[1].named.as_deref(), Some("统计年鉴"));
    assert!(outcome.several[0].matters);
}

/// Only the facts that the rule reads are looked at, each by itself.
#[test]
fn several_facts_with_several_values_are_each_looked_at_by_themselves() {
    let book = rule("all of\n  n_a >= 10\n  c_a in set {red}");
    let colour = |word: &str| claim(Datum::Choice(word.into()), Standing::Official);
    let views = |n| measured(Count::exactly(n));
    let outcome = asked(
        &book,
        &[
            ("n_a", views(5)),
            ("n_a", views(15)),
            ("c_a", colour("red")),
            ("c_a", colour("blue")),
            ("n_b", views(1)),
            ("n_b", views(2)),
        ],
    );
    let terms: Vec<&str> = outcome.several.iter().map(|several| several.term.as_str()).collect();
    assert_eq!((outcome.value, terms), (Value::FT, vec!["c_a", "n_a"]));
    let results = |at: usize| outcome.several[at].values.iter().map(|one| one.result).collect::<Vec<_>>();
    // The other fact keeps both its values meanwhile.
    assert_eq!((results(0), results(1)), (vec![Value::FT, Value::FF], vec![Value::FF, Value::FT]));
}

/// A claim entered as disputed holds, or falls away: a count to nothing, anything else to its opposite.
#[test]
fn disputed_claims_hold_or_fall_away() {
    let views = |n| disputed(count(n, Unit::Views));
    let number = rule("n_a >= 5000");
    assert_eq!(asked(&number, &[("n_a", views(5000))]).value, Value::FT);
    assert_eq!(asked(&number, &[("n_a", views(4999))]).value, Value::FF);
    assert_eq!(
        asked(&number, &[("n_a", disputed(Datum::count(Count::floor(4999), Unit::Views)))]).value,
        Value::FU
    );
    // What is certain beside it stays: 3,000 for sure, and 5,000 with the disputed ones.
    assert_eq!(
        asked(&number, &[("n_a", measured(Count::exactly(3000))), ("n_a", views(5000))]).value,
        Value::FT
    );
    assert_eq!(
        asked(&number, &[("n_a", measured(Count::exactly(6000))), ("n_a", views(9000))]).value,
        Value::TT
    );
    assert_eq!(
        asked(&number, &[("n_a", measured(Count::floor(3000))), ("n_a", views(5000))]).value,
        Value::UT
    );
    let fact = rule("a_a");
    assert_eq!(asked(&fact, &[("a_a", disputed(Datum::Yes))]).value, Value::FT);
    assert_eq!(asked(&fact, &[("a_a", disputed(Datum::No))]).value, Value::FT);
    assert_eq!(
        asked(&fact, &[("a_a", disputed(Datum::Yes)), ("a_a", claim(Datum::Yes, Standing::Official))]).value,
        Value::TT
    );
    // Disputed and without anything behind it is only missing.
    let empty = Claim { sources: vec![], ..disputed(Datum::Yes) };
    assert_eq!(asked(&fact, &[("a_a", empty)]).value, Value::UU);
    let words = rule("c_a in set {red}");
    assert_eq!(asked(&words, &[("c_a", disputed(Datum::Choice("red".into())))]).value, Value::FT);
    let date = rule("d_a within 1 months before act");
    assert_eq!(asked(&date, &[("d_a", disputed(Datum::Date(day("2026-03-01"))))]).value, Value::FT);
    let node = asked(&fact, &[("a_a", disputed(Datum::Yes))]).tree.children.remove(0);
    assert_eq!(node.reason, "law-why-disputed");
}

/// A set of words: one that is named is enough; the empty set names none, and silence is not the empty set.
#[test]
fn a_set_holds_where_one_of_its_words_was_named() {
    let book = rule("s_a in set {red, green}");
    let named = |words: &[&str]| {
        let words = words.iter().map(|word| (*word).to_owned()).collect();
        asked(&book, &[("s_a", claim(Datum::Words(words), Standing::Official))]).value
    };
    assert_eq!((named(&["blue", "green"]), named(&["blue"]), named(&[])), (Value::TT, Value::FF, Value::FF));
    assert_eq!(named(&["pink"]), Value::UU);
    assert_eq!(asked(&book, &[]).value, Value::UU);
    assert_eq!(
        asked(&book, &[("s_a", claim(Datum::Choice("red".into()), Standing::Official))]).value,
        Value::TT
    );
}

const SEVERAL: &str = "reading r-one\n  as two n_a >= 2\n  as three n_a >= 3";

/// A contested reading spans its alternatives until somebody chooses, and says whether it matters.
#[test]
fn contested_readings_span_until_chosen_and_say_whether_they_matter() {
    let book = book(&[page(&stating(&["r-one"]), "rule r", SEVERAL)]);
    let case = |n| Case::made_up().shown("n_a", count(n, Unit::Views));
    for (n, value, two, three) in [
        (1, Value::FF, Value::FF, Value::FF),
        (2, Value::FT, Value::TT, Value::FF),
        (3, Value::TT, Value::TT, Value::TT),
    ] {
        let outcome = case(n).ask_of(&book, "r");
        let [used] = outcome.readings.as_slice() else { panic!("{:?}", outcome.readings) };
        let under: Vec<(&str, Value)> =
            used.alternatives.iter().map(|one| (one.name.as_str(), one.value)).collect();
        assert_eq!((outcome.value, under), (value, vec![("two", two), ("three", three)]));
        assert_eq!((used.id.as_str(), used.chosen.as_deref(), used.matters), ("r-one", None, two != three));
        assert_eq!(case(n).read_as("r-one", "two").ask_of(&book, "r").value, two);
        assert_eq!(case(n).read_as("r-one", "three").ask_of(&book, "r").value, three);
    }
    // Chosen, it is said what was chosen and what the other would have given.
    let chosen = case(2).read_as("r-one", "three").ask_of(&book, "r");
    assert_eq!((chosen.readings[0].chosen.as_deref(), chosen.readings[0].matters), (Some("three"), true));
    let node = &chosen.tree.children[0];
    assert_eq!(
        (node.kind, node.reading.as_deref(), node.children.len()),
        (NodeKind::Reading, Some("r-one"), 1)
    );
    assert_eq!(node.children[0].reading.as_deref(), Some("three"));
    // Unknown is unknown under both: nothing is disputed by it.
    assert_eq!(Case::made_up().ask_of(&book, "r").value, Value::UU);
    assert!(!Case::made_up().ask_of(&book, "r").readings[0].matters);
    // A choice of something else is noticed, and chooses nothing.
    let strange = case(2).read_as("r-one", "four").ask_of(&book, "r");
    assert_eq!((strange.value, codes(&strange)), (Value::FT, vec!["law-no-such-reading"]));
    let other = case(2).read_as("r-nine", "two").ask_of(&book, "r");
    assert_eq!((other.value, codes(&other)), (Value::FT, Vec::<&str>::new()));
}

/// The same reading in two rules is one question: a choice holds everywhere.
#[test]
fn a_reading_is_chosen_once_for_every_rule() {
    let pages = [
        page(
            &stating(&["r-one"]),
            "rule r",
            "all of\n  rule s\n  reading r-one\n    as two n_b >= 2\n    as three n_b >= 3",
        ),
        page(&plain(), "rule s", SEVERAL),
    ];
    let book = book(&pages);
    let case = Case::made_up().shown("n_a", count(2, Unit::Views)).shown("n_b", count(2, Unit::Views));
    let outcome = case.ask_of(&book, "r");
    assert_eq!((outcome.value, outcome.readings.len()), (Value::FT, 1));
    assert_eq!(case.read_as("r-one", "two").ask_of(&book, "r").value, Value::TT);
    assert_eq!(book.alternatives("r-one"), ["two", "three"]);
    let (page, contested) = book.contested("r-one").expect("the page that states it");
    assert_eq!((&*page.article.article, contested.en.as_str()), ("1", "A or B"));
}

fn gives(lines: &str) -> Book {
    book(&[fenced(&plain(), &format!("rule r\nlabel 甲 | A\nrequires a_a\n{lines}"))])
}

fn given(outcome: &Outcome) -> Vec<(&str, Value)> {
    outcome.gives.iter().map(|given| (given.name.as_str(), given.value)).collect()
}

/// Values in order: the first whose conditions hold; while that is not known, none of those behind it is sure.
#[test]
fn values_in_order_give_the_first_that_applies() {
    let book = gives(
        "gives in order worst \"甲 | A\" {months-max 84}\n  a_b\n  n_a >= 10\n\
         gives in order heavier \"乙 | B\" {months-max 60}\n  a_b\ngives in order ordinary \"丙 | C\" {months-max 36}\n",
    );
    let yes = |term: &'static str| (term, claim(Datum::Yes, Standing::Official));
    let no = |term: &'static str| (term, claim(Datum::No, Standing::Official));
    let views = |n| ("n_a", measured(Count::exactly(n)));
    let of = |claims: &[(&str, Claim)]| {
        let outcome = asked(&book, claims);
        assert!(outcome.conflict.is_empty());
        given(&outcome).into_iter().map(|(_, value)| value).collect::<Vec<_>>()
    };
    let (tt, ff, uu, ft) = (Value::TT, Value::FF, Value::UU, Value::FT);
    assert_eq!(of(&[yes("a_a"), yes("a_b"), views(10)]), [tt, ff, ff]);
    assert_eq!(of(&[yes("a_a"), yes("a_b"), views(9)]), [ff, tt, ff]);
    assert_eq!(of(&[yes("a_a"), no("a_b")]), [ff, ff, tt]);
    assert_eq!(of(&[yes("a_a"), yes("a_b")]), [uu, uu, ff]);
    assert_eq!(of(&[yes("a_a")]), [uu, uu, uu]);
    assert_eq!(of(&[yes("a_a"), ("a_b", disputed(Datum::Yes)), views(9)]), [ff, ft, ft]);
    // A rule that is not made out gives nothing; one that is open gives nothing for sure.
    assert_eq!(of(&[no("a_a"), yes("a_b"), views(10)]), [ff, ff, ff]);
    assert_eq!(of(&[yes("a_b"), views(10)]), [uu, ff, ff]);
    let outcome = asked(&book, &[yes("a_a"), yes("a_b"), views(10)]);
    assert_eq!((outcome.gives[0].severity["months-max"], outcome.gives[0].label.en.as_ref()), (84, "A"));
    let tree = outcome.gives[0].tree.as_ref().expect("why");
    assert_eq!((tree.children.len(), tree.value), (2, Value::TT));
}

/// Values that stand side by side: equal ones agree, different ones are shown as a conflict and none is preferred.
#[test]
fn values_side_by_side_that_differ_are_a_conflict() {
    let book = gives(
        "gives one \"甲 | A\" {yuan 100}\n  a_b\ngives two \"乙 | B\" {yuan 200}\n  a_c\ngives same \"丙 | C\" {yuan 100}\n  a_d\n",
    );
    let of = |terms: &[&str]| {
        let claims: Vec<(&str, Claim)> = ["a_a", "a_b", "a_c", "a_d"]
            .map(|term| (term, claim(terms.contains(&term).into(), Standing::Official)))
            .to_vec();
        asked(&book, &claims)
    };
    assert_eq!(of(&["a_a", "a_b"]).conflict, Vec::<String>::new());
    assert_eq!(of(&["a_a", "a_b", "a_d"]).conflict, Vec::<String>::new());
    let conflict = of(&["a_a", "a_b", "a_c"]);
    assert_eq!(conflict.conflict, ["one", "two"]);
    assert_eq!(given(&conflict), [("one", Value::TT), ("two", Value::TT), ("same", Value::FF)]);
    assert_eq!(of(&["a_b", "a_c"]).conflict, Vec::<String>::new());
}

/// Σ nᵢ/numberᵢ with intervals: exact at the bound, open where a floor may fill the rest, disputed where it turns on it.
#[test]
fn proportions_add_up_intervals_exactly() {
    let book = rule("proportion >= 1\n  n_a / 50\n  n_b / 500\n  n_c / 5000");
    let of = |claims: &[(&str, Claim)]| asked(&book, claims).value;
    let exact = |term: &'static str, n: u64| (term, measured(Count::exactly(n)));
    let floor = |term: &'static str, n: u64| (term, measured(Count::floor(n)));
    assert_eq!(of(&[exact("n_a", 25), exact("n_b", 249), exact("n_c", 10)]), Value::TT);
    assert_eq!(of(&[exact("n_a", 25), exact("n_b", 249), exact("n_c", 9)]), Value::FF);
    assert_eq!(of(&[exact("n_a", 50)]), Value::TT);
    assert_eq!(of(&[exact("n_a", 49)]), Value::UU);
    assert_eq!(of(&[exact("n_a", 49), exact("n_b", 9), exact("n_c", 9)]), Value::FF);
    assert_eq!(of(&[exact("n_a", 49), exact("n_b", 9), floor("n_c", 0)]), Value::UU);
    let between = ("n_c", measured(Count::between(0, 9)));
    assert_eq!(of(&[exact("n_a", 49), exact("n_b", 9), between]), Value::FF);
    assert_eq!(of(&[exact("n_a", 49), exact("n_b", 9), ("n_c", measured(Count::between(0, 10)))]), Value::UU);
    // A disputed part: with it the whole is reached, without it not.
    assert_eq!(
        of(&[exact("n_a", 25), exact("n_c", 0), ("n_b", disputed(count(250, Unit::Views)))]),
        Value::FT
    );
    assert_eq!(
        of(&[
            exact("n_a", 25),
            exact("n_c", 0),
            exact("n_b", 250),
            ("n_b", against(count(249, Unit::Views), Standing::Stated))
        ]),
        Value::FT
    );
    assert_eq!(of(&[]), Value::UU);
    let half = rule("proportion >= 1/2\n  n_a / 50\n  n_b / 500");
    let of = |a, b| asked(&half, &[exact("n_a", a), exact("n_b", b)]).value;
    assert_eq!((of(25, 0), of(24, 10), of(24, 9)), (Value::TT, Value::TT, Value::FF));
    let ten = rule("proportion >= 10\n  n_a / 3\n  n_b / 7");
    let of = |a, b| asked(&ten, &[exact("n_a", a), exact("n_b", b)]).value;
    assert_eq!((of(15, 35), of(15, 34), of(29, 2), of(29, 3)), (Value::TT, Value::FF, Value::FF, Value::TT));
    let node = asked(&book, &[exact("n_a", 50)]).tree.children.remove(0);
    assert_eq!(
        (node.kind, node.facts.len(), node.reason.as_str()),
        (NodeKind::Proportion, 3, "law-why-proportion-reached")
    );
}

/// What is only presumed, and what is only not yet defended against, never shows in the strict value.
#[test]
fn the_presumptive_value_is_never_merged_with_the_strict_one() {
    let pages = [
        fenced(
            &plain(),
            "rule r\nlabel 甲 | A\nrequires all of\n  presumed a_a\n  a_b\nunless for the other side to show d\n",
        ),
        page(&plain(), "rule d", "a_c"),
        page(&plain(), "rule top", "all of\n  rule r\n  a_d"),
    ];
    let book = book(&pages);
    let shown =
        |terms: &[&str]| terms.iter().fold(Case::made_up(), |case, term| case.shown(term, Datum::Yes));
    let case = shown(&["a_b", "a_d"]);
    let outcome = case.ask_of(&book, "r");
    assert_eq!((outcome.value, outcome.presumptive, outcome.open), (Value::UU, Value::TT, Value::UU));
    // Through a rule that names it: still two values.
    let top = case.ask_of(&book, "top");
    assert_eq!((top.value, top.presumptive), (Value::UU, Value::TT));
    // The presumption is rebutted, the defence is shown: both fall.
    let rebutted = case.clone().shown("a_a", Datum::No).ask_of(&book, "r");
    assert_eq!((rebutted.value, rebutted.presumptive), (Value::FF, Value::FF));
    let defended = case.clone().shown("a_c", Datum::Yes).ask_of(&book, "r");
    assert_eq!((defended.value, defended.presumptive), (Value::FF, Value::FF));
    // What must be excluded is not presumed away.
    let pages = [
        fenced(&plain(), "rule r\nlabel 甲 | A\nrequires a_b\nunless must be excluded d\n"),
        pages[1].clone(),
    ];
    let must = case.ask_of(&crate::synthetic::book(&pages), "r");
    assert_eq!((must.value, must.presumptive), (Value::UU, Value::UU));
}

/// About the parties and the procedure a bare statement counts, and an official document or an admission ends a dispute.
#[test]
fn an_official_document_ends_a_dispute_about_the_procedure_only() {
    let book = rule("f_a");
    let of = |claims: &[Claim]| {
        let claims: Vec<(&str, Claim)> = claims.iter().map(|claim| ("f_a", claim.clone())).collect();
        asked(&book, &claims)
    };
    let no = || against(Datum::No, Standing::Stated);
    assert_eq!(of(&[bare(Datum::Yes)]).value, Value::TT);
    assert_eq!(of(&[bare(Datum::Yes), no()]).value, Value::FT);
    for standing in [Standing::Official, Standing::Admitted] {
        let settled = of(&[bare(Datum::Yes), no(), claim(Datum::Yes, standing)]);
        assert_eq!(settled.value, Value::TT, "{standing:?}");
        let aside: Vec<_> =
            settled.tree.children[0].facts[0].claims.iter().map(|c| c.set_aside.as_deref()).collect();
        assert_eq!(aside, [Some("law-aside-official-prevails"), Some("law-aside-official-prevails"), None]);
        assert!(settled.several.is_empty());
    }
    // Two official documents that differ dispute each other.
    assert_eq!(
        of(&[claim(Datum::Yes, Standing::Official), claim(Datum::No, Standing::Official)]).value,
        Value::FT
    );
    // A fact about what was said is not settled so.
    let fact = rule("a_a");
    let both = [("a_a", claim(Datum::Yes, Standing::Official)), ("a_a", no())];
    assert_eq!(asked(&fact, &both).value, Value::FT);
    assert_eq!(asked(&fact, &[("a_a", bare(Datum::Yes))]).value, Value::UU);
}

/// Drafts are off in the standard book, and marked in the other.
#[test]
fn drafts_are_off_until_they_are_asked_for_and_then_marked() {
    let (standard, drafts) = (Book::standard(), Book::with_drafts());
    assert!(standard.rules().iter().all(|rule| !rule.draft && !rule.id.starts_with("draft-")));
    let ids: Vec<&str> =
        drafts.rules().iter().filter(|rule| rule.draft).map(|rule| rule.id.as_str()).collect();
    assert!(ids.len() >= 10 && ids.iter().all(|id| id.starts_with("draft-")), "{ids:?}");
    assert_ne!(standard.digest(), drafts.digest());
    let case = Case::new();
    for id in &ids {
        assert!(case.ask_of(drafts, id).draft, "{id}");
        let refused = standard.evaluate(&case.question(id));
        assert_eq!(refused.expect_err("off").finding.code, "law-no-such-rule", "{id}");
    }
    assert!(!case.ask_of(drafts, "cl246-defamation").draft);
    // The rest of the book answers the same with the drafts at hand.
    for id in ["cl246-defamation", "psapl-insult", "civil-reputation"] {
        let (with, without) = (Case::defamation().ask_of(drafts, id), Case::defamation().ask(id));
        assert_eq!((with.value, &with.tree), (without.value, &without.tree), "{id}");
    }
}

/// An instrument is a draft as a whole; a rule of it that stands on an ordinary page is no draft.
#[test]
fn a_draft_is_what_its_instrument_says() {
    let index = "+++\ninstrument = \"cn-draft/test\"\nzh = \"草案\"\nen = \"Draft\"\nrank = \"administrative-statute\"\nsource = \"made up\"\n\
                 confidence = \"V\"\ndraft = { published = 2026-07-29, zh = \"征求意见稿\", en = \"For comment\" }\n+++\n";
    let own = page(&front("from = 2026-07-29\nend = \"open\""), "rule draft-r", "a_a")
        .replace("cn/test", "cn-draft/test");
    let mut sources = crate::synthetic::sources(&[page(&plain(), "rule r", "a_a")]);
    sources.push(("drafts/index.md".into(), index.into()));
    sources.push(("drafts/1.md".into(), own));
    let (book, findings) = Book::compile_with(&sources, crate::synthetic::vocabulary());
    assert!(redress_law::is_sound(&findings), "{findings:#?}");
    let draft = |id: &str| book.rule(id)[0].draft;
    assert_eq!((draft("r"), draft("draft-r")), (false, true));
    let in_force: Vec<&str> =
        book.rules().iter().filter(|rule| !rule.draft).map(|rule| rule.id.as_str()).collect();
    assert_eq!(in_force, ["r"]);
    assert_eq!(book.in_force().rules().len(), 1);
    let instrument = book.ir().instruments.iter().find(|one| one.id == "cn-draft/test").expect("the draft");
    assert_eq!(instrument.draft.as_ref().map(|draft| draft.published), Some(day("2026-07-29")));
}

/// The alternatives of a reading stand in the tree with their names, and the steps below with theirs.
#[test]
fn every_alternative_stands_in_the_tree() {
    let book = book(&[page(&stating(&["r-one"]), "rule r", SEVERAL)]);
    let outcome = Case::made_up().shown("n_a", count(2, Unit::Views)).ask_of(&book, "r");
    let mut seen = vec![];
    walk(&outcome.tree, &mut |node| {
        seen.extend(node.reading.clone().map(|name| (node.kind, name, node.value)))
    });
    assert_eq!(
        seen,
        [
            (NodeKind::Reading, "r-one".to_owned(), Value::FT),
            (NodeKind::Count, "two".to_owned(), Value::TT),
            (NodeKind::Count, "three".to_owned(), Value::FF),
        ]
    );
}
