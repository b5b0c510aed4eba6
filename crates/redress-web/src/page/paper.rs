//! One paper: what it still asks, answered here, and the paper as a draft or as what is signed.

use super::answered::{ANSWER, Answers, field, tree};
use super::lists::{holds, lists};
use super::naming::Naming;
use super::papers::basis;
use super::second_look::{self, SecondLook};
use crate::call::Call;
use crate::library::Touch;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::session::Sheet;
use crate::shell::{card, token};
use maud::{Markup, PreEscaped, html};
use redress_base::{Arg, Fault, Finding, Level, Refusal};
use redress_facts::Vocabulary;
use redress_forms::{
    AnswerKind, Condition, EXHIBITS, Form, HandedIn, Hold, Nameable, Offered, OpenList, UnnamedStatement,
    claims, hold_at, kind_at, optional, told,
};
use redress_law::Book;
use redress_paper::{Edition, Fixed, Missing, Standing};
use redress_rights::{Object, UseCase};
use redress_words::{Language, safe_text};
use redress_workbench::{Asked, Wish};
use schemars::{JsonSchema, schema_for};
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The field, and the place of every form, of what is left out.
pub(crate) const LEFT_OUT: &str = "left_out";

/// The field that says that it was offered to leave something out: no box ticked is an answer then.
pub(crate) const OFFERED: &str = "left_out_offered";

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
    /// Statements that were taken up and that it does not name, each with its own reason.
    unnamed: Vec<UnnamedStatement>,
    /// What the file has, for places that take nothing else.
    offered: Vec<Offered>,
    /// Lists that may be added to row by row.
    lists: Vec<OpenList>,
    /// What was answered in this session, by its place.
    answered: Answers,
    /// The answer that does not fit, if one does not.
    unfit: Option<Finding>,
    /// Exhibits that are looked at once more before the paper is final, and why.
    second_look: Vec<SecondLook>,
    /// What the file says of what may be claimed, by its place; it stands where no answer is given.
    claimed: BTreeMap<String, bool>,
}

fn data(call: &Call<'_>) -> Result<Value, Wrong> {
    let id = call.parts.get("form").map_or("", String::as_str);
    let form = redress_forms::find(id).ok_or(Wrong::NotFound)?;
    let answered = call.app.sessions().answers(call.name, call.case(), id);
    let asked = questions(call, form, &answered)?;
    let second_look = second_look::list(&*call.loaded()?, &asked.handed_in);
    let unfit = asked.problem.map(|refusal| *refusal.finding);
    super::value(&Asks {
        form: id.to_owned(),
        missing: asked.missing,
        nameable: asked.nameable,
        unnamed: asked.unnamed,
        offered: asked.offered,
        lists: asked.lists,
        answered,
        unfit,
        second_look,
        claimed: asked.claimed,
    })
}

/// Exhibits that have to be looked at once more before this paper is final; none while something else is in its way.
///
/// # Errors
/// Whatever asking the form refuses.
pub(crate) fn to_be_looked_at(
    call: &Call<'_>,
    form: &'static dyn Form,
    answered: &Answers,
) -> Result<Vec<SecondLook>, Wrong> {
    let asked = questions(call, form, answered)?;
    if asked.problem.is_some() || !asked.missing.is_empty() {
        return Ok(Vec::new());
    }
    Ok(second_look::list(&*call.loaded()?, &asked.handed_in))
}

