//! `redress cosign`: a second party, such as a legal-aid office, signs for somebody's log without seeing the case.

use super::{Session, path, text};
use crate::chance::random;
use crate::clock::SystemClock;
use crate::cosigner::{self, Cosigner};
use crate::documents::{Cosigned, CosignerMade};
use clap::ArgMatches;
use redress_base::{Fault, Finding, Refusal};
use redress_evidence::checkpoint::Checkpoint;
use redress_evidence::note::{KeyKind, VerifierKey};
use redress_evidence::verify;
use redress_evidence::witness::{self, Request};
use redress_store::BundleFolder;
use redress_workbench::Clock as _;
use std::path::Path;

/// Makes a key, or cosigns.
pub(crate) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    match matches.subcommand() {
        Some(("key", own)) => key(session, own),
        Some((_, own)) => sign(session, own),
        None => Ok(()),
    }
}

fn key(session: &Session<'_>, own: &ArgMatches) -> Result<(), Refusal> {
    let file = path(own, "key-file")?;
    let key = cosigner::make(&file, text(own, "key-name").unwrap_or_default(), random()?)?.to_string();
    let shown = file.display().to_string();
    session.out.chat("cli-done-wrote", &[("path", shown.as_str().into())]);
    session.out.say("cli-cosigner-made", &[("key", key.as_str().into())]);
    session.out.document(&CosignerMade { schema: "redress/cosigner-made/1", file: shown, key });
    Ok(())
}

fn sign(session: &Session<'_>, own: &ArgMatches) -> Result<(), Refusal> {
    let (from, out) = (path(own, "request")?, path(own, "out")?);
    crate::disk::free_in_folder(&out, false)?;
    let log = log_key(text(own, "log-key").unwrap_or_default())?;
    let mut cosigner = Cosigner::open(&path(own, "key-file")?)?;
    if cosigner.exposed {
        session.out.finding(&Finding::warning("cli-cosigner-exposed"));
    }
    let request = request(session, &from, &log, cosigner.last(&log)?.as_ref())?;
    let time = SystemClock.now().at;
    let note = cosigner.sign(&request, &log, time)?;
    crate::disk::put(&out, note.as_bytes(), false)?;
    let size = witness::checkpoint_of(&note, &log)?.size;
    let (shown, key) = (out.display().to_string(), cosigner.key.cosigner().to_string());
    session.out.chat("cli-done-wrote", &[("path", shown.as_str().into())]);
    let said = [("log", log.name().into()), ("size", size.into()), ("time", time.to_string().into())];
    session.out.say("cli-cosigned", &said);
    session.out.chat("cli-cosigned-next", &[("path", shown.as_str().into()), ("key", key.as_str().into())]);
    let (log, schema) = (log.to_string(), "redress/cosigned/1");
    session.out.document(&Cosigned { schema, file: shown, key, log, size, time: time.0 });
    Ok(())
}

fn log_key(text: &str) -> Result<VerifierKey, Refusal> {
    let key = text.parse::<VerifierKey>().ok().filter(|key| key.kind() == KeyKind::Signer);
    key.ok_or_else(|| Finding::error("cli-key-unreadable").with("value", text).refuse(Fault::Usage))
}

/// What is asked: a request or a checkpoint in a file, or a whole bundle, which has to hold.
fn request(
    session: &Session<'_>,
    from: &Path,
    log: &VerifierKey,
    last: Option<&Checkpoint>,
) -> Result<Request, Refusal> {
    if !from.is_dir() {
        return Request::parse(&cosigner::text(from)?);
    }
    let report = super::verify::check(session, from, std::slice::from_ref(log))?;
    super::verify::show(session, &report);
    super::verify::verdict(&report, from)?;
    verify::request(&BundleFolder::at(from)?, last.map_or(0, |last| last.size))
}
