//! What the two official forms of a private prosecution share (法〔2025〕82号, forms 01 and 02, in force 2025-07-14).

use crate::parts::{
    AGENT_DETAILS, ALL_DETAILS, AssertedPart, Complaining, ConsequencePart, ExhibitPart, PersonPart,
    PublisherPart, RESPONDENT_DETAILS, RepresentativePart, RespondentPart, SHORT_DETAILS, StatementPart,
    StepPart, Told, day_zh,
};
use crate::{Offered, Source};
use redress_case::Capacity;
use redress_facts::Scope;
use redress_paper::{Align, Block, Cell, Pen, Run};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The input of a complaint.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ComplaintInput {
    /// 自诉人, one table each.
    pub prosecutors: Vec<PersonPart>,
    /// 诉讼代理人.
    pub agents: Vec<RepresentativePart>,
    /// 法定代理人或者代为告诉人.
    pub guardians: Vec<RepresentativePart>,
    /// 被告人, one table each: those of whom it is known who they are (法释〔2021〕1号 316, in force 2021-03-01).
    pub defendants: Vec<RespondentPart>,
    /// 是否提起附带民事诉讼.
    pub incidental: Option<bool>,
    /// 物质损失, in the prosecutor's words: what, how much, by which paper.
    pub losses: Option<String>,
    /// 其他请求.
    pub other_claims: Option<String>,
    /// The police-help box (刑法 246(3), in force 2015-11-01).
    pub help: HelpPart,
    /// The statements that are charged.
    pub statements: Vec<StatementPart>,
    /// Who is said to have published each of them.
    pub publishers: Vec<PublisherPart>,
    /// What the file records of their content, and of what an authority decided about them.
    pub asserted: Vec<AssertedPart>,
    /// Statements that this paper does not charge, and parties of the other side that it does not name: where nobody said,
    /// those statements of which everything that was recorded speaks of the other offence alone.
    pub left_out: Vec<String>,
    /// Kinds of complainants for whom Article 10 is raised again (指导意见 10, in force 2023-09-20).
    pub complaining: Vec<Complaining>,
    /// What the prosecutor adds to the facts.
    pub own_words: Option<String>,
    /// Consequences that the file records, each with what shows it.
    pub recorded_consequences: Vec<ConsequencePart>,
    /// 危害后果, in the prosecutor's words.
    pub consequences: Option<String>,
    /// Notices to platforms and civil suits on file.
    pub platform_steps: Vec<StepPart>,
    /// Penalties by the police on file.
    pub public_steps: Vec<StepPart>,
    /// 与网络平台的相关诉讼情况, in the prosecutor's words.
    pub platform_case: Option<String>,
    /// 理由.
    pub grounds: Option<String>,
    /// The evidence list.
    pub exhibits: Vec<ExhibitPart>,
    /// Numbers of the exhibits that show material loss.
    pub loss_exhibits: Vec<u32>,
    /// Numbers of exhibits that show something else.
    pub other_exhibits: Vec<u32>,
    /// 是否同意调解: the prosecution.
    pub mediation: Option<bool>,
    /// 是否同意调解: the civil claim.
    pub mediation_civil: Option<bool>,
    /// 受理法院.
    pub court: Option<String>,
    /// Day of signing.
    pub date: Option<String>,
}

/// The police-help box.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct HelpPart {
    /// 是否需要.
    pub asked: Option<bool>,
    /// 具体事项.
    pub items: Vec<String>,
    /// 线索.
    pub leads: Vec<String>,
    /// 提供证据确有困难的原因.
    pub reason: Option<String>,
}

/// Which details it prints.
pub(super) const DETAILS: &[(Capacity, &[&str])] = &[
    (Capacity::Victim, ALL_DETAILS),
    (Capacity::Agent, AGENT_DETAILS),
    (Capacity::Guardian, SHORT_DETAILS),
    (Capacity::Relative, SHORT_DETAILS),
    (Capacity::Respondent, RESPONDENT_DETAILS),
];

/// Which of the two offences of 刑法 246 (in force 1997-10-01) a complaint is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Charge {
    /// 侮辱罪.
    Insult,
    /// 诽谤罪.
    Defamation,
}

