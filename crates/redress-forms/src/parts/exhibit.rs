//! An exhibit as the filings list it (法释〔2019〕19号 19, in force 2020-05-01, O): number, name, source, what it is to prove,
//! pages.

use super::shown::{claims_on, counted, counted_from, named};
use super::{ShownPart, StatementPart, moment_zh};
use crate::{Quote, Source};
use redress_base::ItemId;
use redress_case::{FactRow, ItemRow};
use redress_facts::{Claim, Scope};
use redress_paper::{Cell, ExhibitRef, Pen, Run, Style};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One exhibit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExhibitPart {
    /// Number, item and pages.
    pub at: ExhibitRef,
    /// 证据名称: as whoever hands it in calls it; the name under which it was sealed where they said nothing.
    pub name: String,
    /// The name under which it was sealed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub file: String,
    /// 类型 and 格式.
    pub kind: String,
    /// 来源.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// 取得方式与时间: who took it in, and when it was sealed (Beijing).
    pub taken: String,
    /// What the file says it shows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shows: Vec<ShownPart>,
    /// 证明目的, in the words of whoever hands it in; where they say nothing, what it shows stands there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proves: Option<String>,
    /// 原件情况.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original: Option<String>,
    /// Whether it is not handed in. It keeps its number, so that every other paper still points where it did.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub left_out: bool,
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
            file: item.name.clone(),
            shows: ShownPart::of(source, item.id),
            proves: None,
            original: None,
            left_out: false,
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
        let row = |one: &&ExhibitPart| {
            vec![
                Cell::of(vec![Run::filled(one.at.number.to_string())]),
                Cell::of(vec![Run::named(one.name.as_str())]),
                Cell::tall(one.purpose(pen)),
                Cell::of(vec![Run::filled(pages(&one.at))]),
            ]
        };
        let rows = exhibits.iter().filter(|one| !one.left_out).map(row).collect();
        let heads = ["exhibit-number", "exhibit-name", "exhibit-proves", "exhibit-pages"];
        pen.table("exhibit-list", vec![1, 5, 5, 2], &heads, rows);
    }

    /// The list of a civil complaint, which names the source of each exhibit (民事诉讼法 124(四), in force 2024-01-01, day
    /// unverified).
    pub(crate) fn lay_sourced(pen: &mut Pen<'_>, exhibits: &[ExhibitPart]) {
        if exhibits.iter().all(|one| one.left_out) {
            pen.tell("exhibit-none");
            return;
        }
        let text = |text: &Option<String>| {
            Cell::of(text.as_ref().map(|text| Run::filled(text.as_str())).into_iter().collect())
        };
        let rows = exhibits.iter().filter(|one| !one.left_out).map(|one| {
            vec![
                Cell::of(vec![Run::filled(one.at.number.to_string())]),
                Cell::of(vec![Run::named(one.name.as_str())]),
                text(&one.source),
                Cell::tall(one.purpose(pen)),
                Cell::of(vec![Run::filled(pages(&one.at))]),
            ]
        });
        let heads = ["exhibit-number", "exhibit-name", "exhibit-source", "exhibit-proves", "exhibit-pages"];
        let rows = rows.collect();
        pen.table("exhibit-list", vec![1, 4, 3, 4, 2], &heads, rows);
    }

    /// 证明目的: what whoever hands it in says; else what the file says that it shows, a line for each statement.
    pub(crate) fn purpose(&self, pen: &Pen<'_>) -> Vec<Vec<Run>> {
        match self.proves.as_deref().map(str::trim).filter(|words| !words.is_empty()) {
            Some(words) => vec![vec![Run::filled(words)]],
            None => self.shows.iter().map(|one| one.told(pen)).collect(),
        }
    }

    /// Its name, and under it the name under which it was sealed, where whoever hands it in calls it something else.
    pub(crate) fn called(&self, pen: &Pen<'_>) -> Vec<Vec<Run>> {
        let mut lines = vec![vec![Run::named(self.name.as_str())]];
        if !self.file.is_empty() && self.file != self.name {
            lines.push(pen.say_with("exhibit-file", &[("file", vec![Run::named(self.file.as_str())])]));
        }
        lines
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
