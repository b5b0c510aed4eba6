//! `redress fact`: what is established, by whom and on what.

use super::{Session, path, text};
use crate::documents::{ClaimRow, Claims, EntryMade, TermRow, Terms};
use clap::ArgMatches;
use redress_base::{Fault, Finding, ItemId, Place, Refusal, Span};
use redress_case::{Anchor, State};
use redress_facts::{Kind, Scope, Standing, Vocabulary};
use redress_law::Book;
use redress_store::Access;
use redress_workbench::{Desk, NewClaim};
use std::path::Path;

/// Sets, lists or withdraws claims, or lists the terms.
pub(crate) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    let folder = path(matches, "case")?;
    match matches.subcommand() {
        Some(("set", own)) => set(session, &folder, own),
        Some(("withdraw", own)) => withdraw(session, &folder, own),
        Some(("terms", own)) => {
            terms(session, text(own, "search").unwrap_or_default());
            Ok(())
        }
        _ => list(session, &folder),
    }
}

fn set(session: &Session<'_>, folder: &Path, own: &ArgMatches) -> Result<(), Refusal> {
    let words = Vocabulary::standard();
    let entry = session.at_desk(folder, Access::Write, |desk| {
        let anchor = anchor(desk, &words, text(own, "scope").unwrap_or_default())?;
        let sources = own.get_many::<String>("source").into_iter().flatten();
        let new = NewClaim {
            anchor,
            term: text(own, "term").unwrap_or_default().to_owned(),
            value: text(own, "value").unwrap_or_default().to_owned(),
            standing: text(own, "standing").and_then(standing),
            sources: sources.map(|source| span(desk, source)).collect::<Result<_, _>>()?,
            reason: text(own, "reason").map(str::to_owned),
            opposing: own.get_flag("opposing"),
        };
        desk.claim(&words, text(own, "by"), new)
    })?;
    session.out.chat("cli-fact-entered", &[("entry", entry.into())]);
    let judgement =
        text(own, "term").and_then(|term| words.get(term)).is_some_and(|term| term.kind == Kind::Judgement);
    let judged = judgement || text(own, "standing") == Some("judged");
    if !judged && own.get_many::<String>("source").is_none() {
        session.out.chat("cli-fact-without-evidence", &[]);
    }
    session.out.document(&EntryMade { schema: "redress/entry/1", entry, what: None });
    Ok(())
}

/// The word of a standing.
pub(crate) fn standing(word: &str) -> Option<Standing> {
    match word {
        "stated" => Some(Standing::Stated),
        "official" => Some(Standing::Official),
        "admitted" => Some(Standing::Admitted),
        "judged" => Some(Standing::Judged),
        _ => None,
    }
}

/// Reads a scope as typed. A statement's id stands for its first post, so that what is said now stays
/// with the post when later material regroups the statements.
fn anchor(desk: &mut Desk<'_>, words: &Vocabulary, typed: &str) -> Result<Anchor, Refusal> {
    if let Ok(anchor) = typed.parse::<Anchor>() {
        if let Anchor::Post(key) = &anchor {
            let computed = desk.compute(Book::standard(), words, None)?;
            if computed.material.corpus.find(key).is_none() {
                return Err(Finding::error("cli-post-unknown")
                    .with("post", key.as_str())
                    .refuse(Fault::Usage));
            }
        }
        return Ok(anchor);
    }
    let computed = desk.compute(Book::standard(), words, None)?;
    let found = &computed.statements;
    let mut named =
        found.list().iter().filter(|statement| typed.starts_with("st-") && statement.id.starts_with(typed));
    match (named.next(), named.next()) {
        (Some(statement), None) => {
            let post = computed.material.corpus.post(statement.anchor);
            Ok(Anchor::Post(post.map(|post| computed.material.corpus.key(post)).unwrap_or_default()))
        }
        (first, _) => {
            let code = if first.is_some() { "cli-statement-ambiguous" } else { "cli-scope-unknown" };
            Err(Finding::error(code).with("scope", typed).refuse(Fault::Usage))
        }
    }
}

/// The post that a statement as typed is named by.
pub(crate) fn post_of(desk: &mut Desk<'_>, typed: &str) -> Result<String, Refusal> {
    match anchor(desk, &Vocabulary::standard(), typed)? {
        Anchor::Post(key) => Ok(key),
        Anchor::Case => Err(Finding::error("cli-scope-unknown").with("scope", typed).refuse(Fault::Usage)),
    }
}

