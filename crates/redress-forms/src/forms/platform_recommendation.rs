//! 司法建议书 / 检察建议书 / 公安提示函 to a platform (指导意见 20, in force 2023-09-20, O): what the file records, what the law
//! provides, what is asked. The issuing body fills the blanks, decides and seals.

mod lay;

use crate::parts::{StatementPart, day_zh};
use crate::{FormKind, Source};
use redress_case::Capacity;
use redress_documents::{
    About, Asked, Cause, Cited, DutyTold, Judged, NoticeTold, Recommendation, RecommendationKind,
    RecommendationOptions, notice_told, recommendation,
};
use redress_law::{Body, Label};
use redress_paper::{ExhibitRef, PaperFigure, Pen};
use redress_procedure::Track;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The input of a recommendation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PlatformRecommendationInput {
    /// Who issues it: a court, a procuratorate, or the police.
    pub kind: Option<RecommendationKind>,
    /// 制发机关.
    pub body: Option<String>,
    /// 文号; blank until the body gives one.
    pub number: Option<String>,
    /// The platform that it goes to.
    pub platform: Option<String>,
    /// Whether the file holds statements that Article 10 protects and of which nothing is asked.
    pub set_aside: bool,
    /// The statements, by number.
    pub statements: Vec<SpreadPart>,
    /// Notices to platforms; printed are those to this one.
    pub notices: Vec<NoticePart>,
    /// What the law asks of a platform, and what the file shows of it.
    pub duties: Vec<DutyTold>,
    /// Provisions that touch the time of the acts and that the law book does not hold.
    pub not_encoded: Vec<Cited>,
    /// What a person has judged of the platform, and what nobody has.
    pub judgements: Vec<Judged>,
    /// What the platform is asked.
    pub asked: Vec<Asked>,
    /// Contents and accounts; empty unless the issuing body asked that they be listed.
    pub links: Vec<LinkPart>,
    /// Within how many days a reply is asked.
    pub reply_days: Option<u32>,
    /// Who answers questions.
    pub contact: Option<String>,
    /// Day of the letter.
    pub date: Option<String>,
}

/// A statement by its number, and how far it went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SpreadPart {
    /// From 1, as in every filing of this case.
    pub number: u64,
    /// Day of its first post.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<String>,
    /// Whether Article 10 is ruled out for it.
    pub unprotected: bool,
    /// How far it went.
    pub figures: Vec<PaperFigure>,
}

/// A notice to a platform, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoticePart {
    /// The platforms that its steps name; none where no step names one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub platforms: Vec<String>,
    /// Where it stands.
    pub state: Label,
    /// Its steps.
    pub steps: Vec<NoticeStepPart>,
    /// Days from the receipt to the measures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_to_measures: Option<u64>,
    /// Days since the receipt, where nothing of the platform is on file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_silent: Option<u64>,
}

/// One step of a notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoticeStepPart {
    /// What happened.
    pub label: Label,
    /// When.
    pub on: String,
    /// The exhibit that shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exhibit: Option<ExhibitRef>,
    /// Where the law says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cites: Vec<Cited>,
}

/// A content that the issuing body asked to be listed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct LinkPart {
    /// Number of its statement.
    pub statement: u64,
    /// Platform and number of the post.
    pub post: String,
    /// The account; absent where the material masks it.
    pub account: Option<String>,
    /// The exhibit in which it was seen.
    pub exhibit: Option<ExhibitRef>,
}

/// The figures that are told, by their names after the statement.
const FIGURES: [&str; 7] =
    ["posts", "accounts", "views", "plays", "reposts", "comments.displayed", "group-members"];

/// The form.
pub(super) struct PlatformRecommendation;

