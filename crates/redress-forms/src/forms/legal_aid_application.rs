//! 法律援助申请表 (法律援助法 29-32, 38-44, in force 2022-01-01). Local legal-aid organs have tables of their own; this one carries
//! what the statute asks for.

use super::complaint::{choice, each};
use crate::parts::{
    CLAIMANT_DETAILS, ClaimantPart, ExhibitPart, PersonPart, RespondentPart, StatementPart, StepPart, day_zh,
    recorded,
};
use crate::{FormKind, Source};
use redress_base::{Date, Value};
use redress_case::Capacity;
use redress_law::{Body, DeadlineOutcome, Stand};
use redress_paper::{Align, Block, Cell, Fixed, Pen, Run};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Makes a closed list with the text that prints each; where the vocabulary has the list, its words are the same.
macro_rules! listed {
    ($(#[$top:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $key:literal),+ $(,)? }) => {
        $(#[$top])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($(#[$doc])* $variant),+ }

        impl $name {
            const ALL: &'static [$name] = &[$($name::$variant),+];

            const fn key(self) -> &'static str {
                match self { $($name::$variant => $key),+ }
            }
        }
    };
}

listed! {
    /// In which capacity aid is asked for (法律援助法 29, 31).
    AidRole {
        /// The victim of a public prosecution.
        PublicCaseVictim = "role-public-case-victim",
        /// A private prosecutor.
        PrivateProsecutor = "role-private-prosecutor",
        /// The plaintiff of an incidental civil action.
        IncidentalPlaintiff = "role-incidental-plaintiff",
        /// The plaintiff of a civil suit.
        CivilPlaintiff = "role-civil-plaintiff",
        /// Another.
        OtherRole = "role-other-role",
    }
}

listed! {
    /// Why hardship need not be shown (法律援助法 32), or is not checked (42).
    AidExempt {
        /// Claims after abuse, abandonment or domestic violence: no hardship needed.
        AbuseVictim = "exempt-abuse-victim",
        /// A minor without a fixed income.
        MinorWithoutIncome = "exempt-minor-without-income",
        /// An elderly person without a fixed income.
        ElderlyWithoutIncome = "exempt-elderly-without-income",
        /// A disabled person without a fixed income.
        DisabledWithoutIncome = "exempt-disabled-without-income",
        /// Receives social assistance.
        SocialAssistance = "exempt-social-assistance",
        /// Receives judicial assistance.
        JudicialAssistance = "exempt-judicial-assistance",
        /// Receives preferential treatment (优抚).
        PreferentialTreatment = "exempt-preferential-treatment",
    }
}

listed! {
    /// Forms of service (法律援助法 22).
    AidService {
        /// Advice.
        Advice = "service-advice",
        /// Drafting of documents.
        Drafting = "service-drafting",
        /// Representation in the criminal case.
        CriminalAgent = "service-criminal-agent",
        /// Representation in the civil suit.
        CivilAgent = "service-civil-agent",
    }
}

/// Where a time limit stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LimitStanding {
    /// It runs.
    #[default]
    Runs,
    /// The facts on file do not settle whether it runs.
    MayRun,
    /// The day from which it is counted is not on file.
    Undated,
}

/// A time limit that runs for the applicant, or may.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct LimitPart {
    /// Which.
    pub what: Fixed,
    /// Its last day, counted strictly; absent where its first day is not on file.
    pub until: Option<String>,
    /// Where it stands.
    pub standing: LimitStanding,
    /// Fewer than seven days are left on the day of the paper (法律援助法 44(一)).
    pub short: bool,
}

/// How somebody lives, in their words; a number stands beside the paper that shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct MeansPart {
    /// 家庭成员及共同生活人口.
    pub household: Option<String>,
    /// 收入.
    pub income: Option<String>,
    /// 主要支出.
    pub expenses: Option<String>,
    /// 财产.
    pub property: Option<String>,
    /// 经济困难状况说明.
    pub account: Option<String>,
}

