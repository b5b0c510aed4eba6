//! What platforms display, what was captured, and that one is never taken for the other.

use crate::world::{Row, comment, original, repost, row, world};
use redress_base::{Count, Truth, Unit};
use redress_facts::{Datum, Standing};
use redress_posts::PostKind;

const RUMOUR: &str = "取快递的那个女人和快递员有不正当关系";
const NEAR: &str = "取快递的那个女人和快递员有不正当关系吧";
const OTHER: &str = "今天天气很好适合出去走走";

#[test]
fn a_statement_is_viewed_as_often_as_all_its_posts_together() {
    let w = world(&[
        original("1", RUMOUR).shows_as(Unit::Views, Count::between(11_500, 12_499), "1.2万").seen(50),
        original("2", RUMOUR).shows(Unit::Views, 300).seen(60),
        original("3", OTHER).shows(Unit::Views, 7),
    ]);
    let figure = w.figure("1", "views").unwrap();
    assert_eq!(figure.count, Count::between(11_800, 12_799));
    assert_eq!((figure.measure.as_str(), figure.unit, figure.parts_total), ("views", Unit::Views, 2));
    assert_eq!(figure.parts[0].shown.as_deref(), Some("1.2万"));
    assert_eq!(figure.parts[0].span.to_string(), "item-000001 row 2 bytes 200..290 [views]");
    assert_eq!(figure.as_of.unwrap(), crate::world::at(60));
    assert_eq!(figure.disputed, None);

    let claim = w.claim("1", "view_count").unwrap();
    assert_eq!(claim.value, Datum::count(Count::between(11_800, 12_799), Unit::Views));
    assert_eq!((claim.standing, claim.by.as_str()), (Standing::Measured, "redress"));
    assert_eq!(claim.figure, Some(figure.id.clone()));
    assert_eq!(claim.sources.len(), 2);
}

/// Nothing observed is unknown: no figure, and no claim that says nought.
#[test]
fn what_nobody_observed_is_not_nought() {
    let w = world(&[original("1", RUMOUR).shows(Unit::Likes, 3)]);
    for suffix in ["views", "plays", "reposts", "reposts.displayed", "reposts.captured", "comments.displayed"]
    {
        assert_eq!(w.figure("1", suffix), None, "{suffix}");
    }
    assert_eq!(w.claim("1", "view_count"), None);
    assert_eq!(w.claim("1", "repost_count"), None);
    assert_eq!(w.count("1", "likes"), Some(Count::exactly(3)));
}

/// One post shows no counter: what the others show is a floor, not the whole.
#[test]
fn a_missing_counter_leaves_the_top_open() {
    let w = world(&[original("1", RUMOUR).shows(Unit::Reposts, 120), original("2", RUMOUR)]);
    assert_eq!(w.count("1", "reposts"), Some(Count::floor(120)));
    assert_eq!(w.codes("1", "reposts.displayed"), ["analysis-counter-missing"]);
}

/// Reads of a topic, plays and group members are other things than views (published cases: the unit
/// ladder), and none of them reaches a threshold for views.
#[test]
fn only_views_are_views() {
    let w = world(&[
        original("1", RUMOUR).topic("快递员", 470_000_000).shows(Unit::Plays, 210_000),
        row(PostKind::Chat, "2", RUMOUR).shows(Unit::GroupMembers, 275),
        row(PostKind::Chat, "3", RUMOUR).shows(Unit::GroupMembers, 123),
    ]);
    assert_eq!(w.figure("1", "views"), None);
    assert_eq!(w.claim("1", "view_count"), None);
    assert_eq!(w.count("1", "plays"), Some(Count::exactly(210_000)));
    assert_eq!(w.count("1", "group-members"), Some(Count::between(275, 398)));
    assert_eq!(w.figure("1", "reposts"), None);
    let topic = w.measures.figure("case.topic-reads.1").unwrap();
    assert_eq!((topic.count, topic.unit), (Count::exactly(470_000_000), Unit::TopicReads));
    assert_eq!(topic.subject.as_deref(), Some("weibo/t/快递员"));
    let terms: Vec<String> = w.claims().into_iter().map(|(_, term, _)| term).collect();
    assert_eq!(terms, ["spread_on_network"]);
}

