//! What once went wrong and was mended, one test each.

use crate::generated::rules;
use crate::support::{Case, claim, count, day, disputed, words};
use crate::synthetic::{
    book, compiled, errors, fenced, front, page, plain, stating, tested, vocabulary, with,
};
use proptest::prelude::*;
use redress_base::{Unit, Value};
use redress_facts::{Datum, Scope, Sheet, Standing};
use redress_law::{Book, Facts, Language, Stand, format_page, is_sound, print};

/// The name of a rule is kept as it is written, full-width marks included.
#[test]
fn the_formatter_keeps_the_names() {
    let page = fenced(&plain(), "规则 r\n名称 近亲属（民法典），甲 | A {b} c\n成立 a_a\n");
    assert_eq!(format_page("p.md", &page).as_deref(), Ok(page.as_str()));
}

#[test]
fn the_standard_book_keeps_its_digest_under_the_formatter() {
    let pages = Book::standard_pages();
    let laid: Vec<(String, String)> =
        pages.iter().map(|(path, text)| (path.clone(), format_page(path, text).expect("a page"))).collect();
    assert_eq!(Book::compile(&laid).0.digest(), Book::with_drafts().digest());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, max_shrink_iters: 0, ..ProptestConfig::with_cases(96) })]
    #[test]
    fn what_is_printed_is_laid_out(rule in rules()) {
        let printed = fenced(&plain(), &print(&rule, Language::Zh));
        prop_assert_eq!(format_page("p.md", &printed), Ok(printed.clone()));
    }
}

/// A full-width quotation mark is no quotation mark: the remark behind it stays.
#[test]
fn the_formatter_keeps_a_remark_behind_a_full_width_mark() {
    let page = fenced(&plain(), "规则 r\n名称 甲＂乙 | A  # remark\n成立 a_a\n");
    assert!(format_page("p.md", &page).expect("a page").contains("# remark"));
}

/// Drafts are off with all that they hold: their duties, their time limits and their tests.
#[test]
fn duties_of_drafts_are_off_in_the_standard_book() {
    let (sheet, rule) = (Sheet::new(), |_: &str| Value::TT);
    let facts = Facts {
        sheet: &sheet,
        vocabulary: words(),
        scope: Scope::Case,
        today: day("2026-11-21"),
        rule: &rule,
    };
    let drafts: Vec<String> = Book::standard()
        .duties(&facts)
        .into_iter()
        .map(|duty| duty.id)
        .filter(|id| id.starts_with("draft-"))
        .collect();
    assert_eq!(drafts, Vec::<String>::new());
}

#[test]
fn the_tests_of_the_standard_book_pass() {
    assert_eq!(Book::standard().examine(words()).failed.len(), 0);
}

/// Two days on which it is said to have been done are a dispute about it; the first does not simply count.
#[test]
fn two_days_on_which_it_was_done_are_disputed() {
    let table = "[[deadline]]\nid = \"limit\"\nzh = \"期限\"\nen = \"Limit\"\nwho = \"police\"\nfrom = \"d_a\"\nlength = \"15 days\"\nregime = \"criminal\"\nkept_by = \"d_b\"\n";
    let book = book(&[page(&with(table), "rule r", "a_a")]);
    let mut sheet = Sheet::new();
    for (term, date) in [("d_a", "2026-03-01"), ("d_b", "2026-03-10"), ("d_b", "2026-03-20")] {
        sheet.add(Case::scope(), term, claim(Datum::Date(day(date)), Standing::Official));
    }
    let rule = |_: &str| Value::UU;
    let facts = Facts {
        sheet: &sheet,
        vocabulary: vocabulary(),
        scope: Case::scope(),
        today: day("2026-06-01"),
        rule: &rule,
    };
    assert_eq!(book.deadlines(&facts)[0].standing, Stand::Disputed);
}

/// A disputed count that has to be reached falls away to nothing; one that must not be passed may turn out higher.
#[test]
fn a_disputed_count_settles_no_upper_limit() {
    let book = book(&[page(&plain(), "rule r", "n_a <= 100")]);
    let value = |n| Case::made_up().with("n_a", disputed(count(n, Unit::Views))).ask_of(&book, "r").value;
    assert_eq!(value(500), Value::FT);
    assert_eq!(value(50), Value::FT);
}

