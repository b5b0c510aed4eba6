//! 图表附件: reach of each statement against the numbers of the law, its posts over time, and the steps of the procedures.

use crate::charts::{Bar, Exact, Lane, Legend, MARKS, Posts, reach, step_key, steps};
use crate::parts::{StatementPart, day_zh, moment_zh};
use crate::{FormKind, Source};
use redress_analysis::{Pace, StagesOf, TimeStep, Timeline};
use redress_base::{Count, Date, Instant, Unit};
use redress_case::Capacity;
use redress_facts::{Claim, Datum, Scope};
use redress_paper::{Cell, ExhibitRef, Fixed, PaperFigure, Pen, Picture, Run};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The input of the annex.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ChartsAnnexInput {
    /// Statements that whoever signs leaves out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<String>,
    /// Statements whose reach is drawn against the numbers of the law.
    pub reach: Vec<ReachPart>,
    /// Statements whose posts are drawn over time.
    pub posts: Vec<PostsPart>,
    /// Steps of procedures, by their days.
    pub steps: Vec<DrawnStep>,
    /// How many steps are not drawn because of the statement that they are about (指导意见 10, in force 2023-09-20).
    #[serde(skip_serializing_if = "crate::parts::nothing")]
    pub withheld: u64,
    /// Day of the annex.
    pub date: Option<String>,
}

/// The reach of one statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReachPart {
    /// Its number in every paper of the case.
    pub number: u64,
    /// `st-…`.
    pub statement: String,
    /// Views and reposts.
    pub figures: Vec<PaperFigure>,
}

/// The posts of one statement over time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PostsPart {
    /// Its number in every paper of the case.
    pub number: u64,
    /// `st-…`.
    pub statement: String,
    /// How many posts say it: the figure whose exhibits the bars stand in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figure: Option<PaperFigure>,
    /// How often it was passed on, which is another number than the posts that are drawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reposts: Option<PaperFigure>,
    /// Hour by hour, as it was measured.
    pub timeline: Timeline,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DrawnStep {
    /// When.
    #[schemars(with = "String")]
    pub on: Date,
    /// Which procedure, with its track.
    pub procedure: String,
    /// English.
    pub procedure_en: String,
    /// What happened.
    pub event: String,
    /// English.
    pub event_en: String,
    /// Number of the paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The exhibit that shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exhibit: Option<ExhibitRef>,
}

/// The form.
pub(super) struct ChartsAnnex;

