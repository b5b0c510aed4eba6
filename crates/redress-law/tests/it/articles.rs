//! What a page's own tests cannot say of its article: stories across pages, who said it and with what, and how the answer
//! explains itself. The numbers and limbs of each article are tested on its page.

use crate::support::{Case, bare, claim, codes, count, day, walk};
use redress_base::{Unit, Value};
use redress_facts::{Datum, Standing};
use redress_law::{NodeKind, Outcome};

/// Guiding Opinions 10 (in force 2023-09-20), first sentence: one report, and it is out of reach of every rule on
/// defamation, and of those only.
#[test]
fn a_protected_report_defeats_every_rule_on_defamation_and_only_those() {
    let report = Case::defamation()
        .individual()
        .but("is_report_of_wrongdoing", 0)
        .judged("is_report_of_wrongdoing", true)
        .judged("intentional_fabrication", false)
        .judged("knowing_false_spread", false);
    for rule in ["cl246-defamation", "op2", "psapl-defamation"] {
        assert_eq!(Case::defamation().individual().value(rule), Value::TT, "{rule}");
        assert_eq!(report.value(rule), Value::FF, "{rule}");
    }
    let insult_too = Case::insult()
        .judged("is_report_of_wrongdoing", true)
        .judged("intentional_fabrication", false)
        .judged("knowing_false_spread", false);
    assert_eq!(insult_too.value("cl246-insult"), Value::TT);
}

/// The second sentence: one criticism, out of reach of every rule on insult, and of those only.
#[test]
fn protected_criticism_defeats_every_rule_on_insult_and_only_those() {
    let critic = |case: Case| {
        case.but("is_comment_or_criticism", 0)
            .judged("is_comment_or_criticism", true)
            .judged("wanton_abuse_or_malicious_smear", false)
            .judged("discloses_personal_information", false)
    };
    let insult =
        Case::insult().individual().shown("spread_on_network", Datum::Yes).judged("public_insult", true);
    for rule in ["cl246-insult", "op3", "psapl-insult"] {
        assert_eq!(insult.value(rule), Value::TT, "{rule}");
        assert_eq!(critic(insult.clone()).value(rule), Value::FF, "{rule}");
    }
    assert_eq!(critic(Case::defamation()).value("cl246-defamation"), Value::TT);
    // Civil liability is not touched: Article 10 says nothing about it.
    assert_eq!(critic(Case::reputation()).value("civil-reputation"), Value::TT);
    assert!(Case::reputation().ask("civil-reputation").check_first.is_empty());
}

/// Article 10 must be excluded: silence about it keeps every penalty open, and no presumption closes it.
#[test]
fn an_unasked_shield_keeps_the_result_open() {
    let silent = Case::defamation().individual().but("is_report_of_wrongdoing", 0);
    for rule in ["cl246-defamation", "psapl-defamation", "op2"] {
        let outcome = silent.ask(rule);
        assert_eq!((outcome.value, outcome.presumptive), (Value::UU, Value::UU), "{rule}");
        let shield = outcome.check_first.iter().find(|shield| shield.rule == "op10-report-shield");
        assert_eq!(shield.map(|shield| shield.value), Some(Value::UU), "{rule}");
    }
    assert_eq!(Case::insult().but("is_comment_or_criticism", 0).value("cl246-insult"), Value::UU);
}

/// Civil Code 1025 (in force 2021-01-01) is for the other side to show: while it is open, only the presumptive value is
/// made out, and the explanation names the open defence.
#[test]
fn an_open_defence_shows_in_the_presumptive_value_only() {
    let open = Case::reputation().but("public_interest_reporting", 0).ask("civil-reputation");
    assert_eq!((open.value, open.presumptive), (Value::UU, Value::TT));
    let defence =
        open.tree.children.iter().find(|child| child.kind == NodeKind::Defeater).expect("the defence");
    assert_eq!((defence.value, defence.presumptive), (Value::UU, Some(Value::TT)));
    assert_eq!(defence.reason, "law-why-exception-open");
    assert!(defence.decisive);
}

fn reason_of(outcome: &Outcome, kind: NodeKind) -> Vec<&str> {
    let mut found = vec![];
    walk(&outcome.tree, &mut |node| {
        if node.kind == kind {
            found.push(node.reason.as_str());
        }
    });
    found
}

/// Where no enumerated limb is left, the explanation says that only the catch-all is (2013-21, article 2).
#[test]
fn an_answer_that_hangs_on_the_catch_all_says_so() {
    let short = Case::new()
        .shown("view_count", count(4999, Unit::Views))
        .shown("repost_count", count(499, Unit::Reposts));
    let outcome = Case::closed(short).ask("fs2013-21-serious");
    assert_eq!((outcome.value, outcome.enumerated), (Value::UU, Value::FF));
    assert!(reason_of(&outcome, NodeKind::Any).contains(&"law-why-only-catch-all"));
    assert_eq!(reason_of(&outcome, NodeKind::Open), ["law-why-catch-all"]);
}

