//! What somebody who read a post says of it in neutral words: shown in the place of its own, with who wrote it and when.

use crate::call::Call;
use crate::loaded::{Loaded, Read};
use crate::reply::{Leaf, Reply, Wrong};
use crate::shell::token;
use maud::{Markup, html};
use redress_analysis::Likeness;
use redress_base::Stamp;
use redress_case::{NeutralSummary, Recorded};
use redress_posts::PostIx;
use redress_words::safe_text;
use redress_workbench::LONGEST_SUMMARY;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// The summaries of a case, by the keys of their posts.
pub(crate) struct Neutral<'s>(BTreeMap<&'s str, &'s Recorded<NeutralSummary>>);

/// A summary as data.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Said {
    /// The words, of whoever read the post.
    text: String,
    /// Who wrote them.
    by: String,
    /// When, and by whose clock.
    at: Stamp,
    /// The post that they were written of: this one, or the first that has the same words.
    of: String,
}

impl Neutral<'_> {
    /// Those that stand.
    pub(crate) fn of(loaded: &Loaded) -> Neutral<'_> {
        Neutral(loaded.state.summaries())
    }

    /// What is said of a post: of itself, or else of the first post that has the same words.
    fn find(&self, read: &Read, ix: PostIx) -> Option<&Recorded<NeutralSummary>> {
        if self.0.is_empty() {
            return None;
        }
        let own = read.corpus.key(read.corpus.post(ix)?);
        if let Some(said) = self.0.get(own.as_str()) {
            return Some(said);
        }
        let place =
            read.rows.statement(ix).filter(|_| read.statements.likeness(ix) == Some(Likeness::Exact))?;
        let first = read.corpus.post(read.statements.list().get(place)?.anchor)?;
        self.0.get(read.corpus.key(first).as_str()).copied()
    }

    /// The same as data.
    pub(crate) fn data(&self, read: &Read, ix: PostIx) -> Option<Said> {
        let said = self.find(read, ix)?;
        let (text, of) = (said.of.text.clone(), said.of.post.clone());
        Some(Said { text, by: said.by.clone(), at: said.at, of })
    }

    /// The words with who wrote them and when; nothing where nobody did.
    pub(crate) fn shown(&self, call: &Call<'_>, read: &Read, ix: PostIx) -> Markup {
        let Some(said) = self.find(read, ix) else { return html! {} };
        let own = read.corpus.post(ix).is_some_and(|post| read.corpus.key(post) == said.of.post);
        let args = [
            ("by", call.words.author(&said.by).into()),
            ("when", call.words.instant(said.at.at).into()),
            ("entry", said.seq.into()),
        ];
        html! {
            p.neutral {
                (safe_text(&said.of.text)) " "
                span.faint.small {
                    (call.say("web-neutral-by", &args))
                    @if !own { " " (call.text("web-neutral-same")) }
                }
            }
        }
    }
}

/// The form alone, where what was said of a post was refused: its words were read before, and are not shown again for that.
pub(crate) fn again(call: &Call<'_>) -> Result<Reply, Wrong> {
    let (key, back) = (call.asked("post").unwrap_or_default(), call.asked("back").unwrap_or_default());
    let body = html! { section.card { (write(call, &*call.loaded()?, key, back)) } };
    Ok(Reply::Page(Leaf::new(call.text("web-neutral-write"), None, body)))
}

/// The forms in which whoever has just read a post says what it says, or takes that back.
pub(crate) fn write(call: &Call<'_>, loaded: &Loaded, key: &str, back: &str) -> Markup {
    let stands = loaded.state.summaries().get(key).map(|said| said.seq);
    html! {
        details.neutral-write {
            summary { (call.text("web-neutral-write")) }
            form.fields method="post" action=(call.at("posts/summary")) {
                (token(call))
                input type="hidden" name="post" value=(key);
                input type="hidden" name="back" value=(back);
                p.small.muted { (call.text("web-neutral-what")) }
                label { (call.text("web-field-summary")) textarea name="summary" rows="2" maxlength=(LONGEST_SUMMARY) required {} }
                button.btn { (call.text("web-neutral-save")) }
            }
            @if let Some(entry) = stands { form.fields method="post" action=(call.at("strike")) {
                (token(call))
                input type="hidden" name="entry" value=(entry);
                input type="hidden" name="back" value=(back);
                label { (call.text("web-field-reason")) input name="reason" maxlength="1000" required; }
                button.btn.plain { (call.text("web-neutral-strike")) }
            } }
        }
    }
}
