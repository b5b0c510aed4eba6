//! From facts through the law book to the routes: the same stories without handing over any outcome.

use crate::scene::Scene;
use jiff::civil::date;
use proptest::prelude::*;
use redress_base::{Count, Date, Unit, Value};
use redress_facts::{Datum, Scope, Standing};
use redress_law::period::Period;
use redress_law::{Book, Question};
use redress_remedies::{RouteId, State};
use std::collections::BTreeSet;

/// A fabricated chat about one person, with everything but its reach established.
fn fabricated(today: Date, act: Date) -> (Scene, Scope) {
    let mut scene = Scene::new(today);
    let s = scene.statement(1, act, act);
    scene
        .ready_to_sue()
        .unprotected(&s)
        .yes(
            &s,
            &[
                "statement_is_factual",
                "statement_false",
                "identifiable_victim",
                "harms_reputation",
                "spread_on_network",
                "is_public",
                "published_to_third_party",
                "insult_or_falsehood",
                "actor_at_fault",
            ],
        )
        .claim(&s, "fabricated_or_altered", Datum::Choice("fabricated".into()))
        .yes(&Scope::Case, &["social_evaluation_lowered"])
        .no(&s, &["insulting_manner", "public_insult"]);
    (scene, s)
}

#[test]
fn reach_decides_between_waiting_and_open() {
    let today = date(2026, 11, 21);
    for (reposts, state) in [(486, State::Waiting), (500, State::Open)] {
        let (mut scene, s) = fabricated(today, date(2026, 10, 15));
        scene.claim(&s, "repost_count", Datum::count(Count::floor(reposts), Unit::Reposts)).ask_the_book();
        let roads = scene.roads();
        assert_eq!(roads.state(RouteId::PrivateProsecution), state, "{reposts}");
        assert_eq!(roads.state(RouteId::AdministrativePenalty), State::Open, "a penalty needs no number");
        // Nobody has raised public-interest reporting, and it is for the other side to show.
        assert_eq!(roads.state(RouteId::CivilSuit), State::Open);
        assert!(roads.reason(RouteId::CivilSuit, "remedies-civil-reputation-unless-defence").is_some());
        let asks = roads.needs(RouteId::PrivateProsecution).contains(&"repost_count");
        assert_eq!(asks, state == State::Waiting);
    }
}

#[test]
fn c02_from_the_facts_of_13_august_2020() {
    let (mut scene, _) = fabricated(date(2020, 8, 13), date(2020, 7, 7));
    scene
        .day(&Scope::Case, "report_date", date(2020, 8, 7))
        .word("decision", "administrative-penalty")
        .ask_the_book();
    let roads = scene.roads();
    let penal = [RouteId::PrivateProsecution, RouteId::PublicProsecution].map(|id| roads.state(id));
    assert!(!penal.contains(&State::Open), "{penal:?}");
    assert_eq!(roads.state(RouteId::AdministrativePenalty), State::Open);
}

#[test]
fn c39_from_the_facts() {
    let mut scene = Scene::new(date(2026, 3, 1));
    let s = scene.statement(39, date(2026, 1, 11), date(2026, 1, 11));
    scene
        .word("complainant_kind", "company")
        .yes(&s, &["is_comment_or_criticism", "identifiable_victim", "is_public"])
        .no(&s, &["is_report_of_wrongdoing", "wanton_abuse_or_malicious_smear", "statement_is_factual"])
        .no(&s, &["knowing_false_spread", "insult_or_falsehood", "discloses_personal_information"])
        .claim(&s, "fabricated_or_altered", Datum::Choice("neither".into()))
        .ask_the_book();
    let roads = scene.roads();
    for route in roads.0.iter().filter(|route| route.id.penal()) {
        assert_eq!(route.state, State::Closed, "{}", route.id);
        assert_eq!(route.reasons[0].code, "remedies-article-10-closes", "{}", route.id);
    }
    assert_eq!(roads.state(RouteId::CivilSuit), State::Closed);
}

