//! An exhibit as the filings list it (法释〔2019〕19号 19, in force 2020-05-01, O): number, name, source, what it is to prove,
//! pages.

use super::{StatementPart, moment_zh};
use crate::{Quote, Source};
use redress_analysis::Figure;
use redress_base::{ItemId, Unit};
use redress_case::{FactRow, ItemRow};
use redress_facts::{Claim, Datum, Scope, Standing};
use redress_paper::{Cell, ExhibitRef, Pen, Run, Style};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// One exhibit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExhibitPart {
    /// Number, item and pages.
    pub at: ExhibitRef,
    /// 证据名称.
    pub name: String,
    /// 类型 and 格式.
    pub kind: String,
    /// 来源.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// 取得方式与时间: who took it in, and when it was sealed (Beijing).
    pub taken: String,
    /// 证明目的.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proves: Option<String>,
    /// 原件情况.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original: Option<String>,
    /// 校验值: SHA-256, then SM3.
    pub sha256: String,
    /// SM3 (GB/T 32905-2016).
    pub sm3: String,
}

impl ExhibitPart {
    /// Every exhibit of the list, in order.
    pub(crate) fn all(source: &Source<'_>) -> Vec<ExhibitPart> {
        let rows = source.result.kept.items.iter();
        rows.filter_map(|row| ExhibitPart::of(source, row)).collect()
    }

    fn of(source: &Source<'_>, row: &ItemRow) -> Option<ExhibitPart> {
        let item = &row.item;
        let kind = match row.role {
            redress_case::Role::Material => "电子数据",
            redress_case::Role::Paper => "书证",
            _ => return None,
        };
        Some(ExhibitPart {
            at: source.exhibit(item.id)?,
            name: item.name.clone(),
            kind: format!("{kind}／{}", item.format),
            source: Some(item.source.clone()).filter(|text| !text.is_empty()),
            taken: format!("{}，{}（北京时间）封存", row.sealed_by, moment_zh(item.sealed_at.at)),
            proves: proves(source, item.id),
            original: None,
            sha256: item.digests.sha256.to_string(),
            sm3: item.digests.sm3.to_string(),
        })
    }

    /// Numbers of the exhibits that are no evidence of the statements that this paper names, though something rests on them:
    /// papers that only the other side relies on, and material from which only the case as a whole, or statements that this
    /// paper does not name, were counted (指导意见 10, in force 2023-09-20: the account of a critic shows no crime). They stand in
    /// the list, and are no evidence of what this side says. Nothing is said of what nobody has read or recorded anything from.
    pub(crate) fn of_nothing_named(source: &Source<'_>) -> Vec<u32> {
        let elsewhere = |item: &ItemId| rests(source, *item) && !relied_on(source, *item);
        source
            .listed()
            .filter(elsewhere)
            .filter_map(|item| source.exhibit(item))
            .map(|at| at.number)
            .collect()
    }

    /// The short list that a filing carries: number, name, what it proves, pages.
    pub(crate) fn lay_short(pen: &mut Pen<'_>, exhibits: &[&ExhibitPart]) {
        let rows = exhibits
            .iter()
            .map(|one| {
                vec![
                    Cell::of(vec![Run::filled(one.at.number.to_string())]),
                    Cell::of(vec![Run::named(one.name.as_str())]),
                    Cell::of(
                        one.proves.as_ref().map(|text| Run::filled(text.as_str())).into_iter().collect(),
                    ),
                    Cell::of(vec![Run::filled(pages(&one.at))]),
                ]
            })
            .collect();
        let heads = ["exhibit-number", "exhibit-name", "exhibit-proves", "exhibit-pages"];
        pen.table("exhibit-list", vec![1, 5, 5, 2], &heads, rows);
    }

    /// The list of a civil complaint, which names the source of each exhibit (民事诉讼法 124(四), in force 2024-01-01, day
    /// unverified).
    pub(crate) fn lay_sourced(pen: &mut Pen<'_>, exhibits: &[ExhibitPart]) {
        if exhibits.is_empty() {
            pen.tell("exhibit-none");
            return;
        }
        let text = |text: &Option<String>| {
            Cell::of(text.as_ref().map(|text| Run::filled(text.as_str())).into_iter().collect())
        };
        let rows = exhibits.iter().map(|one| {
            vec![
                Cell::of(vec![Run::filled(one.at.number.to_string())]),
                Cell::of(vec![Run::named(one.name.as_str())]),
                text(&one.source),
                text(&one.proves),
                Cell::of(vec![Run::filled(pages(&one.at))]),
            ]
        });
        let heads = ["exhibit-number", "exhibit-name", "exhibit-source", "exhibit-proves", "exhibit-pages"];
        pen.table("exhibit-list", vec![1, 4, 3, 4, 2], &heads, rows.collect());
    }

    /// Its kind in words; what the file calls the format is told by what a reader would open it as.
    pub(crate) fn kind_runs(&self, pen: &Pen<'_>) -> Vec<Run> {
        let Some((kind, format)) = self.kind.split_once('／') else {
            return vec![Run::filled(self.kind.as_str())];
        };
        let key = match kind {
            "电子数据" => "kind-electronic",
            "书证" => "kind-documentary",
            _ => return vec![Run::filled(self.kind.as_str())],
        };
        let (kind, media) = (pen.text_both(key), pen.text_both(media(format)));
        pen.fixed(&format!("{}／{}", kind.zh, media.zh), &format!("{} / {}", kind.en, media.en))
    }

