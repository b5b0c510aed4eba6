//! The hand-over to the hall: figures become claims. Nothing observed, no claim.

use redress_base::{Date, Span, Stamp, Unit};
use redress_facts::{Claim, Datum, Scope, Standing};
use std::collections::BTreeSet;

use crate::acts::{Act, Acts, MOST_SOURCES};
use crate::figure::Figure;
use crate::measure::Measures;
use crate::statements::Statements;

/// The claims that the measures support, in order of scope and term: `(scope, term, claim)`.
///
/// Every claim is measured, by `"redress"`, and rests on at most 20 spans; a claim that repeats a
/// figure names it. Where near copies are counted in, a second claim of the same figure, on the other
/// side, gives the count without them: whether a near copy is "the same information" may be contested,
/// so that the answer is disputed where it turns on them. Only views feed `view_count` (法释〔2013〕21号 article 2(1): 点击、浏览), only reposts feed
/// `repost_count`; plays, topic reads and group members feed nothing. `statements` must be
/// those that were measured: a scope without a statement behind it makes no claim.
pub fn into_facts(measures: &Measures, statements: &Statements, as_of: Stamp) -> Vec<(Scope, String, Claim)> {
    let measured: BTreeSet<&str> = measures.statements.iter().map(|card| card.id.as_str()).collect();
    let ids = statements.list().iter().map(|statement| statement.id.as_str());
    let listed: BTreeSet<&str> = ids.filter(|id| measured.contains(id)).collect();
    let mut claims = Vec::new();
    for figure in &measures.figures {
        if let Some(term) = term(figure) {
            let sources = || figure.parts.iter().map(|part| part.span.clone()).collect();
            let mut push = |count, opposing| {
                let value = Datum::count(count, figure.unit);
                let made = Claim { opposing, ..claim(value, as_of, sources(), Some(figure.id.clone())) };
                claims.push((figure.scope.clone(), term.to_owned(), made));
            };
            push(figure.count, false);
            if let Some(without) = figure.disputed.filter(|without| *without != figure.count) {
                push(without, true);
            }
        }
    }
    for acts in &measures.acts {
        claims.extend(of_acts(acts, as_of));
    }
    claims.retain(|(scope, _, _)| matches!(scope, Scope::Statement(id) if listed.contains(id.as_str())));
    claims.sort_by(|a, b| (&a.0, &a.1).cmp(&(&b.0, &b.1)));
    claims
}

/// The fact that a figure feeds, by the exact figure and its unit.
fn term(figure: &Figure) -> Option<&'static str> {
    let Scope::Statement(id) = &figure.scope else { return None };
    match (figure.id.strip_prefix(id.as_str())?, figure.unit) {
        (".views", Unit::Views) => Some("view_count"),
        (".reposts", Unit::Reposts) => Some("repost_count"),
        _ => None,
    }
}

/// First and last day, and that the statement stood on a network.
fn of_acts(acts: &Acts, as_of: Stamp) -> Vec<(Scope, String, Claim)> {
    let day = |act: &Option<Act>, term: &str| {
        let act = act.as_ref()?;
        let date: Date = act.published.at.beijing_date()?;
        let claim = claim(Datum::Date(date), as_of, vec![act.span.clone()], None);
        Some((acts.scope.clone(), term.to_owned(), claim))
    };
    let spread = (acts.open_total > 0).then(|| {
        let sources = acts.open.iter().map(|part| part.span.clone()).collect();
        let claim = claim(Datum::Yes, as_of, sources, Some(format!("{}.posts", acts.scope)));
        (acts.scope.clone(), "spread_on_network".to_owned(), claim)
    });
    [day(&acts.first, "act_date"), day(&acts.last, "act_end_date"), spread].into_iter().flatten().collect()
}

fn claim(value: Datum, as_of: Stamp, mut sources: Vec<Span>, figure: Option<String>) -> Claim {
    sources.truncate(MOST_SOURCES);
    Claim {
        value,
        standing: Standing::Measured,
        by: "redress".to_owned(),
        as_of,
        sources,
        figure,
        reason: None,
        opposing: false,
        disputed: false,
        named: None,
    }
}
