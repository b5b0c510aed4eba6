//! 公益诉讼线索报告: 个人信息保护法 70 (in force 2021-11-01), 未成年人保护法 106 (2021-06-01), 妇女权益保障法 77 (2023-01-01);
//! 指导意见 16 (2023-09-20, text not read).

use super::criminal_report::lay_facts;
use super::platform_notice::platform;
use crate::parts::{
    AGENT_DETAILS, ApplicantsPart, CIVIL_DETAILS, CircumstancePart, DocumentPart, ExhibitPart,
    RespondentPart, SHORT_DETAILS, Sayable, StatementPart, close, day_zh, lay_evidence, lay_own,
    lay_respondents, lay_statements,
};
use crate::{FormKind, Source};
use redress_case::Capacity;
use redress_paper::{Align, Block, Pen};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The input of a lead.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PublicInterestLeadInput {
    /// 线索提供人.
    pub applicants: ApplicantsPart,
    /// Whether they ask that their identity be kept confidential.
    pub confidential: Option<bool>,
    /// Whose acts it is about.
    pub respondents: Vec<RespondentPart>,
    /// The service provider concerned.
    pub platform: Option<String>,
    /// Its seat.
    pub platform_address: Option<String>,
    /// Fields of the public interest.
    pub fields: Vec<Field>,
    /// The statements, the first published first.
    pub statements: Vec<StatementPart>,
    /// Statements and parties of the other side that this paper leaves out.
    pub left_out: Vec<String>,
    /// Facts recorded on file.
    pub facts: Vec<CircumstancePart>,
    /// What the person adds.
    pub own_words: Option<String>,
    /// How the public interest is harmed: a judgement, in the person's own words.
    pub harm: Option<String>,
    /// What was done so far.
    pub handled: Vec<DocumentPart>,
    /// The evidence list.
    pub exhibits: Vec<ExhibitPart>,
    /// 人民检察院.
    pub procuratorate: Option<String>,
    /// Day of signing.
    pub date: Option<String>,
}

/// A field in which law opens public-interest suits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// 个人信息保护法 70.
    PersonalInformation,
    /// 未成年人保护法 106.
    Minors,
    /// 妇女权益保障法 77.
    Women,
    /// Another.
    Other,
}

const FIELDS: [(Field, &str, &str); 4] = [
    (Field::PersonalInformation, "field-personal-information", "personal-information"),
    (Field::Minors, "field-minors", "minors"),
    (Field::Women, "field-women", "women"),
    (Field::Other, "field-other", "other-field"),
];
const GROUPS: &[Sayable] =
    &[("public_interest_group", &["personal-information", "minors", "women", "other-field"])];
const FACTS: &[Sayable] = &[
    ("many_individuals_infringed", &[]),
    ("victim_minor", &[]),
    ("platform_failed_duty", &[]),
    ("published_to_public", &[]),
];

/// The form.
pub(super) struct PublicInterestLead;

impl FormKind for PublicInterestLead {
    type Input = PublicInterestLeadInput;
    const ID: &'static str = "public-interest-lead";
    const TEXT: &'static str = include_str!("../../../../forms/public-interest-lead/form.toml");
    const DETAILS: &'static [(Capacity, &'static [&'static str])] = &[
        (Capacity::Victim, CIVIL_DETAILS),
        (Capacity::Guardian, SHORT_DETAILS),
        (Capacity::Relative, SHORT_DETAILS),
        (Capacity::Agent, AGENT_DETAILS),
        (Capacity::Respondent, &["name", "sex", "address", "phone", "accounts"]),
        (Capacity::Platform, &["name", "address"]),
    ];
    const QUOTES: bool = true;

    fn fill(source: &Source<'_>) -> PublicInterestLeadInput {
        let statements = StatementPart::all(source);
        let ids: Vec<String> = statements.iter().map(|one| one.id.clone()).collect();
        let groups = CircumstancePart::all(source, &ids, GROUPS);
        let named = |word: &str| groups.iter().any(|one| one.choice.as_deref() == Some(word));
        let (platform, platform_address) = platform(source);
        let handled =
            [("platform-notice", &[][..]), ("public-prosecution", &[]), ("administrative-penalty", &[])];
        PublicInterestLeadInput {
            left_out: source.all_left_out(),
            applicants: ApplicantsPart::of(source),
            respondents: RespondentPart::all(source),
            platform,
            platform_address,
            fields: FIELDS.iter().filter(|(.., word)| named(word)).map(|(field, ..)| *field).collect(),
            facts: CircumstancePart::all(source, &ids, FACTS),
            statements,
            handled: DocumentPart::steps(source, &handled),
            exhibits: ExhibitPart::all(source),
            date: Some(day_zh(source.today)),
            ..PublicInterestLeadInput::default()
        }
    }

    fn lay(input: &PublicInterestLeadInput, pen: &mut Pen<'_>) {
        pen.title();
        pen.heading(1, "parties");
        input.applicants.lay(pen, "applicants", "applicant");
        let confidential = pen.tick(input.confidential == Some(true), "confidential");
        pen.line(Align::Start, confidential);
        lay_respondents(pen, "respondents", "respondent", &input.respondents);
        let mut rows = Vec::new();
        pen.row(&mut rows, "platform-name", "platform", input.platform.as_deref());
        pen.row(&mut rows, "platform-address", "platform_address", input.platform_address.as_deref());
        pen.grid("platform", rows);
        pen.heading(1, "requests");
        let items = ["request-examine", "request-tell"].iter().map(|key| pen.say(key)).collect();
        pen.block(Block::List { ordered: true, items });
        fields(input, pen);
        facts(input, pen);
        lay_evidence(pen, &input.exhibits);
        let organ = ("organ", "procuratorate", input.procuratorate.as_deref());
        let annexes = ["annexed-evidence", "annexed-identity", "annexed-mandate"];
        close(pen, organ, "signed", input.date.as_deref(), &annexes);
        pen.note_with_caution(&[], "unverified-basis");
    }

    fn day(input: &PublicInterestLeadInput) -> Option<&str> {
        input.date.as_deref()
    }
}

fn fields(input: &PublicInterestLeadInput, pen: &mut Pen<'_>) {
    pen.heading(1, "fields");
    if input.fields.is_empty() {
        let runs = pen.absent("fields-none", "fields");
        pen.paragraph(runs);
    }
    let ticks = FIELDS.iter().map(|(field, key, _)| pen.tick(input.fields.contains(field), key)).collect();
    pen.block(Block::List { ordered: false, items: ticks });
    pen.tell("law");
}

fn facts(input: &PublicInterestLeadInput, pen: &mut Pen<'_>) {
    pen.heading(1, "facts");
    lay_statements(pen, &input.statements);
    pen.tell("article10");
    lay_facts(pen, "file-facts", &input.facts);
    lay_own(pen, "own-words", "own_words", input.own_words.as_deref());
    lay_own(pen, "harm", "harm", input.harm.as_deref());
    if !input.handled.is_empty() {
        pen.heading(2, "handled");
        DocumentPart::lay_list(pen, "handled", &input.handled);
    }
}
