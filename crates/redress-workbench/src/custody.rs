//! Recording where items come from and what became of them, and telling the chain of custody.

use crate::Desk;
use crate::record::{items_known, text};
use redress_base::{Fault, Finding, ItemId, Refusal};
use redress_case::{Attestation, Capture, CustodyLink, Handling, State, What, chain_of_custody};

/// The longest address, in characters: browsers take no longer ones either.
const LONGEST_ADDRESS: usize = 2_000;
/// The most steps of one capture.
const MOST_STEPS: usize = 200;

impl Desk<'_> {
    /// Records how an item was captured; of several records of one item the last counts.
    ///
    /// # Errors
    /// `Usage` for an item or party that is not on file, an empty or overlong text, an end before its beginning, a moment
    /// that has not come, or an item that is said to corroborate itself.
    pub fn captured(&mut self, by: Option<&str>, capture: Capture) -> Result<u64, Refusal> {
        self.captured_together(by, vec![capture])
    }

    /// The same for items that were captured in one go: a record for each, all or none. Gives the number of the first.
    ///
    /// # Errors
    /// As [`Desk::captured`].
    pub fn captured_together(&mut self, by: Option<&str>, captures: Vec<Capture>) -> Result<u64, Refusal> {
        let (ledger, state) = self.state()?;
        captures.iter().try_for_each(|capture| self.admit_capture(&state, capture))?;
        let author = self.author(&ledger, by);
        self.append(
            &ledger,
            &author,
            captures.into_iter().map(|capture| What::Captured { capture }).collect(),
        )?;
        Ok(state.entries.saturating_add(1))
    }

    fn admit_capture(&self, state: &State, capture: &Capture) -> Result<(), Refusal> {
        let mut named = vec![capture.item];
        named.extend(capture.raw.iter().chain(&capture.rendered).chain(&capture.corroborates).copied());
        items_known(state, &named)?;
        if let Some(party) = capture.party.filter(|party| !state.parties().contains_key(party)) {
            let found = Finding::error("workbench-party-unknown").with("party", party.to_string());
            return Err(found.refuse(Fault::Usage));
        }
        if capture.corroborates == Some(capture.item) {
            let found =
                Finding::error("workbench-corroborates-itself").with("item", capture.item.to_string());
            return Err(found.refuse(Fault::Usage));
        }
        for at in [capture.began, capture.ended].into_iter().flatten() {
            self.not_after_now(at)?;
        }
        if let (Some(began), Some(ended)) = (capture.began, capture.ended)
            && ended < began
        {
            let found = Finding::error("workbench-ended-before").with("item", capture.item.to_string());
            return Err(found.refuse(Fault::Usage));
        }
        texts(capture)
    }

    /// Binds somebody else's proof to what it is about.
    ///
    /// # Errors
    /// `Usage` for an item that is not in the case, a proof of itself or of nothing, an empty or overlong text, or a check
    /// value that no digest prints as.
    pub fn attest(&mut self, by: Option<&str>, attestation: Attestation) -> Result<u64, Refusal> {
        let (_, state) = self.state()?;
        items_known(&state, &[attestation.proof])?;
        items_known(&state, &attestation.of)?;
        if attestation.of.is_empty() || attestation.of.contains(&attestation.proof) {
            let found =
                Finding::error("workbench-proof-of-itself").with("item", attestation.proof.to_string());
            return Err(found.refuse(Fault::Usage));
        }
        let issuer = text("issuer", &attestation.issuer)?;
        attestation.number.as_deref().map_or(Ok(()), |number| text("number", number).map(drop))?;
        if let Some(value) = attestation.value.as_deref().filter(|value| !Attestation::is_check_value(value))
        {
            let found = Finding::error("workbench-check-value").with("value", value);
            return Err(found.refuse(Fault::Usage));
        }
        let value = attestation.value.map(|value| value.to_ascii_lowercase());
        self.enter(by, What::Attested { attestation: Attestation { issuer, value, ..attestation } })
    }

    /// Records an act on an original.
    ///
    /// # Errors
    /// `Usage` for an item that is not in the case, a day in the future, or an empty or overlong text.
    pub fn handle(&mut self, by: Option<&str>, handling: Handling) -> Result<u64, Refusal> {
        let (_, state) = self.state()?;
        items_known(&state, &[handling.item])?;
        handling.on.map_or(Ok(()), |day| self.not_ahead(day))?;
        let (how, result) = (text("how", &handling.how)?, text("result", &handling.result)?);
        let whom = handling.whom.as_deref().map(|whom| text("whom", whom)).transpose()?;
        self.enter(by, What::Handled { handling: Handling { how, result, whom, ..handling } })
    }

    /// The chain of custody of one item, or of the whole file.
    ///
    /// # Errors
    /// `Usage` for an item that is not in the case; whatever the store refuses.
    pub fn custody(&self, item: Option<ItemId>) -> Result<Vec<CustodyLink>, Refusal> {
        let (ledger, state) = self.state()?;
        items_known(&state, item.as_slice())?;
        Ok(chain_of_custody(&ledger, item))
    }
}

/// Looks at every text of a capture.
fn texts(capture: &Capture) -> Result<(), Refusal> {
    let named = [
        ("device", &capture.device),
        ("system", &capture.system),
        ("tool", &capture.tool),
        ("network", &capture.network),
        ("account", &capture.account),
        ("hashed", &capture.hashed),
    ];
    for (field, value) in named {
        value.as_deref().map_or(Ok(()), |value| text(field, value).map(drop))?;
    }
    capture.clock.as_ref().map_or(Ok(()), |clock| text("against", &clock.against).map(drop))?;
    let long = capture.address.as_deref().is_some_and(|address| {
        address.is_empty()
            || address.chars().count() > LONGEST_ADDRESS
            || address.chars().any(char::is_control)
    });
    if long {
        let found = Finding::error("workbench-text-unfit").with("field", "address");
        return Err(found.with("most", LONGEST_ADDRESS).refuse(Fault::Usage));
    }
    if capture.steps.len() > MOST_STEPS {
        let found = Finding::error("workbench-steps-many").with("most", MOST_STEPS);
        return Err(found.refuse(Fault::Usage));
    }
    capture.steps.iter().try_for_each(|step| text("steps", step).map(drop))
}