impl Charge {
    /// The facts of a statement that somebody records only because it concerns this offence.
    const fn terms(self) -> &'static [&'static str] {
        match self {
            Charge::Insult => {
                &["insult_mode", "insulting_manner", "is_public", "public_insult", "circumstances_serious"]
            }
            Charge::Defamation => {
                &["statement_is_factual", "statement_false", "fabricated_or_altered", "vile_circumstances"]
            }
        }
    }

    /// What the facts part tells of the content of a statement: that it is false carries defamation alone.
    const fn of_statement(self) -> &'static [Told] {
        match self {
            Charge::Insult => &[],
            Charge::Defamation => {
                &[("statement_false", &[]), ("fabricated_or_altered", &["fabricated", "altered"])]
            }
        }
    }

    /// What it tells of the case: what the police decided, and for defamation an earlier penalty (法释〔2013〕21号 2(三), in
    /// force 2013-09-10).
    const fn of_case(self) -> &'static [Told] {
        match self {
            Charge::Insult => &[("decision", &["administrative-penalty"])],
            Charge::Defamation => {
                &[("decision", &["administrative-penalty"]), ("prior_defamation_admin_penalty", &[])]
            }
        }
    }

    const fn other(self) -> Charge {
        match self {
            Charge::Insult => Charge::Defamation,
            Charge::Defamation => Charge::Insult,
        }
    }

    /// Whether everything that was recorded about a statement speaks of the other offence alone.
    fn passes_over(self, source: &Source<'_>, id: &str) -> bool {
        let scope = Scope::Statement(id.to_owned());
        let speaks = |charge: Charge| {
            let about = |row: &&redress_case::FactRow| {
                row.scope == scope && charge.terms().contains(&row.term.as_str())
            };
            source.result.facts.iter().any(|row| about(&row))
        };
        speaks(self.other()) && !speaks(self)
    }
}

/// Fills it.
pub(super) fn fill(source: &Source<'_>, charge: Charge) -> ComplaintInput {
    if source.left_out.is_some() {
        return fill_named(source, charge);
    }
    let passed = passed_over(source, charge);
    fill_named(&Source { left_out: Some(&passed), ..*source }, charge)
}

/// The statements of which everything recorded speaks of the other offence alone.
pub(super) fn passed_over(source: &Source<'_>, charge: Charge) -> BTreeSet<String> {
    let all = StatementPart::all(source).into_iter().map(|one| one.id);
    all.filter(|id| charge.passes_over(source, id)).collect()
}

/// Fills it with what is not left out.
fn fill_named(source: &Source<'_>, charge: Charge) -> ComplaintInput {
    let statements = StatementPart::all(source);
    let respondents = RespondentPart::all(source);
    let publishers = PublisherPart::all(source, &statements, &respondents);
    let (unknown, known): (Vec<_>, Vec<_>) = respondents.into_iter().partition(|one| one.unknown);
    ComplaintInput {
        prosecutors: PersonPart::all(source, Capacity::Victim),
        agents: RepresentativePart::for_victim(source, Capacity::Agent),
        guardians: [Capacity::Guardian, Capacity::Relative]
            .into_iter()
            .flat_map(|capacity| RepresentativePart::for_victim(source, capacity))
            .collect(),
        help: HelpPart::of(&statements, &unknown, known.iter().any(RespondentPart::definite)),
        // 法释〔2021〕1号 316 (in force 2021-03-01): an account of which nobody knows who uses it is no definite accused.
        defendants: if known.is_empty() { vec![RespondentPart::default()] } else { known },
        recorded_consequences: ConsequencePart::all(source),
        platform_steps: ["platform-notice", "civil-suit"]
            .into_iter()
            .flat_map(|procedure| StepPart::all(source, procedure, &[]))
            .collect(),
        asserted: AssertedPart::all(source, &statements, charge.of_statement(), charge.of_case()),
        public_steps: StepPart::all(source, "administrative-penalty", &["penalty-decided", "served"]),
        left_out: source.all_left_out(),
        statements,
        publishers,
        complaining: Complaining::all(source),
        exhibits: ExhibitPart::all(source),
        // What only the other side relies on, and what shows no statement of this paper, is no evidence of the acts.
        other_exhibits: ExhibitPart::of_nothing_named(source),
        date: Some(day_zh(source.today)),
        ..ComplaintInput::default()
    }
}

