//! The commands of the case file: parties, steps, records, the ledger, and the file as a whole.

use crate::args::{by, certificates, file_out, flag, force, path, text, today, value};
use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, ArgAction, Command, value_parser};
use redress_case::{Act, Because, Capacity, Kind, Mark, Proof, Relation, Service, Transfer};
use redress_documents::RecommendationKind;
use redress_law::Body;
use redress_words::Words;
use std::path::PathBuf;

fn about(words: &Words, name: &str) -> String {
    words.say(&format!("cli-{name}-about"), &[])
}

fn among<T: Copy>(
    words: &Words,
    name: &'static str,
    shown: &'static str,
    all: &'static [T],
    word: fn(T) -> &'static str,
    family: &str,
) -> Arg {
    value(words, name, shown).value_parser(worded(words, all, word, family))
}

/// The values of a closed list, each with its word in the reader's language.
fn worded<T: Copy>(
    words: &Words,
    all: &'static [T],
    word: fn(T) -> &'static str,
    family: &str,
) -> PossibleValuesParser {
    let value =
        |one: &T| PossibleValue::new(word(*one)).help(words.say(&format!("{family}-{}", word(*one)), &[]));
    PossibleValuesParser::new(all.iter().map(value).collect::<Vec<_>>())
}

fn on(words: &Words) -> Arg {
    value(words, "on", "YYYY-MM-DD")
}

/// Which body, by kind and name.
fn organ(words: &Words, kind: &'static str, name: &'static str) -> [Arg; 2] {
    [value(words, kind, "BODY").value_parser(Body::NAMED.map(Body::word)), value(words, name, "NAME")]
}

fn paper(words: &Words) -> Arg {
    value(words, "paper", "ITEM")
}

pub(crate) fn party(command: Command, words: &Words) -> Command {
    let fields = |command: Command| {
        command
            .arg(among(words, "kind", "KIND", Kind::ALL, Kind::word, "case-person"))
            .arg(value(words, "for", "PARTY"))
            .arg(among(words, "relation", "RELATION", Relation::ALL, Relation::word, "case-relation"))
            .arg(among(words, "because", "REASON", Because::ALL, Because::word, "case-because"))
            .arg(value(words, "minor", "YES-NO").value_parser(["yes", "no"]))
            .arg(value(words, "identity", "KNOWN").value_parser(["known", "unknown"]))
            .arg(value(words, "laid-to", "STATEMENT").long("statement").action(ArgAction::Append))
            .arg(value(words, "died", "YYYY-MM-DD"))
            .arg(value(words, "until", "YYYY-MM-DD"))
            .arg(value(words, "proof", "ITEM").action(ArgAction::Append))
            .arg(value(words, "details", "FILE").value_parser(value_parser!(PathBuf)))
            .arg(value(words, "detail", "FIELD=VALUE").action(ArgAction::Append))
            .arg(by(words))
    };
    let capacity = among(words, "capacity", "CAPACITY", Capacity::ALL, Capacity::word, "case-capacity");
    let add = Command::new("add").about(about(words, "party-add")).arg(
        text(words, "capacity", "CAPACITY").value_parser(worded(
            words,
            Capacity::ALL,
            Capacity::word,
            "case-capacity",
        )),
    );
    let set = Command::new("set")
        .about(about(words, "party-set"))
        .arg(text(words, "party", "PARTY"))
        .arg(capacity)
        .arg(
            value(words, "taken-back", "STATEMENT")
                .long("not-statement")
                .action(ArgAction::Append)
                .requires("reason"),
        )
        .arg(value(words, "reason", "TEXT").requires("taken-back"));
    let show = Command::new("show")
        .about(about(words, "party-show"))
        .arg(text(words, "party", "PARTY"))
        .arg(flag(words, "unmask-party").long("unmask"))
        .arg(value(words, "purpose-of-look", "TEXT").long("purpose"))
        .arg(by(words));
    command
        .arg(path(words, "case", "CASE"))
        .subcommand_required(true)
        .subcommand(fields(add))
        .subcommand(fields(set))
        .subcommand(Command::new("list").about(about(words, "party-list")))
        .subcommand(show)
}

pub(crate) fn step(command: Command, words: &Words) -> Command {
    let add = Command::new("add")
        .about(about(words, "step-add"))
        .arg(text(words, "procedure", "PROCEDURE"))
        .arg(text(words, "event", "EVENT"))
        .arg(on(words).required(true))
        .arg(value(words, "track", "TRACK"))
        .arg(value(words, "number", "NUMBER"))
        .arg(value(words, "for-day", "YYYY-MM-DD"))
        .arg(value(words, "at", "HH:MM").requires("for-day"))
        .arg(value(words, "step-reason", "REASON").long("reason"))
        .args(organ(words, "body", "body-name"))
        .arg(value(words, "persons", "N").value_parser(value_parser!(u32)))
        .arg(value(words, "statement", "STATEMENT"))
        .arg(paper(words))
        .arg(by(words));
    let next = Command::new("next")
        .about(about(words, "step-next"))
        .arg(text(words, "procedure", "PROCEDURE").required(false))
        .arg(value(words, "track", "TRACK"))
        .arg(today(words));
    command
        .arg(path(words, "case", "CASE"))
        .subcommand_required(true)
        .subcommand(add)
        .subcommand(Command::new("list").about(about(words, "step-list")))
        .subcommand(next)
}