    /// A check value as it stands on paper.
    pub(crate) fn check_values(&self) -> Vec<Vec<Run>> {
        vec![
            vec![Run::new("SHA-256 ", Style::Small), Run::new(self.sha256.as_str(), Style::Code)],
            vec![Run::new("SM3 ", Style::Small), Run::new(self.sm3.as_str(), Style::Code)],
        ]
    }
}

/// The key of the word for a media type, or for a format that a reader of posts names, such as `weibo-crawler/sqlite`.
fn media(format: &str) -> &'static str {
    let format = format.split(';').next().unwrap_or_default().trim();
    let (class, kind) = format.split_once('/').unwrap_or(("", format));
    match (class, kind) {
        ("image", _) => "media-picture",
        ("audio", _) => "media-sound",
        ("video", _) => "media-film",
        ("message", _) | (_, "eml" | "mbox") => "media-message",
        (_, "csv" | "tsv" | "xlsx" | "tab-separated-values" | "vnd.apache.parquet") => "media-table",
        (_, "html" | "xhtml+xml") => "media-page",
        (_, "json" | "jsonl" | "xml") => "media-records",
        (_, "sqlite" | "vnd.sqlite3" | "x-sqlite3") => "media-database",
        (_, "pdf") => "media-document",
        (_, "warc" | "wacz" | "mhtml" | "har") => "media-capture",
        (_, "zip" | "gzip" | "vnd.rar" | "x-7z-compressed" | "x-tar") => "media-archive",
        (_, "x-ole-storage" | "docx" | "msword") => "media-office",
        ("text", _) | (_, "text" | "plain" | "markdown") => "media-text",
        _ => "media-other",
    }
}

/// What an exhibit is handed in to prove: the facts that this side asserts on it, of the case and of the statements that
/// filings name (指导意见 10, in force 2023-09-20: what may be protected is no object of proof). No paper proves what its
/// party denies, what a person judges, or a count of days that the program made. Where nothing is left the person says it.
fn proves(source: &Source<'_>, item: ItemId) -> Option<String> {
    let facts: BTreeSet<&str> = claims_on(source, item)
        .filter(|(fact, claim)| named(source, &fact.scope) && asserts(claim))
        .filter_map(|(fact, _)| source.vocabulary.get(&fact.term).map(|term| term.zh.as_str()))
        .collect();
    let mut proves: Vec<&str> = facts.into_iter().collect();
    if counted(source, item) {
        proves.push("传播情况的数字");
    }
    Some(proves.join("、")).filter(|text| !text.is_empty())
}

/// The claims that rest on an item, each with its fact.
fn claims_on<'s>(source: &'s Source<'_>, item: ItemId) -> impl Iterator<Item = (&'s FactRow, &'s Claim)> {
    let facts = source.result.facts.iter();
    facts
        .flat_map(|fact| fact.claims.iter().map(move |claim| (fact, claim)))
        .filter(move |(_, claim)| claim.sources.iter().any(|span| span.item == item))
}

/// Whether a claim says for this side that something is so.
fn asserts(claim: &Claim) -> bool {
    let made = match &claim.value {
        Datum::No | Datum::Unknown => return false,
        Datum::Count(of) => of.unit == Unit::Days && claim.by == "redress",
        Datum::Yes | Datum::Date(_) | Datum::Choice(_) | Datum::Words(_) => false,
    };
    !made && !claim.opposing && claim.standing != Standing::Judged
}

/// Whether a scope is in the filings: the case, or a statement that a person took up and that Article 10 leaves.
fn named(source: &Source<'_>, scope: &Scope) -> bool {
    match scope {
        Scope::Case => true,
        Scope::Statement(id) => StatementPart::named(source, id),
    }
}

/// Whether a figure of a statement that the paper names was counted from an item. Figures of the whole case count whatever was
/// sealed, also what Article 10 sets aside, and make nothing evidence (指导意见 10, in force 2023-09-20).
fn counted(source: &Source<'_>, item: ItemId) -> bool {
    let of_named = |scope: &Scope| *scope != Scope::Case && named(source, scope);
    source.result.figures.iter().any(|figure| of_named(&figure.scope) && counted_from(figure, item))
}

fn counted_from(figure: &Figure, item: ItemId) -> bool {
    figure.parts.iter().any(|part| part.span.item == item)
}

/// Whether anything at all was counted from an item, or said on it.
fn rests(source: &Source<'_>, item: ItemId) -> bool {
    claims_on(source, item).next().is_some()
        || source.result.figures.iter().any(|figure| counted_from(figure, item))
}

/// Whether this side relies on an item for a statement that the paper names, or for what concerns the case: it was counted, it
/// shows a post that is quoted, or this side says something on it.
fn relied_on(source: &Source<'_>, item: ItemId) -> bool {
    let quoted = |(id, quotes): (&String, &Vec<Quote>)| {
        let here = |quote: &Quote| quote.span.as_ref().is_some_and(|span| span.item == item);
        StatementPart::named(source, id) && quotes.iter().any(here)
    };
    // What the program says of the whole case, such as days that are left, it says whatever the item is.
    let ours = |(fact, claim): (&FactRow, &Claim)| {
        let made = fact.scope == Scope::Case && claim.by == "redress";
        !claim.opposing && !made && named(source, &fact.scope)
    };
    counted(source, item) || source.quotes.iter().any(quoted) || claims_on(source, item).any(ours)
}

/// `5—7`, or nothing where it is not printed in the volume.
pub(crate) fn pages(at: &ExhibitRef) -> String {
    match at.pages {
        Some(span) if span.first == span.last => span.first.to_string(),
        Some(span) => format!("{}—{}", span.first, span.last),
        None => "——".to_owned(),
    }
}
