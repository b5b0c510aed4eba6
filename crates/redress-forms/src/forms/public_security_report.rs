//! 治安案件控告（报案）书: 治安管理处罚法 25, 50, 56, 90, in force 2026-01-01; before that day 22, 42 and 77 of the text of 2012.

use super::complaint::choice;
use crate::parts::{
    APPLICATION_DETAILS, ApplicantsPart, CircumstancePart, DocumentPart, ExhibitPart, RespondentPart,
    Sayable, StatementPart, close, day_zh, last_day, lay_evidence, lay_own, lay_respondents, lay_statements,
    lay_tick,
};
use crate::{FormKind, Source};
use redress_base::Date;
use redress_case::{Capacity, StatementRow};
use redress_facts::Scope;
use redress_paper::{Align, Block, Cell, Pen, Run};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The first day of the new text: 治安管理处罚法, revised 2025-06-27.
const NEW_TEXT: Date = Date::constant(2026, 1, 1);

/// The input of a report of a violation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PublicSecurityReportInput {
    /// 控告人.
    pub applicants: ApplicantsPart,
    /// 被控告人.
    pub respondents: Vec<RespondentPart>,
    /// Whether the report is handed in under the text in force since 2026-01-01; absent, it is.
    pub under_new_text: Option<bool>,
    /// Requests beside those that the form makes.
    pub requests: Option<String>,
    /// The statements, the first published first.
    pub statements: Vec<StatementPart>,
    /// Statements and parties of the other side that this paper leaves out.
    pub left_out: Vec<String>,
    /// What the person adds.
    pub own_words: Option<String>,
    /// Effects on life and health.
    pub consequences: Option<String>,
    /// What was done so far.
    pub handled: Vec<DocumentPart>,
    /// Conduct of the article.
    pub conduct: Vec<Conduct>,
    /// Days of the acts.
    pub acts: Vec<ActPart>,
    /// Grounds.
    pub grounds: Option<String>,
    /// The evidence list.
    pub exhibits: Vec<ExhibitPart>,
    /// Whether mediation is agreed to.
    pub mediation: Option<bool>,
    /// The undertaking is given.
    pub truthful: Option<bool>,
    /// 公安机关.
    pub police: Option<String>,
    /// Day of signing.
    pub date: Option<String>,
}

/// When a statement was made, which text governs it, and until when the police have to know.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ActPart {
    /// The statement.
    pub statement: String,
    /// Its first day.
    pub first: Option<String>,
    /// Its last day.
    pub last: Option<String>,
    /// Which text; absent where a day is not known.
    pub text: Option<LawText>,
    /// The last of the six months from the act.
    pub due: Option<String>,
    /// The same from the end of an act that continued.
    pub due_from_end: Option<String>,
}

/// Which text of the law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LawText {
    /// To 2025-12-31.
    Old,
    /// From 2026-01-01.
    New,
    /// The act straddles the change.
    Both,
}

/// Conduct that the law names. Items (一) to (六) stand under the same numbers in the old 42 and the new 50.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Conduct {
    /// (一).
    Threat,
    /// (二).
    Insult,
    /// (二).
    Defamation,
    /// (四).
    Retaliation,
    /// (五).
    Messages,
    /// (五), new text only.
    Stalking,
    /// (六).
    Privacy,
    /// New 56; old 网络安全法 64(2).
    PersonalInformation,
}

const CONDUCT: [(Conduct, &str, &[Sayable]); 8] = [
    (Conduct::Threat, "conduct-threat", &[]),
    (Conduct::Insult, "conduct-insult", &[]),
    (Conduct::Defamation, "conduct-defamation", &[]),
    (Conduct::Retaliation, "conduct-retaliation", &[("witness_retaliation", &[])]),
    (Conduct::Messages, "conduct-messages", &[("repeated_messages", &[])]),
    (Conduct::Stalking, "conduct-stalking", &[("stalking_kind", &[])]),
    (Conduct::Privacy, "conduct-privacy", &[("privacy_spread", &[])]),
    (
        Conduct::PersonalInformation,
        "conduct-personal-information",
        &[("pi_sold", &[]), ("pi_provided", &[]), ("illegally_obtained", &[])],
    ),
];

