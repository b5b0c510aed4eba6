//! Releases of statistics over an office: who may, one for a period, and the same again where it is asked for again.
//!
//! Two releases over the same cases can be subtracted from one another, and the difference may give away what each
//! withholds. So the days of two releases never overlap, a release is made of days that are over, and it is kept as it
//! was made: whoever asks for the same gets the same bytes.

use super::{LogLine, Logged, Outcome, Person, Reception};
use crate::ports::{Counted, Figures, KeptRelease};
use crate::statistics::record_maker;
use redress_base::{Date, Fault, Finding, Instant, Refusal};
use redress_rights::{Object, Thing, UseCase};
use redress_statistics::{By, HotEvent, Plan, Published, Record, Release, Scope, TableBreak};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// No release of an office prints a count from 1 to one less than this: whoever asks does not have the cases.
pub const LEAST_THRESHOLD: u64 = 5;

/// With what a release was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReleaseTerms {
    /// First day counted.
    #[schemars(with = "String")]
    pub from: Date,
    /// Last day counted.
    #[schemars(with = "String")]
    pub to: Date,
    /// The day as of which cases stand where they stand.
    #[schemars(with = "String")]
    pub as_of: Date,
    /// By what the columns are divided.
    pub by: By,
    /// Counts from 1 to one less than this are withheld.
    pub threshold: u64,
    /// What the register covers.
    pub scope: Scope,
}

/// A release that is asked for. What is not said is as in the one that is kept, or the usual where it is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WantedRelease {
    /// First day counted.
    pub from: Date,
    /// Last day counted.
    pub to: Date,
    /// The day as of which cases stand; today where nothing is said.
    pub as_of: Option<Date>,
    /// By what the columns are divided; years where nothing is said.
    pub by: Option<By>,
    /// Counts from 1 to one less than this are withheld.
    pub threshold: Option<u64>,
    /// What the register covers.
    pub register: Option<String>,
    /// The region that it covers.
    pub region: Option<String>,
    /// Events laid beside the weeks.
    pub events: Option<Vec<HotEvent>>,
    /// Days from which a table counts something else.
    pub breaks: Option<Vec<TableBreak>>,
    /// Whether it is to be made where there is none.
    pub make: bool,
}

/// A release that was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The release.
    pub release: Release,
    /// When it was made.
    pub at: Instant,
    /// Whether it was made just now.
    pub fresh: bool,
}

impl Reception<'_> {
    /// The releases that are kept, by their days.
    ///
    /// # Errors
    /// `Usage`: the account sees no statistics. `Storage`: the database would not do it.
    pub fn releases(
        &mut self,
        person: &Person,
        figures: &mut dyn Figures,
    ) -> Result<Vec<KeptRelease>, Refusal> {
        self.may_in_office(person, UseCase::SeeStatistics, Thing::any(Object::Statistics))?;
        figures.releases(person.name(), None)
    }

    /// The release for these days: the one that is kept, or a new one.
    ///
    /// # Errors
    /// `Usage`: the account sees no statistics; the threshold is too low; the days are not over; there is none and none
    /// was to be made; there is another for these days, or one whose days overlap; cases lag. `Storage`: the database
    /// would not do it.
    pub fn release(
        &mut self,
        person: &Person,
        figures: &mut dyn Figures,
        wanted: &WantedRelease,
        published: &Published,
    ) -> Result<Given, Refusal> {
        self.may_in_office(person, UseCase::SeeStatistics, Thing::any(Object::Statistics))?;
        let plan = self.plan(wanted)?;
        let days = Some((wanted.from, wanted.to));
        if let Some(kept) = figures.releases(person.name(), days)?.first() {
            return wanted.kept(kept);
        }
        if !wanted.make {
            return Err(wanted.days("workbench-no-release"));
        }
        let terms = ReleaseTerms {
            from: wanted.from,
            to: wanted.to,
            as_of: plan.as_of,
            by: plan.by,
            threshold: plan.threshold,
            scope: plan.scope.clone(),
        };
        let now = self.now();
        let line =
            LogLine::of(now, Logged::Act(UseCase::SeeStatistics, Object::Statistics), Outcome::Allowed);
        let line = LogLine { release: Some(terms.clone()), ..line.by(person.name()) };
        let mut made = None;
        let mut make = |counted: &Counted| {
            let release = count(counted, &plan, published)?;
            let document = serde_json::to_string(&release).unwrap_or_default();
            made = Some(release);
            Ok(document)
        };
        if !figures.release(person.name(), &record_maker(), &terms, &line, &mut make)? {
            // Somebody was quicker; theirs is the one.
            let kept = figures.releases(person.name(), days)?;
            return kept
                .first()
                .map_or_else(|| Err(wanted.days("workbench-no-release")), |kept| wanted.kept(kept));
        }
        let release = made.ok_or_else(|| wanted.days("workbench-no-release"))?;
        Ok(Given { release, at: now, fresh: true })
    }

    /// Asks whether this person may have the program count cases anew, and writes down that it was done.
    ///
    /// # Errors
    /// `Usage` with the code of the denial. `Storage`: the roster would not do it.
    pub fn recounts(&mut self, person: &Person) -> Result<(), Refusal> {
        self.may_in_office(person, UseCase::RecountCases, Thing::any(Object::Statistics))?;
        let line = self.line(person, UseCase::RecountCases, Object::Statistics);
        self.note(&line)
    }

    /// What would be counted; refused where no such release may be made.
    fn plan(&self, wanted: &WantedRelease) -> Result<Plan, Refusal> {
        let threshold = wanted.threshold.unwrap_or(LEAST_THRESHOLD);
        if threshold < LEAST_THRESHOLD {
            let found = Finding::error("workbench-threshold-low").with("least", LEAST_THRESHOLD);
            return Err(found.refuse(Fault::Usage));
        }
        if wanted.to < wanted.from {
            return Err(wanted.days("statistics-days-backwards"));
        }
        let today = self.clock.now().at.beijing_date().unwrap_or(Date::MIN);
        let as_of = wanted.as_of.unwrap_or(today);
        if as_of > today {
            let found = Finding::error("workbench-as-of-ahead").with("day", as_of.to_string());
            return Err(found.with("today", today.to_string()).refuse(Fault::Usage));
        }
        // A period that still runs would be closed for good by figures that lack its rest.
        if wanted.to > as_of || wanted.to >= today {
            return Err(wanted.days("workbench-release-early"));
        }
        Ok(Plan {
            scope: Scope {
                register: wanted.register.clone().unwrap_or_default(),
                region: wanted.region.clone(),
            },
            by: wanted.by.unwrap_or_default(),
            from: Some(wanted.from),
            to: Some(wanted.to),
            as_of,
            threshold,
            events: wanted.events.clone().unwrap_or_default(),
            breaks: wanted.breaks.clone().unwrap_or_default(),
        })
    }
}

