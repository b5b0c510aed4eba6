//! The ports: what the use cases need from the world. The edges serve them.

use crate::reception::{LogLine, ReleaseTerms};
pub use crate::register::{Ask, CaseRow, Listing, Order, Placed, Register};
use redress_base::{Date, Digests, Fault, Finding, Instant, ItemId, Refusal, Sha256, Stamp};
use redress_forms::Unprinted;
use redress_paper::Paper;
use redress_rights::{Account, AccountName, Membership, Throttle};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{Read, Seek};

/// Kept bytes, read from any place in them.
pub trait Lent: Read + Seek {}

impl<T: Read + Seek> Lent for T {}

/// Keeps one case: a ledger of lines and the sealed bytes.
///
/// A store *must*:
/// - make [`Store::append`] and [`Store::put`] durable before they return, all or nothing;
/// - never change or drop a line that it has acknowledged;
/// - hold the case against every other writer for as long as it lives
///   ([`redress_base::Fault::Busy`] for the second one).
pub trait Store {
    /// Every ledger line in order, exactly as appended (canonical JSON, without a line end).
    ///
    /// # Errors
    /// `Storage` where the ledger cannot be read or its chain is broken, with the first bad entry.
    fn ledger(&self) -> Result<Vec<String>, Refusal>;

    /// Appends lines after the one whose SHA-256 is `head` (all zeros for an empty ledger).
    ///
    /// # Errors
    /// `Busy` where `head` is no longer the last line; `Storage` where the disk would not do it.
    fn append(&mut self, lines: &[String], head: &Sha256) -> Result<(), Refusal>;

    /// Keeps bytes under their digest; the same bytes twice are kept once.
    ///
    /// # Errors
    /// `Storage` where the disk would not do it.
    fn put(&mut self, bytes: &[u8], digests: &Digests) -> Result<(), Refusal>;

    /// Keeps a long file while reading it once, and gives its digests.
    ///
    /// # Errors
    /// `Storage` where the disk would not do it, `Input` where the source cannot be read.
    fn put_stream(
        &mut self,
        source: &mut dyn Read,
        progress: &mut dyn FnMut(u64),
    ) -> Result<Digests, Refusal>;

    /// Drops bytes that were put for a request that was then refused. Bytes that a ledger line names
    /// stay, whoever asks.
    ///
    /// # Errors
    /// `Storage` where the disk would not do it.
    fn forget(&mut self, digest: &Sha256) -> Result<(), Refusal>;

    /// Opens kept bytes for reading.
    ///
    /// # Errors
    /// `Storage` where they are missing or cannot be read.
    fn open(&self, digest: &Sha256) -> Result<Box<dyn Lent + '_>, Refusal>;

    /// Reads whole objects, each with its sealed length, one after another and hands each on. A store may read the next one
    /// meanwhile; it holds no more of an object than was sealed.
    ///
    /// # Errors
    /// As [`Store::open`] for the first that cannot be read, and whatever `take` refuses; nothing is handed on after either.
    fn each(
        &self,
        wanted: &[(Sha256, u64)],
        take: &mut dyn FnMut(Vec<u8>) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        each_opened(wanted, &|digest| self.open(digest), take)
    }

    /// Every object that is kept, in the order of the digests, also one that no line names (yet).
    ///
    /// # Errors
    /// `Storage` where the list cannot be read.
    fn objects(&self) -> Result<Vec<Sha256>, Refusal>;

    /// The seed of the key that signs this case's log (Ed25519, RFC 8032).
    ///
    /// # Errors
    /// `Storage` where it is missing or cannot be read.
    fn signing_seed(&self) -> Result<[u8; 32], Refusal>;
}

/// Opens kept bytes by their digest.
pub type Opening<'o, 's> = &'o dyn Fn(&Sha256) -> Result<Box<dyn Lent + 's>, Refusal>;

/// Opens and reads whole objects one after another.
///
/// # Errors
/// What `open` or `take` refuses; `Storage` where the bytes cannot be read to their end.
pub fn each_opened<'s>(
    wanted: &[(Sha256, u64)],
    open: Opening<'_, 's>,
    take: &mut dyn FnMut(Vec<u8>) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    for (digest, _) in wanted {
        let mut bytes = Vec::new();
        open(digest)?.read_to_end(&mut bytes).map_err(|error| {
            let found = Finding::error("workbench-item-unreadable").with("item", digest.to_string());
            found.with("problem", error.to_string()).refuse(Fault::Storage)
        })?;
        take(bytes)?;
    }
    Ok(())
}

/// Tells the time.
pub trait Clock {
    /// Now, and by whose clock.
    fn now(&self) -> Stamp;
}

