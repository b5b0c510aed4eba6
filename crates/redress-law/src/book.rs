//! The compiled law book.

use crate::check;
use crate::evaluate::{STRADDLE, STRADDLES};
use crate::exam;
use crate::ir::{Origin, Rule, Test};
use crate::lines::Spot;
use crate::outcome::Outcome;
use crate::page::{self, FenceKind};
use crate::parse;
use crate::provision::{self, Instrument, Provision};
use crate::{Completions, Rank};
use redress_base::{Article, Finding, Level, Sha256};
use redress_facts::Vocabulary;
use rustc_hash::{FxHashMap, FxHashSet};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::Digest as _;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

include!(concat!(env!("OUT_DIR"), "/pages.rs"));

/// The JSON form of a law book (schema `redress/law/1`): what every front end compiles to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ir {
    /// `"redress/law/1"`.
    pub schema: String,
    /// The instruments, by folder.
    pub instruments: Vec<Instrument>,
    /// The provisions, by instrument and article.
    pub provisions: Vec<Provision>,
    /// Every version of every rule, by id and date.
    pub rules: Vec<Rule>,
    /// Rules of which a version could not be read; none of them is in the book.
    #[serde(skip)]
    #[schemars(skip)]
    pub unread: Vec<String>,
    /// Pages whose front data could not be read, by path: what they would have stated is not missed a second time.
    #[serde(skip)]
    #[schemars(skip)]
    pub unread_pages: Vec<String>,
}

impl Ir {
    /// Whether the page of an article could not be read; its own mistake has been told.
    pub(crate) fn could_not_read(&self, article: &Article) -> bool {
        let page = format!("{}/{}.md", article.instrument, article.article);
        let index = format!("{}/index.md", article.instrument);
        self.unread_pages.iter().any(|path| path.ends_with(&page) || path.ends_with(&index))
    }

    /// Whether the index of the folder of a page could not be read.
    fn without_index(&self, path: &str) -> bool {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        self.unread_pages.iter().any(|unread| unread.strip_suffix("/index.md") == Some(folder))
    }

    /// Schema name of this form.
    pub const SCHEMA: &'static str = "redress/law/1";
}

/// What a rule reaches, by itself and through the rules and exceptions that it names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// Facts.
    pub terms: BTreeSet<String>,
    /// Contested readings.
    pub readings: BTreeSet<String>,
    /// Exceptions that are checked first, each behind the rule that it would defeat.
    pub shields: BTreeSet<(String, String)>,
}

impl Reach {
    const fn nothing() -> Reach {
        Reach { terms: BTreeSet::new(), readings: BTreeSet::new(), shields: BTreeSet::new() }
    }
}

/// Every rule of the law book, in the order of ids and dates.
#[derive(Clone, Debug, Default)]
pub struct Book {
    pub(crate) ir: Ir,
    digest: String,
    readings: BTreeMap<String, Vec<String>>,
    exceptions: FxHashSet<String>,
    reaches: OnceLock<FxHashMap<String, Reach>>,
    /// Where the versions of each rule stand.
    places: FxHashMap<String, (usize, usize)>,
}

impl Book {
    /// Compiles the pages of a law book, `(path, text)` each, against the standard vocabulary.
    /// Broken rules are left out and reported; see [`Book::compile_with`].
    pub fn compile(sources: &[(String, String)]) -> (Book, Vec<Finding>) {
        Book::compile_with(sources, &Vocabulary::standard())
    }

    /// Compiles the pages of a law book against a vocabulary, for a checker that wants to see as much as can be seen;
    /// [`Book::load`] is the way to a book that answers.
    ///
    /// Pages named `index.md` describe an instrument; every other page is a provision. Findings carry `file`,
    /// `line` and `column` (in characters). A rule with an error is not in the book.
    pub fn compile_with(sources: &[(String, String)], vocabulary: &Vocabulary) -> (Book, Vec<Finding>) {
        let mut findings = Vec::new();
        let mut ir = gathered(sources, &mut findings);
        let broken = check::rules(&ir, vocabulary, &mut findings);
        ir.rules.retain(|rule| !broken.contains(&(rule.id.clone(), rule.in_force.from)));
        (Book::of(ir), findings)
    }

    /// The book of these pages, or everything that is wrong with them: a broken book is not used in part.
    ///
    /// # Errors
    /// The findings, of which one at least is an error.
    pub fn load(sources: &[(String, String)], vocabulary: &Vocabulary) -> Result<Book, Vec<Finding>> {
        let (book, findings) = Book::compile_with(sources, vocabulary);
        if is_sound(&findings) { Ok(book) } else { Err(findings) }
    }

