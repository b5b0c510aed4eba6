//! 民事起诉状 on a personality right (民事诉讼法 122-124, in force 2024-01-01, day unverified). There is no official form of 法〔2025〕82号
//! for it: its order is that of article 124.

use super::civil_claims::{self, CivilClaims};
use super::complaint::{choice, each, words};
use crate::parts::{
    CIVIL_RESPONDENT_DETAILS, CLAIMANT_DETAILS, ClaimantPart, Complaining, ConsequencePart, ExhibitPart,
    PLATFORM_DETAILS, PersonPart, PlatformPart, PublisherPart, RepresentativePart, RespondentPart,
    SHORT_DETAILS, StatementPart, StepPart, day_zh, recorded,
};
use crate::{FormKind, Source};
use redress_case::Capacity;
use redress_paper::{Align, Block, Cell, Pen, Run};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// 案由.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Cause {
    /// 名誉权纠纷.
    Reputation,
    /// 隐私权纠纷.
    Privacy,
    /// 个人信息保护纠纷.
    PersonalInformation,
    /// 网络侵权责任纠纷.
    NetworkTort,
}

impl Cause {
    const fn keys(self) -> (&'static str, &'static str) {
        match self {
            Cause::Reputation => ("cause-reputation", "law-reputation"),
            Cause::Privacy => ("cause-privacy", "law-privacy"),
            Cause::PersonalInformation => ("cause-personal-information", "law-personal-information"),
            Cause::NetworkTort => ("cause-network-tort", "law-network-tort"),
        }
    }
}

/// The input of a civil complaint.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct CivilComplaintInput {
    /// 原告, and whoever represents them.
    pub claimant: ClaimantPart,
    /// 被告 who are users: those of whom it is known who they are (民事诉讼法 122, in force 2024-01-01, day unverified).
    pub defendants: Vec<RespondentPart>,
    /// Users of whom nobody knows who they are: no defendants; the platform may be asked (法释〔2014〕11号 3, as of 2021-01-01).
    pub unknown_users: Vec<RespondentPart>,
    /// Guardians of a defendant, sued beside them (法释〔2024〕12号 4).
    pub defendant_guardians: Vec<RepresentativePart>,
    /// Platforms, each sued or not.
    pub platforms: Vec<PlatformPart>,
    /// 案由.
    pub cause: Option<Cause>,
    /// 诉讼请求.
    pub claims: CivilClaims,
    /// The statements that the suit is about.
    pub statements: Vec<StatementPart>,
    /// Who is said to have published each of them.
    pub publishers: Vec<PublisherPart>,
    /// Statements and parties of the other side that this paper leaves out.
    pub left_out: Vec<String>,
    /// Kinds of complainants for whom Article 10 is raised again (指导意见 10, in force 2023-09-20).
    pub complaining: Vec<Complaining>,
    /// What the plaintiff adds to the facts.
    pub own_words: Option<String>,
    /// Consequences that the file records.
    pub recorded_consequences: Vec<ConsequencePart>,
    /// Consequences in the plaintiff's words.
    pub consequences: Option<String>,
    /// Notices to platforms.
    pub platform_steps: Vec<StepPart>,
    /// What police, procuratorate and criminal court did so far.
    pub public_steps: Vec<StepPart>,
    /// Why the claims are made, in the plaintiff's words.
    pub grounds: Option<String>,
    /// 证据和证据来源.
    pub exhibits: Vec<ExhibitPart>,
    /// 证人.
    pub witnesses: Vec<PersonPart>,
    /// 受诉法院.
    pub court: Option<String>,
    /// Day of signing.
    pub date: Option<String>,
}

impl CivilComplaintInput {
    fn sued_platforms(&self) -> impl Iterator<Item = &PlatformPart> {
        self.platforms.iter().filter(|one| one.sued == Some(true))
    }

    /// Names of the platforms that are sued.
    pub(super) fn platform_names(&self) -> Vec<&str> {
        self.sued_platforms().filter_map(|one| one.person.name.as_deref()).collect()
    }

    /// The names of the defendants to whom a statement is laid.
    pub(super) fn names_of(&self, statement: &StatementPart) -> Vec<&str> {
        let own = self.publishers.iter().filter(|one| one.statement == statement.id);
        own.flat_map(|one| one.names(&self.defendants)).collect()
    }

