//! Who complains, where that calls for a second look at Article 10: an official, a company or a platform can be the very
//! object of the reports and the criticism that it protects (指导意见 10, in force 2023-09-20).

use crate::Source;
use redress_facts::Datum;
use redress_paper::{Block, Pen, Run};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The fact that says who complains.
const KIND: &str = "complainant_kind";

/// A kind of complainant for whom Article 10 is raised again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Complaining {
    /// 公职人员.
    PublicOfficial,
    /// 企业.
    Company,
    /// 网络平台.
    Platform,
}

impl Complaining {
    const ALL: [(Complaining, &'static str, &'static str); 3] = [
        (Complaining::PublicOfficial, "public-official", "complaining-public-official"),
        (Complaining::Company, "company", "complaining-company"),
        (Complaining::Platform, "platform", "complaining-platform"),
    ];

    /// Those that any claim names, whoever made it: a second look takes nothing from anybody.
    pub(crate) fn all(source: &Source<'_>) -> Vec<Complaining> {
        let claims = source.result.facts.iter().filter(|row| row.term == KIND).flat_map(|row| &row.claims);
        let said: Vec<&Datum> = claims.map(|claim| &claim.value).collect();
        let is = |word: &str| said.iter().any(|value| matches!(value, Datum::Choice(is) if is == word));
        Complaining::ALL.into_iter().filter(|(_, word, _)| is(word)).map(|(kind, ..)| kind).collect()
    }

    /// The note, where there is anybody of these.
    pub(crate) fn lay(pen: &mut Pen<'_>, all: &[Complaining]) {
        let keys = Complaining::ALL.into_iter().filter(|(kind, ..)| all.contains(kind)).map(|(.., key)| key);
        let mut who = Vec::new();
        for key in keys {
            if !who.is_empty() {
                who.push(Run::plain("、"));
            }
            who.extend(pen.say(key));
        }
        if !who.is_empty() {
            let runs = pen.say_with("complaining-note", &[("who", who)]);
            pen.block(Block::Note { paragraphs: vec![runs] });
        }
    }
}
