//! Steps of procedures: recorded when the law lets them follow, refused with the article otherwise.

use crate::Desk;
use crate::desk::Draft;
use redress_base::{Fault, Finding, ItemId, Refusal};
use redress_case::{State, What};
use redress_procedure::{Admitted, Docket, Event, Numbered, Procedures, says_who_acted};

impl Desk<'_> {
    /// Records one step; gives the number of its entry and the docket with it.
    ///
    /// # Errors
    /// Whatever [`Docket::admit`] refuses, with the article; `Usage` where it does not say which of several bodies acted, or
    /// where the paper is not in the case. Nothing is changed then.
    pub fn step(
        &mut self,
        by: Option<&str>,
        event: Event,
        paper: Option<ItemId>,
    ) -> Result<(u64, Admitted), Refusal> {
        says_who_acted(Procedures::standard(), &event)?;
        event.body.iter().try_for_each(|body| crate::record::office_name(&body.name))?;
        let mut draft = self.draft(by)?;
        let state = draft.state()?;
        if let Some(missing) = paper.filter(|item| !state.items.contains_key(item)) {
            let found = Finding::error("workbench-source-unknown").with("item", missing.to_string());
            return Err(found.refuse(Fault::Usage));
        }
        let admitted = self.step_into(&mut draft, event, paper)?;
        self.commit(draft)?;
        Ok((admitted.done.entry, admitted))
    }

    /// Adds a step to a draft, where the law lets it follow.
    pub(crate) fn step_into(
        &self,
        draft: &mut Draft,
        event: Event,
        paper: Option<ItemId>,
    ) -> Result<Admitted, Refusal> {
        let state = draft.state()?;
        let new = Numbered { entry: state.entries.saturating_add(1), of: event };
        let admitted = Docket::admit(Procedures::standard(), &state.events(), &new, self.today()?)?;
        draft.add(What::Happened { event: admitted.done.event.clone(), paper })?;
        Ok(admitted)
    }
}

/// The docket of a case: every track that has begun.
///
/// # Errors
/// Where the steps on file do not replay under the procedures of this program.
pub fn docket(state: &State) -> Result<Docket, Refusal> {
    Docket::replay(Procedures::standard(), &state.events())
}
