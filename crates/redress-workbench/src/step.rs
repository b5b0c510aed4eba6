//! Steps of procedures: recorded when the law lets them follow, refused with the article otherwise.

use crate::Desk;
use redress_base::{Fault, Finding, ItemId, Refusal};
use redress_case::{State, What};
use redress_procedure::{Admitted, Docket, Event, Numbered, Procedures};

impl Desk<'_> {
    /// Records one step; gives the number of its entry and the docket with it.
    ///
    /// # Errors
    /// Whatever [`Docket::admit`] refuses, with the article; `Usage` where the paper is not in the case. Nothing is
    /// changed then.
    pub fn step(
        &mut self,
        by: Option<&str>,
        event: Event,
        paper: Option<ItemId>,
    ) -> Result<(u64, Admitted), Refusal> {
        let (ledger, state) = self.state()?;
        if let Some(missing) = paper.filter(|item| !state.items.contains_key(item)) {
            let found = Finding::error("workbench-source-unknown").with("item", missing.to_string());
            return Err(found.refuse(Fault::Usage));
        }
        let entry = state.entries.saturating_add(1);
        let new = Numbered { entry, of: event };
        let admitted = Docket::admit(Procedures::standard(), &state.events(), &new, self.today()?)?;
        let author = Desk::author(&ledger, by);
        let event = admitted.done.event.clone();
        self.append(&ledger, &author, vec![What::Happened { event, paper }])?;
        Ok((entry, admitted))
    }
}

/// The docket of a case: every track that has begun.
///
/// # Errors
/// Where the steps on file do not replay under the procedures of this program.
pub fn docket(state: &State) -> Result<Docket, Refusal> {
    Docket::replay(Procedures::standard(), &state.events())
}
