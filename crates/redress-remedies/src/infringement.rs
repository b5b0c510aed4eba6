//! What a civil claim rests on, per statement: reputation, and the other rights that the file raises (民法典 1010-1038, in
//! force 2021-01-01; Guiding Opinions 9).

use crate::cite::{CIVIL_CODE, Cite, OPINIONS};
use crate::desk::Desk;
use crate::part::Part;
use redress_facts::Scope;

/// A ground that is looked at once the file speaks of it.
struct Ground {
    code: &'static str,
    rule: &'static str,
    raised_by: &'static [&'static str],
    cites: Vec<Cite>,
}

fn grounds() -> Vec<Ground> {
    let law = |articles: &[&str]| articles.iter().map(|article| CIVIL_CODE.art(article)).collect::<Vec<_>>();
    vec![
        Ground {
            code: "remedies-civil-privacy",
            rule: "civil-privacy",
            raised_by: &[
                "privacy_spread",
                "private_info",
                "private_peace_disturbed",
                "private_space_intruded",
                "private_activity_exposed",
                "private_parts_filmed",
                "other_privacy_infringement",
            ],
            cites: law(&["1032", "1033"]),
        },
        Ground {
            code: "remedies-civil-personal-information",
            rule: "civil-personal-information",
            raised_by: &[
                "pi_identifies_person",
                "pi_provided",
                "published_to_public",
                "pi_leaked_or_altered",
            ],
            cites: law(&["1034", "1035", "1038"]),
        },
        Ground {
            code: "remedies-civil-forged-portrait",
            rule: "civil-portrait-deepfake",
            raised_by: &["portrait_mode"],
            cites: law(&["1019"]),
        },
        Ground {
            code: "remedies-civil-portrait",
            rule: "civil-portrait-use",
            raised_by: &["portrait_used"],
            cites: law(&["1019"]),
        },
        Ground {
            code: "remedies-civil-harassment",
            rule: "civil-sexual-harassment",
            raised_by: &["sexual_harassment"],
            cites: law(&["1010"]),
        },
    ]
}

/// At least one statement infringes reputation, or another right that the file raises.
pub(crate) fn infringement(desk: &Desk<'_>) -> Part {
    let parts = desk.statements().iter().map(|scope| by_statement(desk, scope));
    Part::any_statement(parts.collect(), "remedies-no-statement")
}

/// An infringement together with what a claim or a defendant needs beside it, by one and the same statement: what
/// the rule asks for without the infringement itself.
pub(crate) fn infringement_with(desk: &Desk<'_>, rule: &str) -> Part {
    let of = |scope: &Scope| {
        let own = desk.beside(scope, rule, "personality-infringement");
        Part::all(vec![by_statement(desk, scope), Part { element: own, lines: vec![] }])
    };
    Part::any_statement(desk.statements().iter().map(of).collect(), "remedies-no-statement")
}

fn by_statement(desk: &Desk<'_>, scope: &Scope) -> Part {
    let mut parts = vec![reputation(desk, scope)];
    let raised = |ground: &Ground| ground.raised_by.iter().any(|term| desk.raised(scope, term));
    for mut ground in grounds().into_iter().filter(raised) {
        ground.cites.push(OPINIONS.art("9"));
        let element = desk.claim_rule(scope, ground.rule);
        let line = Part::line(ground.code, scope, element, ground.cites);
        parts.push(line.answered_by(desk, scope, ground.rule));
    }
    Part::any(parts)
}

/// Reputation. Where everything that the claimant has to show is made out and only a defence is open
/// that the other side has to show (1025), the suit can be brought: the line says so.
fn reputation(desk: &Desk<'_>, scope: &Scope) -> Part {
    const RULE: &str = "civil-reputation";
    let cites = vec![CIVIL_CODE.art("1024"), CIVIL_CODE.art("1025"), OPINIONS.art("9")];
    let code = if desk.unless_defence(scope, RULE) {
        "remedies-civil-reputation-unless-defence"
    } else {
        "remedies-civil-reputation"
    };
    Part::line(code, scope, desk.claim_rule(scope, RULE), cites).answered_by(desk, scope, RULE)
}
