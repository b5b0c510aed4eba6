//! What others may read of a case: the anonymised summary and the draft recommendation, each searched for everything that
//! identifies somebody before it is given out (指导意见 19, 20, in force 2023-09-20).

use crate::{Assessed, Desk, docket};
use redress_analysis::Params;
use redress_base::{Date, Fault, Finding, Refusal};
use redress_case::{Capacity, Details, Export, Input, PartyId, Purpose, Seen, State, What, due};
use redress_documents::{
    About, Guarded, Leak, LeakKind, Linked, Recommendation, RecommendationKind, RecommendationOptions,
    Summary, SummaryOptions, Told, leaks, recommendation, refuse_leaks, summary,
};
use redress_evidence::hash;
use redress_facts::Vocabulary;
use redress_law::Book;
use redress_posts::{Corpus, Post};
use redress_procedure::Procedures;
use redress_words::{Language, Words};
use std::collections::BTreeSet;

/// What the details are looked at for.
const LOOKED_FOR: &str = "leak check";
/// Contents listed for one statement.
const LISTED: usize = 50;
/// The longest name of a platform, in characters.
const LONGEST: usize = 100;

/// What a person asks of a recommendation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRecommendation {
    /// Who issues it.
    pub kind: RecommendationKind,
    /// To which platform.
    pub platform: String,
    /// Whether contents and accounts are listed: of which platform, by its name in the material; empty where all are of one.
    pub links: Option<String>,
}

/// In which form a paper is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Markdown.
    Markdown,
    /// Plain text.
    Text,
}

/// A paper that may leave the house; that it does is in the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published<T> {
    /// The structured paper.
    pub paper: T,
    /// Its bytes in the language and form that were asked for.
    pub bytes: Vec<u8>,
    /// SHA-256 of them.
    pub digest: redress_base::Sha256,
    /// Pieces that were searched for.
    pub searched: u64,
    /// Values too short to be searched for.
    pub unsearched: u64,
    /// What should be known beside it.
    pub findings: Vec<Finding>,
}

/// Language and form of a paper.
type Wanted<'a> = (&'a Words, Form);

