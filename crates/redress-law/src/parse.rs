//! From a ```` ```rule ```` fence to the JSON form.

use crate::condition::{limb, limbs, quoted};
use crate::cursor::{Cursor, label};
use crate::ir::{Burden, Defeater, Doubt, End, Gift, InForce, Limb, Origin, Role, Rule};
use crate::lines::{Block, Spot, blocks, without_comment};
use crate::provision::Front;
use crate::words::{Language, Word};
use crate::{Label, Rank};
use redress_base::{Article, Finding};
use std::collections::BTreeMap;

/// The lines of a rule, as far as they were read.
#[derive(Default)]
struct Draft {
    id: Option<String>,
    label: Option<Label>,
    cites: Option<Vec<Article>>,
    in_force: Option<InForce>,
    nothing_before: bool,
    requires: Option<Limb>,
    unless: Vec<Defeater>,
    role: Option<Role>,
    gives: Vec<Gift>,
}

/// Reads one fence. Nothing is returned unless everything was understood.
pub(crate) fn rule(
    path: &str,
    text: &str,
    first: usize,
    front: &Front,
    rank: Rank,
    findings: &mut Vec<Finding>,
) -> Option<Rule> {
    let before = findings.len();
    let mut draft = Draft::default();
    let blocks = blocks(path, text, first, findings);
    if findings.len() != before {
        return None;
    }
    for block in &blocks {
        line(path, block, &mut draft, findings);
    }
    let spot = Spot { path, line: first, column: 1 };
    let missing = [
        (draft.id.is_none(), Word::Rule),
        (draft.label.is_none(), Word::Label),
        (draft.requires.is_none(), Word::Requires),
    ];
    // One message a cause: a line that was tried and failed has been reported already.
    if findings.len() == before {
        for (_, word) in missing.into_iter().filter(|(missing, _)| *missing) {
            findings.push(
                spot.error("law-missing-line")
                    .with("zh", word.spelt(Language::Zh))
                    .with("en", word.spelt(Language::En)),
            );
        }
    }
    if findings.len() != before {
        return None;
    }
    let in_force = draft.in_force.unwrap_or_else(|| front.in_force.clone());
    let mut unverified = front.unverified.clone();
    unverified.extend((in_force.end == End::NotResearched).then_some(Doubt::End));
    Some(Rule {
        id: draft.id?,
        label: draft.label?,
        cites: draft.cites.unwrap_or_else(|| vec![front.article.clone()]),
        in_force,
        nothing_before: draft.nothing_before,
        clock: front.clock,
        rank,
        confidence: front.confidence,
        unverified,
        penalty: front.penalty,
        severity: front.severity.clone(),
        role: draft.role.unwrap_or(front.role),
        explains_from: None,
        draft: false,
        requires: draft.requires?,
        gives: draft.gives,
        unless: draft.unless,
        origin: Origin { path: path.to_owned(), line: first },
    })
}

