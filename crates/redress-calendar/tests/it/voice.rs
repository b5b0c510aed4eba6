//! The sentences of both languages, for what the room leaves to its caller.

use redress_base::{Article, Date, Finding};
use redress_calendar::ics::Voice;
use redress_law::Label;
use redress_words::{Language, Words};

pub(crate) struct Spoken {
    words: Words,
}

impl Spoken {
    pub(crate) fn new(language: Language) -> Spoken {
        Spoken { words: Words::new(language) }
    }
}

impl Voice for Spoken {
    fn say(&self, finding: &Finding) -> String {
        self.words.finding(finding).sentence
    }

    fn article(&self, article: &Article) -> String {
        self.words.article(article)
    }

    fn day(&self, day: Date) -> String {
        self.words.date(day)
    }

    fn label(&self, label: &Label) -> String {
        match self.words.language() {
            Language::ZhHans => label.zh.to_string(),
            Language::En => label.en.to_string(),
        }
    }
}

/// A voice that says the arguments alone, for texts that are compared.
pub(crate) struct Plain;

impl Voice for Plain {
    fn say(&self, finding: &Finding) -> String {
        match (finding.args.get("cover"), finding.args.get("title")) {
            (Some(redress_base::Arg::Text(cover)), Some(redress_base::Arg::Text(title))) => {
                format!("{cover}{title}")
            }
            _ => finding.code.clone(),
        }
    }

    fn article(&self, article: &Article) -> String {
        article.to_string()
    }

    fn day(&self, day: Date) -> String {
        day.to_string()
    }

    fn label(&self, label: &Label) -> String {
        label.zh.to_string()
    }
}
