//! What identifies a party: kept apart from the ledger, which holds its digest alone.
//!
//! The object begins with a random salt, so that nobody can guess a name or a number from the digest in
//! a ledger that left the house without the object.

use redress_base::{Fault, Finding, Private, Refusal};
use redress_evidence::canonical;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Schema of the object.
pub const DETAILS_SCHEMA: &str = "redress/details/1";

/// The fields that the official forms ask for (法〔2025〕82号, forms 01 and 02, in force 2025-07-14), and the
/// accounts by which a respondent is known.
pub const FIELDS: [&str; 17] = [
    "name",
    "sex",
    "birth",
    "ethnicity",
    "birthplace",
    "education",
    "occupation",
    "employer",
    "household",
    "address",
    "phone",
    "id-kind",
    "id-number",
    "representative",
    "licence",
    "accounts",
    "note",
];
/// Fields whose value may have several lines.
const MANY_LINES: [&str; 3] = ["address", "accounts", "note"];
/// The longest value of a field, in characters.
const LONGEST: usize = 500;

/// Marks that turn or hide what is written (Unicode 3.6 and UAX 9): zero-width characters and changes of direction.
const fn unseen(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    schema: String,
    salt: String,
    fields: BTreeMap<String, String>,
}

/// What identifies a party. It prints as a mask and has no stored form but [`Details::bytes`].
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Details {
    fields: BTreeMap<String, Private<String>>,
}

impl Details {
    /// Takes what a person typed: field and value.
    ///
    /// # Errors
    /// `Usage` for an unknown field, an empty or overlong value, or control characters.
    pub fn read<'a>(typed: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Details, Refusal> {
        let mut fields = BTreeMap::new();
        for (field, value) in typed {
            let value = value.trim();
            if !FIELDS.contains(&field) {
                let found = Finding::error("case-detail-unknown").with("field", field);
                return Err(found.with("known", FIELDS.join(", ")).refuse(Fault::Usage));
            }
            let lines = MANY_LINES.contains(&field);
            // An account is named as its user named it, and pictures are joined by a sign that nobody sees (Unicode UTS 51).
            let joins = |c: char| field == "accounts" && matches!(c, '\u{200C}' | '\u{200D}');
            let control =
                value.chars().any(|c| c.is_control() && !(lines && c == '\n') || unseen(c) && !joins(c));
            if value.is_empty() || value.chars().count() > LONGEST || control {
                let found = Finding::error("case-detail-unfit").with("field", field);
                return Err(found.with("most", LONGEST).refuse(Fault::Usage));
            }
            fields.insert(field.to_owned(), Private::new(value.to_owned()));
        }
        Ok(Details { fields })
    }

    /// Whether nothing is given.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// The fields and values, in order.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &Private<String>)> {
        self.fields.iter().map(|(field, value)| (field.as_str(), value))
    }

    /// One field.
    pub fn get(&self, field: &str) -> Option<&Private<String>> {
        self.fields.get(field)
    }

    /// These details without every field but `fields`: what a paper prints is all that is read for it.
    #[must_use]
    pub fn only(mut self, fields: &[&str]) -> Details {
        self.fields.retain(|field, _| fields.contains(&field.as_str()));
        self
    }

    /// These details with every value replaced by a mask, so that a paper can be looked at without them.
    #[must_use]
    pub fn masked(mut self) -> Details {
        self.fields.values_mut().for_each(|value| *value = Private::new("＊＊＊".to_owned()));
        self
    }

    /// These details with those that `newer` gives in their place.
    #[must_use]
    pub fn changed(mut self, newer: Details) -> Details {
        self.fields.extend(newer.fields);
        self
    }

    /// The object to keep; `salt` is 32 fresh random bytes.
    ///
    /// # Errors
    /// Where it cannot be written canonically.
    pub fn bytes(&self, salt: &[u8; 32]) -> Result<Vec<u8>, Refusal> {
        let salt = salt.iter().map(|byte| format!("{byte:02x}")).collect();
        let fields = self.fields.iter().map(|(field, value)| (field.clone(), value.reveal().clone()));
        canonical::to_vec(&Stored { schema: DETAILS_SCHEMA.to_owned(), salt, fields: fields.collect() })
    }

    /// Reads a kept object.
    ///
    /// # Errors
    /// `Newer` for a later schema; `Storage` where it is no such object.
    pub fn from_bytes(bytes: &[u8]) -> Result<Details, Refusal> {
        let unreadable = || Finding::error("case-details-unreadable").refuse(Fault::Verification);
        let stored: Stored = serde_json::from_slice(bytes).map_err(|_| unreadable())?;
        if stored.schema != DETAILS_SCHEMA {
            let found = Finding::error("case-details-newer").with("schema", stored.schema);
            return Err(found.with("known", DETAILS_SCHEMA).refuse(Fault::Newer));
        }
        let fields = stored.fields.into_iter().map(|(field, value)| (field, Private::new(value)));
        Ok(Details { fields: fields.collect() })
    }
}

#[cfg(test)]
mod tests {
    use super::Details;

    #[test]
    fn details_come_back_and_never_print() {
        let details = Details::read([("name", " 王小明 "), ("phone", "13800000000")]).unwrap();
        let bytes = details.bytes(&[7; 32]).unwrap();
        assert_eq!(Details::from_bytes(&bytes).unwrap(), details);
        assert!(!format!("{details:?}").contains("王小明"));
        // The same details under another salt have another digest.
        assert_ne!(details.bytes(&[8; 32]).unwrap(), bytes);
    }

    #[test]
    fn unfit_details_are_refused() {
        for (field, value) in [
            ("nick", "x"),
            ("name", "  "),
            ("name", "a\u{1b}[31m"),
            ("phone", "138\n00000000"),
            ("name", "王\u{202e}小明"),
            ("phone", "138\u{200b}00000000"),
        ] {
            assert!(Details::read([(field, value)]).is_err(), "{field}={value:?}");
        }
        assert!(Details::from_bytes(b"{}").is_err());
        assert!(Details::read([("accounts", "微博：花\u{202e}子")]).is_err());
    }

    /// A family of three and a waving flag, as accounts carry them.
    #[test]
    fn an_account_is_named_with_its_pictures() {
        for name in ["微博：👨\u{200d}👩\u{200d}👧 花子", "微博：🏳\u{fe0f}\u{200d}🌈", "微博：👍🏽"]
        {
            let details = Details::read([("accounts", name)]).unwrap();
            assert_eq!(details.get("accounts").unwrap().reveal(), name);
        }
    }
}
