//! Which articles of an instrument the book covers: by a page, by a reason of their own, by that of a range, or not.

use crate::book::Ir;
use crate::provision::Instrument;
use redress_base::Finding;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Articles from one number to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Articles {
    /// The first.
    pub first: u32,
    /// The last.
    pub last: u32,
}

impl Articles {
    /// Reads a range: `"14-26"`. A number behind a hyphen that is not the greater one is part of an article's own
    /// number: 刑法 253-1 is 第二百五十三条之一.
    pub fn range(text: &str) -> Option<Articles> {
        let (first, last) = text.split_once('-')?;
        let (first, last) = (first.parse().ok()?, last.parse().ok()?);
        (0 < first && first < last).then_some(Articles { first, last })
    }

    /// Reads a range or one number.
    pub(crate) fn read(text: &str) -> Option<Articles> {
        let one = || text.parse().ok().map(|number| Articles { first: number, last: number });
        Articles::range(text).or_else(one)
    }

    /// Whether that article is among them.
    pub const fn holds(self, number: u32) -> bool {
        self.first <= number && number <= self.last
    }
}

impl fmt::Display for Articles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first == self.last {
            write!(f, "{}", self.first)
        } else {
            write!(f, "{}-{}", self.first, self.last)
        }
    }
}

/// Reasons that stand for whatever is not named.
const BLANKETS: [&str; 2] = ["others", "all"];

impl Ir {
    /// The articles of an instrument's span that have neither a page nor a reason with their number, as ranges; none
    /// where the span is not known.
    pub fn unnamed(&self, instrument: &Instrument) -> Option<Vec<Articles>> {
        let span = instrument.articles?;
        let reasons: Vec<Articles> =
            instrument.not_encoded.keys().filter_map(|key| Articles::read(key)).collect();
        let pages: Vec<u32> = numbered(self, instrument).collect();
        let mut found: Vec<Articles> = Vec::new();
        for number in span.first..=span.last {
            if pages.contains(&number) || reasons.iter().any(|range| range.holds(number)) {
                continue;
            }
            match found.last_mut() {
                Some(open) if open.last.saturating_add(1) == number => open.last = number,
                _ => found.push(Articles { first: number, last: number }),
            }
        }
        Some(found)
    }
}

/// The pages of an instrument that have an article's number.
fn numbered<'a>(ir: &'a Ir, instrument: &'a Instrument) -> impl Iterator<Item = u32> + 'a {
    let own = ir.provisions.iter().filter(|page| *page.article.instrument == *instrument.id);
    own.filter_map(|page| page.article.article.parse().ok())
}

/// No article of a known span is left without a page or a reason; what falls under a blanket reason is named.
pub(crate) fn check(ir: &Ir, findings: &mut Vec<Finding>) {
    for instrument in &ir.instruments {
        let about = |finding: Finding| finding.with("instrument", instrument.id.as_str());
        let blanket = BLANKETS.iter().any(|key| instrument.not_encoded.contains_key(*key));
        match ir.unnamed(instrument) {
            None if blanket => findings.push(about(Finding::note("law-span-not-known"))),
            None => {}
            Some(unnamed) if unnamed.is_empty() => {}
            Some(unnamed) => {
                let articles = unnamed.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
                let under = Finding::note("law-under-a-blanket-reason");
                let finding = if blanket { under } else { Finding::error("law-article-not-covered") };
                findings.push(about(finding).with("articles", articles));
            }
        }
        let Some(span) = instrument.articles else { continue };
        let reasons = instrument.not_encoded.keys().filter_map(|key| Articles::read(key));
        let pages = numbered(ir, instrument).map(|number| Articles { first: number, last: number });
        for outside in reasons.chain(pages).filter(|one| one.first < span.first || span.last < one.last) {
            let finding = about(Finding::error("law-article-outside-the-span"));
            findings.push(finding.with("articles", outside.to_string()).with("span", span.to_string()));
        }
        for page in numbered(ir, instrument) {
            let ranges = instrument.not_encoded.keys().filter_map(|key| Articles::range(key));
            for _ in ranges.filter(|range| range.holds(page)) {
                let finding = Finding::error("law-encoded-and-not").with("article", page.to_string());
                findings.push(about(finding));
            }
        }
    }
}