/// A topic read that a file attaches to a post is a topic read all the same.
#[test]
fn a_topic_read_on_a_post_is_no_view_of_it() {
    let w = world(&[original("1", RUMOUR).shows(Unit::TopicReads, 130_000)]);
    assert_eq!(w.figure("1", "views"), None);
    assert_eq!(w.measures.figure("case.topic-reads.1").unwrap().subject.as_deref(), Some("weibo/1"));
}

fn spread(displayed: u64, captured: u32) -> Vec<Row> {
    let mut rows = vec![original("1", RUMOUR).shows(Unit::Reposts, displayed).seen(9)];
    rows.extend((0..captured).map(|n| repost(&format!("r{n}"), "", "1")));
    rows
}

#[test]
fn displayed_and_captured_reposts_stay_apart_and_bound_each_other() {
    let w = world(&spread(486, 391));
    assert_eq!(w.count("1", "reposts.displayed"), Some(Count::exactly(486)));
    assert_eq!(w.count("1", "reposts.captured"), Some(Count::floor(391)));
    assert_eq!(w.count("1", "reposts"), Some(Count::exactly(486)));
    assert_eq!(w.count("1", "reposts").unwrap().at_least(500), Truth::F);
    let captured = w.figure("1", "reposts.captured").unwrap();
    assert_eq!((captured.parts.len(), captured.parts_total), (50, 391));
    assert_eq!(w.claim("1", "repost_count").unwrap().sources.len(), 20);
}

/// More captured than displayed: the counter is no upper end any more.
#[test]
fn captured_reposts_may_exceed_the_counter() {
    let w = world(&spread(486, 520));
    assert_eq!(w.count("1", "reposts"), Some(Count::floor(520)));
    assert_eq!(w.count("1", "reposts").unwrap().at_least(500), Truth::T);
    assert_eq!(w.codes("1", "reposts"), ["analysis-captured-exceeds-displayed"]);
}

#[test]
fn captured_reposts_alone_are_a_floor() {
    let w = world(&[
        original("1", RUMOUR),
        repost("2", "", "1"),
        repost("3", "转发微博", "1"),
        repost("3", "", "1"),
    ]);
    assert_eq!(w.count("1", "reposts.captured"), Some(Count::floor(2)));
    assert_eq!(w.count("1", "reposts"), Some(Count::floor(2)));
    assert_eq!(w.figure("1", "reposts.displayed"), None);
    assert_eq!(w.count("1", "reposts").unwrap().at_least(500), Truth::U);
}

/// A platform counts the forwards of a forward for the original as well.
#[test]
fn counters_of_reposts_and_comments_are_not_added() {
    let w = world(&[
        original("1", RUMOUR).shows(Unit::Reposts, 10).shows(Unit::Likes, 5),
        repost("2", RUMOUR, "1").shows(Unit::Reposts, 4).shows(Unit::Likes, 3),
        comment("3", RUMOUR, "1").shows(Unit::Likes, 2),
    ]);
    assert_eq!(w.count("1", "reposts.displayed"), Some(Count::exactly(10)));
    assert_eq!(w.count("1", "likes"), Some(Count::exactly(5)));
    assert_eq!(w.count("1", "reposts.captured"), Some(Count::floor(1)));
    assert_eq!(w.count("1", "comments.captured"), Some(Count::floor(1)));
}

/// A forward of a forward is a repost of the original, by its root or by the chain of parents.
#[test]
fn chains_lead_to_the_original() {
    let w = world(&[
        repost("4", "", "absent").parent("3"),
        original("1", RUMOUR),
        row(PostKind::Repost, "2", "").parent("1"),
        row(PostKind::Repost, "3", "有意思").parent("2"),
        row(PostKind::Repost, "5", "").parent("6"),
        row(PostKind::Repost, "6", "").parent("5"),
        repost("7", "", "nowhere"),
        row(PostKind::Comment, "8", "真的吗").root("1"),
        row(PostKind::Comment, "9", "假的吧").parent("8"),
    ]);
    assert_eq!(w.count("1", "reposts.captured"), Some(Count::floor(3)));
    assert_eq!(w.count("1", "comments.captured"), Some(Count::floor(2)));
    let rootless = w.measures.findings.iter().find(|f| f.code == "analysis-repost-without-original").unwrap();
    assert_eq!(rootless.args["posts"], redress_base::Arg::Number(1));
}

