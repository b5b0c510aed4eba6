//! The whole book on every day of every published case: each rule on each subject that it is put to answers what the
//! day names for it, and every other rule what the case gives for the others.

use crate::published::WORDS;
use redress_base::Date;
use redress_inquiry::{Answers, Inquirer, Known, PublishedCase};
use redress_law::Book;
use std::collections::{BTreeMap, BTreeSet};

/// `(subject, rule)` with the value of each.
type Values = BTreeMap<(String, String), String>;

/// The answers of a case on a day.
fn answers(inquirer: &Inquirer<'_>, case: &PublishedCase, at: Date) -> Answers {
    let file = case.file(at);
    inquirer.answer(&file, &file.sheet(&WORDS).unwrap(), false).unwrap()
}

fn values(answers: &Answers) -> Values {
    let value =
        |one: &redress_inquiry::Answer| ((one.subject.to_string(), one.rule.clone()), one.value.to_string());
    answers.elements.iter().map(value).collect()
}

/// Every rule that answers otherwise than its day expects, in words that name case, day, subject, rule and value.
fn otherwise(case: &PublishedCase, found: &BTreeMap<String, Values>) -> Vec<String> {
    let mut wrong = Vec::new();
    let known: BTreeMap<(String, String), _> =
        case.known.iter().map(|one| ((one.subject.clone(), one.rule.clone()), one)).collect();
    let everywhere: BTreeMap<String, String> = case
        .everywhere
        .iter()
        .flat_map(|(value, rules)| rules.iter().map(|rule| (rule.clone(), value.clone())))
        .collect();
    for stage in case.whole() {
        let place = format!("{} at {}", case.id, stage.date);
        let values = &found[&stage.date.to_string()];
        for (key, value) in values {
            let (subject, rule) = key;
            let wanted = match known.get(key) {
                Some(known) if known.value == *value => {
                    wrong.push(format!("{place}: {rule} on {subject}: settled, \"known\" can go"));
                    continue;
                }
                Some(known) => &known.found,
                None => stage.named.get(key).or_else(|| everywhere.get(rule)).unwrap_or(&stage.others),
            };
            if wanted != value {
                wrong.push(format!("{place}: {rule} on {subject}: expected {wanted}, found {value}"));
            }
        }
        for (subject, rule) in stage.further.iter().filter(|key| !values.contains_key(*key)) {
            wrong.push(format!("{place}: {rule} is not put to {subject}"));
        }
    }
    wrong
}

fn found(inquirer: &Inquirer<'_>, case: &PublishedCase) -> BTreeMap<String, Values> {
    let days = case.stage.iter().map(|stage| stage.date.to_string());
    days.map(|day| (day.clone(), values(&answers(inquirer, case, day.parse().unwrap())))).collect()
}

#[test]
fn every_rule_of_the_book_answers_as_expected_on_every_day() {
    let inquirer = Inquirer::new(Book::standard(), &WORDS);
    let rules: BTreeSet<&str> = Book::standard().rules().iter().map(|rule| rule.id.as_str()).collect();
    let (mut asked, mut named, mut wrong) = (0, 0, Vec::new());
    for case in PublishedCase::standard() {
        let found = found(&inquirer, &case);
        wrong.extend(otherwise(&case, &found));
        for (day, values) in &found {
            let put: BTreeSet<&str> = values.keys().map(|(_, rule)| rule.as_str()).collect();
            assert_eq!(put, rules, "{} at {day}", case.id);
            asked += values.len();
        }
        named += case.whole().iter().map(|stage| stage.named.len()).sum::<usize>();
    }
    assert!(wrong.is_empty(), "{} of {asked}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(asked > 30_000 && named > 1_600, "{asked} asked, {named} named");
}

/// The test above can fail, and says where: a rule that no day names any more, one whose value changed, one that is not
/// put to the subject that is named, and a disagreement that is none.
#[test]
fn a_rule_that_answers_otherwise_is_named() {
    let inquirer = Inquirer::new(Book::standard(), &WORDS);
    let mut case = PublishedCase::standard().into_iter().find(|case| case.id == "C36").unwrap();
    let found = found(&inquirer, &case);
    assert!(otherwise(&case, &found).is_empty());
    let first = case.stage.first_mut().unwrap();
    let of_case = first.further.get_mut("case").unwrap();
    of_case.insert("TT".to_owned(), vec!["op10-status-raises".to_owned(), "op8-heavier".to_owned()]);
    of_case.insert("FT".to_owned(), vec!["op12-weighing".to_owned()]);
    let (subject, rule) = ("case".to_owned(), "fs2001-7-not-for-organisations".to_owned());
    let (value, found_then, why) = ("UU".to_owned(), "FF".to_owned(), "planted".to_owned());
    case.known.push(Known { subject, rule, value, found: found_then, why });
    let wrong = otherwise(&case, &found);
    for named in [
        "C36 at 2010-11-23: op1-individual on case: expected UU, found TT",
        "C36 at 2010-11-23: op12-weighing on case: expected FT, found TT",
        "C36 at 2010-12-01: op8-heavier is not put to case",
        "C36 at 2010-11-23: fs2001-7-not-for-organisations on case: settled, \"known\" can go",
    ] {
        assert!(wrong.iter().any(|one| one == named), "{named}: {wrong:?}");
    }
}

/// The days stand in their order, so that what one names holds on the next; and no day names a rule twice.
#[test]
fn what_a_day_names_holds_on_the_next() {
    for case in PublishedCase::standard() {
        let days: Vec<String> = case.stage.iter().map(|stage| stage.date.to_string()).collect();
        assert!(days.is_sorted(), "{}: {days:?}", case.id);
        for stage in &case.stage {
            let mut seen = BTreeSet::new();
            for (subject, by_value) in stage.elements.iter().chain(&stage.further) {
                for rule in by_value.values().flatten() {
                    assert!(
                        seen.insert((subject, rule)),
                        "{} at {}: {subject}: {rule} twice",
                        case.id,
                        stage.date
                    );
                }
            }
        }
        for known in &case.known {
            assert!(known.value != known.found && !known.why.is_empty(), "{}: {known:?}", case.id);
        }
    }
}
