//! What is missing, on the standard book: which sets come first, and why.

use crate::support::{Case, count};
use redress_base::{Unit, Value};
use redress_facts::{Datum, Scope};
use redress_law::{Completions, Family, Want};

fn terms(completions: &Completions) -> Vec<Vec<&str>> {
    completions.sets.iter().map(|set| set.iter().map(|need| need.term.as_str()).collect()).collect()
}

/// Views unknown: one more capture, a repost count, the consequences, the year's totals under both readings of what is
/// added up, the catch-all last. Plays serve under one reading only, so that they are not enough by themselves.
#[test]
fn the_nearest_and_most_perishable_facts_come_first() {
    let case = Case::defamation().but("view_count", 0);
    let missing = case.missing("cl246-defamation", Value::TT);
    assert_eq!(missing.family, Family::Gap);
    assert_eq!(
        terms(&missing),
        [
            vec!["repost_count"],
            vec!["view_count"],
            vec!["consequence_person", "grave_consequence"],
            vec!["prior_defamation_admin_penalty", "prior_defamation_admin_penalty_date"],
            vec!["defamation_act_count", "year_repost_count", "year_same_repost_count", "acts_unprocessed"],
            vec!["defamation_act_count", "year_repost_count", "year_same_view_count", "acts_unprocessed"],
            vec!["defamation_act_count", "year_same_repost_count", "year_view_count", "acts_unprocessed"],
            vec!["defamation_act_count", "year_same_view_count", "year_view_count", "acts_unprocessed"],
            vec!["other_serious_circumstances"],
        ]
    );
    let views = &missing.sets[1][0];
    assert_eq!((&views.want, views.perishable, views.open), (&Want::AtLeast(5000), true, false));
    assert_eq!(views.scope, Case::scope());
    assert_eq!(views.cites[0].to_string(), "cn/fs-2013-21/2(1)");
    assert_eq!(missing.sets[2][0].scope, Scope::Case);
    assert!(missing.sets[8][0].open);
    // The higher of the two numbers that are read out of "several times" serves both readings.
    assert_eq!(missing.sets[4][0].want, Want::AtLeast(3));
}

/// Once a reading is chosen, its own facts are asked for.
#[test]
fn a_chosen_reading_asks_for_its_own_facts() {
    let case = Case::closed(Case::defamation()).but("view_count", 0).but("play_count", 0);
    let terms_under = |reading: &str| {
        let case = case.clone().read_as("plays-as-views", reading);
        let missing = case.missing("cl246-defamation", Value::TT);
        terms(&missing).into_iter().flatten().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(
        terms_under("plays-too"),
        ["play_count", "repost_count", "view_count", "other_serious_circumstances"]
    );
    assert_eq!(terms_under("views-only"), ["repost_count", "view_count", "other_serious_circumstances"]);
}

#[test]
fn the_shield_is_part_of_what_is_missing() {
    let missing = Case::defamation().but("is_report_of_wrongdoing", 0).missing("cl246-defamation", Value::TT);
    let needs: Vec<(&str, &Want)> =
        missing.sets.iter().flatten().map(|need| (need.term.as_str(), &need.want)).collect();
    assert_eq!(
        needs,
        [
            ("intentional_fabrication", &Want::Yes),
            ("is_report_of_wrongdoing", &Want::No),
            ("knowing_false_spread", &Want::Yes),
        ]
    );
}

#[test]
fn nothing_is_missing_where_everything_is_made_out() {
    let missing = Case::defamation().missing("cl246-defamation", Value::TT);
    assert_eq!(terms(&missing), [Vec::<&str>::new()]);
}

/// A counter that is known to fall short cannot be collected any more.
#[test]
fn a_fact_that_is_decided_against_is_not_asked_for() {
    let short = Case::closed(Case::defamation().but("view_count", 0))
        .shown("view_count", count(4999, Unit::Views))
        .shown("repost_count", count(499, Unit::Reposts));
    assert_eq!(terms(&short.missing("cl246-defamation", Value::TT)), [vec!["other_serious_circumstances"]]);
}

#[test]
fn where_only_disputes_are_left_they_are_to_be_won() {
    let disputed =
        Case::defamation().denied("statement_false", Datum::No).denied("statement_is_factual", Datum::No);
    let missing = disputed.missing("cl246-defamation", Value::TT);
    assert_eq!(
        (missing.family, terms(&missing)),
        (Family::Dispute, vec![vec!["statement_false", "statement_is_factual"]])
    );
}

/// The other side's best points: what would make the result fail.
#[test]
fn the_other_side_needs_one_fact_of_these() {
    let disputed = Case::defamation().denied("statement_false", Datum::No);
    let risk = disputed.missing("cl246-defamation", Value::FF);
    assert_eq!((risk.family, terms(&risk)), (Family::Risk, vec![vec!["statement_false"]]));
    assert_eq!(risk.sets[0][0].want, Want::No);
    assert!(terms(&Case::defamation().missing("cl246-defamation", Value::FF)).is_empty());
}

#[test]
fn a_straddling_act_needs_both_laws() {
    let case = Case::defamation().but("identifiable_victim", 0).acts("2025-12-30", "2026-01-02");
    assert_eq!(terms(&case.missing("psapl-defamation", Value::TT)), [vec!["identifiable_victim"]]);
}
