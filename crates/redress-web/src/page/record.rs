//! One kind of record: the form by which it is made, and those that stand. Records of where exhibits come from are made here too.

use super::fields::{BODIES, body, day, exhibits, line, lines, party};
use super::origins::{self, ORIGINS, OfOrigin, Origins};
use super::records::{KINDS, OfKind, Records};
use crate::call::Call;
use crate::loaded::Loaded;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::{card, token};
use maud::{Markup, html};
use redress_case::{Mark, Service, notice_duties};
use redress_law::{Body, Book};
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

/// What was recorded of one kind, as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Recorded<'_>) };

/// Those of one kind, whichever it is.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
enum Recorded<'l> {
    /// What happens beside the steps.
    Beside(OfKind<'l>),
    /// Where exhibits come from.
    Origin(OfOrigin<'l>),
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let kind = call.parts.get("kind").map_or("", String::as_str);
    let loaded = call.loaded()?;
    if let Some(origins) = Origins::of(&loaded.state, None).of_kind(kind) {
        origins::may_see(call)?;
        return super::value(&Recorded::Origin(origins));
    }
    let records = Records::of(&loaded.state, call.side()?);
    super::value(&Recorded::Beside(records.of_kind(kind).ok_or(Wrong::NotFound)?))
}

/// Shows the form of that kind, and what was recorded.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let kind = call.parts.get("kind").map_or("", String::as_str);
    if ORIGINS.contains(&kind) {
        return origin(call, kind);
    }
    if !KINDS.contains(&kind) {
        return Err(Wrong::NotFound);
    }
    let (loaded, side) = (call.loaded()?, call.side()?);
    let side = side.filter(|side| *side != Body::Person);
    let fields = match kind {
        "notice" => notice(call, &loaded),
        "filing" => filing(call, &loaded)?,
        "decision" => {
            html! { @for field in ["question", "answer", "reason"] { (lines(call, field)) } (exhibits(call, &loaded, "items", true)) }
        }
        "mark" => mark(call, side),
        _ => obstacle(call, &loaded),
    };
    let records = Records::of(&loaded.state, call.side()?);
    Ok(page(call, kind, &fields, &records.rows(call, kind), "procedure"))
}

/// The same of where exhibits come from.
fn origin(call: &Call<'_>, kind: &str) -> Result<Reply, Wrong> {
    origins::may_see(call)?;
    let loaded = call.loaded()?;
    let rows = Origins::of(&loaded.state, None).rows(call, kind);
    Ok(page(call, kind, &origins::form(call, &loaded, kind), &rows, "custody"))
}

/// The form, and below it what was recorded.
fn page(call: &Call<'_>, kind: &str, fields: &Markup, rows: &[Markup], above: &str) -> Reply {
    let body = html! {
        (card("record", &call.text("web-record-one"), &html! {
            form.fields method="post" action=(call.path) {
                (token(call))
                (fields)
                div.row { button.btn.main { (call.text("web-record-enter")) } a.btn.plain href=(call.at(above)) { (call.text("web-cancel")) } }
            }
        }))
        (card("recorded", &call.text("web-recorded"), &html! {
            @if rows.is_empty() { p { (call.text("web-recorded-none")) } }
            @for row in rows { (row) }
        }))
    };
    let what = call.text(&format!("web-record-{kind}-what"));
    Reply::Page(Leaf::new(call.text(&format!("web-record-{kind}")), Some(what), body))
}

/// A notice that was served: which duty it meets, by whom it is owed, to whom, how, and its proof.
fn notice(call: &Call<'_>, loaded: &Loaded) -> Markup {
    let asked = call.asked("duty");
    let owes =
        notice_duties(Book::standard()).find(|duty| Some(duty.id.as_str()) == asked).map(|duty| duty.who);
    html! {
        label { (call.text("web-field-duty")) select name="duty" required {
            option value="" { (call.text("web-choose")) }
            @for duty in notice_duties(Book::standard()) { option value=(duty.id) selected[Some(duty.id.as_str()) == asked] { (call.label(&duty.label)) " (" (call.text(&format!("law-body-{}", duty.who.word()))) ")" } }
        } }
        (body(call, "body", &BODIES, owes))
        (party(call, loaded, "to-party"))
        (day(call, "on", true))
        label { (call.text("web-field-service")) select name="service" { @for one in Service::ALL { option value=(one.word()) { (call.text(&format!("case-served-{}", one.word()))) } } } }
        (exhibits(call, loaded, "exhibit", false))
    }
}

/// A paper that was handed in.
fn filing(call: &Call<'_>, loaded: &Loaded) -> Result<Markup, Wrong> {
    let docket = redress_workbench::docket(&loaded.state)?;
    let mut forms = Vec::new();
    for form in redress_forms::forms() {
        forms.push((form.id(), super::papers::pick(call, &form.text()?.title).to_owned()));
    }
    Ok(html! {
        label { (call.text("web-field-paper")) input name="paper" list="forms" maxlength="200" required autocomplete="off"; }
        datalist #forms { @for (id, title) in &forms { option value=(id) { (title) } } }
        (body(call, "body", &BODIES, None))
        (day(call, "on", true))
        label { (call.text("web-field-track")) select name="track" {
            option value="" { (call.text("web-track-none")) }
            @for (key, _) in docket.tracks() { option value={(key.procedure) "/" (key.track)} { (key.procedure) "/" (key.track) } }
        } }
        (exhibits(call, loaded, "items", true))
        (line(call, "receipt", false))
    })
}

/// A mark that a body set or took away.
fn mark(call: &Call<'_>, side: Option<Body>) -> Markup {
    html! {
        label { (call.text("web-field-mark")) select name="mark" required { @for one in Mark::ALL { option value=(one.word()) { (call.text(&format!("case-mark-{}", one.word()))) } } } }
        fieldset { legend { (call.text("web-field-set")) }
            @for (word, code) in [("yes", "case-mark-set"), ("no", "case-mark-off")] { label.check { input type="radio" name="set" value=(word) checked[word == "yes"] required; (call.text(code)) } }
        }
        (body(call, "body", &[Body::Police, Body::Procuratorate, Body::Court], side))
        (day(call, "on", true))
        (line(call, "number", false))
    }
}

/// Something that stood in the way of a time limit, and the article on which that is relied.
fn obstacle(call: &Call<'_>, loaded: &Loaded) -> Markup {
    let ir = Book::standard().ir();
    html! {
        label { (call.text("web-field-limit")) select name="limit" required {
            option value="" { (call.text("web-choose")) }
            @for one in ir.provisions.iter().flat_map(|page| &page.deadlines) { option value=(one.id) { (call.label(&one.label)) } }
        } }
        (day(call, "from-day", true))
        (day(call, "to-day", false))
        label { (call.text("web-field-cite")) select name="cite" required {
            option value="" { (call.text("web-choose")) }
            @for page in &ir.provisions { option value={(page.article.instrument) "/" (page.article.article)} { (call.words.article(&page.article)) } }
        } }
        label { (call.text("web-field-cite-other")) input name="cite-other" maxlength="100" autocomplete="off" placeholder="cn/civil-code/194"; }
        (lines(call, "reason"))
        (exhibits(call, loaded, "exhibit", false))
    }
}
