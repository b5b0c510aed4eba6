//! What may follow on a track, what waits, and what the law closes.

use crate::docket::{Decision, Docket, TrackKey};
use crate::procedure::{Call, EventKind, Force, Procedure};
use crate::{Cite, NumberKind, Procedures, in_force, refuse};
use redress_base::Date;
use redress_law::{Body, Label};
use schemars::JsonSchema;
use serde::Serialize;

/// The steps of one track on one day. A step that stands in none of the lists is not its turn: the order
/// clause of the procedure says which article sets the order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Moves {
    /// What may follow, in the order of the procedure's file; never an advice.
    pub open: Vec<OpenMove>,
    /// What waits for another procedure.
    pub waiting: Vec<WaitingMove>,
    /// What the law closes.
    pub closed: Vec<ClosedMove>,
}

/// A step that may follow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OpenMove {
    /// The event.
    pub event: String,
    /// Its name.
    pub label: Label,
    /// Who does it.
    pub by: Body,
    /// With these reasons; empty where none are told apart.
    pub reasons: Vec<String>,
    /// The state that it leads to.
    pub to: String,
    /// Which kind of number its paper carries.
    pub number: NumberKind,
    /// The articles that open it.
    pub cites: Vec<Cite>,
    /// What calls for it now.
    pub called: Vec<CallUse>,
}

/// Why a step is called for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CallUse {
    /// How strongly.
    pub force: Force,
    /// Why.
    pub label: Label,
    /// The articles that say so.
    pub cites: Vec<Cite>,
}

/// A step that waits for another procedure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WaitingMove {
    /// The event.
    pub event: String,
    /// Its name.
    pub label: Label,
    /// With these reasons; empty where none are told apart.
    pub reasons: Vec<String>,
    /// The other procedure.
    pub other: String,
    /// What it waits for there.
    pub needed: Label,
    /// The articles that open it.
    pub cites: Vec<Cite>,
}

/// A step that the law closes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ClosedMove {
    /// The event.
    pub event: String,
    /// Its name.
    pub label: Label,
    /// With these reasons; empty where none are told apart.
    pub reasons: Vec<String>,
    /// Name of the closing.
    pub code: String,
    /// Why it is closed.
    pub why: Label,
    /// Up to and with this day, where days have to pass.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub until: Option<Date>,
    /// The articles that close it.
    pub cites: Vec<Cite>,
}

impl Docket {
    /// The steps of a track on a day. A track that has not begun has the steps that begin it; of a procedure
    /// that is not known there are none.
    pub fn moves(&self, procedures: &Procedures, key: &TrackKey, on: Date) -> Moves {
        let mut moves = Moves::default();
        let Some(procedure) = procedures.get(&key.procedure) else { return moves };
        for kind in &procedure.events {
            if kind.reasons.is_empty() {
                self.weigh(procedures, (procedure, kind), key, None, on, &mut moves);
            }
            for reason in &kind.reasons {
                self.weigh(procedures, (procedure, kind), key, Some(&reason.id), on, &mut moves);
            }
        }
        moves
    }

    /// Puts one event, with one of its reasons, into its list; reasons of the same fate share a line.
    fn weigh(
        &self,
        procedures: &Procedures,
        (procedure, kind): (&Procedure, &EventKind),
        key: &TrackKey,
        reason: Option<&str>,
        on: Date,
        moves: &mut Moves,
    ) {
        let (event, label) = (kind.id.clone(), kind.label.clone());
        let reasons: Vec<String> = reason.map(str::to_owned).into_iter().collect();
        match self.decide(procedure, key, &kind.id, reason, on) {
            Decision::Order => {}
            Decision::Open(one) => {
                let state = self.track(key).map_or(procedure.start.as_str(), |track| track.state.as_str());
                let to = one.target(state).to_owned();
                let called = self.called(procedure, key, &kind.id, on);
                let cites = in_force::on(&one.cites, on).0;
                match moves
                    .open
                    .iter_mut()
                    .find(|had| had.event == event && had.to == to && had.cites == cites)
                {
                    Some(had) => had.reasons.extend(reasons),
                    None => {
                        let (by, number) = (kind.by, kind.number);
                        moves.open.push(OpenMove { event, label, by, reasons, to, number, cites, called });
                    }
                }
            }
            Decision::Waits(one, need) => {
                let needed = refuse::described(need, procedures.get(&need.procedure));
                let (other, cites) = (need.procedure.clone(), in_force::on(&one.cites, on).0);
                let same =
                    |had: &&mut WaitingMove| had.event == event && had.other == other && had.needed == needed;
                match moves.waiting.iter_mut().find(same) {
                    Some(had) => had.reasons.extend(reasons),
                    None => {
                        moves.waiting.push(WaitingMove { event, label, reasons, other, needed, cites });
                    }
                }
            }
            Decision::Closed(closing, until) => {
                let same = |had: &&mut ClosedMove| had.event == event && had.code == closing.code;
                match moves.closed.iter_mut().find(same) {
                    Some(had) => had.reasons.extend(reasons),
                    None => {
                        let (code, why) = (closing.code.clone(), closing.label.clone());
                        let cites = in_force::on(&closing.cites, on).0;
                        moves.closed.push(ClosedMove { event, label, reasons, code, why, until, cites });
                    }
                }
            }
        }
    }

    /// What calls for a step now.
    fn called(&self, procedure: &Procedure, key: &TrackKey, event: &str, on: Date) -> Vec<CallUse> {
        let state = self.track(key).map_or(procedure.start.as_str(), |track| track.state.as_str());
        let now = procedure.calls.iter().filter(|call| {
            call.event == event && call.from.iter().any(|one| one == state) && self.holds(key, &call.beside)
        });
        let said = |call: &Call| CallUse {
            force: call.force,
            label: call.label.clone(),
            cites: in_force::on(&call.cites, on).0,
        };
        now.map(said).collect()
    }
}
