//! A page saved as one HTML file, by a tool that says so in a comment or in the page's head.

use crate::date::{by_tool, rfc3339, script_date};
use crate::description::{Draft, Outcome, Page, Part, Subject};
use crate::digest::Sums;
use crate::findings::{Findings, unreadable};
use crate::html;
use crate::limits::{MOST_LEAD, PIECE, cut};
use crate::lines::{Bytes, Plain};
use redress_base::{Finding, Sha256, Stamp};
use std::io::Read;

/// How much of a page is looked at for what its tool says.
const LOOK: usize = MOST_LEAD;

/// What a tool says about the page that it saved.
#[derive(Debug, Default, PartialEq, Eq)]
struct Saved {
    tool: String,
    url: Option<String>,
    date: Option<String>,
    title: Option<String>,
}

/// Whether the beginning of a file is a saved page.
pub(crate) fn is_one(text: &str) -> bool {
    let is_html = html::find(text, "<html", 0).is_some() || html::find(text, "<!doctype html", 0).is_some();
    is_html && saved(text).is_some()
}

/// Reads a saved page into a draft. Gives whether it was read to its end.
pub(crate) fn describe(
    name: &str,
    source: &mut (impl Read + ?Sized),
    draft: &mut Draft,
    findings: &mut Findings,
) -> bool {
    let mut source = source;
    let mut plain = Plain::new(&mut source);
    let mut sums = Sums::default();
    let mut lead = Vec::new();
    loop {
        let at = plain.at();
        let piece = match plain.fill() {
            Ok([]) => break,
            Ok(piece) => piece.get(..PIECE).unwrap_or(piece),
            Err(error) => {
                findings.push(*unreadable(at, &error));
                return false;
            }
        };
        sums.update(piece);
        let room = LOOK.saturating_sub(lead.len());
        lead.extend(piece.iter().take(room));
        let count = piece.len();
        plain.consume(count);
    }
    let text = String::from_utf8_lossy(&lead).into_owned();
    let saved = saved(&text).unwrap_or_default();
    let at = stamp(&saved, findings);
    file_name(name, sums.sha256(), draft, findings);
    if html::find(&text, "</html", 0).is_none() && sums.bytes() <= LOOK as u64 {
        findings.push(Finding::warning("webarchive-page-cut").with("byte", sums.bytes()));
    }
    if saved.url.is_none() {
        findings.push(Finding::warning("webarchive-page-no-address"));
    }
    draft.whole.tool = Some(saved.tool).filter(|tool| !tool.is_empty()).map(|tool| cut(&tool, 200));
    draft.whole.made = at;
    let title = saved.title.or_else(|| html::title(&lead, Some("text/html; charset=utf-8")));
    let url = saved.url;
    draft.page(Page { url: url.clone().unwrap_or_default(), at, status: None, title, part: Some(1) });
    draft.part(Part {
        number: 1,
        what: "page".to_owned(),
        member: None,
        url,
        at,
        status: None,
        media_type: Some("text/html".to_owned()),
        coding: None,
        start: 0,
        end: sums.bytes(),
        bytes: sums.bytes(),
        sha256: sums.sha256(),
    });
    true
}

fn stamp(saved: &Saved, findings: &mut Findings) -> Option<Stamp> {
    let date = saved.date.as_deref();
    let at = date.and_then(|text| rfc3339(text).or_else(|| script_date(text)));
    if date.is_some() && at.is_none() {
        findings.push(Finding::warning("webarchive-page-date"));
    }
    at.map(by_tool)
}

/// SingleFile can put the SHA-256 of the file into its name.
fn file_name(name: &str, found: Sha256, draft: &mut Draft, findings: &mut Findings) {
    let runs = name.split(|c: char| !c.is_ascii_hexdigit());
    let stated: Vec<Sha256> = runs.filter(|run| run.len() == 64).filter_map(|run| run.parse().ok()).collect();
    let [stated] = stated.as_slice() else { return };
    let holds = *stated == found;
    draft.claim(Subject::FileName, "sha256", false, Outcome::from(holds));
    if !holds {
        findings.push(Finding::error("webarchive-page-name-differs").with("found", found.to_string()));
    }
}

fn saved(text: &str) -> Option<Saved> {
    single_file(text)
        .or_else(|| monolith(text))
        .or_else(|| save_page_we(text))
        .or_else(|| mark_of_the_web(text))
}

