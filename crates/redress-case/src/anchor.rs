//! What a person's claim is about: the case, or the statement that a given post belongs to.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A statement is named by one of its posts, so that new material or another threshold may regroup
/// the posts without moving what a person said.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, JsonSchema)]
#[schemars(with = "String")]
pub enum Anchor {
    /// The case as a whole.
    Case,
    /// The statement that contains the post of this key (`weibo/4912…`).
    Post(String),
}

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Anchor::Case => f.write_str("case"),
            Anchor::Post(key) => write!(f, "post:{key}"),
        }
    }
}

impl FromStr for Anchor {
    type Err = ();

    fn from_str(text: &str) -> Result<Anchor, ()> {
        match text.strip_prefix("post:") {
            Some(key) if !key.is_empty() => Ok(Anchor::Post(key.to_owned())),
            None if text == "case" => Ok(Anchor::Case),
            _ => Err(()),
        }
    }
}

impl Serialize for Anchor {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Anchor {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Anchor, D::Error> {
        let text = String::deserialize(d)?;
        text.parse().map_err(|()| serde::de::Error::custom("expected \"case\" or \"post:KEY\""))
    }
}
