//! Whatever is done at a desk, in whatever order: what is refused changes nothing, and what is recorded always folds.

use crate::child;
use crate::desk::{Fixed, at_desk, filled, seal};
use crate::support::Chance;
use redress_base::{Article, Date, ItemId, Refusal};
use redress_case::{
    Anchor, Because, Capacity, Decision, Details, Filing, KINDS, Kind, Ledger, Mark, Marking, Notice,
    Obstacle, Organ, PartyId, Purpose, Relation, Service, State, Transfer,
};
use redress_facts::Vocabulary;
use redress_law::{Body, Book};
use redress_procedure::{Acting, Docket, Event, Procedures};
use redress_workbench::{Desk, NewClaim, NewParty, NewTransfer};
use std::collections::{BTreeMap, BTreeSet};

const RUNS: u64 = 24;
const STEPS: u64 = 60;

struct Dice<'a> {
    chance: &'a mut Chance,
    book: &'a Book,
    words: &'a Vocabulary,
}

impl Dice<'_> {
    fn pick<T: Copy>(&mut self, all: &[T]) -> T {
        all[usize::try_from(self.chance.below(all.len() as u64)).unwrap()]
    }

    fn some<T: Copy>(&mut self, all: &[T]) -> Option<T> {
        (self.chance.below(2) == 0).then(|| self.pick(all))
    }

    /// A day around the desk's own, sometimes one that has not come.
    fn day(&mut self) -> Date {
        let (month, day) = (1 + self.chance.below(10), 1 + self.chance.below(28));
        Date::new(2026, i8::try_from(month).unwrap(), i8::try_from(day).unwrap()).unwrap()
    }

    fn organ(&mut self) -> Organ {
        let kind = self.pick(&[Body::Police, Body::Court, Body::Procuratorate, Body::Government]);
        Organ { kind, name: self.some(&["某市某机关"]).map(str::to_owned) }
    }

    fn item(&mut self) -> Option<ItemId> {
        self.some(&[ItemId(1), ItemId(2), ItemId(77)])
    }

    fn party(&mut self) -> NewParty {
        let id = self.some(&[PartyId(1), PartyId(2), PartyId(9)]);
        let day = self.day();
        let died = self.some(&[day]);
        let details = match self.chance.below(3) {
            0 => Details::read([("name", "某人")]).unwrap(),
            _ => Details::default(),
        };
        let statements = match self.chance.below(8) {
            0 => vec![text("weibo/4912000000000001")],
            _ => Vec::new(),
        };
        NewParty {
            id,
            capacity: self.some(Capacity::ALL),
            kind: self.some(Kind::ALL),
            acts_for: self.some(&[PartyId(1), PartyId(2)]),
            relation: self.some(Relation::ALL),
            because: self.some(Because::ALL),
            identity_unknown: self.some(&[true, false]),
            minor: self.some(&[true, false]),
            died,
            proof: self.item().into_iter().collect(),
            statements,
            taken_back: Vec::new(),
            reason: None,
            details,
            until: None,
        }
    }

    fn event(&mut self) -> Event {
        let procedures: Vec<_> = Procedures::standard().iter().collect();
        let procedure = self.pick(&procedures);
        let kinds: Vec<_> = procedure.events.iter().collect();
        let kind = self.pick(&kinds);
        let mut event = Event::new(&procedure.id, &kind.id, self.day());
        let reasons: Vec<&str> = kind.reasons.iter().map(|reason| reason.id.as_str()).collect();
        if !reasons.is_empty() {
            event.reason = Some(self.pick(&reasons).to_owned());
        }
        event.body =
            self.some(&[Body::Police, Body::Court]).map(|kind| Acting { kind, name: "某机关".to_owned() });
        event.number = self.some(&["某公（某）立字〔2026〕1号", "no number"]).map(str::to_owned);
        event
    }

    /// One use case by chance; the longer its row of numbers, the more often it comes.
    fn act(&mut self, desk: &mut Desk<'_>) -> Result<(), Refusal> {
        let claims: Vec<u64> = desk.state()?.1.claims.iter().map(|claim| claim.seq).collect();
        // Half of the time an entry that is a claim, where there is one.
        let any = 1 + self.chance.below(40);
        let entry = if claims.is_empty() || self.chance.below(2) == 0 { any } else { self.pick(&claims) };
        match self.chance.below(16) {
            0 | 1 => {
                let party = self.party();
                desk.enter_party(None, party, &[u8::try_from(entry).unwrap(); 32]).map(drop)
            }
            2..=4 => {
                let (event, paper) = (self.event(), self.item());
                desk.step(None, event, paper).map(drop)
            }
            5 => self.decide(desk),
            6 => self.mark(desk),
            7 => self.hinder(desk),
            8 => self.serve(desk),
            9 => self.file(desk),
            10 => self.claim(desk),
            11 => desk.dispute(None, entry, "not so", Vec::new()).map(drop),
            12 => desk.strike(None, entry, "mistaken").map(drop),
            13 => desk.withdraw(None, entry, "mistaken").map(drop),
            14 => {
                let party = self.pick(&[PartyId(1), PartyId(2)]);
                desk.look_at_party(None, party, None).map(drop)
            }
            _ if self.chance.below(12) == 0 => self.hand_over(desk),
            _ => desk.export(None, self.pick(&[Purpose::Backup, Purpose::Counsel]), None, true).map(drop),
        }
    }

    fn decide(&mut self, desk: &mut Desk<'_>) -> Result<(), Refusal> {
        let items = self.item().into_iter().collect();
        let decision = Decision { question: text("q"), answer: text("a"), reason: text("r"), items };
        desk.decide(Some("B"), decision).map(drop)
    }

    fn mark(&mut self, desk: &mut Desk<'_>) -> Result<(), Refusal> {
        let (mark, set, on, by) = (self.pick(Mark::ALL), self.pick(&[true, false]), self.day(), self.organ());
        let number = self.some(&["某检督〔2026〕1号", "17"]).map(str::to_owned);
        desk.mark(None, Marking { mark, set, on, by, number }).map(drop)
    }

    fn hinder(&mut self, desk: &mut Desk<'_>) -> Result<(), Refusal> {
        let (from, later) = (self.day(), self.day());
        let to = self.some(&[later]);
        let cite = Article::new("cn/civil-code", "194");
        let limit = self.pick(&["cc188-three-years", "no-limit"]).to_owned();
        let proof = self.item();
        let obstacle = Obstacle { limit, from, to, cite, reason: text("ill"), proof };
        desk.hinder(self.book, self.words, None, obstacle).map(drop)
    }

    fn serve(&mut self, desk: &mut Desk<'_>) -> Result<(), Refusal> {
        let (by, on, proof) = (self.organ(), self.day(), self.item());
        let (to, service) = (self.pick(&[PartyId(1), PartyId(2), PartyId(9)]), self.pick(Service::ALL));
        let duty = self.pick(&["op17-tell-agent", "nothing"]).to_owned();
        desk.serve(self.book, None, Notice { duty, by, to, on, service, proof }).map(drop)
    }

    fn file(&mut self, desk: &mut Desk<'_>) -> Result<(), Refusal> {
        let (to, on, items) = (self.organ(), self.day(), self.item().into_iter().collect());
        let filing = Filing { paper: text("complaint"), to, on, track: None, items, receipt: None };
        desk.file(None, filing).map(drop)
    }

    fn claim(&mut self, desk: &mut Desk<'_>) -> Result<(), Refusal> {
        let sources = self.item().into_iter().map(redress_base::Span::whole).collect();
        let value = self.pick(&["yes", "no", "maybe"]).to_owned();
        let (anchor, term) = (Anchor::Case, text("victim_minor"));
        let claim = NewClaim { anchor, term, value, standing: None, sources, reason: None, opposing: false };
        desk.claim(self.words, None, claim).map(drop)
    }

    fn hand_over(&mut self, desk: &mut Desk<'_>) -> Result<(), Refusal> {
        let transfer = self.pick(Transfer::ALL);
        let (from, to, on, details) = (self.organ(), self.organ(), self.day(), self.pick(&[true, false]));
        desk.hand_over(None, NewTransfer { transfer, from, to, on, number: None, details }).map(drop)
    }
}

