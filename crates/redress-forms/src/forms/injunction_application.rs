//! 人格权侵害禁令申请书 (民法典 997, in force 2021-01-01). No national rules of procedure were found for it: courts follow those of
//! preservation of conduct (民事诉讼法 103-104) or a procedure of their own, so the paper serves both.

use super::civil_claims::places;
use super::complaint::{choice, words};
use crate::parts::{
    CIVIL_RESPONDENT_DETAILS, CLAIMANT_DETAILS, ClaimantPart, ConsequencePart, ExhibitPart, PLATFORM_DETAILS,
    PlatformPart, PublisherPart, RespondentPart, StatementPart, StepPart, day_zh, recorded,
};
use crate::{FormKind, Source};
use redress_case::Capacity;
use redress_paper::{Align, Cell, Pen, Run};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The input of an application for an injunction.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct InjunctionInput {
    /// 申请人.
    pub claimant: ClaimantPart,
    /// 被申请人 who are users.
    pub respondents: Vec<RespondentPart>,
    /// Platforms, each a respondent or not.
    pub platforms: Vec<PlatformPart>,
    /// 申请事项: that the posts be deleted, blocked or disconnected.
    pub delete: Option<bool>,
    /// 申请事项: that the same be published no more.
    pub ban: Option<bool>,
    /// Other acts that are to stop, each named precisely.
    pub other_acts: Vec<String>,
    /// For how long.
    pub term: Option<String>,
    /// Whether a suit on the merits is pending.
    pub in_suit: Option<bool>,
    /// Its steps on file.
    pub suit_steps: Vec<StepPart>,
    /// The statements.
    pub statements: Vec<StatementPart>,
    /// Who is said to have published each of them.
    pub publishers: Vec<PublisherPart>,
    /// Statements and parties of the other side that this paper leaves out.
    pub left_out: Vec<String>,
    /// 正在实施或者即将实施: in the applicant's words.
    pub ongoing: Option<String>,
    /// 违法性.
    pub unlawful: Option<String>,
    /// 难以弥补的损害.
    pub harm: Option<String>,
    /// Consequences that the file records.
    pub recorded_consequences: Vec<ConsequencePart>,
    /// Notices to platforms on file.
    pub platform_steps: Vec<StepPart>,
    /// 已通知平台情况, in the applicant's words.
    pub platform_notice: Option<String>,
    /// Whether security can be given, if the court asks for it.
    pub security: Option<bool>,
    /// Which.
    pub security_kind: Option<String>,
    /// 证据清单.
    pub exhibits: Vec<ExhibitPart>,
    /// The court.
    pub court: Option<String>,
    /// Day of signing.
    pub date: Option<String>,
}

/// The form.
pub(super) struct InjunctionApplication;

impl FormKind for InjunctionApplication {
    type Input = InjunctionInput;
    const ID: &'static str = "injunction-application";
    const TEXT: &'static str = include_str!("../../../../forms/injunction-application/form.toml");
    const DETAILS: &'static [(Capacity, &'static [&'static str])] = &{
        let [victim, relative, guardian, agent] = CLAIMANT_DETAILS;
        let respondent = (Capacity::Respondent, CIVIL_RESPONDENT_DETAILS);
        [victim, relative, guardian, agent, respondent, (Capacity::Platform, PLATFORM_DETAILS)]
    };
    const QUOTES: bool = true;

    fn fill(source: &Source<'_>) -> InjunctionInput {
        let posts = recorded::words(source, "acts_to_stop").iter().any(|one| one == "posts").then_some(true);
        let suit_steps = StepPart::all(source, "civil-suit", &["filed", "registered"]);
        let (respondents, statements) = (RespondentPart::all(source), StatementPart::all(source));
        let publishers = PublisherPart::all(source, &statements, &respondents);
        InjunctionInput {
            left_out: source.all_left_out(),
            claimant: ClaimantPart::of(source),
            respondents,
            platforms: PlatformPart::all(source),
            delete: posts,
            ban: posts,
            in_suit: (!suit_steps.is_empty())
                .then_some(true)
                .or_else(|| recorded::truth(source, "civil_suit_pending")),
            suit_steps,
            statements,
            publishers,
            recorded_consequences: ConsequencePart::all(source),
            platform_steps: StepPart::all(source, "platform-notice", &[]),
            security: recorded::truth(source, "security_available"),
            exhibits: ExhibitPart::all(source),
            date: Some(day_zh(source.today)),
            ..InjunctionInput::default()
        }
    }

    fn lay(input: &InjunctionInput, pen: &mut Pen<'_>) {
        pen.title();
        pen.note_with_caution(&[], "unverified-basis");
        parties(input, pen);
        requests(input, pen);
        grounds(input, pen);
        security(input, pen);
        pen.heading(1, "exhibit-list");
        if input.exhibits.is_empty() {
            let runs = pen.absent("exhibits-needed", "exhibits");
            pen.paragraph(runs);
        } else {
            ExhibitPart::lay_short(pen, &input.exhibits.iter().collect::<Vec<_>>());
        }
        let sheet = input.delete == Some(true);
        super::close(pen, &input.claimant, input.court.as_deref(), input.date.as_deref(), sheet);
    }

    fn day(input: &InjunctionInput) -> Option<&str> {
        input.date.as_deref()
    }
}

