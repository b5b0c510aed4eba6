//! Codes and sentences belong together: every code has its sentence in both languages, every sentence
//! is said somewhere, and both languages say the same with the same arguments.

use crate::none;
use crate::repository::{files, product_files, room};
use crate::rust_text;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};

const LANGUAGES: [&str; 2] = ["en", "zh-Hans"];

/// One sentence: the arguments of its value, and of each attribute.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Sentence {
    parts: BTreeMap<String, BTreeSet<String>>,
}

/// Key → sentence, by language and file.
type Locale = BTreeMap<String, BTreeMap<String, Sentence>>;

fn locale(language: &str) -> Locale {
    let folder = format!("locales/{language}/");
    let mut found = Locale::new();
    for file in files().into_iter().filter(|file| file.path.starts_with(&folder)) {
        // What cannot be read is a complaint of its own test; the rest is compared all the same.
        let resource = fluent_syntax::parser::parse(file.text.as_str()).unwrap_or_else(|(read, _)| read);
        let name = file.path[folder.len()..].trim_end_matches(".ftl").to_owned();
        let sentences = found.entry(name).or_default();
        for entry in &resource.body {
            if let Entry::Message(message) = entry {
                let before = sentences.insert(message.id.name.to_owned(), sentence(message));
                assert!(before.is_none(), "{}: {} is there twice", file.path, message.id.name);
            }
        }
    }
    found
}

fn sentence(message: &Message<&str>) -> Sentence {
    let mut parts = BTreeMap::new();
    if let Some(value) = &message.value {
        parts.insert("value".to_owned(), arguments(value));
    }
    for attribute in &message.attributes {
        parts.insert(attribute.id.name.to_owned(), arguments(&attribute.value));
    }
    Sentence { parts }
}

fn arguments(pattern: &Pattern<&str>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            expression_arguments(expression, &mut found);
        }
    }
    found
}

fn expression_arguments(expression: &Expression<&str>, found: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => inline_arguments(inline, found),
        Expression::Select { selector, variants } => {
            inline_arguments(selector, found);
            for variant in variants {
                found.extend(arguments(&variant.value));
            }
        }
    }
}

fn inline_arguments(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => drop(found.insert(id.name.to_owned())),
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|one| inline_arguments(one, found));
        }
        InlineExpression::Placeable { expression } => expression_arguments(expression, found),
        _ => {}
    }
}

/// Codes of findings in the source: room, code, and whether the finding is an error.
fn codes() -> BTreeSet<(String, String, bool)> {
    let mut found = BTreeSet::new();
    for file in product_files() {
        for (level, error) in [("note", false), ("warning", false), ("error", true)] {
            for after in file.text.split(&format!("Finding::{level}(")).skip(1) {
                let Some(rest) = after.trim_start().strip_prefix('"') else { continue };
                let code = rest.split('"').next().unwrap_or_default();
                found.insert((room(&file.path).to_owned(), code.to_owned(), error));
            }
        }
    }
    found
}

#[test]
fn every_sentence_can_be_read() {
    let mut complaints = Vec::new();
    for file in files().into_iter().filter(|file| file.path.starts_with("locales/")) {
        let Err((_, errors)) = fluent_syntax::parser::parse(file.text.as_str()) else { continue };
        for error in errors {
            let line = file.text.get(..error.pos.start).map_or(0, |before| before.lines().count());
            complaints.push(format!("{}:{line}: {}", file.path, error.kind));
        }
    }
    none(&complaints);
}

#[test]
fn every_finding_has_a_sentence_in_both_languages() {
    let mut complaints = Vec::new();
    for language in LANGUAGES {
        let locale = locale(language);
        for (room, code, error) in codes() {
            let sentence = locale.get(&room).and_then(|sentences| sentences.get(&code));
            if !code.starts_with(&format!("{room}-")) {
                complaints.push(format!("{code}: a code of {room} begins with its name"));
            }
            match sentence {
                None => complaints.push(format!("{code}: no sentence in locales/{language}/{room}.ftl")),
                Some(sentence) if error && !sentence.parts.contains_key("advice") => {
                    complaints
                        .push(format!("{code}: an error without .advice in locales/{language}/{room}.ftl"));
                }
                Some(_) => {}
            }
        }
    }
    complaints.sort();
    complaints.dedup();
    none(&complaints);
}

