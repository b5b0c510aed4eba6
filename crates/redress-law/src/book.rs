//! The compiled law book.

use crate::ir::Rule;
use crate::{Completions, Family, Outcome, Question};
use redress_base::{Fault, Finding, Refusal, Value};
use std::sync::OnceLock;

/// Every rule of the law book, in the order of ids and dates.
#[derive(Clone, Debug, Default)]
pub struct Book {
    rules: Vec<Rule>,
    digest: String,
}

impl Book {
    /// Compiles the pages of a law book: `(path, text)` each. Broken rules are left out and reported.
    pub fn compile(sources: &[(String, String)]) -> (Book, Vec<Finding>) {
        let _ = sources;
        (Book::default(), Vec::new())
    }

    /// The law book of this version of the program.
    pub fn standard() -> &'static Book {
        static BOOK: OnceLock<Book> = OnceLock::new();
        BOOK.get_or_init(Book::default)
    }

    /// SHA-256 of the JSON form, in lower-case hex.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// Every version of every rule.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The versions of one rule, oldest first.
    pub fn rule(&self, id: &str) -> Vec<&Rule> {
        self.rules.iter().filter(|rule| rule.id == id).collect()
    }

    /// The answer to a question.
    ///
    /// # Errors
    /// `law-no-such-rule` (usage) where the book has no rule of that id.
    pub fn evaluate(&self, question: &Question<'_>) -> Result<Outcome, Refusal> {
        Err(Finding::error("law-no-such-rule").with("rule", question.rule).refuse(Fault::Usage))
    }

    /// The smallest sets of facts that would bring the rule to `want`: `TT` asks what is to be collected (or, where
    /// only disputes are left, won); `FF` asks what the other side would need.
    ///
    /// # Errors
    /// As [`Book::evaluate`].
    pub fn completions(&self, question: &Question<'_>, want: Value) -> Result<Completions, Refusal> {
        self.completions_of(question, if want == Value::FF { Family::Risk } else { Family::Gap })
    }

    /// The smallest sets of one family.
    ///
    /// # Errors
    /// As [`Book::evaluate`].
    pub fn completions_of(&self, question: &Question<'_>, family: Family) -> Result<Completions, Refusal> {
        let _ = family;
        Err(Finding::error("law-no-such-rule").with("rule", question.rule).refuse(Fault::Usage))
    }
}
