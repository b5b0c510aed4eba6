//! What the notices of Opinions 17 share (指导意见 17, in force 2023-09-20, text not read), with their statutory twins
//! 刑事诉讼法 46 (in force 2018-10-26) and 法律援助法 35 (in force 2022-01-01): from a body to the victim's side, with the
//! duty that it meets and the proof of service.

use crate::Source;
use crate::parts::{ApplicantsPart, DocumentPart, SHORT_DETAILS, day_zh, lay_own, sign};
use redress_base::Value;
use redress_case::{Capacity, Service};
use redress_law::Body;
use redress_paper::{Block, Cell, ExhibitRef, Pen, Run};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The input of a notice to the victim's side.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct NoticeInput {
    /// Which kind of body gives it: court, procuratorate or police.
    pub by: Option<Body>,
    /// Its name.
    pub body: Option<String>,
    /// 文号.
    pub number: Option<String>,
    /// 案由 or 案件名称.
    pub case_name: Option<String>,
    /// The step from which the duty follows: acceptance, filing, receipt for review.
    pub stage: DocumentPart,
    /// Duties of the law book that it meets.
    pub duties: Vec<DutyPart>,
    /// To whom: the victim, legal representatives or close relatives.
    pub recipients: ApplicantsPart,
    /// The legal-aid organ, how to reach it.
    pub aid_organ: Option<String>,
    /// The steps that are made known.
    pub progress: Vec<DocumentPart>,
    /// What the body says about the facts.
    pub statement: Option<String>,
    /// What comes next.
    pub next: Option<String>,
    /// Whom to ask, and by which telephone.
    pub contact: Option<String>,
    /// Service and its receipt.
    pub service: ServicePart,
    /// Day of the notice.
    pub date: Option<String>,
}

/// A duty of the law book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DutyPart {
    /// `cpl-46-court-tells`.
    pub id: String,
    /// Who owes it.
    pub who: Body,
    /// What it is.
    pub what: String,
    /// Until when, where the law fixes a time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<String>,
}

/// 送达回证. What was recorded stands in it; the rest is written by hand on the day of service.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ServicePart {
    /// How.
    pub way: Option<Service>,
    /// When.
    pub on: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// What shows it.
    pub proof: Option<ExhibitRef>,
}

/// What tells the three notices apart.
pub(super) struct Telling {
    /// Duties that the notice meets.
    pub(super) duties: &'static [&'static str],
    /// Whether it makes the progress of the case known.
    pub(super) progress: bool,
}

/// Which details it prints.
pub(super) const DETAILS: &[(Capacity, &[&str])] = &[
    (Capacity::Victim, SHORT_DETAILS),
    (Capacity::Guardian, SHORT_DETAILS),
    (Capacity::Relative, SHORT_DETAILS),
];

const WAYS: [(Service, &str); 7] = [
    (Service::InPerson, "way-in-person"),
    (Service::Left, "way-left"),
    (Service::Electronic, "way-electronic"),
    (Service::Entrusted, "way-entrusted"),
    (Service::Post, "way-post"),
    (Service::Announcement, "way-announcement"),
    (Service::Oral, "way-oral"),
];

/// Fills it.
pub(super) fn fill(source: &Source<'_>, telling: &Telling) -> NoticeInput {
    let duties = duties(source, telling.duties);
    let bodies: BTreeSet<Body> = duties.iter().map(|duty| duty.who).collect();
    // Who writes is known where the file records that a body told, or that the only one which owes it acted. That the law
    // names one body alone says nothing of who writes: a person says so.
    let acted = |by: &Body| stage(source, *by).is_some() || name_of(source, *by).is_some();
    let by = one_of(&told(source, telling.duties)).or_else(|| one_of(&bodies).filter(acted));
    let (body, stage) = match by {
        Some(by) => (name_of(source, by), stage(source, by)),
        None => (None, None),
    };
    let progress = if telling.progress { progress(source, by) } else { Vec::new() };
    NoticeInput {
        by,
        body,
        stage: stage.unwrap_or_default(),
        service: service(source, &duties),
        duties,
        recipients: ApplicantsPart { agents: Vec::new(), ..ApplicantsPart::of(source) },
        progress,
        date: Some(day_zh(source.today)),
        ..NoticeInput::default()
    }
}

