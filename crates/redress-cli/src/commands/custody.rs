//! `redress custody`: who did what with which original, when, how and with what result; and what is recorded of it by hand.

use super::{Session, day, item, path, text};
use crate::documents_file::Custody;
use clap::ArgMatches;
use redress_base::{Fault, Finding, ItemId, Refusal};
use redress_case::{Act, Agreement, Attestation, Capture, CustodyLink, Handling, Proof, ran_back};
use redress_store::Access;
use redress_workbench::Desk;
use serde::Deserialize as _;
use std::path::Path;

/// The longest record of a capture, in bytes.
const LONGEST: u64 = 64 * 1024;

/// Tells the chain of custody.
pub(crate) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    let of = text(matches, "of-item").map(item).transpose()?;
    let links = session.at_desk(&path(matches, "case")?, Access::Read, |desk| desk.custody(of))?;
    for link in &links {
        session.out.line(&told(session, link));
    }
    ran_back(&links).iter().for_each(|finding| session.out.finding(finding));
    session.out.say("cli-custody-count", &[("count", links.len().into())]);
    session.out.document(&Custody { schema: "redress/custody/1", links });
    Ok(())
}

/// A link in one line.
fn told(session: &Session<'_>, link: &CustodyLink) -> String {
    let words = session.words;
    let when = link.when.at.beijing_text();
    let (kind, act) = link.what.split_once('/').unwrap_or((link.what.as_str(), ""));
    let mut what = words.say(&format!("case-entry-{kind}"), &[]);
    if !act.is_empty() {
        what = words.say(&format!("case-act-{act}"), &[]);
    }
    let on = link.on.map_or_else(|| words.say("cli-custody-whole", &[]), |item| item.to_string());
    let mut line = format!("#{}  {when}  {}  {on}  {what}", link.entry, words.author(&link.who));
    for more in [&link.how, &link.result].into_iter().flatten() {
        line.push_str(" · ");
        line.push_str(more);
    }
    let agreed = link.agrees.as_ref().map(|agrees| match agrees {
        Agreement::With { item, algorithm } => words.say(
            "cli-custody-agrees",
            &[("item", item.to_string().into()), ("algorithm", algorithm.as_str().into())],
        ),
        Agreement::WithNone => words.say("cli-custody-agrees-with-none", &[]),
        Agreement::NotCompared => words.say("cli-custody-agrees-not-compared", &[]),
    });
    if let Some(more) = agreed {
        line.push_str(" · ");
        line.push_str(&more);
    }
    line
}

/// Records how an item was captured, out of a file that the person wrote.
pub(crate) fn capture(desk: &mut Desk<'_>, own: &ArgMatches) -> Result<u64, Refusal> {
    let file = path(own, "capture-file")?;
    let capture = read_capture(&file)?;
    desk.captured(text(own, "by"), capture)
}

fn read_capture(file: &Path) -> Result<Capture, Refusal> {
    let shown = file.display().to_string();
    let unreadable = |problem: String| {
        let found = Finding::error("cli-capture-unreadable").with("path", shown.as_str());
        found.with("problem", problem).refuse(Fault::Input)
    };
    let length = std::fs::metadata(file).map_err(|error| unreadable(error.to_string()))?.len();
    if length > LONGEST {
        return Err(unreadable(format!("{length} > {LONGEST} B")));
    }
    let text = std::fs::read_to_string(file).map_err(|error| unreadable(error.to_string()))?;
    // TOML's own message names line and column.
    let mut table: toml::Table = toml::from_str(&text).map_err(|error| unreadable(error.to_string()))?;
    // A person writes a moment as a moment; the ledger keeps seconds.
    for moment in ["began", "ended"] {
        if let Some(toml::Value::String(written)) = table.get(moment) {
            let seconds = crate::disk::declared_time(written)?.at.0;
            table.insert(moment.to_owned(), toml::Value::Integer(seconds));
        }
    }
    Capture::deserialize(table).map_err(|error| unreadable(error.to_string()))
}

/// Binds somebody else's proof to what it is about.
pub(crate) fn proof(desk: &mut Desk<'_>, own: &ArgMatches) -> Result<u64, Refusal> {
    let of: Vec<ItemId> = own
        .get_many::<String>("proof-of")
        .into_iter()
        .flatten()
        .map(|one| item(one))
        .collect::<Result<_, _>>()?;
    let attestation = Attestation {
        proof: item(text(own, "proof-item").unwrap_or_default())?,
        of,
        kind: text(own, "proof-kind").and_then(Proof::from_word).unwrap_or(Proof::Other),
        issuer: text(own, "issuer").unwrap_or_default().to_owned(),
        number: text(own, "number").map(str::to_owned),
        value: text(own, "check-value").map(str::to_owned),
    };
    desk.attest(text(own, "by"), attestation)
}

/// Records an act on an original.
pub(crate) fn handling(desk: &mut Desk<'_>, own: &ArgMatches) -> Result<u64, Refusal> {
    let of = |name: &str| text(own, name).unwrap_or_default().to_owned();
    let handling = Handling {
        act: text(own, "act").and_then(Act::from_word).unwrap_or(Act::Inspected),
        item: item(text(own, "handled-item").unwrap_or_default())?,
        whom: text(own, "whom").map(str::to_owned),
        on: day(own, "on")?,
        how: of("how"),
        result: of("result"),
    };
    desk.handle(text(own, "by"), handling)
}
