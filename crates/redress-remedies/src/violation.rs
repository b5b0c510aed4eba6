//! What the public-security law penalises: by one statement, or by conduct towards the person.
//!
//! 治安管理处罚法 42 for acts to 2025-12-31, 50 and 56 for acts from 2026-01-01; 网络安全法 64(2) for personal information
//! before that day.

use crate::article_ten::{self, Charge};
use crate::cite::{CYBERSECURITY_OLD, Cite, OPINIONS, PUBLIC_SECURITY, PUBLIC_SECURITY_OLD};
use crate::deadline::within;
use crate::desk::Desk;
use crate::element::Element;
use crate::limitation;
use crate::part::Part;
use redress_base::{Date, Value};
use redress_facts::Scope;

const REPORT: &str = "report_date";

/// First day of the revised public-security law.
pub(crate) const REVISED: Date = Date::constant(2026, 1, 1);

/// Whether the statement was made under the old law; with no day known, whether today is.
fn under_old_law(desk: &Desk<'_>, scope: &Scope) -> bool {
    desk.days(scope, "act_date").map_or(desk.today(), |days| days.earliest) < REVISED
}

/// The article that applies to an act of that day.
pub(crate) fn acts_article(desk: &Desk<'_>, scope: &Scope, old: &str, new: &str) -> Cite {
    if under_old_law(desk, scope) {
        PUBLIC_SECURITY_OLD.art("42").item(old)
    } else {
        PUBLIC_SECURITY.art("50").item(new)
    }
}

/// A ground that is looked at once the file speaks of it.
struct Ground {
    code: &'static str,
    rule: &'static str,
    raised_by: &'static [&'static str],
    cite: Cite,
}

/// What one statement may be penalised for: insult and defamation always, the others where they are raised.
pub(crate) fn statement_grounds(desk: &Desk<'_>, scope: &Scope) -> Part {
    let elements = |code: &str, charge: Charge| {
        let cites = vec![acts_article(desk, scope, "2", "1(2)"), OPINIONS.art("7")];
        let line = Part::rule(code, desk, scope, article_ten::public_security(charge), cites);
        Part::all(vec![article_ten::not_protected(desk, scope, charge), line])
    };
    let mut grounds = vec![
        elements("remedies-penalty-defamation", Charge::Defamation),
        elements("remedies-penalty-insult", Charge::Insult),
    ];
    let raised = |ground: &Ground| ground.raised_by.iter().any(|term| desk.raised(scope, term));
    for ground in other_grounds(desk, scope).into_iter().filter(raised) {
        let line = Part::rule(ground.code, desk, scope, ground.rule, vec![ground.cite, OPINIONS.art("7")]);
        grounds.push(beside_article_ten(desk, scope, line));
    }
    Part::any(grounds)
}

fn other_grounds(desk: &Desk<'_>, scope: &Scope) -> Vec<Ground> {
    let article = |old: &str, new: &str| acts_article(desk, scope, old, new);
    let (information, law) = if under_old_law(desk, scope) {
        ("csl-personal-information", CYBERSECURITY_OLD.art("64").item("2"))
    } else {
        ("psapl-personal-information", PUBLIC_SECURITY.art("56"))
    };
    vec![
        Ground {
            code: "remedies-penalty-privacy",
            rule: "psapl-privacy",
            raised_by: &["privacy_spread"],
            cite: article("6", "1(6)"),
        },
        Ground {
            code: "remedies-penalty-threats",
            rule: "psapl-threats",
            raised_by: &["threat_to_safety"],
            cite: article("1", "1(1)"),
        },
        Ground {
            code: "remedies-penalty-retaliation",
            rule: "psapl-witness-retaliation",
            raised_by: &["witness_retaliation"],
            cite: article("4", "1(4)"),
        },
        Ground {
            code: "remedies-penalty-personal-information",
            rule: information,
            raised_by: &["pi_sold", "pi_provided", "published_to_public", "illegally_obtained"],
            cite: law,
        },
    ]
}

/// What is named in neither sentence of Article 10. Where a sentence protects the statement, whether this part of
/// it can still be pursued is open.
pub(crate) fn beside_article_ten(desk: &Desk<'_>, scope: &Scope, line: Part) -> Part {
    let shields = [Charge::Defamation, Charge::Insult];
    let aside = shields.into_iter().find(|c| article_ten::shield(desk, scope, *c).value == Value::TT);
    match aside {
        Some(charge) => Part::all(vec![article_ten::other_sentence(scope, charge), line]),
        None => line,
    }
}

/// Messages or stalking that disturb normal life: conduct towards the person, not a statement. Shown
/// only where the file speaks of it. The day of the conduct chooses the law: the old article 42 knows
/// messages only, the new article 50 (acts from 2026-01-01) also pestering and following.
pub(crate) fn conduct(desk: &Desk<'_>) -> Vec<Part> {
    const DAY: &str = "conduct_date";
    let day = desk.days(&Scope::Case, DAY);
    let disturbed = || desk.fact(&Scope::Case, "life_disturbed");
    let dated = |value: Value| Element::leaf(desk.vocabulary(), &Scope::Case, DAY, value);
    let timely = || conduct_in_time(desk, DAY);
    let (old, new) = (PUBLIC_SECURITY_OLD.art("42").item("5"), PUBLIC_SECURITY.art("50").item("1(5)"));
    let law = match day {
        Some(day) if day.latest < REVISED => vec![old],
        Some(day) if day.earliest >= REVISED => vec![new],
        _ => vec![old, new],
    };
    let under_new_law = dated(match day {
        Some(day) if day.earliest >= REVISED => Value::TT,
        Some(day) if day.latest < REVISED => Value::FF,
        Some(_) => Value::FT,
        None => Value::UU,
    });
    let one = |code: &str, term: &str, also: Element| {
        desk.raised(&Scope::Case, term).then(|| {
            let whole = Element::all([desk.fact(&Scope::Case, term), disturbed(), timely(), also]);
            Part::line(code, &Scope::Case, whole, law.clone())
        })
    };
    let messages = one("remedies-penalty-messages", "repeated_messages", Element::fixed(Value::TT));
    let stalking = one("remedies-penalty-stalking", "stalking_kind", under_new_law);
    messages.into_iter().chain(stalking).collect()
}

/// The police learned of it within six months of the latest day, or still can; or a complaint made in time was
/// wrongly not accepted.
fn conduct_in_time(desk: &Desk<'_>, day: &str) -> Element {
    const FOUND: &str = "reported_or_discovered_date";
    const REFUSED: &str = "complaint_in_time_refused";
    let found = if desk.raised(&Scope::Case, FOUND) { FOUND } else { REPORT };
    let in_time = within(desk, day, limitation::SIX_MONTHS, found);
    let lifted = desk.raised(&Scope::Case, REFUSED).then(|| desk.fact(&Scope::Case, REFUSED));
    Element::any(std::iter::once(in_time).chain(lifted))
}
