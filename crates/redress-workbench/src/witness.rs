//! Somebody else signs for the log: what they are asked, and what comes back from them.

use crate::{Desk, pack};
use redress_base::{Fault, Finding, Refusal};
use redress_case::{State, What};
use redress_evidence::checkpoint::Checkpoint;
use redress_evidence::merkle::{Hash, Tree};
use redress_evidence::note::{self, KeyKind, SigningKey, VerifierKey};
use redress_evidence::witness::Request;

/// The log, signed as it stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedLog {
    /// The number of the entry that says so.
    pub entry: u64,
    /// How many entries the log has.
    pub size: u64,
    /// The request for a cosignature (C2SP tlog-witness): hashes and the signed checkpoint, nothing of the material.
    pub request: String,
    /// The key of the log, which whoever cosigns has to know.
    pub key: String,
}

impl Desk<'_> {
    /// Seals the head of the ledger and signs the log as it stands then: the end of a working session. The request that
    /// goes with it begins where `cosigner`, or else anybody, signed last.
    ///
    /// # Errors
    /// Whatever the store refuses; `Usage` where the key is none of a cosigner.
    pub fn sign_log(&mut self, by: Option<&str>, cosigner: Option<&str>) -> Result<SignedLog, Refusal> {
        let cosigner = cosigner.map(cosigner_key).transpose()?;
        let mut draft = self.draft(by)?;
        self.seal_into(&mut draft)?;
        let state = draft.state()?;
        let key = SigningKey::from_seed(&pack::origin(&state.case_id), self.store.signing_seed()?)?;
        let tree = tree(&state)?;
        let checkpoint = Checkpoint { origin: key.name().to_owned(), size: tree.size(), root: tree.root() };
        let checkpoint = note::sign(&checkpoint.to_text(), &key)?;
        let old = last_cosigned(&state, &key.verifier(), cosigner.as_ref());
        let proof = tree.consistency(old).unwrap_or_default();
        draft.add(What::Checkpointed { checkpoint: checkpoint.clone() })?;
        let entry = draft.state()?.entries;
        self.commit(draft)?;
        let request = Request { old, proof, checkpoint }.to_text();
        Ok(SignedLog { entry, size: tree.size(), request, key: key.verifier().to_string() })
    }

    /// Takes in a checkpoint of this log that somebody else signed too, so that the next bundle carries it. Gives the entry.
    ///
    /// # Errors
    /// `Verification` where a signature does not hold or this log never was as the checkpoint says; `Usage` where the key
    /// is none of a cosigner or its signature was taken in before.
    pub fn take_cosignature(
        &mut self,
        by: Option<&str>,
        checkpoint: &str,
        cosigner: &str,
    ) -> Result<u64, Refusal> {
        let cosigner = cosigner_key(cosigner)?;
        let (_, state) = self.state()?;
        let key = SigningKey::from_seed(&pack::origin(&state.case_id), self.store.signing_seed()?)?;
        let opened = note::open(checkpoint, &[key.verifier(), cosigner.clone()])?;
        let signed = Checkpoint::parse(&opened.text)?;
        if opened.cosignatures.is_empty() {
            let found = Finding::error("workbench-not-cosigned").with("name", cosigner.name());
            return Err(found.refuse(Fault::Usage));
        }
        if signed.origin != key.name() || tree(&state)?.prefix_root(signed.size) != Some(signed.root) {
            let found = Finding::error("workbench-cosigned-other").with("size", signed.size);
            return Err(found.refuse(Fault::Verification));
        }
        if state.cosigned.iter().any(|(known, _)| known == checkpoint) {
            return Err(Finding::error("workbench-cosigned-before").refuse(Fault::Usage));
        }
        let (checkpoint, cosigner) = (checkpoint.to_owned(), cosigner.to_string());
        self.enter(by, What::Cosigned { checkpoint, cosigner })
    }
}

/// A key that somebody typed, of a cosigner.
fn cosigner_key(text: &str) -> Result<VerifierKey, Refusal> {
    let key = text.trim().parse::<VerifierKey>().ok().filter(|key| key.kind() == KeyKind::Cosigner);
    key.ok_or_else(|| Finding::error("workbench-cosigner-key").with("value", text).refuse(Fault::Usage))
}

/// The tree over the records of every item.
pub(crate) fn tree(state: &State) -> Result<Tree, Refusal> {
    let leaves: Vec<Hash> =
        state.items.values().map(|kept| kept.item.leaf()).collect::<Result<_, Refusal>>()?;
    Ok(Tree::new(&leaves))
}

/// How many entries this cosigner, or any, signed last; 0 where nobody did.
fn last_cosigned(state: &State, own: &VerifierKey, cosigner: Option<&VerifierKey>) -> u64 {
    let of_them = |key: &String| cosigner.is_none_or(|cosigner| cosigner.to_string() == *key);
    let sizes = state.cosigned.iter().filter(|(_, key)| of_them(key)).filter_map(|(checkpoint, _)| {
        let opened = note::open(checkpoint, std::slice::from_ref(own)).ok()?;
        Checkpoint::parse(&opened.text).ok().map(|checkpoint| checkpoint.size)
    });
    sizes.max().unwrap_or(0)
}
