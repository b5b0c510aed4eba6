//! The twelve properties that a law book is held to, each by its number: on the whole standard book, drafts included,
//! and on planted breaches, so that the property is known to be able to fail. Number 11, and 5 on the answers
//! themselves, stand in `principles`.

use crate::dice::{Deck, Dice, below, every_test};
use crate::generated::rule_of;
use crate::support::{Case, claim, words};
use crate::synthetic::{
    book, compiled, errors, fenced, front, page, place, plain, tested, text, vocabulary, with,
};
use proptest::prelude::*;
use redress_base::{Date, Finding, Level, Value};
use redress_facts::{Datum, Kind, Standing};
use redress_law::{Articles, Book, Clock, End, Language, Limb, Rule, Test, WindowUnit, print};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// What was noticed when the standard book was compiled, drafts included.
pub(crate) fn noticed() -> &'static [Finding] {
    static FOUND: LazyLock<Vec<Finding>> = LazyLock::new(|| Book::compile(&Book::standard_pages()).1);
    &FOUND
}

fn with_code<'f>(findings: &'f [Finding], code: &str) -> Vec<&'f Finding> {
    findings.iter().filter(|finding| finding.code == code).collect()
}

/// 1: every article of each instrument is encoded, or its absence has a reason.
#[test]
fn every_cited_article_is_encoded_or_excused() {
    for code in ["law-cites-what-is-not-here", "law-encoded-and-not", "law-missing-label", "law-page-twice"] {
        assert_eq!(with_code(noticed(), code), Vec::<&Finding>::new());
    }
    let ir = Book::with_drafts().ir();
    for instrument in &ir.instruments {
        let pages = ir.provisions.iter().filter(|page| *page.article.instrument == *instrument.id).count();
        assert!(pages + instrument.not_encoded.len() > 0, "{} has nothing", instrument.id);
        for (article, reason) in &instrument.not_encoded {
            assert!(
                !reason.zh.trim().is_empty() && !reason.en.trim().is_empty(),
                "{} {article}",
                instrument.id
            );
        }
    }
    for page in &ir.provisions {
        let effect = !page.rules.is_empty() || !page.deadlines.is_empty() || !page.duties.is_empty();
        assert!(effect || !page.contested.is_empty(), "{} has no effect", page.page);
    }
}

/// 1: of every instrument whose number of articles is certain no article is left without a page, a number or a range;
/// a blanket reason stands only where that number is not.
#[test]
fn no_article_of_a_known_span_is_left_out_of_account() {
    let ir = Book::with_drafts().ir();
    let mut known = 0;
    for instrument in ir.instruments.iter().filter(|one| one.draft.is_none()) {
        let blanket =
            instrument.not_encoded.contains_key("others") || instrument.not_encoded.contains_key("all");
        match ir.unnamed(instrument) {
            Some(unnamed) => {
                assert!(unnamed.is_empty(), "{}: {unnamed:?}", instrument.id);
                assert!(!blanket, "{} needs no blanket reason", instrument.id);
                known += 1;
            }
            None => assert!(blanket, "{} has neither a span nor a reason", instrument.id),
        }
    }
    assert!(known > 40, "{known}");
    for (instrument, last) in [
        ("cn/opinions-2023-14", 20),
        ("cn/fs-2013-21", 10),
        ("cn/fs-2017-10", 13),
        ("cn/fs-2019-15", 19),
        ("cn/fs-2014-11", 13),
        ("cn/fs-2001-7", 6),
        ("cn/fs-2020-15", 28),
        ("cn/fs-1997-12", 3),
        ("cn/cac-17", 34),
        ("cn/ai-labels", 14),
        ("cn/psapl-2025", 144),
    ] {
        let of = ir.instruments.iter().find(|one| one.id == instrument).expect("an instrument");
        assert_eq!(of.articles, Some(Articles { first: 1, last }), "{instrument}");
    }
    for code in ["law-article-not-covered", "law-article-outside-the-span", "law-under-a-blanket-reason"] {
        assert_eq!(with_code(noticed(), code), Vec::<&Finding>::new());
    }
    let unknown = ir.instruments.iter().filter(|one| ir.unnamed(one).is_none()).count();
    assert_eq!(with_code(noticed(), "law-span-not-known").len(), unknown);
}