fn text(text: &str) -> String {
    text.to_owned()
}

/// What no desk here does: read posts, label or summarise them, assess, pack, receive, draw up papers; give the case another
/// name; say where items come from, and have the log signed by others. These have tests of their own.
const NEVER: [&str; 14] = [
    "read",
    "assessed",
    "packed",
    "received",
    "drawn-up",
    "labelled",
    "summarised",
    "renamed",
    "captured",
    "attested",
    "stamped",
    "handled",
    "checkpointed",
    "cosigned",
];

#[test]
fn no_sequence_of_use_cases_makes_a_ledger_that_cannot_be_read() {
    let (book, words) = (Book::standard(), Vocabulary::standard());
    let mut chance = Chance(20_261_001);
    let (mut kinds, mut refused) = (BTreeSet::new(), BTreeMap::<String, u32>::new());
    let (mut done, mut ended) = (0, 0);
    for run in 0..RUNS {
        let room = tempfile::tempdir().unwrap();
        let mut store = filled(&room.path().join("case"));
        seal(&mut store, "second.txt", format!("paper {run}").as_bytes());
        // A quarter of an hour between two of them; the last one is on 2026-10-01 still.
        for step in 0..STEPS {
            let clock = Fixed(1_790_784_000 + i64::try_from(step).unwrap() * 60);
            let before = redress_workbench::ports::Store::ledger(&store).unwrap();
            let mut dice = Dice { chance: &mut chance, book, words: &words };
            let outcome = at_desk(&mut store, &clock, |desk| dice.act(desk));
            let after = redress_workbench::ports::Store::ledger(&store).unwrap();
            let ledger = Ledger::read(&after).unwrap();
            let state = State::fold(&ledger).unwrap();
            assert_eq!(state, State::fold(&ledger).unwrap());
            assert!(after.starts_with(&before), "run {run} step {step}: the past was changed");
            // What is on file replays, whatever was struck.
            Docket::replay(Procedures::standard(), &state.events()).unwrap();
            match outcome {
                Ok(()) => {
                    assert!(after.len() > before.len());
                    done += 1;
                }
                Err(refusal) => {
                    assert_eq!(after, before, "run {run} step {step}: {} left a trace", refusal.finding.code);
                    *refused.entry(refusal.finding.code).or_default() += 1;
                }
            }
            assert_eq!(state.standing_claims().filter(|claim| claim.withdrawn.is_some()).count(), 0);
        }
        let after = redress_workbench::ports::Store::ledger(&store).unwrap();
        let ledger = Ledger::read(&after).unwrap();
        kinds.extend(ledger.entries.iter().map(|entry| entry.what.kind()));
        ended += u32::from(State::fold(&ledger).unwrap().handed_over().is_some());
    }
    child::say(&format!(
        "{done} done, {} codes of refusal, {ended} handed over; kinds {kinds:?}; {refused:?}",
        refused.len()
    ));
    let missing: Vec<&str> =
        KINDS.into_iter().filter(|kind| !kinds.contains(kind) && !NEVER.contains(kind)).collect();
    assert_eq!(missing, Vec::<&str>::new());
    assert!(refused.len() > 12 && ended > 0);
}
