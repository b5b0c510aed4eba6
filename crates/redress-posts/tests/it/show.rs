//! A corpus and a report as text, for tests that people read.

use redress_base::{ItemId, Place, Refusal, Span};
use redress_posts::{Corpus, Mapping, NoTables, Observation, Post, ReaderReport, Reference, Subject, read};
use std::fmt::Write as _;

/// Reads one file into a fresh corpus.
pub(crate) fn reading(
    name: &str,
    bytes: &[u8],
    mapping: Option<&str>,
) -> Result<(Corpus, ReaderReport), Refusal> {
    let mut corpus = Corpus::new();
    let mapping = mapping.map(Mapping::parse).transpose()?;
    let report = read(ItemId(1), name, bytes, mapping.as_ref(), &NoTables, &mut corpus)?;
    Ok((corpus, report))
}

/// The code and the place of a refusal.
pub(crate) fn refused(name: &str, bytes: &[u8], mapping: Option<&str>) -> String {
    match reading(name, bytes, mapping) {
        Ok((_, report)) => format!("read {} of {} {:?}", report.read, report.rows, report.totals),
        Err(refusal) => {
            let place = refusal.finding.span.as_ref().map(Span::to_string).unwrap_or_default();
            format!("{} {place}", refusal.finding.code)
        }
    }
}

/// Every post with its counters, one block each.
pub(crate) fn corpus(corpus: &Corpus) -> String {
    let mut out = String::new();
    for post in corpus.posts() {
        let _ = write!(out, "{} {:?}", corpus.key(post), post.kind());
        if let Some(stamp) = post.published() {
            let _ = write!(out, " {} ({:?})", stamp.at, stamp.source);
        }
        for (word, reference) in [("parent", corpus.parent(post)), ("root", corpus.root(post))] {
            let _ = match reference {
                Reference::None => Ok(()),
                Reference::Here(other) => {
                    write!(
                        out,
                        " {word} {}",
                        corpus.post(other).map(|post| corpus.key(post)).unwrap_or_default()
                    )
                }
                Reference::Absent(link) => write!(out, " {word} {:?} {} (absent)", link.space, link.native),
            };
        }
        if let Some(account) = post.account().and_then(|account| corpus.account(account)) {
            let masked = if account.masked() { " masked" } else { "" };
            let (id, handle) = (corpus.account_id(account), corpus.handle(account));
            let _ = write!(out, " by #{} {}{masked} {}", account.number(), id.reveal(), handle.reveal());
        }
        let _ = writeln!(out, "\n  {:?}", corpus.text(post).reveal());
        for seen in corpus.observations().iter().filter(|seen| is_of(corpus, seen, post)) {
            let span = corpus.observation_span(seen).map(|span| span.to_string()).unwrap_or_default();
            let topic = match seen.subject() {
                Subject::Topic(topic) => corpus.topic_key(topic).unwrap_or_default() + " ",
                Subject::Post(_) => String::new(),
            };
            let at = corpus.seen_at(seen).map(|stamp| format!(" {} ({:?})", stamp.at, stamp.source));
            let (count, unit, shown) = (seen.count(), seen.unit().word(), corpus.shown(seen));
            let _ = writeln!(out, "  {topic}{unit} {count} \"{shown}\"{} {span}", at.unwrap_or_default());
        }
    }
    out
}

fn is_of(corpus: &Corpus, seen: &Observation, post: &Post) -> bool {
    let sighting = corpus.sighting(seen.sighting());
    let of = sighting.and_then(|sighting| corpus.post(sighting.post()));
    of.is_some_and(|of| corpus.key(of) == corpus.key(post))
}

/// The bytes that a span covers.
pub(crate) fn bytes<'a>(file: &'a [u8], span: &Span) -> &'a [u8] {
    let (start, end) = match &span.place {
        Place::Row { start, end, .. } | Place::Bytes { start, end } => (*start, *end),
        Place::Whole | Place::Record { .. } => return file,
    };
    let range = usize::try_from(start).ok().zip(usize::try_from(end).ok());
    range.and_then(|(start, end)| file.get(start..end)).unwrap_or_default()
}
