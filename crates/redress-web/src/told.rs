//! A finding as a page says it: in the words of whoever reads it, without commands and without the names that only programs
//! use.

use crate::call::Call;
use crate::page::naming::Naming;
use redress_base::{Arg, Finding};
use redress_case::notice_duties;
use redress_facts::Vocabulary;
use redress_law::Book;
use redress_procedure::Procedures;
use redress_words::{Language, Said};

/// Findings that quote a cell which is not what its column was said to be: it may be somebody's words, and those are shown when
/// they are asked for.
const QUOTING: [&str; 3] = ["posts-odd-time", "posts-time-without-year", "posts-odd-counter"];
/// Findings that name bodies by the words of programs.
const BODIES: [&str; 3] =
    ["workbench-notice-by-whom", "workbench-transfer-not-holder", "workbench-received-by-other"];

impl Call<'_> {
    /// A finding with its advice and its place. Papers, facts and statements are called what pages call them.
    pub(crate) fn told(&self, finding: &Finding) -> Said {
        let (mut finding, code) = (finding.clone(), finding.code.clone());
        for (name, value) in &mut finding.args {
            if let Arg::Text(text) = value
                && let Some(said) = self.plainly(&code, name, text)
            {
                *value = Arg::Text(said);
            }
        }
        self.words.finding_on_page(&finding)
    }

    /// What stands behind a name of programs, where it is one.
    fn plainly(&self, code: &str, name: &str, text: &str) -> Option<String> {
        let zh = self.words.language() == Language::ZhHans;
        match name {
            "form" => {
                let title = &redress_forms::find(text)?.text().ok()?.title;
                Some(if zh { title.zh.clone() } else { title.en.clone() })
            }
            "term" => {
                let vocabulary = Vocabulary::standard();
                let term = vocabulary.get(text)?;
                Some(if zh { term.zh.clone() } else { term.en.clone() })
            }
            "shown" if QUOTING.contains(&code) => Some("…".to_owned()),
            "by" if !BODIES.contains(&code) => Some(self.words.author(text)),
            "ids" => self.statements(text),
            "procedure" => Some(self.label(&Procedures::standard().get(text)?.label).to_owned()),
            "duty" => {
                let duty = notice_duties(Book::standard()).find(|duty| duty.id == text)?;
                Some(self.label(&duty.label).to_owned())
            }
            "field" => self.sentence(&["web-field-", "case-detail-"], text),
            "holder" | "from" | "owes" | "by" | "kind" if BODIES.contains(&code) => {
                self.sentence(&["law-body-"], text)
            }
            _ => None,
        }
    }

    /// The sentence of which a word of programs is the ending.
    fn sentence(&self, beginnings: &[&str], word: &str) -> Option<String> {
        let codes = beginnings.iter().map(|beginning| format!("{beginning}{word}"));
        codes.filter(|code| self.words.has(code)).map(|code| self.text(&code)).next()
    }

    /// A list of statements and parties by their names; the parties are known by their numbers on every page.
    fn statements(&self, list: &str) -> Option<String> {
        let known = |id: &str| id.starts_with("st-") || id.starts_with("post:");
        if self.case().is_empty() || !list.split(", ").any(known) {
            return None;
        }
        let loaded = self.loaded().ok()?;
        let names = Naming::of(self, &loaded);
        let say = |id: &str| if known(id) { names.name(self, id) } else { id.to_owned() };
        Some(list.split(", ").map(say).collect::<Vec<_>>().join(self.comma()))
    }

    /// What stands between the names of a list.
    const fn comma(&self) -> &'static str {
        match self.words.language() {
            Language::ZhHans => "、",
            Language::En => ", ",
        }
    }
}
