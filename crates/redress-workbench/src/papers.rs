//! Papers: filled from the case file and from what a person answered, laid out, typeset, and kept on record.
//!
//! A draft changes nothing but that somebody looked at what it prints unmasked. A final is an entry of the ledger with its
//! input kept as an object of its own, before any file of it is given out.

use crate::ports::{Printed, Typesetter};
use crate::volume::{VOLUME, names_exhibit, showable};
use crate::{Assessed, Desk, docket, quotes};
use redress_base::{Date, Fault, Finding, ItemId, Level, Refusal};
use redress_case::{
    Details, DrawnUp, Due, Input, PaperEdition, PaperFile, PartyId, Seen, State, View, What, due,
    statement_of,
};
use redress_evidence::{canonical, hash};
use redress_facts::Vocabulary;
use redress_forms::{
    Condition, EXHIBITS, Form, HandedIn, Nameable, Offered, OpenList, Questions, Quote, Source,
    UnnamedStatement, ahead, claims, conditions, describe, described, handed_in, left_out_in, merge,
    nameable, open_lists, placeholder, points_nowhere, told, undialable, unnamed, unnamed_told,
    unverified_basis,
};
use redress_law::Book;
use redress_paper::{Edition, Missing, PageSpan, Paper, Standing};
use redress_procedure::{Docket, Procedures};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// Schema of the object that keeps the input of a paper.
pub const PAPER_INPUT_SCHEMA: &str = "redress/paper-input/1";

/// What a person wants drawn up.
pub struct Wish<'a> {
    /// Which forms.
    pub forms: Vec<&'static dyn Form>,
    /// Answers by form id: a table of tables.
    pub answers: &'a Value,
    /// A draft, or a final.
    pub standing: Standing,
    /// In which words.
    pub edition: Edition,
    /// Print masks in place of what identifies parties: nobody looked at anything then.
    pub masked: bool,
}

/// One paper, drawn up.
pub struct Drawn {
    /// Which form.
    pub form: &'static str,
    /// Its input, as filled and answered.
    pub input: Value,
    /// The paper.
    pub paper: Paper,
    /// Its files.
    pub printed: Printed,
    /// What a reader has to know of it: pictures that could not be printed.
    pub findings: Vec<Finding>,
}

/// What a form asks.
pub struct Asked {
    /// The form.
    pub form: &'static dyn Form,
    /// What is missing.
    pub missing: Vec<Missing>,
    /// What would be asked as well, by the answer that brings it.
    pub conditions: Vec<Condition>,
    /// Statements and parties that it names, or may leave out.
    pub nameable: Vec<Nameable>,
    /// Statements that were taken up and that it does not name, each with its own reason.
    pub unnamed: Vec<UnnamedStatement>,
    /// Exhibits of which something may be said for all papers, by number, each with the name under which it was sealed;
    /// only where the form is the list or the volume.
    pub exhibits: BTreeMap<u64, String>,
    /// What the file has, for places that take nothing else.
    pub offered: Vec<Offered>,
    /// Lists that may be added to row by row.
    pub lists: Vec<OpenList>,
    /// The exhibits that it hands in.
    pub handed_in: Vec<HandedIn>,
    /// Of what may be claimed in it, what is claimed and what is not, by its place; nothing of what nobody said.
    pub claimed: BTreeMap<String, bool>,
    /// An answer that a draft takes and a final refuses.
    pub doubt: Option<Finding>,
}

impl Asked {
    /// As a file of answers asks it.
    pub fn questions(&self) -> Questions<'_> {
        Questions {
            missing: &self.missing,
            conditions: &self.conditions,
            nameable: &self.nameable,
            offered: &self.offered,
            exhibits: Some(&self.exhibits),
        }
    }
}

/// The forms whose questions offer to describe the exhibits.
const DESCRIBED: [&str; 2] = ["evidence-list", VOLUME];

/// The object that keeps the input of a final.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperInput {
    /// [`PAPER_INPUT_SCHEMA`].
    pub schema: String,
    /// 32 random bytes, so that nobody can guess a name from the digest.
    pub salt: String,
    /// Which form.
    pub form: String,
    /// The input.
    pub input: Value,
}

