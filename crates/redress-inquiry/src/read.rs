//! From lines of JSON to sheets of claims, with one clear message for each fault of a bad line.

use crate::file::{FactLine, File, LineStanding};
use redress_base::{
    BEIJING_OFFSET_SECONDS, Count, Date, Fault, Finding, Instant, Refusal, Stamp, TimeSource, Unit,
};
use redress_facts::{Claim, Datum, Kind, Scope, Sheet, Standing, Term, Vocabulary};
use redress_law::Book;

/// Reads one line; `line` is its number, from 1, for messages.
///
/// # Errors
/// `Input` with the first fault of those that [`read_line`] finds.
pub fn read(text: &str, line: usize, book: &Book, vocabulary: &Vocabulary) -> Result<(File, Sheet), Refusal> {
    read_line(text, line, book, vocabulary).map_err(|faults| {
        let first = faults.into_iter().next().unwrap_or_else(|| Finding::error("inquiry-not-json"));
        first.refuse(Fault::Input)
    })
}

/// Reads one line, and says all that is wrong with it.
///
/// # Errors
/// Every fault, each naming the line, the file's id and the entry: not JSON, an unknown or a missing key, a value of
/// another type, an unknown fact (with near names), a wrong unit, an interval upside down, one source that contradicts
/// itself, a day before any version of the law, a reading that the book does not have.
pub fn read_line(
    text: &str,
    line: usize,
    book: &Book,
    vocabulary: &Vocabulary,
) -> Result<(File, Sheet), Vec<Finding>> {
    let file: File = match serde_json::from_str(text) {
        Ok(file) => file,
        Err(error) => return Err(crate::form::faults(text, line, &error, vocabulary)),
    };
    let mut faults = of_days_and_readings(&file, book);
    let mut sheet = Sheet::new();
    for (at, one) in file.facts.iter().enumerate() {
        match claim(one, file.at, vocabulary) {
            Ok((scope, claim)) => sheet.add(scope, &one.fact, claim),
            Err(finding) => faults.push(finding.with("entry", at + 1)),
        }
    }
    faults.extend(contradictions(&file, vocabulary));
    if let Some((subject, from, to)) = upside_down(&sheet) {
        let finding = Finding::error("inquiry-act-upside-down").with("subject", subject);
        faults.push(finding.with("from", from).with("to", to));
    }
    faults.extend(yet_to_come(&file, &sheet));
    if faults.is_empty() {
        return Ok((file, sheet));
    }
    Err(faults.into_iter().map(|one| one.with("line", line).with("id", file.id.as_str())).collect())
}

/// A day before any law of the book, and readings that it does not have.
fn of_days_and_readings(file: &File, book: &Book) -> Vec<Finding> {
    let mut faults = Vec::new();
    let earliest = file.filed.map_or(file.at, |filed| filed.min(file.at));
    let first = book.rules().iter().map(|rule| rule.in_force.from).min();
    if let Some(first) = first.filter(|first| earliest < *first) {
        let finding = Finding::error("inquiry-before-any-law").with("at", earliest.to_string());
        faults.push(finding.with("first", first.to_string()));
    }
    for (reading, name) in &file.readings {
        let known = book.alternatives(reading);
        if known.is_empty() {
            faults.push(Finding::error("inquiry-reading-unknown").with("reading", reading.as_str()));
        } else if !known.contains(name) {
            let finding = Finding::error("inquiry-no-such-reading").with("reading", reading.as_str());
            faults.push(finding.with("name", name.as_str()).with("known", known.join(", ")));
        }
    }
    faults
}

/// The days that the sources give for a date.
fn days(sheet: &Sheet, scope: &Scope, term: &str) -> Vec<Date> {
    let claims = sheet.own(scope, term).iter();
    claims.filter_map(|claim| if let Datum::Date(day) = claim.value { Some(day) } else { None }).collect()
}

/// An act that by every source lies after the day that is asked about, and a filing before every act.
fn yet_to_come(file: &File, sheet: &Sheet) -> Vec<Finding> {
    let first = |scope: &Scope| days(sheet, scope, "act_date").into_iter().min();
    let acts: Vec<(&Scope, Date)> =
        sheet.scopes().filter_map(|scope| first(scope).map(|day| (scope, day))).collect();
    let mut faults = Vec::new();
    for (scope, day) in acts.iter().filter(|(_, day)| *day > file.at) {
        let finding = Finding::error("inquiry-act-to-come").with("subject", scope.to_string());
        faults.push(finding.with("from", day.to_string()).with("at", file.at.to_string()));
    }
    let earliest = acts.iter().map(|(_, day)| *day).min();
    if let Some((filed, act)) = file.filed.zip(earliest).filter(|(filed, act)| filed < act && *act <= file.at)
    {
        let finding = Finding::error("inquiry-filed-before-act").with("filed", filed.to_string());
        faults.push(finding.with("from", act.to_string()));
    }
    faults
}

