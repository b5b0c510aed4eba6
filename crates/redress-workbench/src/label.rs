//! Posts under labels of a person's own: to sort a long list, to hand a part of it to somebody who reads.

use crate::Desk;
use crate::record::{DIGITS_OF_A_PERSON, text};
use redress_base::{Fault, Finding, Refusal};
use redress_case::{Labelling, What};
use redress_posts::Corpus;
use std::collections::BTreeSet;

/// The longest label, in characters.
const LONGEST: usize = 40;
/// The most posts of one entry.
const MOST: usize = 20_000;

impl Desk<'_> {
    /// Puts posts of the case under a label or takes them out; gives the number of the entry. Posts that stand so already
    /// are left out of it.
    ///
    /// # Errors
    /// `Usage` for a label that does not fit, a post that is not in the case, or where everything stands so already.
    pub fn label(
        &mut self,
        by: Option<&str>,
        corpus: &Corpus,
        labelling: &Labelling,
    ) -> Result<u64, Refusal> {
        let label = fits(&labelling.label)?;
        if let Some(unknown) = labelling.posts.iter().find(|post| corpus.find(post).is_none()) {
            let found = Finding::error("workbench-label-post").with("post", unknown.as_str());
            return Err(found.refuse(Fault::Usage));
        }
        let (_, state) = self.state()?;
        let labels = state.labels();
        let under = |post: &str| labels.get(label.as_str()).is_some_and(|posts| posts.contains(post));
        let wanted: BTreeSet<&String> = labelling.posts.iter().collect();
        let posts: Vec<String> =
            wanted.into_iter().filter(|post| under(post) != labelling.set).cloned().collect();
        if posts.is_empty() {
            let found = Finding::error("workbench-label-stands").with("label", label.as_str());
            return Err(found.refuse(Fault::Usage));
        }
        if posts.len() > MOST {
            let found = Finding::error("workbench-label-many").with("most", MOST);
            return Err(found.refuse(Fault::Usage));
        }
        self.enter(by, What::Labelled { labelling: Labelling { label, posts, set: labelling.set } })
    }
}

/// A label goes into the ledger, and wherever that goes: one short line, and nothing in it that looks like the number or
/// the mail address of a person.
fn fits(typed: &str) -> Result<String, Refusal> {
    let label = text("label", typed)?;
    let digits =
        label.split(|c: char| !c.is_numeric()).map(|run| run.chars().count()).max().unwrap_or_default();
    let personal = digits >= DIGITS_OF_A_PERSON || label.contains(['@', '＠']);
    if label.chars().count() > LONGEST || label.contains('\n') || personal {
        let found = Finding::error("workbench-label-unfit").with("label", typed);
        return Err(found.with("most", LONGEST).refuse(Fault::Usage));
    }
    Ok(label)
}