/// What all forms of one wish are filled from.
pub(crate) struct Ground {
    assessed: Assessed,
    docket: Docket,
    due: Due,
    details: BTreeMap<PartyId, Details>,
    /// What a form that quotes is given.
    quotes: BTreeMap<String, Vec<Quote>>,
    /// What another form is given instead.
    nothing: BTreeMap<String, Vec<Quote>>,
}

impl Desk<'_> {
    /// Draws up papers. Of a final the ledger has its entry before anything is given out; `salt` gives 32 fresh random
    /// bytes each time.
    ///
    /// # Errors
    /// `Usage` for a final in which something is missing, with the list; `Input` for answers that fit no form; whatever
    /// the typesetter refuses. Nothing is given out then.
    pub fn draw(
        &mut self,
        (book, words): (&Book, &Vocabulary),
        by: Option<&str>,
        today: Option<Date>,
        wish: &Wish<'_>,
        typesetter: &mut dyn Typesetter,
        salt: &mut dyn FnMut() -> Result<[u8; 32], Refusal>,
    ) -> Result<Vec<Drawn>, Refusal> {
        self.progress.begin("workbench-stage-papers", None);
        if wish.standing == Standing::Final {
            // What is signed was drawn up on a day that has come.
            today.map_or(Ok(()), |day| self.not_ahead(day))?;
        }
        let ground = self.ground((book, words), today, wish)?;
        let pages = self.pages((book, words), &ground, wish, typesetter)?;
        if wish.standing == Standing::Final {
            complete((book, words), &ground, &pages, wish)?;
        }
        let mut drawn = Vec::with_capacity(wish.forms.len());
        for form in &wish.forms {
            self.check_stop()?;
            let source = ground.source((book, words), &pages, form.quotes());
            drawn.push(self.one(*form, &source, wish, typesetter)?);
        }
        let basis = ground.assessed.state.entries;
        self.on_record(by, wish, &drawn, (basis, ground.assessed.result.today), &ground, salt)?;
        self.progress.end();
        Ok(drawn)
    }

    /// What is still asked for each form; typesets nothing, prints nobody's details and changes nothing.
    ///
    /// # Errors
    /// As [`Desk::draw`].
    pub fn asked(
        &mut self,
        (book, words): (&Book, &Vocabulary),
        today: Option<Date>,
        wish: &Wish<'_>,
    ) -> Result<Vec<Asked>, Refusal> {
        let ground = self.ground((book, words), today, wish)?;
        let pages = BTreeMap::new();
        let of = |form: &&'static dyn Form| {
            let source = ground.source((book, words), &pages, form.quotes());
            let input = filled(*form, &source, wish)?;
            let missing = form.lay(&input, Edition::Chinese, Standing::Draft)?.missing;
            let left_out = left_out_in(*form, &source, wish.answers)?;
            let source = Source { left_out: left_out.as_ref(), ..source };
            Ok(Asked {
                form: *form,
                conditions: conditions(*form, &input, &missing)?,
                lists: open_lists(*form, &input)?,
                missing,
                nameable: nameable(*form, &source)?,
                unnamed: unnamed(*form, &source)?,
                offered: form.offered(&input)?,
                handed_in: handed_in(form.id(), &input),
                claimed: claimed(*form, &input),
                doubt: wish.answers.get(form.id()).and_then(|answers| undialable(*form, answers)),
                exhibits: if DESCRIBED.contains(&form.id()) { described(&input) } else { BTreeMap::new() },
            })
        };
        wish.forms.iter().map(of).collect()
    }

    fn ground(
        &mut self,
        (book, words): (&Book, &Vocabulary),
        today: Option<Date>,
        wish: &Wish<'_>,
    ) -> Result<Ground, Refusal> {
        let assessed = self.compute(book, words, today)?;
        let details = self.needed_details(&assessed.state, wish)?;
        Ground::of((book, words), assessed, details, wish.masked)
    }

    /// The details that the forms print, and no other.
    fn needed_details(&self, state: &State, wish: &Wish<'_>) -> Result<BTreeMap<PartyId, Details>, Refusal> {
        let mut found = BTreeMap::new();
        for party in state.parties().values() {
            let asked = wish.forms.iter().flat_map(|form| form.details());
            let fields: Vec<&str> = asked
                .filter(|(capacity, _)| *capacity == party.capacity)
                .flat_map(|(_, fields)| fields.iter().copied())
                .collect();
            let Some(digest) = party.details.filter(|_| !fields.is_empty()) else { continue };
            // Left out by whoever sent the case: the paper then asks for it.
            if crate::case_file::never_came(state, &digest) && self.store.open(&digest).is_err() {
                continue;
            }
            let details = self.read_details(&digest)?.only(&fields);
            found.insert(party.id, if wish.masked { details.masked() } else { details });
        }
        Ok(found)
    }

    /// The pages of the evidence volume: typeset first, so that every page that another paper quotes is right.
    fn pages(
        &mut self,
        (book, words): (&Book, &Vocabulary),
        ground: &Ground,
        wish: &Wish<'_>,
        typesetter: &mut dyn Typesetter,
    ) -> Result<BTreeMap<ItemId, PageSpan>, Refusal> {
        let Some(form) = redress_forms::find(VOLUME) else { return Ok(BTreeMap::new()) };
        let none = BTreeMap::new();
        let source = ground.source((book, words), &none, true);
        // A paper that names no exhibit quotes no page: whatever stops the volume does not stop it.
        let mut quoted = false;
        for one in &wish.forms {
            quoted = quoted || one.id() == VOLUME || names_exhibit(&filled(*one, &source, wish)?);
        }
        if !quoted {
            return Ok(BTreeMap::new());
        }
        let mut input = filled(form, &source, wish)?;
        self.showable(form, &mut input, typesetter)?;
        // What is filed is the Chinese volume: a gloss quotes its pages too.
        let volume = dated(form.lay(&input, Edition::Chinese, Standing::Draft)?, source.today);
        let (_, state) = self.state()?;
        let marks = typesetter.pages(&volume, &mut |item| lent(&*self.store, &state, item))?;
        let page = |item: ItemId, end: &str| marks.get(&format!("{item}-{end}")).copied();
        let span = |item: ItemId| {
            let first = page(item, "begin")?;
            Some((item, PageSpan { first, last: page(item, "end")? }))
        };
        Ok(source.listed().filter_map(span).collect())
    }

    fn one(
        &mut self,
        form: &'static dyn Form,
        source: &Source<'_>,
        wish: &Wish<'_>,
        typesetter: &mut dyn Typesetter,
    ) -> Result<Drawn, Refusal> {
        let mut input = filled(form, source, wish)?;
        let mut findings = told(form, &input);
        let left_out = left_out_in(form, source, wish.answers)?;
        let others = unnamed(form, &Source { left_out: left_out.as_ref(), ..*source })?;
        if left_out.is_none() && !others.is_empty() {
            // What the form itself passes over is told with its reason.
            findings.retain(|one| one.code != "forms-left-out");
        }
        findings.extend(unnamed_told(form, &others));
        findings.extend(points_nowhere(form, &input, wish.answers.get(EXHIBITS)));
        findings.extend(self.showable(form, &mut input, typesetter)?);
        let paper = dated(form.lay(&input, wish.edition, wish.standing)?, source.today);
        // A draft says it on its own pages; what is handed in does not, so that it is said beside it.
        if paper.standing == Standing::Final {
            findings.extend(unverified_basis(form.text()?));
            findings.extend(purposeless(form, &input));
        } else {
            let doubt = wish.answers.get(form.id()).and_then(|answers| undialable(form, answers));
            findings.extend(doubt.map(|found| Finding { level: Level::Warning, ..found }));
        }
        let printed = self.typeset(&paper, typesetter)?;
        Ok(Drawn { form: form.id(), input, paper, printed, findings })
    }

    pub(crate) fn typeset(
        &mut self,
        paper: &Paper,
        typesetter: &mut dyn Typesetter,
    ) -> Result<Printed, Refusal> {
        let (_, state) = self.state()?;
        typesetter.print(paper, &mut |item| lent(&*self.store, &state, item))
    }

    fn showable(
        &mut self,
        form: &dyn Form,
        input: &mut Value,
        typesetter: &mut dyn Typesetter,
    ) -> Result<Vec<Finding>, Refusal> {
        let (_, state) = self.state()?;
        showable(form, input, typesetter, &mut |item| lent(&*self.store, &state, item))
    }

    /// What was looked at, and of finals what was drawn up, in one append.
    fn on_record(
        &mut self,
        by: Option<&str>,
        wish: &Wish<'_>,
        drawn: &[Drawn],
        (basis, today): (u64, Date),
        ground: &Ground,
        salt: &mut dyn FnMut() -> Result<[u8; 32], Refusal>,
    ) -> Result<(), Refusal> {
        let mut draft = self.draft(by)?;
        let forms: Vec<&str> = drawn.iter().map(|one| one.form).collect();
        let purpose = Some(format!("draft {}", forms.join(" ")));
        if !wish.masked {
            for party in ground.details.keys() {
                let view =
                    View { seen: Seen::Details, of: Some(party.to_string()), purpose: purpose.clone() };
                draft.add(What::Viewed { view })?;
            }
        }
        if !wish.masked && !ground.quotes.is_empty() && wish.forms.iter().any(|form| form.quotes()) {
            draft.add(What::Viewed { view: View { seen: Seen::Material, of: None, purpose } })?;
        }
        if wish.standing == Standing::Final {
            for one in drawn {
                let kept = PaperInput {
                    schema: PAPER_INPUT_SCHEMA.to_owned(),
                    salt: salt()?.iter().map(|byte| format!("{byte:02x}")).collect(),
                    form: one.form.to_owned(),
                    input: one.input.clone(),
                };
                let input = self.keep_for(&mut draft, &canonical::to_vec(&kept)?)?.sha256;
                draft.add(What::DrawnUp { paper: entry(one, wish, (basis, today), input) })?;
            }
        }
        if draft.is_empty() { Ok(()) } else { self.commit(draft) }
    }
}

