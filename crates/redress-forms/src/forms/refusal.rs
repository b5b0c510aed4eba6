//! What the three papers against a refusal to file share: 立案监督 (刑事诉讼法 113, in force 2018-10-26), 复议 and 复核
//! (公安机关办理刑事案件程序规定 179, in force 2020-09-01, day not checked).

use super::criminal_report::{ORDER, lay_facts};
use crate::Source;
use crate::parts::{
    ApplicantsPart, CircumstancePart, DocumentPart, ExhibitPart, StatementPart, close, day_zh, last_day,
    lay_evidence, lay_own, lay_statements, recorded,
};
use redress_facts::{Datum, Scope};
use redress_paper::{Block, Pen};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The input of a paper against a refusal to file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RefusalInput {
    /// 申请人.
    pub applicants: ApplicantsPart,
    /// The report: its day and the number of the receipt.
    pub report: DocumentPart,
    /// 不予立案通知书: body, number, day.
    pub refusal: DocumentPart,
    /// The day on which the notice of refusal was received.
    pub refusal_received: Option<String>,
    /// Nothing was decided within the time set (人民检察院刑事诉讼规则 562); there is no notice then.
    pub overdue: Option<bool>,
    /// 复议决定书.
    pub reconsideration: DocumentPart,
    /// The day on which it was received.
    pub reconsideration_received: Option<String>,
    /// Every step against the refusal so far.
    pub steps: Vec<DocumentPart>,
    /// The last day for this paper.
    pub last_day: Option<String>,
    /// Requests beside those that the form makes.
    pub requests: Option<String>,
    /// The statements, the first published first.
    pub statements: Vec<StatementPart>,
    /// Statements and parties of the other side that this paper leaves out.
    pub left_out: Vec<String>,
    /// What the person adds.
    pub own_words: Option<String>,
    /// Circumstances of Opinions 12 recorded on file.
    pub order_facts: Vec<CircumstancePart>,
    /// Why the refusal does not hold.
    pub grounds: Option<String>,
    /// The evidence list.
    pub exhibits: Vec<ExhibitPart>,
    /// To whom it goes.
    pub organ: Option<String>,
    /// Day of signing.
    pub date: Option<String>,
}

/// Which of the three.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Against {
    /// 立案监督, to the procuratorate.
    Supervision,
    /// 复议, to the same police.
    Reconsideration,
    /// 复核, to the police above.
    Review,
}

/// Fills it.
pub(super) fn fill(source: &Source<'_>, against: Against) -> RefusalInput {
    let last = |procedure: &str, event: &str| DocumentPart::last(source, procedure, &[event]);
    let decided = last("public-prosecution", "refused");
    let served = last("public-prosecution", "refusal-served");
    let silent = last("public-prosecution", "no-answer").is_some();
    let again = last("filing-supervision", "reconsideration-decided");
    let again_received = last("filing-supervision", "reconsideration-received");
    let overdue = (decided.is_none() && served.is_none() && silent).then_some(true);
    let refusal_received = served.as_ref().and_then(|one| one.on.clone());
    let reconsideration_received = again_received.as_ref().and_then(|one| one.on.clone());
    let refusal = notice(decided, served);
    let statements = StatementPart::all(source);
    let ids: Vec<String> = statements.iter().map(|one| one.id.clone()).collect();
    let limit: &[&str] = match against {
        Against::Supervision => &[],
        Against::Reconsideration => &["police-179-reconsider"],
        Against::Review => &["police-179-ask-review"],
    };
    RefusalInput {
        left_out: source.all_left_out(),
        applicants: ApplicantsPart::of(source),
        report: on_day(
            source,
            report(last("public-prosecution", "reported"), last("public-prosecution", "taken")),
        ),
        refusal_received,
        overdue,
        reconsideration: notice(again, again_received),
        reconsideration_received,
        steps: DocumentPart::steps(source, &[("filing-supervision", &[])]),
        last_day: last_day(source, limit, None).map(day_zh),
        order_facts: CircumstancePart::all(source, &ids, ORDER),
        statements,
        exhibits: ExhibitPart::all(source),
        // Reconsideration goes back to the organ that refused; whom the others go to, a person says.
        organ: refusal.body.clone().filter(|_| against == Against::Reconsideration),
        refusal,
        date: Some(day_zh(source.today)),
        ..RefusalInput::default()
    }
}

/// The paper as it was made, its number and exhibit from the copy that was served where the decision has none.
fn notice(made: Option<DocumentPart>, served: Option<DocumentPart>) -> DocumentPart {
    let served = served.unwrap_or_default();
    match made {
        Some(made) => DocumentPart {
            number: made.number.or(served.number),
            body: made.body.or(served.body),
            exhibit: made.exhibit.or(served.exhibit),
            ..made
        },
        // The day of the decision is not the day on which it was received.
        None => DocumentPart { on: None, what: None, ..served },
    }
}

/// Where no step says it, the day on which the file records that it was reported.
fn on_day(source: &Source<'_>, report: DocumentPart) -> DocumentPart {
    let recorded = || match recorded::stated(source, &Scope::Case, "report_date")?.0 {
        Datum::Date(day) => Some(day_zh(day)),
        _ => None,
    };
    DocumentPart { on: report.on.clone().or_else(recorded), ..report }
}

