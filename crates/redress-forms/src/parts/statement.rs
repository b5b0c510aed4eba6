//! A statement (同一诽谤信息) on a paper: its words, where and when it was first posted, and how far it went.

use super::day_zh;
use crate::Source;
use redress_base::{ItemId, Unit, Value};
use redress_case::{CaseResult, StatementRow};
use redress_facts::Scope;
use redress_paper::{ExhibitRef, PaperFigure, Pen, Run, Style};
use redress_words::{Language, Words};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Exhibits named beside one figure.
const EXHIBITS: usize = 5;

/// One statement.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct StatementPart {
    /// `st-…`.
    pub id: String,
    /// Its number in every paper of the case, from 1: printed as 言论一.
    pub number: u64,
    /// Words of the first post, as it stands in the evidence.
    pub words: Option<String>,
    /// Platform of the first post.
    pub platform: Option<String>,
    /// Account of the first post, as shown.
    pub account: Option<String>,
    /// The platform's own number of the first post.
    pub post: Option<String>,
    /// Where it could be opened.
    pub link: Option<String>,
    /// Day of the first post.
    pub first: Option<String>,
    /// Day of the last post.
    pub last: Option<String>,
    /// Posts that say it, views, reposts and whatever else was counted.
    pub figures: Vec<PaperFigure>,
    /// Exhibit of the first post.
    pub exhibit: Option<ExhibitRef>,
}

fn unprotected(result: &CaseResult, id: &str) -> bool {
    let scope = Scope::Statement(id.to_owned());
    let gate = result.protected.iter().find(|one| one.scope == scope);
    gate.is_some_and(|one| one.report == Value::FF && one.criticism == Value::FF)
}

fn set_aside(result: &CaseResult, id: &str) -> bool {
    let scope = Scope::Statement(id.to_owned());
    result.protected.iter().any(|one| one.set_aside && one.scope == scope)
}

fn rows_of(result: &CaseResult) -> Vec<(u64, &StatementRow)> {
    let rows = result.statements.iter();
    let mut rows: Vec<&StatementRow> =
        rows.filter(|row| row.taken_up && !set_aside(result, &row.id)).collect();
    // Without a day it stands last.
    let day = |row: &StatementRow| row.first.map_or((1, None), |stamp| (0, Some(stamp.at)));
    rows.sort_by_cached_key(|row| (!unprotected(result, &row.id), day(row)));
    (1..).zip(rows).collect()
}

/// The numbers that statements have in every paper of a case (言论一, 言论二), by their ids: those that filings name, in the order
/// of their days, and after them those of which Article 10 is open.
pub fn paper_numbers(result: &CaseResult) -> std::collections::BTreeMap<&str, u64> {
    rows_of(result).into_iter().map(|(number, row)| (row.id.as_str(), number)).collect()
}

impl StatementPart {
    /// The statements that a person took up, that Article 10 does not set aside (指导意见 10, in force 2023-09-20), and that
    /// whoever signs does not leave out: what is protected is put into no filing.
    pub(crate) fn all(source: &Source<'_>) -> Vec<StatementPart> {
        StatementPart::rows_shown(source)
            .into_iter()
            .filter(|(_, row)| StatementPart::charged(source, row))
            .map(|(number, row)| StatementPart::of(source, number, row))
            .collect()
    }

    /// Whether the paper names a statement: a person took it up, Article 10 does not protect it, and nobody left it out.
    pub(crate) fn named(source: &Source<'_>, id: &str) -> bool {
        source.result.statements.iter().any(|row| row.id == id && StatementPart::charged(source, row))
    }

    /// Whether this paper names a statement: taken up, not protected, and not left out by whoever signs.
    fn charged(source: &Source<'_>, row: &StatementRow) -> bool {
        row.taken_up && StatementPart::unprotected(source, &row.id) && !source.leaves_out(&row.id)
    }

    /// The statements that a person took up and that Article 10 does not set aside, also where it is still open: for what
    /// charges nobody.
    pub(crate) fn shown(source: &Source<'_>) -> Vec<StatementPart> {
        let numbered = StatementPart::rows_shown(source);
        numbered.into_iter().map(|(number, row)| StatementPart::of(source, number, row)).collect()
    }

