//! Each rule: a positive, a negative, an unknown and a disputed story, and the numbers at their bounds.

use crate::support::{Case, bare, claim, count};
use redress_base::{Count, Unit, Value};
use redress_facts::{Datum, Standing};

/// The six-valued answers of one rule to four stories.
fn four(rule: &str, [yes, no, open, disputed]: [Case; 4]) {
    assert_eq!(yes.value(rule), Value::TT, "{rule}: positive");
    assert_eq!(no.value(rule), Value::FF, "{rule}: negative");
    assert_eq!(open.value(rule).worst(), redress_base::Truth::U, "{rule}: unknown");
    assert_eq!(disputed.value(rule), Value::FT, "{rule}: disputed");
}

fn choice(word: &str) -> Datum {
    Datum::Choice(word.into())
}

#[test]
fn criminal_defamation_246_1() {
    let open = Case::defamation();
    let without = {
        let mut case = Case::new();
        case.sheet = redress_facts::Sheet::new();
        for (term, claims) in open.sheet.terms(&Case::scope()).filter(|(term, _)| *term != "statement_false")
        {
            claims.iter().for_each(|claim| case.add(term, claim.clone()));
        }
        case
    };
    four(
        "cl246-defamation",
        [
            Case::defamation(),
            without.clone().shown("statement_false", Datum::No),
            without,
            Case::defamation().denied("statement_false", Datum::No),
        ],
    );
}

#[test]
fn criminal_insult_246_1_has_no_numbers() {
    four(
        "cl246-insult",
        [
            Case::insult(),
            Case::insult()
                .judged("is_comment_or_criticism", true)
                .judged("wanton_abuse_or_malicious_smear", false)
                .but("is_comment_or_criticism", 1),
            Case::insult().but("circumstances_serious", 0),
            Case::insult().judged_against("circumstances_serious", false),
        ],
    );
    // Any number of views leaves the seriousness of an insult open.
    let loud = Case::insult()
        .but("circumstances_serious", 0)
        .shown("view_count", count(9_000_000, Unit::Views))
        .shown("repost_count", count(9_000_000, Unit::Reposts));
    assert_eq!(loud.value("cl246-insult"), Value::UU);
    assert_eq!(loud.value("fs2013-21-serious"), Value::TT);
}

#[test]
fn the_report_shield_defeats_defamation_and_only_defamation() {
    let report = Case::defamation().but("is_report_of_wrongdoing", 0).judged("is_report_of_wrongdoing", true);
    four(
        "op10-report-shield",
        [
            report
                .clone()
                .judged("intentional_fabrication", false)
                .judged("knowing_false_spread", false),
            report.clone().judged("intentional_fabrication", true),
            report.clone().judged("intentional_fabrication", false),
            report
                .clone()
                .judged("knowing_false_spread", false)
                .judged("intentional_fabrication", false)
                .judged_against("intentional_fabrication", true),
        ],
    );
    let shielded =
        report.judged("intentional_fabrication", false).judged("knowing_false_spread", false);
    for rule in ["cl246-defamation", "op2", "psapl-defamation"] {
        assert_eq!(shielded.value(rule), Value::FF, "{rule}");
    }
    let insult_too = Case::insult()
        .judged("is_report_of_wrongdoing", true)
        .judged("intentional_fabrication", false)
        .judged("knowing_false_spread", false);
    assert_eq!(insult_too.value("cl246-insult"), Value::TT);
}

#[test]
fn the_criticism_shield_defeats_insult_and_only_insult() {
    let critic = Case::insult().but("is_comment_or_criticism", 0).judged("is_comment_or_criticism", true);
    four(
        "op10-criticism-shield",
        [
            critic.clone().judged("wanton_abuse_or_malicious_smear", false),
            critic.clone().judged("wanton_abuse_or_malicious_smear", true),
            critic.clone(),
            critic.clone().judged("wanton_abuse_or_malicious_smear", false).judged_against("wanton_abuse_or_malicious_smear", true),
        ],
    );
    // A protected critic is out of reach of every penalty for insult.
    let shielded = critic.judged("wanton_abuse_or_malicious_smear", false).judged("public_insult", true);
    for rule in ["cl246-insult", "op3", "psapl-insult"] {
        assert_eq!(shielded.value(rule), Value::FF, "{rule}");
    }
    let defamed = Case::defamation().judged("is_comment_or_criticism", true).judged("wanton_abuse_or_malicious_smear", false);
    assert_eq!(defamed.value("cl246-defamation"), Value::TT);
}

