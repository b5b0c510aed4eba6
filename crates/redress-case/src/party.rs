//! Who takes part in a case, in what capacity, for whom, and why they may.
//!
//! The ledger holds no name: what identifies a party is a separate object, kept by its digest
//! ([`crate::Details`]), so that a bundle or an export can leave it out and the chain still holds.

use redress_base::{Date, ItemId, Sha256};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A party of one case, counted from 1. Printed `party-01`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, JsonSchema)]
#[schemars(with = "String")]
pub struct PartyId(pub u16);

impl fmt::Display for PartyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "party-{:02}", self.0)
    }
}

impl FromStr for PartyId {
    type Err = ();

    fn from_str(text: &str) -> Result<PartyId, ()> {
        let digits = text.strip_prefix("party-").ok_or(())?;
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(());
        }
        digits.parse().map(PartyId).map_err(|_| ())
    }
}

impl Serialize for PartyId {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartyId {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<PartyId, D::Error> {
        let text = String::deserialize(d)?;
        text.parse().map_err(|()| serde::de::Error::custom("expected a party id such as party-01"))
    }
}

/// Makes a closed list of words: the stored form, its word, and the word read back.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$item:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($(#[$item])* $variant),+ }

        impl $name {
            /// All of them.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The word used in files and on the command line.
            pub const fn word(self) -> &'static str {
                match self { $($name::$variant => $word),+ }
            }

            /// Reads the word.
            pub fn from_word(word: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|one| one.word() == word)
            }
        }
    };
}
pub(crate) use words;

words! {
    /// In what capacity somebody takes part.
    Capacity {
        /// The person against whom the acts were done (被害人): private prosecutor, plaintiff or applicant by the
        /// procedure.
        Victim = "victim",
        /// A close relative who complains or sues in the person's place (近亲属).
        Relative = "relative",
        /// A legal representative of somebody without full capacity (法定代理人).
        Guardian = "guardian",
        /// A lawyer or another agent by mandate (诉讼代理人).
        Agent = "agent",
        /// Whose acts the case is about: defendant or respondent by the procedure. Often only an account is known.
        Respondent = "respondent",
        /// A network service provider (网络服务提供者).
        Platform = "platform",
        /// Somebody who saw or knows something (证人).
        Witness = "witness",
    }
}

words! {
    /// What kind of person it is (民法典 art 2, in force 2021-01-01).
    Kind {
        /// A natural person (自然人).
        Natural = "natural",
        /// A legal person (法人).
        Legal = "legal",
        /// An organisation without legal personality (非法人组织).
        Unincorporated = "unincorporated",
    }
}

words! {
    /// How a relative, guardian or agent stands to the party for whom they act.
    Relation {
        /// Spouse (配偶).
        Spouse = "spouse",
        /// Father or mother (父、母).
        Parent = "parent",
        /// Son or daughter (子、女).
        Child = "child",
        /// Brother or sister of full blood (同胞兄弟姊妹).
        Sibling = "sibling",
        /// Grandparent (祖父母、外祖父母).
        Grandparent = "grandparent",
        /// Grandchild (孙子女、外孙子女).
        Grandchild = "grandchild",
        /// Another relative.
        OtherRelative = "other-relative",
        /// A guardian who is no relative: appointed, or an organisation.
        AppointedGuardian = "appointed-guardian",
        /// A lawyer (律师).
        Lawyer = "lawyer",
        /// A lawyer or worker sent by legal aid (法律援助).
        LegalAid = "legal-aid",
        /// Somebody recommended or trusted, no lawyer.
        OtherAgent = "other-agent",
    }
}

words! {
    /// Why somebody else acts in the person's place.
    Because {
        /// Under eighteen (未成年人).
        Minor = "minor",
        /// Without capacity, or with limited capacity (无行为能力、限制行为能力).
        Incapable = "incapable",
        /// Dead (死亡).
        Deceased = "deceased",
        /// Coerced or intimidated, so that they cannot complain (受强制、威吓): 刑法 98.
        Coerced = "coerced",
        /// Old, ill, blind, deaf or mute, so that they cannot complain themselves: 法释〔2021〕1号 317.
        Infirm = "infirm",
        /// By mandate (委托).
        Mandate = "mandate",
    }
}

/// One party, as an entry of the ledger. A later entry with the same id takes its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// Which one.
    pub id: PartyId,
    /// In what capacity.
    pub capacity: Capacity,
    /// What kind of person.
    pub kind: Kind,
    /// For whom they act.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acts_for: Option<PartyId>,
    /// How they stand to that party.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relation: Option<Relation>,
    /// Why they may act.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<Because>,
    /// Who it is, is not known: only accounts, or nothing. redress never finds out; it prepares the request by which
    /// the competent body may.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub identity_unknown: bool,
    /// Under eighteen at the time of the acts, where somebody said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minor: Option<bool>,
    /// Day of death.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub died: Option<Date>,
    /// Papers that show the relation, the mandate or the cause.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub proof: Vec<ItemId>,
    /// The statements that are laid to a respondent, each by one of its posts (`weibo/4912…`). Whose account it is, the
    /// person says; redress links no account to anybody.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statements: Vec<String>,
    /// SHA-256 of the object with what identifies the party; nothing of it stands in the ledger.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub details: Option<Sha256>,
    /// The day on which they ceased to take part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub until: Option<Date>,
}

#[cfg(test)]
mod tests {
    use super::{Because, Capacity, PartyId, Relation};

    #[test]
    fn ids_and_words_are_read_as_they_are_written() {
        assert_eq!(PartyId(7).to_string(), "party-07");
        assert_eq!("party-07".parse(), Ok(PartyId(7)));
        for bad in ["party-", "party-+7", "party-99999", "07"] {
            assert_eq!(bad.parse::<PartyId>(), Err(()), "{bad}");
        }
        for one in Capacity::ALL {
            assert_eq!(Capacity::from_word(one.word()), Some(*one));
            assert_eq!(serde_json::to_value(one).unwrap(), one.word());
        }
        for one in Relation::ALL {
            assert_eq!(serde_json::to_value(one).unwrap(), one.word());
        }
        for one in Because::ALL {
            assert_eq!(serde_json::to_value(one).unwrap(), one.word());
        }
    }
}
