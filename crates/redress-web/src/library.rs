//! The port behind which cases stand: a folder of cases on this computer, or an office.

use crate::resume::{Part, Resume};
use redress_base::{Date, Finding, Instant, Refusal, Sha256, Stamp};
use redress_case::Organ;
use redress_evidence::note::VerifierKey;
use redress_evidence::witness::Request;
use redress_law::Body;
use redress_posts::TableOpener;
use redress_statistics::{By, HotEvent, Release, TableBreak};
use redress_timestamp::Query;
use redress_workbench::ports::CaseRow;
use redress_workbench::{
    CaseFilePlan, Desk, Person, Progress, Reception, ReleaseTerms, Store, TakenIn, TransferSheet, Typesetter,
    Wanted,
};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{Read, Seek};

/// Who is asking.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Visitor {
    /// Whoever started the program on this computer.
    Owner,
    /// Somebody who signed in, by the name of their account.
    Person(String),
}

/// Somebody who has just signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// Who it is.
    pub visitor: Visitor,
    /// By what they signed in: another one after every change of their password.
    pub proof: Sha256,
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
    /// Hot events, by which counts are seen week by week; where nothing is said none, or those of the release that is kept.
    pub events: Option<Vec<HotEvent>>,
    /// Days from which a table counts something else.
    pub breaks: Option<Vec<TableBreak>>,
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

/// Bytes that somebody brought, read from any place.
pub trait Bytes: Read + Seek {}

impl<T: Read + Seek> Bytes for T {}

/// A case as one file that somebody brought.
pub struct Arrival {
    /// The name that the file has; findings say it.
    pub name: String,
    /// What it holds.
    pub bytes: Box<dyn Bytes>,
    /// As what it comes.
    pub receiving: Receiving,
}

/// As what a case comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Receiving {
    /// It was handed over to this body, which received it on that day; by whom the entry is made, where not by an account.
    HandedOver(Organ, Date, Option<String>),
    /// It is a copy that was made for keeping, and goes on here; nothing is recorded of it. In a folder alone.
    Copy,
}

/// What became of a case that was brought.
#[derive(Clone, Debug)]
pub struct Arrived {
    /// The id of the case.
    pub case: String,
    /// What was taken in.
    pub taken: TakenIn,
    /// The transfer sheet that came with it, where it was handed over.
    pub sheet: Option<TransferSheet>,
}

/// Asks a timestamp authority, at the address that the person typed and nowhere else. Nothing but the question is sent.
pub trait Authority: Send + Sync {
    /// Whether that is an address at which one can be asked; nothing is sent.
    ///
    /// # Errors
    /// Where it is none.
    fn reaches(&self, address: &str) -> Result<(), Refusal>;

    /// The answer as it came.
    ///
    /// # Errors
    /// Where the address is none, or nobody answers there as an authority does.
    fn ask(&self, address: &str, question: &Query) -> Result<Vec<u8>, Refusal>;
}

/// Signs logs of others with a key of its own, and remembers what it signed (C2SP tlog-witness).
pub trait Cosigner: Send + Sync {
    /// The verifier's half of the key.
    fn key(&self) -> &str;

    /// The checkpoint with the signature under it, where the log of that key only grew since it was signed last.
    ///
    /// # Errors
    /// Where it did not, where the request is none of this log, or where what was signed cannot be kept.
    fn cosign(&self, request: &Request, log: &VerifierKey) -> Result<String, Refusal>;
}

/// What is done at the desk of an open case.
pub type Work<'w> = dyn FnMut(&mut Desk<'_>) -> Result<(), Refusal> + 'w;

/// What is done at the reception of an office: accounts, members, the log.
pub type FrontWork<'w> = dyn FnMut(&mut Reception<'_>, &Person) -> Result<(), Refusal> + 'w;

