//! One dated step of one track, as it is recorded.

use redress_base::Date;
use redress_law::Body;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The organ that acted, by kind and name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Acting {
    /// Court, police, procuratorate, ….
    pub kind: Body,
    /// Its name as on the paper: `"某市某区人民法院"`.
    pub name: String,
}

/// One dated step in one track of one procedure.
///
/// Several tracks of a procedure may run in one case: `"1"`, `"2"`. The part of a track's name before a dot
/// is its matter (`"1.2"` is the second track of matter 1); procedures cross only inside one matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// `"private-prosecution"`.
    pub procedure: String,
    /// The track, `"1"` where nothing else is said.
    #[serde(default = "first")]
    pub track: String,
    /// What happened, by its id in the procedure's file.
    pub event: String,
    /// The day on which it happened (Beijing).
    #[schemars(with = "String")]
    pub on: Date,
    /// The number of the paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The day that the step fixes, such as the day of a hearing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub for_day: Option<Date>,
    /// The time of that day, in Beijing, where the step appoints one: when a hearing begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub for_time: Option<jiff::civil::Time>,
    /// One of the event's reasons, where the law tells them apart (why a suit was withdrawn, which offence).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Who acted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Acting>,
    /// How many persons it concerns (arrests approved, persons charged).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub persons: Option<u32>,
    /// The statement that it is about, where facts of a statement follow from it (a notice to a platform): the key of one
    /// of its posts (`weibo/4912…`), so that the step stays with the post when later material regroups the statements;
    /// or its id, `st-…`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statement: Option<String>,
}

fn first() -> String {
    "1".to_owned()
}

impl Event {
    /// A step of track 1 with nothing but its day.
    pub fn new(procedure: &str, event: &str, on: Date) -> Event {
        Event {
            procedure: procedure.to_owned(),
            track: first(),
            event: event.to_owned(),
            on,
            number: None,
            for_day: None,
            for_time: None,
            reason: None,
            body: None,
            persons: None,
            statement: None,
        }
    }
}

/// Something with the number of the ledger entry that recorded it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Numbered<T> {
    /// Number of the ledger entry.
    pub entry: u64,
    /// What it recorded.
    pub of: T,
}
