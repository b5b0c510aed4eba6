//! Whether the book covers what it cites, and whether what it names exists: articles, readings, facts of time limits.

use crate::book::Ir;
use crate::check::every_test;
use crate::ir::{End, Test};
use crate::lines::Spot;
use crate::provision::Provision;
use crate::span;
use redress_base::{Article, Finding};
use redress_facts::{Kind, Vocabulary};
use std::collections::{BTreeMap, BTreeSet};

/// Reports what is named and not there, and what is there twice.
pub(crate) fn check(ir: &Ir, vocabulary: &Vocabulary, findings: &mut Vec<Finding>) {
    articles(ir, findings);
    span::check(ir, findings);
    readings(ir, findings);
    time(ir, vocabulary, findings);
    exams(ir, findings);
}

fn spot(page: &Provision) -> Spot<'_> {
    Spot { path: &page.page, line: 1, column: 1 }
}

/// Every citation of an instrument of the book leads to a page or to a reason why there is none.
fn articles(ir: &Ir, findings: &mut Vec<Finding>) {
    let pages: BTreeSet<(&str, &str)> =
        ir.provisions.iter().map(|p| (&*p.article.instrument, &*p.article.article)).collect();
    let left_out: BTreeMap<&str, BTreeSet<&str>> = ir
        .instruments
        .iter()
        .map(|i| (i.id.as_str(), i.not_encoded.keys().map(String::as_str).collect()))
        .collect();
    for instrument in &ir.instruments {
        for article in instrument.not_encoded.keys().filter(|a| pages.contains(&(&instrument.id, a))) {
            let finding = Finding::error("law-encoded-and-not").with("article", article.as_str());
            findings.push(finding.with("instrument", instrument.id.as_str()));
        }
        for (article, reason) in &instrument.not_encoded {
            if reason.zh.trim().is_empty() || reason.en.trim().is_empty() {
                let finding = Finding::error("law-missing-label").with("what", article.as_str());
                findings.push(finding.with("instrument", instrument.id.as_str()));
            }
        }
    }
    let known = |cite: &Article| match left_out.get(&*cite.instrument) {
        _ if ir.could_not_read(cite) => true,
        None => false,
        Some(reasons) => {
            pages.contains(&(&*cite.instrument, &*cite.article)) || reasons.contains(&*cite.article)
        }
    };
    for rule in &ir.rules {
        let mut cites: Vec<&Article> = rule.cites.iter().collect();
        crate::check::every_limb(rule, &mut |limb| cites.extend(&limb.cites));
        cites.sort();
        cites.dedup();
        for cite in cites.into_iter().filter(|cite| !known(cite)) {
            let finding = Finding::warning("law-cites-what-is-not-here").with("rule", rule.id.as_str());
            let spot = Spot { path: &rule.origin.path, line: rule.origin.line, column: 1 };
            findings.push(spot.on(finding).with("found", cite.to_string()));
        }
    }
    let mut seen = BTreeSet::new();
    for page in &ir.provisions {
        if !seen.insert((&page.article, page.in_force.from)) {
            findings.push(spot(page).error("law-page-twice").with("found", page.article.to_string()));
        }
        // Rules that have the page's days tell it themselves.
        let told = || ir.rules.iter().any(|r| r.origin.path == page.page && r.in_force == page.in_force);
        let backwards = matches!(&page.in_force.end, End::Repealed { on, .. } if *on <= page.in_force.from);
        if backwards && !told() {
            findings
                .push(spot(page).error("law-ends-before-it-begins").with("rule", page.article.to_string()));
        }
    }
}

/// A reading that a rule turns on is stated on one page, and on one page only.
fn readings(ir: &Ir, findings: &mut Vec<Finding>) {
    let mut stated: BTreeMap<&str, usize> = BTreeMap::new();
    for page in &ir.provisions {
        for contested in &page.contested {
            *stated.entry(&contested.id).or_default() += 1;
            if stated.get(contested.id.as_str()) == Some(&2) {
                findings.push(spot(page).error("law-reading-twice").with("reading", contested.id.as_str()));
            }
        }
    }
    for rule in &ir.rules {
        every_test(rule, &mut |test| {
            if let Test::Reading { id, .. } = test
                && !stated.contains_key(id.as_str())
                && ir.unread_pages.is_empty()
            {
                let spot = Spot { path: &rule.origin.path, line: rule.origin.line, column: 1 };
                findings.push(spot.error("law-reading-not-stated").with("reading", id.as_str()));
            }
        });
    }
}

