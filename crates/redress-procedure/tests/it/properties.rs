//! Random sequences: what holds whatever is recorded, in whatever order.

use crate::record::today;
use proptest::prelude::*;
use redress_base::Date;
use redress_procedure::{Docket, Event, Numbered, Procedures, TrackKey};

fn first() -> Date {
    "2024-01-02".parse().unwrap()
}

/// Picks: which event to try, with which reason, how many days after the one before, on which track.
fn picks() -> impl Strategy<Value = Vec<(usize, usize, u8, bool)>> {
    prop::collection::vec((any::<usize>(), any::<usize>(), 0..40_u8, prop::bool::weighted(0.15)), 1..40)
}

/// An event that the procedures know, with a reason where it needs one.
fn known(which: usize, reason: usize, on: Date, second: bool) -> Event {
    let all: Vec<_> = Procedures::standard()
        .iter()
        .flat_map(|one| one.events.iter().map(move |kind| (one, kind)))
        .collect();
    let (procedure, kind) = all[which % all.len()];
    let mut event = Event::new(&procedure.id, &kind.id, on);
    if !kind.reasons.is_empty() {
        event.reason = Some(kind.reasons[reason % kind.reasons.len()].id.clone());
    }
    if second {
        event.track = "1.2".to_owned();
    }
    event
}

/// Follows open moves where the pick says so, so that long sequences come about; otherwise tries anything.
fn grown(picks: &[(usize, usize, u8, bool)]) -> (Vec<Numbered<Event>>, Docket) {
    let procedures = Procedures::standard();
    let (mut past, mut docket, mut on) = (Vec::new(), Docket::default(), first());
    for (at, (which, reason, days, second)) in picks.iter().enumerate() {
        on = (on + jiff::Span::new().days(i64::from(*days))).min(today());
        let mut event = known(*which, *reason, on, *second);
        if which % 4 != 0 {
            let key = TrackKey::new(&event.procedure, &event.track);
            let open = docket.moves(procedures, &key, on).open;
            if !open.is_empty() {
                let one = &open[reason % open.len()];
                event.event = one.event.clone();
                event.reason = one.reasons.get(reason % one.reasons.len().max(1)).cloned();
            }
        }
        let new = Numbered { entry: at as u64 + 1, of: event };
        match Docket::admit(procedures, &past, &new, today()) {
            Ok(admitted) => {
                docket = admitted.docket;
                past.push(new);
            }
            Err(refusal) => {
                let code = refusal.finding.code.as_str();
                let named = refusal.finding.article.is_some();
                assert!(named || code == "procedure-duplicate", "{new:?}: {refusal}");
            }
        }
    }
    (past, docket)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Every state that a sequence reaches is one of the procedure, and to admit is to replay.
    #[test]
    fn admitted_is_replayed_and_every_state_is_known(picks in picks()) {
        let (past, docket) = grown(&picks);
        let procedures = Procedures::standard();
        prop_assert_eq!(&Docket::replay(procedures, &past).unwrap(), &docket);
        for (key, track) in docket.tracks() {
            let procedure = procedures.get(&key.procedure).unwrap();
            prop_assert!(procedure.state(&track.state).is_some());
            let mut state = procedure.start.as_str();
            for done in &track.history {
                prop_assert_eq!(&done.from, state);
                prop_assert!(!done.cites.is_empty());
                state = &done.to;
            }
        }
    }

    /// The order in which entries were recorded does not matter where their days differ.
    #[test]
    fn the_order_of_recording_does_not_matter(picks in picks(), turn in any::<u64>()) {
        let picks: Vec<_> = picks.into_iter().map(|(a, b, days, c)| (a, b, days.max(1), c)).collect();
        let (mut past, docket) = grown(&picks);
        // Other entry numbers, and another order in the file: the days decide.
        let length = past.len() as u64;
        for (at, one) in past.iter_mut().enumerate() {
            one.entry = (at as u64).wrapping_mul(7).wrapping_add(turn) % 1_000_003;
        }
        past.reverse();
        let days: std::collections::BTreeSet<Date> = past.iter().map(|one| one.of.on).collect();
        let entries: std::collections::BTreeSet<u64> = past.iter().map(|one| one.entry).collect();
        prop_assume!(days.len() as u64 == length && entries.len() as u64 == length);
        let again = Docket::replay(Procedures::standard(), &past).unwrap();
        let states = |docket: &Docket| {
            docket.tracks().map(|(key, track)| (key.clone(), track.state.clone())).collect::<Vec<_>>()
        };
        prop_assert_eq!(states(&again), states(&docket));
    }

    /// What a docket lists as open is admitted, and what it lists as closed or waiting is refused as that.
    #[test]
    fn what_is_listed_is_what_is_done(picks in picks(), which in any::<usize>()) {
        let (past, docket) = grown(&picks);
        let procedures = Procedures::standard();
        let on = past.last().map_or(first(), |one| one.of.on);
        let all: Vec<_> = procedures.iter().collect();
        let procedure = all[which % all.len()];
        let key = TrackKey::new(&procedure.id, "1");
        let tried = |event: &str, reasons: &[String]| {
            let mut one = Event::new(&procedure.id, event, on);
            one.reason = reasons.first().cloned();
            let entry = past.last().map_or(1, |one| one.entry + 1);
            Docket::admit(procedures, &past, &Numbered { entry, of: one }, today())
        };
        let moves = docket.moves(procedures, &key, on);
        for one in &moves.open {
            match tried(&one.event, &one.reasons) {
                Ok(admitted) => prop_assert_eq!(&admitted.done.to, &one.to),
                Err(refusal) => prop_assert_eq!(refusal.finding.code.as_str(), "procedure-duplicate"),
            }
        }
        for one in &moves.closed {
            let refusal = tried(&one.event, &one.reasons).unwrap_err();
            prop_assert!(["procedure-closed", "procedure-duplicate"].contains(&refusal.finding.code.as_str()));
        }
        for one in &moves.waiting {
            let refusal = tried(&one.event, &one.reasons).unwrap_err();
            prop_assert!(["procedure-needs-other", "procedure-duplicate"].contains(&refusal.finding.code.as_str()));
        }
    }
}
