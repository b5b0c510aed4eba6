//! One paper: what it still asks, answered here, and the paper as a draft or as what is signed.

use crate::call::Call;
use crate::library::Touch;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::session::Sheet;
use crate::shell::{card, token};
use maud::{Markup, html};
use redress_base::{Fault, Finding, Level, Refusal};
use redress_facts::Vocabulary;
use redress_forms::{AnswerKind, Form, Hold, Nameable, choices_at, hold_at, kind_at, told};
use redress_law::Book;
use redress_paper::{Edition, Fixed, Missing, Standing};
use redress_rights::{Object, UseCase};
use redress_words::Language;
use redress_workbench::Wish;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// What the name of a field begins with that answers a place of the form.
pub(crate) const ANSWER: &str = "answer.";

/// The field, and the place of every form, of what is left out.
pub(crate) const LEFT_OUT: &str = "left_out";

/// The field that says that it was offered to leave something out: no box ticked is an answer then.
pub(crate) const OFFERED: &str = "left_out_offered";

/// What a person answered so far, by its place.
pub(crate) type Answers = BTreeMap<String, String>;

/// What the paper asks, as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Asks) };

/// What a paper asks on the file as it is, and what this session answered.
#[derive(Serialize, JsonSchema)]
struct Asks {
    /// The form.
    form: String,
    /// What is missing.
    missing: Vec<Missing>,
    /// Statements and parties that it names, or may leave out.
    nameable: Vec<Nameable>,
    /// What was answered in this session, by its place.
    answered: Answers,
    /// The answer that does not fit, if one does not.
    unfit: Option<Finding>,
}

fn data(call: &Call<'_>) -> Result<Value, Wrong> {
    let id = call.parts.get("form").map_or("", String::as_str);
    let form = redress_forms::find(id).ok_or(Wrong::NotFound)?;
    let answered = call.app.sessions().answers(call.name, call.case(), id);
    let asked = questions(call, form, &answered)?;
    let unfit = asked.problem.map(|refusal| *refusal.finding);
    super::value(&Asks {
        form: id.to_owned(),
        missing: asked.missing,
        nameable: asked.nameable,
        answered,
        unfit,
    })
}

/// Shows what the paper asks.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let id = call.parts.get("form").map_or("", String::as_str);
    let form = redress_forms::find(id).ok_or(Wrong::NotFound)?;
    let answered = call.app.sessions().answers(call.name, call.case(), id);
    let Questions { missing, nameable, labels, problem } = questions(call, form, &answered)?;
    let text = form.text()?;
    let zh = call.words.language() == Language::ZhHans;
    let drawn = call.app.sessions().drawn(call.name, call.case(), id);
    let body = html! {
        @if let Some(sheet) = &drawn { (told_of(call, sheet)) }
        (card("about", &call.text("web-paper-about"), &html! {
            p { (if zh { &text.used.zh } else { &text.used.en }) }
            p { (if zh { &text.goes_to.zh } else { &text.goes_to.en }) }
            p.cite { (text.source) @if text.unverified { " " (call.text("report-unverified")) } }
        }))
        form.stack method="post" action=(call.at("papers/draw")) {
            (token(call))
            input type="hidden" name="form" value=(id);
            @if let Some(problem) = &problem { (unfit(call, problem)) }
            (asks(call, form, (&missing, &labels), &answered))
            @if !nameable.is_empty() { (names(call, form, &nameable)) }
            (ends(call, missing.is_empty() && problem.is_none()))
        }
    };
    let title = if zh { text.title.zh.clone() } else { text.title.en.clone() };
    Ok(Reply::Page(Leaf::new(title, None, body)))
}

/// The paper that was drawn up: what has to be known of it, and its file.
fn told_of(call: &Call<'_>, sheet: &Sheet) -> Markup {
    let what = match (sheet.entry, sheet.last) {
        (Some(entry), _) => call.say("web-drawn-again", &[("entry", entry.into())]),
        (None, true) => call.text("web-drawn-final"),
        (None, false) => call.text("web-drawn-draft"),
    };
    html! {
        section.card.next #drawn aria-labelledby="h-drawn" {
            h2 #h-drawn { (what) }
            @if sheet.missing > 0 { p { (call.say("web-drawn-missing", &[("count", sheet.missing.into())])) } }
            @for finding in &sheet.findings { @let said = call.words.finding(finding);
                p.note { (said.sentence) @if let Some(advice) = &said.advice { " " (advice) } } }
            @if sheet.missing == 0 && sheet.findings.is_empty() { p { (call.text("web-drawn-nothing")) } }
            div.row { a.btn.main href=(call.at(&format!("papers/{}/file", sheet.form))) download=(sheet.name) { (call.text("web-drawn-get")) " " (sheet.name) } }
            p.small.muted { (call.text("web-drawn-kept")) }
        }
    }
}

