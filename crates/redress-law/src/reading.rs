//! From claims to the value of one fact: the projection of standing (docs/law-format.md). Labels only, never weights.
//!
//! - evidence attached, or judged by a person, and nobody denies: shown (or shown not);
//! - the same, and somebody denies or another claim contradicts: disputed;
//! - claimed without evidence, or nobody said anything: evidence missing (facts about the parties and the procedure
//!   are known at first hand and need none);
//! - only the other side brings evidence: from unknown to what they say.

use crate::ir::{Clock, Label, Unit, Window};
use crate::outcome::{ClaimUse, FactUse};
use jiff::Span;
use redress_base::{Count, Date, Finding, Truth, Value};
use redress_facts::{Claim, CountOf, Datum, Kind, Standing, Term, Vocabulary};

/// What is asked of one fact.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Ask<'a> {
    Yes,
    AtLeast(u64),
    AtMost(u64),
    OneOf(&'a [String]),
    /// Within the window before these days (first and last day of the act, or the filing twice).
    Within(Window, Option<(Date, Date)>),
    /// Within the window after this day.
    After(Window, Option<Date>),
    /// Not earlier than this day.
    NotBefore(Option<Date>),
    /// Born so long before the act (first and last day) that the age is full.
    Aged(u32, Option<(Date, Date)>),
}

/// How a fact was read.
pub(crate) struct Reading {
    pub(crate) value: Value,
    pub(crate) reason: &'static str,
    pub(crate) fact: FactUse,
    pub(crate) findings: Vec<Finding>,
}

/// Why a claim did not count, as a message code.
const NO_EVIDENCE: &str = "law-aside-no-evidence";
const NOT_A_PERSON: &str = "law-aside-not-judged";
const CANNOT_BE_KNOWN: &str = "law-aside-unknown";
const WRONG_KIND: &str = "law-aside-wrong-kind";
const SETTLED: &str = "law-aside-official-prevails";

/// Reads one fact. `judgement` is set where only a person may answer, whatever the vocabulary says of the term. Unless
/// `shown`, the use of the fact is its name alone.
pub(crate) fn read(
    name: &str,
    term: Option<&Term>,
    judgement: bool,
    ask: Ask<'_>,
    claims: &[Claim],
    shown: bool,
) -> Reading {
    let judgement = judgement || judged(term);
    let uses = uses(term, judgement, claims);
    let truths = Truths::of(&uses, ask);
    let (value, reason) = truths.settle(&uses, ask, judgement);
    let findings = uses.iter().filter_map(|(claim, aside)| complaint(name, claim, *aside)).collect();
    let fact = if shown { fact_use(name, term, &uses, ask) } else { named(name) };
    Reading { value, reason, fact, findings }
}

/// The use of a fact; unless `shown`, its name alone.
pub(crate) fn used(name: &str, term: Option<&Term>, claims: &[Claim], ask: Ask<'_>, shown: bool) -> FactUse {
    if shown { fact_use(name, term, &uses(term, judged(term), claims), ask) } else { named(name) }
}

fn judged(term: Option<&Term>) -> bool {
    term.is_some_and(|term| term.kind == Kind::Judgement)
}

fn named(name: &str) -> FactUse {
    let (standing, figure) = (None, None);
    FactUse {
        term: name.to_owned(),
        label: Label::default(),
        standing,
        sources: vec![],
        figure,
        claims: vec![],
    }
}

fn complaint(name: &str, claim: &Claim, aside: Option<&'static str>) -> Option<Finding> {
    let code = match aside? {
        NOT_A_PERSON => "law-judgement-not-by-a-person",
        WRONG_KIND => "law-claim-wrong-kind",
        _ => return None,
    };
    Some(
        Finding::warning(code)
            .with("term", name)
            .with("by", claim.by.as_str())
            .with("value", claim.value.to_string()),
    )
}

type Uses<'a> = Vec<(&'a Claim, Option<&'static str>)>;

