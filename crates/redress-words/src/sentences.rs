//! Sentences by code (Project Fluent).

use crate::{Language, safe_text};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use redress_base::{Arg, Finding, Place, Span};
use std::sync::OnceLock;

include!(concat!(env!("OUT_DIR"), "/locales.rs"));

/// The name under which a case is begun where nobody gave one.
const UNNAMED: &str = "complainant";

/// The sentences of one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

/// A finding as a person reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What was noticed.
    pub sentence: String,
    /// What to do about it.
    pub advice: Option<String>,
    /// Where.
    pub place: Option<String>,
}

impl Words {
    /// Who made an entry, as a person reads it. Where nobody gave a name, a case is begun under a word of the program's own,
    /// and a body that receives one signs with the word for what it is (`police`).
    pub fn author(&self, by: &str) -> String {
        if by == UNNAMED {
            return self.say("base-author-unnamed", &[]);
        }
        let body = format!("law-body-{by}");
        let word = by.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        if word && self.has(&body) { self.say(&body, &[]) } else { safe_text(by) }
    }

    /// The sentences of a language, read once for the whole program: reading them takes milliseconds, and a paper says
    /// thousands of days.
    pub fn of(language: Language) -> &'static Words {
        static ZH: OnceLock<Words> = OnceLock::new();
        static ENGLISH: OnceLock<Words> = OnceLock::new();
        let place = match language {
            Language::ZhHans => &ZH,
            Language::En => &ENGLISH,
        };
        place.get_or_init(|| Words::new(language))
    }

    /// The sentences of that language.
    pub fn new(language: Language) -> Words {
        let files = match language {
            Language::ZhHans => ZH_HANS,
            Language::En => EN,
        };
        let tag: unic_langid::LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(grouped));
        for (_, text) in files {
            // A file with a broken entry still gives its other entries; the house test names broken ones.
            let resource = match FluentResource::try_new((*text).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Words { language, bundle }
    }

    /// The language.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Whether there is a sentence of that code.
    pub fn has(&self, code: &str) -> bool {
        self.bundle.get_message(code).is_some_and(|message| message.value().is_some())
    }

    /// The sentence of a code; `⟦code⟧` where there is none. Text arguments are made safe.
    pub fn say(&self, code: &str, args: &[(&str, Arg)]) -> String {
        self.pattern(code, None, args).unwrap_or_else(|| format!("⟦{code}⟧"))
    }

    /// What to do about a code, where its sentence says so.
    pub fn advice(&self, code: &str, args: &[(&str, Arg)]) -> Option<String> {
        self.pattern(code, Some("advice"), args)
    }

    /// A finding with its advice and its place. `$where` is the place; `$cites` is a list of articles, which is
    /// said by their names; an argument that comes in two languages (`event-zh`, `event-en`) is also said as
    /// `event`, in this one.
    pub fn finding(&self, finding: &Finding) -> Said {
        let args = self.arguments(finding);
        let (sentence, advice) = (self.say(&finding.code, &args), self.advice(&finding.code, &args));
        Said { sentence, advice, place: place(finding) }
    }

    /// The same for somebody who reads it on a page and never opens a terminal: `.web` and `.web-advice` where the sentence
    /// and its advice speak of commands.
    pub fn finding_on_page(&self, finding: &Finding) -> Said {
        let place = finding.span.as_ref().map(|span| self.spot(span)).or_else(|| place(finding));
        let mut args = self.arguments(finding);
        args.push(("where", Arg::Text(place.clone().unwrap_or_default())));
        let own = |attribute| self.pattern(&finding.code, Some(attribute), &args);
        let said = Said {
            sentence: own("web").unwrap_or_else(|| self.say(&finding.code, &args)),
            advice: own("web-advice").or_else(|| self.advice(&finding.code, &args)),
            place,
        };
        of_file(finding, said)
    }

    /// A place in an item as a person finds it: which row, or from which byte on.
    fn spot(&self, span: &Span) -> String {
        let item = ("item", Arg::from(span.item.to_string()));
        match &span.place {
            Place::Whole => span.item.to_string(),
            Place::Bytes { start, .. } => self.say("base-place-byte", &[item, ("byte", (*start).into())]),
            Place::Row { row, .. } => self.say("base-place-row", &[item, ("row", (*row).into())]),
            Place::Record { table, rowid, .. } => self.say(
                "base-place-record",
                &[item, ("table", table.as_str().into()), ("row", (*rowid).into())],
            ),
        }
    }

    fn arguments<'f>(&self, finding: &'f Finding) -> Vec<(&'f str, Arg)> {
        let mut args: Vec<(&str, Arg)> =
            finding.args.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
        let ending = match self.language {
            Language::ZhHans => "-zh",
            Language::En => "-en",
        };
        let own = finding.args.iter().filter_map(|(name, value)| Some((name.strip_suffix(ending)?, value)));
        args.extend(own.map(|(name, value)| (name, value.clone())));
        if let Some(Arg::Text(cites)) = finding.args.get("cites") {
            args.push(("cites", Arg::Text(self.articles(cites))));
        }
        args.push(("where", Arg::Text(place(finding).unwrap_or_default())));
        args
    }

    /// A finding as [`Words::finding`], for whoever brought files: one about a file that the case does not hold names the
    /// file.
    pub fn of_file(&self, finding: &Finding) -> Said {
        of_file(finding, self.finding(finding))
    }

    fn pattern(&self, code: &str, attribute: Option<&str>, args: &[(&str, Arg)]) -> Option<String> {
        let message = self.bundle.get_message(code)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        let mut values = FluentArgs::new();
        for (name, value) in args {
            values.set((*name).to_owned(), argument(value));
        }
        let mut problems = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(&values), &mut problems).into_owned())
    }
}

