//! A table of unknown columns: what each of them is, chosen by a person, tried, and kept as a mapping file (docs/mapping.md).
//!
//! The names of columns stand on the page where they read as names; the first rows only once they were asked for, because they
//! hold the words of others. So may the first line of a table without a header, which is shown with them.

use crate::call::Call;
use crate::library::Touch;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::{card, token};
use maud::{Markup, html};
use redress_base::{Fault, Finding, ItemId};
use redress_case::{ItemRow, Role};
use redress_posts::{FirstRows, Means, are_names, first_rows};
use redress_rights::{Object, UseCase};
use redress_words::safe_text;
use redress_workbench::FromStore;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

/// The columns as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Columns) };

/// Longer files are not read for this page.
const LONGEST: u64 = 256 << 20;
/// So much of the beginning of a file holds its columns and its first rows.
const BEGINNING: u64 = 4 << 20;
/// Rows that are shown.
pub(crate) const ROWS: usize = 3;
/// The field that says that the first rows are looked at.
pub(crate) const LOOKING: &str = "rows-shown";
/// Characters of a cell that are shown.
const CELL: usize = 80;
/// Columns that can be chosen.
const MOST: usize = 200;
/// The kinds of post that rows can be.
pub(crate) const KINDS: [&str; 5] = ["original", "comment", "repost", "article", "chat"];

/// Tables from which no posts were read, and the columns of the one that is asked for.
#[derive(Serialize, JsonSchema)]
struct Columns {
    /// Tables from which no posts were read.
    tables: Vec<ItemId>,
    /// The one that is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<ItemId>,
    /// Its columns; empty where its first line does not read as names, since it may be a post.
    columns: Vec<String>,
    /// How many columns it has; no more than can be chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<usize>,
    /// What a column can be.
    means: Vec<&'static str>,
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let loaded = call.loaded()?;
    let tables = loaded.result.kept.items.iter().filter(|row| unread_table(row)).map(|row| row.item.id);
    let asked = call.asked("item").map(|typed| named(call, &loaded.result.kept.items, typed)).transpose()?;
    let columns = asked.map(|row| columns(call, row, 0)).transpose()?;
    super::value(&Columns {
        tables: tables.collect(),
        item: asked.map(|row| row.item.id),
        count: columns.as_ref().map(|found| found.columns.len()),
        columns: columns.map(|found| found.columns).filter(|found| are_names(found)).unwrap_or_default(),
        means: Means::ALL.into_iter().map(Means::word).collect(),
    })
}

/// Whether an item is named as a table and no posts were read from it.
pub(crate) fn unread_table(row: &ItemRow) -> bool {
    row.role == Role::Material && row.report.is_none() && is_table(&row.item.name)
}

/// Whether a file is named as a table.
pub(crate) fn is_table(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
    ["csv", "tsv", "json", "jsonl", "ndjson"].contains(&ending.as_str())
}

/// The item of that id.
///
/// # Errors
/// [`Wrong::NotFound`] where the case has none.
pub(crate) fn named<'l>(call: &Call<'_>, items: &'l [ItemRow], typed: &str) -> Result<&'l ItemRow, Wrong> {
    let id: ItemId = typed.parse().map_err(|()| crate::act::unfit(call, "item", typed))?;
    items.iter().find(|row| row.item.id == id && row.role == Role::Material).ok_or(Wrong::NotFound)
}

/// Its bytes as they were sealed, no more than so many.
///
/// # Errors
/// Where they are too many for a page, or the store refuses them.
pub(crate) fn bytes(call: &Call<'_>, row: &ItemRow, most: u64) -> Result<Vec<u8>, Wrong> {
    if row.item.digests.bytes > LONGEST {
        let found = Finding::error("web-columns-long").with("most", LONGEST >> 20);
        return Err(found.refuse(Fault::Usage).into());
    }
    call.desk((UseCase::ViewMasked, Object::Material), Touch::Read, |desk| {
        FromStore(&*desk.store).beginning(&row.item, most)
    })
}

/// Its columns, with so many of its first rows.
///
/// # Errors
/// `Input` where it is no table.
pub(crate) fn columns(call: &Call<'_>, row: &ItemRow, rows: usize) -> Result<FirstRows, Wrong> {
    let none = || {
        let none = Finding::error("web-columns-none").with("file", row.item.name.as_str());
        Wrong::from(none.refuse(Fault::Input))
    };
    // Nothing else is opened here: it would be looked at in another way than it is asked for.
    if !is_table(&row.item.name) {
        return Err(none());
    }
    let beginning = bytes(call, row, BEGINNING)?;
    let more = row.item.digests.bytes > BEGINNING;
    let mut found = first_rows(row.item.id, &beginning, more, rows).ok_or_else(none)?;
    found.columns.truncate(MOST);
    Ok(found)
}

/// Shows the columns of a table, or which tables there are.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let loaded = call.loaded()?;
    let items = &loaded.result.kept.items;
    let body = match call.asked("item") {
        Some(typed) => {
            let row = named(call, items, typed)?;
            form(call, row, &columns(call, row, 0)?, false)
        }
        None => tables(call, items),
    };
    Ok(leaf(call, body))
}

/// The page around it.
pub(crate) fn leaf(call: &Call<'_>, body: Markup) -> Reply {
    Reply::Page(Leaf::new(call.text("web-columns"), Some(call.text("web-columns-lead")), body))
}