    /// How many defendants there are, which is how many copies the court wants (民事诉讼法 123).
    fn copies(&self) -> usize {
        let known = self.defendants.iter().filter(|one| one.definite()).count();
        known.saturating_add(self.defendant_guardians.len()).saturating_add(self.sued_platforms().count())
    }
}

/// The form.
pub(super) struct CivilComplaint;

impl FormKind for CivilComplaint {
    type Input = CivilComplaintInput;
    const ID: &'static str = "civil-complaint";
    const TEXT: &'static str = include_str!("../../../../forms/civil-complaint/form.toml");
    const DETAILS: &'static [(Capacity, &'static [&'static str])] = &{
        let [victim, relative, guardian, agent] = CLAIMANT_DETAILS;
        let respondent = (Capacity::Respondent, CIVIL_RESPONDENT_DETAILS);
        let platform = (Capacity::Platform, PLATFORM_DETAILS);
        [victim, relative, guardian, agent, respondent, platform, (Capacity::Witness, SHORT_DETAILS)]
    };
    const QUOTES: bool = true;

    fn fill(source: &Source<'_>) -> CivilComplaintInput {
        let cause = match recorded::word(source, "civil_cause").as_deref() {
            Some("reputation-claim") => Some(Cause::Reputation),
            Some("privacy-claim") => Some(Cause::Privacy),
            Some("personal-information-claim") => Some(Cause::PersonalInformation),
            // Mixed claims may be brought under one cause or another; that decides the court, so a person says which.
            _ => None,
        };
        let platforms = PlatformPart::all(source);
        let (respondents, statements) = (RespondentPart::all(source), StatementPart::all(source));
        let publishers = PublisherPart::all(source, &statements, &respondents);
        let (unknown_users, mut defendants): (Vec<_>, Vec<_>) =
            respondents.into_iter().partition(|one| one.unknown);
        if !platforms.is_empty() {
            // Nobody on file beside the platform: it alone is sued.
            defendants.retain(|one| *one != RespondentPart::default());
        }
        CivilComplaintInput {
            left_out: source.all_left_out(),
            claimant: ClaimantPart::of(source),
            defendants,
            unknown_users,
            defendant_guardians: RespondentPart::guardians(source),
            platforms,
            cause,
            claims: CivilClaims::of(source),
            statements,
            publishers,
            complaining: Complaining::all(source),
            recorded_consequences: ConsequencePart::all(source),
            platform_steps: StepPart::all(source, "platform-notice", &[]),
            public_steps: ["administrative-penalty", "private-prosecution", "public-prosecution"]
                .into_iter()
                .flat_map(|procedure| StepPart::all(source, procedure, &[]))
                .collect(),
            exhibits: ExhibitPart::all(source),
            witnesses: crate::parts::witnesses(source),
            date: Some(day_zh(source.today)),
            ..CivilComplaintInput::default()
        }
    }

    fn lay(input: &CivilComplaintInput, pen: &mut Pen<'_>) {
        pen.title();
        parties(input, pen);
        pen.heading(1, "cause");
        match input.cause {
            Some(cause) => pen.tell(cause.keys().0),
            None => {
                let runs = pen.absent("cause", "cause");
                pen.paragraph(runs);
            }
        }
        civil_claims::lay(input, pen);
        facts(input, pen);
        law(input, pen);
        evidence(input, pen);
        close(input, pen);
    }

    fn day(input: &CivilComplaintInput) -> Option<&str> {
        input.date.as_deref()
    }
}

fn parties(input: &CivilComplaintInput, pen: &mut Pen<'_>) {
    pen.heading(1, "parties");
    input.claimant.lay(pen, "plaintiff");
    each(pen, "defendants", "defendant", &input.defendants, |one, pen| one.lay_known(pen, "defendant"));
    each(pen, "defendant_guardians", "defendant-guardian", &input.defendant_guardians, |one, pen| {
        one.lay(pen, "defendant-guardian");
    });
    for (at, one) in input.platforms.iter().enumerate().filter(|(_, one)| one.sued != Some(false)) {
        pen.heading(2, "platform");
        pen.within("platforms", |pen| pen.within(at, |pen| platform(one, pen)));
    }
    if input.copies() == 0 && input.platforms.iter().all(|one| one.sued == Some(false)) {
        // 民事诉讼法 122(二) (in force 2024-01-01, day unverified): a suit needs a definite defendant; an account without a person and
        // without its platform is none.
        let runs = pen.absent("defendant-needed", "defendants");
        pen.paragraph(runs);
    }
    if !input.unknown_users.is_empty() {
        pen.tell("unknown-user-note");
        if civil_claims::disclosed(input) {
            pen.tell("unknown-user-disclose");
        }
    }
}