/// Whether every form of a final is complete; what is missing in any of them is told at once.
fn complete(
    (book, words): (&Book, &Vocabulary),
    ground: &Ground,
    pages: &BTreeMap<ItemId, PageSpan>,
    wish: &Wish<'_>,
) -> Result<(), Refusal> {
    let (mut forms, mut list) = (Vec::new(), Vec::new());
    for form in &wish.forms {
        let said = |table| wish.answers.get(table).and_then(|said| placeholder(table, said));
        if let Some(found) = said(form.id()).or_else(|| said(EXHIBITS)) {
            return Err(found.refuse(Fault::Usage));
        }
        let input = filled(*form, &ground.source((book, words), pages, form.quotes()), wish)?;
        // A number whose exhibit nobody hands in is a number without evidence.
        if let Some(found) = points_nowhere(*form, &input, wish.answers.get(EXHIBITS)) {
            return Err(found.refuse(Fault::Usage));
        }
        let missing = form.lay(&input, wish.edition, wish.standing)?.missing;
        if !missing.is_empty() {
            forms.push(form.id());
            list.extend(
                missing.into_iter().map(|one| format!("{} ({}.{})", one.label.zh, form.id(), one.path)),
            );
        }
    }
    if list.is_empty() {
        return Ok(());
    }
    let found = Finding::error("workbench-paper-incomplete").with("form", forms.join(" "));
    Err(found.with("count", list.len()).with("missing", list.join("; ")).refuse(Fault::Usage))
}