impl HelpPart {
    /// The leads that the file has: where each statement stands, and the accounts of which nobody knows who uses them. Where
    /// there is no definite accused, the first matter is who it is (刑法 246(3), in force 2015-11-01; 法释〔2021〕1号 316 and 325,
    /// in force 2021-03-01). Whether help is asked for, a person says.
    fn of(statements: &[StatementPart], unknown: &[RespondentPart], definite: bool) -> HelpPart {
        let of_statement = |one: &StatementPart| {
            let place = one.link.clone().or_else(|| one.platform.clone())?;
            let account = one.account.clone().map(|account| format!("，账号“{account}”")).unwrap_or_default();
            Some(format!("{}：{place}{account}", one.named_zh()))
        };
        let mut leads: Vec<String> = statements.iter().filter_map(of_statement).collect();
        let accounts = unknown.iter().filter_map(RespondentPart::account_text);
        leads.extend(accounts.map(|text| format!("使用人身份不明的账号：{}", text.replace('\n', "；"))));
        let mut items = Vec::new();
        if !leads.is_empty() && (!unknown.is_empty() || !definite) {
            items.push("查明线索所列账号使用人的身份信息".to_owned());
        }
        HelpPart { items, leads, ..HelpPart::default() }
    }

    /// Whether the box is printed: not where a person said that no help is asked for, nor where nothing is known to ask.
    fn shown(&self) -> bool {
        self.asked.unwrap_or(!self.items.is_empty())
    }
}

impl ComplaintInput {
    /// Whether material loss is claimed, and there is something that could show it.
    fn claims_loss(&self) -> bool {
        let claimed = self.losses.is_some() || self.other_claims.is_none();
        self.incidental == Some(true) && claimed && !self.exhibits.is_empty()
    }
}

/// Exhibits are picked by their numbers.
pub(super) fn offered(input: &ComplaintInput) -> Vec<Offered> {
    ["loss_exhibits", "other_exhibits"].map(|field| Offered::exhibits(field, &input.exhibits)).to_vec()
}

/// Lays it out; the words are the form's own.
pub(super) fn lay(input: &ComplaintInput, pen: &mut Pen<'_>) {
    pen.title();
    pen.note(&["instruction-copies", "instruction-tables", "instruction-difficulty"]);
    parties(input, pen);
    claims(input, pen);
    grounds(input, pen);
    evidence(input, pen);
    mediation(input, pen);
    close(input, pen);
}

fn parties(input: &ComplaintInput, pen: &mut Pen<'_>) {
    pen.heading(1, "parties");
    each(pen, "prosecutors", "prosecutor", &input.prosecutors, |one, pen| one.lay_full(pen, "prosecutor"));
    each(pen, "agents", "agent", &input.agents, |one, pen| one.lay(pen, "agent"));
    each(pen, "guardians", "guardian", &input.guardians, |one, pen| one.lay(pen, "guardian"));
    each(pen, "defendants", "defendant", &input.defendants, |one, pen| one.lay_full(pen, "defendant"));
    if !input.defendants.iter().any(RespondentPart::definite) {
        // 法释〔2021〕1号 316 (in force 2021-03-01): a private prosecution needs a definite accused.
        let runs = pen.absent("defendant-needed", "defendants");
        pen.paragraph(runs);
    }
    let mut runs = pen.say("incidental");
    runs.push(Run::plain("："));
    runs.extend(choice(pen, "incidental", "incidental", input.incidental, ("yes", "no")));
    pen.line(Align::Start, runs);
}