/// 1, planted: a span with holes, a blanket reason over them, a page inside a range, numbers outside the span.
#[test]
fn articles_that_are_not_accounted_for_are_noticed() {
    let told = |index: &str| -> Vec<String> {
        let mut sources = crate::synthetic::sources(&[page(&plain(), "rule r", "a_a")]);
        sources[0].1 =
            sources[0].1.replace("confidence = \"V\"\n", &format!("confidence = \"V\"\n{index}\n"));
        let (_, findings) = Book::compile_with(&sources, vocabulary());
        findings.iter().map(|one| format!("{} {}", one.code, text(one, "articles"))).collect()
    };
    let reasons = |keys: &[&str]| -> String {
        let one = |key: &&str| format!("\"{key}\" = {{ zh = \"无\", en = \"None\" }}\n");
        format!("articles = \"1-9\"\n[not-encoded]\n{}", keys.iter().map(one).collect::<String>())
    };
    assert_eq!(told("articles = \"all\""), ["law-span-unread "]);
    assert_eq!(told("articles = \"1-9\""), ["law-article-not-covered 2-9"]);
    assert_eq!(told(&reasons(&["3", "5-7", "6-1"])), ["law-article-not-covered 2, 4, 8-9"]);
    assert_eq!(told(&reasons(&["3", "5-7", "others"])), ["law-under-a-blanket-reason 2, 4, 8-9"]);
    assert_eq!(told(&reasons(&["2-9"])), Vec::<String>::new());
    assert_eq!(told(&reasons(&["1-9"])), ["law-encoded-and-not "]);
    assert_eq!(told(&reasons(&["2-9", "10"])), ["law-article-outside-the-span 10"]);
    assert_eq!(told("[not-encoded]\nothers = { zh = \"无\", en = \"None\" }"), ["law-span-not-known "]);
}

/// 1, planted: a citation that leads nowhere, an article both encoded and excused, a reason in one language only.
#[test]
fn missing_articles_are_noticed() {
    let cited = fenced(&plain(), "rule r\nlabel 甲 | A\ncites cn/test/1; cn/test/9\nrequires a_a\n");
    let codes = |pages: &[String], not_encoded: &str| -> Vec<String> {
        let mut sources = crate::synthetic::sources(pages);
        sources[0].1 =
            sources[0].1.replace("confidence = \"V\"\n", &format!("confidence = \"V\"\n{not_encoded}\n"));
        let (_, findings) = Book::compile_with(&sources, vocabulary());
        findings.into_iter().map(|finding| finding.code).collect()
    };
    let pages = [cited];
    assert_eq!(codes(&pages, ""), ["law-cites-what-is-not-here"]);
    let nine =
        |article: &str, en: &str| format!("[not-encoded]\n\"{article}\" = {{ zh = \"无\", en = \"{en}\" }}");
    assert_eq!(codes(&pages, &nine("9", "None")), Vec::<String>::new());
    assert_eq!(codes(&pages, &nine("9", " ")), ["law-missing-label"]);
    assert_eq!(codes(&pages, &nine("1", "None")), ["law-encoded-and-not", "law-cites-what-is-not-here"]);
}

/// 2: the book carries no official text. Every page says where the text was read and whether it was, has a paraphrase in
/// both languages, and quotes no more than a phrase.
#[test]
fn every_page_is_sourced_and_paraphrased_and_quotes_no_more_than_a_phrase() {
    const LONGEST: usize = 24;
    let ir = Book::with_drafts().ir();
    for page in &ir.provisions {
        assert!(!page.source.trim().is_empty(), "{}", page.page);
        let both = [&*page.title.zh, &page.title.en, &page.paraphrase.zh, &page.paraphrase.en];
        assert!(both.iter().all(|words| !words.trim().is_empty()), "{}", page.page);
    }
    for (path, text) in Book::standard_pages() {
        assert!(!text.lines().any(|line| line.starts_with('>')), "{path} quotes a block");
        for (open, close) in [('“', '”'), ('「', '」'), ('『', '』')] {
            for quoted in text.split(open).skip(1).filter_map(|rest| rest.split(close).next()) {
                let length = quoted.chars().count();
                assert!(length <= LONGEST, "{path} quotes {length} characters: {quoted}");
            }
        }
    }
}