/// For whoever brought files: what is about a file that the case does not hold names the file, and its place has no item
/// number, which belongs to the next file that is taken in.
fn of_file(finding: &Finding, mut said: Said) -> Said {
    if let Some(Arg::Text(file)) = finding.args.get("file") {
        let file = safe_text(file);
        if !said.sentence.contains(&file) {
            said.sentence = format!("{file}: {}", said.sentence);
        }
        let without_item = |place: String| {
            let (item, rest) = place.split_once(' ').unwrap_or((&place, ""));
            if item.starts_with("item-") { rest.to_owned() } else { place }
        };
        said.place = said.place.map(without_item).filter(|place| !place.is_empty());
    }
    said
}

/// Where a finding is, made safe.
fn place(finding: &Finding) -> Option<String> {
    let span = finding.span.as_ref().map(ToString::to_string);
    let place = span.or(finding.article.as_ref().map(ToString::to_string));
    place.map(|place| safe_text(&place))
}

/// Numbers choose a plural form and print with commas; text is made safe.
fn argument(value: &Arg) -> FluentValue<'static> {
    match value {
        Arg::Number(n) => FluentValue::from(*n),
        Arg::Text(text) => FluentValue::from(safe_text(text)),
    }
}

/// Prints whole numbers with commas; everything else as Fluent does.
fn grouped<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let text = number.as_string();
    let digits = text.strip_prefix('-').unwrap_or(&text);
    let whole = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    whole.then(|| {
        format!("{}{}", if digits.len() < text.len() { "-" } else { "" }, crate::numbers::group(digits))
    })
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Words({})", self.language.tag())
    }
}

#[cfg(test)]
mod tests {
    use crate::{Language, Words};
    use redress_base::{Fault, Finding};

    #[test]
    fn who_made_an_entry_reads_as_a_name_and_never_as_a_word_of_programs() {
        for (by, en, zh) in [
            ("police", "public security organ", "公安机关"),
            ("温某", "温某", "温某"),
            ("Court A", "Court A", "Court A"),
        ] {
            let said = [Language::En, Language::ZhHans].map(|language| Words::of(language).author(by));
            assert_eq!(said, [en, zh], "{by}");
        }
        assert_ne!(Words::of(Language::En).author("complainant"), "complainant");
    }

    #[test]
    fn articles_and_names_in_two_languages_are_said_in_the_readers_own() {
        let finding = Finding::error("procedure-closed")
            .with("procedure", "x")
            .with("track", "1")
            .with("on", "2024-01-01")
            .with("event", "filed")
            .with("event-en", "filed")
            .with("event-zh", "提起")
            .with("why", "w")
            .with("cites", "cn/criminal-law/246(1); cn/criminal-procedure-law/163 (O); what");
        let zh = Words::new(Language::ZhHans).finding(&finding);
        assert!(
            zh.sentence.contains("“提起”") && zh.sentence.contains("刑法第246条(1)；"),
            "{}",
            zh.sentence
        );
        let en = Words::new(Language::En).finding(&finding);
        assert!(
            en.sentence.contains("\"filed\"") && en.sentence.contains("Criminal Law 246(1); "),
            "{}",
            en.sentence
        );
        assert!(en.sentence.contains(" 163 (O); what)"), "{}", en.sentence);
    }

    #[test]
    fn a_finding_is_said_with_advice_and_hostile_text_is_safe() {
        let words = Words::new(Language::En);
        let refusal = Finding::error("cli-path-missing").with("path", "a\u{202E}b").refuse(Fault::Usage);
        let said = words.finding(&refusal.finding);
        assert_eq!(said.sentence, "a‹U+202E›b is not there.");
        assert_eq!(said.advice.as_deref(), Some("Check the path."));
        assert_eq!(words.say("no-such-code", &[]), "⟦no-such-code⟧");
        let counted = words.say("evidence-outcome-held", &[("checked", 12_345_i64.into())]);
        assert_eq!(counted, "holds (12,345 checked)");
    }

    #[test]
    fn a_page_gives_its_own_advice_and_otherwise_the_common_one() {
        let words = Words::new(Language::En);
        let closed = Finding::error("case-party-kind").with("party", "party-01");
        let (typed, shown) = (words.finding(&closed), words.finding_on_page(&closed));
        assert_eq!(typed.sentence, shown.sentence);
        assert!(typed.advice.is_some_and(|advice| advice.contains(" --kind")));
        assert!(shown.advice.is_some_and(|advice| advice.contains("choose") && !advice.contains("--")));
        let path = Finding::error("cli-path-missing").with("path", "a");
        assert_eq!(words.finding_on_page(&path), words.finding(&path));
    }

    #[test]
    fn both_languages_have_the_same_codes() {
        let codes = |files: &[(&str, &str)]| {
            let lines = files.iter().flat_map(|(_, text)| text.lines());
            let mut codes: Vec<String> = lines
                .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
                .filter_map(|line| line.split_once(" =").map(|(code, _)| code.to_owned()))
                .collect();
            codes.sort();
            codes
        };
        assert_eq!(codes(super::EN), codes(super::ZH_HANS));
    }
}
