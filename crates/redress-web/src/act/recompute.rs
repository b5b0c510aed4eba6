//! Derives every figure of a bundle again that was brought. It is read where it lies, and goes with the request.

use super::verify::Brought;
use crate::call::Call;
use crate::page::recompute::{Told, on_the_case, told};
use crate::reply::{Leaf, Reply, Wrong};
use redress_base::{Fault, Finding, Level, Refusal};
use redress_evidence::verify::verify_with;
use redress_facts::Vocabulary;
use redress_law::Book;
use redress_workbench::{Bounds, Quiet, Tools, recompute};

/// Reports on it, line by line.
pub(crate) fn bundle(call: &Call<'_>) -> Result<Reply, Wrong> {
    let report = report(call)?;
    Ok(Reply::Page(Leaf::new(call.text("web-nav-recompute"), None, told(call, &report))))
}

/// The same as data.
pub(crate) fn report_data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    crate::page::value(&report(call)?)
}

/// Too much to be held in memory here, whatever else is wrong with it.
fn is_long(refusal: &Refusal) -> bool {
    refusal.finding.code == "workbench-bundle-long"
}

/// Whether the bundle holds, and what its sealed bytes give again.
fn report(call: &Call<'_>) -> Result<Told, Wrong> {
    on_the_case(call)?;
    // What one bundle takes of the memory is bounded; how many are looked at together is, too.
    let others = |_| Finding::error("web-recompute-others").refuse(Fault::Busy);
    let _turn = call.app.recounting.try_acquire().map_err(others)?;
    let brought = Brought::of(call)?;
    let bundle = &brought.bundle;
    let report = verify_with(bundle, brought.trust(), &mut |_| {});
    // Of a later version nothing was checked, and nothing can be derived.
    if report.fault == Some(Fault::Newer)
        && let Some(newer) = report.findings.iter().find(|finding| finding.level == Level::Error)
    {
        return Err(newer.clone().refuse(Fault::Newer).into());
    }
    let (library, vocabulary) = (&call.app.library, Vocabulary::standard());
    let (book, software) = (Book::standard(), library.software());
    let bounds = Bounds::SHARED;
    let tools = Tools { tables: library.tables(), book, vocabulary: &vocabulary, software, bounds };
    let recomputed = match recompute(bundle, tools, &mut Quiet) {
        Ok(done) => Some(done),
        // What does not hold and cannot be derived from is told by the report.
        Err(refusal) if !report.held() && refusal.fault != Fault::Newer && !is_long(&refusal) => None,
        Err(refusal) => return Err(super::seals::brought(refusal).into()),
    };
    Ok(Told { report, recomputed, beside: bundle.beside })
}