/// Shows what the paper asks.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let id = call.parts.get("form").map_or("", String::as_str);
    let form = redress_forms::find(id).ok_or(Wrong::NotFound)?;
    let answered = call.app.sessions().answers(call.name, call.case(), id);
    let questions = questions(call, form, &answered)?;
    let Questions { missing, problem, .. } = &questions;
    let text = form.text()?;
    let zh = call.words.language() == Language::ZhHans;
    let drawn = call.app.sessions().drawn(call.name, call.case(), id);
    let looks = second_look::list(&*call.loaded()?, &questions.handed_in);
    let body = html! {
        @if let Some(sheet) = &drawn { (told_of(call, sheet)) }
        (card("about", &call.text("web-paper-about"), &html! {
            p { (if zh { &text.used.zh } else { &text.used.en }) }
            p { (if zh { &text.goes_to.zh } else { &text.goes_to.en }) }
            p.cite { (basis(call, &text.source)) @if text.unverified { " " (call.text("report-unverified")) } }
        }))
        form.stack method="post" action=(call.at("papers/draw")) {
            (token(call))
            input type="hidden" name="form" value=(id);
            @if let Some(problem) = problem.as_ref().filter(|_| place_of(&questions, &answered).is_none()) { (unfit(call, problem)) }
            (asks(call, form, &questions, &answered))
            (lists(call, (form, &questions.offered), &questions.lists, &questions.own_rows, &answered))
            (more(call, form, &questions, &answered))
            @if !questions.nameable.is_empty() || !questions.unnamed.is_empty() { (names(call, form, &questions)) }
            (ends(call, missing.is_empty() && problem.is_none(), &looks))
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
            @for finding in &sheet.findings { @let said = call.told(finding);
                p.note { (said.sentence) @if let Some(advice) = &said.advice { " " (advice) } } }
            @if sheet.missing == 0 && sheet.findings.is_empty() { p { (call.text("web-drawn-nothing")) } }
            div.row { a.btn.main href=(call.at(&format!("papers/{}/file", sheet.form))) download=(sheet.name) { (call.text("web-drawn-get")) " " (sheet.name) }
                @if sheet.kind == "application/pdf" { " " a.btn href=(call.at(&format!("papers/{}/pages", sheet.form))) { (call.text("web-preview-look")) } } }
            p.small.muted { (call.text("web-drawn-kept")) }
        }
    }
}

/// What a paper asks, as far as it was answered.
#[derive(Default)]
struct Questions {
    missing: Vec<Missing>,
    nameable: Vec<Nameable>,
    unnamed: Vec<UnnamedStatement>,
    /// What the file has, for places that take nothing else.
    offered: Vec<Offered>,
    /// Exhibits that can be described for it, by number, each with the name under which it was sealed.
    exhibits: BTreeMap<u64, String>,
    /// What would be asked as well, by the answer that brings it.
    conditions: Vec<Condition>,
    /// Lists that are filled row by row.
    lists: Vec<OpenList>,
    /// The exhibits that it hands in.
    handed_in: Vec<HandedIn>,
    /// How many rows of each are the file's own.
    own_rows: BTreeMap<String, u64>,
    /// Every place that the form asks for, in the order in which the paper has it.
    order: Vec<String>,
    /// What each place is called on the paper.
    labels: BTreeMap<String, Fixed>,
    /// What the file says of what may be claimed, by its place.
    claimed: BTreeMap<String, bool>,
    /// Which answer does not fit. The page stays usable: it is told, and the answer can be changed.
    problem: Option<Refusal>,
}

fn questions(call: &Call<'_>, form: &'static dyn Form, answered: &Answers) -> Result<Questions, Wrong> {
    let exhibits = call.app.sessions().answers(call.name, call.case(), EXHIBITS);
    let (own, none) = (tree(form, answered, &exhibits), Value::Object(Map::new()));
    let vocabulary = Vocabulary::standard();
    let (asked, blank) = call.desk((UseCase::ViewMasked, Object::Result), Touch::Read, |desk| {
        let mut ask = |answers| {
            let (standing, edition) = (Standing::Draft, Edition::Chinese);
            let wish = Wish { forms: vec![form], answers, standing, edition, masked: true };
            desk.asked((Book::standard(), &vocabulary), None, &wish)
        };
        let blank = ask(&none)?;
        let asked = if answered.is_empty() && exhibits.is_empty() { None } else { Some(ask(&own)) };
        Ok((asked, blank))
    })?;
    let (labels, mut order) = asked_blank(form, &blank);
    let own_rows =
        blank.iter().flat_map(|one| &one.lists).map(|list| (list.path.clone(), list.rows)).collect();
    let claimed = blank.iter().flat_map(|one| one.claimed.clone()).collect();
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
    let mut found = Questions { own_rows, labels, claimed, problem, ..Questions::default() };
    for one in asked {
        found.handed_in.extend(one.handed_in);
        found.lists.extend(one.lists);
        found.conditions.extend(one.conditions);
        found.exhibits.extend(one.exhibits);
        found.offered.extend(one.offered);
        found.missing.extend(one.missing);
        found.nameable.extend(one.nameable);
        found.unnamed.extend(one.unnamed);
        // What a draft takes and a final refuses is told as what does not fit.
        let doubt = one.doubt.map(|doubt| doubt.refuse(Fault::Input));
        found.problem = found.problem.or(doubt);
    }
    let fits = found.problem.is_none();
    found.missing.retain(|one| fits || !answered.contains_key(&one.path));
    order.extend(found.missing.iter().map(|one| one.path.clone()));
    let mut seen = BTreeSet::new();
    order.retain(|path| seen.insert(path.clone()));
    found.order = order;
    Ok(found)
}

