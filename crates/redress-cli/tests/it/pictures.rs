//! The pages of every form as pictures: what a change does to a paper is seen, and not only that some text changed.

use redress_base::Date;
use redress_forms::{StatisticsReport, forms, statistics_report};
use redress_paper::{Edition, Paper, Picture, Standing};
use redress_statistics::{By, Milestone, Plan, Published, Release, Row, Scope};
use redress_typeset::{Exhibits, Typesetter, compare, in_greys};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Points to the inch: enough to see that a line moved.
const PPI: u16 = 60;
/// How far a point may differ: one of the sixteen greys, where rounding fell to the other side.
const TOLERANCE: u8 = 17;

fn folder(form: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../forms").join(form)
}

/// A small picture in the place of each exhibit.
fn exhibits(paper: &Paper) -> Exhibits {
    // A PNG of one grey point.
    const DOT: &[u8] = &[
        0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0,
        0, 0, 1, 8, 0, 0, 0, 0, 0x3a, 0x7e, 0x9b, 0x55, 0, 0, 0, 0x0a, 0x49, 0x44, 0x41, 0x54, 0x78, 0xda,
        0x63, 0x68, 0, 0, 0, 0x82, 0, 0x81, 0x77, 0xcd, 0x72, 0xb6, 0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae,
        0x42, 0x60, 0x82,
    ];
    let items = paper.pictures.values().filter_map(|picture| match picture {
        Picture::Exhibit { item } => Some(*item),
        Picture::Svg { .. } => None,
    });
    items.map(|item| (item, DOT.to_vec())).collect()
}

/// What is kept beside `full` of every form in Chinese: of each kind of change, the forms where it changes most on the page.
/// Name of the picture, form, sample, edition, standing.
const OTHERS: [(&str, &str, &str, Edition, Standing); 12] = [
    ("glossed", "complaint-defamation", "full", Edition::Glossed, Standing::Final),
    ("glossed", "evidence-list", "full", Edition::Glossed, Standing::Final),
    ("glossed", "transfer-sheet", "full", Edition::Glossed, Standing::Final),
    ("glossed", "charts-annex", "full", Edition::Glossed, Standing::Final),
    ("hostile", "complaint-insult", "hostile", Edition::Chinese, Standing::Draft),
    ("minor", "civil-complaint", "minor", Edition::Chinese, Standing::Final),
    ("minor", "injunction-application", "minor", Edition::Chinese, Standing::Final),
    ("minor", "notice-right-to-agent", "minor", Edition::Chinese, Standing::Final),
    ("deceased", "complaint-insult", "deceased", Edition::Chinese, Standing::Final),
    ("deceased", "criminal-report", "deceased", Edition::Chinese, Standing::Final),
    ("deceased", "platform-notice", "deceased", Edition::Chinese, Standing::Final),
    ("deceased", "filing-supervision-application", "deceased", Edition::Chinese, Standing::Final),
];

/// A paper whose pages are kept: form, name, paper.
type Kept = (String, String, Paper);

/// Every paper whose pages are kept: `full` and an empty draft with its list of each form, [`OTHERS`], and the report of a
/// register.
fn kept() -> Vec<Kept> {
    let laid = |form: &dyn redress_forms::Form, input: &Value, edition, standing| {
        let mut paper = form.lay(input, edition, standing).unwrap();
        if paper.day.is_empty() {
            paper.day = "2026-04-20".to_owned();
        }
        paper
    };
    let sample = |form: &str, name: &str| -> Value {
        let file = folder(form).join(format!("samples/{name}.json"));
        serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()
    };
    let mut all: Vec<Kept> = Vec::new();
    for form in forms() {
        let full = laid(*form, &sample(form.id(), "full"), Edition::Chinese, Standing::Final);
        all.push((form.id().to_owned(), "full".to_owned(), full));
        let draft = laid(*form, &json!({}), Edition::Chinese, Standing::Draft);
        all.push((form.id().to_owned(), "draft".to_owned(), draft));
    }
    for (name, form, of, edition, standing) in OTHERS {
        let found = redress_forms::find(form).unwrap();
        all.push((form.to_owned(), name.to_owned(), laid(found, &sample(form, of), edition, standing)));
    }
    let reports = [("full", Edition::Chinese), ("glossed", Edition::Glossed)];
    all.extend(
        reports.map(|(name, edition)| ("statistics-report".to_owned(), name.to_owned(), report(edition))),
    );
    all
}

/// The sample of the statistics report: a release of a made-up register, who compiled it, and the day on the paper.
#[derive(serde::Serialize, serde::Deserialize)]
struct ReportSample {
    compiled_by: String,
    today: Date,
    release: Release,
}

