//! Enters, takes back or disputes a fact.

use super::{entry, unfit};
use crate::call::Call;
use crate::library::Touch;
use crate::page::facts::{changed_since, standing};
use crate::reply::{Reply, Wrong};
use redress_base::{Fault, Finding, ItemId, Refusal, Span};
use redress_case::{Anchor, ClaimEntry, read_value};
use redress_facts::{Standing, Vocabulary};
use redress_rights::{Object, UseCase};
use redress_workbench::{NewClaim, Quiet, Wanted};

/// Enters a fact. Where somebody else has entered the same fact since the page was shown, nothing is entered, and the
/// person is told.
pub(crate) fn set(call: &Call<'_>) -> Result<Reply, Wrong> {
    let (new, seen) = (claim(call)?, entry(call, "seen")?);
    let vocabulary = Vocabulary::standard();
    let entry = call.desk((UseCase::EnterFact, Object::Fact), Touch::Write, |desk| {
        // Looked at while the case is held: between this look and the entry nobody else enters anything.
        if let Some(other) = changed_since(&desk.state()?.1, seen, &new.term, &new.anchor) {
            let found = Finding::error("web-fact-changed").with("entry", other.seq);
            return Err(found.with("by", other.claim.by.as_str()).refuse(Fault::Busy));
        }
        desk.claim(&vocabulary, call.by(), new)
    })?;
    Ok(Reply::Entered(format!("{}#e-{entry}", call.at("facts")), entry))
}

/// Whether a value that contradicts one on file comes with its reason. What was entered after the page was shown is told
/// otherwise: the person has not seen it.
fn reasoned(call: &Call<'_>, new: &NewClaim) -> Result<(), Wrong> {
    if new.reason.is_some() {
        return Ok(());
    }
    let (loaded, seen) = (call.loaded()?, entry(call, "seen")?);
    let value = read_value(&Vocabulary::standard(), &new.term, &new.value)?.value;
    let contrary = |one: &&ClaimEntry| one.seq <= seen && one.claim.value != value;
    match standing(&loaded.state, &new.term, &new.anchor).find(contrary) {
        None => Ok(()),
        Some(other) => {
            let found = Finding::error("web-fact-contrary").with("entry", other.seq);
            let stands = redress_report::datum(call.words, &other.claim.value);
            Err(found.with("by", other.claim.by.as_str()).with("value", stands).refuse(Fault::Usage).into())
        }
    }
}

fn claim(call: &Call<'_>) -> Result<NewClaim, Wrong> {
    let anchor = match call.typed("scope-other") {
        Some(typed) => other(call, typed)?,
        None => {
            let scope = call.required("scope")?;
            scope.parse().map_err(|()| unfit(call, "scope", scope))?
        }
    };
    let source = |typed: &str| -> Result<Span, Refusal> {
        let item: ItemId = typed.parse().map_err(|()| unfit(call, "source", typed))?;
        Ok(Span::whole(item))
    };
    let values: Vec<&str> = call.every("value").filter(|value| !value.is_empty()).collect();
    if values.is_empty() {
        call.required("value")?;
    }
    let standing = match call.typed("standing") {
        Some("stated") => Some(Standing::Stated),
        Some("official") => Some(Standing::Official),
        Some("admitted") => Some(Standing::Admitted),
        Some("judged") => Some(Standing::Judged),
        _ => None,
    };
    let new = NewClaim {
        anchor,
        term: call.required("term")?.to_owned(),
        value: values.join(","),
        standing,
        sources: call
            .every("source")
            .filter(|typed| !typed.is_empty())
            .map(source)
            .collect::<Result<_, _>>()?,
        reason: call.typed("reason").map(str::to_owned),
        opposing: call.typed("opposing").is_some(),
    };
    reasoned(call, &new)?;
    Ok(new)
}

/// The statement that a post says, by the number of the post; or the one of that id, by its first post.
fn other(call: &Call<'_>, typed: &str) -> Result<Anchor, Wrong> {
    let loaded = call.loaded()?;
    let read = &loaded.read;
    let of_post = read.corpus.find(typed).and_then(|ix| read.statements.of_post(ix));
    let found = of_post.or_else(|| read.statements.resolve(&read.corpus, typed));
    let anchor = found.and_then(|one| read.corpus.post(one.anchor)).map(|post| read.corpus.key(post));
    let none = || Wrong::from(unfit(call, "scope-other", typed));
    // A post that was named stays the one that was meant, whatever is said like it later.
    let named = of_post.is_some().then(|| typed.to_owned());
    named.or(anchor).map(Anchor::Post).ok_or_else(none)
}

/// Takes a fact back: a new entry, nothing disappears.
pub(crate) fn withdraw(call: &Call<'_>) -> Result<Reply, Wrong> {
    let (number, reason) = (entry(call, "entry")?, call.required("reason")?);
    let loaded = call.loaded()?;
    let wanted = Wanted::correction(&loaded.ledger, number);
    let entry =
        call.wanted(&wanted, Touch::Write, &mut Quiet, |desk| desk.withdraw(call.by(), number, reason))?;
    Ok(Reply::Entered(format!("{}#e-{number}", call.at("facts")), entry))
}

/// Disputes a fact.
pub(crate) fn dispute(call: &Call<'_>) -> Result<Reply, Wrong> {
    let (number, reason) = (entry(call, "entry")?, call.required("reason")?);
    let entry = call.desk((UseCase::EnterFact, Object::Fact), Touch::Write, |desk| {
        desk.dispute(call.by(), number, reason, Vec::new())
    })?;
    Ok(Reply::Entered(format!("{}#e-{number}", call.at("facts")), entry))
}
