//! The words of posts that a person asked for.

use redress_base::{Private, Span, Stamp};

/// The words of one post.
#[derive(Clone, Debug)]
pub struct Excerpt {
    /// The statement it belongs to.
    pub statement: String,
    /// Its key.
    pub post: String,
    /// Local number of its account.
    pub account: Option<u32>,
    /// When it was published.
    pub published: Option<Stamp>,
    /// Where it stands in the evidence.
    pub span: Option<Span>,
    /// Its words: they may hurt.
    pub text: Private<String>,
}

/// The words of posts, by statement; none unless the person asked.
#[derive(Clone, Debug, Default)]
pub struct Excerpts(Vec<Excerpt>);

impl Excerpts {
    /// No words at all.
    pub fn none() -> Excerpts {
        Excerpts::default()
    }

    /// Adds one.
    pub fn push(&mut self, excerpt: Excerpt) {
        self.0.push(excerpt);
    }

    /// Those of one statement.
    pub(crate) fn of<'e>(&'e self, statement: &'e str) -> impl Iterator<Item = &'e Excerpt> {
        self.0.iter().filter(move |excerpt| excerpt.statement == statement)
    }
}
