//! Takes files in: seals them, reads posts out of exports, and records both.
//!
//! Nothing is recorded before every file of the request was read. A refused request leaves the case
//! as it was; with `keep_going` the refused files are left out and listed.

use crate::batch::{Batch, Part};
use crate::inside::brought;
use crate::material::{FromStore, material, parse_mapping};
use crate::{Desk, Stated, WebArchive};
use redress_base::{Finding, ItemId, Refusal, Sha256, Stamp};
use redress_case::{Ledger, Role, State, What};
use redress_evidence::SealedItem;
use redress_posts::{Corpus, Mapping, ReaderReport};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::io::Read;

/// Schema of the answer to `add`.
pub const ADDED_SCHEMA: &str = "redress/added/1";

/// A file as the edge hands it in.
pub struct Incoming<'a> {
    /// Its name, with the folders below what the person named, `/` between them.
    pub name: String,
    /// What it holds.
    pub content: Content<'a>,
}

/// What a file holds.
pub enum Content<'a> {
    /// All its bytes.
    Bytes(Vec<u8>),
    /// A file too long for memory: sealed while it is read once, and not searched for posts.
    Stream(Box<dyn Read + 'a>),
}

/// A hundred years in milliseconds: a clock that is farther off than that has no meaning.
pub const FARTHEST_CLOCK: i64 = 100 * 366 * 86_400_000;

/// How files are taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddOptions {
    /// What the files are for.
    pub role: Role,
    /// Name and bytes of a mapping file; it is sealed too.
    pub mapping: Option<(String, Vec<u8>)>,
    /// When the material was seen, if the person says so.
    pub observed: Option<Stamp>,
    /// Milliseconds by which this computer's clock is ahead of the official time, if the person compared them.
    pub clock_ahead_ms: Option<i64>,
    /// Where it comes from, in the person's words.
    pub source: String,
    /// Who does this; the opener of the case if absent.
    pub by: Option<String>,
    /// Seal without reading posts.
    pub seal_only: bool,
    /// Leave refused files out instead of refusing all.
    pub keep_going: bool,
    /// Report, and change nothing.
    pub dry_run: bool,
}

impl AddOptions {
    /// Whether posts are read.
    pub(crate) fn reads(&self) -> bool {
        self.role == Role::Material && !self.seal_only
    }
}

/// What became of the files.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Added {
    /// [`ADDED_SCHEMA`].
    pub schema: String,
    /// Whether the case was left as it was.
    pub dry_run: bool,
    /// Taken in, in order.
    pub items: Vec<AddedItem>,
    /// Kept already under the same name with the same bytes.
    pub kept_before: Vec<ItemId>,
    /// Left out.
    pub refused: Vec<RefusedFile>,
    /// Whatever else was noticed.
    pub findings: Vec<Finding>,
}

/// One file taken in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AddedItem {
    /// Its record.
    pub item: SealedItem,
    /// What it is for.
    pub role: Role,
    /// What the reader counted, where posts were read from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<ReaderReport>,
    /// What it is, as it states itself, where it is a web archive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archive: Option<WebArchive>,
    /// What it says of itself as a media file, or as a proof of another item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated: Option<Stated>,
}

/// One file left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RefusedFile {
    /// Its name.
    pub name: String,
    /// Why.
    pub finding: Finding,
}

/// The work of one request.
pub(crate) struct Adding<'o> {
    pub(crate) options: &'o AddOptions,
    pub(crate) state: State,
    pub(crate) next: ItemId,
    pub(crate) mapping: Option<(ItemId, Mapping)>,
    pub(crate) corpus: Corpus,
    pub(crate) happened: Vec<What>,
    /// Objects put for this request that no ledger line names yet.
    pub(crate) put: Vec<Sha256>,
    pub(crate) added: Added,
}

/// What each proof is about: something that the case held, or that came with it in whatever order.
fn tell_proofs(adding: &mut Adding<'_>) {
    let new: Vec<SealedItem> = adding.added.items.iter().map(|row| row.item.clone()).collect();
    for stated in adding.added.items.iter_mut().filter_map(|row| row.stated.as_mut()) {
        stated.set_about(adding.state.items.values().map(|kept| &kept.item).chain(&new));
    }
}

