//! 证据目录: every exhibit with its source, object of proof, pages and check values (法释〔2019〕19号 19, in force 2020-05-01, O;
//! 法发〔2016〕22号 14, in force 2016-10-01).

use crate::parts::{ExhibitPart, day_zh, pages};
use crate::{FormKind, Source};
use redress_case::Capacity;
use redress_paper::{Align, Block, Cell, Pen, Run};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The input of an evidence list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct EvidenceListInput {
    /// Statements that whoever signs leaves out: nothing is to be proven of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<String>,
    /// 提交人.
    pub submitted_by: Option<String>,
    /// 案由.
    pub cause: Option<String>,
    /// 原件情况 of every exhibit of which nothing else is said.
    pub original: Option<String>,
    /// The exhibits, in order.
    pub exhibits: Vec<ExhibitPart>,
    /// Day of signing.
    pub date: Option<String>,
}

/// The form.
pub(super) struct EvidenceList;

impl FormKind for EvidenceList {
    type Input = EvidenceListInput;
    const ID: &'static str = "evidence-list";
    const TEXT: &'static str = include_str!("../../../../forms/evidence-list/form.toml");
    const DETAILS: &'static [(Capacity, &'static [&'static str])] = &[(Capacity::Victim, &["name"])];
    const QUOTES: bool = false;

    fn fill(source: &Source<'_>) -> EvidenceListInput {
        let names: Vec<String> =
            crate::PersonPart::all(source, Capacity::Victim).into_iter().filter_map(|one| one.name).collect();
        EvidenceListInput {
            submitted_by: Some(names.join("、")).filter(|text| !text.is_empty()),
            left_out: source.all_left_out(),
            cause: None,
            original: None,
            exhibits: ExhibitPart::all(source),
            date: Some(day_zh(source.today)),
        }
    }

    fn lay(input: &EvidenceListInput, pen: &mut Pen<'_>) {
        pen.title();
        let mut rows = Vec::new();
        pen.row(&mut rows, "submitted-by", "submitted_by", input.submitted_by.as_deref());
        if input.cause.is_some() {
            pen.row(&mut rows, "case-cause", "cause", input.cause.as_deref());
        }
        pen.grid("submitted-by", rows);
        let handed_in = input.exhibits.iter().filter(|one| !one.left_out).count();
        if handed_in == 0 {
            let runs = pen.absent("exhibits-none", "exhibits");
            pen.paragraph(runs);
        } else {
            table(input, pen);
        }
        let count = vec![Run::filled(handed_in.to_string())];
        let mut paragraphs = vec![pen.say_with("summary", &[("count", count)]), pen.say("limits")];
        let basis = pen.caution("unverified-basis");
        paragraphs.extend((!basis.is_empty()).then_some(basis));
        pen.block(Block::Note { paragraphs });
        let date = pen.value("date", "date", input.date.as_deref());
        let signed = pen.say("applicant-signed");
        pen.block(Block::Signature { lines: vec![signed, date] });
    }

    fn day(input: &EvidenceListInput) -> Option<&str> {
        input.date.as_deref()
    }
}

fn table(input: &EvidenceListInput, pen: &mut Pen<'_>) {
    let heads = [
        "exhibit-number",
        "exhibit-name",
        "exhibit-kind",
        "exhibit-source",
        "exhibit-taken",
        "exhibit-pages",
        "exhibit-proves",
        "exhibit-original",
    ];
    let mut asked = false;
    let mut rows = Vec::with_capacity(input.exhibits.len().saturating_mul(2));
    for (at, one) in input.exhibits.iter().enumerate().filter(|(_, one)| !one.left_out) {
        let centred = |text: String| Cell { align: Align::Center, ..Cell::of(vec![Run::filled(text)]) };
        let source = match &one.source {
            Some(text) => vec![Run::filled(text.as_str())],
            None => pen.say("not-recorded"),
        };
        let purpose = pen.within("exhibits", |pen| pen.within(at, |pen| purpose(one, pen)));
        let original = original(one, input.original.as_deref(), &mut asked, pen);
        rows.push(vec![
            centred(one.at.number.to_string()),
            Cell::tall(one.called(pen)),
            Cell::of(one.kind_runs(pen)),
            Cell::of(source),
            Cell::of(vec![Run::filled(one.taken.as_str())]),
            centred(pages(&one.at)),
            Cell::tall(purpose),
            Cell::of(original),
        ]);
        // The line says whose check values it holds, so that it can be read where a page ends between the two.
        let mut whose = vec![Run::filled(format!("证据{}", one.at.number))];
        whose.extend(pen.say("exhibit-check"));
        rows.push(vec![Cell::label(whose).wide(2), Cell::tall(one.check_values()).wide(6)]);
    }
    pen.table("exhibit-list", vec![2, 5, 4, 5, 5, 3, 5, 3], &heads, rows);
}

/// What an exhibit is to prove; asked for where the file does not say what it shows. It stays empty in no list that is handed in
/// (法释〔2019〕19号 19, in force 2020-05-01, O).
fn purpose(one: &ExhibitPart, pen: &mut Pen<'_>) -> Vec<Vec<Run>> {
    let mut purpose = one.purpose(pen);
    if purpose.is_empty() {
        purpose.push(pen.absent("exhibit-proves", "proves"));
    }
    purpose
}

/// Where the original of an exhibit is; asked for once, of all of which nothing is said.
fn original(one: &ExhibitPart, common: Option<&str>, asked: &mut bool, pen: &mut Pen<'_>) -> Vec<Run> {
    let own = one.original.as_deref().map(str::trim).filter(|text| !text.is_empty());
    match own.or(common) {
        None if std::mem::replace(asked, true) => pen.say("not-recorded"),
        said => pen.value("exhibit-original", "original", said),
    }
}