pub(crate) fn procedure(command: Command, words: &Words) -> Command {
    command.arg(text(words, "procedure", "PROCEDURE").required(false)).arg(flag(words, "markdown"))
}

pub(crate) fn record(command: Command, words: &Words) -> Command {
    let sub = |name: &'static str| Command::new(name).about(about(words, &format!("record-{name}")));
    let notice = sub("notice")
        .arg(text(words, "duty", "DUTY"))
        .arg(value(words, "to-party", "PARTY").long("to").required(true))
        .arg(on(words).required(true))
        .args(organ(words, "body", "body-name"))
        .arg(
            among(words, "served", "HOW", Service::ALL, Service::word, "case-served")
                .default_value("in-person"),
        )
        .arg(paper(words))
        .arg(by(words));
    let filing = sub("filing")
        .arg(text(words, "filed-paper", "PAPER"))
        .arg(on(words).required(true))
        .args(organ(words, "body", "body-name"))
        .arg(value(words, "track", "TRACK"))
        .arg(value(words, "item", "ITEM").action(ArgAction::Append))
        .arg(value(words, "receipt", "NUMBER"))
        .arg(by(words));
    let decision = sub("decision")
        .arg(text(words, "question", "QUESTION"))
        .arg(text(words, "answer", "ANSWER"))
        .arg(value(words, "reason", "TEXT").required(true))
        .arg(value(words, "item", "ITEM").action(ArgAction::Append))
        .arg(by(words));
    let mark = sub("mark")
        .arg(
            text(words, "mark", "MARK")
                .value_parser(Mark::ALL.iter().map(|one| one.word()).collect::<Vec<_>>()),
        )
        .arg(flag(words, "off"))
        .arg(on(words).required(true))
        .args(organ(words, "body", "body-name"))
        .arg(value(words, "number", "NUMBER"))
        .arg(by(words));
    let obstacle = sub("obstacle")
        .arg(text(words, "limit", "LIMIT"))
        .arg(value(words, "from-day", "YYYY-MM-DD").long("from").required(true))
        .arg(value(words, "to-day", "YYYY-MM-DD").long("to"))
        .arg(value(words, "cite", "ARTICLE").required(true))
        .arg(value(words, "reason", "TEXT").required(true))
        .arg(paper(words))
        .arg(by(words));
    let entry = || text(words, "entry", "ENTRY").value_parser(value_parser!(u64));
    let reason = || value(words, "reason", "TEXT").required(true);
    let dispute = disputing(sub("dispute"), words);
    command
        .arg(path(words, "case", "CASE"))
        .subcommand_required(true)
        .subcommands([notice, filing, decision, mark, obstacle, dispute, labelling(sub("label"), words)])
        .subcommands(
            origins(words).into_iter().chain([summing(sub("summary"), words), naming(sub("name"), words)]),
        )
        .subcommand(sub("strike").arg(entry()).arg(reason()).arg(by(words)))
        .subcommand(sub("seal").arg(by(words)))
        .subcommands(witnessed(words))
        .subcommand(sub("duties").arg(text(words, "search", "WORD").required(false)))
}

/// The log for somebody to sign too, and their signature brought back.
fn witnessed(words: &Words) -> [Command; 2] {
    let sub = |name: &'static str| Command::new(name).about(about(words, &format!("record-{name}")));
    let checkpoint = sub("checkpoint")
        .arg(file_out(words).required(true))
        .arg(value(words, "cosigner", "VKEY"))
        .arg(by(words));
    let cosignature = sub("cosignature")
        .arg(path(words, "cosignature-file", "FILE"))
        .arg(value(words, "cosigner", "VKEY").required(true))
        .arg(by(words));
    [checkpoint, cosignature]
}

fn disputing(command: Command, words: &Words) -> Command {
    command
        .arg(text(words, "entry", "ENTRY").value_parser(value_parser!(u64)))
        .arg(value(words, "reason", "TEXT").required(true))
        .arg(value(words, "source", "ITEM").action(ArgAction::Append))
        .arg(by(words))
}

