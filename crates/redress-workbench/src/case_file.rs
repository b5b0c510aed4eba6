//! A case as one file: what goes into it, and how it is taken in elsewhere with its history intact.

use crate::{Desk, Progress, Store};
use redress_base::{Fault, Finding, Refusal, Sha256, Stamp};
use redress_case::{Copies, Export, Ledger, Purpose, State, What, compare};
use redress_evidence::note::SigningKey;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::io::Read;

/// Schema of a case file's manifest.
pub const CASE_FILE_SCHEMA: &str = "redress/case-file/1";

/// The longest transfer sheet or record of a party, in bytes.
pub(crate) const LONGEST_RECORD: u64 = 16 << 20;

/// What a case file says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseFileManifest {
    /// [`CASE_FILE_SCHEMA`].
    pub schema: String,
    /// The case.
    pub case_id: String,
    /// What it was made for.
    pub purpose: Purpose,
    /// Entries of the ledger in it.
    pub entries: u64,
    /// SHA-256 of the last of them.
    pub head: Sha256,
    /// Verifier key of the evidence log so far.
    pub key: String,
    /// Whether the signing key goes with it; only in a backup.
    pub seed: bool,
    /// Objects in it.
    pub objects: u64,
    /// Objects that the ledger names and that were left out: what identifies parties.
    pub left_out: Vec<Sha256>,
    /// Program and version.
    pub software: String,
    /// When it was made.
    pub made: Stamp,
}

/// A case file to be written.
pub struct CaseFilePlan {
    /// What it says of itself.
    pub manifest: CaseFileManifest,
    /// The ledger.
    pub lines: Vec<String>,
    /// The objects, in the order of their digests.
    pub objects: BTreeSet<Sha256>,
    /// The seed of the signing key, for a backup.
    pub seed: Option<[u8; 32]>,
}

/// A case file that somebody made; nothing in it is trusted before it was checked.
pub trait CaseFile {
    /// What it says of itself.
    fn manifest(&self) -> &CaseFileManifest;
    /// The lines of its ledger.
    fn lines(&self) -> &[String];
    /// The digests under which it has bytes, whatever they are.
    fn objects(&self) -> Vec<Sha256>;
    /// The bytes under a digest, if it has them. They are whatever stands there.
    ///
    /// # Errors
    /// `Input` where the file cannot be read.
    fn object(&mut self, digest: &Sha256) -> Result<Option<Box<dyn Read + '_>>, Refusal>;
}

/// What taking in did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenIn {
    /// How the copies stood before.
    pub copies: Copies,
    /// Entries that were added.
    pub entries: u64,
    /// Objects that were checked against their digests.
    pub objects: u64,
    /// Objects that the sender left out and that are not here either.
    pub left_out: Vec<Sha256>,
}

/// Every object that the ledger names: those that must be there, and those that may be left out.
pub fn named_objects(state: &State) -> (BTreeSet<Sha256>, BTreeSet<Sha256>) {
    let items = state.items.values().map(|kept| kept.item.digests.sha256);
    let sheets = state.hand_overs.iter().map(|one| one.of.sheet);
    let details = state.party_entries.iter().filter_map(|one| one.of.details);
    let details = details.chain(state.papers.iter().map(|one| one.of.input));
    (items.chain(sheets).collect(), details.collect())
}

/// The verifier key of the evidence log of a case that is signed with this seed.
///
/// # Errors
/// Where the case's id cannot name a log.
pub fn log_key(case_id: &str, seed: [u8; 32]) -> Result<String, Refusal> {
    SigningKey::from_seed(&crate::pack::origin(case_id), seed).map(|key| key.verifier().to_string())
}

