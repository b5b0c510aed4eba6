//! Time limits and duties of the book on the facts of a file: where each stands, and that an open date is never a late one.

use crate::support::{Case, against, bare, claim, day};
use crate::synthetic::{book, errors, page, plain, vocabulary, with};
use proptest::prelude::*;
use redress_base::{Date, Value};
use redress_facts::{Claim, Datum, Scope, Sheet, Standing};
use redress_law::{Body, Book, DeadlineOutcome, DutyOutcome, Facts, Stand};
use std::collections::BTreeMap;

/// A file of dates and facts, asked on a day.
#[derive(Clone, Default)]
struct File {
    sheet: Sheet,
    rules: BTreeMap<String, Value>,
}

impl File {
    fn with(mut self, scope: Scope, term: &str, claim: Claim) -> File {
        self.sheet.add(scope, term, claim);
        self
    }

    /// A date fact of a statement.
    fn on(self, term: &str, date: &str) -> File {
        self.with(Case::scope(), term, claim(Datum::Date(day(date)), Standing::Official))
    }

    fn rule(mut self, id: &str, value: Value) -> File {
        self.rules.insert(id.into(), value);
        self
    }

    fn ask<T>(&self, scope: Scope, today: &str, ask: impl Fn(&Facts<'_>) -> T) -> T {
        let rule = |id: &str| self.rules.get(id).copied().unwrap_or(Value::UU);
        ask(&Facts { sheet: &self.sheet, vocabulary: vocabulary(), scope, today: day(today), rule: &rule })
    }

    fn deadlines(&self, book: &Book, today: &str) -> Vec<DeadlineOutcome> {
        self.ask(Case::scope(), today, |facts| book.deadlines(facts))
    }

    fn deadline(&self, book: &Book, today: &str) -> DeadlineOutcome {
        let mut all = self.deadlines(book, today);
        assert_eq!(all.len(), 1, "{all:#?}");
        all.remove(0)
    }

    fn duties(&self, book: &Book, today: &str) -> Vec<DutyOutcome> {
        self.ask(Case::scope(), today, |facts| book.duties(facts))
    }
}

/// The same of the book, in its own terms.
fn of_the_book<T>(sheet: &Sheet, scope: Scope, today: &str, ask: impl Fn(&Facts<'_>) -> T) -> T {
    static WORDS: std::sync::LazyLock<redress_facts::Vocabulary> =
        std::sync::LazyLock::new(redress_facts::Vocabulary::standard);
    let rule = |_: &str| Value::UU;
    ask(&Facts { sheet, vocabulary: &WORDS, scope, today: day(today), rule: &rule })
}

/// Where a time limit of the book stands, if it is shown.
fn stands(file: &File, scope: Scope, id: &str, today: &str) -> Option<Stand> {
    let all = of_the_book(&file.sheet, scope, today, |facts| Book::standard().deadlines(facts));
    all.into_iter().find(|one| one.id == id).map(|one| one.standing)
}

/// A page with one deadline; `more` are further keys.
fn limit(length: &str, regime: &str, more: &str) -> Book {
    let table = format!(
        "[[deadline]]\nid = \"limit\"\nzh = \"期限\"\nen = \"Limit\"\nwho = \"police\"\nfrom = \"d_a\"\nlength = \"{length}\"\nregime = \"{regime}\"\n{more}"
    );
    book(&[page(&with(&table), "rule r", "a_a")])
}

fn owed(more: &str) -> Book {
    let table = format!("[[duty]]\nid = \"tell\"\nzh = \"告知\"\nen = \"Tell\"\nwho = \"court\"\n{more}");
    book(&[page(&with(&table), "rule r", "a_a")])
}

/// The day itself is not counted, the last day is in time, the day after it is late.
#[test]
fn a_time_limit_runs_passes_is_kept_or_is_kept_late() {
    let book = limit("15 days", "criminal", "kept_by = \"d_b\"");
    let begun = File::default().on("d_a", "2026-03-01");
    let at = |file: &File, today: &str| file.deadline(&book, today);
    assert_eq!(at(&begun, "2026-03-01").due, Some(day("2026-03-16")));
    assert_eq!(at(&begun, "2026-03-16").standing, Stand::Running);
    assert_eq!(at(&begun, "2026-03-17").standing, Stand::Passed);
    let kept = |on: &str| begun.clone().on("d_b", on);
    assert_eq!(at(&kept("2026-03-16"), "2026-04-01").standing, Stand::Kept);
    assert_eq!(at(&kept("2026-03-17"), "2026-04-01").standing, Stand::Late);
    assert_eq!(at(&kept("2026-03-16"), "2026-04-01").kept, Some(day("2026-03-16")));
    let outcome = at(&begun, "2026-03-01");
    assert_eq!(
        (outcome.from, outcome.from_terms.as_slice()),
        (Some(day("2026-03-01")), ["d_a".to_owned()].as_slice())
    );
    assert_eq!((outcome.id.as_str(), outcome.who, outcome.may_extend), ("limit", Body::Police, true));
    assert_eq!(outcome.cites[0].to_string(), "cn/test/1");
}

/// What may end in two ways, acceptance or refusal, is kept by the first of them; a later one is no dispute about it.
#[test]
fn a_time_limit_that_may_end_in_two_ways_is_kept_by_the_first() {
    let book = limit("15 days", "criminal", "kept_by = [\"d_b\", \"d_c\"]");
    let begun = File::default().on("d_a", "2026-03-01");
    let standing = |file: &File| file.deadline(&book, "2026-05-01").standing;
    assert_eq!(standing(&begun), Stand::Passed);
    assert_eq!(standing(&begun.clone().on("d_b", "2026-03-10")), Stand::Kept);
    assert_eq!(standing(&begun.clone().on("d_c", "2026-03-16")), Stand::Kept);
    assert_eq!(standing(&begun.clone().on("d_c", "2026-03-17")), Stand::Late);
    let both = begun.clone().on("d_c", "2026-03-10").on("d_b", "2026-04-20");
    assert_eq!(standing(&both), Stand::Kept);
    assert_eq!(both.deadline(&book, "2026-05-01").kept, Some(day("2026-03-10")));
}

/// Without the day it is counted from, nothing runs and nothing is late.
#[test]
fn a_missing_date_is_named_and_is_not_a_passed_limit() {
    let book = limit("15 days", "criminal", "kept_by = \"d_b\"");
    let outcome = File::default().deadline(&book, "2030-01-01");
    assert_eq!((outcome.standing, outcome.due, outcome.from), (Stand::DateMissing, None, None));
    assert_eq!(outcome.from_terms, ["d_a"]);
    // Done, but nobody knows from when it was counted.
    assert_eq!(
        File::default().on("d_b", "2026-03-01").deadline(&book, "2030-01-01").standing,
        Stand::DateMissing
    );
    // A bare statement of the day does not count, unless it is known at first hand.
    let said = |term: &str| bare(Datum::Date(day(term)));
    let file = File::default().with(Case::scope(), "d_a", said("2026-03-01"));
    assert_eq!(file.deadline(&book, "2030-01-01").standing, Stand::DateMissing);
    let table = "[[deadline]]\nid = \"limit\"\nzh = \"期限\"\nen = \"Limit\"\nwho = \"police\"\nfrom = \"f_d\"\nlength = \"15 days\"\nregime = \"criminal\"\n";
    let first_hand = crate::synthetic::book(&[page(&with(table), "rule r", "a_a")]);
    let file = File::default().with(Scope::Case, "f_d", said("2026-03-01"));
    let outcome = file.ask(Scope::Case, "2030-01-01", |facts| first_hand.deadlines(facts)).remove(0);
    assert_eq!((outcome.standing, outcome.due), (Stand::Passed, Some(day("2026-03-16"))));
}

/// Several days: the latest of them begins it, once all are known; the missing ones are named.
#[test]
fn of_several_days_the_latest_begins_it_once_all_are_known() {
    let table = "[[deadline]]\nid = \"limit\"\nzh = \"期限\"\nen = \"Limit\"\nwho = \"person\"\nfrom = [\"d_a\", \"d_b\"]\nlength = \"3 years\"\nregime = \"limitation-civil\"\n";
    let book = crate::synthetic::book(&[page(&with(table), "rule r", "a_a")]);
    let one = File::default().on("d_a", "2024-02-29");
    let outcome = one.deadline(&book, "2026-01-01");
    assert_eq!(
        (outcome.standing, outcome.from_terms.as_slice()),
        (Stand::DateMissing, ["d_b".to_owned()].as_slice())
    );
    for (second, from, due) in [
        ("2023-01-01", "d_a", "2027-02-28"),
        ("2024-03-01", "d_b", "2027-03-01"),
        ("2024-02-29", "d_b", "2027-02-28"),
    ] {
        let outcome = one.clone().on("d_b", second).deadline(&book, "2026-01-01");
        assert_eq!((outcome.from_terms, outcome.due), (vec![from.to_owned()], Some(day(due))), "{second}");
        assert!(outcome.may_extend);
    }
}

/// Different days on file: disputed only between the day on which the first of them ends it and the last.
#[test]
fn disputed_days_matter_only_between_their_ends() {
    let book = limit("10 days", "penalty", "kept_by = \"d_b\"");
    let file = File::default().on("d_a", "2026-03-01").with(
        Case::scope(),
        "d_a",
        against(Datum::Date(day("2026-03-05")), Standing::Official),
    );
    let at = |file: &File, today: &str| file.deadline(&book, today).standing;
    assert_eq!(at(&file, "2026-03-11"), Stand::Running);
    assert_eq!(at(&file, "2026-03-12"), Stand::Disputed);
    assert_eq!(at(&file, "2026-03-15"), Stand::Disputed);
    assert_eq!(at(&file, "2026-03-16"), Stand::Passed);
    let kept = |on: &str| at(&file.clone().on("d_b", on), "2026-06-01");
    assert_eq!((kept("2026-03-11"), kept("2026-03-12")), (Stand::Kept, Stand::Disputed));
    assert_eq!((kept("2026-03-15"), kept("2026-03-16")), (Stand::Disputed, Stand::Late));
    // The strict day is the first of the two; no regime of penalties moves it over a holiday.
    let outcome = file.deadline(&book, "2026-03-11");
    assert_eq!((outcome.due, outcome.may_extend), (Some(day("2026-03-11")), false));
}

/// Events inside the period restart it, one bridging to the next; those outside do not, in whatever order they are told.
#[test]
fn events_inside_the_period_restart_it_and_bridge_to_the_next() {
    let book = limit("3 years", "limitation-civil", "restarts = [\"d_b\", \"d_c\", \"d_d\"]");
    let begun = || File::default().on("d_a", "2015-01-10");
    let due = |file: &File| {
        let outcome = file.deadline(&book, "2026-01-01");
        (outcome.due.expect("a day").to_string(), outcome.from_terms[0].clone())
    };
    let is = |date: &str, term: &str| (date.to_owned(), term.to_owned());
    assert_eq!(due(&begun()), is("2018-01-10", "d_a"));
    assert_eq!(due(&begun().on("d_b", "2018-01-10")), is("2021-01-10", "d_b"));
    assert_eq!(due(&begun().on("d_b", "2018-01-11")), is("2018-01-10", "d_a"));
    // Not before it begins, and not on that very day.
    assert_eq!(due(&begun().on("d_b", "2015-01-10")), is("2018-01-10", "d_a"));
    assert_eq!(due(&begun().on("d_b", "2014-12-31")), is("2018-01-10", "d_a"));
    // 2017 bridges to 2019, and 2019 to 2021, though neither 2019 nor 2021 is inside the first period.
    let bridged = begun().on("d_d", "2017-06-01").on("d_b", "2021-05-31").on("d_c", "2019-06-01");
    assert_eq!(due(&bridged), is("2024-05-31", "d_b"));
    // Without the first, the others come too late.
    assert_eq!(due(&begun().on("d_b", "2021-05-31").on("d_c", "2019-06-01")), is("2018-01-10", "d_a"));
    let running = begun().on("d_d", "2017-06-01").deadline(&book, "2020-06-01");
    assert_eq!((running.standing, running.from), (Stand::Running, Some(day("2017-06-01"))));
}

/// The regimes and lengths of the front data, each by its last day.
#[test]
fn lengths_and_regimes_of_the_front_data() {
    for (length, regime, due, may_extend) in [
        ("15 days", "criminal", "2026-02-15", true),
        ("7 days", "police", "2026-02-07", true),
        ("5 working-days", "reconsideration", "2026-02-05", true),
        ("5 working-days", "penalty", "2026-02-05", true),
        ("1 month", "civil", "2026-02-28", true),
        ("6 months", "penalty", "2026-07-31", false),
        ("6 months", "administrative-suit", "2026-07-31", true),
        ("5 years", "limitation-criminal", "2031-01-31", false),
        ("3 years", "limitation-civil", "2029-01-31", true),
        ("48 hours", "civil", "2026-02-02", true),
    ] {
        let book = limit(length, regime, "");
        let outcome = File::default().on("d_a", "2026-01-31").deadline(&book, "2026-02-01");
        assert_eq!((outcome.due, outcome.may_extend), (Some(day(due)), may_extend), "{length} {regime}");
    }
}

/// A limit that hangs on a rule is shown unless that rule is not made out.
#[test]
fn a_limit_is_shown_unless_its_rule_is_not_made_out() {
    let book =
        limit("15 days", "criminal", "when = \"r\"\nwarn = { zh = \"失权\", en = \"The right is lost\" }");
    let file = File::default().on("d_a", "2026-03-01");
    for value in [Value::TT, Value::UU, Value::FT, Value::UT, Value::FU] {
        let outcome = file.clone().rule("r", value).deadline(&book, "2026-03-02");
        assert_eq!(outcome.warn.map(|warn| warn.en).as_deref(), Some("The right is lost"), "{value}");
    }
    assert!(file.rule("r", Value::FF).deadlines(&book, "2026-03-02").is_empty());
}

/// A fact of the case is asked for the case alone, one of a statement for each statement; a page that is not in force
/// asks for nothing.
#[test]
fn limits_belong_to_the_case_or_to_a_statement_and_to_pages_in_force() {
    let table = |term: &str, id: &str| {
        format!(
            "[[deadline]]\nid = \"{id}\"\nzh = \"期限\"\nen = \"Limit\"\nwho = \"court\"\nfrom = \"{term}\"\nlength = \"7 days\"\nregime = \"civil\"\n"
        )
    };
    let book = crate::synthetic::book(&[page(
        &with(&(table("d_a", "of-statement") + &table("g_d", "of-case"))),
        "rule r",
        "a_a",
    )]);
    let ids = |scope: Scope, today: &str| {
        File::default().ask(scope, today, |facts| {
            book.deadlines(facts).into_iter().map(|one| one.id).collect::<Vec<_>>()
        })
    };
    assert_eq!(ids(Case::scope(), "2026-01-01"), ["of-statement"]);
    assert_eq!(ids(Scope::Case, "2026-01-01"), ["of-case"]);
    assert!(ids(Scope::Case, "2009-12-31").is_empty());
}

/// A duty without a fixed time: owed once its rule is made out, done once its day is on file.
#[test]
fn a_duty_is_owed_once_its_rule_is_made_out() {
    let book = owed("when = \"r\"\ndone = \"d_b\"");
    let duty =
        |file: &File| file.duties(&book, "2026-06-01").into_iter().next().map(|one| (one.owed, one.standing));
    let of = |value| File::default().rule("r", value);
    assert_eq!(duty(&of(Value::TT)), Some((Value::TT, Stand::Owed)));
    assert_eq!(duty(&of(Value::FF)), None);
    for value in [Value::UU, Value::FT, Value::UT, Value::FU] {
        assert_eq!(duty(&of(value)), Some((value, Stand::Unknown)), "{value}");
    }
    assert_eq!(duty(&of(Value::TT).on("d_b", "2026-05-01")), Some((Value::TT, Stand::Kept)));
    let outcome = of(Value::TT).on("d_b", "2026-05-01").duties(&book, "2026-06-01").remove(0);
    assert_eq!((outcome.who, outcome.done, outcome.due), (Body::Court, Some(day("2026-05-01")), None));
}

/// A duty within a fixed time: runs, passes, is kept or late; while the day is unknown it is not known to be owed.
#[test]
fn a_duty_within_a_time_runs_passes_is_kept_or_late() {
    let book =
        owed("when = \"r\"\nfrom = \"d_a\"\nlength = \"3 days\"\nregime = \"criminal\"\ndone = \"d_b\"");
    let file = || File::default().rule("r", Value::TT);
    let duty = |file: File, today: &str| {
        let one = file.duties(&book, today).remove(0);
        (one.owed, one.standing, one.due)
    };
    assert_eq!(duty(file(), "2026-06-01"), (Value::UU, Stand::Unknown, None));
    let begun = || file().on("d_a", "2026-03-01");
    let due = Some(day("2026-03-04"));
    assert_eq!(duty(begun(), "2026-03-04"), (Value::TT, Stand::Running, due));
    assert_eq!(duty(begun(), "2026-03-05"), (Value::TT, Stand::Passed, due));
    assert_eq!(duty(begun().on("d_b", "2026-03-04"), "2026-06-01"), (Value::TT, Stand::Kept, due));
    assert_eq!(duty(begun().on("d_b", "2026-03-05"), "2026-06-01"), (Value::TT, Stand::Late, due));
    let two = begun().with(Case::scope(), "d_a", claim(Datum::Date(day("2026-03-10")), Standing::Official));
    assert_eq!(duty(two, "2026-03-08"), (Value::TT, Stand::Disputed, due));
}

/// Where proof is asked for, done without proof is unproven, and not kept.
#[test]
fn done_without_proof_is_unproven() {
    let book = owed("done = \"d_b\"\nproof = \"a_b\"");
    let done = File::default().on("d_b", "2026-03-01");
    let standing = |file: &File| file.duties(&book, "2026-06-01").remove(0).standing;
    assert_eq!(standing(&File::default()), Stand::Owed);
    assert_eq!(standing(&done), Stand::Unproven);
    let proof = |value: Datum, standing| done.clone().with(Case::scope(), "a_b", claim(value, standing));
    assert_eq!(standing(&proof(Datum::Yes, Standing::Official)), Stand::Kept);
    assert_eq!(standing(&proof(Datum::No, Standing::Official)), Stand::Unproven);
    let disputed = proof(Datum::Yes, Standing::Official).with(
        Case::scope(),
        "a_b",
        against(Datum::No, Standing::Stated),
    );
    assert_eq!(standing(&disputed), Stand::Unproven);
    assert_eq!(disputed.duties(&book, "2026-06-01").remove(0).proof, Value::FT);
}

/// What the front data of a time limit or a duty names has to be there.
#[test]
fn limits_and_duties_name_facts_and_rules_that_exist() {
    let deadline = |keys: &str| {
        let table =
            format!("[[deadline]]\nid = \"limit\"\nzh = \"期限\"\nen = \"Limit\"\nwho = \"police\"\n{keys}");
        errors(&[page(&with(&table), "rule r", "a_a")])
    };
    let length = "length = \"7 days\"\nregime = \"civil\"\n";
    assert_eq!(deadline(&format!("from = \"d_a\"\n{length}")), Vec::<String>::new());
    assert_eq!(deadline(&format!("from = \"d_x\"\n{length}")), ["law-unknown-term-near 1:1"]);
    assert_eq!(deadline(&format!("from = \"a_a\"\n{length}")), ["law-term-of-another-kind 1:1"]);
    assert_eq!(deadline(&format!("from = \"d_a\"\nwhen = \"q\"\n{length}")), ["law-unknown-rule 1:1"]);
    assert_eq!(deadline("from = \"d_a\"\nlength = \"soon\"\nregime = \"civil\"\n"), ["law-front-period 2:1"]);
    assert_eq!(
        deadline("from = \"d_a\"\nlength = \"7 days\"\nregime = \"naval\"\n"),
        ["law-front-period 2:1"]
    );
    assert_eq!(
        deadline(&format!("from = \"d_a\"\nwhom = \"x\"\n{length}"))[0].split(' ').next(),
        Some("law-front-data")
    );
    let twice = format!("[[deadline]]\nid = \"limit\"\nzh = \"期限\"\nen = \"Limit\"\nwho = \"police\"\nfrom = \"d_a\"\n{length}").repeat(2);
    assert_eq!(errors(&[page(&with(&twice), "rule r", "a_a")]), ["law-name-twice 1:1"]);
    let duty = |keys: &str| {
        let table = format!("[[duty]]\nid = \"tell\"\nzh = \"告知\"\nen = \"Tell\"\nwho = \"court\"\n{keys}");
        errors(&[page(&with(&table), "rule r", "a_a")])
    };
    assert_eq!(duty("done = \"d_a\"\nproof = \"a_a\"\n"), Vec::<String>::new());
    assert_eq!(duty("proof = \"d_a\"\n"), ["law-term-of-another-kind 1:1"]);
    assert_eq!(duty("length = \"3 days\"\n"), ["law-front-period 2:1"]);
    assert_eq!(errors(&[page(&plain(), "rule r", "a_a")]), Vec::<String>::new());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Nothing on file makes a limit worse that speaks for it: a later beginning never ends it sooner, an event that
    /// restarts it never ends it sooner, and on the day of its end it is never passed.
    #[test]
    fn limits_move_one_way(from in 0i32..2000, later in 0i32..400, event in 0i32..3000, today in 0i32..4000) {
        let book = limit("1 years", "limitation-civil", "restarts = [\"d_b\"]");
        let date = |n: i32| Date::new(2018, 1, 1).expect("a day").checked_add(jiff::Span::new().days(n)).expect("a day").to_string();
        let of = |file: File| file.deadline(&book, &date(today));
        let plain = of(File::default().on("d_a", &date(from)));
        let moved = of(File::default().on("d_a", &date(from + later)));
        let restarted = of(File::default().on("d_a", &date(from)).on("d_b", &date(event)));
        prop_assert!(plain.due <= moved.due);
        prop_assert!(plain.due <= restarted.due);
        let passed = plain.standing == Stand::Passed;
        prop_assert_eq!(passed, plain.due.expect("a day") < day(&date(today)));
    }

    /// Whatever the dates, a limit whose first day is unknown is never passed or late.
    #[test]
    fn an_unknown_beginning_is_never_late(done in 0i32..4000, today in 0i32..4000) {
        let book = limit("1 months", "civil", "kept_by = \"d_b\"");
        let date = |n: i32| Date::new(2018, 1, 1).expect("a day").checked_add(jiff::Span::new().days(n)).expect("a day").to_string();
        let outcome = File::default().on("d_b", &date(done)).deadline(&book, &date(today));
        prop_assert_eq!(outcome.standing, Stand::DateMissing);
    }
}

/// The time limits of the standard book: each has a name, a body, an article, and dates of the vocabulary; on an empty
/// file every one of them waits for its date.
#[test]
fn the_limits_of_the_standard_book_wait_for_their_dates() {
    let book = Book::standard();
    let rule = |_: &str| Value::UU;
    let (sheet, words) = (Sheet::new(), crate::support::words());
    let mut all = vec![];
    for scope in [Scope::Case, Case::scope()] {
        let facts = Facts { sheet: &sheet, vocabulary: words, scope, today: day("2026-11-21"), rule: &rule };
        all.extend(book.deadlines(&facts));
        for duty in book.duties(&facts) {
            assert!(!matches!(duty.standing, Stand::Passed | Stand::Late | Stand::Kept), "{}", duty.id);
        }
    }
    assert!(all.len() > 30, "{}", all.len());
    for one in all {
        assert_eq!(one.standing, Stand::DateMissing, "{}", one.id);
        assert!(!one.from_terms.is_empty() && !one.cites.is_empty(), "{}", one.id);
    }
}

/// 法释〔2021〕1号 320 is of 2021-03-01: the fifteen days of a suit of 2020 are not its fifteen days. The old article 22 of
/// the public-security law ended with 2025 and still counts for an act of that year; the new article 25 does not.
#[test]
fn a_time_limit_is_of_the_text_in_force_when_it_began() {
    let suit = |filed: &str| {
        let claim = claim(Datum::Date(day(filed)), Standing::Official);
        let file = File::default().with(Scope::Case, "private_suit_filed_date", claim);
        stands(&file, Scope::Case, "fs2021-1-320-review", "2021-03-20")
    };
    assert_eq!((suit("2020-10-26"), suit("2021-02-28")), (None, None));
    assert_eq!(suit("2021-03-01"), Some(Stand::Passed));
    // While nothing is filed it is the text of the day.
    let none = |today: &str| stands(&File::default(), Scope::Case, "fs2021-1-320-review", today);
    assert_eq!((none("2021-02-28"), none("2021-03-01")), (None, Some(Stand::DateMissing)));

    let act = |on: &str, id: &str, today: &str| {
        stands(&File::default().on("act_date", on), Case::scope(), id, today)
    };
    let (old, new) = ("psapl-22-six-months", "psapl-25-six-months");
    assert_eq!(act("2025-12-31", old, "2026-06-30"), Some(Stand::Running));
    assert_eq!(act("2025-12-31", new, "2026-06-30"), None);
    assert_eq!(act("2026-01-01", old, "2026-06-30"), None);
    assert_eq!(act("2026-01-01", new, "2026-07-02"), Some(Stand::Passed));
}

/// A civil period that still ran on the first day of the Code goes on under it; what had ended is the old law's.
#[test]
fn a_civil_period_goes_on_under_the_code() {
    let at = |harm: &str, id: &str| {
        let date = || claim(Datum::Date(day(harm)), Standing::Official);
        let mut file = File::default().on("act_date", harm);
        for term in ["know_harm_date", "know_obligor_date"] {
            file = file.with(Case::scope(), term, date()).with(Scope::Case, term, date());
        }
        [Case::scope(), Scope::Case].into_iter().any(|scope| stands(&file, scope, id, "2022-06-01").is_some())
    };
    assert!(at("2018-01-01", "cc188-three-years") && !at("2017-12-31", "cc188-three-years"));
    assert!(at("2001-01-01", "cc188-twenty-years") && !at("2000-12-31", "cc188-twenty-years"));
}

/// 民法典 188(2) (in force 2021-01-01): when somebody knew of the harm and of the obligor, they know at first hand; the three years
/// are counted from what they state, and the other side may show another day.
#[test]
fn the_three_years_run_from_the_days_that_the_person_states() {
    let mut file = File::default();
    for (term, on) in [("know_harm_date", "2026-02-06"), ("know_obligor_date", "2026-02-26")] {
        file = file.with(Scope::Case, term, claim(Datum::Date(day(on)), Standing::Stated));
    }
    let all = of_the_book(&file.sheet, Scope::Case, "2026-04-20", |facts| Book::standard().deadlines(facts));
    let one = all.into_iter().find(|one| one.id == "cc188-three-years").unwrap();
    assert_eq!((one.due, one.standing), (Some(day("2029-02-26")), Stand::Running));
}

/// A duty too is of the text in force on the day from which it is owed: a report of 2025 is registered under the old law.
#[test]
fn a_duty_is_of_the_text_in_force_when_it_began() {
    let owing = |reported: &str| {
        let date = claim(Datum::Date(day(reported)), Standing::Official);
        let file = File::default().with(Scope::Case, "report_date", date);
        let all = of_the_book(&file.sheet, Scope::Case, "2026-02-01", |facts| Book::standard().duties(facts));
        let cites = all.into_iter().flat_map(|one| one.cites);
        let laws = cites.map(|cite| cite.to_string()).filter(|cite| cite.starts_with("cn/psapl"));
        laws.filter(|cite| cite.contains("/77") || cite.contains("/90")).collect::<Vec<_>>()
    };
    assert!(owing("2025-12-31").iter().all(|law| law.starts_with("cn/psapl-2012/77")));
    assert!(!owing("2025-12-31").is_empty() && !owing("2026-01-01").is_empty());
    assert!(owing("2026-01-01").iter().all(|law| law.starts_with("cn/psapl-2025/90")));
}

/// That a step was taken is on file, and not on which day: it was taken by the day as of which that is said (C32).
#[test]
fn a_step_without_a_day_was_taken_by_the_day_it_is_known() {
    let asked = |as_of: &str, scope: Standing| {
        let mut done = claim(Datum::Yes, scope);
        done.as_of.at = redress_base::Instant(day(as_of).duration_since(day("1970-01-01")).as_secs());
        let filed = claim(Datum::Date(day("2021-03-02")), Standing::Official);
        let file = File::default().with(Scope::Case, "private_suit_filed_date", filed).with(
            Scope::Case,
            "private_suit_accepted",
            done,
        );
        stands(&file, Scope::Case, "fs2021-1-320-review", "2021-06-01").unwrap()
    };
    assert_eq!(asked("2021-03-17", Standing::Official), Stand::Kept);
    assert_eq!(asked("2021-03-18", Standing::Official), Stand::Unproven, "nothing says that it was too late");
    assert_eq!(asked("2021-03-01", Standing::Official), Stand::Unproven, "before the suit it could not be");
    assert_eq!(asked("2027-01-01", Standing::Official), Stand::Unproven);
    // No such step is on file.
    let filed = claim(Datum::Date(day("2021-03-02")), Standing::Official);
    let file = File::default().with(Scope::Case, "private_suit_filed_date", filed).with(
        Scope::Case,
        "private_suit_accepted",
        claim(Datum::No, Standing::Official),
    );
    assert_eq!(stands(&file, Scope::Case, "fs2021-1-320-review", "2021-06-01"), Some(Stand::Passed));
}

/// The yes/no facts that stand for a step whose day a time limit or a duty asks for. Each says that the step was taken,
/// and nothing else.
#[test]
fn the_steps_that_may_be_known_without_their_day() {
    let words = redress_facts::Vocabulary::standard();
    let pages = Book::standard().ir().provisions.iter();
    let terms = pages.flat_map(|page| {
        let kept = page.deadlines.iter().flat_map(|one| one.kept_by.iter().map(String::as_str));
        kept.chain(page.duties.iter().filter_map(|one| one.done.as_deref()))
    });
    let steps = terms.filter_map(|term| term.strip_suffix("_date"));
    let truth = |step: &&str| words.get(step).is_some_and(|term| term.kind == redress_facts::Kind::Truth);
    let known: std::collections::BTreeSet<&str> = steps.filter(truth).collect();
    let known: Vec<&str> = known.into_iter().collect();
    assert_eq!(
        known,
        [
            "disclosure_given",
            "incidental_suit_filed",
            "private_suit_accepted",
            "private_suit_filed",
            "private_suit_refused"
        ]
    );
}
