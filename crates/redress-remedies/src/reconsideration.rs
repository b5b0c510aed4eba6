//! 行政复议: control of what the police decide, or do not do, under the public-security law (行政复议法 11, 20-24,
//! 29-34, 62, 87; in force 2024-01-01), and the administrative suit after it (行政诉讼法 25, 45-47).
//!
//! Where the police do not act, reconsideration comes before the suit. It may lead to a penalty, so Article 10 of
//! the Guiding Opinions is its first gate.

use crate::article_ten;
use crate::cite::{
    ADMINISTRATIVE_SUIT, ADMINISTRATIVE_SUIT_INTERPRETATION, FEES, PUBLIC_SECURITY, PUBLIC_SECURITY_OLD,
    RECONSIDERATION,
};
use crate::complainant::natural_person;
use crate::deadline::within;
use crate::desk::Desk;
use crate::draft::Draft;
use crate::duty::Dates;
use crate::element::Element;
use crate::part::{Part, note};
use crate::police::ADMINISTRATIVE_SERVED as SERVED;
use crate::violation::{REVISED, acts_article};
use crate::{Cite, Deadline, Fee, Route, RouteId, Who};
use redress_base::Value;
use redress_facts::Scope;
use redress_law::period::{Length, Period, Regime};

const DECISION: &str = "decision";
const FILED: &str = "reconsideration_filed_date";
/// The police hold that there is no violation, and the day on which they said so with reasons.
const DECLINED: &str = "police_declined_violation";
const DECLINED_ON: &str = "police_reasons_date";
const TERM_ENDED: &str = "performance_term_ended_date";
const LEARNED: &str = "learned_of_reconsideration_date";
const SUED: &str = "administrative_suit_filed_date";
const SIXTY: Period = Period::new(Length::Days(60), Regime::Reconsideration);
const ONE_YEAR: Period = Period::new(Length::Years(1), Regime::Reconsideration);

/// How reconsideration stands.
pub(crate) fn route(desk: &Desk<'_>) -> Route {
    let person = natural_person(desk, acts_article(desk, &Scope::Case, "2", "1(2)"));
    let mut conditions = vec![person, challenged(desk), in_time(desk), no_suit(desk)];
    // Conduct towards the person, messages or following, is no statement that Article 10 could protect.
    let conduct = ["repeated_messages", "stalking_kind"];
    let of_conduct =
        desk.statements().is_empty() && conduct.iter().any(|term| desk.raised(&Scope::Case, term));
    if !of_conduct {
        conditions.insert(0, article_ten::gate(desk, article_ten::public_security));
    }
    let mut draft = Draft::new(RouteId::Reconsideration, conditions);
    notes(desk, &mut draft);
    dates(desk, &mut draft);
    steps(desk, &mut draft);
    papers(desk, &mut draft);
    warnings(&mut draft);
    duties(desk, &mut draft);
    draft.finish(desk)
}

fn inaction(desk: &Desk<'_>) -> Element {
    desk.rule(&Scope::Case, "reconsideration-inaction")
}

