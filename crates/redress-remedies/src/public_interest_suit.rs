//! 公益诉讼: for what harms many, brought by a procuratorate or an organisation named by law
//! (Guiding Opinions 16; 个人信息保护法 70, in force 2021-11-01; 未成年人保护法 106; 妇女权益保障法 77).
//!
//! A person cannot bring it; a person can hand in leads. The person's own suit stays open beside it
//! (民事诉讼法解释 286).

use crate::cite::{
    CIVIL_PROCEDURE_INTERPRETATION, MINORS, OPINIONS, PERSONAL_INFORMATION, PUBLIC_INTEREST_SUITS, WOMEN,
};
use crate::desk::Desk;
use crate::draft::Draft;
use crate::duty::Dates;
use crate::element::Element;
use crate::part::{Part, note};
use crate::{Deadline, Route, RouteId, Who};
use redress_base::Value;
use redress_facts::Scope;
use redress_law::period::{Length, Period, Regime};

const ANNOUNCED: &str = "announced";
const ANNOUNCED_DATE: &str = "announcement_date";
const THIRTY_DAYS: Period = Period::new(Length::Days(30), Regime::CivilProcedure);

/// How a public-interest suit stands.
pub(crate) fn route(desk: &Desk<'_>) -> Route {
    let harm = Part::line(
        "remedies-public-interest-harm",
        &Scope::Case,
        desk.fact(&Scope::Case, "public_interest_harm"),
        vec![OPINIONS.art("16")],
    );
    let mut draft =
        Draft::new(RouteId::PublicInterestSuit, vec![harm, ground(desk), announced(desk), nobody_else(desk)]);
    draft.shown(Part::line(
        "remedies-public-interest-many",
        &Scope::Case,
        desk.fact(&Scope::Case, "many_individuals_infringed"),
        vec![PERSONAL_INFORMATION.art("70"), WOMEN.art("77")],
    ));
    draft.note(note("remedies-public-interest-not-yours", vec![OPINIONS.art("16")]));
    draft.note(note("remedies-own-suit-stays", vec![CIVIL_PROCEDURE_INTERPRETATION.art("286")]));
    if let Some(thirty) = thirty_days(desk) {
        draft.deadline(thirty);
    }
    steps(desk, &mut draft);
    draft.paper("remedies-paper-leads", vec![OPINIONS.art("16")]);
    draft.paper("remedies-paper-evidence-list", vec![OPINIONS.art("16")]);
    let notice = Dates::default().done(ANNOUNCED_DATE);
    let cites = vec![PUBLIC_INTEREST_SUITS.art("13")];
    draft.owes(desk, "remedies-duty-announce", Who::Procuratorate, notice, cites);
    let platform = if desk.value(&Scope::Case, "actor_is_network_provider") == Value::TT
        || desk.value(&Scope::Case, "platform_failed_duty") == Value::TT
    {
        Dates::standing()
    } else {
        Dates::default()
    };
    draft.owes(desk, "remedies-duty-platform-public", Who::Platform, platform, vec![OPINIONS.art("16")]);
    draft.finish(desk)
}

/// A field for which the law opens such suits: many people's personal information, minors, women; or a platform that
/// does not perform its duties.
fn ground(desk: &Desk<'_>) -> Part {
    let scope = &Scope::Case;
    let fields = vec![PERSONAL_INFORMATION.art("70"), MINORS.art("106"), WOMEN.art("77"), OPINIONS.art("16")];
    let mut parts =
        vec![Part::rule("remedies-public-interest-ground", desk, scope, "public-interest-suit", fields)];
    if desk.raised(scope, "platform_failed_duty") {
        let cites = vec![OPINIONS.art("16")];
        parts.push(Part::rule("remedies-public-interest-platform", desk, scope, "op16-platform", cites));
    }
    Part::any(parts)
}

/// The procuratorate announces, then waits thirty days for an organisation to sue.
fn announced(desk: &Desk<'_>) -> Part {
    let cites = vec![PUBLIC_INTEREST_SUITS.art("13")];
    let made = desk.happened(ANNOUNCED, ANNOUNCED_DATE);
    let running = thirty_days(desk).is_some_and(|thirty| thirty.passed == Some(false));
    if running {
        let still = Element { value: Value::FF, bringable: true, ..made };
        return Part::curable("remedies-public-interest-announcement-runs", &Scope::Case, still, cites);
    }
    Part::curable("remedies-public-interest-announced", &Scope::Case, made, cites)
}

/// Where an organisation named by law has sued, the procuratorate does not; the suit is brought all the same.
fn nobody_else(desk: &Desk<'_>) -> Part {
    let none = desk.fact(&Scope::Case, "no_other_plaintiff");
    let cites = vec![PUBLIC_INTEREST_SUITS.art("13")];
    Part::line("remedies-public-interest-nobody-else", &Scope::Case, none, cites)
}

fn thirty_days(desk: &Desk<'_>) -> Option<Deadline> {
    let said = desk.happened(ANNOUNCED, ANNOUNCED_DATE).value == Value::TT;
    said.then(|| {
        let cites = [PUBLIC_INTEREST_SUITS.art("13")];
        Deadline::of_case(desk, "remedies-deadline-announcement", ANNOUNCED_DATE, THIRTY_DAYS, &cites)
            .for_authority()
    })
}

fn steps(desk: &Desk<'_>, draft: &mut Draft) {
    let leads = || vec![OPINIONS.art("16")];
    draft.step("remedies-step-seal", Who::Person, leads());
    draft.step("remedies-step-hand-in-leads", Who::Person, leads());
    draft.step("remedies-step-announce", Who::Procuratorate, vec![PUBLIC_INTEREST_SUITS.art("13")]);
    draft.step(
        "remedies-step-public-interest-suit",
        Who::Procuratorate,
        vec![PUBLIC_INTEREST_SUITS.art("5"), PUBLIC_INTEREST_SUITS.art("14")],
    );
    if desk.value(&Scope::Case, "public_prosecution_brought") == Value::TT {
        let joined = vec![PUBLIC_INTEREST_SUITS.art("20")];
        draft.step("remedies-step-join-public-interest", Who::Procuratorate, joined);
    }
}
