//! The forms of a release.

use crate::sample::{event, plan, register, release};
use redress_statistics::{
    By, Plan, Published, Release, chart, csv, page, published_csv, published_page, text,
};
use redress_words::{Language, Words};

fn whole() -> Release {
    release(&register(), &Plan { events: vec![event()], by: By::HalfYear, ..plan(5) })
}

fn both() -> [Words; 2] {
    [Words::new(Language::ZhHans), Words::new(Language::En)]
}

#[test]
fn every_form_is_spoken_in_both_languages() {
    let (release, published) = (whole(), Published::standard().unwrap());
    for words in both() {
        let mut all = vec![
            page(&words, &release, &published),
            published_page(&words, &published),
            csv(&words, &release.tables),
            published_csv(&words, &published),
        ];
        all.extend(release.tables.iter().flat_map(|table| text(&words, &published, table)));
        for said in all {
            assert!(
                !said.contains('⟦'),
                "{}",
                said.split('⟦').nth(1).unwrap_or_default().split('⟧').next().unwrap()
            );
            assert!(!said.contains("{$") && !said.contains("{ $"), "{said}");
        }
    }
}

/// No case is named: nothing of a case but days and codes comes in, and what names it within the release stays inside.
#[test]
fn the_keys_of_cases_are_never_printed() {
    let json = serde_json::to_string(&whole()).unwrap();
    for key in ["suit/", "file/", "track/", "persons/", "notice/"] {
        assert!(!json.contains(key), "{key}");
    }
    assert!(json.contains("\"schema\":\"redress/statistics/1\""));
}

#[test]
fn text_of_the_funnel() {
    let (release, published) = (whole(), Published::standard().unwrap());
    let funnel = release.tables.iter().find(|one| one.id == "funnel").unwrap();
    for words in both() {
        let name = format!("funnel-{}", words.language().tag());
        insta::assert_snapshot!(name, text(&words, &published, funnel).join("\n"));
    }
}

#[test]
fn csv_has_the_scope_in_every_line() {
    let release = whole().only("arrests");
    let words = Words::new(Language::En);
    let out = csv(&words, &release.tables);
    insta::assert_snapshot!("arrests-csv", out);
    assert!(out.lines().skip(1).all(|line| line.contains("desk of one county")));
    assert!(out.ends_with("\r\n"));
}

#[test]
fn json_of_one_table() {
    let release = whole().only("marks");
    insta::assert_snapshot!("marks-json", serde_json::to_string_pretty(&release).unwrap());
}

#[test]
fn charts_are_well_formed_have_words_and_no_script() {
    let release = whole();
    let mut drawn = 0;
    for words in both() {
        for table in &release.tables {
            let Some(svg) = chart(&words, table, &release.events) else { continue };
            let document = roxmltree::Document::parse(&svg).unwrap();
            let has = |name: &str| {
                document
                    .descendants()
                    .filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", name)))
                    .count()
            };
            assert_eq!((has("title"), has("desc"), has("script")), (1, 1, 0));
            assert!(!svg.contains("href") && !svg.contains(" on"), "{svg}");
            drawn += 1;
            if words.language() == Language::En {
                insta::assert_snapshot!(format!("chart-{}", table.id), svg);
            }
        }
    }
    assert_eq!(drawn, 6, "nobody was charged");
}

#[test]
fn the_page_loads_nothing_and_names_every_table() {
    let (release, published) = (whole(), Published::standard().unwrap());
    for words in both() {
        let out = page(&words, &release, &published);
        let full = release.tables.iter().filter(|table| !table.is_empty()).count();
        assert_eq!(out.matches("<section").count(), full);
        assert!(full > 8 && out.matches("<caption>").count() >= full);
        assert!(!out.contains("<script") && !out.contains("http-equiv=\"refresh\"") && !out.contains("src="));
        assert_eq!(out, page(&words, &whole(), &published), "same input, same bytes");
    }
    let out = published_page(&Words::new(Language::En), &published);
    assert!(
        out.contains("not known") && out.contains("secondary: quoted elsewhere") && out.contains("46.17%")
    );
}

/// A chart of the published police figures has a break and no line.
#[test]
fn no_line_runs_through_a_break() {
    let out = published_page(&Words::new(Language::En), &Published::standard().unwrap());
    let chart = out
        .split("id=\"chart-police-online-violence-cases-title\"")
        .nth(1)
        .unwrap()
        .split("</svg>")
        .next()
        .unwrap();
    assert!(chart.contains("class=\"break\"") && !chart.contains("<polyline"), "{chart}");
}
