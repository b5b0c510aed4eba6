//! Measures and assesses a case.

use crate::Desk;
use crate::material::{FromStore, Material, material_as_it_comes};
use redress_analysis::{Gathered, Params, Statements, Words};
use redress_base::{Date, ItemId, Refusal};
use redress_case::{CaseResult, Due, Input, State, What, assemble_with_due};
use redress_evidence::{canonical, hash};
use redress_facts::{Sheet, Vocabulary};
use redress_law::Book;
use redress_posts::{Corpus, ReaderReport};
use std::collections::BTreeMap;
use std::sync::mpsc::channel;

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

/// The posts of a case, as they were read.
#[derive(Clone, Copy, Debug)]
pub struct Posts<'p> {
    /// The posts.
    pub corpus: &'p Corpus,
    /// What the readers counted, by item.
    pub reports: &'p BTreeMap<ItemId, ReaderReport>,
    /// Which of them say the same.
    pub statements: &'p Statements,
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
        let (material, statements) = self.read(&state)?;
        let posts = Posts { corpus: &material.corpus, reports: &material.reports, statements: &statements };
        let (result, due) = self.compute_on(&state, posts, book, words, today)?;
        Ok(Assessed { result, material, statements, due, state })
    }

    /// Reads the posts of a case, and which of them say the same. The words of what was read are compared with each other on
    /// a thread of their own while the reading goes on.
    ///
    /// # Errors
    /// Whatever the store or a reader refuses.
    pub fn read(&mut self, state: &State) -> Result<(Material, Statements), Refusal> {
        let (send, receive) = channel::<Words>();
        let (material, gathered) = std::thread::scope(|scope| {
            let gathering = scope.spawn(move || {
                let mut gathered = Gathered::new(&Params::default());
                receive.iter().for_each(|words| gathered.take(&words));
                gathered
            });
            let mut known = 0;
            let mut more = |corpus: &Corpus| {
                // The other side ends only after this one.
                let _ = send.send(Words::of(corpus, known));
                known = corpus.posts().len();
            };
            let sealed = FromStore(&*self.store);
            let material = material_as_it_comes(state, &sealed, self.tables, self.progress, &mut more);
            drop(send);
            // A panic over there goes on here, as if it had been made here.
            (material, gathering.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
        });
        let material = material?;
        self.check_stop()?;
        let statements = gathered.statements(&material.corpus);
        self.check_stop()?;
        Ok((material, statements))
    }

    /// The result and the dates on posts that were read before: most of what people enter changes no post.
    ///
    /// # Errors
    /// Whatever the assembly of the result refuses.
    pub fn compute_on(
        &mut self,
        state: &State,
        posts: Posts<'_>,
        book: &Book,
        words: &Vocabulary,
        today: Option<Date>,
    ) -> Result<(CaseResult, Due), Refusal> {
        self.progress.begin("workbench-stage-assessing", None);
        let now = self.clock.now();
        let today = today.or_else(|| now.at.beijing_date()).unwrap_or(Date::MAX);
        let made = assemble_with_due(&Input {
            state,
            corpus: posts.corpus,
            statements: posts.statements,
            reports: posts.reports,
            book,
            vocabulary: words,
            params: &Params::default(),
            now,
            today,
            software: self.software,
        })?;
        self.progress.end();
        Ok(made)
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
