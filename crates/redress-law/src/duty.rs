//! Time limits and duties that an article sets, as the book states them.

use crate::Label;
use crate::period::{Length, Regime};
use redress_base::Article;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Who is bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Body {
    /// The person whose case it is, or who may act for them.
    Person,
    /// A people's court.
    Court,
    /// A public-security organ.
    Police,
    /// A people's procuratorate.
    Procuratorate,
    /// A people's government or another administrative organ.
    Government,
    /// A network service provider.
    Platform,
    /// A legal-aid organ.
    LegalAid,
    /// Whoever acted.
    Actor,
}

impl Body {
    /// The bodies that a record can name: everybody but whoever acted.
    pub const NAMED: [Body; 7] = [
        Body::Court,
        Body::Police,
        Body::Procuratorate,
        Body::Government,
        Body::Platform,
        Body::LegalAid,
        Body::Person,
    ];

    /// The word used in files.
    pub const fn word(self) -> &'static str {
        match self {
            Body::Person => "person",
            Body::Court => "court",
            Body::Police => "police",
            Body::Procuratorate => "procuratorate",
            Body::Government => "government",
            Body::Platform => "platform",
            Body::LegalAid => "legal-aid",
            Body::Actor => "actor",
        }
    }
}

/// A time limit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// `"police-179-reconsideration"`; unique in the book.
    pub id: String,
    /// Its name.
    pub label: Label,
    /// Whom it binds.
    pub who: Body,
    /// Date facts it is counted from; of several, the latest once all are known. The day itself is not counted.
    pub from: Vec<String>,
    /// How long.
    pub length: Length,
    /// Whose computing rules apply.
    pub regime: Regime,
    /// Date facts of the day on which what it asks for was done; where it may end in several ways, the first keeps it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kept_by: Vec<String>,
    /// Date facts that restart it where they fall inside it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub restarts: Vec<String>,
    /// A rule without which it does not run; shown unless that rule is not made out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// What is lost if it passes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warn: Option<Label>,
    /// The time limit or duty that another article states and that this one states again: one act meets both.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same_as: Option<String>,
    /// Where the law says so.
    pub cites: Vec<Article>,
}

/// What a body or a party owes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// `"op17-tell-agent"`; unique in the book.
    pub id: String,
    /// Its name.
    pub label: Label,
    /// Who owes it.
    pub who: Body,
    /// A rule that has to be made out for it to be owed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// Date fact from which it is owed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Within how long; absent: promptly (及时).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub length: Option<Length>,
    /// Whose computing rules apply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub regime: Option<Regime>,
    /// Date fact of the day on which it was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<String>,
    /// Yes/no fact: proof of it is in the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<String>,
    /// The time limit or duty that another article states and that this one states again: one act meets both.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same_as: Option<String>,
    /// Where the law says so.
    pub cites: Vec<Article>,
}

/// A duty or a time limit as the front data of a page writes it.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(crate) struct RawDeadline {
    id: String,
    zh: String,
    en: String,
    who: Body,
    from: OneOrMore,
    length: String,
    regime: String,
    kept_by: Option<OneOrMore>,
    #[serde(default)]
    restarts: Vec<String>,
    when: Option<String>,
    warn: Option<Label>,
    same_as: Option<String>,
}

/// The same for a duty.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(crate) struct RawDuty {
    id: String,
    zh: String,
    en: String,
    who: Body,
    when: Option<String>,
    from: Option<String>,
    length: Option<String>,
    regime: Option<String>,
    done: Option<String>,
    proof: Option<String>,
    same_as: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

impl OneOrMore {
    fn list(self) -> Vec<String> {
        match self {
            OneOrMore::One(term) => vec![term],
            OneOrMore::More(terms) => terms,
        }
    }
}

impl RawDeadline {
    /// The stored form, or what could not be read.
    pub(crate) fn read(self, article: &Article) -> Result<Deadline, String> {
        let length = length(&self.length).ok_or_else(|| self.length.clone())?;
        let regime = regime(&self.regime).ok_or_else(|| self.regime.clone())?;
        let from = self.from.list();
        let kept_by = self.kept_by.map(OneOrMore::list).unwrap_or_default();
        let (label, cites) = (Label::new(&self.zh, &self.en), vec![article.clone()]);
        let (restarts, when, warn, same_as) = (self.restarts, self.when, self.warn, self.same_as);
        Ok(Deadline {
            id: self.id,
            label,
            who: self.who,
            from,
            length,
            regime,
            kept_by,
            restarts,
            when,
            warn,
            same_as,
            cites,
        })
    }
}

impl RawDuty {
    /// The stored form, or what could not be read.
    pub(crate) fn read(self, article: &Article) -> Result<Duty, String> {
        let length = match &self.length {
            Some(text) => Some(length(text).ok_or_else(|| text.clone())?),
            None => None,
        };
        let regime = match &self.regime {
            Some(text) => Some(regime(text).ok_or_else(|| text.clone())?),
            None if length.is_some() => return Err("regime".to_owned()),
            None => None,
        };
        Ok(Duty {
            id: self.id,
            label: Label::new(&self.zh, &self.en),
            who: self.who,
            when: self.when,
            from: self.from,
            length,
            regime,
            done: self.done,
            proof: self.proof,
            same_as: self.same_as,
            cites: vec![article.clone()],
        })
    }
}

/// `"15 days"`, `"5 working-days"`, `"6 months"`, `"3 years"`, `"48 hours"`.
fn length(text: &str) -> Option<Length> {
    let (number, unit) = text.split_once(' ')?;
    let n: u16 = number.parse().ok()?;
    Some(match unit.strip_suffix('s').unwrap_or(unit) {
        "day" => Length::Days(n),
        "working-day" => Length::WorkingDays(n),
        "month" => Length::Months(n),
        "year" => Length::Years(n),
        "hour" => Length::Hours(n),
        _ => return None,
    })
}

/// The words of the front data.
fn regime(text: &str) -> Option<Regime> {
    Some(match text {
        "criminal" => Regime::CriminalProcedure,
        "civil" => Regime::CivilProcedure,
        "limitation-criminal" => Regime::CriminalLimitation,
        "limitation-civil" => Regime::CivilLimitation,
        "penalty" => Regime::PenaltyLimitation,
        "police" => Regime::PoliceProcedure,
        "reconsideration" => Regime::Reconsideration,
        "administrative-suit" => Regime::AdministrativeSuit,
        _ => return None,
    })
}
