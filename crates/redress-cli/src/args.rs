//! The command line: commands, options and their help, in the person's language.

use crate::{args_file, args_office, args_papers, args_statistics};
use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, ArgAction, Command, value_parser};
use redress_words::Words;
use redress_workbench::FARTHEST_CLOCK;
use std::path::PathBuf;

/// Builds the whole command with help in the language of `words`.
pub(crate) fn command(words: &Words) -> Command {
    let root = Command::new("redress")
        .version(env!("CARGO_PKG_VERSION"))
        .about(words.say("cli-about", &[]))
        .after_help(words.say("cli-after-help", &[]))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .max_term_width(100)
        .arg(lang(words))
        .arg(flag(words, "json").global(true))
        .arg(flag(words, "quiet").short('q').global(true));
    let root = COMMANDS.iter().fold(root, |root, (name, build)| {
        let about = words.say(&format!("cli-{name}-about"), &[]);
        let help = words.say(&format!("cli-{name}-examples"), &[]);
        let command = build(Command::new(*name).about(about).after_help(help), words);
        root.subcommand(if OF_A_CASE.contains(name) { command.args(at_office(words)) } else { command })
    });
    speaking(root, words)
}

/// Headings and the help option in the person's language, for a command and every one below it.
fn speaking(command: Command, words: &Words) -> Command {
    let below: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let say = |code: &str| words.say(code, &[]);
    let mut template = format!("{{about-with-newline}}\n{} {{usage}}\n", say("cli-usage"));
    if !below.is_empty() {
        template.push_str(&format!("\n{}\n{{subcommands}}\n", say("cli-commands")));
    }
    if command.get_positionals().next().is_some() {
        template.push_str(&format!("\n{}\n{{positionals}}\n", say("cli-arguments")));
    }
    template.push_str(&format!("\n{}\n{{options}}{{after-help}}", say("cli-options")));
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).help(say("cli-option-help"));
    let command =
        command.disable_help_flag(true).disable_help_subcommand(true).arg(help).help_template(template);
    below.iter().fold(command, |command, name| command.mut_subcommand(name, |sub| speaking(sub, words)))
}

type Build = fn(Command, &Words) -> Command;

const COMMANDS: &[(&str, Build)] = &[
    ("demo", demo),
    ("new", new),
    ("serve", serve),
    ("list", args_file::list),
    ("add", add),
    ("items", args_file::items),
    ("stamp", args_file::stamp),
    ("custody", args_file::custody),
    ("measure", measure),
    ("fact", fact),
    ("party", args_file::party),
    ("step", args_file::step),
    ("record", args_file::record),
    ("assess", assess),
    ("due", args_file::due),
    ("notices", args_file::notices),
    ("explain", explain),
    ("missing", missing),
    ("pack", pack),
    ("export", args_file::export),
    ("import", args_file::import),
    ("transfer", args_file::transfer),
    ("receive", args_file::receive),
    ("publish", args_file::publish),
    ("recommend", args_file::recommend),
    ("forms", args_papers::forms),
    ("draft", args_papers::draft),
    ("log", args_file::log),
    ("bag", args_file::bag),
    ("verify", verify),
    ("cosign", args_file::cosign),
    ("envelope", args_file::envelope),
    ("recompute", recompute),
    ("law", law),
    ("procedure", args_file::procedure),
    ("similar", similar),
    ("stats", args_statistics::stats),
    ("office", args_office::office),
    ("schema", schema),
];

/// The commands that work on one case, which may be one of an office.
const OF_A_CASE: &[&str] = &[
    "add",
    "items",
    "stamp",
    "custody",
    "measure",
    "fact",
    "party",
    "step",
    "record",
    "assess",
    "due",
    "explain",
    "missing",
    "pack",
    "export",
    "transfer",
    "receive",
    "log",
    "new",
    "publish",
    "recommend",
    "draft",
    "notices",
];

/// Which office, and as whom.
fn at_office(words: &Words) -> [Arg; 2] {
    let help = words.say("cli-option-office-file", &[]);
    let office = Arg::new("office-file")
        .long("office")
        .value_name("FILE")
        .value_parser(value_parser!(PathBuf))
        .env("REDRESS_OFFICE")
        .hide_env(true)
        .global(true)
        .help(help);
    [office, args_office::signing(words).global(true)]
}