impl Desk<'_> {
    /// Records that the case leaves in one file, and plans the file.
    ///
    /// # Errors
    /// Whatever the store refuses; `Usage` where the file was handed over.
    pub fn export(
        &mut self,
        by: Option<&str>,
        purpose: Purpose,
        to: Option<String>,
        details: bool,
    ) -> Result<CaseFilePlan, Refusal> {
        let to = to.map(|to| crate::record::text("to", &to)).transpose()?;
        let mut draft = self.draft(by)?;
        self.seal_into(&mut draft)?;
        draft.add(What::Exported { export: Export { purpose, to, details, digest: None } })?;
        self.commit(draft)?;
        self.plan_file(purpose, details)
    }

    /// Records that the case, or a part of it, leaves by a way that is not a case file: before it leaves.
    ///
    /// # Errors
    /// Whatever the store refuses; then nothing may leave.
    pub fn leaves(
        &mut self,
        by: Option<&str>,
        purpose: Purpose,
        to: Option<&str>,
        details: bool,
    ) -> Result<(), Refusal> {
        let mut draft = self.draft(by)?;
        self.seal_into(&mut draft)?;
        let export = Export { purpose, to: to.map(str::to_owned), details, digest: None };
        draft.add(What::Exported { export })?;
        self.commit(draft)
    }

    /// The file of the case as it stands; changes nothing.
    pub(crate) fn plan_file(&mut self, purpose: Purpose, details: bool) -> Result<CaseFilePlan, Refusal> {
        let lines = self.store.ledger()?;
        let state = State::fold(&Ledger::read(&lines)?)?;
        let (mut objects, personal) = named_objects(&state);
        let mut left_out = Vec::new();
        for digest in personal {
            if !details || never_came(&state, &digest) && self.store.open(&digest).is_err() {
                left_out.push(digest);
                continue;
            }
            // What was kept here and cannot be read is a loss, and no file goes out as if it were none.
            self.store.open(&digest).map(drop)?;
            objects.insert(digest);
        }
        let seed = (purpose == Purpose::Backup).then(|| self.store.signing_seed()).transpose()?;
        let key = log_key(&state.case_id, self.store.signing_seed()?)?;
        let manifest = CaseFileManifest {
            schema: CASE_FILE_SCHEMA.to_owned(),
            case_id: state.case_id.clone(),
            purpose,
            entries: state.entries,
            head: state.head,
            key,
            seed: seed.is_some(),
            objects: u64::try_from(objects.len()).unwrap_or(u64::MAX),
            left_out,
            software: self.software.to_owned(),
            made: self.clock.now(),
        };
        Ok(CaseFilePlan { manifest, lines, objects, seed })
    }
}

/// Whether a detail may never have come into this copy: a receipt says so, or the case left without details after it was
/// entered, so that this may be the copy that left.
pub(crate) fn never_came(state: &State, digest: &Sha256) -> bool {
    let received = state.receipts.iter().any(|one| one.of.left_out.contains(digest));
    let party = state.party_entries.iter().find(|one| one.of.details == Some(*digest)).map(|one| one.seq);
    let paper = || state.papers.iter().find(|one| one.of.input == *digest).map(|one| one.seq);
    let entered = party.or_else(paper).unwrap_or(0);
    let left = state.exports.iter().any(|one| one.seq > entered && !one.of.details);
    received || left || state.hand_overs.iter().any(|one| one.seq > entered && !one.of.details)
}

/// Checks a case file from its first entry to its last object and puts into `store` what is not there yet: into an
/// empty store the whole case, into a copy that the file continues the entries after it. Where the two went apart
/// nothing is changed, and the answer says where.
///
/// # Errors
/// `Verification` where the file is not what its ledger names; `Usage` for another case or copies that went apart;
/// whatever the store refuses.
pub fn take_in(
    store: &mut dyn Store,
    file: &mut dyn CaseFile,
    progress: &mut dyn Progress,
) -> Result<TakenIn, Refusal> {
    let lines = file.lines().to_vec();
    let theirs = Ledger::read(&lines)?;
    let state = State::fold(&theirs)?;
    check_manifest(file, &theirs, &state)?;
    let own_lines = store.ledger()?;
    let own = Ledger::read(&own_lines)?;
    let copies = if own.entries.is_empty() {
        Copies::OtherAhead { common: 0, more: state.entries }
    } else {
        compare((&own, &own_lines), (&theirs, &lines))
    };
    match &copies {
        Copies::Foreign { this, other } => {
            let found = Finding::error("workbench-file-foreign").with("this", this.as_str());
            return Err(found.with("other", other.as_str()).refuse(Fault::Usage));
        }
        Copies::Apart { common, this, other } => return Err(apart(*common, this, other)),
        Copies::Same { .. } | Copies::ThisAhead { .. } | Copies::OtherAhead { .. } => {}
    }
    let mut put = Vec::new();
    let mut take = || {
        progress.begin("workbench-stage-receiving", u64::try_from(file.objects().len()).ok());
        let (objects, left_out) = take_objects(store, file, &state, progress, &mut put)?;
        let mut added = 0;
        if let Copies::OtherAhead { common, more } = &copies {
            let rest = lines.get(usize::try_from(*common).unwrap_or(usize::MAX)..).unwrap_or_default();
            store.append(rest, &own.head)?;
            added = *more;
        }
        Ok((added, objects, left_out))
    };
    let taken = take();
    progress.end();
    if taken.is_err() {
        // What no entry names does not stay.
        put.iter().try_for_each(|digest| store.forget(digest))?;
    }
    let (entries, objects, left_out) = taken?;
    Ok(TakenIn { copies, entries, objects, left_out })
}

