//! No withheld cell can be computed from what is printed. The attack is the test's own: it sees what a reader sees, knows
//! what the tables mean, and solves for what is withheld in exact numbers.

use crate::sample::{arrest, plan, private, register, release, row, step};
use proptest::prelude::*;
use redress_statistics::{Cell, Plan, Release, Row};
use std::collections::BTreeMap;

/// A cell by table, row and column.
type Name = (String, String, String);

/// What a reader knows to add up to 0: cells with their signs.
fn identities(release: &Release) -> Vec<Vec<(Name, i128)>> {
    let mut all = Vec::new();
    let before = ["not-accepted", "withdrawn-before", "to-public-before", "pending-before", "accepted"];
    let after = ["dismissed", "withdrawn-after", "settled", "to-public-after", "pending-after", "judged"];
    for table in &release.tables {
        let name = |row: &str, column: &str| (table.id.clone(), row.to_owned(), column.to_owned());
        let rows: Vec<&str> = table
            .rows
            .iter()
            .map(|line| line.head.id.as_str())
            .filter(|id| !id.starts_with("share-"))
            .collect();
        let columns: Vec<&str> = table.columns.iter().map(|head| head.id.as_str()).collect();
        if columns.last() == Some(&"total") {
            let line = |row: &&str| {
                columns
                    .iter()
                    .map(|at| (name(row, at), if *at == "total" { -1 } else { 1 }))
                    .collect::<Vec<_>>()
            };
            all.extend(rows.iter().map(line));
        }
        for column in columns.iter().filter(|at| **at != "median-days") {
            let sum = |sum: &str, parts: &[&str]| {
                let parts = parts.iter().map(|row| (name(row, column), 1));
                parts.chain([(name(sum, column), -1)]).collect::<Vec<_>>()
            };
            match (table.id.as_str(), rows.split_last()) {
                ("funnel", _) => {
                    all.push(sum("filed", &before));
                    all.push(sum("accepted", &after));
                    all.push(sum("filed", &["concluded", "pending-before", "pending-after"]));
                    // The same suits in another table.
                    let there = ("routes".to_owned(), "private-prosecution".to_owned(), (*column).to_owned());
                    all.push(vec![(name("filed", column), 1), (there, -1)]);
                }
                (_, Some((last, parts))) if matches!(*last, "total" | "begun") => all.push(sum(last, parts)),
                _ => {}
            }
            if table.id == "marks" {
                let there = ("minors".to_owned(), "total".to_owned(), (*column).to_owned());
                all.push(vec![(name("total", column), 1), (there, -1)]);
            }
        }
    }
    for (one, other) in [
        (("funnel", "accepted", "total"), ("durations", "private-prosecution.filed-accepted", "n")),
        (("funnel", "judged", "total"), ("durations", "private-prosecution.filed-judged", "n")),
        (("marks", "total", "total"), ("weeks", "total", "opened")),
    ] {
        let name =
            |(table, row, column): (&str, &str, &str)| (table.to_owned(), row.to_owned(), column.to_owned());
        all.push(vec![(name(one), 1), (name(other), -1)]);
    }
    all
}

fn cell(release: &Release, (table, row, column): &Name) -> Option<Cell> {
    release.tables.iter().find(|one| one.id == *table)?.cell(row, column)
}

/// Solves for the withheld cells; gives those that come out.
fn computed(release: &Release) -> Vec<Name> {
    let mut unknown: BTreeMap<Name, usize> = BTreeMap::new();
    let mut equations = Vec::new();
    for identity in identities(release) {
        let held = |(name, _): &&(Name, i128)| cell(release, name) == Some(Cell::Withheld);
        let mut equation: BTreeMap<usize, i128> = BTreeMap::new();
        for (name, sign) in identity.iter().filter(held) {
            let next = unknown.len();
            *equation.entry(*unknown.entry(name.clone()).or_insert(next)).or_insert(0) += sign;
        }
        equations.push(equation);
    }
    let wide = unknown.len();
    let dense: Vec<Vec<i128>> = equations
        .iter()
        .map(|one| (0..wide).map(|at| one.get(&at).copied().unwrap_or(0)).collect())
        .collect();
    let solved = reduced(dense);
    let alone =
        |at: usize| solved.iter().any(|row| row[at] != 0 && row.iter().filter(|one| **one != 0).count() == 1);
    unknown.into_iter().filter(|(_, at)| alone(*at)).map(|(name, _)| name).collect()
}

