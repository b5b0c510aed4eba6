//! Makes a draft recommendation out of the facts of the file.

use super::{
    Asked, Cause, DutyTold, Finding, Judged, Linked, NoticeStep, NoticeTold, RECOMMENDATION_SCHEMA,
    Recommendation, RecommendationKind, Shown, StatementShown,
};
use crate::summary::{About, Cited, FIGURES, Spread, cited};
use redress_base::{Article, Date, ItemId, Value};
use redress_case::StatementRow;
use redress_facts::{Claim, Datum, Scope};
use redress_law::{Body, Book, Confidence, DutyOutcome, Label, Stand};
use redress_procedure::{Done, Track};
use std::collections::BTreeSet;

/// What a person says of the draft.
pub struct RecommendationOptions<'a> {
    /// Who issues it.
    pub kind: RecommendationKind,
    /// The platform.
    pub platform: &'a str,
    /// The law book.
    pub book: &'a Book,
    /// The duties of the file, worked out on its facts.
    pub duties: &'a [DutyOutcome],
    /// Contents and accounts by the id of their statement, where listing them was asked for.
    pub links: Vec<(String, Linked)>,
}

/// Exhibits named for one figure.
const EXHIBITS: usize = 10;
/// Missing facts named for one duty.
const MISSING: usize = 8;
/// Articles whose duties are asked about also where it is not known whether they were owed. Others are told only where
/// their conditions are made out.
const ALWAYS: [(&str, &str); 6] = [
    ("cn/civil-code", "1195"),
    ("cn/civil-code", "1196"),
    ("cn/csl-2025", "49"),
    ("cn/cac-17", "unnumbered-duties"),
    ("cn/pipl", "47"),
    ("cn/pipl", "50"),
];
/// The day of the measures is the day of a fact that a step may deny (民法典 1195(2), in force 2021-01-01).
const MEASURES: (&str, &str) = ("platform_action_date", "platform_measures_taken");
/// What only a person judges of a platform, and where the law asks for it.
const JUDGED: [(&str, &str, &str); 4] = [
    // 民法典 1195(2), with 法释〔2014〕11号 4 (amended, in force 2021-01-01).
    ("platform_measures_timely", "cn/fs-2014-11", "4"),
    ("harm_enlarged_after_notice", "cn/civil-code", "1195"),
    // 民法典 1197 (in force 2021-01-01).
    ("platform_knew_or_should", "cn/civil-code", "1197"),
    // 指导意见 20 (in force 2023-09-20).
    ("governance_gap_found", "cn/opinions-2023-14", "20"),
];
/// The first day of the amended 网络安全法, whose article 49 was article 47 before.
const AMENDED: Date = Date::constant(2026, 1, 1);

/// Makes the draft.
pub fn recommendation(about: &About<'_>, options: RecommendationOptions<'_>) -> Recommendation {
    let result = about.result;
    let aside = |row: &&StatementRow| {
        let scope = Scope::Statement(row.id.clone());
        result.protected.iter().any(|one| one.set_aside && one.scope == scope)
    };
    let (protected, ours): (Vec<&StatementRow>, Vec<&StatementRow>) =
        result.statements.iter().filter(|row| row.taken_up).partition(aside);
    let statements: Vec<StatementShown> = (1..).zip(&ours).map(|(n, row)| shown(about, n, row)).collect();
    let notices = notices(about, options.platform);
    let duties = duties(about, &options, &ours);
    let days = statements.iter().filter_map(|one| one.first);
    let days = days.chain(notices.iter().flat_map(|one| one.steps.iter().map(|step| step.on)));
    // The old text is not in the book: it is named with its mark, and nothing is said of what it asks.
    let old = days.min().is_some_and(|first| first < AMENDED);
    let old = old.then(|| Cited { article: Article::new("cn/csl-2017", "47"), unverified: true });
    let numbered = |(id, link): (String, Linked)| {
        let at = ours.iter().position(|row| row.id == id)?;
        let statement = u64::try_from(at.saturating_add(1)).ok()?;
        // 指导意见 10 (in force 2023-09-20): nobody is named for speech that may be protected.
        let unprotected = statements.iter().any(|one| one.number == statement && one.unprotected);
        unprotected.then_some(Linked { statement, ..link })
    };
    let links = options.links.iter().cloned().filter_map(numbered).collect();
    let mut draft = Recommendation {
        schema: RECOMMENDATION_SCHEMA.to_owned(),
        law: result.law.digest.clone(),
        kind: options.kind,
        platform: options.platform.to_owned(),
        set_aside: u64::try_from(protected.len()).unwrap_or(u64::MAX),
        asked: asked(&notices, &duties),
        judgements: judgements(about),
        statements,
        notices,
        duties,
        not_encoded: old.into_iter().collect(),
        exhibits: Vec::new(),
        links,
    };
    draft.exhibits = exhibits(&draft);
    draft
}