/// Shows how far long work has come and what should be known beside it, and hears that the person wants to stop.
pub trait Progress {
    /// A stage begins: the code of its sentence, and how much there is to do, if known.
    fn begin(&mut self, stage: &str, total: Option<u64>);
    /// So much more of the stage is done.
    fn advance(&mut self, amount: u64);
    /// The stage is over.
    fn end(&mut self);
    /// Whether the person asked to stop; checked between steps that leave the case consistent.
    fn stopped(&self) -> bool;
    /// Something that stops nothing and that the person should know, such as a clock that was set back.
    fn notice(&mut self, _finding: &Finding) {}
}

/// Shows nothing and is never stopped.
#[derive(Clone, Copy, Debug, Default)]
pub struct Quiet;

impl Progress for Quiet {
    fn begin(&mut self, _stage: &str, _total: Option<u64>) {}
    fn advance(&mut self, _amount: u64) {}
    fn end(&mut self) {}
    fn stopped(&self) -> bool {
        false
    }
}

/// An account and what is kept of its password.
#[derive(Clone, PartialEq, Eq)]
pub struct Credentials {
    /// The account.
    pub account: Account,
    /// The PHC string.
    pub hash: String,
}

impl std::fmt::Debug for Credentials {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Credentials").field("account", &self.account).finish_non_exhaustive()
    }
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "LoggedLine")]
pub struct ShownLine {
    /// Seconds since 1970.
    pub at: Instant,
    /// Who, where that was known.
    pub by: Option<String>,
    /// `sign-in` or a use case.
    pub act: String,
    /// The kind of thing.
    pub object: String,
    /// `allowed`, `allowed-with-entry` or `denied`.
    pub outcome: String,
    /// The code that the person heard.
    pub code: Option<String>,
    /// The mark of the case, never its id.
    pub mark: Option<String>,
    /// Whose account or membership it is about.
    pub about: Option<String>,
    /// With what a release of statistics was made.
    pub release: Option<ReleaseTerms>,
}

/// A change of who is on a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MemberChange {
    /// Somebody comes in.
    Add(Membership),
    /// The membership of this account that runs ends now.
    End(AccountName),
}

/// Keeps the people of an office: accounts, memberships, and the log.
///
/// A roster *must*:
/// - write a change and its line of the log together, or neither;
/// - answer [`Roster::membership`] with one question that joins the membership, so that a case that somebody
///   is not on and a case that there is not cost the same and cannot be told apart;
/// - give of memberships only those of cases that the asker is on, also where a caller forgot to ask whether
///   they may.
pub trait Roster {
    /// The account of that name and what is kept of its password.
    ///
    /// # Errors
    /// `Storage` where the database would not do it; so for every method.
    fn credentials(&mut self, name: &AccountName) -> Result<Option<Credentials>, Refusal>;

    /// Reads the failures counted for a name (whether there is such an account or not), lets `change` decide,
    /// and keeps what it says; nobody else counts meanwhile.
    ///
    /// # Errors
    /// Whatever `change` refuses; then nothing is kept.
    fn tries(
        &mut self,
        name: &AccountName,
        change: &mut dyn FnMut(Throttle) -> Result<Throttle, Refusal>,
    ) -> Result<(), Refusal>;

    /// Makes the very first account; `false` where there is any.
    ///
    /// # Errors
    /// As above.
    fn add_first(&mut self, account: &Account, hash: &str, line: &LogLine) -> Result<bool, Refusal>;

    /// Makes an account; `false` where the name is taken.
    ///
    /// # Errors
    /// As above.
    fn add_account(&mut self, account: &Account, hash: &str, line: &LogLine) -> Result<bool, Refusal>;

    /// Locks or opens an account; `false` where there is none.
    ///
    /// # Errors
    /// As above.
    fn set_locked(&mut self, name: &AccountName, locked: bool, line: &LogLine) -> Result<bool, Refusal>;

    /// Keeps another hash for an account; `false` where there is none.
    ///
    /// # Errors
    /// As above.
    fn set_hash(&mut self, name: &AccountName, hash: &str, line: &LogLine) -> Result<bool, Refusal>;

    /// Every account, by name.
    ///
    /// # Errors
    /// As above.
    fn accounts(&mut self) -> Result<Vec<Account>, Refusal>;

    /// The membership of that account on that case; nothing where there is none, no such case, or the
    /// account is locked or does not hold the role any more.
    ///
    /// # Errors
    /// As above.
    fn membership(&mut self, case_id: &str, name: &AccountName) -> Result<Option<Membership>, Refusal>;

    /// Every membership of that account, by case.
    ///
    /// # Errors
    /// As above.
    fn memberships_of(&mut self, name: &AccountName) -> Result<Vec<Membership>, Refusal>;

    /// Every membership of a case, for somebody who is on it; none for anybody else.
    ///
    /// # Errors
    /// As above.
    fn members(&mut self, case_id: &str, asker: &AccountName) -> Result<Vec<Membership>, Refusal>;

