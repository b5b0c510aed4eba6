//! Statistics over an office through the commands, on a real PostgreSQL: the same cases give the same bytes in folders and
//! in an office, and nobody learns of a case.

use crate::case_file::fits;
use crate::office_people::{Office, office};
use crate::run::Answer;
use crate::stats::cases;
use redress_conformance::shared_cluster;

/// All that is counted happened in 2024.
const DAYS: [&str; 6] = ["--from", "2024-01-01", "--to", "2024-12-31", "--scope", "a desk"];

fn done(answer: Answer) -> String {
    assert_eq!(answer.code, 0, "{}\n{}", answer.out, answer.err);
    answer.out
}

impl Office {
    /// `redress stats --office` as that account.
    fn stats(&self, account: &str, args: &[&str]) -> Answer {
        self.at(account, &[&["stats"], args].concat())
    }

    /// Seven cases of ann, brought in one by one; a court that is on none, and a lawyer.
    fn with_seven(&self) -> Vec<String> {
        for (name, role) in
            [("ann", "victim"), ("court", "desk-court"), ("police", "desk-police"), ("bob", "counsel")]
        {
            self.ok("keeper", &["account", "add", name, "--role", role]);
        }
        cases(&self.room);
        let one = |number: usize| {
            let folder = format!("cases/c{number}");
            let moved = self.ok("ann", &["import", &folder, "--json"]);
            let moved: serde_json::Value = serde_json::from_str(&moved).unwrap();
            moved["case_id"].as_str().unwrap().to_owned()
        };
        (1..=7).map(one).collect()
    }

    /// SQL around everything of ours.
    fn sql(&self, sql: &str) {
        let config = std::fs::read_to_string(self.room.path("office.toml")).unwrap();
        let database = config.split("dbname=").nth(1).unwrap().split('\'').next().unwrap();
        shared_cluster().unwrap().sql(database, sql);
    }
}

/// Every form, from the folders and from the office, with entries that were made in the office after they came in.
#[test]
fn the_same_cases_in_folders_and_in_an_office_give_the_same_bytes() {
    let Some(office) = office("the_same_cases_in_folders_and_in_an_office") else { return };
    let ids = office.with_seven();
    // Something more happens, in the folder and in the office, in two procedures and by two accounts.
    let went = |case: &str| {
        vec![
            vec!["step", case, "add", "private-prosecution", "filed", "--on", "2024-04-04"],
            vec!["party", case, "add", "victim", "--minor", "no"],
            vec!["record", case, "mark", "rapid-response", "--on", "2024-02-02", "--body", "police"],
            vec![
                "step",
                case,
                "add",
                "public-prosecution",
                "filed",
                "--on",
                "2024-05-06",
                "--track",
                "wang.1",
            ],
        ]
        .into_iter()
        .map(|line| line.into_iter().map(str::to_owned).collect::<Vec<_>>())
        .collect::<Vec<_>>()
    };
    office.ok("ann", &["member", "add", &ids[6], "police", "--role", "desk-police"]);
    for (line, here) in went("cases/c7").iter().zip(went(&ids[6])) {
        office.room.ok(&line.iter().map(String::as_str).collect::<Vec<_>>());
        let by = if line[0] == "record" || line.contains(&"public-prosecution".to_owned()) {
            "police"
        } else {
            "ann"
        };
        done(office.at(by, &here.iter().map(String::as_str).collect::<Vec<_>>()));
    }
    office.room.write(
        "breaks.toml",
        "[[break]]\ntable = \"funnel\"\non = \"2024-03-01\"\nreason = \"another way of entering\"\n",
    );
    let by = [&DAYS[..], &["--by", "half-year", "--breaks", "breaks.toml", "--as-of", "2025-06-30"]].concat();
    let made = done(office.stats("court", &[&by[..], &["--release", "--json"]].concat()));
    fits(&office.room, &serde_json::from_str(&made).unwrap());
    for more in [
        &["--format", "json"][..],
        &["--format", "csv", "--lang", "zh-Hans"],
        &["--format", "html"],
        &["--format", "svg", "--table", "funnel"],
    ] {
        let own = office.room.ok(&[&["stats", "cases"], &by[..], more].concat());
        // What nobody says is as it was made: the same bytes, for another body too.
        for (account, asked) in [("court", &by[..]), ("police", &DAYS[..4])] {
            assert_eq!(done(office.stats(account, &[asked, more].concat())), own, "{more:?} {asked:?}");
        }
        for hidden in ids.iter().map(String::as_str).chain(["Spring", "cases/", "wang"]) {
            assert!(!own.contains(hidden), "{hidden}: {own}");
        }
        assert!(own.contains("a desk"), "{own}");
    }
}

