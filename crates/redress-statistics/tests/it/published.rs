//! The published series: golden figures, what stays unknown, what is never put together.

use crate::sample::{plan, register, release};
use redress_statistics::{Mark, Plan, Published, PublishedValue, Release, Row, Scope, Series, Unit};

fn figure(series: &Series, year: i16) -> Option<u64> {
    series.points.iter().find(|point| point.from.year() == year)?.value.known()
}

/// The funnel of 2022, first instance: 618 filed; of 587 concluded 271 were not accepted, 110 dismissed, 97 withdrawn,
/// 79 judged; 43 persons. The stated percentages are computed anew.
#[test]
fn the_funnel_of_2022() {
    let published = Published::standard().unwrap();
    let series = |measure: &str| published.find(&format!("court-defamation.{measure}")).unwrap();
    let of = |measure: &str| figure(series(measure), 2022).unwrap();
    assert_eq!((of("filed"), of("concluded"), of("convicted")), (618, 587, 43));
    assert_eq!(series("convicted").unit, Unit::Persons);
    let parts = [
        ("not-accepted", 271, 4617),
        ("dismissed", 110, 1874),
        ("withdrawn", 97, 1652),
        ("judged", 79, 1346),
        ("filed-public", 29, 469),
        ("filed-private", 589, 9531),
    ];
    for (measure, cases, share) in parts {
        let series = series(measure);
        assert_eq!(of(measure), cases);
        let point = series.points.iter().find(|point| point.from.year() == 2022).unwrap();
        assert_eq!(published.share(series, point), Some(share), "{measure}");
    }
    assert_eq!(of("filed-public") + of("filed-private"), of("filed"));
    // 30 cases ended in other ways.
    assert_eq!(587 - 271 - 110 - 97 - 79, 30);
}

/// Every stated share is the one that its figures give; a source rounds to a tenth of a percent or finer.
#[test]
fn stated_shares_agree_with_their_figures() {
    let published = Published::standard().unwrap();
    let mut checked = 0;
    for series in &published.series {
        for point in series.points.iter().filter(|point| point.share.is_some()) {
            let (stated, computed) = (point.share.unwrap(), published.share(series, point).unwrap());
            assert!(stated.abs_diff(computed) <= 5, "{}: {stated} {computed}", series.id());
            checked += 1;
        }
    }
    assert_eq!(checked, 11);
}

#[test]
fn unknown_stays_unknown_and_every_figure_has_its_source_and_mark() {
    let published = Published::standard().unwrap();
    let filed = published.find("court-defamation.filed").unwrap();
    assert_eq!(figure(filed, 2013), Some(126));
    assert_eq!(figure(filed, 2023), None);
    let points = published.series.iter().flat_map(|series| &series.points);
    assert!(points.clone().all(|point| point.value != PublishedValue::Known(0) && !point.sources.is_empty()));
    assert!(points.clone().any(|point| point.mark == Mark::Secondary));
    let json = serde_json::to_value(&published).unwrap();
    let unknown = json["series"][0]["points"][2].clone();
    assert_eq!(unknown["value"], "?");
    assert_eq!(serde_json::from_value::<Published>(json).unwrap(), published);
}

#[test]
fn series_that_look_alike_stay_apart() {
    let published = Published::standard().unwrap();
    for (one, other) in [
        ("procuratorate-personal-information.charged", "procuratorate-personal-information-subset.charged"),
        ("court-online-defamation.convicted", "court-insult-defamation.convicted"),
    ] {
        let (one, other) = (published.find(one).unwrap(), published.find(other).unwrap());
        assert_ne!(one.scope, other.scope);
    }
    assert_eq!(
        figure(published.find("procuratorate-personal-information.charged").unwrap(), 2019),
        Some(21_923)
    );
    assert_eq!(figure(published.find("court-online-defamation.convicted").unwrap(), 2023), Some(85));
    assert_eq!(figure(published.find("court-insult-defamation.convicted").unwrap(), 2024), Some(91));
    // 110 in 2023 and 8,600 in 2024 are counted in different ways: no line runs from one to the other.
    let police = published.find("police-online-violence.cases").unwrap();
    let at = |year: i16, month: i8| {
        police.points.iter().find(|one| one.to.year() == year && one.to.month() == month).unwrap()
    };
    assert!(!police.joined(at(2023, 12), at(2024, 12)));
    assert_eq!(police.breaks.len(), 1);
    // Neither does one run between periods that overlap.
    let all = published.find("procuratorate-cybercrime.charged").unwrap();
    assert!(!all.joined(&all.points[0], &all.points[1]));
}

#[test]
fn a_file_that_merges_scopes_is_refused() {
    let text = include_str!("../../../../statistics/published.toml");
    let same = text.replacen(
        "\"court-insult-defamation.convicted\"",
        "\"court-online-defamation.public-concluded\"",
        1,
    );
    assert_eq!(Published::read("x.toml", &same).unwrap_err().finding.code, "statistics-published-wrong");
    for (from, to) in [
        ("value = 618", "value = -1"),
        ("sources = [\"S144\"]", "sources = [\"S999\"]"),
        ("statistics/1", "statistics/2"),
        ("measure = \"filed-public\"", "measure = \"filed\""),
    ] {
        let bad = text.replacen(from, to, 1);
        assert_ne!(bad, text);
        assert!(Published::read("x.toml", &bad).is_err(), "{from}");
    }
}

#[test]
fn own_figures_stand_beside_published_ones_only_where_scope_and_unit_agree() {
    let other = release(&register(), &plan(5));
    assert!(!other.beside.is_empty());
    assert!(other.beside.iter().all(|one| one.own.is_none()));
    let why = |one: &redress_statistics::Beside| one.why_not.as_ref().map(|why| why.code.clone());
    assert!(other.beside.iter().all(|one| why(one).as_deref() == Some("statistics-beside-scope")));

    let scope = Scope { register: "court-defamation".to_owned(), region: Some("CN".to_owned()) };
    let rows: Vec<Row> = register().into_iter().map(|row| Row { scope: scope.clone(), ..row }).collect();
    let published = Published::standard().unwrap();
    let same = Release::of(&rows, &Plan { scope: scope.clone(), ..plan(5) }, &published).unwrap();
    let stands: Vec<_> = same.beside.iter().filter(|one| one.why_not.is_none()).collect();
    assert!(stands.iter().any(|one| one.series == "court-defamation.filed"
        && one.period.as_deref() == Some("2023")
        && one.published.unwrap().known().is_none()));
    assert!(stands.iter().all(|one| one.series.starts_with("court-defamation.")));

    let province = Scope { region: Some("a province".to_owned()), ..scope };
    let rows: Vec<Row> = register().into_iter().map(|row| Row { scope: province.clone(), ..row }).collect();
    let part = Release::of(&rows, &Plan { scope: province, ..plan(5) }, &published).unwrap();
    assert!(part.beside.iter().all(|one| one.why_not.is_some()));
}