fn claims(input: &ComplaintInput, pen: &mut Pen<'_>) {
    pen.heading(1, "claims");
    let names: Vec<&str> = input
        .defendants
        .iter()
        .filter(|one| one.definite())
        .filter_map(|one| one.person.name.as_deref())
        .collect();
    let names = if names.is_empty() { Vec::new() } else { vec![Run::filled(names.join("、"))] };
    let runs = pen.say_with("claim-criminal", &[("names", names)]);
    pen.paragraph(runs);
    for (key, name, value) in
        [("claim-material", "losses", &input.losses), ("claim-other", "other", &input.other_claims)]
    {
        let words = match value {
            Some(value) => vec![Run::filled(value.as_str())],
            // 刑事诉讼法 101 (in force 2018-10-26): an incidental civil action asks for something.
            None if name == "losses" && input.incidental == Some(true) && input.other_claims.is_none() => {
                pen.absent("losses", "losses")
            }
            // Nobody has said yet whether there is a civil action: that nothing is claimed is no answer before.
            None if input.incidental.is_none() => open(pen),
            None => pen.say("claim-none"),
        };
        let runs = pen.say_with(key, &[(name, words)]);
        pen.paragraph(runs);
    }
    help(&input.help, pen);
}

/// What hangs on a question that nobody answered: the mark in the place of the question itself keeps the paper a draft.
fn open(pen: &Pen<'_>) -> Vec<Run> {
    pen.strong("claim-open")
}

fn help(help: &HelpPart, pen: &mut Pen<'_>) {
    pen.within("help", |pen| {
        let mut runs = pen.say("help-asked");
        runs.push(Run::plain("："));
        runs.extend(choice(pen, "help-asked", "asked", help.asked, ("yes", "no")));
        pen.line(Align::Start, runs);
        if !help.shown() {
            return;
        }
        let mut rows = Vec::new();
        let lines = |lines: &[String]| Some(lines.join("\n")).filter(|text| !text.is_empty());
        pen.row(&mut rows, "help-items", "items", lines(&help.items).as_deref());
        pen.row_named(&mut rows, "help-leads", "leads", lines(&help.leads).as_deref());
        pen.row(&mut rows, "help-reason", "reason", help.reason.as_deref());
        pen.grid("help-asked", rows);
    });
}

fn grounds(input: &ComplaintInput, pen: &mut Pen<'_>) {
    pen.heading(1, "grounds");
    pen.heading(2, "facts");
    if input.statements.is_empty() {
        let runs = pen.absent("facts-none", "statements");
        pen.paragraph(runs);
    }
    let unassigned = PublisherPart::unassigned(&input.publishers, &input.defendants);
    for statement in &input.statements {
        statement.lay(pen);
        let publishers = input.publishers.iter().filter(|one| one.statement == statement.id);
        publishers.filter(|_| !unassigned).for_each(|one| one.lay(&input.defendants, pen));
        input.asserted.iter().filter(|one| one.is_about(&statement.id)).for_each(|one| one.lay(pen));
    }
    if unassigned {
        // 法释〔2021〕1号 316 (in force 2021-03-01): what the accused is said to have done is part of the complaint.
        let runs = pen.absent("publisher-needed", "publishers");
        pen.paragraph(runs);
    }
    input.asserted.iter().filter(|one| one.about.is_none()).for_each(|one| one.lay(pen));
    StepPart::lay_all(pen, &input.public_steps);
    own_words(input, pen);
    ConsequencePart::lay_all(pen, &input.recorded_consequences);
    words(pen, "consequences", input.consequences.as_deref());
    StepPart::lay_all(pen, &input.platform_steps);
    words(pen, "platform-case", input.platform_case.as_deref());
    pen.heading(2, "reasons");
    pen.tell("reason-law");
    pen.tell("reason-opinions");
    pen.tell("reason-article10");
    Complaining::lay(pen, &input.complaining);
    let words = pen.value("reason-label", "grounds", input.grounds.as_deref());
    let runs = pen.say_with("reason-own", &[("words", words)]);
    pen.paragraph(runs);
}

/// The prosecutor's own account. An incidental civil action rests on facts that only its plaintiff can tell: which loss, and
/// how it came of the acts (刑事诉讼法 101, in force 2018-10-26).
fn own_words(input: &ComplaintInput, pen: &mut Pen<'_>) {
    if input.own_words.is_none() && input.incidental == Some(true) {
        let runs = pen.absent("own-words-needed", "own_words");
        pen.paragraph(runs);
    }
    words(pen, "own-words", input.own_words.as_deref());
}

