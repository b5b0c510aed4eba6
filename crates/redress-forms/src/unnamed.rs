//! Statements that a person took up and that a paper does not name, each with its own reason: none disappears without a word.

use crate::left_out::{left_out_of, nameable};
use crate::parts::StatementPart;
use crate::{Form, NameableKind, Source};
use redress_base::{Finding, Refusal};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeSet;

/// Why a paper does not name a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Unnamed {
    /// Article 10 protects it (指导意见 10, in force 2023-09-20).
    Protected,
    /// Whether Article 10 protects it is not answered, or disputed.
    Open,
    /// Everything recorded of it speaks of the other offence (刑法 246, in force 2015-11-01).
    OtherOffence,
    /// Whoever signs leaves it out.
    LeftOut,
}

impl Unnamed {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Unnamed::Protected => "protected",
            Unnamed::Open => "open",
            Unnamed::OtherOffence => "other-offence",
            Unnamed::LeftOut => "said",
        }
    }
}

/// A statement that was taken up and is not named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct UnnamedStatement {
    /// `st-…`.
    pub id: String,
    /// Why.
    pub why: Unnamed,
}

/// The statements that were taken up and that a complaint does not name, as the result lists them; nothing for other forms,
/// which charge nobody with an offence.
///
/// # Errors
/// Where the form cannot be filled.
pub fn unnamed(form: &dyn Form, source: &Source<'_>) -> Result<Vec<UnnamedStatement>, Refusal> {
    if !form.id().starts_with("complaint-") {
        return Ok(Vec::new());
    }
    let out: BTreeSet<String> = left_out_of(&form.fill(source)?).into_iter().collect();
    let offered = nameable(form, source)?.into_iter().filter(|one| one.kind == NameableKind::Statement);
    let offered: BTreeSet<String> = offered.map(|one| one.id).collect();
    let why = |id: &str| {
        if source.set_aside(Some(id)) {
            return Some(Unnamed::Protected);
        }
        if !StatementPart::unprotected(source, id) {
            return Some(Unnamed::Open);
        }
        let chosen = if source.left_out.is_some() { Unnamed::LeftOut } else { Unnamed::OtherOffence };
        (out.contains(id) || !offered.contains(id)).then_some(chosen)
    };
    let taken_up = source.result.statements.iter().filter(|row| row.taken_up);
    Ok(taken_up.filter_map(|row| Some(UnnamedStatement { id: row.id.clone(), why: why(&row.id)? })).collect())
}

/// The same for a reader, one finding a reason.
pub fn unnamed_told(form: &dyn Form, all: &[UnnamedStatement]) -> Vec<Finding> {
    let of = |why: Unnamed, code: &str| {
        let ids: Vec<&str> = all.iter().filter(|one| one.why == why).map(|one| one.id.as_str()).collect();
        let found = || Finding::note(code).with("form", form.id()).with("ids", ids.join(", "));
        (!ids.is_empty()).then(found)
    };
    let found = [
        of(Unnamed::Protected, "forms-unnamed-protected"),
        of(Unnamed::Open, "forms-unnamed-open"),
        of(Unnamed::OtherOffence, "forms-unnamed-other-offence"),
    ];
    found.into_iter().flatten().collect()
}
