//! Accounts: a name, the roles that the keeper confirmed, and whether it is locked.

use crate::Role;
use redress_base::{Fault, Finding, Refusal};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt;
use unicode_normalization::UnicodeNormalization;

/// The most characters of an account name.
pub const LONGEST_NAME: usize = 64;

/// The name of an account: letters and digits of any script, and `.`, `-`, `_`, `@` between them. Two
/// spellings that look the same are one name (NFKC, lower case), so that nobody is taken for somebody else.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct AccountName(String);

impl AccountName {
    /// Reads a name as typed.
    ///
    /// # Errors
    /// `Usage` where it is empty, too long, or holds a character that a name does not hold.
    pub fn parse(typed: &str) -> Result<AccountName, Refusal> {
        let unfit = || Finding::error("rights-name-unfit").with("most", LONGEST_NAME).refuse(Fault::Usage);
        // No name of 64 characters is written in more than this; a longer text is not looked at.
        if typed.len() > LONGEST_NAME.saturating_mul(8) {
            return Err(unfit());
        }
        let name: String = typed.trim().nfkc().flat_map(char::to_lowercase).nfkc().collect();
        let count = name.chars().count();
        let edge = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let fits = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '@');
        let good = count <= LONGEST_NAME
            && name.chars().all(fits)
            && edge(name.chars().next())
            && edge(name.chars().next_back());
        good.then_some(AccountName(name)).ok_or_else(unfit)
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AccountName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for AccountName {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<AccountName, D::Error> {
        let text = String::deserialize(d)?;
        AccountName::parse(&text).map_err(serde::de::Error::custom)
    }
}

/// An account as the office knows it; its password stands elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// Its name.
    pub name: AccountName,
    /// The roles that the keeper confirmed. Nobody can be brought into a case in a role that their account
    /// does not hold, so that a friend of a party cannot be made a court.
    pub holds: BTreeSet<Role>,
    /// Whether it is locked.
    pub locked: bool,
}

#[cfg(test)]
mod tests {
    use super::{AccountName, LONGEST_NAME};

    #[test]
    fn names_that_look_the_same_are_the_same() {
        let name = |typed: &str| AccountName::parse(typed).map(|name| name.to_string()).unwrap();
        assert_eq!(name("Wang.Lawyer"), "wang.lawyer");
        assert_eq!(name(" ＷＡＮＧ。ｌａｗ ".replace('。', "．").as_str()), "wang.law");
        assert_eq!(name("王律师"), "王律师");
        assert_eq!(name("ﬁle-desk"), "file-desk");
    }

    #[test]
    fn what_is_no_name_is_refused() {
        let long = "x".repeat(LONGEST_NAME + 1);
        let huge = "x".repeat(1 << 20);
        for bad in ["", " ", "-", ".a", "a.", "a b", "a/b", "a\u{0}b", "a\u{202E}b", "a'b", &long, &huge] {
            let refused = AccountName::parse(bad).unwrap_err();
            assert_eq!(refused.finding.code, "rights-name-unfit", "{bad:?}");
        }
        assert!(AccountName::parse(&"王".repeat(LONGEST_NAME)).is_ok());
    }

    #[test]
    fn a_stored_name_is_read_as_strictly_as_a_typed_one() {
        use serde::de::{Deserialize, IntoDeserializer, value::Error, value::StrDeserializer};
        let read = |text: &'static str| {
            let text: StrDeserializer<'_, Error> = text.into_deserializer();
            AccountName::deserialize(text)
        };
        assert_eq!(read("Ann").unwrap().as_str(), "ann");
        assert!(read("a b").is_err());
    }
}
