//! `redress stats --office`: the release of a period over all cases of an office, or the list of those that were made.

use super::{Session, day, stats, text};
use crate::place::Counter;
use clap::ArgMatches;
use clap::parser::ValueSource;
use redress_base::{Arg, Fault, Finding, Instant, Refusal};
use redress_statistics::{By, Published};
use redress_workbench::{KeptRelease, ReleaseTerms, WantedRelease};
use schemars::JsonSchema;
use serde::Serialize;

/// `redress/releases/1`: the releases of statistics of an office.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Releases {
    schema: &'static str,
    /// By their days.
    releases: Vec<ReleaseRow>,
}

/// One of them.
#[derive(Serialize, JsonSchema)]
pub(crate) struct ReleaseRow {
    /// When it was made, in seconds since 1970.
    at: Instant,
    /// With what.
    terms: ReleaseTerms,
}

/// Signs in, and gives the release of the days that were named.
pub(super) fn run(
    session: &Session<'_>,
    counter: &Counter,
    matches: &ArgMatches,
    published: &Published,
) -> Result<(), Refusal> {
    let (from, to) = (day(matches, "stats-from")?, day(matches, "stats-to")?);
    // Read before anybody signs in: a list that cannot be read costs nobody a password.
    let (events, breaks) = (stats::events(matches)?, stats::breaks(matches)?);
    let (office, mut caller) = counter.sign_in(session)?;
    let person = caller.person.clone();
    let mut figures = office.figures_for(&person)?;
    let (from, to) = match (from, to) {
        (Some(from), Some(to)) => (from, to),
        (None, None) if !matches.get_flag("release") => {
            let kept = caller.reception().releases(&person, &mut figures)?;
            list(session, kept);
            return Ok(());
        }
        _ => return Err(Finding::error("cli-stats-which-days").refuse(Fault::Usage)),
    };
    // What nobody typed is no wish: a release that is kept is given as it was made.
    let typed = |name: &str| matches.value_source(name) == Some(ValueSource::CommandLine);
    let said = |name: &str| text(matches, name).map(|said| said.trim().to_owned());
    let wanted = WantedRelease {
        from,
        to,
        as_of: day(matches, "as-of")?,
        by: text(matches, "stats-by").filter(|_| typed("stats-by")).and_then(By::from_word),
        threshold: matches.get_one::<u64>("threshold").copied().filter(|_| typed("threshold")),
        register: said("stats-scope"),
        region: said("region"),
        events,
        breaks,
        make: matches.get_flag("release"),
    };
    let given = caller.reception().release(&person, &mut figures, &wanted, published)?;
    stats::tell(session, matches, given.release, published)
}

fn list(session: &Session<'_>, kept: Vec<KeptRelease>) {
    session.out.say("cli-stats-releases", &[("count", kept.len().into())]);
    let row = |kept: KeptRelease| ReleaseRow { at: kept.at, terms: kept.terms };
    let releases: Vec<ReleaseRow> = kept.into_iter().map(row).collect();
    for one in &releases {
        let made = one.at.beijing_date().map(|day| session.words.date(day)).unwrap_or_default();
        let [from, to, as_of] =
            [one.terms.from, one.terms.to, one.terms.as_of].map(|day| session.words.date(day));
        let args: [(&str, Arg); 6] = [
            ("from", from.into()),
            ("to", to.into()),
            ("as_of", as_of.into()),
            ("made", made.into()),
            ("threshold", one.terms.threshold.into()),
            ("scope", one.terms.scope.register.as_str().into()),
        ];
        session.out.say("cli-stats-release", &args);
    }
    session.out.document(&Releases { schema: "redress/releases/1", releases });
}
