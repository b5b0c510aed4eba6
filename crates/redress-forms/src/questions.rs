//! The list of what is missing as a file to fill in: TOML with the path of each answer, and what it is called.

use crate::Form;
use crate::left_out::{Nameable, NameableKind};
use crate::sealed::{Hold, hold_at};
use redress_paper::Missing;
use serde_json::Value;
use std::fmt::Write as _;

/// What kind of answer a place of an input takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerKind {
    /// A text.
    Text,
    /// Yes or no.
    Choice,
    /// A list of texts.
    List,
    /// A whole number.
    Number,
    /// A table of its own.
    Table,
}

/// What kind of answer goes to `path`, by the schema of the form's input.
pub fn kind_at(form: &dyn Form, path: &str) -> AnswerKind {
    let schema = form.schema().to_value();
    let Some(here) = schema_at(&schema, path) else { return AnswerKind::Text };
    let is = |name: &str| match here.get("type") {
        Some(Value::String(one)) => one == name,
        Some(Value::Array(many)) => many.iter().any(|one| one == name),
        _ => false,
    };
    match () {
        () if is("boolean") => AnswerKind::Choice,
        () if is("array") => AnswerKind::List,
        () if is("integer") || is("number") => AnswerKind::Number,
        () if is("object") => AnswerKind::Table,
        () => AnswerKind::Text,
    }
}

/// The words of the closed list that an answer is chosen from; none where any text may stand.
fn words_at(form: &dyn Form, path: &str) -> Vec<String> {
    let schema = form.schema().to_value();
    let Some(mut here) = schema_at(&schema, path) else { return Vec::new() };
    if let Some(items) = here.get("items") {
        here = resolved(&schema, items).0;
    }
    let plain = here.get("enum").and_then(Value::as_array).into_iter().flatten();
    let described = here.get("oneOf").and_then(Value::as_array).into_iter().flatten();
    let described = described.filter_map(|one| one.get("const"));
    plain.chain(described).filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Whether the places of a list are tables of their own.
fn tables_at(form: &dyn Form, path: &str) -> bool {
    let schema = form.schema().to_value();
    let items = schema_at(&schema, path).and_then(|here| here.get("items"));
    items.is_some_and(|items| resolved(&schema, items).0.get("properties").is_some())
}

fn schema_at<'s>(schema: &'s Value, path: &str) -> Option<&'s Value> {
    let mut here = schema;
    for step in path.split('.') {
        here = resolved(schema, here).0;
        let next = if step.bytes().all(|byte| byte.is_ascii_digit()) {
            here.get("items")
        } else {
            here.get("properties").and_then(|fields| fields.get(step))
        };
        here = next?;
    }
    Some(resolved(schema, here).0)
}

/// The schema that a reference, or a choice between a schema and nothing, stands for, and its name where it has one.
pub(crate) fn resolved<'s>(root: &'s Value, mut here: &'s Value) -> (&'s Value, &'s str) {
    let mut name = "";
    // A schema made from a type refers to others a few steps deep at most.
    for _ in 0..8 {
        let of_choice = here
            .get("anyOf")
            .and_then(Value::as_array)
            .and_then(|all| all.iter().find(|one| one.get("type").and_then(Value::as_str) != Some("null")));
        let path = here.get("$ref").and_then(Value::as_str);
        let of_reference = path.and_then(|path| root.pointer(path.strip_prefix('#')?));
        if let (None, Some((_, last))) = (of_choice, path.and_then(|path| path.rsplit_once('/'))) {
            name = last;
        }
        match of_choice.or(of_reference) {
            Some(next) => here = next,
            None => break,
        }
    }
    (here, name)
}

