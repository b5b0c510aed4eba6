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
        for (term, claims) in open.sheet.terms(&Case::scope()).filter(|(term, _)| *term != "statement.false")
        {
            claims.iter().for_each(|claim| case.add(term, claim.clone()));
        }
        case
    };
    four(
        "cl246-defamation",
        [
            Case::defamation(),
            without.clone().shown("statement.false", Datum::No),
            without,
            Case::defamation().denied("statement.false", Datum::No),
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
                .judged("art10.comment", true)
                .judged("art10.wanton_abuse", false)
                .but("art10.comment", 1),
            Case::insult().but("statement.insult_serious", 0),
            Case::insult().judged_against("statement.insult_serious", false),
        ],
    );
    // Any number of views leaves the seriousness of an insult open.
    let loud = Case::insult()
        .but("statement.insult_serious", 0)
        .shown("statement.views", count(9_000_000, Unit::Views))
        .shown("statement.reposts", count(9_000_000, Unit::Reposts));
    assert_eq!(loud.value("cl246-insult"), Value::UU);
    assert_eq!(loud.value("fs2013-21-serious"), Value::TT);
}

#[test]
fn the_report_shield_defeats_defamation_and_only_defamation() {
    let report = Case::defamation().but("art10.report", 0).judged("art10.report", true);
    four(
        "op10-report-shield",
        [
            report
                .clone()
                .judged("art10.intentional_fabrication", false)
                .judged("art10.knowing_false_spread", false),
            report.clone().judged("art10.intentional_fabrication", true),
            report.clone().judged("art10.intentional_fabrication", false),
            report
                .clone()
                .judged("art10.knowing_false_spread", false)
                .judged("art10.intentional_fabrication", false)
                .judged_against("art10.intentional_fabrication", true),
        ],
    );
    let shielded =
        report.judged("art10.intentional_fabrication", false).judged("art10.knowing_false_spread", false);
    for rule in ["cl246-defamation", "op2", "psapl-defamation"] {
        assert_eq!(shielded.value(rule), Value::FF, "{rule}");
    }
    let insult_too = Case::insult()
        .judged("art10.report", true)
        .judged("art10.intentional_fabrication", false)
        .judged("art10.knowing_false_spread", false);
    assert_eq!(insult_too.value("cl246-insult"), Value::TT);
}

#[test]
fn the_criticism_shield_defeats_insult_and_only_insult() {
    let critic = Case::insult().but("art10.comment", 0).judged("art10.comment", true);
    four(
        "op10-criticism-shield",
        [
            critic.clone().judged("art10.wanton_abuse", false),
            critic.clone().judged("art10.wanton_abuse", true),
            critic.clone(),
            critic.clone().judged("art10.wanton_abuse", false).judged_against("art10.wanton_abuse", true),
        ],
    );
    // A protected critic is out of reach of every penalty for insult.
    let shielded = critic.judged("art10.wanton_abuse", false).judged("psapl.public_insult", true);
    for rule in ["cl246-insult", "op3", "psapl-insult"] {
        assert_eq!(shielded.value(rule), Value::FF, "{rule}");
    }
    let defamed = Case::defamation().judged("art10.comment", true).judged("art10.wanton_abuse", false);
    assert_eq!(defamed.value("cl246-defamation"), Value::TT);
}

/// Article 10 must be excluded: silence about it keeps every penalty open.
#[test]
fn an_unasked_shield_keeps_the_result_open() {
    let silent = Case::defamation().but("art10.report", 0);
    assert_eq!(silent.value("cl246-defamation"), Value::UU);
    assert_eq!(silent.ask("cl246-defamation").presumptive, Value::UU);
    assert_eq!(Case::insult().but("art10.comment", 0).value("cl246-insult"), Value::UU);
}

/// Criminal Law 99: 5,000 and 500 are inside; views and reposts are never added.
#[test]
fn the_numbers_of_2013_21_article_2_at_their_bounds() {
    let views = |n| Case::new().shown("statement.views", count(n, Unit::Views));
    let reposts = |n| Case::new().shown("statement.reposts", count(n, Unit::Reposts));
    let rule = "fs2013-21-serious";
    assert_eq!(views(5000).value(rule), Value::TT);
    assert_eq!(views(4999).value(rule), Value::UU);
    assert_eq!(reposts(500).value(rule), Value::TT);
    assert_eq!(reposts(499).value(rule), Value::UU);
    let both = views(4999).shown("statement.reposts", count(499, Unit::Reposts));
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
                .shown("statement.reposts", count(0, Unit::Reposts))
                .judged("statement.other_serious", false),
            Case::new().shown("statement.views", Datum::count(Count::floor(4000), Unit::Views)),
            Case::closed(views(5200))
                .denied("statement.views", count(4100, Unit::Views))
                .shown("statement.reposts", count(0, Unit::Reposts))
                .judged("statement.other_serious", false),
        ],
    );
    // A topic's reads, or plays, are not views of the statement.
    let wrong = Case::new().shown("statement.views", count(9_000_000, Unit::TopicReads));
    let outcome = wrong.ask(rule);
    assert_eq!(outcome.value, Value::UU);
    assert!(outcome.findings.iter().any(|f| f.code == "law-claim-wrong-kind"));
}