/// What a paper asks, as far as it was answered.
struct Questions {
    missing: Vec<Missing>,
    nameable: Vec<Nameable>,
    /// What each place is called on the paper.
    labels: BTreeMap<String, Fixed>,
    /// Which answer does not fit. The page stays usable: it is told, and the answer can be changed.
    problem: Option<Refusal>,
}

fn questions(call: &Call<'_>, form: &'static dyn Form, answered: &Answers) -> Result<Questions, Wrong> {
    let (own, none) = (tree(form, answered), Value::Object(Map::new()));
    let vocabulary = Vocabulary::standard();
    let (asked, blank) = call.desk((UseCase::ViewMasked, Object::Result), Touch::Read, |desk| {
        let mut ask = |answers| {
            let (standing, edition) = (Standing::Draft, Edition::Chinese);
            let wish = Wish { forms: vec![form], answers, standing, edition, masked: true };
            desk.asked((Book::standard(), &vocabulary), None, &wish)
        };
        let blank = ask(&none)?;
        let asked = if answered.is_empty() { None } else { Some(ask(&own)) };
        Ok((asked, blank))
    })?;
    let mut labels = BTreeMap::new();
    for one in &blank {
        let more = one.conditions.iter().flat_map(|condition| &condition.missing);
        labels.extend(one.missing.iter().chain(more).map(|one| (one.path.clone(), one.label.clone())));
    }
    let (asked, problem) = match asked {
        None => (blank, None),
        Some(Ok(asked)) => (asked, None),
        Some(Err(refusal)) if matches!(refusal.fault, Fault::Input | Fault::Usage) => (blank, Some(refusal)),
        Some(Err(refusal)) => return Err(refusal.into()),
    };
    if problem.as_ref().is_some_and(|refusal| refusal.finding.code == "forms-left-out-unfit") {
        // What was left out and is no longer there is told once, and then offered anew.
        let gone = vec![(LEFT_OUT.to_owned(), String::new())];
        call.app.sessions().answer(call.name, call.case(), form.id(), gone);
    }
    let (mut missing, mut nameable) = (Vec::new(), Vec::new());
    for one in asked {
        missing.extend(one.missing);
        nameable.extend(one.nameable);
    }
    missing.retain(|one| problem.is_none() || !answered.contains_key(&one.path));
    Ok(Questions { missing, nameable, labels, problem })
}

/// An answer that does not fit.
fn unfit(call: &Call<'_>, refusal: &Refusal) -> Markup {
    let said = call.words.finding(&refusal.finding);
    html! { section.card.refused role="alert" { p { b { (said.sentence) } } @if let Some(advice) = &said.advice { p { (advice) } } } }
}

/// What is missing, each with its field; what was answered before stays and can be changed.
fn asks(
    call: &Call<'_>,
    form: &'static dyn Form,
    (missing, labels): (&[Missing], &BTreeMap<String, Fixed>),
    answered: &Answers,
) -> Markup {
    let zh = call.words.language() == Language::ZhHans;
    card(
        "asks",
        &call.text("web-paper-asks"),
        &html! {
            @if missing.is_empty() { p { (call.text("web-paper-complete")) } }
            div.fields {
                @for one in missing { @let label = if zh { &one.label.zh } else { &one.label.en };
                    @if hold_at(form, &one.path) == Hold::Sealed { p.muted { (label) ": " (call.text("web-paper-from-file")) } }
                    @else { (field(call, form, &one.path, label, "")) }
                }
                @for (path, value) in answered.iter().filter(|(path, _)| *path != LEFT_OUT && !missing.iter().any(|one| one.path == **path)) { (field(call, form, path, labels.get(path).map_or(path.as_str(), |label| if zh { &label.zh } else { &label.en }), value)) }
            }
            div.row { button.btn name="format" value="keep" { (call.text("web-paper-keep")) } }
        },
    )
}

/// Whom and what the paper names: whoever signs says what it leaves out, and reads what that costs.
fn names(call: &Call<'_>, form: &'static dyn Form, nameable: &[Nameable]) -> Markup {
    let zh = call.words.language() == Language::ZhHans;
    let out: Vec<&str> = nameable.iter().filter(|one| one.left_out).map(|one| one.id.as_str()).collect();
    card(
        "names",
        &call.text("web-paper-names"),
        &html! {
            p { (call.text("web-paper-names-what")) }
            input type="hidden" name=(OFFERED) value="1";
            @for one in nameable { @let named = one.named(form);
                label.check { input type="checkbox" name=(LEFT_OUT) value=(one.id) checked[one.left_out];
                    span { (if zh { &named.zh } else { &named.en }) @if let Some(first) = &one.first { " " (first) } " " code { (one.id) } } }
            }
            @for finding in told(form, &json!({ LEFT_OUT: out })).iter().filter(|finding| finding.level != Level::Note) {
                @let said = call.words.finding(finding);
                p.note { (said.sentence) @if let Some(advice) = &said.advice { " " (advice) } }
            }
        },
    )
}

