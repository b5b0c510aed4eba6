//! A summary in words: Article 10 first, then what was said and done, what the law asks of it, what the bodies did, and the
//! articles.

use super::{AnswerTold, Attribute, Cited, Conduct, ProcedureTold, StatementTold, StepTold, Summary, When};
use crate::teller::{Teller, Told};
use redress_facts::Datum;
use redress_words::Words;

/// How several of one role are told apart: 甲, 乙, ….
const STEMS: [&str; 10] = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"];
const LETTERS: [&str; 10] = ["A", "B", "C", "D", "E", "F", "G", "H", "J", "K"];

impl Summary {
    /// The summary in one language.
    pub fn tell(&self, words: &Words) -> Told {
        let mut teller = Teller::new(words);
        let t = &mut teller;
        let title = t.say("documents-summary-title", &[]);
        t.title(&title);
        let note = t.say("documents-summary-note", &[]);
        t.paragraph(&note);
        self.protected(t);
        self.people(t);
        for statement in &self.statements {
            told_statement(t, statement);
        }
        if !self.whole.is_empty() {
            let head = t.say("documents-whole-head", &[]);
            t.head(&head);
            self.whole.iter().for_each(|one| answer(t, one));
        }
        self.procedures(t);
        self.routes(t);
        self.learned(t);
        teller.finish()
    }

    /// 指导意见 10 (in force 2023-09-20): checked before anything else is told.
    fn protected(&self, t: &mut Teller<'_>) {
        let head = t.say("documents-protected-head", &[]);
        t.head(&head);
        if self.statements.is_empty() {
            let none = t.say("documents-protected-none", &[]);
            t.paragraph(&none);
        }
        for one in &self.statements {
            let (report, criticism) = (t.value(one.report), t.value(one.criticism));
            let code =
                if one.set_aside { "documents-protected-set-aside" } else { "documents-protected-row" };
            let line = t.say(
                code,
                &[("number", one.number.into()), ("report", report.into()), ("criticism", criticism.into())],
            );
            t.item(0, &line);
        }
    }

    fn people(&self, t: &mut Teller<'_>) {
        let head = t.say("documents-people-head", &[]);
        t.head(&head);
        for one in &self.people {
            let role = t.say(&format!("documents-role-{}", one.role), &[]);
            let stems = if t.words.language() == redress_words::Language::ZhHans { STEMS } else { LETTERS };
            let each: Vec<String> = match one.number {
                1 => vec![role],
                n => {
                    let shown = stems.iter().take(usize::try_from(n).unwrap_or(usize::MAX));
                    let gap = if stems == LETTERS { " " } else { "" };
                    shown.map(|stem| t.keep(format!("{role}{gap}{stem}"))).collect()
                }
            };
            let line = t.list(&each);
            t.item(0, &line);
        }
        for one in &self.victim {
            let code = match one {
                Attribute::Minor => "documents-victim-minor",
                Attribute::Disabled => "documents-victim-disabled",
            };
            let line = t.say(code, &[]);
            t.item(0, &line);
        }
        for one in &self.circumstances {
            let what = t.label(&one.label);
            let line = t.say("documents-circumstance", &[("what", what.into())]);
            let line = line + &cited(t, &one.cites);
            t.item(0, &line);
        }
    }

    fn procedures(&self, t: &mut Teller<'_>) {
        let head = t.say("documents-procedures-head", &[]);
        t.head(&head);
        if self.procedures.is_empty() {
            let none = t.say("documents-procedures-none", &[]);
            t.paragraph(&none);
        }
        self.procedures.iter().for_each(|one| procedure(t, one));
    }

    fn routes(&self, t: &mut Teller<'_>) {
        let head = t.say("documents-routes-head", &[]);
        t.head(&head);
        for one in &self.routes {
            let (route, state) = (t.say(&one.route, &[]), t.say(&one.state, &[]));
            let line = t.say("documents-route", &[("route", route.into()), ("state", state.into())]);
            t.item(0, &line);
        }
        let note = t.say("documents-routes-note", &[]);
        t.paragraph(&note);
    }

    /// What a reader learns: sentences that hold of every such case, and the articles.
    fn learned(&self, t: &mut Teller<'_>) {
        let head = t.say("documents-learned-head", &[]);
        t.head(&head);
        for code in ["documents-learned-protected", "documents-learned-missing", "documents-learned-bodies"] {
            let line = t.say(code, &[]);
            t.item(0, &line);
        }
        let head = t.say("documents-articles-head", &[]);
        t.under(&head);
        for one in &self.articles {
            let line = t.article(&one.article, one.unverified);
            t.item(0, &line);
        }
    }
}

