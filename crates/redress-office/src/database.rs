//! The way to the database: who may be spoken to in the clear, and how every session is set.

use crate::config::DatabasePlace;
use crate::fault;
use crate::tls::DatabaseTls;
use postgres::config::{Host, SslMode};
use postgres::{Client, Config, NoTls};
use redress_base::{Fault, Finding, Refusal};
use redress_rights::AccountName;
use std::net::IpAddr;
use std::time::Duration;

/// The oldest PostgreSQL that is served (`server_version_num`).
const OLDEST: i32 = 150_000;

/// What every session is set to, whatever the server's or the role's settings say. A commit is
/// acknowledged when it is on the server's disk; nothing is found by a search path; nobody waits for ever.
const SESSION: &str = "SET synchronous_commit = on; SET search_path = pg_catalog, pg_temp; \
    SET default_transaction_isolation = 'read committed'; SET lock_timeout = '10s'; \
    SET idle_in_transaction_session_timeout = '60s'; SET statement_timeout = '600s'; \
    SET client_min_messages = warning";

/// Opens connections to one database.
pub(crate) struct Door {
    config: Config,
    tls: Option<DatabaseTls>,
    acting: Acting,
}

/// For whom a session works; the database shows its rows accordingly (`0002_people.sql`).
#[derive(Clone)]
enum Acting {
    /// For the office as a whole.
    Steward,
    /// For one account: the cases that it is on.
    Account(AccountName),
}

/// One connection, and what tells it apart from every other one of this server.
pub(crate) struct Session {
    pub(crate) client: Client,
    pub(crate) backend: Backend,
}

/// A server process: its number may be given out again, so the time of its start belongs to it.
#[derive(Clone)]
pub(crate) struct Backend {
    pub(crate) pid: i32,
    pub(crate) started: String,
}

/// Refuses a place that could not be spoken to safely. Nothing of the address is told: it may hold a password.
pub(crate) fn check(place: &DatabasePlace) -> Result<(), Refusal> {
    configured(place).map(drop)
}

/// The settings of the connection, and whether it has to be encrypted.
fn configured(place: &DatabasePlace) -> Result<(Config, bool), Refusal> {
    let refuse = |finding: Finding| finding.refuse(Fault::Usage);
    let mut config: Config =
        place.url.parse().map_err(|_| refuse(Finding::error("office-database-address")))?;
    if config.get_password().is_some() {
        return Err(refuse(Finding::error("office-secret-in-config")));
    }
    if config.get_hosts().is_empty() && config.get_hostaddrs().is_empty() {
        return Err(refuse(Finding::error("office-database-address")));
    }
    let encrypted = match (near(&config), config.get_ssl_mode()) {
        (false, SslMode::Disable) => return Err(refuse(Finding::error("office-database-plain"))),
        (near, mode) => !near || mode == SslMode::Require,
    };
    config.ssl_mode(if encrypted { SslMode::Require } else { SslMode::Disable });
    if let Some(password) = &place.password {
        config.password(password.reveal());
    }
    config
        .application_name("redress")
        .connect_timeout(Duration::from_secs(10))
        .keepalives_idle(Duration::from_secs(30))
        .tcp_user_timeout(Duration::from_secs(30));
    Ok((config, encrypted))
}

/// Whether every address is on this machine. An address given beside a name is the one that is used.
fn near(config: &Config) -> bool {
    let by_name = |host: &Host| match host {
        Host::Unix(_) => true,
        Host::Tcp(name) => name == "localhost" || name.parse().is_ok_and(|at: IpAddr| at.is_loopback()),
    };
    config.get_hostaddrs().iter().all(IpAddr::is_loopback)
        && (!config.get_hostaddrs().is_empty() || config.get_hosts().iter().all(by_name))
}

impl Door {
    pub(crate) fn to(place: &DatabasePlace) -> Result<Door, Refusal> {
        let (config, encrypted) = configured(place)?;
        let tls = encrypted.then(|| DatabaseTls::new(place.ca.as_deref())).transpose()?;
        Ok(Door { config, tls, acting: Acting::Steward })
    }

    /// The same door for somebody: through it only the cases of that account are seen.
    pub(crate) fn acting_for(&self, account: &AccountName) -> Door {
        let acting = Acting::Account(account.clone());
        Door { config: self.config.clone(), tls: self.tls.clone(), acting }
    }

    /// A new session, set and known. `write` lets it write.
    pub(crate) fn session(&self, write: bool) -> Result<Session, Refusal> {
        let connected = match &self.tls {
            Some(tls) => self.config.connect(tls.clone()),
            None => self.config.connect(NoTls),
        };
        let mut client = connected.map_err(|error| fault::connecting(&error))?;
        let failed = |error: postgres::Error| fault::database(&error);
        client.batch_execute(SESSION).map_err(failed)?;
        self.act(&mut client)?;
        if !write {
            client.batch_execute("SET default_transaction_read_only = on").map_err(failed)?;
        }
        let known = client.query_one(
            "SELECT pid, extract(epoch FROM backend_start)::text FROM pg_stat_activity \
             WHERE pid = pg_backend_pid()",
            &[],
        );
        let known = known.map_err(failed)?;
        let backend =
            Backend { pid: known.try_get(0).map_err(failed)?, started: known.try_get(1).map_err(failed)? };
        Ok(Session { client, backend })
    }
}

impl Door {
    /// Tells the database for whom the session works.
    fn act(&self, client: &mut Client) -> Result<(), Refusal> {
        let failed = |error: postgres::Error| fault::database(&error);
        let Acting::Account(account) = &self.acting else {
            return client.batch_execute("SET redress.steward = 'on'").map_err(failed);
        };
        let sql = "SELECT set_config('redress.account', $1, false) IS NULL OR rolsuper OR rolbypassrls \
                   FROM pg_roles WHERE rolname = current_user";
        let row = client.query_one(sql, &[&account.as_str()]).map_err(failed)?;
        if row.try_get(0).map_err(failed)? {
            return Err(Finding::error("office-role-passes-walls").refuse(Fault::Usage));
        }
        Ok(())
    }
}

/// Refuses a server that would not keep what it acknowledges, or cannot hold every text.
pub(crate) fn check_server(client: &mut Client) -> Result<(), Refusal> {
    let failed = |error: postgres::Error| fault::database(&error);
    let row = client
        .query_one(
            "SELECT current_setting('server_version_num')::int, current_setting('server_encoding'), \
             current_setting('fsync'), current_setting('full_page_writes')",
            &[],
        )
        .map_err(failed)?;
    let version: i32 = row.try_get(0).map_err(failed)?;
    if version < OLDEST {
        let finding = Finding::error("office-server-old").with("found", i64::from(version / 10_000));
        return Err(finding.refuse(Fault::Usage));
    }
    for (at, name, wanted) in
        [(1, "server_encoding", "UTF8"), (2, "fsync", "on"), (3, "full_page_writes", "on")]
    {
        let found: String = row.try_get(at).map_err(failed)?;
        if found != wanted {
            let finding = Finding::error("office-server-unsafe").with("setting", name);
            return Err(finding.with("wanted", wanted).refuse(Fault::Usage));
        }
    }
    Ok(())
}
