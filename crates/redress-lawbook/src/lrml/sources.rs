//! Where rules come from, from when to when, and by whose authority.

use super::duties;
use super::names::{Names, both, key, period, plain, reference, row};
use super::xml::Tag;
use crate::say::Say;
use redress_base::{Article, Date};
use redress_law::{End, InForce, Label, Rank};
use std::collections::{BTreeMap, BTreeSet};

const VOCABULARY: &str = "lrmlv:";

/// References, sources, times, periods, authorities and the jurisdiction, in the order of the standard.
pub(super) fn all(names: &Names<'_>) -> Vec<Tag> {
    vec![references(names), instruments(names), times(names)]
        .into_iter()
        .chain(periods(names))
        .chain([authorities(names), jurisdictions(names)])
        .collect()
}

/// Every article that a page states or a rule cites.
fn references(names: &Names<'_>) -> Tag {
    let ir = names.book.ir();
    let cited = ir.rules.iter().flat_map(|rule| &rule.cites);
    let articles: BTreeSet<&Article> = ir.provisions.iter().map(|page| &page.article).chain(cited).collect();
    let each = articles.into_iter().map(|article| {
        let page = ir.provisions.iter().find(|page| {
            page.article.instrument == article.instrument && page.article.article == article.article
        });
        let of = |say: &Say<'_>| match page {
            None => say.article(article),
            Some(page) => {
                let args = [
                    ("article", say.article(article).into()),
                    ("source", page.source.as_str().into()),
                    ("checked", say.confidence(page.confidence).into()),
                ];
                say.say("lawbook-lrml-source", &args)
            }
        };
        Tag::new("lrml:LegalReference")
            .with("refersTo", reference(article))
            .with("refID", article.to_string())
            .hold(both("lrml:Comment", &Label::new(&of(&names.zh), &of(&names.en))))
    });
    Tag::new("lrml:LegalReferences").with("refIDSystemName", "redress law book").holds(each)
}

/// The instruments; the IRI is this program's own, because the book records none of an official register.
fn instruments(names: &Names<'_>) -> Tag {
    let each = names.book.ir().instruments.iter().map(|one| {
        let mut said = vec![one.title.clone()];
        said.extend(one.number.as_ref().map(|number| Label::new(number, number)));
        said.extend(one.draft.as_ref().map(|draft| Label::new(&draft.zh, &draft.en)));
        Tag::new("lrml:LegalSource")
            .with("key", format!("src-{}", plain(&one.id)))
            .with("sameAs", format!("law:{}", one.id))
            .hold(both("lrml:Comment", &row(&said)))
    });
    Tag::new("lrml:LegalSources").holds(each)
}

fn in_force(names: &Names<'_>) -> BTreeMap<String, InForce> {
    let ir = names.book.ir();
    let rules = ir.rules.iter().filter(|rule| !rule.draft).map(|rule| &rule.in_force);
    rules
        .chain(ir.provisions.iter().map(|page| &page.in_force))
        .map(|one| (period(one), one.clone()))
        .collect()
}

fn times(names: &Names<'_>) -> Tag {
    let mut days: BTreeSet<Date> = BTreeSet::new();
    for one in in_force(names).values() {
        days.insert(one.from);
        if let End::Repealed { on, .. } = &one.end {
            days.insert(*on);
        }
    }
    let each = days.into_iter().map(|day| {
        let data = Tag::new("ruleml:Data").text(&day.to_string());
        Tag::new("ruleml:Time").with("key", format!(":t-{day}")).hold(data)
    });
    Tag::new("lrml:Times").holds(each)
}

/// One collection for each period; the end that is open and the end that nobody has researched stay apart.
fn periods(names: &Names<'_>) -> Vec<Tag> {
    let in_force = in_force(names);
    let each = in_force.iter().map(|(key, one)| {
        let at = |place: &str, development: &str, day: Date| {
            Tag::new("lrml:TemporalCharacteristic")
                .with("key", format!("{key}-{place}"))
                .hold(Tag::new("lrml:forStatus").with("iri", format!("{VOCABULARY}InForce")))
                .hold(Tag::new("lrml:hasStatusDevelopment").with("iri", format!("{VOCABULARY}{development}")))
                .hold(Tag::new("lrml:atTime").with("keyref", format!("#t-{day}")))
        };
        let all = Tag::new("lrml:TemporalCharacteristics").with("key", key.as_str());
        let start = at("starts", "Starts", one.from);
        match &one.end {
            End::Open => all.hold(names.comment("lawbook-lrml-open-end", &[])).hold(start),
            End::NotResearched => all.hold(names.comment("lawbook-lrml-not-researched", &[])).hold(start),
            End::Repealed { on, .. } => all.hold(start).hold(at("ends", "Ends", *on)),
        }
    });
    each.collect()
}

const fn authority(rank: Rank) -> (&'static str, &'static str) {
    match rank {
        Rank::Interpretation => ("authority-judiciary", "lawbook-lrml-judiciary"),
        Rank::NormativeDocument | Rank::DepartmentalRule => ("authority-issuer", "lawbook-lrml-issuer"),
        _ => ("authority-legislature", "lawbook-lrml-legislature"),
    }
}

/// The book knows the rank of an instrument, and by it the kind of body that made it.
fn authorities(names: &Names<'_>) -> Tag {
    let kinds: BTreeMap<_, _> =
        [Rank::CriminalStatute, Rank::Interpretation, Rank::NormativeDocument].map(authority).into();
    let each = kinds
        .into_iter()
        .map(|(key, code)| Tag::new("lrml:Authority").with("key", key).hold(names.comment(code, &[])));
    Tag::new("lrml:Authorities").holds(each)
}

fn jurisdictions(names: &Names<'_>) -> Tag {
    let own = Tag::new("lrml:Jurisdiction").with("key", "jurisdiction-cn");
    Tag::new("lrml:Jurisdictions").hold(own.hold(names.comment("lawbook-lrml-jurisdiction", &[])))
}

/// What each statement rests on.
pub(super) fn associations(names: &Names<'_>) -> Tag {
    let book = names.book;
    let rules = book.rules().iter().map(|rule| {
        let period = (!rule.draft).then(|| period(&rule.in_force));
        association(&rule.cites, period, rule.rank, &[key("rule", rule)])
    });
    let pages = book.ir().provisions.iter().filter_map(|page| {
        let targets = duties::keys(page);
        let instrument = book.ir().instruments.iter().find(|one| *one.id == *page.article.instrument)?;
        let period = instrument.draft.is_none().then(|| period(&page.in_force));
        let cites = std::slice::from_ref(&page.article);
        (!targets.is_empty()).then(|| association(cites, period, instrument.rank, &targets))
    });
    Tag::new("lrml:Associations").with("key", "associations").holds(rules.chain(pages).collect::<Vec<_>>())
}

fn association(cites: &[Article], period: Option<String>, rank: Rank, targets: &[String]) -> Tag {
    let to = |name: &'static str, key: &str| Tag::new(name).with("keyref", format!("#{key}"));
    let cites: BTreeSet<String> = cites.iter().map(reference).collect();
    Tag::new("lrml:Association")
        .holds(cites.iter().map(|cite| to("lrml:appliesSource", cite)))
        .holds(period.iter().map(|period| to("lrml:appliesTemporalCharacteristics", period)))
        .hold(to("lrml:appliesAuthority", authority(rank).0))
        .hold(to("lrml:appliesJurisdiction", "jurisdiction-cn"))
        .holds(targets.iter().map(|target| to("lrml:toTarget", target)))
}