/// 3: versions neither overlap nor leave a silent gap (planted ones: `language`).
#[test]
fn versions_follow_one_another_without_gap_or_overlap() {
    let book = Book::with_drafts();
    for pair in book.rules().windows(2).filter(|pair| pair[0].id == pair[1].id) {
        let End::Repealed { on, by } = &pair[0].in_force.end else {
            panic!("{}: two versions, and the first has no end", pair[0].id);
        };
        assert_eq!(*on, pair[1].in_force.from, "{}", pair[0].id);
        assert!(by.contains('/'), "{}: ended by {by}", pair[0].id);
        assert_eq!((pair[0].clock, pair[0].rank), (pair[1].clock, pair[1].rank), "{}", pair[0].id);
    }
    for code in ["law-versions-overlap", "law-versions-gap", "law-ends-before-it-begins"] {
        assert_eq!(with_code(noticed(), code), Vec::<&Finding>::new());
    }
}

/// 4 and 6: every limb of every rule can decide it, and no rule is always the same.
#[test]
fn every_limb_is_decisive_and_no_rule_is_constant() {
    for code in ["law-limb-unreachable", "law-limb-unchecked", "law-rule-constant"] {
        assert_eq!(with_code(noticed(), code), Vec::<&Finding>::new());
    }
}

/// 4, planted: conditions that can never make a difference, by absorption, by numbers, by words, through a "not".
/// (What another limb makes superfluous without making it powerless is found by 10: no test can notice that it is gone.)
#[test]
fn planted_dead_limbs_are_found() {
    let dead = |requires: &str| -> Vec<String> {
        let (_, findings) = compiled(&[page(&plain(), "rule r", requires)]);
        with_code(&findings, "law-limb-unreachable").iter().map(|f| text(f, "found").to_owned()).collect()
    };
    assert_eq!(dead("all of\n  a_a\n  any of\n    a_b\n    a_c"), Vec::<String>::new());
    assert_eq!(dead("any of\n  a_a\n  all of\n    a_a\n    a_b"), ["a_b"]);
    assert_eq!(dead("any of\n  n_a >= 500\n  all of\n    n_a >= 500\n    a_b"), ["a_b"]);
    assert_eq!(dead("any of\n  n_a >= 500\n  all of\n    n_a >= 5000\n    a_b"), ["a_b"]);
    assert_eq!(dead("any of\n  c_a in set {red, blue}\n  all of\n    c_a in set {red}\n    a_a"), ["a_a"]);
    assert_eq!(dead("all of\n  a_a\n  not all of\n    a_b\n    not a_a"), ["a_b"]);
    assert_eq!(
        dead("at least 1 of\n  d_a aged 16 at act\n  all of\n    d_a aged 16 at act\n    a_b"),
        ["a_b"]
    );
}

/// 6, planted: rules that always or never hold.
#[test]
fn planted_constants_are_found() {
    let never = |requires: &str| -> Vec<String> {
        let (book, findings) = compiled(&[page(&plain(), "rule r", requires)]);
        assert!(book.rules().is_empty(), "{requires}");
        with_code(&findings, "law-rule-constant").iter().map(|f| text(f, "never").to_owned()).collect()
    };
    assert_eq!(never("any of\n  a_a\n  not a_a"), ["F"]);
    assert_eq!(never("all of\n  a_a\n  not a_a"), ["T"]);
    assert_eq!(never("all of\n  n_a >= 500\n  n_a <= 499"), ["T"]);
    assert_eq!(never("any of\n  n_a >= 500\n  n_a <= 500"), ["F"]);
    assert_eq!(never("c_a in set {red, green, blue}"), ["F"]);
    assert_eq!(never("all of\n  c_a in set {red}\n  c_a in set {green}"), ["T"]);
}