impl FormKind for ChartsAnnex {
    type Input = ChartsAnnexInput;
    const ID: &'static str = "charts-annex";
    const TEXT: &'static str = include_str!("../../../../forms/charts-annex/form.toml");
    const DETAILS: &'static [(Capacity, &'static [&'static str])] = &[];
    const QUOTES: bool = false;

    fn fill(source: &Source<'_>) -> ChartsAnnexInput {
        let statements = StatementPart::all(source);
        let reach = statements.iter().filter(|one| as_defamation(source, &one.id)).filter_map(|one| {
            let figures: Vec<PaperFigure> =
                ["views", "reposts"].into_iter().filter_map(|name| one.figure(name).cloned()).collect();
            let drawn = figures.iter().any(|figure| threshold(figure).is_some());
            drawn.then(|| ReachPart { number: one.number, statement: one.id.clone(), figures })
        });
        let posts = statements.iter().filter_map(|one| {
            let timeline = source.result.timelines.get(&one.id)?.clone();
            (!timeline.buckets.is_empty()).then(|| PostsPart {
                number: one.number,
                statement: one.id.clone(),
                figure: one.figure("posts").cloned(),
                reposts: one.figure("reposts").cloned(),
                timeline,
            })
        });
        let (steps, withheld) = all_steps(source);
        ChartsAnnexInput {
            reach: reach.collect(),
            posts: posts.collect(),
            steps,
            withheld,
            left_out: source.all_left_out(),
            date: Some(day_zh(source.today)),
        }
    }

    fn lay(input: &ChartsAnnexInput, pen: &mut Pen<'_>) {
        pen.title();
        pen.tell("intro");
        let mut chart = 0;
        lay_reach(&input.reach, &mut chart, pen);
        lay_posts(&input.posts, &mut chart, pen);
        lay_steps(&input.steps, &mut chart, pen);
        if input.withheld > 0 {
            let withheld = pen.number(input.withheld);
            let runs = pen.say_both("steps-withheld", &[("count", same(withheld))]);
            pen.paragraph(runs);
        }
        pen.note_with_caution(&["closing"], "unverified-basis");
        let date = pen.value("date", "date", input.date.as_deref());
        pen.line(redress_paper::Align::End, date);
    }

    fn day(input: &ChartsAnnexInput) -> Option<&str> {
        input.date.as_deref()
    }
}

/// Whether the file treats a statement as defamation: somebody whose word the file relies on said that it is a fact that
/// can be checked, untrue, made up, or spread in the knowledge of that; and nobody on the person's own side said that it
/// is no fact at all. The numbers of 法释〔2013〕21号 2 (in force 2013-09-10) are never held against anything else.
fn as_defamation(source: &Source<'_>, statement: &str) -> bool {
    let scope = Scope::Statement(statement.to_owned());
    let claims = |term: &str| {
        let rows = source.result.facts.iter().filter(|row| row.term == term && row.scope == scope);
        rows.flat_map(|row| &row.claims).filter(|claim| !claim.opposing).collect::<Vec<&Claim>>()
    };
    let says = |term: &str| {
        let made = |claim: &&Claim| match &claim.value {
            Datum::Yes => true,
            Datum::Choice(word) => matches!(&**word, "fabricated" | "altered"),
            _ => false,
        };
        claims(term).iter().any(made)
    };
    let no_fact = claims("statement_is_factual").iter().any(|claim| claim.value == Datum::No);
    let terms = ["statement_is_factual", "statement_false", "fabricated_or_altered", "knowing_false_spread"];
    !no_fact && terms.into_iter().any(says)
}

/// 法释〔2013〕21号 2(一) (in force 2013-09-10): 5,000 clicks or views, 500 reposts, of the same information.
fn threshold(figure: &PaperFigure) -> Option<u64> {
    match figure.unit {
        Unit::Views => Some(5_000),
        Unit::Reposts => Some(500),
        _ => None,
    }
}

/// Every step in the order of its days, and how many are left out for the statement that they are about.
fn all_steps(source: &Source<'_>) -> (Vec<DrawnStep>, u64) {
    let mut found: Vec<(Date, u64, DrawnStep)> = Vec::new();
    let mut withheld = 0_u64;
    for (key, track) in source.docket.tracks() {
        let Some(procedure) = source.procedures.get(&key.procedure) else { continue };
        let track_name = track_name(source, &key.track);
        for done in &track.history {
            if !source.step_shown(&done.event) {
                withheld = withheld.saturating_add(1);
                continue;
            }
            let Some(event) = procedure.event(&done.event.event) else { continue };
            let entered = source.state.steps.iter().find(|step| step.seq == done.entry);
            let part = DrawnStep {
                on: done.event.on,
                procedure: format!("{}{}", procedure.label.zh, track_name.zh),
                procedure_en: format!("{}{}", procedure.label.en, track_name.en),
                event: event.label.zh.to_string(),
                event_en: event.label.en.to_string(),
                number: done.event.number.clone(),
                exhibit: entered.and_then(|step| step.of.paper).and_then(|item| source.exhibit(item)),
            };
            found.push((part.on, done.entry, part));
        }
    }
    found.sort_by_key(|(on, entry, _)| (*on, *entry));
    (found.into_iter().map(|(.., part)| part).collect(), withheld)
}

/// The name of a track after that of its procedure. Where a person named it by the id of a statement, it is called by the
/// number of that statement, or not at all.
pub(super) fn track_name(source: &Source<'_>, track: &str) -> Fixed {
    if !track.starts_with("st-") {
        return same(format!(" {track}"));
    }
    let statement = StatementPart::all(source).into_iter().find(|one| track == one.id);
    statement.map_or_else(Fixed::default, |one| {
        Fixed::new(format!("（{}）", one.named_zh()), format!(" (statement {})", one.number))
    })
}

/// What a chart shows, in words for a reader who cannot see it.
fn in_words(runs: Vec<Run>) -> String {
    runs.into_iter().map(|run| run.text).collect::<Vec<_>>().join(" / ")
}

/// A text that is the same in both languages.
fn same(text: impl ToString) -> Fixed {
    Fixed::new(text.to_string(), text.to_string())
}

fn lay_reach(parts: &[ReachPart], chart: &mut u32, pen: &mut Pen<'_>) {
    pen.heading(1, "reach");
    pen.tell("reach-law");
    if parts.is_empty() {
        pen.tell("reach-none");
    }
    let legend = Legend {
        solid: pen.text_drawn("reach-legend-solid"),
        hatch: pen.text_drawn("reach-legend-hatch"),
        pale: pen.text_drawn("reach-legend-pale"),
        open: pen.text_drawn("reach-legend-open"),
        grey: pen.text_drawn("reach-legend-grey"),
    };
    for part in parts {
        let held: Vec<(&PaperFigure, u64)> =
            part.figures.iter().filter_map(|figure| Some((figure, threshold(figure)?))).collect();
        if held.is_empty() {
            continue;
        }
        *chart += 1;
        let bars: Vec<Bar> = held.iter().map(|(figure, number)| bar(figure, *number, pen)).collect();
        let svg = reach(&bars, &legend, &|n| pen.number(n));
        let said: Vec<Fixed> = held.iter().map(|(figure, number)| against(figure, *number, pen)).collect();
        let figures = Fixed {
            zh: said.iter().map(|one| one.zh.as_str()).collect::<Vec<_>>().join("；"),
            en: said.iter().map(|one| one.en.as_str()).collect::<Vec<_>>().join("; "),
        };
        let number = pen.numeral_both(part.number);
        let alt = in_words(pen.say_both("reach-alt", &[("number", number.clone()), ("figures", figures)]));
        let caption = pen.say_both("reach-caption", &[("chart", same(*chart)), ("number", number)]);
        pen.picture(&format!("chart-{chart}"), Picture::Svg { svg }, &alt, caption);
        let rows = held.iter().map(|(figure, number)| reach_row(figure, *number, pen)).collect();
        let heads = ["reach-what", "reach-count", "reach-exact", "reach-threshold"];
        pen.table("reach-table", vec![3, 7, 5, 2], &heads, rows);
    }
    pen.note(&["reach-only"]);
}

/// The values of a bar: the count with its exhibits, the count of exact copies, the number of the law.
fn reach_row(figure: &PaperFigure, threshold: u64, pen: &Pen<'_>) -> Vec<Cell> {
    let exact = match exact(figure) {
        None => pen.say("reach-exact-same"),
        Some(exact) if unknown(exact) => pen.say("reach-exact-unknown"),
        Some(exact) => {
            pen.figure(&PaperFigure { count: exact, exhibits: Vec::new(), more: 0, ..figure.clone() })
        }
    };
    vec![
        Cell::of(pen.say(counted(figure))),
        Cell::of(pen.figure(figure)),
        Cell::of(exact),
        Cell::of(vec![Run::filled(pen.number(threshold))]),
    ]
}

/// The count of exact copies, where it is another than the whole.
fn exact(figure: &PaperFigure) -> Option<Count> {
    figure.disputed.filter(|exact| *exact != figure.count)
}

/// "At least none" is no count: unknown never looks like no.
fn unknown(exact: Count) -> bool {
    exact == Count::floor(0)
}

fn bar(figure: &PaperFigure, threshold: u64, pen: &Pen<'_>) -> Bar {
    Bar {
        name: pen.text_drawn(counted(figure)),
        said: pen.count(figure.count, figure.unit),
        count: figure.count,
        exact: match exact(figure) {
            None => Exact::Same,
            Some(exact) if unknown(exact) => Exact::Unknown(pen.text_drawn("reach-exact-note")),
            Some(exact) => Exact::Fewer(exact),
        },
        threshold,
    }
}

/// The key of what is counted.
fn counted(figure: &PaperFigure) -> &'static str {
    if figure.unit == Unit::Views { "reach-views" } else { "reach-reposts" }
}