/// The form.
pub(super) struct PublicSecurityReport;

impl FormKind for PublicSecurityReport {
    type Input = PublicSecurityReportInput;
    const ID: &'static str = "public-security-report";
    const TEXT: &'static str = include_str!("../../../../forms/public-security-report/form.toml");
    const DETAILS: &'static [(Capacity, &'static [&'static str])] = APPLICATION_DETAILS;
    const QUOTES: bool = true;

    fn fill(source: &Source<'_>) -> PublicSecurityReportInput {
        let statements = StatementPart::all(source);
        let ids: Vec<String> = statements.iter().map(|one| one.id.clone()).collect();
        let recorded = |wanted: &[Sayable]| !CircumstancePart::all(source, &ids, wanted).is_empty();
        let conduct = CONDUCT.iter().filter(|(.., wanted)| recorded(wanted)).map(|(one, ..)| *one).collect();
        let handled =
            [("platform-notice", &[][..]), ("administrative-penalty", &[]), ("public-prosecution", &[])];
        PublicSecurityReportInput {
            left_out: source.all_left_out(),
            applicants: ApplicantsPart::of(source),
            respondents: RespondentPart::all(source),
            under_new_text: Some(source.today >= NEW_TEXT),
            conduct,
            acts: statements.iter().filter_map(|one| act(source, &one.id)).collect(),
            statements,
            handled: DocumentPart::steps(source, &handled),
            exhibits: ExhibitPart::all(source),
            date: Some(day_zh(source.today)),
            ..PublicSecurityReportInput::default()
        }
    }

    fn lay(input: &PublicSecurityReportInput, pen: &mut Pen<'_>) {
        pen.title();
        pen.heading(1, "parties");
        input.applicants.lay(pen, "applicants", "applicant");
        lay_respondents(pen, "respondents", "respondent", &input.respondents);
        requests(input, pen);
        facts(input, pen);
        law(input, pen);
        time(input, pen);
        lay_evidence(pen, &input.exhibits);
        let mut runs = pen.say("mediation");
        runs.push(Run::plain("："));
        runs.extend(choice(pen, "mediation", "mediation", input.mediation, ("agree", "disagree")));
        pen.line(Align::Start, runs);
        pen.tell("venue-law");
        lay_tick(pen, "undertaking", "truthful", input.truthful);
        let organ = ("organ", "police", input.police.as_deref());
        let annexes = ["annexed-evidence", "annexed-identity", "annexed-mandate"];
        close(pen, organ, "signed", input.date.as_deref(), &annexes);
        pen.note_with_caution(&[], "unverified-basis");
    }

    fn day(input: &PublicSecurityReportInput) -> Option<&str> {
        input.date.as_deref()
    }
}

fn act(source: &Source<'_>, id: &str) -> Option<ActPart> {
    let row = source.result.statements.iter().find(|row| row.id == id)?;
    let scope = Scope::Statement(id.to_owned());
    let due = |ids: &[&str]| last_day(source, ids, Some(&scope)).map(day_zh);
    let (first, last) = days(row);
    Some(ActPart {
        statement: id.to_owned(),
        first: first.map(day_zh),
        last: last.map(day_zh),
        text: text_of(first, last),
        due: due(&["psapl-22-six-months", "psapl-25-six-months"]),
        due_from_end: due(&["psapl-22-six-months-from-end", "psapl-25-six-months-from-end"]),
    })
}

fn days(row: &StatementRow) -> (Option<Date>, Option<Date>) {
    let day = |stamp: Option<redress_base::Stamp>| stamp.and_then(|stamp| stamp.at.beijing_date());
    (day(row.first), day(row.last))
}

/// The law of the day of the act (行政处罚法 37, in force 2021-07-15); both texts where it straddles 2026-01-01.
fn text_of(first: Option<Date>, last: Option<Date>) -> Option<LawText> {
    match (first? < NEW_TEXT, last? < NEW_TEXT) {
        (true, true) => Some(LawText::Old),
        (false, _) => Some(LawText::New),
        (true, false) => Some(LawText::Both),
    }
}

fn requests(input: &PublicSecurityReportInput, pen: &mut Pen<'_>) {
    pen.heading(1, "requests");
    let take = if input.under_new_text == Some(false) { "request-take-old" } else { "request-take-new" };
    let mut keys = vec![take, "request-collect", "request-decide"];
    if input.conduct.contains(&Conduct::Stalking) {
        keys.push("request-contact-ban");
    }
    keys.push("request-transfer");
    let items = keys.iter().map(|key| pen.say(key)).collect();
    pen.block(Block::List { ordered: true, items });
    lay_own(pen, "request-other", "requests", input.requests.as_deref());
}

fn facts(input: &PublicSecurityReportInput, pen: &mut Pen<'_>) {
    pen.heading(1, "facts");
    lay_statements(pen, &input.statements);
    lay_own(pen, "own-words", "own_words", input.own_words.as_deref());
    lay_own(pen, "consequences", "consequences", input.consequences.as_deref());
    if !input.handled.is_empty() {
        pen.heading(2, "handled");
        DocumentPart::lay_list(pen, "handled", &input.handled);
    }
}

fn law(input: &PublicSecurityReportInput, pen: &mut Pen<'_>) {
    pen.heading(1, "law");
    if input.conduct.is_empty() {
        let runs = pen.absent("conduct-none", "conduct");
        pen.paragraph(runs);
    }
    let ticks = CONDUCT.iter().map(|(one, key, _)| pen.tick(input.conduct.contains(one), key)).collect();
    pen.block(Block::List { ordered: false, items: ticks });
    let governed = |text: LawText| input.acts.iter().any(|act| act.text == Some(text));
    let undated = input.acts.iter().all(|act| act.text.is_none());
    let texts = [(LawText::Old, "law-old"), (LawText::New, "law-new"), (LawText::Both, "law-both")];
    for (text, key) in texts {
        // Where an act straddles the change, or no day is known, both texts stand on the paper.
        let both = governed(LawText::Both) || undated;
        if governed(text) || (both && text != LawText::Both) {
            pen.tell(key);
        }
    }
    pen.tell("law-opinions");
    pen.tell("article10");
    lay_own(pen, "grounds", "grounds", input.grounds.as_deref());
}

fn time(input: &PublicSecurityReportInput, pen: &mut Pen<'_>) {
    pen.heading(1, "time");
    let cell = |text: &Option<String>| Cell::of(text.iter().map(|text| Run::filled(text.as_str())).collect());
    let rows: Vec<Vec<Cell>> = input
        .acts
        .iter()
        .map(|act| {
            let text = act.text.map(|text| match text {
                LawText::Old => pen.say("time-old"),
                LawText::New => pen.say("time-new"),
                LawText::Both => pen.say("time-both"),
            });
            let told = input.statements.iter().find(|one| one.id == act.statement);
            let statement =
                Cell::of(told.map_or_else(|| pen.say("fact-not-recorded"), |one| pen.statement(one.number)));
            let text = Cell::of(text.unwrap_or_default());
            vec![statement, cell(&act.first), cell(&act.last), text, cell(&act.due), cell(&act.due_from_end)]
        })
        .collect();
    if !rows.is_empty() {
        let heads = ["time-statement", "time-first", "time-last", "time-law", "time-due", "time-due-end"];
        pen.table("time", vec![3, 3, 3, 2, 3, 3], &heads, rows);
    }
    pen.note(&["time-note", "time-receipt"]);
}

#[cfg(test)]
mod tests {
    use super::{LawText, NEW_TEXT, text_of};
    use redress_base::Date;

    /// 治安管理处罚法, revised, in force 2026-01-01: the last day of the old text, and the first of the new.
    #[test]
    fn the_day_of_the_act_chooses_the_text() {
        let last_old = Date::constant(2025, 12, 31);
        assert_eq!(text_of(Some(last_old), Some(last_old)), Some(LawText::Old));
        assert_eq!(text_of(Some(NEW_TEXT), Some(NEW_TEXT)), Some(LawText::New));
        assert_eq!(text_of(Some(last_old), Some(NEW_TEXT)), Some(LawText::Both));
        assert_eq!(text_of(None, Some(last_old)), None);
        assert_eq!(text_of(Some(last_old), None), None);
    }
}
