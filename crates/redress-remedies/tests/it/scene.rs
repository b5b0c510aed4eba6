//! A small case written down in a few lines: facts, outcomes, a day.

use redress_base::{Date, Instant, ItemId, Span, Stamp, TimeSource, Value};
use redress_facts::{Claim, Datum, Kind, Scope, Sheet, Standing, TermScope, Vocabulary};
use redress_law::{Book, Node, Outcome, Question};
use redress_remedies::{
    Branch, Crossing, Deadline, Duty, Input, Reason, Route, RouteId, State, Steps, routes,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// The rules whose facts are the case's alone, of those that the routes consult.
fn case_rules() -> &'static BTreeSet<&'static str> {
    static RULES: OnceLock<BTreeSet<&'static str>> = OnceLock::new();
    RULES.get_or_init(|| {
        let sheet = Sheet::new();
        let of_case = |rule: &&str| {
            let mut terms = BTreeSet::new();
            collect_terms(
                &evaluate(rule, &Scope::Case, &sheet, None, Date::constant(2026, 11, 21)).tree,
                &mut terms,
            );
            terms.iter().all(|term| words().get(term).is_some_and(|term| term.scope == TermScope::Case))
        };
        redress_remedies::RULES.into_iter().filter(of_case).collect()
    })
}

fn collect_terms(node: &Node, terms: &mut BTreeSet<String>) {
    terms.extend(node.facts.iter().map(|fact| fact.term.clone()));
    node.children.iter().for_each(|child| collect_terms(child, terms));
}

fn evaluate(rule: &str, scope: &Scope, sheet: &Sheet, act: Option<(Date, Date)>, filing: Date) -> Outcome {
    let question = Question {
        rule,
        scope: scope.clone(),
        sheet,
        act,
        filing,
        readings: &redress_law::NO_READINGS,
        vocabulary: words(),
    };
    Book::standard().evaluate(&question).unwrap()
}

/// A case under construction.
#[derive(Clone)]
pub(crate) struct Scene {
    pub(crate) sheet: Sheet,
    pub(crate) outcomes: BTreeMap<(Scope, String), Outcome>,
    pub(crate) statements: Vec<Scope>,
    pub(crate) today: Date,
    pub(crate) words: &'static Vocabulary,
}

/// The routes of a scene.
pub(crate) struct Roads(pub(crate) Vec<Route>);

/// The standard vocabulary, read once.
pub(crate) fn words() -> &'static Vocabulary {
    static WORDS: OnceLock<Vocabulary> = OnceLock::new();
    WORDS.get_or_init(Vocabulary::standard)
}

pub(crate) fn statement(n: u32) -> Scope {
    Scope::Statement(format!("st-{n:08x}"))
}

pub(crate) fn claim(value: Datum, standing: Standing) -> Claim {
    Claim {
        value,
        standing,
        by: "A".into(),
        as_of: Stamp { at: Instant(0), source: TimeSource::Declared },
        sources: vec![Span::whole(ItemId(1))],
        figure: None,
        reason: None,
        opposing: false,
        disputed: false,
        named: None,
    }
}

/// What the law room would hand over for a rule of that value, without facts behind it.
pub(crate) fn outcome(rule: &str, scope: &Scope, value: Value) -> Outcome {
    serde_json::from_value(serde_json::json!({
        "schema": Outcome::SCHEMA,
        "rule": rule,
        "label": {"zh": "", "en": ""},
        "scope": scope,
        "book": "",
        "version": null,
        "value": value,
        "presumptive": value,
        "enumerated": value,
        "open": value,
        "versions_differ": false,
        "check_first": [],
        "tree": {
            "id": rule,
            "kind": "rule",
            "label": {"zh": "", "en": ""},
            "value": value,
            "reason": "law-why-all",
            "decisive": true,
        },
        "findings": [],
    }))
    .unwrap()
}

impl Scene {
    pub(crate) fn new(today: Date) -> Scene {
        Scene { sheet: Sheet::new(), outcomes: BTreeMap::new(), statements: vec![], today, words: words() }
    }

    /// Puts a claim with evidence on the sheet; a judgement is a person's.
    pub(crate) fn claim(&mut self, scope: &Scope, term: &str, value: Datum) -> &mut Scene {
        let known = self.words.get(term).unwrap_or_else(|| panic!("no term {term}"));
        let standing = if known.kind == Kind::Judgement { Standing::Judged } else { Standing::Stated };
        self.sheet.add(scope.clone(), term, claim(value, standing));
        self
    }

    pub(crate) fn yes(&mut self, scope: &Scope, terms: &[&str]) -> &mut Scene {
        for term in terms {
            self.claim(scope, term, Datum::Yes);
        }
        self
    }

    pub(crate) fn no(&mut self, scope: &Scope, terms: &[&str]) -> &mut Scene {
        for term in terms {
            self.claim(scope, term, Datum::No);
        }
        self
    }

    pub(crate) fn word(&mut self, term: &str, word: &str) -> &mut Scene {
        self.claim(&Scope::Case, term, Datum::Choice(word.into()))
    }

    /// The other side denies it, with evidence.
    pub(crate) fn deny(&mut self, scope: &Scope, term: &str) -> &mut Scene {
        let mut denial = claim(Datum::No, Standing::Stated);
        denial.opposing = true;
        self.sheet.add(scope.clone(), term, denial);
        self
    }

    /// The same file without anything about a fact.
    pub(crate) fn without(mut self, term: &str) -> Scene {
        let mut sheet = Sheet::new();
        for scope in self.sheet.scopes() {
            for (known, claims) in self.sheet.terms(scope).filter(|(known, _)| *known != term) {
                claims.iter().for_each(|claim| sheet.add(scope.clone(), known, claim.clone()));
            }
        }
        self.sheet = sheet;
        self
    }