/// A length beyond the calendar is refused or answered, never a panic.
#[test]
fn a_window_beyond_the_calendar_is_no_panic() {
    for requires in [
        "d_a within 4000000000 years before act",
        "d_a aged 4000000000 at act",
        "d_a within 99999999 months after d_b",
    ] {
        let (book, _) = compiled(&[page(&plain(), "rule r", requires)]);
        let case = Case::made_up()
            .shown("d_a", Datum::Date(day("2026-01-01")))
            .shown("d_b", Datum::Date(day("2026-01-01")));
        if !book.rules().is_empty() {
            case.ask_of(&book, "r");
        }
    }
}

/// The largest numbers have no larger neighbour to be changed into.
#[test]
fn mutating_large_numbers_is_no_panic() {
    for requires in ["d_a aged 4294967295 at act", "proportion >= 1/100000\n  n_a / 5"] {
        let (book, _) = compiled(&[page(&plain(), "rule r", requires)]);
        book.mutants(vocabulary(), &|_| true);
    }
}

/// Several words of a set may be named together.
#[test]
fn two_words_of_a_set_can_hold_together() {
    assert_eq!(
        errors(&[page(&plain(), "rule r", "all of\n  s_a in set {red}\n  s_a in set {green}")]),
        Vec::<String>::new()
    );
}

/// Where the law at the end is chosen there is no step left that names the reading; that it was chosen and matters is
/// said all the same.
#[test]
fn a_chosen_straddle_is_still_said_to_matter() {
    let old = "from = 2010-01-01\nend = { repealed = 2026-01-01, by = \"cn/test/2\" }";
    let book = book(&[
        page(&front(old), "rule r", "n_a >= 5"),
        page(&front("from = 2026-01-01\nend = \"open\""), "rule r", "n_a >= 10"),
    ]);
    let case = Case::made_up().acts("2025-12-30", "2026-01-02").shown("n_a", count(7, Unit::Views));
    let end = case.read_as("psapl-straddle", "end").ask_of(&book, "r");
    assert_eq!(end.readings.len(), 1);
    assert_eq!((end.readings[0].chosen.as_deref(), end.readings[0].matters), (Some("end"), true));
}

/// A remark begins behind a space: a name is not cut inside a word.
#[test]
fn a_name_is_not_cut_silently() {
    let (book, findings) =
        compiled(&[fenced(&plain(), "rule r\nlabel 甲 | Written in C# code\nrequires a_a\n")]);
    assert!(
        !is_sound(&findings) || &*book.rules()[0].label.en == "Written in C# code",
        "{}",
        book.rules()[0].label.en
    );
}

/// Facts whose names begin like the words `base` and `empty` are facts.
#[test]
fn facts_may_begin_with_base_and_empty() {
    let words = "[base_fact]\nzh = \"甲\"\nen = \"A\"\nscope = \"statement\"\nkind = \"truth\"\nsource = \"own-capture\"\n";
    let words = format!("{words}{}", words.replace("base_fact", "empty_fact"));
    let words = redress_facts::Vocabulary::parse(&words).expect("a vocabulary");
    let page = tested(
        &page(&plain(), "rule r", "all of\n  base_fact\n  empty_fact"),
        "r\nbase_fact=no -> FF\nempty_fact=no -> FF\n",
    );
    let (book, findings) = Book::compile_with(&crate::synthetic::sources(&[page]), &words);
    assert!(is_sound(&findings), "{findings:#?}");
    assert_eq!(book.examine(&words).passed, 2);
}

/// A test that names a reading or an alternative that does not exist would choose nothing.
#[test]
fn a_test_names_readings_that_exist() {
    let rule = page(&stating(&["r-one"]), "rule r", "reading r-one\n  as two n_a >= 2\n  as three n_a >= 3");
    for reading in ["r-one=four", "r-nine=two"] {
        let (book, findings) = compiled(&[tested(&rule, &format!("r\nreading {reading}: n_a=3 -> TT\n"))]);
        assert!(!is_sound(&findings) || !book.examine(vocabulary()).failed.is_empty(), "{reading}");
    }
}

/// One cause, one error: a number that cannot be reached, days that stand the wrong way round.
#[test]
fn one_cause_one_error() {
    assert_eq!(
        errors(&[page(&plain(), "rule r", "at least 3 of\n  a_a\n  a_b")]),
        ["law-at-least-range 22:1"]
    );
    let backwards = front("from = 2020-01-01\nend = { repealed = 2019-01-01, by = \"cn/test/2\" }");
    assert_eq!(errors(&[page(&backwards, "rule r", "a_a")]).len(), 1);
}