/// The bodies that have told already, by notices on file.
fn told(source: &Source<'_>, duties: &[&str]) -> BTreeSet<Body> {
    let standing = source.state.notices.iter().filter(|one| one.struck.is_none());
    standing.filter(|one| duties.contains(&one.of.duty.as_str())).map(|one| one.of.by.kind).collect()
}

/// The only one, where there is only one.
fn one_of(bodies: &BTreeSet<Body>) -> Option<Body> {
    bodies.first().filter(|_| bodies.len() == 1).copied()
}

/// Duties that are owed, or may be, and are not known to have been met; where all have been, all of them.
fn duties(source: &Source<'_>, ids: &[&str]) -> Vec<DutyPart> {
    let named =
        source.due.duties.iter().filter(|one| ids.contains(&one.id.as_str()) && one.owed != Value::FF);
    let (open, met): (Vec<_>, Vec<_>) = named.partition(|one| one.done.is_none());
    let part = |one: &redress_law::DutyOutcome| DutyPart {
        id: one.id.clone(),
        who: one.who,
        what: one.label.zh.to_string(),
        due: one.due.map(day_zh),
    };
    let mut found: Vec<DutyPart> = if open.is_empty() { met } else { open }.into_iter().map(part).collect();
    // A duty of the case stands once for each statement too.
    let mut seen = BTreeSet::new();
    found.retain(|one| seen.insert(one.id.clone()));
    found
}

/// The name under which such a body last acted in the criminal procedures.
fn name_of(source: &Source<'_>, by: Body) -> Option<String> {
    let criminal = ["private-prosecution", "public-prosecution"];
    let tracks = source.docket.tracks().filter(|(key, _)| criminal.contains(&key.procedure.as_str()));
    let acted = tracks.flat_map(|(_, track)| &track.history).filter_map(|done| {
        let body = done.event.body.as_ref().filter(|body| body.kind == by)?;
        Some((done.event.on, done.entry, body.name.clone()))
    });
    acted.max_by_key(|(on, entry, _)| (*on, *entry)).map(|(.., name)| name)
}

/// The step from which the duty of that body follows (刑事诉讼法 46; 指导意见 17).
fn stage(source: &Source<'_>, by: Body) -> Option<DocumentPart> {
    let (procedure, event) = match by {
        Body::Court => ("private-prosecution", "accepted"),
        Body::Procuratorate => ("public-prosecution", "sent-for-review"),
        Body::Police => ("public-prosecution", "filed"),
        _ => return None,
    };
    DocumentPart::last(source, procedure, &[event])
}

fn progress(source: &Source<'_>, by: Option<Body>) -> Vec<DocumentPart> {
    match by {
        Some(Body::Court) => DocumentPart::steps(source, &[("private-prosecution", &[])]),
        Some(_) => DocumentPart::steps(source, &[("public-prosecution", &[])]),
        None => Vec::new(),
    }
}

/// The latest service of such a notice that was recorded.
fn service(source: &Source<'_>, duties: &[DutyPart]) -> ServicePart {
    let served = source.state.notices.iter().filter(|one| one.struck.is_none());
    let served = served.filter(|one| duties.iter().any(|duty| duty.id == one.of.duty));
    let Some(last) = served.max_by_key(|one| (one.of.on, one.seq)) else { return ServicePart::default() };
    ServicePart {
        way: Some(last.of.service),
        on: Some(day_zh(last.of.on)),
        place: None,
        proof: last.of.proof.and_then(|item| source.exhibit(item)),
    }
}

