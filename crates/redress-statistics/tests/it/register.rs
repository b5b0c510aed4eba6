//! A register with known totals.

use crate::sample::{arrest, day, plan, private, register, release, row, step};
use redress_statistics::{By, Cell, Plan, Published, Release, Scope, Table};

fn count(table: &Table, row: &str, column: &str) -> u64 {
    match table.cell(row, column) {
        Some(Cell::Count { n }) => n,
        other => unreachable!("{} {row} {column}: {other:?}", table.id),
    }
}

fn table<'r>(release: &'r Release, id: &str) -> &'r Table {
    release.tables.iter().find(|one| one.id == id).unwrap()
}

#[test]
fn the_funnel_adds_up_to_the_known_totals() {
    let release = release(&register(), &plan(0));
    let funnel = table(&release, "funnel");
    let of =
        |row: &str| [count(funnel, row, "2023"), count(funnel, row, "2024"), count(funnel, row, "total")];
    assert_eq!(of("filed"), [142, 101, 243]);
    assert_eq!(of("not-accepted"), [60, 41, 101]);
    assert_eq!(of("withdrawn-before"), [11, 3, 14]);
    assert_eq!(of("to-public-before"), [2, 0, 2]);
    assert_eq!(of("pending-before"), [7, 20, 27]);
    assert_eq!(of("accepted"), [62, 37, 99]);
    assert_eq!(of("dismissed"), [24, 10, 34]);
    assert_eq!(of("withdrawn-after"), [9, 6, 15]);
    assert_eq!(of("settled"), [8, 4, 12]);
    assert_eq!(of("pending-after"), [5, 12, 17]);
    assert_eq!(of("judged"), [16, 5, 21]);
    assert_eq!(of("concluded"), [130, 69, 199]);
    // 101 of 199.
    assert_eq!(funnel.cell("share-not-accepted", "total"), Some(Cell::Share { hundredths: 5075 }));
    let durations = table(&release, "durations");
    let judged = "private-prosecution.accepted-judged";
    assert_eq!(count(durations, judged, "n"), 21);
    assert_eq!(durations.cell(judged, "median-days"), Some(Cell::MedianDays { half_days: 112 }));
    assert_eq!(count(table(&release, "arrests"), "defamation", "2023"), 13);
    assert_eq!(count(table(&release, "notices"), "total", "total"), 243);
    assert_eq!(count(table(&release, "marks"), "both", "total"), 17);
}

/// 指导意见 13 (in force 2023-09-20): the police have filed, so an accepted suit ends and one not accepted goes back.
#[test]
fn crossings_are_counted_by_stage_and_a_suit_filed_again_is_another() {
    let mut case = row("2024-01-02");
    case.milestones = vec![
        private("filed", "filed", "2024-01-05"),
        private("accepted", "accepted", "2024-01-15"),
        step("public-prosecution", "filed", "filed", "2024-02-01"),
        private("trial-ended", "trial-ended", "2024-02-10"),
        private("materials-handed-over", "trial-ended", "2024-02-12"),
        step("public-prosecution", "dropped", "dropped", "2024-06-01"),
        private("filed-again", "filed", "2024-07-01"),
    ];
    let release = release(&[case], &plan(0));
    let crossings = table(&release, "crossings");
    for crossing in ["trial-ended", "materials-handed-over", "filed-after-public"] {
        assert_eq!(count(crossings, crossing, "2024"), 1, "{crossing}");
    }
    assert_eq!(count(crossings, "refused-police-open", "total"), 0);
    let funnel = table(&release, "funnel");
    assert_eq!(count(funnel, "filed", "total"), 2);
    assert_eq!(count(funnel, "to-public-after", "total"), 1);
    assert_eq!(count(funnel, "pending-before", "total"), 1);
}

#[test]
fn what_happened_after_the_day_is_not_seen() {
    let early = Plan { as_of: day("2023-02-28"), ..plan(0) };
    let release = release(&register(), &early);
    let funnel = table(&release, "funnel");
    assert_eq!(count(funnel, "judged", "total"), 0);
    assert!(count(funnel, "filed", "total") < 142);
    assert_eq!(release.to, day("2023-02-28"));
}

#[test]
fn half_years_and_months_have_the_sum_of_the_year() {
    let rows = register();
    for by in [By::HalfYear, By::Month] {
        let release = release(&rows, &Plan { by, ..plan(0) });
        let funnel = table(&release, "funnel");
        let parts: u64 = funnel
            .columns
            .iter()
            .filter(|head| head.id != "total")
            .map(|head| count(funnel, "filed", &head.id))
            .sum();
        assert_eq!(parts, 243);
    }
}

#[test]
fn scopes_are_never_added_up_and_days_run_forward() {
    let published = Published::standard().unwrap();
    let mut rows = register();
    rows[7].scope = Scope { register: "another desk".to_owned(), region: None };
    let refused = Release::of(&rows, &plan(5), &published).unwrap_err();
    assert_eq!(refused.finding.code, "statistics-scopes-differ");
    let backwards = Plan { from: Some(day("2026-01-01")), ..plan(5) };
    let refused = Release::of(&register(), &backwards, &published).unwrap_err();
    assert_eq!(refused.finding.code, "statistics-days-backwards");
    let wide = Plan { by: By::Month, from: Some(day("1990-01-01")), ..plan(5) };
    let refused = Release::of(&register(), &wide, &published).unwrap_err();
    assert_eq!(refused.finding.code, "statistics-too-many-periods");
}

#[test]
fn a_decision_without_a_number_of_persons_is_said_and_not_counted_as_none() {
    let mut case = row("2024-01-02");
    let unnumbered = redress_statistics::Milestone { persons: None, ..arrest("insult", 1, "2024-03-01") };
    case.milestones = vec![unnumbered, arrest("insult", 2, "2024-04-01")];
    let release = release(&[case], &plan(0));
    let arrests = table(&release, "arrests");
    assert_eq!(count(arrests, "insult", "2024"), 2);
    assert!(arrests.notes.iter().any(|note| note.code == "statistics-note-persons-unknown"));
}

#[test]
fn an_empty_register_is_all_zeros_and_withholds_nothing() {
    let release = release(&[], &plan(5));
    assert_eq!(count(table(&release, "funnel"), "filed", "total"), 0);
    let cells = release.tables.iter().flat_map(|one| &one.rows).flat_map(|line| &line.cells);
    assert!(cells.into_iter().all(|cell| *cell != Cell::Withheld));
}