fn lang(words: &Words) -> Arg {
    Arg::new("lang")
        .long("lang")
        .global(true)
        .value_parser(PossibleValuesParser::new([
            PossibleValue::new("en"),
            PossibleValue::new("zh-Hans").alias("zh"),
        ]))
        .env("REDRESS_LANG")
        .hide_env(true)
        .help(words.say("cli-option-lang", &[]))
}

pub(crate) fn flag(words: &Words, name: &'static str) -> Arg {
    let help = words.say(&format!("cli-option-{name}"), &[]);
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
}

pub(crate) fn value(words: &Words, name: &'static str, shown: &'static str) -> Arg {
    let help = words.say(&format!("cli-option-{name}"), &[]);
    Arg::new(name).long(name).value_name(shown).help(help)
}

pub(crate) fn path(words: &Words, name: &'static str, shown: &'static str) -> Arg {
    let help = words.say(&format!("cli-value-{name}"), &[]);
    Arg::new(name).value_name(shown).required(true).value_parser(value_parser!(PathBuf)).help(help)
}

pub(crate) fn text(words: &Words, name: &'static str, shown: &'static str) -> Arg {
    let help = words.say(&format!("cli-value-{name}"), &[]);
    Arg::new(name).value_name(shown).required(true).help(help)
}

pub(crate) fn by(words: &Words) -> Arg {
    let by = value(words, "by", "NAME");
    // Set to nothing it is not set: a script that clears it means nobody in particular.
    let set = std::env::var_os("REDRESS_BY").is_some_and(|name| !name.to_string_lossy().trim().is_empty());
    if set { by.env("REDRESS_BY").hide_env(true) } else { by }
}

fn out(words: &Words, default: &'static str) -> Arg {
    value(words, "out", "DIR").value_parser(value_parser!(PathBuf)).default_value(default)
}

/// The one rule of every file that a command writes: what is there stays, unless this is given.
pub(crate) fn force(words: &Words) -> Arg {
    flag(words, "force")
}

pub(crate) fn today(words: &Words) -> Arg {
    value(words, "today", "YYYY-MM-DD")
}

fn demo(command: Command, words: &Words) -> Command {
    let port = value(words, "port", "N").value_parser(value_parser!(u16)).default_value("0");
    command.arg(out(words, "redress-demo")).arg(flag(words, "serve")).arg(port)
}

fn serve(command: Command, words: &Words) -> Command {
    command
        .arg(path(words, "cabinet", "FOLDER").required(false).default_value("redress-cases"))
        .arg(value(words, "port", "N").value_parser(value_parser!(u16)).default_value("0"))
        .arg(flag(words, "no-browser"))
        .arg(value(words, "office-file", "FILE").long("office").value_parser(value_parser!(PathBuf)))
        .arg(
            value(words, "listen", "ADDRESS")
                .value_parser(value_parser!(std::net::SocketAddr))
                .requires("tls-chain"),
        )
        .arg(value(words, "tls-chain", "FILE").value_parser(value_parser!(PathBuf)).requires("tls-key"))
        .arg(value(words, "tls-key", "FILE").value_parser(value_parser!(PathBuf)).requires("tls-chain"))
        .arg(value(words, "host-name", "NAME"))
        .arg(
            value(words, "cosign-with", "KEY-FILE")
                .value_parser(value_parser!(PathBuf))
                .conflicts_with("office-file"),
        )
        .arg(value(words, "pace", "N").value_parser(value_parser!(u32).range(1..)).default_value("60"))
}

fn new(command: Command, words: &Words) -> Command {
    let in_role = args_office::role(words, "in-role", "role").required(false);
    command.arg(path(words, "case", "CASE")).arg(value(words, "cover", "NAME")).arg(by(words)).arg(in_role)
}

fn add(command: Command, words: &Words) -> Command {
    command
        .arg(path(words, "case", "CASE"))
        .arg(path(words, "files", "PATH").num_args(1..))
        .arg(value(words, "mapping", "FILE").value_parser(value_parser!(PathBuf)))
        .arg(value(words, "role", "ROLE").value_parser(["material", "paper"]).default_value("material"))
        .arg(value(words, "observed", "TIME"))
        .arg(
            value(words, "clock-ahead", "MS")
                .value_parser(value_parser!(i64).range(-FARTHEST_CLOCK..=FARTHEST_CLOCK))
                .allow_hyphen_values(true),
        )
        .arg(value(words, "from", "TEXT"))
        .arg(flag(words, "seal-only"))
        .arg(flag(words, "keep-going"))
        .arg(flag(words, "dry-run"))
        .arg(by(words))
}