impl Desk<'_> {
    /// Takes files in. `total` is their size in bytes, for the progress line.
    ///
    /// # Errors
    /// The first refused file's reason, unless `keep_going`; and whatever the store refuses. The case
    /// is then as it was.
    pub fn add<'f>(
        &mut self,
        files: &mut dyn Iterator<Item = Result<Incoming<'f>, RefusedInput>>,
        total: Option<u64>,
        options: &AddOptions,
    ) -> Result<Added, Refusal> {
        if let Some(seen) = options.observed {
            self.not_after_now(seen.at)?;
        }
        let (ledger, state) = self.state()?;
        let added = Added {
            schema: ADDED_SCHEMA.to_owned(),
            dry_run: options.dry_run,
            items: Vec::new(),
            kept_before: Vec::new(),
            refused: Vec::new(),
            findings: Vec::new(),
        };
        let (next, happened, put) = (state.next_item(), Vec::new(), Vec::new());
        let mut adding =
            Adding { options, state, next, mapping: None, corpus: Corpus::new(), happened, put, added };
        if options.mapping.is_some() {
            // A mapping may count times from posts that the case already holds.
            let known = material(&adding.state, &FromStore(&*self.store), self.tables, self.progress)?;
            adding.corpus = known.corpus;
        }
        self.progress.begin("workbench-stage-sealing", total);
        let done = self.take_all(files, &mut adding).and_then(|()| self.record(&ledger, &mut adding));
        self.progress.end();
        if done.is_err() || options.dry_run {
            for digest in &adding.put {
                self.store.forget(digest)?;
            }
        }
        done.map(|()| adding.added)
    }

    fn take_all<'f>(
        &mut self,
        files: &mut dyn Iterator<Item = Result<Incoming<'f>, RefusedInput>>,
        adding: &mut Adding<'_>,
    ) -> Result<(), Refusal> {
        self.take_mapping(adding)?;
        let mut batch = Batch::default();
        for file in files {
            self.check_stop()?;
            match file {
                Err(refused) => adding.refuse(&refused.name, refused.refusal)?,
                Ok(Incoming { name, content: Content::Bytes(bytes) }) => {
                    match redress_intake::deposits(&name, bytes) {
                        Err(refusal) => adding.refuse(&name, refusal)?,
                        Ok((deposits, mut findings)) => {
                            batch.push(brought(deposits, adding.options.reads(), &mut findings));
                            adding.added.findings.extend(findings);
                        }
                    }
                }
                Ok(Incoming { name, content: Content::Stream(mut source) }) => {
                    self.take_batch(&mut batch, adding)?;
                    self.take_stream(&name, &mut *source, adding)?;
                }
            }
            if batch.full() {
                self.take_batch(&mut batch, adding)?;
            }
        }
        self.take_batch(&mut batch, adding)?;
        tell_proofs(adding);
        Ok(())
    }

    fn take_mapping(&mut self, adding: &mut Adding<'_>) -> Result<(), Refusal> {
        let Some((name, bytes)) = &adding.options.mapping else { return Ok(()) };
        let mapping = parse_mapping(bytes)?;
        let part = Part::mapping(redress_intake::clean_name(name), bytes.clone());
        let id = self.keep(&part, Role::Mapping, adding)?;
        adding.mapping = Some((id, mapping));
        Ok(())
    }

    fn record(&mut self, ledger: &Ledger, adding: &mut Adding<'_>) -> Result<(), Refusal> {
        // A mapping alone, with nothing that it maps, is not worth an entry.
        let anything = adding.added.items.iter().any(|item| item.role != Role::Mapping);
        if adding.options.dry_run || !anything {
            adding.added.items.retain(|item| adding.options.dry_run || item.role != Role::Mapping);
            for digest in std::mem::take(&mut adding.put) {
                self.store.forget(&digest)?;
            }
            return Ok(());
        }
        let author = self.author(ledger, adding.options.by.as_deref());
        self.append(ledger, &author, std::mem::take(&mut adding.happened))?;
        adding.put.clear();
        Ok(())
    }
}

/// A file that the edge could not hand in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedInput {
    /// Its name.
    pub name: String,
    /// Why.
    pub refusal: Refusal,
}

impl Adding<'_> {
    /// Lists a refused file, or refuses the request.
    pub(crate) fn refuse(&mut self, name: &str, mut refusal: Refusal) -> Result<(), Refusal> {
        let name = redress_intake::clean_name(name);
        refusal.finding.args.entry("file".to_owned()).or_insert_with(|| name.as_str().into());
        let storage = !matches!(refusal.fault, redress_base::Fault::Input | redress_base::Fault::Newer);
        if storage || !self.options.keep_going {
            return Err(refusal);
        }
        self.added.refused.push(RefusedFile { name, finding: *refusal.finding });
        Ok(())
    }
}