/// A topic's reads, or plays, are not views of the statement: another unit is set aside, and said so.
#[test]
fn a_count_in_another_unit_is_set_aside() {
    let wrong = Case::new().shown("view_count", count(9_000_000, Unit::TopicReads));
    let outcome = wrong.ask("fs2013-21-serious");
    assert_eq!(outcome.value, Value::UU);
    assert!(codes(&outcome).contains(&"law-claim-wrong-kind"));
}

/// "Within two years" has no answer while nobody knows when the act was.
#[test]
fn a_window_before_an_undated_act_is_open() {
    let mut undated = Case::closed(Case::new())
        .shown("view_count", count(0, Unit::Views))
        .shown("repost_count", count(0, Unit::Reposts))
        .but("prior_defamation_admin_penalty", 0)
        .shown("prior_defamation_admin_penalty", Datum::Yes)
        .shown("prior_defamation_admin_penalty_date", Datum::Date(day("2025-01-01")))
        .judged("other_serious_circumstances", false);
    assert_eq!(undated.value("fs2013-21-serious"), Value::TT);
    undated.act = None;
    let outcome = undated.ask("fs2013-21-serious");
    assert_eq!(outcome.value, Value::UU);
    assert_eq!(reason_of(&outcome, NodeKind::Date), ["law-why-act-date-missing"]);
}

/// Facts about the procedure are known at first hand; what was said, and where, is not.
#[test]
fn a_bare_statement_counts_for_the_procedure_and_never_for_the_statement() {
    let asked = |bare_term: &str, value: Datum| {
        let case = Case::new()
            .acts("2014-05-01", "2014-05-01")
            .shown("spread_on_network", Datum::Yes)
            .shown("private_suit_filed", Datum::Yes)
            .judged("evidence_difficulty_reason", true);
        case.but(bare_term, 0).with(bare_term, bare(value)).value("cl246-police-help")
    };
    assert_eq!(asked("private_suit_filed", Datum::Yes), Value::TT);
    assert_eq!(asked("private_suit_filed", Datum::No), Value::FF);
    assert_eq!(asked("spread_on_network", Datum::Yes), Value::UU);
}

/// Civil Code 1026: six factors are shown; none has a value, and the judgement is a person's.
#[test]
fn verification_1026_lists_six_factors_and_leaves_the_judgement_to_a_person() {
    let outcome = Case::new().ask("civil-verification");
    let weighed = &outcome.tree.children[0];
    assert_eq!((weighed.kind, weighed.value), (NodeKind::Weigh, Value::UU));
    assert_eq!(weighed.children.len(), 6);
    assert!(weighed.children.iter().all(|factor| !factor.decisive && factor.value == Value::UU));
    assert_eq!(
        Case::new().judged("grave_inaccuracy_unverified", true).value("civil-verification"),
        Value::TT
    );
}

/// Judgement facts are set by a person, never computed (docs/principles.md, rule 3).
#[test]
fn a_measure_cannot_set_a_judgement() {
    for standing in [Standing::Measured, Standing::Stated, Standing::Official, Standing::Admitted] {
        let case = Case::insult().but("circumstances_serious", 0);
        let outcome = case.with("circumstances_serious", claim(Datum::Yes, standing)).ask("cl246-insult");
        assert_eq!(outcome.value, Value::UU, "{standing:?}");
        assert!(codes(&outcome).contains(&"law-judgement-not-by-a-person"));
    }
}

/// Stated without evidence is "evidence missing", not "made out".
#[test]
fn a_claim_without_evidence_shows_nothing() {
    let case = Case::defamation().but("statement_false", 0).with("statement_false", bare(Datum::Yes));
    let outcome = case.ask("cl246-defamation");
    assert_eq!(outcome.value, Value::UU);
    let node = &outcome.tree.children[1].children[1];
    assert_eq!((node.reason.as_str(), node.decisive), ("law-why-evidence-missing", true));
    assert_eq!(node.facts[0].claims[0].set_aside.as_deref(), Some("law-aside-no-evidence"));
}

/// Guiding Opinions 1 (in force 2023-09-20): against individuals. A file about a company is outside, one that does not say
/// is open and never presumed, and the statutes behind the Opinions are asked by their own elements.
#[test]
fn the_opinions_are_about_individuals() {
    let kind = |word: &str| Case::defamation().shown("complainant_kind", Datum::Choice(word.into()));
    for rule in ["op2", "op7"] {
        assert_eq!(kind("natural-person").value(rule), Value::TT, "{rule}");
        assert_eq!(kind("public-official").value(rule), Value::TT, "{rule}");
        for organisation in ["company", "platform", "organisation"] {
            assert_eq!(kind(organisation).value(rule), Value::FF, "{rule} {organisation}");
        }
        let silent = Case::defamation().ask(rule);
        assert_eq!((silent.value, silent.presumptive), (Value::UU, Value::UU), "{rule}");
    }
    for statute in ["cl246-defamation", "psapl-defamation"] {
        assert_eq!(kind("company").value(statute), Value::TT, "{statute}");
    }
    let missing = Case::defamation().missing("op2", Value::TT);
    assert_eq!(missing.sets.len(), 1);
    assert_eq!(missing.sets[0][0].term, "complainant_kind");
}
