//! Suits: a private prosecution from one filing to the next, and how it stands.

use crate::{Milestone, Row};
use redress_base::Date;
use std::collections::BTreeMap;

/// How a suit stands, by the state of its track (首次审理 / first instance: an appeal does not undo a judgment here).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum End {
    /// 不予受理: CPL 211(1), 法释〔2021〕1号 320(2).
    NotAccepted,
    /// 驳回起诉: CPL 211(1).
    Dismissed,
    /// 撤回自诉, or deemed so: CPL 211(2), 212.
    Withdrawn,
    /// 和解 or 调解: CPL 212.
    Settled,
    /// 终止审理 or 移送公安机关: 指导意见 13 (in force 2023-09-20).
    ToPublic,
    /// 宣告判决.
    Judged,
    /// Still before the court.
    Pending,
}

/// One suit.
pub(crate) struct Suit {
    /// What names it within the release; never printed.
    pub(crate) key: String,
    pub(crate) filed: Date,
    pub(crate) accepted: Option<Date>,
    pub(crate) judged: Option<Date>,
    pub(crate) refused: Option<Date>,
    pub(crate) end: End,
    /// Its steps.
    pub(crate) steps: Vec<Milestone>,
}

/// The steps of each track of a procedure, in the order of their days.
pub(crate) fn tracks<'r>(row: &'r Row, procedure: &str) -> BTreeMap<&'r str, Vec<&'r Milestone>> {
    let mut tracks: BTreeMap<&str, Vec<&Milestone>> = BTreeMap::new();
    for step in row.milestones.iter().filter(|step| step.procedure == procedure) {
        tracks.entry(&step.track).or_default().push(step);
    }
    tracks
}

/// The suits of a case. What was prepared and never filed is none.
pub(crate) fn suits(case: usize, row: &Row) -> Vec<Suit> {
    let mut all: Vec<Suit> = Vec::new();
    for (track, steps) in tracks(row, "private-prosecution") {
        let before = all.len();
        for step in steps {
            if matches!(step.event.as_str(), "filed" | "filed-again") {
                let key = format!("suit/{case}/{track}/{}", all.len() - before);
                all.push(Suit {
                    key,
                    filed: step.on,
                    accepted: None,
                    judged: None,
                    refused: None,
                    end: End::Pending,
                    steps: Vec::new(),
                });
            }
            if all.len() > before
                && let Some(suit) = all.last_mut()
            {
                suit.take(step);
            }
        }
    }
    all
}

impl Suit {
    fn take(&mut self, step: &Milestone) {
        self.steps.push(step.clone());
        if matches!(step.to.as_str(), "accepted") {
            self.accepted = self.accepted.or(Some(step.on));
        }
        if step.to == "judged" {
            self.judged = self.judged.or(Some(step.on));
        }
        if step.event == "refused" {
            self.refused = self.refused.or(Some(step.on));
        }
        self.end = match step.to.as_str() {
            _ if self.judged.is_some() => End::Judged,
            "refused" | "refusal-appealed" | "refusal-upheld" => End::NotAccepted,
            "dismissed" | "dismissal-appealed" | "dismissal-upheld" => End::Dismissed,
            "withdrawn" | "withdrawn-asked" | "withdrawn-evidence" => End::Withdrawn,
            "settled" | "mediated" => End::Settled,
            "trial-ended" | "joined" | "transferred" => End::ToPublic,
            _ => End::Pending,
        };
    }
}
