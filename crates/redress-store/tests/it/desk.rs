//! A desk on a real case folder, and a small case to work on.

use redress_base::{Instant, Refusal, Stamp, TimeSource};
use redress_case::{Capacity, Decision, Details, Role};
use redress_store::{CaseFolder, SqliteTables};
use redress_workbench::ports::Clock;
use redress_workbench::{AddOptions, Content, Desk, Incoming, NewParty, Quiet};
use std::path::Path;

/// A clock that stands, in seconds since 1970.
pub(crate) struct Fixed(pub(crate) i64);

impl Clock for Fixed {
    fn now(&self) -> Stamp {
        Stamp { at: Instant(self.0), source: TimeSource::Declared }
    }
}

pub(crate) fn at_desk<T>(
    store: &mut CaseFolder,
    clock: &dyn Clock,
    work: impl FnOnce(&mut Desk<'_>) -> Result<T, Refusal>,
) -> Result<T, Refusal> {
    let mut desk = Desk {
        store,
        clock,
        progress: &mut Quiet,
        tables: &SqliteTables,
        software: "redress test",
        acting: None,
    };
    work(&mut desk)
}

/// Seals a paper.
pub(crate) fn seal(store: &mut CaseFolder, name: &str, bytes: &[u8]) {
    let options = AddOptions {
        clock_ahead_ms: None,
        role: Role::Paper,
        mapping: None,
        observed: None,
        source: "test".to_owned(),
        by: None,
        seal_only: true,
        keep_going: false,
        dry_run: false,
    };
    let content = Content::Bytes(bytes.to_vec());
    let mut files = std::iter::once(Ok(Incoming { name: name.to_owned(), content }));
    at_desk(store, &Fixed(1_790_000_000), |desk| desk.add(&mut files, None, &options)).unwrap();
}

/// A case with a party, a paper and a decision.
pub(crate) fn filled(path: &Path) -> CaseFolder {
    let mut store = CaseFolder::create(path, [7; 32]).unwrap();
    at_desk(&mut store, &Fixed(1_790_000_000), |desk| desk.open_case("rd-0000000000000001", "Spring", "A"))
        .unwrap();
    seal(&mut store, "paper.txt", b"a paper");
    at_desk(&mut store, &Fixed(1_790_000_100), |desk| {
        let details = Details::read([("name", "某人"), ("phone", "13800000000")])?;
        let party = NewParty { capacity: Some(Capacity::Victim), details, ..NewParty::default() };
        desk.enter_party(None, party, &[3; 32])?;
        let text = |text: &str| text.to_owned();
        let decision = Decision {
            question: text("report first?"),
            answer: text("yes"),
            reason: text("to secure evidence"),
            items: vec![],
        };
        desk.decide(None, decision)
    })
    .unwrap();
    store
}
