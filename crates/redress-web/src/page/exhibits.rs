//! What whoever signs says of the exhibits, once for all papers: what each is called and proves, where its original is, and
//! whether it is handed in.

use super::answered::Answers;
use super::search::number;
use crate::call::Call;
use crate::library::Touch;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::{card, token};
use maud::{Markup, html};
use redress_facts::Vocabulary;
use redress_forms::EXHIBITS;
use redress_law::Book;
use redress_paper::{Edition, Standing};
use redress_rights::{Object, UseCase};
use redress_words::safe_text;
use redress_workbench::Wish;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// What the name of a field begins with that says something of an exhibit: `exhibit.3.proves`.
pub(crate) const EXHIBIT: &str = "exhibit.";
/// The hidden field that names each exhibit of the form: a box that is not ticked is an answer then.
pub(crate) const SHOWN: &str = "exhibit-shown";
/// What is said in words, each with the longest text; whether it is left out stands beside.
pub(crate) const SAYABLE: [(&str, usize); 3] = [("name", 200), ("proves", 1000), ("original", 400)];
/// The form that lists the exhibits.
const LIST: &str = "evidence-list";
/// Exhibits of one page.
const ROWS: usize = 50;

/// What is said of the exhibits, as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Exhibits) };

/// The exhibits, and what is said of them for all papers.
#[derive(Serialize, JsonSchema)]
struct Exhibits {
    /// By their numbers.
    exhibits: Vec<Row>,
}

/// One exhibit.
#[derive(Serialize, JsonSchema)]
struct Row {
    /// Its number on the list.
    number: u64,
    /// The name under which it was sealed.
    file: String,
    /// What is said of it: `name`, `proves`, `original`, and `left_out` with `yes`.
    said: Answers,
    /// What the list of evidence still asks of it.
    asked: BTreeSet<String>,
}

/// The exhibits of the case as the list of evidence has them.
///
/// # Errors
/// [`Wrong::NotFound`] where there is no such case for this visitor; whatever filling the list refuses.
fn rows(call: &Call<'_>) -> Result<Vec<Row>, Wrong> {
    let form = redress_forms::find(LIST).ok_or(Wrong::NotFound)?;
    let said = call.app.sessions().answers(call.name, call.case(), EXHIBITS);
    let none = Value::Object(Map::new());
    let asked = call.desk((UseCase::ViewMasked, Object::Result), Touch::Read, |desk| {
        let wish = Wish {
            forms: vec![form],
            answers: &none,
            standing: Standing::Draft,
            edition: Edition::Chinese,
            masked: true,
        };
        desk.asked((Book::standard(), &Vocabulary::standard()), None, &wish)
    })?;
    let mut open: BTreeMap<u64, BTreeSet<String>> = BTreeMap::new();
    for one in asked.iter().flat_map(|one| &one.missing) {
        // The list counts places from 0, a reader counts exhibits from 1.
        let mut steps = one.path.split('.');
        let place = (steps.next() == Some(EXHIBITS)).then(|| steps.next()?.parse::<u64>().ok()).flatten();
        if let (Some(place), Some(field)) = (place, steps.next()) {
            open.entry(place.saturating_add(1)).or_default().insert(field.to_owned());
        }
    }
    let all = asked.into_iter().flat_map(|one| one.exhibits);
    Ok(all
        .map(|(number, file)| {
            let own = |(path, typed): (&String, &String)| {
                let (of, field) = path.split_once('.')?;
                (of.parse() == Ok(number)).then(|| (field.to_owned(), typed.clone()))
            };
            let said: Answers = said.iter().filter_map(own).collect();
            let mut asked = open.remove(&number).unwrap_or_default();
            asked.retain(|field| !said.contains_key(field) && !said.contains_key("left_out"));
            Row { number, file, said, asked }
        })
        .collect())
}

/// The numbers of the exhibits that something can be said of.
///
/// # Errors
/// As [`rows`].
pub(crate) fn numbers(call: &Call<'_>) -> Result<BTreeSet<u64>, Wrong> {
    Ok(rows(call)?.into_iter().map(|row| row.number).collect())
}

fn data(call: &Call<'_>) -> Result<Value, Wrong> {
    super::value(&Exhibits { exhibits: rows(call)? })
}

/// Shows them, each with its fields.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let all = rows(call)?;
    let (skip, total) = (number(call, call.query, "skip")?.unwrap_or(0), all.len());
    let open = all.iter().filter(|row| !row.asked.is_empty()).count();
    let here: Vec<&Row> = all.iter().skip(skip).take(ROWS).collect();
    let page = |skip: usize| format!("{}?skip={skip}", call.path);
    let body = html! {
        @if all.is_empty() { (card("none", &call.text("web-exhibits"), &html! { p { (call.text("web-exhibits-none")) } })) }
        @else { form.stack method="post" action=(call.path) autocomplete="off" {
            (token(call))
            input type="hidden" name="skip" value=(skip);
            section.card aria-label=(call.text("web-exhibits")) {
                p role="status" { (call.say("web-exhibits-open-count", &[("count", open.into()), ("total", total.into())])) }
                @for row in &here { (one(call, row)) }
                div.row { button.btn.main { (call.text("web-exhibits-keep")) } a.btn.plain href=(call.at(&format!("papers/{LIST}"))) { (call.text("web-exhibits-list")) } }
            }
        } }
        nav.row.pager aria-label=(call.text("web-pages")) {
            @if skip > 0 { a.btn rel="prev" href=(page(skip.saturating_sub(ROWS))) { (call.text("web-page-before")) } }
            @if skip.saturating_add(ROWS) < total { a.btn rel="next" href=(page(skip + ROWS)) { (call.text("web-page-next")) } }
        }
    };
    Ok(Reply::Page(Leaf::new(call.text("web-exhibits"), Some(call.text("web-exhibits-lead")), body)))
}

fn one(call: &Call<'_>, row: &Row) -> Markup {
    let said = |field: &str| row.said.get(field).map_or("", String::as_str);
    let name = |field: &str| format!("{EXHIBIT}{}.{field}", row.number);
    html! {
        fieldset.exhibit id={"exhibit-" (row.number)} {
            legend { (call.say("web-exhibit", &[("number", row.number.into())])) " " (safe_text(&row.file)) }
            input type="hidden" name=(SHOWN) value=(row.number);
            div.fields {
                @for (field, most) in SAYABLE { label {
                    (call.text(&format!("web-exhibit-{field}")))
                    @if row.asked.contains(field) { " " span.tag { (call.text("web-exhibit-asked")) } }
                    @if field == "proves" { textarea name=(name(field)) rows="2" maxlength=(most) { (said(field)) } }
                    @else { input name=(name(field)) value=(said(field)) maxlength=(most); }
                } }
                label.check { input type="checkbox" name=(name("left_out")) value="yes" checked[said("left_out") == "yes"]; span { (call.text("web-exhibit-left-out")) } }
            }
        }
    }
}