fn line(path: &str, block: &Block, draft: &mut Draft, findings: &mut Vec<Finding>) {
    let mut cursor = Cursor::new(path, block);
    let start = cursor.spot();
    let before = findings.len();
    let twice = if cursor.eat(Word::Rule) {
        cursor.rule_id(findings).and_then(|id| draft.id.replace(id)).is_some()
    } else if cursor.eat(Word::Label) {
        let name = name_of(block);
        if name.is_none() {
            findings.push(cursor.spot().error("law-expected-label"));
        }
        cursor.skip();
        name.and_then(|name| draft.label.replace(name)).is_some()
    } else if cursor.eat(Word::Cites) {
        let cites = cursor.citations(findings);
        draft.cites.replace(cites).is_some()
    } else if cursor.eat(Word::InForce) {
        in_force(&mut cursor, findings).and_then(|period| draft.in_force.replace(period)).is_some()
    } else if cursor.eat(Word::NothingBefore) {
        std::mem::replace(&mut draft.nothing_before, true)
    } else if cursor.eat(Word::Requires) {
        limb(path, block, &mut cursor, findings).and_then(|limb| draft.requires.replace(limb)).is_some()
    } else if cursor.eat(Word::Role) {
        let read = cursor.parsed("law-unknown-role", Role::from_word, findings);
        read.and_then(|role| draft.role.replace(role)).is_some()
    } else if cursor.eat(Word::GivesInOrder) {
        draft.gives.extend(gift(path, block, &mut cursor, true, findings));
        false
    } else if cursor.eat(Word::Gives) {
        draft.gives.extend(gift(path, block, &mut cursor, false, findings));
        false
    } else if cursor.eat(Word::Unless) {
        draft.unless.extend(defeater(&mut cursor, findings));
        false
    } else {
        let found = cursor.peek().map_or("", |token| token.text.as_str());
        findings.push(start.error("law-unknown-line").with("found", found));
        return;
    };
    // What could not be read leaves words behind; it has its own message.
    if findings.len() == before {
        cursor.finish(findings);
    }
    if twice {
        findings.push(start.error("law-line-twice"));
    }
    let opens = |word| Cursor::new(path, block).eat(word);
    let groups = opens(Word::Requires) || opens(Word::Gives) || opens(Word::GivesInOrder);
    if let Some(child) = block.children.first().filter(|_| !groups) {
        findings.push(Spot { path, line: child.line, column: 1 }.error("law-unexpected-children"));
    }
}

/// The name behind the keyword, up to a comment.
fn name_of(block: &Block) -> Option<Label> {
    let keyword = block.tokens.first()?;
    let skip = keyword.column - 1 + keyword.text.chars().count();
    let raw: String = block.raw.chars().skip(skip).collect();
    label(without_comment(&raw))
}

fn in_force(cursor: &mut Cursor<'_>, findings: &mut Vec<Finding>) -> Option<InForce> {
    if !cursor.eat(Word::From) {
        findings.push(cursor.spot().error("law-expected-from"));
        return None;
    }
    let from = cursor.date(findings)?;
    let end = if cursor.eat(Word::ToDate) {
        End::Open
    } else if cursor.eat(Word::EndNotResearched) {
        End::NotResearched
    } else if cursor.eat(Word::Repealed) {
        let on = cursor.date(findings)?;
        if !cursor.eat(Word::By) {
            findings.push(cursor.spot().error("law-expected-end"));
            return None;
        }
        let by = cursor.word("law-expected-citation", findings)?.to_owned();
        End::Repealed { on, by }
    } else {
        findings.push(cursor.spot().error("law-expected-end"));
        return None;
    };
    Some(InForce { from, end })
}

/// `gives name "zh | en" {measure number, …}` with the conditions under it.
fn gift(
    path: &str,
    block: &Block,
    cursor: &mut Cursor<'_>,
    in_order: bool,
    findings: &mut Vec<Finding>,
) -> Option<Gift> {
    let name = cursor.rule_id(findings)?;
    let Some(label) = quoted(cursor, findings)? else {
        findings.push(cursor.spot().error("law-expected-label"));
        return None;
    };
    let mut severity = BTreeMap::new();
    if cursor.mark("{") {
        loop {
            let measure = cursor.rule_id(findings)?;
            severity.insert(measure, cursor.number(findings)?);
            if cursor.mark("}") {
                break;
            }
            if !cursor.mark(",") {
                findings.push(cursor.spot().error("law-expected-set").with("found", ""));
                return None;
            }
        }
    }
    let when = if block.children.is_empty() { vec![] } else { limbs(path, block, findings)? };
    Some(Gift { name, label, severity, in_order, when })
}

fn defeater(cursor: &mut Cursor<'_>, findings: &mut Vec<Finding>) -> Option<Defeater> {
    let burden = if cursor.eat(Word::MustBeExcluded) {
        Burden::MustBeExcluded
    } else if cursor.eat(Word::ForTheOtherSide) {
        Burden::ForTheOtherSide
    } else {
        findings.push(cursor.spot().error("law-expected-burden"));
        return None;
    };
    let check_first = cursor.eat(Word::CheckFirst);
    let rule = cursor.rule_id(findings)?;
    Some(Defeater { rule, burden, check_first })
}
