//! No withheld cell can be computed from what is printed. The attack here is the test's own: it knows the rows, works in
//! exact fractions, and shares no code with the room.

use crate::sample::{arrest, plan, private, register, release, row, step};
use proptest::prelude::*;
use redress_statistics::{Cell, Plan, Release, Row, Table};

/// What a cell counts, as the reader may learn it: every release of one row alone says which cells that row is in.
fn printed(release: &Release) -> Vec<(Cell, bool)> {
    let cells = |table: &Table| table.rows.iter().flat_map(|line| line.cells.clone()).collect::<Vec<_>>();
    release
        .tables
        .iter()
        .flat_map(cells)
        .map(|cell| (cell, matches!(cell, Cell::Count { .. } | Cell::Withheld)))
        .collect()
}

/// The same release with nothing withheld, and the vector of each cell over the single facts of the register.
fn vectors(rows: &[Row], plan: &Plan) -> (Vec<Cell>, Vec<Vec<i128>>) {
    let open = Plan { threshold: 0, ..plan.clone() };
    let whole = release(rows, &open);
    let open = Plan { from: Some(whole.from), to: Some(whole.to), ..open };
    let n = |cell: &(Cell, bool)| if let Cell::Count { n } = cell.0 { i128::from(n) } else { 0 };
    let all = printed(&whole);
    let alone: Vec<Vec<i128>> = rows
        .iter()
        .map(|one| printed(&release(std::slice::from_ref(one), &open)).iter().map(n).collect())
        .collect();
    let by_cell =
        (0..all.len()).map(|cell| alone.iter().map(|row| row.get(cell).copied().unwrap_or(0)).collect());
    (all.iter().map(|one| one.0).collect(), by_cell.collect())
}

/// Whether `target` is a sum of multiples of `given`, in exact fractions (fraction-free elimination).
fn in_span(given: &[Vec<i128>], target: &[i128]) -> bool {
    let gcd = |mut a: i128, mut b: i128| {
        while b != 0 {
            (a, b) = (b, a % b);
        }
        a.abs().max(1)
    };
    let clear = |row: &mut Vec<i128>, basis: &[i128], pivot: usize| {
        let (a, b) = (row[pivot], basis[pivot]);
        if a != 0 {
            row.iter_mut().zip(basis).for_each(|(one, other)| *one = *one * b - *other * a);
            let common = row.iter().fold(0, |common, one| gcd(common, *one));
            row.iter_mut().for_each(|one| *one /= common.max(1));
        }
    };
    let mut basis: Vec<(usize, Vec<i128>)> = Vec::new();
    for row in given {
        let mut row = row.clone();
        basis.iter().for_each(|(pivot, one)| clear(&mut row, one, *pivot));
        if let Some(pivot) = row.iter().position(|one| *one != 0) {
            basis.push((pivot, row));
        }
    }
    let mut target = target.to_vec();
    basis.iter().for_each(|(pivot, one)| clear(&mut target, one, *pivot));
    target.iter().all(|one| *one == 0)
}

/// No withheld count is in the span of the printed ones, and none that is small is printed.
fn assert_safe(rows: &[Row], plan: &Plan) {
    let (truth, vectors) = vectors(rows, plan);
    let whole = release(rows, &Plan { threshold: 0, ..plan.clone() });
    let held = release(rows, &Plan { from: Some(whole.from), to: Some(whole.to), ..plan.clone() });
    let held = printed(&held);
    assert_eq!(held.len(), truth.len());
    let mut given = Vec::new();
    for ((cell, _), (truth, vector)) in held.iter().zip(truth.iter().zip(&vectors)) {
        if let Cell::Count { n } = cell {
            assert_eq!(cell, truth);
            assert!(*n == 0 || *n >= plan.threshold, "{n} is printed");
            given.push(vector.clone());
        }
    }
    for ((cell, counts), (truth, vector)) in held.iter().zip(truth.iter().zip(&vectors)) {
        if *cell == Cell::Withheld && *counts && matches!(truth, Cell::Count { .. }) {
            assert!(!in_span(&given, vector), "{truth:?} can be computed");
        }
    }
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
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn no_withheld_cell_can_be_computed(rows in proptest::collection::vec(any_row(), 0..40), threshold in 2_u64..8) {
        assert_safe(&rows, &plan(threshold));
    }
}
