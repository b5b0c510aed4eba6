//! Handing a case over to another body and receiving one (指导意见 18, in force 2023-09-20): the file goes on
//! there, its chain unbroken.

use crate::case_file::LONGEST_RECORD;
use crate::desk::Draft;
use crate::record::{named, official};
use crate::{CaseFile, CaseFilePlan, Desk, TakenIn};
use redress_base::{Date, Fault, Finding, Refusal, Sha256};
use redress_case::{
    Copies, Details, HandOver, Ledger, Organ, Purpose, Receipt, Recorded, Role, State, Transfer, What,
};
use redress_evidence::{canonical, hash};
use redress_procedure::{Acting, Event, Procedures, TrackKey};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::io::Read as _;

/// Schema of a transfer sheet.
pub const SHEET_SCHEMA: &str = "redress/transfer-sheet/1";

/// What a person says of a transfer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewTransfer {
    /// On which way.
    pub transfer: Transfer,
    /// By whom.
    pub from: Organ,
    /// To whom.
    pub to: Organ,
    /// When.
    pub on: Date,
    /// The number of the letter or decision.
    pub number: Option<String>,
    /// Whether what identifies the parties goes with it.
    pub details: bool,
}

/// The transfer sheet (移送清单): what is handed over, item by item, and where each procedure stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TransferSheet {
    /// [`SHEET_SCHEMA`].
    pub schema: String,
    /// The case.
    pub case_id: String,
    /// On which way.
    pub transfer: Transfer,
    /// By whom.
    pub from: Organ,
    /// To whom.
    pub to: Organ,
    /// When.
    #[schemars(with = "String")]
    pub on: Date,
    /// The number of the letter or decision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Entries of the ledger before the handing over.
    pub entries: u64,
    /// SHA-256 of the last of them.
    pub head: Sha256,
    /// Where each procedure stands: procedure and track, state.
    pub tracks: Vec<(String, String)>,
    /// Parties by capacity; no name.
    pub parties: Vec<(String, String)>,
    /// The sealed items.
    pub items: Vec<SheetItem>,
    /// Whether what identifies the parties goes with it.
    pub details: bool,
}

impl TransferSheet {
    /// Where each procedure stands, in words: the procedure with its track, and the state. A sheet has ids and Chinese states;
    /// what this version does not know stays as the sheet has it.
    pub fn named_tracks(&self, chinese: bool) -> Vec<(String, String)> {
        let procedures = Procedures::standard();
        let own =
            |label: &redress_law::Label| if chinese { label.zh.to_string() } else { label.en.to_string() };
        let tracks = self.tracks.iter().map(|(at, state)| {
            let (id, track) = at.split_once('/').unwrap_or((at, ""));
            let Some(procedure) = procedures.get(id) else { return (at.clone(), state.clone()) };
            let known = procedure.states.iter().find(|one| one.label.zh.to_string() == *state);
            let name = format!("{} {track}", own(&procedure.label));
            (name.trim_end().to_owned(), known.map_or_else(|| state.clone(), |one| own(&one.label)))
        });
        tracks.collect()
    }
}

/// One line of the sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SheetItem {
    /// Exhibit number.
    pub item: String,
    /// Its name, with long numbers left out: a telephone or identity number has no business on a sheet.
    #[serde(default)]
    pub name: String,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// Media type or format.
    pub format: String,
    /// Length in bytes.
    pub bytes: u64,
    /// SHA-256.
    pub sha256: String,
    /// SM3.
    pub sm3: String,
}