#[test]
fn every_sentence_is_said_somewhere() {
    let literals: BTreeSet<String> = product_files()
        .iter()
        .flat_map(|file| rust_text::read(&file.text).literals)
        .map(|one| one.text)
        .collect();
    // A key may be put together: "cli-{command}-about" says every key of that shape.
    let shapes: Vec<Vec<&str>> = literals.iter().filter_map(|literal| shape(literal)).collect();
    let said = |key: &str| literals.contains(key) || shapes.iter().any(|parts| fits(key, parts));
    let locale = locale("en");
    let silent = locale.iter().flat_map(|(file, sentences)| sentences.keys().map(move |key| (file, key)));
    let silent = silent.filter(|(_, key)| !said(key));
    none(&silent.map(|(file, key)| format!("locales/*/{file}.ftl: nobody says {key}")).collect::<Vec<_>>());
}

/// The fixed parts of a literal that is filled in: `cli-`, `-about`. One that fixes no more than the
/// name of a room says nothing.
fn shape(literal: &str) -> Option<Vec<&str>> {
    let beginning = literal.split(['{', '}']).next()?;
    let room = beginning.split('-').next().filter(|room| !room.is_empty() && beginning.len() > room.len())?;
    let key = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let mut parts = vec![beginning];
    for hole in literal.split('{').skip(1) {
        parts.push(hole.split_once('}')?.1);
    }
    let open = parts.len() > 1 || beginning.ends_with('-');
    let fixed: usize = parts.iter().map(|part| part.len()).sum();
    (open && fixed > room.len() + 1 && parts.iter().all(|part| part.chars().all(key))).then_some(parts)
}

/// Whether `key` has these parts in this order, the first at its beginning and the last at its end.
fn fits(key: &str, parts: &[&str]) -> bool {
    let Some((first, rest)) = parts.split_first() else { return false };
    let Some(mut left) = key.strip_prefix(first) else { return false };
    let Some((last, middle)) = rest.split_last() else { return !left.is_empty() };
    for part in middle {
        let Some((_, after)) = left.split_once(part) else { return false };
        left = after;
    }
    left.len() > last.len() && left.ends_with(last)
}

#[test]
fn a_shape_is_not_everything() {
    assert_eq!(shape("cli-{command}-about"), Some(vec!["cli-", "-about"]));
    assert!(fits("cli-new-about", &["cli-", "-about"]) && !fits("cli-about", &["cli-", "-about"]));
    assert_eq!(shape("remedies-route-"), Some(vec!["remedies-route-"]));
    assert!(shape("cli-{}").is_none() && shape("cli-new").is_none() && shape("A {x}-y").is_none());
}

#[test]
fn both_languages_say_the_same_with_the_same_arguments() {
    let [one, other] = LANGUAGES.map(locale);
    let mut complaints = Vec::new();
    let rooms: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
    for room in rooms {
        let empty = BTreeMap::new();
        let (left, right) = (one.get(room).unwrap_or(&empty), other.get(room).unwrap_or(&empty));
        let keys: BTreeSet<&String> = left.keys().chain(right.keys()).collect();
        for key in keys {
            if left.get(key) != right.get(key) {
                complaints.push(format!(
                    "{room}.ftl: {key}: en {:?}, zh-Hans {:?}",
                    left.get(key),
                    right.get(key)
                ));
            }
        }
    }
    none(&complaints);
}

/// Arguments that whoever prints a finding adds by itself.
const ALWAYS_GIVEN: [&str; 1] = ["where"];

#[test]
fn every_argument_of_a_sentence_is_given_somewhere() {
    let literals: BTreeSet<String> = product_files()
        .iter()
        .flat_map(|file| rust_text::read(&file.text).literals)
        .map(|one| one.text)
        .collect();
    let mut complaints = Vec::new();
    for (file, sentences) in locale("en") {
        for (key, sentence) in sentences {
            let wanted: BTreeSet<&String> = sentence.parts.values().flatten().collect();
            let missing = wanted
                .into_iter()
                .filter(|name| !ALWAYS_GIVEN.contains(&name.as_str()) && !literals.contains(name.as_str()));
            complaints.extend(missing.map(|name| format!("{file}.ftl: {key}: nobody gives ${name}")));
        }
    }
    none(&complaints);
}

#[test]
fn a_key_begins_with_the_name_of_its_file() {
    let mut complaints = Vec::new();
    for (file, sentences) in LANGUAGES.into_iter().flat_map(locale) {
        let strays = sentences.keys().filter(|key| !key.starts_with(&format!("{file}-")));
        complaints.extend(strays.map(|key| format!("{file}.ftl: {key}")));
    }
    none(&complaints);
}
