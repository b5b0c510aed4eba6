//! What is known of visitors beyond their sessions, and what of it has to be kept still.

use crate::Visitor;
use crate::resume::{Part, Resume};
use redress_base::{Finding, Refusal};
use std::collections::{BTreeMap, BTreeSet};

/// What is known of one visitor.
#[derive(Default)]
struct One {
    resume: Resume,
    /// What of it has changed since it was kept.
    changed: BTreeSet<Part>,
    /// Why what was kept could not be read; then it is left as it is, and nothing is kept in its place.
    unread: Option<Finding>,
}

/// What is known of every visitor who came in since the program began.
#[derive(Default)]
pub(crate) struct Known(BTreeMap<Visitor, One>);

impl Known {
    /// What a visitor goes on with.
    pub(crate) fn of(&self, visitor: &Visitor) -> Option<&Resume> {
        self.0.get(visitor).map(|one| &one.resume)
    }

    /// Goes on with what was kept of a visitor. What is not kept yet is later than that, and stays.
    pub(crate) fn resume(&mut self, visitor: Visitor, kept: Result<Resume, Refusal>) {
        if self.0.get(&visitor).is_some_and(|one| !one.changed.is_empty()) {
            return;
        }
        let (resume, unread) = match kept {
            Ok(resume) => (resume, None),
            Err(refusal) => (Resume::default(), Some(*refusal.finding)),
        };
        self.0.insert(visitor, One { resume, changed: BTreeSet::new(), unread });
    }

    /// Why what was kept of a visitor could not be read.
    pub(crate) fn unread(&self, visitor: &Visitor) -> Option<Finding> {
        self.0.get(visitor).and_then(|one| one.unread.clone())
    }

    /// What has to be kept of a visitor now, and which parts of it have changed.
    pub(crate) fn unkept(&mut self, visitor: &Visitor) -> Option<(Resume, BTreeSet<Part>)> {
        let one = self.0.get_mut(visitor).filter(|one| one.unread.is_none() && !one.changed.is_empty())?;
        Some((one.resume.clone(), std::mem::take(&mut one.changed)))
    }

    /// Keeping did not succeed: these parts have still to be kept.
    pub(crate) fn not_kept(&mut self, visitor: &Visitor, parts: BTreeSet<Part>) {
        if let Some(one) = self.0.get_mut(visitor) {
            one.changed.extend(parts);
        }
    }

    /// Changes a part of what is known of a visitor.
    pub(crate) fn change<T>(
        &mut self,
        visitor: &Visitor,
        part: Part,
        change: impl FnOnce(&mut Resume) -> T,
    ) -> T {
        let one = self.0.entry(visitor.clone()).or_default();
        one.changed.insert(part);
        change(&mut one.resume)
    }

    /// Forgets what concerns a case that this visitor is not on any more.
    pub(crate) fn forget(&mut self, visitor: &Visitor, case: &str) {
        if let Some(one) = self.0.get_mut(visitor) {
            one.resume.forget(case);
            one.changed.remove(&Some(case.to_owned()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Known;
    use crate::Visitor;
    use crate::resume::Resume;
    use redress_base::{Fault, Finding};
    use std::collections::BTreeSet;

    fn stopped(page: &str) -> Resume {
        let mut resume = Resume::default();
        resume.stopped.insert("rd-1".into(), page.into());
        resume
    }

    #[test]
    fn what_is_not_kept_yet_is_not_lost_and_what_is_kept_elsewhere_is_taken() {
        let (mut known, own) = (Known::default(), Visitor::Person("a".into()));
        known.resume(own.clone(), Ok(stopped("first")));
        known.resume(own.clone(), Ok(stopped("of another program")));
        assert_eq!(known.of(&own).unwrap().stopped["rd-1"], "of another program");
        let part = Some("rd-1".to_owned());
        known.change(&own, part.clone(), |resume| resume.stopped.insert("rd-1".into(), "here".into()));
        known.resume(own.clone(), Ok(stopped("older")));
        assert_eq!(known.of(&own).unwrap().stopped["rd-1"], "here");
        let (_, changed) = known.unkept(&own).unwrap();
        assert_eq!(changed, BTreeSet::from([part]));
        assert!(known.unkept(&own).is_none());
        // A disk that was full: the next act keeps it.
        known.not_kept(&own, changed);
        assert!(known.unkept(&own).is_some());
    }

    #[test]
    fn what_concerns_a_case_that_somebody_is_off_is_forgotten_and_not_kept() {
        let (mut known, own) = (Known::default(), Visitor::Person("a".into()));
        known.change(&own, Some("rd-1".into()), |resume| {
            resume.stopped.insert("rd-1".into(), "x".into());
            resume.answer("rd-1", "f", vec![("a".into(), "b".into())]);
        });
        known.forget(&own, "rd-1");
        assert!(known.unkept(&own).is_none());
        assert_eq!(known.of(&own), Some(&Resume::default()));
    }

    #[test]
    fn nothing_is_kept_in_the_place_of_what_cannot_be_read() {
        let (mut known, own) = (Known::default(), Visitor::Owner);
        known.resume(own.clone(), Err(Finding::error("web-resume-unreadable").refuse(Fault::Input)));
        known.change(&own, None, |resume| resume.spared = true);
        assert!(known.unread(&own).is_some() && known.unkept(&own).is_none());
    }
}
