//! The three-valued truth and its interval over disputes (docs/law-format.md).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// F < U < T: not shown, not known, shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Truth {
    /// Fails.
    F,
    /// Not known.
    U,
    /// Holds.
    T,
}

impl Truth {
    /// Kleene negation: swaps F and T, leaves U.
    #[must_use]
    pub const fn not(self) -> Truth {
        match self {
            Truth::F => Truth::T,
            Truth::U => Truth::U,
            Truth::T => Truth::F,
        }
    }
}

impl From<bool> for Truth {
    fn from(value: bool) -> Truth {
        if value { Truth::T } else { Truth::F }
    }
}

/// The interval [worst, best] of a truth over the disputes: `lo` with every dispute settled against
/// the complainant, `hi` with every dispute settled for the complainant; always `lo <= hi`.
///
/// Six values: `TT` made out (达到), `FF` not made out (未达到), `UU` evidence missing (证据不足),
/// `FT` turns only on disputes (有争议), `UT` missing, part disputed, `FU` disputed, with a gap.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, JsonSchema)]
#[schemars(with = "String")]
pub struct Value {
    lo: Truth,
    hi: Truth,
}

impl Value {
    /// Made out on the material in this file.
    pub const TT: Value = Value { lo: Truth::T, hi: Truth::T };
    /// Not made out.
    pub const FF: Value = Value { lo: Truth::F, hi: Truth::F };
    /// Evidence missing.
    pub const UU: Value = Value { lo: Truth::U, hi: Truth::U };
    /// Turns only on disputed facts.
    pub const FT: Value = Value { lo: Truth::F, hi: Truth::T };
    /// At best still a gap, at worst fails.
    pub const FU: Value = Value { lo: Truth::F, hi: Truth::U };
    /// At worst a gap, at best made out.
    pub const UT: Value = Value { lo: Truth::U, hi: Truth::T };
    /// All six, for exhaustive tests.
    pub const ALL: [Value; 6] = [Value::FF, Value::FU, Value::FT, Value::UU, Value::UT, Value::TT];

    /// The interval spanned by two truths, in either order.
    pub fn spanning(a: Truth, b: Truth) -> Value {
        Value { lo: a.min(b), hi: a.max(b) }
    }

    /// The same truth under every reading of the disputes.
    pub const fn certain(truth: Truth) -> Value {
        Value { lo: truth, hi: truth }
    }

    /// With every dispute settled against the complainant.
    pub const fn worst(self) -> Truth {
        self.lo
    }

    /// With every dispute settled for the complainant.
    pub const fn best(self) -> Truth {
        self.hi
    }

    /// Conjunction: (min lo, min hi).
    #[must_use]
    pub fn and(self, other: Value) -> Value {
        Value { lo: self.lo.min(other.lo), hi: self.hi.min(other.hi) }
    }

    /// Disjunction: (max lo, max hi).
    #[must_use]
    pub fn or(self, other: Value) -> Value {
        Value { lo: self.lo.max(other.lo), hi: self.hi.max(other.hi) }
    }

    /// Negation: [not hi, not lo].
    #[must_use]
    pub const fn not(self) -> Value {
        Value { lo: self.hi.not(), hi: self.lo.not() }
    }

    /// "At least n of": the n-th largest of the worsts and of the bests; `n = 0` is made out.
    #[must_use]
    pub fn at_least(n: usize, values: &[Value]) -> Value {
        let Some(index) = n.checked_sub(1) else { return Value::TT };
        let nth = |pick: fn(&Value) -> Truth| {
            let mut truths: Vec<Truth> = values.iter().map(pick).collect();
            truths.sort_unstable_by(|a, b| b.cmp(a));
            truths.get(index).copied().unwrap_or(Truth::F)
        };
        Value { lo: nth(|v| v.lo), hi: nth(|v| v.hi) }
    }

    /// The two letters, worst first: `"UT"`.
    pub const fn letters(self) -> &'static str {
        match (self.lo, self.hi) {
            (Truth::T, _) => "TT",
            (_, Truth::F) => "FF",
            (Truth::U, Truth::U) => "UU",
            (Truth::F, Truth::T) => "FT",
            (Truth::F, Truth::U) => "FU",
            (Truth::U, Truth::T) => "UT",
        }
    }
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.letters())
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.letters())
    }
}

impl FromStr for Value {
    type Err = ();

    fn from_str(text: &str) -> Result<Value, ()> {
        Value::ALL.into_iter().find(|v| v.letters() == text).ok_or(())
    }
}

impl Serialize for Value {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.letters())
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Value, D::Error> {
        let text = String::deserialize(d)?;
        text.parse().map_err(|()| serde::de::Error::custom("expected one of FF FU FT UU UT TT"))
    }
}

#[cfg(test)]
mod tests {
    use super::{Truth, Value};

    /// Every value a disputed interval may turn out to be once its disputes are settled.
    fn settled(v: Value) -> Vec<Truth> {
        [Truth::F, Truth::U, Truth::T].into_iter().filter(|t| v.worst() <= *t && *t <= v.best()).collect()
    }

    #[test]
    fn connectives_cover_every_settlement_of_the_disputes() {
        for a in Value::ALL {
            for b in Value::ALL {
                for x in settled(a) {
                    for y in settled(b) {
                        assert!(settled(a.and(b)).contains(&x.min(y)), "{a} and {b}");
                        assert!(settled(a.or(b)).contains(&x.max(y)), "{a} or {b}");
                    }
                    assert!(settled(a.not()).contains(&x.not()));
                }
            }
        }
    }

    #[test]
    fn at_least_one_is_any_and_at_least_all_is_all() {
        for a in Value::ALL {
            for b in Value::ALL {
                assert_eq!(Value::at_least(1, &[a, b]), a.or(b));
                assert_eq!(Value::at_least(2, &[a, b]), a.and(b));
                assert_eq!(Value::at_least(3, &[a, b]), Value::FF);
                assert_eq!(Value::at_least(0, &[a, b]), Value::TT);
            }
        }
    }

    #[test]
    fn letters_round_trip() {
        for v in Value::ALL {
            assert_eq!(v.letters().parse(), Ok(v));
        }
        assert_eq!("TF".parse::<Value>(), Err(()));
    }
}
