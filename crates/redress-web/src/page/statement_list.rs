//! Which statements a list shows: those whose posts have certain words, and those that somebody took up or nobody did; and what
//! tells two statements apart that read alike.

use super::neutral;
use super::posts::{safe_lines, summary};
use super::search::{find, number};
use crate::call::{Call, SOUGHT};
use crate::loaded::Loaded;
use crate::reply::Wrong;
use crate::rows::Search;
use crate::shell::token;
use maud::{Markup, html};
use redress_analysis::Statement;
use redress_words::safe_text;
use std::collections::BTreeSet;

/// What is asked of the list.
pub(crate) struct Asked {
    /// Places of the statements that have the words; nothing where no words are looked for.
    found: Option<BTreeSet<usize>>,
    /// Only those that somebody took up, or only the others.
    taken: Option<bool>,
}

impl Asked {
    /// What the address asks.
    ///
    /// # Errors
    /// Where a value cannot be read.
    pub(crate) fn of(call: &Call<'_>, loaded: &Loaded) -> Result<Asked, Wrong> {
        let taken = which(call)?;
        let words: Vec<String> =
            call.sought(call.query)?.unwrap_or_default().split_whitespace().map(str::to_owned).collect();
        let found = (!words.is_empty()).then(|| {
            let read = &loaded.read;
            let search = Search { words, ..Search::default() };
            let (posts, _) = read.rows.find(&read.corpus, &read.statements, &search, 0, usize::MAX);
            posts.into_iter().filter_map(|post| read.rows.statement(post)).collect()
        });
        Ok(Asked { found, taken })
    }

    /// Whether the list shows this one, which somebody took up or nobody did.
    pub(crate) fn fits(&self, loaded: &Loaded, one: &Statement, taken: bool) -> bool {
        let place = loaded.read.rows.statement(one.anchor);
        self.shows(taken)
            && self.found.as_ref().is_none_or(|found| place.is_some_and(|place| found.contains(&place)))
    }

    /// Whether statements of this kind are shown at all.
    pub(crate) fn shows(&self, taken: bool) -> bool {
        self.taken.is_none_or(|wanted| wanted == taken)
    }

    /// Whether anything narrows the list.
    pub(crate) fn narrows(&self) -> bool {
        self.found.is_some() || self.taken.is_some()
    }

    /// How many single comments and reposts have the words: they are no statement of their own, and in no list of them unless
    /// somebody took one up. Nothing where no words are looked for.
    pub(crate) fn singles(&self, loaded: &Loaded, taken: &BTreeSet<&str>) -> Option<usize> {
        let statements = &loaded.read.statements;
        let single = self.found.as_ref()?.range(statements.foremost().len()..);
        let single = single.filter_map(|place| statements.list().get(*place));
        Some(single.filter(|one| !taken.contains(one.id.as_str())).count())
    }
}

/// Whether only those that were taken up are asked for, or only the others.
///
/// # Errors
/// `Usage` for another word, or a place that is no number.
pub(crate) fn which(call: &Call<'_>) -> Result<Option<bool>, Wrong> {
    number(call, call.query, "skip")?;
    match call.asked("which") {
        None => Ok(None),
        Some("taken-up") => Ok(Some(true)),
        Some("open") => Ok(Some(false)),
        Some(other) => Err(crate::act::unfit(call, "which", other).into()),
    }
}

/// The search over the list.
pub(crate) fn form(call: &Call<'_>) -> Markup {
    html! {
        form.card method="post" action=(call.at("statements")) role="search" {
            (token(call))
            (find(call, "web-statements-find"))
            div.filters { label { (call.text("web-field-which")) select name="which" {
                option value="" { (call.text("web-any")) }
                @for word in ["taken-up", "open"] { option value=(word) selected[call.asked("which") == Some(word)] { (call.text(&format!("web-statements-{word}"))) } }
            } } }
        }
    }
}

/// That single posts have the words, which stand among the posts, with the way there.
pub(crate) fn beside(call: &Call<'_>, singles: usize) -> Markup {
    let mut question = form_urlencoded::Serializer::new(String::new());
    question.extend_pairs(call.query.iter().filter(|(name, _)| ["q", SOUGHT].contains(&name.as_str())));
    let to = format!("{}?{}#list", call.at("posts"), question.finish());
    html! { @if singles > 0 { p #singles role="status" { (call.say("web-statements-singles-found", &[("count", singles.into())])) " " a href=(to) { (call.text("web-statements-singles-open")) } } } }
}

/// How many statements there are: the figure of every page. A single comment or repost says nothing that others repeat; it
/// stands among the posts, and is counted there.
pub(crate) fn total(loaded: &Loaded) -> u64 {
    loaded.result.statements_total
}

/// How many statements there are, and what is not counted as one.
pub(crate) fn counted(call: &Call<'_>, loaded: &Loaded, taken: usize) -> Markup {
    let statements = &loaded.read.statements;
    let singles = statements.list().len().saturating_sub(statements.foremost().len());
    let args = [("all", total(loaded).into()), ("taken", taken.into()), ("singles", singles.into())];
    html! { p.small.muted #counted { (call.say("web-statements-counted", &args)) } }
}

/// The key of the first post of a statement whose name does not hold it; and its words, which come when they are asked for, as
/// those of every post: that somebody looked is an entry before.
pub(crate) fn apart(
    call: &Call<'_>,
    loaded: &Loaded,
    open: &BTreeSet<String>,
    one: &Statement,
    named: bool,
) -> Markup {
    let corpus = &loaded.read.corpus;
    let Some(post) = corpus.post(one.anchor) else { return html! {} };
    let (key, back) = (corpus.key(post), call.here());
    html! {
        @if !named { p.small.muted { (call.text("web-statements-first-post")) " " span.mono { (safe_text(&key)) } } }
        @if call.session.spared { (summary(call, &loaded.read, post, one.anchor, corpus.text(post).map(|text| text.chars().count()).into_revealed())) }
        @else if open.contains(&key) { blockquote.shown { (safe_lines(corpus.text(post).reveal())) } (neutral::write(call, loaded, &key, &back)) }
        @else { form.reveal method="post" action=(call.at("reveal")) { (token(call)) input type="hidden" name="post" value=(key); input type="hidden" name="back" value=(back); button.btn.plain.s { (call.text("web-statements-first-words")) } } }
    }
}