/// Lays it out; the words are the form's own.
pub(super) fn lay(input: &NoticeInput, pen: &mut Pen<'_>, telling: &Telling) {
    pen.title();
    head(input, pen);
    input.recipients.lay(pen, "recipients", "recipient");
    match input.by {
        Some(Body::Court) => pen.tell("opening-court"),
        Some(Body::Procuratorate) => pen.tell("opening-procuratorate"),
        Some(Body::Police) => pen.tell("opening-police"),
        _ => {
            let runs = pen.absent("by", "by");
            pen.paragraph(runs);
        }
    }
    if telling.progress {
        made_known(input, pen);
    } else {
        let items = ["tell-first", "tell-second", "tell-third"].iter().map(|key| pen.say(key)).collect();
        pen.block(Block::List { ordered: true, items });
    }
    lay_own(pen, "aid-organ", "aid_organ", input.aid_organ.as_deref());
    lay_own(pen, "contact", "contact", input.contact.as_deref());
    sign(pen, "sealed", input.date.as_deref());
    receipt(input, pen);
    duty_table(input, pen);
    pen.note_with_caution(&[], "unverified-basis");
}

fn head(input: &NoticeInput, pen: &mut Pen<'_>) {
    let mut rows = Vec::new();
    pen.row(&mut rows, "body", "body", input.body.as_deref());
    pen.row(&mut rows, "number", "number", input.number.as_deref());
    pen.row(&mut rows, "case-name", "case_name", input.case_name.as_deref());
    pen.within("stage", |pen| {
        pen.row(&mut rows, "stage-number", "number", input.stage.number.as_deref());
        pen.row(&mut rows, "stage-on", "on", input.stage.on.as_deref());
    });
    pen.grid("head", rows);
}

fn made_known(input: &NoticeInput, pen: &mut Pen<'_>) {
    if input.progress.is_empty() && input.statement.is_none() {
        let runs = pen.absent("progress", "progress");
        pen.paragraph(runs);
    }
    DocumentPart::lay_list(pen, "progress", &input.progress);
    lay_own(pen, "statement", "statement", input.statement.as_deref());
    lay_own(pen, "next", "next", input.next.as_deref());
    pen.tell("limits");
}

fn duty_table(input: &NoticeInput, pen: &mut Pen<'_>) {
    let own = input.duties.iter().filter(|duty| input.by.is_none_or(|by| duty.who == by));
    let rows: Vec<Vec<Cell>> = (1_u64..)
        .zip(own)
        .map(|(number, duty)| {
            let due = duty.due.as_ref().map(|due| Run::filled(due.as_str())).into_iter().collect();
            vec![
                Cell::of(vec![Run::filled(number.to_string())]),
                Cell::of(vec![Run::filled(duty.what.as_str())]),
                Cell::of(due),
            ]
        })
        .collect();
    if !rows.is_empty() {
        pen.heading(2, "duties");
        pen.table("duties", vec![1, 8, 3], &["duty-id", "duty-what", "duty-due"], rows);
    }
}

/// 送达回证 (刑事诉讼法 107, in force 2018-10-26).
fn receipt(input: &NoticeInput, pen: &mut Pen<'_>) {
    pen.block(Block::PageBreak);
    pen.heading(1, "receipt");
    let service = &input.service;
    let persons = input.recipients.persons.iter().filter_map(|one| one.name.clone());
    let acting = input.recipients.acting.iter().filter_map(|one| one.person.name.clone());
    let names = persons.chain(acting).collect::<Vec<_>>().join("、");
    let mut rows = vec![vec![Cell::label(pen.say("receipt-paper")), Cell::of(pen.say("receipt-title"))]];
    pen.row(&mut rows, "receipt-number", "number", input.number.as_deref());
    pen.row(&mut rows, "receipt-to", "to", Some(names.as_str()));
    pen.within("service", |pen| {
        pen.row(&mut rows, "receipt-place", "place", service.place.as_deref());
        let mut ways = Vec::new();
        for (way, key) in WAYS {
            ways.extend(pen.tick(service.way == Some(way), key));
            ways.push(Run::plain("　"));
        }
        rows.push(vec![Cell::label(pen.say("receipt-way")), Cell::of(ways)]);
        pen.row(&mut rows, "receipt-on", "on", service.on.as_deref());
        let proof = pen.exhibits(&service.proof.into_iter().collect::<Vec<_>>());
        rows.push(vec![Cell::label(pen.say("receipt-proof")), Cell::of(proof)]);
    });
    for key in ["receipt-signed", "receipt-proxy", "receipt-server", "receipt-remark"] {
        rows.push(vec![Cell::label(pen.say(key)), Cell::of(Vec::new())]);
    }
    pen.grid("receipt", rows);
}
