//! Where private and public procedure cross (Guiding Opinions 13, in force 2023-09-20): each stage, from either
//! side, and whether it is the stage of this file.

use crate::cite::{CRIMINAL_PROCEDURE, CRIMINAL_PROCEDURE_INTERPRETATION, Cite, OPINIONS};
use crate::desk::Desk;
use crate::element::Element;
use crate::police;
use crate::route::{CONTESTED, RouteId, UNVERIFIED, open_marks};
use redress_base::Value;
use redress_facts::Scope;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One stage at which the two procedures cross.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Crossing {
    /// `"remedies-crossing-police-first"`.
    pub code: String,
    /// Whether this file stands there.
    pub value: Value,
    /// The procedure that goes on from there.
    pub to: RouteId,
    /// The rule of the law book that answers it; its explanation stands among the outcomes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// Where the law says so.
    pub cites: Vec<Cite>,
    /// Name of the reading on which authorities differ at this stage (docs/law-format.md).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contested: Option<String>,
    /// The law behind it was not checked against a text.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unverified: bool,
}

impl Crossing {
    /// Codes of the marks that are shown with the stage.
    pub fn marks(&self) -> Vec<&'static str> {
        let contested = self.contested.as_ref().map(|_| CONTESTED);
        let marks = contested.into_iter().chain(self.unverified.then_some(UNVERIFIED));
        marks.chain(open_marks(&self.cites)).collect()
    }
}

/// The reading on which it turns whether a police case bars a private suit that is not accepted yet.
const POLICE_BAR: &str = "op13-police-bar";
/// The reading on which it turns whether a victim who withdrew at the court's request may file again.
const REFILE: &str = "op13-refile-after-drop";

/// What a stage is called, where it leads and what answers it.
struct Stage {
    code: &'static str,
    rule: Option<&'static str>,
    to: RouteId,
    reading: Option<&'static str>,
}

/// Every stage, in the order in which a case may come to it.
pub(crate) fn crossings(desk: &Desk<'_>) -> Vec<Crossing> {
    let open = || police::case_open(desk);
    let filed = || police::suit_filed(desk);
    let accepted = || police::suit_accepted(desk);
    let fact = |term: &str| desk.fact(&Scope::Case, term);
    let one = |code, rule, to, reading| Stage { code, rule, to, reading };
    let (private, public) = (RouteId::PrivateProsecution, RouteId::PublicProsecution);
    let paragraph = |item: &str| vec![OPINIONS.art("13").item(item)];
    let stage = |stage: Stage, seen: Element, cites: Vec<Cite>| cross(desk, &stage, &seen, cites);
    vec![
        stage(
            one("remedies-crossing-police-first", Some("op13-suit-beside-police"), public, Some(POLICE_BAR)),
            Element::all([open(), filed(), accepted().not()]),
            paragraph("1"),
        ),
        stage(
            one("remedies-crossing-accepted-suit-ends", Some("op13-trial-ends"), public, None),
            Element::all([open(), accepted()]),
            paragraph("1"),
        ),
        stage(
            one("remedies-crossing-court-transfers", Some("op13-court-transfers"), public, None),
            Element::all([filed(), fact("court_found_order_danger"), open().not()]),
            paragraph("2"),
        ),
        stage(
            one("remedies-crossing-police-may-tell", Some("op13-police-may-tell"), private, None),
            fact("police_found_private_only"),
            vec![OPINIONS.art("13").item("3").unverified()],
        ),
        stage(
            one("remedies-crossing-dropped", Some("op13-may-refile"), private, Some(REFILE)),
            fact("public_case_dropped"),
            vec![OPINIONS.art("13"), CRIMINAL_PROCEDURE_INTERPRETATION.art("320").item("2(6)")],
        ),
        stage(
            one("remedies-crossing-not-prosecuted", None, private, None),
            fact("non_prosecution_decided"),
            vec![CRIMINAL_PROCEDURE.art("180")],
        ),
    ]
}

/// The book's answer where it has one; else what the dated facts of the file show.
fn cross(desk: &Desk<'_>, stage: &Stage, seen: &Element, cites: Vec<Cite>) -> Crossing {
    let outcome = stage.rule.and_then(|rule| desk.outcome(&Scope::Case, rule));
    let answered = outcome.map(|outcome| outcome.value).filter(|value| *value != Value::UU);
    Crossing {
        code: stage.code.to_owned(),
        value: answered.unwrap_or(seen.value),
        to: stage.to,
        rule: outcome.map(|outcome| outcome.rule.clone()),
        contested: stage.reading.map(str::to_owned),
        unverified: cites.iter().any(|cite| cite.unverified),
        cites,
    }
}
