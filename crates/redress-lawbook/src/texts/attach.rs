//! Copies put beside the provisions of the book.

use super::split::Split;
use redress_base::{Article, Finding, Sha256};
use redress_law::{Book, Instrument};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A reader's own copy of an instrument.
#[derive(Clone, Copy, Debug)]
pub struct Copy<'a> {
    /// The name of the file.
    pub name: &'a str,
    /// Where the reader got it, in their own words.
    pub source: &'a str,
    /// The instrument, where the reader named it: `"cn/criminal-law"`.
    pub instrument: Option<&'a str>,
    /// The whole text, by whose first lines the instrument is recognised where the reader named none.
    pub text: &'a str,
    /// The text, cut into articles.
    pub split: &'a Split,
}

/// Official text beside one provision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AttachedText {
    /// The article.
    pub article: Article,
    /// The file that it stands in.
    pub name: String,
    /// Where the reader got it.
    pub source: String,
    /// SHA-256 of the file.
    pub file_sha256: Sha256,
    /// First byte in the file.
    pub start: usize,
    /// The byte behind the last.
    pub end: usize,
    /// SHA-256 of these bytes.
    pub sha256: Sha256,
    /// The words of the article.
    pub text: String,
}

/// Copies put beside the provisions of a book.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Attached {
    /// The texts, by article; several copies of one article stand behind each other.
    pub texts: Vec<AttachedText>,
    /// Copies that fit no instrument or several, and provisions without a text.
    pub findings: Vec<Finding>,
}

impl Attached {
    /// The texts of one article, whatever paragraph of it is meant.
    pub fn of<'a>(&'a self, article: &'a Article) -> impl Iterator<Item = &'a AttachedText> {
        let same = |one: &&AttachedText| {
            one.article.instrument == article.instrument && one.article.article == article.article
        };
        self.texts.iter().filter(same)
    }
}

/// Puts copies beside the provisions of a book. A copy that names no instrument is recognised by its title or
/// number; where several fit, none is chosen and the finding lists them.
pub fn attach(book: &Book, copies: &[Copy<'_>]) -> Attached {
    let mut attached = Attached::default();
    let mut seen = BTreeSet::new();
    for copy in copies {
        match instrument(book, copy) {
            Ok(id) => {
                beside(book, copy, &id, &mut attached);
                seen.insert(id);
            }
            Err(finding) => attached.findings.push(*finding),
        }
    }
    attached.texts.sort_by(|a, b| (&a.article, &a.name).cmp(&(&b.article, &b.name)));
    for id in &seen {
        lacking(book, id, &mut attached);
    }
    attached
}

/// The articles of which the book has a page.
fn pages<'b>(book: &'b Book, id: &str) -> BTreeSet<&'b str> {
    let own = book.ir().provisions.iter().filter(|page| *page.article.instrument == *id);
    own.map(|page| &*page.article.article).collect()
}

/// Articles that no copy of an instrument has.
fn lacking(book: &Book, id: &str, attached: &mut Attached) {
    for article in pages(book, id) {
        let article = Article::new(id, article);
        if attached.of(&article).next().is_none() {
            let missing = Finding::warning("lawbook-copy-lacks-article").with("instrument", id);
            attached.findings.push(missing.with("article", &*article.article).under(article.clone()));
        }
    }
}

/// The instrument of a copy.
fn instrument(book: &Book, copy: &Copy<'_>) -> Result<String, Box<Finding>> {
    let known = |id: &str| book.ir().instruments.iter().any(|one| one.id == id);
    match copy.instrument {
        Some(id) if known(id) => return Ok(id.to_owned()),
        Some(id) => {
            let unknown = Finding::error("lawbook-copy-unknown-instrument");
            return Err(Box::new(unknown.with("copy", copy.name).with("instrument", id)));
        }
        None => {}
    }
    let fitting = recognise(book, copy.name, copy.text);
    match fitting.as_slice() {
        [one] => Ok(one.clone()),
        [] => Err(Box::new(Finding::error("lawbook-copy-not-recognised").with("copy", copy.name))),
        several => {
            let unclear = Finding::error("lawbook-copy-several-instruments").with("copy", copy.name);
            Err(Box::new(unclear.with("instruments", several.join(", "))))
        }
    }
}

