//! What this computer does for the pages: it sets papers, gives randomness and the time, and asks an authority for its owner.

use crate::chance::random;
use crate::clock::SystemClock;
use crate::commands::SOFTWARE;
use crate::typesetting::Press;
use redress_base::{Refusal, Stamp};
use redress_posts::TableOpener;
use redress_store::SqliteTables;
use redress_timestamp::Query;
use redress_web::{Authority, Means};
use redress_workbench::{Clock as _, Typesetter};

/// This computer.
pub(crate) struct ThisComputer;

impl Means for ThisComputer {
    fn typesetter(&self) -> Result<Box<dyn Typesetter>, Refusal> {
        Ok(Box::new(Press::new(&[], true)?))
    }

    fn random(&self) -> Result<[u8; 32], Refusal> {
        random()
    }

    fn now(&self) -> Stamp {
        SystemClock.now()
    }

    fn tables(&self) -> &dyn TableOpener {
        &SqliteTables
    }

    fn software(&self) -> &'static str {
        SOFTWARE
    }
}

impl Authority for ThisComputer {
    fn reaches(&self, address: &str) -> Result<(), Refusal> {
        crate::commands::reaches_authority(address)
    }

    fn ask(&self, address: &str, question: &Query) -> Result<Vec<u8>, Refusal> {
        crate::commands::ask_authority(address, question)
    }
}
