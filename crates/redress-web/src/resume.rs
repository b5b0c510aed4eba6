//! What outlives a session: where somebody stopped, what they answered for papers, and that they are spared words. No word
//! of a post is in it.

use redress_base::{Fault, Finding, Refusal};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Schema of the kept form.
const SCHEMA: &str = "redress/workbench/1";

/// Of which case a part is; nothing for what is of none.
pub type Part = Option<String>;

/// Answers for one paper, by their place.
pub(crate) type Answers = BTreeMap<String, String>;

/// The most places of one paper that are answered.
const MOST_ANSWERS: usize = 2_000;
/// The longest answers for one paper, all of them together, in bytes.
const LONGEST_ANSWERS: usize = 512 << 10;

/// Whether answers may be added to those that are known for a paper.
///
/// # Errors
/// `Input` where they would be more, or longer, than anybody types.
pub(crate) fn fits(known: &Answers, typed: &[(String, String)]) -> Result<(), Refusal> {
    let mut all: BTreeMap<&str, usize> =
        known.iter().map(|(path, value)| (path.as_str(), value.len())).collect();
    all.extend(typed.iter().map(|(path, value)| (path.as_str(), value.len())));
    let bytes = all.iter().fold(0usize, |sum, (path, length)| sum.saturating_add(path.len() + length));
    if all.len() <= MOST_ANSWERS && bytes <= LONGEST_ANSWERS {
        return Ok(());
    }
    let found = Finding::error("web-answers-many").with("most", MOST_ANSWERS);
    Err(found.with("kilobytes", LONGEST_ANSWERS >> 10).refuse(Fault::Input))
}

/// What is kept of one visitor: as one text, or in parts, one a case and one for what is of no case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resume {
    schema: String,
    /// The name under which their entries are made, on a computer where nobody signs in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) by: Option<String>,
    /// Where they stopped last, by case: a page of it.
    #[serde(default)]
    pub(crate) stopped: BTreeMap<String, String>,
    /// Whether somebody else reads for them, so that a session begins without an offer of words.
    #[serde(default)]
    pub(crate) spared: bool,
    /// What was answered for papers, by case and form.
    #[serde(default)]
    pub(crate) answers: BTreeMap<String, BTreeMap<String, Answers>>,
}

impl Resume {
    /// Reads the kept form; nothing kept is nothing to go on with.
    ///
    /// # Errors
    /// `Input` where it cannot be read.
    pub fn read(text: Option<&str>) -> Result<Resume, Refusal> {
        let Some(text) = text else { return Ok(Resume::default()) };
        let unreadable = |problem: &str| {
            Finding::error("web-resume-unreadable").with("problem", problem).refuse(Fault::Input)
        };
        let read: Resume = serde_json::from_str(text).map_err(|error| unreadable(&error.to_string()))?;
        // The name of the form is the text's, and no part of what is known.
        if read.schema == SCHEMA {
            Ok(Resume { schema: String::new(), ..read })
        } else {
            Err(unreadable(&read.schema))
        }
    }

    /// The part of it that is of this case, or of none; nothing where there is nothing in it.
    pub fn part(&self, of: &Part) -> Option<Resume> {
        let part = match of {
            None => Resume { spared: self.spared, by: self.by.clone(), ..Resume::default() },
            Some(case) => {
                let stopped = self.stopped.iter().filter(|one| one.0 == case);
                let answers = self.answers.iter().filter(|one| one.0 == case);
                Resume {
                    stopped: stopped.map(|(case, page)| (case.clone(), page.clone())).collect(),
                    answers: answers.map(|(case, own)| (case.clone(), own.clone())).collect(),
                    ..Resume::default()
                }
            }
        };
        (part != Resume::default()).then_some(part)
    }

    /// Adds a part. What it says of other cases than its own does not count.
    pub fn join(&mut self, of: &Part, part: Resume) {
        let Some(case) = of else {
            self.spared = part.spared;
            self.by = part.by;
            return;
        };
        let Resume { mut stopped, mut answers, .. } = part;
        self.stopped.extend(stopped.remove_entry(case));
        self.answers.extend(answers.remove_entry(case));
    }

    /// Forgets a case.
    pub(crate) fn forget(&mut self, case: &str) {
        self.stopped.remove(case);
        self.answers.remove(case);
    }

    /// The form to keep.
    ///
    /// # Errors
    /// `Storage` where it cannot be written.
    pub fn text(&self) -> Result<String, Refusal> {
        let own = Resume { schema: SCHEMA.to_owned(), ..self.clone() };
        serde_json::to_string_pretty(&own).map_err(|error| {
            Finding::error("web-nothing-done").with("problem", error.to_string()).refuse(Fault::Storage)
        })
    }

    /// What was answered for a paper so far.
    pub(crate) fn answered(&self, case: &str, form: &str) -> Answers {
        self.answers.get(case).and_then(|forms| forms.get(form)).cloned().unwrap_or_default()
    }

    /// Adds answers; an empty one takes back what was answered. Gives all of them.
    pub(crate) fn answer(&mut self, case: &str, form: &str, typed: Vec<(String, String)>) -> Answers {
        let own = self.answers.entry(case.to_owned()).or_default().entry(form.to_owned()).or_default();
        for (path, value) in typed {
            if value.is_empty() {
                own.remove(&path);
            } else {
                own.insert(path, value);
            }
        }
        own.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::Resume;

    #[test]
    fn what_is_kept_comes_back_and_what_cannot_be_read_is_told() {
        let mut resume = Resume::default();
        resume.stopped.insert("rd-1".into(), "/c/rd-1/facts".into());
        resume.answer("rd-1", "f", vec![("a".into(), "x".into()), ("b".into(), "y".into())]);
        assert_eq!(resume.answer("rd-1", "f", vec![("b".into(), String::new())]).len(), 1);
        let text = resume.text().unwrap();
        let read = Resume::read(Some(&text)).unwrap();
        assert_eq!(read, resume);
        assert_eq!(Resume::read(None).unwrap(), Resume::default());
        for bad in ["", "{}", "[]", r#"{"schema":"redress/workbench/2"}"#] {
            assert_eq!(Resume::read(Some(bad)).unwrap_err().finding.code, "web-resume-unreadable", "{bad}");
        }
    }

    #[test]
    fn parts_make_the_whole_again_and_bring_nothing_of_other_cases() {
        let mut resume = Resume { spared: true, by: Some("A".into()), ..Resume::default() };
        for case in ["rd-1", "rd-2"] {
            resume.stopped.insert(case.into(), format!("/c/{case}/facts"));
            resume.answer(case, "f", vec![("a".into(), case.into())]);
        }
        let parts = [None, Some("rd-1".to_owned()), Some("rd-2".to_owned())];
        let mut whole = Resume::default();
        for of in &parts {
            whole.join(of, resume.part(of).unwrap());
        }
        assert_eq!(whole, resume);
        assert_eq!(resume.part(&Some("rd-3".into())), None);
        let mut other = Resume::default();
        other.join(&Some("rd-1".into()), resume.clone());
        assert_eq!(other, resume.part(&Some("rd-1".into())).unwrap());
    }
}
