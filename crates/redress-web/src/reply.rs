//! What a page answers, and what it answers where it cannot.

use crate::upload::Unsent;
use maud::Markup;
use redress_base::{Fault, Finding, Refusal};

/// An answer.
pub(crate) enum Reply {
    /// A page in the frame: its title and its main part.
    Page(Leaf),
    /// A page that shows a sealed item, with a policy of its own.
    Sealed(Leaf, String),
    /// Something was done; look there.
    See(String),
    /// Something was entered under this number; look there.
    Entered(String, u64),
    /// A piece of a page, for the script that asked for it.
    Piece(Markup),
    /// Data.
    Json(serde_json::Value),
    /// A style sheet.
    Style(String),
    /// A file to keep.
    File(Download),
    /// A long file to keep, sent while it is read.
    Long(Parcel),
}

/// A long file to keep.
pub(crate) struct Parcel {
    /// A neutral name.
    pub(crate) name: String,
    /// Its type.
    pub(crate) kind: &'static str,
    /// The file, at its beginning.
    pub(crate) file: std::fs::File,
    /// Its length in bytes.
    pub(crate) bytes: u64,
}

/// A page in the frame.
pub(crate) struct Leaf {
    /// The heading. The window is named after the page alone: a heading may name a paper or an article.
    pub(crate) title: String,
    /// What stands below it.
    pub(crate) lead: Option<String>,
    /// The main part.
    pub(crate) body: Markup,
    /// Asks again after so many seconds, where something is still being worked out.
    pub(crate) again: Option<u32>,
}

impl Leaf {
    /// A page.
    pub(crate) fn new(title: String, lead: Option<String>, body: Markup) -> Leaf {
        Leaf { title, lead, body, again: None }
    }
}

/// A file to keep.
pub(crate) struct Download {
    /// A neutral name.
    pub(crate) name: String,
    /// Its type.
    pub(crate) kind: &'static str,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
}

/// Why there is no answer.
#[derive(Debug)]
pub(crate) enum Wrong {
    /// There is no such page, or none for this visitor: the same words and the same time.
    NotFound,
    /// It was refused, and nothing was changed.
    Refused(Refusal),
    /// The form did not come from a page of this session.
    NotOurs,
}

impl From<Refusal> for Wrong {
    fn from(refusal: Refusal) -> Wrong {
        // A case that somebody is not on, one that there is not, and an address that leads nowhere are one answer.
        if refusal.finding.code == redress_rights::NO_SUCH_CASE {
            return Wrong::NotFound;
        }
        Wrong::Refused(refusal)
    }
}

impl From<Unsent> for Wrong {
    fn from(unsent: Unsent) -> Wrong {
        match unsent {
            Unsent::NotOurs => Wrong::NotOurs,
            Unsent::Refused(refusal) => refusal.into(),
        }
    }
}

impl Wrong {
    /// The status by which programs know it (RFC 9110).
    pub(crate) const fn status(&self) -> u16 {
        match self {
            Wrong::NotFound => 404,
            Wrong::NotOurs => 403,
            Wrong::Refused(refusal) => match refusal.fault {
                Fault::Usage | Fault::Input | Fault::Newer => 422,
                Fault::Busy => 409,
                Fault::Verification | Fault::Storage => 500,
                Fault::Interrupted => 503,
            },
        }
    }

    /// The finding, to be said in the reader's language.
    pub(crate) fn finding(&self) -> Finding {
        match self {
            Wrong::NotFound => Finding::error("web-not-found"),
            Wrong::NotOurs => Finding::error("web-not-ours"),
            Wrong::Refused(refusal) => (*refusal.finding).clone(),
        }
    }
}
