//! `redress party`: who takes part, for whom, and what identifies them.

use super::{Session, day, item, path, text};
use crate::chance::random;
use crate::documents_file::{DetailsShown, Parties, PartyEntered};
use clap::ArgMatches;
use redress_analysis::{Params, statements};
use redress_base::{Fault, Finding, Refusal};
use redress_case::{Because, Capacity, Details, Kind, Party, PartyId, Relation};
use redress_store::Access;
use redress_workbench::{Desk, NewParty};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Enters, changes, lists or shows parties.
pub(crate) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    let folder = path(matches, "case")?;
    match matches.subcommand() {
        Some(("add", own)) => enter(session, &folder, own, None),
        Some(("set", own)) => enter(session, &folder, own, Some(party_id(own, "party")?)),
        Some(("show", own)) => show(session, &folder, own),
        _ => list(session, &folder),
    }
}

/// A party as typed.
pub(crate) fn party_id(matches: &ArgMatches, name: &str) -> Result<PartyId, Refusal> {
    let typed = text(matches, name).unwrap_or_default();
    let unknown = |()| Finding::error("cli-party-unknown").with("party", typed).refuse(Fault::Usage);
    typed.parse().map_err(unknown)
}

fn enter(session: &Session<'_>, folder: &Path, own: &ArgMatches, id: Option<PartyId>) -> Result<(), Refusal> {
    let yes = |name: &str, yes: &str| text(own, name).map(|word| word == yes);
    let proof = own.get_many::<String>("proof").into_iter().flatten();
    let acts_for = text(own, "for").map(|_| party_id(own, "for")).transpose()?;
    let mut new = NewParty {
        id,
        capacity: text(own, "capacity").and_then(Capacity::from_word),
        kind: text(own, "kind").and_then(Kind::from_word),
        acts_for,
        relation: text(own, "relation").and_then(Relation::from_word),
        because: text(own, "because").and_then(Because::from_word),
        identity_unknown: yes("identity", "unknown"),
        minor: yes("minor", "yes"),
        died: day(own, "died")?,
        proof: proof.map(|one| item(one)).collect::<Result<_, _>>()?,
        statements: Vec::new(),
        taken_back: Vec::new(),
        reason: id.and_then(|_| text(own, "reason")).map(str::to_owned),
        details: details(own)?,
        until: day(own, "until")?,
    };
    let salt = random()?;
    let typed: Vec<&String> = own.get_many::<String>("laid-to").into_iter().flatten().collect();
    let (id, findings) = session.at_desk(folder, Access::Write, |desk| {
        new.statements = typed.iter().map(|one| super::fact::post_of(desk, one)).collect::<Result<_, _>>()?;
        if let Some(id) = id {
            let typed: Vec<&String> = own.get_many::<String>("taken-back").into_iter().flatten().collect();
            new.taken_back = taken_back(desk, id, &typed)?;
        }
        desk.enter_party(text(own, "by"), new, &salt)
    })?;
    session.out.chat("cli-party-entered", &[("party", id.to_string().into())]);
    findings.iter().for_each(|finding| session.out.finding(finding));
    session.out.document(&PartyEntered { schema: "redress/party-entered/1", party: id, findings });
    Ok(())
}

/// The posts by which these statements are laid to a party: a statement may be laid by any of its posts.
fn taken_back(desk: &mut Desk<'_>, id: PartyId, typed: &[&String]) -> Result<Vec<String>, Refusal> {
    if typed.is_empty() {
        return Ok(Vec::new());
    }
    let (_, state) = desk.state()?;
    let sealed = redress_workbench::FromStore(&*desk.store);
    let material = redress_workbench::material(&state, &sealed, desk.tables, &mut redress_workbench::Quiet)?;
    let statements = statements(&material.corpus, &Params::default());
    let laid = state.parties().remove(&id).map(|party| party.statements).unwrap_or_default();
    let of =
        |named: &str| redress_case::statement_of(named, &material.corpus, &statements).map(|one| &one.id);
    let mut found = Vec::new();
    for typed in typed {
        let named = typed.strip_prefix("post:").unwrap_or(typed);
        let same =
            |post: &&String| post.as_str() == named || of(post).is_some_and(|own| of(named) == Some(own));
        let posts: Vec<String> = laid.iter().filter(same).cloned().collect();
        if posts.is_empty() {
            // Nobody laid it: the act itself says so, by the name that was typed.
            found.push(named.to_owned());
        }
        found.extend(posts);
    }
    found.sort();
    found.dedup();
    Ok(found)
}

