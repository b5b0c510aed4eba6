//! The port behind which cases stand: a folder of cases on this computer, or an office.

use redress_base::{Finding, Refusal, Stamp};
use redress_workbench::ports::CaseRow;
use redress_workbench::{Desk, Progress, Typesetter, Wanted};

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