/// The input of an application for legal aid.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct LegalAidInput {
    /// Who asks for aid, and who applies for them (法律援助法 40).
    pub claimant: ClaimantPart,
    /// In which capacity.
    pub role: Option<AidRole>,
    /// Whether an agent was appointed already (法律援助法 29).
    pub agent_appointed: Option<bool>,
    /// Which services.
    pub services: Vec<AidService>,
    /// The other side.
    pub respondents: Vec<RespondentPart>,
    /// 事项与案情, in the applicant's words.
    pub matter: Option<String>,
    /// The statements.
    pub statements: Vec<StatementPart>,
    /// Statements and parties of the other side that this paper leaves out.
    pub left_out: Vec<String>,
    /// Where the case stands: before whom, under which number.
    pub case_steps: Vec<StepPart>,
    /// Limits that run.
    pub limits: Vec<LimitPart>,
    /// Whether preservation or advance enforcement has to be sought at once (法律援助法 44(二)).
    pub preservation_needed: Option<bool>,
    /// Why no hardship is shown or checked.
    pub exempt: Option<AidExempt>,
    /// Economic circumstances, where they are.
    pub means: MeansPart,
    /// 证件与证据.
    pub exhibits: Vec<ExhibitPart>,
    /// The legal-aid organ.
    pub office: Option<String>,
    /// Day of signing.
    pub date: Option<String>,
}

/// The form.
pub(super) struct LegalAidApplication;

impl FormKind for LegalAidApplication {
    type Input = LegalAidInput;
    const ID: &'static str = "legal-aid-application";
    const TEXT: &'static str = include_str!("../../../../forms/legal-aid-application/form.toml");
    const DETAILS: &'static [(Capacity, &'static [&'static str])] = &{
        let [victim, relative, guardian, agent] = CLAIMANT_DETAILS;
        [victim, relative, guardian, agent, (Capacity::Respondent, &["name", "address", "accounts"])]
    };
    const QUOTES: bool = true;

    fn fill(source: &Source<'_>) -> LegalAidInput {
        let claimant = ClaimantPart::of(source);
        let procedures =
            ["public-prosecution", "private-prosecution", "administrative-penalty", "civil-suit"];
        LegalAidInput {
            left_out: source.all_left_out(),
            role: recorded::chosen(source, "case_role"),
            agent_appointed: if claimant.agents.is_empty() {
                recorded::truth(source, "agent_appointed")
            } else {
                Some(true)
            },
            respondents: RespondentPart::all(source).into_iter().map(named).collect(),
            statements: StatementPart::all(source),
            case_steps: procedures
                .iter()
                .flat_map(|procedure| StepPart::all(source, procedure, &[]))
                .collect(),
            limits: limits(source),
            preservation_needed: recorded::truth(source, "preservation_or_advance_needed"),
            exempt: recorded::chosen(source, "exempt_category"),
            exhibits: ExhibitPart::all(source),
            date: Some(day_zh(source.today)),
            claimant,
            ..LegalAidInput::default()
        }
    }

    fn lay(input: &LegalAidInput, pen: &mut Pen<'_>) {
        pen.title();
        pen.heading(1, "parties");
        input.claimant.lay(pen, "aid-applicant");
        matter(input, pen);
        urgency(input, pen);
        means(input, pen);
        pen.heading(1, "evidence");
        let items = ["annex-identity", "annex-relation", "annex-hardship"].map(|key| pen.say(key));
        pen.block(Block::List { ordered: true, items: items.to_vec() });
        if !input.exhibits.is_empty() {
            ExhibitPart::lay_short(pen, &input.exhibits.iter().collect::<Vec<_>>());
        }
        close(input, pen);
    }

    fn day(input: &LegalAidInput) -> Option<&str> {
        input.date.as_deref()
    }
}

/// Of the other side this paper prints who it is and where, and nothing more.
fn named(one: RespondentPart) -> RespondentPart {
    let PersonPart { party, organisation, name, address, .. } = one.person;
    RespondentPart {
        person: PersonPart { party, organisation, name, address, ..PersonPart::default() },
        ..one
    }
}

