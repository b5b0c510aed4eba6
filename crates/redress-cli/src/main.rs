//! The redress command: arguments to use cases, answers to a person or a program.
//!
//! - **Takes**: arguments, the environment (language, author), files named by the person.
//! - **Gives**: text in Chinese or English, JSON with versioned schemas, documented exit codes.
//! - **Knows**: the workbench's use cases and the edges that serve its ports.
//! - **Never**: decides anything itself; sends anything anywhere; prints a name or a post's words that
//!   were not asked for.
//! - **Source**: ARCHITECTURE.md.

mod args;
mod clock;
mod commands;
mod disk;
mod documents;
mod example;
mod explanation;
mod out;
mod progress;
mod summary;

use clap::error::ErrorKind;
use redress_words::{Language, Words};
use std::process::ExitCode;

fn main() -> ExitCode {
    let words = Words::new(language());
    let matches = match args::command(&words).try_get_matches() {
        Ok(matches) => matches,
        Err(error) => {
            let shown = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
            // A reader that went away is not an error of ours.
            let _ = error.print();
            return if shown { ExitCode::SUCCESS } else { ExitCode::from(2) };
        }
    };
    match commands::run(&matches, &words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(refused) => {
            out::refusal(&words, matches.get_flag("json"), &refused);
            ExitCode::from(out::exit_code(refused.fault))
        }
    }
}

/// `--lang`, then REDRESS_LANG, then the locale of the system. Looked up before the arguments are
/// read, because help itself is in that language.
fn language() -> Language {
    let mut args = std::env::args().skip(1);
    let mut chosen = None;
    while let Some(arg) = args.next() {
        if arg == "--lang" {
            chosen = args.next();
        } else if let Some(value) = arg.strip_prefix("--lang=") {
            chosen = Some(value.to_owned());
        }
    }
    let named = ["REDRESS_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];
    let tag =
        chosen.or_else(|| named.iter().find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty())));
    Language::from_tag(&tag.unwrap_or_default())
}
