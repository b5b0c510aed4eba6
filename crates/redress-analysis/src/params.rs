//! The parameters of the measures. They are printed with every result: who has the items and these
//! values gets the same figures.

use redress_base::{Fault, Finding, Refusal};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt;
use std::num::NonZeroU32;

/// A share between 0 (not included) and 1 (included), as an exact fraction.
///
/// Written as `"4/5"`. Arithmetic on it is whole-number arithmetic: no rounding anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub struct Threshold {
    numerator: NonZeroU32,
    denominator: NonZeroU32,
}

impl Threshold {
    /// Four fifths: the definition of "the same statement" that the documents describe.
    pub const FOUR_FIFTHS: Threshold = match (NonZeroU32::new(4), NonZeroU32::new(5)) {
        (Some(numerator), Some(denominator)) => Threshold { numerator, denominator },
        // Neither is zero; this arm only satisfies the compiler, and means "equal sets".
        _ => Threshold { numerator: NonZeroU32::MIN, denominator: NonZeroU32::MIN },
    };

    /// `numerator / denominator`.
    ///
    /// # Errors
    /// `analysis-threshold` (usage) unless 0 < numerator <= denominator.
    pub fn new(numerator: u32, denominator: u32) -> Result<Threshold, Refusal> {
        match (NonZeroU32::new(numerator), NonZeroU32::new(denominator)) {
            (Some(n), Some(d)) if n <= d => Ok(Threshold { numerator: n, denominator: d }),
            _ => Err(refuse(&format!("{numerator}/{denominator}"))),
        }
    }

    fn parts(self) -> (u64, u64) {
        (u64::from(self.numerator.get()), u64::from(self.denominator.get()))
    }

    /// Whether `shared / union` reaches the threshold (inclusive).
    pub fn met(self, shared: u64, union: u64) -> bool {
        let (n, d) = self.parts();
        shared.saturating_mul(d) >= union.saturating_mul(n)
    }

    /// The least overlap by which a set of `size` can reach the threshold with any other set, and
    /// so also the least size of such a set: ceil(t * size).
    pub(crate) fn least_partner(self, size: u64) -> u64 {
        let (n, d) = self.parts();
        size.saturating_mul(n).div_ceil(d)
    }

    /// The least overlap of two sets whose sizes add up to `sizes`: ceil(t / (1 + t) * sizes).
    pub(crate) fn least_overlap(self, sizes: u64) -> u64 {
        let (n, d) = self.parts();
        sizes.saturating_mul(n).div_ceil(n + d)
    }
}

impl fmt::Display for Threshold {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.numerator, self.denominator)
    }
}

impl From<Threshold> for String {
    fn from(threshold: Threshold) -> String {
        threshold.to_string()
    }
}

impl TryFrom<String> for Threshold {
    type Error = Refusal;

    fn try_from(text: String) -> Result<Threshold, Refusal> {
        let parts = text.split_once('/').and_then(|(n, d)| Some((n.parse().ok()?, d.parse().ok()?)));
        parts.map_or_else(|| Err(refuse(&text)), |(n, d)| Threshold::new(n, d))
    }
}

fn refuse(given: &str) -> Refusal {
    Finding::error("analysis-threshold").with("given", given).refuse(Fault::Usage)
}

/// Everything that a measure may be asked to do differently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// Two texts are the same statement when their sets of 3-grams share at least this part
    /// (Jaccard). Default `"4/5"`.
    pub threshold: Threshold,
    /// A text with fewer letters and numbers than this belongs to no statement. Default 5; values
    /// under 3 count as 3, because a 3-gram needs three characters.
    pub min_chars: u32,
    /// Most statements that get their own figures, foremost first. Default 1000. What is left out is
    /// reported (`analysis-figures-limited`), never silently dropped. Single comments and reposts
    /// get figures only when they are in `always`.
    pub figures_for: u32,
    /// Statements that get figures whatever their size: those that a person has named.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub always: BTreeSet<String>,
}

impl Default for Params {
    fn default() -> Params {
        Params { threshold: Threshold::FOUR_FIFTHS, min_chars: 5, figures_for: 1000, always: BTreeSet::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::{Params, Threshold};

    #[test]
    fn a_threshold_is_a_fraction_between_nought_and_one() {
        assert!(Threshold::new(0, 5).is_err());
        assert!(Threshold::new(6, 5).is_err());
        assert!(Threshold::new(1, 0).is_err());
        assert_eq!(Threshold::new(4, 5).unwrap(), Threshold::FOUR_FIFTHS);
        assert!(Threshold::FOUR_FIFTHS.met(4, 5));
        assert!(!Threshold::FOUR_FIFTHS.met(3, 4));
        assert!(Threshold::FOUR_FIFTHS.met(8, 10));
    }

    #[test]
    fn params_read_back_and_refuse_nonsense() {
        let text = serde_json::to_string(&Params::default()).unwrap();
        assert_eq!(text, r#"{"threshold":"4/5","min_chars":5,"figures_for":1000}"#);
        assert_eq!(serde_json::from_str::<Params>(&text).unwrap(), Params::default());
        for bad in ["0/1", "2/1", "0.8", "-4/5", "4/5/6", ""] {
            let text = format!(r#"{{"threshold":"{bad}","min_chars":5,"figures_for":1}}"#);
            assert!(serde_json::from_str::<Params>(&text).is_err(), "{bad}");
        }
    }
}