    /// A book out of its JSON form.
    pub(crate) fn of(ir: Ir) -> Book {
        let (digest, readings) = (digest(&ir), readings(&ir));
        // What helps the accused is milder where it is wider.
        let exceptions = check::helping(&ir).into_iter().map(str::to_owned).collect();
        let mut places: FxHashMap<String, (usize, usize)> = FxHashMap::default();
        for (at, rule) in ir.rules.iter().enumerate() {
            places.entry(rule.id.clone()).or_insert((at, at)).1 = at + 1;
        }
        Book { ir, digest, readings, exceptions, reaches: OnceLock::new(), places }
    }

    /// The book without the drafts that are not in force.
    #[must_use]
    pub fn in_force(&self) -> Book {
        Book::of(in_force(self.ir.clone()))
    }

    /// The alternatives of a contested reading, in the order of the book; none where no rule turns on it.
    pub fn alternatives(&self, reading: &str) -> &[String] {
        self.readings.get(reading).map_or(&[], Vec::as_slice)
    }

    /// Whether the rule is an exception of another.
    pub(crate) fn is_exception(&self, rule: &str) -> bool {
        self.exceptions.contains(rule)
    }

    /// Every contested reading that a rule turns on.
    pub fn readings(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.readings.iter().map(|(id, names)| (id.as_str(), names.as_slice()))
    }

    /// The page that states a contested reading.
    pub fn contested(&self, reading: &str) -> Option<(&Provision, &crate::Contested)> {
        self.ir.provisions.iter().find_map(|page| {
            page.contested.iter().find(|contested| contested.id == reading).map(|found| (page, found))
        })
    }

    /// The law book of this version of the program. It is built in, so it is checked once and for all: a test keeps it
    /// free of errors and equal to the compiled one, and every start of the program is spared the checks.
    pub fn standard() -> &'static Book {
        static BOOK: OnceLock<Book> = OnceLock::new();
        BOOK.get_or_init(|| Book::of(in_force(standard_ir())))
    }

    /// The same with the drafts that are not in force; every result that rests on one says so.
    pub fn with_drafts() -> &'static Book {
        static BOOK: OnceLock<Book> = OnceLock::new();
        BOOK.get_or_init(|| Book::of(standard_ir()))
    }

    /// The pages of the standard book: `(path, text)`.
    pub fn standard_pages() -> Vec<(String, String)> {
        PAGES.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
    }

    /// SHA-256 of the JSON form, in lower-case hex.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// The JSON form.
    pub const fn ir(&self) -> &Ir {
        &self.ir
    }

    /// Every version of every rule.
    pub fn rules(&self) -> &[Rule] {
        &self.ir.rules
    }

    /// The versions of one rule, oldest first.
    pub fn rule(&self, id: &str) -> Vec<&Rule> {
        self.versions(id).iter().collect()
    }

    /// The same, as they stand in the book: rules are in the order of ids and dates.
    pub(crate) fn versions(&self, id: &str) -> &[Rule] {
        let (from, to) = self.places.get(id).copied().unwrap_or_default();
        self.ir.rules.get(from..to).unwrap_or_default()
    }

    /// Every fact that a rule asks for, in any version, by itself or through the rules and exceptions that it names.
    pub fn terms(&self, rule: &str) -> BTreeSet<String> {
        self.reach(rule).terms.clone()
    }

    /// What a rule reaches, by itself and through the rules and exceptions that it names; nothing where the book does
    /// not have it. Worked out once for the whole book.
    pub fn reach(&self, rule: &str) -> &Reach {
        static NOTHING: Reach = Reach::nothing();
        self.reaches.get_or_init(|| reaches(self)).get(rule).unwrap_or(&NOTHING)
    }

    /// Every rule that a rule names, in any version, by itself or through others; without itself.
    pub fn rests_on(&self, rule: &str) -> BTreeSet<&str> {
        let mut found = BTreeSet::new();
        let mut open: Vec<&str> = self.versions(rule).iter().flat_map(check::references).collect();
        while let Some(next) = open.pop() {
            if found.insert(next) {
                open.extend(self.versions(next).iter().flat_map(check::references));
            }
        }
        found
    }

    /// The facts that one version of a rule reads by itself, and the dates of the time limits of its page.
    pub fn own_terms(&self, rule: &Rule) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        check::every_test(rule, &mut |test| found.extend(test.terms().into_iter().map(str::to_owned)));
        found
    }

    /// The page of a provision, if the book has one.
    pub fn provision(&self, instrument: &str, article: &str) -> Option<&Provision> {
        let wanted = |p: &&Provision| &*p.article.instrument == instrument && &*p.article.article == article;
        self.ir.provisions.iter().find(wanted)
    }
}