/// Time limits and duties name dates of the vocabulary and rules of the book, each under a name of its own.
fn time(ir: &Ir, vocabulary: &Vocabulary, findings: &mut Vec<Finding>) {
    let rules: BTreeSet<&str> = ir.rules.iter().map(|rule| rule.id.as_str()).collect();
    let mut seen = BTreeSet::new();
    for page in &ir.provisions {
        let of_deadlines = page.deadlines.iter().flat_map(|d| {
            let dates = d.from.iter().chain(&d.restarts).chain(&d.kept_by);
            dates.map(|term| (term, Kind::Date))
        });
        let of_duties = page.duties.iter().flat_map(|d| {
            let dates = d.from.iter().chain(&d.done).map(|term| (term, Kind::Date));
            dates.chain(d.proof.iter().map(|term| (term, Kind::Truth)))
        });
        for (term, kind) in of_deadlines.chain(of_duties) {
            match vocabulary.get(term) {
                None => {
                    let near = vocabulary.near(term).join(", ");
                    let code = if near.is_empty() { "law-unknown-term" } else { "law-unknown-term-near" };
                    let finding = spot(page).error(code).with("rule", page.article.to_string());
                    let finding = finding.with("term", term.as_str());
                    findings.push(if near.is_empty() { finding } else { finding.with("near", near) });
                }
                Some(known) if known.kind != kind => {
                    let finding = spot(page).error("law-term-of-another-kind");
                    let finding = finding.with("rule", page.article.to_string());
                    findings.push(finding.with("term", term.as_str()));
                }
                Some(_) => {}
            }
        }
        let whens = page.deadlines.iter().filter_map(|d| d.when.as_deref());
        for rule in whens.chain(page.duties.iter().filter_map(|d| d.when.as_deref())) {
            if !rules.contains(rule) && !ir.unread.iter().any(|unread| unread == rule) {
                let finding = spot(page).error("law-unknown-rule").with("rule", page.article.to_string());
                findings.push(finding.with("other", rule));
            }
        }
        let ids =
            page.deadlines.iter().map(|d| d.id.as_str()).chain(page.duties.iter().map(|d| d.id.as_str()));
        for id in ids.filter(|id| !seen.insert(*id)) {
            findings.push(spot(page).error("law-name-twice").with("found", id));
        }
    }
    twins(ir, findings);
}

/// What is stated again names what binds the same body, and does not itself state another again.
fn twins(ir: &Ir, findings: &mut Vec<Finding>) {
    let mut stated = BTreeMap::new();
    let mut again = Vec::new();
    for page in &ir.provisions {
        let limits = page.deadlines.iter().map(|one| (one.id.as_str(), one.who, one.same_as.as_deref()));
        let duties = page.duties.iter().map(|one| (one.id.as_str(), one.who, one.same_as.as_deref()));
        for (id, who, same_as) in limits.chain(duties) {
            match same_as {
                None => drop(stated.insert(id, who)),
                Some(other) => again.push((page, id, who, other)),
            }
        }
    }
    for (page, id, _, other) in again.into_iter().filter(|(_, _, who, other)| stated.get(other) != Some(who))
    {
        findings.push(spot(page).error("law-same-as-unfit").with("found", id).with("other", other));
    }
}

/// A test asks a rule that the book has.
fn exams(ir: &Ir, findings: &mut Vec<Finding>) {
    let rules: BTreeSet<&str> = ir.rules.iter().map(|rule| rule.id.as_str()).collect();
    for page in &ir.provisions {
        let missing = |rule: &str| !rules.contains(rule) && !ir.unread.iter().any(|unread| unread == rule);
        for exam in page.exams.iter().filter(|exam| missing(&exam.rule)) {
            let spot = Spot { path: &page.page, line: exam.line, column: 1 };
            let page = page.article.to_string();
            findings
                .push(spot.error("law-unknown-rule").with("rule", page).with("other", exam.rule.as_str()));
        }
        for exam in &page.exams {
            for (reading, name) in
                exam.readings.iter().filter(|(id, name)| ir.unread.is_empty() && !has(ir, id, name))
            {
                let spot = Spot { path: &page.page, line: exam.line, column: 1 };
                findings.push(spot.error("law-test-line").with("found", format!("{reading}={name}")));
            }
        }
    }
}

/// Whether a rule turns on that reading and has that alternative.
fn has(ir: &Ir, reading: &str, name: &str) -> bool {
    let straddle = reading == crate::evaluate::STRADDLE && crate::evaluate::STRADDLES.contains(&name);
    straddle
        || ir.rules.iter().any(|rule| {
            let mut found = false;
            every_test(rule, &mut |test| {
                if let Test::Reading { id, of } = test {
                    found |= id == reading && of.iter().any(|one| one.name == name);
                }
            });
            found
        })
}
