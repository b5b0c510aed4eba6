//! Which of the twelve routes are open, waiting, closed or unknown; why, and until when.
//!
//! - **Takes**: the facts of a case, what the law room found for each statement, the day.
//! - **Gives**: [`routes`]: always twelve [`Route`]s in fixed order, each with its [`State`], reasons, the
//!   facts that would change it, steps, papers, fee, deadlines, warnings before what cannot be taken back,
//!   and the duties of the authorities and of the person, with dates and proof.
//! - **Knows**: base, facts, law.
//! - **Never**: picks a route, says that anyone is guilty, names a post, an account or a person, finds out who
//!   somebody is, reads the clock; opens a penal route for a statement that Article 10 protects; offers picking
//!   quarrels or the honour of heroes and martyrs as a road.
//! - **Source**: Guiding Opinions 2023 (法发〔2023〕14号) 7-18; the instruments in `cite.rs`; docs/routes.md.
//!
//! **Open**: the conditions are made out on the material and the procedure allows it. **Waiting**: a
//! named thing is missing that the person or an authority can bring. **Closed**: a condition fails or
//! the route is barred. **Unknown**: it turns on disputed facts, on a judgement that nobody has made, or
//! on a contested reading.

mod branch;
mod cite;
mod crossing;
mod deadline;
mod desk;
mod draft;
mod duty;
mod element;
mod from_law;
mod paper;
mod part;
mod reason;
mod route;
mod step;

mod acceptance;
mod article_ten;
mod complainant;
mod identity;
mod infringement;
mod limitation;
mod notices;
mod offence;
mod other_offence;
mod police;
mod public_order;
mod violation;

mod administrative_penalty;
mod civil_claims;
mod civil_defendants;
mod civil_limitation;
mod civil_suit;
mod filing_supervision;
mod injunction;
mod legal_aid;
mod platform_notice;
mod police_help;
mod private_prosecution;
mod protection_order;
mod public_interest_suit;
mod public_prosecution;
mod reconsideration;

pub use branch::Branch;
pub use cite::Cite;
pub use crossing::Crossing;
pub use deadline::Deadline;
pub use desk::{Input, RULES};
pub use duty::{Duty, DutyState};
pub use from_law::Steps;
pub use paper::{Fee, Paper};
pub use reason::{Need, Reason};
pub use route::{NO_CHOICE, Route, RouteId, State, UNVERIFIED};
pub use step::{Step, Warning, Who};

/// The twelve routes as they stand, always all of them, in the order of [`RouteId::ALL`].
///
/// Pure and total: a missing outcome or fact is unknown, never "no". Several routes can run side by
/// side; the order says nothing about which is better.
pub fn routes(input: &Input<'_>) -> Vec<Route> {
    let trees = from_law::Trees::new(input.outcomes, input.steps, input.vocabulary);
    let desk = desk::Desk::new(input, &trees);
    let one = |id: RouteId| match id {
        RouteId::PrivateProsecution => private_prosecution::route(&desk),
        RouteId::PoliceHelp => police_help::route(&desk),
        RouteId::PublicProsecution => public_prosecution::route(&desk),
        RouteId::FilingSupervision => filing_supervision::route(&desk),
        RouteId::AdministrativePenalty => administrative_penalty::route(&desk),
        RouteId::Reconsideration => reconsideration::route(&desk),
        RouteId::CivilSuit => civil_suit::route(&desk),
        RouteId::Injunction => injunction::route(&desk),
        RouteId::ProtectionOrder => protection_order::route(&desk),
        RouteId::PlatformNotice => platform_notice::route(&desk),
        RouteId::PublicInterestSuit => public_interest_suit::route(&desk),
        RouteId::LegalAid => legal_aid::route(&desk),
    };
    let mut routes: Vec<Route> = RouteId::ALL.into_iter().map(one).collect();
    legal_aid::hurry(&desk, &mut routes);
    routes
}

/// Whether a route turns on this rule of the law book.
pub fn asks(rule: &str) -> bool {
    RULES.contains(&rule)
}