/// Reads `item-000017` or `item-000017:212`.
pub(crate) fn span(desk: &Desk<'_>, typed: &str) -> Result<Span, Refusal> {
    let unknown = || Finding::error("cli-source-unknown").with("source", typed).refuse(Fault::Usage);
    let (item, row) = match typed.split_once(':') {
        Some((item, row)) => (item, Some(row.parse::<u64>().map_err(|_| unknown())?)),
        None => (typed, None),
    };
    let item: ItemId = item.parse().map_err(|()| unknown())?;
    let (_, state) = desk.state()?;
    if !state.items.contains_key(&item) {
        return Err(unknown());
    }
    let Some(row) = row else { return Ok(Span::whole(item)) };
    let bytes = row_bytes(desk, &state, item, row)?.ok_or_else(unknown)?;
    Ok(Span { item, place: Place::Row { row, start: bytes.0, end: bytes.1, field: None } })
}

/// The bytes of a row, as the reader of that item counts rows.
fn row_bytes(desk: &Desk<'_>, state: &State, item: ItemId, row: u64) -> Result<Option<(u64, u64)>, Refusal> {
    let sealed = redress_workbench::FromStore(&*desk.store);
    let material = redress_workbench::material(state, &sealed, desk.tables, &mut redress_workbench::Quiet)?;
    let spans = material.corpus.sightings().iter().map(|sighting| material.corpus.span(sighting));
    let found = spans.filter(|span| span.item == item).find_map(|span| match span.place {
        Place::Row { row: at, start, end, .. } if at == row => Some((start, end)),
        _ => None,
    });
    Ok(found)
}

fn withdraw(session: &Session<'_>, folder: &Path, own: &ArgMatches) -> Result<(), Refusal> {
    let entry = own.get_one::<u64>("entry").copied().unwrap_or_default();
    let reason = text(own, "reason").unwrap_or_default();
    session.at_desk(folder, Access::Write, |desk| desk.withdraw(text(own, "by"), entry, reason))?;
    session.out.chat("cli-fact-withdrawn", &[("entry", entry.into())]);
    session.out.document(&EntryMade { schema: "redress/entry/1", entry, what: None });
    Ok(())
}

fn list(session: &Session<'_>, folder: &Path) -> Result<(), Refusal> {
    let (_, state) = session.at_desk(folder, Access::Read, |desk| desk.state())?;
    let words = Vocabulary::standard();
    for one in &state.claims {
        let label = words.get(&one.term).map_or(one.term.as_str(), |term| session.label(&term.zh, &term.en));
        let mark = if one.withdrawn.is_some() { "×" } else { " " };
        let sources: Vec<String> = one.claim.sources.iter().map(ToString::to_string).collect();
        let standing = session.words.say(standing_code(one.claim.standing), &[]);
        let other = if one.claim.opposing { session.words.say("cli-opposing", &[]) } else { String::new() };
        session.out.line(&format!(
            "{mark}{:>5}  {}  {} = {}  ({label})  {} · {standing}{other}{}",
            one.seq,
            one.anchor,
            one.term,
            one.claim.value,
            session.words.author(&one.claim.by),
            if sources.is_empty() { String::new() } else { format!("  [{}]", sources.join("; ")) },
        ));
    }
    let claims = state.claims.into_iter().map(|one| ClaimRow {
        entry: one.seq,
        anchor: one.anchor,
        term: one.term,
        claim: one.claim,
        withdrawn: one.withdrawn,
    });
    session.out.document(&Claims { schema: "redress/claims/1", claims: claims.collect() });
    Ok(())
}

/// The code of the word for a standing.
pub(crate) fn standing_code(standing: Standing) -> &'static str {
    match standing {
        Standing::Stated => "cli-standing-stated",
        Standing::Measured => "cli-standing-measured",
        Standing::Official => "cli-standing-official",
        Standing::Admitted => "cli-standing-admitted",
        Standing::Judged => "cli-standing-judged",
    }
}

fn terms(session: &Session<'_>, search: &str) {
    let words = Vocabulary::standard();
    let wanted = search.to_lowercase();
    let fits =
        |id: &str, zh: &str, en: &str| [id, zh, en].iter().any(|text| text.to_lowercase().contains(&wanted));
    let found: Vec<_> = words.iter().filter(|(id, term)| fits(id, &term.zh, &term.en)).collect();
    for (id, term) in &found {
        session.out.line(&format!("{id:32} {}", session.label(&term.zh, &term.en)));
    }
    let rows = found.iter().map(|(id, term)| TermRow { id: (*id).to_owned(), term: (*term).clone() });
    session.out.document(&Terms { schema: "redress/terms/1", terms: rows.collect() });
}

impl Session<'_> {
    /// The label in the person's language.
    pub(crate) fn label<'t>(&self, zh: &'t str, en: &'t str) -> &'t str {
        if self.words.language() == redress_words::Language::ZhHans { zh } else { en }
    }

    /// A scope as it is shown.
    pub(crate) fn scope(&self, scope: &Scope) -> String {
        match scope {
            Scope::Case => self.words.say("cli-scope-case", &[]),
            Scope::Statement(id) => id.clone(),
        }
    }
}