/// The file to fill in: one table a form, one line an answer; then what the form names and may leave out.
pub fn questionnaire(form: &dyn Form, missing: &[Missing], offered: &[Nameable], english: bool) -> String {
    let mut text = String::new();
    let title =
        form.text().map(|words| if english { words.title.en.clone() } else { words.title.zh.clone() });
    let _ = writeln!(text, "# {}", title.unwrap_or_default());
    let _ = writeln!(text, "[{}]", form.id());
    for one in missing {
        let label = if english { &one.label.en } else { &one.label.zh };
        let asked = one.asked_by.as_ref().map(|by| format!(" ({by})")).unwrap_or_default();
        let _ = writeln!(text, "# {}{asked}", label.replace(['\n', '\r'], " "));
        let words = words_at(form, &one.path);
        if !words.is_empty() {
            let _ = writeln!(text, "#   {}", words.join(" | "));
        }
        if hold_at(form, &one.path) == Hold::Sealed {
            // What the file alone says is put into the file, and not here.
            let _ = writeln!(text, "# {}", said(form, "from-file", english));
            continue;
        }
        let line = match kind_at(form, &one.path) {
            AnswerKind::List if tables_at(form, &one.path) => format!("# {} = [{{}}]", one.path),
            kind => answer_line(kind, &one.path),
        };
        let _ = writeln!(text, "{line}");
    }
    may_leave_out(form, offered, english, &mut text);
    text
}

/// What the form names, one line each, and the line by which some of it is left out: filled in as it stands.
fn may_leave_out(form: &dyn Form, offered: &[Nameable], english: bool, text: &mut String) {
    if offered.is_empty() {
        return;
    }
    let _ = writeln!(text, "# {}", said(form, "may-leave-out", english));
    for one in offered {
        let kind = match (one.kind, one.unknown) {
            (NameableKind::Statement, _) => "nameable-statement",
            (NameableKind::Respondent, false) => "nameable-respondent",
            (NameableKind::Respondent, true) => "nameable-unknown",
            (NameableKind::Platform, _) => "nameable-platform",
        };
        let first = one.first.as_ref().map(|day| format!(" {day}")).unwrap_or_default();
        let out = if one.left_out {
            format!(" ({})", said(form, "nameable-left-out", english))
        } else {
            String::new()
        };
        let _ = writeln!(text, "#   {} {}{first}{out}", one.id, said(form, kind, english));
    }
    let out: Vec<String> =
        offered.iter().filter(|one| one.left_out).map(|one| format!("\"{}\"", one.id)).collect();
    let _ = writeln!(text, "# left_out = [{}]", out.join(", "));
}

/// A text of the form, in one language.
fn said(form: &dyn Form, key: &str, english: bool) -> String {
    let words = form.text().ok().and_then(|words| words.texts.get(key));
    words.map(|one| if english { one.en.clone() } else { one.zh.clone() }).unwrap_or_default()
}

/// Left out where nothing is entered, so that a file that was not filled in changes nothing.
fn answer_line(kind: AnswerKind, path: &str) -> String {
    let value = match kind {
        AnswerKind::Text => "\"\"",
        AnswerKind::Choice => "true",
        AnswerKind::List => "[\"\"]",
        AnswerKind::Number => "0",
        AnswerKind::Table => "{}",
    };
    format!("# {path} = {value}")
}

#[cfg(test)]
mod tests {
    use super::{AnswerKind, kind_at, questionnaire};
    use crate::find;
    use redress_paper::{Edition, Standing};
    use serde_json::json;

    #[test]
    fn the_kind_of_an_answer_comes_from_the_schema() {
        let form = find("complaint-defamation").unwrap();
        for (path, kind) in [
            ("court", AnswerKind::Text),
            ("mediation", AnswerKind::Choice),
            ("help.asked", AnswerKind::Choice),
            ("help.items", AnswerKind::List),
            ("prosecutors.0.name", AnswerKind::Text),
            ("defendants.0.person.phone", AnswerKind::Text),
            ("loss_exhibits", AnswerKind::List),
        ] {
            assert_eq!(kind_at(form, path), kind, "{path}");
        }
    }

    #[test]
    fn every_question_names_its_place() {
        let form = find("complaint-defamation").unwrap();
        let missing = form.lay(&json!({}), Edition::Chinese, Standing::Draft).unwrap().missing;
        let text = questionnaire(form, &missing, &[], false);
        assert!(text.contains("[complaint-defamation]"));
        let asked = |one: &&redress_paper::Missing| text.contains(&format!("# {} = ", one.path));
        let unasked: Vec<&str> =
            missing.iter().filter(|one| !asked(one)).map(|one| one.path.as_str()).collect();
        assert_eq!(unasked, ["statements"], "{text}");
        assert!(text.contains("案卷"), "{text}");
    }
}
