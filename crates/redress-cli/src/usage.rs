//! A line that was typed wrongly: said in the person's language, or as the one document of `--json`, with what the
//! reader of the arguments found.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use redress_base::{Fault, Finding, Refusal};
use std::error::Error as _;

/// What is wrong with the line, as a refusal (exit 2).
pub(crate) fn refusal(error: &Error) -> Refusal {
    let mut found = finding(error);
    // The form of the command, as it has to be typed.
    let usage = of(error, ContextKind::Usage);
    let usage = usage.strip_prefix("Usage:").unwrap_or(&usage);
    // The language comes from the environment, not from what was typed.
    let usage = usage.replace("--lang <lang>", "");
    let usage: Vec<&str> = usage.split_whitespace().collect();
    if !usage.is_empty() {
        found = found.with("usage", usage.join(" "));
    }
    found.refuse(Fault::Usage)
}

fn finding(error: &Error) -> Finding {
    let of = |kind: ContextKind| of(error, kind);
    let argument = || of(ContextKind::InvalidArg);
    let value = || of(ContextKind::InvalidValue);
    let wrong = |code: &str| Finding::error(code).with("argument", argument());
    match error.kind() {
        ErrorKind::UnknownArgument => {
            let near = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand].map(of).join(" ");
            wrong("cli-usage-unknown").with("near", or_blank(near.trim()))
        }
        ErrorKind::InvalidSubcommand => Finding::error("cli-usage-no-such-command")
            .with("command", of(ContextKind::InvalidSubcommand))
            .with("near", or_blank(&of(ContextKind::SuggestedSubcommand))),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Finding::error("cli-usage-which-command").with("known", of(ContextKind::ValidSubcommand))
        }
        ErrorKind::MissingRequiredArgument => wrong("cli-usage-missing"),
        ErrorKind::InvalidValue if value().is_empty() => {
            wrong("cli-usage-without-value").with("known", or_blank(&of(ContextKind::ValidValue)))
        }
        ErrorKind::InvalidValue => {
            let found = wrong("cli-usage-value").with("value", value());
            found.with("known", or_blank(&of(ContextKind::ValidValue)))
        }
        ErrorKind::ValueValidation => {
            let problem = error.source().map(ToString::to_string).unwrap_or_default();
            wrong("cli-usage-value-unread").with("value", value()).with("problem", problem)
        }
        ErrorKind::TooManyValues => wrong("cli-usage-too-many").with("value", value()),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => wrong("cli-usage-how-many")
            .with("given", of(ContextKind::ActualNumValues))
            .with("wanted", [ContextKind::MinValues, ContextKind::ExpectedNumValues].map(of).concat()),
        ErrorKind::ArgumentConflict => wrong("cli-usage-conflict").with("other", of(ContextKind::PriorArg)),
        ErrorKind::InvalidUtf8 => Finding::error("cli-usage-not-text"),
        _ => {
            let said = error.render().to_string();
            let first = said.lines().next().unwrap_or_default();
            Finding::error("cli-usage-wrong").with("problem", first.trim_start_matches("error: "))
        }
    }
}

fn of(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        None | Some(ContextValue::None) => String::new(),
        Some(ContextValue::Strings(list)) => list.join(", "),
        Some(other) => other.to_string(),
    }
}

/// Whether one JSON document was asked for. The arguments could not be read, so they are looked through; what stands
/// after `--` is no option.
pub(crate) fn wants_json(mut args: impl Iterator<Item = std::ffi::OsString>) -> bool {
    args.find(|arg| arg == "--json" || arg == "--").is_some_and(|arg| arg == "--json")
}

/// Sentences choose by this word where there is nothing to name.
fn or_blank(text: &str) -> &str {
    if text.is_empty() { "blank" } else { text }
}