/// First days that the applicant knows, and no step of a procedure fixes: a limit that is counted from them has begun once they
/// are there, whether or not the file records them (民法典 188, in force 2021-01-01).
const KNOWN_TO_APPLICANT: [&str; 2] = ["know_harm_date", "know_obligor_date"];

/// The limits that run for the applicant, each once, the nearest first; then those that may run, then those whose first day
/// nobody recorded (法律援助法 44(一), in force 2022-01-01: fewer than seven days left).
fn limits(source: &Source<'_>) -> Vec<LimitPart> {
    let own = source.due.deadlines.iter().filter(|one| one.who == Body::Person);
    let mut found: Vec<(LimitStanding, Option<Date>, &DeadlineOutcome)> =
        own.filter_map(|one| Some((standing(source, one)?, one.due, one))).collect();
    found.retain(|(.., one)| concerns(source, one));
    // A limit is worked out for the case and for each statement, and two articles may state the same one: it stands once, as
    // it runs for certain, and with the first of its last days.
    found.sort_by(|a, b| (a.0, a.1, &a.2.id).cmp(&(b.0, b.1, &b.2.id)));
    let mut seen = BTreeSet::new();
    found.retain(|(.., one)| seen.insert(first_stated(source, &one.id)));
    let left = |until: Date| source.today.until(until).map_or(i32::MAX, |span| span.get_days());
    let part = |(standing, until, one): (LimitStanding, Option<Date>, &DeadlineOutcome)| LimitPart {
        what: Fixed::new(&*one.label.zh, &*one.label.en),
        until: until.map(day_zh),
        standing,
        short: until.is_some_and(|until| (0..=6).contains(&left(until))),
    };
    found.into_iter().map(part).collect()
}

/// Limits of offences that nothing on file speaks of concern nobody: they are told once a fact of the offence is recorded.
const OF_ANOTHER_OFFENCE: [(&str, &str); 2] = [("cl87-ten-years", "pi_"), ("cl89-ten-years-from-end", "pi_")];

fn concerns(source: &Source<'_>, one: &DeadlineOutcome) -> bool {
    let Some((_, terms)) = OF_ANOTHER_OFFENCE.iter().find(|(id, _)| one.id == *id) else { return true };
    source.result.facts.iter().any(|row| row.term.starts_with(terms) && !row.claims.is_empty())
}

/// Where a limit stands for the applicant; `None` where it does not run, is met, or its days are over.
fn standing(source: &Source<'_>, one: &DeadlineOutcome) -> Option<LimitStanding> {
    let ahead = one.due.is_some_and(|due| due >= source.today);
    let known = |term: &String| KNOWN_TO_APPLICANT.contains(&term.as_str());
    match one.standing {
        Stand::Running if one.applies == Value::TT => Some(LimitStanding::Runs),
        Stand::Running | Stand::Disputed | Stand::Unknown if one.applies != Value::FF && ahead => {
            Some(LimitStanding::MayRun)
        }
        Stand::DateMissing if one.applies == Value::TT && one.from_terms.iter().all(known) => {
            Some(LimitStanding::Undated)
        }
        _ => None,
    }
}

/// The limit that this one states again; itself where it states none.
fn first_stated<'s>(source: &Source<'s>, id: &'s str) -> &'s str {
    let mut limits = source.book.ir().provisions.iter().flat_map(|page| &page.deadlines);
    limits.find(|one| one.id == id).and_then(|one| one.same_as.as_deref()).unwrap_or(id)
}

/// Every word of a list with its box.
fn boxes<T: Copy>(
    pen: &Pen<'_>,
    all: &[T],
    key: impl Fn(T) -> &'static str,
    on: impl Fn(T) -> bool,
) -> Vec<Vec<Run>> {
    all.iter().map(|one| pen.tick(on(*one), key(*one))).collect()
}

