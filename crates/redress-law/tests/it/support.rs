//! Sheets and questions for the tests.

use redress_base::{Count, Date, Instant, ItemId, Span, Stamp, TimeSource, Unit, Value};
use redress_facts::{Claim, Datum, Scope, Sheet, Standing, Vocabulary};
use redress_law::{Book, Completions, Family, Outcome, Question};
use std::sync::LazyLock;

/// A claim with evidence, made for the complainant.
pub(crate) fn claim(value: Datum, standing: Standing) -> Claim {
    Claim {
        value,
        standing,
        by: "王律师".into(),
        as_of: Stamp { at: Instant(1_772_000_000), source: TimeSource::Declared },
        sources: vec![Span::whole(ItemId(7))],
        figure: None,
        reason: None,
        opposing: false, disputed: false, named: None
    }
}

/// The same, for the other side.
pub(crate) fn against(value: Datum, standing: Standing) -> Claim {
    Claim { opposing: true, by: "对方".into(), ..claim(value, standing) }
}

/// The same, without evidence.
pub(crate) fn bare(value: Datum) -> Claim {
    Claim { sources: vec![], ..claim(value, Standing::Stated) }
}

pub(crate) fn count(n: u64, unit: Unit) -> Datum {
    Datum::count(Count::exactly(n), unit)
}

pub(crate) fn day(text: &str) -> Date {
    text.parse().expect("a date")
}

/// The standard vocabulary, read once.
fn standard() -> Vocabulary {
    static WORDS: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::standard);
    WORDS.clone()
}

/// A case in the making: claims, the act, the filing.
#[derive(Clone)]
pub(crate) struct Case {
    pub(crate) sheet: Sheet,
    pub(crate) act: Option<(Date, Date)>,
    pub(crate) filing: Date,
    pub(crate) vocabulary: Vocabulary,
}

impl Case {
    pub(crate) fn new() -> Case {
        Case {
            sheet: Sheet::new(),
            act: Some((day("2026-03-01"), day("2026-03-05"))),
            filing: day("2026-04-01"),
            vocabulary: standard(),
        }
    }

    pub(crate) fn acts(mut self, from: &str, to: &str) -> Case {
        self.act = Some((day(from), day(to)));
        self
    }

    pub(crate) fn add(&mut self, term: &str, claim: Claim) {
        let statement =
            self.vocabulary.get(term).is_none_or(|t| t.scope == redress_facts::TermScope::Statement);
        let scope = if statement { Case::scope() } else { Scope::Case };
        self.sheet.add(scope, term, claim);
    }

    /// A person judged it.
    pub(crate) fn judged(mut self, term: &str, value: bool) -> Case {
        self.add(term, claim(value.into(), Standing::Judged));
        self
    }

    /// Shown by evidence.
    pub(crate) fn shown(mut self, term: &str, value: Datum) -> Case {
        self.add(term, claim(value, Standing::Measured));
        self
    }

    /// Denied by the other side, with evidence.
    pub(crate) fn denied(mut self, term: &str, value: Datum) -> Case {
        self.add(term, against(value, Standing::Stated));
        self
    }

    pub(crate) fn scope() -> Scope {
        Scope::Statement("st-0000000a".into())
    }

    fn question<'a>(&'a self, rule: &'a str) -> Question<'a> {
        Question {
            rule,
            scope: Case::scope(),
            sheet: &self.sheet,
            act: self.act,
            filing: self.filing,
            readings: &redress_law::NO_READINGS,
            vocabulary: &self.vocabulary,
        }
    }

    pub(crate) fn ask_of(&self, book: &Book, rule: &str) -> Outcome {
        book.evaluate(&self.question(rule)).expect("a rule of the book")
    }

    pub(crate) fn ask(&self, rule: &str) -> Outcome {
        self.ask_of(Book::standard(), rule)
    }

    pub(crate) fn value(&self, rule: &str) -> Value {
        self.ask(rule).value
    }

    pub(crate) fn missing(&self, rule: &str, want: Value) -> Completions {
        Book::standard().completions(&self.question(rule), want).expect("a rule of the book")
    }

    pub(crate) fn missing_of(&self, book: &Book, rule: &str, family: Family) -> Completions {
        book.completions_of(&self.question(rule), family).expect("a rule of the book")
    }

    /// The other side.
    pub(crate) fn judged_against(mut self, term: &str, value: bool) -> Case {
        self.add(term, against(value.into(), Standing::Judged));
        self
    }

    /// Everything criminal defamation asks for, with 5,000 views, and the shield excluded.
    pub(crate) fn defamation() -> Case {
        Case::new()
            .shown("statement_is_factual", Datum::Yes)
            .shown("statement_false", Datum::Yes)
            .shown("identifiable_victim", Datum::Yes)
            .judged("harms_reputation", true)
            .shown("spread_on_network", Datum::Yes)
            .shown("fabricated_or_altered", Datum::Choice("fabricated".into()))
            .shown("view_count", count(5000, Unit::Views))
            .judged("is_report_of_wrongdoing", false)
    }

    /// Everything criminal insult asks for, and the shield excluded.
    pub(crate) fn insult() -> Case {
        Case::new()
            .shown("is_public", Datum::Yes)
            .judged("insulting_manner", true)
            .shown("identifiable_victim", Datum::Yes)
            .judged("circumstances_serious", true)
            .judged("is_comment_or_criticism", false)
    }

    /// Everything infringement of reputation asks for, and the defence excluded.
    pub(crate) fn reputation() -> Case {
        Case::new()
            .judged("insult_or_falsehood", true)
            .shown("identifiable_victim", Datum::Yes)
            .shown("published_to_third_party", Datum::Yes)
            .judged("social_evaluation_lowered", true)
            .judged("actor_at_fault", true)
            .shown("public_interest_reporting", Datum::No)
    }
}

impl Case {
    /// Without the first `drop` claims about this fact (0: without any).
    pub(crate) fn but(mut self, term: &str, drop: usize) -> Case {
        let mut sheet = Sheet::new();
        for scope in self.sheet.scopes() {
            for (name, claims) in self.sheet.terms(scope) {
                let skip = match (name == term, drop) {
                    (false, _) => 0,
                    (true, 0) => claims.len(),
                    (true, n) => n,
                };
                claims.iter().skip(skip).for_each(|claim| sheet.add(scope.clone(), name, claim.clone()));
            }
        }
        self.sheet = sheet;
        self
    }

    /// Every other enumerated limb of serious circumstances fails.
    pub(crate) fn closed(case: Case) -> Case {
        case.shown("acts_repeated_in_year", Datum::No)
            .shown("consequence_person", Datum::Choice("other".into()))
            .shown("prior_defamation_admin_penalty", Datum::No)
    }
}
