//! Offences that are prosecuted publicly from the start, each looked at once the file speaks of it: doxing (刑法 253-1),
//! unlawful use of networks (287-1), a platform that refuses its duties (286-1; all in force 2015-11-01).
//!
//! Guiding Opinions 4-6. No gate of social order stands before them. Article 10 does: the rules of the book exclude it
//! first, and a statement that it protects leaves at most an open question.

use crate::Deadline;
use crate::cite::{CRIMINAL_LAW, Cite, OPINIONS};
use crate::desk::Desk;
use crate::limitation::{self, Timely};
use crate::part::Part;
use crate::violation::beside_article_ten;
use redress_base::{Date, Value};
use redress_facts::Scope;

struct Offence {
    code: &'static str,
    rule: &'static str,
    raised_by: &'static [&'static str],
    cites: fn() -> Vec<Cite>,
}

const OFFENCES: [Offence; 3] = [
    Offence {
        code: "remedies-elements-doxing",
        rule: "cl253-1-personal-information",
        raised_by: &[
            "pi_sold",
            "pi_provided",
            "published_to_public",
            "illegally_obtained",
            "organised_doxing",
        ],
        cites: || vec![since_2015("253-1"), OPINIONS.art("4")],
    },
    Offence {
        code: "remedies-elements-unlawful-use",
        rule: "cl287-1-unlawful-use",
        raised_by: &[
            "site_or_group_set_up",
            "unlawful_info_published",
            "info_for_unlawful_purpose",
            "hype_purpose",
        ],
        cites: || vec![since_2015("287-1"), OPINIONS.art("5")],
    },
    Offence {
        code: "remedies-elements-platform-refusal",
        rule: "cl286-1-platform-refusal",
        raised_by: &["regulator_order_doc", "refused_to_correct"],
        cites: || vec![since_2015("286-1"), OPINIONS.art("6")],
    },
];

fn since_2015(article: &str) -> Cite {
    CRIMINAL_LAW.art(article).since(Date::constant(2015, 11, 1))
}

/// The offences that the file speaks of, and their dates; nothing where it speaks of none.
pub(crate) fn other_offences(desk: &Desk<'_>) -> Option<Timely> {
    let (mut parts, mut deadlines) = (Vec::new(), Vec::new());
    for scope in desk.statements() {
        let raised = |offence: &&Offence| offence.raised_by.iter().any(|term| desk.raised(scope, term));
        let of = |offence: &Offence| {
            let line = Part::rule(offence.code, desk, scope, offence.rule, (offence.cites)());
            beside_article_ten(desk, scope, line)
        };
        let own: Vec<Part> = OFFENCES.iter().filter(raised).map(of).collect();
        if own.is_empty() {
            continue;
        }
        let timely = timely(desk, scope);
        deadlines.extend(timely.deadlines);
        parts.push(Part::all(vec![Part::any(own), timely.part]));
    }
    (!parts.is_empty())
        .then(|| Timely { part: Part::any_statement(parts, "remedies-no-statement"), deadlines })
}

/// Five years; ten where the heavier tier of 253-1 comes into question (刑法 87).
fn timely(desk: &Desk<'_>, scope: &Scope) -> Timely {
    let grave = desk.rule(scope, "cl253-1-grave");
    let five = limitation::criminal(desk, scope);
    if grave.value == Value::FF || five.part.element.value == Value::TT {
        return Timely { deadlines: Vec::<Deadline>::new(), ..five };
    }
    let ten = limitation::criminal_heavier(desk, scope);
    let grave =
        Part::rule("remedies-elements-doxing-grave", desk, scope, "cl253-1-grave", vec![since_2015("253-1")]);
    let part = Part::any(vec![five.part, Part::all(vec![grave, ten.part])]);
    Timely { part, deadlines: ten.deadlines }
}