/// Article 10 must be excluded: silence about it keeps every penalty open.
#[test]
fn an_unasked_shield_keeps_the_result_open() {
    let silent = Case::defamation().but("is_report_of_wrongdoing", 0);
    assert_eq!(silent.value("cl246-defamation"), Value::UU);
    assert_eq!(silent.ask("cl246-defamation").presumptive, Value::UU);
    assert_eq!(Case::insult().but("is_comment_or_criticism", 0).value("cl246-insult"), Value::UU);
}

/// Criminal Law 99: 5,000 and 500 are inside; views and reposts are never added.
#[test]
fn the_numbers_of_2013_21_article_2_at_their_bounds() {
    let views = |n| Case::new().shown("view_count", count(n, Unit::Views));
    let reposts = |n| Case::new().shown("repost_count", count(n, Unit::Reposts));
    let rule = "fs2013-21-serious";
    assert_eq!(views(5000).value(rule), Value::TT);
    assert_eq!(views(4999).value(rule), Value::UU);
    assert_eq!(reposts(500).value(rule), Value::TT);
    assert_eq!(reposts(499).value(rule), Value::UU);
    let both = views(4999).shown("repost_count", count(499, Unit::Reposts));
    assert_eq!(both.value(rule), Value::UU);
    let nothing_else = Case::closed(both);
    assert_eq!(nothing_else.ask(rule).enumerated, Value::FF);
    assert_eq!(nothing_else.value(rule), Value::UU);
    assert_eq!(nothing_else.ask(rule).tree.children[0].reason, "law-why-only-catch-all");
    four(
        rule,
        [
            Case::closed(views(5000)),
            Case::closed(views(4999))
                .shown("repost_count", count(0, Unit::Reposts))
                .judged("other_serious_circumstances", false),
            Case::new().shown("view_count", Datum::count(Count::floor(4000), Unit::Views)),
            Case::closed(views(5200))
                .denied("view_count", count(4100, Unit::Views))
                .shown("repost_count", count(0, Unit::Reposts))
                .judged("other_serious_circumstances", false),
        ],
    );
    // A topic's reads, or plays, are not views of the statement.
    let wrong = Case::new().shown("view_count", count(9_000_000, Unit::TopicReads));
    let outcome = wrong.ask(rule);
    assert_eq!(outcome.value, Value::UU);
    assert!(outcome.findings.iter().any(|f| f.code == "law-claim-wrong-kind"));
}

#[test]
fn grave_consequences_belong_to_the_victim_or_a_close_relative() {
    let harmed = |what: &str, whom: &str| {
        Case::new().shown("grave_consequence", choice(what)).shown("consequence_person", choice(whom))
    };
    let rule = "fs2013-21-serious";
    assert_eq!(harmed("self-harm", "victim").value(rule), Value::TT);
    assert_eq!(harmed("suicide", "close-relative").value(rule), Value::TT);
    assert_eq!(harmed("suicide", "other").value(rule), Value::UU);
    assert_eq!(Case::closed(harmed("none", "victim")).ask(rule).enumerated, Value::UU);
}

/// Within two years, both ends inside; the act is the last one.
#[test]
fn an_earlier_penalty_counts_within_two_years() {
    let punished = |date: &str| {
        Case::new()
            .acts("2026-03-01", "2026-03-01")
            .shown("prior_defamation_admin_penalty", Datum::Yes)
            .shown("prior_defamation_admin_penalty_date", Datum::Date(crate::support::day(date)))
    };
    let rule = "fs2013-21-serious";
    assert_eq!(punished("2024-03-01").value(rule), Value::TT);
    assert_eq!(punished("2024-02-29").value(rule), Value::UU);
    assert_eq!(punished("2026-03-01").value(rule), Value::TT);
    assert_eq!(punished("2026-03-02").value(rule), Value::UU);
    let mut undated = punished("2025-01-01");
    undated.act = None;
    assert_eq!(undated.value(rule), Value::UU);
}

#[test]
fn article_4_adds_up_each_unit_by_itself_and_only_unprocessed_repeated_acts() {
    let year = |views, reposts| {
        Case::new()
            .shown("acts_repeated_in_year", Datum::Yes)
            .shown("acts_unprocessed", Datum::Yes)
            .shown("year_view_count", count(views, Unit::Views))
            .shown("year_repost_count", count(reposts, Unit::Reposts))
    };
    four(
        "fs2013-21-year",
        [
            year(5000, 0),
            year(4999, 499),
            year(5000, 0).but("acts_unprocessed", 0),
            year(5000, 0).denied("acts_unprocessed", Datum::No),
        ],
    );
    assert_eq!(year(0, 500).value("fs2013-21-serious"), Value::TT);
    assert_eq!(
        year(5000, 500).but("acts_repeated_in_year", 0).shown("acts_repeated_in_year", Datum::No).value("fs2013-21-year"),
        Value::FF
    );
}