/// Exhibits that are handed in without a word of what they prove (法释〔2019〕19号 19, in force 2020-05-01): no error, since a court
/// may take them, and seen before they go out.
fn purposeless(form: &dyn Form, input: &Value) -> Option<Finding> {
    let without: Vec<String> = handed_in(form.id(), input)
        .iter()
        .filter(|one| !one.purpose)
        .map(|one| one.number.to_string())
        .collect();
    let found = || Finding::warning("workbench-paper-purposeless").with("form", form.id());
    (!without.is_empty()).then(|| found().with("count", without.len()).with("exhibits", without.join(", ")))
}

/// What an input says of the claims that its form may make.
fn claimed(form: &dyn Form, input: &Value) -> BTreeMap<String, bool> {
    let said = |path: &str| path.split('.').try_fold(input, |value, step| value.get(step))?.as_bool();
    let claimed = claims(form).into_iter().map(|one| one.path);
    claimed.filter_map(|path| said(&path).map(|said| (path, said))).collect()
}

/// The sealed bytes of an exhibit.
fn lent(store: &dyn crate::Store, state: &State, item: ItemId) -> Result<Vec<u8>, Refusal> {
    let unknown =
        || Finding::error("workbench-source-unknown").with("item", item.to_string()).refuse(Fault::Usage);
    let kept = state.items.get(&item).ok_or_else(unknown)?;
    crate::material::SealedBytes::bytes(&crate::material::FromStore(store), kept)
}