    /// The rows of [`StatementPart::shown`] with the numbers that they have in every paper: those that filings name by the
    /// day of the first post, so that facts are told in the order of their days and without a gap; then those of which
    /// Article 10 is open.
    pub(crate) fn rows_shown<'s>(source: &'s Source<'_>) -> Vec<(u64, &'s StatementRow)> {
        rows_of(source.result)
    }

    /// The numbers of the statements that filings name.
    pub(crate) fn numbers<'s>(source: &'s Source<'_>) -> BTreeMap<&'s str, u64> {
        let named = StatementPart::rows_shown(source).into_iter();
        let named = named.filter(|(_, row)| StatementPart::unprotected(source, &row.id));
        named.map(|(number, row)| (row.id.as_str(), number)).collect()
    }

    /// How many posts of the statements that filings name are not among the `printed` ones: quoted are the first of each.
    pub(crate) fn unprinted(source: &Source<'_>, printed: usize) -> u64 {
        let rows = source.result.statements.iter().filter(|row| StatementPart::charged(source, row));
        let all = rows.map(|row| row.members).fold(0_u64, u64::saturating_add);
        all.saturating_sub(u64::try_from(printed).unwrap_or(u64::MAX))
    }

    /// Whether a person has answered Article 10 for it, and neither as a report nor as comment or criticism is it
    /// protected. Where that is open or disputed, no paper charges anybody with it.
    pub(crate) fn unprotected(source: &Source<'_>, id: &str) -> bool {
        unprotected(source.result, id)
    }

    fn of(source: &Source<'_>, number: u64, row: &StatementRow) -> StatementPart {
        let quote = source.quotes.get(&row.id).and_then(|quotes| quotes.first());
        let day =
            |stamp: Option<redress_base::Stamp>| stamp.and_then(|stamp| stamp.at.beijing_date()).map(day_zh);
        let scope = Scope::Statement(row.id.clone());
        let figures = source.result.figures.iter().filter(|figure| figure.scope == scope);
        // Topic reads are never views of one item: they stand in no paper about a statement.
        let figures = figures.filter(|figure| figure.unit != Unit::TopicReads);
        StatementPart {
            id: row.id.clone(),
            number,
            words: quote.map(|quote| quote.text.clone()),
            platform: quote.map(|quote| quote.platform.clone()),
            account: quote.and_then(|quote| quote.account.clone()),
            post: quote.map(|quote| posted_number(&quote.post)),
            link: quote.and_then(|quote| quote.link.clone()),
            first: day(row.first),
            last: day(row.last),
            figures: figures.map(|figure| paper_figure(source, figure)).collect(),
            exhibit: quote.and_then(|quote| quote.span.as_ref()).and_then(|span| source.exhibit(span.item)),
        }
    }

    /// 言论一, as a value of the input.
    pub(crate) fn named_zh(&self) -> String {
        format!("言论{}", Words::of(Language::ZhHans).numeral(self.number))
    }

    /// Where it can be found: its link, or the platform and the account as shown, with its number.
    pub(crate) fn place(&self) -> Option<String> {
        let account = self.account.as_ref().map(|account| format!("账号“{account}”"));
        let at: Vec<String> =
            [self.platform.clone(), account, self.link.clone()].into_iter().flatten().collect();
        (!at.is_empty()).then(|| format!("{}（{}）", at.join("，"), self.named_zh()))
    }

    /// Where and since when it stands, for a court that is to order something about it (民事诉讼法 122, in force 2024-01-01, day
    /// unverified: claims are specific): its number, the first post by platform, account, number and address, its day, and how
    /// many posts on file say the same.
    pub(crate) fn located(&self, pen: &Pen<'_>) -> Vec<Run> {
        let mut parts: Vec<Vec<Run>> = Vec::new();
        let named = |key: &str, name: &'static str, value: &str, style: Style| {
            pen.say_with(key, &[(name, vec![Run::new(value, style)])])
        };
        let wanted = [
            ("located-platform", "platform", &self.platform, Style::Named),
            ("located-account", "account", &self.account, Style::Named),
            ("located-post", "post", &self.post, Style::Code),
            ("located-link", "link", &self.link, Style::Code),
            ("located-first", "day", &self.first, Style::Filled),
        ];
        for (key, name, value, style) in wanted {
            parts.extend(value.as_deref().map(|value| named(key, name, value, style)));
        }
        // The exhibit is that of the first post; those of the copies stand behind their number.
        if let Some(last) = parts.last_mut() {
            last.extend(pen.exhibits(&self.exhibit.into_iter().collect::<Vec<_>>()));
        }
        if let Some(posts) = self.figure("posts") {
            parts.push(pen.say_with("located-copies", &[("posts", pen.figure(posts))]));
        }
        let mut runs = pen.statement(self.number);
        for (at, part) in parts.into_iter().enumerate() {
            runs.push(Run::plain(if at == 0 { "：" } else { "，" }));
            runs.extend(part);
        }
        runs
    }

    /// A figure by its measure's suffix, such as `views`.
    pub(crate) fn figure(&self, suffix: &str) -> Option<&PaperFigure> {
        let id = format!("{}.{suffix}", self.id);
        self.figures.iter().find(|figure| figure.figure == id)
    }

    /// What was posted when and where, in one paragraph, its words quoted, then its figures.
    pub(crate) fn lay(&self, pen: &mut Pen<'_>) {
        let none = || vec![Run::plain("未记录")];
        let some =
            |value: &Option<String>| value.as_ref().map_or_else(none, |text| vec![Run::named(text.as_str())]);
        let words =
            self.words.as_ref().map_or_else(none, |text| vec![Run::new(text.as_str(), Style::Quoted)]);
        let exhibit = pen.exhibits(&self.exhibit.into_iter().collect::<Vec<_>>());
        let number = pen.numeral_both(self.number);
        let values = [
            ("number", vec![Run::plain(number.zh)]),
            ("first", some(&self.first)),
            ("platform", some(&self.platform)),
            ("account", some(&self.account)),
            ("words", words),
            ("exhibit", exhibit),
        ];
        let runs = pen.say_each("statement-posted", &values, &[("number", number.en)]);
        pen.paragraph(runs);
        let shown: Vec<&PaperFigure> = ["views", "reposts", "comments", "posts", "accounts"]
            .iter()
            .filter_map(|name| self.figure(name))
            .collect();
        if shown.is_empty() {
            return;
        }
        let mut runs = pen.say("statement-spread");
        for (at, figure) in shown.into_iter().enumerate() {
            if at > 0 {
                runs.push(Run::plain("；"));
            }
            runs.extend(pen.figure(figure));
        }
        runs.push(Run::plain("。"));
        pen.paragraph(runs);
    }
}