/// The pages of this version of the program as they are written.
fn standard_ir() -> Ir {
    gathered(&Book::standard_pages(), &mut Vec::new())
}

/// The same without the drafts that are not in force.
fn in_force(mut ir: Ir) -> Ir {
    ir.rules.retain(|rule| !rule.draft);
    let drafts: BTreeSet<String> =
        ir.instruments.iter().filter(|one| one.draft.is_some()).map(|one| one.id.clone()).collect();
    ir.provisions.retain(|page| !drafts.contains(&*page.article.instrument));
    ir.instruments.retain(|one| one.draft.is_none());
    ir
}

/// Every page as it is written, in the order of the book; what no single page can show is not looked at yet.
fn gathered(sources: &[(String, String)], findings: &mut Vec<Finding>) -> Ir {
    let mut ir = Ir { schema: Ir::SCHEMA.to_owned(), ..Ir::default() };
    let mut sources: Vec<&(String, String)> = sources.iter().collect();
    sources.sort();
    let is_index = |path: &str| path == "index.md" || path.ends_with("/index.md");
    for (path, text) in sources.iter().copied().filter(|(path, _)| is_index(path)) {
        match instrument(path, text, findings) {
            Some(read) => ir.instruments.push(read),
            None => ir.unread_pages.push(path.clone()),
        }
    }
    for (path, text) in sources.iter().copied().filter(|(path, _)| !is_index(path)) {
        provision_page(path, text, &mut ir, findings);
    }
    ir.rules.sort_by(|a, b| (&a.id, a.in_force.from).cmp(&(&b.id, b.in_force.from)));
    ir.provisions.sort_by(|a, b| a.article.cmp(&b.article));
    ir
}

/// The digest does not depend on where a rule was read.
fn digest(ir: &Ir) -> String {
    // Strings, numbers and lists always have a JSON form.
    let bytes = serde_json::to_vec(ir).unwrap_or_default();
    Sha256(sha2::Sha256::digest(&bytes).into()).to_string()
}

fn instrument(path: &str, text: &str, findings: &mut Vec<Finding>) -> Option<Instrument> {
    let page = page::read(text);
    let Some((front, line)) = &page.front else {
        findings.push(Spot { path, line: 1, column: 1 }.error("law-front-missing"));
        return None;
    };
    provision::instrument(path, front, *line, findings)
}

fn provision_page(path: &str, text: &str, ir: &mut Ir, findings: &mut Vec<Finding>) {
    let page = page::read(text);
    let spot = Spot { path, line: 1, column: 1 };
    let Some((front, line)) = &page.front else {
        findings.push(spot.error("law-front-missing"));
        unread(&page, path, ir);
        return;
    };
    let Some(mut front) = provision::front(path, front, *line, findings) else {
        unread(&page, path, ir);
        return;
    };
    let known = ir.instruments.iter().find(|known| *known.id == *front.article.instrument);
    let Some((rank, draft, explains_from)) =
        known.map(|known| (known.rank, known.draft.is_some(), known.explains_from))
    else {
        if ir.without_index(path) {
            unread(&page, path, ir);
            return;
        }
        findings.push(spot.error("law-no-instrument").with("instrument", &*front.article.instrument));
        return;
    };
    // What is not known of the instrument is not known of any page of it.
    front.unverified.extend(known.iter().flat_map(|known| &known.unverified));
    if page.paraphrase.zh.is_empty() || page.paraphrase.en.is_empty() {
        findings.push(spot.error("law-no-paraphrase"));
    }
    let before = ir.rules.len();
    let mut exams = Vec::new();
    for fence in &page.fences {
        let read = match fence.kind {
            FenceKind::Rule => parse::rule(path, &fence.text, fence.line, &front, rank, findings),
            FenceKind::Json => from_json(path, &fence.text, fence.line, findings),
            FenceKind::Strange => {
                let spot = Spot { path, line: fence.line.saturating_sub(1), column: 1 };
                findings.push(spot.error("law-unknown-fence"));
                None
            }
            FenceKind::Exam => {
                exams.extend(exam::read(path, &fence.text, fence.line, findings));
                None
            }
        };
        if read.is_none() && fence.kind != FenceKind::Exam {
            ir.unread.extend(named(&fence.text));
        }
        ir.rules.extend(read.map(|rule| Rule { draft, explains_from, ..rule }));
    }
    let rules = ir.rules.iter().skip(before).map(|rule| rule.id.clone()).collect();
    ir.provisions.push(front.into_provision(page.paraphrase, rules, exams, path));
}

