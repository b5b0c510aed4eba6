//! A figure: a number together with the evidence it was counted from.

use redress_base::{Count, Finding, Span, Stamp, Unit};
use redress_facts::Scope;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Most parts that a figure carries; `parts_total` says how many there are.
pub(crate) const MOST_PARTS: usize = 50;
/// Most findings that a figure carries for one code.
pub(crate) const MOST_FINDINGS: usize = 10;

/// One thing that was counted: a counter as shown, or a captured post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Where it stands in the sealed evidence.
    pub span: Span,
    /// Key of the post or topic: `weibo/4912…`.
    pub subject: String,
    /// The counter as the page or file showed it: `"1.2万"`. Absent for captured posts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown: Option<String>,
    /// What it adds or stands for.
    pub count: Count,
    /// When it was seen, where the row says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen_at: Option<Stamp>,
}

/// One number of a result, with what it was counted from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// `"st-3f2a9c01.views"`, `"case.posts"`.
    pub id: String,
    /// What it is about.
    pub scope: Scope,
    /// The measure that counted it; also the name of its page in docs/measures.
    pub measure: String,
    /// The topic it is about, for topic reads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// What is counted.
    pub unit: Unit,
    /// How many: an interval.
    pub count: Count,
    /// How many when only the anchor and its exact copies are counted, because the other side may
    /// dispute that a near copy is the same statement. Absent where no near copy is in the count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disputed: Option<Count>,
    /// When the latest part was seen, where rows say so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Stamp>,
    /// What was counted, largest first, at most 50.
    pub parts: Vec<Part>,
    /// How many parts there are.
    pub parts_total: u64,
    /// What was noticed while counting.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Finding>,
}

impl Figure {
    /// A figure whose parts are put in order, cut and dated here.
    pub(crate) fn new(name: &Name<'_>, count: Count, disputed: Option<Count>, parts: Parts) -> Figure {
        let Parts { mut largest, total, as_of } = parts;
        largest.sort_by(in_order);
        largest.truncate(MOST_PARTS);
        Figure {
            id: format!("{}.{}", name.scope, name.suffix),
            scope: name.scope.clone(),
            measure: name.measure.to_owned(),
            subject: None,
            unit: name.unit,
            count,
            disputed: disputed.filter(|disputed| *disputed != count),
            as_of,
            parts: largest,
            parts_total: total,
            findings: Vec::new(),
        }
    }
}

/// What a figure is called.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Name<'a> {
    pub(crate) scope: &'a Scope,
    pub(crate) suffix: &'a str,
    pub(crate) measure: &'a str,
    pub(crate) unit: Unit,
}

/// Parts as they come in; keeps little more than the largest.
#[derive(Clone, Debug, Default)]
pub(crate) struct Parts {
    largest: Vec<Part>,
    total: u64,
    as_of: Option<Stamp>,
}

impl Parts {
    /// Some parts out of a number known beforehand.
    pub(crate) fn of(total: usize, first: impl Iterator<Item = Part>) -> Parts {
        let mut parts = Parts::default();
        first.for_each(|part| parts.push(part));
        parts.total = u64::try_from(total).unwrap_or(u64::MAX);
        parts
    }

    /// Takes in one more part.
    pub(crate) fn push(&mut self, part: Part) {
        self.total += 1;
        self.as_of =
            [self.as_of, part.seen_at].into_iter().flatten().max_by_key(|stamp| (stamp.at, stamp.source));
        self.largest.push(part);
        if self.largest.len() >= 4 * MOST_PARTS {
            self.largest.sort_by(in_order);
            self.largest.truncate(MOST_PARTS);
        }
    }
}

/// Largest first; then by place in the evidence.
fn in_order(a: &Part, b: &Part) -> std::cmp::Ordering {
    let size = |part: &Part| (part.count.lower, part.count.upper.unwrap_or(u64::MAX));
    size(b).cmp(&size(a)).then_with(|| (&a.span, &a.subject).cmp(&(&b.span, &b.subject)))
}

/// Findings of one figure: at most a few of each code, and a last one that says how many more.
#[derive(Clone, Debug, Default)]
pub(crate) struct Findings {
    kept: Vec<Finding>,
    left_out: u64,
}

impl Findings {
    /// Takes in one more finding.
    pub(crate) fn push(&mut self, finding: Finding) {
        if self.kept.iter().filter(|known| known.code == finding.code).count() < MOST_FINDINGS {
            self.kept.push(finding);
        } else {
            self.left_out += 1;
        }
    }

    /// The findings, in order of code and place.
    pub(crate) fn finish(mut self) -> Vec<Finding> {
        self.kept.sort();
        if self.left_out > 0 {
            self.kept.push(Finding::note("analysis-more-findings").with("more", self.left_out));
        }
        self.kept
    }
}
