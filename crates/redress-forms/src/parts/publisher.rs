//! Who is said to have published a statement of a filing. An accused answers for what was laid to them, and for nothing else.

use super::{RespondentPart, StatementPart};
use crate::Source;
use redress_case::{Capacity, Party, PartyId};
use redress_paper::{Pen, Run};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// To whom a statement is laid.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PublisherPart {
    /// `st-…`.
    pub statement: String,
    /// Its number in every paper of the case.
    pub number: u64,
    /// The parties of this paper to whom it is laid.
    pub parties: Vec<PartyId>,
    /// Whether it is laid to somebody known whom this paper does not name.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub elsewhere: bool,
}

impl PublisherPart {
    /// Each statement of the paper with those of its parties to whom a person laid it.
    pub(crate) fn all(
        source: &Source<'_>,
        statements: &[StatementPart],
        named: &[RespondentPart],
    ) -> Vec<PublisherPart> {
        let parties = source.state.parties();
        let of = |one: &StatementPart| {
            let laid = |party: &&Party| {
                party.capacity == Capacity::Respondent
                    && party.statements.iter().any(|post| holds(source, &one.id, post))
            };
            let (here, gone): (Vec<&Party>, Vec<&Party>) = parties
                .values()
                .filter(laid)
                .partition(|party| named.iter().any(|one| one.person.party == Some(party.id)));
            PublisherPart {
                statement: one.id.clone(),
                number: one.number,
                parties: here.into_iter().map(|party| party.id).collect(),
                elsewhere: gone.iter().any(|party| !party.identity_unknown),
            }
        };
        statements.iter().map(of).collect()
    }

    /// The names of the accused to whom it is laid: those who are known and named.
    pub(crate) fn names<'d>(&self, accused: &'d [RespondentPart]) -> Vec<&'d str> {
        let laid = |one: &&RespondentPart| one.person.party.is_some_and(|id| self.parties.contains(&id));
        let definite = accused.iter().filter(|one| one.definite()).filter(laid);
        definite.filter_map(|one| one.person.name.as_deref()).collect()
    }

    /// The ids of the statements that are laid to no accused whom the paper names.
    pub(crate) fn open(all: &[PublisherPart], accused: &[RespondentPart]) -> Vec<String> {
        let open = all.iter().filter(|one| one.names(accused).is_empty());
        open.map(|one| one.statement.clone()).collect()
    }

    /// Whether there is somebody definite, and no statement at all is laid to anybody: a paper that charges nobody with
    /// anything in particular. The file says who published what, and no answer does.
    pub(crate) fn unassigned(all: &[PublisherPart], accused: &[RespondentPart]) -> bool {
        let nobodys = |one: &PublisherPart| one.parties.is_empty() && !one.elsewhere;
        accused.iter().any(RespondentPart::definite) && !all.is_empty() && all.iter().all(nobodys)
    }

    /// The definite parties to whom nothing is laid, by name.
    pub(crate) fn uncharged<'d>(
        all: &[PublisherPart],
        accused: &'d [RespondentPart],
    ) -> Vec<&'d RespondentPart> {
        let laid = |one: &&RespondentPart| {
            let id = one.person.party;
            all.iter().any(|part| id.is_some_and(|id| part.parties.contains(&id)))
        };
        accused.iter().filter(|one| one.definite()).filter(|one| !laid(one)).collect()
    }

    /// Says who is said to have published it, or that this is still to be found out. Of somebody whom whoever signs leaves
    /// out, nothing is said: it would be wrong that nobody knows.
    pub(crate) fn lay(&self, accused: &[RespondentPart], pen: &mut Pen<'_>) {
        let names = self.names(accused);
        let number = pen.numeral_both(self.number);
        let (zh, english) = (vec![Run::plain(number.zh)], [("number", number.en)]);
        let runs = if !names.is_empty() {
            let names = vec![Run::filled(names.join("、"))];
            pen.say_each("publisher-named", &[("number", zh), ("names", names)], &english)
        } else if self.elsewhere {
            return;
        } else {
            pen.say_each("publisher-open", &[("number", zh)], &english)
        };
        pen.paragraph(runs);
    }
}

/// Whether a post is one of a statement's: its first, or one of those that are quoted.
fn holds(source: &Source<'_>, statement: &str, post: &str) -> bool {
    let anchor = source.result.statements.iter().any(|row| row.id == statement && row.anchor == post);
    anchor || source.quotes.get(statement).into_iter().flatten().any(|quote| quote.post == post)
}