/// A decision or an inaction to be looked at again. While the police may still decide, the route waits; a decision
/// about a criminal case is no administrative act.
fn challenged(desk: &Desk<'_>) -> Part {
    let decided = desk.choice(&Scope::Case, DECISION, &["administrative-penalty", "no-penalty"]);
    let cites = || vec![RECONSIDERATION.art("11"), PUBLIC_SECURITY.art("121")];
    let criminal = desk.mentions(DECISION, &["criminal-refused", "criminal-filed"]);
    let line: fn(&str, &Scope, Element, Vec<Cite>) -> Part =
        if criminal { Part::line } else { Part::curable };
    let mut parts = vec![line("remedies-reconsider-decision", &Scope::Case, decided, cites())];
    if desk.raised(&Scope::Case, "police_inaction") || desk.raised(&Scope::Case, "protection_requested") {
        let cites = vec![RECONSIDERATION.art("11").item("11"), RECONSIDERATION.art("23").item("1(3)")];
        let part = Part::curable("remedies-reconsider-inaction", &Scope::Case, inaction(desk), cites);
        parts.push(part.answered_by(desk, &Scope::Case, "reconsideration-inaction"));
    }
    // Beside a refusal to open a criminal case they may have refused a penalty too: that is one act more.
    if desk.raised(&Scope::Case, DECLINED) {
        let cites = vec![RECONSIDERATION.art("11").item("11"), declining_law(desk)];
        let declined = desk.fact(&Scope::Case, DECLINED);
        parts.push(Part::line("remedies-reconsider-declined", &Scope::Case, declined, cites));
    }
    for term in ["on_the_spot_penalty", "restrictive_measure_taken"] {
        if desk.raised(&Scope::Case, term) {
            let fact = desk.fact(&Scope::Case, term);
            let cites = vec![RECONSIDERATION.art("23").item("1(1)"), PUBLIC_SECURITY.art("121")];
            parts.push(Part::line("remedies-reconsider-measure", &Scope::Case, fact, cites));
        }
    }
    Part::any(parts)
}

/// What lets the police say, with reasons, that something is no violation.
fn declining_law(desk: &Desk<'_>) -> Cite {
    if desk.today() >= REVISED { PUBLIC_SECURITY.art("90") } else { PUBLIC_SECURITY_OLD.art("78") }
}

/// Whether a penalty or a written decision to give none was made; a decision about a criminal case is neither.
fn by_decision(desk: &Desk<'_>) -> bool {
    desk.mentions(DECISION, &["administrative-penalty", "no-penalty"])
}

