//! Properties over arbitrary files: total, deterministic, Article 10 first, and monotone.

use crate::scene::{Scene, outcome, statement, words};
use jiff::Span;
use jiff::civil::date;
use proptest::prelude::*;
use redress_base::Value;
use redress_facts::{Datum, Kind, Scope, Sheet, Standing, TermScope};
use redress_remedies::{RouteId, State};

const RULES: [&str; 5] =
    ["cl246-defamation", "cl246-insult", "psapl-defamation", "psapl-insult", "civil-reputation"];
const SHIELDS: [&str; 2] = ["op10-report-shield", "op10-criticism-shield"];

/// Facts that raise a ground or a condition, and those from which the program itself infers.
const RAISES: [&str; 48] = [
    "police_declined_violation",
    "organised_doxing",
    "site_or_group_set_up",
    "unlawful_info_published",
    "info_for_unlawful_purpose",
    "hype_purpose",
    "regulator_order_doc",
    "refused_to_correct",
    "privacy_spread",
    "threat_to_safety",
    "witness_retaliation",
    "pi_sold",
    "pi_provided",
    "published_to_public",
    "illegally_obtained",
    "repeated_messages",
    "stalking_kind",
    "complaint_in_time_refused",
    "criminal_complaint_in_time_refused",
    "police_case_open",
    "filing_review_overdue",
    "protection_requested",
    "on_the_spot_penalty",
    "restrictive_measure_taken",
    "reconsideration_delay_excused",
    "court_with_jurisdiction",
    "claim_specific",
    "evidence_sufficient",
    "defendant_dead",
    "private_info",
    "private_peace_disturbed",
    "private_space_intruded",
    "private_activity_exposed",
    "private_parts_filmed",
    "other_privacy_infringement",
    "pi_identifies_person",
    "pi_leaked_or_altered",
    "portrait_used",
    "sexual_harassment",
    "platform_failed_duty",
    "private_suit_accepted",
    "private_suit_filed",
    "announced",
    "withdrawn_at_courts_request",
    "public_case_dropped",
    "told_of_reconsideration",
    "continuing_state",
    "administrative_suit_accepted",
];

/// A claim by index into the vocabulary, with a die for its value, its standing and its statement.
type Throw = (prop::sample::Index, u8, u8, u8);

fn throws() -> impl Strategy<Value = Vec<Throw>> {
    prop::collection::vec((any::<prop::sample::Index>(), 0u8..12, 0u8..6, 0u8..3), 0..60)
}

fn values() -> impl Strategy<Value = Vec<Value>> {
    prop::collection::vec(prop::sample::select(Value::ALL.to_vec()), RULES.len() * 3)
}

fn put(scene: &mut Scene, throw: &Throw) {
    let (index, value, standing, statement_no) = throw;
    let terms: Vec<_> = words().iter().collect();
    let (id, term) = index.get(&terms);
    let day = date(2019, 1, 1).checked_add(Span::new().days(i64::from(*value) * 257)).unwrap();
    let datum = match &term.kind {
        Kind::Truth | Kind::Judgement => match value % 3 {
            0 => Datum::Yes,
            1 => Datum::No,
            _ => Datum::Unknown,
        },
        Kind::Date => Datum::Date(day),
        Kind::Choice(of) => Datum::Choice(of[usize::from(*value) % of.len()].clone()),
        Kind::Set(of) => Datum::Words(vec![of[usize::from(*value) % of.len()].clone()]),
        Kind::Count(unit) => Datum::count(redress_base::Count::floor(u64::from(*value) * 900), *unit),
    };
    let standing = [
        Standing::Stated,
        Standing::Measured,
        Standing::Official,
        Standing::Admitted,
        Standing::Judged,
        Standing::Judged,
    ][usize::from(*standing)];
    let scope = if term.scope == TermScope::Case { Scope::Case } else { statement(u32::from(*statement_no)) };
    let mut claim = crate::scene::claim(datum, standing);
    claim.opposing = value % 5 == 4;
    scene.sheet.add(scope, id, claim);
}

fn scene(throws: &[Throw], values: &[Value], day: i32) -> Scene {
    let mut scene = Scene::new(date(2019, 1, 1).checked_add(Span::new().days(day)).unwrap());
    scene.statements = (0..3).map(statement).collect();
    throws.iter().for_each(|throw| put(&mut scene, throw));
    let slots = scene.statements.clone().into_iter().flat_map(|s| RULES.map(|rule| (s.clone(), rule)));
    for ((scope, rule), value) in slots.zip(values) {
        scene.came_out(&scope, rule, *value);
    }
    scene
}