impl Desk<'_> {
    /// An anonymised summary, checked. The details of the parties are looked at for the check, and that is in the ledger
    /// before; that the summary left the house, after.
    ///
    /// # Errors
    /// `Input` where something in it would identify somebody; nothing is given out then.
    pub fn publish(
        &mut self,
        book: &Book,
        words: &Vocabulary,
        by: Option<&str>,
        today: Option<Date>,
        options: SummaryOptions,
        wanted: Wanted<'_>,
    ) -> Result<Published<Summary>, Refusal> {
        let assessed = self.compute(book, words, today)?;
        let docket = docket(&assessed.state)?;
        let paper = summary(&about(&assessed, &docket, words), options);
        let guarded = self.guarded(by, &assessed, For::Everybody)?;
        let (bytes, digest) = self.without_leaks(&assessed, &guarded, |words| paper.tell(words), wanted)?;
        self.left_as(by, Purpose::Publication, None, digest)?;
        Ok(published(paper, bytes, digest, &guarded, Vec::new()))
    }

    /// A draft recommendation to a platform, checked as [`Desk::publish`] does; the platform and the days may be named.
    ///
    /// # Errors
    /// `Usage` for an unfit name of a platform, for a kind that is another body's than the one with which the file is, and
    /// for links of a platform that the material does not have; `Input` where something in it would identify somebody.
    pub fn recommend(
        &mut self,
        book: &Book,
        words: &Vocabulary,
        by: Option<&str>,
        today: Option<Date>,
        new: NewRecommendation,
        wanted: Wanted<'_>,
    ) -> Result<Published<Recommendation>, Refusal> {
        let platform = new.platform.trim().to_owned();
        if platform.is_empty() || platform.chars().count() > LONGEST || platform.chars().any(char::is_control)
        {
            let found = Finding::error("workbench-text-unfit").with("field", "platform");
            return Err(found.with("most", LONGEST).refuse(Fault::Usage));
        }
        let assessed = self.compute(book, words, today)?;
        let mut findings = issued_by(&assessed.state, new.kind)?;
        let docket = docket(&assessed.state)?;
        let due = due(&Input {
            state: &assessed.state,
            corpus: &assessed.material.corpus,
            statements: &assessed.statements,
            reports: &assessed.material.reports,
            book,
            vocabulary: words,
            params: &Params::default(),
            now: assessed.result.as_of,
            today: assessed.result.today,
            software: self.software,
        })?;
        let links = match &new.links {
            Some(only) => linked(&assessed, only)?,
            None => Vec::new(),
        };
        let options =
            RecommendationOptions { kind: new.kind, platform: &platform, book, duties: &due.duties, links };
        let paper = recommendation(&about(&assessed, &docket, words), options);
        if new.links.is_some() {
            findings.extend(left_out(&paper));
        }
        let guarded = self.guarded(by, &assessed, For::Platform)?;
        let said = |kind: LeakKind| wanted.0.say(&kind.code(), &[]);
        named_safely(&leaks(&platform, &BTreeSet::new(), &guarded, written(&assessed))?, said)?;
        let (bytes, digest) = self.without_leaks(&assessed, &guarded, |words| paper.tell(words), wanted)?;
        self.left_as(by, Purpose::Recommendation, Some("platform".to_owned()), digest)?;
        Ok(published(paper, bytes, digest, &guarded, findings))
    }

    /// Everything that must not survive for this reader. Reading the details is recorded before they are used.
    fn guarded(&mut self, by: Option<&str>, assessed: &Assessed, reader: For) -> Result<Guarded, Refusal> {
        let details = self.all_details(&assessed.state)?;
        if !details.is_empty() {
            self.looked(by, Seen::Details, None, Some(LOOKED_FOR.to_owned()))?;
        }
        Ok(guarded(assessed, &details, reader))
    }

    /// The bytes that were asked for, once neither language lets anything through.
    fn without_leaks(
        &mut self,
        assessed: &Assessed,
        guarded: &Guarded,
        tell: impl Fn(&Words) -> Told,
        (words, form): Wanted<'_>,
    ) -> Result<(Vec<u8>, redress_base::Sha256), Refusal> {
        self.progress.begin("workbench-stage-leaks", None);
        for language in [Language::ZhHans, Language::En] {
            self.check_stop()?;
            let told = tell(&Words::new(language));
            let said = |kind: LeakKind| words.say(&kind.code(), &[]);
            refuse_leaks(&leaks(&told.text, &told.own, guarded, written(assessed))?, said)?;
        }
        let told = tell(words);
        let text = match form {
            Form::Markdown => told.markdown,
            Form::Text => told.text,
        };
        let said = |kind: LeakKind| words.say(&kind.code(), &[]);
        refuse_leaks(&leaks(&text, &told.own, guarded, written(assessed))?, said)?;
        self.progress.end();
        let bytes = text.into_bytes();
        let digest = hash::digests(&bytes).sha256;
        Ok((bytes, digest))
    }

    fn left_as(
        &mut self,
        by: Option<&str>,
        purpose: Purpose,
        to: Option<String>,
        digest: redress_base::Sha256,
    ) -> Result<(), Refusal> {
        let export = Export { purpose, to, details: false, digest: Some(digest) };
        self.enter(by, What::Exported { export }).map(drop)
    }
}

fn about<'a>(
    assessed: &'a Assessed,
    docket: &'a redress_procedure::Docket,
    vocabulary: &'a Vocabulary,
) -> About<'a> {
    About {
        result: &assessed.result,
        state: &assessed.state,
        docket,
        procedures: Procedures::standard(),
        vocabulary,
    }
}

/// The body that issues it is the one with which the file is, where it was handed over (指导意见 20, in force 2023-09-20).
/// Where it was not, nothing on file says who issues it, and that is said.
///
/// # Errors
/// `Usage` where the file is with another body.
fn issued_by(state: &State, kind: RecommendationKind) -> Result<Vec<Finding>, Refusal> {
    let body = kind.body();
    let Some(holder) = state.receipts.last().map(|last| last.of.by.kind) else {
        let found = Finding::warning("workbench-recommend-for").with("body", body.word());
        return Ok(vec![found]);
    };
    if holder == body {
        return Ok(Vec::new());
    }
    let found = Finding::error("workbench-recommend-body").with("kind", kind.word());
    Err(found.with("body", body.word()).with("holder", holder.word()).refuse(Fault::Usage))
}

/// What was asked to be listed and is not.
fn left_out(paper: &Recommendation) -> Vec<Finding> {
    let open = paper.statements.iter().filter(|one| !one.unprotected).count();
    let listed = |number: u64| paper.links.iter().filter(|link| link.statement == number).count();
    let mut findings = Vec::new();
    if paper.links.is_empty() {
        let none = Finding::warning("workbench-links-none").with("statements", paper.statements.len());
        findings.push(none.with("open", open));
    } else if open > 0 {
        findings.push(Finding::warning("workbench-links-open").with("open", open));
    }
    let full = paper.statements.iter().filter(|one| listed(one.number) >= LISTED);
    findings.extend(full.map(|one| {
        Finding::warning("workbench-links-most").with("statement", one.number).with("most", LISTED)
    }));
    findings
}

