//! An office with people, for a test: a database role that the walls bind, a clock, and a few accounts.

use crate::support::{Bytes, Room, bare_room};
use redress_base::{Instant, Refusal, Stamp, TimeSource};
use redress_office::{Office, OfficeConfig, OfficeRoster};
use redress_rights::{AccountName, Cost, Password, Role, Scope, hash_at};
use redress_workbench::{Clock, NewMember, Person, Reception};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

pub(crate) const PASSWORD: &str = "three old boats at noon";
pub(crate) const SALT: [u8; 16] = *b"redress-salt-16!";

/// The server's clock is this machine's; so is this.
pub(crate) struct Now(pub(crate) i64);

impl Clock for Now {
    fn now(&self) -> Stamp {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
        Stamp { at: Instant(i64::try_from(now).unwrap() + self.0), source: TimeSource::SystemClock }
    }
}

pub(crate) struct Front {
    pub(crate) room: Room,
    pub(crate) office: Office,
    pub(crate) roster: OfficeRoster,
    pub(crate) clock: Now,
    keeper: Option<Person>,
}

/// An office that is set up and used by a plain database role, with its keeper `keeper`.
pub(crate) fn front(test: &str) -> Option<Front> {
    let room = bare_room(test, Bytes::Disk)?;
    let mut admin = room.admin();
    let database = &room.database;
    admin
        .batch_execute(&format!(
            "CREATE ROLE plain_{database} LOGIN; ALTER DATABASE {database} OWNER TO plain_{database}"
        ))
        .unwrap();
    let config = config(&room, &format!("plain_{database}"));
    Office::init(&config).unwrap();
    let office = Office::open(&config).unwrap();
    let roster = office.roster();
    let mut front = Front { room, office, roster, clock: Now(0), keeper: None };
    front.keeper = Some(front.reception().first_keeper("keeper", PASSWORD, &SALT).unwrap());
    Some(front)
}

/// The office's configuration for another role of the database.
pub(crate) fn config(room: &Room, user: &str) -> OfficeConfig {
    let (socket, port) = (room.cluster.socket().display(), room.cluster.port);
    let url = format!("host={socket} port={port} user={user} dbname={}", room.database);
    let path: PathBuf = room.folder.path().join(format!("{user}.toml"));
    std::fs::write(&path, format!("[database]\nurl = '{url}'\n[objects]\nfolder = 'objects'\n")).unwrap();
    OfficeConfig::read(&path).unwrap()
}

/// What a refusal says: everything that a person could see of it.
pub(crate) fn told<T: std::fmt::Debug>(
    refused: Result<T, Refusal>,
) -> (redress_base::Fault, redress_base::Finding) {
    let refusal = refused.unwrap_err();
    (refusal.fault, *refusal.finding)
}

pub(crate) fn code<T: std::fmt::Debug>(refused: Result<T, Refusal>) -> String {
    refused.unwrap_err().finding.code
}

impl Front {
    pub(crate) fn reception(&mut self) -> Reception<'_> {
        Reception { roster: &mut self.roster, clock: &self.clock }
    }

    pub(crate) fn sign_in(&mut self, name: &str) -> Person {
        self.reception().sign_in(name, PASSWORD, &SALT).unwrap()
    }

    /// An account that holds these roles, signed in.
    pub(crate) fn person(&mut self, name: &str, holds: &[Role]) -> Person {
        let keeper = self.keeper.clone().unwrap();
        let holds: BTreeSet<Role> = holds.iter().copied().collect();
        self.reception().add_account(&keeper, name, holds, PASSWORD, &SALT).unwrap();
        self.sign_in(name)
    }

    /// A case that `person` opened as `role`.
    pub(crate) fn case(&mut self, person: &Person, case_id: &str, role: Role) {
        let opening = self.reception().opening(person, case_id, role).unwrap();
        self.office.open_case(&opening, [7; 32]).unwrap();
    }

    pub(crate) fn add(
        &mut self,
        by: &Person,
        case_id: &str,
        account: &str,
        role: Role,
    ) -> Result<(), Refusal> {
        let new = NewMember { account: account.into(), role, scope: Scope::Whole, until: None };
        self.reception().add_member(by, case_id, new).map(drop)
    }

    /// Counts rows around everything of ours.
    pub(crate) fn count(&self, sql: &str) -> i64 {
        self.room.admin().query_one(sql, &[]).unwrap().get(0)
    }
}

/// A hash of [`PASSWORD`] that is weaker than today's.
pub(crate) fn cheap_hash() -> String {
    let cost = Cost { memory: 19 * 1024, passes: 1, lanes: 1 };
    hash_at(&Password::typed(PASSWORD).unwrap(), &SALT, cost).unwrap()
}

pub(crate) fn name(text: &str) -> AccountName {
    AccountName::parse(text).unwrap()
}
