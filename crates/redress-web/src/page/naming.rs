//! What statements are called on every page: by the name that the report gives, never by the id in the ledger.

use crate::call::Call;
use crate::loaded::Loaded;
use redress_analysis::Statement;
use redress_case::{Anchor, CaseResult};
use redress_words::safe_text;
use std::collections::BTreeMap;

/// What the statements of a case are called.
pub(crate) struct Naming<'l> {
    taken_up: BTreeMap<&'l str, String>,
    papers: BTreeMap<&'l str, u64>,
    loaded: &'l Loaded,
}

impl<'l> Naming<'l> {
    /// The names as they stand in this state of the case.
    pub(crate) fn of(call: &Call<'_>, loaded: &'l Loaded) -> Naming<'l> {
        let result: &'l CaseResult = &loaded.result;
        Naming {
            taken_up: redress_report::names(result, call.words),
            papers: redress_forms::paper_numbers(result),
            loaded,
        }
    }

    /// The name of a statement that somebody took up; of another how many posts say it, and since when.
    pub(crate) fn name(&self, call: &Call<'_>, id: &str) -> String {
        if let Some(name) = self.taken_up.get(id) {
            return name.clone();
        }
        match self.loaded.read.statements.find(id) {
            Some(found) => self.named(call, found),
            None => call.text("web-statement-unknown"),
        }
    }

    /// The name of this statement.
    pub(crate) fn named(&self, call: &Call<'_>, found: &Statement) -> String {
        if let Some(name) = self.taken_up.get(found.id.as_str()) {
            return name.clone();
        }
        let read = &self.loaded.read;
        let first = read.corpus.post(found.anchor).and_then(redress_posts::Post::published);
        let day = first.and_then(|stamp| stamp.at.beijing_date()).map(|day| call.words.date(day));
        let day = day.unwrap_or_else(|| call.text("web-no-date"));
        // By its first post, so that two of one day and one size are told apart, whatever files come later.
        let first = read.corpus.post(found.anchor).map(|post| safe_text(&read.corpus.key(post)));
        let args = [
            ("count", found.members.len().into()),
            ("day", day.into()),
            ("first", first.unwrap_or_default().into()),
        ];
        call.say("web-statement-unnamed", &args)
    }

    /// What a claim is about: the case, or the statement that this post says.
    pub(crate) fn anchor(&self, call: &Call<'_>, anchor: &Anchor) -> String {
        let key = match anchor {
            Anchor::Case => return call.text("report-scope-case"),
            Anchor::Post(key) => key,
        };
        let read = &self.loaded.read;
        let place = read.corpus.find(key).and_then(|ix| read.rows.statement(ix));
        let statement = place.and_then(|place| read.statements.list().get(place));
        statement.map_or_else(|| safe_text(key), |one| self.named(call, one))
    }

    /// What papers call it, where they name it: they number in the order of days.
    pub(crate) fn in_papers(&self, id: &str) -> Option<u64> {
        self.papers.get(id).copied()
    }

    /// The statements to choose from: those that the result lists, and the one that was asked for, wherever it stands.
    pub(crate) fn choices(&self, asked: Option<&str>) -> Vec<Choice> {
        let rows = self.loaded.result.statements.iter();
        let mut all: Vec<Choice> = rows
            .map(|row| Choice { id: row.id.clone(), anchor: row.anchor.clone(), members: row.members })
            .collect();
        let read = &self.loaded.read;
        let beyond = asked.filter(|id| all.iter().all(|one| one.id != *id));
        let beyond = beyond.and_then(|id| read.statements.find(id));
        if let Some((one, anchor)) = beyond.and_then(|one| Some((one, read.corpus.post(one.anchor)?))) {
            let members = u64::try_from(one.members.len()).unwrap_or(u64::MAX);
            all.push(Choice { id: one.id.clone(), anchor: read.corpus.key(anchor), members });
        }
        all
    }
}

/// A statement that can be chosen.
pub(crate) struct Choice {
    /// Its id.
    pub(crate) id: String,
    /// The key of its first post.
    pub(crate) anchor: String,
    /// How many posts say it.
    pub(crate) members: u64,
}
