//! Measures and assesses a case.

use crate::Desk;
use crate::material::{FromStore, Material, material};
use redress_analysis::{Params, Statements, statements};
use redress_base::{Date, Refusal};
use redress_case::{CaseResult, Due, Input, State, What, assemble_with_due};
use redress_evidence::{canonical, hash};
use redress_facts::{Sheet, Vocabulary};
use redress_law::Book;

/// A result together with the material it was made from.
#[derive(Debug)]
pub struct Assessed {
    /// The result.
    pub result: CaseResult,
    /// The posts, for whoever shows excerpts that were asked for.
    pub material: Material,
    /// Posts that say the same, with the parameters of the result.
    pub statements: Statements,
    /// Time limits and duties on the same facts and answers.
    pub due: Due,
    /// The state of the case.
    pub state: State,
}

/// What the file establishes, as a sheet of facts: every claim that the result relies on.
pub fn facts_of(result: &CaseResult) -> Sheet {
    let mut sheet = Sheet::new();
    for row in &result.facts {
        row.claims.iter().for_each(|claim| sheet.add(row.scope.clone(), &row.term, claim.clone()));
    }
    sheet
}

impl Desk<'_> {
    /// Computes the result of the case as it is; changes nothing.
    ///
    /// # Errors
    /// Whatever the store or a reader refuses.
    pub fn compute(
        &mut self,
        book: &Book,
        words: &Vocabulary,
        today: Option<Date>,
    ) -> Result<Assessed, Refusal> {
        let (_, state) = self.state()?;
        let material = material(&state, &FromStore(&*self.store), self.tables, self.progress)?;
        self.check_stop()?;
        self.progress.begin("workbench-stage-assessing", None);
        let now = self.clock.now();
        let today = today.or_else(|| now.at.beijing_date()).unwrap_or(Date::MAX);
        let params = Params::default();
        let statements = statements(&material.corpus, &params);
        self.check_stop()?;
        let (result, due) = assemble_with_due(&Input {
            state: &state,
            corpus: &material.corpus,
            statements: &statements,
            reports: &material.reports,
            book,
            vocabulary: words,
            params: &params,
            now,
            today,
            software: self.software,
        })?;
        self.progress.end();
        Ok(Assessed { result, material, statements, due, state })
    }

    /// Computes the result and records in the ledger that it was computed.
    ///
    /// # Errors
    /// As [`Desk::compute`].
    pub fn assess(
        &mut self,
        book: &Book,
        words: &Vocabulary,
        by: Option<&str>,
        today: Option<Date>,
    ) -> Result<Assessed, Refusal> {
        let assessed = self.compute(book, words, today)?;
        let (ledger, _) = self.state()?;
        let happened = What::Assessed {
            result: hash::digests(&canonical::to_vec(&assessed.result)?).sha256,
            today: assessed.result.today,
            law: assessed.result.law.digest.clone(),
        };
        let author = self.author(&ledger, by);
        self.append(&ledger, &author, vec![happened])?;
        Ok(assessed)
    }
}
