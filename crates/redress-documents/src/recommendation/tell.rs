//! A draft recommendation in words, with blanks for the body that may issue it.

use super::{Asked, Cause, DutyTold, Finding, Judged, NoticeTold, Recommendation, StatementShown};
use crate::summary::cited_text as cited;
use crate::teller::{Teller, Told};
use redress_base::{Date, ItemId};
use redress_words::Words;

impl Recommendation {
    /// The draft in one language.
    pub fn tell(&self, words: &Words) -> Told {
        let mut teller = Teller::new(words);
        let t = &mut teller;
        self.header(t);
        self.facts(t);
        self.duties(t);
        self.questions(t);
        self.annex(t);
        teller.finish()
    }

    fn header(&self, t: &mut Teller<'_>) {
        let kind = self.kind.word();
        let title = t.say(&format!("documents-recommendation-{kind}"), &[]);
        t.title(&title);
        for code in ["documents-draft-note", "documents-blank-body", "documents-blank-number"] {
            let line = t.say(code, &[]);
            t.paragraph(&line);
        }
        let to = t.say("documents-recommendation-to", &[("platform", self.platform.as_str().into())]);
        t.paragraph(&to);
        let basis = t.say(&format!("documents-recommendation-basis-{kind}"), &[]);
        t.paragraph(&basis);
        let judge = t.say("documents-recommendation-no-verdict", &[]);
        t.paragraph(&judge);
    }

    fn facts(&self, t: &mut Teller<'_>) {
        let head = t.say("documents-facts-head", &[]);
        t.head(&head);
        if self.set_aside > 0 {
            let line = t.say("documents-facts-set-aside", &[("count", self.set_aside.into())]);
            t.paragraph(&line);
        }
        if self.statements.is_empty() {
            let none = t.say("documents-facts-none", &[]);
            t.paragraph(&none);
        }
        self.statements.iter().for_each(|one| statement(t, one));
        let head = t.say("documents-notices-head", &[]);
        t.under(&head);
        if self.notices.is_empty() {
            let none = t.say("documents-notices-none", &[]);
            t.paragraph(&none);
        }
        self.notices.iter().for_each(|one| notice(t, one));
    }

    fn duties(&self, t: &mut Teller<'_>) {
        let head = t.say("documents-duties-head", &[]);
        t.head(&head);
        self.duties.iter().for_each(|one| duty(t, one));
        for one in &self.not_encoded {
            let article = t.article(&one.article, one.unverified);
            let line = t.say("documents-duty-not-encoded", &[("article", article.into())]);
            t.item(0, &line);
        }
        let head = t.say("documents-judged-head", &[]);
        t.under(&head);
        self.judgements.iter().for_each(|one| judged(t, one));
    }

    fn questions(&self, t: &mut Teller<'_>) {
        let head = t.say("documents-asked-head", &[]);
        t.head(&head);
        self.asked.iter().for_each(|one| asked(t, one));
        let term = t.say("documents-reply-term", &[]);
        t.paragraph(&term);
        let signed = t.say("documents-signed", &[]);
        t.paragraph(&signed);
    }

    fn annex(&self, t: &mut Teller<'_>) {
        let head = t.say("documents-annex-head", &[]);
        t.head(&head);
        let list = exhibits(t, &self.exhibits);
        let line = t.say("documents-annex", &[("exhibits", list.into())]);
        t.paragraph(&line);
        for link in &self.links {
            let exhibit = exhibits(t, &[link.exhibit]);
            let account = link.account.clone().unwrap_or_else(|| t.say("documents-account-masked", &[]));
            // Listed because the person asked for it: these are the words that may stand here.
            t.keep(link.post.clone());
            t.keep(account.clone());
            let line = t.say(
                "documents-annex-link",
                &[
                    ("statement", link.statement.into()),
                    ("post", link.post.as_str().into()),
                    ("account", account.into()),
                    ("exhibit", exhibit.into()),
                ],
            );
            t.item(0, &line);
        }
    }
}

fn day(t: &mut Teller<'_>, day: Date) -> String {
    let said = t.words.date(day);
    t.keep(said)
}

