//! Verifies a bundle that was brought. It is read where it lies, and goes with the request.

use super::unfit;
use crate::call::Call;
use crate::given;
use crate::page::verify::told;
use crate::reply::{Leaf, Reply, Wrong};
use redress_base::{Fault, Level};
use redress_evidence::note::VerifierKey;
use redress_evidence::verify::verify;

/// Reports on it, line by line.
pub(crate) fn bundle(call: &Call<'_>) -> Result<Reply, Wrong> {
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
    let body = told(call, &report, bundle.beside);
    Ok(Reply::Page(Leaf::new(call.text("web-nav-verify"), None, body)))
}
