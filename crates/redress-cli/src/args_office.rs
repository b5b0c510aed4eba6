//! Arguments of the commands on an office: its cases, its people, who is on a case.

use crate::args::{flag, path, text, value};
use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, ArgAction, Command, value_parser};
use redress_words::Words;
use std::path::PathBuf;

/// `redress office …`.
pub(crate) fn office(command: Command, words: &Words) -> Command {
    let sub = |name: &'static str| office_sub(words, "office", name);
    let signed = |name: &'static str| sub(name).arg(signing(words));
    command
        .subcommand_required(true)
        .subcommand(sub("init"))
        .subcommand(signed("list").arg(text(words, "words", "WORD").required(false).num_args(0..)))
        .subcommand(
            signed("import")
                .arg(path(words, "folder", "FOLDER"))
                .arg(role(words, "in-role", "role").required(false)),
        )
        .subcommand(signed("export").arg(case_id(words)).arg(path(words, "folder", "FOLDER")))
        .subcommand(signed("recount"))
        .subcommand(office_account(words))
        .subcommand(office_member(words))
        .subcommand(
            signed("log")
                .arg(value(words, "most", "N").value_parser(value_parser!(u32)).default_value("100")),
        )
        .subcommand(
            signed("audit")
                .arg(text(words, "audit-mark", "MARK"))
                .arg(text(words, "account", "NAME"))
                .arg(value(words, "last-day", "YYYY-MM-DD").long("until").required(true)),
        )
}

/// A command of the office: with its configuration.
fn office_sub(words: &Words, above: &str, name: &'static str) -> Command {
    let config = value(words, "config", "FILE").required(true).value_parser(value_parser!(PathBuf));
    Command::new(name).about(words.say(&format!("cli-{above}-{name}-about"), &[])).arg(config)
}

/// Who signs in. The password is asked for, or stands in a file; it is never an argument.
pub(crate) fn signing(words: &Words) -> Arg {
    value(words, "as", "NAME").env("REDRESS_ACCOUNT").hide_env(true)
}

fn case_id(words: &Words) -> Arg {
    text(words, "case-id", "ID")
}

/// A role by its spelling.
pub(crate) fn role(words: &Words, name: &'static str, long: &'static str) -> Arg {
    let known = redress_rights::Role::ALL
        .iter()
        .map(|role| PossibleValue::new(role.id()).help(words.say(&role.word(), &[])));
    let help = words.say(&format!("cli-option-{name}"), &[]);
    Arg::new(name).long(long).value_name("ROLE").help(help).value_parser(PossibleValuesParser::new(known))
}

fn office_account(words: &Words) -> Command {
    let sub = |name: &'static str| office_sub(words, "account", name).arg(signing(words));
    let account = || text(words, "account", "NAME");
    Command::new("account")
        .about(words.say("cli-account-about", &[]))
        .subcommand_required(true)
        .subcommand(
            sub("add")
                .arg(account())
                .arg(role(words, "holds", "role").action(ArgAction::Append))
                .arg(flag(words, "first").conflicts_with("holds")),
        )
        .subcommand(sub("lock").arg(account()))
        .subcommand(sub("unlock").arg(account()))
        .subcommand(sub("password").arg(account().required(false)))
        .subcommand(sub("list"))
}

fn office_member(words: &Words) -> Command {
    let sub = |name: &'static str| office_sub(words, "member", name).arg(signing(words)).arg(case_id(words));
    let account = || text(words, "account", "NAME");
    let kinds = redress_rights::Object::ALL
        .iter()
        .map(|kind| PossibleValue::new(kind.id()).help(words.say(&kind.word(), &[])));
    Command::new("member")
        .about(words.say("cli-member-about", &[]))
        .subcommand_required(true)
        .subcommand(
            sub("add")
                .arg(account())
                .arg(role(words, "in-role", "role").required(true))
                .arg(
                    value(words, "part", "THING")
                        .action(ArgAction::Append)
                        .value_parser(PossibleValuesParser::new(kinds)),
                )
                .arg(value(words, "last-day", "YYYY-MM-DD").long("until")),
        )
        .subcommand(sub("remove").arg(account()))
        .subcommand(sub("list"))
}