fn entry(one: &Drawn, wish: &Wish<'_>, (basis, today): (u64, Date), input: redress_base::Sha256) -> DrawnUp {
    let files = one
        .printed
        .files
        .iter()
        .map(|(format, bytes)| PaperFile { format: format.clone(), sha256: hash::digests(bytes).sha256 });
    DrawnUp {
        form: one.form.to_owned(),
        edition: match wish.edition {
            Edition::Chinese => PaperEdition::Chinese,
            Edition::Glossed => PaperEdition::Glossed,
        },
        today,
        basis,
        input,
        files: files.collect(),
        unmasked: !wish.masked,
    }
}

/// The input of a form: what the file says, and over it what a person answered.
fn filled(form: &dyn Form, source: &Source<'_>, wish: &Wish<'_>) -> Result<Value, Refusal> {
    let left_out = left_out_in(form, source, wish.answers)?;
    let mut input = form.fill(&Source { left_out: left_out.as_ref(), ..*source })?;
    // What a form says itself goes before what is said for all of them.
    if let Some(said) = wish.answers.get(EXHIBITS) {
        describe(&mut input, said, source.listed().count())?;
    }
    if let Some(answers) = wish.answers.get(form.id()) {
        merge(form, &mut input, answers)?;
        let last = wish.standing == Standing::Final;
        let unfit =
            ahead(form, answers, source.today, last).or_else(|| undialable(form, answers).filter(|_| last));
        if let Some(found) = unfit {
            return Err(found.refuse(Fault::Input));
        }
    }
    Ok(input)
}

/// A paper on which no day stands is of the day for which it was worked out.
pub(crate) fn dated(mut paper: Paper, today: Date) -> Paper {
    if paper.day.is_empty() {
        paper.day = today.to_string();
    }
    paper
}

/// Each step that names a statement by a post names it by its id as the result has it now: so do the forms, whether they read
/// the steps or the docket. A post that is in no statement stands as it is, and is like a statement that nobody took up.
fn tell_by_id(assessed: &mut Assessed) {
    if assessed.state.steps.iter().all(|step| step.of.event.statement.is_none()) {
        return;
    }
    let corpus = &assessed.material.corpus;
    for named in assessed.state.steps.iter_mut().filter_map(|step| step.of.event.statement.as_mut()) {
        if let Some(statement) = statement_of(named, corpus, &assessed.statements) {
            named.clone_from(&statement.id);
        }
    }
}

impl Ground {
    /// What forms are filled from, out of an assessment: a case on its desk, or a bundle of one.
    pub(crate) fn of(
        (book, vocabulary): (&Book, &Vocabulary),
        mut assessed: Assessed,
        details: BTreeMap<PartyId, Details>,
        masked: bool,
    ) -> Result<Ground, Refusal> {
        tell_by_id(&mut assessed);
        let docket = docket(&assessed.state)?;
        let due = due(&Input {
            state: &assessed.state,
            corpus: &assessed.material.corpus,
            statements: &assessed.statements,
            reports: &assessed.material.reports,
            book,
            vocabulary,
            params: &assessed.result.params,
            now: assessed.result.as_of,
            today: assessed.result.today,
            software: &assessed.result.software,
        })?;
        // The pages of the volume do not depend on which papers are asked for.
        let mut quoted = quotes::of(&assessed);
        if masked {
            quoted.values_mut().flatten().for_each(quotes::veil);
        }
        Ok(Ground { assessed, docket, due, details, quotes: quoted, nothing: BTreeMap::new() })
    }

    pub(crate) fn source<'a>(
        &'a self,
        (book, vocabulary): (&'a Book, &'a Vocabulary),
        pages: &'a BTreeMap<ItemId, PageSpan>,
        quoting: bool,
    ) -> Source<'a> {
        Source {
            result: &self.assessed.result,
            state: &self.assessed.state,
            docket: &self.docket,
            procedures: Procedures::standard(),
            vocabulary,
            book,
            due: &self.due,
            details: &self.details,
            quotes: if quoting { &self.quotes } else { &self.nothing },
            pages,
            left_out: None,
            today: self.assessed.result.today,
        }
    }
}
