//! The letter laid out.

use super::{NoticePart, PlatformRecommendationInput, SpreadPart};
use redress_documents::{Asked, Cause, Cited, DutyFinding, DutyTold, Judged};
use redress_law::Label;
use redress_paper::{Align, Block, Cell, ExhibitRef, Pen, Run};
use std::collections::BTreeSet;

pub(super) fn lay(input: &PlatformRecommendationInput, pen: &mut Pen<'_>) {
    head(input, pen);
    let shown = shown(input);
    facts(input, &shown, pen);
    duties(input, pen);
    asked(input, &shown, pen);
    reply(input, pen);
    close(input, &shown, pen);
}

/// The notices to the platform that is written to. A notice of which a step names another platform is another's.
fn shown(input: &PlatformRecommendationInput) -> Vec<&NoticePart> {
    let platform = input.platform.as_deref().map(str::trim).unwrap_or_default();
    input.notices.iter().filter(|one| one.platforms.iter().all(|name| name == platform)).collect()
}

fn head(input: &PlatformRecommendationInput, pen: &mut Pen<'_>) {
    let body = pen.value("body", "body", input.body.as_deref());
    pen.line(Align::Center, body);
    match input.kind {
        Some(kind) => {
            let runs = pen.say(&format!("title-{}", kind.word()));
            pen.block(Block::Title { runs });
        }
        None => {
            pen.title();
            let missing = pen.absent("kind", "kind");
            pen.line(Align::Center, missing);
        }
    }
    let mut number = pen.say("number");
    match &input.number {
        Some(text) => number.push(Run::filled(text.as_str())),
        None => number.extend(pen.say("number-blank")),
    }
    pen.line(Align::Center, number);
    let mut to = pen.value("platform", "platform", input.platform.as_deref());
    to.push(Run::plain("："));
    pen.line(Align::Start, to);
    if let Some(kind) = input.kind {
        pen.tell(&format!("opening-{}", kind.word()));
    }
    pen.tell("no-finding");
}

fn facts(input: &PlatformRecommendationInput, shown: &[&NoticePart], pen: &mut Pen<'_>) {
    pen.heading(1, "facts");
    pen.heading(2, "facts-spread");
    if input.statements.is_empty() {
        pen.tell("facts-none");
    }
    for one in &input.statements {
        spread(one, pen);
    }
    if input.set_aside {
        pen.tell("facts-set-aside");
    }
    pen.heading(2, "notices");
    if shown.is_empty() {
        pen.tell("notices-none");
    }
    for (number, one) in (1_u64..).zip(shown) {
        notice(number, one, pen);
    }
}

fn spread(one: &SpreadPart, pen: &mut Pen<'_>) {
    let number = pen.numeral_both(one.number);
    let (number, english) = (vec![Run::plain(number.zh)], [("number", number.en)]);
    let mut runs = match &one.first {
        Some(first) => {
            let first = vec![Run::filled(first.as_str())];
            pen.say_each("statement-shown", &[("number", number), ("first", first)], &english)
        }
        None => pen.say_each("statement-shown-undated", &[("number", number)], &english),
    };
    for (place, figure) in one.figures.iter().enumerate() {
        if place > 0 {
            runs.push(Run::plain("；"));
        }
        runs.extend(pen.figure(figure));
    }
    if one.figures.is_empty() {
        runs.extend(pen.say("statement-uncounted"));
    }
    runs.push(Run::plain("。"));
    if !one.unprotected {
        runs.extend(pen.say("statement-open"));
    }
    pen.paragraph(runs);
}