fn measure(command: Command, words: &Words) -> Command {
    let top = value(words, "top", "N").value_parser(value_parser!(usize)).default_value("20");
    command
        .arg(path(words, "case", "CASE"))
        .arg(top)
        .arg(flag(words, "first-words").long("words"))
        .arg(value(words, "purpose-of-look", "TEXT").long("purpose"))
        .arg(by(words))
}

fn fact(command: Command, words: &Words) -> Command {
    let about = |name: &str| words.say(&format!("cli-fact-{name}-about"), &[]);
    let set = Command::new("set")
        .about(about("set"))
        .arg(text(words, "scope", "SCOPE"))
        .arg(text(words, "term", "TERM"))
        .arg(text(words, "value", "VALUE").allow_hyphen_values(true))
        .arg(value(words, "standing", "STANDING").value_parser(["stated", "official", "admitted", "judged"]))
        .arg(value(words, "source", "ITEM").action(ArgAction::Append))
        .arg(value(words, "reason", "TEXT"))
        .arg(flag(words, "opposing"))
        .arg(by(words));
    let withdraw = Command::new("withdraw")
        .about(about("withdraw"))
        .arg(text(words, "entry", "ENTRY").value_parser(value_parser!(u64)))
        .arg(value(words, "reason", "TEXT").required(true))
        .arg(by(words));
    let terms =
        Command::new("terms").about(about("terms")).arg(text(words, "search", "WORD").required(false));
    command
        .arg(path(words, "case", "CASE"))
        .subcommand_required(true)
        .subcommand(set)
        .subcommand(Command::new("list").about(about("list")))
        .subcommand(withdraw)
        .subcommand(terms)
}

fn assess(command: Command, words: &Words) -> Command {
    let out = value(words, "out", "DIR").value_parser(value_parser!(PathBuf));
    command
        .arg(path(words, "case", "CASE"))
        .arg(today(words))
        .arg(out)
        .arg(force(words))
        .arg(flag(words, "unmask"))
        .arg(by(words))
}

fn explain(command: Command, words: &Words) -> Command {
    command
        .arg(path(words, "case", "CASE"))
        .arg(text(words, "what", "FIGURE-OR-RULE"))
        .arg(today(words))
        .arg(flag(words, "all"))
}

fn missing(command: Command, words: &Words) -> Command {
    command.arg(path(words, "case", "CASE")).arg(today(words))
}

fn pack(command: Command, words: &Words) -> Command {
    command
        .arg(path(words, "case", "CASE"))
        .arg(path(words, "bundle", "BUNDLE"))
        .arg(closed_to(words))
        .arg(today(words))
        .arg(by(words))
}

/// For whom a file is closed.
pub(crate) fn closed_to(words: &Words) -> Arg {
    value(words, "closed-to", "NAME=KEY").long("to").action(ArgAction::Append)
}

/// Whom the reader believes to tell the time.
pub(crate) fn certificates(words: &Words) -> [Arg; 2] {
    ["tsa-root", "tsa-issuer"]
        .map(|name| value(words, name, "FILE").value_parser(value_parser!(PathBuf)).action(ArgAction::Append))
}

fn verify(command: Command, words: &Words) -> Command {
    let earlier = value(words, "earlier", "FILE").value_parser(value_parser!(PathBuf));
    command
        .arg(path(words, "bundle", "BUNDLE"))
        .arg(value(words, "key", "VKEY").action(ArgAction::Append))
        .arg(earlier.action(ArgAction::Append))
        .args(certificates(words))
        .arg(value(words, "block-header", "HEX").action(ArgAction::Append))
}

fn recompute(command: Command, words: &Words) -> Command {
    command.arg(path(words, "bundle", "BUNDLE"))
}

