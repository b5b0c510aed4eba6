//! Enters or changes a party, takes an entry about one back, and shows what identifies one.

use super::{day, entry, last, unfit};
use crate::call::Call;
use crate::library::Touch;
use crate::reply::{Leaf, Reply, Wrong};
use crate::shell::card;
use maud::html;
use redress_base::{Date, Fault, Finding, Refusal};
use redress_case::{Because, Capacity, DETAIL_FIELDS, Details, Kind, PartyId, Relation};
use redress_rights::{Object, UseCase};
use redress_words::safe_text;
use redress_workbench::{NewParty, Quiet, Wanted};

/// Enters a party; what identifies it goes into an object of its own.
pub(crate) fn add(call: &Call<'_>) -> Result<Reply, Wrong> {
    let (_, entry) = save(call, None)?;
    Ok(Reply::Entered(format!("{}#parties", call.at("people")), entry))
}

/// Changes a party. Where somebody else has changed it since the page was shown, nothing is entered.
pub(crate) fn set(call: &Call<'_>) -> Result<Reply, Wrong> {
    let (id, seen) = (party(call)?, entry(call, "seen")?);
    let (id, entry) = save(call, Some((id, seen)))?;
    Ok(Reply::Entered(call.at(&format!("people/{id}")), entry))
}

/// Enters what the form says, of a new party or of one on file that was shown when the ledger had `seen` entries; gives the
/// party and the number of the entry.
fn save(call: &Call<'_>, changed: Option<(PartyId, u64)>) -> Result<(PartyId, u64), Wrong> {
    let new = NewParty { id: changed.map(|(id, _)| id), ..typed(call)? };
    sure(call, &new)?;
    let corpus = &call.loaded()?.read.corpus;
    if let Some(unknown) = new.statements.iter().find(|post| corpus.find(post).is_none()) {
        return Err(unfit(call, "laid-to", unknown).into());
    }
    let salt = call.app.library.random()?;
    call.desk((UseCase::EnterParty, Object::Party), Touch::Write, |desk| {
        // Looked at while the case is held: between this look and the entry nobody else enters anything.
        let state = desk.state()?.1;
        let later =
            |(id, seen)| state.party_entries.iter().find(move |one| one.seq > seen && one.of.id == id);
        if let Some(other) = changed.and_then(later) {
            let found = Finding::error("web-party-changed").with("entry", other.seq);
            return Err(found.with("by", other.by.as_str()).refuse(Fault::Busy));
        }
        let (id, _) = desk.enter_party(call.by(), new, &salt)?;
        Ok((id, last(desk)?))
    })
}

/// What cannot be right is entered only once somebody has said that it stands so: papers of other countries have other numbers.
fn sure(call: &Call<'_>, new: &NewParty) -> Result<(), Refusal> {
    let doubts = doubts_of(call, new);
    let Some(first) = doubts.first().filter(|_| call.typed("doubted").is_none()) else { return Ok(()) };
    let told: Vec<String> = doubts.iter().map(|one| said(call, one)).collect();
    let found = Finding::error("web-party-doubtful").with("doubts", told.join(" "));
    Err(found.with("at", field_of(&first.code)).refuse(Fault::Usage))
}

/// A doubt in words. What else than typing helps is said with it.
fn said(call: &Call<'_>, doubt: &Finding) -> String {
    let said = call.told(doubt);
    let advice = said.advice.filter(|_| doubt.code == IN_COVER);
    advice.map_or(said.sentence.clone(), |advice| format!("{} {advice}", said.sentence))
}

/// The name that was typed stands in the name of the case, which lists, calendars and every file that leaves show.
const IN_COVER: &str = "workbench-cover-shows-party";

fn doubts_of(call: &Call<'_>, new: &NewParty) -> Vec<Finding> {
    let today = call.app.library.now().at.beijing_date().unwrap_or(Date::MAX);
    let mut found = new.details.doubts_of(new.kind.unwrap_or(Kind::Natural), new.relation, today);
    let shown = call.case_cover().filter(|cover| new.details.named_in(cover));
    found.extend(shown.map(|cover| Finding::warning(IN_COVER).with("cover", cover)));
    found
}

/// Whether something that was sent cannot be right, so that the form asks whether it is meant.
pub(crate) fn asks_whether_doubted(call: &Call<'_>) -> bool {
    typed(call).is_ok_and(|new| !doubts_of(call, &new).is_empty())
}

/// The field that a doubt is about.
fn field_of(code: &str) -> &'static str {
    match code {
        "case-phone-unfit" => "detail-phone",
        "case-licence-unfit" => "detail-licence",
        "case-birth-unread" | "case-birth-long-ago" => "detail-birth",
        IN_COVER => "detail-name",
        _ => "detail-id-number",
    }
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
        taken_back: Vec::new(),
        reason: None,
        details: Details::read(given)?,
        until: day(call, "until")?,
    })
}

/// Takes back that a statement is laid to a party, with the reason. A statement may be laid by several of its posts.
pub(crate) fn take_back(call: &Call<'_>) -> Result<Reply, Wrong> {
    let (id, anchor, reason) = (party(call)?, call.required("laid-to")?, call.required("reason")?);
    let loaded = call.loaded()?;
    let read = &loaded.read;
    let of = |post: &str| read.corpus.find(post).and_then(|ix| read.rows.statement(ix));
    let laid = loaded.state.parties().remove(&id).ok_or(Wrong::NotFound)?.statements;
    let same = |post: &String| post == anchor || of(post).is_some_and(|place| of(anchor) == Some(place));
    let mut taken_back: Vec<String> = laid.into_iter().filter(same).collect();
    if taken_back.is_empty() {
        // Somebody else has taken it back meanwhile, or nobody laid it: the act says which statement it was.
        taken_back.push(anchor.to_owned());
    }
    let reason = Some(reason.to_owned());
    let new = NewParty { id: Some(id), taken_back, reason, ..NewParty::default() };
    let salt = call.app.library.random()?;
    let entry = call.desk((UseCase::EnterParty, Object::Party), Touch::Write, |desk| {
        desk.enter_party(call.by(), new, &salt)?;
        last(desk)
    })?;
    Ok(Reply::Entered(call.at(&format!("people/{id}")), entry))
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
    let (entry, left) = call.wanted(&wanted, Touch::Write, &mut Quiet, |desk| {
        let entry = desk.strike(call.by(), number, reason)?;
        Ok((entry, desk.state()?.1.parties().contains_key(&id)))
    })?;
    let page = if left { call.at(&format!("people/{id}")) } else { call.at("people") };
    Ok(Reply::Entered(page, entry))
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
                dt { (call.text(&format!("case-detail-{field}"))) }
                dd { @for (number, line) in value.reveal().lines().enumerate() { @if number > 0 { br; } (safe_text(line)) } }
            } }
        }))
        div.row { a.btn href=(call.at(&format!("people/{id}"))) { (call.text("web-party-back")) } }
    };
    Ok(Reply::Page(Leaf::new(title, None, body)))
}
