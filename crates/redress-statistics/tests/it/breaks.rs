//! Breaks in the own series: where they are read, shown and drawn, and that no line runs through them.

use crate::sample::{arrest, day, plan, register, release, row};
use redress_statistics::{
    By, Plan, Published, Record, Release, TableBreak, chart, csv, page, read_breaks, text,
};
use redress_words::{Language, Words};

const FILE: &str = r#"
[[break]]
table = "arrests"
on = "2024-01-01"
zh = "此前只数批准逮捕，此后并数决定逮捕。"
en = "Before, approvals alone; then decisions of the court too."

[[break]]
table = "weeks"
on = "2023-05-17"
reason = "A second desk opened."

[[break]]
table = "funnel"
on = "2023-07-01"
reason = "=1+1"

[[break]]
table = "marks"
on = "1999-01-01"
reason = "before anything was counted"
"#;

fn breaks() -> Vec<TableBreak> {
    read_breaks("breaks.toml", FILE).unwrap()
}

/// Six persons in each half of two years, so that nothing is withheld.
fn whole(breaks: Vec<TableBreak>) -> Release {
    let mut rows = register();
    for on in ["2023-02-01", "2023-08-01", "2024-02-01", "2024-08-01"] {
        let mut one = row(on);
        one.milestones.push(arrest("defamation", 60, on));
        rows.push(one);
    }
    release(&rows, &Plan { by: By::HalfYear, breaks, ..plan(5) })
}

fn table<'r>(release: &'r Release, id: &str) -> &'r redress_statistics::Table {
    release.tables.iter().find(|one| one.id == id).unwrap()
}

#[test]
fn a_break_stands_in_its_table_alone_and_only_where_it_parts_its_time() {
    let release = whole(breaks());
    let of = |id: &str| table(&release, id).breaks.iter().map(|at| at.on.to_string()).collect::<Vec<_>>();
    assert_eq!(of("arrests"), ["2024-01-01"]);
    assert_eq!(of("weeks"), ["2023-05-17"]);
    assert!(of("marks").is_empty() && of("charged").is_empty());
    assert_eq!(release.breaks.len(), 4, "what was told stays told");
    // No figure changes by it.
    let mut plain = whole(Vec::new());
    plain.breaks.clone_from(&release.breaks);
    plain
        .tables
        .iter_mut()
        .zip(&release.tables)
        .for_each(|(one, other)| one.breaks.clone_from(&other.breaks));
    assert_eq!(plain, release);
}

#[test]
fn every_form_shows_it() {
    let (release, published) = (whole(breaks()), Published::standard().unwrap());
    for (words, why) in
        [(Words::new(Language::En), "decisions of the court"), (Words::new(Language::ZhHans), "并数决定逮捕")]
    {
        let said = text(&words, &published, table(&release, "arrests")).join("\n");
        assert!(said.contains(why) && said.matches('┆').count() == 2, "{said}");
        let weeks = text(&words, &published, table(&release, "weeks")).join("\n");
        assert!(
            weeks.lines().any(|line| line.trim_start().starts_with('┆') && line.contains("20")),
            "{weeks}"
        );
        let out = csv(&words, std::slice::from_ref(table(&release, "arrests")));
        let told: Vec<&str> = out.lines().filter(|line| line.contains("2024-01-01 ")).collect();
        // In each row: the half that it begins, and the total that runs across it.
        assert_eq!(told.len(), 2 * table(&release, "arrests").rows.len(), "{out}");
        assert!(told.iter().all(|line| line.contains(",2024-H1,") || line.contains(",total,")), "{told:?}");
        let page = page(&words, &release, &published);
        assert!(page.contains(why) && page.contains("th scope=\"col\" class=\"break\""), "{page}");
        assert!(page.contains("<tr class=\"break\">"), "the week is parted");
    }
    let json = serde_json::to_value(&release).unwrap();
    assert_eq!(json["tables"][0]["breaks"][0]["on"], "2024-01-01");
    // A reason that a spreadsheet would take for a formula stands behind its day.
    let out = csv(&Words::new(Language::En), std::slice::from_ref(table(&release, "funnel")));
    assert!(out.contains(",2023-07-01 =1+1"), "{out}");
}