/// An act that ends before it begins, by every source.
fn upside_down(sheet: &Sheet) -> Option<(String, String, String)> {
    sheet.scopes().find_map(|scope| {
        let days = |term: &str| days(sheet, scope, term);
        let (from, to) = (days("act_date").into_iter().min()?, days("act_end_date").into_iter().max()?);
        (to < from).then(|| (scope.to_string(), from.to_string(), to.to_string()))
    })
}

/// One line as a claim, and where it belongs.
pub(crate) fn claim(
    one: &FactLine,
    at: Date,
    vocabulary: &Vocabulary,
) -> Result<(Scope, Claim), Box<Finding>> {
    let Some(term) = vocabulary.get(&one.fact) else {
        let near = vocabulary.near(&one.fact).join(", ");
        let code = if near.is_empty() { "inquiry-unknown-fact" } else { "inquiry-unknown-fact-near" };
        return Err(Box::new(Finding::error(code).with("fact", one.fact.as_str()).with("near", near)));
    };
    let value = if one.standing == LineStanding::Unknown { Datum::Unknown } else { datum(one, term)? };
    // Without a day of its own an entry counts as of the day asked about; that is no day of the source.
    let known = if one.as_of.is_some() { TimeSource::Declared } else { TimeSource::Assumed };
    let day = one.as_of.unwrap_or(at);
    let standing = match one.standing {
        LineStanding::Measured => Standing::Measured,
        LineStanding::Stated | LineStanding::Unknown => Standing::Stated,
        LineStanding::Official => Standing::Official,
        LineStanding::Admitted => Standing::Admitted,
        LineStanding::Judged => Standing::Judged,
        // A disputed judgement is still somebody's judgement.
        LineStanding::Disputed if term.kind == Kind::Judgement => Standing::Judged,
        LineStanding::Disputed => Standing::Stated,
    };
    let own_words = (one.standing != LineStanding::Stated).then(|| standing_word(one.standing).to_owned());
    let subject = File::subject(one);
    let claim = Claim {
        value,
        standing,
        by: one.source.clone().unwrap_or_else(|| standing_word(one.standing).to_owned()),
        as_of: Stamp { at: midnight(day), source: known },
        sources: vec![],
        figure: None,
        reason: None,
        opposing: one.against,
        disputed: one.standing == LineStanding::Disputed,
        named: one.source.clone().or(own_words),
    };
    Ok((if subject == "case" { Scope::Case } else { Scope::Statement(subject.to_owned()) }, claim))
}

const fn standing_word(standing: LineStanding) -> &'static str {
    match standing {
        LineStanding::Measured => "measured",
        LineStanding::Stated => "stated",
        LineStanding::Official => "official",
        LineStanding::Admitted => "admitted",
        LineStanding::Judged => "judged",
        LineStanding::Disputed => "disputed",
        LineStanding::Unknown => "unknown",
    }
}

/// Midnight in Beijing.
fn midnight(day: Date) -> Instant {
    let seconds = jiff::tz::Offset::from_seconds(BEIJING_OFFSET_SECONDS)
        .ok()
        .and_then(|zone| zone.to_timestamp(day.at(0, 0, 0, 0)).ok())
        .map_or(0, jiff::Timestamp::as_second);
    Instant(seconds)
}

fn unfit(one: &FactLine, term: &Term) -> Finding {
    let found = one.value.as_ref().map(ToString::to_string).unwrap_or_default();
    let finding = Finding::error("inquiry-value-unfit").with("fact", one.fact.as_str());
    finding.with("found", found).with("expected", expected(&term.kind))
}

/// What a fact of that kind takes.
fn expected(kind: &Kind) -> String {
    match kind {
        Kind::Truth | Kind::Judgement => "true, false".to_owned(),
        Kind::Count(unit) => format!("4999, lo/hi ({})", unit.word()),
        Kind::Date => "\"2026-03-01\"".to_owned(),
        Kind::Choice(words) => words.join(", "),
        Kind::Set(words) => format!("[{}]", words.join(", ")),
    }
}

