//! The claims that follow from what was recorded: from steps of procedures, from notices served, from parties.
//!
//! A step is a claim about its date facts; with the sealed paper that shows it, an official one. So the law and
//! the routes see a step that was recorded once, and nobody has to enter it twice.

use crate::{Capacity, Notice, Obstacle, Recorded, State};
use redress_base::{Date, Finding, ItemId, Span, Stamp};
use redress_facts::{Claim, Datum, Standing};
use redress_law::period::Regime;
use redress_law::{Book, Duty};
use redress_procedure::{Docket, Procedures};

/// A claim that follows, and the statement that it is about by a post of it or by its id, where it is not about the case.
pub(crate) struct Following {
    pub(crate) post: Option<String>,
    pub(crate) term: String,
    pub(crate) claim: Claim,
}

/// The duties of the book that a notice can meet: those whose doing is a dated fact.
pub fn notice_duties(book: &Book) -> impl Iterator<Item = &Duty> {
    book.ir().provisions.iter().flat_map(|page| &page.duties).filter(|duty| duty.done.is_some())
}

/// Everything that follows from the records that stand.
pub(crate) fn following(
    state: &State,
    procedures: &Procedures,
    book: &Book,
) -> (Vec<Following>, Vec<Finding>) {
    let mut claims = Vec::new();
    let mut findings = Vec::new();
    match Docket::replay(procedures, &state.events()) {
        Ok(docket) => {
            for (_, fact) in docket.facts() {
                let Some(step) = state.steps.iter().find(|step| step.seq == fact.entry) else { continue };
                let (term, value) = (fact.term.clone(), fact.value.clone());
                let claim = claim(value, step.of.paper, &step.by, step.at);
                claims.push(Following { post: fact.statement.clone(), term, claim });
            }
        }
        // Another version of the procedures may see the same history otherwise. The case stays open; what follows
        // from its steps is left out, and this says so.
        Err(refusal) => {
            let found = Finding::warning("case-procedure-unread").with("why", refusal.finding.code.as_str());
            findings.push(found.with("entries", state.events().len()));
        }
    }
    for notice in state.notices.iter().filter(|one| one.struck.is_none()) {
        claims.extend(served(notice, book));
    }
    claims.extend(parties(state));
    for one in state.obstacles.iter().filter(|one| one.struck.is_none()) {
        claims.extend(obstacle_gone(one, book));
    }
    (claims, findings)
}

fn served(notice: &Recorded<Notice>, book: &Book) -> Vec<Following> {
    // One body's telling does not meet what another owes, whatever an older program let in.
    let owed = |duty: &&Duty| duty.id == notice.of.duty && duty.who == notice.of.by.kind;
    let Some(duty) = notice_duties(book).find(owed) else { return Vec::new() };
    let on: Date = notice.of.on;
    let made = |term: &String, value: Datum| Following {
        post: None,
        term: term.clone(),
        claim: claim(value, notice.of.proof, &notice.by, notice.at),
    };
    let done = duty.done.iter().map(|term| made(term, Datum::Date(on)));
    let proof = duty.proof.iter().filter(|_| notice.of.proof.is_some()).map(|term| made(term, Datum::Yes));
    done.chain(proof).collect()
}

/// The day on which an obstacle was gone opens the time in which relief is asked for, under the rules of the limit that it
/// stopped: 刑事诉讼法 106 (2018-10-26), 民事诉讼法 86 (2024-01-01), 民法典 194 (2021-01-01), 行政诉讼法 48 (2017-07-01).
fn obstacle_gone(one: &Recorded<Obstacle>, book: &Book) -> Option<Following> {
    let mut limits = book.ir().provisions.iter().flat_map(|page| &page.deadlines);
    let term = match limits.find(|limit| limit.id == one.of.limit)?.regime {
        Regime::CriminalProcedure => "procedure_obstacle_ended_date",
        Regime::CivilProcedure => "civil_term_obstacle_ended_date",
        Regime::CivilLimitation => "limitation_obstacle_ended_date",
        Regime::AdministrativeSuit => "obstacle_ended_date",
        _ => return None,
    };
    let claim = claim(Datum::Date(one.of.to?), one.of.proof, &one.by, one.at);
    Some(Following { post: None, term: term.to_owned(), claim })
}

/// A minor victim, and a respondent whose identity is on file.
fn parties(state: &State) -> Vec<Following> {
    let standing = state.party_entries.iter().rev().filter(|one| one.struck.is_none());
    let mut seen = std::collections::BTreeSet::new();
    let latest: Vec<_> = standing.filter(|one| seen.insert(one.of.id)).collect();
    let mut claims = Vec::new();
    let mut say = |term: &str, value: Datum, one: &Recorded<crate::Party>| {
        let claim = claim(value, one.of.proof.first().copied(), &one.by, one.at);
        claims.push(Following { post: None, term: term.to_owned(), claim });
    };
    for one in latest.iter().rev() {
        if let (Capacity::Victim, Some(minor)) = (one.of.capacity, one.of.minor) {
            say("victim_minor", Datum::from(minor), one);
        }
    }
    let respondents: Vec<_> = latest.iter().filter(|one| one.of.capacity == Capacity::Respondent).collect();
    let known = |one: &&&&Recorded<crate::Party>| !one.of.identity_unknown && one.of.details.is_some();
    if let Some(one) = respondents.iter().find(known) {
        // 法释〔2021〕1号 316: 明确的被告人. That nobody is known yet is no denial, only not established.
        say("defendant_identified", Datum::Yes, one);
    }
    claims
}

fn claim(value: Datum, paper: Option<ItemId>, by: &str, as_of: Stamp) -> Claim {
    Claim {
        value,
        standing: if paper.is_some() { Standing::Official } else { Standing::Stated },
        by: by.to_owned(),
        as_of,
        sources: paper.map(Span::whole).into_iter().collect(),
        figure: None,
        reason: None,
        opposing: false,
        disputed: false,
        named: None,
    }
}
