//! The commands of papers: which forms there are, and drawing them up.

use crate::args::{by, flag, force, path, today, value};
use clap::{Arg, ArgAction, Command, value_parser};
use redress_words::Words;
use std::path::PathBuf;

fn form(words: &Words) -> Arg {
    Arg::new("form").value_name("FORM").help(words.say("cli-value-form", &[]))
}

pub(crate) fn forms(command: Command, words: &Words) -> Command {
    command.arg(form(words)).arg(flag(words, "input-schema").long("schema").requires("form"))
}

pub(crate) fn draft(command: Command, words: &Words) -> Command {
    command
        .arg(path(words, "case", "CASE"))
        .arg(form(words).num_args(0..).id("forms"))
        .arg(flag(words, "all-forms").long("all").conflicts_with("forms"))
        .arg(value(words, "papers-out", "FOLDER").long("out").value_parser(value_parser!(PathBuf)))
        .arg(value(words, "papers-answers", "FILE").long("answers").value_parser(value_parser!(PathBuf)))
        .arg(flag(words, "questions").conflicts_with("papers-out"))
        .arg(flag(words, "final").conflicts_with_all(["questions", "masked", "glossed"]))
        .arg(flag(words, "glossed"))
        .arg(flag(words, "masked"))
        .arg(
            value(words, "papers-format", "FORMAT")
                .long("format")
                .value_parser(["pdf", "docx", "json"])
                .value_delimiter(',')
                .default_value("pdf,docx"),
        )
        .arg(value(words, "font", "FILE").value_parser(value_parser!(PathBuf)).action(ArgAction::Append))
        .arg(force(words))
        .arg(today(words))
        .arg(by(words))
}
