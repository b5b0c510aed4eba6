//! Taking in one new event.

use crate::docket::{Docket, Done, TrackKey};
use crate::procedure::EventKind;
use crate::{Event, Numbered, Procedures, form, in_force, refuse};
use redress_base::{Date, Fault, Finding, Refusal};

/// A new event that was taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Admitted {
    /// The docket with it.
    pub docket: Docket,
    /// The step that it became; its event has the number in the canonical form, and that is what to record.
    pub done: Done,
    /// What is worth knowing about it.
    pub findings: Vec<Finding>,
}

impl Docket {
    /// Takes in one new event beside those that were recorded before.
    ///
    /// # Errors
    /// One finding, and nothing is changed: what is not known, a day that has not come, a step that is there
    /// already, a step that the law closes or that is not its turn (with the article), a number of the wrong
    /// shape, or a step recorded before that could not follow any more.
    pub fn admit(
        procedures: &Procedures,
        past: &[Numbered<Event>],
        new: &Numbered<Event>,
        today: Date,
    ) -> Result<Admitted, Refusal> {
        let formed = form::read(procedures, &new.of)?;
        if let Some(wrong) = form::body_wrong(&formed) {
            return Err(wrong.refuse(Fault::Input));
        }
        if formed.event.on > today {
            let finding = Finding::error("procedure-in-future")
                .with("on", formed.event.on.to_string())
                .with("today", today.to_string());
            return Err(refuse::named(finding, "event", &formed.kind.label).refuse(Fault::Input));
        }
        Docket::replay(procedures, past)?;
        let event = formed.event;
        let mut all = past.to_vec();
        all.push(Numbered { entry: new.entry, of: event.clone() });
        let docket = Docket::replay_to(procedures, &all).map_err(|(refusal, entry)| {
            match past.iter().find(|one| one.entry == entry && new.entry != entry) {
                // The repetition of a step is named as such, whichever of the two stands first.
                Some(_) if refusal.finding.code == "procedure-duplicate" => {
                    refuse::duplicate(procedures, &event, entry)
                }
                Some(later) => refuse::out_of_order(procedures, &event, (&later.of, entry), &refusal),
                None => refusal,
            }
        })?;
        let key = TrackKey::new(&event.procedure, &event.track);
        let done =
            docket.track(&key).and_then(|track| track.history.iter().find(|done| done.entry == new.entry));
        match done.cloned() {
            Some(done) => Ok(Admitted { findings: noticed(&done, formed.kind), docket, done }),
            // Every event that a replay takes stands in the history of its track.
            None => Err(refuse::entry_twice(&key, new.entry)),
        }
    }
}

/// Whether the step says which body did or received it, where the law leaves that to more than one. Asked of what a person
/// enters, beside [`Docket::admit`]: steps on file from before stay as they are.
///
/// # Errors
/// `Usage` with the bodies that may be named; `Input` or `Usage` where the step is not well-formed.
pub fn says_who_acted(procedures: &Procedures, event: &Event) -> Result<(), Refusal> {
    match form::body_missing(&form::read(procedures, event)?) {
        Some(missing) => Err(missing.refuse(Fault::Usage)),
        None => Ok(()),
    }
}

/// A step that is older than every article named for it: the law of its day is not in this book.
fn noticed(done: &Done, kind: &EventKind) -> Vec<Finding> {
    if in_force::on(&done.cites, done.event.on).1 {
        return Vec::new();
    }
    let finding = Finding::note("procedure-article-later").with("on", done.event.on.to_string());
    vec![refuse::under(refuse::named(finding, "event", &kind.label), &done.cites)]
}
