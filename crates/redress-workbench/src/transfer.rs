//! Handing a case over to another body and receiving one (指导意见 18, in force 2023-09-20): the file goes on
//! there, its chain unbroken.

use crate::{CaseFilePlan, Desk, TakenIn};
use redress_base::{Date, Fault, Finding, Refusal, Sha256};
use redress_case::{Details, HandOver, Ledger, Organ, Purpose, Receipt, State, Transfer, What};
use redress_evidence::note::SigningKey;
use redress_evidence::{canonical, hash};
use redress_procedure::Procedures;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

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

/// One line of the sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SheetItem {
    /// Exhibit number.
    pub item: String,
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
    /// Hands the case over: seals the head of its ledger, writes the sheet, records both, and plans the file. After this
    /// the case here takes no more entries until it comes back.
    ///
    /// # Errors
    /// `Usage` where it was handed over before or the day has not come; whatever the store refuses.
    pub fn hand_over(
        &mut self,
        by: Option<&str>,
        new: NewTransfer,
    ) -> Result<(TransferSheet, CaseFilePlan), Refusal> {
        self.not_ahead(new.on)?;
        self.seal_head(by)?;
        let (ledger, state) = self.state()?;
        let sheet = sheet(&state, &new)?;
        let bytes = canonical::to_vec(&sheet)?;
        let digests = hash::digests(&bytes);
        self.store.put(&bytes, &digests)?;
        let hand_over = HandOver {
            transfer: new.transfer,
            from: new.from,
            to: new.to,
            on: new.on,
            number: new.number,
            sheet: digests.sha256,
            details: new.details,
        };
        let author = Desk::author(&ledger, by);
        self.append(&ledger, &author, vec![What::HandedOver { hand_over }])?;
        let plan = self.plan_file(Purpose::Transfer, new.details)?;
        Ok((sheet, plan))
    }

    /// The file of the last handing over once more, where writing it failed or it was lost on the way.
    ///
    /// # Errors
    /// `Usage` where nothing was handed over, or it came back.
    pub fn hand_over_again(&mut self) -> Result<(TransferSheet, CaseFilePlan), Refusal> {
        let (ledger, state) = self.state()?;
        let none = || Finding::error("workbench-not-handed-over").refuse(Fault::Usage);
        let details = state.handed_over().ok_or_else(none)?.of.details;
        let sheet = self.check_sheet(&ledger, &state)?.ok_or_else(none)?;
        Ok((sheet, self.plan_file(Purpose::Transfer, details)?))
    }

    /// Records that a file was received and checked, and by which key its evidence log goes on.
    ///
    /// # Errors
    /// `Verification` where the sheet does not fit the ledger that it speaks of; whatever the store refuses.
    pub fn received(
        &mut self,
        by: Option<&str>,
        organ: Organ,
        on: Date,
        taken: &TakenIn,
    ) -> Result<Option<TransferSheet>, Refusal> {
        self.not_ahead(on)?;
        let (ledger, state) = self.state()?;
        let sheet = self.check_sheet(&ledger, &state)?;
        let key = SigningKey::from_seed(&crate::pack::origin(&state.case_id), self.store.signing_seed()?)?;
        let receipt = Receipt {
            by: organ,
            on,
            entries: state.entries,
            objects: taken.objects,
            left_out: taken.left_out.clone(),
            key: key.verifier().to_string(),
        };
        let author = by.map_or_else(|| "receiver".to_owned(), str::to_owned);
        self.append(&ledger, &author, vec![What::Received { receipt }])?;
        Ok(sheet)
    }

    /// The sheet of the last handing over, held against the ledger before it.
    fn check_sheet(&self, ledger: &Ledger, state: &State) -> Result<Option<TransferSheet>, Refusal> {
        let Some(last) = state.handed_over() else { return Ok(None) };
        let wrong =
            || Finding::error("workbench-sheet-differs").with("entry", last.seq).refuse(Fault::Verification);
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut self.store.open(&last.of.sheet)?, &mut bytes).map_err(|_| wrong())?;
        let sheet: TransferSheet = serde_json::from_slice(&bytes).map_err(|_| wrong())?;
        let before = ledger.entry(last.seq).ok_or_else(wrong)?;
        let fits = sheet.head == before.prev
            && sheet.entries.checked_add(1) == Some(last.seq)
            && sheet.case_id == state.case_id
            && sheet.to == last.of.to
            && sheet.items.len() == items(state, last.seq, ledger).count();
        if fits { Ok(Some(sheet)) } else { Err(wrong()) }
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

/// The items that were sealed before an entry.
fn items<'a>(
    state: &'a State,
    before: u64,
    ledger: &'a Ledger,
) -> impl Iterator<Item = &'a redress_case::KeptItem> {
    let sealed = ledger.entries.iter().filter(move |entry| entry.seq < before);
    let ids = sealed.filter_map(|entry| match &entry.what {
        What::Sealed { item, .. } => Some(item.id),
        _ => None,
    });
    ids.filter_map(|id| state.items.get(&id))
}

fn sheet(state: &State, new: &NewTransfer) -> Result<TransferSheet, Refusal> {
    let docket = crate::docket(state)?;
    let procedures = Procedures::standard();
    let tracks = docket.tracks().map(|(key, track)| {
        let label = procedures.get(&key.procedure).and_then(|one| one.state(&track.state));
        let state = label.map_or(track.state.clone(), |state| state.label.zh.to_string());
        (format!("{}/{}", key.procedure, key.track), state)
    });
    let items = state.items.values().map(|kept| SheetItem {
        item: kept.item.id.to_string(),
        format: kept.item.format.clone(),
        bytes: kept.item.digests.bytes,
        sha256: kept.item.digests.sha256.to_string(),
        sm3: kept.item.digests.sm3.to_string(),
    });
    Ok(TransferSheet {
        schema: SHEET_SCHEMA.to_owned(),
        case_id: state.case_id.clone(),
        transfer: new.transfer,
        from: new.from.clone(),
        to: new.to.clone(),
        on: new.on,
        number: new.number.clone(),
        entries: state.entries,
        head: state.head,
        tracks: tracks.collect(),
        parties: state
            .parties()
            .values()
            .map(|party| (party.id.to_string(), party.capacity.word().to_owned()))
            .collect(),
        items: items.collect(),
        details: new.details,
    })
}