/// The tables of all cases. A case that lags would be missing from them, or be counted as it was.
fn count(counted: &Counted, plan: &Plan, published: &Published) -> Result<Release, Refusal> {
    if counted.lagging > 0 {
        // A small number of cases is withheld here as everywhere.
        let found = if counted.lagging < plan.threshold {
            Finding::error("workbench-counts-lag-few").with("most", plan.threshold)
        } else {
            Finding::error("workbench-counts-lag").with("count", counted.lagging)
        };
        return Err(found.refuse(Fault::Usage));
    }
    let row = |text: &String| Ok(Record::from_text(text)?.row(&plan.scope, plan.as_of));
    let rows = counted.records.iter().map(row).collect::<Result<Vec<_>, Refusal>>()?;
    Release::of(&rows, plan, published)
}

impl WantedRelease {
    fn days(&self, code: &str) -> Refusal {
        let found = Finding::error(code).with("from", self.from.to_string());
        found.with("to", self.to.to_string()).refuse(Fault::Usage)
    }

    /// The release that is kept, where it is the one that is asked for.
    fn kept(&self, kept: &KeptRelease) -> Result<Given, Refusal> {
        let terms = &kept.terms;
        if (terms.from, terms.to) != (self.from, self.to) {
            return Err(kept.refused("workbench-release-overlaps"));
        }
        let release = Release::from_json(&kept.document)?;
        let same = self.as_of.is_none_or(|one| one == terms.as_of)
            && self.by.is_none_or(|one| one == terms.by)
            && self.threshold.is_none_or(|one| one == terms.threshold)
            && self.register.as_ref().is_none_or(|one| *one == terms.scope.register)
            && self.region.as_ref().is_none_or(|one| Some(one) == terms.scope.region.as_ref())
            && self.events.as_ref().is_none_or(|one| *one == release.events)
            && self.breaks.as_ref().is_none_or(|one| *one == release.breaks);
        if !same {
            return Err(kept.refused("workbench-release-other"));
        }
        Ok(Given { release, at: kept.at, fresh: false })
    }
}

impl KeptRelease {
    /// With what this one was made, in a refusal of another.
    fn refused(&self, code: &str) -> Refusal {
        let terms = &self.terms;
        let made = self.at.beijing_date().map(|day| day.to_string()).unwrap_or_default();
        let by = serde_json::to_value(terms.by).ok();
        let by = by.as_ref().and_then(|one| one.as_str()).unwrap_or_default();
        let found =
            Finding::error(code).with("from", terms.from.to_string()).with("to", terms.to.to_string());
        let found = found.with("as_of", terms.as_of.to_string()).with("made", made).with("by", by);
        let found = found.with("threshold", terms.threshold);
        found.with("scope", terms.scope.register.as_str()).refuse(Fault::Usage)
    }
}
