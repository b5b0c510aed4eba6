//! A statement (同一诽谤信息) on a paper: its words, where and when it was first posted, and how far it went.

use super::day_zh;
use crate::Source;
use redress_base::{ItemId, Unit, Value};
use redress_case::StatementRow;
use redress_facts::Scope;
use redress_paper::{ExhibitRef, PaperFigure, Pen, Run, Style};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Exhibits named beside one figure.
const EXHIBITS: usize = 5;

/// One statement.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct StatementPart {
    /// `st-…`.
    pub id: String,
    /// Words of the first post, as it stands in the evidence.
    pub words: Option<String>,
    /// Platform of the first post.
    pub platform: Option<String>,
    /// Account of the first post, as shown.
    pub account: Option<String>,
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

impl StatementPart {
    /// The statements that a person took up and that Article 10 does not set aside (指导意见 10, in force 2023-09-20):
    /// what is protected is put into no filing.
    pub(crate) fn all(source: &Source<'_>) -> Vec<StatementPart> {
        source
            .result
            .statements
            .iter()
            .filter(|row| row.taken_up && StatementPart::unprotected(source, &row.id))
            .map(|row| StatementPart::of(source, row))
            .collect()
    }

    /// Whether filings name a statement: a person took it up, and Article 10 does not protect it.
    pub(crate) fn named(source: &Source<'_>, id: &str) -> bool {
        let taken_up = source.result.statements.iter().any(|row| row.taken_up && row.id == id);
        taken_up && StatementPart::unprotected(source, id)
    }

    /// The statements that a person took up and that Article 10 does not set aside, also where it is still open: for what
    /// charges nobody.
    pub(crate) fn shown(source: &Source<'_>) -> Vec<StatementPart> {
        StatementPart::rows_shown(source).map(|row| StatementPart::of(source, row)).collect()
    }

    /// The rows of [`StatementPart::shown`], in the order in which papers number them.
    pub(crate) fn rows_shown<'s>(source: &'s Source<'_>) -> impl Iterator<Item = &'s StatementRow> {
        let rows = source.result.statements.iter();
        rows.filter(|row| row.taken_up && !StatementPart::set_aside(source, &row.id))
    }

    /// How many posts of the statements that filings name are not among the `printed` ones: quoted are the first of each.
    pub(crate) fn unprinted(source: &Source<'_>, printed: usize) -> u64 {
        let rows = source.result.statements.iter();
        let rows = rows.filter(|row| row.taken_up && StatementPart::unprotected(source, &row.id));
        let all = rows.map(|row| row.members).fold(0_u64, u64::saturating_add);
        all.saturating_sub(u64::try_from(printed).unwrap_or(u64::MAX))
    }

    /// Whether a person has answered Article 10 for it, and neither as a report nor as comment or criticism is it
    /// protected. Where that is open or disputed, no paper charges anybody with it.
    pub(crate) fn unprotected(source: &Source<'_>, id: &str) -> bool {
        let scope = Scope::Statement(id.to_owned());
        let gate = source.result.protected.iter().find(|one| one.scope == scope);
        gate.is_some_and(|one| one.report == Value::FF && one.criticism == Value::FF)
    }

    /// Whether Article 10 sets a statement aside.
    pub(crate) fn set_aside(source: &Source<'_>, id: &str) -> bool {
        let scope = Scope::Statement(id.to_owned());
        source.result.protected.iter().any(|one| one.set_aside && one.scope == scope)
    }

    fn of(source: &Source<'_>, row: &StatementRow) -> StatementPart {
        let quote = source.quotes.get(&row.id).and_then(|quotes| quotes.first());
        let day =
            |stamp: Option<redress_base::Stamp>| stamp.and_then(|stamp| stamp.at.beijing_date()).map(day_zh);
        let scope = Scope::Statement(row.id.clone());
        let figures = source.result.figures.iter().filter(|figure| figure.scope == scope);
        // Topic reads are never views of one item: they stand in no paper about a statement.
        let figures = figures.filter(|figure| figure.unit != Unit::TopicReads);
        StatementPart {
            id: row.id.clone(),
            words: quote.map(|quote| quote.text.clone()),
            platform: quote.map(|quote| quote.platform.clone()),
            account: quote.and_then(|quote| quote.account.clone()),
            link: quote.and_then(|quote| quote.link.clone()),
            first: day(row.first),
            last: day(row.last),
            figures: figures.map(|figure| paper_figure(source, figure)).collect(),
            exhibit: quote.and_then(|quote| quote.span.as_ref()).and_then(|span| source.exhibit(span.item)),
        }
    }

    /// Where it can be found: its link, or the platform and the account as shown, with its number in the file.
    pub(crate) fn place(&self) -> Option<String> {
        let account = self.account.as_ref().map(|account| format!("账号“{account}”"));
        let at: Vec<String> =
            [self.platform.clone(), account, self.link.clone()].into_iter().flatten().collect();
        (!at.is_empty()).then(|| format!("{}（言论{}）", at.join("，"), self.id))
    }

    /// A figure by its measure's suffix, such as `views`.
    pub(crate) fn figure(&self, suffix: &str) -> Option<&PaperFigure> {
        let id = format!("{}.{suffix}", self.id);
        self.figures.iter().find(|figure| figure.figure == id)
    }

    /// What was posted when and where, in one paragraph, its words quoted, then its figures.
    pub(crate) fn lay(&self, pen: &mut Pen<'_>, number: usize) {
        let none = || vec![Run::plain("未记录")];
        let some =
            |value: &Option<String>| value.as_ref().map_or_else(none, |text| vec![Run::named(text.as_str())]);
        let words =
            self.words.as_ref().map_or_else(none, |text| vec![Run::new(text.as_str(), Style::Quoted)]);
        let exhibit = pen.exhibits(&self.exhibit.into_iter().collect::<Vec<_>>());
        let values = [
            ("number", vec![Run::plain(number.to_string())]),
            ("first", some(&self.first)),
            ("platform", some(&self.platform)),
            ("account", some(&self.account)),
            ("words", words),
            ("exhibit", exhibit),
        ];
        let runs = pen.say_with("statement-posted", &values);
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
