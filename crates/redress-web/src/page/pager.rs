//! Long lists page by page: where a page begins, and the ways to those before and after it.

use super::search::{again, number};
use crate::call::Call;
use crate::reply::Wrong;
use maud::{Markup, html};

/// A part of a long list.
#[derive(Clone, Copy)]
pub(crate) struct Part {
    /// So many come before it.
    pub(crate) skip: usize,
    /// The most that it holds.
    pub(crate) most: usize,
    /// How many there are in all.
    pub(crate) total: usize,
}

impl Part {
    /// The part that the address asks for.
    ///
    /// # Errors
    /// `Usage` where the place is no number.
    pub(crate) fn asked(call: &Call<'_>, most: usize, total: usize) -> Result<Part, Wrong> {
        Ok(Part { skip: number(call, call.query, "skip")?.unwrap_or(0), most, total })
    }

    /// How many it holds.
    pub(crate) fn here(self) -> usize {
        self.total.saturating_sub(self.skip).min(self.most)
    }

    /// Which of how many are shown, in a sentence; and the ways on, to the same place of the page.
    pub(crate) fn shown(self, call: &Call<'_>, place: &str) -> Markup {
        let end = self.skip.saturating_add(self.most);
        let at = |skip: usize| format!("{}?{}#{place}", call.path, again(call, Some(skip)));
        let first = if self.here() == 0 { 0 } else { self.skip.saturating_add(1) };
        let last = self.skip.saturating_add(self.here());
        let args = [("first", first.into()), ("last", last.into()), ("total", self.total.into())];
        html! {
            p.muted { (call.say("web-part-shown", &args)) }
            @if self.skip > 0 || end < self.total { nav.row.pager aria-label=(call.text("web-pages")) {
                @if self.skip > 0 { a.btn rel="prev" href=(at(self.skip.saturating_sub(self.most))) { (call.text("web-page-before")) } }
                @if end < self.total { a.btn rel="next" href=(at(end)) { (call.text("web-page-next")) } }
            } }
        }
    }
}
