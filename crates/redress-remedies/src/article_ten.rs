//! Article 10 of the Guiding Opinions (in force 2023-09-20), the first gate of every penal route.
//!
//! Two sentences that are never mixed: a report of wrongdoing is not 诽谤 unless it was fabricated on
//! purpose or spread in the knowledge that it was; comment and criticism are not 侮辱, even if
//! one-sided or sharp, unless they are wanton abuse or malicious smear. What is protected is neither a
//! crime nor an administrative violation. Civil claims are tested by the Civil Code alone.

use crate::cite::{Cite, OPINIONS};
use crate::complainant::{self, of_individual};
use crate::desk::Desk;
use crate::element::Element;
use crate::part::Part;
use crate::{Need, Warning};
use redress_base::Value;
use redress_facts::Scope;

/// The rule of the law book that holds the elements of a crime.
pub(crate) const fn criminal(charge: Charge) -> &'static str {
    match charge {
        Charge::Defamation => "cl246-defamation",
        Charge::Insult => "cl246-insult",
    }
}

/// The rule of the law book that holds the elements of a violation of the public-security law.
pub(crate) const fn public_security(charge: Charge) -> &'static str {
    match charge {
        Charge::Defamation => "psapl-defamation",
        Charge::Insult => "psapl-insult",
    }
}

/// What a statement may be pursued for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Charge {
    /// 诽谤: the report sentence protects.
    Defamation,
    /// 侮辱: the comment sentence protects.
    Insult,
}

impl Charge {
    const fn rule(self) -> &'static str {
        match self {
            Charge::Defamation => "op10-report-shield",
            Charge::Insult => "op10-criticism-shield",
        }
    }

    const fn code(self) -> &'static str {
        match self {
            Charge::Defamation => "remedies-article-10-report",
            Charge::Insult => "remedies-article-10-comment",
        }
    }

    /// The facts that its sentence asks for.
    const fn facts(self) -> (&'static str, &'static [&'static str]) {
        match self {
            Charge::Defamation => {
                ("is_report_of_wrongdoing", &["intentional_fabrication", "knowing_false_spread"])
            }
            Charge::Insult => ("is_comment_or_criticism", &["wanton_abuse_or_malicious_smear"]),
        }
    }
}

/// Whether the sentence that matches the charge protects the statement.
///
/// The law room's outcome decides. Where no version of the Opinions was in force on the day, or the
/// rule was not evaluated, the same question is answered from the facts: protection does not wait for
/// a date.
pub(crate) fn shield(desk: &Desk<'_>, scope: &Scope, charge: Charge) -> Element {
    desk.rule_or(scope, charge.rule(), || {
        let (kind, exceptions) = charge.facts();
        let lost = exceptions.iter().map(|term| desk.fact(scope, term)).collect::<Vec<_>>();
        Element::all([desk.fact(scope, kind), Element::any(lost).not()])
    })
}

/// The condition that Article 10 does not protect the statement from this charge.
///
/// A statement that the *other* sentence protects is set aside as a whole (design rule 3): pursuing
/// it under the remaining charge is at most an open question.
pub(crate) fn not_protected(desk: &Desk<'_>, scope: &Scope, charge: Charge) -> Part {
    let own = Part::line(charge.code(), scope, shield(desk, scope, charge).not(), cites(charge));
    let own = own.answered_by(desk, scope, charge.rule());
    let other = match charge {
        Charge::Defamation => Charge::Insult,
        Charge::Insult => Charge::Defamation,
    };
    if own.element.value == Value::FF || shield(desk, scope, other).value != Value::TT {
        return own;
    }
    Part::all(vec![own, other_sentence(scope, other)])
}

/// Article 10 as the first gate of a route that rests on no single charge: a statement that is not protected from one
/// of the two. Where the other sentence protects it, whether anything is left is contested, and nothing is left where
/// the elements of that charge fail.
pub(crate) fn gate(desk: &Desk<'_>, elements: fn(Charge) -> &'static str) -> Part {
    let of = |scope: &Scope| {
        let aside = set_aside(desk, scope);
        let left = |charge: Charge| {
            let own = not_protected(desk, scope, charge);
            if !aside {
                return own;
            }
            let rest = Part { element: desk.rule(scope, elements(charge)), lines: vec![] };
            Part::all(vec![own, rest])
        };
        of_individual(desk, scope, Part::any([Charge::Defamation, Charge::Insult].map(left).into()))
    };
    Part::any_statement(desk.statements().iter().map(of).collect(), "remedies-no-statement")
}

/// The other sentence protects the statement: whether what is left can be pursued is contested.
pub(crate) fn other_sentence(scope: &Scope, other: Charge) -> Part {
    let open = Element::fixed(Value::FT);
    Part::line("remedies-article-10-other-sentence", scope, open, cites(other)).contested()
}

/// Whether either sentence protects the statement.
pub(crate) fn set_aside(desk: &Desk<'_>, scope: &Scope) -> bool {
    [Charge::Defamation, Charge::Insult].iter().any(|charge| shield(desk, scope, *charge).value == Value::TT)
}

/// The warning that raises Article 10 again when an official, a company, a platform or another
/// organisation complains.
pub(crate) fn again(desk: &Desk<'_>) -> Option<Warning> {
    let kinds = ["public-official", "company", "platform", "organisation"];
    complainant::mentions(desk, &kinds).then(|| Warning {
        code: "remedies-warn-article-10-again".to_owned(),
        before: None,
        cites: vec![OPINIONS.art("10")],
        unverified: false,
    })
}

/// Whether the fact belongs to Article 10: such needs come first.
pub(crate) fn asks(need: &Need) -> bool {
    [Charge::Defamation, Charge::Insult].iter().any(|charge| {
        let (kind, exceptions) = charge.facts();
        kind == need.term || exceptions.contains(&need.term.as_str())
    })
}

fn cites(charge: Charge) -> Vec<Cite> {
    match charge {
        Charge::Defamation => vec![OPINIONS.art("10").item("1")],
        Charge::Insult => vec![OPINIONS.art("10").item("2")],
    }
}
