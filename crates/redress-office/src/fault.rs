//! What the database says, as one refusal each. Details of rows are left out: they may quote what is kept.

use postgres::Error;
use postgres::error::SqlState;
use redress_base::{Fault, Finding, Refusal};

/// Whether the connection is gone, so that nobody knows what became of a request under way.
pub(crate) fn lost(error: &Error) -> bool {
    let Some(said) = error.as_db_error() else { return true };
    let code = said.code().code();
    code.starts_with("08") || code.starts_with("57P")
}

/// A refusal by the database, or a connection that broke.
pub(crate) fn database(error: &Error) -> Refusal {
    let Some(said) = error.as_db_error() else {
        return Finding::error("office-database-lost").refuse(Fault::Storage);
    };
    if lost(error) {
        return Finding::error("office-database-lost").refuse(Fault::Storage);
    }
    let finding = match said.code() {
        &SqlState::DISK_FULL => Finding::error("office-database-full"),
        &SqlState::LOCK_NOT_AVAILABLE
        | &SqlState::T_R_SERIALIZATION_FAILURE
        | &SqlState::T_R_DEADLOCK_DETECTED => {
            return redress_store::busy();
        }
        &SqlState::READ_ONLY_SQL_TRANSACTION => Finding::error("office-read-only"),
        &SqlState::INSUFFICIENT_PRIVILEGE => Finding::error("office-database-rights"),
        code => {
            let finding = Finding::error("office-database-refused").with("problem", said.message());
            finding.with("state", code.code())
        }
    };
    finding.refuse(Fault::Storage)
}

/// A connection that did not come about.
pub(crate) fn connecting(error: &Error) -> Refusal {
    let finding = match error.as_db_error() {
        Some(said) if said.code().code().starts_with("28") => Finding::error("office-database-login"),
        Some(said) if said.code() == &SqlState::INVALID_CATALOG_NAME => {
            Finding::error("office-database-none")
        }
        Some(said) => {
            let finding = Finding::error("office-database-refused").with("problem", said.message());
            finding.with("state", said.code().code())
        }
        None => {
            // The outer words say at which step, the inner ones why: a name, a certificate, a refused port.
            let inner = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
            Finding::error("office-database-unreachable").with("problem", format!("{error} {inner}"))
        }
    };
    finding.refuse(Fault::Storage)
}