/// What each place is called, and every place in the order in which the paper has it, where nothing was answered.
fn asked_blank(form: &'static dyn Form, blank: &[Asked]) -> (BTreeMap<String, Fixed>, Vec<String>) {
    let optional = optional(form, &BTreeSet::new()).into_iter().chain(claims(form));
    let mut labels: BTreeMap<String, Fixed> = optional.map(|one| (one.path, one.label)).collect();
    let mut order: Vec<String> = Vec::new();
    for one in blank {
        for path in one.missing.iter().map(|one| &one.path) {
            order.push(path.clone());
            let under = one.conditions.iter().filter(|condition| condition.path == *path);
            order.extend(under.flat_map(|condition| &condition.missing).map(|one| one.path.clone()));
        }
        let more = one.conditions.iter().flat_map(|condition| &condition.missing);
        labels.extend(one.missing.iter().chain(more).map(|one| (one.path.clone(), one.label.clone())));
    }
    (labels, order)
}

/// An answer that does not fit.
fn unfit(call: &Call<'_>, refusal: &Refusal) -> Markup {
    let said = call.told(&refusal.finding);
    html! { div.card.refused #refused role="alert" tabindex="-1" { p { b { (said.sentence) } } @if let Some(advice) = &said.advice { p { (advice) } } } }
}

/// The place of the answer that does not fit, where its field stands on the page.
fn place_of<'q>(questions: &'q Questions, answered: &Answers) -> Option<&'q str> {
    let place = match questions.problem.as_ref()?.finding.args.get("path") {
        Some(Arg::Text(place)) => place.as_str(),
        _ => return None,
    };
    let own = answered.contains_key(place) && !elsewhere(questions, answered, place);
    own.then_some(place)
}

/// What is answered in another part of the page.
fn elsewhere(questions: &Questions, answered: &Answers, path: &str) -> bool {
    path == LEFT_OUT || holds(&questions.lists, answered, path)
}

/// The field of what was answered; where the answer does not fit, with the reason before it.
fn answer(
    call: &Call<'_>,
    form: &'static dyn Form,
    questions: &Questions,
    (path, label, value): (&str, &str, &str),
    unfit_at: Option<&str>,
) -> Markup {
    let own = field(call, (form, &questions.offered), path, label, value);
    match questions.problem.as_ref().filter(|_| unfit_at == Some(path)) {
        None => own,
        Some(problem) => {
            let name = format!(" name=\"{ANSWER}{path}\"");
            let marked = format!("{name} aria-invalid=\"true\" aria-describedby=\"refused\" autofocus");
            html! { (unfit(call, problem)) (PreEscaped(own.into_string().replacen(&name, &marked, 1))) }
        }
    }
}