#[test]
fn grave_consequences_belong_to_the_victim_or_a_close_relative() {
    let harmed = |what: &str, whom: &str| {
        Case::new().shown("harm.grave_consequence", choice(what)).shown("harm.person", choice(whom))
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
            .shown("actor.prior_defamation_penalty", Datum::Yes)
            .shown("actor.prior_defamation_penalty_date", Datum::Date(crate::support::day(date)))
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
            .shown("year.repeated", Datum::Yes)
            .shown("year.unprocessed", Datum::Yes)
            .shown("year.views", count(views, Unit::Views))
            .shown("year.reposts", count(reposts, Unit::Reposts))
    };
    four(
        "fs2013-21-year",
        [
            year(5000, 0),
            year(4999, 499),
            year(5000, 0).but("year.unprocessed", 0),
            year(5000, 0).denied("year.unprocessed", Datum::No),
        ],
    );
    assert_eq!(year(0, 500).value("fs2013-21-serious"), Value::TT);
    assert_eq!(
        year(5000, 500).but("year.repeated", 0).shown("year.repeated", Datum::No).value("fs2013-21-year"),
        Value::FF
    );
}

#[test]
fn fabrication_2013_21_article_1() {
    let net = || Case::new().shown("statement.spread_on_network", Datum::Yes);
    let spread = |known, vile| {
        net()
            .shown("statement.fabricated", Datum::No)
            .shown("statement.altered", Datum::No)
            .judged("statement.known_fabricated", known)
            .judged("statement.vile_circumstances", vile)
    };
    four(
        "fs2013-21-fabrication",
        [
            net().shown("statement.altered", Datum::Yes),
            // Whoever forwards without knowing is outside.
            spread(false, true),
            net(),
            spread(true, true).judged_against("statement.known_fabricated", false),
        ],
    );
    assert_eq!(spread(true, false).value("fs2013-21-fabrication"), Value::FF);
    assert_eq!(spread(true, true).value("fs2013-21-fabrication"), Value::TT);
}

#[test]
fn public_procedure_needs_the_offence_and_the_danger_to_order() {
    let order = || {
        Case::defamation().judged("order.vile_social_impact", true).shown("order.many_victims", Datum::Yes)
    };
    four(
        "cl246-public-procedure",
        [
            order(),
            order()
                .but("statement.factual", 0)
                .shown("statement.factual", Datum::No)
                .shown("statement.public", Datum::No),
            Case::defamation(),
            order()
                .shown("statement.public", Datum::No)
                .shown("order.organised_platforms", Datum::No)
                .shown("order.random_public_target", Datum::No)
                .shown("harm.person", choice("other"))
                .judged("order.social_order_endangered", false)
                .denied("order.many_victims", Datum::No),
        ],
    );
    // Without a vile social impact only the catch-all is left.
    let mild = order().but("order.vile_social_impact", 0).judged("order.vile_social_impact", false);
    assert_eq!(mild.ask("op12-public-order").enumerated, Value::FF);
    assert_eq!(mild.value("op12-public-order"), Value::UU);
    // Self-harm is not named in item 1: a person judges whether it counts.
    let self_harm = Case::new()
        .judged("order.vile_social_impact", true)
        .shown("harm.grave_consequence", choice("self-harm"))
        .shown("harm.person", choice("victim"));
    assert_eq!(self_harm.value("op12-public-order"), Value::UU);
    assert_eq!(self_harm.judged("order.self_harm_counts", true).value("op12-public-order"), Value::TT);
}

#[test]
fn police_help_246_3_is_procedure() {
    let sued = || {
        Case::new()
            .acts("2014-05-01", "2014-05-01")
            .shown("statement.spread_on_network", Datum::Yes)
            .shown("procedure.private_suit_filed", Datum::Yes)
            .judged("procedure.evidence_difficult", true)
    };
    four(
        "cl246-police-help",
        [
            sued(),
            sued().but("procedure.private_suit_filed", 0).shown("procedure.private_suit_filed", Datum::No),
            sued().but("procedure.evidence_difficult", 0),
            sued().denied("procedure.evidence_difficult", Datum::No),
        ],
    );
}

