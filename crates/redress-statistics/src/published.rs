//! The published series: every figure with scope, period, unit, source and mark. What is not known stays unknown.

use crate::{By, Cell, Period, Scope, Table, Unit};
use redress_base::{Date, Fault, Finding, Refusal};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Schema of the published series.
pub const PUBLISHED_SCHEMA: &str = "redress/published-statistics/1";

/// The file of the repository.
const FILE: &str = include_str!("../../../statistics/published.toml");

/// How well a figure was checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub enum Mark {
    /// Read in the named source.
    V,
    /// Read in a source that quotes another.
    #[serde(rename = "secondary")]
    Secondary,
    /// Known of, not checked.
    K,
}

impl Mark {
    /// The word used in codes.
    pub const fn word(self) -> &'static str {
        match self {
            Mark::V => "v",
            Mark::Secondary => "secondary",
            Mark::K => "k",
        }
    }
}

/// What a source says of a figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    /// The figure itself.
    #[default]
    Exact,
    /// That many or more (以上、余).
    AtLeast,
    /// More than that (超过).
    MoreThan,
}

impl Bound {
    const fn is_exact(&self) -> bool {
        matches!(self, Bound::Exact)
    }
}

/// A figure, or that it is not known. Never 0 for what is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum PublishedValue {
    /// A figure.
    Known(u64),
    /// `"?"`.
    Unknown(Unknown),
}

/// The question mark that stands for a figure that is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Unknown {
    /// `"?"`.
    #[serde(rename = "?")]
    QuestionMark,
}

impl PublishedValue {
    /// The figure, where it is known.
    pub const fn known(self) -> Option<u64> {
        match self {
            PublishedValue::Known(n) => Some(n),
            PublishedValue::Unknown(_) => None,
        }
    }
}

/// One figure of a series.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// First day of its period.
    #[schemars(with = "String")]
    pub from: Date,
    /// Last day of its period.
    #[schemars(with = "String")]
    pub to: Date,
    /// The figure.
    pub value: PublishedValue,
    /// How well it was checked.
    pub mark: Mark,
    /// Keys of the sources.
    pub sources: Vec<String>,
    /// Whether the period is said only roughly or was not checked.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub doubt: bool,
    /// What is said of the figure.
    #[serde(default, skip_serializing_if = "Bound::is_exact")]
    pub bound: Bound,
    /// Its share of the base series, as stated, in hundredths of a percent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<u64>,
    /// Its change against the period before, as stated, in percent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<String>,
}

/// A day from which a series counts something else. It is never drawn through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Break {
    /// The first day of the new way of counting.
    #[schemars(with = "String")]
    pub on: Date,
    /// Why, in Chinese.
    pub zh: String,
    /// Why, in English.
    pub en: String,
}

/// Figures of one scope, one measure and one unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Series {
    /// Its scope.
    pub scope: String,
    /// What is measured; a row of an own table where it is the same.
    pub measure: String,
    /// What is counted.
    pub unit: Unit,
    /// Its name in Chinese.
    pub zh: String,
    /// Its name in English.
    pub en: String,
    /// The measure of the same scope of which it is a share.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<String>,
    /// Its figures, in the order of their days.
    pub points: Vec<Point>,
    /// Where it counts something else.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breaks: Vec<Break>,
}

impl Series {
    /// `court-defamation.filed`.
    pub fn id(&self) -> String {
        format!("{}.{}", self.scope, self.measure)
    }

    /// Whether a line may run from one point to the next: both known, one period right after the other, no break between.
    pub fn joined(&self, one: &Point, next: &Point) -> bool {
        let adjacent = one.to.tomorrow().is_ok_and(|day| day == next.from);
        let broken = self.breaks.iter().any(|at| one.to < at.on && at.on <= next.to);
        adjacent && !broken && one.value.known().is_some() && next.value.known().is_some()
    }
}

/// A scope of published figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PublishedScope {
    /// Its id; `--scope` of the same id says that the own register covers the same.
    pub id: String,
    /// Which kind of body counts.
    pub body: String,
    /// Where.
    pub region: String,
    /// What it covers, in Chinese.
    pub zh: String,
    /// What it covers, in English.
    pub en: String,
}

/// A source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its key.
    pub id: String,
    /// Where it was read.
    pub title: String,
}

/// Series that must not be put together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Apart {
    /// Their ids.
    pub series: Vec<String>,
    /// Why, in Chinese.
    pub zh: String,
    /// Why, in English.
    pub en: String,
}

/// The published series.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Published {
    /// [`PUBLISHED_SCHEMA`].
    pub schema: String,
    /// The month in which the sources were read.
    pub read: String,
    /// The sources.
    #[serde(rename = "source")]
    pub sources: Vec<Source>,
    /// The scopes.
    #[serde(rename = "scope")]
    pub scopes: Vec<PublishedScope>,
    /// The series.
    pub series: Vec<Series>,
    /// What must not be put together.
    #[serde(default, rename = "warning")]
    pub apart: Vec<Apart>,
}

/// A published figure and the own one beside it, or why none stands beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Beside {
    /// The table of the own figure.
    pub table: String,
    /// Its row.
    pub row: String,
    /// The published series.
    pub series: String,
    /// The period, as the column of the table names it; absent where nothing stands beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// The own figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<Cell>,
    /// The published figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<PublishedValue>,
    /// Why the two do not stand beside each other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why_not: Option<Finding>,
}