/// The sample as it is kept; what it is made of makes the same release.
fn report_sample() -> ReportSample {
    let path = folder("statistics-report").join("samples/full.json");
    let made = ReportSample {
        compiled_by: "虚构县".to_owned(),
        today: Date::constant(2026, 1, 15),
        release: made_up_release(),
    };
    if std::env::var_os("REDRESS_PREVIEWS_WRITE").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        let text = serde_json::to_string_pretty(&made).unwrap();
        std::fs::write(&path, text + "\n").unwrap();
    }
    let kept: ReportSample = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    assert_eq!(kept.release, made.release);
    kept
}

fn made_up_release() -> Release {
    let scope = Scope { register: "虚构县登记".to_owned(), region: None };
    let arrest = |(year, month, persons): (i16, i8, u32)| {
        let on = Date::new(year, month, 3).unwrap();
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
            scope: scope.clone(),
            opened: on,
            milestones: vec![step("filed", "filed", None), step("arrest-approved", "filed", Some(persons))],
            supervised: false,
            rapid_response: false,
            minor: None,
            notices: Vec::new(),
        }
    };
    let rows: Vec<Row> = [(2023, 3, 2), (2023, 9, 40), (2024, 2, 55), (2025, 1, 70)].map(arrest).to_vec();
    let plan = Plan {
        scope: scope.clone(),
        by: By::Year,
        from: None,
        to: None,
        as_of: Date::constant(2025, 12, 31),
        threshold: 10,
        events: Vec::new(),
        breaks: Vec::new(),
    };
    Release::of(&rows, &plan, &Published::standard().unwrap()).unwrap()
}

/// The sample as its paper.
fn report(edition: Edition) -> Paper {
    let (sample, published) = (report_sample(), Published::standard().unwrap());
    let report = StatisticsReport {
        release: &sample.release,
        published: &published,
        compiled_by: Some(&sample.compiled_by),
        today: sample.today,
    };
    statistics_report(&report, edition, Standing::Final).unwrap()
}

/// `REDRESS_PREVIEWS_WRITE=1 cargo test -p redress-cli --test it pages_of` makes the kept pictures anew. Where a page
/// differs, the difference is drawn into `target/tmp/`.
#[test]
fn pages_of_every_form_are_as_they_were_looked_at() {
    let write = std::env::var_os("REDRESS_PREVIEWS_WRITE").is_some();
    let typesetter = Typesetter::new(Vec::new()).unwrap();
    let papers = kept();
    if write {
        for (form, ..) in &papers {
            let _ = std::fs::remove_dir_all(folder(form).join("preview"));
        }
    }
    let mut wrong = Vec::new();
    for (form, name, paper) in &papers {
        let pages = typesetter.pages_as_png(paper, &exhibits(paper), PPI).unwrap();
        let previews = folder(form).join("preview");
        std::fs::create_dir_all(&previews).unwrap();
        let kept = std::fs::read_dir(&previews).unwrap().flatten();
        let begins = format!("{name}-");
        let kept = kept.filter(|file| file.file_name().to_string_lossy().starts_with(&begins)).count();
        if !write && kept != pages.len() {
            wrong.push(format!("{form} {name}: {} pages, {kept} kept", pages.len()));
            continue;
        }
        for (number, page) in (1..).zip(&pages) {
            let page = in_greys(page).unwrap();
            let file = previews.join(format!("{name}-{number:02}.png"));
            if write {
                std::fs::write(&file, page).unwrap();
                continue;
            }
            let before = std::fs::read(&file).unwrap_or_else(|_| panic!("{} is not kept", file.display()));
            if let Some(difference) = compare(&before, &page, TOLERANCE).unwrap() {
                let out =
                    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{form}-{name}-{number:02}.png"));
                std::fs::write(&out, &difference.picture).unwrap();
                let points = difference.points;
                wrong.push(format!("{form} {name} page {number}: {points} points; see {}", out.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "look at the pages, then REDRESS_PREVIEWS_WRITE=1:\n{}", wrong.join("\n"));
}

/// All kept pictures together, so that the repository stays small.
#[test]
fn kept_pages_weigh_little() {
    let mut weight = 0;
    for form in std::fs::read_dir(folder("")).unwrap().flatten() {
        for file in std::fs::read_dir(form.path().join("preview")).into_iter().flatten().flatten() {
            weight += file.metadata().unwrap().len();
        }
    }
    assert!(weight <= 6 << 20, "{weight} bytes");
}