fn shown(about: &About<'_>, number: u64, row: &StatementRow) -> StatementShown {
    let figure = |name: &&str| {
        let id = format!("{}.{name}", row.id);
        about.result.figures.iter().find(|figure| figure.id == id)
    };
    let scope = Scope::Statement(row.id.clone());
    let gate = about.result.protected.iter().find(|one| one.scope == scope);
    let spread = FIGURES.iter().filter_map(figure).map(|figure| {
        let items: BTreeSet<ItemId> = figure.parts.iter().map(|part| part.span.item).collect();
        Shown {
            figure: Spread { unit: figure.unit, count: figure.count },
            exhibits: items.into_iter().take(EXHIBITS).collect(),
        }
    });
    StatementShown {
        number,
        first: row.first.and_then(|stamp| stamp.at.beijing_date()),
        unprotected: gate.is_some_and(|one| one.report == Value::FF && one.criticism == Value::FF),
        spread: spread.collect(),
    }
}

/// The notices to this platform. A notice of which a step names another platform is another platform's.
fn notices(about: &About<'_>, platform: &str) -> Vec<NoticeTold> {
    let other = |done: &Done| {
        let body = done.event.body.as_ref().filter(|body| body.kind == Body::Platform);
        body.is_some_and(|body| body.name.trim() != platform.trim())
    };
    let own = about.docket.tracks().filter(|(key, _)| key.procedure == "platform-notice");
    let own = own.filter(|(_, track)| !track.history.iter().any(other));
    (1..).zip(own).filter_map(|(number, (_, track))| notice_told(about, number, track)).collect()
}

/// A track of the procedure `platform-notice` as a notice and what came of it; nothing where its state has no name.
pub fn notice_told(about: &About<'_>, number: u64, track: &Track) -> Option<NoticeTold> {
    let procedure = about.procedures.get("platform-notice")?;
    let steps = track.history.iter().filter_map(|done| {
        let entered = about.state.steps.iter().find(|step| step.seq == done.entry);
        Some(NoticeStep {
            label: procedure.event(&done.event.event)?.label.clone(),
            on: done.event.on,
            exhibit: entered.and_then(|step| step.of.paper),
            cites: done.cites.iter().map(cited).collect(),
        })
    });
    let on =
        |event: &str| track.history.iter().find(|done| done.event.event == event).map(|done| done.event.on);
    let days = |from: Date, to: Date| u64::try_from((to - from).get_days()).ok();
    let received = on("received");
    let silent = track.history.iter().all(|done| done.event.event == "received");
    Some(NoticeTold {
        number,
        state: procedure.state(&track.state)?.label.clone(),
        steps: steps.collect(),
        days_to_measures: received.zip(on("measured")).and_then(|(from, to)| days(from, to)),
        days_silent: received.filter(|_| silent).and_then(|from| days(from, about.result.today)),
    })
}

/// What the file shows of each duty of platforms, in the order of the book; of several statements the one of which least is
/// shown.
fn duties(about: &About<'_>, options: &RecommendationOptions<'_>, ours: &[&StatementRow]) -> Vec<DutyTold> {
    let concerns = |scope: &Scope| match scope {
        Scope::Case => true,
        Scope::Statement(id) => ours.iter().any(|row| row.id == *id),
    };
    let mut told: Vec<DutyTold> = Vec::new();
    for outcome in options.duties.iter().filter(|one| one.who == Body::Platform && concerns(&one.scope)) {
        let finding = finding(about, options.book, outcome);
        let always = outcome.cites.iter().any(|one| ALWAYS.contains(&(&*one.instrument, &*one.article)));
        if matches!(finding, Finding::FactsMissing { .. }) && !always {
            continue;
        }
        let unverified = outcome.confidence == Some(Confidence::O);
        let cites =
            outcome.cites.iter().map(|article| Cited { article: article.clone(), unverified }).collect();
        let new = DutyTold { duty: outcome.id.clone(), label: outcome.label.clone(), cites, finding };
        match told.iter_mut().find(|one| one.duty == new.duty) {
            Some(known) if rank(&known.finding) <= rank(&new.finding) => {}
            Some(known) => *known = new,
            None => told.push(new),
        }
    }
    told
}

const fn rank(finding: &Finding) -> u8 {
    match finding {
        Finding::SaidNotDone => 0,
        Finding::NothingOnFile => 1,
        Finding::Differs => 2,
        Finding::Stated { .. } => 3,
        Finding::Shown => 4,
        Finding::Done { .. } => 5,
        Finding::FactsMissing { .. } => 6,
    }
}