/// The JSON form is held to the words of the language, so that what is printed reads back.
#[test]
fn the_json_form_is_held_to_the_language() {
    let stated = stating(&["r-one"]);
    let rule = "rule r\nlabel 甲 | A\nrequires all of\n  reading r-one\n    as two n_a >= 2\n    as three n_a >= 3\n  proportion >= 1\n    n_b / 5\ngives x \"甲 | A\" {yuan 5}\n";
    let written = book(&[fenced(&stated, rule)]);
    let json = serde_json::to_string(&written.rules()[0]).expect("JSON");
    for (from, to) in [
        ("\"name\":\"two\"", "\"name\":\"两 次\""),
        ("\"name\":\"x\"", "\"name\":\"甲 }\""),
        ("\"yuan\":5", "\"元 \":5"),
        ("\"shares\":[{\"term\":\"n_b\",\"per\":5}]", "\"shares\":[]"),
    ] {
        assert!(json.contains(from), "{from} in {json}");
        let strange = format!("{stated}```rule-json\n{}\n```\n", json.replace(from, to));
        let (_, findings) = compiled(&[strange]);
        assert!(!is_sound(&findings), "{to}");
    }
}

/// Where no near fact is known none is offered.
#[test]
fn an_unknown_date_without_near_ones_offers_none() {
    let table = "[[duty]]\nid = \"tell\"\nzh = \"告知\"\nen = \"Tell\"\nwho = \"court\"\ndone = \"number_of_elephants\"\n";
    assert_eq!(errors(&[page(&with(table), "rule r", "a_a")]), ["law-unknown-term 1:1"]);
}

/// Where one version of a rule is broken, no other answers in its place.
#[test]
fn a_rule_with_a_broken_version_is_left_out_whole() {
    let mut sources = crate::synthetic::sources(&[
        page(
            &front("from = 2010-01-01\nend = { repealed = 2020-01-01, by = \"cn/test/2\" }"),
            "rule r",
            "number_of_elephants",
        ),
        page(&front("from = 2020-01-01\nend = \"open\""), "rule r", "n_a >= 5000"),
    ]);
    sources[0].1 = sources[0].1.replace("administrative-statute", "interpretation");
    let (book, findings) = Book::compile_with(&sources, vocabulary());
    assert!(!is_sound(&findings));
    let case = Case::made_up().acts("2015-01-01", "2015-01-01").shown("n_a", count(6000, Unit::Views));
    assert_eq!(book.value(&case.question("r")), Value::UU);
}

/// What is not in force on the days of the question shields nothing, however one asks.
#[test]
fn every_way_of_asking_names_the_same_shields() {
    let case = Case::new();
    let question = case.question("any");
    let mut survey = redress_law::Survey::new(Book::with_drafts(), &question);
    let surveyed = survey.shields(&["draft-acv-2-cyberviolence"]);
    assert_eq!(surveyed, case.ask_of(Book::with_drafts(), "draft-acv-2-cyberviolence").check_first);
}

/// A number that is always reached is a constant.
#[test]
fn a_number_that_is_always_reached_is_a_constant() {
    for requires in ["proportion >= 0\n  n_a / 5", "n_a >= 0"] {
        assert!(!errors(&[page(&plain(), "rule r", requires)]).is_empty(), "{requires}");
    }
}

/// The example of the manual passes its own tests.
#[test]
fn the_tests_of_the_example_pass() {
    let manual = include_str!("../../../../docs/law-format.md");
    let page =
        manual.split("~~~markdown\n").nth(1).and_then(|rest| rest.split("~~~").next()).expect("the example");
    let index = "+++\ninstrument = \"cn/example-law\"\nzh = \"示例法\"\nen = \"Example Law\"\nrank = \"civil-statute\"\nsource = \"made up\"\nconfidence = \"V\"\n+++\n";
    let (book, _) = Book::compile(&[("x/index.md".into(), index.into()), ("x/7.md".into(), page.into())]);
    assert_eq!(book.examine(words()).failed, vec![]);
}

/// Where an act straddles two versions, the values of both are shown.
#[test]
fn the_values_of_both_laws_are_shown() {
    let outcome = Case::defamation()
        .judged("penalty_circumstances_heavier", false)
        .acts("2025-12-30", "2026-01-02")
        .ask("psapl-defamation");
    let fines: Vec<u64> = outcome
        .gives
        .iter()
        .filter(|given| given.value == Value::TT)
        .filter_map(|given| given.severity.get("fine-yuan-max").copied())
        .collect();
    assert!(fines.is_empty() || (fines.contains(&500) && fines.contains(&1000)), "{fines:?}");
}