#[test]
fn nothing_known_is_nothing_closed() {
    let mut scene = Scene::new(date(2026, 11, 21));
    scene.statement(1, date(2026, 10, 15), date(2026, 10, 15));
    scene.ask_the_book();
    let roads = scene.roads();
    for route in &roads.0 {
        assert!(matches!(route.state, State::Unknown | State::Waiting), "{} {:?}", route.id, route.state);
        assert!(!route.needs.is_empty(), "{}", route.id);
    }
}

/// The terms of Guiding Opinions 12 and of 法释〔2013〕21号 3 that a yes or no answers.
const ORDER: [&str; 15] = [
    "random_public_target",
    "wide_spread",
    "many_vulgar_comments",
    "network_order_destroyed",
    "vile_social_impact",
    "repeated_spreading",
    "organised_multi_platform",
    "social_order_endangered",
    "mass_incident",
    "public_disorder",
    "ethnic_religious_conflict",
    "national_image_harm",
    "national_interest_endangered",
    "international_impact",
    "other_order_danger",
];

fn book(scene: &Scene, rule: &str, act: Date) -> Value {
    let question = Question {
        rule,
        scope: Scope::Case,
        sheet: &scene.sheet,
        act: Some((act, act)),
        filing: scene.today,
        readings: &redress_law::NO_READINGS,
        vocabulary: scene.words,
    };
    Book::standard().evaluate(&question).unwrap().value
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// The gate of public prosecution is the law book's Article 12, and for defamation the interpretation of 2013
    /// beside it; on any facts, also disputed ones and ones without evidence. For insult alone the interpretation
    /// changes nothing.
    #[test]
    fn the_gate_is_the_law_books(
        throws in prop::collection::vec((0usize..ORDER.len(), 0u8..3, 0u8..4, any::<bool>()), 0..20),
        harm in prop::option::of(0usize..5),
        person in prop::option::of(0usize..4),
        victims in prop::option::of(1u64..5),
        defamation: bool,
    ) {
        let act = date(2026, 10, 15);
        let mut scene = Scene::new(date(2026, 11, 21));
        let s = scene.statement(1, act, act);
        let (made_out, other) = if defamation { ("cl246-defamation", "cl246-insult") } else { ("cl246-insult", "cl246-defamation") };
        scene.unprotected(&s).ready_to_sue().came_out(&s, made_out, Value::TT).came_out(&s, other, Value::FF);
        for (term, value, standing, opposing) in throws {
            let value = [Datum::Yes, Datum::No, Datum::Unknown][usize::from(value)].clone();
            let standing = [Standing::Stated, Standing::Judged, Standing::Judged, Standing::Official][usize::from(standing)];
            let mut claim = crate::scene::claim(value, standing);
            claim.opposing = opposing;
            if opposing && standing == Standing::Stated {
                claim.sources.clear();
            }
            scene.sheet.add(Scope::Case, ORDER[term], claim);
        }
        if let Some(n) = harm {
            scene.word("grave_consequence", ["none", "mental-disorder", "self-harm", "suicide", "other-grave"][n]);
        }
        if let Some(n) = person {
            scene.word("consequence_person", ["victim", "close-relative", "grandparent", "other"][n]);
        }
        if let Some(n) = victims {
            scene.claim(&Scope::Case, "victim_count", Datum::count(Count::exactly(n), Unit::Persons));
        }
        let (opinions, interpretation) = (book(&scene, "op12-public-order", act), book(&scene, "fs2013-21-order", act));
        let whole = if defamation { opinions.or(interpretation) } else { opinions };
        let roads = scene.roads();
        let state = roads.state(RouteId::PublicProsecution);
        match whole {
            Value::TT => prop_assert_eq!(state, State::Open),
            Value::FF => prop_assert_eq!(state, State::Closed),
            _ => prop_assert!(matches!(state, State::Unknown | State::Waiting), "{} {:?}", whole, state),
        }
        // The lines of the items say together what the rule says.
        let items = roads.of(RouteId::PublicProsecution).reasons.iter().filter(|line| line.rule.as_deref() == Some("op12-public-order"));
        let together = items.filter_map(|line| line.value).fold(Value::FF, Value::or);
        prop_assert_eq!(together, opinions);
    }
}