/// What is missing, each with its field; what was answered before stays and can be changed.
fn asks(call: &Call<'_>, form: &'static dyn Form, questions: &Questions, answered: &Answers) -> Markup {
    let Questions { missing, labels, exhibits, .. } = questions;
    let zh = call.words.language() == Language::ZhHans;
    let said = |path: &str| labels.get(path).map_or("", |label| if zh { &label.zh } else { &label.en });
    let elsewhere = |path: &str| elsewhere(questions, answered, path);
    let unfit_at = place_of(questions, answered);
    let claimable = claims(form);
    let claimable = |path: &str| claimable.iter().any(|one| one.path == path);
    let nothing = missing.is_empty() && answered.keys().all(|path| elsewhere(path));
    card(
        "asks",
        &call.text("web-paper-asks"),
        &html! {
            @if missing.is_empty() { p { (call.text("web-paper-complete")) } }
            div.fields {
                // In the order of the form, whether answered or not: what was answered stays where it was.
                @for path in questions.order.iter().filter(|path| !elsewhere(path)) { @match missing.iter().find(|one| one.path == *path) {
                    Some(one) => (open(call, form, questions, one)),
                    None => @if let Some(value) = answered.get(path) { (answer(call, form, questions, (path, said(path), value), unfit_at)) }
                        // Of several claims one is enough; the others stay where they stood.
                        @else if claimable(path) { (unanswered(call, form, questions, path, said(path))) },
                } }
                @for (path, value) in answered.iter().filter(|(path, _)| !elsewhere(path) && !questions.order.contains(path)) { (answer(call, form, questions, (path, said(path), value), unfit_at)) }
            }
            @if !exhibits.is_empty() { p { (call.text("web-paper-exhibits")) " " a href=(call.at("papers/exhibits")) { (call.text("web-exhibits-open")) } } }
            @if !nothing { div.row { button.btn name="format" value="keep" { (call.text("web-paper-keep")) } } }
        },
    )
}

/// The field of what nobody answered here. What the file says of it stands beside it: the empty field leaves it so.
fn unanswered(
    call: &Call<'_>,
    form: &'static dyn Form,
    questions: &Questions,
    path: &str,
    label: &str,
) -> Markup {
    let own = field(call, (form, &questions.offered), path, label, "");
    match questions.claimed.get(path) {
        None => own,
        Some(claimed) => {
            let answer = call.text(if *claimed { "facts-yes" } else { "facts-no" });
            html! { div { (own) p.small.muted { (call.say("web-paper-file-says", &[("answer", answer.into())])) } } }
        }
    }
}

/// One thing that is missing: its field; the fields of its first row where it is a list; or the page on which it is entered.
fn open(call: &Call<'_>, form: &'static dyn Form, questions: &Questions, one: &Missing) -> Markup {
    let zh = call.words.language() == Language::ZhHans;
    let file = file_of(questions, &one.path);
    let label = |label: &Fixed| {
        let label = if zh { &label.zh } else { &label.en };
        file.map_or(label.clone(), |file| format!("{label} ({file})", file = safe_text(file)))
    };
    let list = matches!(kind_at(form, &one.path), AnswerKind::Table | AnswerKind::Tables);
    let sealed = hold_at(form, &one.path) == Hold::Sealed;
    let below =
        questions.conditions.iter().filter(|known| known.path == one.path).flat_map(|known| &known.missing);
    html! {
        @if list && !sealed && below.clone().next().is_some() {
            fieldset { legend { (label(&one.label)) } div.fields {
                @for one in below { (field(call, (form, &questions.offered), &one.path, &label(&one.label), "")) }
            } }
        } @else if sealed || list {
            @let (page, code) = entered_on(call, &one.path);
            p { (label(&one.label)) ": " span.muted { (call.text("web-paper-from-file")) } " " a href=(call.at(page)) { (call.text(code)) } }
        } @else { (unanswered(call, form, questions, &one.path, &label(&one.label))) }
    }
}

/// The file that a question is about, where it is about one exhibit.
fn file_of<'q>(questions: &'q Questions, path: &str) -> Option<&'q str> {
    let place: u64 = path.strip_prefix("exhibits.")?.split('.').next()?.parse().ok()?;
    questions.exhibits.get(&place.saturating_add(1)).map(String::as_str)
}

/// The page on which what a place of a paper says is entered, and its name. Where a statement is taken up and no paper may name
/// it, what Article 10 asks of it is not answered yet (Guiding Opinions art 10, 2023-09-20).
fn entered_on(call: &Call<'_>, path: &str) -> (&'static str, &'static str) {
    let taken = || call.loaded().is_ok_and(|loaded| super::would_run::taken_up(&loaded));
    let named = path.split('.').rev().find(|step| step.parse::<u64>().is_err()).unwrap_or_default();
    let ends = |word: &str| named.ends_with(word);
    match named {
        "statements" if taken() => ("facts", "web-nav-facts"),
        "exhibits" | "kept" | "items" | "evidence" => ("evidence", "web-nav-evidence"),
        "publishers" | "defendants" | "respondents" | "applicants" | "prosecutors" | "persons"
        | "victims" => ("people", "web-nav-people"),
        "statements" | "contents" | "posts" | "said" | "reach" | "links" | "accounts" | "rows" => {
            ("statements", "web-nav-statements")
        }
        _ if ends("steps")
            || ["asked", "tracks", "limits", "told", "notices", "handled", "way"].contains(&named) =>
        {
            ("procedure", "web-nav-procedure")
        }
        _ => ("facts", "web-nav-facts"),
    }
}