fn datum(one: &FactLine, term: &Term) -> Result<Datum, Box<Finding>> {
    if let Kind::Count(unit) = &term.kind {
        return count(one, term, *unit);
    }
    if one.lo.is_some() || one.hi.is_some() {
        return Err(Box::new(unfit(one, term)));
    }
    if let Some(unit) = &one.unit {
        let finding = Finding::error("inquiry-wrong-unit").with("fact", one.fact.as_str());
        return Err(Box::new(finding.with("found", unit.as_str()).with("expected", "-")));
    }
    let Some(value) = &one.value else { return Err(Box::new(unfit(one, term))) };
    if value.is_null() || value.as_str() == Some("unknown") {
        return Ok(Datum::Unknown);
    }
    let word = |text: &str, words: &[String]| words.iter().find(|word| *word == text).cloned();
    let read = match &term.kind {
        Kind::Truth | Kind::Judgement => value.as_bool().map(Datum::from),
        Kind::Date => value.as_str().and_then(|text| text.parse().ok()).map(Datum::Date),
        Kind::Choice(words) => value.as_str().and_then(|text| word(text, words)).map(Datum::Choice),
        Kind::Set(words) => match value {
            serde_json::Value::Array(own) => own
                .iter()
                .map(|one| one.as_str().and_then(|text| word(text, words)))
                .collect::<Option<Vec<String>>>()
                .map(Datum::Words),
            other => other.as_str().and_then(|text| word(text, words)).map(|one| Datum::Words(vec![one])),
        },
        Kind::Count(_) => None,
    };
    read.ok_or_else(|| Box::new(unfit(one, term)))
}

fn count(one: &FactLine, term: &Term, unit: Unit) -> Result<Datum, Box<Finding>> {
    let unit = match one.unit.as_deref() {
        None => unit,
        Some(own) => Unit::from_word(own).filter(|own| comparable(*own, unit)).ok_or_else(|| {
            let finding = Finding::error("inquiry-wrong-unit").with("fact", one.fact.as_str());
            Box::new(finding.with("found", own).with("expected", unit.word()))
        })?,
    };
    let exact = one.value.as_ref();
    if exact.is_some_and(|value| value.is_null() || value.as_str() == Some("unknown")) {
        return Ok(Datum::Unknown);
    }
    let count = match (exact.map(serde_json::Value::as_u64), one.lo, one.hi) {
        (Some(Some(n)), None, None) => Count::exactly(n),
        (None, Some(lo), None) => Count::floor(lo),
        (None, Some(lo), Some(hi)) if lo <= hi => Count::between(lo, hi),
        (None, None, Some(hi)) => Count::between(0, hi),
        (None, Some(lo), Some(hi)) => {
            let finding = Finding::error("inquiry-upside-down").with("fact", one.fact.as_str());
            return Err(Box::new(finding.with("lo", lo).with("hi", hi)));
        }
        _ => return Err(Box::new(unfit(one, term))),
    };
    Ok(Datum::count(count, unit))
}

/// Units of reach are often given for one another (a topic's reads for views of one item). Such a value is taken in,
/// set aside by the law room and reported there; it never meets a number of another unit. Any other unit is a mistake.
fn comparable(own: Unit, wanted: Unit) -> bool {
    const REACH: [Unit; 5] =
        [Unit::Views, Unit::Plays, Unit::TopicReads, Unit::GroupMembers, Unit::Followers];
    own == wanted || (REACH.contains(&own) && REACH.contains(&wanted))
}

/// One source that says two things of one fact on one day contradicts itself, unless both can be so; two sources are
/// two values.
fn contradictions<'f>(file: &'f File, vocabulary: &'f Vocabulary) -> impl Iterator<Item = Finding> + 'f {
    file.facts.iter().enumerate().filter_map(|(at, one)| {
        let same = |other: &&FactLine| {
            (&other.fact, File::subject(other), &other.source, other.as_of, other.standing, other.against)
                == (&one.fact, File::subject(one), &one.source, one.as_of, one.standing, one.against)
                && at_odds(other, one, vocabulary)
        };
        let earlier = file.facts.iter().take(at).position(|other| same(&other))?;
        let finding = Finding::error("inquiry-contradiction").with("fact", one.fact.as_str());
        Some(finding.with("first", earlier + 1).with("entry", at + 1))
    })
}

/// Whether two values of one fact cannot both be so. "More than 30,000" and 35,000 can, and so can figures in two units:
/// they count two things.
fn at_odds(one: &FactLine, other: &FactLine, vocabulary: &Vocabulary) -> bool {
    let span = |line: &FactLine| match (line.value.as_ref().map(serde_json::Value::as_u64), line.lo, line.hi)
    {
        (Some(exact), None, None) => exact.map(|n| (n, n)),
        (None, None, None) => None,
        (None, lo, hi) => Some((lo.unwrap_or(0), hi.unwrap_or(u64::MAX))),
        _ => None,
    };
    let own = vocabulary.get(&one.fact).and_then(|term| match term.kind {
        Kind::Count(unit) => Some(unit.word()),
        _ => None,
    });
    let unit = |line: &FactLine| line.unit.clone().or_else(|| own.map(str::to_owned));
    match (span(one), span(other)) {
        (Some(a), Some(b)) => unit(one) == unit(other) && (a.1 < b.0 || b.1 < a.0),
        _ => (&one.value, one.lo, one.hi) != (&other.value, other.lo, other.hi),
    }
}