fn told_statement(t: &mut Teller<'_>, one: &StatementTold) {
    if one.set_aside {
        return;
    }
    let head = t.say("documents-statement-head", &[("number", one.number.into())]);
    t.head(&head);
    if let Some(first) = one.first {
        let month = when(t, first);
        let line = t.say("documents-statement-first", &[("when", month.into())]);
        t.paragraph(&line);
    }
    if !one.conduct.is_empty() {
        let head = t.say("documents-conduct-head", &[]);
        t.under(&head);
        one.conduct.iter().for_each(|fact| conduct(t, fact));
    }
    if !one.spread.is_empty() {
        let head = t.say("documents-spread-head", &[]);
        t.under(&head);
    }
    for figure in &one.spread {
        let line = t.count(figure.count, figure.unit);
        t.item(0, &line);
    }
    if !one.answers.is_empty() {
        let head = t.say("documents-answers-head", &[]);
        t.under(&head);
        one.answers.iter().for_each(|one| answer(t, one));
    }
}

fn conduct(t: &mut Teller<'_>, fact: &Conduct) {
    let label = t.label(&fact.label);
    let standing = serde_json::to_value(fact.standing).ok();
    let standing = standing.as_ref().and_then(|word| word.as_str()).unwrap_or_default();
    let standing = t.say(&format!("facts-standing-{standing}"), &[]);
    let words: &[String] = match &fact.value {
        Datum::Choice(word) => std::slice::from_ref(word),
        Datum::Words(words) => words,
        _ => &[],
    };
    let words: Vec<String> = words.iter().map(|word| t.say(&format!("facts-choice-{word}"), &[])).collect();
    let line = if words.is_empty() {
        t.say("documents-conduct", &[("what", label.into()), ("standing", standing.into())])
    } else {
        let value = t.list(&words);
        let args = [("what", label.into()), ("value", value.into()), ("standing", standing.into())];
        t.say("documents-conduct-value", &args)
    };
    t.item(0, &line);
}

fn answer(t: &mut Teller<'_>, one: &AnswerTold) {
    let (label, value) = (t.label(&one.label), t.value(one.value));
    let line = t.say("documents-answer", &[("what", label.into()), ("value", value.into())]);
    let line = line + &cited(t, &one.cites);
    t.item(0, &line);
    for element in &one.elements {
        let (label, value) = (t.label(&element.label), t.value(element.value));
        let line = t.say("documents-answer", &[("what", label.into()), ("value", value.into())]);
        t.item(1, &line);
    }
}

fn procedure(t: &mut Teller<'_>, one: &ProcedureTold) {
    let (label, state) = (t.label(&one.label), t.label(&one.state));
    let line = t.say("documents-procedure", &[("what", label.into()), ("state", state.into())]);
    t.item(0, &line);
    one.steps.iter().for_each(|one| step(t, one));
}

fn step(t: &mut Teller<'_>, one: &StepTold) {
    let by = t.say(&format!("documents-body-{}", one.by.word()), &[]);
    let what = t.label(&one.label);
    let month = when(t, one.when);
    let mut line =
        t.say("documents-step", &[("by", by.into()), ("what", what.into()), ("when", month.into())]);
    if let Some(reason) = &one.reason {
        let reason = t.label(reason);
        line.push_str(&t.say("documents-step-reason", &[("reason", reason.into())]));
    }
    if let Some(days) = one.after.filter(|days| *days > 0) {
        line.push_str(&t.say("documents-step-after", &[("days", days.into())]));
    }
    line.push_str(&cited(t, &one.cites));
    t.item(1, &line);
}

fn when(t: &mut Teller<'_>, when: When) -> String {
    t.month(when.year, when.month)
}

/// The articles behind a line, in brackets; nothing where there are none.
pub(crate) fn cited(t: &mut Teller<'_>, cites: &[Cited]) -> String {
    if cites.is_empty() {
        return String::new();
    }
    let names: Vec<String> = cites.iter().map(|one| t.article(&one.article, one.unverified)).collect();
    let names = t.list(&names);
    t.say("documents-cited", &[("articles", names.into())])
}
