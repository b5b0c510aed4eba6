//! The shape of a text that a place of a form takes: a day, a line, or words at length; and days that are none.

use crate::Form;
use crate::parts::day_zh;
use crate::placeholder::placeholder;
use crate::questions::{AnswerKind, kind_at};
use redress_base::{Date, Finding};
use redress_case::dialable;
use serde_json::Value;

/// How a text is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A calendar day.
    Day,
    /// A name, an address, a number: one line.
    Line,
    /// A number to call.
    Phone,
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

/// Of these the days that lie behind whoever fills the paper in: of a death, of what a body did or received, of what was sent. Of
/// the others a day may be planned: the last day of a term, the day of signing while it is a draft.
const PAST: [&str; 5] = ["died", "on", "delivery_day", "refusal_received", "reconsideration_received"];
/// The day of signing: of what is signed it has come.
const SIGNED: &str = "date";
/// The place of a number to call.
const PHONE: &str = "phone";

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

/// The field at the end of a path, whatever row of a list it stands in.
fn field(path: &str) -> &str {
    path.rsplit('.').find(|step| step.parse::<u64>().is_err()).unwrap_or_default()
}

/// The shape of the text that goes to `path`.
pub fn shape_at(form: &dyn Form, path: &str) -> Shape {
    let name = field(path);
    match () {
        () if DAYS.contains(&name) && kind_at(form, path) == AnswerKind::Text => Shape::Day,
        () if name == PHONE && kind_at(form, path) == AnswerKind::Text => Shape::Phone,
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
pub(crate) fn no_day(form: &dyn Form, answers: &Value) -> Option<Finding> {
    let unfit = |place: &str, typed: &str| {
        let none = shape_at(form, place) == Shape::Day && read_day(typed).is_none();
        none.then_some("forms-answer-no-day")
    };
    first(form, answers, &mut Vec::new(), &unfit)
}

/// An answer in the place of a number to call that is none, by the rule that holds for parties too. What people write there has
/// many shapes, so that a draft takes it. The code is `forms-answer-no-phone`.
pub fn undialable(form: &dyn Form, answers: &Value) -> Option<Finding> {
    let unfit = |place: &str, typed: &str| {
        let none = shape_at(form, place) == Shape::Phone && !dialable(typed);
        none.then_some("forms-answer-no-phone")
    };
    first(form, answers, &mut Vec::new(), &unfit)
}

/// An answer that gives a day that has not come for something that has happened; where the paper is `signed`, also the day of
/// signing. The code is `forms-answer-day-ahead`.
pub fn ahead(form: &dyn Form, answers: &Value, today: Date, signed: bool) -> Option<Finding> {
    let unfit = |place: &str, typed: &str| {
        let name = field(place);
        let past = PAST.contains(&name) || signed && name == SIGNED;
        let later = || shape_at(form, place) == Shape::Day && read_day(typed).is_some_and(|day| day > today);
        (past && later()).then_some("forms-answer-day-ahead")
    };
    first(form, answers, &mut Vec::new(), &unfit).map(|found| found.with("today", today.to_string()))
}

/// The first answer that `unfit` gives a code for, by its place and what was typed.
fn first(
    form: &dyn Form,
    answer: &Value,
    path: &mut Vec<String>,
    unfit: &dyn Fn(&str, &str) -> Option<&'static str>,
) -> Option<Finding> {
    let mut below = |name: String, answer: &Value| {
        path.push(name);
        let found = first(form, answer, path, unfit);
        path.pop();
        found
    };
    match answer {
        Value::Object(fields) => fields.iter().find_map(|(name, answer)| below(name.clone(), answer)),
        Value::Array(places) => {
            places.iter().enumerate().find_map(|(at, answer)| below(at.to_string(), answer))
        }
        Value::String(typed) if !typed.trim().is_empty() && placeholder(form.id(), answer).is_none() => {
            let place = path.join(".");
            let code = unfit(&place, typed.trim())?;
            let shown: String = typed.chars().take(40).collect();
            Some(Finding::error(code).with("form", form.id()).with("path", place).with("typed", shown))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Shape, ahead, no_day, printed_day, read_day, shape_at, undialable};
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
        let found = no_day(form, &json!({ "court": "明天法院", "date": "明天" })).unwrap();
        assert_eq!(found.args.get("path"), Some(&Arg::Text("date".to_owned())));
        // Drafts take what holds a place; an empty answer is told as missing.
        for fits in ["2026-04-20", "2026年4月20日", "待定", ""] {
            assert!(no_day(form, &json!({ "date": fits })).is_none(), "{fits}");
        }
        let notice = crate::find("platform-notice").unwrap();
        assert!(no_day(notice, &json!({ "delivery_day": "下周" })).is_some());
    }

    #[test]
    fn a_number_to_call_is_written_with_digits() {
        let form = crate::find("platform-notice").unwrap();
        let place = "applicants.persons.0.phone";
        let answer = |typed: &str| place.rsplit('.').fold(json!(typed), |inner, step| json!({ step: inner }));
        assert_eq!(shape_at(form, place), Shape::Phone);
        for none in ["abc", "1380000000x", "138000000001380000001"] {
            assert_eq!(undialable(form, &answer(none)).unwrap().code, "forms-answer-no-phone", "{none}");
            assert!(no_day(form, &answer(none)).is_none(), "{none}: a draft takes it");
        }
        for fits in ["13800000000", "+86 138-0000-0000", "010-12345678转80112", "110", "待定"] {
            assert!(undialable(form, &answer(fits)).is_none(), "{fits}");
        }
    }

    /// What was sent was sent on a day that has come; the day of signing may be planned until it is signed; a term ends later.
    #[test]
    fn a_day_of_what_has_happened_does_not_lie_ahead() {
        let notice = crate::find("platform-notice").unwrap();
        let today: redress_base::Date = "2026-04-20".parse().unwrap();
        let day = |name: &str, typed: &str| json!({ name: typed });
        let found = ahead(notice, &day("delivery_day", "2026年4月21日"), today, false).unwrap();
        assert_eq!(found.code, "forms-answer-day-ahead");
        assert_eq!(found.args.get("path"), Some(&Arg::Text("delivery_day".to_owned())));
        assert!(ahead(notice, &day("delivery_day", "2026-04-20"), today, true).is_none());
        assert!(ahead(notice, &day("date", "2026-04-21"), today, false).is_none());
        assert!(ahead(notice, &day("date", "2026-04-21"), today, true).is_some());
        let collecting = crate::find("evidence-collection-application").unwrap();
        assert_eq!(shape_at(collecting, "evidence_deadline"), Shape::Day);
        assert!(ahead(collecting, &day("evidence_deadline", "2026-05-20"), today, true).is_none());
    }
}
