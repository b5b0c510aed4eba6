//! One rule of five limbs for every engine, and made-up cases of it whose answer is known.
//!
//! The rule is that of 法释〔2013〕21号 art 2 without its contested readings: 5,000 views, or 500 reposts, or a grave
//! consequence, or a penalty within two years, or other circumstances that a person judged.

use redress_base::Truth;
use redress_testkit::Random;
use serde_json::{Value, json};

/// Its id in the page.
pub(crate) const RULE: &str = "five-limbs";
/// What the cases' statement is called.
pub(crate) const STATEMENT: &str = "post";

/// The pages that hold the rule.
pub(crate) fn pages() -> Vec<(String, String)> {
    let page = |path: &str, text: &str| (path.to_owned(), text.to_owned());
    vec![
        page("cn/five-limbs/index.md", include_str!("five-limbs/index.md")),
        page("cn/five-limbs/1.md", include_str!("five-limbs/1.md")),
    ]
}

/// A made-up case; what is `None` nobody has said.
pub(crate) struct Case {
    id: usize,
    /// The month of the act, counted from the year 0; the act falls on its first day.
    act: u64,
    views: Option<u64>,
    reposts: Option<u64>,
    consequence: Option<&'static str>,
    /// Months from an earlier penalty to the act; `Some(None)`: there was none.
    penalty: Option<Option<u64>>,
    other: Option<bool>,
}

impl Case {
    /// Half of them with every fact, half with one fact missing or more.
    pub(crate) fn many(count: usize, seed: u64) -> Vec<Case> {
        let mut random = Random::new(seed);
        (0..count).map(|id| Case::draw(id, &mut random)).collect()
    }

    fn draw(id: usize, random: &mut Random) -> Case {
        let mut case = Case {
            id,
            act: random.between(2023 * 12, 2026 * 12 + 9),
            views: Some(around(5_000, random)),
            reposts: Some(around(500, random)),
            consequence: Some(if random.chance(1, 8) {
                random.pick(&["mental-disorder", "self-harm", "suicide", "other-grave"])
            } else {
                "none"
            }),
            penalty: Some(match random.below(12) {
                0 => Some(24),
                1 => Some(25),
                2 => Some(random.below(24)),
                3 => Some(random.between(26, 120)),
                _ => None,
            }),
            other: Some(random.chance(1, 10)),
        };
        if !case.complete() {
            case.lose(random);
        }
        case
    }

    /// Takes each fact away one time in three, and one at least.
    fn lose(&mut self, random: &mut Random) {
        let certain = random.below(5);
        let mut lost = (0..5).map(|fact| fact == certain || random.chance(1, 3));
        let mut keep = || lost.next() == Some(false);
        self.views = self.views.filter(|_| keep());
        self.reposts = self.reposts.filter(|_| keep());
        self.consequence = self.consequence.filter(|_| keep());
        self.penalty = self.penalty.filter(|_| keep());
        self.other = self.other.filter(|_| keep());
    }

    /// Whether every fact is known.
    pub(crate) const fn complete(&self) -> bool {
        self.id.is_multiple_of(2)
    }

    /// The answer, worked out without any engine.
    pub(crate) fn truth(&self) -> Truth {
        let limbs = [
            self.views.map(|n| n >= 5_000),
            self.reposts.map(|n| n >= 500),
            self.consequence.map(|word| word != "none"),
            self.penalty.map(|months| months.is_some_and(|months| months <= 24)),
            self.other,
        ];
        if limbs.contains(&Some(true)) {
            Truth::T
        } else if limbs.contains(&None) {
            Truth::U
        } else {
            Truth::F
        }
    }

    /// The case as a file of facts (`redress/facts/1`), one line.
    pub(crate) fn line(&self) -> String {
        let mut facts = Vec::new();
        let mut say = |name: &str, value: Option<Value>, standing: &str| {
            facts.extend(value.map(|value| {
                json!({
                    "fact": name, "subject": STATEMENT, "value": value, "standing": standing, "source": "file 7"
                })
            }));
        };
        say("act_date", Some(first_of(self.act).into()), "official");
        say("view_count", self.views.map(Value::from), "measured");
        say("repost_count", self.reposts.map(Value::from), "measured");
        say("grave_consequence", self.consequence.map(Value::from), "official");
        say("prior_defamation_admin_penalty", self.penalty.map(|it| it.is_some().into()), "official");
        let day = self.penalty.flatten().map(|months| first_of(self.act - months));
        say("prior_defamation_admin_penalty_date", day.map(Value::from), "official");
        say("other_serious_circumstances", self.other.map(Value::from), "judged");
        json!({"id": format!("case-{}", self.id), "at": "2026-11-21", "facts": facts}).to_string()
    }
}

/// A number at, just below or around the number of the provision.
fn around(number: u64, random: &mut Random) -> u64 {
    match random.below(10) {
        0 => number,
        1 => random.between(number, number * 40),
        2 => number - 1,
        3 => 0,
        _ => random.below(number),
    }
}

/// The first day of a month that is counted from the year 0.
fn first_of(month: u64) -> String {
    format!("{:04}-{:02}-01", month / 12, month % 12 + 1)
}

#[cfg(test)]
mod tests {
    use super::{Case, first_of, pages};
    use redress_base::Truth;
    use redress_facts::Vocabulary;
    use redress_law::Book;

    #[test]
    fn the_page_compiles_and_its_tests_hold() {
        let words = Vocabulary::standard();
        let (book, findings) = Book::compile_with(&pages(), &words);
        assert!(redress_law::is_sound(&findings), "{findings:?}");
        let examined = book.examine(&words);
        assert!(examined.failed.is_empty() && examined.untested.is_empty(), "{examined:?}");
    }

    #[test]
    fn cases_are_the_same_every_time_and_of_every_kind() {
        let cases = Case::many(1_000, 3);
        let lines = |cases: &[Case]| cases.iter().map(Case::line).collect::<Vec<_>>();
        assert_eq!(lines(&cases), lines(&Case::many(1_000, 3)));
        for truth in [Truth::T, Truth::F] {
            let complete = cases.iter().filter(|case| case.complete() && case.truth() == truth).count();
            assert!(complete > 150, "{truth:?} {complete}");
        }
        assert!(cases.iter().filter(|case| case.truth() == Truth::U).count() > 150);
        assert!(cases.iter().all(|case| !case.complete() || case.truth() != Truth::U));
        assert_eq!(first_of(2024 * 12 + 11), "2024-12-01");
    }
}