impl Desk<'_> {
    /// Hands the case over: records the step where the law knows one for this way, seals the head of the ledger, writes
    /// the sheet and plans the file; all of it in one append. After this the case here takes no more entries until it
    /// comes back.
    ///
    /// # Errors
    /// `Usage` where it was handed over before, the day has not come or both sides are the same; whatever the step or
    /// the store refuses. Nothing is changed then.
    pub fn hand_over(
        &mut self,
        by: Option<&str>,
        new: NewTransfer,
    ) -> Result<(TransferSheet, CaseFilePlan), Refusal> {
        let new = self.may_hand_over(by, new)?;
        let mut draft = self.draft(by)?;
        if let Some(reason) = reason(new.transfer).filter(|_| !track_stands(&draft, "handed-over")) {
            let event = Event {
                number: new.number.clone(),
                reason: Some(reason.to_owned()),
                body: acting(&new.from),
                ..Event::new(PROCEDURE, "handed-over", new.on)
            };
            self.step_into(&mut draft, event, None)?;
        }
        self.seal_into(&mut draft)?;
        let state = draft.state()?;
        let sheet = sheet(&state, &new, tracks(&state)?);
        let digests = self.keep_for(&mut draft, &canonical::to_vec(&sheet)?)?;
        let hand_over = HandOver {
            transfer: new.transfer,
            from: new.from,
            to: new.to,
            on: new.on,
            number: new.number,
            sheet: digests.sha256,
            details: new.details,
        };
        draft.add(What::HandedOver { hand_over })?;
        self.commit(draft)?;
        let plan = self.plan_file(Purpose::Transfer, new.details)?;
        Ok((sheet, plan))
    }

    /// Whether it could be handed over so, with the number as it is written; for whoever looks once more before they do.
    ///
    /// # Errors
    /// `Usage` where it was handed over before, the day has not come or both sides are the same.
    pub fn may_hand_over(&self, by: Option<&str>, new: NewTransfer) -> Result<NewTransfer, Refusal> {
        self.not_ahead(new.on)?;
        named(&new.from)?;
        named(&new.to)?;
        if new.from == new.to {
            return Err(Finding::error("workbench-transfer-nowhere").refuse(Fault::Usage));
        }
        self.holds(&new)?;
        let number = new.number.as_deref().map(|number| official(number, new.on)).transpose()?;
        self.draft(by)?;
        Ok(NewTransfer { number, ..new })
    }

    /// Whether whoever hands over has the file: after a receipt that body and no other, and only what was received is given
    /// back.
    fn holds(&self, new: &NewTransfer) -> Result<(), Refusal> {
        let (_, state) = self.state()?;
        let holder = state.receipts.last().map(|receipt| receipt.of.by.clone());
        match holder {
            Some(holder) if holder.kind != new.from.kind => {
                let found =
                    Finding::error("workbench-transfer-not-holder").with("holder", holder.kind.word());
                Err(found.with("from", new.from.kind.word()).refuse(Fault::Usage))
            }
            None if new.transfer == Transfer::Return => {
                Err(Finding::error("workbench-transfer-never-came").refuse(Fault::Usage))
            }
            _ => Ok(()),
        }
    }

    /// The file of the last handing over once more, where writing it failed or it was lost on the way.
    ///
    /// # Errors
    /// `Usage` where nothing was handed over, or it came back.
    pub fn hand_over_again(&mut self) -> Result<(TransferSheet, CaseFilePlan), Refusal> {
        let (ledger, state) = self.state()?;
        let none = || Finding::error("workbench-not-handed-over").refuse(Fault::Usage);
        let last = state.handed_over().ok_or_else(none)?;
        let details = last.of.details;
        let sheet = check_sheet(&ledger, last, &mut *self.store.open(&last.of.sheet)?)?;
        Ok((sheet, self.plan_file(Purpose::Transfer, details)?))
    }

    /// Records that a file was received and checked, and by which key its evidence log goes on; with it the step of
    /// receiving, where the handing over was one.
    ///
    /// # Errors
    /// `Usage` where it was received before; whatever [`may_receive`] or the store refuses.
    pub fn received(
        &mut self,
        by: Option<&str>,
        organ: Organ,
        on: Date,
        taken: &TakenIn,
    ) -> Result<Option<TransferSheet>, Refusal> {
        self.not_ahead(on)?;
        let (ledger, state) = self.state()?;
        let last = state.handed_over();
        if last.is_none() && !matches!(taken.copies, Copies::OtherAhead { .. }) {
            return Err(Finding::error("workbench-received-before").refuse(Fault::Usage));
        }
        let sheet = match last {
            Some(last) => {
                fits_receiver(last, &organ, on)?;
                Some(check_sheet(&ledger, last, &mut *self.store.open(&last.of.sheet)?)?)
            }
            None => None,
        };
        let receipt = Receipt {
            by: organ.clone(),
            on,
            entries: state.entries,
            objects: taken.objects,
            left_out: taken.left_out.clone(),
            key: crate::log_key(&state.case_id, self.store.signing_seed()?)?,
        };
        let mut draft = self.draft_after_return(Some(
            by.unwrap_or_else(|| organ.name.as_deref().unwrap_or(organ.kind.word())),
        ))?;
        draft.add(What::Received { receipt })?;
        if last.is_some() && track_stands(&draft, "handed-over") {
            let event = Event { body: acting(&organ), ..Event::new(PROCEDURE, "received", on) };
            self.step_into(&mut draft, event, None)?;
        }
        self.commit(draft)?;
        Ok(sheet)
    }

    /// What identifies the parties, for a paper that needs it; recorded as looked at by the caller.
    ///
    /// # Errors
    /// `Storage` where an object is not here.
    pub fn all_details(&self, state: &State) -> Result<Vec<(redress_case::PartyId, Details)>, Refusal> {
        let parties = state.parties();
        let with = parties.values().filter_map(|party| party.details.map(|digest| (party.id, digest)));
        with.map(|(id, digest)| self.read_details(&digest).map(|details| (id, details))).collect()
    }
}