/// The number that the platform gives a post, out of its key in the file, as a person reads it: `4912…` of `weibo/4912…`,
/// `评论 5263…` of a comment.
pub(crate) fn posted_number(post: &str) -> String {
    let number = post.split_once('/').map_or(post, |(_, number)| number);
    number.strip_prefix("c/").map_or_else(|| number.to_owned(), |number| format!("评论 {number}"))
}

/// A figure of the result for a paper, with the exhibits that its listed parts stand in.
pub(crate) fn paper_figure(source: &Source<'_>, figure: &redress_analysis::Figure) -> PaperFigure {
    let items: BTreeSet<ItemId> = figure.parts.iter().map(|part| part.span.item).collect();
    let (exhibits, more) = named_exhibits(source, &items);
    PaperFigure {
        figure: figure.id.clone(),
        unit: figure.unit,
        count: figure.count,
        disputed: figure.disputed,
        as_of: figure.as_of,
        exhibits,
        more,
    }
}

/// The first few of the exhibits, and how many more there are.
pub(crate) fn named_exhibits(source: &Source<'_>, items: &BTreeSet<ItemId>) -> (Vec<ExhibitRef>, u64) {
    let mut all: Vec<ExhibitRef> = items.iter().filter_map(|item| source.exhibit(*item)).collect();
    let more = all.len().saturating_sub(EXHIBITS);
    all.truncate(EXHIBITS);
    (all, u64::try_from(more).unwrap_or(u64::MAX))
}
