//! Hostile text in every field: refused or taken, never a panic, and the past stays as it was.

use crate::record::{numbered, today};
use proptest::prelude::*;
use redress_law::Body;
use redress_procedure::{Acting, Docket, Event, Numbered, Procedures, number::NumberKind};

/// Anything, and what often breaks something.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        Just(String::new()),
        Just("\u{0}".to_owned()),
        Just("（".to_owned()),
        Just("（2024）号".to_owned()),
        Just("〔2024〕".repeat(400)),
        Just("\u{202e}<script>".to_owned()),
        "[（(〔\\[]{0,3}[0-9]{0,6}[）)〕\\]]{0,3}[川浙刑初第字号之一]{0,8}[0-9]{0,9}[号之一]{0,3}",
    ]
}

/// A name that is known, or anything.
fn name(known: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop_oneof![text(), prop::sample::select(known).prop_map(str::to_owned)]
}

prop_compose! {
    fn hostile()(
        procedure in name(&["private-prosecution", "public-prosecution", "platform-notice", "reconsideration"]),
        track in name(&["1", "1.2"]),
        event in name(&["filed", "accepted", "received", "indicted", "withdrawn", "hearing-fixed"]),
        year in 1..9999_i16,
        number in prop::option::of(text()),
        reason in prop::option::of(name(&["other", "insult"])),
        for_year in prop::option::of(-9999..9999_i16),
        body in prop::option::of(text()),
        persons in prop::option::of(any::<u32>()),
        statement in prop::option::of(name(&["st-3f2a9c01"])),
    ) -> Event {
        let day = |year| jiff::civil::date(year, 3, 1);
        let mut one = Event::new(&procedure, &event, day(year));
        one.track = track;
        one.number = number;
        one.reason = reason;
        one.for_day = for_year.map(day);
        one.body = body.map(|name| Acting { kind: Body::Court, name });
        one.persons = persons;
        one.statement = statement;
        one
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_event_is_answered(event in hostile(), entry in any::<u64>()) {
        let past = numbered("2024-03-01 private-prosecution filed\n2024-03-02 public-prosecution filed");
        let new = Numbered { entry, of: event };
        let answer = Docket::admit(Procedures::standard(), &past, &new, today());
        let alone = Docket::replay(Procedures::standard(), std::slice::from_ref(&new));
        if let Ok(admitted) = &answer {
            prop_assert!(admitted.done.event.on <= today());
        }
        for refusal in answer.err().into_iter().chain(alone.err()) {
            prop_assert!(refusal.finding.code.starts_with("procedure-"));
        }
    }

    #[test]
    fn any_number_is_answered_and_its_canonical_form_stays(written in text(), year in 1..9999_i16) {
        for kind in [NumberKind::CourtCase, NumberKind::Official, NumberKind::Receipt, NumberKind::None] {
            if let Ok(once) = kind.canonical(&written, year) {
                prop_assert_eq!(kind.canonical(&once, year), Ok(once));
            }
        }
    }

    #[test]
    fn any_file_is_answered(file in any::<String>()) {
        let _ = Procedures::read(&[("any.toml", &file)]);
    }
}