fn parties(input: &InjunctionInput, pen: &mut Pen<'_>) {
    pen.heading(1, "parties");
    input.claimant.lay(pen, "applicant");
    for (at, one) in input.respondents.iter().enumerate() {
        pen.heading(2, "respondent");
        pen.within("respondents", |pen| pen.within(at, |pen| one.lay_known(pen, "respondent")));
    }
    let standing = input.platforms.iter().enumerate().filter(|(_, one)| one.sued != Some(false));
    for (at, one) in standing {
        pen.heading(2, "platform");
        pen.within("platforms", |pen| {
            pen.within(at, |pen| {
                let mut rows = Vec::new();
                pen.within("person", |pen| one.person.lay_known(pen, &mut rows));
                if one.sued.is_none() {
                    let answer = choice(pen, "platform-sued", "sued", None, ("yes", "no"));
                    rows.push(vec![Cell::label(pen.say("platform-sued")), Cell::of(answer)]);
                }
                pen.grid("platform", rows);
            });
        });
    }
    if input.respondents.is_empty() && input.platforms.iter().all(|one| one.sued == Some(false)) {
        let runs = pen.absent("respondent-needed", "respondents");
        pen.paragraph(runs);
    }
}

fn requests(input: &InjunctionInput, pen: &mut Pen<'_>) {
    pen.heading(1, "requests");
    let mut number = 0_usize;
    let mut next = || {
        number = number.saturating_add(1);
        ("number", vec![Run::plain(number.to_string())])
    };
    if input.delete == Some(true) {
        let runs = pen.say_with("request-delete", &[next()]);
        pen.paragraph(runs);
        let items = input.statements.iter().map(|one| deleted(input, one, pen)).collect();
        places(pen, items);
        pen.tell("request-delete-copies");
    }
    if input.ban == Some(true) {
        let runs = pen.say_with("request-ban", &[next()]);
        pen.paragraph(runs);
    }
    for act in &input.other_acts {
        let runs = pen.say_with("request-other", &[next(), ("words", vec![Run::filled(act.as_str())])]);
        pen.paragraph(runs);
    }
    if input.delete != Some(true) && input.ban != Some(true) && input.other_acts.is_empty() {
        each_asked(input, pen);
    }
    let term = pen.value("request-term-label", "term", input.term.as_deref());
    let runs = pen.say_with("request-term", &[("term", term)]);
    pen.paragraph(runs);
}

/// While nothing is asked for, each thing that can be is asked by its own name (民法典 997, in force 2021-01-01: the acts that are
/// to stop).
fn each_asked(input: &InjunctionInput, pen: &mut Pen<'_>) {
    let each = [("field-delete", "delete", input.delete), ("field-ban", "ban", input.ban)];
    for (key, field, _) in each.into_iter().filter(|(.., said)| said.is_none()) {
        let runs = pen.absent(key, field);
        pen.paragraph(runs);
    }
    if input.delete.is_some() && input.ban.is_some() {
        let runs = pen.absent("request-any", "other_acts");
        pen.paragraph(runs);
    }
}

/// One statement that is to be deleted: by whom, where that is known, and where it stands.
fn deleted(input: &InjunctionInput, statement: &StatementPart, pen: &Pen<'_>) -> Vec<Run> {
    let own = input.publishers.iter().filter(|one| one.statement == statement.id);
    let names: Vec<&str> = own.flat_map(|one| one.names(&input.respondents)).collect();
    let mut runs = Vec::new();
    if !names.is_empty() {
        runs = pen.say_with("request-delete-by", &[("names", vec![Run::filled(names.join("、"))])]);
    }
    runs.extend(statement.located(pen));
    runs
}

fn grounds(input: &InjunctionInput, pen: &mut Pen<'_>) {
    pen.heading(1, "grounds");
    pen.heading(2, "facts");
    if input.statements.is_empty() {
        let runs = pen.absent("facts-none", "statements");
        pen.paragraph(runs);
    }
    for statement in &input.statements {
        statement.lay(pen);
    }
    let own = [("ongoing", &input.ongoing), ("unlawful", &input.unlawful), ("harm", &input.harm)];
    for (field, value) in own {
        pen.heading(2, field);
        let runs = pen.value(field, field, value.as_deref());
        pen.paragraph(runs);
        if field == "harm" {
            ConsequencePart::lay_all(pen, &input.recorded_consequences);
        }
    }
    pen.heading(2, "notified");
    StepPart::lay_all(pen, &input.platform_steps);
    words(pen, "platform-notice-words", input.platform_notice.as_deref());
    if input.platform_steps.is_empty() && input.platform_notice.is_none() {
        let runs = pen.absent("platform-notice", "platform_notice");
        pen.paragraph(runs);
    }
    pen.heading(2, "suit");
    let mut runs = pen.say("in-suit");
    runs.extend(choice(pen, "in-suit", "in_suit", input.in_suit, ("yes", "no")));
    pen.line(Align::Start, runs);
    StepPart::lay_all(pen, &input.suit_steps);
    pen.heading(2, "reasons");
    pen.tell("law-injunction");
    pen.tell("law-opinions");
}

fn security(input: &InjunctionInput, pen: &mut Pen<'_>) {
    pen.heading(1, "security");
    let mut rows = Vec::new();
    let answer = choice(pen, "security-label", "security", input.security, ("yes", "no"));
    rows.push(vec![Cell::label(pen.say("security-label")), Cell::of(answer)]);
    if input.security == Some(true) {
        pen.row(&mut rows, "security-kind", "security_kind", input.security_kind.as_deref());
    }
    pen.grid("security", rows);
}
