//! Takes what a person chose for the columns of a table: shows its first rows, tries the mapping, or reads the table by it.

use super::add::told;
use super::unfit;
use crate::call::Call;
use crate::library::Touch;
use crate::page::columns::{KINDS, LOOKING, ROWS, bytes, columns, form, leaf, named};
use crate::page::posts::safe_lines;
use crate::reply::{Leaf, Reply, Wrong};
use crate::shell::card;
use maud::{Markup, html};
use redress_base::{Arg, Fault, Finding, Refusal};
use redress_case::{ItemRow, Role, Seen};
use redress_posts::{Chosen, FirstRows, Means, PostKind, are_names, mapping_file};
use redress_rights::{Object, UseCase};
use redress_workbench::{AddOptions, Added, Content, Incoming};

/// Does what was pressed.
pub(crate) fn choose(call: &Call<'_>) -> Result<Reply, Wrong> {
    let loaded = call.loaded()?;
    let row = named(call, &loaded.result.kept.items, call.required("item")?)?;
    match call.typed("act").unwrap_or("preview") {
        "rows" => rows(call, row),
        "preview" => preview(call, row),
        "keep" => keep(call, row),
        typed => Err(unfit(call, "act", typed).into()),
    }
}

/// The first rows. That somebody looked is an entry before they are shown.
fn rows(call: &Call<'_>, row: &ItemRow) -> Result<Reply, Wrong> {
    if call.session.spared {
        return Err(Finding::error("web-spared").refuse(Fault::Usage).into());
    }
    Ok(leaf(call, form(call, row, &looked(call, row)?, true)))
}

/// The columns with the first rows; the look is an entry first. What cannot be shown is no look.
fn looked(call: &Call<'_>, row: &ItemRow) -> Result<FirstRows, Wrong> {
    let found = columns(call, row, ROWS)?;
    call.desk((UseCase::ViewUnmasked, Object::Material), Touch::Write, |desk| {
        desk.looked(call.by(), Seen::Item, Some(row.item.id.to_string()), None)
    })?;
    Ok(found)
}

/// What would be read, with the form below it; nothing is kept.
fn preview(call: &Call<'_>, row: &ItemRow) -> Result<Reply, Wrong> {
    let through = columns(call, row, LOOKED_THROUGH)?;
    let mapping = chosen(call, &through)?;
    let added = read(call, row, mapping.clone(), true)?;
    let relative = told_of_relative(call, &through);
    // Whoever looks at the first rows goes on looking while they try.
    let looking = call.typed(LOOKING).is_some() && !call.session.spared;
    let found = if looking { looked(call, row)? } else { FirstRows { rows: Vec::new(), ..through } };
    let body = html! {
        (told(call, &added))
        (relative)
        // A mapping names every column that was chosen.
        @if are_names(&found.columns) { (card("mapping", &call.text("web-columns-mapping"), &html! { details { summary { (call.text("web-columns-mapping-what")) } pre tabindex="0" { (safe_lines(&mapping)) } } })) }
        (form(call, row, &found, looking))
    };
    Ok(leaf(call, body))
}

/// Reads it and keeps the mapping beside it. Whatever else the page tells is there before: once the entries are made, nothing
/// can fail any more, and nobody is told that nothing was changed.
fn keep(call: &Call<'_>, row: &ItemRow) -> Result<Reply, Wrong> {
    let through = columns(call, row, LOOKED_THROUGH)?;
    let mapping = chosen(call, &through)?;
    let relative = told_of_relative(call, &through);
    let added = read(call, row, mapping, false)?;
    let body = html! { (told(call, &added)) (relative) };
    Ok(Reply::Page(Leaf::new(call.text("web-added"), None, body)))
}

/// Rows that are looked through for times that count from the moment at which somebody saw them.
const LOOKED_THROUGH: usize = 1_000;

