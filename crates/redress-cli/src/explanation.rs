//! An explanation on a terminal: step by step, each with what is claimed, by whom, and what is asked for.

use crate::commands::Session;
use crate::commands::fact::standing_code;
use crate::summary::{PLACES_SHOWN, mark};
use redress_base::TimeSource;
use redress_facts::{CountOf, Datum};
use redress_law::{ClaimUse, Confidence, FactUse, Node, NodeKind, Want};

/// Down to this depth every step is shown; further down, not those on whose facts nobody has said anything.
const OPENED: usize = 3;
/// Claims shown of one fact.
const CLAIMS_SHOWN: usize = 6;

/// A step and the steps below it.
pub(crate) fn node(session: &Session<'_>, one: &Node, depth: usize) {
    let words = session.words;
    let label = session.label(&one.label.zh, &one.label.en);
    let why = words.say(&one.reason, &[]);
    let by_person =
        if one.kind == NodeKind::Open { words.say("cli-only-a-person", &[]) } else { String::new() };
    let cites: Vec<String> = one.cites.iter().map(|article| words.article(article)).collect();
    let cites = if cites.is_empty() { String::new() } else { format!("  〔{}〕", cites.join("; ")) };
    let said = if label.is_empty() { why } else { format!("{label} — {why}") };
    let unverified =
        if one.confidence == Some(Confidence::O) { words.say("cli-unverified", &[]) } else { String::new() };
    let unverified = unverified + &crate::summary::doubts(session, &one.unverified);
    session.out.line(&format!(
        "{:indent$}{} {said}{by_person}{cites}{unverified}",
        "",
        mark(one.value),
        indent = depth * 2
    ));
    for used in &one.facts {
        fact(session, used, one.test.as_ref(), depth * 2 + 4);
    }
    if depth > OPENED && silent(one) {
        let count = facts_below(one);
        if count > 1 {
            let said = words.say("cli-nobody-said", &[("count", count.into())]);
            session.out.line(&format!("{:indent$}… {said}", "", indent = depth * 2 + 2));
        }
        return;
    }
    for child in &one.children {
        node(session, child, depth + 1);
    }
}

/// Whether nobody has said anything about any fact of the step and of the steps below it.
fn silent(one: &Node) -> bool {
    one.facts.iter().all(|fact| fact.claims.is_empty()) && one.children.iter().all(silent)
}

fn facts_below(one: &Node) -> usize {
    one.facts.len() + one.children.iter().map(facts_below).sum::<usize>()
}

/// What is claimed of a fact, beside the number that is asked for.
fn fact(session: &Session<'_>, used: &FactUse, want: Option<&Want>, indent: usize) {
    for one in used.claims.iter().take(CLAIMS_SHOWN) {
        session.out.line(&format!("{:indent$}= {}", "", claim(session, one, want)));
    }
    let more = used.claims.len().saturating_sub(CLAIMS_SHOWN);
    if more > 0 {
        session.out.say("cli-more-claims", &[("count", more.into())]);
    }
    if let Some(figure) = &used.figure {
        session.out.line(&format!("{:indent$}= {figure}", ""));
    }
    let sources: Vec<String> = used.sources.iter().take(PLACES_SHOWN).map(ToString::to_string).collect();
    if !sources.is_empty() {
        session.out.line(&format!("{:indent$}[{}]", "", sources.join("; ")));
    }
}

/// `6,200 views (≥ 5,000)  the page's counter · measured · 2026-10-20`.
fn claim(session: &Session<'_>, claim: &ClaimUse, want: Option<&Want>) -> String {
    let words = session.words;
    let value = match &claim.value {
        Datum::Count(CountOf { count, unit }) => {
            let asked = match want {
                Some(Want::AtLeast(number)) => format!(" (≥ {number})"),
                Some(Want::AtMost(number)) => format!(" (≤ {number})"),
                _ => String::new(),
            };
            format!("{}{asked}", words.count(*count, *unit))
        }
        Datum::Yes => words.say("cli-said-yes", &[]),
        Datum::No => words.say("cli-said-no", &[]),
        Datum::Unknown => words.say("cli-said-unknown", &[]),
        other => other.to_string(),
    };
    let by = words.author(claim.named.as_deref().unwrap_or(&claim.by));
    let standing = words.say(standing_code(claim.standing), &[]);
    let dated = claim.as_of.source != TimeSource::Assumed;
    let day = claim.as_of.at.beijing_date().filter(|_| dated);
    let day = day.map(|day| format!(" · {day}")).unwrap_or_default();
    let side = if claim.opposing { words.say("cli-opposing", &[]) } else { String::new() };
    let aside =
        claim.set_aside.as_deref().map(|code| format!(" · {}", words.say(code, &[]))).unwrap_or_default();
    format!("{value}  {by} · {standing}{day}{side}{aside}")
}
