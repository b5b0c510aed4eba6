//! Verifying a bundle: what is given is read once, and nothing of it is kept.

use super::posts::moment;
use crate::call::Call;
use crate::library::Touch;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::{card, picked, token};
use maud::{Markup, html};
use redress_base::{Stamp, TimeSource};
use redress_evidence::verify::{Claim, Existed, Line, Report, Stamped};
use redress_rights::{Object, UseCase};
use redress_workbench::log_key;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

/// What the page asks for, as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Asks) };

/// The report on a bundle that was sent, as data.
pub(crate) const TOLD: Data = Data { make: crate::act::verify::report_data, schema: || schema_for!(Told) };

/// What it takes to verify a bundle here.
#[derive(Serialize, JsonSchema)]
struct Asks {
    /// The verifier's half of the key of the case's log; absent where no case was named.
    key: Option<String>,
    /// What is said of a bundle, one line each.
    claims: [Claim; 7],
    /// The most bytes of the files of one request.
    most_bytes: u64,
}

/// What came out.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Told {
    /// The report, as the command line gives it.
    pub(crate) report: Report,
    /// Files beside the bundle's folder, which are no part of it and were not looked at.
    pub(crate) beside: usize,
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let key = if call.case().is_empty() { None } else { Some(key(call)?) };
    let claims = [
        Claim::Integrity,
        Claim::Inclusion,
        Claim::AppendOnly,
        Claim::ExistedBy,
        Claim::Signer,
        Claim::Corroboration,
        Claim::Origin,
    ];
    super::value(&Asks { key, claims, most_bytes: call.app.limits.upload })
}

/// Asks for a bundle. From a case, with the key of its log beside it.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let key = if call.case().is_empty() { None } else { Some(key(call)?) };
    let action = if call.case().is_empty() { "/verify".to_owned() } else { call.at("verify") };
    let body = card(
        "verify",
        &call.text("web-verify"),
        &html! {
            form #drop.drop method="post" action=(action) enctype="multipart/form-data" {
                (token(call))
                p { (call.text("web-verify-how")) }
                (crate::page::bundle::closed_how(call))
                div.row {
                    label.btn { (call.text("web-verify-zip")) input.vh type="file" name="file" accept=".zip"; }
                    label.btn.folder { (call.text("web-verify-folder")) input.vh type="file" name="file" webkitdirectory multiple; }
                }
                (picked(call))
                div.fields { label { (call.text("web-field-key")) input name="key" maxlength="4000" autocomplete="off" value=[key]; } }
                p.muted { (call.text("web-verify-key")) }
                details {
                    summary { (call.text("web-verify-more")) }
                    p.small.muted { (call.text("web-verify-more-what")) }
                    div.fields { @for field in ["tsa-root", "tsa-issuer", "earlier-checkpoint"] { label { (call.text(&format!("web-field-{field}"))) input type="file" name=(field) multiple; } } }
                }
                button.btn.main { (call.text("web-verify-now")) }
                div #progress hidden { progress max="100" value="0" aria-label=(call.text("web-add-progress")) {} p.small data-done=(call.text("web-verify-running")) data-lost=(call.text("web-verify-lost")) {} }
            }
        },
    );
    let again = if call.case().is_empty() { "/recompute".to_owned() } else { call.at("recompute") };
    let body = html! { (body) p { (call.text("web-verify-further")) " " a href=(again) { (call.text("web-nav-recompute")) } } };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-verify"), Some(call.text("web-verify-lead")), body)))
}

/// The verifier's half of the key of a case, which is there to be given away.
pub(crate) fn key(call: &Call<'_>) -> Result<String, Wrong> {
    let loaded = call.loaded()?;
    call.desk((UseCase::ViewMasked, Object::Result), Touch::Read, |desk| {
        log_key(&loaded.state.case_id, desk.store.signing_seed()?)
    })
}

/// The report, line by line: the same as on the command line.
pub(crate) fn told(call: &Call<'_>, report: &Report, beside: usize, another: &str) -> Markup {
    let verdict = if report.held() { "web-verify-held" } else { "web-verify-failed" };
    html! {
        section.card.refused[!report.held()] role=[(!report.held()).then_some("alert")] aria-labelledby="h-report" {
            h2 #h-report { (call.text("web-verify-report")) }
            p { b { (call.text(verdict)) } }
            table.tbl.narrow {
                thead { tr { th scope="col" { (call.text("web-verify-claim")) } th scope="col" { (call.text("web-verify-outcome")) } } }
                tbody { @for line in &report.lines { (row(call, line)) } }
            }
            @if let Some(case) = &report.case { p.muted { (call.text("web-verify-case")) " " span.mono { (redress_words::safe_text(case)) } } }
            @if let Some(key) = &report.key { p.muted { (call.text("web-verify-by-key")) " " span.mono { (redress_words::safe_text(key)) } } }
            p.muted { (call.say("web-verify-read", &[("items", report.exhibits.into()), ("bytes", report.bytes.into())])) }
            @if beside > 0 { p.note { (call.say("web-verify-beside", &[("count", beside.into())])) } }
        }
        @if report.existed.iter().any(stamped) { (existed(call, report)) }
        (card("findings", &call.text("web-verify-findings"), &html! {
            ul.lines { @for finding in &report.findings { @let said = call.told(finding); li { div {
                p { (said.sentence) }
                @if let Some(place) = said.place { p.small.muted { (place) } }
                @if let Some(advice) = said.advice { p.small { (advice) } }
            } } } }
            p.muted { (call.text("web-verify-not-kept")) }
        }))
        div.row { a.btn href=(call.path) { (call.text(another)) } }
    }
}

/// Whether an authority says so; what a cosigner says stands among the findings, with the name.
fn stamped(one: &Existed) -> bool {
    one.cosigner.is_none()
}

/// What existed no later than when, by timestamps that lead to a root which the reader brought along.
fn existed(call: &Call<'_>, report: &Report) -> Markup {
    let mut all: Vec<&Existed> = report.existed.iter().filter(|one| stamped(one)).collect();
    all.sort_by_key(|one| (one.by, one.what));
    let what = |one: &Existed| match one.what {
        Stamped::Checkpoint { size } => call.say("web-verify-existed-checkpoint", &[("size", size.into())]),
        Stamped::Item { item } => call.say("web-verify-existed-item", &[("item", item.to_string().into())]),
        Stamped::Everything => call.text("web-verify-existed-everything"),
    };
    let time = |at| moment(call, Stamp { at, source: TimeSource::Authority });
    card(
        "existed",
        &call.text("web-verify-existed"),
        &html! {
            p.muted { (call.text("web-verify-existed-what")) }
            ul.lines { @for one in all { li { div {
                h3 { (call.say("web-verify-existed-by", &[("what", what(one).into()), ("time", time(one.by).into())])) }
                @if let Some(root) = &one.root { p.small.muted { (call.say("web-verify-existed-root", &[("root", redress_words::safe_text(root).into())])) } }
            } } } }
        },
    )
}

fn row(call: &Call<'_>, line: &Line) -> Markup {
    let (claim, (mark, outcome, counts)) = (line.claim.code(), line.told());
    html! { tr id=(claim.trim_start_matches("evidence-")) {
        th scope="row" { (call.text(claim)) }
        td { span aria-hidden="true" { (mark) " " } (call.say(outcome, &counts)) }
    } }
}