fn field(call: &Call<'_>, form: &'static dyn Form, path: &str, label: &str, value: &str) -> Markup {
    let name = format!("{ANSWER}{path}");
    let choices = choices_at(form, path);
    let zh = call.words.language() == Language::ZhHans;
    html! {
        @match kind_at(form, path) {
            AnswerKind::List if !choices.is_empty() => fieldset { legend { (label) } input type="hidden" name=(name) value=""; @for one in &choices {
                label.check { input type="checkbox" name=(name) value=(one.value) checked[value.lines().any(|line| line == one.value)]; (if zh { &one.said.zh } else { &one.said.en }) } } },
            _ if !choices.is_empty() => label { (label) select name=(name) { option value="" { (call.text("web-choose")) }
                @for one in &choices { option value=(one.value) selected[one.value == value] { (if zh { &one.said.zh } else { &one.said.en }) } } } },
            AnswerKind::Choice => label { (label) select name=(name) { option value="" { (call.text("web-choose")) }
                @for word in ["yes", "no"] { option value=(word) selected[word == value] { (call.text(&format!("facts-{word}"))) } } } },
            AnswerKind::List => label { (label) " " span.faint { (call.text("web-paper-lines")) } textarea name=(name) rows="3" { (value) } },
            AnswerKind::Number => label { (label) input name=(name) inputmode="numeric" value=(value); },
            AnswerKind::Table | AnswerKind::Tables => p.muted { (label) ": " (call.text("web-paper-table")) },
            AnswerKind::Text => label { (label) textarea name=(name) rows="2" { (value) } },
        }
    }
}

fn ends(call: &Call<'_>, complete: bool) -> Markup {
    card(
        "ends",
        &call.text("web-paper-ends"),
        &html! {
            div.row {
                label { span.vh { (call.text("web-field-edition")) } select name="edition" { option value="chinese" { (call.text("web-edition-chinese")) } option value="glossed" { (call.text("web-edition-glossed")) } } }
                label.check { input type="checkbox" name="masked" value="1"; (call.text("web-field-masked")) }
                button.btn name="format" value="pdf" { (call.text("web-paper-draft")) " PDF" }
                button.btn name="format" value="docx" { (call.text("web-paper-draft")) " DOCX" }
            }
            @if complete {
                p.muted { (call.text("web-paper-final-what")) }
                div.row { button.btn.main name="format" value="final-pdf" { (call.text("web-paper-final")) " PDF" } button.btn name="format" value="final-docx" { (call.text("web-paper-final")) " DOCX" } }
            } @else { p.muted { (call.text("web-paper-final-not-yet")) } }
        },
    )
}

/// Answers as the forms take them: one table a form, places of lists by their number.
pub(crate) fn tree(form: &dyn Form, answered: &Answers) -> Value {
    let mut own = Map::new();
    for (path, typed) in answered {
        let steps: Vec<&str> = path.split('.').collect();
        put(&mut own, &steps, value(form, path, typed));
    }
    let mut tree = Map::new();
    tree.insert(form.id().to_owned(), Value::Object(own));
    Value::Object(tree)
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

fn value(form: &dyn Form, path: &str, typed: &str) -> Value {
    match kind_at(form, path) {
        AnswerKind::Choice if ["true", "yes"].contains(&typed) => Value::Bool(true),
        AnswerKind::Choice if ["false", "no"].contains(&typed) => Value::Bool(false),
        AnswerKind::List => {
            typed.lines().map(str::trim).filter(|line| !line.is_empty()).map(Value::from).collect()
        }
        // What is no number stays a text, which the form refuses by its place.
        AnswerKind::Number => typed.parse::<i64>().map_or_else(|_| Value::from(typed), Value::from),
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
        ]
        .into_iter()
        .map(|(path, typed)| (path.to_owned(), typed.to_owned()))
        .collect();
        let expected = json!({ "complaint-defamation": {
            "court": "某区人民法院", "mediation": true, "help": { "items": ["甲", "乙"] },
            "prosecutors": { "0": { "name": "某某" } },
        } });
        assert_eq!(tree(form, &answered), expected);
    }
}