/// That the column of times holds some that say no day; nothing where none do. No cell is shown.
fn told_of_relative(call: &Call<'_>, found: &FirstRows) -> Markup {
    let chosen = |place: &usize| call.typed(&format!("column-{place}")) == Some(Means::Time.word());
    let Some(place) = (0..found.columns.len()).find(chosen) else { return html! {} };
    let relative = |row: &&Vec<String>| row.get(place).is_some_and(|cell| says_no_day(cell));
    let count = found.rows.iter().filter(relative).count();
    html! { @if count > 0 { p.note #relative role="note" { (call.say("web-columns-relative-found", &[("count", count.into()), ("rows", found.rows.len().into())])) " " (call.text("web-columns-relative")) } } }
}

/// Whether a time counts from the moment at which it was shown: "3小时前", "昨天 12:30", "2 hours ago".
fn says_no_day(cell: &str) -> bool {
    let text = cell.trim().to_lowercase();
    let ago = [" ago", "秒前", "分钟前", "分前", "小时前", "天前", "日前", "周前", "个月前", "月前", "年前"];
    let day = ["刚刚", "刚才", "今天", "昨天", "前天", "just now", "today", "yesterday"];
    ago.iter().any(|end| text.ends_with(end) || text.contains(&format!("{end} ")))
        || day.iter().any(|word| text.starts_with(word))
}

/// The mapping file of what was chosen.
fn chosen(call: &Call<'_>, found: &FirstRows) -> Result<String, Refusal> {
    let mut all = Vec::new();
    for (place, column) in found.columns.iter().enumerate() {
        let field = format!("column-{place}");
        let Some(typed) = call.typed(&field) else { continue };
        let means = Means::from_word(typed).ok_or_else(|| at(unfit(call, "column", typed), &field))?;
        all.push((column.clone(), means));
    }
    let platform = call.typed("platform-name");
    if let Some(typed) =
        platform.filter(|typed| typed.chars().any(|c| c.is_control() || c == '/' || c == ':'))
    {
        return Err(unfit(call, "platform-name", typed));
    }
    let kind = call.typed("post-kind").unwrap_or("original");
    let kinds = [PostKind::Original, PostKind::Comment, PostKind::Repost, PostKind::Article, PostKind::Chat];
    let known = KINDS.into_iter().zip(kinds).find(|(word, _)| *word == kind);
    let (_, kind) = known.ok_or_else(|| unfit(call, "post-kind", kind))?;
    let chosen = Chosen { name: call.required("table-name")?, platform, kind, columns: &all };
    mapping_file(&chosen).map_err(|refusal| {
        let field = wrong_column(call, found, &refusal);
        at(refusal, &field)
    })
}

/// The same refusal, said at that field.
fn at(mut refusal: Refusal, field: &str) -> Refusal {
    refusal.finding.args.insert("at".to_owned(), field.into());
    refusal
}

/// The field that a refusal of the whole mapping is about: the second of two columns that are the same, the platform where
/// none is said, and the first column where none is the number of a post.
fn wrong_column(call: &Call<'_>, found: &FirstRows, refusal: &Refusal) -> String {
    let what = match refusal.finding.args.get("what") {
        Some(Arg::Text(what)) => what.as_str(),
        _ => "",
    };
    if refusal.finding.code == "posts-columns-missing" && what == "platform" {
        return "platform-name".to_owned();
    }
    let fields = (0..found.columns.len()).map(|place| format!("column-{place}"));
    fields.filter(|field| call.typed(field) == Some(what)).nth(1).unwrap_or_else(|| "column-0".to_owned())
}

/// Reads the table once more by that mapping: the sealed bytes stay as they are.
fn read(call: &Call<'_>, row: &ItemRow, mapping: String, dry_run: bool) -> Result<Added, Wrong> {
    // All of it in memory: one after the other, whoever asks.
    let _turn = call.app.bulky();
    let content = bytes(call, row, u64::MAX)?;
    let stem: String =
        call.required("table-name")?.chars().filter(|c| c.is_alphanumeric() || *c == '-').collect();
    let stem = if stem.is_empty() { row.item.id.to_string() } else { stem };
    let options = AddOptions {
        clock_ahead_ms: None,
        role: Role::Material,
        mapping: Some((format!("columns-{stem}.toml"), mapping.into_bytes())),
        observed: None,
        source: row.item.source.clone(),
        by: call.by().map(str::to_owned),
        seal_only: false,
        keep_going: false,
        dry_run,
    };
    call.desk((UseCase::AddMaterial, Object::Material), Touch::Write, |desk| {
        let one = Incoming { name: row.item.name.clone(), content: Content::Bytes(content) };
        desk.add(&mut std::iter::once(Ok(one)), Some(row.item.digests.bytes), &options)
    })
}

#[cfg(test)]
mod tests {
    use super::says_no_day;

    #[test]
    fn a_time_that_counts_from_when_it_was_seen_is_told_from_a_day() {
        for relative in
            ["3小时前", "5 分钟前", "昨天 12:30", "刚刚", "2 hours ago", "Yesterday", "3天前 来自上海"]
        {
            assert!(says_no_day(relative), "{relative}");
        }
        for day in ["2026-01-02 10:00", "1月2日", "2026年1月2日", "1767319200", ""] {
            assert!(!says_no_day(day), "{day}");
        }
    }
}
