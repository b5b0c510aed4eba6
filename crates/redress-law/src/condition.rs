//! Reading conditions: one line and what is indented under it.

use crate::cursor::{Cursor, is_term, label};
use crate::ir::{Alternative, Clock, Label, Limb, Share, Test, Unit, Window};
use crate::lines::{Block, Spot};
use crate::words::{Language, Word, item_number};
use redress_base::Finding;

/// Negations that may stand on one line.
const MOST_NOTS: usize = 8;

/// Reads a condition from the cursor on; the block's children belong to it.
pub(crate) fn limb(
    path: &str,
    block: &Block,
    cursor: &mut Cursor<'_>,
    findings: &mut Vec<Finding>,
) -> Option<Limb> {
    let item = item(cursor, findings)?;
    let test = test(path, block, cursor, findings)?;
    let label = quoted(cursor, findings)?;
    let cites = if cursor.eat(Word::Cites) { cursor.citations(findings) } else { vec![] };
    cursor.finish(findings);
    Some(Limb { item, label, cites, test })
}

/// `Some(None)`: no item number here. `None`: one that cannot be read.
fn item(cursor: &mut Cursor<'_>, findings: &mut Vec<Finding>) -> Option<Option<u32>> {
    match cursor.peek() {
        Some(token) if !token.quoted && token.text.starts_with('(') => {
            cursor.parsed("law-expected-item", item_number, findings).map(Some)
        }
        _ => Some(None),
    }
}

pub(crate) fn quoted(cursor: &mut Cursor<'_>, findings: &mut Vec<Finding>) -> Option<Option<Label>> {
    match cursor.peek() {
        Some(token) if token.quoted => {
            let name = label(&token.text);
            if name.is_none() {
                findings.push(cursor.spot().error("law-expected-label"));
            }
            cursor.next();
            name.map(Some)
        }
        _ => Some(None),
    }
}

fn test(path: &str, block: &Block, cursor: &mut Cursor<'_>, findings: &mut Vec<Finding>) -> Option<Test> {
    if cursor.eat(Word::Not) {
        let not = |token: &&crate::lines::Token| matches!(token.text.as_str(), "非" | "not");
        if block.tokens.iter().filter(not).count() > MOST_NOTS {
            findings.push(cursor.spot().error("law-too-deep"));
            return None;
        }
        return test(path, block, cursor, findings).map(|inner| Test::Not(Box::new(inner)));
    }
    if cursor.eat(Word::AnyOf) {
        return limbs(path, block, findings).map(Test::Any);
    }
    if cursor.eat(Word::AllOf) {
        return limbs(path, block, findings).map(Test::All);
    }
    if cursor.eat(Word::AtLeast) {
        let n = cursor.small_number(findings)?;
        if !cursor.eat(Word::Of) {
            findings.push(cursor.spot().error("law-expected-of"));
            return None;
        }
        return limbs(path, block, findings).map(|of| Test::AtLeast { n, of });
    }
    if cursor.eat(Word::Accumulate) {
        return accumulate(path, block, cursor, findings);
    }
    if cursor.eat(Word::Weigh) {
        let term = cursor.term(findings)?;
        return factors(path, block, findings).map(|factors| Test::Weigh { term, factors });
    }
    if cursor.eat(Word::Proportion) {
        return proportion(path, block, cursor, findings);
    }
    if cursor.eat(Word::Reading) {
        let id = cursor.rule_id(findings)?;
        return alternatives(path, block, findings).map(|of| Test::Reading { id, of });
    }
    let read = atom(cursor, findings)?;
    if let Some(child) = block.children.first() {
        let spot = Spot { path, line: child.line, column: child.indent + 1 };
        findings.push(spot.error("law-unexpected-children"));
        return None;
    }
    Some(read)
}

