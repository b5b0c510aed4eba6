//! Counts with lists of events and breaks, makes a release of statistics that is kept as it was made, and gives one as a paper.

use super::unfit;
use crate::call::Call;
use crate::library::Holder;
use crate::page::question::Question;
use crate::page::statistics::page;
use crate::reply::{Download, Reply, Wrong};
use redress_base::{Date, Fault, Finding, ItemId};
use redress_forms::{StatisticsReport, statistics_report};
use redress_paper::{Edition, Standing};
use redress_statistics::Published;
use redress_words::Language;

/// Shows the figures; in an office it makes the release first.
pub(crate) fn make(call: &Call<'_>) -> Result<Reply, Wrong> {
    let question = Question::of(call)?;
    let make = call.app.library.holder() == Holder::Office;
    let counts = call.app.library.counts(&call.session.visitor, &question.wanted(call, make)?)?;
    page(call, &question, &counts)
}

/// The figures as a paper, complete where somebody is named who compiled it.
pub(crate) fn paper(call: &Call<'_>) -> Result<Reply, Wrong> {
    let asked = call.required("format")?;
    let (ending, kind) = match asked {
        "docx" => ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        "pdf" => ("pdf", "application/pdf"),
        other => return Err(unfit(call, "format", other).into()),
    };
    let question = Question::of(call)?;
    let counts = call.app.library.counts(&call.session.visitor, &question.wanted(call, false)?)?;
    let none = || Finding::error("web-statistics-no-release").refuse(Fault::Usage);
    let report = StatisticsReport {
        release: &counts.release.ok_or_else(none)?,
        published: &Published::standard()?,
        compiled_by: call.typed("compiled-by"),
        today: call.app.library.now().at.beijing_date().unwrap_or(Date::MAX),
    };
    let english = call.words.language() == Language::En;
    let edition = if english { Edition::Glossed } else { Edition::Chinese };
    let paper = statistics_report(&report, edition, Standing::Final)?;
    let mut typesetter = call.app.library.typesetter()?;
    // A release shows no exhibit.
    let mut no_exhibit = |item: ItemId| {
        Err(Finding::error("web-statistics-no-exhibit").with("item", item.to_string()).refuse(Fault::Usage))
    };
    let printed = typesetter.print(&paper, &mut no_exhibit)?;
    let file = printed.files.into_iter().find(|(known, _)| known == ending);
    let (_, bytes) = file.ok_or_else(|| Finding::error("web-nothing-done").refuse(Fault::Storage))?;
    Ok(Reply::File(Download { name: format!("statistics.{ending}"), kind, bytes }))
}