/// Every claim, and why it does not count. About the parties and the procedure an official document or an admission
/// ends the dispute: the authority that decides knows what it and its like have done.
fn uses<'a>(term: Option<&Term>, judgement: bool, claims: &'a [Claim]) -> Uses<'a> {
    let kind = term.map(|term| &term.kind);
    let first_hand = !judgement && term.is_some_and(|term| term.first_hand);
    let mut uses: Uses<'a> =
        claims.iter().map(|claim| (claim, set_aside(claim, kind, judgement, first_hand))).collect();
    let settled = |claim: &Claim| matches!(claim.standing, Standing::Official | Standing::Admitted);
    if first_hand && uses.iter().any(|(claim, why)| why.is_none() && settled(claim)) {
        for (claim, why) in uses.iter_mut().filter(|(claim, _)| !settled(claim)) {
            let _ = claim;
            *why = why.or(Some(SETTLED));
        }
    }
    uses
}

/// What the claims say of a yes/no fact; nothing said is `UU`.
pub fn yes_or_no(vocabulary: &Vocabulary, name: &str, claims: &[Claim]) -> Value {
    value(vocabulary.get(name), false, Ask::Yes, claims)
}

/// What the claims say of "the choice is one of `words`".
pub fn one_of(vocabulary: &Vocabulary, name: &str, claims: &[Claim], words: &[String]) -> Value {
    value(vocabulary.get(name), false, Ask::OneOf(words), claims)
}

/// Whether a claim counts for nothing by itself because it is a bare word: no exhibit or figure stands behind it, nobody has
/// judged it, and the fact is none that is known at first hand.
pub fn lacks_evidence(vocabulary: &Vocabulary, name: &str, claim: &Claim) -> bool {
    let term = vocabulary.get(name);
    let judgement = judged(term);
    let first_hand = !judgement && term.is_some_and(|term| term.first_hand);
    set_aside(claim, term.map(|term| &term.kind), judgement, first_hand) == Some(NO_EVIDENCE)
}

/// The days that count for a date fact, in order, without repeats.
pub(crate) fn days(term: Option<&Term>, claims: &[Claim]) -> Vec<Date> {
    let counted = uses(term, false, claims).into_iter().filter(|(_, why)| why.is_none());
    let mut days: Vec<Date> = counted
        .filter_map(|(claim, _)| if let Datum::Date(day) = claim.value { Some(day) } else { None })
        .collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// What the claims answer, without saying why.
pub(crate) fn value(term: Option<&Term>, judgement: bool, ask: Ask<'_>, claims: &[Claim]) -> Value {
    let judgement = judgement || judged(term);
    let uses = uses(term, judgement, claims);
    Truths::of(&uses, ask).settle(&uses, ask, judgement).0
}

/// Which claims count, by their place.
pub(crate) fn counted(term: Option<&Term>, claims: &[Claim]) -> Vec<usize> {
    let uses = uses(term, judged(term), claims);
    uses.iter().enumerate().filter(|(_, (_, why))| why.is_none()).map(|(at, _)| at).collect()
}

/// The counts of a fact with every dispute settled against, and for, the complainant. Nothing said is "any number".
pub(crate) fn range(term: Option<&Term>, claims: &[Claim]) -> (Count, Count) {
    ends(&uses(term, false, claims))
}

/// The counts with every dispute settled against, and for, the complainant.
fn ends(uses: &Uses<'_>) -> (Count, Count) {
    let of = |wanted: &dyn Fn(&Claim) -> bool| -> Vec<Count> {
        let counted = uses.iter().filter(|(claim, why)| why.is_none() && wanted(claim));
        counted
            .filter_map(|(claim, _)| if let Datum::Count(c) = &claim.value { Some(c.count) } else { None })
            .collect()
    };
    let certain = of(&|claim| !claim.opposing && !claim.disputed);
    let ours = intersect(&certain).map_or(certain, |count| vec![count]);
    let (disputed, theirs) = (of(&|claim| claim.disputed), of(&|claim| claim.opposing));
    let anything = Count::floor(0);
    let lowest = |counts: &[Count]| {
        let by = |c: &&Count| (c.lower, c.upper.unwrap_or(u64::MAX));
        counts.iter().min_by_key(by).copied()
    };
    let highest = |counts: &[Count]| {
        let by = |c: &&Count| (c.lower, c.upper.unwrap_or(u64::MAX));
        counts.iter().max_by_key(by).copied()
    };
    let left = if ours.is_empty() && !disputed.is_empty() { vec![Count::exactly(0)] } else { ours.clone() };
    let against = lowest(&[&*left, &*theirs].concat()).unwrap_or(anything);
    let best = highest(&[&*ours, &*disputed].concat()).unwrap_or(anything);
    (against, best)
}

/// Whether a claim fits the term and may count by itself.
fn set_aside(claim: &Claim, kind: Option<&Kind>, judgement: bool, first_hand: bool) -> Option<&'static str> {
    let fits = match (&claim.value, kind) {
        (Datum::Unknown, _) => return Some(CANNOT_BE_KNOWN),
        (Datum::Yes | Datum::No, Some(Kind::Truth | Kind::Judgement) | None) => true,
        (Datum::Count(CountOf { unit, .. }), Some(Kind::Count(wanted))) => unit == wanted,
        (Datum::Date(_), Some(Kind::Date)) => true,
        (Datum::Choice(word), Some(Kind::Choice(words) | Kind::Set(words))) => words.contains(word),
        (Datum::Words(own), Some(Kind::Set(words))) => own.iter().all(|word| words.contains(word)),
        _ => false,
    };
    let judged = claim.standing == Standing::Judged;
    if !fits {
        Some(WRONG_KIND)
    } else if judgement && !judged {
        Some(NOT_A_PERSON)
    } else if !judged && !first_hand && !claim.backed() {
        Some(NO_EVIDENCE)
    } else {
        None
    }
}