fn beside(book: &Book, copy: &Copy<'_>, id: &str, attached: &mut Attached) {
    for article in pages(book, id) {
        let Some(text) = copy.split.article(article) else { continue };
        attached.texts.push(AttachedText {
            article: Article::new(id, article),
            name: copy.name.to_owned(),
            source: copy.source.to_owned(),
            file_sha256: copy.split.sha256,
            start: text.start,
            end: text.end,
            sha256: text.sha256,
            text: text.text.clone(),
        });
    }
}

/// How many lines of a copy are looked at for its title and number.
const HEAD: usize = 12;

/// The instruments whose title or number is the name of a copy or a line at its head: first by the whole title, then
/// by the title without what stands in brackets behind it, then by the number. Several where the book holds two
/// versions of one law. A law that is only mentioned is not recognised.
pub fn recognise(book: &Book, name: &str, text: &str) -> Vec<String> {
    let lines = candidates(name, text);
    let whole: BTreeSet<String> = lines.iter().map(|line| tight(line)).collect();
    let plain: BTreeSet<String> = lines.iter().map(|line| tight(bare(line))).collect();
    let instruments: Vec<&Instrument> =
        book.ir().instruments.iter().filter(|one| one.draft.is_none()).collect();
    let fitting = |fits: &dyn Fn(&Instrument) -> bool| -> Vec<String> {
        instruments.iter().filter(|one| fits(one)).map(|one| one.id.clone()).collect()
    };
    let titled = |names: &BTreeSet<String>, title: &str| {
        let short = title.strip_prefix("中华人民共和国").unwrap_or(title);
        names.contains(&tight(title)) || names.contains(&tight(short))
    };
    let by_title = fitting(&|one| titled(&whole, &one.title.zh));
    if !by_title.is_empty() {
        return by_title;
    }
    let without_brackets = fitting(&|one| titled(&plain, bare(&one.title.zh)));
    if !without_brackets.is_empty() {
        return without_brackets;
    }
    fitting(&|one| one.number.as_deref().is_some_and(|number| whole.contains(&tight(bare(number)))))
}

/// The name of the file, the lines at the head, and lines that may be one title on several lines.
fn candidates(name: &str, text: &str) -> Vec<String> {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let marks = |c: char| c.is_whitespace() || matches!(c, '#' | '*' | '_' | '\u{FEFF}');
    let lines = text.lines().map(|line| line.trim_matches(marks)).filter(|line| !line.is_empty());
    let head: Vec<&str> = lines.take(HEAD).collect();
    let mut all = vec![stem.to_owned()];
    all.extend([1, 2, 3].into_iter().flat_map(|many| head.windows(many)).map(<[&str]>::concat));
    all
}

/// Without what stands in brackets behind a title: 治安管理处罚法（2025年修订）, 刑法(2020-12-26).
fn bare(line: &str) -> &str {
    let line = line.trim_end();
    let opening = line.ends_with(['）', ')']).then(|| line.rfind(['（', '('])).flatten();
    opening.and_then(|at| line.get(..at)).filter(|rest| !rest.trim().is_empty()).map_or(line, bare)
}

/// Without space, separators and quotation marks, and with one kind of brackets.
fn tight(text: &str) -> String {
    let dropped = |c: &char| c.is_whitespace() || "、，,《》〈〉“”\"".contains(*c);
    let mapped = text.chars().filter(|c| !dropped(c)).map(|c| match c {
        '[' | '［' | '(' | '（' | '〔' | '【' => '〔',
        ']' | '］' | ')' | '）' | '〕' | '】' => '〕',
        c => c,
    });
    mapped.collect()
}