#[test]
fn a_bare_statement_counts_for_the_procedure_and_never_for_the_statement() {
    let rule = "cl246-police-help";
    let filed = |claim| {
        let mut case = Case::new()
            .acts("2014-05-01", "2014-05-01")
            .shown("statement.spread_on_network", Datum::Yes)
            .judged("procedure.evidence_difficult", true);
        case.add("procedure.private_suit_filed", claim);
        case.value(rule)
    };
    assert_eq!(filed(bare(Datum::Yes)), Value::TT);
    assert_eq!(filed(bare(Datum::No)), Value::FF);
    let mut online = Case::new()
        .acts("2014-05-01", "2014-05-01")
        .shown("procedure.private_suit_filed", Datum::Yes)
        .judged("procedure.evidence_difficult", true);
    online.add("statement.spread_on_network", bare(Datum::Yes));
    assert_eq!(online.value(rule), Value::UU);
}

#[test]
fn opinions_2_3_and_7_point_to_the_statutes() {
    four(
        "op2",
        [
            Case::defamation(),
            Case::defamation()
                .but("statement.spread_on_network", 0)
                .shown("statement.spread_on_network", Datum::No),
            Case::defamation().but("statement.false", 0),
            Case::defamation().denied("statement.about_victim", Datum::No),
        ],
    );
    let insult = || Case::insult().shown("statement.spread_on_network", Datum::Yes);
    four(
        "op3",
        [
            insult(),
            insult().but("statement.public", 0).shown("statement.public", Datum::No),
            Case::insult(),
            insult().denied("statement.public", Datum::No),
        ],
    );
    let penalty = || Case::defamation().judged("psapl.public_insult", false);
    four(
        "op7",
        [
            penalty(),
            penalty().but("statement.about_victim", 0).shown("statement.about_victim", Datum::No),
            Case::insult(),
            penalty().denied("statement.about_victim", Datum::No),
        ],
    );
}

#[test]
fn public_security_penalties_need_no_number() {
    let small =
        || Case::defamation().but("statement.views", 0).shown("statement.views", count(3, Unit::Views));
    four(
        "psapl-defamation",
        [
            small(),
            small().but("statement.harms_reputation", 0).judged("statement.harms_reputation", false),
            small().but("statement.fabricated", 0),
            small().judged_against("statement.harms_reputation", false),
        ],
    );
    let insulted = || Case::insult().judged("psapl.public_insult", true);
    four(
        "psapl-insult",
        [
            insulted(),
            insulted().but("psapl.public_insult", 0).judged("psapl.public_insult", false),
            insulted().but("art10.comment", 0),
            insulted().judged_against("psapl.public_insult", false),
        ],
    );
}

#[test]
fn reputation_1024_with_the_defence_of_1025() {
    four(
        "civil-reputation",
        [
            Case::reputation(),
            Case::reputation().but("civil.fault", 0).judged("civil.fault", false),
            Case::reputation().but("civil.fault", 0),
            Case::reputation().denied("civil.published_to_third", Datum::No),
        ],
    );
    // The defence is for the other side to show: while it is open, only the presumptive value is made out.
    let open = Case::reputation().but("civil.public_interest_reporting", 0);
    let outcome = open.ask("civil-reputation");
    assert_eq!((outcome.value, outcome.presumptive), (Value::UU, Value::TT));
    let press = open.shown("civil.public_interest_reporting", Datum::Yes);
    let careful = press
        .clone()
        .shown("civil.distorted_facts", Datum::No)
        .judged("civil.grave_inaccuracy_unverified", false)
        .judged("civil.insulting_words", false);
    assert_eq!(careful.value("civil-reputation"), Value::FF);
    assert_eq!(careful.value("civil-public-scrutiny"), Value::TT);
    assert_eq!(press.clone().shown("civil.distorted_facts", Datum::Yes).value("civil-reputation"), Value::TT);
    assert_eq!(press.judged("civil.grave_inaccuracy_unverified", true).value("civil-reputation"), Value::TT);
    // Article 10 of the Opinions says nothing about civil liability.
    assert!(Case::reputation().ask("civil-reputation").check_first.is_empty());
}

#[test]
fn verification_1026_lists_six_factors_and_leaves_the_judgement_to_a_person() {
    let rule = "civil-verification";
    let term = "civil.grave_inaccuracy_unverified";
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
        let mut case = Case::insult().but("statement.insult_serious", 0);
        case.add("statement.insult_serious", claim(Datum::Yes, standing));
        let outcome = case.ask("cl246-insult");
        assert_eq!(outcome.value, Value::UU, "{standing:?}");
        assert!(outcome.findings.iter().any(|f| f.code == "law-judgement-not-by-a-person"));
    }
}

/// Stated without evidence is "evidence missing", not "made out".
#[test]
fn a_claim_without_evidence_shows_nothing() {
    let mut case = Case::defamation().but("statement.false", 0);
    case.add("statement.false", bare(Datum::Yes));
    let outcome = case.ask("cl246-defamation");
    assert_eq!(outcome.value, Value::UU);
    let node = &outcome.tree.children[1].children[1];
    assert_eq!((node.reason.as_str(), node.decisive), ("law-why-evidence-missing", true));
    assert_eq!(node.facts[0].claims[0].set_aside.as_deref(), Some("law-aside-no-evidence"));
}