fn platform(one: &PlatformPart, pen: &mut Pen<'_>) {
    let mut rows = Vec::new();
    pen.within("person", |pen| one.person.lay_known(pen, &mut rows));
    if one.sued.is_none() {
        let answer = choice(pen, "platform-sued", "sued", None, ("yes", "no"));
        rows.push(vec![Cell::label(pen.say("platform-sued")), Cell::of(answer)]);
    }
    pen.grid("platform", rows);
}

fn facts(input: &CivilComplaintInput, pen: &mut Pen<'_>) {
    pen.heading(1, "grounds");
    pen.heading(2, "facts");
    if input.statements.is_empty() {
        let runs = pen.absent("facts-none", "statements");
        pen.paragraph(runs);
    }
    for statement in &input.statements {
        statement.lay(pen);
    }
    words(pen, "own-words", input.own_words.as_deref());
    ConsequencePart::lay_all(pen, &input.recorded_consequences);
    words(pen, "consequences", input.consequences.as_deref());
    for (key, steps) in [("platform-steps", &input.platform_steps), ("public-steps", &input.public_steps)] {
        if !steps.is_empty() {
            pen.tell(key);
            StepPart::lay_all(pen, steps);
        }
    }
}

fn law(input: &CivilComplaintInput, pen: &mut Pen<'_>) {
    pen.heading(2, "reasons");
    if let Some(cause) = input.cause {
        pen.tell(cause.keys().1);
    }
    let claims = &input.claims;
    let applies = [
        ("law-deceased", input.claimant.for_the_dead()),
        ("law-stop", [claims.stop, claims.apology, claims.effects, claims.reputation].contains(&Some(true))),
        ("law-disclose", civil_claims::disclosed(input)),
        ("law-platform", input.sued_platforms().next().is_some()),
        ("law-guardian", !input.defendant_guardians.is_empty()),
        ("law-mental", claims.mental == Some(true)),
        ("law-losses", !claims.losses.is_empty()),
        ("law-costs", !claims.costs.is_empty()),
    ];
    for (key, _) in applies.into_iter().filter(|(_, applies)| *applies) {
        pen.tell(key);
    }
    // 民法典 998 (in force 2021-01-01): reach is one of the circumstances that are weighed.
    if input.statements.iter().any(|one| !one.figures.is_empty()) {
        pen.tell("law-reach");
    }
    Complaining::lay(pen, &input.complaining);
    let own = pen.value("reason-label", "grounds", input.grounds.as_deref());
    let runs = pen.say_with("reason-own", &[("words", own)]);
    pen.paragraph(runs);
}

fn evidence(input: &CivilComplaintInput, pen: &mut Pen<'_>) {
    pen.heading(1, "evidence");
    if input.exhibits.is_empty() {
        let runs = pen.absent("exhibits-needed", "exhibits");
        pen.paragraph(runs);
    } else {
        ExhibitPart::lay_sourced(pen, &input.exhibits);
    }
    each(pen, "witnesses", "witness", &input.witnesses, |one, pen| {
        let mut rows = Vec::new();
        one.lay_known(pen, &mut rows);
        pen.grid("witness", rows);
    });
}

fn close(input: &CivilComplaintInput, pen: &mut Pen<'_>) {
    let runs = pen.say("to-court");
    pen.paragraph(runs);
    let court = pen.value("court-name", "court", input.court.as_deref());
    pen.line(Align::Start, court);
    let date = pen.value("date", "date", input.date.as_deref());
    let mut lines = input.claimant.signatures(pen, "plaintiff-signed");
    lines.push(date);
    pen.block(Block::Signature { lines });
    pen.tell("annexes");
    let copies = vec![Run::filled(input.copies().to_string())];
    let mut items = vec![pen.say_with("annex-copies", &[("copies", copies)]), pen.say("annex-evidence")];
    items.push(pen.say("annex-identity"));
    let more = [
        ("annex-account-sheet", !input.unknown_users.is_empty() || civil_claims::names_copies(input)),
        ("annex-mandate", !input.claimant.agents.is_empty()),
        ("annex-relation", input.claimant.for_the_dead() || !input.claimant.guardians.is_empty()),
    ];
    items.extend(more.into_iter().filter(|(_, there)| *there).map(|(key, _)| pen.say(key)));
    pen.block(Block::List { ordered: true, items });
}