/// What identifies the party: out of a file, so that it stands in no list of commands, or one by one.
fn details(own: &ArgMatches) -> Result<Details, Refusal> {
    let mut given = BTreeMap::new();
    if let Some(file) = own.get_one::<PathBuf>("details") {
        given = details_file(file)?;
    }
    for one in own.get_many::<String>("detail").into_iter().flatten() {
        let unfit =
            || Finding::error("cli-detail-unreadable").with("value", one.as_str()).refuse(Fault::Usage);
        let (field, value) = one.split_once('=').ok_or_else(unfit)?;
        given.insert(field.to_owned(), value.to_owned());
    }
    Details::read(given.iter().map(|(field, value)| (field.as_str(), value.as_str())))
}

fn details_file(file: &Path) -> Result<BTreeMap<String, String>, Refusal> {
    let shown = file.display().to_string();
    let text = std::fs::read_to_string(file).map_err(|error| {
        let found = Finding::error("cli-read-failed").with("path", shown.as_str());
        found.with("problem", error.to_string()).refuse(Fault::Input)
    })?;
    toml::from_str(&text).map_err(|error| {
        let line =
            error.span().map_or(1, |span| text.get(..span.start).unwrap_or_default().lines().count().max(1));
        let found = Finding::error("cli-details-unreadable").with("path", shown.as_str()).with("line", line);
        found.with("problem", error.message()).refuse(Fault::Input)
    })
}

fn list(session: &Session<'_>, folder: &Path) -> Result<(), Refusal> {
    let (_, state) = session.at_desk(folder, Access::Read, |desk| desk.state())?;
    let parties: Vec<Party> = state.parties().into_values().collect();
    if parties.is_empty() {
        session.out.say("cli-party-none", &[]);
    }
    for party in &parties {
        session.out.line(&session.party(party));
    }
    session.out.document(&Parties { schema: "redress/parties/1", parties });
    Ok(())
}

fn show(session: &Session<'_>, folder: &Path, own: &ArgMatches) -> Result<(), Refusal> {
    let id = party_id(own, "party")?;
    if !own.get_flag("unmask-party") {
        let (_, state) = session.at_desk(folder, Access::Read, |desk| desk.state())?;
        let Some(party) = state.parties().remove(&id) else {
            let found = Finding::error("cli-party-unknown").with("party", id.to_string());
            return Err(found.refuse(Fault::Usage));
        };
        session.out.line(&session.party(&party));
        if party.details.is_some() {
            session.out.say("cli-party-masked", &[("party", id.to_string().into())]);
        }
        session.out.document(&Parties { schema: "redress/parties/1", parties: vec![party] });
        return Ok(());
    }
    let purpose = text(own, "purpose-of-look").map(str::to_owned);
    let details =
        session.at_desk(folder, Access::Write, |desk| desk.look_at_party(text(own, "by"), id, purpose))?;
    let fields: BTreeMap<String, String> =
        details.fields().map(|(field, value)| (field.to_owned(), value.reveal().clone())).collect();
    for (field, value) in &fields {
        let label = session.words.say(&format!("case-detail-{field}"), &[]);
        session.out.line(&format!("  {label:16} {}", value.replace('\n', " / ")));
    }
    session.out.chat("cli-party-looked", &[]);
    session.out.document(&DetailsShown { schema: "redress/details-shown/1", party: id, fields });
    Ok(())
}

impl Session<'_> {
    /// One party in a line, without anything that identifies it.
    pub(crate) fn party(&self, party: &Party) -> String {
        let say = |code: String| self.words.say(&code, &[]);
        let mut parts = vec![say(format!("case-capacity-{}", party.capacity.word()))];
        if party.kind != Kind::Natural {
            parts.push(say(format!("case-person-{}", party.kind.word())));
        }
        if let Some(other) = party.acts_for {
            parts.push(self.words.say("case-party-for", &[("party", other.to_string().into())]));
        }
        parts.extend(party.relation.map(|one| say(format!("case-relation-{}", one.word()))));
        parts.extend(party.because.map(|one| say(format!("case-because-{}", one.word()))));
        let flag = |set: bool, code: &str| set.then(|| say(code.to_owned()));
        parts.extend(flag(party.minor == Some(true), "case-party-minor"));
        parts.extend(flag(party.identity_unknown, "cli-party-identity-unknown"));
        parts.extend(
            party.died.map(|day| self.words.say("case-party-died", &[("day", day.to_string().into())])),
        );
        parts.extend(
            party.until.map(|day| self.words.say("case-party-until", &[("day", day.to_string().into())])),
        );
        if !party.statements.is_empty() {
            let posts = party.statements.join(", ");
            parts.push(self.words.say("cli-party-statements", &[("posts", posts.into())]));
        }
        let proof: Vec<String> = party.proof.iter().map(ToString::to_string).collect();
        let proof = if proof.is_empty() { String::new() } else { format!("  [{}]", proof.join(", ")) };
        format!("{}  {}{proof}", party.id, parts.join(" · "))
    }
}