/// The address of the page for one table.
pub(crate) fn address(call: &Call<'_>, item: ItemId) -> String {
    format!("{}?item={item}", call.at("evidence/columns"))
}

fn tables(call: &Call<'_>, items: &[ItemRow]) -> Markup {
    let unread: Vec<&ItemRow> = items.iter().filter(|row| unread_table(row)).collect();
    card(
        "tables",
        &call.text("web-columns-which"),
        &html! {
            @if unread.is_empty() { p { (call.text("web-columns-no-table")) } }
            ul.lines { @for row in unread { li { div { h3 { a href=(address(call, row.item.id)) { (row.item.id) " " (safe_text(&row.item.name)) } } } } } }
            p { a.btn href=(call.at("evidence")) { (call.text("web-nav-evidence")) } }
        },
    )
}

/// What a column is called on the page: by its name, where all of them read as names or the first rows are shown, and else by its
/// place.
fn called(call: &Call<'_>, found: &FirstRows, asked: bool) -> Vec<String> {
    if asked || are_names(&found.columns) {
        return found.columns.iter().map(|column| cell(Some(column))).collect();
    }
    let place = |number: usize| call.say("web-columns-nameless", &[("number", number.into())]);
    (1..=found.columns.len()).map(place).collect()
}

/// Asks for the first rows; whoever is spared words is offered none.
fn asks_rows(call: &Call<'_>, found: &FirstRows) -> Markup {
    html! {
        @if !are_names(&found.columns) { p { (call.text("web-columns-no-names")) } }
        @if !call.session.spared { div.row { button.btn name="act" value="rows" { (call.text("web-columns-rows")) } } p.small.muted { (call.text("web-columns-rows-what")) } }
    }
}

/// The form: a choice for each column, what holds for every row, and what to do with it. What was chosen before stays. `asked`:
/// the first rows were asked for.
pub(crate) fn form(call: &Call<'_>, row: &ItemRow, found: &FirstRows, asked: bool) -> Markup {
    let stem = row.item.name.rsplit('/').next().unwrap_or_default();
    let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
    let name = call.typed("table-name").unwrap_or(stem);
    html! {
        form.stack method="post" action=(call.at("evidence/columns")) {
            (token(call))
            input type="hidden" name="item" value=(row.item.id);
            @if asked { input type="hidden" name=(LOOKING) value="1"; }
            (card("columns", &format!("{} {}", row.item.id, safe_text(&row.item.name)), &html! {
                p { (call.text("web-columns-how")) }
                @if found.columns.len() >= MOST { p.note { (call.say("web-columns-most", &[("most", MOST.into())])) } }
                @if !asked { (asks_rows(call, found)) }
                div.scroll tabindex="0" { table.tbl.columns {
                    thead { tr { th scope="col" { (call.text("web-columns-column")) } th scope="col" { (call.text("web-columns-is")) } @if !found.rows.is_empty() { th scope="col" { (call.text("web-columns-first")) } } } }
                    tbody { @for (place, column) in called(call, found, asked).iter().enumerate() { tr {
                        th scope="row" { (column) }
                        td { (choice(call, place, column)) }
                        @if !found.rows.is_empty() { td.sample { @for row in &found.rows { div { (cell(row.get(place))) } } } }
                    } } }
                } }
            }))
            (card("whole", &call.text("web-columns-whole"), &html! { div.fields {
                label { (call.text("web-field-platform-name")) input name="platform-name" maxlength="40" autocomplete="off" value=(call.typed("platform-name").unwrap_or_default()); span.small.faint { (call.text("web-columns-platform")) } }
                label { (call.text("web-field-post-kind")) select name="post-kind" { @for word in KINDS { option value=(word) selected[call.typed("post-kind") == Some(word)] { (call.text(&format!("web-kind-{word}"))) } } } }
                label { (call.text("web-field-table-name")) input name="table-name" maxlength="60" required value=(name); span.small.faint { (call.text("web-columns-name")) } }
                p.small.muted { (call.text("web-columns-times")) " " (call.text("web-columns-relative")) }
                div.row { button.btn.main name="act" value="preview" { (call.text("web-columns-preview")) } button.btn name="act" value="keep" { (call.text("web-columns-keep")) } a.btn.plain href=(call.at("evidence")) { (call.text("web-cancel")) } }
            } }))
        }
    }
}

/// What a column is: as it was chosen before, or nothing.
fn choice(call: &Call<'_>, place: usize, column: &str) -> Markup {
    let field = format!("column-{place}");
    let before = call.typed(&field);
    html! { label { span.vh { (call.text("web-columns-is")) " " (column) } select name=(field) {
        option value="" { (call.text("web-means-nothing")) }
        @for means in Means::ALL { option value=(means.word()) selected[before == Some(means.word())] { (call.text(&format!("web-means-{}", means.word()))) } }
    } } }
}

/// A cell as text and nothing else, cut where it is long.
fn cell(cell: Option<&String>) -> String {
    let text = cell.map(String::as_str).unwrap_or_default();
    let cut: String = text.chars().take(CELL).collect();
    let more = if cut.len() < text.len() { "…" } else { "" };
    safe_text(&format!("{}{more}", cut.replace(['\n', '\r'], " ")))
}
