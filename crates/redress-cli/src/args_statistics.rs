//! The command of statistics.

use crate::args::{flag, force, path, value};
use crate::args_office;
use clap::{Arg, Command, value_parser};
use redress_statistics::TABLES;
use redress_words::Words;
use std::path::PathBuf;

pub(crate) fn stats(command: Command, words: &Words) -> Command {
    command
        .arg(
            path(words, "cases", "FOLDER")
                .num_args(1..)
                .required(false)
                .required_unless_present_any(["published", "office-file"]),
        )
        .arg(flag(words, "published").conflicts_with_all(["cases", "office-file"]))
        // Named outright: a folder that is counted is never mistaken for an office because of the environment.
        .arg(
            Arg::new("office-file")
                .long("office")
                .value_name("FILE")
                .value_parser(value_parser!(PathBuf))
                .conflicts_with("cases")
                .help(words.say("cli-option-stats-office", &[])),
        )
        .arg(args_office::signing(words))
        .arg(flag(words, "release").requires("office-file"))
        .arg(
            value(words, "stats-by", "PERIOD")
                .long("by")
                .value_parser(["year", "half-year", "month"])
                .default_value("year"),
        )
        .arg(value(words, "stats-from", "YYYY-MM-DD").long("from"))
        .arg(value(words, "stats-to", "YYYY-MM-DD").long("to"))
        .arg(value(words, "as-of", "YYYY-MM-DD"))
        .arg(value(words, "stats-scope", "TEXT").long("scope"))
        .arg(value(words, "region", "TEXT"))
        .arg(value(words, "events", "FILE").value_parser(value_parser!(PathBuf)))
        .arg(value(words, "breaks", "FILE").value_parser(value_parser!(PathBuf)))
        .arg(value(words, "threshold", "N").value_parser(value_parser!(u64)).default_value("5"))
        .arg(value(words, "table", "TABLE").value_parser(TABLES).conflicts_with("published"))
        .arg(
            value(words, "format", "FORMAT")
                .value_parser(["text", "csv", "json", "html", "svg", "pdf", "docx"])
                .default_value("text"),
        )
        .arg(value(words, "stats-out", "PATH").long("out").value_parser(value_parser!(PathBuf)))
        .arg(value(words, "compiled-by", "NAME"))
        .arg(force(words))
}