/// A repost that says one statement and forwards another counts for both, once each.
#[test]
fn a_repost_with_words_counts_for_both_statements() {
    let w = world(&[
        original("1", RUMOUR),
        original("2", OTHER),
        repost("3", RUMOUR, "2"),
        repost("4", RUMOUR, "1"),
    ]);
    assert_eq!(w.count("1", "reposts.captured"), Some(Count::floor(2)));
    assert_eq!(w.count("2", "reposts.captured"), Some(Count::floor(1)));
}

#[test]
fn the_latest_sighting_counts_when_a_counter_grows() {
    let w = world(&[
        original("1", RUMOUR).shows(Unit::Views, 900).seen(200),
        original("1", RUMOUR).shows(Unit::Views, 100).seen(100),
    ]);
    let figure = w.figure("1", "views").unwrap();
    assert_eq!((figure.count, figure.parts_total), (Count::exactly(900), 1));
    assert!(figure.findings.is_empty());
}

/// An exact figure inside a later, rounded one: the rounded one cannot have fallen below it.
#[test]
fn an_exact_figure_sharpens_a_rounded_one() {
    let rounded = Count::between(11_500, 12_499);
    let w = world(&[
        original("1", RUMOUR).shows(Unit::Views, 12_000).seen(100),
        original("1", RUMOUR).shows_as(Unit::Views, rounded, "1.2万").seen(200),
    ]);
    assert_eq!(w.count("1", "views"), Some(Count::between(12_000, 12_499)));
    assert!(w.codes("1", "views").is_empty());
}

#[test]
fn a_counter_that_fell_keeps_both_figures() {
    let w = world(&[
        original("1", RUMOUR).shows(Unit::Reposts, 510).seen(100),
        original("1", RUMOUR).shows(Unit::Reposts, 480).seen(200),
    ]);
    let figure = w.figure("1", "reposts.displayed").unwrap();
    assert_eq!((figure.count, figure.parts_total), (Count::between(480, 510), 2));
    assert_eq!(w.codes("1", "reposts.displayed"), ["analysis-counter-decreased"]);
    assert_eq!(figure.count.at_least(500), Truth::U);
}

#[test]
fn counters_without_a_time_say_so() {
    let w = world(&[
        original("1", RUMOUR).shows(Unit::Views, 100),
        original("1", RUMOUR).shows(Unit::Views, 900).item(2),
    ]);
    assert_eq!(w.count("1", "views"), Some(Count::exactly(900)));
    assert_eq!(w.codes("1", "views"), ["analysis-counter-undated"]);
    let same = world(&[
        original("1", RUMOUR).shows(Unit::Views, 900),
        original("1", RUMOUR).shows(Unit::Views, 900),
    ]);
    assert!(same.codes("1", "views").is_empty());
    let at_once = world(&[
        original("1", RUMOUR).shows(Unit::Views, 900).seen(5),
        original("1", RUMOUR).shows(Unit::Views, 100).seen(5),
    ]);
    assert_eq!(at_once.count("1", "views"), Some(Count::between(100, 900)));
    assert_eq!(at_once.codes("1", "views"), ["analysis-counter-disagrees"]);
}

/// The other side may say that a near copy is another statement: the figure without it is there.
#[test]
fn near_copies_can_be_taken_out() {
    let w = world(&[
        original("1", RUMOUR).on(0).shows(Unit::Views, 4000).shows(Unit::Reposts, 10),
        original("2", RUMOUR).on(1).shows(Unit::Views, 500).shows(Unit::Reposts, 10),
        original("3", NEAR).on(2).shows(Unit::Views, 600).shows(Unit::Reposts, 10),
        repost("4", "", "3"),
        repost("5", "", "1"),
    ]);
    let views = w.figure("1", "views").unwrap();
    assert_eq!((views.count, views.disputed), (Count::exactly(5100), Some(Count::exactly(4500))));
    let reposts = w.figure("1", "reposts").unwrap();
    assert_eq!((reposts.count, reposts.disputed), (Count::exactly(30), Some(Count::exactly(20))));
    let captured = w.figure("1", "reposts.captured").unwrap();
    assert_eq!((captured.count, captured.disputed), (Count::floor(2), Some(Count::floor(1))));
}