/// Table, row, measure: where an own figure counts what a published one does.
const MEASURES: [(&str, &str, &str); 7] = [
    ("arrests", "total", "arrests"),
    ("charged", "total", "charged"),
    ("funnel", "filed", "filed"),
    ("funnel", "concluded", "concluded"),
    ("funnel", "not-accepted", "not-accepted"),
    ("funnel", "dismissed", "dismissed"),
    ("funnel", "judged", "judged"),
];

impl Published {
    /// The series of the repository.
    ///
    /// # Errors
    /// Never for the file that the tests read; the same check as for any other.
    pub fn standard() -> Result<Published, Refusal> {
        Published::read("statistics/published.toml", FILE)
    }

    /// Reads a file of published series.
    ///
    /// # Errors
    /// `Input` where it cannot be read, or two series have the same scope and measure, a source or scope is not listed,
    /// periods run backwards, or series that must stay apart share a scope.
    pub fn read(file: &str, text: &str) -> Result<Published, Refusal> {
        let wrong = |problem: &str| {
            let found = Finding::error("statistics-published-wrong").with("file", file);
            found.with("problem", problem).refuse(Fault::Input)
        };
        let read: Published = toml::from_str(text).map_err(|error| wrong(error.message()))?;
        if read.schema != PUBLISHED_SCHEMA {
            return Err(wrong(&read.schema));
        }
        let mut seen = BTreeSet::new();
        for series in &read.series {
            let listed = |point: &Point| {
                point.from <= point.to
                    && !point.sources.is_empty()
                    && point.sources.iter().all(|key| read.sources.iter().any(|one| one.id == *key))
            };
            let scoped = read.scopes.iter().any(|scope| scope.id == series.scope);
            if !scoped || !series.points.iter().all(listed) || !seen.insert(series.id()) {
                return Err(wrong(&series.id()));
            }
        }
        for apart in &read.apart {
            let scopes: Vec<&str> =
                apart.series.iter().filter_map(|id| read.find(id)).map(|one| &*one.scope).collect();
            let distinct: BTreeSet<&str> = scopes.iter().copied().collect();
            if scopes.len() != apart.series.len() || distinct.len() != scopes.len() {
                return Err(wrong(&apart.series.join(", ")));
            }
        }
        Ok(read)
    }

    /// The series of that id.
    pub fn find(&self, id: &str) -> Option<&Series> {
        self.series.iter().find(|series| series.id() == id)
    }

    /// The scope of that id.
    pub fn scope(&self, id: &str) -> Option<&PublishedScope> {
        self.scopes.iter().find(|scope| scope.id == id)
    }

    /// The share that a point has of its base, computed anew, in hundredths of a percent.
    pub fn share(&self, series: &Series, point: &Point) -> Option<u64> {
        let base = self.find(&format!("{}.{}", series.scope, series.base.as_deref()?))?;
        let whole = base.points.iter().find(|one| (one.from, one.to) == (point.from, point.to))?;
        match crate::release::share(point.value.known()?, whole.value.known()?) {
            Cell::Share { hundredths } => Some(hundredths),
            _ => None,
        }
    }

    /// Published figures beside own ones where scope and unit agree; the reason where they do not.
    pub(crate) fn beside(&self, scope: &Scope, by: By, tables: &[Table]) -> Vec<Beside> {
        let mut all = Vec::new();
        for (table, row, measure) in MEASURES {
            let Some(own) = tables.iter().find(|one| one.id == table) else { continue };
            for series in self.series.iter().filter(|series| series.measure == measure) {
                let beside = |period: Option<String>, cell, published, why_not| Beside {
                    table: table.to_owned(),
                    row: row.to_owned(),
                    series: series.id(),
                    period,
                    own: cell,
                    published,
                    why_not,
                };
                if let Some(why_not) = self.why_not(scope, own.unit, series) {
                    all.push(beside(None, None, None, Some(why_not)));
                    continue;
                }
                let before = all.len();
                for point in &series.points {
                    let period = Period::of(by, point.from);
                    let same = Period::of(by, point.to) == period && whole(by, point);
                    if let Some(cell) = own.cell(row, &period.id()).filter(|_| same) {
                        all.push(beside(Some(period.id()), Some(cell), Some(point.value), None));
                    }
                }
                if all.len() == before {
                    let why = Finding::note("statistics-beside-period");
                    all.push(beside(None, None, None, Some(why)));
                }
            }
        }
        all
    }

    fn why_not(&self, scope: &Scope, unit: Unit, series: &Series) -> Option<Finding> {
        let published = self.scope(&series.scope)?;
        let region = scope.region.as_deref().is_none_or(|region| region == published.region);
        if scope.register != series.scope || !region {
            return Some(Finding::note("statistics-beside-scope"));
        }
        (unit != series.unit).then(|| Finding::note("statistics-beside-unit"))
    }
}

/// Whether a point covers the whole of the period in which it begins.
fn whole(by: By, point: &Point) -> bool {
    let starts = point.from.yesterday().is_ok_and(|day| Period::of(by, day) != Period::of(by, point.from));
    let ends = point.to.tomorrow().is_ok_and(|day| Period::of(by, day) != Period::of(by, point.to));
    starts && ends
}
