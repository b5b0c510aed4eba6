//! One part of the page by itself, for whoever shows the parts on pages of their own.

use super::frame::Page;
use super::limits::Check;
use super::{PATTERNS, established, gate, kept, law, limits, measured, missing, routes};
use crate::Excerpts;
use maud::{Markup, html};
use redress_base::ItemId;
use redress_case::CaseResult;
use redress_words::Words;

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Protected speech (Guiding Opinions art 10, 2023-09-20).
    Protected,
    /// Sums over what is kept, and what the readers counted.
    Kept,
    /// Statements with their reach against the law's numbers, and the timelines.
    Measured,
    /// What is made out, open or disputed, with the reasons.
    Established,
    /// What would change it.
    Missing,
    /// The twelve routes.
    Routes,
    /// The list of the evidence.
    Evidence,
    /// The law that was used.
    Law,
    /// What sealing shows and what it cannot show.
    Limits,
}

/// The look that every part needs: tokens, marks, charts.
pub const STYLE: &str = include_str!("style.css");

/// One part as HTML. `home` says on which page an anchor stands that is not in this part: `Some("evidence")` turns
/// `#item-001` into `evidence#item-001`; where it gives nothing the anchor stays one of the same page.
pub fn part(
    part: Part,
    result: &CaseResult,
    excerpts: &Excerpts,
    words: &Words,
    home: &dyn Fn(&str) -> Option<String>,
) -> String {
    let page = Page::new(result, excerpts, words);
    let body = match part {
        Part::Protected => gate::section(&page),
        Part::Kept => kept::section(&page),
        Part::Measured => measured::section(&page),
        Part::Established => established::section(&page),
        Part::Missing => missing::section(&page),
        Part::Routes => routes::section(&page),
        Part::Evidence => kept::list(&page, &|_| html! {}, kept::Checks::Folded),
        Part::Law => law::section(&page),
        Part::Limits => limits::section(&page, Check::Words),
    };
    linked(&body.into_string(), home)
}

/// The list of the evidence with something beside the number of each item; `home` as for [`part`].
pub fn evidence(
    result: &CaseResult,
    words: &Words,
    home: &dyn Fn(&str) -> Option<String>,
    beside: &dyn Fn(ItemId) -> Markup,
) -> String {
    let excerpts = Excerpts::none();
    linked(
        &kept::list(&Page::new(result, &excerpts, words), beside, kept::Checks::Folded).into_string(),
        home,
    )
}

/// The pattern that charts refer to; once on every page that holds one.
pub fn patterns() -> &'static str {
    PATTERNS
}

/// Sends links to the pages where their targets stand. Only an attribute can hold these characters: in text the
/// quotation mark is written as an entity.
fn linked(html: &str, home: &dyn Fn(&str) -> Option<String>) -> String {
    const LINK: &str = "href=\"#";
    let mut out = String::with_capacity(html.len());
    let mut parts = html.split(LINK);
    out.push_str(parts.next().unwrap_or_default());
    for rest in parts {
        let target = rest.split('"').next().unwrap_or_default();
        out.push_str("href=\"");
        out.push_str(&home(target).unwrap_or_default());
        out.push('#');
        out.push_str(rest);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::linked;

    #[test]
    fn links_go_to_the_page_of_their_target_and_text_stays() {
        let html = r##"<a href="#item-001">a</a> href=&quot;#item-001 <a href="#st-1">b</a>"##;
        let home = |id: &str| id.starts_with("item-").then(|| "evidence".to_owned());
        let expected = r##"<a href="evidence#item-001">a</a> href=&quot;#item-001 <a href="#st-1">b</a>"##;
        assert_eq!(linked(html, &home), expected);
    }
}
