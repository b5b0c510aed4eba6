//! A difference in words, for a terminal or a letter.

use super::{
    ChangeKind, LawDiff, Line, MeasureChange, PeriodChange, PeriodKind, ProvisionChange, RuleChange,
};
use crate::say::Say;
use redress_base::Arg;
use redress_law::{Book, Confidence};
use redress_words::{Words, safe_text};

/// The difference as plain text, in the language of the words. The book gives the names of the instruments.
pub fn diff_text(diff: &LawDiff, book: &Book, words: &Words) -> String {
    let say = Say::new(words, book);
    let days: [(&str, Arg); 2] = [("from", say.date(diff.from).into()), ("to", say.date(diff.to).into())];
    let mut out = vec![say.say("lawbook-diff-title", &days)];
    if diff.is_empty() {
        out.push(say.text("lawbook-diff-nothing"));
    }
    for one in &diff.instruments {
        let draft = if one.draft { say.aside(&say.text("lawbook-draft")) } else { String::new() };
        out.push(format!("{} {}{draft}", happens(&say, one.kind), say.label(&one.title)));
    }
    section(
        &say,
        &mut out,
        "lawbook-diff-provisions",
        diff.provisions.iter().map(|one| provision(&say, one)),
    );
    section(&say, &mut out, "lawbook-diff-rules", diff.rules.iter().map(|one| rule(&say, one)));
    section(&say, &mut out, "lawbook-diff-periods", diff.periods.iter().map(|one| period(&say, one)));
    out.push(String::new());
    out.push(say.text("lawbook-diff-only-the-book"));
    out.join("\n") + "\n"
}

fn section(say: &Say<'_>, out: &mut Vec<String>, heading: &str, lines: impl Iterator<Item = String>) {
    let lines: Vec<String> = lines.collect();
    if !lines.is_empty() {
        out.push(String::new());
        out.push(say.text(heading));
        out.extend(lines);
    }
}

fn happens(say: &Say<'_>, kind: ChangeKind) -> String {
    say.text(match kind {
        ChangeKind::Begins => "lawbook-diff-begins",
        ChangeKind::Ends => "lawbook-diff-ends",
        ChangeKind::Changes => "lawbook-diff-changes",
    })
}

fn provision(say: &Say<'_>, one: &ProvisionChange) -> String {
    let mut line =
        format!("  {} {}  {}", happens(say, one.kind), say.article(&one.article), say.label(&one.title));
    if let Some(by) = &one.replaced_by {
        line.push_str(&say.aside(&say.say("lawbook-diff-replaced-by", &[("by", say.cited(by).into())])));
    }
    if !one.replaces.is_empty() {
        let old = say.articles(&one.replaces);
        line.push_str(&say.aside(&say.say("lawbook-diff-replaces", &[("old", old.into())])));
    }
    line
}

fn rule(say: &Say<'_>, one: &RuleChange) -> String {
    let mut lines = vec![format!("  {} {}  {}", happens(say, one.kind), one.rule, say.label(&one.label))];
    let cited = |side: &Option<super::RuleSide>| {
        side.as_ref().and_then(|side| side.cites.first()).map(|cite| say.article(cite)).unwrap_or_default()
    };
    let places: Vec<String> =
        [cited(&one.old), cited(&one.new)].into_iter().filter(|place| !place.is_empty()).collect();
    lines.push(format!("      {}", places.join(" → ")));
    let side = one.new.as_ref().or(one.old.as_ref());
    if side.is_some_and(|side| side.confidence == Confidence::O) {
        lines.push(format!("      {}", say.text("lawbook-unverified")));
    }
    lines.extend(one.severity.iter().map(|change| format!("      {}", measure(say, change))));
    let changed = if say.zh() { &one.lines_zh } else { &one.lines_en };
    lines.extend(changed.iter().map(line));
    lines.join("\n")
}

/// A line of a rule with its sign; pages are written by people, so what steers a terminal is shown.
fn line(line: &Line) -> String {
    format!("      {} {}", line.mark.sign(), safe_text(&line.text))
}

/// `罚款上限（元）：500 → 1,000 (heavier)`.
pub(crate) fn measure(say: &Say<'_>, change: &MeasureChange) -> String {
    let number = |n: Option<u64>| n.map_or_else(|| "–".to_owned(), |n| say.words.number(n));
    let gift = change.gift.as_deref().map(|gift| say.aside(&safe_text(gift))).unwrap_or_default();
    let args = [
        ("measure", say.measure(&change.measure).into()),
        ("old", number(change.old).into()),
        ("new", number(change.new).into()),
    ];
    say.say("lawbook-diff-measure", &args) + &gift
}

fn period(say: &Say<'_>, one: &PeriodChange) -> String {
    let what = match one.what {
        PeriodKind::Deadline => say.text("lawbook-diff-deadline"),
        PeriodKind::Duty => say.text("lawbook-diff-duty"),
    };
    let Some(side) = one.new.as_ref().or(one.old.as_ref()) else { return String::new() };
    let place = say.aside(&say.article(&side.article));
    format!("  {} {what}  {}{place}", happens(say, one.kind), say.label(&side.label))
}