/// Every rule that the routes consult stands in the law book, and every citation names an instrument that it
/// holds.
#[test]
fn rules_and_instruments_stand_in_the_book() {
    let rules: BTreeSet<&str> = Book::standard().rules().iter().map(|rule| rule.id.as_str()).collect();
    let missing: Vec<_> = redress_remedies::RULES.into_iter().filter(|rule| !rules.contains(rule)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    let folders: BTreeSet<&str> =
        Book::standard().ir().instruments.iter().map(|one| one.id.as_str()).collect();
    let cited = include_str!("../../src/cite.rs").split('"').filter(|word| word.starts_with("cn/"));
    let unknown: Vec<_> = cited.filter(|folder| !folders.contains(folder)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

/// Duties and dates stand in the law book too. Where both name the same one, they count from the same day, for the
/// same time, to the same proof.
#[test]
fn duties_are_the_law_books() {
    let mut scene = Scene::new(date(2026, 11, 21));
    scene.statement(1, date(2026, 10, 15), date(2026, 10, 15));
    scene
        .word("police_reply", "cannot-collect")
        .word("decision", "criminal-refused")
        .yes(&Scope::Case, &["protection_order_made", "police_found_private_only"])
        .yes(&Scope::Case, &["court_found_order_danger", "acceptance_conditions_met"]);
    let roads = scene.roads();
    let pages = &Book::standard().ir().provisions;
    for (route, code, id) in TWINS {
        let own = roads.duty(route, code);
        let book = pages.iter().flat_map(|page| &page.duties).find(|duty| duty.id == id);
        let book = book.unwrap_or_else(|| panic!("no duty {id}"));
        assert_eq!(own.from_term, book.from, "{id}");
        assert_eq!(own.done_term, book.done, "{id}");
        assert_eq!(own.proof_term, book.proof, "{id}");
    }
    for (route, code, id) in TIMED {
        let book = pages.iter().flat_map(|page| &page.deadlines).find(|deadline| deadline.id == id);
        let book = book.unwrap_or_else(|| panic!("no deadline {id}"));
        let from = date(2026, 3, 31);
        let mut scene = Scene::new(from);
        scene.statement(1, date(2026, 3, 1), date(2026, 3, 1));
        scene.word("decision", "administrative-penalty").yes(&Scope::Case, &["protection_order_made"]);
        scene.day(&Scope::Case, &book.from[0], from);
        let due = Period::new(book.length, book.regime).due(from).unwrap();
        let own = scene.roads().deadline(route, code).unwrap_or_else(|| panic!("{code}")).clone();
        assert_eq!((own.due, own.may_extend), (Some(due.strict), due.may_extend), "{id}");
    }
}

use RouteId::{
    AdministrativePenalty, CivilSuit, FilingSupervision, Injunction, LegalAid, PoliceHelp,
    PrivateProsecution, ProtectionOrder, PublicProsecution, Reconsideration,
};

/// A duty here and its twin in the book.
const TWINS: [(RouteId, &str, &str); 22] = [
    (PrivateProsecution, "remedies-duty-tell-agent", "cpl-46-court-tells"),
    (PrivateProsecution, "remedies-duty-tell-aid", "op17-tell-aid"),
    (PrivateProsecution, "remedies-duty-progress", "op17-progress-court"),
    (PublicProsecution, "remedies-duty-tell-agent", "cpl-46-procuratorate-tells"),
    (PublicProsecution, "remedies-duty-tell-aid", "op17-tell-aid-public"),
    (PublicProsecution, "remedies-duty-progress", "op17-progress"),
    (PublicProsecution, "remedies-duty-police-accept", "cpl-110-accept"),
    (PublicProsecution, "remedies-duty-receipt", "police-171-receipt"),
    (PublicProsecution, "remedies-duty-refusal-served", "police-178-serve"),
    (PublicProsecution, "remedies-duty-tell-private-suit", "op13-tell-private-suit"),
    (PublicProsecution, "remedies-duty-court-transfer", "op13-transfer-case"),
    (PublicProsecution, "remedies-duty-hand-over-after-end", "op13-hand-over-materials"),
    (PoliceHelp, "remedies-duty-police-help", "op11-police-collect"),
    (PoliceHelp, "remedies-duty-platform-support", "op11-platform-support"),
    (PoliceHelp, "remedies-duty-accept-after-help", "op11-court-accepts"),
    (PoliceHelp, "remedies-duty-explain-in-writing", "op11-explain-in-writing"),
    (PoliceHelp, "remedies-duty-hand-over-material", "police-176-hand-over"),
    (FilingSupervision, "remedies-duty-explain-refusal", "police-182-explain"),
    (FilingSupervision, "remedies-duty-file-on-notice", "police-182-file"),
    (AdministrativePenalty, "remedies-duty-serve-victim", "psapl-116-serve-victim"),
    (CivilSuit, "remedies-duty-disclose-to-court", "fs2014-11-give-to-court"),
    (ProtectionOrder, "remedies-duty-protection-serve", "adv32-serve"),
];

/// A date here and its twin in the book.
const TIMED: [(RouteId, &str, &str); 26] = [
    (PrivateProsecution, "remedies-deadline-relief", "cpl-106-apply"),
    (CivilSuit, "remedies-deadline-civil-relief", "cvpl86-ten-days"),
    (Reconsideration, "remedies-deadline-suit-relief", "suit-48-ten-days"),
    (PrivateProsecution, "remedies-deadline-acceptance-review", "fs2021-1-320-review"),
    (PrivateProsecution, "remedies-deadline-private-judgment", "cpl-212-judgment"),
    (PrivateProsecution, "remedies-deadline-incidental-decision", "fs2021-1-186-decide"),
    (PublicProsecution, "remedies-deadline-police-review", "gtz-review"),
    (PublicProsecution, "remedies-deadline-police-review-longest", "gtz-review-major"),
    (PublicProsecution, "remedies-deadline-non-prosecution-petition", "cpl-180-petition"),
    (FilingSupervision, "remedies-deadline-police-reconsideration-decision", "police-179-decide"),
    (FilingSupervision, "remedies-deadline-police-re-review", "police-179-ask-review"),
    (FilingSupervision, "remedies-deadline-police-re-review-decision", "police-179-decide-review"),
    (Reconsideration, "remedies-deadline-reconsideration", "reconsideration-20-sixty-days"),
    (Reconsideration, "remedies-deadline-reconsideration-acceptance", "reconsideration-30-five-days"),
    (Reconsideration, "remedies-deadline-reconsideration-decision", "reconsideration-62-ordinary"),
    (Reconsideration, "remedies-deadline-suit-after-reconsideration", "suit-45-after-decision"),
    (Reconsideration, "remedies-deadline-suit-after-timeout", "suit-45-after-timeout"),
    (CivilSuit, "remedies-deadline-registration", "cvpl126-seven-days"),
    (CivilSuit, "remedies-deadline-civil-judgment", "cvpl152-six-months"),
    (CivilSuit, "remedies-deadline-civil-appeal", "cvpl171-judgment"),
    (CivilSuit, "remedies-deadline-enforcement", "cvpl250-two-years-effective"),
    (Injunction, "remedies-deadline-injunction-ruling", "cc997-urgent-ruling"),
    (Injunction, "remedies-deadline-suit-after-injunction", "cc997-suit-in-thirty-days"),
    (ProtectionOrder, "remedies-deadline-protection", "adv28-seventy-two-hours"),
    (ProtectionOrder, "remedies-deadline-protection-extension", "adv30-six-months"),
    (LegalAid, "remedies-deadline-aid-decision", "legal-aid-43-decide"),
];

/// 民事诉讼法 152, 164 (2024-01-01), 刑事诉讼法 212 (2018-10-26): with an approved extension on file the roads name its day.
#[test]
fn an_approved_extension_is_on_the_road() {
    let case = &Scope::Case;
    let from = date(2026, 3, 31);
    for (kind, extended, last) in [
        ("simplified", false, date(2026, 6, 30)),
        ("simplified", true, date(2026, 7, 31)),
        ("ordinary", false, date(2026, 9, 30)),
        ("ordinary", true, date(2027, 3, 31)),
    ] {
        let mut scene = Scene::new(from);
        scene.word("civil_procedure_kind", kind).day(case, "civil_case_registered_date", from);
        if extended {
            scene.yes(case, &["civil_trial_extended"]);
        }
        let roads = scene.roads();
        let found: Vec<_> = roads.of(CivilSuit).deadlines.iter().filter_map(|one| one.due).collect();
        assert_eq!(found, [last], "{kind} {extended}");
    }
    let mut scene = Scene::new(from);
    scene.day(case, "private_suit_accepted_date", from).yes(case, &["defendant_detained"]);
    let three = "remedies-deadline-private-judgment-detained";
    let own =
        |scene: &Scene, code: &str| scene.roads().deadline(PrivateProsecution, code).and_then(|one| one.due);
    assert_eq!(own(&scene, three), Some(date(2026, 6, 30)));
    scene.yes(case, &["private_trial_extended"]).day(case, "private_trial_extended_until", date(2026, 9, 15));
    assert_eq!(own(&scene, three), None);
    assert_eq!(own(&scene, "remedies-deadline-private-judgment-extended"), Some(date(2026, 9, 15)));
}

/// 法律援助法 44 (2022-01-01): with six days left aid may be given first; with seven it is not said.
#[test]
fn aid_may_be_given_first_where_few_days_are_left() {
    let first = |days: u64| {
        let mut scene = Scene::new(date(2026, 3, 31));
        let left = redress_facts::CountOf { count: Count::exactly(days), unit: Unit::Days };
        scene.claim(&Scope::Case, "deadline_days_left", Datum::Count(left));
        scene.no(&Scope::Case, &["preservation_or_advance_needed", "aid_other_urgent"]).ask_the_book();
        scene.roads().reason(LegalAid, "remedies-aid-first").is_some()
    };
    assert!(first(0) && first(6) && !first(7));
}

/// What a road says of an instrument (a first day, an end, a number that was not checked) is what its pages say.
#[test]
fn roads_doubt_what_the_book_doubts() {
    let (mut scene, s) = fabricated(date(2026, 11, 21), date(2025, 10, 15));
    scene.yes(&s, &["privacy_spread", "public_insult"]).ask_the_book();
    let roads = scene.roads();
    let mut found = 0;
    for route in RouteId::ALL {
        let route = roads.of(route);
        let lines = route.reasons.iter().map(|one| (&one.cites, one.marks()));
        let lines = lines.chain(route.deadlines.iter().map(|one| (&one.cites, one.marks())));
        let lines = lines.chain(route.duties.iter().map(|one| (&one.cites, one.marks())));
        let lines = lines.chain(route.steps.iter().map(|one| (&one.cites, one.marks())));
        let lines = lines.chain(route.papers.iter().map(|one| (&one.cites, one.marks())));
        let lines = lines.chain(route.warnings.iter().map(|one| (&one.cites, one.marks())));
        for (cites, marks) in lines.chain(route.fee.iter().map(|one| (&one.cites, one.marks()))) {
            for cite in cites {
                let of = |one: &&redress_law::Instrument| *one.id == *cite.article.instrument;
                let Some(book) = Book::standard().ir().instruments.iter().find(of) else {
                    panic!("{} is not in the book", cite.article);
                };
                let doubts: Vec<_> = book.unverified.iter().copied().collect();
                assert_eq!(cite.doubts, doubts, "{}", cite.article);
                assert!(doubts.iter().all(|doubt| marks.contains(&doubt.code())), "{}", cite.article);
                found += doubts.len();
            }
        }
    }
    assert!(found > 10, "{found}");
}
