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
use crate::element::Element;
use crate::limitation::deadline;
use crate::part::{Part, note};
use redress_law::period::{Length, Period, Regime};
use crate::{Deadline, Route, RouteId, Who};
use redress_base::Value;
use redress_facts::Scope;

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
    let mut draft = Draft::new(RouteId::PublicInterestSuit, vec![harm, group(desk), announced(desk)]);
    draft.note(note("remedies-public-interest-not-yours", vec![OPINIONS.art("16")]));
    draft.note(note("remedies-own-suit-stays", vec![CIVIL_PROCEDURE_INTERPRETATION.art("286")]));
    if let Some(thirty) = thirty_days(desk) {
        draft.deadline(thirty);
    }
    draft.step("remedies-step-seal", Who::Person, vec![OPINIONS.art("16")]);
    draft.step("remedies-step-hand-in-leads", Who::Person, vec![OPINIONS.art("16")]);
    draft.step("remedies-step-announce", Who::Procuratorate, vec![PUBLIC_INTEREST_SUITS.art("13")]);
    draft.step(
        "remedies-step-public-interest-suit",
        Who::Procuratorate,
        vec![PUBLIC_INTEREST_SUITS.art("14")],
    );
    draft.duty("remedies-duty-announce", Who::Procuratorate, vec![PUBLIC_INTEREST_SUITS.art("13")]);
    draft.duty("remedies-duty-platform-public", Who::Platform, vec![OPINIONS.art("16")]);
    draft.finish(desk)
}

/// Many individuals, or a minor whose protection is itself of public interest.
fn group(desk: &Desk<'_>) -> Part {
    let many = Part::line(
        "remedies-public-interest-many",
        &Scope::Case,
        desk.fact(&Scope::Case, "many_individuals_infringed"),
        vec![PERSONAL_INFORMATION.art("70"), WOMEN.art("77")],
    );
    if !desk.raised(&Scope::Case, "victim_minor") {
        return many;
    }
    let minor = desk.fact(&Scope::Case, "victim_minor");
    let cites = vec![MINORS.art("106")];
    Part::any(vec![many, Part::line("remedies-public-interest-minor", &Scope::Case, minor, cites)])
}

/// The procuratorate announces, then waits thirty days for an organisation to sue.
fn announced(desk: &Desk<'_>) -> Part {
    let cites = vec![PUBLIC_INTEREST_SUITS.art("13")];
    let made = desk.fact(&Scope::Case, ANNOUNCED);
    let running = thirty_days(desk).is_some_and(|thirty| thirty.passed == Some(false));
    if running {
        let still = Element { value: Value::FF, bringable: true, ..made };
        return Part::curable("remedies-public-interest-announcement-runs", &Scope::Case, still, cites);
    }
    Part::curable("remedies-public-interest-announced", &Scope::Case, made, cites)
}

fn thirty_days(desk: &Desk<'_>) -> Option<Deadline> {
    let days = desk.days(&Scope::Case, ANNOUNCED_DATE);
    let said = desk.value(&Scope::Case, ANNOUNCED) == Value::TT || days.is_some();
    said.then(|| {
        let cites = [PUBLIC_INTEREST_SUITS.art("13")];
        let code = "remedies-deadline-announcement";
        let thirty = deadline(desk, &Scope::Case, code, ANNOUNCED_DATE, days, THIRTY_DAYS, &cites);
        Deadline { for_authority: true, ..thirty }
    })
}
