//! What a paper may leave out: statements that the file offers it, and parties of the other side. Whoever signs decides whom
//! and what a paper names; what is left out is never silent.

use crate::choices::text;
use crate::described::missed;
use crate::forms::ComplaintInput;
use crate::parts::{PublisherPart, StatementPart, day_zh, standing};
use crate::{Form, Source};
use redress_base::{Fault, Finding, Refusal};
use redress_case::Capacity;
use redress_paper::Fixed;
use redress_words::{Language, Words};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeSet;

/// The field of an input, and of the answers, that names what is left out.
const FIELD: &str = "left_out";

/// What kind of thing a paper may leave out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NameableKind {
    /// A statement.
    Statement,
    /// Somebody of the other side.
    Respondent,
    /// A platform.
    Platform,
}

/// A statement or a party that a paper names, or may name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Nameable {
    /// `st-…` or `party-…`.
    pub id: String,
    /// Which kind.
    pub kind: NameableKind,
    /// The number of a statement in every paper of the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<u64>,
    /// Day of the first post of a statement, where dated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<String>,
    /// Whether who it is, is not known.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unknown: bool,
    /// Whether it is left out as things stand.
    pub left_out: bool,
}

impl Nameable {
    /// What it is called: a statement by its number, as it stands in papers; somebody of the other side by what they are.
    pub fn named(&self, form: &dyn Form) -> Fixed {
        let key = match (self.kind, self.unknown) {
            (NameableKind::Statement, _) => "statement-named",
            (NameableKind::Respondent, false) => "nameable-respondent",
            (NameableKind::Respondent, true) => "nameable-unknown",
            (NameableKind::Platform, _) => "nameable-platform",
        };
        let words = text(form, key).unwrap_or_default();
        let number =
            |language| self.number.map(|number| Words::of(language).numeral(number)).unwrap_or_default();
        Fixed {
            zh: words.zh.replace("{number}", &number(Language::ZhHans)),
            en: words.en.replace("{number}", &number(Language::En)),
        }
    }
}

/// What a form may name on this file, statements first; nothing for a form that leaves nothing out.
///
/// # Errors
/// Where the form cannot be filled.
pub fn nameable(form: &dyn Form, source: &Source<'_>) -> Result<Vec<Nameable>, Refusal> {
    if !leaves(form) {
        return Ok(Vec::new());
    }
    let out: BTreeSet<String> = left_out_of(&form.fill(source)?).into_iter().collect();
    let nothing = BTreeSet::new();
    let all = Source { left_out: Some(&nothing), ..*source };
    let mut texts = BTreeSet::new();
    collect(&form.fill(&all)?, &mut texts);
    let statements = StatementPart::rows_shown(source).into_iter();
    let statements = statements.filter(|(_, row)| texts.contains(row.id.as_str()));
    let mut found: Vec<Nameable> = statements
        .map(|(number, row)| Nameable {
            id: row.id.clone(),
            kind: NameableKind::Statement,
            number: Some(number),
            first: row.first.and_then(|stamp| stamp.at.beijing_date()).map(day_zh),
            unknown: false,
            left_out: out.contains(&row.id),
        })
        .collect();
    let sides =
        [(Capacity::Respondent, NameableKind::Respondent), (Capacity::Platform, NameableKind::Platform)];
    for (capacity, kind) in sides {
        let prints = form.details().iter().any(|(of, _)| *of == capacity);
        found.extend(standing(&all, capacity).filter(|_| prints).map(|party| {
            let id = party.id.to_string();
            let (left_out, unknown) = (out.contains(&id), party.identity_unknown);
            Nameable { id, kind, number: None, first: None, unknown, left_out }
        }));
    }
    Ok(found)
}

/// What the answers leave out of a form: `None` where they say nothing, and then the form chooses.
///
/// # Errors
/// `Input` where it is no list of ids; where the form leaves nothing out; where an id is none that the form may name: a slip
/// of the pen would name somebody after all.
pub fn left_out_by(
    form: &dyn Form,
    source: &Source<'_>,
    answers: &Value,
) -> Result<Option<BTreeSet<String>>, Refusal> {
    let Some(said) = answers.get(FIELD).filter(|said| !said.is_null()) else { return Ok(None) };
    let unfit = |id: String, known: String| {
        let found = Finding::error("forms-left-out-unfit").with("form", form.id()).with("id", id);
        found.with("known", known).refuse(Fault::Input)
    };
    let offered = nameable(form, source)?;
    let known: Vec<&str> = offered.iter().map(|one| one.id.as_str()).collect();
    let listed = said.as_array().ok_or_else(|| unfit(said.to_string(), known.join(", ")))?;
    let mut out = BTreeSet::new();
    for one in listed {
        let id = one.as_str().map(str::trim).unwrap_or_default();
        if !known.contains(&id) {
            return Err(unfit(one.as_str().map_or_else(|| one.to_string(), str::to_owned), known.join(", ")));
        }
        out.insert(id.to_owned());
    }
    Ok(Some(out))
}

/// The complaints that a request for help goes with.
const COMPLAINTS: [&str; 2] = ["complaint-defamation", "complaint-insult"];