/// A figure against its number, in both languages.
fn against(figure: &PaperFigure, threshold: u64, pen: &Pen<'_>) -> Fixed {
    let values = [
        ("name", pen.text_both(counted(figure))),
        ("count", pen.count_both(figure.count, figure.unit)),
        ("threshold", same(pen.number(threshold))),
    ];
    pen.filled_both("reach-alt-one", &values)
}

fn lay_posts(parts: &[PostsPart], chart: &mut u32, pen: &mut Pen<'_>) {
    pen.heading(1, "posts");
    let mut none = true;
    for part in parts {
        let Some(pace) = Pace::of(&part.timeline) else { continue };
        if none {
            pen.tell("posts-note");
        }
        none = false;
        *chart += 1;
        let (first, last) = pace.ends();
        let values = [
            ("chart", same(*chart)),
            ("number", pen.numeral_both(part.number)),
            ("step", pen.text_both(step_key(pace.step()))),
            ("from", day_of(first, pen)),
            ("to", day_of(last, pen)),
            ("most", same(pen.number(pace.most()))),
            ("drawn", same(pen.number(pace.total()))),
            ("undated", same(pen.number(part.timeline.undated))),
        ];
        let alt = in_words(pen.say_both("posts-alt", &values));
        let caption = pen.say_both("posts-caption", &values);
        let [a, b, c] = ["posts-first", "posts-most", "posts-last"].map(|key| pen.text_drawn(key));
        let rows = bar_rows(&pace, pen);
        let drawn = pen.number(pace.total());
        let svg = Posts::of(&pace).draw(&pen.text_drawn("posts-axis"), [&a, &b, &c], &|n| pen.number(n));
        pen.picture(&format!("chart-{chart}"), Picture::Svg { svg }, &alt, caption);
        what_is_counted(part, &drawn, pen);
        let high = pace.as_high();
        if high > 1 {
            pen.paragraph(pen.say_with("posts-as-high", &[("count", vec![Run::filled(high.to_string())])]));
        }
        lay_stages(&pace.divided(), pen);
        counted_from(part, pen);
        let heads = ["posts-from", "posts-number"].repeat(ABREAST);
        pen.table("posts-table", [5, 2].repeat(ABREAST), &heads, rows);
    }
    if none {
        pen.tell("posts-none");
    }
}

