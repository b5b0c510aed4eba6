//! Lines that somebody can turn to when it is too much: local data that people edit, not something that the program knows.

use crate::call::Call;
use maud::{Markup, html};
use redress_base::{Date, Fault, Finding, Refusal};
use redress_words::{Language, safe_text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What stands there until somebody writes their own: marked as unchecked.
const DEFAULTS: &str = include_str!("asset/crisis-lines.toml");
/// The most lines.
pub(crate) const MOST: usize = 20;
/// The longest of their texts, in characters.
const LONGEST: usize = 100;
/// Lines on the pages of a case; the others are one step away.
const AT_HAND: usize = 2;

/// One line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Line {
    /// The number or address.
    pub(crate) number: String,
    /// Its name in Chinese.
    #[serde(default)]
    pub(crate) name_zh: String,
    /// Its name in English.
    #[serde(default)]
    pub(crate) name_en: String,
    /// When it answers.
    #[serde(default)]
    pub(crate) hours: String,
    /// The day on which somebody made sure that it answers; empty where nobody did.
    #[serde(default)]
    pub(crate) checked: String,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Lines {
    #[serde(default)]
    line: Vec<Line>,
}

/// Reads a file of lines.
///
/// # Errors
/// `Input`, with what does not fit.
pub(crate) fn parse(text: &str) -> Result<Vec<Line>, Refusal> {
    let unfit = |problem: &str| {
        Finding::error("web-lines-unreadable").with("problem", problem.trim()).refuse(Fault::Input)
    };
    let lines: Lines = toml::from_str(text).map_err(|error| unfit(error.message()))?;
    for line in &lines.line {
        fits(line).map_err(unfit)?;
    }
    if lines.line.len() > MOST { Err(unfit("line")) } else { Ok(lines.line) }
}

/// The file that holds these lines.
///
/// # Errors
/// `Usage`, with the first text that does not fit.
pub(crate) fn write(lines: Vec<Line>) -> Result<String, Refusal> {
    for line in &lines {
        fits(line)
            .map_err(|unfit| Finding::error("web-line-unfit").with("typed", unfit).refuse(Fault::Usage))?;
    }
    toml::to_string(&Lines { line: lines }).map_err(|error| {
        Finding::error("web-lines-unreadable").with("problem", error.to_string()).refuse(Fault::Input)
    })
}

/// The first text of a line that does not fit.
fn fits(line: &Line) -> Result<(), &str> {
    let day = line.checked.is_empty() || line.checked.parse::<Date>().is_ok();
    let texts = [&line.number, &line.name_zh, &line.name_en, &line.hours];
    let unfit = |text: &&&String| text.chars().count() > LONGEST || text.chars().any(char::is_control);
    match texts.iter().find(unfit) {
        Some(text) => Err(text),
        None if line.number.trim().is_empty() => Err("number"),
        // A telephone number has digits; an address has a dot or an at sign.
        None if !line.number.chars().any(|c| c.is_ascii_digit() || ".@".contains(c)) => Err(&line.number),
        None if !day => Err(&line.checked),
        None => Ok(()),
    }
}

/// The lines as they stand: those that somebody wrote, or else the unchecked ones of the program.
///
/// # Errors
/// Where the file cannot be read, with what is wrong with it.
pub(crate) fn lines(call: &Call<'_>) -> Result<Vec<Line>, Refusal> {
    let own = call.app.library.crisis_lines()?;
    parse(own.as_deref().unwrap_or(DEFAULTS))
}

/// The name of a line in the reader's language, or the other where it has none in it.
fn name<'l>(call: &Call<'_>, line: &'l Line) -> &'l str {
    let (first, second) = match call.words.language() {
        Language::ZhHans => (&line.name_zh, &line.name_en),
        Language::En => (&line.name_en, &line.name_zh),
    };
    if first.is_empty() { second } else { first }
}

/// One line in words, with whether anybody made sure of it.
fn one(call: &Call<'_>, line: &Line) -> Markup {
    let checked = line.checked.parse::<Date>().ok();
    html! {
        b { (safe_text(&line.number)) } " " (safe_text(name(call, line)))
        @if !line.hours.is_empty() { " · " (safe_text(&line.hours)) }
        " " span.faint { @match checked {
            Some(day) => (call.say("web-line-checked", &[("day", call.words.date(day).into())])),
            None => (call.text("web-line-unchecked")),
        } }
    }
}

/// The first lines, at the foot of every page of a case.
pub(crate) fn at_hand(call: &Call<'_>) -> Markup {
    html! {
        footer.lines-at-hand aria-label=(call.text("web-lines")) {
            @match lines(call) {
                Ok(lines) => {
                    span { (call.text("web-lines-lead")) }
                    @for line in lines.iter().take(AT_HAND) { span { (one(call, line)) } }
                    a href="/help#lines" { (call.text("web-lines-all")) }
                },
                Err(refusal) => { (call.told(&refusal.finding).sentence) " " a href="/settings#lines" { (call.text("web-nav-settings")) } },
            }
        }
    }
}

/// All of them.
pub(crate) fn all(call: &Call<'_>) -> Markup {
    html! {
        p.muted { (call.text("web-lines-note")) }
        @match lines(call) {
            Ok(lines) => ul.dots { @for line in &lines { li { (one(call, line)) } } },
            Err(refusal) => (said(call, &refusal)),
        }
        @if call.path != "/settings" { p { a href="/settings#lines" { (call.text("web-lines-edit")) } } }
    }
}

/// What is wrong with the file.
pub(crate) fn said(call: &Call<'_>, refusal: &Refusal) -> Markup {
    let said = call.told(&refusal.finding);
    html! { div.card.refused role="alert" { p { b { (said.sentence) } } @if let Some(advice) = said.advice { p { (advice) } } } }
}

#[cfg(test)]
mod tests {
    use super::{DEFAULTS, Line, parse, write};

    #[test]
    fn the_lines_of_the_program_are_read_and_nobody_is_said_to_have_checked_them() {
        let lines = parse(DEFAULTS).unwrap();
        assert!(lines.len() >= 3 && lines.iter().all(|line| line.checked.is_empty()));
        assert!(lines.iter().all(|line| !line.name_zh.is_empty() && !line.name_en.is_empty()));
    }

    #[test]
    fn lines_are_written_as_they_are_read_and_what_does_not_fit_is_refused() {
        let line = Line { number: "1 \"2\"".into(), checked: "2026-03-01".into(), ..Line::default() };
        assert_eq!(parse(&write(vec![line.clone()]).unwrap()).unwrap(), std::slice::from_ref(&line));
        let bad = [
            Line { number: String::new(), ..line.clone() },
            Line { number: "1\n2".into(), ..line.clone() },
            Line { hours: "x".repeat(101), ..line.clone() },
            Line { checked: "yesterday".into(), ..line },
        ];
        for line in bad {
            assert_eq!(write(vec![line]).unwrap_err().finding.code, "web-line-unfit");
        }
        for text in ["[[line]]", "x = 1", "[[line]]\nnumber = 1", "]"] {
            assert_eq!(parse(text).unwrap_err().finding.code, "web-lines-unreadable", "{text}");
        }
    }
}
