//! Registers whose figures are known beforehand.

use redress_base::Date;
use redress_statistics::{
    By, HotEvent, Milestone, NoticeRow, Plan, Published, Release, Row, Scope, Timeliness,
};

pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

pub(crate) fn scope() -> Scope {
    Scope { register: "desk of one county".to_owned(), region: None }
}

pub(crate) fn row(opened: &str) -> Row {
    Row {
        scope: scope(),
        opened: day(opened),
        milestones: Vec::new(),
        supervised: false,
        rapid_response: false,
        minor: None,
        notices: Vec::new(),
    }
}

pub(crate) fn step(procedure: &str, event: &str, to: &str, on: &str) -> Milestone {
    Milestone {
        procedure: procedure.to_owned(),
        track: "1".to_owned(),
        event: event.to_owned(),
        to: to.to_owned(),
        on: day(on),
        reason: None,
        persons: None,
    }
}

pub(crate) fn private(event: &str, to: &str, on: &str) -> Milestone {
    step("private-prosecution", event, to, on)
}

pub(crate) fn arrest(offence: &str, persons: u32, on: &str) -> Milestone {
    Milestone {
        reason: Some(offence.to_owned()),
        persons: Some(persons),
        ..step("public-prosecution", "arrest-approved", "filed", on)
    }
}

pub(crate) fn plan(threshold: u64) -> Plan {
    Plan {
        scope: scope(),
        by: By::Year,
        from: None,
        to: None,
        as_of: day("2025-12-31"),
        threshold,
        events: Vec::new(),
        breaks: Vec::new(),
    }
}

pub(crate) fn release(rows: &[Row], plan: &Plan) -> Release {
    Release::of(rows, plan, &Published::standard().unwrap()).unwrap()
}

/// An event, the state after it, days after the filing.
type Went = (&'static str, &'static str, u8);

/// How a suit goes: steps after the filing, and how many such suits there are in each of two years.
const SUITS: [(&[Went], [usize; 2]); 9] = [
    (&[("refused", "refused", 10)], [60, 41]),
    (&[("withdrawn", "withdrawn", 12)], [11, 3]),
    (&[("transferred", "transferred", 9)], [2, 0]),
    (&[], [7, 20]),
    (&[("accepted", "accepted", 14), ("dismissed", "dismissed", 40)], [24, 10]),
    (&[("accepted", "accepted", 14), ("withdrawn", "withdrawn-evidence", 50)], [9, 6]),
    (&[("accepted", "accepted", 14), ("mediated", "mediated", 45)], [8, 4]),
    (&[("accepted", "accepted", 14)], [5, 12]),
    (&[("accepted", "accepted", 14), ("heard", "heard", 60), ("judged", "judged", 70)], [16, 5]),
];

/// 243 suits in two years, some with marks, notices, police help, arrests.
pub(crate) fn register() -> Vec<Row> {
    let mut rows = Vec::new();
    for (steps, counts) in SUITS {
        for (year, count) in [2023, 2024].into_iter().zip(counts) {
            for number in 0..count {
                let filed = Date::new(year, i8::try_from(1 + number % 12).unwrap(), 3).unwrap();
                let mut row = row(&filed.to_string());
                row.milestones.push(private("filed", "filed", &filed.to_string()));
                for (event, to, days) in steps {
                    let on = filed.checked_add(core::time::Duration::from_secs(u64::from(*days) * 86_400));
                    row.milestones.push(private(event, to, &on.unwrap().to_string()));
                }
                row.minor = [Some(true), Some(false), None][number % 3];
                row.supervised = number == 0;
                row.rapid_response = number < 2;
                let timeliness = Timeliness::ALL[number % 2];
                row.notices.push(NoticeRow { duty: "op17-tell-agent".to_owned(), on: filed, timeliness });
                rows.push(row);
            }
        }
    }
    for (row, persons) in rows.iter_mut().zip([3, 1, 7, 2]) {
        row.milestones.push(step("public-prosecution", "filed", "filed", "2023-12-01"));
        row.milestones.push(arrest("defamation", persons, "2023-12-20"));
    }
    rows
}

pub(crate) fn event() -> HotEvent {
    HotEvent {
        name: "Rumour about a market".to_owned(),
        from: day("2023-03-01"),
        to: day("2023-03-20"),
        source: "a newspaper".to_owned(),
    }
}