/// The truth of a condition, every yes/no fact being known, and the step at `forced` being told what it is.
fn holds(
    test: &Test,
    known: &BTreeMap<String, bool>,
    forced: Option<(&[usize], bool)>,
    here: &mut Vec<usize>,
) -> bool {
    if let Some((path, truth)) = forced
        && path == here.as_slice()
    {
        return truth;
    }
    let mut limbs = |of: &[Limb]| -> Vec<bool> {
        let each = |(at, limb): (usize, &Limb)| {
            here.push(at);
            let truth = holds(&limb.test, known, forced, here);
            here.pop();
            truth
        };
        of.iter().enumerate().map(each).collect()
    };
    match test {
        Test::Any(of) => limbs(of).contains(&true),
        Test::All(of) => !limbs(of).contains(&false),
        Test::AtLeast { n, of } => limbs(of).iter().filter(|truth| **truth).count() >= *n as usize,
        Test::Not(inner) => {
            here.push(0);
            let truth = !holds(inner, known, forced, here);
            here.pop();
            truth
        }
        Test::Fact(term) | Test::Open(term) => known[term],
        other => panic!("{other:?}"),
    }
}

/// Every limb below, by its place.
fn places(test: &Test, here: &mut Vec<usize>, found: &mut Vec<Vec<usize>>) {
    match test {
        Test::Any(of) | Test::All(of) | Test::AtLeast { of, .. } => {
            for (at, limb) in of.iter().enumerate() {
                here.push(at);
                found.push(here.clone());
                places(&limb.test, here, found);
                here.pop();
            }
        }
        Test::Not(inner) => {
            here.push(0);
            places(inner, here, found);
            here.pop();
        }
        _ => {}
    }
}

/// Conditions over five facts, so that they often meet.
fn crowded() -> impl Strategy<Value = Test> {
    let leaf = proptest::char::range('a', 'e').prop_map(|c| Test::Fact(format!("a_{c}")));
    let limbs = |tests: Vec<Test>| -> Vec<Limb> {
        tests.into_iter().map(|test| Limb { item: None, label: None, cites: vec![], test }).collect()
    };
    leaf.prop_recursive(3, 9, 3, move |inner| {
        let many = || proptest::collection::vec(inner.clone(), 1..4);
        prop_oneof![
            many().prop_map(move |tests| Test::Any(limbs(tests))),
            many().prop_map(move |tests| Test::All(limbs(tests))),
            (many(), any::<prop::sample::Index>()).prop_map(move |(tests, n)| {
                let n = u32::try_from(n.index(tests.len()) + 1).expect("few");
                Test::AtLeast { n, of: limbs(tests) }
            }),
            inner.clone().prop_map(|test| Test::Not(Box::new(test))),
        ]
    })
}

/// Every way in which these facts can be.
fn worlds(terms: &[String]) -> Vec<BTreeMap<String, bool>> {
    terms.iter().fold(vec![BTreeMap::new()], |all, term| {
        let with = |truth: bool| {
            all.clone().into_iter().map(move |mut world: BTreeMap<String, bool>| {
                world.insert(term.clone(), truth);
                world
            })
        };
        with(true).chain(with(false)).collect()
    })
}

