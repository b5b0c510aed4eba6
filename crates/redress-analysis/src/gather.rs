//! Same statements, with the words taken in while the posts are still being read.
//!
//! Reading takes one thread; normalising the words of what was read takes another. What comes out is [`statements`] of the whole
//! corpus, whatever was taken in before.

use crate::Params;
use crate::statements::{Statements, statements};
use crate::text::Texts;
use redress_posts::{Corpus, Post};

/// The words of some posts, in reading order, held apart from the corpus that goes on growing.
pub struct Words {
    texts: String,
    /// Where each post's words end.
    ends: Vec<usize>,
}

impl Words {
    /// The words of the posts from number `from` on.
    pub fn of(corpus: &Corpus, from: usize) -> Words {
        let mut words = Words { texts: String::new(), ends: Vec::new() };
        for post in corpus.posts().iter().skip(from) {
            // Held in memory for the comparing alone; nothing gives them out again.
            words.texts.push_str(corpus.text(post).reveal());
            words.ends.push(words.texts.len());
        }
        words
    }
}

/// Words taken in so far.
pub struct Gathered {
    texts: Texts,
    /// Posts that had no words yet: a later row may bring them.
    without: Vec<usize>,
    params: Params,
}

impl Gathered {
    /// Nothing yet.
    pub fn new(params: &Params) -> Gathered {
        Gathered { texts: Texts::new(params), without: Vec::new(), params: params.clone() }
    }

    /// Takes in the words of the next posts.
    pub fn take(&mut self, words: &Words) {
        let mut start = 0;
        for end in &words.ends {
            let text = words.texts.get(start..*end).unwrap_or_default();
            if text.is_empty() {
                self.without.push(self.texts.len());
            }
            self.texts.push(text);
            start = *end;
        }
    }

    /// The statements of the corpus, as [`statements`] gives them.
    pub fn statements(self, corpus: &Corpus) -> Statements {
        let wordless = |post: Option<&Post>| post.is_some_and(|post| corpus.text(post).reveal().is_empty());
        let whole = self.texts.len() == corpus.posts().len();
        if whole && self.without.iter().all(|number| wordless(corpus.posts().get(*number))) {
            Statements::of(corpus, &self.texts.group(&self.params), &self.params)
        } else {
            statements(corpus, &self.params)
        }
    }
}