/// Who may not see statistics hears the same in an office full of cases and in an empty one; who may is not told of fewer
/// cases than the threshold.
#[test]
fn a_stranger_learns_nothing_from_statistics() {
    let Some(empty) = office("a_stranger_learns_nothing_from_statistics") else { return };
    let Some(full) = office("a_stranger_learns_nothing_from_statistics") else { return };
    empty.ok("keeper", &["account", "add", "bob", "--role", "counsel"]);
    let ids = full.with_seven();
    let days = ["--from", "2024-01-01", "--to", "2024-12-31", "--release"];
    for (account, ask, more) in [
        ("bob", &[][..], &["--lang", "en"][..]),
        ("bob", &days[..4], &["--json"]),
        ("bob", &days, &["--lang", "zh-Hans"]),
        ("bob", &days[..2], &["--json"]),
        ("keeper", &days, &["--json"]),
    ] {
        let heard = [&empty, &full].map(|office| {
            let answer = office.stats(account, &[ask, more].concat());
            assert_ne!(answer.code, 0, "{account} {ask:?}");
            (answer.code, answer.out, answer.err)
        });
        assert_eq!(heard[0], heard[1], "{account} {ask:?}");
    }
    // Two cases in the period are withheld, and their number is in no form.
    let one =
        full.stats("court", &["--from", "2024-03-01", "--to", "2024-03-31", "--release", "--format", "csv"]);
    let csv = done(one);
    assert!(csv.lines().any(|line| line.contains(",withheld,")), "{csv}");
    for line in csv.lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let value = fields[fields.len() - 2];
        assert!(value.is_empty() || value.parse::<f64>().is_ok_and(|n| n == 0.0 || n >= 5.0), "{line}");
    }
    let low =
        full.stats("court", &["--from", "2023-01-01", "--to", "2023-12-31", "--release", "--threshold", "1"]);
    assert!(low.code == 2 && low.err.contains("at least"), "{}", low.err);
    // A second release that overlaps would give away what the first withholds.
    let second = full.stats("court", &["--from", "2024-01-01", "--to", "2024-12-31", "--release"]);
    assert!(
        second.code == 2 && second.err.contains("overlap") && second.err.contains("2024-03-31"),
        "{}",
        second.err
    );
    assert!(ids.iter().all(|id| !second.err.contains(id.as_str())));
    let list = done(full.stats("court", &["--json"]));
    let list: serde_json::Value = serde_json::from_str(&list).unwrap();
    fits(&full.room, &list);
    assert_eq!(list["releases"][0]["terms"]["to"], "2024-03-31");
}

/// Rows that were not made up to the last entry stop a release; the keeper and the members have them counted anew.
#[test]
fn cases_that_lag_are_counted_anew_by_members_and_keeper() {
    let Some(office) = office("cases_that_lag_are_counted_anew") else { return };
    let ids = office.with_seven();
    let ask = [&DAYS[..], &["--release"]].concat();
    office.sql("DELETE FROM redress.statistics_rows");
    let refused = office.stats("court", &ask);
    assert!(
        refused.code == 2 && refused.err.contains("7 cases") && refused.err.contains("office recount"),
        "{}",
        refused.err
    );
    // `init`, as after a new version, says so too.
    assert!(office.ok("keeper", &["init"]).contains("7 cases"));
    let keeper = office.ok("keeper", &["recount", "--json"]);
    let told: serde_json::Value = serde_json::from_str(&keeper).unwrap();
    fits(&office.room, &told);
    assert_eq!((told["counted"].as_u64(), told["cases"].as_array().unwrap().len()), (Some(7), 0));
    assert!(ids.iter().all(|id| !keeper.contains(id.as_str())), "the keeper hears numbers");
    office.sql("UPDATE redress.statistics_rows SET maker = 'an older program'");
    assert!(office.ok("court", &["recount"]).contains("anew: 0 cases"), "a court that is on none");
    assert!(office.ok("ann", &["recount"]).contains("anew: 7 cases"));
    done(office.stats("court", &ask));
    office.ok("keeper", &["account", "add", "eve", "--role", "auditor"]);
    let log = office.ok("eve", &["log", "--lang", "en"]);
    let line = log.lines().find(|line| line.contains("31 December 2024")).unwrap_or_else(|| panic!("{log}"));
    assert!(line.contains("court") && line.contains("a desk") && line.contains("below 5"), "{line}");
    assert!(log.contains("have cases counted anew"), "{log}");
    let json: serde_json::Value = serde_json::from_str(&office.ok("eve", &["log", "--json"])).unwrap();
    fits(&office.room, &json);
}
