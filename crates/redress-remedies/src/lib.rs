//! Which of the six routes are open, waiting, closed or unknown; why, and until when.
//!
//! - **Takes**: the facts of a case, what the law room found for each statement, the day.
//! - **Gives**: [`routes`]: always six [`Route`]s in fixed order, each with its [`State`], reasons, the
//!   facts that would change it, steps, deadlines, warnings before what cannot be taken back, and the
//!   duties of the authorities.
//! - **Knows**: base, facts, law.
//! - **Never**: picks a route, says that anyone is guilty, names a post, an account or a person, reads
//!   the clock; opens a penal route for a statement that Article 10 protects; offers picking quarrels or
//!   the honour of heroes and martyrs as a road.
//! - **Source**: Guiding Opinions 2023 (法发〔2023〕14号) 7-18; the instruments in `cite.rs`; docs/routes.md.
//!
//! **Open**: the conditions are made out on the material and the procedure allows it. **Waiting**: a
//! named thing is missing that the person or an authority can bring. **Closed**: a condition fails or
//! the route is barred. **Unknown**: it turns on disputed facts, on a judgement that nobody has made, or
//! on a contested reading.

mod administrative_penalty;
mod article_ten;
mod cite;
mod civil_limitation;
mod civil_suit;
mod desk;
mod draft;
mod element;
mod from_law;
mod injunction;
mod limitation;
mod offence;
mod part;
mod police;
mod private_prosecution;
mod public_interest_suit;
mod public_prosecution;
mod route;

pub use cite::Cite;
pub use desk::Input;
pub use route::{
    Deadline, Duty, NO_CHOICE, Need, Reason, Route, RouteId, State, Step, UNVERIFIED, Warning, Who,
};

/// The six routes as they stand, always all of them, in the order of [`RouteId::ALL`].
///
/// Pure and total: a missing outcome or fact is unknown, never "no". Several routes can run side by
/// side; the order says nothing about which is better.
pub fn routes(input: &Input<'_>) -> Vec<Route> {
    let desk = desk::Desk::new(input);
    RouteId::ALL
        .into_iter()
        .map(|id| match id {
            RouteId::PrivateProsecution => private_prosecution::route(&desk),
            RouteId::PublicProsecution => public_prosecution::route(&desk),
            RouteId::AdministrativePenalty => administrative_penalty::route(&desk),
            RouteId::CivilSuit => civil_suit::route(&desk),
            RouteId::Injunction => injunction::route(&desk),
            RouteId::PublicInterestSuit => public_interest_suit::route(&desk),
        })
        .collect()
}
