//! Handing the case over to another body: what that means, the form, and afterwards the transfer sheet with the file.

use super::fields::{BODIES, body, day, line, organ};
use crate::call::Call;
use crate::library::Touch;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::{card, token};
use maud::{Markup, html};
use redress_case::{HandOver, Recorded, Transfer};
use redress_law::Body;
use redress_rights::{Object, UseCase};
use redress_words::safe_text;
use redress_workbench::{NewTransfer, Quiet, TransferSheet, Wanted, Whose};
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

/// The handing over as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(HandedOver) };

/// Whether the case was handed over, with its sheet.
#[derive(Serialize, JsonSchema)]
struct HandedOver {
    /// Absent while the case goes on here.
    sheet: Option<TransferSheet>,
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let sheet = match call.loaded()?.state.handed_over() {
        Some(last) => Some(sheet(call, last)?),
        None => None,
    };
    super::value(&HandedOver { sheet })
}

/// The sheet of the last handing over. A body sees what it gave and what it was given (docs/rights.md).
fn sheet(call: &Call<'_>, last: &Recorded<HandOver>) -> Result<TransferSheet, Wrong> {
    let (from, to) = (last.of.from.kind, last.of.to.kind);
    let mine = call.side()?.filter(|side| *side == to).unwrap_or(from);
    let wanted = Wanted::of(UseCase::ViewMasked, Object::Transfer).whose(Whose::Bodies(vec![mine]));
    call.wanted(&wanted, Touch::Read, &mut Quiet, |desk| desk.hand_over_again().map(|(sheet, _)| sheet))
}

/// Shows the form, or what was handed over.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let loaded = call.loaded()?;
    let body = match loaded.state.handed_over() {
        Some(last) => html! {
            (card("file", &call.text("web-handed-file"), &html! {
                p { (call.text("web-handed-file-what")) }
                form method="post" action=(call.at("hand-over/file")) { (token(call)) button.btn.main { (call.text("web-handed-file-get")) } }
                p.muted { (call.text("web-handed-stands")) }
            }))
            (shown(call, &sheet(call, last)?))
        },
        None => form(call)?,
    };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-hand-over"), Some(call.text("web-hand-over-lead")), body)))
}

fn form(call: &Call<'_>) -> Result<Markup, Wrong> {
    let own = call.side()?.filter(|side| *side != Body::Person);
    Ok(card(
        "hand-over",
        &call.text("web-hand-over"),
        &html! {
            p { (call.text("web-hand-over-who")) }
            p { (call.text("web-hand-over-not")) " " a href=(call.at("bundle")) { (call.text("web-nav-bundle")) } }
            (warned(call))
            form.fields method="post" action=(call.at("hand-over")) {
                (token(call))
                label { (call.text("web-field-way")) select name="way" required {
                    option value="" { (call.text("web-choose")) }
                    @for one in Transfer::ALL { option value=(one.word()) { (call.text(&format!("case-way-{}", one.word()))) } }
                } }
                (body(call, "from-body", &BODIES, own))
                (body(call, "to-body", &BODIES, None))
                (day(call, "on", true))
                (line(call, "number", false))
                label.check { input type="checkbox" name="without-details" value="1"; (call.text("web-field-without-details")) }
                div.row { button.btn.main { (call.text("web-hand-over-look")) } a.btn.plain href=(call.at("bundle")) { (call.text("web-cancel")) } }
            }
        },
    ))
}

/// What cannot be done here afterwards, with the way to keep what somebody still wants to read.
fn warned(call: &Call<'_>) -> Markup {
    html! { div.note {
        p { (call.text("web-hand-over-warn")) }
        p { (call.text("web-hand-over-warn-words")) " " a href=(call.at("bundle")) { (call.text("web-nav-bundle")) } }
    } }
}

/// So many days back, a day of handing over is looked at twice.
const LONG_AGO: i32 = 7;

