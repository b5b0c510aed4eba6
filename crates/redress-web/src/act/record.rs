//! Records what happens beside the steps: a notice, a filing, a decision, a mark, an obstacle; and strikes a mistake.

use super::{back, day, entry, item, items, organ, unfit};
use crate::call::Call;
use crate::library::Touch;
use crate::reply::{Reply, Wrong};
use redress_base::{Article, Date, Refusal};
use redress_case::{Decision, Filing, Mark, Marking, Notice, Obstacle, Service};
use redress_facts::Vocabulary;
use redress_law::Book;
use redress_rights::{Object, UseCase};
use redress_workbench::{Quiet, Wanted, Whose, marking_act, notice_bodies};

/// Records one thing of the kind that the address names.
pub(crate) fn add(call: &Call<'_>) -> Result<Reply, Wrong> {
    let kind = call.parts.get("kind").map_or("", String::as_str);
    if let Some(entry) = super::origins::record(call, kind) {
        let entry = entry?;
        return Ok(Reply::Entered(format!("{}#e-{entry}", call.path), entry));
    }
    let entry = match kind {
        "notice" => notice(call)?,
        "filing" => filing(call)?,
        "decision" => decision(call)?,
        "mark" => mark(call)?,
        "obstacle" => obstacle(call)?,
        _ => return Err(Wrong::NotFound),
    };
    Ok(Reply::Entered(format!("{}#e-{entry}", call.path), entry))
}

fn on(call: &Call<'_>, field: &str) -> Result<Date, Refusal> {
    let typed = call.required(field)?;
    day(call, field)?.ok_or_else(|| unfit(call, field, typed))
}

fn notice(call: &Call<'_>) -> Result<u64, Wrong> {
    let (party, service) = (call.required("to-party")?, call.required("service")?);
    let notice = Notice {
        duty: call.required("duty")?.to_owned(),
        by: organ(call, "body")?,
        to: party.parse().map_err(|()| unfit(call, "to-party", party))?,
        on: on(call, "on")?,
        service: Service::from_word(service).ok_or_else(|| unfit(call, "service", service))?,
        proof: item(call, "exhibit")?,
    };
    let whose = Whose::Bodies(notice_bodies(&notice.duty, notice.by.kind));
    let wanted = Wanted::of(UseCase::ServeNotice, Object::Notice).whose(whose);
    call.wanted(&wanted, Touch::Write, &mut Quiet, |desk| desk.serve(Book::standard(), call.by(), notice))
}

fn filing(call: &Call<'_>) -> Result<u64, Wrong> {
    let filing = Filing {
        paper: call.required("paper")?.to_owned(),
        to: organ(call, "body")?,
        on: on(call, "on")?,
        track: call.typed("track").map(str::to_owned),
        items: items(call, "items")?,
        receipt: call.typed("receipt").map(str::to_owned),
    };
    let wanted = Wanted::of(UseCase::FilePaper, Object::Filing).whose(Whose::Bodies(vec![filing.to.kind]));
    call.wanted(&wanted, Touch::Write, &mut Quiet, |desk| desk.file(call.by(), filing))
}

fn decision(call: &Call<'_>) -> Result<u64, Wrong> {
    let decision = Decision {
        question: call.required("question")?.to_owned(),
        answer: call.required("answer")?.to_owned(),
        reason: call.required("reason")?.to_owned(),
        items: items(call, "items")?,
    };
    call.desk((UseCase::Decide, Object::Case), Touch::Write, |desk| desk.decide(call.by(), decision))
}

fn mark(call: &Call<'_>) -> Result<u64, Wrong> {
    let (mark, set) = (call.required("mark")?, call.required("set")?);
    let marking = Marking {
        mark: Mark::from_word(mark).ok_or_else(|| unfit(call, "mark", mark))?,
        set: match set {
            "yes" => true,
            "no" => false,
            other => return Err(unfit(call, "set", other).into()),
        },
        on: on(call, "on")?,
        by: organ(call, "body")?,
        number: call.typed("number").map(str::to_owned),
    };
    let whose = Whose::Bodies(vec![marking.by.kind]);
    let wanted = Wanted::of(marking_act(marking.mark), Object::Case).whose(whose);
    call.wanted(&wanted, Touch::Write, &mut Quiet, |desk| desk.mark(call.by(), marking))
}

fn obstacle(call: &Call<'_>) -> Result<u64, Wrong> {
    // An article that the book does not have is typed beside the list.
    let cite = match call.typed("cite-other") {
        Some(typed) => typed,
        None => call.required("cite")?,
    };
    let parts = cite.rsplit_once('/').filter(|(instrument, _)| instrument.contains('/'));
    let (instrument, article) = parts.ok_or_else(|| unfit(call, "cite", cite))?;
    let obstacle = Obstacle {
        limit: call.required("limit")?.to_owned(),
        from: on(call, "from-day")?,
        to: day(call, "to-day")?,
        cite: Article::new(instrument, article),
        reason: call.required("reason")?.to_owned(),
        proof: item(call, "exhibit")?,
    };
    let wanted = Wanted::of(UseCase::RecordEvent, Object::ProcedureEvent).whose(Whose::Author);
    let vocabulary = Vocabulary::standard();
    call.wanted(&wanted, Touch::Write, &mut Quiet, |desk| {
        desk.hinder(Book::standard(), &vocabulary, call.by(), obstacle)
    })
}

/// Strikes an entry that was a mistake: a new entry, nothing disappears.
pub(crate) fn strike(call: &Call<'_>) -> Result<Reply, Wrong> {
    let (number, reason) = (entry(call, "entry")?, call.required("reason")?);
    let loaded = call.loaded()?;
    let wanted = Wanted::correction(&loaded.ledger, number);
    let entry =
        call.wanted(&wanted, Touch::Write, &mut Quiet, |desk| desk.strike(call.by(), number, reason))?;
    Ok(Reply::Entered(back(call, &call.at("procedure")), entry))
}