fn law(command: Command, words: &Words) -> Command {
    let about = |name: &str| words.say(&format!("cli-law-{name}-about"), &[]);
    command
        .subcommand_required(true)
        .subcommand(
            Command::new("check")
                .about(about("check"))
                .args(own_pages(words))
                .arg(value(words, "only", "FOLDER"))
                .arg(flag(words, "mutate"))
                .arg(flag(words, "notes")),
        )
        .subcommand(Command::new("list").about(about("list")).args(which_book(words)))
        .subcommand(
            Command::new("show")
                .about(about("show"))
                .arg(text(words, "rule", "RULE"))
                .args(which_book(words)),
        )
        .subcommand(law_explain(Command::new("explain").about(about("explain")), words))
        .subcommand(
            Command::new("facts").about(about("facts")).arg(text(words, "search", "WORD").required(false)),
        )
        .subcommand(Command::new("readings").about(about("readings")).args(which_book(words)))
        .subcommand(law_eval(Command::new("eval").about(about("eval")), words))
        .subcommand(
            Command::new("fmt")
                .about(about("fmt"))
                .arg(path(words, "pages", "PATH").num_args(1..))
                .arg(flag(words, "check")),
        )
        .subcommand(
            Command::new("book")
                .about(about("book"))
                .arg(file_out(words).default_value("law-book.html"))
                .arg(force(words))
                .arg(value(words, "instrument", "ID").action(ArgAction::Append))
                .arg(texts_folder(words))
                .arg(flag(words, "no-tests"))
                .args(which_book(words)),
        )
        .subcommand(
            Command::new("diff")
                .about(about("diff"))
                .arg(text(words, "from", "DATE"))
                .arg(text(words, "to", "DATE"))
                .args(which_book(words)),
        )
        .subcommand(
            Command::new("export")
                .about(about("export"))
                .arg(file_out(words))
                .arg(force(words))
                .args(which_book(words)),
        )
        .subcommand(law_texts(Command::new("texts").about(about("texts")), words))
}

/// A book of one's own, with the facts that its rules read.
fn own_pages(words: &Words) -> [Arg; 2] {
    ["book", "vocabulary"].map(|name| value(words, name, "DIR").value_parser(value_parser!(PathBuf)))
}

/// Which book is asked: the built-in one or one's own, with its drafts or without.
fn which_book(words: &Words) -> [Arg; 3] {
    let [book, vocabulary] = own_pages(words);
    [book, vocabulary, flag(words, "drafts")]
}

fn texts_folder(words: &Words) -> Arg {
    value(words, "texts", "DIR").value_parser(value_parser!(PathBuf)).default_value("redress-texts")
}

pub(crate) fn file_out(words: &Words) -> Arg {
    let help = words.say("cli-option-out-file", &[]);
    Arg::new("out").long("out").value_name("FILE").value_parser(value_parser!(PathBuf)).help(help)
}

fn law_texts(command: Command, words: &Words) -> Command {
    let about = |name: &str| words.say(&format!("cli-law-texts-{name}-about"), &[]);
    command
        .subcommand_required(true)
        .subcommand(
            Command::new("add")
                .about(about("add"))
                .arg(path(words, "files", "FILE").num_args(1..))
                .arg(value(words, "from", "TEXT"))
                .arg(value(words, "instrument", "ID"))
                .arg(texts_folder(words)),
        )
        .subcommand(Command::new("list").about(about("list")).arg(texts_folder(words)))
        .subcommand(
            Command::new("show")
                .about(about("show"))
                .arg(text(words, "article", "ARTICLE"))
                .arg(texts_folder(words)),
        )
        .subcommand(
            Command::new("compare")
                .about(about("compare"))
                .arg(path(words, "first", "FILE"))
                .arg(path(words, "second", "FILE")),
        )
}

fn readings(words: &Words) -> Arg {
    value(words, "reading", "READING=ALTERNATIVE").action(ArgAction::Append)
}

fn law_eval(command: Command, words: &Words) -> Command {
    command
        .arg(path(words, "facts", "FILE"))
        .arg(flag(words, "trees"))
        .arg(flag(words, "said"))
        .arg(flag(words, "keep-going"))
        .args(which_book(words))
        .arg(readings(words))
}

fn law_explain(command: Command, words: &Words) -> Command {
    command
        .arg(text(words, "rule", "RULE"))
        .arg(value(words, "facts-file", "FILE").long("facts").value_parser(value_parser!(PathBuf)))
        .arg(value(words, "id", "ID"))
        .arg(value(words, "subject", "SUBJECT"))
        .args(which_book(words))
        .arg(readings(words))
}

fn similar(command: Command, words: &Words) -> Command {
    command
        .arg(path(words, "facts-or-case", "FILE-OR-CASE").id("facts"))
        .arg(today(words))
        .arg(value(words, "id", "ID"))
        .args(which_book(words))
        .arg(readings(words))
}

fn schema(command: Command, words: &Words) -> Command {
    command
        .arg(text(words, "schema", "NAME").value_parser(PossibleValuesParser::new(crate::commands::SCHEMAS)))
}