/// What one value answers.
fn truth(value: &Datum, ask: Ask<'_>) -> Truth {
    match (value, ask) {
        (Datum::Yes, Ask::Yes) => Truth::T,
        (Datum::No, Ask::Yes) => Truth::F,
        (Datum::Count(c), Ask::AtLeast(number)) => c.count.at_least(number),
        (Datum::Count(c), Ask::AtMost(number)) => c.count.at_most(number),
        (Datum::Choice(word), Ask::OneOf(words)) => words.contains(word).into(),
        (Datum::Words(own), Ask::OneOf(words)) => own.iter().any(|word| words.contains(word)).into(),
        (Datum::Date(date), Ask::Within(window, days)) => within(*date, window, days),
        (Datum::Date(date), Ask::After(window, Some(day))) => within(day, window, Some((*date, *date))),
        (Datum::Date(date), Ask::NotBefore(Some(day))) => (day <= *date).into(),
        (Datum::Date(born), Ask::Aged(years, Some((first, last)))) => aged(*born, years, first, last),
        _ => Truth::U,
    }
}

/// Whether a day lies in the window before an act that ran from the first to the last of `days`; ends included.
fn within(date: Date, window: Window, days: Option<(Date, Date)>) -> Truth {
    let length = i64::from(window.length);
    let span = match window.unit {
        Unit::Years => Span::new().try_years(length),
        Unit::Months => Span::new().try_months(length),
        Unit::Days => Span::new().try_days(length),
    };
    // A month without that day ends on its last day, as 民法典 202 has it; a window beyond the calendar has no end.
    let end = span.and_then(|span| date.checked_add(span)).unwrap_or(Date::MAX);
    let Some((first, last)) = days else { return Truth::U };
    let holds = |act: Date| date <= act && act <= end;
    if holds(first) || holds(last) {
        Truth::T
    } else if last < date || end < first {
        Truth::F
    } else {
        Truth::U
    }
}

/// Whether the age is full on the days of the act; it is reached on the day after the birthday (法释〔2006〕1号 art 2).
/// Whoever was born on 29 February is taken to have a birthday on the 28th in a common year.
fn aged(born: Date, years: u32, first: Date, last: Date) -> Truth {
    let years = Span::new().try_years(i64::from(years));
    let Ok(birthday) = years.and_then(|years| born.checked_add(years)) else { return Truth::F };
    if birthday < first {
        Truth::T
    } else if last <= birthday {
        Truth::F
    } else {
        Truth::U
    }
}

/// The truths of the claims, by whose they are.
struct Truths {
    /// Claims that count, made for the complainant or by a measure.
    ours: Vec<Truth>,
    /// Claims that count but were entered as disputed: what they answer, and what is left where they fall away.
    disputed: Vec<Value>,
    /// Claims that count, made for the other side.
    theirs: Vec<Truth>,
    /// Claims without evidence, of either side: they can contradict but not show.
    bare: Vec<Truth>,
    contradictory: bool,
}

