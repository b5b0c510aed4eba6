//! The one door for whoever takes files in: a file of a known kind, described and checked.

use crate::description::{Description, Draft};
use crate::findings::{Findings, unreadable};
use crate::{Kind, Source, har, mhtml, saved_page, wacz, warc};
use redress_base::Finding;
use std::io::SeekFrom;

/// Reads the whole file once, piece by piece, and says what it is, what it holds, and whether its own
/// integrity statements hold.
///
/// `kind` comes from [`Kind::of`]; `name` is the file's name, shown in findings (clean it before) and, for
/// pages that carry a SHA-256 in their name, compared. Never fails and never panics: a file that breaks off
/// is described as far as it goes, [`Description::complete`] is `false`, and an error finding names the
/// place. Every finding carries `file`, and where it has a place `byte` (offset from 0) and `record`.
pub fn describe(kind: Kind, name: &str, source: &mut dyn Source) -> (Description, Vec<Finding>) {
    let mut draft = Draft::new(kind);
    let mut findings = Findings::new(name);
    if let Err(error) = source.seek(SeekFrom::Start(0)) {
        findings.push(*unreadable(0, &error));
        return (draft.finish(), findings.finish());
    }
    let complete = match kind {
        Kind::Warc => {
            let mut source = source;
            warc::describe(None, &mut source, &mut draft, &mut findings, &mut |_| {}).complete
        }
        Kind::Wacz => wacz::describe(source, &mut draft, &mut findings),
        Kind::Har => har::describe(source, &mut draft, &mut findings),
        Kind::Mhtml => mhtml::describe(source, &mut draft, &mut findings),
        Kind::SavedPage => saved_page::describe(name, source, &mut draft, &mut findings),
    };
    draft.whole.complete = complete;
    (draft.finish(), findings.finish())
}