/// Gauss and Jordan without fractions: a row with a single entry gives its cell away.
fn reduced(mut rows: Vec<Vec<i128>>) -> Vec<Vec<i128>> {
    fn gcd(a: i128, b: i128) -> i128 {
        if b == 0 { a.abs() } else { gcd(b, a % b) }
    }
    let wide = rows.first().map_or(0, Vec::len);
    let mut done = 0;
    for column in 0..wide {
        let Some(found) = (done..rows.len()).find(|at| rows[*at][column] != 0) else { continue };
        rows.swap(done, found);
        let pivot = rows[done].clone();
        for (at, row) in rows.iter_mut().enumerate() {
            let (a, b) = (row[column], pivot[column]);
            if at != done && a != 0 {
                row.iter_mut().zip(&pivot).for_each(|(one, other)| *one = *one * b - *other * a);
                let common = row.iter().fold(0, |common, one| gcd(common, *one)).max(1);
                row.iter_mut().for_each(|one| *one /= common);
            }
        }
        done += 1;
    }
    rows
}

/// No withheld count comes out, none that is small is printed, and what a line leaves over is not small.
fn assert_safe(rows: &[Row], plan: &Plan) {
    let (whole, held) = (release(rows, &Plan { threshold: 0, ..plan.clone() }), release(rows, plan));
    for identity in identities(&whole) {
        // The attack itself is sound: with nothing withheld every identity holds.
        let sum: i128 = identity
            .iter()
            .map(|(name, sign)| match cell(&whole, name) {
                Some(Cell::Count { n }) => sign * i128::from(n),
                _ => 0,
            })
            .sum();
        assert_eq!(sum, 0, "{identity:?}");
    }
    for (before, after) in whole.tables.iter().zip(&held.tables) {
        for (before, after) in before.rows.iter().zip(&after.rows) {
            for (before, after) in before.cells.iter().zip(&after.cells) {
                match after {
                    Cell::Count { n } => assert!(before == after && (*n == 0 || *n >= plan.threshold), "{n}"),
                    Cell::Withheld => assert_ne!(*before, Cell::Count { n: 0 }),
                    _ => {}
                }
            }
        }
    }
    assert_eq!(computed(&held), Vec::<Name>::new());
    for identity in identities(&held) {
        let hidden: Vec<_> =
            identity.iter().filter(|(name, _)| cell(&held, name) == Some(Cell::Withheld)).collect();
        if !hidden.is_empty() && hidden.iter().all(|(_, sign)| *sign == 1) && identity.len() > 2 {
            let n = |name: &Name| if let Some(Cell::Count { n }) = cell(&whole, name) { n } else { 0 };
            let over: u64 = hidden.iter().map(|(name, _)| n(name)).sum();
            let derived = identity.iter().any(|(name, _)| name.1 == "concluded");
            assert!(derived || over >= plan.threshold && over > hidden.len() as u64, "{over} {hidden:?}");
        }
    }
}

/// The attack finds what it should: the register as it is, with one cell taken out.
#[test]
fn the_attack_of_this_test_is_not_blind() {
    let mut open = release(&register(), &plan(0));
    let funnel = open.tables.iter_mut().find(|one| one.id == "funnel").unwrap();
    funnel.rows[1].cells[0] = Cell::Withheld;
    assert_eq!(computed(&open).len(), 1);
}

