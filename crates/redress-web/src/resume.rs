//! What outlives a session: where somebody stopped, what they answered for papers, and that they are spared words. No word
//! of a post is in it.

use redress_base::{Fault, Finding, Refusal};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Schema of the kept form.
const SCHEMA: &str = "redress/workbench/1";

/// Answers for one paper, by their place.
pub(crate) type Answers = BTreeMap<String, String>;

/// What is kept of one visitor.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Resume {
    schema: String,
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
    pub(crate) fn read(text: Option<&str>) -> Result<Resume, Refusal> {
        let Some(text) = text else { return Ok(Resume::default()) };
        let unreadable = |problem: &str| {
            Finding::error("web-resume-unreadable").with("problem", problem).refuse(Fault::Input)
        };
        let read: Resume = serde_json::from_str(text).map_err(|error| unreadable(&error.to_string()))?;
        if read.schema == SCHEMA { Ok(read) } else { Err(unreadable(&read.schema)) }
    }

    /// The form to keep.
    ///
    /// # Errors
    /// `Storage` where it cannot be written.
    pub(crate) fn text(&self) -> Result<String, Refusal> {
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
        assert_eq!((read.stopped, read.answers), (resume.stopped, resume.answers));
        assert_eq!(Resume::read(None).unwrap(), Resume::default());
        for bad in ["", "{}", "[]", r#"{"schema":"redress/workbench/2"}"#] {
            assert_eq!(Resume::read(Some(bad)).unwrap_err().finding.code, "web-resume-unreadable", "{bad}");
        }
    }
}
