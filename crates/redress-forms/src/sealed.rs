//! What of an input the file alone says, and what a person answers.
//!
//! Derived parts are held by the type that they have in the schema of the input, so that every form holds them alike. What
//! no line here names is a person's to say.

use crate::Form;
use crate::questions::resolved;
use serde_json::Value;
use std::collections::BTreeSet;

/// Who says what stands in a place of an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hold {
    /// A person; what the file knows of it is a proposal.
    Open,
    /// The file; where it is silent, a person.
    Gaps,
    /// The file alone.
    Sealed,
}

/// A place where an input says something else than the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Falsified {
    /// Where, such as `statements.0.words`.
    pub path: String,
    /// What the file says; absent where it says nothing.
    pub derived: Option<Value>,
    /// What stands there; absent where it was taken out.
    pub given: Option<Value>,
}

/// Parts that are worked out of the sealed evidence and of the ledger.
const SEALED: &[&str] = &[
    "AboutPart",
    "AccountPart",
    "ActPart",
    "Article",
    "AssertedPart",
    "Bucket",
    "ChallengePart",
    "CircumstancePart",
    "Cited",
    "ConsequencePart",
    "ContentPart",
    "Count",
    "DrawnStep",
    "DutyPart",
    "DutyTold",
    "ExhibitPart",
    "ExhibitRef",
    "FactPart",
    "FactorPart",
    "Fixed",
    "Judged",
    "KeptPart",
    "Label",
    "LimitPart",
    "LinkPart",
    "NoticePart",
    "NoticeStepPart",
    "PageSpan",
    "PaperFigure",
    "PostsPart",
    "PrintedCounter",
    "PrintedExhibit",
    "PrintedPost",
    "PublisherPart",
    "ReachPart",
    "SaidPart",
    "SheetRow",
    "ShownPart",
    "SpreadPart",
    "Stamp",
    "StatementPart",
    "StepPart",
    "Timeline",
    "TrackPart",
];

/// Parts of which a person may fill what no step recorded.
const GAPS: &[&str] = &["DocumentPart"];

/// Parts, and the lists and tables around them, that are a person's to say.
#[cfg(test)]
const OPEN: &[&str] = &[
    "ApplicantPart",
    "ApplicantsPart",
    "AskPart",
    "Asked",
    "CivilClaims",
    "ClaimantPart",
    "ContestedAct",
    "HelpPart",
    "MeansPart",
    "MoneyPart",
    "PersonPart",
    "PlatformPart",
    "PreservedPart",
    "RepresentativePart",
    "RespondentPart",
    "ServicePart",
];

/// Single fields that are held otherwise than what they stand in.
const FIELDS: &[(&str, &str, Hold)] = &[
    // What an exhibit is called and proves, where its original is, and whether it is handed in, whoever signs says (法释〔2019〕19号 19, in force 2020-05-01, O).
    ("ExhibitPart", "name", Hold::Open),
    ("ExhibitPart", "left_out", Hold::Open),
    ("ExhibitPart", "proves", Hold::Open),
    ("ExhibitPart", "original", Hold::Open),
    ("ExhibitPart", "source", Hold::Gaps),
    // An export seldom says where a post could be opened; a notice has to (民法典 1195, in force 2021-01-01).
    ("StatementPart", "link", Hold::Gaps),
    ("ContentPart", "link", Hold::Gaps),
    ("SheetRow", "link", Hold::Gaps),
    ("VerificationReportInput", "items", Hold::Sealed),
    ("VerificationReportInput", "bytes", Hold::Sealed),
    ("VerificationReportInput", "entries", Hold::Sealed),
    ("VerificationReportInput", "head", Hold::Sealed),
    ("VerificationReportInput", "software", Hold::Sealed),
    ("TransferSheetInput", "case_id", Hold::Sealed),
    ("TransferSheetInput", "entries", Hold::Sealed),
    ("TransferSheetInput", "head", Hold::Sealed),
    // A file that was handed over has these on record; before that a person fills them in.
    ("TransferSheetInput", "from", Hold::Gaps),
    ("TransferSheetInput", "to", Hold::Gaps),
    ("TransferSheetInput", "way", Hold::Gaps),
    ("TransferSheetInput", "number", Hold::Gaps),
    ("TransferSheetInput", "on", Hold::Gaps),
    ("TransferSheetInput", "details", Hold::Gaps),
    ("PlatformRecommendationInput", "set_aside", Hold::Sealed),
    ("ChartsAnnexInput", "withheld", Hold::Sealed),
    // Time limits, days of recorded steps, and which text of the law is in force.
    ("AdministrativeReconsiderationInput", "last_day", Hold::Gaps),
    ("AdministrativeReconsiderationInput", "last_day_learned", Hold::Gaps),
    ("PublicSecurityReportInput", "under_new_text", Hold::Gaps),
    ("RefusalInput", "last_day", Hold::Gaps),
    ("RefusalInput", "refusal_received", Hold::Gaps),
    ("RefusalInput", "reconsideration_received", Hold::Gaps),
    ("RefusalInput", "overdue", Hold::Gaps),
];

/// Who says what stands at `path` of a form's input. A path that the form does not have is a person's: reading the input
/// refuses it.
pub fn hold_at(form: &dyn Form, path: &str) -> Hold {
    let schema = form.schema().to_value();
    let mut here = Place::root(&schema);
    for step in path.split('.') {
        here = match step.bytes().all(|byte| byte.is_ascii_digit()) {
            true => here.item(),
            false => here.field(step),
        };
    }
    // A list of sealed parts is sealed itself.
    here.list_hold()
}