/// The name of the platform is what the person typed: where it would identify somebody, that is said of it, not of the
/// program's own words.
fn named_safely(leaks: &[Leak], said: impl Fn(LeakKind) -> String) -> Result<(), Refusal> {
    let kinds: BTreeSet<String> = leaks.iter().map(|leak| said(leak.kind)).collect();
    if kinds.is_empty() {
        return Ok(());
    }
    let kinds: Vec<String> = kinds.into_iter().collect();
    Err(Finding::error("workbench-platform-leak").with("kinds", kinds.join(", ")).refuse(Fault::Input))
}

fn published<T>(
    paper: T,
    bytes: Vec<u8>,
    digest: redress_base::Sha256,
    guarded: &Guarded,
    findings: Vec<Finding>,
) -> Published<T> {
    let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    Published {
        paper,
        bytes,
        digest,
        searched: count(guarded.len()),
        unsearched: count(guarded.unsearched()),
        findings,
    }
}

/// For whom a paper is, which decides what may be named in it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum For {
    /// Anybody.
    Everybody,
    /// The platform: itself, days and exhibits by number. Contents and accounts that were asked for are words of the paper
    /// itself ([`Told::own`]); every other one is searched for all the same.
    Platform,
}

fn guarded(assessed: &Assessed, details: &[(PartyId, Details)], reader: For) -> Guarded {
    let mut guarded = Guarded::new();
    let parties = assessed.state.parties();
    for (id, details) in details {
        let capacity = parties.get(id).map(|party| party.capacity);
        // The platform that is written to may be named, and its address with it.
        if reader != For::Everybody && capacity == Some(Capacity::Platform) {
            continue;
        }
        for (field, value) in details.fields() {
            guarded.detail(field, value.reveal());
        }
    }
    guarded.value(LeakKind::Case, &assessed.state.case_id);
    records(&mut guarded, &assessed.state, reader);
    for kept in assessed.state.items.values() {
        guarded.file(&kept.item.name);
        guarded.name(LeakKind::Author, &kept.by);
    }
    posts(&mut guarded, &assessed.material.corpus);
    if reader == For::Everybody {
        days(&mut guarded, assessed);
    }
    guarded
}

/// Numbers of papers, names of bodies and of whoever wrote into the file.
fn records(guarded: &mut Guarded, state: &State, reader: For) {
    for step in &state.steps {
        let event = &step.of.event;
        guarded.name(LeakKind::Author, &step.by);
        event.number.iter().for_each(|number| guarded.value(LeakKind::Paper, number));
        if let Some(body) = &event.body
            && (reader == For::Everybody || body.kind != redress_law::Body::Platform)
        {
            guarded.body(&body.name);
        }
    }
    let organs = state.notices.iter().map(|one| &one.of.by);
    let organs = organs.chain(state.filings.iter().map(|one| &one.of.to));
    let organs = organs.chain(state.markings.iter().map(|one| &one.of.by));
    let organs = organs.chain(state.hand_overs.iter().flat_map(|one| [&one.of.from, &one.of.to]));
    let organs = organs.chain(state.receipts.iter().map(|one| &one.of.by));
    for organ in organs {
        if reader == For::Everybody || organ.kind != redress_law::Body::Platform {
            organ.name.iter().for_each(|name| guarded.body(name));
        }
    }
    let numbers = state.filings.iter().filter_map(|one| one.of.receipt.as_ref());
    let numbers = numbers.chain(state.markings.iter().filter_map(|one| one.of.number.as_ref()));
    let numbers = numbers.chain(state.hand_overs.iter().filter_map(|one| one.of.number.as_ref()));
    numbers.for_each(|number| guarded.value(LeakKind::Paper, number));
    let authors = state.claims.iter().map(|claim| &claim.claim.by);
    let authors = authors.chain(state.decisions.iter().map(|one| &one.by));
    let authors = authors.chain(state.notices.iter().map(|one| &one.by));
    let authors = authors.chain(state.party_entries.iter().map(|one| &one.by));
    // What a measure says is the program's.
    authors.filter(|author| *author != "redress").for_each(|author| guarded.name(LeakKind::Author, author));
}

/// Every account by name and number, every post by number.
fn posts(guarded: &mut Guarded, corpus: &Corpus) {
    for account in corpus.accounts() {
        guarded.value(LeakKind::Account, corpus.handle(account).reveal());
        guarded.value(LeakKind::Account, corpus.account_id(account).reveal());
    }
    for post in corpus.posts() {
        guarded.value(LeakKind::Post, corpus.native(post));
    }
}