/// Checks, before anything is changed, whether this body may receive the file on that day, and that the transfer sheet in
/// it fits its ledger. `None` where the file was copied and not handed over.
///
/// # Errors
/// `Usage` for another receiver or a day before the handing over; `Verification` where the sheet does not fit the
/// ledger that it speaks of; whatever reading the ledger refuses.
pub fn may_receive(file: &mut dyn CaseFile, by: &Organ, on: Date) -> Result<Option<TransferSheet>, Refusal> {
    named(by)?;
    let ledger = Ledger::read(file.lines())?;
    let state = State::fold(&ledger)?;
    let Some(last) = state.handed_over() else { return Ok(None) };
    fits_receiver(last, by, on)?;
    let missing = || {
        let found = Finding::error("workbench-file-object-missing").with("digest", last.of.sheet.to_string());
        found.refuse(Fault::Verification)
    };
    let mut bytes = file.object(&last.of.sheet)?.ok_or_else(missing)?;
    check_sheet(&ledger, last, bytes.as_mut()).map(Some)
}

/// The file was handed over to somebody: that body receives it, and not before it was sent.
fn fits_receiver(last: &Recorded<HandOver>, by: &Organ, on: Date) -> Result<(), Refusal> {
    let to = &last.of.to;
    let same_name = to.name.is_none() || by.name.is_none() || to.name == by.name;
    if to.kind != by.kind || !same_name {
        let found = Finding::error("workbench-received-by-other").with("entry", last.seq);
        return Err(found.with("kind", to.kind.word()).refuse(Fault::Usage));
    }
    if on < last.of.on {
        let found = Finding::error("workbench-received-early").with("day", on.to_string());
        return Err(found.with("sent", last.of.on.to_string()).refuse(Fault::Usage));
    }
    Ok(())
}

/// Holds a sheet against the ledger before the entry that names it.
fn check_sheet(
    ledger: &Ledger,
    last: &Recorded<HandOver>,
    bytes: &mut dyn std::io::Read,
) -> Result<TransferSheet, Refusal> {
    let wrong =
        || Finding::error("workbench-sheet-differs").with("entry", last.seq).refuse(Fault::Verification);
    let mut read = Vec::new();
    bytes.take(LONGEST_RECORD).read_to_end(&mut read).map_err(|_| wrong())?;
    if hash::digests(&read).sha256 != last.of.sheet {
        return Err(wrong());
    }
    let found: TransferSheet = serde_json::from_slice(&read).map_err(|_| wrong())?;
    let before = usize::try_from(last.seq.saturating_sub(1)).map_err(|_| wrong())?;
    let entries = ledger.entries.get(..before).unwrap_or_default().to_vec();
    let head = ledger.entry(last.seq).ok_or_else(wrong)?.prev;
    let state = State::fold(&Ledger { entries, head })?;
    let said = NewTransfer {
        transfer: last.of.transfer,
        from: last.of.from.clone(),
        to: last.of.to.clone(),
        on: last.of.on,
        number: last.of.number.clone(),
        details: last.of.details,
    };
    // Another version may name the states of the procedures otherwise; everything else follows from the ledger.
    let mut derived = sheet(&state, &said, found.tracks.clone());
    // Sheets did not name their items at first.
    if found.items.iter().all(|item| item.name.is_empty() && item.role.is_none()) {
        derived.items.iter_mut().for_each(|item| (item.name, item.role) = (String::new(), None));
    }
    if derived == found { Ok(found) } else { Err(wrong()) }
}