#[test]
fn fabrication_2013_21_article_1() {
    let net = || Case::new().shown("spread_on_network", Datum::Yes);
    let spread = |known, vile| {
        net()
            .shown("fabricated_or_altered", Datum::Choice("neither".into()))
            .judged("knowing_false_spread", known)
            .judged("vile_circumstances", vile)
    };
    four(
        "fs2013-21-fabrication",
        [
            net().shown("fabricated_or_altered", Datum::Choice("altered".into())),
            // Whoever forwards without knowing is outside.
            spread(false, true),
            net(),
            spread(true, true).judged_against("knowing_false_spread", false),
        ],
    );
    assert_eq!(spread(true, false).value("fs2013-21-fabrication"), Value::FF);
    assert_eq!(spread(true, true).value("fs2013-21-fabrication"), Value::TT);
}

#[test]
fn public_procedure_needs_the_offence_and_the_danger_to_order() {
    let order = || {
        Case::defamation().judged("vile_social_impact", true).shown("many_victims_or_repeated", Datum::Yes)
    };
    four(
        "cl246-public-procedure",
        [
            order(),
            order()
                .but("statement_is_factual", 0)
                .shown("statement_is_factual", Datum::No)
                .shown("is_public", Datum::No),
            Case::defamation(),
            order()
                .shown("is_public", Datum::No)
                .shown("organised_multi_platform", Datum::No)
                .shown("random_public_target", Datum::No)
                .shown("consequence_person", choice("other"))
                .judged("social_order_endangered", false)
                .denied("many_victims_or_repeated", Datum::No),
        ],
    );
    // Without a vile social impact only the catch-all is left.
    let mild = order().but("vile_social_impact", 0).judged("vile_social_impact", false);
    assert_eq!(mild.ask("op12-public-order").enumerated, Value::FF);
    assert_eq!(mild.value("op12-public-order"), Value::UU);
    // Self-harm is not named in item 1: a person judges whether it counts.
    let self_harm = Case::new()
        .judged("vile_social_impact", true)
        .shown("grave_consequence", choice("self-harm"))
        .shown("consequence_person", choice("victim"));
    assert_eq!(self_harm.value("op12-public-order"), Value::UU);
    assert_eq!(self_harm.judged("self_harm_counts", true).value("op12-public-order"), Value::TT);
}

#[test]
fn police_help_246_3_is_procedure() {
    let sued = || {
        Case::new()
            .acts("2014-05-01", "2014-05-01")
            .shown("spread_on_network", Datum::Yes)
            .shown("private_suit_filed", Datum::Yes)
            .judged("evidence_difficulty_reason", true)
    };
    four(
        "cl246-police-help",
        [
            sued(),
            sued().but("private_suit_filed", 0).shown("private_suit_filed", Datum::No),
            sued().but("evidence_difficulty_reason", 0),
            sued().denied("evidence_difficulty_reason", Datum::No),
        ],
    );
}

#[test]
fn a_bare_statement_counts_for_the_procedure_and_never_for_the_statement() {
    let rule = "cl246-police-help";
    let filed = |claim| {
        let mut case = Case::new()
            .acts("2014-05-01", "2014-05-01")
            .shown("spread_on_network", Datum::Yes)
            .judged("evidence_difficulty_reason", true);
        case.add("private_suit_filed", claim);
        case.value(rule)
    };
    assert_eq!(filed(bare(Datum::Yes)), Value::TT);
    assert_eq!(filed(bare(Datum::No)), Value::FF);
    let mut online = Case::new()
        .acts("2014-05-01", "2014-05-01")
        .shown("private_suit_filed", Datum::Yes)
        .judged("evidence_difficulty_reason", true);
    online.add("spread_on_network", bare(Datum::Yes));
    assert_eq!(online.value(rule), Value::UU);
}

