//! Enters or changes a party, takes an entry about one back, and shows what identifies one.

use super::{day, entry, unfit};
use crate::call::Call;
use crate::library::Touch;
use crate::reply::{Leaf, Reply, Wrong};
use crate::shell::card;
use maud::html;
use redress_base::{Finding, Refusal};
use redress_case::{Because, Capacity, DETAIL_FIELDS, Details, Kind, PartyId, Relation};
use redress_rights::{Object, UseCase};
use redress_words::safe_text;
use redress_workbench::{NewParty, Quiet, Wanted};

/// Enters a party; what identifies it goes into an object of its own.
pub(crate) fn add(call: &Call<'_>) -> Result<Reply, Wrong> {
    save(call, None)?;
    Ok(Reply::See(format!("{}#parties", call.at("people"))))
}

/// Changes a party. Where somebody else has changed it since the page was shown, nothing is entered.
pub(crate) fn set(call: &Call<'_>) -> Result<Reply, Wrong> {
    let (id, seen) = (party(call)?, entry(call, "seen")?);
    let loaded = call.loaded()?;
    if let Some(other) = loaded.state.party_entries.iter().find(|one| one.seq > seen && one.of.id == id) {
        let found = Finding::error("web-party-changed").with("entry", other.seq);
        return Err(Wrong::Changed(Box::new(found.with("by", other.by.as_str()))));
    }
    let id = save(call, Some(id))?;
    Ok(Reply::See(call.at(&format!("people/{id}"))))
}

fn save(call: &Call<'_>, id: Option<PartyId>) -> Result<PartyId, Wrong> {
    let new = NewParty { id, ..typed(call)? };
    let corpus = &call.loaded()?.read.corpus;
    if let Some(unknown) = new.statements.iter().find(|post| corpus.find(post).is_none()) {
        return Err(unfit(call, "laid-to", unknown).into());
    }
    let salt = call.app.library.random()?;
    let (id, _) = call.desk((UseCase::EnterParty, Object::Party), Touch::Write, |desk| {
        desk.enter_party(call.by(), new, &salt)
    })?;
    Ok(id)
}

/// What the form says. What was left empty stays as it was.
fn typed(call: &Call<'_>) -> Result<NewParty, Refusal> {
    fn word<T>(call: &Call<'_>, name: &str, read: fn(&str) -> Option<T>) -> Result<Option<T>, Refusal> {
        let typed = call.typed(name);
        typed.map(|typed| read(typed).ok_or_else(|| unfit(call, name, typed))).transpose()
    }
    call.required("capacity")?;
    let yes = |word: &str| [("yes", true), ("no", false)].iter().find(|one| one.0 == word).map(|one| one.1);
    let proof = call.every("shown-by").filter(|typed| !typed.is_empty());
    let given =
        DETAIL_FIELDS.iter().filter_map(|field| Some((*field, call.typed(&format!("detail-{field}"))?)));
    Ok(NewParty {
        id: None,
        capacity: word(call, "capacity", Capacity::from_word)?,
        kind: word(call, "person", Kind::from_word)?,
        acts_for: word(call, "for", |typed| typed.parse().ok())?,
        relation: word(call, "relation", Relation::from_word)?,
        because: word(call, "because", Because::from_word)?,
        identity_unknown: call.typed("identity").map(|word| word == "unknown"),
        minor: call.typed("minor").and_then(yes),
        died: day(call, "died")?,
        proof: proof
            .map(|typed| typed.parse().map_err(|()| unfit(call, "shown-by", typed)))
            .collect::<Result<_, _>>()?,
        statements: call.every("laid-to").filter(|typed| !typed.is_empty()).map(str::to_owned).collect(),
        details: Details::read(given)?,
        until: day(call, "until")?,
    })
}

fn party(call: &Call<'_>) -> Result<PartyId, Refusal> {
    let typed = call.required("of-party")?;
    typed.parse().map_err(|()| unfit(call, "of-party", typed))
}

/// Takes an entry about a party back: what was entered before it counts again.
pub(crate) fn strike(call: &Call<'_>) -> Result<Reply, Wrong> {
    let (id, number, reason) = (party(call)?, entry(call, "entry")?, call.required("reason")?);
    let loaded = call.loaded()?;
    if !loaded.state.party_entries.iter().any(|one| one.seq == number && one.of.id == id) {
        return Err(Wrong::NotFound);
    }
    let wanted = Wanted::correction(&loaded.ledger, number);
    let left = call.wanted(&wanted, Touch::Write, &mut Quiet, |desk| {
        desk.strike(call.by(), number, reason)?;
        Ok(desk.state()?.1.parties().contains_key(&id))
    })?;
    Ok(Reply::See(if left { call.at(&format!("people/{id}")) } else { call.at("people") }))
}

/// Shows what identifies a party, once: that somebody looked is an entry before anything is shown.
pub(crate) fn look(call: &Call<'_>) -> Result<Reply, Wrong> {
    let id = party(call)?;
    let purpose = call.typed("purpose").map(str::to_owned);
    let wanted = (UseCase::ViewUnmasked, Object::PersonalDetails);
    let details = call.desk(wanted, Touch::Write, |desk| desk.look_at_party(call.by(), id, purpose))?;
    let title = call.say("web-party-title", &[("party", id.to_string().into())]);
    let body = html! {
        (card("details", &call.text("web-party-looked"), &html! {
            p.muted { (call.text("web-party-looked-note")) }
            dl.limits { @for (field, value) in details.fields() {
                dt { (call.text(&format!("cli-detail-{field}"))) }
                dd { @for (number, line) in value.reveal().lines().enumerate() { @if number > 0 { br; } (safe_text(line)) } }
            } }
        }))
        div.row { a.btn href=(call.at(&format!("people/{id}"))) { (call.text("web-party-back")) } }
    };
    Ok(Reply::Page(Leaf::new(title, None, body)))
}
