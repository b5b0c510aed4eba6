//! `redress envelope`: closes a file to those who are named, opens one, and makes a key for it.

use super::{Session, path};
use crate::documents::{EnvelopeClosed, EnvelopeKey, EnvelopeOpened, Named};
use crate::progress::Bars;
use clap::ArgMatches;
use redress_base::{Fault, Finding, Refusal};
use redress_envelope::{Given, Key, Recipient};
use redress_workbench::Progress as _;
use std::fs::File;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

/// Makes a key, closes, or opens.
pub(crate) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    match matches.subcommand() {
        Some(("key", own)) => key(session, own),
        Some(("close", own)) => close(session, own),
        Some((_, own)) => open(session, own),
        None => Ok(()),
    }
}

fn key(session: &Session<'_>, own: &ArgMatches) -> Result<(), Refusal> {
    let file = path(own, "envelope-key")?;
    let made = Key::make();
    crate::disk::put(&file, made.file().as_bytes(), false)?;
    let (shown, key) = (file.display().to_string(), made.public());
    session.out.chat("cli-done-wrote", &[("path", shown.as_str().into())]);
    session.out.say("cli-envelope-made", &[("key", key.as_str().into())]);
    session.out.document(&EnvelopeKey { schema: "redress/envelope-key/1", file: shown, key });
    Ok(())
}

/// Those who are named on the command line.
pub(crate) fn recipients(own: &ArgMatches) -> Result<Vec<Recipient>, Refusal> {
    own.get_many::<String>("closed-to").into_iter().flatten().map(|text| text.parse()).collect()
}

/// Closes what `source` gives into a file that is not there yet.
pub(crate) fn closed(
    session: &Session<'_>,
    source: &mut File,
    to: &[Recipient],
    out: &Path,
) -> Result<(), Refusal> {
    let bytes = source.metadata().map_or(0, |meta| meta.len());
    let mut bars = Bars::new(session.words, session.quiet);
    bars.begin("cli-stage-closing", Some(bytes));
    let done = crate::disk::fill(out, |file| {
        redress_envelope::close(source, to, file, &mut |bytes| {
            bars.advance(bytes);
            !bars.stopped()
        })
    });
    bars.end();
    done
}

fn close(session: &Session<'_>, own: &ArgMatches) -> Result<(), Refusal> {
    let (from, out) = (path(own, "envelope-file")?, path(own, "out")?);
    let to = recipients(own)?;
    if from.is_dir() {
        let found = Finding::error("cli-envelope-folder").with("path", from.display().to_string());
        return Err(found.refuse(Fault::Input));
    }
    closed(session, &mut source(&from)?, &to, &out)?;
    let shown = out.display().to_string();
    session.out.chat("cli-done-wrote", &[("path", shown.as_str().into())]);
    told(session, &to);
    let named = Named::of(&to);
    session.out.document(&EnvelopeClosed { schema: "redress/envelope-closed/1", file: shown, to: named });
    Ok(())
}

/// Says who can open it.
pub(crate) fn told(session: &Session<'_>, to: &[Recipient]) {
    for one in to {
        session.out.chat("cli-envelope-for", &[("name", one.name().into()), ("key", one.key().into())]);
    }
}

fn open(session: &Session<'_>, own: &ArgMatches) -> Result<(), Refusal> {
    let (from, at, out) = (path(own, "envelope-file")?, path(own, "envelope-key")?, path(own, "out")?);
    let keys = source(&at)?;
    if keys.metadata().is_ok_and(|meta| meta.mode() & 0o077 != 0) {
        session.out.finding(&Finding::warning("cli-envelope-exposed"));
    }
    let keys = Key::read(keys).map_err(|refusal| named(refusal, &at))?;
    let mut closed = source(&from)?;
    let mut bars = Bars::new(session.words, session.quiet);
    bars.begin("cli-stage-opening", closed.metadata().ok().map(|meta| meta.len()));
    let done = crate::disk::fill(&out, |file| {
        redress_envelope::open(&mut closed, &keys, file, &mut |bytes| {
            bars.advance(bytes);
            !bars.stopped()
        })
    });
    bars.end();
    done.map_err(|refusal| named(refusal, &from))?;
    let shown = out.display().to_string();
    session.out.chat("cli-done-wrote", &[("path", shown.as_str().into())]);
    session.out.document(&EnvelopeOpened { schema: "redress/envelope-opened/1", file: shown });
    Ok(())
}

/// A refusal says which file.
fn named(mut refusal: Refusal, path: &Path) -> Refusal {
    *refusal.finding = refusal.finding.with("path", path.display().to_string());
    refusal
}

fn source(path: &Path) -> Result<File, Refusal> {
    File::open(path).map_err(|error| {
        let found = Finding::error("cli-read-failed").with("path", path.display().to_string());
        found.with("problem", error.to_string()).refuse(Fault::Input)
    })
}

/// What a file is by its bytes; what cannot be read is told by whoever opens it next.
fn given(path: &Path) -> Given {
    File::open(path).and_then(|mut file| redress_envelope::given(&mut file)).unwrap_or(Given::Other)
}

/// Refuses a file that is closed to somebody.
pub(crate) fn not_closed(path: &Path) -> Result<(), Refusal> {
    match given(path) {
        Given::Closed => Err(redress_envelope::closed(&path.display().to_string())),
        _ => Ok(()),
    }
}

/// Refuses a zip that breaks off.
pub(crate) fn not_cut(path: &Path) -> Result<(), Refusal> {
    match given(path) {
        Given::Cut { at, .. } => Err(redress_envelope::cut_off(&path.display().to_string(), at)),
        _ => Ok(()),
    }
}