fn terms_of(test: &Test) -> Vec<String> {
    let mut found = BTreeSet::new();
    below(test, &mut |test| found.extend(test.terms().into_iter().map(str::to_owned)));
    found.into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// 4 and 6: the checker calls a limb dead, and a rule constant, exactly where trying every case does.
    #[test]
    fn dead_limbs_and_constants_are_those_of_the_truth_table(test in crowded()) {
        let pages = [fenced(&plain(), &print(&rule_of(test.clone()), Language::En))];
        let (_, findings) = compiled(&pages);
        let worlds = worlds(&terms_of(&test));
        let mut all = vec![];
        places(&test, &mut vec![], &mut all);
        let dead = all.iter().filter(|path| {
            let of = |world, truth| holds(&test, world, Some((path.as_slice(), truth)), &mut vec![]);
            worlds.iter().all(|world| of(world, true) == of(world, false))
        });
        prop_assert_eq!(with_code(&findings, "law-limb-unreachable").len(), dead.count());
        let truths: BTreeSet<bool> = worlds.iter().map(|world| holds(&test, world, None, &mut vec![])).collect();
        prop_assert_eq!(!with_code(&findings, "law-rule-constant").is_empty(), truths.len() == 1);
    }

    /// 7: what a rule leaves open although every case gives the same answer, the lint has warned of; and what it
    /// decides is what every case gives.
    #[test]
    fn only_rules_with_the_warning_leave_open_what_case_analysis_decides(
        test in crowded(),
        states in proptest::collection::vec(0u8..4, 5),
    ) {
        let pages = [fenced(&plain(), &print(&rule_of(test.clone()), Language::En))];
        let (book, findings) = compiled(&pages);
        prop_assume!(!book.rule("r").is_empty());
        let (mut case, mut known, mut open) = (Case::made_up(), BTreeMap::new(), vec![]);
        for (term, state) in terms_of(&test).into_iter().zip(states) {
            match state {
                0 | 1 => {
                    case.add(&term, claim((state == 0).into(), Standing::Judged));
                    known.insert(term, state == 0);
                }
                _ => open.push(term),
            }
        }
        let cases: BTreeSet<bool> = worlds(&open)
            .into_iter()
            .map(|world| holds(&test, &world.into_iter().chain(known.clone()).collect(), None, &mut vec![]))
            .collect();
        let exact = match cases.iter().collect::<Vec<_>>().as_slice() {
            [true] => Value::TT,
            [false] => Value::FF,
            _ => Value::UU,
        };
        let value = book.value(&case.question("r"));
        if value != exact {
            prop_assert_eq!(value, Value::UU);
            prop_assert!(!with_code(&findings, "law-fact-both-ways").is_empty(), "{:?}", test);
        }
    }
}

/// 7: no rule of the standard book carries the warning; and of the rules that ask for a fact more than once, none leaves
/// open what going through the cases decides.
#[test]
fn the_standard_book_is_as_exact_as_case_analysis() {
    assert_eq!(with_code(noticed(), "law-fact-both-ways"), Vec::<&Finding>::new());
    let book = Book::with_drafts();
    let mut twice: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for finding in with_code(noticed(), "law-fact-twice") {
        let truth =
            |term: &str| matches!(words().get(term).map(|t| &t.kind), Some(Kind::Truth | Kind::Judgement));
        if truth(text(finding, "term")) {
            twice.entry(text(finding, "rule")).or_default().insert(text(finding, "term").to_owned());
        }
    }
    assert!(!twice.is_empty());
    let deck = Deck::of(book, words());
    let mut dice = Dice::new(7);
    for (rule, twice) in twice.into_iter().filter(|(_, twice)| twice.len() <= 6) {
        let twice: Vec<String> = twice.into_iter().collect();
        let others: BTreeSet<String> =
            book.terms(rule).into_iter().filter(|term| !twice.contains(term)).collect();
        for _ in 0..12 {
            let case = deck.deal(Case::new(), &others, 3, &mut dice);
            let open = book.value(&case.question(rule));
            if open == Value::TT || open == Value::FF {
                continue;
            }
            let split: BTreeSet<Value> = worlds(&twice)
                .into_iter()
                .map(|world| {
                    let with = |case: Case, (term, truth): (String, bool)| {
                        case.with(&term, claim(Datum::from(truth), Standing::Judged))
                    };
                    book.value(&world.into_iter().fold(case.clone(), with).question(rule))
                })
                .collect();
            let decided = split.len() == 1 && (split.contains(&Value::TT) || split.contains(&Value::FF));
            assert!(!decided, "{rule}: {open} and yet always {split:?}");
        }
    }
}