impl FormKind for PlatformRecommendation {
    type Input = PlatformRecommendationInput;
    const ID: &'static str = "platform-recommendation";
    const TEXT: &'static str = include_str!("../../../../forms/platform-recommendation/form.toml");
    // No party is named in a letter to a third body.
    const DETAILS: &'static [(Capacity, &'static [&'static str])] = &[];
    const QUOTES: bool = false;

    fn fill(source: &Source<'_>) -> PlatformRecommendationInput {
        let about = About {
            result: source.result,
            state: source.state,
            docket: source.docket,
            procedures: source.procedures,
            vocabulary: source.vocabulary,
        };
        let notices = notices(source, &about);
        let named: BTreeSet<&String> = notices.iter().flat_map(|one| &one.platforms).collect();
        // Where the file names one platform alone, the letter goes to it; of several a person picks.
        let platform = match named.into_iter().collect::<Vec<_>>().as_slice() {
            [one] => Some((*one).clone()),
            _ => None,
        };
        let draft = recommendation(
            &about,
            RecommendationOptions {
                kind: RecommendationKind::Judicial,
                platform: platform.as_deref().unwrap_or_default(),
                book: source.book,
                duties: &source.due.duties,
                links: Vec::new(),
            },
        );
        filled(source, draft, platform, notices)
    }

    fn lay(input: &PlatformRecommendationInput, pen: &mut Pen<'_>) {
        lay::lay(input, pen);
    }

    fn day(input: &PlatformRecommendationInput) -> Option<&str> {
        input.date.as_deref()
    }
}

fn filled(
    source: &Source<'_>,
    draft: Recommendation,
    platform: Option<String>,
    notices: Vec<NoticePart>,
) -> PlatformRecommendationInput {
    // 指导意见 10 (in force 2023-09-20): while the article is open for a statement, its figures go out to nobody.
    let parts = StatementPart::all(source);
    let of = |part: &StatementPart| SpreadPart {
        number: part.number,
        first: part.first.clone(),
        unprotected: StatementPart::unprotected(source, &part.id),
        figures: FIGURES.into_iter().filter_map(|name| part.figure(name).cloned()).collect(),
    };
    PlatformRecommendationInput {
        platform,
        set_aside: draft.set_aside > 0,
        statements: parts.iter().map(of).collect(),
        notices,
        duties: draft.duties,
        not_encoded: draft.not_encoded,
        judgements: draft.judgements,
        // Whether there was a notice to this platform is known when the platform is.
        asked: draft.asked.into_iter().filter(|one| one.cause != Cause::NoNotice).collect(),
        date: Some(day_zh(source.today)),
        ..PlatformRecommendationInput::default()
    }
}

/// Every notice to a platform that is on file, with the platforms that its steps name.
fn notices(source: &Source<'_>, about: &About<'_>) -> Vec<NoticePart> {
    let own = source.docket.tracks().filter(|(key, _)| key.procedure == "platform-notice");
    // 指导意见 10 (in force 2023-09-20): nothing is told of what it sets aside.
    let shown = own.filter(|(_, track)| {
        !track.history.iter().any(|done| source.set_aside(done.event.statement.as_deref()))
    });
    let part = |(_, track): (_, &Track)| {
        let told = notice_told(about, 0, track)?;
        Some(notice(source, told, platforms(track)))
    };
    shown.filter_map(part).collect()
}

fn platforms(track: &Track) -> Vec<String> {
    let bodies = track.history.iter().filter_map(|done| done.event.body.as_ref());
    let names = bodies.filter(|body| body.kind == Body::Platform).map(|body| body.name.trim().to_owned());
    let names: BTreeSet<String> = names.filter(|name| !name.is_empty()).collect();
    names.into_iter().collect()
}

fn notice(source: &Source<'_>, told: NoticeTold, platforms: Vec<String>) -> NoticePart {
    let steps = told.steps.into_iter().map(|step| NoticeStepPart {
        label: step.label,
        on: day_zh(step.on),
        exhibit: step.exhibit.and_then(|item| source.exhibit(item)),
        cites: step.cites,
    });
    NoticePart {
        platforms,
        state: told.state,
        steps: steps.collect(),
        days_to_measures: told.days_to_measures,
        days_silent: told.days_silent,
    }
}