/// Exhibits by number.
fn exhibits(t: &mut Teller<'_>, items: &[ItemId]) -> String {
    let names: Vec<String> = items.iter().map(|item| t.keep(item.to_string())).collect();
    t.list(&names)
}

fn statement(t: &mut Teller<'_>, one: &StatementShown) {
    let mut line = t.say("documents-statement-shown", &[("number", one.number.into())]);
    if let Some(first) = one.first {
        let first = day(t, first);
        line.push_str(&t.say("documents-statement-first", &[("when", first.into())]));
    }
    if !one.unprotected {
        line.push_str(&t.say("documents-statement-open", &[]));
    }
    t.item(0, &line);
    for shown in &one.spread {
        let figure = t.count(shown.figure.count, shown.figure.unit);
        let list = exhibits(t, &shown.exhibits);
        let line = t.say("documents-shown", &[("figure", figure.into()), ("exhibits", list.into())]);
        t.item(1, &line);
    }
}

fn notice(t: &mut Teller<'_>, one: &NoticeTold) {
    let state = t.label(&one.state);
    let line = t.say("documents-notice", &[("number", one.number.into()), ("state", state.into())]);
    t.item(0, &line);
    for step in &one.steps {
        let (on, what) = (day(t, step.on), t.label(&step.label));
        let mut line = t.say("documents-notice-step", &[("on", on.into()), ("what", what.into())]);
        line.push_str(&cited(t, &step.cites));
        if let Some(item) = step.exhibit {
            let exhibit = exhibits(t, &[item]);
            line.push_str(&t.say("documents-exhibit", &[("exhibit", exhibit.into())]));
        }
        t.item(1, &line);
    }
    if let Some(days) = one.days_to_measures {
        let line = t.say("documents-notice-days", &[("days", days.into())]);
        t.item(1, &line);
    }
    if let Some(days) = one.days_silent {
        let line = t.say("documents-notice-silent", &[("days", days.into())]);
        t.item(1, &line);
    }
}

fn duty(t: &mut Teller<'_>, one: &DutyTold) {
    let what = t.label(&one.label);
    let line = what + &cited(t, &one.cites);
    t.item(0, &line);
    let line = match &one.finding {
        Finding::Done { on } => {
            let on = day(t, *on);
            t.say("documents-finding-done", &[("on", on.into())])
        }
        Finding::Stated { on } => {
            let on = day(t, *on);
            t.say("documents-finding-stated", &[("on", on.into())])
        }
        Finding::Shown => t.say("documents-finding-shown", &[]),
        Finding::NothingOnFile => t.say("documents-finding-nothing", &[]),
        Finding::SaidNotDone => t.say("documents-finding-not-done", &[]),
        Finding::Differs => t.say("documents-finding-differs", &[]),
        Finding::FactsMissing { missing } if missing.is_empty() => t.say("documents-finding-open", &[]),
        Finding::FactsMissing { missing } => {
            let names: Vec<String> = missing.iter().map(|label| t.label(label)).collect();
            let names = t.list(&names);
            t.say("documents-finding-missing", &[("facts", names.into())])
        }
    };
    t.item(1, &line);
}

fn judged(t: &mut Teller<'_>, one: &Judged) {
    let what = t.label(&one.label);
    let code = match one.value {
        Some(true) => "documents-judged-yes",
        Some(false) => "documents-judged-no",
        None => "documents-judged-nobody",
    };
    let line = t.say(code, &[("what", what.into())]);
    let line = line + &cited(t, &one.cites);
    t.item(0, &line);
}

fn asked(t: &mut Teller<'_>, one: &Asked) {
    let code = match one.cause {
        Cause::NoNotice => "documents-ask-notice",
        Cause::NothingOnFile => "documents-ask-nothing",
        Cause::SaidNotDone => "documents-ask-not-done",
        Cause::Unproven => "documents-ask-unproven",
        Cause::FactsMissing => "documents-ask-missing",
        Cause::Differs => "documents-ask-differs",
        Cause::KeepForBodies => "documents-ask-keep",
        Cause::WhatWillChange => "documents-ask-change",
    };
    let line = match &one.about {
        Some(label) => {
            let what = t.label(label);
            t.say(code, &[("what", what.into())])
        }
        None => t.say(code, &[]),
    };
    t.item(0, &line);
}
