//! `redress-verify`: the stand-alone verifier. One program file, no database, no network.

use redress_words::Language;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let language = language(&mut arguments);
    let (mut out, mut err) = (std::io::stdout().lock(), std::io::stderr().lock());
    ExitCode::from(redress_verify::program(arguments, language, &mut out, &mut err))
}

/// `--lang`, then REDRESS_LANG, then the locale of the system; taken out of the arguments.
fn language(arguments: &mut Vec<std::ffi::OsString>) -> Language {
    let mut chosen = None;
    if let Some(place) = arguments.iter().position(|argument| argument == "--lang") {
        arguments.remove(place);
        if place < arguments.len() {
            chosen = Some(arguments.remove(place).to_string_lossy().into_owned());
        }
    }
    let named = ["REDRESS_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];
    let set = |name: &&str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let tag = chosen.or_else(|| named.iter().find_map(set));
    Language::from_tag(&tag.unwrap_or_default())
}
