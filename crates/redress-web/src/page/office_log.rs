//! The log of the office: who did or tried what, when. An auditor sees cases by their marks alone, the keeper only what is
//! about no case (PIPL art 51 and 54, 2021-11-01).

use crate::call::Call;
use crate::library::Holder;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::card;
use maud::{Markup, html};
use redress_words::safe_text;
use redress_workbench::ReleaseTerms;
use redress_workbench::ports::ShownLine;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

/// The log as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(OfficeLog) };

/// Lines that are shown where nobody says how many, and the most.
const LINES: u32 = 100;
const MOST: u32 = 5_000;

/// Lines of the office's log.
#[derive(Serialize, JsonSchema)]
struct OfficeLog {
    /// Newest first.
    lines: Vec<ShownLine>,
}

fn lines(call: &Call<'_>) -> Result<(Vec<ShownLine>, u32), Wrong> {
    let most = match call.asked("most") {
        None => LINES,
        Some(typed) => {
            let read = typed.parse().ok().filter(|most| (1..=MOST).contains(most));
            read.ok_or_else(|| crate::act::unfit(call, "most", typed))?
        }
    };
    // In a folder on one computer nobody signs in, and nothing is logged.
    if call.app.library.holder() == Holder::Folder {
        return Ok((Vec::new(), most));
    }
    Ok((call.app.front(&call.session.visitor, |front, person| front.read_log(person, most))?, most))
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    super::value(&OfficeLog { lines: lines(call)?.0 })
}

/// Shows it.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let (lines, most) = lines(call)?;
    let body = card(
        "log",
        &call.text("web-office-log"),
        &html! {
            @if call.app.library.holder() == Holder::Folder { p { (call.text("web-office-folder")) } }
            form.filters method="get" action="/office/log" {
                label { (call.text("web-field-most")) input name="most" inputmode="numeric" maxlength="4" value=(most); }
                button.btn { (call.text("web-office-log-show")) }
            }
            div.scroll tabindex="0" { table.tbl {
                thead { tr { @for head in ["at", "by", "act", "object", "outcome", "mark", "about"] { th scope="col" { (call.text(&format!("web-log-{head}"))) } } } }
                tbody { @for line in &lines { (row(call, line)) } }
            } }
        },
    );
    Ok(Reply::Page(Leaf::new(call.text("web-office-log"), Some(call.text("web-office-log-lead")), body)))
}

fn row(call: &Call<'_>, line: &ShownLine) -> Markup {
    let said = |code: String, otherwise: &str| {
        if call.words.has(&code) { call.text(&code) } else { safe_text(otherwise) }
    };
    let act = if line.act == "sign-in" {
        call.text("web-log-sign-in")
    } else {
        said(format!("rights-act-{}", line.act), &line.act)
    };
    let text = |text: &Option<String>| text.as_deref().map_or_else(|| "–".to_owned(), safe_text);
    html! { tr {
        td { (call.words.instant(line.at)) }
        th scope="row" { (text(&line.by)) }
        td { (act) @if let Some(terms) = &line.release { div.small.muted { (release(call, terms)) } } }
        td { (said(format!("rights-object-{}", line.object), &line.object)) }
        td { (said(format!("web-log-{}", line.outcome), &line.outcome)) }
        td.mono { (text(&line.mark)) }
        td { (text(&line.about)) }
    } }
}

/// With what figures were made: the days, the threshold, what they cover.
fn release(call: &Call<'_>, terms: &ReleaseTerms) -> String {
    let [from, to, as_of] = [terms.from, terms.to, terms.as_of].map(|day| call.words.date(day));
    let args = [
        ("from", from.into()),
        ("to", to.into()),
        ("as_of", as_of.into()),
        ("threshold", terms.threshold.into()),
        ("scope", safe_text(&terms.scope.register).into()),
    ];
    call.say("web-log-release", &args)
}
