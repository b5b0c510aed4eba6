//! Counts as intervals with a unit.
//!
//! A displayed "1.2万" is 11,500 to 12,499; a captured list of reposts is a floor without an upper
//! bound. Thresholds are inclusive (刑法第九十九条, in force 1997-10-01: 以上、以下、以内 include the number).

use crate::Truth;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What is counted. Counts of different units are never added or compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Clicks or views of one item (点击、浏览).
    Views,
    /// Plays of one video (播放); whether a play is a view is a reading, never assumed.
    Plays,
    /// Reads of a whole topic or hashtag (话题阅读): not views of one item.
    TopicReads,
    /// Forwards of one item (转发).
    Reposts,
    /// Comments (评论).
    Comments,
    /// Likes (点赞).
    Likes,
    /// Members of a chat group (群成员).
    GroupMembers,
    /// Followers of an account (粉丝).
    Followers,
    /// Posts, each counted once.
    Posts,
    /// Accounts, each counted once.
    Accounts,
    /// Records of one kind, without duplicates (条).
    Items,
    /// People (人).
    Persons,
    /// Times that something was done (次).
    Times,
    /// Chat or account groups (群组).
    Groups,
    /// Web sites (网站).
    Sites,
    /// Network platforms (平台).
    Platforms,
    /// Days (日).
    Days,
    /// Money in whole yuan (元).
    Yuan,
}

impl Unit {
    /// Every unit, in the order of the books.
    pub const ALL: [Unit; 18] = [
        Unit::Views,
        Unit::Plays,
        Unit::TopicReads,
        Unit::Reposts,
        Unit::Comments,
        Unit::Likes,
        Unit::GroupMembers,
        Unit::Followers,
        Unit::Posts,
        Unit::Accounts,
        Unit::Items,
        Unit::Persons,
        Unit::Times,
        Unit::Groups,
        Unit::Sites,
        Unit::Platforms,
        Unit::Days,
        Unit::Yuan,
    ];

    /// The word used in files and codes: `"topic-reads"`.
    pub const fn word(self) -> &'static str {
        match self {
            Unit::Views => "views",
            Unit::Plays => "plays",
            Unit::TopicReads => "topic-reads",
            Unit::Reposts => "reposts",
            Unit::Comments => "comments",
            Unit::Likes => "likes",
            Unit::GroupMembers => "group-members",
            Unit::Followers => "followers",
            Unit::Posts => "posts",
            Unit::Accounts => "accounts",
            Unit::Items => "items",
            Unit::Persons => "persons",
            Unit::Times => "times",
            Unit::Groups => "groups",
            Unit::Sites => "sites",
            Unit::Platforms => "platforms",
            Unit::Days => "days",
            Unit::Yuan => "yuan",
        }
    }

    /// The unit of that word.
    pub fn from_word(word: &str) -> Option<Unit> {
        Unit::ALL.into_iter().find(|unit| unit.word() == word)
    }
}

/// An interval of whole numbers, both ends included; `upper: None` is "no record above".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// At least this many.
    pub lower: u64,
    /// At most this many; absent where nothing bounds it.
    pub upper: Option<u64>,
}

impl Count {
    /// Exactly `n`.
    pub const fn exactly(n: u64) -> Count {
        Count { lower: n, upper: Some(n) }
    }

    /// `n` or more: what has been captured one by one, or a floor such as "1万+".
    pub const fn floor(n: u64) -> Count {
        Count { lower: n, upper: None }
    }

    /// Between the two, both included, in either order.
    pub fn between(a: u64, b: u64) -> Count {
        Count { lower: a.min(b), upper: Some(a.max(b)) }
    }

    /// Whether the count reaches `threshold` (inclusive): T, F or U.
    pub fn at_least(self, threshold: u64) -> Truth {
        if self.lower >= threshold {
            Truth::T
        } else if self.upper.is_some_and(|upper| upper < threshold) {
            Truth::F
        } else {
            Truth::U
        }
    }

    /// Whether the count is at most `limit` (inclusive).
    pub fn at_most(self, limit: u64) -> Truth {
        match limit.checked_add(1) {
            Some(next) => self.at_least(next).not(),
            None => Truth::T,
        }
    }

    /// The sum of two counts of the same unit; saturates instead of wrapping.
    #[must_use]
    pub fn plus(self, other: Count) -> Count {
        let upper = match (self.upper, other.upper) {
            (Some(a), Some(b)) => a.checked_add(b),
            _ => None,
        };
        Count { lower: self.lower.saturating_add(other.lower), upper }
    }

    /// What both intervals allow, or nothing where they contradict each other.
    pub fn intersect(self, other: Count) -> Option<Count> {
        let lower = self.lower.max(other.lower);
        let upper = match (self.upper, other.upper) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        upper.is_none_or(|upper| lower <= upper).then_some(Count { lower, upper })
    }

    /// The smallest interval that holds both.
    #[must_use]
    pub fn hull(self, other: Count) -> Count {
        let upper = match (self.upper, other.upper) {
            (Some(a), Some(b)) => Some(a.max(b)),
            _ => None,
        };
        Count { lower: self.lower.min(other.lower), upper }
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.upper {
            Some(upper) if upper == self.lower => write!(f, "{upper}"),
            Some(upper) => write!(f, "{}..{upper}", self.lower),
            None => write!(f, "{}..", self.lower),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Count;
    use crate::Truth;

    /// 刑法第九十九条 (in force 1997-10-01): the threshold itself is included.
    #[test]
    fn thresholds_are_inclusive() {
        assert_eq!(Count::exactly(5000).at_least(5000), Truth::T);
        assert_eq!(Count::exactly(4999).at_least(5000), Truth::F);
        assert_eq!(Count::floor(486).at_least(500), Truth::U);
        assert_eq!(Count::floor(500).at_least(500), Truth::T);
        assert_eq!(Count::between(11_500, 12_499).at_least(5000), Truth::T);
        assert_eq!(Count::between(450, 549).at_least(500), Truth::U);
        assert_eq!(Count::exactly(5).at_most(5), Truth::T);
        assert_eq!(Count::floor(u64::MAX).at_most(u64::MAX), Truth::T);
    }

    #[test]
    fn sums_saturate_and_lose_the_upper_bound() {
        assert_eq!(Count::exactly(2).plus(Count::floor(3)), Count::floor(5));
        assert_eq!(Count::exactly(u64::MAX).plus(Count::exactly(1)), Count::floor(u64::MAX));
    }

    #[test]
    fn intersection_finds_contradictions() {
        assert_eq!(Count::floor(391).intersect(Count::exactly(486)), Some(Count::exactly(486)));
        assert_eq!(Count::floor(500).intersect(Count::exactly(486)), None);
        assert_eq!(Count::exactly(1).hull(Count::floor(0)), Count::floor(0));
    }
}