/// 5: more that speaks for the complainant never weakens what could hold somebody to account, more that speaks for the
/// other side never strengthens it.
#[test]
fn polarity_is_kept_and_a_planted_breach_is_found() {
    assert_eq!(with_code(noticed(), "law-polarity"), Vec::<&Finding>::new());
    let charge = with("role = \"offence\"");
    let found = |front: &str, requires: &str| -> Vec<String> {
        let (_, findings) = compiled(&[page(front, "rule r", requires)]);
        with_code(&findings, "law-polarity").iter().map(|f| text(f, "term").to_owned()).collect()
    };
    let none: Vec<String> = vec![];
    assert_eq!(found(&charge, "all of\n  a_a\n  not o_a\n  not e_a\n  n_a >= 5"), none);
    assert_eq!(found(&charge, "all of\n  a_a\n  not a_b"), ["a_b"]);
    assert_eq!(found(&charge, "all of\n  a_a\n  o_a"), ["o_a"]);
    assert_eq!(found(&charge, "n_a <= 5"), ["n_a"]);
    assert_eq!(found(&charge, "not n_a <= 5"), none);
    // Only what could hold somebody to account has a side.
    assert_eq!(found(&plain(), "not a_a"), none);
    // Through an exception, and through a rule that is named.
    let pages = [
        fenced(&charge, "rule r\nlabel 甲 | A\nrequires a_a\nunless must be excluded s\n"),
        page(&plain(), "rule s", "all of\n  o_a\n  rule t"),
        page(&plain(), "rule t", "not o_a"),
    ];
    let (_, findings) = compiled(&pages);
    let places: Vec<String> = with_code(&findings, "law-polarity").into_iter().map(place).collect();
    assert_eq!(places, ["law-polarity 23:1"]);
}

/// 8: both labels are present everywhere (that they print back: `language`).
#[test]
fn every_name_is_there_in_both_languages() {
    let ir = Book::with_drafts().ir();
    let mut labels = vec![];
    for instrument in &ir.instruments {
        labels.push((&instrument.id, &instrument.title));
    }
    for page in &ir.provisions {
        labels.push((&page.page, &page.title));
        labels.extend(page.limits.iter().map(|label| (&page.page, label)));
        labels.extend(
            page.deadlines
                .iter()
                .flat_map(|d| std::iter::once(&d.label).chain(&d.warn))
                .map(|l| (&page.page, l)),
        );
        labels.extend(page.duties.iter().map(|duty| (&page.page, &duty.label)));
        for contested in &page.contested {
            assert!(!contested.zh.trim().is_empty() && !contested.en.trim().is_empty(), "{}", contested.id);
        }
    }
    for rule in &ir.rules {
        labels.push((&rule.id, &rule.label));
        labels.extend(rule.gives.iter().map(|gift| (&rule.id, &gift.label)));
    }
    for (place, label) in labels {
        assert!(!label.zh.trim().is_empty() && !label.en.trim().is_empty(), "{place}: {label:?}");
        let chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
        assert!(label.zh.chars().any(chinese), "{place}: {} is not Chinese", label.zh);
        assert!(label.en.chars().any(|c| c.is_ascii_alphabetic()), "{place}: {} is not English", label.en);
    }
}

/// 9: every test of every page passes, and every rule has a positive, a negative, an open and a disputed one.
#[test]
fn every_rule_has_tests_of_every_kind_and_they_pass() {
    let examined = Book::with_drafts().examine(words());
    assert_eq!(examined.failed, Vec::<Finding>::new());
    assert_eq!(examined.untested, Vec::<Finding>::new());
    assert!(examined.passed > 4000, "{}", examined.passed);
    // A line that chooses a reading chooses one that there is.
    let book = Book::with_drafts();
    for exam in book.ir().provisions.iter().flat_map(|page| &page.exams) {
        for (reading, name) in &exam.readings {
            assert!(book.alternatives(reading).contains(name), "{} {reading}={name}", exam.rule);
        }
    }
}

