//! What is kept: sums, the readers' reports, and the evidence list.

use super::card;
use maud::{Markup, html};
use redress_base::Arg;
use redress_case::{CaseResult, Role};
use redress_documents::evidence_list;
use redress_posts::ReaderReport;
use redress_words::Words;

/// Sums, and what every reader counted.
pub(crate) fn section(result: &CaseResult, words: &Words) -> Markup {
    let totals = &result.kept.totals;
    let figures = [
        ("items", totals.items),
        ("rows", totals.rows),
        ("posts", totals.posts),
        ("accounts", totals.accounts),
        ("masked", totals.masked_accounts),
        ("undated", totals.undated),
    ];
    let body = html! {
        dl.figs {
            @for (name, count) in figures {
                div.fig { dt { (words.say(&format!("report-kept-{name}"), &[])) } dd { (words.number(count)) } }
            }
        }
        details {
            summary { (words.say("report-reader-reports", &[])) }
            @for row in &result.kept.items {
                @if let Some(report) = &row.report {
                    p.small { a.ev href={"#" (row.item.id)} { (row.item.id) } " " (row.item.name) }
                    p.small.muted { (reader(report, words)) }
                    @if !report.findings.is_empty() { ul.small.dots {
                        @for finding in &report.findings {
                            @let said = words.finding(finding);
                            li { (said.sentence) @if let Some(place) = said.place { " " span.faint { (place) } } }
                        }
                    } }
                }
            }
        }
        p.small { (words.say("report-kept-masked-note", &[("masked", totals.masked_accounts.into())])) }
    };
    card(words, "kept", &body)
}

fn reader(report: &ReaderReport, words: &Words) -> String {
    let args: [(&str, Arg); 9] = [
        ("format", report.format.as_str().into()),
        ("rows", report.rows.into()),
        ("distinct", report.distinct.into()),
        ("repeats", report.repeats.into()),
        ("ragged", report.ragged.into()),
        ("undated", report.undated.into()),
        ("masked", report.masked_authors.into()),
        ("floors", report.floors.into()),
        ("rounded", report.rounded.into()),
    ];
    words.say("report-reader", &args)
}

/// The evidence list (证据目录); every link of the page to evidence ends here.
pub(crate) fn list(result: &CaseResult, words: &Words) -> Markup {
    let rows = evidence_list(result).rows;
    let body = html! {
        div.scroll tabindex="0" {
            table.tbl.cards {
                thead { tr {
                    @for column in ["item", "name", "role", "source", "sealed", "proves", "check"] {
                        th scope="col" { (words.say(&format!("report-list-{column}"), &[])) }
                    }
                } }
                tbody {
                    @for row in &rows {
                        tr id=(row.item) {
                            td.nb.mono { (row.item) }
                            td { (row.name) br; span.faint { (row.format) } }
                            td { (words.say(role(row.role), &[])) }
                            td { (row.source.as_deref().map_or_else(|| words.say("report-not-recorded", &[]), str::to_owned)) }
                            td { (words.instant(row.sealed_at.at)) br; span.faint { (row.taken_in_by) } }
                            td.small { @for one in &row.proves { span.term { (one.scope) " " (one.term) } " " } }
                            td.mono.hash { "SHA-256 " (row.digests.sha256) br; "SM3 " (row.digests.sm3) }
                        }
                    }
                }
            }
        }
    };
    card(words, "evidence", &body)
}

const fn role(role: Role) -> &'static str {
    match role {
        Role::Material => "report-role-material",
        Role::Paper => "report-role-paper",
        Role::Mapping => "report-role-mapping",
    }
}
