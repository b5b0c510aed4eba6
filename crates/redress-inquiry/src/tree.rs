//! JSON as it stands on the line, with keys that are there twice kept twice.

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use std::fmt;

/// A piece of JSON.
pub(crate) enum Tree {
    Object(Vec<(String, Tree)>),
    List(Vec<Tree>),
    /// Text, a number, true, false or null.
    Leaf(Value),
}

/// Characters of a value that a message shows.
const SHOWN: usize = 60;

impl Tree {
    pub(crate) fn text(&self) -> Option<&str> {
        if let Tree::Leaf(leaf) = self { leaf.as_str() } else { None }
    }

    /// The same without the order and the repeats of keys.
    pub(crate) fn value(&self) -> Value {
        match self {
            Tree::Object(members) => {
                Value::Object(members.iter().map(|(key, value)| (key.clone(), value.value())).collect())
            }
            Tree::List(all) => all.iter().map(Tree::value).collect(),
            Tree::Leaf(leaf) => leaf.clone(),
        }
    }

    /// The value as a message shows it: no longer than a message can hold.
    pub(crate) fn short(&self) -> String {
        let whole = self.value().to_string();
        let mut shown: String = whole.chars().take(SHOWN).collect();
        if shown.len() < whole.len() {
            shown.push('…');
        }
        shown
    }

    /// What kind of JSON it is, as a word that a sentence chooses by.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Tree::Object(_) => "object",
            Tree::List(_) => "list",
            Tree::Leaf(Value::String(_)) => "text",
            Tree::Leaf(Value::Number(_)) => "number",
            Tree::Leaf(Value::Bool(_)) => "truth",
            Tree::Leaf(_) => "null",
        }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Tree, E> {
        Ok(Tree::Leaf(yes.into()))
    }

    fn visit_i64<E>(self, n: i64) -> Result<Tree, E> {
        Ok(Tree::Leaf(n.into()))
    }

    fn visit_u64<E>(self, n: u64) -> Result<Tree, E> {
        Ok(Tree::Leaf(n.into()))
    }

    fn visit_f64<E>(self, n: f64) -> Result<Tree, E> {
        Ok(Tree::Leaf(n.into()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::Leaf(text.into()))
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Leaf(Value::Null))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut all: A) -> Result<Tree, A::Error> {
        let mut list = Vec::new();
        while let Some(one) = all.next_element()? {
            list.push(one);
        }
        Ok(Tree::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut all: A) -> Result<Tree, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = all.next_entry()? {
            members.push(member);
        }
        Ok(Tree::Object(members))
    }
}