/// The file says what it holds; it must hold that, and nothing beside it.
fn check_manifest(file: &dyn CaseFile, ledger: &Ledger, state: &State) -> Result<(), Refusal> {
    let manifest = file.manifest();
    let (needed, personal) = named_objects(state);
    let there: BTreeSet<Sha256> = file.objects().into_iter().collect();
    if let Some(extra) = there.iter().find(|digest| !needed.contains(digest) && !personal.contains(digest)) {
        let found = Finding::error("workbench-file-extra").with("member", extra.to_string());
        return Err(found.refuse(Fault::Verification));
    }
    let left_out: BTreeSet<Sha256> =
        personal.difference(&needed).copied().filter(|one| !there.contains(one)).collect();
    let fits = manifest.head == ledger.head
        && manifest.entries == state.entries
        && manifest.case_id == state.case_id
        && manifest.left_out.iter().copied().collect::<BTreeSet<_>>() == left_out;
    if let Some(missing) = needed.iter().find(|digest| !there.contains(digest)) {
        let found = Finding::error("workbench-file-object-missing").with("digest", missing.to_string());
        return Err(found.refuse(Fault::Verification));
    }
    if fits && usize::try_from(manifest.objects).ok() == Some(there.len()) {
        return Ok(());
    }
    Err(Finding::error("workbench-file-manifest").refuse(Fault::Verification))
}

fn not_the_object(digest: &Sha256) -> Refusal {
    Finding::error("workbench-file-object").with("digest", digest.to_string()).refuse(Fault::Verification)
}

/// How many bytes an object may have: a sealed item as many as its entry says.
fn longest(state: &State) -> impl Fn(&Sha256) -> u64 + use<> {
    let items = state.items.values().map(|kept| (kept.item.digests.sha256, kept.item.digests.bytes));
    let items: std::collections::BTreeMap<Sha256, u64> = items.collect();
    move |digest| items.get(digest).copied().unwrap_or(LONGEST_RECORD)
}

/// Puts every object that the ledger names, each held against its digest; `put` gets those that were not here.
fn take_objects(
    store: &mut dyn Store,
    file: &mut dyn CaseFile,
    state: &State,
    progress: &mut dyn Progress,
    put: &mut Vec<Sha256>,
) -> Result<(u64, Vec<Sha256>), Refusal> {
    let (needed, personal) = named_objects(state);
    let longest = longest(state);
    let (mut checked, mut left_out) = (0u64, Vec::new());
    for digest in needed.iter().chain(personal.difference(&needed)) {
        if progress.stopped() {
            return Err(crate::desk::stopped());
        }
        let here = store.open(digest).is_ok();
        let found = match file.object(digest)? {
            Some(bytes) => {
                let mut bytes = bytes.take(longest(digest).saturating_add(1));
                let put = store.put_stream(&mut bytes, &mut |_| {});
                // The sums of the zip itself do not fit: as good as bytes that are others.
                let put = put.map_err(|refusal| match refusal.fault {
                    Fault::Input => not_the_object(digest),
                    _ => refusal,
                });
                Some(put?.sha256)
            }
            None => None,
        };
        match found {
            Some(found) => {
                if !here || found != *digest {
                    put.push(found);
                }
                if found != *digest {
                    return Err(not_the_object(digest));
                }
                checked = checked.saturating_add(1);
            }
            None if here => {}
            None => left_out.push(*digest),
        }
        progress.advance(1);
    }
    Ok((checked, left_out))
}

/// Both copies went on from the same entry: says from which, and what each has since.
fn apart(common: u64, this: &[redress_case::Line], other: &[redress_case::Line]) -> Refusal {
    let day = |line: Option<&redress_case::Line>| {
        line.and_then(|line| line.at.at.beijing_date()).map(|day| day.to_string()).unwrap_or_default()
    };
    let kind = |line: Option<&redress_case::Line>| line.map(|line| line.kind.clone()).unwrap_or_default();
    let by = |line: Option<&redress_case::Line>| line.map(|line| line.by.clone()).unwrap_or_default();
    let (mine, theirs) = (this.first(), other.first());
    Finding::error("workbench-file-apart")
        .with("common", common)
        .with("first", common.saturating_add(1))
        .with("this_more", this.len())
        .with("this_kind", kind(mine))
        .with("this_by", by(mine))
        .with("this_day", day(mine))
        .with("other_more", other.len())
        .with("other_kind", kind(theirs))
        .with("other_by", by(theirs))
        .with("other_day", day(theirs))
        .refuse(Fault::Usage)
}