fn evidence(input: &ComplaintInput, pen: &mut Pen<'_>) {
    pen.heading(1, "evidence");
    let is = |one: &&ExhibitPart, numbers: &[u32]| numbers.contains(&one.at.number);
    let offence = input
        .exhibits
        .iter()
        .filter(|one| !is(one, &input.loss_exhibits) && !is(one, &input.other_exhibits))
        .collect();
    let of =
        |numbers: &[u32]| input.exhibits.iter().filter(|one| !one.left_out && is(one, numbers)).collect();
    let parts: [(&str, Vec<&ExhibitPart>); 3] = [
        ("evidence-offence", offence),
        ("evidence-loss", of(&input.loss_exhibits)),
        ("evidence-other", of(&input.other_exhibits)),
    ];
    for (key, exhibits) in parts {
        pen.heading(2, key);
        let runs = match key {
            // One of those that show the loss is not handed in: the others would stand for what they do not show.
            "evidence-loss"
                if input.exhibits.iter().any(|one| one.left_out && is(&one, &input.loss_exhibits)) =>
            {
                pen.absent("loss-exhibits", "loss_exhibits")
            }
            _ if !exhibits.is_empty() => {
                ExhibitPart::lay_short(pen, &exhibits);
                continue;
            }
            "evidence-loss" if input.incidental.is_none() => open(pen),
            // 刑事诉讼法 101 (in force 2018-10-26): material loss is what is claimed, and what is claimed is shown.
            "evidence-loss" if input.claims_loss() => pen.absent("loss-exhibits", "loss_exhibits"),
            _ => pen.say("exhibit-none"),
        };
        pen.paragraph(runs);
    }
}

fn mediation(input: &ComplaintInput, pen: &mut Pen<'_>) {
    pen.heading(1, "mediation");
    let answers = ("agree", "disagree");
    let criminal = choice(pen, "mediation-criminal", "mediation", input.mediation, answers);
    let mut rows = vec![vec![Cell::label(pen.say("mediation-criminal")), Cell::of(criminal)]];
    if input.incidental == Some(true) {
        let civil = choice(pen, "mediation-civil", "mediation_civil", input.mediation_civil, answers);
        rows.push(vec![Cell::label(pen.say("mediation-civil")), Cell::of(civil)]);
    }
    pen.grid("mediation", rows);
}

fn close(input: &ComplaintInput, pen: &mut Pen<'_>) {
    let runs = pen.say("to-court");
    pen.paragraph(runs);
    let court = pen.value("court-name", "court", input.court.as_deref());
    pen.line(Align::Start, court);
    let date = pen.value("date", "date", input.date.as_deref());
    let signed = pen.say("signed");
    pen.block(Block::Signature { lines: vec![signed, date] });
}

/// Somebody's own words after a fixed text, where there are any.
pub(super) fn words(pen: &mut Pen<'_>, key: &str, words: Option<&str>) {
    if let Some(words) = words {
        let runs = pen.say_with(key, &[("words", vec![Run::filled(words)])]);
        pen.paragraph(runs);
    }
}

/// Every element of a list under a heading, its fields under its place in the input.
pub(super) fn each<T>(
    pen: &mut Pen<'_>,
    field: &str,
    key: &str,
    all: &[T],
    mut lay: impl FnMut(&T, &mut Pen<'_>),
) {
    for (at, one) in all.iter().enumerate() {
        pen.heading(2, key);
        pen.within(field, |pen| pen.within(at, |pen| lay(one, pen)));
    }
}

/// Two boxes, one ticked; none where nothing was chosen, and then the mark that a choice is asked for.
pub(super) fn choice(
    pen: &mut Pen<'_>,
    key: &str,
    field: &str,
    value: Option<bool>,
    (yes, no): (&str, &str),
) -> Vec<Run> {
    let mut runs = pen.tick(value == Some(true), yes);
    runs.push(Run::plain("　"));
    runs.extend(pen.tick(value == Some(false), no));
    if value.is_none() {
        runs.extend(pen.absent(key, field));
    }
    runs
}
