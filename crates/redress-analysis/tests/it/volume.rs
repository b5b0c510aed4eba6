//! How much there is: posts, comments, accounts, and when.

use crate::world::{MORNING, comment, original, repost, world};
use redress_base::{Count, Unit};
use redress_facts::Scope;
use redress_posts::KnownBy;

const RUMOUR: &str = "取快递的那个女人和快递员有不正当关系";

#[test]
fn what_is_in_the_file_is_a_floor() {
    let w = world(&[
        original("1", RUMOUR),
        comment("2", "", "1"),
        comment("2", "", "1"),
        repost("3", RUMOUR, "1"),
    ]);
    let case = |suffix: &str| w.measures.figure(&format!("case.{suffix}")).map(|f| (f.count, f.unit));
    assert_eq!(case("posts"), Some((Count::floor(3), Unit::Posts)));
    assert_eq!(case("comments.captured"), Some((Count::floor(1), Unit::Comments)));
    assert_eq!(case("reposts.captured"), Some((Count::floor(1), Unit::Reposts)));
    assert_eq!(case("accounts"), None);
    assert_eq!(w.count("1", "posts"), Some(Count::floor(2)));
}

/// An account known by its id in one file and by a hash in another may be one account: at least the
/// larger group, never the sum.
#[test]
fn accounts_are_counted_without_linking_them() {
    let w = world(&[
        original("1", RUMOUR).by(KnownBy::Id, "100"),
        original("2", RUMOUR).by(KnownBy::Id, "100"),
        original("3", RUMOUR).by(KnownBy::Id, "101"),
        original("4", RUMOUR).by(KnownBy::Hash, "ab").item(2),
        comment("5", "", "1").by(KnownBy::Hash, "cd").item(2),
        comment("6", "", "1").by(KnownBy::Hash, "ef").item(2),
        comment("7", "", "1").by(KnownBy::Name, "王").item(3),
        comment("8", "", "1"),
    ]);
    let case = |suffix: &str| w.measures.figure(&format!("case.{suffix}")).unwrap();
    assert_eq!(case("accounts").count, Count::floor(3));
    assert_eq!(case("accounts").parts_total, 6);
    assert_eq!(case("accounts.masked").count, Count::floor(3));
    assert_eq!(w.count("1", "accounts"), Some(Count::floor(2)));
    assert_eq!(w.count("1", "accounts.masked"), Some(Count::floor(1)));
}

#[test]
fn hours_are_counted_and_undated_posts_apart() {
    let w = world(&[
        original("1", RUMOUR).on(0),
        repost("2", "", "1").on(3_599),
        repost("3", RUMOUR, "1").on(3_600),
        comment("4", "", "1").on(7_300),
        comment("5", "", "1").on(7_400),
        comment("6", "", "1").on(7_500),
        original("7", "").on(-1),
        repost("8", "", "1"),
    ]);
    let [case, statement, picture] = w.measures.timelines.as_slice() else { panic!("three timelines") };
    let hours = |t: &redress_analysis::Timeline| -> Vec<(i64, u64)> {
        t.buckets.iter().map(|b| ((b.start.0 - MORNING) / 3600, b.posts)).collect()
    };
    assert_eq!(case.scope, Scope::Case);
    assert_eq!(hours(case), [(-1, 1), (0, 2), (1, 1), (2, 3)]);
    assert_eq!((case.undated, case.fastest.unwrap().posts), (1, 3));
    assert_eq!(case.first.unwrap().at.beijing_text(), "2026-03-01T07:59:59+08:00");
    // A statement's timeline holds what spreads it: its posts and the reposts under them.
    assert_eq!(hours(statement), [(0, 2), (1, 1)]);
    assert_eq!((statement.undated, statement.fastest.unwrap().start.0), (1, MORNING));
    assert_eq!(hours(picture), [(-1, 1)]);
}
