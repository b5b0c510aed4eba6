//! `redress stamp`: asks a timestamp authority about the evidence log of a case, or about a bundle, over HTTP or by file.

use super::{Session, path, text, verify};
use crate::chance::random;
use crate::documents_file::StampDone;
use clap::ArgMatches;
use redress_base::{Fault, Finding, Instant, Refusal};
use redress_evidence::bag::{STAMP, STAMPED};
use redress_evidence::verify::{Folder as _, is_bundle};
use redress_store::{Access, BundleFolder};
use redress_timestamp::{Certificate, Digester, Query, Report};
use redress_workbench::{admitted, question};
use std::path::{Path, PathBuf};

/// The longest file of an answer or of certificates, in bytes.
const LONGEST: u64 = 1 << 20;

/// Asks, writes the question, or takes the answer.
pub(crate) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    let place = path(matches, "case-or-bundle")?;
    if place.join("bagit.txt").is_file() {
        bundle(session, matches, &place)
    } else {
        case(session, matches, &place)
    }
}

fn algorithm(matches: &ArgMatches) -> Digester {
    if text(matches, "algorithm") == Some("sm3") { Digester::Sm3 } else { Digester::Sha256 }
}

fn file(matches: &ArgMatches, name: &str) -> Option<PathBuf> {
    matches.get_one::<PathBuf>(name).cloned()
}

/// Reads a short file whole.
fn short(path: &Path) -> Result<Vec<u8>, Refusal> {
    let length = path.metadata().map_or(0, |found| found.len());
    if length > LONGEST {
        let found = Finding::error("cli-file-too-long").with("path", path.display().to_string());
        return Err(found.with("most", LONGEST).refuse(Fault::Input));
    }
    crate::disk::whole(path)
}

/// Certificates out of files, in PEM or DER.
pub(crate) fn certificates(matches: &ArgMatches, name: &str) -> Result<Vec<Certificate>, Refusal> {
    let mut all = Vec::new();
    for path in matches.get_many::<PathBuf>(name).into_iter().flatten() {
        let read = Certificate::read_all(&short(path)?).map_err(|refusal| {
            let found =
                Finding::error("cli-certificates-unreadable").with("path", path.display().to_string());
            found.with("reason", refusal.finding.code).refuse(Fault::Input)
        })?;
        all.extend(read);
    }
    Ok(all)
}

/// Asks the authority at the address that the person typed; nothing but the question is sent. The workbench in a browser
/// asks in the same way.
///
/// # Errors
/// Whatever stands between here and an answer.
pub(crate) fn ask(address: &str, query: &Query) -> Result<Vec<u8>, Refusal> {
    redress_authority::ask(address, &query.to_der())
}

/// Whether that is an address at which an authority can be asked. Nothing is sent.
///
/// # Errors
/// `authority-address` where it is none.
pub(crate) fn reaches(address: &str) -> Result<(), Refusal> {
    redress_authority::is_address(address).map(drop)
}

fn case(session: &Session<'_>, matches: &ArgMatches, place: &Path) -> Result<(), Refusal> {
    let (by, roots) = (text(matches, "by"), certificates(matches, "tsa-root")?);
    if let Some(out) = file(matches, "question") {
        crate::disk::free(&out, false)?;
        let asked =
            session.at_desk(place, Access::Write, |desk| desk.ask_for_stamp(by, algorithm(matches), None))?;
        return written(session, &out, &asked.query);
    }
    if let Some(answer) = file(matches, "answer") {
        let (bytes, authority) = (short(&answer)?, text(matches, "authority").unwrap_or("file"));
        let kept = session
            .at_desk(place, Access::Write, |desk| desk.keep_stamp(by, &bytes, None, authority, &roots))?;
        return stamped(session, &kept.item.to_string(), &kept.report);
    }
    let address = text(matches, "tsa").unwrap_or_default();
    // A mistyped address would leave a signed checkpoint behind, and no answer.
    reaches(address)?;
    let nonce: [u8; 16] = random()?;
    let asked = session
        .at_desk(place, Access::Write, |desk| desk.ask_for_stamp(by, algorithm(matches), Some(&nonce)))?;
    // The case is not held while the network is waited for: what was signed stays signed, whatever comes back.
    let bytes = ask(address, &asked.query)?;
    let kept = session.at_desk(place, Access::Write, |desk| {
        desk.keep_stamp(by, &bytes, Some(&asked.query), address, &roots)
    })?;
    stamped(session, &kept.item.to_string(), &kept.report)
}

/// A bundle: the token stands beside the seal, which no manifest lists either.
fn bundle(session: &Session<'_>, matches: &ArgMatches, place: &Path) -> Result<(), Refusal> {
    sound(session, place)?;
    let (sealed, stamp) = (short(&place.join(STAMPED))?, place.join(STAMP));
    let roots = certificates(matches, "tsa-root")?;
    if let Some(out) = file(matches, "question") {
        crate::disk::free(&out, false)?;
        return written(session, &out, &question(&sealed, algorithm(matches), None)?);
    }
    crate::disk::free(&stamp, false)?;
    let (bytes, query) = match file(matches, "answer") {
        Some(answer) => (short(&answer)?, None),
        None => {
            let nonce: [u8; 16] = random()?;
            let query = question(&sealed, algorithm(matches), Some(&nonce))?;
            (ask(text(matches, "tsa").unwrap_or_default(), &query)?, Some(query))
        }
    };
    let (_, report) = admitted(&bytes, &sealed, query.as_ref(), &roots)?;
    crate::disk::put(&stamp, &bytes, false)?;
    stamped(session, STAMP, &report)
}

/// Refuses what is no bundle, or does not hold: a token over a broken bundle would show since when it is broken, and be
/// taken for more.
fn sound(session: &Session<'_>, place: &Path) -> Result<(), Refusal> {
    if !is_bundle(&BundleFolder::at(place)?.list()?) {
        // A bag that nobody signed is one too that has the file which a token would be over.
        let found = Finding::error("cli-not-a-bundle").with("path", place.display().to_string());
        return Err(found.refuse(Fault::Input));
    }
    let report = verify::check(session, place, &[])?;
    if !report.held() {
        verify::show(session, &report);
    }
    verify::verdict(&report, place)
}

fn written(session: &Session<'_>, out: &Path, query: &Query) -> Result<(), Refusal> {
    crate::disk::put(out, &query.to_der(), false)?;
    let shown = out.display().to_string();
    session.out.say("cli-stamp-question", &[("path", shown.as_str().into())]);
    session.out.document(&StampDone { schema: "redress/stamped/1", kept: shown, report: None });
    Ok(())
}

fn stamped(session: &Session<'_>, kept: &str, report: &Report) -> Result<(), Refusal> {
    let latest = report.statement.as_ref().map(|statement| statement.latest.rounded_up());
    let time = latest.map(Instant::beijing_text).unwrap_or_default();
    session.out.say("cli-stamped", &[("kept", kept.into()), ("time", time.into())]);
    match &report.root {
        Some(root) => session.out.say("cli-stamped-root", &[("root", root.subject.as_str().into())]),
        None => session.out.say("cli-stamped-no-root", &[]),
    }
    session.out.document(&StampDone {
        schema: "redress/stamped/1",
        kept: kept.to_owned(),
        report: Some(report.clone()),
    });
    Ok(())
}
