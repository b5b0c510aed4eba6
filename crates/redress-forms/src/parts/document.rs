//! A paper of another body, or a step that was recorded: what it was, whose, its number, its day, and the exhibit that
//! shows it. All of it comes out of the recorded steps.

use super::day_zh;
use crate::Source;
use redress_base::Date;
use redress_paper::{Cell, ExhibitRef, Pen, Run};
use redress_procedure::Done;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One paper or step.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct DocumentPart {
    /// What it was.
    pub what: Option<String>,
    /// Whose paper it is, or before whom the step was taken.
    pub body: Option<String>,
    /// 文号 or 回执编号.
    pub number: Option<String>,
    /// Its day.
    pub on: Option<String>,
    /// The sealed paper.
    pub exhibit: Option<ExhibitRef>,
}

/// Steps that are asked for: a procedure and its events; no events, all of them.
pub(crate) type Wanted<'w> = (&'w str, &'w [&'w str]);

impl DocumentPart {
    /// The steps that were recorded, in the order of their days.
    pub(crate) fn steps(source: &Source<'_>, wanted: &[Wanted<'_>]) -> Vec<DocumentPart> {
        let mut found: Vec<(Date, u64, DocumentPart)> = Vec::new();
        for (key, track) in source.docket.tracks() {
            for done in &track.history {
                let asked = |(procedure, events): &Wanted<'_>| {
                    *procedure == key.procedure
                        && (events.is_empty() || events.contains(&done.event.event.as_str()))
                };
                if wanted.iter().any(asked) && source.step_shown(&done.event) {
                    found.push((done.event.on, done.entry, DocumentPart::of(source, done)));
                }
            }
        }
        found.sort_by_key(|(on, entry, _)| (*on, *entry));
        found.into_iter().map(|(.., part)| part).collect()
    }

    /// The latest of these steps.
    pub(crate) fn last(source: &Source<'_>, procedure: &str, events: &[&str]) -> Option<DocumentPart> {
        DocumentPart::steps(source, &[(procedure, events)]).pop()
    }

    /// A step that was recorded.
    pub(crate) fn of(source: &Source<'_>, done: &Done) -> DocumentPart {
        let event = &done.event;
        let kind = source.procedures.get(&event.procedure).and_then(|one| one.event(&event.event));
        let reason = kind.and_then(|kind| {
            kind.reasons.iter().find(|one| Some(one.id.as_str()) == event.reason.as_deref())
        });
        let what = kind.map(|kind| match reason {
            Some(reason) => format!("{}（{}）", kind.label.zh, reason.label.zh),
            None => kind.label.zh.to_string(),
        });
        let step = source.state.steps.iter().find(|step| step.seq == done.entry);
        DocumentPart {
            what,
            body: event.body.as_ref().map(|body| body.name.clone()),
            number: event.number.clone(),
            on: Some(day_zh(event.on)),
            exhibit: step.and_then(|step| step.of.paper).and_then(|item| source.exhibit(item)),
        }
    }

    /// A list of steps: day, what, whose, number, exhibit.
    pub(crate) fn lay_list(pen: &mut Pen<'_>, name: &str, steps: &[DocumentPart]) {
        if steps.is_empty() {
            return;
        }
        let cell = |value: &Option<String>| {
            Cell::of(value.as_ref().map(|text| Run::filled(text.as_str())).into_iter().collect())
        };
        let rows = steps
            .iter()
            .map(|one| {
                vec![
                    cell(&one.on),
                    cell(&one.what),
                    cell(&one.body),
                    cell(&one.number),
                    Cell::of(
                        one.exhibit.map(|at| Run::filled(format!("证据{}", at.number))).into_iter().collect(),
                    ),
                ]
            })
            .collect();
        let heads = ["step-on", "step-what", "step-body", "step-number", "step-exhibit"];
        pen.table(name, vec![3, 5, 4, 4, 2], &heads, rows);
    }
}
