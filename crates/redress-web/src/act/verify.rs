//! Verifies a bundle that was brought. It is read where it lies, and goes with the request.

use super::unfit;
use crate::call::Call;
use crate::given;
use crate::page::verify::{Told, told};
use crate::reply::{Leaf, Reply, Wrong};
use redress_base::{Fault, Level};
use redress_evidence::note::VerifierKey;
use redress_evidence::verify::{Report, verify};

/// Reports on it, line by line.
pub(crate) fn bundle(call: &Call<'_>) -> Result<Reply, Wrong> {
    let (report, beside) = report(call)?;
    Ok(Reply::Page(Leaf::new(call.text("web-nav-verify"), None, told(call, &report, beside))))
}

/// The same as data.
pub(crate) fn report_data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let (report, beside) = report(call)?;
    crate::page::value(&Told { report, beside })
}

/// The report, and how many files lay beside the bundle.
fn report(call: &Call<'_>) -> Result<(Report, usize), Wrong> {
    if !call.case().is_empty() {
        // Whoever is not on the case learns nothing by way of this page either.
        let _ = call.loaded()?;
    }
    let keys: Vec<VerifierKey> = match call.typed("key") {
        Some(typed) => vec![typed.parse().map_err(|_| unfit(call, "key", typed))?],
        None => Vec::new(),
    };
    let bundle = given::bundle(call.files, &call.app.limits)?;
    let report = verify(&bundle, &keys, &mut |_| {});
    // Nothing was checked, and nothing failed: the one thing to say is what it takes to check it.
    if report.fault == Some(Fault::Newer)
        && let Some(newer) = report.findings.iter().find(|finding| finding.level == Level::Error)
    {
        return Err(newer.clone().refuse(Fault::Newer).into());
    }
    Ok((report, bundle.beside))
}
