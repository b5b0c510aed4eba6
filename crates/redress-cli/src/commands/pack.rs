//! `redress pack`: writes a bundle.

use super::{Session, path, text, today};
use crate::clock::SystemClock;
use crate::documents::{Named, Packed};
use crate::place::Opened;
use crate::progress::Bars;
use clap::ArgMatches;
use redress_base::{Date, Fault, Finding, Refusal};
use redress_case::ClosedTo;
use redress_envelope::Recipient;
use redress_facts::Vocabulary;
use redress_law::Book;
use redress_store::{Access, write_bundle};
use redress_workbench::{Clock, Packing, Progress as _, Store, WEB_PATH};
use std::path::Path;

/// Packs a case.
pub(crate) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    let bundle = path(matches, "bundle")?;
    crate::disk::outside_cases(&bundle)?;
    if bundle.symlink_metadata().is_ok() {
        let found = Finding::error("cli-path-exists").with("path", bundle.display().to_string());
        return Err(found.refuse(Fault::Usage));
    }
    let Opened { mut store, acting, .. } = session.open(&path(matches, "case")?, Access::Write)?;
    // In an office the entry is of who signed in.
    let by = acting.as_deref().or(text(matches, "by"));
    let to = super::envelope::recipients(matches)?;
    let day = today(matches)?;
    let packing = if to.is_empty() {
        write(session, store.as_mut(), &SystemClock, &bundle, by, day)?
    } else {
        close(session, store.as_mut(), &bundle, by, day, &to)?
    };
    let shown = bundle.display().to_string();
    session.out.chat("cli-done-wrote", &[("path", shown.as_str().into())]);
    let items = packing.assessed.result.kept.totals.items;
    session.out.chat("cli-packed-holds", &[("items", items.into())]);
    super::envelope::told(session, &to);
    let (web, left_out) = packing.web;
    if web > 0 {
        let counts = [("items", web.into()), ("left", left_out.into()), ("path", WEB_PATH.into())];
        session.out.chat("cli-packed-web", &counts);
    }
    session.out.say("cli-packed-key", &[("key", packing.key.as_str().into())]);
    let next = if to.is_empty() { "cli-packed-next" } else { "cli-packed-closed-next" };
    session.out.chat(next, &[("path", shown.as_str().into())]);
    session.out.document(&Packed {
        schema: "redress/packed/1",
        bundle: shown,
        key: packing.key.clone(),
        items,
        to: Named::of(&to),
    });
    Ok(())
}

/// Plans the bundle, records that it leaves, and writes it whole.
pub(crate) fn write(
    session: &Session<'_>,
    store: &mut dyn Store,
    clock: &dyn Clock,
    bundle: &Path,
    by: Option<&str>,
    day: Option<Date>,
) -> Result<Packing, Refusal> {
    let words = Vocabulary::standard();
    let packing = session.with(store, clock, |desk| {
        let packing = desk.pack(Book::standard(), &words, by, day)?;
        // The entry first: a program that ends between the two leaves no bundle outside of which the ledger knows nothing.
        desk.packed(by, &packing, Vec::new()).map(|()| packing)
    })?;
    let mut bars = Bars::new(session.words, session.quiet);
    bars.begin("workbench-stage-writing", Some(packing.assessed.result.kept.totals.bytes));
    let written = write_bundle(&packing.plan, store, bundle, &mut bars);
    bars.end();
    written.map(|()| packing)
}

/// Plans the bundle, records that it leaves and for whom, and writes it as one closed file. The zip within is in a nameless file only.
fn close(
    session: &Session<'_>,
    store: &mut dyn Store,
    bundle: &Path,
    by: Option<&str>,
    day: Option<Date>,
    to: &[Recipient],
) -> Result<Packing, Refusal> {
    crate::disk::free_in_folder(bundle, false)?;
    let words = Vocabulary::standard();
    let packing = session.with(store, &SystemClock, |desk| {
        let packing = desk.pack(Book::standard(), &words, by, day)?;
        let to = to.iter().map(|one| ClosedTo { name: one.name().to_owned(), key: one.key() }).collect();
        desk.packed(by, &packing, to).map(|()| packing)
    })?;
    let mut bars = Bars::new(session.words, session.quiet);
    bars.begin("workbench-stage-writing", Some(packing.assessed.result.kept.totals.bytes));
    let folder = format!("{}-bundle", packing.assessed.result.case_id);
    let open = |digest: &redress_base::Sha256| store.open(digest).map(|lent| lent as Box<dyn std::io::Read>);
    let zip = redress_envelope::bundle(&packing.plan, &folder, &open, &mut |bytes| {
        bars.advance(bytes);
        !bars.stopped()
    });
    bars.end();
    super::envelope::closed(session, &mut zip?, to, bundle)?;
    Ok(packing)
}
