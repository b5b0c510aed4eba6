//! An article as the data cite it, with the mark of what was not checked.

use redress_base::Article;
use redress_law::Confidence;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// An article behind a move. Written `cn/fs-2021-1/320(2(6))`; with ` (O)` after it where the article was
/// not checked against a text.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema)]
#[schemars(with = "String")]
pub struct Cite {
    /// The article.
    pub article: Article,
    /// Whether it was checked against a text.
    pub confidence: Confidence,
}

impl FromStr for Cite {
    type Err = String;

    fn from_str(text: &str) -> Result<Cite, String> {
        let wrong = || text.to_owned();
        let (written, confidence) = match text.strip_suffix(" (O)") {
            Some(rest) => (rest, Confidence::O),
            None => (text, Confidence::V),
        };
        let (path, item) = match written.split_once('(') {
            Some((path, rest)) => (path, Some(rest.strip_suffix(')').ok_or_else(wrong)?)),
            None => (written, None),
        };
        let (instrument, number) = path.rsplit_once('/').ok_or_else(wrong)?;
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '/');
        let sound = !number.is_empty() && instrument.contains('/') && path.chars().all(plain);
        let balanced = item.is_none_or(|item| {
            !item.is_empty()
                && item.chars().filter(|c| *c == '(').count() == item.chars().filter(|c| *c == ')').count()
        });
        if !sound || !balanced {
            return Err(wrong());
        }
        let article = Article::new(instrument, number);
        let article = match item {
            Some(item) => article.item(item),
            None => article,
        };
        Ok(Cite { article, confidence })
    }
}

impl fmt::Display for Cite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = if self.confidence == Confidence::O { " (O)" } else { "" };
        write!(f, "{}{mark}", self.article)
    }
}

impl Serialize for Cite {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Cite {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Cite, D::Error> {
        let text = String::deserialize(d)?;
        text.parse().map_err(|text| serde::de::Error::custom(format!("no article: {text}")))
    }
}

/// Several, as one argument of a sentence: `cn/a/1; cn/b/2 (O)`.
pub(crate) fn list(cites: &[Cite]) -> String {
    cites.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::Cite;

    #[test]
    fn cites_round_trip_and_bad_ones_are_refused() {
        for text in ["cn/fs-2021-1/320(2(6))", "cn/criminal-law/246 (O)", "cn/opinions-2023-14/13(1) (O)"] {
            assert_eq!(text.parse::<Cite>().map(|cite| cite.to_string()), Ok(text.to_owned()));
        }
        for text in ["", "320", "cn/x/", "cn/x/1(", "cn/x/1()", "cn/x/1(2", "cn/x/1((2)", "法/一/二"] {
            assert!(text.parse::<Cite>().is_err(), "{text}");
        }
    }
}
