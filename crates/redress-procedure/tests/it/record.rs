//! Events written as lines: `2020-10-26 private-prosecution filed reason=other track=2`.

use redress_base::{Date, Finding};
use redress_law::Body;
use redress_procedure::{Acting, Admitted, Docket, Event, Moves, Numbered, Procedures, TrackKey};

/// The day on which everything in these tests is recorded.
pub(crate) fn today() -> Date {
    "2026-11-21".parse().unwrap()
}

/// One line.
pub(crate) fn event(line: &str) -> Event {
    let mut words = line.split_whitespace();
    let on = words.next().unwrap().parse().unwrap();
    let mut event = Event::new(words.next().unwrap(), words.next().unwrap(), on);
    for word in words {
        let (name, value) = word.split_once('=').unwrap();
        match name {
            "reason" => event.reason = Some(value.to_owned()),
            "track" => event.track = value.to_owned(),
            "number" => event.number = Some(value.to_owned()),
            "for" => event.for_day = Some(value.parse().unwrap()),
            "persons" => event.persons = Some(value.parse().unwrap()),
            "body" => {
                let kind: Body = serde_json::from_value(value.into()).unwrap();
                event.body = Some(Acting { kind, name: "某机关".to_owned() });
            }
            "statement" => event.statement = Some(value.to_owned()),
            other => panic!("{other}"),
        }
    }
    event
}

/// The lines as entries 1, 2, ….
pub(crate) fn numbered(lines: &str) -> Vec<Numbered<Event>> {
    let lines = lines.lines().map(str::trim).filter(|line| !line.is_empty());
    (1..).zip(lines).map(|(entry, line)| Numbered { entry, of: event(line) }).collect()
}

/// Takes in one more.
pub(crate) fn admit(past: &[Numbered<Event>], new: Event) -> Result<Admitted, Box<Finding>> {
    let entry = past.iter().map(|one| one.entry).max().unwrap_or(0) + 1;
    let new = Numbered { entry, of: new };
    Docket::admit(Procedures::standard(), past, &new, today()).map_err(|refusal| refusal.finding)
}

/// Takes the lines in one after the other; each time the docket is the one that a replay gives.
pub(crate) fn docket(lines: &str) -> Docket {
    let all = numbered(lines);
    let mut docket = Docket::default();
    for (at, one) in all.iter().enumerate() {
        let past = &all[..at];
        docket = match admit(past, one.of.clone()) {
            Ok(admitted) => admitted.docket,
            Err(finding) => panic!("{:?}: {finding:?}", one.of),
        };
        assert_eq!(docket, Docket::replay(Procedures::standard(), &all[..=at]).unwrap());
    }
    docket
}

/// Why the last line is refused after the others; it must be.
pub(crate) fn refused(lines: &str, last: &str) -> Finding {
    docket(lines);
    match admit(&numbered(lines), event(last)) {
        Ok(admitted) => panic!("{last}: {:?}", admitted.done),
        Err(finding) => *finding,
    }
}

/// The state of track 1.
pub(crate) fn state(docket: &Docket, procedure: &str) -> String {
    docket.track(&TrackKey::new(procedure, "1")).map_or_else(String::new, |track| track.state.clone())
}

/// What may follow on track 1.
pub(crate) fn moves(docket: &Docket, procedure: &str) -> Moves {
    docket.moves(Procedures::standard(), &TrackKey::new(procedure, "1"), today())
}

/// The events that may follow on track 1.
pub(crate) fn open(docket: &Docket, procedure: &str) -> Vec<String> {
    moves(docket, procedure).open.into_iter().map(|one| one.event).collect()
}

/// A text argument of a finding.
pub(crate) fn text(finding: &Finding, name: &str) -> String {
    match finding.args.get(name) {
        Some(redress_base::Arg::Text(text)) => text.clone(),
        other => panic!("{name}: {other:?} in {finding:?}"),
    }
}

/// The value of a fact that stands, as a text.
pub(crate) fn fact(docket: &Docket, term: &str) -> Option<String> {
    docket.facts().into_iter().find(|(_, fact)| fact.term == term).map(|(_, fact)| fact.value.to_string())
}