/// The report with the number of the receipt, which the police give when they take it.
fn report(reported: Option<DocumentPart>, taken: Option<DocumentPart>) -> DocumentPart {
    let taken = taken.unwrap_or_default();
    match reported {
        Some(made) => DocumentPart {
            number: taken.number.or(made.number),
            exhibit: taken.exhibit.or(made.exhibit),
            ..made
        },
        None => taken,
    }
}

/// Lays it out; the words are the form's own.
pub(super) fn lay(input: &RefusalInput, pen: &mut Pen<'_>, against: Against) {
    let overdue = against == Against::Supervision && input.overdue == Some(true);
    pen.title();
    pen.heading(1, "parties");
    input.applicants.lay(pen, "applicants", "applicant");
    papers(input, pen, against, overdue);
    pen.heading(1, "requests");
    let first = if overdue { "request-overdue" } else { "request-first" };
    let items = [first, "request-second"].iter().map(|key| pen.say(key)).collect();
    pen.block(Block::List { ordered: true, items });
    lay_own(pen, "request-other", "requests", input.requests.as_deref());
    pen.heading(1, "facts");
    lay_statements(pen, &input.statements);
    lay_own(pen, "own-words", "own_words", input.own_words.as_deref());
    pen.heading(1, "grounds-heading");
    pen.tell(if overdue { "grounds-law-overdue" } else { "grounds-law" });
    lay_facts(pen, "order-facts", &input.order_facts);
    pen.tell("article10");
    lay_own(pen, "grounds", "grounds", input.grounds.as_deref());
    lay_evidence(pen, &input.exhibits);
    let organ = ("organ", "organ", input.organ.as_deref());
    let annexes: &[&str] = match against {
        _ if overdue => &["annexed-receipt", "annexed-evidence", "annexed-identity", "annexed-mandate"],
        Against::Review => &[
            "annexed-refusal",
            "annexed-decision",
            "annexed-evidence",
            "annexed-identity",
            "annexed-mandate",
        ],
        _ => {
            &["annexed-refusal", "annexed-receipt", "annexed-evidence", "annexed-identity", "annexed-mandate"]
        }
    };
    close(pen, organ, "applicant-signed", input.date.as_deref(), annexes);
}

fn papers(input: &RefusalInput, pen: &mut Pen<'_>, against: Against, overdue: bool) {
    pen.heading(1, "papers");
    let mut rows = Vec::new();
    pen.within("report", |pen| {
        pen.row(&mut rows, "report-on", "on", input.report.on.as_deref());
        pen.row(&mut rows, "report-number", "number", input.report.number.as_deref());
    });
    if !overdue {
        pen.within("refusal", |pen| {
            pen.row(&mut rows, "refusal-body", "body", input.refusal.body.as_deref());
            pen.row(&mut rows, "refusal-number", "number", input.refusal.number.as_deref());
            pen.row(&mut rows, "refusal-on", "on", input.refusal.on.as_deref());
        });
        pen.row(&mut rows, "refusal-received", "refusal_received", input.refusal_received.as_deref());
    }
    if against == Against::Review {
        pen.within("reconsideration", |pen| {
            let paper = &input.reconsideration;
            pen.row(&mut rows, "decision-body", "body", paper.body.as_deref());
            pen.row(&mut rows, "decision-number", "number", paper.number.as_deref());
            pen.row(&mut rows, "decision-on", "on", paper.on.as_deref());
        });
        let received = input.reconsideration_received.as_deref();
        pen.row(&mut rows, "decision-received", "reconsideration_received", received);
    }
    if against != Against::Supervision {
        pen.row(&mut rows, "last-day", "last_day", input.last_day.as_deref());
    }
    pen.grid("papers", rows);
    DocumentPart::lay_list(pen, "steps", &input.steps);
}

#[cfg(test)]
mod tests {
    use super::{notice, report};
    use crate::DocumentPart;

    fn paper(on: &str, number: Option<&str>) -> DocumentPart {
        DocumentPart {
            on: Some(on.to_owned()),
            number: number.map(str::to_owned),
            body: Some("某市公安局某区分局".to_owned()),
            ..DocumentPart::default()
        }
    }

    /// 公安机关办理刑事案件程序规定 178 and 179: the notice has its own day; the seven days run from its receipt.
    #[test]
    fn the_day_of_receipt_is_never_taken_for_the_day_of_the_notice() {
        let served = paper("2026年3月8日", Some("某公（某）不立字〔2026〕12号"));
        let both = notice(Some(paper("2026年3月5日", None)), Some(served.clone()));
        assert_eq!(both.on.as_deref(), Some("2026年3月5日"));
        assert_eq!(both.number, served.number);
        let alone = notice(None, Some(served.clone()));
        assert_eq!((alone.on, alone.number), (None, served.number));
    }

    /// 公安机关办理刑事案件程序规定 171: the receipt is given by the police when they take the report.
    #[test]
    fn the_number_of_the_receipt_is_that_of_the_police() {
        let made =
            report(Some(paper("2026年2月20日", Some("快递单"))), Some(paper("2026年2月21日", Some("A33"))));
        assert_eq!((made.on.as_deref(), made.number.as_deref()), (Some("2026年2月20日"), Some("A33")));
    }
}