/// The days of this file: of steps, notices, filings, and those that facts name.
fn days(guarded: &mut Guarded, assessed: &Assessed) {
    let state = &assessed.state;
    let of_facts =
        assessed.result.facts.iter().flat_map(|fact| &fact.claims).filter_map(|claim| {
            if let redress_facts::Datum::Date(day) = claim.value { Some(day) } else { None }
        });
    let steps = state.steps.iter().flat_map(|step| [Some(step.of.event.on), step.of.event.for_day]).flatten();
    let records = state.notices.iter().map(|one| one.of.on).chain(state.filings.iter().map(|one| one.of.on));
    let parties = state.parties();
    let deaths = parties.values().filter_map(|party| party.died);
    let seen = assessed.result.statements.iter().flat_map(|row| [row.first, row.last]).flatten();
    let seen = seen.filter_map(|stamp| stamp.at.beijing_date());
    let all: BTreeSet<Date> = of_facts.chain(steps).chain(records).chain(deaths).chain(seen).collect();
    all.into_iter().for_each(|day| guarded.day(LeakKind::Day, day));
}

/// Everything that somebody wrote: posts, and what people put into the file in their own words.
fn written(assessed: &Assessed) -> impl Iterator<Item = (LeakKind, &str)> {
    let corpus = &assessed.material.corpus;
    let posts = corpus.posts().iter().map(|post| (LeakKind::Quotation, corpus.text(post).into_revealed()));
    let state = &assessed.state;
    let reasons = state.claims.iter().filter_map(|claim| claim.claim.reason.as_deref());
    let disputes = state.disputes.iter().map(|one| one.of.reason.as_str());
    let decisions = state.decisions.iter().flat_map(|one| [one.of.reason.as_str(), one.of.question.as_str()]);
    let obstacles = state.obstacles.iter().map(|one| one.of.reason.as_str());
    let sources = state.items.values().map(|kept| kept.item.source.as_str());
    let own = reasons.chain(disputes).chain(decisions).chain(obstacles).chain(sources);
    posts.chain(own.map(|text| (LeakKind::Written, text)))
}

/// The contents of the statements that were taken up, with their accounts.
///
/// # Errors
/// `Usage` where they stand on several platforms and none is named: no platform is told of accounts on another.
fn linked(assessed: &Assessed, only: &str) -> Result<Vec<(String, Linked)>, Refusal> {
    let corpus = &assessed.material.corpus;
    let known: BTreeSet<&str> = corpus.posts().iter().map(|post| corpus.platform(post)).collect();
    if !only.is_empty() && !known.contains(only) {
        let known: Vec<&str> = known.into_iter().collect();
        let refused = Finding::error("workbench-links-unknown").with("platform", only);
        return Err(refused.with("known", known.join(", ")).refuse(Fault::Usage));
    }
    let mut found = Vec::new();
    let mut platforms = BTreeSet::new();
    let figures = |id: &str| {
        let posts = assessed.result.figures.iter().find(|figure| figure.id == format!("{id}.posts"));
        posts.map(|figure| figure.parts.as_slice()).unwrap_or_default()
    };
    for row in assessed.result.statements.iter().filter(|row| row.taken_up) {
        let spans: Vec<_> = figures(&row.id).iter().map(|part| &part.span).collect();
        let of = |post: &&Post| {
            corpus.key(post) == row.anchor
                || corpus.sightings_of(post).any(|seen| spans.contains(&&corpus.span(seen)))
        };
        let own = corpus.posts().iter().filter(of);
        let own = own.filter(|post| only.is_empty() || corpus.platform(post) == only).take(LISTED);
        for post in own {
            platforms.insert(corpus.platform(post).to_owned());
            found.extend(link(corpus, post).map(|link| (row.id.clone(), link)));
        }
    }
    if platforms.len() > 1 {
        let known: Vec<String> = platforms.into_iter().collect();
        let refused = Finding::error("workbench-links-platform").with("known", known.join(", "));
        return Err(refused.refuse(Fault::Usage));
    }
    Ok(found)
}

fn link(corpus: &Corpus, post: &Post) -> Option<Linked> {
    let account =
        post.account().and_then(|account| corpus.account(account)).filter(|account| !account.masked());
    let account = account.map(|account| {
        let id = corpus.account_id(account).into_revealed();
        if id.is_empty() { corpus.handle(account).into_revealed().to_owned() } else { id.to_owned() }
    });
    let seen = corpus.sighting(post.first_sighting())?;
    Some(Linked { statement: 0, post: corpus.key(post), account, exhibit: seen.item() })
}