/// The exhibits in which the posts of the bars and stages stand, those of the posts and those of the reposts under them, each list
/// with how many more there are.
fn counted_from(part: &PostsPart, pen: &mut Pen<'_>) {
    let figures = part.figure.iter().chain(&part.reposts);
    let exhibits: Vec<Run> =
        figures.flat_map(|figure| pen.exhibits_of(&figure.exhibits, figure.more)).collect();
    if !exhibits.is_empty() {
        let runs = pen.say_with("posts-counted-from", &[("exhibits", exhibits)]);
        pen.paragraph(runs);
    }
}

/// The stages of a timeline as a table (docs/measures/stages.md): a stage is a pace, and says nothing of why it changed.
fn lay_stages(StagesOf { step, stages }: &StagesOf, pen: &mut Pen<'_>) {
    if stages.len() < 2 {
        pen.tell("stages-one");
        return;
    }
    let moment = |at: Instant, pen: &Pen<'_>| match step {
        TimeStep::Hour => moment_zh(at),
        _ => day_of(at, pen).zh,
    };
    let filled = |text: String| Cell::of(vec![Run::filled(text)]);
    let rows = stages.iter().zip(1_u64..).map(|(stage, number)| {
        vec![
            filled(number.to_string()),
            filled(moment(stage.from, pen)),
            filled(moment(stage.to, pen)),
            filled(pen.number(stage.posts)),
            filled(stage.pace()),
        ]
    });
    let rows = rows.collect();
    let step = pen.text_both(step_key(*step));
    let note = pen.say_both("stages-note", &[("step", step)]);
    pen.paragraph(note);
    let heads = ["stage-number", "stage-from", "stage-to", "posts-number", "stage-pace"];
    pen.table("stages", vec![2, 6, 6, 3, 4], &heads, rows);
}