#[test]
fn opinions_2_3_and_7_point_to_the_statutes() {
    four(
        "op2",
        [
            Case::defamation(),
            Case::defamation()
                .but("spread_on_network", 0)
                .shown("spread_on_network", Datum::No),
            Case::defamation().but("statement_false", 0),
            Case::defamation().denied("identifiable_victim", Datum::No),
        ],
    );
    let insult = || Case::insult().shown("spread_on_network", Datum::Yes);
    four(
        "op3",
        [
            insult(),
            insult().but("is_public", 0).shown("is_public", Datum::No),
            Case::insult(),
            insult().denied("is_public", Datum::No),
        ],
    );
    let penalty = || Case::defamation().judged("public_insult", false);
    four(
        "op7",
        [
            penalty(),
            penalty().but("identifiable_victim", 0).shown("identifiable_victim", Datum::No),
            Case::insult(),
            penalty().denied("identifiable_victim", Datum::No),
        ],
    );
}

#[test]
fn public_security_penalties_need_no_number() {
    let small =
        || Case::defamation().but("view_count", 0).shown("view_count", count(3, Unit::Views));
    four(
        "psapl-defamation",
        [
            small(),
            small().but("harms_reputation", 0).judged("harms_reputation", false),
            small().but("fabricated_or_altered", 0),
            small().judged_against("harms_reputation", false),
        ],
    );
    let insulted = || Case::insult().judged("public_insult", true);
    four(
        "psapl-insult",
        [
            insulted(),
            insulted().but("public_insult", 0).judged("public_insult", false),
            insulted().but("is_comment_or_criticism", 0),
            insulted().judged_against("public_insult", false),
        ],
    );
}

#[test]
fn reputation_1024_with_the_defence_of_1025() {
    four(
        "civil-reputation",
        [
            Case::reputation(),
            Case::reputation().but("actor_at_fault", 0).judged("actor_at_fault", false),
            Case::reputation().but("actor_at_fault", 0),
            Case::reputation().denied("published_to_third_party", Datum::No),
        ],
    );
    // The defence is for the other side to show: while it is open, only the presumptive value is made out.
    let open = Case::reputation().but("public_interest_reporting", 0);
    let outcome = open.ask("civil-reputation");
    assert_eq!((outcome.value, outcome.presumptive), (Value::UU, Value::TT));
    let press = open.shown("public_interest_reporting", Datum::Yes);
    let careful = press
        .clone()
        .shown("distorted_facts", Datum::No)
        .judged("grave_inaccuracy_unverified", false)
        .judged("insulting_words", false);
    assert_eq!(careful.value("civil-reputation"), Value::FF);
    assert_eq!(careful.value("civil-public-scrutiny"), Value::TT);
    assert_eq!(press.clone().shown("distorted_facts", Datum::Yes).value("civil-reputation"), Value::TT);
    assert_eq!(press.judged("grave_inaccuracy_unverified", true).value("civil-reputation"), Value::TT);
    // Article 10 of the Opinions says nothing about civil liability.
    assert!(Case::reputation().ask("civil-reputation").check_first.is_empty());
}

#[test]
fn verification_1026_lists_six_factors_and_leaves_the_judgement_to_a_person() {
    let rule = "civil-verification";
    let term = "grave_inaccuracy_unverified";
    four(
        rule,
        [
            Case::new().judged(term, true),
            Case::new().judged(term, false),
            Case::new(),
            Case::new().judged(term, true).judged_against(term, false),
        ],
    );
    let weighed = &Case::new().ask(rule).tree.children[0];
    assert_eq!(weighed.children.len(), 6);
    assert!(weighed.children.iter().all(|factor| !factor.decisive && factor.value == Value::UU));
}

/// Judgement facts are set by a person, never computed (docs/principles.md, rule 3).
#[test]
fn a_measure_cannot_set_a_judgement() {
    for standing in [Standing::Measured, Standing::Stated, Standing::Official, Standing::Admitted] {
        let mut case = Case::insult().but("circumstances_serious", 0);
        case.add("circumstances_serious", claim(Datum::Yes, standing));
        let outcome = case.ask("cl246-insult");
        assert_eq!(outcome.value, Value::UU, "{standing:?}");
        assert!(outcome.findings.iter().any(|f| f.code == "law-judgement-not-by-a-person"));
    }
}

/// Stated without evidence is "evidence missing", not "made out".
#[test]
fn a_claim_without_evidence_shows_nothing() {
    let mut case = Case::defamation().but("statement_false", 0);
    case.add("statement_false", bare(Datum::Yes));
    let outcome = case.ask("cl246-defamation");
    assert_eq!(outcome.value, Value::UU);
    let node = &outcome.tree.children[1].children[1];
    assert_eq!((node.reason.as_str(), node.decisive), ("law-why-evidence-missing", true));
    assert_eq!(node.facts[0].claims[0].set_aside.as_deref(), Some("law-aside-no-evidence"));
}