/// Every place where an input differs from what the file says, of what the file says alone; and where it changes what the
/// file does say, of what a person may fill.
pub fn falsified(form: &dyn Form, derived: &Value, given: &Value) -> Vec<Falsified> {
    let schema = form.schema().to_value();
    let mut found = Vec::new();
    compare(Place::root(&schema), Some(derived), Some(given), &mut Vec::new(), &mut found);
    found
}

/// A place of a schema.
#[derive(Clone, Copy)]
struct Place<'s> {
    root: &'s Value,
    schema: Option<&'s Value>,
    name: &'s str,
    hold: Hold,
}

impl<'s> Place<'s> {
    fn root(root: &'s Value) -> Place<'s> {
        let name = root.get("title").and_then(Value::as_str).unwrap_or_default();
        Place { root, schema: Some(root), name, hold: Hold::Open }
    }

    /// The place of a schema inside this one; what it holds, where neither its type nor its field says otherwise.
    fn at(self, next: Option<&'s Value>, field: Option<Hold>) -> Place<'s> {
        let Some(next) = next else { return Place { schema: None, name: "", ..self } };
        let (schema, name) = resolved(self.root, next);
        let hold = match field {
            Some(field) => field,
            None if SEALED.contains(&name) => Hold::Sealed,
            // Inside a sealed part everything is sealed.
            None if GAPS.contains(&name) => self.hold.max(Hold::Gaps),
            None => self.hold,
        };
        Place { schema: Some(schema), name, hold, ..self }
    }

    fn field(self, field: &str) -> Place<'s> {
        let named = FIELDS.iter().find(|(of, name, _)| *of == self.name && *name == field);
        let next = self.schema.and_then(|schema| schema.get("properties")?.get(field));
        self.at(next, named.map(|(.., hold)| *hold))
    }

    fn item(self) -> Place<'s> {
        self.at(self.schema.and_then(|schema| schema.get("items")), None)
    }

    fn list_hold(self) -> Hold {
        let list = self.schema.is_some_and(|schema| schema.get("items").is_some());
        if list { self.item().hold } else { self.hold }
    }
}

/// Nothing was said: what is left out, `null`, and an empty text or list are read alike.
fn said(value: Option<&Value>) -> Option<&Value> {
    value.filter(|value| match value {
        Value::Null => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(places) => !places.is_empty(),
        _ => true,
    })
}

fn compare(
    place: Place<'_>,
    derived: Option<&Value>,
    given: Option<&Value>,
    path: &mut Vec<String>,
    found: &mut Vec<Falsified>,
) {
    let (derived, given) = (said(derived), said(given));
    if derived == given {
        return;
    }
    let hold = place.list_hold();
    let object = |value: Option<&Value>| value.is_none_or(Value::is_object);
    let array = |value: Option<&Value>| value.is_none_or(Value::is_array);
    let has = |key: &str| place.schema.is_some_and(|schema| schema.get(key).is_some());
    if has("properties") && object(derived) && object(given) {
        let fields = |value: Option<&Value>| {
            value.and_then(Value::as_object).map(|fields| fields.keys().cloned().collect::<BTreeSet<_>>())
        };
        let mut names = fields(derived).unwrap_or_default();
        names.extend(fields(given).unwrap_or_default());
        for name in names {
            let next = |value: Option<&'_ Value>| value.and_then(|value| value.get(&name)).cloned();
            path.push(name.clone());
            compare(place.field(&name), next(derived).as_ref(), next(given).as_ref(), path, found);
            path.pop();
        }
        return;
    }
    if has("items") && array(derived) && array(given) {
        let long = |value: Option<&Value>| value.and_then(Value::as_array).map_or(0, Vec::len);
        let (before, after) = (long(derived), long(given));
        let other = match hold {
            Hold::Open => false,
            Hold::Gaps => before > 0 && before != after,
            Hold::Sealed => before != after,
        };
        if other {
            note(derived, given, path, found);
            return;
        }
        for at in 0..before.max(after) {
            path.push(at.to_string());
            let next = |value: Option<&'_ Value>| value.and_then(|value| value.get(at)).cloned();
            compare(place.item(), next(derived).as_ref(), next(given).as_ref(), path, found);
            path.pop();
        }
        return;
    }
    if hold == Hold::Sealed || hold == Hold::Gaps && derived.is_some() {
        note(derived, given, path, found);
    }
}

fn note(derived: Option<&Value>, given: Option<&Value>, path: &[String], found: &mut Vec<Falsified>) {
    found.push(Falsified { path: path.join("."), derived: derived.cloned(), given: given.cloned() });
}

#[cfg(test)]
mod tests {
    use super::{FIELDS, GAPS, OPEN, SEALED};
    use crate::forms;
    use std::collections::BTreeSet;

    /// A new part has to be held by somebody, and no line speaks of a part that is gone.
    #[test]
    fn every_part_of_every_input_is_held() {
        let mut parts = BTreeSet::new();
        let mut fields = BTreeSet::new();
        for form in forms() {
            let schema = form.schema().to_value();
            let defined = schema["$defs"].as_object().cloned().unwrap_or_default();
            let own = (schema["title"].as_str().unwrap().to_owned(), schema.clone());
            for (name, part) in defined.iter().map(|(name, part)| (name.clone(), part.clone())).chain([own]) {
                let Some(properties) = part.get("properties").and_then(|all| all.as_object()) else {
                    continue;
                };
                fields.extend(properties.keys().map(|field| format!("{name}.{field}")));
                if defined.contains_key(&name) {
                    parts.insert(name);
                }
            }
        }
        let held: BTreeSet<String> =
            [SEALED, GAPS, OPEN].concat().iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(held.len(), SEALED.len() + GAPS.len() + OPEN.len(), "a part is held twice");
        assert_eq!(parts, held);
        for (of, field, _) in FIELDS {
            assert!(fields.contains(&format!("{of}.{field}")), "{of}.{field}");
        }
    }
}