/// What the number of drawn posts counts, beside the posts that say it and the reposts, which count otherwise.
fn what_is_counted(part: &PostsPart, drawn: &str, pen: &mut Pen<'_>) {
    let mut runs = pen.say_both("posts-counted", &[("drawn", same(drawn))]);
    for (key, figure) in [("posts-counted-posts", &part.figure), ("posts-counted-reposts", &part.reposts)] {
        if let Some(figure) = figure {
            runs.extend(pen.say_with(key, &[("figure", pen.figure(figure))]));
        }
    }
    pen.paragraph(runs);
}

/// Bars of a table stand abreast, so that a long chart does not fill pages.
const ABREAST: usize = 3;

/// The bars that hold posts, each with the moment at which its span begins.
fn bar_rows(pace: &Pace, pen: &Pen<'_>) -> Vec<Vec<Cell>> {
    let cells: Vec<[Cell; 2]> = pace
        .bars()
        .map(|(at, count)| {
            let at = if pace.step() == TimeStep::Hour { moment_zh(at) } else { day_of(at, pen).zh };
            [Cell::of(vec![Run::filled(at)]), Cell::of(vec![Run::filled(pen.number(count))])]
        })
        .collect();
    let empty = || Cell::of(Vec::new());
    let row = |some: &[[Cell; 2]]| {
        let filled = some.iter().flatten().cloned();
        filled.chain(std::iter::repeat_with(empty)).take(2 * ABREAST).collect()
    };
    cells.chunks(ABREAST).map(row).collect()
}

/// The day of a moment in Beijing.
fn day_of(at: Instant, pen: &Pen<'_>) -> Fixed {
    at.beijing_date().map(|day| pen.date_both(day)).unwrap_or_default()
}

fn lay_steps(parts: &[DrawnStep], chart: &mut u32, pen: &mut Pen<'_>) {
    pen.heading(1, "steps");
    if parts.is_empty() {
        pen.tell("steps-none");
        return;
    }
    let numbered: Vec<(u64, &DrawnStep)> = (1..).zip(parts).collect();
    for some in numbered.chunks(MARKS) {
        *chart += 1;
        let days = || some.iter().map(|(_, one)| one.on);
        let (Some(first), Some(last)) = (days().min(), days().max()) else { continue };
        let mut lanes: BTreeMap<(&str, &str), Vec<(Date, u64)>> = BTreeMap::new();
        for (number, one) in some {
            lanes.entry((&one.procedure, &one.procedure_en)).or_default().push((one.on, *number));
        }
        let lanes: Vec<Lane> =
            lanes.into_iter().map(|((zh, en), marks)| Lane { name: pen.both_drawn(zh, en), marks }).collect();
        let values = [
            ("chart", same(*chart)),
            ("from", pen.date_both(first)),
            ("to", pen.date_both(last)),
            ("count", same(some.len())),
        ];
        let alt = in_words(pen.say_both("steps-alt", &values));
        let caption = pen.say_both("steps-caption", &values);
        let svg = steps(&lanes, (first, last));
        pen.picture(&format!("chart-{chart}"), Picture::Svg { svg }, &alt, caption);
    }
    let rows = numbered.into_iter().map(|(number, one)| step_row(number, one, pen)).collect();
    let heads = ["step-number", "step-on", "step-procedure", "step-event", "step-paper", "step-exhibit"];
    pen.table("steps", vec![2, 5, 5, 5, 5, 4], &heads, rows);
}

fn step_row(number: u64, one: &DrawnStep, pen: &Pen<'_>) -> Vec<Cell> {
    let exhibit = match one.exhibit {
        Some(exhibit) => pen.exhibits(&[exhibit]),
        None => pen.say("step-no-exhibit"),
    };
    vec![
        Cell::of(vec![Run::filled(number.to_string())]),
        Cell::of(vec![Run::filled(day_zh(one.on))]),
        Cell::of(pen.fixed(&one.procedure, &one.procedure_en)),
        Cell::of(pen.fixed(&one.event, &one.event_en)),
        Cell::of(one.number.as_ref().map(|number| Run::filled(number.as_str())).into_iter().collect()),
        Cell::of(exhibit),
    ]
}