/// The day of knowing what is to be looked at again: its service, the end of the time to act, or the day on which the
/// police said that there is no violation.
fn known_from(desk: &Desk<'_>) -> &'static str {
    if by_decision(desk) {
        SERVED
    } else if inaction(desk).value == Value::TT {
        TERM_ENDED
    } else if desk.value(&Scope::Case, DECLINED) == Value::TT {
        DECLINED_ON
    } else {
        SERVED
    }
}

/// Sixty days from knowing; where the decision did not tell of the right, from learning of it, a year at most.
fn in_time(desk: &Desk<'_>) -> Part {
    let fact = |term: &str| desk.fact(&Scope::Case, term);
    let from = known_from(desk);
    let known = if from == DECLINED_ON { DECLINED_ON } else { SERVED };
    let not_told = Element::all([
        fact("told_of_reconsideration").not(),
        within(desk, LEARNED, SIXTY, FILED),
        within(desk, known, ONE_YEAR, FILED),
    ]);
    let mut ways = vec![within(desk, from, SIXTY, FILED), not_told];
    if desk.raised(&Scope::Case, "reconsideration_delay_excused") {
        ways.push(fact("reconsideration_delay_excused"));
    }
    Part::line(
        "remedies-reconsider-in-time",
        &Scope::Case,
        Element::any(ways),
        vec![RECONSIDERATION.art("20")],
    )
}

fn no_suit(desk: &Desk<'_>) -> Part {
    const RULE: &str = "reconsideration-barred-by-suit";
    let said = || desk.fact(&Scope::Case, "administrative_suit_accepted");
    let free = desk.rule_or(&Scope::Case, RULE, said).not();
    let cites = vec![RECONSIDERATION.art("29")];
    Part::line("remedies-reconsider-no-suit", &Scope::Case, free, cites).answered_by(desk, &Scope::Case, RULE)
}

fn notes(desk: &Desk<'_>, draft: &mut Draft) {
    const FIRST: &str = "reconsideration-first";
    let cites = vec![RECONSIDERATION.art("23").item("1(3)")];
    draft.shown(Part::rule("remedies-reconsider-first", desk, &Scope::Case, FIRST, cites));
    if desk.mentions(DECISION, &["criminal-refused", "criminal-filed"]) {
        let cites = vec![ADMINISTRATIVE_SUIT_INTERPRETATION.art("1").item("2(1)")];
        draft.note(note("remedies-reconsider-not-criminal", cites));
    }
}

fn dates(desk: &Desk<'_>, draft: &mut Draft) {
    let date = |code: &str, from: &str, period: Period, cite: Cite| {
        Deadline::of_case(desk, code, from, period, &[cite])
    };
    let days = |n| Period::new(Length::Days(n), Regime::Reconsideration);
    let law = |article: &str| RECONSIDERATION.art(article);
    if by_decision(desk) {
        draft.deadline(
            date("remedies-deadline-reconsideration", SERVED, SIXTY, law("20")).done_by(desk, FILED),
        );
        let six = Period::new(Length::Months(6), Regime::AdministrativeSuit);
        let suit = ADMINISTRATIVE_SUIT.art("46");
        draft.deadline(date("remedies-deadline-administrative-suit", SERVED, six, suit).done_by(desk, SUED));
    }
    if known_from(desk) == DECLINED_ON {
        let declined = date("remedies-deadline-reconsideration", DECLINED_ON, SIXTY, law("20"));
        draft.deadline(declined.done_by(desk, FILED));
    }
    if desk.value(&Scope::Case, "told_of_reconsideration") == Value::FF {
        let told = date("remedies-deadline-reconsideration-not-told", LEARNED, SIXTY, law("20"));
        draft.once_known(told.done_by(desk, FILED));
        let year = date("remedies-deadline-reconsideration-one-year", SERVED, ONE_YEAR, law("20"));
        draft.once_known(year.done_by(desk, FILED));
    }
    let from_term_end = date("remedies-deadline-reconsideration-inaction", TERM_ENDED, SIXTY, law("20"));
    draft.once_known(from_term_end.done_by(desk, FILED));
    let accept = Period::new(Length::WorkingDays(5), Regime::Reconsideration);
    let accepted = "reconsideration_accepted_date";
    draft.once_known(
        date("remedies-deadline-reconsideration-acceptance", FILED, accept, law("30"))
            .for_authority()
            .done_by(desk, accepted)
            .done_by(desk, "reconsideration_refused_date"),
    );
    let (code, length) = deciding(desk);
    draft.once_known(
        date(code, accepted, days(length), law("62"))
            .for_authority()
            .done_by(desk, "reconsideration_decision_date"),
    );
    let fifteen = Period::new(Length::Days(15), Regime::AdministrativeSuit);
    for (code, from) in [
        ("remedies-deadline-suit-after-reconsideration", "reconsideration_paper_received_date"),
        ("remedies-deadline-suit-after-timeout", "reconsideration_term_ended_date"),
    ] {
        draft.once_known(date(code, from, fifteen, ADMINISTRATIVE_SUIT.art("45")).done_by(desk, SUED));
    }
    let ten = Period::new(Length::Days(10), Regime::AdministrativeSuit);
    let relief =
        date("remedies-deadline-suit-relief", "obstacle_ended_date", ten, ADMINISTRATIVE_SUIT.art("48"));
    draft.once_known(relief.done_by(desk, "suit_extension_requested_date"));
}

/// How long the government has, by the procedure that it uses.
fn deciding(desk: &Desk<'_>) -> (&'static str, u16) {
    const PROCEDURE: &str = "reconsideration_procedure";
    if desk.mentions(PROCEDURE, &["simplified"]) {
        ("remedies-deadline-reconsideration-simplified", 30)
    } else if desk.mentions(PROCEDURE, &["ordinary-extended"]) {
        ("remedies-deadline-reconsideration-extended", 90)
    } else {
        ("remedies-deadline-reconsideration-decision", 60)
    }
}

fn steps(desk: &Desk<'_>, draft: &mut Draft) {
    draft.step(
        "remedies-step-ask-reconsideration",
        Who::Person,
        vec![RECONSIDERATION.art("20"), RECONSIDERATION.art("22"), RECONSIDERATION.art("24")],
    );
    draft.step("remedies-step-reconsideration-accepted", Who::Government, vec![RECONSIDERATION.art("30")]);
    draft.step(
        "remedies-step-reconsideration-decided",
        Who::Government,
        vec![RECONSIDERATION.art("24"), RECONSIDERATION.art("62")],
    );
    let suit = vec![ADMINISTRATIVE_SUIT.art("45"), RECONSIDERATION.art("34")];
    draft.final_step("remedies-step-administrative-suit", Who::Person, suit);
    if desk.mentions(DECISION, &["administrative-penalty", "no-penalty"]) {
        // That a decision not to punish leaves the choice was not read in a text.
        let choice = vec![ADMINISTRATIVE_SUIT.art("46"), RECONSIDERATION.art("23").unverified()];
        draft.step("remedies-step-suit-at-choice", Who::Person, choice);
    }
}

fn papers(desk: &Desk<'_>, draft: &mut Draft) {
    draft.paper("remedies-paper-reconsideration", vec![RECONSIDERATION.art("20"), RECONSIDERATION.art("22")]);
    draft.paper("remedies-paper-receipt", vec![RECONSIDERATION.art("11").item("11")]);
    let suit = || vec![ADMINISTRATIVE_SUIT.art("45")];
    if desk.mentions(DECISION, &["administrative-penalty"]) {
        draft.form("remedies-paper-suit-penalty", "44", suit());
    }
    draft.form("remedies-paper-suit-reconsideration", "50", suit());
    draft.form("remedies-paper-suit-inaction", "54", vec![ADMINISTRATIVE_SUIT.art("47")]);
    let later = Fee::new("remedies-fee-administrative-suit", 50, 50, vec![FEES.art("13")]);
    let fee = Fee::new("remedies-fee-reconsideration", 0, 0, vec![RECONSIDERATION.art("87")]);
    draft.fee(fee.then(later));
}

fn warnings(draft: &mut Draft) {
    let suit = "remedies-step-administrative-suit";
    draft.warn(
        "remedies-warn-reconsideration-first",
        suit,
        vec![RECONSIDERATION.art("23").item("1(3)"), RECONSIDERATION.art("34")],
    );
    draft.warn("remedies-warn-not-both-at-once", suit, vec![RECONSIDERATION.art("29")]);
    draft.warn("remedies-warn-form-54-second", suit, vec![RECONSIDERATION.art("23").item("1(3)")]);
    draft.warn(
        "remedies-warn-sixty-days",
        "remedies-step-ask-reconsideration",
        vec![RECONSIDERATION.art("20"), RECONSIDERATION.art("21")],
    );
}

fn duties(desk: &Desk<'_>, draft: &mut Draft) {
    let two_months = Period::new(Length::Months(2), Regime::AdministrativeSuit);
    draft.owes(
        desk,
        "remedies-duty-act-on-request",
        Who::Police,
        Dates::from("report_date").within(two_months).done(SERVED),
        vec![ADMINISTRATIVE_SUIT.art("47")],
    );
    let five = Period::new(Length::WorkingDays(5), Regime::Reconsideration);
    draft.owes(
        desk,
        "remedies-duty-reconsideration-acceptance",
        Who::Government,
        Dates::from(FILED).within(five).done("reconsideration_accepted_date"),
        vec![RECONSIDERATION.art("30")],
    );
    let (_, length) = deciding(desk);
    draft.owes(
        desk,
        "remedies-duty-reconsideration-decision",
        Who::Government,
        Dates::from("reconsideration_accepted_date")
            .within(Period::new(Length::Days(length), Regime::Reconsideration))
            .done("reconsideration_decision_date"),
        vec![RECONSIDERATION.art("62")],
    );
    let one_act = vec![RECONSIDERATION.art("22")];
    draft.owes(desk, "remedies-duty-person-one-act", Who::Person, Dates::standing(), one_act);
}