#[test]
fn the_register_gives_no_small_count_away() {
    let rows: Vec<Row> = register().into_iter().step_by(4).collect();
    assert_safe(&rows, &plan(5));
}

/// The first attack of every reader: the total less the other cells of the line.
#[test]
fn a_single_small_cell_takes_a_second_one_with_it() {
    let rows = register();
    let release = release(&rows, &plan(5));
    for table in &release.tables {
        for line in &table.rows {
            let held = line.cells.iter().filter(|cell| **cell == Cell::Withheld).count();
            let shares = line.head.id.starts_with("share-");
            assert!(
                shares || held != 1 || table.id == "weeks" || table.id == "durations",
                "{} {}",
                table.id,
                line.head.id
            );
        }
    }
    let funnel = release.tables.iter().find(|one| one.id == "funnel").unwrap();
    assert_eq!(funnel.cell("filed", "total"), Some(Cell::Count { n: 243 }));
    assert_eq!(funnel.cell("withdrawn-before", "2024"), Some(Cell::Withheld));
    assert_eq!(
        funnel.cell("to-public-before", "2024"),
        Some(Cell::Count { n: 0 }),
        "a zero points at nobody"
    );
}

/// Two withheld cells that add up to 2 are both 1, because zeros are shown: subtraction is not the only attack.
#[test]
fn what_is_left_over_in_a_line_is_never_small() {
    let mut rows: Vec<Row> = (0..20).map(|_| row("2024-05-06")).collect();
    rows[0].minor = Some(true);
    rows[1].minor = Some(false);
    let release = release(&rows, &plan(2));
    let minors = release.tables.iter().find(|one| one.id == "minors").unwrap();
    assert_eq!(minors.cell("minor", "total"), Some(Cell::Withheld));
    assert_eq!(minors.cell("not-stated", "total"), Some(Cell::Withheld), "18 and 20 would give 1 and 1");
}

#[test]
fn shares_and_medians_go_with_the_counts_that_they_rest_on() {
    let release = release(&register(), &plan(5));
    let funnel = release.tables.iter().find(|one| one.id == "funnel").unwrap();
    for column in &funnel.columns {
        for part in ["withdrawn-before", "settled", "judged"] {
            let held = funnel.cell(part, &column.id) == Some(Cell::Withheld);
            let share = funnel.cell(&format!("share-{part}"), &column.id).unwrap();
            assert!(!held || share == Cell::Withheld, "{part} {}", column.id);
        }
    }
}

fn any_row() -> impl Strategy<Value = Row> {
    let ways: Vec<Vec<(&str, &str)>> = vec![
        vec![],
        vec![("refused", "refused")],
        vec![("withdrawn", "withdrawn")],
        vec![("accepted", "accepted")],
        vec![("accepted", "accepted"), ("dismissed", "dismissed")],
        vec![("accepted", "accepted"), ("judged", "judged")],
    ];
    let offences = ["insult", "defamation", "assisting"];
    (0..6_usize, 1..13_i8, 2023..2025_i16, 0..3_usize, any::<Option<bool>>(), any::<bool>(), 0..4_u32)
        .prop_map(move |(way, month, year, offence, minor, supervised, persons)| {
            let on = |day: i8| format!("{year}-{month:02}-{day:02}");
            let mut row = row(&on(2));
            row.minor = minor;
            row.supervised = supervised;
            row.milestones.push(private("filed", "filed", &on(3)));
            for (place, (event, to)) in ways[way].iter().enumerate() {
                row.milestones.push(private(event, to, &on(10 + i8::try_from(place).unwrap())));
            }
            if persons > 0 {
                row.milestones.push(step("public-prosecution", "filed", "filed", &on(20)));
                row.milestones.push(arrest(offences[offence], persons, &on(21)));
            }
            row
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn no_withheld_cell_can_be_computed(rows in proptest::collection::vec(any_row(), 0..40), threshold in 2_u64..8) {
        assert_safe(&rows, &plan(threshold));
    }
}