    /// Words of a set.
    pub(crate) fn words(&mut self, term: &str, words: &[&str]) -> &mut Scene {
        let words = words.iter().map(|word| (*word).to_owned()).collect();
        self.claim(&Scope::Case, term, Datum::Words(words))
    }

    pub(crate) fn day(&mut self, scope: &Scope, term: &str, day: Date) -> &mut Scene {
        self.claim(scope, term, Datum::Date(day))
    }

    /// A statement with its first and last day.
    pub(crate) fn statement(&mut self, n: u32, first: Date, last: Date) -> Scope {
        let scope = statement(n);
        self.statements.push(scope.clone());
        self.day(&scope, "act_date", first).day(&scope, "act_end_date", last);
        scope
    }

    pub(crate) fn came_out(&mut self, scope: &Scope, rule: &str, value: Value) -> &mut Scene {
        self.outcomes.insert((scope.clone(), rule.to_owned()), outcome(rule, scope, value));
        self
    }

    /// A person has found neither a report of wrongdoing nor comment.
    pub(crate) fn unprotected(&mut self, scope: &Scope) -> &mut Scene {
        self.no(scope, &["is_report_of_wrongdoing", "is_comment_or_criticism"])
    }

    /// An individual who knows the defendant and has not been to court before.
    pub(crate) fn ready_to_sue(&mut self) -> &mut Scene {
        self.word("complainant_kind", "natural-person")
            .yes(&Scope::Case, &["defendant_identified", "defendant_whereabouts_known"])
            .word("previously_withdrawn", "no")
            .no(&Scope::Case, &["mediated_before", "police_case_open"])
    }

    /// Puts the questions about every statement to the law book of this version, as the case assembly does.
    pub(crate) fn ask_the_book(&mut self) -> &mut Scene {
        for scope in self.statements.clone() {
            let act = self.act(&scope);
            for rule in redress_remedies::RULES.into_iter().filter(|rule| !case_rules().contains(rule)) {
                let outcome = evaluate(rule, &scope, &self.sheet, act, self.today);
                self.outcomes.insert((scope.clone(), rule.to_owned()), outcome);
            }
        }
        self
    }

    /// The first and the last day of one statement.
    fn act(&self, scope: &Scope) -> Option<(Date, Date)> {
        let day = |term: &str| {
            let claims = self.sheet.own(scope, term).iter();
            claims.filter_map(|c| if let Datum::Date(day) = c.value { Some(day) } else { None }).next()
        };
        day("act_date").zip(day("act_end_date"))
    }

    /// The first and the last day of all statements.
    fn acts(&self) -> Option<(Date, Date)> {
        let acts: Vec<_> = self.statements.iter().filter_map(|scope| self.act(scope)).collect();
        Some((acts.iter().map(|act| act.0).min()?, acts.iter().map(|act| act.1).max()?))
    }

    /// What the law book answers about the case; what a test has set is kept.
    fn answered(&self) -> BTreeMap<(Scope, String), Outcome> {
        let mut outcomes = self.outcomes.clone();
        for rule in case_rules() {
            outcomes
                .entry((Scope::Case, (*rule).to_owned()))
                .or_insert_with(|| evaluate(rule, &Scope::Case, &self.sheet, self.acts(), self.today));
        }
        outcomes
    }

    pub(crate) fn roads(&self) -> Roads {
        Roads(routes(&Input {
            sheet: &self.sheet,
            outcomes: &self.answered(),
            steps: &Steps::default(),
            statements: &self.statements,
            today: self.today,
            vocabulary: self.words,
        }))
    }
}

impl Roads {
    pub(crate) fn of(&self, id: RouteId) -> &Route {
        self.0.iter().find(|route| route.id == id).unwrap()
    }

    pub(crate) fn state(&self, id: RouteId) -> State {
        self.of(id).state
    }

    pub(crate) fn open(&self) -> Vec<RouteId> {
        self.0.iter().filter(|route| route.state == State::Open).map(|route| route.id).collect()
    }

    pub(crate) fn reason(&self, id: RouteId, code: &str) -> Option<&Reason> {
        self.of(id).reasons.iter().find(|reason| reason.code == code)
    }

    pub(crate) fn deadline(&self, id: RouteId, code: &str) -> Option<&Deadline> {
        self.of(id).deadlines.iter().find(|deadline| deadline.code == code)
    }

    pub(crate) fn steps(&self, id: RouteId) -> Vec<&str> {
        self.of(id).steps.iter().map(|step| step.code.as_str()).collect()
    }

    pub(crate) fn warnings(&self, id: RouteId) -> Vec<&str> {
        self.of(id).warnings.iter().map(|warning| warning.code.as_str()).collect()
    }

    pub(crate) fn needs(&self, id: RouteId) -> Vec<&str> {
        self.of(id).needs.iter().map(|need| need.term.as_str()).collect()
    }

    pub(crate) fn duty(&self, id: RouteId, code: &str) -> &Duty {
        self.of(id).duties.iter().find(|duty| duty.code == code).unwrap_or_else(|| panic!("{id}: no {code}"))
    }

    pub(crate) fn claim(&self, code: &str) -> &Branch {
        self.of(RouteId::CivilSuit).claims.iter().find(|claim| claim.code == code).unwrap()
    }

    pub(crate) fn defendant(&self, code: &str) -> Option<&Branch> {
        self.of(RouteId::CivilSuit).defendants.iter().find(|defendant| defendant.code == code)
    }

    pub(crate) fn crossing(&self, code: &str) -> &Crossing {
        let crossings = &self.of(RouteId::PrivateProsecution).crossings;
        crossings.iter().find(|crossing| crossing.code == code).unwrap()
    }
}
