//! The redress command: arguments to use cases, answers to a person or a program.
//!
//! - **Takes**: arguments, the environment (language, author), files named by the person.
//! - **Gives**: text in Chinese or English, JSON with versioned schemas, documented exit codes.
//! - **Knows**: the workbench's use cases and the edges that serve its ports.
//! - **Never**: decides anything itself; sends anything anywhere; prints a name or a post's words that
//!   were not asked for.
//! - **Source**: ARCHITECTURE.md.

mod args;
mod args_file;
mod args_office;
mod args_papers;
mod args_statistics;
mod arrival;
mod chance;
mod clock;
mod commands;
mod cosigner;
mod disk;
mod documents;
mod documents_file;
mod documents_papers;
mod example;
mod explanation;
mod means;
mod out;
mod place;
mod progress;
mod secret;
mod shelf;
mod shelf_office;
mod stop;
mod summary;
mod typesetting;
mod usage;

use clap::error::ErrorKind;
use redress_base::Refusal;
use redress_words::{Language, Words};
use std::io::IsTerminal as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    let words = Words::new(language());
    stop::listen(words.language());
    let matches = match args::command(&words).try_get_matches() {
        Ok(matches) => matches,
        Err(error) => {
            if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
                // Drawn by clap itself where there is a terminal, which has weights of letters and is never full.
                if std::io::stdout().is_terminal() {
                    let _ = error.print();
                } else {
                    out::help(&error.render().to_string());
                }
                return ended(&words, None, false);
            }
            let json = usage::wants_json(std::env::args_os().skip(1));
            if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand && !json {
                // Where standard error is closed there is no place left to say it.
                let _ = error.print();
                return ExitCode::from(2);
            }
            let refused = usage::refusal(&error);
            out::refusal(&words, json, &refused);
            return ended(&words, Some(&refused), json);
        }
    };
    let json = matches.get_flag("json");
    let refused = commands::run(&matches, &words).err();
    if let Some(refused) = &refused {
        out::refusal(&words, json, refused);
    }
    ended(&words, refused.as_ref(), json)
}

/// The exit code. Output that could not be written is told once, and only where nothing else was refused before it or
/// where that refusal itself was lost with it.
fn ended(words: &Words, refused: Option<&Refusal>, json: bool) -> ExitCode {
    match (out::finish(), refused) {
        (Err(unwritten), told) if told.is_none() || json => {
            out::complain(words, &unwritten.finding);
            ExitCode::from(out::exit_code(unwritten.fault))
        }
        (_, Some(refused)) => ExitCode::from(out::exit_code(refused.fault)),
        _ => ExitCode::SUCCESS,
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