/// The steps that this module records.
const PROCEDURE: &str = "transfer";

/// The reason under which the procedure of transfers knows this way. The next stage is a step of the case's own procedure
/// (移送审查起诉), and a file that comes back may come for many reasons: those a person records.
const fn reason(transfer: Transfer) -> Option<&'static str> {
    match transfer {
        // 指导意见 18 (in force 2023-09-20; O).
        Transfer::ToCriminal => Some("administrative-to-criminal"),
        Transfer::ToAdministrative => Some("criminal-to-administrative"),
        // 指导意见 13.
        Transfer::CourtToPolice => Some("court-to-police"),
        Transfer::NextStage | Transfer::Return => None,
    }
}

fn acting(organ: &Organ) -> Option<Acting> {
    organ.name.clone().map(|name| Acting { kind: organ.kind, name })
}

/// Whether the first track of transfers stands there. Where the steps do not replay, nothing stands.
fn track_stands(draft: &Draft, state: &str) -> bool {
    let docket = draft.state().and_then(|state| crate::docket(&state));
    let key = TrackKey::new(PROCEDURE, "1");
    docket.is_ok_and(|docket| docket.track(&key).is_some_and(|track| track.state == state))
}

/// Where each procedure stands.
fn tracks(state: &State) -> Result<Vec<(String, String)>, Refusal> {
    let docket = crate::docket(state)?;
    let procedures = Procedures::standard();
    let tracks = docket.tracks().map(|(key, track)| {
        let label = procedures.get(&key.procedure).and_then(|one| one.state(&track.state));
        let state = label.map_or(track.state.clone(), |state| state.label.zh.to_string());
        (format!("{}/{}", key.procedure, key.track), state)
    });
    Ok(tracks.collect())
}

fn sheet(state: &State, new: &NewTransfer, tracks: Vec<(String, String)>) -> TransferSheet {
    let items = state.items.values().map(|kept| SheetItem {
        item: kept.item.id.to_string(),
        name: without_numbers(&kept.item.name),
        role: Some(kept.role),
        format: kept.item.format.clone(),
        bytes: kept.item.digests.bytes,
        sha256: kept.item.digests.sha256.to_string(),
        sm3: kept.item.digests.sm3.to_string(),
    });
    TransferSheet {
        schema: SHEET_SCHEMA.to_owned(),
        case_id: state.case_id.clone(),
        transfer: new.transfer,
        from: new.from.clone(),
        to: new.to.clone(),
        on: new.on,
        number: new.number.clone(),
        entries: state.entries,
        head: state.head,
        tracks,
        parties: state
            .parties()
            .values()
            .map(|party| (party.id.to_string(), party.capacity.word().to_owned()))
            .collect(),
        items: items.collect(),
        details: new.details,
    }
}

/// Digits in a row that may be the number of a person; a day written in eight digits stays.
const NUMBER: usize = 9;

/// A name of a file with `…` in place of every long number.
fn without_numbers(name: &str) -> String {
    let mut shown = String::new();
    let mut digits = String::new();
    let close = |digits: &mut String, shown: &mut String| {
        shown.push_str(if digits.len() < NUMBER { digits } else { "…" });
        digits.clear();
    };
    for c in name.chars() {
        if c.is_ascii_digit() {
            digits.push(c);
        } else {
            close(&mut digits, &mut shown);
            shown.push(c);
        }
    }
    close(&mut digits, &mut shown);
    shown
}