/// Where items come from, and what became of them.
fn origins(words: &Words) -> [Command; 3] {
    let sub = |name: &'static str| Command::new(name).about(about(words, &format!("record-{name}")));
    let capture = sub("capture").arg(path(words, "capture-file", "FILE")).arg(by(words));
    let proof = sub("proof")
        .arg(text(words, "proof-item", "ITEM"))
        .arg(value(words, "proof-of", "ITEM").long("of").action(ArgAction::Append).required(true))
        .arg(
            among(words, "proof-kind", "KIND", Proof::ALL, Proof::word, "case-proof")
                .long("kind")
                .required(true),
        )
        .arg(value(words, "issuer", "NAME").required(true))
        .arg(value(words, "number", "NUMBER"))
        .arg(value(words, "check-value", "HEX"))
        .arg(by(words));
    let handling = sub("handling")
        .arg(text(words, "handled-item", "ITEM"))
        .arg(among(words, "act", "ACT", Act::ALL, Act::word, "case-act").required(true))
        .arg(value(words, "how", "TEXT").required(true))
        .arg(value(words, "result", "TEXT").required(true))
        .arg(value(words, "whom", "NAME"))
        .arg(on(words))
        .arg(by(words));
    [capture, proof, handling]
}

pub(crate) fn custody(command: Command, words: &Words) -> Command {
    command.arg(path(words, "case", "CASE")).arg(value(words, "of-item", "ITEM").long("item"))
}

/// Asking a timestamp authority: over HTTP, or by two files.
pub(crate) fn stamp(command: Command, words: &Words) -> Command {
    let file = |name: &'static str| value(words, name, "FILE").value_parser(value_parser!(PathBuf));
    let ways = clap::ArgGroup::new("way").args(["tsa", "question", "answer"]).required(true);
    command
        .arg(path(words, "case-or-bundle", "CASE-OR-BUNDLE"))
        .arg(value(words, "tsa", "URL"))
        .arg(file("question"))
        .arg(file("answer"))
        .group(ways)
        .arg(value(words, "authority", "NAME").requires("answer"))
        .arg(value(words, "algorithm", "NAME").value_parser(["sha256", "sm3"]).default_value("sha256"))
        .args(certificates(words))
        .arg(by(words))
}

/// What a second party does, who keeps a key of their own and no case.
pub(crate) fn cosign(command: Command, words: &Words) -> Command {
    let sub = |name: &'static str| Command::new(name).about(about(words, &format!("cosign-{name}")));
    let key = sub("key")
        .arg(path(words, "key-file", "KEY-FILE"))
        .arg(value(words, "key-name", "NAME").long("name").required(true));
    let sign = sub("sign")
        .arg(path(words, "request", "REQUEST"))
        .arg(path(words, "key-file", "KEY-FILE"))
        .arg(value(words, "log-key", "VKEY").long("log").required(true))
        .arg(file_out(words).required(true));
    command.subcommand_required(true).subcommands([key, sign])
}

/// A plain bag out of a folder.
pub(crate) fn bag(command: Command, words: &Words) -> Command {
    command
        .arg(path(words, "bagged", "FOLDER"))
        .arg(path(words, "plain-bag", "BAG"))
        .arg(crate::args::today(words))
}

/// A file closed to those who are named, and opened again.
pub(crate) fn envelope(command: Command, words: &Words) -> Command {
    let sub = |name: &'static str| Command::new(name).about(about(words, &format!("envelope-{name}")));
    let key = sub("key").arg(path(words, "envelope-key", "KEY-FILE"));
    let close = sub("close")
        .arg(path(words, "envelope-file", "FILE"))
        .arg(crate::args::closed_to(words).required(true))
        .arg(file_out(words).required(true));
    let open = sub("open")
        .arg(path(words, "envelope-file", "FILE"))
        .arg(path(words, "envelope-key", "KEY-FILE"))
        .arg(file_out(words).required(true));
    command.subcommand_required(true).subcommands([key, close, open])
}

fn summing(command: Command, words: &Words) -> Command {
    command
        .arg(text(words, "summarised-post", "POST"))
        .arg(text(words, "summary-text", "TEXT"))
        .arg(by(words))
}

fn naming(command: Command, words: &Words) -> Command {
    command.arg(text(words, "new-name", "NAME")).arg(by(words))
}

fn labelling(command: Command, words: &Words) -> Command {
    command
        .arg(text(words, "label", "LABEL"))
        .arg(value(words, "labelled-post", "POST").long("post").action(ArgAction::Append).required(true))
        .arg(flag(words, "label-off").long("off"))
        .arg(by(words))
}

pub(crate) fn log(command: Command, words: &Words) -> Command {
    command
        .arg(path(words, "case", "CASE"))
        .arg(value(words, "kind-of-entry", "KIND").long("kind"))
        .arg(value(words, "last", "N").value_parser(value_parser!(usize)))
}