fn matter(input: &LegalAidInput, pen: &mut Pen<'_>) {
    pen.heading(1, "matter-heading");
    let mut rows = Vec::new();
    let mut roles = boxes(pen, AidRole::ALL, AidRole::key, |one| input.role == Some(one));
    if input.role.is_none() {
        roles.push(pen.absent("role", "role"));
    }
    rows.push(vec![Cell::label(pen.say("role")), Cell::tall(roles)]);
    let mut services = boxes(pen, AidService::ALL, AidService::key, |one| input.services.contains(&one));
    if input.services.is_empty() {
        services.push(pen.absent("services", "services"));
    }
    rows.push(vec![Cell::label(pen.say("services")), Cell::tall(services)]);
    let appointed = choice(pen, "agent-appointed", "agent_appointed", input.agent_appointed, ("yes", "no"));
    rows.push(vec![Cell::label(pen.say("agent-appointed")), Cell::of(appointed)]);
    pen.row(&mut rows, "matter", "matter", input.matter.as_deref());
    pen.grid("matter-heading", rows);
    each(pen, "respondents", "other-party", &input.respondents, |one, pen| one.lay_known(pen, "other-party"));
    for statement in &input.statements {
        statement.lay(pen);
    }
    if !input.case_steps.is_empty() {
        pen.heading(2, "case-steps");
        StepPart::lay_all(pen, &input.case_steps);
    }
}

fn urgency(input: &LegalAidInput, pen: &mut Pen<'_>) {
    if input.limits.is_empty() && input.preservation_needed != Some(true) {
        return;
    }
    pen.heading(1, "urgency");
    for one in &input.limits {
        let mut runs = pen.fixed(&one.what.zh, &one.what.en);
        let day = one.until.iter().map(|until| Run::filled(until.as_str())).collect();
        let key = match one.standing {
            LimitStanding::Runs => "limit",
            LimitStanding::MayRun => "limit-may-run",
            LimitStanding::Undated => "limit-undated",
        };
        runs.extend(pen.say_with(key, &[("day", day)]));
        pen.paragraph(runs);
    }
    if input.preservation_needed == Some(true) {
        pen.tell("preservation-needed");
    }
    if input.limits.iter().any(|one| one.short) || input.preservation_needed == Some(true) {
        pen.tell("law-first");
    }
}

fn means(input: &LegalAidInput, pen: &mut Pen<'_>) {
    pen.heading(1, "means");
    pen.heading(2, "exempt");
    let items = boxes(pen, AidExempt::ALL, AidExempt::key, |one| input.exempt == Some(one));
    for runs in items {
        pen.line(Align::Start, runs);
    }
    pen.heading(2, "means-account");
    // 法律援助法 32: no hardship needed; 42: what is not checked need not be shown.
    if let Some(exempt) = input.exempt {
        let free = exempt == AidExempt::AbuseVictim;
        pen.tell(if free { "no-means-test" } else { "not-checked" });
        return;
    }
    let mut rows = Vec::new();
    let fields = [
        ("means-household", "household", &input.means.household),
        ("means-income", "income", &input.means.income),
        ("means-expenses", "expenses", &input.means.expenses),
        ("means-property", "property", &input.means.property),
        ("means-words", "account", &input.means.account),
    ];
    pen.within("means", |pen| {
        for (key, field, value) in fields {
            pen.row(&mut rows, key, field, value.as_deref());
        }
    });
    pen.grid("means-account", rows);
}

fn close(input: &LegalAidInput, pen: &mut Pen<'_>) {
    pen.heading(1, "promise");
    pen.tell("promise-text");
    let runs = pen.say("to-court");
    pen.paragraph(runs);
    let office = pen.value("office", "office", input.office.as_deref());
    pen.line(Align::Start, office);
    let date = pen.value("date", "date", input.date.as_deref());
    let mut lines = input.claimant.signatures(pen, "applicant-signed");
    lines.push(date);
    pen.block(Block::Signature { lines });
}
