//! The closed vocabulary of facts: every term that a rule may ask for.

use redress_base::Unit;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

include!(concat!(env!("OUT_DIR"), "/vocabulary.rs"));

/// Whether a fact belongs to one statement or to the whole case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TermScope {
    /// Asked once for the case; a statement may override it.
    Case,
    /// Asked for each statement.
    Statement,
}

/// What values a fact may take.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Yes, no or unknown.
    Truth,
    /// Yes, no or unknown, and only a person may say so (standing: judged).
    Judgement,
    /// A count of this unit.
    Count(Unit),
    /// A calendar day.
    Date,
    /// One of these words.
    Choice(Vec<String>),
    /// Any of these words, several together.
    Set(Vec<String>),
}

/// Where the fact is most cheaply established; orders what is suggested first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// The person's own capture.
    OwnCapture,
    /// Papers the person has or can get.
    OwnPapers,
    /// A person's judgement (complainant, counsel).
    Judgement,
    /// The platform's export or answer.
    Platform,
    /// Police assistance at the court's request (刑法 246(3)).
    PoliceHelp,
    /// A decision of an authority.
    Authority,
}

/// For whom a fact speaks: the declared polarity, which the checker of the law book holds every rule to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Speaks {
    /// Its being so, or being more, can only help the complainant.
    #[default]
    For,
    /// Its being so, or being more, can only help the other side.
    Against,
    /// It depends on the rule.
    Either,
}

/// One term of the vocabulary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Chinese label.
    pub zh: String,
    /// English label.
    pub en: String,
    /// Case or statement.
    pub scope: TermScope,
    /// What values it takes.
    pub kind: Kind,
    /// Cheapest source.
    pub source: Source,
    /// Whether the evidence may vanish (a post that may be deleted).
    #[serde(default)]
    pub perishable: bool,
    /// About the parties or the procedure: known at first hand and checked by the authority anyway, so that a
    /// bare statement counts.
    #[serde(default)]
    pub first_hand: bool,
    /// A day that may lie ahead: the last day of a term that somebody set. Every other day is one on which something
    /// happened.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ahead: bool,
    /// For whom it speaks that this is so.
    #[serde(default)]
    pub speaks: Speaks,
    /// The question put to a person, Chinese.
    #[serde(default)]
    pub ask_zh: Option<String>,
    /// The question put to a person, English.
    #[serde(default)]
    pub ask_en: Option<String>,
}

/// All terms by id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Vocabulary {
    /// Shared, since everybody who evaluates takes the same one along.
    terms: Arc<BTreeMap<String, Term>>,
}

/// Read once: the files are part of the program.
static STANDARD: LazyLock<Vocabulary> = LazyLock::new(|| {
    // The embedded files are checked by a test; a broken one yields an empty vocabulary, in which
    // every term is refused by name.
    let files: Vec<(String, String)> =
        FILES.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    Vocabulary::merge(&files).unwrap_or_default()
});

impl Vocabulary {
    /// Reads a vocabulary from TOML: one table per term id.
    ///
    /// # Errors
    /// The TOML reader's message, with line and column.
    pub fn parse(text: &str) -> Result<Vocabulary, String> {
        toml::from_str(text).map_err(|error| error.to_string())
    }

    /// Reads several files, `(name, text)` each, into one vocabulary.
    ///
    /// # Errors
    /// The TOML reader's message with the file's name; a term that two files define, with both names.
    pub fn merge(files: &[(String, String)]) -> Result<Vocabulary, String> {
        let mut all = BTreeMap::new();
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        for (name, text) in files {
            let own = Vocabulary::parse(text).map_err(|error| format!("{name}: {error}"))?;
            for (id, term) in Arc::unwrap_or_clone(own.terms) {
                if let Some(first) = seen.insert(id.clone(), name) {
                    return Err(format!("{name}: {id} is defined in {first} too"));
                }
                all.insert(id, term);
            }
        }
        Ok(Vocabulary { terms: Arc::new(all) })
    }

    /// The files of the standard vocabulary: `(name, text)`.
    pub fn standard_files() -> &'static [(&'static str, &'static str)] {
        FILES
    }

    /// The vocabulary that the law book of this version uses.
    pub fn standard() -> Vocabulary {
        STANDARD.clone()
    }

    /// The term of that id.
    pub fn get(&self, id: &str) -> Option<&Term> {
        self.terms.get(id)
    }

    /// Every term in order of its id.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Term)> {
        self.terms.iter().map(|(id, term)| (id.as_str(), term))
    }

    /// Ids that are close to `id` (for "did you mean"), nearest first, at most three.
    pub fn near(&self, id: &str) -> Vec<&str> {
        let mut near: Vec<(usize, &str)> = self
            .terms
            .keys()
            .map(|known| (distance(id, known), known.as_str()))
            .filter(|(d, known)| *d <= 3 || known.contains(id))
            .collect();
        near.sort_unstable();
        near.into_iter().take(3).map(|(_, known)| known).collect()
    }
}

/// The one of `known` that is nearest to what was written, where one is near enough to be meant.
pub fn nearest<'k>(written: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let most = (written.chars().count() / 2).min(3);
    known.map(|one| (distance(written, one), one)).filter(|(d, _)| *d <= most).min().map(|(_, one)| one)
}

/// Levenshtein distance in characters.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (y, cell) in b.iter().zip(row.iter_mut().skip(1)) {
            let next = (diagonal + usize::from(x != *y)).min(left + 1).min(*cell + 1);
            diagonal = *cell;
            *cell = next;
            left = next;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Vocabulary, distance};

    #[test]
    fn the_embedded_vocabulary_reads() {
        let files = super::FILES.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
        let words = Vocabulary::merge(&files.collect::<Vec<_>>());
        assert!(words.as_ref().is_ok_and(|w| w.iter().count() > 200), "{:?}", words.err());
    }

    #[test]
    fn near_terms_are_offered() {
        assert_eq!(distance("kitten", "sitting"), 3);
        let words = Vocabulary::standard();
        assert_eq!(words.near("statement_falze"), vec!["statement_false"]);
    }
}