/// What the answers to all forms leave out of one: what its own say; where they say nothing, a request for the help of the
/// police names nothing that the complaint it goes with leaves out (法释〔2021〕1号 325, in force 2021-03-01).
///
/// # Errors
/// As [`left_out_by`].
pub fn left_out_in(
    form: &dyn Form,
    source: &Source<'_>,
    answers: &Value,
) -> Result<Option<BTreeSet<String>>, Refusal> {
    let own = left_out_by(form, source, answers.get(form.id()).unwrap_or(&Value::Null))?;
    if own.is_some() || form.id() != "police-help-request" {
        return Ok(own);
    }
    let said = |id: &&str| answers.get(id).is_some_and(|said| said.get(FIELD).is_some_and(Value::is_array));
    let Some(complaint) = COMPLAINTS.iter().find(|id| said(id)).and_then(|id| answers.get(id)) else {
        return Ok(None);
    };
    let offered: BTreeSet<String> = nameable(form, source)?.into_iter().map(|one| one.id).collect();
    Ok(Some(left_out_of(complaint).into_iter().filter(|id| offered.contains(id)).collect()))
}

/// What a reader has to know of whom and what an input names: which ids it leaves out, for a private prosecution what it costs
/// to name some of several accused alone, and which statements are laid to none of the accused.
pub fn told(form: &dyn Form, input: &Value) -> Vec<Finding> {
    let out = left_out_of(input);
    let mut found = Vec::new();
    if !out.is_empty() {
        let all = out.join(", ");
        found.push(Finding::note("forms-left-out").with("form", form.id()).with("ids", all));
    }
    found.extend(aid_told(form, input));
    if !form.id().starts_with("complaint-") {
        return found;
    }
    let parties: Vec<&str> = out.iter().map(String::as_str).filter(|id| id.starts_with("party-")).collect();
    // 法释〔2021〕1号 323 (in force 2021-03-01): who knowingly sues some of several who acted together is barred from suing the
    // others for the same facts once judgment is given.
    if !parties.is_empty() {
        found.push(Finding::warning("forms-left-out-accused").with("ids", parties.join(", ")));
    }
    // 法释〔2021〕1号 316 (in force 2021-03-01): a private prosecution has a definite accused and facts that are laid to them.
    let Ok(read) = serde_json::from_value::<ComplaintInput>(input.clone()) else { return found };
    let open = PublisherPart::open(&read.publishers, &read.defendants);
    let same = same_account(&read, &open);
    if !same.is_empty() {
        found.push(Finding::warning("forms-same-account").with("ids", same.join(", ")));
    }
    if !open.is_empty() {
        found.push(Finding::warning("forms-laid-to-nobody").with("ids", open.join(", ")));
    }
    let uncharged = PublisherPart::uncharged(&read.publishers, &read.defendants).into_iter();
    let uncharged: Vec<String> = uncharged.filter_map(|one| Some(one.person.party?.to_string())).collect();
    if !uncharged.is_empty() {
        found.push(Finding::warning("forms-accused-of-nothing").with("ids", uncharged.join(", ")));
    }
    found
}

/// What whoever asks for legal aid has to know (法律援助法 29, in force 2022-01-01): it is for those who have appointed nobody.
fn aid_told(form: &dyn Form, input: &Value) -> Option<Finding> {
    let appointed = input.get("agent_appointed") == Some(&Value::Bool(true));
    (form.id() == "legal-aid-application" && appointed).then(|| Finding::warning("forms-aid-agent-appointed"))
}

/// The statements laid to nobody whose first post is by an account that the paper lists as that of an accused: the paper would name
/// the account and say that nobody knows whose it is.
fn same_account(read: &ComplaintInput, open: &[String]) -> Vec<String> {
    let listed = |one: &&crate::StatementPart| {
        let own = |account: &crate::AccountPart| {
            one.platform.as_deref() == Some(account.platform.as_str())
                && one.account.as_deref() == Some(account.account.as_str())
        };
        read.defendants.iter().any(|accused| accused.definite() && accused.accounts.iter().any(own))
    };
    let statements = read.statements.iter().filter(|one| open.contains(&one.id));
    statements.filter(listed).map(|one| one.id.clone()).collect()
}

/// That an input points to exhibits that are not handed in: told of a draft, and no final is made of it.
pub fn points_nowhere(form: &dyn Form, input: &Value, said: Option<&Value>) -> Option<Finding> {
    let missed: Vec<String> = missed(input, said).iter().map(u64::to_string).collect();
    let numbers = missed.join(", ");
    let found = || Finding::warning("forms-exhibit-missed").with("form", form.id()).with("numbers", numbers);
    (!missed.is_empty()).then(found)
}

/// What an input leaves out.
pub fn left_out_of(input: &Value) -> Vec<String> {
    let listed = input.get(FIELD).and_then(Value::as_array).into_iter().flatten();
    listed.filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Whether the input of a form has a place for it.
fn leaves(form: &dyn Form) -> bool {
    form.schema().to_value().pointer(&format!("/properties/{FIELD}")).is_some()
}

fn collect(value: &Value, texts: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => fields.values().for_each(|value| collect(value, texts)),
        Value::Array(places) => places.iter().for_each(|value| collect(value, texts)),
        Value::String(text) => {
            texts.insert(text.clone());
        }
        _ => {}
    }
}