fn atom(cursor: &mut Cursor<'_>, findings: &mut Vec<Finding>) -> Option<Test> {
    if cursor.eat(Word::Presumed) {
        return cursor.term(findings).map(Test::Presumed);
    }
    if cursor.eat(Word::Open) {
        return cursor.term(findings).map(Test::Open);
    }
    if cursor.eat(Word::Rule) {
        return cursor.rule_id(findings).map(Test::Rule);
    }
    if cursor.peek().is_none_or(|token| token.quoted || !is_term(&token.text)) {
        findings.push(unknown_word(cursor));
        return None;
    }
    let term = cursor.term(findings)?;
    if cursor.mark(">=") {
        return cursor.number(findings).map(|number| Test::CountAtLeast { term, number });
    }
    if cursor.mark("<=") {
        return cursor.number(findings).map(|number| Test::CountAtMost { term, number });
    }
    if cursor.eat(Word::InSet) {
        return words(cursor, findings).map(|words| Test::In { term, words });
    }
    if cursor.eat(Word::NotBefore) {
        return cursor.term(findings).map(|other| Test::NotBefore { term, other });
    }
    for (before, behind) in [(Word::AgedAtAct, Word::YearsOld), (Word::Aged, Word::AtAct)] {
        if cursor.eat(before) {
            let years = cursor.small_number(findings)?;
            if !cursor.eat(behind) {
                findings.push(cursor.spot().error("law-expected-age"));
                return None;
            }
            return Some(Test::Aged { term, years });
        }
    }
    within(term, cursor, findings)
}

/// A word that begins no condition, with what may have been meant.
fn unknown_word(cursor: &Cursor<'_>) -> Finding {
    let found = cursor.peek().map_or("", |token| token.text.as_str());
    let near = Word::OPENING.into_iter().find(|word| {
        let (zh, en) = (word.spelt(Language::Zh), word.spelt(Language::En));
        en.split(' ').next() == Some(found) || found.chars().any(|c| !c.is_ascii() && zh.contains(c))
    });
    let Some(word) = near else {
        return cursor.spot().error("law-unknown-word").with("found", found);
    };
    let finding = cursor.spot().error("law-unknown-word-near").with("found", found);
    finding.with("zh", word.spelt(Language::Zh)).with("en", word.spelt(Language::En))
}

/// A window behind a date, or the bare fact.
fn within(term: String, cursor: &mut Cursor<'_>, findings: &mut Vec<Finding>) -> Option<Test> {
    let chinese = [(Word::WithinBeforeAct, Clock::Act), (Word::WithinBeforeFiling, Clock::Filing)];
    for (word, before) in chinese {
        if cursor.eat(word) {
            return window(cursor, findings).map(|window| Test::Within { term, window, before });
        }
    }
    if cursor.eat(Word::At) {
        let after = cursor.term(findings)?;
        if !cursor.eat(Word::Behind) {
            findings.push(cursor.spot().error("law-expected-before"));
            return None;
        }
        return window(cursor, findings).map(|window| Test::After { term, window, after });
    }
    if !cursor.eat(Word::Within) {
        return Some(Test::Fact(term));
    }
    let window = window(cursor, findings)?;
    if cursor.eat(Word::After) {
        return cursor.term(findings).map(|after| Test::After { term, window, after });
    }
    let before = if cursor.eat(Word::BeforeAct) {
        Clock::Act
    } else if cursor.eat(Word::BeforeFiling) {
        Clock::Filing
    } else {
        findings.push(cursor.spot().error("law-expected-before"));
        return None;
    };
    Some(Test::Within { term, window, before })
}

fn window(cursor: &mut Cursor<'_>, findings: &mut Vec<Finding>) -> Option<Window> {
    let length = cursor.small_number(findings)?;
    let units = [(Word::Years, Unit::Years), (Word::Months, Unit::Months), (Word::Days, Unit::Days)];
    for (word, unit) in units {
        if cursor.eat(word) {
            return Some(Window { length, unit });
        }
    }
    findings.push(cursor.spot().error("law-expected-window"));
    None
}