fn notice(number: u64, one: &NoticePart, pen: &mut Pen<'_>) {
    let mut runs = pen.say_with("notice", &[("number", vec![Run::plain(number.to_string())])]);
    runs.extend(label(&one.state, pen));
    runs.push(Run::plain("。"));
    pen.paragraph(runs);
    let mut items: Vec<Vec<Run>> = Vec::new();
    for step in &one.steps {
        let mut runs = pen.say_with("notice-step", &[("on", vec![Run::filled(step.on.as_str())])]);
        runs.extend(label(&step.label, pen));
        runs.extend(cited(&step.cites, pen));
        runs.extend(pen.exhibits(&step.exhibit.into_iter().collect::<Vec<ExhibitRef>>()));
        items.push(runs);
    }
    for (key, days) in [("notice-days", one.days_to_measures), ("notice-silent", one.days_silent)] {
        if let Some(days) = days {
            items.push(pen.say_with(key, &[("days", vec![Run::filled(days.to_string())])]));
        }
    }
    if !items.is_empty() {
        pen.block(Block::List { ordered: false, items });
    }
}

fn duties(input: &PlatformRecommendationInput, pen: &mut Pen<'_>) {
    pen.heading(1, "duties");
    if input.duties.is_empty() {
        pen.tell("duties-none");
    } else {
        let rows = input.duties.iter().map(|one| duty(one, pen)).collect();
        pen.table("duties", vec![4, 3, 5], &["duty", "duty-article", "duty-finding"], rows);
    }
    for one in &input.not_encoded {
        let mut runs = pen.say("not-encoded");
        runs.extend(articles(std::slice::from_ref(one), pen));
        runs.push(Run::plain("。"));
        pen.paragraph(runs);
    }
    if !input.judgements.is_empty() {
        pen.heading(2, "judged");
        let items = input.judgements.iter().map(|one| judged(one, pen)).collect();
        pen.block(Block::List { ordered: false, items });
    }
}

fn duty(one: &DutyTold, pen: &Pen<'_>) -> Vec<Cell> {
    let on = |key: &str, day: redress_base::Date| {
        pen.say_with(key, &[("on", vec![Run::filled(crate::parts::day_zh(day))])])
    };
    let finding = match &one.finding {
        DutyFinding::Done { on: day } => on("finding-done", *day),
        DutyFinding::Stated { on: day } => on("finding-stated", *day),
        DutyFinding::Shown => pen.say("finding-shown"),
        DutyFinding::NothingOnFile => pen.say("finding-nothing-on-file"),
        DutyFinding::SaidNotDone => pen.say("finding-said-not-done"),
        DutyFinding::Differs => pen.say("finding-differs"),
        DutyFinding::FactsMissing { missing } if missing.is_empty() => pen.say("finding-open"),
        DutyFinding::FactsMissing { missing } => {
            let mut runs = pen.say("finding-missing");
            for (place, what) in missing.iter().enumerate() {
                if place > 0 {
                    runs.push(Run::plain("、"));
                }
                runs.extend(label(what, pen));
            }
            runs
        }
    };
    vec![Cell::of(label(&one.label, pen)), Cell::of(articles(&one.cites, pen)), Cell::of(finding)]
}

fn judged(one: &Judged, pen: &Pen<'_>) -> Vec<Run> {
    let mut runs = label(&one.label, pen);
    runs.extend(pen.say(match one.value {
        Some(true) => "judged-yes",
        Some(false) => "judged-no",
        None => "judged-nobody",
    }));
    runs.extend(cited(&one.cites, pen));
    runs
}

fn asked(input: &PlatformRecommendationInput, shown: &[&NoticePart], pen: &mut Pen<'_>) {
    pen.heading(1, "asked");
    let none = shown.is_empty().then_some(Asked { cause: Cause::NoNotice, about: None });
    let items: Vec<Vec<Run>> = none.iter().chain(&input.asked).map(|one| question(one, pen)).collect();
    if !items.is_empty() {
        pen.block(Block::List { ordered: true, items });
    }
}

fn question(one: &Asked, pen: &Pen<'_>) -> Vec<Run> {
    let key = match one.cause {
        Cause::NoNotice => "ask-no-notice",
        Cause::NothingOnFile => "ask-nothing-on-file",
        Cause::SaidNotDone => "ask-said-not-done",
        Cause::Unproven => "ask-unproven",
        Cause::FactsMissing => "ask-facts-missing",
        Cause::Differs => "ask-differs",
        Cause::KeepForBodies => "ask-keep-for-bodies",
        Cause::WhatWillChange => "ask-what-will-change",
    };
    let mut runs = pen.say(key);
    match &one.about {
        Some(what) => {
            runs.extend(label(what, pen));
            runs.push(Run::plain("。"));
        }
        // A person who asks about no duty in particular asks about all that stand above.
        None if of_a_duty(one.cause) => runs.extend(pen.say("ask-each-duty")),
        None => {}
    }
    runs
}

