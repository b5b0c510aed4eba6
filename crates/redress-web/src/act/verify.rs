//! Verifies a bundle that was brought. It is read where it lies, and goes with the request.

use super::seals::{certificates, note};
use super::unfit;
use crate::call::Call;
use crate::given::{self, Bundle};
use crate::page::verify::{Told, told};
use crate::reply::{Leaf, Reply, Wrong};
use crate::upload::Upload;
use redress_base::{Fault, Finding, Level, Refusal};
use redress_evidence::note::VerifierKey;
use redress_evidence::verify::{Folder as _, Report, Trust, is_bundle, verify_bag, verify_with};
use redress_timestamp::Certificate;

/// Reports on it, line by line.
pub(crate) fn bundle(call: &Call<'_>) -> Result<Reply, Wrong> {
    let (report, beside) = report(call)?;
    Ok(Reply::Page(Leaf::new(
        call.text("web-nav-verify"),
        None,
        told(call, &report, beside, "web-verify-another"),
    )))
}

/// The same as data.
pub(crate) fn report_data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let (report, beside) = report(call)?;
    crate::page::value(&Told { report, beside })
}

/// Files that are no part of the bundle: what the reader brings along to verify it by.
const BESIDE: [&str; 3] = ["tsa-root", "tsa-issuer", "earlier-checkpoint"];

/// What was brought: a bundle, and by what whoever brings it believes it.
pub(super) struct Brought {
    pub(super) bundle: Bundle,
    keys: Vec<VerifierKey>,
    earlier: Vec<String>,
    roots: Vec<Certificate>,
    issuers: Vec<Certificate>,
}

impl Brought {
    /// Reads it.
    ///
    /// # Errors
    /// `Usage` where a key is none, or nothing or something else was brought; `Input` where a file cannot be read.
    pub(super) fn of(call: &Call<'_>) -> Result<Brought, Refusal> {
        let keys = keys(call)?;
        let (roots, issuers) = (certificates(call, "tsa-root")?, certificates(call, "tsa-issuer")?);
        let (files, beside): (Vec<&Upload>, Vec<&Upload>) =
            call.files.iter().partition(|file| !BESIDE.contains(&file.field.as_str()));
        let earlier = beside.into_iter().filter(|file| file.field == "earlier-checkpoint").map(note);
        let earlier: Vec<String> = earlier.collect::<Result<_, _>>()?;
        let bundle = given::bundle(&files, &call.app.limits)?;
        Ok(Brought { bundle, keys, earlier, roots, issuers })
    }

    pub(super) fn trust(&self) -> Trust<'_> {
        let (keys, earlier) = (&self.keys, &self.earlier);
        Trust { keys, earlier, roots: &self.roots, issuers: &self.issuers, headers: &[] }
    }
}

/// A bundle by its own rules, and somebody's bag by those of BagIt.
fn checked(bundle: &Bundle, trust: Trust<'_>) -> Result<Report, Refusal> {
    if is_bundle(&bundle.list()?) {
        return Ok(verify_with(bundle, trust, &mut |_| {}));
    }
    // Whoever gives a key asks who signed, and nobody signed this; the same of a log and a time, of which it has none.
    if !trust.keys.is_empty() {
        return Err(Finding::error("web-verify-nobody-signed").with("at", "key").refuse(Fault::Usage));
    }
    if !trust.earlier.is_empty() || !trust.roots.is_empty() || !trust.issuers.is_empty() {
        return Err(Finding::error("web-verify-nothing-to-ask").refuse(Fault::Usage));
    }
    Ok(verify_bag(bundle, &mut |_| {}))
}

/// The keys that were typed, a space between.
///
/// # Errors
/// `Usage` where one is none.
fn keys(call: &Call<'_>) -> Result<Vec<VerifierKey>, Refusal> {
    let typed = call.typed("key").unwrap_or_default().split_whitespace();
    typed.map(|key| key.parse().map_err(|_| unfit(call, "key", key))).collect()
}

/// The report, and how many files lay beside the bundle.
fn report(call: &Call<'_>) -> Result<(Report, usize), Wrong> {
    if !call.case().is_empty() {
        // Whoever is not on the case learns nothing by way of this page either.
        let _ = call.loaded()?;
    }
    let brought = Brought::of(call)?;
    let report = checked(&brought.bundle, brought.trust())?;
    // Nothing was checked, and nothing failed: the one thing to say is what it takes to check it.
    if report.fault == Some(Fault::Newer)
        && let Some(newer) = report.findings.iter().find(|finding| finding.level == Level::Error)
    {
        return Err(newer.clone().refuse(Fault::Newer).into());
    }
    Ok((report, brought.bundle.beside))
}
