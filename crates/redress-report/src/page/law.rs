//! Which version of which provision answered, and by which clock it was chosen.

use super::frame::Page;
use maud::{Markup, html};
use redress_law::{Clock, Confidence, End, Version};
use std::collections::BTreeMap;

/// Every version that an answer of this page rests on.
pub(crate) fn section(page: &Page<'_>) -> Markup {
    let result = page.result;
    let mut used: BTreeMap<(String, String), &Version> = BTreeMap::new();
    for row in &result.outcomes {
        let others = row.outcome.versions.iter().map(|one| &one.version);
        for version in row.outcome.version.iter().chain(others) {
            used.insert((version.article.to_string(), version.in_force.from.to_string()), version);
        }
    }
    let day = page.words.date(result.today);
    let args = [
        ("digest", result.law.digest.as_str().into()),
        ("rules", result.law.rules.into()),
        ("day", day.into()),
    ];
    let body = html! {
        table.tbl.cards {
            thead { tr {
                @for column in ["article", "force", "clock", "checked"] { th scope="col" { (page.text(&format!("report-law-{column}"))) } }
            } }
            tbody { @for version in used.values() { (row(page, version)) } }
        }
        p.small.faint { (page.say("report-law-used", &args)) }
    };
    page.card("law", &body)
}

/// Where the row of a version stands.
pub(super) fn anchor(version: &Version) -> String {
    format!("article-{}", redress_law::address(&version.article, version.in_force.from))
}

/// An article by its name, as a link to its row.
pub(super) fn cite(page: &Page<'_>, version: &Version) -> Markup {
    html! { a href={"#" (anchor(version))} { (page.words.article(&version.article)) } }
}

fn row(page: &Page<'_>, version: &Version) -> Markup {
    let from = [("from", page.words.date(version.in_force.from).into())];
    let force = match &version.in_force.end {
        End::Open => page.say("report-law-open", &from),
        End::Repealed { on, .. } => {
            let [from] = from;
            page.say("report-law-repealed", &[from, ("on", page.words.date(*on).into())])
        }
        End::NotResearched => page.say("report-law-not-researched", &from),
    };
    let clock = match version.clock {
        Clock::Act => "report-law-by-act",
        Clock::Filing => "report-law-by-filing",
    };
    let checked =
        if version.confidence == Confidence::V { "report-law-verified" } else { "report-unverified" };
    html! {
        tr id=(anchor(version)) {
            td.cite { (page.words.article(&version.article)) }
            td { (force) }
            td { (page.text(clock)) }
            td { (page.text(checked)) }
        }
    }
}
