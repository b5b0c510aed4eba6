//! The port behind which cases stand: a folder of cases on this computer, or an office.

use redress_base::{Date, Finding, Instant, Refusal, Stamp};
use redress_law::Body;
use redress_statistics::{By, Release};
use redress_workbench::ports::CaseRow;
use redress_workbench::{CaseFilePlan, Desk, Progress, ReleaseTerms, Store, Typesetter, Wanted};
use std::fs::File;

/// Who is asking.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Visitor {
    /// Whoever started the program on this computer.
    Owner,
    /// Somebody who signed in, by the name of their account.
    Person(String),
}

/// Where the cases are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    /// In a folder on this computer; whoever has the link is the owner.
    Folder,
    /// In an office, where people sign in.
    Office,
}

/// Whether a case is opened to be read or to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Touch {
    /// Nothing is changed.
    Read,
    /// An entry may be made.
    Write,
}

/// What is kept beside the cases and is part of none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Local {
    /// Lines that somebody can turn to, as TOML that people may edit; the same for everybody.
    CrisisLines,
    /// Where a visitor stopped and what they answered for papers, as JSON; each visitor's own.
    Resume,
}

/// The cases that somebody may see.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    /// One row a case, the one with the latest entry first.
    pub cases: Vec<CaseRow>,
    /// Cases that could not be read, each with the reason.
    pub unread: Vec<Finding>,
}

/// Figures of many cases that somebody asks for. What is not said is the usual, or as in the release that is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WantedCounts {
    /// First day counted.
    pub from: Option<Date>,
    /// Last day counted.
    pub to: Option<Date>,
    /// The day as of which cases stand; today where nothing is said.
    pub as_of: Option<Date>,
    /// By what the columns are divided.
    pub by: Option<By>,
    /// Counts from 1 to one less than this are withheld.
    pub threshold: Option<u64>,
    /// What the register covers.
    pub register: Option<String>,
    /// The region that it covers.
    pub region: Option<String>,
    /// Whether a release is to be made where there is none; it is kept then, and no other for these days can be made.
    pub make: bool,
}

/// Figures of many cases.
#[derive(Clone, Debug, Default)]
pub struct Counts {
    /// The figures that were asked for; absent where only the list was.
    pub release: Option<Release>,
    /// Releases that are kept: when each was made, and with what. A folder keeps none.
    pub kept: Vec<(Instant, ReleaseTerms)>,
}

/// What is done at the desk of an open case.
pub type Work<'w> = dyn FnMut(&mut Desk<'_>) -> Result<(), Refusal> + 'w;

/// Keeps the cases that the pages show.
///
/// A library *must*:
/// - ask, before a case is opened, whether this visitor may do what `wanted` names, and answer for a case that they are
///   not on exactly as for one that there is not;
/// - write every entry as the visitor's.
pub trait Library: Send + Sync {
    /// Where the cases are kept.
    fn holder(&self) -> Holder;

    /// The cases of this visitor.
    ///
    /// # Errors
    /// `Storage` where the list cannot be read.
    fn shelf(&self, visitor: &Visitor) -> Result<Shelf, Refusal>;

    /// Opens the case of that id, and runs `work` at its desk.
    ///
    /// # Errors
    /// Whatever opening and `work` refuse; `Busy` where another program writes to the case.
    fn at(
        &self,
        visitor: &Visitor,
        case: &str,
        wanted: &Wanted,
        touch: Touch,
        progress: &mut dyn Progress,
        work: &mut Work<'_>,
    ) -> Result<(), Refusal>;

    /// The body or side for which this visitor records on that case. `None` for the owner of a folder, who keeps the file
    /// for whomever it concerns, and for whoever records for nobody.
    ///
    /// # Errors
    /// `Storage` where it cannot be told.
    fn side(&self, visitor: &Visitor, case: &str) -> Result<Option<Body>, Refusal>;

    /// Writes a case as one file into an open, empty file.
    ///
    /// # Errors
    /// `Storage` where the disk would not do it, or an object is missing.
    fn case_file(&self, plan: &CaseFilePlan, store: &dyn Store, file: File) -> Result<(), Refusal>;

    /// The figures of the cases: in a folder counted now, in an office those of a release.
    ///
    /// # Errors
    /// `Usage` where this visitor sees no statistics, or no such release may be made; whatever reading a case refuses.
    fn counts(&self, visitor: &Visitor, wanted: &WantedCounts) -> Result<Counts, Refusal>;

    /// Begins a case under that cover name; gives its id.
    ///
    /// # Errors
    /// `Usage` for a cover name that does not fit; `Storage` where it cannot be written.
    fn begin(&self, visitor: &Visitor, cover: &str) -> Result<String, Refusal>;

    /// Lays the fictional example among the cases; gives its id.
    ///
    /// # Errors
    /// `Storage` where it cannot be written.
    fn example(&self, visitor: &Visitor) -> Result<String, Refusal>;

    /// What is kept beside the cases; nothing where nothing was kept.
    ///
    /// # Errors
    /// `Storage` where it cannot be read.
    fn local(&self, visitor: &Visitor, what: Local) -> Result<Option<String>, Refusal>;

    /// Keeps it. A library that has no place for a visitor's own keeps it as long as the program runs, which is done
    /// without it.
    ///
    /// # Errors
    /// `Usage` where it is not kept through pages; `Storage` where it cannot be written.
    fn keep_local(&self, visitor: &Visitor, what: Local, text: &str) -> Result<(), Refusal>;

    /// Signs somebody in.
    ///
    /// # Errors
    /// `Usage` where name or password is wrong, or where nobody signs in; `Busy` after too many failures.
    fn sign_in(&self, name: &str, password: &str) -> Result<Visitor, Refusal>;

    /// What sets papers.
    ///
    /// # Errors
    /// `Storage` where the faces cannot be used.
    fn typesetter(&self) -> Result<Box<dyn Typesetter>, Refusal>;

    /// Fresh random bytes.
    ///
    /// # Errors
    /// `Storage` where the system gives none.
    fn random(&self) -> Result<[u8; 32], Refusal>;

    /// Now, and by whose clock.
    fn now(&self) -> Stamp;
}
