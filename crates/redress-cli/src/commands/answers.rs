//! A file of answers: TOML or JSON, one table a form; and what is wrong with it, by the line on which it stands.

use super::draft::known;
use crate::out::complain;
use redress_base::{Arg, Fault, Finding, Refusal};
use redress_forms::{EXHIBITS, misdescribed, misfits};
use redress_words::Words;
use serde_json::{Map, Value};
use std::path::Path;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Answers, and where they stand.
pub(super) struct Answers {
    /// By form.
    pub(super) value: Value,
    /// Name of the file, and its text where lines can be told.
    file: Option<(String, String)>,
}

impl Answers {
    /// Nobody answered anything.
    pub(super) fn none() -> Answers {
        Answers { value: Value::Object(Map::new()), file: None }
    }

    /// Reads a file. Everything in it that fits no form is told at once; the last of it is the refusal.
    pub(super) fn read(words: &Words, json_asked: bool, file: &Path) -> Result<Answers, Refusal> {
        let shown = file.display().to_string();
        let charset =
            |_| Finding::error("cli-answers-unreadable").with("path", shown.as_str()).refuse(Fault::Input);
        let text = String::from_utf8(crate::disk::whole(file)?).map_err(charset)?;
        let json = file.extension().is_some_and(|end| end.eq_ignore_ascii_case("json"));
        let broken = |line: usize| {
            let there = text.lines().nth(line.saturating_sub(1)).unwrap_or_default().trim();
            let found = Finding::error("cli-answers-syntax").with("path", shown.as_str()).with("line", line);
            found.with("text", there.chars().take(80).collect::<String>()).refuse(Fault::Input)
        };
        let value: Value = if json {
            serde_json::from_str(&text).map_err(|error| broken(error.line()))?
        } else {
            let table: toml::Table = toml::from_str(&text)
                .map_err(|error| broken(error.span().map_or(1, |span| line_of(&text, span.start))))?;
            of_table(table)
        };
        let file = (shown, if json { String::new() } else { text });
        let answers = Answers { value, file: Some(file) };
        let mut found = Vec::new();
        for (id, table) in answers.value.as_object().into_iter().flatten() {
            found.extend(if id == EXHIBITS { misdescribed(table) } else { misfits(known(id)?, table) });
        }
        let mut found: Vec<Finding> = found.into_iter().map(|one| answers.placed(one)).collect();
        // Who reads JSON reads one refusal; a person sees every place.
        let last =
            if json_asked { found.into_iter().next() } else { found.pop().inspect(|_| tell(words, &found)) };
        last.map_or(Ok(answers), |one| Err(one.refuse(Fault::Input)))
    }

    /// A refusal of an answer, with the line on which the answer stands.
    pub(super) fn located(&self, refusal: Refusal) -> Refusal {
        if !refusal.finding.code.starts_with("forms-answer-") {
            return refusal;
        }
        let fault = refusal.fault;
        self.placed(*refusal.finding).refuse(fault)
    }

    /// `court` becomes `court (answers.toml:12)`.
    fn placed(&self, finding: Finding) -> Finding {
        let text = |name: &str| match finding.args.get(name) {
            Some(Arg::Text(text)) => text.clone(),
            _ => String::new(),
        };
        let (form, path) = (text("form"), text("path"));
        let Some((file, content)) = &self.file else { return finding };
        let steps: Vec<&str> = std::iter::once(form.as_str()).chain(path.split('.')).collect();
        let line = line_at(content, &steps).map(|line| format!(":{line}")).unwrap_or_default();
        finding.with("path", format!("{path} ({file}{line})"))
    }
}

fn tell(words: &Words, found: &[Finding]) {
    found.iter().for_each(|one| complain(words, one));
}

/// Days that are written without quotation marks are days all the same.
fn of_table(table: toml::Table) -> Value {
    Value::Object(table.into_iter().map(|(name, value)| (name, of_value(value))).collect())
}

fn of_value(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::from(text),
        toml::Value::Integer(number) => Value::from(number),
        toml::Value::Float(number) => Value::from(number),
        toml::Value::Boolean(yes) => Value::from(yes),
        toml::Value::Datetime(at) => Value::from(at.to_string()),
        toml::Value::Array(places) => Value::Array(places.into_iter().map(of_value).collect()),
        toml::Value::Table(table) => of_table(table),
    }
}

/// The line of the deepest step that the text has.
fn line_at(text: &str, steps: &[&str]) -> Option<usize> {
    let root = DeTable::parse(text).ok()?.into_inner();
    let mut start = None;
    let mut here: Option<&Spanned<DeValue<'_>>> = None;
    for step in steps {
        let next = match here.map(Spanned::get_ref) {
            None => entry(&root, step),
            Some(DeValue::Table(table)) => entry(table, step),
            Some(DeValue::Array(places)) => {
                let place = step.parse::<usize>().ok().and_then(|at| places.get(at));
                place.map(|place| (place.span().start, place))
            }
            Some(_) => None,
        };
        let Some((at, value)) = next else { break };
        (start, here) = (Some(at), Some(value));
    }
    start.map(|at| line_of(text, at))
}

fn entry<'t, 'i>(table: &'t DeTable<'i>, step: &str) -> Option<(usize, &'t Spanned<DeValue<'i>>)> {
    let (key, value) = table.iter().find(|(key, _)| key.get_ref() == step)?;
    Some((key.span().start, value))
}

/// Lines are counted from 1.
fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count().saturating_add(1)
}

#[cfg(test)]
mod tests {
    use super::line_at;

    #[test]
    fn an_answer_is_found_by_its_line() {
        let text = "[a]\nx = 1\nhelp.items = [\n  \"one\",\n  2,\n]\n\n[b.persons.0]\nname = 3\n";
        for (steps, line) in [
            (vec!["a", "x"], 2),
            (vec!["a", "help", "items"], 3),
            (vec!["a", "help", "items", "1"], 5),
            (vec!["b", "persons", "0", "name"], 9),
            (vec!["b", "persons", "0", "sex"], 8),
            (vec!["a", "nothing"], 1),
        ] {
            assert_eq!(line_at(text, &steps), Some(line), "{steps:?}");
        }
        assert_eq!(line_at(text, &["c"]), None);
    }
}