/// A page of which nothing is taken: its rules are known to be meant, so that those resting on them say so.
fn unread(page: &page::Page, path: &str, ir: &mut Ir) {
    ir.unread_pages.push(path.to_owned());
    ir.unread.extend(page.fences.iter().filter_map(|fence| named(&fence.text)));
}

/// What every rule reaches. Rules do not go in circles; a book that does is not sound, and a circle ends where it began.
fn reaches(book: &Book) -> FxHashMap<String, Reach> {
    let mut all = FxHashMap::default();
    for rule in &book.ir.rules {
        reached(book, &rule.id, &mut BTreeSet::new(), &mut all);
    }
    all
}

fn reached<'b>(
    book: &'b Book,
    id: &'b str,
    above: &mut BTreeSet<&'b str>,
    all: &mut FxHashMap<String, Reach>,
) {
    if all.contains_key(id) || !above.insert(id) {
        return;
    }
    let versions = book.versions(id);
    let mut reach = Reach::nothing();
    if versions.len() > 1 && versions.iter().all(|v| v.rank == Rank::AdministrativeStatute) {
        reach.readings.insert(STRADDLE.to_owned());
    }
    for version in versions {
        check::every_test(version, &mut |test| {
            reach.terms.extend(test.terms().into_iter().map(str::to_owned));
            if let Test::Reading { id, .. } = test {
                reach.readings.insert(id.clone());
            }
        });
        let first = version.unless.iter().filter(|defeater| defeater.check_first);
        reach.shields.extend(first.map(|defeater| (id.to_owned(), defeater.rule.clone())));
        for below in check::references(version) {
            reached(book, below, above, all);
            if let Some(below) = all.get(below) {
                reach.terms.extend(below.terms.iter().cloned());
                reach.readings.extend(below.readings.iter().cloned());
                reach.shields.extend(below.shields.iter().cloned());
            }
        }
    }
    above.remove(id);
    all.insert(id.to_owned(), reach);
}

/// Every contested reading that a rule turns on, with its alternatives.
fn readings(ir: &Ir) -> BTreeMap<String, Vec<String>> {
    let mut found = BTreeMap::from([(STRADDLE.to_owned(), STRADDLES.map(str::to_owned).to_vec())]);
    for rule in &ir.rules {
        check::every_test(rule, &mut |test| {
            if let Test::Reading { id, of } = test {
                let names = found.entry(id.clone()).or_default();
                for one in of.iter().filter(|one| !names.contains(&one.name)).collect::<Vec<_>>() {
                    names.push(one.name.clone());
                }
            }
        });
    }
    found
}

/// The id that a fence gives, as far as it can be seen.
fn named(text: &str) -> Option<String> {
    let line = text.lines().find_map(|line| {
        let line = line.trim_start();
        line.strip_prefix("规则 ")
            .or_else(|| line.strip_prefix("rule "))
            .or_else(|| line.split_once("\"id\":").map(|(_, id)| id))
    })?;
    let id: String = line
        .trim_matches([' ', '"', ','])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect();
    (!id.is_empty()).then_some(id)
}

fn from_json(path: &str, text: &str, line: usize, findings: &mut Vec<Finding>) -> Option<Rule> {
    match serde_json::from_str::<Rule>(text) {
        Ok(rule) => Some(Rule { origin: Origin { path: path.to_owned(), line }, ..rule }),
        Err(error) => {
            let spot =
                Spot { path, line: line + error.line().saturating_sub(1), column: error.column().max(1) };
            findings.push(spot.error("law-json").with("detail", error.to_string()));
            None
        }
    }
}

/// The JSON schemas of the room's stored forms, by name: the book, an explanation, completion sets.
pub fn schemas() -> Vec<(&'static str, schemars::Schema)> {
    vec![
        (Ir::SCHEMA, schemars::schema_for!(Ir)),
        (Outcome::SCHEMA, schemars::schema_for!(Outcome)),
        (Completions::SCHEMA, schemars::schema_for!(Completions)),
    ]
}

/// Whether a book can be used: nothing worse than a warning.
pub fn is_sound(findings: &[Finding]) -> bool {
    findings.iter().all(|finding| finding.level != Level::Error)
}
