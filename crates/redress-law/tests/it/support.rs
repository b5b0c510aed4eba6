//! Sheets and questions for the tests.

use redress_base::{Count, Date, Instant, ItemId, Span, Stamp, TimeSource, Unit, Value};
use redress_facts::{Claim, Datum, Scope, Sheet, Standing, Vocabulary};
use redress_law::{Book, Completions, Family, Node, Outcome, Question, Readings};
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
        opposing: false,
        disputed: false,
        named: None,
    }
}

/// The same, entered as disputed.
pub(crate) fn disputed(value: Datum) -> Claim {
    Claim { disputed: true, ..claim(value, Standing::Stated) }
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
pub(crate) fn words() -> &'static Vocabulary {
    static WORDS: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::standard);
    &WORDS
}

/// Calls `each` with every step of a tree.
pub(crate) fn walk<'n>(node: &'n Node, each: &mut dyn FnMut(&'n Node)) {
    each(node);
    node.children.iter().for_each(|child| walk(child, each));
}

/// The codes of what was noticed.
pub(crate) fn codes(outcome: &Outcome) -> Vec<&str> {
    outcome.findings.iter().map(|f| f.code.as_str()).collect()
}

/// A case in the making: claims, the act, the filing, the readings that are chosen.
#[derive(Clone)]
pub(crate) struct Case {
    pub(crate) sheet: Sheet,
    pub(crate) act: Option<(Date, Date)>,
    pub(crate) filing: Date,
    pub(crate) readings: Readings,
    pub(crate) vocabulary: &'static Vocabulary,
}

impl Case {
    pub(crate) fn new() -> Case {
        Case {
            sheet: Sheet::new(),
            act: Some((day("2026-03-01"), day("2026-03-05"))),
            filing: day("2026-04-01"),
            readings: Readings::new(),
            vocabulary: words(),
        }
    }

    /// A case in the vocabulary of the made-up laws.
    pub(crate) fn made_up() -> Case {
        Case { vocabulary: crate::synthetic::vocabulary(), ..Case::new() }
    }

    /// A reading is chosen.
    pub(crate) fn read_as(mut self, reading: &str, alternative: &str) -> Case {
        self.readings.insert(reading.into(), alternative.into());
        self
    }

    pub(crate) fn filed(mut self, filing: &str) -> Case {
        self.filing = day(filing);
        self
    }

    /// One more claim.
    pub(crate) fn with(mut self, term: &str, claim: Claim) -> Case {
        self.add(term, claim);
        self
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

    pub(crate) fn question<'a>(&'a self, rule: &'a str) -> Question<'a> {
        Question {
            rule,
            scope: Case::scope(),
            sheet: &self.sheet,
            act: self.act,
            filing: self.filing,
            readings: &self.readings,
            vocabulary: self.vocabulary,
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
            .shown("insult_mode", Datum::Words(vec!["abuse".into()]))
            .shown("identifiable_victim", Datum::Yes)
            .judged("circumstances_serious", true)
            .judged("is_comment_or_criticism", false)
    }

    /// The complainant is an individual, as the Guiding Opinions ask (Article 1).
    pub(crate) fn individual(self) -> Case {
        self.shown("complainant_kind", Datum::Choice("natural-person".into()))
    }

    /// Everything infringement of reputation asks for, and the defence excluded.
    pub(crate) fn reputation() -> Case {
        Case::new()
            .judged("insult_or_falsehood", true)
            .shown("identifiable_victim", Datum::Yes)
            .shown("published_to_third_party", Datum::Yes)
            .judged("social_evaluation_lowered", true)
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

    /// Every enumerated limb of serious circumstances fails, but for views and reposts of the statement.
    pub(crate) fn closed(case: Case) -> Case {
        case.shown("play_count", count(0, Unit::Plays))
            .shown("acts_unprocessed", Datum::No)
            .shown("consequence_person", Datum::Choice("other".into()))
            .shown("prior_defamation_admin_penalty", Datum::No)
    }
}