fn finding(about: &About<'_>, book: &Book, outcome: &DutyOutcome) -> Finding {
    let duty = book.ir().provisions.iter().flat_map(|page| &page.duties).find(|duty| duty.id == outcome.id);
    let known = |term: &str| claims(about, &outcome.scope, term);
    let done = duty.and_then(|duty| duty.done.as_deref());
    let proof = duty.and_then(|duty| duty.proof.as_deref());
    if let Some(on) = outcome.done {
        return Finding::Done { on };
    }
    let stated =
        done.map(&known).unwrap_or_default().iter().filter(|claim| !claim.opposing && !claim.disputed);
    let stated: BTreeSet<Date> = stated
        .filter_map(|claim| if let Datum::Date(day) = claim.value { Some(day) } else { None })
        .collect();
    match stated.iter().collect::<Vec<_>>().as_slice() {
        [] => {}
        [on] => return Finding::Stated { on: **on },
        _ => return Finding::Differs,
    }
    if outcome.standing == Stand::Disputed {
        return Finding::Differs;
    }
    if outcome.proof == Value::TT || matches!(outcome.standing, Stand::Kept | Stand::Unproven) {
        return Finding::Shown;
    }
    if outcome.owed != Value::TT {
        let rule = duty.and_then(|duty| duty.when.as_deref());
        let terms = rule.map(|rule| book.terms(rule)).unwrap_or_default();
        let terms = terms.into_iter().chain(duty.and_then(|duty| duty.from.clone()));
        let anywhere = |term: &String| {
            about.result.facts.iter().any(|fact| fact.term == *term && !fact.claims.is_empty())
        };
        let open: BTreeSet<String> = terms.filter(|term| !anywhere(term)).collect();
        let label = |term: &String| about.vocabulary.get(term).map(|term| Label::new(&term.zh, &term.en));
        let missing: Vec<Label> = open.iter().filter_map(label).take(MISSING).collect();
        return Finding::FactsMissing { missing };
    }
    let denied = done.filter(|term| *term == MEASURES.0).map(|_| MEASURES.1).into_iter().chain(proof);
    let said_no = |term: &str| {
        let claims = known(term);
        !claims.is_empty() && claims.iter().all(|claim| claim.value == Datum::No && !claim.disputed)
    };
    if denied.into_iter().any(said_no) { Finding::SaidNotDone } else { Finding::NothingOnFile }
}

/// The claims about a fact of a statement, or of the case where the statement has none.
fn claims<'a>(about: &About<'a>, scope: &Scope, term: &str) -> &'a [Claim] {
    let of = |scope: &Scope| {
        about
            .result
            .facts
            .iter()
            .find(|fact| fact.term == term && fact.scope == *scope)
            .map(|fact| &*fact.claims)
    };
    of(scope).or_else(|| of(&Scope::Case)).unwrap_or_default()
}

fn judgements(about: &About<'_>) -> Vec<Judged> {
    let judged = |(term, instrument, article): &(&str, &str, &str)| {
        let known = about.vocabulary.get(term)?;
        let rows = about.result.facts.iter().filter(|fact| fact.term == *term);
        let values: BTreeSet<&Datum> =
            rows.flat_map(|fact| &fact.claims).filter(|one| !one.disputed).map(|one| &one.value).collect();
        let value = match values.into_iter().collect::<Vec<_>>().as_slice() {
            [Datum::Yes] => Some(true),
            [Datum::No] => Some(false),
            _ => None,
        };
        // The official Chinese text of Article 20 was not read.
        let unverified = *instrument == "cn/opinions-2023-14";
        let cites = vec![Cited { article: Article::new(instrument, article), unverified }];
        Some(Judged { label: Label::new(&known.zh, &known.en), value, cites })
    };
    JUDGED.iter().filter_map(judged).collect()
}

/// The questions, out of what the file does not show.
fn asked(notices: &[NoticeTold], duties: &[DutyTold]) -> Vec<Asked> {
    let mut asked = Vec::new();
    if notices.is_empty() {
        asked.push(Asked { cause: Cause::NoNotice, about: None });
    }
    for duty in duties {
        let cause = match duty.finding {
            Finding::NothingOnFile => Cause::NothingOnFile,
            Finding::SaidNotDone => Cause::SaidNotDone,
            Finding::Differs => Cause::Differs,
            Finding::FactsMissing { .. } => Cause::FactsMissing,
            Finding::Stated { .. } => Cause::Unproven,
            Finding::Done { .. } | Finding::Shown => continue,
        };
        asked.push(Asked { cause, about: Some(duty.label.clone()) });
    }
    asked.extend([Cause::KeepForBodies, Cause::WhatWillChange].map(|cause| Asked { cause, about: None }));
    asked
}

fn exhibits(draft: &Recommendation) -> Vec<ItemId> {
    let figures =
        draft.statements.iter().flat_map(|one| &one.spread).flat_map(|shown| shown.exhibits.iter().copied());
    let papers = draft.notices.iter().flat_map(|one| &one.steps).filter_map(|step| step.exhibit);
    let all: BTreeSet<ItemId> =
        figures.chain(papers).chain(draft.links.iter().map(|link| link.exhibit)).collect();
    all.into_iter().collect()
}
