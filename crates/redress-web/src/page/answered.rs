//! The fields in which places of a form are answered, and what was answered as the forms take it.

use crate::call::Call;
use maud::{Markup, html};
use redress_forms::{
    AnswerKind, EXHIBITS, Form, Offered, OfferedValue, Shape, choices_at, kind_at, printed_day, read_day,
    shape_at,
};
use redress_words::{Language, safe_text};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// What the name of a field begins with that answers a place of the form.
pub(crate) const ANSWER: &str = "answer.";
/// Of more than this the file has, the numbers are typed beside the list, and not ticked.
const BOXES: usize = 200;

/// What a person answered so far, by its place.
pub(crate) type Answers = BTreeMap<String, String>;

/// The field of one place: what may stand there where the form or the file says so, and what was answered.
pub(crate) fn field(
    call: &Call<'_>,
    (form, offered): (&'static dyn Form, &[Offered]),
    path: &str,
    label: &str,
    value: &str,
) -> Markup {
    let name = format!("{ANSWER}{path}");
    let choices = choices_at(form, path);
    let zh = call.words.language() == Language::ZhHans;
    let kind = kind_at(form, path);
    if let Some(offered) = offered.iter().find(|offered| offered.field == path && !offered.values.is_empty())
    {
        return picked(call, &offered.values, kind, (&name, label, value));
    }
    html! {
        @match kind {
            AnswerKind::List if !choices.is_empty() => fieldset { legend { (label) } input type="hidden" name=(name) value=""; @for one in &choices {
                label.check { input type="checkbox" name=(name) value=(one.value) checked[value.lines().any(|line| line == one.value)]; (if zh { &one.said.zh } else { &one.said.en }) } } },
            _ if !choices.is_empty() => label { (label) select name=(name) { option value="" { (call.text("web-choose")) }
                @for one in &choices { option value=(one.value) selected[one.value == value] { (if zh { &one.said.zh } else { &one.said.en }) } } } },
            AnswerKind::Choice => label { (label) select name=(name) { option value="" { (call.text("web-choose")) }
                @for word in ["yes", "no"] { option value=(word) selected[word == value] { (call.text(&format!("facts-{word}"))) } } } },
            AnswerKind::List | AnswerKind::Numbers => label { (label) " " span.faint { (call.text("web-paper-lines")) } textarea name=(name) rows="3" { (value) } },
            AnswerKind::Number => label { (label) input.short name=(name) inputmode="numeric" value=(value); },
            AnswerKind::Table | AnswerKind::Tables => p.muted { (label) ": " (call.text("web-paper-table")) },
            AnswerKind::Text => (text(shape_at(form, path), (&name, label, value))),
        }
    }
}

/// A text in the size of what belongs there: a day, a line, or room for more.
fn text(shape: Shape, (name, label, value): (&str, &str, &str)) -> Markup {
    // What stands there already and fits no smaller field keeps the one that it was typed into.
    let day = read_day(value);
    html! {
        @match shape {
            Shape::Day if value.is_empty() || day.is_some() => label { (label) input.short type="date" name=(name) value=[day]; },
            Shape::Phone if !value.contains('\n') => label { (label) input type="tel" name=(name) autocomplete="off" value=(value); },
            Shape::Line | Shape::Day if !value.contains('\n') => label { (label) input name=(name) autocomplete="off" value=(value); },
            _ => label { (label) textarea.wide-text name=(name) rows="4" { (value) } },
        }
    }
}

/// A field that takes what the file has, and nothing else.
fn picked(
    call: &Call<'_>,
    values: &[OfferedValue],
    kind: AnswerKind,
    (name, label, value): (&str, &str, &str),
) -> Markup {
    let said = |one: &OfferedValue| match &one.name {
        Some(name) => format!("{} {}", one.value, safe_text(name)),
        None => safe_text(&one.value).to_string(),
    };
    // What was picked and is no longer there stays in sight, until it is taken out: the form refuses it by its place.
    let gone = |one: &&str| !values.iter().any(|known| known.value == **one);
    html! {
        @match kind {
            AnswerKind::Numbers | AnswerKind::List if values.len() <= BOXES => {
                @let ticked: Vec<&str> = match kind { AnswerKind::Numbers => value.split_whitespace().collect(), _ => value.lines().collect() };
                fieldset.pick { legend { (label) } input type="hidden" name=(name) value="";
                    p.small.muted { (call.text("web-paper-pick")) }
                    @for one in values { label.check { input type="checkbox" name=(name) value=(one.value) checked[ticked.contains(&one.value.as_str())]; span { (said(one)) } } }
                    @for one in ticked.iter().filter(|one| gone(one)) { label.check { input type="checkbox" name=(name) value=(one) checked; span { (safe_text(one)) " " (call.text("web-paper-pick-gone")) } } }
                }
            },
            AnswerKind::Numbers | AnswerKind::List => {
                label { (label) " " span.faint { (call.text("web-paper-lines")) } textarea name=(name) rows="3" { (value) } }
                details { summary { (call.text("web-paper-pick")) } ul.lines { @for one in values { li { (said(one)) } } } }
            },
            _ => label { (label) select name=(name) {
                option value="" { (call.text("web-choose")) }
                @for one in values { option value=(one.value) selected[one.value == value] { (said(one)) } }
                @if !value.is_empty() && gone(&value) { option value=(value) selected { (safe_text(value)) " " (call.text("web-paper-pick-gone")) } }
            } },
        }
    }
}

/// Answers as the forms take them: one table a form, places of lists by their number; and what is said of the exhibits, once
/// for all papers.
pub(crate) fn tree(form: &dyn Form, answered: &Answers, exhibits: &Answers) -> Value {
    let mut own = Map::new();
    for (path, typed) in answered {
        let steps: Vec<&str> = path.split('.').collect();
        put(&mut own, &steps, value(form, path, typed));
    }
    let mut tree = Map::new();
    tree.insert(form.id().to_owned(), Value::Object(own));
    if !exhibits.is_empty() {
        tree.insert(EXHIBITS.to_owned(), said_of(exhibits));
    }
    Value::Object(tree)
}

/// What is said of the exhibits, as a file of answers has it: a table a number.
pub(crate) fn said_of(exhibits: &Answers) -> Value {
    let mut all = Map::new();
    for (path, typed) in exhibits {
        let steps: Vec<&str> = path.split('.').collect();
        let said = if path.ends_with(".left_out") {
            Value::Bool(typed == "yes")
        } else {
            Value::from(typed.as_str())
        };
        put(&mut all, &steps, said);
    }
    Value::Object(all)
}

fn put(into: &mut Map<String, Value>, steps: &[&str], value: Value) {
    match steps {
        [] => {}
        [last] => {
            into.insert((*last).to_owned(), value);
        }
        [first, rest @ ..] => {
            let below = into.entry((*first).to_owned()).or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(below) = below {
                put(below, rest, value);
            }
        }
    }
}

/// What is no number stays a text, which the form refuses by its place.
fn number(typed: &str) -> Value {
    typed.parse::<i64>().map_or_else(|_| Value::from(typed), Value::from)
}

fn value(form: &dyn Form, path: &str, typed: &str) -> Value {
    match kind_at(form, path) {
        AnswerKind::Choice if ["true", "yes"].contains(&typed) => Value::Bool(true),
        AnswerKind::Choice if ["false", "no"].contains(&typed) => Value::Bool(false),
        AnswerKind::List => {
            typed.lines().map(str::trim).filter(|line| !line.is_empty()).map(Value::from).collect()
        }
        AnswerKind::Numbers => typed.split_whitespace().map(number).collect(),
        AnswerKind::Number => number(typed),
        AnswerKind::Text if shape_at(form, path) == Shape::Day => Value::from(printed_day(typed)),
        _ => Value::from(typed),
    }
}

#[cfg(test)]
mod tests {
    use super::{Answers, tree};
    use serde_json::json;

    #[test]
    fn answers_become_what_the_form_takes() {
        let form = redress_forms::find("complaint-defamation").unwrap();
        let answered: Answers = [
            ("court", "某区人民法院"),
            ("mediation", "true"),
            ("help.items", "甲\n\n乙 "),
            ("prosecutors.0.name", "某某"),
            ("date", "2026-04-20"),
        ]
        .into_iter()
        .map(|(path, typed)| (path.to_owned(), typed.to_owned()))
        .collect();
        let expected = json!({ "complaint-defamation": {
            "court": "某区人民法院", "mediation": true, "help": { "items": ["甲", "乙"] },
            "prosecutors": { "0": { "name": "某某" } }, "date": "2026年4月20日",
        } });
        assert_eq!(tree(form, &answered, &Answers::new()), expected);
        let said = [("3.proves", "报案"), ("7.left_out", "yes")].map(|(k, v)| (k.to_owned(), v.to_owned()));
        assert_eq!(
            tree(form, &Answers::new(), &said.into())["exhibits"],
            json!({ "3": { "proves": "报案" }, "7": { "left_out": true } })
        );
    }
}
