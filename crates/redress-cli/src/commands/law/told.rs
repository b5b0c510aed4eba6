//! The answers on one file of facts, to be read: protected speech first, then what is made out or open, the routes, the
//! days, what is owed, and what rests on a choice or on unverified law.

use crate::commands::Session;
use crate::summary;
use redress_base::{Date, Finding, Value};
use redress_inquiry::{Answer, Answers, Candidate};
use redress_law::{Body, Book, Confidence, Stand};
use std::collections::{BTreeMap, BTreeSet};

/// Days and duties shown of each kind; all of them are in the JSON form.
const SHOWN: usize = 12;

/// Everything that a person wants to know first.
pub(crate) fn answers(session: &Session<'_>, book: &Book, answers: &Answers) {
    let day = session.words.date(answers.at);
    session.out.head(
        &session.words.say("cli-answers-head", &[("id", answers.id.as_str().into()), ("day", day.into())]),
    );
    protected(session, answers);
    candidates(session, answers);
    summary::routes(session, &answers.routes);
    deadlines(session, answers);
    duties(session, answers);
    readings(session, book, answers);
    foot(session, answers);
}

/// Each exception once for each statement, whatever it would set aside.
fn protected(session: &Session<'_>, answers: &Answers) {
    let (out, words) = (&session.out, session.words);
    out.head(&words.say("cli-head-protected", &[]));
    let mut told = BTreeSet::new();
    for one in &answers.protected {
        if told.insert((&one.subject, &one.shield.rule)) {
            let label = session.label(&one.shield.label.zh, &one.shield.label.en);
            let value = column(&words.value(one.shield.value), 24);
            let (mark, subject) = (summary::mark(one.shield.value), column(&session.scope(&one.subject), 14));
            out.line(&format!("  {mark} {value} {subject} {label}  ({})", one.shield.rule));
        }
    }
    if told.is_empty() {
        out.say("cli-answers-no-shield", &[]);
    }
}

/// Charges and wrongs: what is made out, then what is open.
fn candidates(session: &Session<'_>, answers: &Answers) {
    let (out, words) = (&session.out, session.words);
    out.head(&words.say("cli-head-established", &[]));
    let (made_out, open): (Vec<&Candidate>, Vec<&Candidate>) =
        answers.candidates.iter().partition(|one| one.value == Value::TT);
    let shown: Vec<&Candidate> = made_out.into_iter().chain(open).collect();
    // One row for the statements of which a rule says the same.
    for group in shown.chunk_by(|a, b| (&a.rule, a.value) == (&b.rule, b.value)) {
        let Some(one) = group.first() else { continue };
        let mut marks = String::new();
        if group.iter().any(|one| one.confidence == Some(Confidence::O)) {
            marks.push_str(&words.say("cli-mark-unverified", &[]));
        }
        if one.draft {
            marks.push_str(&words.say("cli-mark-draft", &[]));
        }
        let subjects: Vec<String> = group.iter().map(|one| session.scope(&one.subject)).collect();
        let (value, subjects) = (column(&words.value(one.value), 24), column(&subjects.join(" "), 14));
        let label = session.label(&one.label.zh, &one.label.en);
        out.line(&format!(
            "  {} {value} {subjects} {label}  ({}){marks}",
            summary::mark(one.value),
            one.rule
        ));
    }
    if answers.candidates.is_empty() {
        out.say("cli-answers-no-candidate", &[]);
    }
}

/// The next days first, then those that have passed with nothing done.
fn deadlines(session: &Session<'_>, answers: &Answers) {
    let day = |standing: Stand| {
        let mut days: Vec<_> = answers
            .deadlines
            .iter()
            .filter(|one| one.standing == standing)
            .filter_map(|one| one.due.map(|due| (due, one)))
            .collect();
        days.sort_by(|a, b| (a.0, &a.1.id).cmp(&(b.0, &b.1.id)));
        days
    };
    let (running, mut passed) = (day(Stand::Running), day(Stand::Passed));
    passed.extend(day(Stand::Kept));
    if running.is_empty() && passed.is_empty() {
        return;
    }
    session.out.head(&session.words.say("cli-head-deadlines", &[]));
    for (due, one) in running.iter().take(SHOWN).chain(passed.iter().take(SHOWN)) {
        let what = session.label(&one.label.zh, &one.label.en);
        let law = one.cites.first().map(|cite| format!("  〔{}〕", session.words.article(cite)));
        let open = one.applies != Value::TT;
        let applies = open.then(|| format!(" · {}", session.words.say("cli-if-it-applies", &[])));
        let (applies, law) = (applies.unwrap_or_default(), law.unwrap_or_default());
        let what = format!("{what} · {}{applies}{law}", session.scope(&one.scope));
        row(session, one.who, &what, Some(*due), one.standing, one.confidence);
    }
    more(session, running.len().saturating_sub(SHOWN) + passed.len().saturating_sub(SHOWN));
}

