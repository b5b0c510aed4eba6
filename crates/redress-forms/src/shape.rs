//! The shape of a text that a place of a form takes: a day, a line, or words at length; and days that are none.

use crate::Form;
use crate::parts::day_zh;
use crate::placeholder::placeholder;
use crate::questions::{AnswerKind, kind_at};
use redress_base::{Date, Finding};
use serde_json::Value;

/// How a text is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A calendar day.
    Day,
    /// A name, an address, a number: one line.
    Line,
    /// Words at length.
    Long,
}

/// Places that take a calendar day.
const DAYS: [&str; 7] = [
    "date",
    "died",
    "on",
    "delivery_day",
    "evidence_deadline",
    "refusal_received",
    "reconsideration_received",
];

/// Places where somebody tells something in their own words.
const LONG: [&str; 22] = [
    "answer",
    "case_words",
    "consequences",
    "facts",
    "grounds",
    "harm",
    "household",
    "matter",
    "measures",
    "ongoing",
    "other_acts",
    "other_claims",
    "own_words",
    "property",
    "reason",
    "reasons",
    "requests",
    "unlawful",
    "untrue",
    "urgent",
    "venue",
    "words",
];

/// The shape of the text that goes to `path`.
pub fn shape_at(form: &dyn Form, path: &str) -> Shape {
    let name = path.rsplit('.').find(|step| step.parse::<u64>().is_err()).unwrap_or_default();
    match () {
        () if DAYS.contains(&name) && kind_at(form, path) == AnswerKind::Text => Shape::Day,
        () if LONG.contains(&name) => Shape::Long,
        () => Shape::Line,
    }
}

/// The day that was typed: `2026-04-20`, or `2026年4月20日` as papers print it.
pub fn read_day(typed: &str) -> Option<Date> {
    let typed = typed.trim();
    if let Ok(day) = typed.parse::<Date>() {
        return Some(day);
    }
    let (year, rest) = typed.split_once('年')?;
    let (month, rest) = rest.split_once('月')?;
    let day = rest.strip_suffix('日')?;
    let (year, month, day): (i16, i8, i8) =
        (year.trim().parse().ok()?, month.trim().parse().ok()?, day.trim().parse().ok()?);
    Date::new(year, month, day).ok()
}

/// A day as papers print it; what is none stays as it was typed, and is refused by its place.
pub fn printed_day(typed: &str) -> String {
    read_day(typed).map_or_else(|| typed.to_owned(), day_zh)
}

/// Answers in places of days that are none. What only holds a place passes in a draft, as everywhere. The code is
/// `forms-answer-no-day`.
pub(crate) fn no_days(form: &dyn Form, answers: &Value) -> Option<Finding> {
    let mut path = Vec::new();
    first(form, answers, &mut path)
}

fn first(form: &dyn Form, answer: &Value, path: &mut Vec<String>) -> Option<Finding> {
    let mut below = |name: String, answer: &Value| {
        path.push(name);
        let found = first(form, answer, path);
        path.pop();
        found
    };
    match answer {
        Value::Object(fields) => fields.iter().find_map(|(name, answer)| below(name.clone(), answer)),
        Value::Array(places) => {
            places.iter().enumerate().find_map(|(at, answer)| below(at.to_string(), answer))
        }
        Value::String(typed) if !typed.trim().is_empty() && read_day(typed).is_none() => {
            let place = path.join(".");
            let holds = placeholder(form.id(), answer).is_some();
            (!holds && shape_at(form, &place) == Shape::Day).then(|| {
                let shown: String = typed.chars().take(40).collect();
                Finding::error("forms-answer-no-day")
                    .with("form", form.id())
                    .with("path", place)
                    .with("typed", shown)
            })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Shape, no_days, printed_day, read_day, shape_at};
    use redress_base::Arg;
    use serde_json::json;

    #[test]
    fn a_day_is_one_of_the_calendar_in_either_way_of_writing_it() {
        assert_eq!(read_day("2026-04-20"), read_day(" 2026年4月20日 "));
        assert_eq!(printed_day("2026-04-20"), "2026年4月20日");
        for none in ["明天", "tomorrow", "2026-02-30", "2026年2月30日", "2026年4月", "20/04/2026", ""]
        {
            assert!(read_day(none).is_none(), "{none}");
            assert_eq!(printed_day(none), none);
        }
    }

    #[test]
    fn what_is_no_day_is_refused_where_a_day_belongs_and_nowhere_else() {
        let form = crate::find("civil-complaint").unwrap();
        assert_eq!(shape_at(form, "date"), Shape::Day);
        assert_eq!(shape_at(form, "own_words"), Shape::Long);
        assert_eq!(shape_at(form, "court"), Shape::Line);
        let found = no_days(form, &json!({ "court": "明天法院", "date": "明天" })).unwrap();
        assert_eq!(found.args.get("path"), Some(&Arg::Text("date".to_owned())));
        // Drafts take what holds a place; an empty answer is told as missing.
        for fits in ["2026-04-20", "2026年4月20日", "待定", ""] {
            assert!(no_days(form, &json!({ "date": fits })).is_none(), "{fits}");
        }
        let notice = crate::find("platform-notice").unwrap();
        assert!(no_days(notice, &json!({ "delivery_day": "下周" })).is_some());
    }
}