    /// Reads the memberships of a case, lets `decide` say what changes, and keeps it with `line`; nobody else
    /// changes them meanwhile. Whoever ends a membership ends it at the time of the line.
    ///
    /// # Errors
    /// Whatever `decide` refuses; then nothing is kept.
    fn change_members(
        &mut self,
        case_id: &str,
        asker: &AccountName,
        line: &LogLine,
        decide: &mut dyn FnMut(&[Membership]) -> Result<MemberChange, Refusal>,
    ) -> Result<(), Refusal>;

    /// Puts an auditor on the case of that mark until a moment; `false` where there is no such mark.
    ///
    /// # Errors
    /// As above.
    fn appoint(
        &mut self,
        mark: &str,
        auditor: &AccountName,
        keeper: &AccountName,
        until: Instant,
        line: &LogLine,
    ) -> Result<bool, Refusal>;

    /// Appends a line to the log.
    ///
    /// # Errors
    /// As above.
    fn log(&mut self, line: &LogLine) -> Result<(), Refusal>;

    /// The newest lines, newest first; without `with_cases` only those that are about no case.
    ///
    /// # Errors
    /// As above.
    fn read_log(&mut self, with_cases: bool, most: u32) -> Result<Vec<ShownLine>, Refusal>;
}

/// A release of statistics as an office keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptRelease {
    /// When it was made.
    pub at: Instant,
    /// With what.
    pub terms: ReleaseTerms,
    /// The release as JSON.
    pub document: String,
}

/// What the cases of an office count for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// One record a case, in the order of their own text.
    pub records: Vec<String>,
    /// Cases whose record was not made up to their last entry, or by something else.
    pub lagging: u64,
}

/// Keeps what the cases of an office count for, and the releases made of it.
///
/// Figures *must*:
/// - give records to nobody but an account that may see statistics, and none of them with its case;
/// - keep a release and its line of the log together, or neither, and never two whose days overlap.
pub trait Figures {
    /// The releases whose days overlap these, or all, by their days.
    ///
    /// # Errors
    /// `Storage` where the database would not do it.
    fn releases(
        &mut self,
        asker: &AccountName,
        within: Option<(Date, Date)>,
    ) -> Result<Vec<KeptRelease>, Refusal>;

    /// Lets `make` turn what counts by `maker` into a release, and keeps it with `line`; `false` where somebody has made
    /// one meanwhile whose days overlap. No case changes between what is counted and what lags.
    ///
    /// # Errors
    /// Whatever `make` refuses; then nothing is kept. `Storage` where the database would not do it.
    fn release(
        &mut self,
        asker: &AccountName,
        maker: &str,
        terms: &ReleaseTerms,
        line: &LogLine,
        make: &mut dyn FnMut(&Counted) -> Result<String, Refusal>,
    ) -> Result<bool, Refusal>;
}

/// Turns a paper into files; served by the typesetter's room through the command line.
pub trait Typesetter {
    /// Whether the picture of an exhibit can be printed after others of the same paper that have `taken` points: how
    /// many have been taken with it.
    ///
    /// # Errors
    /// Why it cannot.
    fn shows(&mut self, item: ItemId, bytes: &[u8], taken: u64) -> Result<u64, Unprinted>;

    /// An exhibit as pictures to be looked at, as PNG made anew from points: a picture as one, a PDF page by page until
    /// `most` bytes are drawn.
    ///
    /// # Errors
    /// `Input` where it is broken, too large, or of a kind that is not drawn.
    fn views(&mut self, item: ItemId, bytes: &[u8], most: usize) -> Result<Vec<Vec<u8>>, Refusal>;

    /// On which page each mark of a paper stands, for papers that quote its pages; nothing is written.
    ///
    /// # Errors
    /// As [`Typesetter::print`].
    fn pages(
        &mut self,
        paper: &Paper,
        exhibits: &mut dyn FnMut(ItemId) -> Result<Vec<u8>, Refusal>,
    ) -> Result<BTreeMap<String, u32>, Refusal>;

    /// Typesets a paper; `exhibits` lends the bytes of pictures that it shows.
    ///
    /// # Errors
    /// Where a character has no glyph or an exhibit cannot be shown: nothing is given out then.
    fn print(
        &mut self,
        paper: &Paper,
        exhibits: &mut dyn FnMut(ItemId) -> Result<Vec<u8>, Refusal>,
    ) -> Result<Printed, Refusal>;
}

/// A typeset paper.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Printed {
    /// Its files: `pdf`, `docx`, with their bytes.
    pub files: Vec<(String, Vec<u8>)>,
    /// On which page each mark stands.
    pub marks: BTreeMap<String, u32>,
}