/// What others owe and have not done in time, by the day.
fn duties(session: &Session<'_>, answers: &Answers) {
    let open = [Stand::Owed, Stand::Running, Stand::Passed, Stand::Late, Stand::Unproven];
    let mut owed: Vec<_> = answers
        .duties
        .iter()
        .filter(|one| one.owed == Value::TT && one.who != Body::Person && open.contains(&one.standing))
        .collect();
    if owed.is_empty() {
        return;
    }
    owed.sort_by_key(|one| (one.due.is_none(), one.due, one.id.clone()));
    session.out.head(&session.words.say("cli-head-duties", &[]));
    for one in owed.iter().take(SHOWN) {
        let what = session.label(&one.label.zh, &one.label.en);
        row(session, one.who, what, one.due, one.standing, one.confidence);
    }
    more(session, owed.len().saturating_sub(SHOWN));
}

fn row(
    session: &Session<'_>,
    who: Body,
    what: &str,
    due: Option<Date>,
    standing: Stand,
    confidence: Option<Confidence>,
) {
    let words = session.words;
    let due = due.map_or_else(|| "–".to_owned(), |due| words.date(due));
    let who = words.say(&format!("lawbook-body-{}", who.word()), &[]);
    let standing = words.say(standing_code(standing), &[]);
    let mark =
        if confidence == Some(Confidence::O) { words.say("cli-mark-unverified", &[]) } else { String::new() };
    session.out.line(&format!("  {} {} {who}: {what}{mark}", column(&due, 18), column(&standing, 14)));
}

const fn standing_code(standing: Stand) -> &'static str {
    match standing {
        Stand::Running => "cli-stand-running",
        Stand::Passed => "cli-stand-passed",
        Stand::Kept => "cli-stand-kept",
        Stand::Late => "cli-stand-late",
        Stand::Unproven => "cli-stand-unproven",
        Stand::Owed => "cli-stand-owed",
        Stand::DateMissing | Stand::Disputed | Stand::Unknown => "cli-stand-unknown",
    }
}

fn more(session: &Session<'_>, count: usize) {
    if count > 0 {
        session.out.say("cli-answers-more", &[("count", count.into())]);
    }
}

/// The contested readings that change an answer, each with the rules on which it does.
fn readings(session: &Session<'_>, book: &Book, answers: &Answers) {
    let mut matter: BTreeMap<&str, (Vec<&str>, BTreeSet<&str>)> = BTreeMap::new();
    for answer in &answers.elements {
        for reading in answer.readings.iter().filter(|reading| reading.matters) {
            let names = reading.alternatives.iter().map(|one| one.name.as_str()).collect();
            let entry = matter.entry(&reading.id).or_insert((names, BTreeSet::new()));
            entry.1.insert(&answer.rule);
        }
    }
    if matter.is_empty() {
        return;
    }
    session.out.head(&session.words.say("cli-head-readings", &[]));
    for (id, (names, rules)) in matter {
        let question = book.contested(id).map(|(_, one)| session.label(&one.zh, &one.en)).unwrap_or_default();
        session.out.line(&format!("  {id} ({}): {question}", names.join(" | ")));
        session.out.line(&format!("      {}", rules.into_iter().collect::<Vec<_>>().join(" ")));
    }
}

/// What was noticed, what rests on unverified law, and on how much nobody has said anything.
fn foot(session: &Session<'_>, answers: &Answers) {
    session.out.line("");
    // Of each kind of note the first is told in full; one kind may concern many rules.
    let mut kinds: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    answers.findings.iter().for_each(|one| kinds.entry(one.code.as_str()).or_default().push(one));
    for notes in kinds.values() {
        notes.iter().take(1).for_each(|finding| session.out.finding(finding));
        let rest = notes.len().saturating_sub(1);
        if rest > 0 {
            session.out.say("cli-notes-alike", &[("count", rest.into())]);
        }
    }
    let rules = |fits: &dyn Fn(&&Answer) -> bool| {
        answers.elements.iter().filter(fits).map(|one| &one.rule).collect::<BTreeSet<_>>()
    };
    let said = rules(&|one| one.said);
    let unverified = rules(&|one| one.said && one.confidence == Some(Confidence::O));
    let silent = rules(&|one| !one.said).difference(&said).count();
    if !unverified.is_empty() {
        let counted = [("count", unverified.len().into()), ("of", said.len().into())];
        session.out.say("cli-answers-unverified", &counted);
    }
    session.out.say("cli-answers-silent", &[("count", silent.into())]);
}

/// Text filled up to a width; a Chinese character is two wide.
fn column(text: &str, width: usize) -> String {
    let wide = |c: char| {
        if ('\u{1100}'..='\u{ffef}').contains(&c) && !('\u{2000}'..='\u{2e7f}').contains(&c) { 2 } else { 1 }
    };
    let taken: usize = text.chars().map(wide).sum();
    format!("{text}{:fill$}", "", fill = width.saturating_sub(taken))
}