const fn rank(state: State) -> u8 {
    match state {
        State::Closed => 0,
        State::Waiting | State::Unknown => 1,
        State::Open => 2,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Any file gives twelve routes in their order, twice the same, that survive a round trip; every
    /// non-open route that waits names what it waits for.
    #[test]
    fn always_twelve_and_never_a_panic(throws in throws(), values in values(), day in 0i32..4000) {
        let scene = scene(&throws, &values, day);
        let roads = scene.roads().0;
        prop_assert_eq!(roads.iter().map(|route| route.id).collect::<Vec<_>>(), RouteId::ALL);
        prop_assert_eq!(&roads, &scene.roads().0);
        let text = serde_json::to_string(&roads).unwrap();
        let back: Vec<redress_remedies::Route> = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(&back, &roads);
        for route in &roads {
            prop_assert!(!route.reasons.is_empty());
            prop_assert!(route.reasons.iter().any(|reason| reason.decisive), "{}", route.id);
            prop_assert!(route.state != State::Waiting || !route.needs.is_empty(), "{}", route.id);
            prop_assert!(route.needs.iter().all(|need| scene.words.get(&need.term).is_some()));
            prop_assert!(route.deadlines.iter().all(|d| d.from.is_some() == d.due.is_some()));
        }
    }

    /// However strong everything else is, a penal route stays shut while every statement is protected.
    #[test]
    fn protected_speech_never_opens_a_penal_route(
        throws in throws(), values in values(), day in 0i32..4000, sentence in 0usize..2,
    ) {
        let mut scene = scene(&throws, &values, day);
        for scope in scene.statements.clone() {
            let mut shield = outcome(SHIELDS[sentence], &scope, Value::TT);
            shield.version = Some(version());
            scene.outcomes.insert((scope, SHIELDS[sentence].to_owned()), shield);
        }
        for route in scene.roads().0.iter().filter(|route| route.id.penal()) {
            prop_assert_ne!(route.state, State::Open, "{}", route.id);
        }
    }

    /// Learning what was unknown never reverses an open or a closed route; better elements never make
    /// a route worse.
    #[test]
    fn states_follow_the_elements(
        throws in throws(), values in values(), day in 0i32..4000, slot in 0usize..15, better in 0usize..6,
    ) {
        let before = scene(&throws, &values, day).roads().0;
        let mut changed = values.clone();
        let (old, new) = (values[slot], Value::ALL[better]);
        changed[slot] = new;
        let after = scene(&throws, &changed, day).roads().0;
        for (a, b) in before.iter().zip(&after) {
            if old == Value::UU && rank(a.state) != 1 {
                prop_assert_eq!(a.state, b.state, "{} {} -> {}", a.id, old, new);
            }
            if new.worst() >= old.worst() && new.best() >= old.best() {
                prop_assert!(rank(b.state) >= rank(a.state), "{} {} -> {}", a.id, old, new);
            }
        }
    }

    /// The same for facts: what nobody had spoken of may open or close a route that was undecided, and
    /// reverses none. Left out: facts that raise a new ground, and those from which the program itself
    /// infers (what the police decided, whether a complaint was refused).
    #[test]
    fn a_new_fact_reverses_nothing(
        throws in throws(), values in values(), day in 0i32..4000, pick in any::<prop::sample::Index>(), yes: bool,
    ) {
        let free: Vec<&str> = words().iter().filter(|(_, term)| matches!(term.kind, Kind::Truth | Kind::Judgement))
            .map(|(id, _)| id)
            .filter(|id| !RAISES.contains(id))
            .collect();
        let term = *pick.get(&free);
        let mut scene = scene(&throws, &values, day);
        let scope = if words().get(term).unwrap().scope == TermScope::Case { Scope::Case } else { statement(1) };
        prop_assume!(scene.sheet.claims(&scope, term).is_empty());
        let before = scene.roads().0;
        let mut said = crate::scene::claim(if yes { Datum::Yes } else { Datum::No }, Standing::Judged);
        said.sources.clear();
        scene.sheet.add(scope, term, said);
        for (a, b) in before.iter().zip(&scene.roads().0) {
            prop_assert!(rank(a.state) == 1 || a.state == b.state, "{} after {term}", a.id);
        }
    }

    /// Time alone never reopens what limitation closed: days pass, penalties stay shut.
    #[test]
    fn time_does_not_reopen_a_penalty(values in values(), first in 0i32..2000, wait in 0i32..2000) {
        let at = |day: i32| {
            let mut scene = scene(&[], &values, day);
            scene.sheet = Sheet::new();
            scene.ready_to_sue().word("decision", "none");
            for scope in scene.statements.clone() {
                scene.unprotected(&scope).day(&scope, "act_date", date(2019, 1, 1));
            }
            scene.roads().state(RouteId::AdministrativePenalty)
        };
        prop_assert!(rank(at(first)) >= rank(at(first + wait)));
    }
}

fn version() -> redress_law::Version {
    serde_json::from_value(serde_json::json!({
        "article": {"instrument": "cn/opinions-2023-14", "article": "10"},
        "in_force": {"from": "2023-09-20", "end": "open"},
        "clock": "filing",
        "rank": "normative-document",
        "confidence": "V",
    }))
    .unwrap()
}
