//! Enters, takes back or disputes a fact.

use super::entry;
use crate::call::Call;
use crate::library::Touch;
use crate::page::facts::changed_since;
use crate::reply::{Reply, Wrong};
use redress_base::{Fault, Finding, ItemId, Refusal, Span};
use redress_case::Anchor;
use redress_facts::{Standing, Vocabulary};
use redress_rights::{Object, UseCase};
use redress_workbench::{NewClaim, Quiet, Wanted};

/// Enters a fact. Where somebody else has entered the same fact since the page was shown, nothing is entered, and the
/// person is told.
pub(crate) fn set(call: &Call<'_>) -> Result<Reply, Wrong> {
    let (new, seen) = (claim(call)?, entry(call, "seen")?);
    let loaded = call.loaded()?;
    if let Some(other) = changed_since(&loaded, seen, &new.term, &new.anchor) {
        let by = loaded.state.claims.iter().find(|one| one.seq == other).map(|one| one.claim.by.clone());
        let found =
            Finding::error("web-fact-changed").with("entry", other).with("by", by.unwrap_or_default());
        return Err(Wrong::Changed(Box::new(found)));
    }
    let vocabulary = Vocabulary::standard();
    let entry = call.desk((UseCase::EnterFact, Object::Fact), Touch::Write, |desk| {
        desk.claim(&vocabulary, call.by(), new)
    })?;
    Ok(Reply::See(format!("{}#e-{entry}", call.at("facts"))))
}

fn claim(call: &Call<'_>) -> Result<NewClaim, Refusal> {
    let scope = call.required("scope")?;
    let unknown = |field: &str, typed: &str| {
        let field = call.text(&format!("web-field-{field}"));
        Finding::error("web-field-unfit").with("field", field).with("typed", typed).refuse(Fault::Usage)
    };
    let anchor: Anchor = scope.parse().map_err(|_| unknown("scope", scope))?;
    let source = |typed: &str| -> Result<Span, Refusal> {
        let item: ItemId = typed.parse().map_err(|()| unknown("source", typed))?;
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
    Ok(NewClaim {
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
    })
}

/// Takes a fact back: a new entry, nothing disappears.
pub(crate) fn withdraw(call: &Call<'_>) -> Result<Reply, Wrong> {
    let (number, reason) = (entry(call, "entry")?, call.required("reason")?);
    let loaded = call.loaded()?;
    let wanted = Wanted::correction(&loaded.ledger, number);
    call.wanted(&wanted, Touch::Write, &mut Quiet, |desk| desk.withdraw(call.by(), number, reason))?;
    Ok(Reply::See(format!("{}#e-{number}", call.at("facts"))))
}

/// Disputes a fact.
pub(crate) fn dispute(call: &Call<'_>) -> Result<Reply, Wrong> {
    let (number, reason) = (entry(call, "entry")?, call.required("reason")?);
    call.desk((UseCase::EnterFact, Object::Fact), Touch::Write, |desk| {
        desk.dispute(call.by(), number, reason, Vec::new())
    })?;
    Ok(Reply::See(format!("{}#e-{number}", call.at("facts"))))
}