/// Whether such a question says after it which duty it is about.
const fn of_a_duty(cause: Cause) -> bool {
    !matches!(cause, Cause::NoNotice | Cause::KeepForBodies | Cause::WhatWillChange)
}

fn reply(input: &PlatformRecommendationInput, pen: &mut Pen<'_>) {
    pen.heading(1, "reply");
    let days = input.reply_days.map(|days| days.to_string());
    let days = pen.value("reply-days", "reply_days", days.as_deref());
    let runs = pen.say_with("reply-term", &[("days", days)]);
    pen.paragraph(runs);
    if let Some(contact) = &input.contact {
        let mut runs = pen.say("contact");
        runs.push(Run::filled(contact.as_str()));
        pen.paragraph(runs);
    }
}

fn close(input: &PlatformRecommendationInput, shown: &[&NoticePart], pen: &mut Pen<'_>) {
    let figures = input.statements.iter().flat_map(|one| &one.figures).flat_map(|one| one.exhibits.iter());
    let papers = shown.iter().flat_map(|one| &one.steps).filter_map(|step| step.exhibit.as_ref());
    let all: BTreeSet<ExhibitRef> = figures.chain(papers).copied().collect();
    if !all.is_empty() {
        let mut runs = pen.say("annex");
        runs.extend(pen.exhibits(&all.into_iter().collect::<Vec<_>>()));
        pen.line(Align::Start, runs);
    }
    links(input, pen);
    pen.note_with_caution(&["made-from"], "unverified-basis");
    let date = pen.value("date", "date", input.date.as_deref());
    let lines = vec![pen.say("sealed"), pen.say("signed-by"), date];
    pen.block(Block::Signature { lines });
}

/// The contents that were asked for; of a statement that Article 10 may protect, none.
fn links(input: &PlatformRecommendationInput, pen: &mut Pen<'_>) {
    let open = |number: u64| input.statements.iter().any(|one| one.number == number && one.unprotected);
    let rows: Vec<Vec<Cell>> = input
        .links
        .iter()
        .filter(|link| open(link.statement))
        .map(|link| {
            let account = match &link.account {
                Some(account) => vec![Run::named(account.as_str())],
                None => pen.say("link-masked"),
            };
            vec![
                Cell::of(pen.statement(link.statement)),
                Cell::of(vec![Run::named(link.post.as_str())]),
                Cell::of(account),
                Cell::of(pen.exhibits(&link.exhibit.into_iter().collect::<Vec<ExhibitRef>>())),
            ]
        })
        .collect();
    if rows.is_empty() {
        return;
    }
    let heading = pen.say("links");
    pen.line(Align::Start, heading);
    let heads = ["link-statement", "link-post", "link-account", "link-exhibit"];
    pen.table("links", vec![1, 4, 4, 3], &heads, rows);
}

fn label(label: &Label, pen: &Pen<'_>) -> Vec<Run> {
    pen.fixed(&label.zh, &label.en)
}

/// Articles by name, with the mark of what was not checked.
fn articles(cites: &[Cited], pen: &Pen<'_>) -> Vec<Run> {
    let mut runs = Vec::new();
    for (place, one) in cites.iter().enumerate() {
        if place > 0 {
            runs.push(Run::plain("；"));
        }
        runs.extend(pen.article(&one.article));
        if one.unverified {
            runs.extend(pen.caution("unverified-mark"));
        }
    }
    runs
}

/// The same in brackets, or nothing.
fn cited(cites: &[Cited], pen: &Pen<'_>) -> Vec<Run> {
    if cites.is_empty() {
        return Vec::new();
    }
    let mut runs = vec![Run::plain("（")];
    runs.extend(articles(cites, pen));
    runs.push(Run::plain("）"));
    runs
}
