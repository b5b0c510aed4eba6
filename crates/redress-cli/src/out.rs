//! What goes to standard output and standard error, as text or as JSON.

use crate::documents::Refused;
use redress_base::{Fault, Finding, Level, Refusal};
use redress_words::{Words, safe_text};
use serde::Serialize;
use std::io::{ErrorKind, IsTerminal, Write};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

pub(crate) use redress_verify::exit_code;

/// Whether anything has been printed.
static PRINTED: AtomicBool = AtomicBool::new(false);

/// Whether the one document of `--json` has been printed.
static DOCUMENT: AtomicBool = AtomicBool::new(false);

/// The first error of standard output. Nothing is written after it, and the end of the program tells it.
static TROUBLE: OnceLock<std::io::Error> = OnceLock::new();

/// Where a command writes. A closed pipe (`| head`) ends the output quietly.
pub(crate) struct Out<'w> {
    /// The person's language.
    pub words: &'w Words,
    /// One JSON document instead of text.
    pub json: bool,
    /// What a command has done is not said, only what should be known beside it.
    quiet: bool,
    bold: bool,
}

impl<'w> Out<'w> {
    /// Plain in a pipe, with weight on a terminal.
    pub(crate) fn new(words: &'w Words, json: bool, quiet: bool) -> Out<'w> {
        let plain = std::env::var_os("NO_COLOR").is_some();
        Out { words, json, quiet, bold: std::io::stdout().is_terminal() && !plain }
    }

    /// One line of text. Hostile characters are escaped.
    pub(crate) fn line(&self, text: &str) {
        if !self.json {
            write(&safe_text(text));
        }
    }

    /// A heading with space above it.
    pub(crate) fn head(&self, text: &str) {
        if self.json {
            return;
        }
        let text = safe_text(text);
        if PRINTED.load(Ordering::Relaxed) {
            write("");
        }
        write(&if self.bold { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text });
    }

    /// A sentence by its code.
    pub(crate) fn say(&self, code: &str, args: &[(&str, redress_base::Arg)]) {
        self.line(&self.words.say(code, args));
    }

    /// What the command has done, and what may be done next, as a line: left out with `--quiet`.
    pub(crate) fn chat_line(&self, text: &str) {
        if !self.quiet {
            self.line(text);
        }
    }

    /// The same as a sentence by its code.
    pub(crate) fn chat(&self, code: &str, args: &[(&str, redress_base::Arg)]) {
        if !self.quiet {
            self.say(code, args);
        }
    }

    /// The document of `--json`.
    pub(crate) fn document<T: Serialize>(&self, document: &T) {
        if self.json
            && let Ok(text) = serde_json::to_string_pretty(document)
        {
            DOCUMENT.store(true, Ordering::Relaxed);
            write(&text);
        }
    }

    /// A finding as a sentence with its place and advice.
    pub(crate) fn finding(&self, finding: &Finding) {
        if self.json || self.quiet && finding.level == Level::Note {
            return;
        }
        let said = self.words.of_file(finding);
        let mark = if finding.level == Level::Error { "✗" } else { "·" };
        let place = said.place.map(|place| format!("  [{place}]")).unwrap_or_default();
        self.line(&format!("  {mark} {}{place}", said.sentence));
        if let Some(advice) = said.advice {
            self.line(&format!("    → {advice}"));
        }
    }
}

/// The one door to standard output.
fn write(text: &str) {
    PRINTED.store(true, Ordering::Relaxed);
    put(&format!("{text}\n"));
}

/// Writes as it is, and keeps the first error.
fn put(text: &str) {
    if TROUBLE.get().is_none()
        && let Err(error) = std::io::stdout().lock().write_all(text.as_bytes())
    {
        TROUBLE.get_or_init(|| error);
    }
}

/// The help or the version, as clap lays it out.
pub(crate) fn help(text: &str) {
    put(text);
}

/// A text as it is, with its own line ends: a table, a page, a chart.
pub(crate) fn whole(text: &str) {
    PRINTED.store(true, Ordering::Relaxed);
    put(text);
}

/// Whether standard output takes nothing any more: there is no use in working on.
pub(crate) fn ended() -> bool {
    TROUBLE.get().is_some()
}

/// Writes out what is still held back.
///
/// # Errors
/// `Storage` where something could not be written. A reader that went away (`| head`) is no error of ours, and there is
/// nobody left to tell.
pub(crate) fn finish() -> Result<(), Refusal> {
    if TROUBLE.get().is_none()
        && let Err(error) = std::io::stdout().lock().flush()
    {
        TROUBLE.get_or_init(|| error);
    }
    let finding = match TROUBLE.get() {
        None => return Ok(()),
        Some(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(()),
        Some(error) if error.kind() == ErrorKind::StorageFull => Finding::error("cli-output-full"),
        Some(error) => Finding::error("cli-output-failed").with("problem", error.to_string()),
    };
    Err(finding.refuse(Fault::Storage))
}

/// A refusal as the program's last word: text on standard error, or JSON on standard output.
pub(crate) fn refusal(words: &Words, json: bool, refusal: &Refusal) {
    let said = words.of_file(&refusal.finding);
    if json && DOCUMENT.load(Ordering::Relaxed) {
        // The answer itself says what failed; a second document would make the output unreadable.
        return;
    }
    if json {
        let document = Refused {
            schema: "redress/refusal/1",
            fault: refusal.fault,
            exit: exit_code(refusal.fault),
            finding: (*refusal.finding).clone(),
            sentence: said.sentence,
            place: said.place,
            advice: said.advice,
            more: Vec::new(),
        };
        write(&serde_json::to_string_pretty(&document).unwrap_or_default());
        return;
    }
    complain(words, &refusal.finding);
}

/// A finding on standard error, where it is in nobody's way who reads standard output.
pub(crate) fn complain(words: &Words, finding: &Finding) {
    let said = words.of_file(finding);
    let mark = if finding.level == Level::Error { "✗" } else { "·" };
    let mut err = std::io::stderr().lock();
    let place = said.place.map(|place| format!("  [{place}]")).unwrap_or_default();
    // Where standard error is closed too there is no place left to say so.
    let _ = writeln!(err, "{mark} {}{}", safe_text(&said.sentence), safe_text(&place));
    if let Some(advice) = said.advice {
        let _ = writeln!(err, "  → {}", safe_text(&advice));
    }
}

/// Everything that is wrong with one line, as one line of JSON among answers. It is the last word on it.
pub(crate) fn refusal_line(words: &Words, faults: &[Finding]) {
    let Some((first, more)) = faults.split_first() else { return };
    let said = words.of_file(first);
    let document = Refused {
        schema: "redress/refusal/1",
        fault: Fault::Input,
        exit: exit_code(Fault::Input),
        finding: first.clone(),
        sentence: said.sentence,
        place: said.place,
        advice: said.advice,
        more: more.iter().map(|one| words.of_file(one).sentence).collect(),
    };
    DOCUMENT.store(true, Ordering::Relaxed);
    write(&serde_json::to_string(&document).unwrap_or_default());
}

/// A document as it is, without escaping.
pub(crate) fn raw(text: &str) {
    write(text);
}