/// The line ends before the break and begins anew after it; a dashed line stands between.
#[test]
fn no_line_of_an_own_series_runs_through_a_break() {
    let (published, words) = (Published::standard().unwrap(), Words::new(Language::En));
    let lines = |breaks: &str| {
        let breaks = read_breaks("b", breaks).unwrap();
        let svg = chart(&words, &published, table(&whole(breaks), "arrests"), &[]).unwrap();
        let points = svg
            .split("<polyline points=\"")
            .skip(1)
            .map(|one| one.split('"').next().unwrap().split(' ').count());
        (points.collect::<Vec<_>>(), svg.matches("class=\"break\"").count())
    };
    assert_eq!(lines(""), (vec![6], 0));
    let at = |on: &str| format!("[[break]]\ntable = 'arrests'\non = '{on}'\nreason = 'x'\n");
    assert_eq!(lines(&at("2024-01-01")), (vec![2, 4], 1));
    // Within the second half: that half mixes both ways of counting and is joined to neither side.
    assert_eq!(lines(&at("2023-09-10")), (vec![4], 1));
    for id in ["funnel", "weeks"] {
        let svg = chart(&words, &published, table(&whole(breaks()), id), &[]).unwrap();
        assert!(svg.contains("class=\"break\""), "{id}");
    }
}

/// A chart says what it is of, inside: scope, table, period.
#[test]
fn the_title_of_a_chart_has_scope_table_and_period() {
    let (release, published) = (whole(Vec::new()), Published::standard().unwrap());
    let words = Words::new(Language::En);
    let page = page(&words, &release, &published);
    for id in ["arrests", "funnel", "weeks"] {
        let svg = chart(&words, &published, table(&release, id), &[]).unwrap();
        let title = svg.split("</title>").next().unwrap();
        for part in
            [words.say(&format!("statistics-table-{id}"), &[]).as_str(), "desk of one county", "2023", "2025"]
        {
            assert!(title.contains(part), "{id} {part}: {title}");
        }
        assert!(page.contains(title.split("<title").nth(1).unwrap()), "{id}");
    }
}

#[test]
fn a_list_of_breaks_that_is_wrong_is_refused_with_its_place() {
    let code = |text: &str| read_breaks("b.toml", text).unwrap_err().finding.code;
    assert_eq!(code("[[break]]\ntable = 'x'\non = '2024-01-01'\nreason = 'y'"), "statistics-break-table");
    assert_eq!(code("[[break]]\ntable = 'arrests'\non = '2024-01-01'"), "statistics-break-reason");
    assert_eq!(
        code("[[break]]\ntable = 'arrests'\non = '2024-01-01'\nreason = ' '"),
        "statistics-break-reason"
    );
    assert_eq!(
        code("[[break]]\ntable = 'arrests'\non = 'soon'\nreason = 'y'"),
        "statistics-breaks-unreadable"
    );
    let twice = "[[break]]\ntable = 'arrests'\non = '2024-01-01'\nreason = 'y'\n";
    assert_eq!(code(&twice.repeat(2)), "statistics-break-twice");
    let one = read_breaks("b", twice).unwrap();
    assert_eq!((one[0].at.zh.as_str(), one[0].at.en.as_str()), ("y", "y"));
}

#[test]
fn a_release_and_a_record_come_back_as_they_were_kept() {
    let release = whole(breaks());
    let kept = serde_json::to_string(&release).unwrap();
    assert_eq!(Release::from_json(&kept).unwrap(), release);
    assert!(Release::from_json("{}").is_err());
    assert!(Release::from_json(&kept.replace("redress/statistics/1", "redress/statistics/9")).is_err());
    let record = Record {
        schema: redress_statistics::RECORD_SCHEMA.to_owned(),
        opened: day("2024-01-01"),
        milestones: register()[0].milestones.clone(),
        marks: Vec::new(),
        minor: Some(true),
        notices: register()[0].notices.clone(),
    };
    assert_eq!(Record::from_text(&record.to_text()).unwrap(), record);
    assert!(Record::from_text("[]").is_err());
}
