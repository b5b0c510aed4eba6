//! What is kept: sums, the readers' reports, and the evidence list.

use super::frame::Page;
use maud::{Markup, html};
use redress_base::ItemId;
use redress_case::{ItemRow, Role};
use redress_documents::{EvidenceRow, evidence_list};
use redress_posts::ReaderReport;

/// Sums, and what every reader counted. Every sum leads to what it was counted from.
pub(crate) fn section(page: &Page<'_>) -> Markup {
    let totals = &page.result.kept.totals;
    let sums = [
        ("items", page.result.kept.brought(), "evidence"),
        ("rows", totals.rows, "readers"),
        ("posts", totals.posts, "case.posts"),
        ("accounts", totals.accounts, "case.accounts"),
        ("masked", totals.masked_accounts, "readers"),
        ("undated", totals.undated, "readers"),
    ];
    let masked = [("masked", totals.masked_accounts.into())];
    let body = html! {
        dl.figs {
            @for (name, count, place) in sums {
                div.fig {
                    dt { (page.text(&format!("report-kept-{name}"))) }
                    dd { a href={"#" (place)} { (page.words.number(count)) } }
                }
            }
        }
        p.small { (page.say("report-kept-masked-note", &masked)) }
        (readers(page))
    };
    page.card("kept", &body)
}

/// One row a file: nothing was repaired or left out without being counted here.
fn readers(page: &Page<'_>) -> Markup {
    let read = || page.result.kept.items.iter().filter_map(|row| Some((row, row.report.as_ref()?)));
    let columns =
        ["rows", "distinct", "repeats", "ragged", "skipped", "undated", "masked", "floors", "rounded"];
    html! {
        details id="readers" {
            summary { (page.say("report-reader-reports", &[("count", read().count().into())])) }
            div.scroll tabindex="0" role="group" aria-label=(page.say("report-reader-reports", &[("count", read().count().into())])) { table.tbl.cards {
                thead { tr {
                    th scope="col" { (page.text("report-reader-file")) }
                    @for column in columns { th.r scope="col" { (page.text(&format!("report-reader-{column}"))) } }
                } }
                tbody { @for (row, report) in read() { (reader(page, row, report, &columns)) } }
            } }
            @for (row, report) in read().filter(|(_, report)| !report.findings.is_empty()) {
                p.small { a.ev href={"#" (row.item.id)} { (row.item.id) } " " (redress_words::safe_text(&row.item.name)) }
                ul.small.dots { @for finding in &report.findings {
                    @let said = page.words.finding(finding);
                    li { (said.sentence) @if let Some(place) = said.place { " " span.faint { (place) } } }
                } }
            }
        }
    }
}

fn reader(page: &Page<'_>, row: &ItemRow, report: &ReaderReport, columns: &[&str; 9]) -> Markup {
    let counts = [
        report.rows,
        report.distinct,
        report.repeats,
        report.ragged,
        report.skipped,
        report.undated,
        report.masked_authors,
        report.floors,
        report.rounded,
    ];
    html! {
        tr {
            td {
                a.ev href={"#" (row.item.id)} { (row.item.id) } " " (redress_words::safe_text(&row.item.name))
                br; span.faint { (redress_words::safe_text(&report.format)) }
            }
            @for (column, count) in columns.iter().zip(counts) {
                td.r.zero[count == 0] data-l=(page.text(&format!("report-reader-{column}"))) { (page.words.number(count)) }
            }
        }
    }
}

/// How the check values of an item stand in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Checks {
    /// In sight: the page is read by whoever compares them.
    Open,
    /// One step away: on a phone they are lines that nobody reads between two exhibits.
    Folded,
}

/// The evidence list (证据目录); every link of the page to evidence ends here. Exhibits are numbered as in papers:
/// material and papers count, mappings and sealed heads of the ledger do not.
pub(crate) fn list(page: &Page<'_>, beside: &dyn Fn(ItemId) -> Markup, checks: Checks) -> Markup {
    let rows = evidence_list(page.result).rows;
    let mut last = 0u64;
    let mut number = |row: &EvidenceRow| {
        let counts = matches!(row.role, Role::Material | Role::Paper);
        last += u64::from(counts);
        counts.then_some(last)
    };
    let numbered: Vec<(Option<u64>, &EvidenceRow)> = rows.iter().map(|row| (number(row), row)).collect();
    // On a page of many parts the first stand open; printed, or read by whoever compares them, all of them do.
    let open = if checks == Checks::Folded { OPEN } else { usize::MAX };
    let (first, others) = numbered.split_at_checked(open).unwrap_or((numbered.as_slice(), &[]));
    let body = html! {
        (rows_of(page, first, (beside, checks), &page.text("report-list-each")))
        @if !others.is_empty() {
            @let more = page.say("report-list-more", &[("count", others.len().into())]);
            details.digests.more-exhibits {
                summary { (more) }
                (rows_of(page, others, (beside, checks), &more))
            }
        }
    };
    page.card("evidence", &body)
}