/// 9: every number of the law is tested at its bound and one below it, every window on its last day and the day behind.
#[test]
fn every_number_and_every_window_is_tested_on_both_sides() {
    let book = Book::with_drafts();
    let exams = || book.ir().provisions.iter().flat_map(|page| &page.exams);
    let mut given: BTreeMap<&str, BTreeSet<u64>> = BTreeMap::new();
    for (term, value) in exams().flat_map(|exam| &exam.facts) {
        if let Ok(n) = value.trim_end_matches('?').parse() {
            given.entry(term).or_default().insert(n);
        }
    }
    let mut missing = vec![];
    for rule in book.rules() {
        every_test(rule, &mut |test| {
            if let Test::CountAtLeast { term, number } = test {
                let both = given
                    .get(term.as_str())
                    .is_some_and(|of| of.contains(number) && of.contains(&number.saturating_sub(1)));
                if !both {
                    missing.push(format!("{}: {term} >= {number}", rule.id));
                }
            }
        });
        let own: Vec<_> = exams().filter(|exam| exam.rule == rule.id).collect();
        every_test(rule, &mut |test| {
            let Test::Within { term, window, before } = test else { return };
            let length = i64::from(window.length);
            let span = match window.unit {
                WindowUnit::Years => jiff::Span::new().years(length),
                WindowUnit::Months => jiff::Span::new().months(length),
                WindowUnit::Days => jiff::Span::new().days(length),
            };
            let end = |day: Date| day.checked_add(span).expect("a day");
            let ends = |exam: &redress_law::Exam, day: Date| {
                let clock = if *before == Clock::Act { exam.act.0 } else { exam.filing };
                (end(day) == clock, end(day) < clock && end(day.tomorrow().expect("a day")) >= clock)
            };
            let days = own.iter().filter_map(|exam| Some((*exam, exam.facts.get(term)?.parse().ok()?)));
            let met: Vec<(bool, bool)> = days.map(|(exam, day): (_, Date)| ends(exam, day)).collect();
            if !(met.iter().any(|(last, _)| *last) && met.iter().any(|(_, behind)| *behind)) {
                missing.push(format!("{}: {term} within {} {:?}", rule.id, window.length, window.unit));
            }
        });
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

/// 9, planted: a failing line, a fact that cannot be read, and a rule without tests are noticed.
#[test]
fn planted_failing_and_missing_tests_are_found() {
    let rule = page(&plain(), "rule r", "all of\n  a_a\n  n_a >= 5");
    let all = "r\na_a=yes; n_a=5 -> TT\na_a=no -> FF\n-> UU\na_a=yes; n_a=5? -> FT\n";
    let good = book(&[tested(&rule, all)]).examine(vocabulary());
    assert_eq!((good.passed, good.failed.len(), good.untested.len()), (4, 0, 0));
    let bad =
        book(&[tested(&rule, "r\na_a=yes; n_a=4 -> TT\na_a=maybe -> FF\na_zz=yes -> UU\nn_a=-1 -> UU\n")]);
    let bad = bad.examine(vocabulary());
    let places: Vec<String> = bad.failed.iter().map(place).collect();
    assert_eq!(
        places,
        ["law-test-failed 31:1", "law-test-fact 32:1", "law-test-fact 33:1", "law-test-fact 34:1"]
    );
    assert_eq!((text(&bad.failed[0], "expected"), text(&bad.failed[0], "found")), ("TT", "FF"));
    assert_eq!(text(&bad.untested[0], "missing"), "FT");
    let none = book(&[rule]).examine(vocabulary());
    assert_eq!(text(&none.untested[0], "missing"), "TT, FF, UU, FT");
}

/// 10: every small change of any rule is noticed by a test of the book.
#[test]
fn every_mutant_of_the_book_is_killed() {
    let mutated = Book::with_drafts().mutants(words(), &|_| true);
    let line = |finding: &Finding| format!("{}: {}", text(finding, "rule"), text(finding, "what"));
    let survivors: Vec<String> = mutated.survived.iter().map(line).collect();
    assert!(survivors.is_empty(), "{survivors:#?}");
    assert!(mutated.killed > 2000, "{}", mutated.killed);
}

/// 10, planted: tests that look away let mutants through, each named by what was changed.
#[test]
fn planted_weak_tests_let_mutants_through() {
    let survivors = |requires: &str, tests: &str| -> Vec<String> {
        let weak = book(&[tested(&page(&plain(), "rule r", requires), &format!("r\n{tests}"))]);
        assert_eq!(weak.examine(vocabulary()).failed, vec![]);
        weak.mutants(vocabulary(), &|_| true).survived.iter().map(|f| text(f, "what").to_owned()).collect()
    };
    assert_eq!(survivors("n_a >= 5", "n_a=6 -> TT\nn_a=4 -> FF\n"), ["n_a > 5"]);
    assert_eq!(survivors("n_a >= 5", "n_a=5 -> TT\nn_a=4 -> FF\n"), Vec::<String>::new());
    assert_eq!(survivors("c_a in set {red, green}", "c_a=red -> TT\n"), ["c_a: green dropped"]);
    assert_eq!(
        survivors("d_a within 2 years before act", "2024-03-01: d_a=2023-03-02 -> TT\n"),
        ["d_a: window shorter"]
    );
    assert_eq!(survivors("not a_a", "-> UU\n"), ["not removed: a_a"]);
    let all = "a_a=yes; a_b=yes -> TT\na_a=no; a_b=no -> FF\n";
    assert_eq!(
        survivors("all of\n  a_a\n  a_b", all),
        ["limb 1 dropped: a_a", "limb 2 dropped: a_b", "any and all swapped"]
    );
    assert_eq!(survivors("proportion >= 1\n  n_a / 2\n  n_b / 4", "n_a=2; n_b=4 -> TT\n").len(), 3);
}

/// The rules that a rule names.
fn named(rule: &Rule) -> Vec<&str> {
    let mut found: Vec<&str> = rule.unless.iter().map(|defeater| defeater.rule.as_str()).collect();
    every_test(rule, &mut |test| {
        if let Test::Rule(id) = test {
            found.push(id);
        }
    });
    found
}

/// 12: the rules of the standard book form no cycle, and every rule that is named is there (planted: `language`).
#[test]
fn rules_name_one_another_without_a_cycle() {
    let book = Book::with_drafts();
    let mut open: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for rule in book.rules() {
        open.entry(&rule.id).or_default().extend(named(rule));
    }
    for (rule, names) in &open {
        for name in names {
            assert!(open.contains_key(name), "{rule} names {name}");
        }
    }
    // Take away what names nothing that is left, until nothing is left.
    while !open.is_empty() {
        let free: Vec<&str> = open.iter().filter(|(_, names)| names.is_empty()).map(|(id, _)| *id).collect();
        assert!(!free.is_empty(), "a cycle among {:?}", open.keys().collect::<Vec<_>>());
        for id in &free {
            open.remove(id);
        }
        for names in open.values_mut() {
            names.retain(|name| !free.contains(name));
        }
    }
}

/// 12: a rule in force does not rest on a draft.
#[test]
fn no_rule_in_force_names_a_draft() {
    let book = Book::with_drafts();
    let drafts: BTreeSet<&str> =
        book.rules().iter().filter(|rule| rule.draft).map(|rule| rule.id.as_str()).collect();
    for rule in book.rules().iter().filter(|rule| !rule.draft) {
        for name in named(rule) {
            assert!(!drafts.contains(name), "{} names {name}", rule.id);
        }
    }
}

/// Beside the twelve: every use of a contested reading offers the same alternatives, so that a choice means one thing.
#[test]
fn a_contested_reading_has_the_same_alternatives_everywhere() {
    let mut first: BTreeMap<&str, (&str, BTreeSet<&str>)> = BTreeMap::new();
    for rule in Book::with_drafts().rules() {
        every_test(rule, &mut |test| {
            if let Test::Reading { id, of } = test {
                let names: BTreeSet<&str> = of.iter().map(|one| one.name.as_str()).collect();
                let (at, known) = first.entry(id).or_insert_with(|| (&rule.id, names.clone()));
                assert_eq!(*known, names, "{id} in {at} and in {}", rule.id);
            }
        });
    }
}

/// A page of the planted books has no error of its own.
#[test]
fn the_plain_page_has_no_errors() {
    assert_eq!(errors(&[page(&plain(), "rule r", "a_a")]), Vec::<String>::new());
    let (_, findings) = compiled(&[page(&front("from = 2010-01-01\nend = \"open\""), "rule r", "a_a")]);
    assert!(findings.iter().all(|finding| finding.level == Level::Note), "{findings:#?}");
}

/// All twelve are held: each number heads a test here or in `principles`.
#[test]
fn each_of_the_twelve_has_a_test() {
    let sources = [include_str!("properties.rs"), include_str!("principles.rs")];
    let heads = |line: &&str| line.trim_start().strip_prefix("/// ").is_some();
    let numbers = |line: &str| -> Vec<u32> {
        let head = line.trim_start().trim_start_matches("/// ").split([':', ',']).next().unwrap_or_default();
        head.split(" and ").filter_map(|number| number.parse().ok()).collect()
    };
    let held: BTreeSet<u32> =
        sources.iter().flat_map(|text| text.lines().filter(heads).flat_map(numbers)).collect();
    assert_eq!(held, (1..=12).collect());
}