/// The second look, before anything is entered: to whom, when, and what goes.
pub(crate) fn look(call: &Call<'_>, new: &NewTransfer) -> Result<Reply, Wrong> {
    let loaded = call.loaded()?;
    let ago = new.on.until(loaded.today).map_or(0, |ago| ago.get_days());
    let begun = loaded.state.opened.at.beijing_date();
    let details = if new.details { "workbench-sheet-with" } else { "workbench-sheet-without" };
    let rows = [
        ("way", call.text(&format!("case-way-{}", new.transfer.word()))),
        ("from", organ(call, &new.from)),
        ("to", organ(call, &new.to)),
        ("on", call.words.date(new.on)),
        ("number", new.number.as_deref().map_or_else(|| call.text("web-not-recorded"), safe_text)),
        ("entries-now", call.words.number(loaded.state.entries)),
        ("items", call.words.number(loaded.result.kept.items.len() as u64)),
        ("details", call.text(details)),
    ];
    let body = card(
        "look",
        &call.text("web-hand-over-look-what"),
        &html! {
            dl.limits { @for (name, value) in rows { dt { (call.text(&format!("workbench-sheet-{name}"))) } dd { (value) } } }
            @if ago > LONG_AGO { p.note { (call.say("web-hand-over-ago", &[("days", i64::from(ago).into())])) } }
            @if begun.is_some_and(|begun| new.on < begun) { p.note { (call.text("web-hand-over-before")) } }
            (warned(call))
            form.fields method="post" action=(call.at("hand-over")) {
                (token(call))
                @for name in ["way", "from-body", "from-body-name", "to-body", "to-body-name", "on", "number", "without-details"] { @if let Some(typed) = call.typed(name) { input type="hidden" name=(name) value=(typed); } }
                label.check { input type="checkbox" name="sure" value="1" required; (call.text("web-field-sure")) }
                div.row { button.btn.main { (call.text("web-hand-over-now")) } a.btn.plain href=(call.at("hand-over")) { (call.text("web-cancel")) } }
            }
        },
    );
    Ok(Reply::Page(Leaf::new(call.text("web-nav-hand-over"), Some(call.text("web-hand-over-lead")), body)))
}

/// The transfer sheet, as it is read and signed (移送清单).
pub(crate) fn shown(call: &Call<'_>, sheet: &TransferSheet) -> Markup {
    let details = if sheet.details { "workbench-sheet-with" } else { "workbench-sheet-without" };
    let rows = [
        ("case", sheet.case_id.clone()),
        ("way", call.text(&format!("case-way-{}", sheet.transfer.word()))),
        ("from", organ(call, &sheet.from)),
        ("to", organ(call, &sheet.to)),
        ("on", call.words.date(sheet.on)),
        ("number", sheet.number.as_deref().map(safe_text).unwrap_or_default()),
        (
            "entries",
            call.say(
                "web-sheet-entries",
                &[("count", sheet.entries.into()), ("entry", sheet.entries.saturating_add(1).into())],
            ),
        ),
        ("details", call.text(details)),
    ];
    card(
        "sheet",
        &call.text("workbench-sheet-title"),
        &html! {
            dl.limits { @for (name, value) in rows.iter().filter(|(_, value)| !value.is_empty()) { dt { (call.text(&format!("workbench-sheet-{name}"))) } dd { (value) } } dt { (call.text("workbench-sheet-head")) } dd.mono { (sheet.head) } }
            h3 { (call.text("workbench-sheet-tracks")) }
            @if sheet.tracks.is_empty() { p { (call.text("web-tracks-none")) } }
            ul.dots { @for (track, state) in sheet.named_tracks(call.chinese()) { li { (safe_text(&track)) " · " (safe_text(&state)) } } }
            h3 { (call.text("workbench-sheet-parties")) }
            ul.dots { @for (party, capacity) in &sheet.parties { li { (safe_text(party)) " · " (call.text(&format!("case-capacity-{capacity}"))) } } }
            h3 { (call.text("workbench-sheet-items")) }
            div.scroll.workings tabindex="0" { table.tbl.cards {
                thead { tr { @for head in ["item", "name", "role", "format", "bytes", "digests"] { th scope="col" { (call.text(&format!("web-sheet-{head}"))) } } } }
                tbody { @for item in &sheet.items { tr {
                    th scope="row" { (safe_text(&item.item)) } td { (safe_text(&item.name)) }
                    td { @if let Some(role) = item.role { (call.text(redress_report::role(role))) } }
                    td data-l=(call.text("web-sheet-format")) { (safe_text(&item.format)) }
                    td.r data-l=(call.text("web-sheet-bytes")) { (call.words.number(item.bytes)) }
                    td.hash { span { "SHA-256 " (safe_text(&item.sha256)) } br; span { "SM3 " (safe_text(&item.sm3)) } }
                } } }
            } }
            p { (call.text("workbench-sheet-signed")) }
        },
    )
}