/// Rows of the list that stand open on a page of many parts.
const OPEN: usize = 6;

/// What stands beside an exhibit, and how its check values do.
type Beside<'b> = (&'b dyn Fn(ItemId) -> Markup, Checks);

fn rows_of(page: &Page<'_>, rows: &[(Option<u64>, &EvidenceRow)], beside: Beside<'_>, name: &str) -> Markup {
    html! {
        div.scroll tabindex="0" role="group" aria-label=(name) {
            table.tbl.cards.list {
                thead { tr {
                    @for column in ["item", "name", "role", "source", "sealed", "proves", "check"] {
                        th scope="col" { (page.text(&format!("report-list-{column}"))) }
                    }
                } }
                tbody { @for (number, row) in rows { (exhibit(page, *number, row, beside)) } }
            }
        }
    }
}

fn exhibit(page: &Page<'_>, number: Option<u64>, row: &EvidenceRow, (beside, checks): Beside<'_>) -> Markup {
    let source =
        row.source.as_deref().map_or_else(|| page.text("report-not-recorded"), redress_words::safe_text);
    html! {
        tr id=(row.item) {
            td.nb {
                @if let Some(number) = number { b { (page.say("report-list-exhibit", &[("number", number.into())])) } br; }
                span.mono { (row.item) }
                (beside(row.item))
            }
            td {
                (redress_words::safe_text(&row.name)) br; span.faint { (redress_words::safe_text(&row.format)) }
                @if let Some(rows) = row.rows { span.faint { " · " (page.say("report-list-rows", &[("count", rows.into())])) } }
                @if let Some(parent) = row.parent { br; span.faint { (page.text("report-list-out-of")) " " a href={"#" (parent)} { (parent) } } }
            }
            td { (page.text(role(row.role))) }
            td data-l=(page.text("report-list-source")) { (source) }
            td data-l=(page.text("report-list-sealed")) { (page.moment(row.sealed_at.at)) br; span.faint { (page.words.author(&row.taken_in_by)) } }
            td.small { (proves(page, row)) }
            @let digests = html! { (digest("SHA-256", &row.digests.sha256.to_string())) (digest("SM3", &row.digests.sm3.to_string())) };
            @match checks {
                Checks::Open => td.hash data-l=(page.text("report-list-check")) { (digests) },
                Checks::Folded => td.hash { details { summary { (page.text("report-list-check")) span.vh { " " (row.item) } } (digests) } },
            }
        }
    }
}

/// The first facts by name; the rest behind a fold.
fn proves(page: &Page<'_>, row: &EvidenceRow) -> Markup {
    const SHOWN: usize = 3;
    let mut names: Vec<&str> = row.proves.iter().map(|one| page.term(&one.term)).collect();
    names.sort_unstable();
    names.dedup();
    html! {
        @if names.is_empty() && row.figures.is_empty() { span.faint { (page.text("report-list-proves-nothing")) } }
        ul { @for name in names.iter().take(SHOWN) { li { (name) } } }
        @if names.len() > SHOWN { details {
            summary { (page.say("report-more-facts", &[("count", (names.len() - SHOWN).into())])) }
            ul { @for name in names.iter().skip(SHOWN) { li { (name) } } }
        } }
        @if let Some(first) = row.figures.first() {
            a href={"#" (first)} { (page.say("report-list-figures", &[("count", row.figures.len().into())])) }
        }
    }
}

/// A digest in groups of eight, so that two can be compared by eye.
fn digest(name: &str, hex: &str) -> Markup {
    let digits: Vec<char> = hex.chars().collect();
    html! { div { span.faint { (name) } " " span.mono { @for group in digits.chunks(8) { (group.iter().collect::<String>()) wbr; } } } }
}

/// The sentence that says what an item is for.
pub const fn role(role: Role) -> &'static str {
    match role {
        Role::Material => "report-role-material",
        Role::Paper => "report-role-paper",
        Role::Mapping => "report-role-mapping",
        Role::Checkpoint => "report-role-checkpoint",
        Role::Timestamp => "report-role-timestamp",
    }
}