impl Truths {
    fn of(uses: &[(&Claim, Option<&'static str>)], ask: Ask<'_>) -> Truths {
        let pick = |opposing: bool, aside: Option<&'static str>| {
            uses.iter()
                .filter(move |(claim, why)| {
                    claim.opposing == opposing && *why == aside && (!claim.disputed || opposing)
                })
                .map(|(claim, _)| *claim)
        };
        let answers = |claims: &mut dyn Iterator<Item = &Claim>| -> Vec<Truth> {
            claims.map(|claim| truth(&claim.value, ask)).collect()
        };
        let counts: Vec<Count> = pick(false, None)
            .filter_map(|claim| match &claim.value {
                Datum::Count(c) => Some(c.count),
                _ => None,
            })
            .collect();
        let refined = intersect(&counts);
        let ours = match (refined, ask) {
            (Some(count), Ask::AtLeast(number)) => vec![count.at_least(number)],
            (Some(count), Ask::AtMost(number)) => vec![count.at_most(number)],
            _ => answers(&mut pick(false, None)),
        };
        let theirs = answers(&mut pick(true, None));
        let mut bare = answers(&mut pick(false, Some(NO_EVIDENCE)).chain(pick(true, Some(NO_EVIDENCE))));
        bare.extend(answers(&mut pick(true, Some(NOT_A_PERSON))));
        bare.retain(|truth| *truth != Truth::U);
        let open = uses.iter().filter(|(claim, why)| claim.disputed && !claim.opposing && why.is_none());
        let disputed = open.map(|(claim, _)| disputed(truth(&claim.value, ask), ask)).collect();
        let contradictory = counts.len() > 1 && refined.is_none();
        Truths { ours, disputed, theirs, bare, contradictory }
    }

    fn settle(
        &self,
        uses: &[(&Claim, Option<&'static str>)],
        ask: Ask<'_>,
        judgement: bool,
    ) -> (Value, &'static str) {
        if self.ours.is_empty() && self.theirs.is_empty() && self.disputed.is_empty() {
            return (Value::UU, missing(uses, judgement));
        }
        let left = span(&self.ours);
        let first = self.disputed.iter().copied().reduce(wider);
        let own = match (left, first) {
            (Some(left), Some(disputed)) => hull(left, &[disputed.best()]),
            (left, disputed) => left.or(disputed).unwrap_or(Value::UU),
        };
        // A bare denial unsettles what our evidence shows; it shows nothing where we have none.
        let against: Vec<Truth> = if left.is_none() && first.is_none() {
            self.theirs.clone()
        } else {
            [&*self.theirs, &*self.bare].concat()
        };
        let value = hull(own, &against);
        if value != Value::certain(value.worst()) {
            let code = if self.contradictory { "law-why-sources-contradict" } else { "law-why-disputed" };
            return (value, code);
        }
        (value, settled(uses, ask, value))
    }
}

/// A disputed claim either holds or falls away. A count that has to be reached falls away to nothing; anything else
/// may turn out to be its opposite.
fn disputed(truth: Truth, ask: Ask<'_>) -> Value {
    let falls = match ask {
        Ask::AtLeast(_) => Truth::F,
        _ => truth.not(),
    };
    Value::spanning(truth, falls)
}

fn wider(a: Value, b: Value) -> Value {
    Value::spanning(a.worst().min(b.worst()), a.best().max(b.best()))
}

/// What all the counts allow together, if anything.
fn intersect(counts: &[Count]) -> Option<Count> {
    let (first, rest) = counts.split_first()?;
    rest.iter().try_fold(*first, |all, next| all.intersect(*next))
}

fn span(truths: &[Truth]) -> Option<Value> {
    Some(Value::spanning(*truths.iter().min()?, *truths.iter().max()?))
}

fn hull(value: Value, more: &[Truth]) -> Value {
    more.iter().fold(value, |v, t| Value::spanning(v.worst().min(*t), v.best().max(*t)))
}

/// Why nothing counts.
fn missing(uses: &[(&Claim, Option<&'static str>)], judgement: bool) -> &'static str {
    let any = |code: &str| uses.iter().any(|(_, why)| *why == Some(code));
    if any(NOT_A_PERSON) || (judgement && uses.is_empty()) {
        "law-why-judgement-missing"
    } else if any(NO_EVIDENCE) {
        "law-why-evidence-missing"
    } else if any(CANNOT_BE_KNOWN) {
        "law-why-cannot-be-known"
    } else {
        "law-why-nobody-said"
    }
}

/// Why the fact answers what it answers, where nothing disputes it.
fn settled(uses: &[(&Claim, Option<&'static str>)], ask: Ask<'_>, value: Value) -> &'static str {
    let judged = uses.iter().any(|(claim, why)| why.is_none() && claim.standing == Standing::Judged);
    match (ask, value.worst()) {
        (Ask::Yes, Truth::T) if judged => "law-why-judged-yes",
        (Ask::Yes, Truth::F) if judged => "law-why-judged-no",
        (Ask::Yes, Truth::T) => "law-why-shown",
        (Ask::Yes, Truth::F) => "law-why-shown-not",
        (Ask::AtLeast(_), Truth::T) => "law-why-number-reached",
        (Ask::AtLeast(_), Truth::F) => "law-why-number-not-reached",
        (Ask::AtMost(_), Truth::T) => "law-why-number-kept",
        (Ask::AtMost(_), Truth::F) => "law-why-number-passed",
        (Ask::AtLeast(_) | Ask::AtMost(_), Truth::U) => "law-why-number-open",
        (Ask::OneOf(_), Truth::T) => "law-why-choice-fits",
        (Ask::OneOf(_), Truth::F) => "law-why-choice-other",
        (Ask::Within(..), Truth::T) => "law-why-date-inside",
        (Ask::Within(..), Truth::F) => "law-why-date-outside",
        (Ask::Aged(..), Truth::T) => "law-why-of-age",
        (Ask::Aged(..), Truth::F) => "law-why-not-of-age",
        (Ask::After(..) | Ask::NotBefore(_), Truth::T) => "law-why-date-follows",
        (Ask::After(..) | Ask::NotBefore(_), Truth::F) => "law-why-date-does-not-follow",
        (Ask::After(_, None) | Ask::NotBefore(None), Truth::U) => "law-why-other-date-missing",
        (Ask::Within(_, None) | Ask::Aged(_, None), Truth::U) => "law-why-act-date-missing",
        (_, Truth::U) => "law-why-date-open",
    }
}

fn fact_use(
    name: &str,
    term: Option<&Term>,
    uses: &[(&Claim, Option<&'static str>)],
    ask: Ask<'_>,
) -> FactUse {
    let label = term.map_or_else(Label::default, |t| Label::new(&t.zh, &t.en));
    let counted = || uses.iter().filter(|(_, why)| why.is_none()).map(|(claim, _)| *claim);
    let mut sources: Vec<_> = counted().flat_map(|claim| claim.sources.iter().cloned()).collect();
    sources.sort();
    sources.dedup();
    FactUse {
        term: name.to_owned(),
        label,
        standing: counted().filter(|claim| !claim.opposing).map(|claim| claim.standing).max(),
        sources,
        figure: counted().find_map(|claim| claim.figure.clone()),
        claims: uses
            .iter()
            .map(|(claim, why)| ClaimUse {
                value: claim.value.clone(),
                standing: claim.standing,
                by: claim.by.clone(),
                as_of: claim.as_of,
                opposing: claim.opposing,
                named: claim.named.clone(),
                truth: letter(truth(&claim.value, ask)).to_owned(),
                set_aside: why.map(str::to_owned),
            })
            .collect(),
    }
}

const fn letter(truth: Truth) -> &'static str {
    match truth {
        Truth::F => "F",
        Truth::U => "U",
        Truth::T => "T",
    }
}

/// The days that a window is measured before.
pub(crate) fn days_of(clock: Clock, act: Option<(Date, Date)>, filing: Date) -> Option<(Date, Date)> {
    match clock {
        Clock::Act => act,
        Clock::Filing => Some((filing, filing)),
    }
}