/// What counting cases anew for the statistics did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recount {
    /// Cases that were counted anew.
    pub counted: u64,
    /// Cases on which somebody was working.
    pub busy: u64,
    /// Cases that could not be counted.
    pub unread: usize,
    /// Those of the visitor's own that could not be counted, each with the reason; none for the keeper.
    pub own: Vec<(String, Finding)>,
}

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

    /// Takes a case in that came as one file: into a case of this visitor that it continues, or as a new one. All of it or none.
    ///
    /// # Errors
    /// `Input` and `Verification` where it is no case file or not a whole one; `Usage` where this visitor may not receive it, or
    /// it was received before; whatever the store refuses.
    fn receive(&self, visitor: &Visitor, arrival: Arrival) -> Result<Arrived, Refusal>;

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

    /// Lines that somebody can turn to, as TOML that people may edit, the same for everybody; nothing where nobody wrote any.
    ///
    /// # Errors
    /// `Input` where they cannot be read.
    fn crisis_lines(&self) -> Result<Option<String>, Refusal>;

    /// Writes them anew.
    ///
    /// # Errors
    /// `Usage` where they are not written through pages; `Storage` where they cannot be written.
    fn keep_crisis_lines(&self, text: &str) -> Result<(), Refusal>;

    /// Where this visitor stopped and what they answered for papers, as it was kept last.
    ///
    /// # Errors
    /// `Input` where it cannot be read; `Storage` where it cannot be reached.
    fn resume(&self, visitor: &Visitor) -> Result<Resume, Refusal>;

    /// Keeps it, this visitor's alone: these parts of it have changed since it was kept last. What is of a case that they
    /// are not on is not kept.
    ///
    /// # Errors
    /// `Usage` where it is too long; `Storage` where it cannot be written.
    fn keep_resume(&self, visitor: &Visitor, resume: &Resume, parts: &BTreeSet<Part>) -> Result<(), Refusal>;

    /// Signs somebody in.
    ///
    /// # Errors
    /// `Usage` where name or password is wrong, or where nobody signs in; `Busy` after too many failures.
    fn sign_in(&self, name: &str, password: &str) -> Result<SignedIn, Refusal>;

    /// Whether somebody who signed in with that proof may still go on: asked with every request.
    ///
    /// # Errors
    /// `Storage` where it cannot be told.
    fn stands(&self, who: &SignedIn) -> Result<bool, Refusal>;

    /// What asks a timestamp authority for the pages. None where several people come in from elsewhere: a server that asks
    /// wherever its members say would reach for them what only it can reach. They carry question and answer as files.
    fn authority(&self) -> Option<&dyn Authority> {
        None
    }

    /// With what whoever keeps these cases signs for others; nothing where the program was given no key for it.
    fn cosigner(&self) -> Option<&dyn Cosigner> {
        None
    }
    /// Does something at the reception of the office, as this visitor. The reception itself asks for every right.
    ///
    /// # Errors
    /// `Usage` where nobody signs in; whatever `work` refuses.
    fn front(&self, visitor: &Visitor, work: &mut FrontWork<'_>) -> Result<(), Refusal>;

    /// Counts anew, for the statistics, the cases that lag: a member's own, the keeper's all.
    ///
    /// # Errors
    /// `Usage` where nobody signs in, or this visitor may not; `Storage` where the office cannot be reached.
    fn recount(&self, visitor: &Visitor) -> Result<Recount, Refusal>;

    /// What this computer does for the pages, wherever the cases are kept.
    fn means(&self) -> &dyn Means;

    /// What sets papers.
    ///
    /// # Errors
    /// `Storage` where the faces cannot be used.
    fn typesetter(&self) -> Result<Box<dyn Typesetter>, Refusal> {
        self.means().typesetter()
    }

    /// Fresh random bytes.
    ///
    /// # Errors
    /// `Storage` where the system gives none.
    fn random(&self) -> Result<[u8; 32], Refusal> {
        self.means().random()
    }

    /// Now, and by whose clock.
    fn now(&self) -> Stamp {
        self.means().now()
    }

    /// What opens the tables of database files among the evidence of a bundle.
    fn tables(&self) -> &dyn TableOpener {
        self.means().tables()
    }

    /// The program and its version.
    fn software(&self) -> &'static str {
        self.means().software()
    }
}

/// What this computer does for the pages, wherever the cases are kept.
pub trait Means: Send + Sync {
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

    /// What opens the tables of database files.
    fn tables(&self) -> &dyn TableOpener;

    /// The program and its version.
    fn software(&self) -> &'static str;
}
