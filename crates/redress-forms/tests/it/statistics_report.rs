//! A release of a register as a paper: what it withholds stays withheld, what breaks is marked, wide tables go on.

use redress_base::Date;
use redress_forms::{StatisticsReport, statistics_report};
use redress_paper::{Block, Edition, Paper, Picture, Run, Standing, Style};
use redress_statistics::{Break, By, Milestone, Plan, Published, Release, Row, Scope, TableBreak};

fn scope() -> Scope {
    Scope { register: "虚构县登记".to_owned(), region: None }
}

fn arrest(on: Date, persons: u32) -> Row {
    let step = |event: &str, to: &str, persons| Milestone {
        procedure: "public-prosecution".to_owned(),
        track: "1".to_owned(),
        event: event.to_owned(),
        to: to.to_owned(),
        on,
        reason: Some("defamation".to_owned()),
        persons,
    };
    Row {
        scope: scope(),
        opened: on,
        milestones: vec![step("filed", "filed", None), step("arrest-approved", "filed", Some(persons))],
        supervised: false,
        rapid_response: false,
        minor: None,
        notices: Vec::new(),
    }
}

fn release(by: By, threshold: u64) -> Release {
    let rows: Vec<Row> = [(2023, 3, 2), (2023, 9, 40), (2024, 2, 55), (2025, 1, 70)]
        .into_iter()
        .map(|(year, month, persons)| arrest(Date::new(year, month, 3).unwrap(), persons))
        .collect();
    let at = Break {
        on: Date::constant(2024, 7, 1),
        zh: "自该日起并案计为一件。".to_owned(),
        en: "Joined cases count once from then on.".to_owned(),
    };
    let plan = Plan {
        scope: scope(),
        by,
        from: None,
        to: None,
        as_of: Date::constant(2025, 12, 31),
        threshold,
        events: Vec::new(),
        breaks: vec![TableBreak { table: "arrests".to_owned(), at }],
    };
    Release::of(&rows, &plan, &Published::standard().unwrap()).unwrap()
}

fn paper(release: &Release, by: Option<&str>, edition: Edition) -> Paper {
    let published = Published::standard().unwrap();
    let today = Date::constant(2026, 1, 15);
    let report = StatisticsReport { release, published: &published, compiled_by: by, today };
    statistics_report(&report, edition, Standing::Final).unwrap()
}

fn runs(paper: &Paper) -> Vec<&Run> {
    let mut all: Vec<&Run> = Vec::new();
    for block in &paper.blocks {
        match block {
            Block::Title { runs } | Block::Heading { runs, .. } | Block::Paragraph { runs, .. } => {
                all.extend(runs)
            }
            Block::List { items: many, .. }
            | Block::Note { paragraphs: many }
            | Block::Signature { lines: many } => all.extend(many.iter().flatten()),
            Block::Table { rows, .. } => {
                all.extend(rows.iter().flatten().flat_map(|cell| cell.paragraphs.iter().flatten()))
            }
            Block::Picture { caption, .. } => all.extend(caption),
            Block::Mark { .. } | Block::PageBreak => {}
        }
    }
    all
}

fn text(paper: &Paper) -> String {
    runs(paper).iter().map(|run| format!("{}\n", run.text)).collect()
}

#[test]
fn a_report_is_whole_in_both_editions() {
    for by in [By::Year, By::Month] {
        let release = release(by, 5);
        for edition in [Edition::Chinese, Edition::Glossed] {
            let paper = paper(&release, Some("某市某区人民检察院（虚构）"), edition);
            assert_eq!(paper.standing, Standing::Final, "{:?}", paper.missing);
            assert_eq!(paper.day, "2026-01-15", "as the typesetter reads it");
            for run in runs(&paper) {
                assert!(!run.text.contains('⟦') && !run.text.contains('{'), "{}", run.text);
                assert!(edition == Edition::Glossed || run.style != Style::Gloss);
            }
            for block in &paper.blocks {
                let Block::Table { columns, rows, .. } = block else { continue };
                assert!(columns.len() <= 8);
                for row in rows {
                    let wide: usize = row.iter().map(|cell| usize::from(cell.span)).sum();
                    assert_eq!(wide, columns.len());
                }
            }
        }
    }
}

/// A count below the threshold of the release never reaches the paper, and the rule stands on it.
#[test]
fn what_the_release_withholds_stays_withheld() {
    let paper = paper(&release(By::Year, 5), Some("某机关"), Edition::Chinese);
    let text = text(&paper);
    assert!(text.contains("\n*\n"), "{text}");
    assert!(text.contains("1至") && text.contains("记作“*”"), "{text}");
    let shown = |paper: &Paper| {
        paper.blocks.iter().any(|block| matches!(block, Block::Table { head: 1, rows, .. }
            if rows.iter().flatten().flat_map(|cell| cell.paragraphs.iter().flatten()).any(|run| run.text == "2" && run.style == Style::Filled)))
    };
    assert!(shown(&self::paper(&release(By::Month, 0), Some("某机关"), Edition::Chinese)));
    assert!(!shown(&self::paper(&release(By::Month, 5), Some("某机关"), Edition::Chinese)));
}

/// A break is marked at the period in which it falls, and told.
#[test]
fn a_break_is_marked_and_told() {
    let paper = paper(&release(By::Year, 0), Some("某机关"), Edition::Chinese);
    let text = text(&paper);
    assert!(text.contains("2024年\n※"), "{text}");
    assert!(!text.contains("2023年\n※"), "{text}");
    assert!(text.contains("自该日起并案计为一件。"), "{text}");
}

#[test]
fn nobody_said_who_compiled_it_and_the_paper_asks() {
    let paper = paper(&release(By::Year, 5), None, Edition::Chinese);
    assert_eq!(paper.standing, Standing::Draft);
    assert_eq!(paper.missing.iter().map(|one| one.path.as_str()).collect::<Vec<_>>(), ["compiled_by"]);
}

#[test]
fn a_table_of_many_months_goes_on_in_parts_with_its_chart_before_it() {
    let paper = paper(&release(By::Month, 0), Some("某机关"), Edition::Chinese);
    assert!(text(&paper).contains("（第"));
    assert!(matches!(paper.pictures.get("chart-arrests"), Some(Picture::Svg { .. })));
}
