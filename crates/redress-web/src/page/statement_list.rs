//! Which statements a list shows: those whose posts have certain words, and those that somebody took up or nobody did; and what
//! tells two statements apart that read alike.

use super::search::number;
use crate::call::Call;
use crate::loaded::Loaded;
use crate::reply::Wrong;
use crate::rows::Search;
use crate::shell::token;
use maud::{Markup, html};
use redress_analysis::Statement;
use redress_words::safe_text;
use std::collections::BTreeSet;

/// Characters of the first post that stand in the list once somebody asked for its words.
const FIRST: usize = 40;

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
    // That they can be read was seen when the statements were looked for.
    let words = call.sought(call.query).ok().flatten().unwrap_or_default();
    html! {
        form.card method="post" action=(call.at("statements")) role="search" {
            (token(call))
            div.find {
                label { span.vh { (call.text("web-field-q")) } input type="search" name="q" placeholder=(call.text("web-statements-find")) value=(words) maxlength="200" autocomplete="off"; }
                button.btn { (call.text("web-search")) }
            }
            div.filters { label { (call.text("web-field-which")) select name="which" {
                option value="" { (call.text("web-any")) }
                @for word in ["taken-up", "open"] { option value=(word) selected[call.asked("which") == Some(word)] { (call.text(&format!("web-statements-{word}"))) } }
            } } }
        }
    }
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

/// The key of the first post; and its first words, where somebody asked for them in this session.
pub(crate) fn apart(call: &Call<'_>, loaded: &Loaded, open: &BTreeSet<String>, one: &Statement) -> Markup {
    let corpus = &loaded.read.corpus;
    let Some(post) = corpus.post(one.anchor) else { return html! {} };
    let key = corpus.key(post);
    let first: String = if open.contains(&key) && !call.session.spared {
        corpus
            .text(post)
            .reveal()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .chars()
            .take(FIRST)
            .collect()
    } else {
        String::new()
    };
    html! { p.small.muted { (call.text("web-statements-first-post")) " " span.mono { (safe_text(&key)) } @if !first.is_empty() { " · " (safe_text(&first)) "…" } } }
}