/// `{a, b}`.
fn words(cursor: &mut Cursor<'_>, findings: &mut Vec<Finding>) -> Option<Vec<String>> {
    let mut found = Vec::new();
    if cursor.mark("{") {
        loop {
            found.push(cursor.word("law-expected-set", findings)?.to_owned());
            if cursor.mark("}") {
                return Some(found);
            }
            if !cursor.mark(",") {
                break;
            }
        }
    }
    findings.push(cursor.spot().error("law-expected-set").with("found", ""));
    None
}

/// The conditions indented under a group; at least one.
pub(crate) fn limbs(path: &str, block: &Block, findings: &mut Vec<Finding>) -> Option<Vec<Limb>> {
    if block.children.is_empty() {
        findings
            .push(Spot { path, line: block.line, column: block.indent + 1 }.error("law-expected-children"));
        return None;
    }
    let read: Vec<Option<Limb>> = block
        .children
        .iter()
        .map(|child| limb(path, child, &mut Cursor::new(path, child), findings))
        .collect();
    read.into_iter().collect()
}

/// `accumulate 1 years` with `when …` lines and count lines under it.
fn accumulate(
    path: &str,
    block: &Block,
    cursor: &mut Cursor<'_>,
    findings: &mut Vec<Finding>,
) -> Option<Test> {
    let window = window(cursor, findings)?;
    let (mut when, mut of) = (Vec::new(), Vec::new());
    for child in &block.children {
        let mut inner = Cursor::new(path, child);
        let into = if inner.eat(Word::When) { &mut when } else { &mut of };
        into.push(limb(path, child, &mut inner, findings)?);
    }
    if of.is_empty() {
        findings
            .push(Spot { path, line: block.line, column: block.indent + 1 }.error("law-expected-children"));
        return None;
    }
    Some(Test::Accumulate { window, when, of })
}

/// `proportion >= 1` with `term / number` lines under it.
fn proportion(
    path: &str,
    block: &Block,
    cursor: &mut Cursor<'_>,
    findings: &mut Vec<Finding>,
) -> Option<Test> {
    if !cursor.mark(">=") {
        findings.push(cursor.spot().error("law-expected-number").with("found", ">="));
        return None;
    }
    let reach = cursor.ratio(findings)?;
    let mut shares = Vec::new();
    for child in &block.children {
        let mut inner = Cursor::new(path, child);
        let term = inner.term(findings)?;
        if !inner.mark("/") {
            findings.push(inner.spot().error("law-expected-share"));
            return None;
        }
        shares.push(Share { term, per: inner.number(findings)? });
        inner.finish(findings);
    }
    if shares.is_empty() {
        findings
            .push(Spot { path, line: block.line, column: block.indent + 1 }.error("law-expected-children"));
        return None;
    }
    Some(Test::Proportion { reach, shares })
}

/// `as name condition` lines under a contested reading; at least two.
fn alternatives(path: &str, block: &Block, findings: &mut Vec<Finding>) -> Option<Vec<Alternative>> {
    let mut found = Vec::new();
    for child in &block.children {
        let mut inner = Cursor::new(path, child);
        if !inner.eat(Word::As) {
            findings.push(inner.spot().error("law-expected-alternative"));
            return None;
        }
        let name = inner.rule_id(findings)?;
        found.push(Alternative { name, limb: limb(path, child, &mut inner, findings)? });
    }
    if found.len() < 2 {
        findings.push(
            Spot { path, line: block.line, column: block.indent + 1 }.error("law-expected-alternative"),
        );
        return None;
    }
    Some(found)
}

/// The quoted names under `weigh`.
fn factors(path: &str, block: &Block, findings: &mut Vec<Finding>) -> Option<Vec<Label>> {
    let mut found = Vec::new();
    for child in &block.children {
        let mut inner = Cursor::new(path, child);
        match quoted(&mut inner, findings)? {
            Some(name) => found.push(name),
            None => {
                findings.push(inner.spot().error("law-expected-label"));
                return None;
            }
        }
        inner.finish(findings);
    }
    Some(found)
}