/// The comment that SingleFile writes behind the opening tag: `Page saved with SingleFile`, `url:`, `saved date:`.
fn single_file(text: &str) -> Option<Saved> {
    let comment = comment_with(text, "page saved with singlefile")?;
    let value = |name: &str| {
        let mut lines = comment.lines().map(str::trim);
        let value = lines.find_map(|line| line.strip_prefix(name))?.trim().to_owned();
        (!value.is_empty()).then_some(value)
    };
    Some(Saved { tool: "SingleFile".to_owned(), url: value("url:"), date: value("saved date:"), title: None })
}

/// `Saved from URL at DATE using monolith v2.8.1`.
fn monolith(text: &str) -> Option<Saved> {
    let comment = comment_with(text, "using monolith")?;
    let words: Vec<&str> = comment.split_whitespace().collect();
    let after = |word: &str| {
        let at = words.iter().position(|one| one.eq_ignore_ascii_case(word))?;
        words.get(at.saturating_add(1)).map(|one| (*one).to_owned())
    };
    let using = words.iter().position(|word| *word == "using").unwrap_or(words.len());
    let tool = words.get(using.saturating_add(1)..).unwrap_or_default().join(" ");
    let url = after("from").filter(|url| url.contains(':'));
    Some(Saved { tool, url, date: after("at"), title: None })
}

/// The `meta` elements of Save Page WE.
fn save_page_we(text: &str) -> Option<Saved> {
    let value = |name: &str| {
        let at = html::find(text, &format!("<meta name=\"savepage-{name}\""), 0)?;
        let element = text.get(at..)?.split('>').next()?;
        let content = element.get(html::find(element, "content=\"", 0)?..)?.split('"').nth(1)?;
        Some(html::unescape(content))
    };
    let url = value("url")?;
    let tool = match value("version") {
        Some(version) => format!("Save Page WE {version}"),
        None => "Save Page WE".to_owned(),
    };
    Some(Saved { tool, url: Some(url), date: value("date"), title: value("title") })
}

/// `saved from url=(0023)https://example.org/`: Internet Explorer, and Chromium for "complete" pages.
fn mark_of_the_web(text: &str) -> Option<Saved> {
    let comment = comment_with(text, "saved from url=(")?;
    let rest = comment.trim().get("saved from url=(".len()..)?;
    let (digits, url) = rest.split_once(')')?;
    let length: usize = digits.parse().ok()?;
    let url: String = url.chars().take(length).collect();
    Some(Saved { url: Some(url).filter(|url| !url.is_empty()), ..Saved::default() })
}

/// The inside of the first comment that begins with, or holds, `what` (lower case).
fn comment_with<'t>(text: &'t str, what: &str) -> Option<&'t str> {
    let mut from = 0;
    // A page has few comments before its tool's; a hostile one does not get more attention than that.
    for _ in 0..64 {
        let open = html::find(text, "<!--", from)?.saturating_add(4);
        let close = html::find(text, "-->", open)?;
        let inside = text.get(open..close)?;
        if inside.len() <= 16_384 && html::find(inside, what, 0).is_some() {
            return Some(inside);
        }
        from = close;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Saved, saved};

    #[test]
    fn each_tool_in_its_own_words() {
        let single = "<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://example.org/a?b=1 \n saved date: Tue Jan 02 2024 10:00:00 GMT+0800 (China Standard Time)\n--><meta charset=utf-8>";
        let expected = Saved {
            tool: "SingleFile".into(),
            url: Some("https://example.org/a?b=1".into()),
            date: Some("Tue Jan 02 2024 10:00:00 GMT+0800 (China Standard Time)".into()),
            title: None,
        };
        assert_eq!(saved(single), Some(expected));
        let monolith = saved(
            "<!-- Saved from https://example.org/ at 2024-01-02T03:04:05Z using monolith v2.8.1 --><html>",
        )
        .unwrap();
        assert_eq!(
            (monolith.tool.as_str(), monolith.date.as_deref()),
            ("monolith v2.8.1", Some("2024-01-02T03:04:05Z"))
        );
        let mark = saved("<!-- saved from url=(0020)https://example.org/ --><html>").unwrap();
        assert_eq!(mark.url.as_deref(), Some("https://example.org/"));
        let we = saved("<meta name=\"savepage-url\" content=\"https://example.org/?a&amp;b\"><meta name=\"savepage-title\" content=\"T\">").unwrap();
        assert_eq!((we.url.as_deref(), we.title.as_deref()), (Some("https://example.org/?a&b"), Some("T")));
        assert_eq!(saved("<html><!-- nothing --></html>"), None);
    }
}