pub(crate) fn export(command: Command, words: &Words) -> Command {
    command
        .arg(path(words, "case", "CASE"))
        .arg(path(words, "file", "FILE"))
        .arg(value(words, "purpose", "PURPOSE").value_parser(["backup", "counsel"]).default_value("backup"))
        .arg(value(words, "to", "TEXT"))
        .arg(flag(words, "without-details"))
        .arg(force(words))
        .arg(by(words))
}

pub(crate) fn import(command: Command, words: &Words) -> Command {
    command.arg(path(words, "file", "FILE")).arg(path(words, "case", "CASE"))
}

pub(crate) fn transfer(command: Command, words: &Words) -> Command {
    command
        .arg(path(words, "case", "CASE"))
        .arg(path(words, "file", "FILE"))
        .arg(
            among(words, "way", "WAY", Transfer::ALL, Transfer::word, "case-way")
                .required_unless_present("again"),
        )
        .args(organ(words, "from-body", "from-name"))
        .args(organ(words, "to-body", "to-name"))
        .arg(on(words).required_unless_present("again"))
        .arg(value(words, "number", "NUMBER"))
        .arg(flag(words, "without-details"))
        .arg(value(words, "sheet", "FILE").value_parser(value_parser!(PathBuf)))
        .arg(flag(words, "again"))
        .arg(force(words))
        .arg(by(words))
}

pub(crate) fn receive(command: Command, words: &Words) -> Command {
    command
        .arg(path(words, "file", "FILE"))
        .arg(path(words, "case", "CASE"))
        .args(organ(words, "body", "body-name"))
        .arg(on(words).required(true))
        .arg(by(words))
}

pub(crate) fn publish(command: Command, words: &Words) -> Command {
    command
        .arg(path(words, "case", "CASE"))
        .arg(new_file(words))
        .arg(force(words))
        .arg(value(words, "figures", "HOW").value_parser(["bands", "exact"]).default_value("bands"))
        .arg(value(words, "dates", "HOW").value_parser(["month", "year"]).default_value("month"))
        .arg(today(words))
        .arg(by(words))
}

pub(crate) fn recommend(command: Command, words: &Words) -> Command {
    let kinds = RecommendationKind::ALL.map(RecommendationKind::word);
    command
        .arg(path(words, "case", "CASE"))
        .arg(value(words, "recommendation-kind", "KIND").long("kind").value_parser(kinds).required(true))
        .arg(value(words, "platform", "NAME").required(true))
        .arg(new_file(words))
        .arg(force(words))
        .arg(value(words, "with-links", "PLATFORM").num_args(0..=1).default_missing_value(""))
        .arg(today(words))
        .arg(by(words))
}

/// A file that is not there yet.
fn new_file(words: &Words) -> Arg {
    file_out(words).help(words.say("cli-option-out-new", &[])).required(true)
}

/// One case, several, or folders of cases.
fn cases(words: &Words) -> Arg {
    path(words, "cases", "CASE").num_args(1..)
}

pub(crate) fn due(command: Command, words: &Words) -> Command {
    command
        .arg(cases(words))
        .arg(value(words, "within", "DAYS").value_parser(value_parser!(u16)))
        .arg(value(words, "ics", "FILE").value_parser(value_parser!(PathBuf)))
        .arg(force(words))
        .arg(
            value(words, "remind", "DAYS")
                .value_parser(value_parser!(u16))
                .value_delimiter(',')
                .default_value("7,1"),
        )
        .arg(value(words, "calendar", "FILE").value_parser(value_parser!(PathBuf)).action(ArgAction::Append))
        .arg(flag(words, "all-dates").id("all").long("all"))
        .arg(today(words))
}

pub(crate) fn list(command: Command, words: &Words) -> Command {
    command
        .arg(path(words, "cabinet", "FOLDER"))
        .arg(text(words, "words", "WORD").required(false).num_args(0..))
        .arg(value(words, "with-mark", "MARK").long("mark"))
        .arg(value(words, "in-state", "TRACK=STATE").long("state"))
        .arg(value(words, "with-number", "NUMBER").long("number"))
        .arg(value(words, "due-by", "YYYY-MM-DD"))
        .arg(
            value(words, "order", "ORDER")
                .value_parser(["last", "opened", "due", "cover", "entries"])
                .default_value("last"),
        )
        .arg(value(words, "top-cases", "N").long("top").value_parser(value_parser!(u64)).default_value("50"))
        .arg(value(words, "skip", "N").value_parser(value_parser!(u64)))
}

pub(crate) fn notices(command: Command, words: &Words) -> Command {
    command
        .arg(path(words, "case", "CASE"))
        .arg(value(words, "calendar", "FILE").value_parser(value_parser!(PathBuf)).action(ArgAction::Append))
        .arg(today(words))
}

pub(crate) fn items(command: Command, words: &Words) -> Command {
    command.arg(path(words, "case", "CASE")).arg(text(words, "search", "WORD").required(false))
}
