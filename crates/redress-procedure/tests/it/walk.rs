//! Every state of every procedure, and every event with every reason in each of them.
//!
//! The walk finds, for each procedure, a way to each of its states, and sets beside it what its crossings ask
//! for in other procedures. In each such place every event is tried. What it takes is an edge of the diagram;
//! what it refuses names an article; in the end every edge was taken and every state was seen.

use redress_base::Date;
use redress_procedure::{Beside, Call, Docket, Event, Numbered, Procedure, Procedures, TrackKey, edges};
use std::collections::{BTreeMap, BTreeSet};

/// A step without its day: procedure, event, reason.
type Step = (String, String, Option<String>);
/// An edge that was taken: procedure, from, to, event.
type Edge = (String, String, String, String);
/// A place: a procedure, and its state or (with a colon before it) an event that it has seen with its reason.
type Place = (String, String);

struct Walk {
    first: Date,
    taken: BTreeSet<Edge>,
    ways: BTreeMap<Place, Vec<Step>>,
    refusals: usize,
    /// Calls that were heard: procedure, event, why.
    called: BTreeSet<Edge>,
}

/// Each step forty days after the one before, so that the thirty days of a public notice have passed.
fn dated(first: Date, steps: &[Step]) -> Vec<Numbered<Event>> {
    let day = |at: usize| first + jiff::Span::new().days(40 * i64::try_from(at).unwrap());
    let one = |(at, (procedure, event, reason)): (usize, &Step)| {
        let mut event = Event::new(procedure, event, day(at));
        event.reason.clone_from(reason);
        Numbered { entry: at as u64 + 1, of: event }
    };
    steps.iter().enumerate().map(one).collect()
}

fn replay(first: Date, steps: &[Step]) -> Result<Docket, redress_base::Refusal> {
    Docket::replay(Procedures::standard(), &dated(first, steps))
}

impl Walk {
    /// The steps of `more` that can be taken after `steps`, in their order.
    fn beside(&self, steps: &[Step], more: &[Step]) -> Vec<Step> {
        let mut all = steps.to_vec();
        for step in more {
            all.push(step.clone());
            if replay(self.first, &all).is_err() {
                all.pop();
            }
        }
        all
    }

    /// Keeps the shortest way to a place.
    fn way(&mut self, place: Place, steps: &[Step]) {
        let had = self.ways.entry(place).or_insert_with(|| steps.to_vec());
        if steps.len() < had.len() {
            *had = steps.to_vec();
        }
    }

    /// Tries every event of a procedure after these steps.
    fn explore(&mut self, procedure: &Procedure, steps: &[Step]) {
        let key = TrackKey::new(&procedure.id, "1");
        let now = replay(self.first, steps).unwrap();
        let later = self.first + jiff::Span::new().days(40 * i64::try_from(steps.len()).unwrap());
        for open in now.moves(Procedures::standard(), &key, later).open {
            let heard = open.called.iter().map(|call| call.label.en.to_string());
            self.called
                .extend(heard.map(|why| (procedure.id.clone(), open.event.clone(), why, String::new())));
        }
        for kind in &procedure.events {
            let reasons = kind.reasons.iter().map(|reason| Some(reason.id.clone()));
            let reasons: Vec<Option<String>> =
                if kind.reasons.is_empty() { vec![None] } else { reasons.collect() };
            for reason in reasons {
                let mut all = steps.to_vec();
                all.push((procedure.id.clone(), kind.id.clone(), reason.clone()));
                match replay(self.first, &all) {
                    Ok(docket) => {
                        let done = docket.track(&key).unwrap().history.last().unwrap();
                        assert!(procedure.state(&done.to).is_some(), "{}: {}", procedure.id, done.to);
                        let edge =
                            (procedure.id.clone(), done.from.clone(), done.to.clone(), kind.id.clone());
                        assert!(edges(procedure).contains(&(&*edge.1, &*edge.2, &*edge.3)), "{edge:?}");
                        let seen = format!(":{} {}", kind.id, reason.unwrap_or_default());
                        self.way((procedure.id.clone(), seen), &all);
                        self.way((procedure.id.clone(), done.to.clone()), &all);
                        self.taken.insert(edge);
                    }
                    Err(refusal) => {
                        let finding = &refusal.finding;
                        let named = finding.article.is_some() && finding.args.contains_key("cites");
                        let legal = [
                            "procedure-closed",
                            "procedure-order",
                            "procedure-track-unknown",
                            "procedure-needs-other",
                        ];
                        assert!(named && legal.contains(&finding.code.as_str()), "{all:?}: {finding:?}");
                        self.refusals += 1;
                    }
                }
            }
        }
    }

