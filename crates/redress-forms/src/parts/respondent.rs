//! The other side: often an account and nobody's name.

use super::PersonPart;
use super::person::standing;
use crate::Source;
use redress_case::{Capacity, Party};
use redress_paper::{Cell, Pen, Run, Style};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// An account on a platform, as the platform shows it. Whose it is, this program never finds out.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct AccountPart {
    /// Platform.
    pub platform: String,
    /// Number or displayed name.
    pub account: String,
}

/// A respondent: a person, as far as known, and the accounts laid to them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RespondentPart {
    /// The person; empty where who it is, is not known.
    pub person: PersonPart,
    /// Who it is, is not known (身份不明).
    pub unknown: bool,
    /// Accounts that a person named for this party.
    pub named_accounts: Option<String>,
    /// Accounts that posted the statements laid to this party.
    pub accounts: Vec<AccountPart>,
}

impl RespondentPart {
    /// Every standing respondent. Where there is none, one whose identity is asked for.
    pub(crate) fn all(source: &Source<'_>) -> Vec<RespondentPart> {
        let found: Vec<RespondentPart> =
            standing(source, Capacity::Respondent).map(|party| RespondentPart::of(source, &party)).collect();
        if found.is_empty() { vec![RespondentPart::default()] } else { found }
    }

    fn of(source: &Source<'_>, party: &Party) -> RespondentPart {
        let named = source.details.get(&party.id).and_then(|details| details.get("accounts"));
        let laid = |quote: &&crate::Quote| party.statements.contains(&quote.post);
        let accounts: BTreeSet<AccountPart> = source
            .quotes
            .iter()
            // 指导意见 10 (in force 2023-09-20): nobody is named for what is protected, nor for what may be.
            .filter(|(statement, _)| super::StatementPart::named(source, statement))
            .flat_map(|(_, quotes)| quotes)
            .filter(laid)
            .filter_map(|quote| {
                Some(AccountPart { platform: quote.platform.clone(), account: quote.account.clone()? })
            })
            .collect();
        RespondentPart {
            person: PersonPart::of(source, party),
            unknown: party.identity_unknown,
            named_accounts: named.map(|value| value.reveal().clone()),
            accounts: accounts.into_iter().collect(),
        }
    }

    /// Whether it is somebody definite: known, and named.
    pub(crate) fn definite(&self) -> bool {
        !self.unknown && self.person.name.as_ref().is_some_and(|name| !name.trim().is_empty())
    }

    /// Its accounts in words, or nothing.
    pub(crate) fn account_text(&self) -> Option<String> {
        let mut lines: Vec<String> = self.named_accounts.iter().cloned().collect();
        lines.extend(self.accounts.iter().map(|one| format!("{}：{}", one.platform, one.account)));
        Some(lines.join("\n")).filter(|text| !text.is_empty())
    }

    /// The table of the official criminal forms: the elements of a person, and the platforms and accounts on which it
    /// was published. Where who it is, is not known, the paper says so in the place of the name, and asks for nothing
    /// that nobody can know.
    pub(crate) fn lay_full(&self, pen: &mut Pen<'_>, name: &str) {
        if !self.unknown {
            pen.within("person", |pen| self.person.lay_full(pen, name));
        } else {
            let rows = vec![vec![Cell::label(pen.say("person-name")), Cell::of(self.unknown_runs(pen))]];
            pen.grid(name, rows);
        }
        self.lay_accounts(pen);
    }

    pub(super) fn unknown_runs(&self, pen: &Pen<'_>) -> Vec<Run> {
        pen.say("identity-unknown")
            .into_iter()
            .map(|run| match run.style {
                Style::Plain => Run { style: Style::Filled, ..run },
                _ => run,
            })
            .collect()
    }

    fn lay_accounts(&self, pen: &mut Pen<'_>) {
        let mut rows = Vec::new();
        let accounts = self.account_text();
        pen.row_named(&mut rows, "respondent-accounts", "named_accounts", accounts.as_deref());
        pen.grid("respondent-accounts", rows);
    }
}
