//! What is asked of the statistics: out of an address or out of a form, with lists that were written or brought as files.

use crate::call::Call;
use crate::library::WantedCounts;
use redress_base::{Date, Fault, Finding, Refusal};
use redress_statistics::{By, read_breaks, read_events};

/// The fields, as an address and a form name them.
pub(crate) const FIELDS: [&str; 7] =
    ["from-day", "until-day", "as-of", "period", "threshold", "register", "region"];
/// Lists that people write; each may be brought as a file, in the field of this name with `-file` behind it.
pub(crate) const LISTS: [&str; 2] = ["events", "breaks"];
/// The longest list, in bytes.
const LONGEST: u64 = 1 << 20;

/// What was asked, by field.
pub(crate) struct Question(Vec<(&'static str, String)>);

impl Question {
    /// What a request asks. A file takes the place of what was written.
    ///
    /// # Errors
    /// `Input` where a file is too long or no text.
    pub(crate) fn of(call: &Call<'_>) -> Result<Question, Refusal> {
        let said = |name: &'static str| call.typed(name).or_else(|| call.asked(name));
        let mut all = Vec::new();
        for name in FIELDS.into_iter().chain(LISTS) {
            let text = match brought(call, name)? {
                Some(text) => Some(text),
                None => said(name).map(str::to_owned),
            };
            all.extend(text.map(|text| (name, text)));
        }
        Ok(Question(all))
    }

    /// What was said in a field.
    pub(crate) fn said(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, text)| text.as_str())
    }

    /// Every field with what was said in it.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.iter().map(|(name, text)| (*name, text.as_str()))
    }

    /// The same as a wish.
    ///
    /// # Errors
    /// `Usage`, naming the field that does not fit; `Input` for a list that cannot be read.
    pub(crate) fn wanted(&self, call: &Call<'_>, make: bool) -> Result<WantedCounts, Refusal> {
        let unfit = |name: &str, typed: &str| {
            let field = call.text(&format!("web-field-{name}"));
            Finding::error("web-field-unfit")
                .with("field", field)
                .with("at", name)
                .with("typed", typed)
                .refuse(Fault::Usage)
        };
        let day = |name: &str| -> Result<Option<Date>, Refusal> {
            self.said(name).map(|typed| typed.parse().map_err(|_| unfit(name, typed))).transpose()
        };
        let by = self.said("period").map(|typed| By::from_word(typed).ok_or_else(|| unfit("period", typed)));
        let threshold =
            self.said("threshold").map(|typed| typed.parse().map_err(|_| unfit("threshold", typed)));
        let list = |name: &str| call.text(&format!("web-field-{name}"));
        let events = self.said("events").map(|text| read_events(&list("events"), text));
        let breaks = self.said("breaks").map(|text| read_breaks(&list("breaks"), text));
        Ok(WantedCounts {
            from: day("from-day")?,
            to: day("until-day")?,
            as_of: day("as-of")?,
            by: by.transpose()?,
            threshold: threshold.transpose()?,
            register: self.said("register").map(str::to_owned),
            region: self.said("region").map(str::to_owned),
            events: events.transpose()?,
            breaks: breaks.transpose()?,
            make,
        })
    }
}

/// The list that was brought as a file, in the field of that name with `-file` behind it.
///
/// # Errors
/// `Input` where it is too long or no text.
pub(crate) fn brought(call: &Call<'_>, name: &str) -> Result<Option<String>, Refusal> {
    let Some(file) = call.files.iter().find(|file| file.field.strip_suffix("-file") == Some(name)) else {
        return Ok(None);
    };
    let unfit =
        |code: &str| Finding::error(code).with("file", file.name.as_str()).with("at", file.field.as_str());
    if file.bytes > LONGEST {
        return Err(unfit("web-list-long").with("most", LONGEST >> 10).refuse(Fault::Input));
    }
    let text = String::from_utf8(file.whole()?);
    text.map(Some).map_err(|_| unfit("web-list-not-text").refuse(Fault::Input))
}
