//! The front door: turns files and archives into deposits.
//!
//! - **Takes**: a file's name and all its bytes.
//! - **Gives**: [`Deposit`]s: the file as it is, and for a `.zip` also each of its members, with findings
//!   about members that were not taken.
//! - **Knows**: base.
//! - **Never**: alters a byte; lets a name leave its folder, hide its ending or reach a terminal raw; unpacks
//!   more than a person's machine can hold.
//! - **Source**: APPNOTE.TXT 6.3.10 (zip), ARCHITECTURE.md (hostile content is normal).

mod archive;
mod name;

pub use archive::{MOST_BYTES, MOST_MEMBERS, MOST_RATIO};
pub use name::clean_name;

use redress_base::{Finding, Refusal};

/// One thing to seal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deposit {
    /// The name, cleaned for display: hostile characters escaped, never a path that climbs. Members of
    /// an archive carry their folders inside it: `weibo/search_contents.csv`.
    pub name: String,
    /// The bytes, exactly as they came.
    pub bytes: Vec<u8>,
    /// The place, in the same list, of the archive it was a member of.
    pub parent: Option<usize>,
}

/// Turns one file into deposits: the file itself, first, then the members of a `.zip`.
///
/// What is an archive is told by the bytes, not by the name. Documents that are zip files inside (DOCX,
/// XLSX, ODT, EPUB, WACZ) and archives inside archives stay whole. A member that cannot be taken is a
/// finding with its name; the archive itself is always deposited.
///
/// # Errors
/// None at present; the door is fallible so that formats that must refuse a whole file can.
pub fn deposits(name: &str, bytes: Vec<u8>) -> Result<(Vec<Deposit>, Vec<Finding>), Refusal> {
    let name = clean_name(name);
    let mut findings = Vec::new();
    let members = archive::members(&name, &bytes, &mut findings);
    let mut deposits = vec![Deposit { name, bytes, parent: None }];
    deposits.extend(members);
    Ok((deposits, findings))
}