    /// The ways in other procedures that the crossings of this one ask about.
    fn asked(&self, procedure: &Procedure) -> Vec<Vec<Step>> {
        let besides = procedure.moves.iter().flat_map(|one| &one.needs);
        let besides = besides.chain(procedure.closed.iter().flat_map(|one| &one.beside));
        let besides: Vec<&Beside> = besides.chain(procedure.calls.iter().map(|one| &one.beside)).collect();
        let meant = |(other, name): &Place| {
            besides.iter().any(|beside| {
                let event = name.strip_prefix(':').and_then(|name| name.split(' ').next());
                beside.procedure == *other
                    && match event {
                        Some(event) => beside.after.iter().any(|one| one == event),
                        None => beside.states.contains(name),
                    }
            })
        };
        self.ways.iter().filter(|(place, _)| meant(place)).map(|(_, way)| way.clone()).collect()
    }
}

fn walk(first: &str) -> Walk {
    let mut walk = Walk {
        first: first.parse().unwrap(),
        taken: BTreeSet::new(),
        ways: BTreeMap::new(),
        refusals: 0,
        called: BTreeSet::new(),
    };
    let mut tried: BTreeSet<(String, Vec<Step>)> = BTreeSet::new();
    loop {
        let before = (walk.taken.len(), walk.ways.clone());
        for procedure in Procedures::standard().iter() {
            let own =
                walk.ways.iter().filter(|((id, name), _)| *id == procedure.id && !name.starts_with(':'));
            let mut own: Vec<Vec<Step>> = own.map(|(_, way)| way.clone()).collect();
            own.insert(0, Vec::new());
            let mut others = walk.asked(procedure);
            others.insert(0, Vec::new());
            for way in &own {
                for other in &others {
                    let steps = walk.beside(way, other);
                    if tried.insert((procedure.id.clone(), steps.clone())) {
                        walk.explore(procedure, &steps);
                    }
                }
            }
        }
        if before == (walk.taken.len(), walk.ways.clone()) {
            return walk;
        }
    }
}

/// Before the Guiding Opinions and the new reconsideration law nothing of theirs is closed: every edge is taken.
#[test]
fn the_walk_takes_every_edge_of_the_diagrams_and_no_other() {
    let walk = walk("2010-01-01");
    for procedure in Procedures::standard().iter() {
        for (from, to, event) in edges(procedure) {
            let edge = (procedure.id.clone(), from.to_owned(), to.to_owned(), event.to_owned());
            assert!(walk.taken.contains(&edge), "never taken: {edge:?}");
        }
        for state in &procedure.states {
            let place = (procedure.id.clone(), state.id.clone());
            assert!(
                state.id == procedure.start || walk.ways.contains_key(&place),
                "never reached: {place:?}"
            );
        }
    }
    for procedure in Procedures::standard().iter() {
        // The walk goes along one track; what another track of the same procedure calls for is heard in crossings.rs.
        let other_track =
            |call: &&Call| call.beside.procedure == procedure.id && !call.beside.after.is_empty();
        for call in procedure.calls.iter().filter(|call| !other_track(call)) {
            let heard = (procedure.id.clone(), call.event.clone(), call.label.en.to_string(), String::new());
            assert!(walk.called.contains(&heard), "never heard: {heard:?}");
        }
    }
    assert!(walk.refusals > 10_000, "{}", walk.refusals);
}

/// Under the law of today every state is still reached, and no step is left without an answer.
#[test]
fn the_walk_under_todays_law_reaches_every_state() {
    let walk = walk("2024-01-02");
    for procedure in Procedures::standard().iter() {
        for state in &procedure.states {
            let place = (procedure.id.clone(), state.id.clone());
            assert!(
                state.id == procedure.start || walk.ways.contains_key(&place),
                "never reached: {place:?}"
            );
        }
    }
}
