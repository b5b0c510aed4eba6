//! 协助取证: in a private suit over a network act the court may ask the police for help with evidence
//! (刑法 246(3), in force 2015-11-01; 法释〔2021〕1号 325(2); Guiding Opinions 11).
//!
//! It is asked for with the complaint. The police find out who acted and how far it spread, or say in writing that
//! they could not; the program prepares the request and looks for nobody.

use crate::article_ten::{self, Charge};
use crate::cite::{
    CRIMINAL_LAW, CRIMINAL_PROCEDURE_INTERPRETATION as INTERPRETATION, OPINIONS, POLICE_CRIMINAL_RULES,
};
use crate::complainant::natural_person;
use crate::desk::Desk;
use crate::draft::Draft;
use crate::duty::Dates;
use crate::element::Element;
use crate::identity::{self, help_cites};
use crate::offence::comes_into_question;
use crate::part::{Part, note};
use crate::police::{self, ACCEPTED};
use crate::{Reason, Route, RouteId, Who, notices};
use redress_base::{Date, Value};
use redress_facts::Scope;

const ASKED: &str = "police_help_requested_date";
const REPLIED: &str = "police_reply_date";
const REPLY: &str = "police_reply";

/// How police help with a private suit stands.
pub(crate) fn route(desk: &Desk<'_>) -> Route {
    let conditions = vec![
        in_force(desk),
        article_ten::gate(desk, article_ten::criminal),
        natural_person(desk, CRIMINAL_LAW.art("246").item("1")),
        network(desk),
        difficulty(desk),
        filed(desk),
        police::no_public_case(desk),
    ];
    let mut draft = Draft::new(RouteId::PoliceHelp, conditions);
    notes(desk, &mut draft);
    steps(desk, &mut draft);
    papers(desk, &mut draft);
    warnings(&mut draft);
    duties(desk, &mut draft);
    draft.finish(desk)
}

/// 刑法 246(3) opened this road on 2015-11-01, for acts before that day too (法释〔2015〕19号 4): the day of the request
/// counts.
fn in_force(desk: &Desk<'_>) -> Part {
    let first = Date::constant(2015, 11, 1);
    let cites = vec![CRIMINAL_LAW.art("246").item("3").since(first)];
    Part::opened_on("remedies-help-in-force", desk, first, cites)
}

/// One of the statements was spread by network.
fn network(desk: &Desk<'_>) -> Part {
    let of = |scope: &Scope| {
        let spread = desk.fact(scope, "spread_on_network");
        Part::line("remedies-help-network", scope, spread, help_cites())
    };
    Part::any_statement(desk.statements().iter().map(of).collect(), "remedies-no-statement")
}

/// Providing evidence is really difficult: the person says why, or the court has found it so.
fn difficulty(desk: &Desk<'_>) -> Part {
    let fact = |term: &str| desk.fact(&Scope::Case, term);
    let either = Element::any([fact("evidence_difficulty_reason"), fact("court_found_evidence_difficulty")]);
    Part::line("remedies-help-difficulty", &Scope::Case, either, help_cites())
}

/// The request goes with the complaint: while nothing is filed, the route waits for that.
fn filed(desk: &Desk<'_>) -> Part {
    Part::curable("remedies-help-suit-filed", &Scope::Case, police::suit_filed(desk), help_cites())
}

fn notes(desk: &Desk<'_>, draft: &mut Draft) {
    draft.note(note("remedies-help-court-may", help_cites()));
    if desk.mentions(REPLY, &["collected"]) {
        draft.note(note("remedies-help-collected", vec![OPINIONS.art("11")]));
    }
    if desk.mentions(REPLY, &["cannot-collect"]) {
        draft.note(note("remedies-help-cannot-collect", vec![OPINIONS.art("11"), INTERPRETATION.art("321")]));
    }
    draft.note(Reason { contested: true, ..note("remedies-review-during-police-help", vec![]) });
}

fn steps(desk: &Desk<'_>, draft: &mut Draft) {
    draft.step("remedies-step-say-what-was-tried", Who::Person, help_cites());
    draft.step("remedies-step-name-items-and-leads", Who::Person, help_cites());
    identity::gap(desk, draft);
    draft.step("remedies-step-ask-police-help", Who::Person, help_cites());
    draft.step("remedies-step-court-asks-police", Who::Court, help_cites());
    draft.step("remedies-step-police-collect", Who::Police, help_cites());
    draft.final_step(
        "remedies-step-withdraw-for-lack-of-evidence",
        Who::Person,
        vec![INTERPRETATION.art("320").item("2(6)"), INTERPRETATION.art("321")],
    );
}

fn papers(desk: &Desk<'_>, draft: &mut Draft) {
    let contents = || vec![INTERPRETATION.art("319"), INTERPRETATION.art("325").item("2")];
    if comes_into_question(desk, Charge::Insult) {
        draft.form("remedies-paper-complaint-insult", "01", contents());
    }
    if comes_into_question(desk, Charge::Defamation) {
        draft.form("remedies-paper-complaint-defamation", "02", contents());
    }
    draft.paper("remedies-paper-evidence-request", help_cites());
}

fn warnings(draft: &mut Draft) {
    draft.warn(
        "remedies-warn-withdraw-reason",
        "remedies-step-withdraw-for-lack-of-evidence",
        vec![INTERPRETATION.art("320").item("2(6)")],
    );
    draft.warn("remedies-warn-logs-vanish", "remedies-step-ask-police-help", vec![]);
}

fn duties(desk: &Desk<'_>, draft: &mut Draft) {
    let collect = Dates::from(ASKED).done(REPLIED);
    draft.owes(desk, "remedies-duty-police-help", Who::Police, collect, vec![OPINIONS.art("11")]);
    if desk.mentions(REPLY, &["cannot-collect"]) {
        let writing = Dates::from(ASKED).done(REPLIED).proof("police_reply_in_writing");
        draft.owes(desk, "remedies-duty-explain-in-writing", Who::Police, writing, vec![OPINIONS.art("11")]);
    }
    draft.owes(
        desk,
        "remedies-duty-hand-over-material",
        Who::Police,
        Dates::from("court_request_to_police_date").done("police_handed_over_date"),
        vec![POLICE_CRIMINAL_RULES.art("176").item("3")],
    );
    draft.owes(
        desk,
        "remedies-duty-platform-support",
        Who::Platform,
        Dates::from("platform_support_requested_date").done("platform_support_date"),
        vec![OPINIONS.art("11")],
    );
    let met = desk.value(&Scope::Case, "acceptance_conditions_met") == Value::TT;
    draft.owes(
        desk,
        "remedies-duty-accept-after-help",
        Who::Court,
        Dates::from(REPLIED).done(ACCEPTED).only_if(met),
        vec![OPINIONS.art("11")],
    );
    notices::private_case(desk, draft);
    let cites = vec![INTERPRETATION.art("325").item("1")];
    draft.owes(desk, "remedies-duty-person-leads", Who::Person, Dates::standing(), cites);
}
