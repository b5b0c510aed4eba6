//! The command of statistics.

use crate::args::{flag, force, path, value};
use clap::{Command, value_parser};
use redress_statistics::TABLES;
use redress_words::Words;
use std::path::PathBuf;

pub(crate) fn stats(command: Command, words: &Words) -> Command {
    command
        .arg(
            path(words, "cases", "FOLDER").num_args(1..).required(false).required_unless_present("published"),
        )
        .arg(flag(words, "published").conflicts_with("cases"))
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
        .arg(value(words, "threshold", "N").value_parser(value_parser!(u64)).default_value("5"))
        .arg(value(words, "table", "TABLE").value_parser(TABLES).conflicts_with("published"))
        .arg(
            value(words, "format", "FORMAT")
                .value_parser(["text", "csv", "json", "html", "svg"])
                .default_value("text"),
        )
        .arg(value(words, "stats-out", "PATH").long("out").value_parser(value_parser!(PathBuf)))
        .arg(force(words))
}