/// What nobody has to answer and a person may; left empty, what the file says stands.
fn more(call: &Call<'_>, form: &'static dyn Form, questions: &Questions, answered: &Answers) -> Markup {
    let zh = call.words.language() == Language::ZhHans;
    let asked: BTreeSet<&str> = questions
        .missing
        .iter()
        .map(|one| one.path.as_str())
        .chain(answered.keys().map(String::as_str))
        .collect();
    let mut open = claims(form);
    open.retain(|one| !asked.contains(one.path.as_str()) && !questions.order.contains(&one.path));
    open.extend(optional(form, &asked));
    html! {
        @if !open.is_empty() { (card("more", &call.text("web-paper-more"), &html! {
            p.muted { (call.text("web-paper-more-what")) }
            details {
                summary { (call.say("web-paper-more-open", &[("count", open.len().into())])) }
                div.fields { @for one in &open { (unanswered(call, form, questions, &one.path, if zh { &one.label.zh } else { &one.label.en })) } }
                div.row { button.btn name="format" value="keep" { (call.text("web-paper-keep")) } }
            }
        })) }
    }
}

/// Whom and what the paper names: whoever signs says what it leaves out, and reads what that costs.
fn names(call: &Call<'_>, form: &'static dyn Form, questions: &Questions) -> Markup {
    let Questions { nameable, unnamed, .. } = questions;
    let zh = call.words.language() == Language::ZhHans;
    let out: Vec<&str> = nameable.iter().filter(|one| one.left_out).map(|one| one.id.as_str()).collect();
    let loaded = call.loaded().ok();
    let names = loaded.as_ref().map(|loaded| Naming::of(call, loaded));
    // Papers number statements in the order of days; the pages call them otherwise, and that name stands first.
    let listed =
        |id: &str| names.as_ref().filter(|_| id.starts_with("st-")).map(|names| names.name(call, id));
    let why = |one: &UnnamedStatement| call.text(&format!("web-paper-unnamed-{}", one.why.word()));
    card(
        "names",
        &call.text("web-paper-names"),
        &html! {
            @if !nameable.is_empty() {
                p { (call.text("web-paper-names-what")) }
                input type="hidden" name=(OFFERED) value="1";
            }
            @for one in nameable { @let named = one.named(form); @let named = if zh { &named.zh } else { &named.en };
                label.check { input type="checkbox" name=(LEFT_OUT) value=(one.id) checked[one.left_out];
                    span { @match listed(&one.id) { Some(listed) => { (listed) " " span.muted { (call.say("web-paper-named-as", &[("name", named.as_str().into())])) } }, None => (named) } @if !one.id.starts_with("st-") { " " code { (one.id) } } } }
            }
            @if !unnamed.is_empty() { div #unnamed {
                p { (call.text("web-paper-unnamed")) }
                ul.dots { @for one in unnamed { li { (listed(&one.id).unwrap_or_else(|| one.id.clone())) ": " (why(one)) } } }
            } }
            @for finding in told(form, &json!({ LEFT_OUT: out })).iter().filter(|finding| finding.level != Level::Note) {
                @let said = call.told(finding);
                p.note { (said.sentence) @if let Some(advice) = &said.advice { " " (advice) } }
            }
        },
    )
}

fn ends(call: &Call<'_>, complete: bool, looks: &[SecondLook]) -> Markup {
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
                (second_look::told(call, looks))
                div.row { button.btn.main name="format" value="final-pdf" { (call.text("web-paper-final")) " PDF" } button.btn name="format" value="final-docx" { (call.text("web-paper-final")) " DOCX" } }
            } @else { p.muted { (call.text("web-paper-final-not-yet")) } }
        },
    )
}
