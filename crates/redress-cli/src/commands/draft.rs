//! `redress draft`, `forms`: papers filled from the case file.

use super::answers::Answers;
use super::{Session, path, text, today};
use crate::chance;
use crate::documents_papers::{
    Drafted, DraftedFile, DraftedPaper, FormRow, FormsDocument, QuestionsDocument,
};
use crate::typesetting::Press;
use clap::ArgMatches;
use redress_base::{Arg, Fault, Finding, Refusal};
use redress_evidence::hash;
use redress_facts::Vocabulary;
use redress_forms::{Choice, Form, choices, find, questionnaire};
use redress_law::Book;
use redress_paper::{Edition, Standing};
use redress_store::Access;
use redress_words::Language;
use redress_workbench::{Drawn, Wish};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// `redress forms`: which forms there are, or one of them.
pub(crate) fn forms(session: &Session<'_>, own: &ArgMatches) -> Result<(), Refusal> {
    if own.get_flag("input-schema") {
        let schema = known(text(own, "form").unwrap_or_default())?.schema();
        crate::out::raw(&serde_json::to_string_pretty(&schema).unwrap_or_default());
        return Ok(());
    }
    let english = session.words.language() == Language::En;
    let chosen = match text(own, "form") {
        Some(id) => vec![known(id)?],
        None => redress_forms::forms().to_vec(),
    };
    let one = chosen.len() == 1;
    let mut rows = Vec::with_capacity(chosen.len());
    for form in chosen {
        let words = form.text()?;
        let pick = |fixed: &redress_paper::Fixed| if english { fixed.en.clone() } else { fixed.zh.clone() };
        let required: Vec<String> = words
            .texts
            .values()
            .filter(|one| one.required)
            .map(|one| if english { one.en.clone() } else { one.zh.clone() })
            .collect();
        let code = if words.unverified { "cli-form-row-unverified" } else { "cli-form-row" };
        let args = [
            ("form", form.id().into()),
            ("title", pick(&words.title).into()),
            ("to", pick(&words.goes_to).into()),
            ("source", words.source.as_str().into()),
        ];
        session.out.say(code, &args);
        if one {
            session.out.say(
                "cli-form-used",
                &[("used", pick(&words.used).into()), ("to", pick(&words.goes_to).into())],
            );
            session.out.say(
                "cli-form-required",
                &[("required", required.join(if english { "; " } else { "；" }).into())],
            );
            choices_of(session, form, english);
        }
        rows.push(FormRow {
            form: form.id().to_owned(),
            title: words.title.clone(),
            source: words.source.clone(),
            unverified: words.unverified,
            official: words.official,
            goes_to: words.goes_to.clone(),
            used: words.used.clone(),
        });
    }
    if !one {
        session.out.say("cli-forms-next", &[]);
    }
    session.out.document(&FormsDocument { schema: "redress/forms/1", forms: rows });
    Ok(())
}

/// Every answer of a form that is picked from a list: its values, each with its word.
fn choices_of(session: &Session<'_>, form: &dyn Form, english: bool) {
    let all = choices(form);
    if !all.is_empty() {
        session.out.say("cli-form-choices", &[]);
    }
    for (path, all) in all {
        let said =
            |one: &Choice| format!("{} {}", one.value, if english { &one.said.en } else { &one.said.zh });
        let values = all.iter().map(said).collect::<Vec<_>>().join(" | ");
        session.out.line(&format!("  {path}: {values}"));
    }
}

/// `redress draft`.
pub(crate) fn run(session: &Session<'_>, own: &ArgMatches) -> Result<(), Refusal> {
    let answers = answers(session, own)?;
    let wish = Wish {
        forms: chosen(own)?,
        answers: &answers.value,
        standing: if own.get_flag("final") { Standing::Final } else { Standing::Draft },
        edition: if own.get_flag("glossed") { Edition::Glossed } else { Edition::Chinese },
        masked: own.get_flag("masked") || own.get_flag("questions"),
    };
    let done =
        if own.get_flag("questions") { questions(session, own, &wish) } else { draw(session, own, &wish) };
    done.map_err(|refusal| answers.located(refusal))
}

fn chosen(own: &ArgMatches) -> Result<Vec<&'static dyn Form>, Refusal> {
    if own.get_flag("all-forms") {
        return Ok(redress_forms::forms().to_vec());
    }
    let mut forms: Vec<&'static dyn Form> = Vec::new();
    for id in own.get_many::<String>("forms").into_iter().flatten() {
        let form = known(id)?;
        if !forms.iter().any(|one| one.id() == form.id()) {
            forms.push(form);
        }
    }
    if forms.is_empty() {
        return Err(Finding::error("cli-draft-which").refuse(Fault::Usage));
    }
    Ok(forms)
}

pub(super) fn known(id: &str) -> Result<&'static dyn Form, Refusal> {
    find(id).ok_or_else(|| {
        let named = |form: &&dyn Form| {
            let title = form.text().map(|words| format!(" ({} / {})", words.title.zh, words.title.en));
            format!("{}{}", form.id(), title.unwrap_or_default())
        };
        let nearest: Vec<String> = nearest(id).iter().map(named).collect();
        Finding::error("cli-form-unknown")
            .with("form", id)
            .with("nearest", nearest.join(", "))
            .refuse(Fault::Usage)
    })
}

/// How many forms are named to whoever typed none of them.
const NEAREST: usize = 3;

/// The forms whose id is nearest to what was typed, or whose id or title holds it.
fn nearest(typed: &str) -> Vec<&'static dyn Form> {
    let typed = typed.trim().to_lowercase();
    let holds = |form: &&dyn Form| {
        let title = form.text().map(|words| format!("{} {}", words.title.zh, words.title.en).to_lowercase());
        typed.chars().count() > 1
            && (form.id().contains(&typed) || title.is_ok_and(|title| title.contains(&typed)))
    };
    let mut all: Vec<&'static dyn Form> = redress_forms::forms().to_vec();
    all.sort_by_cached_key(|form| (!holds(&&**form), distance(&typed, form.id())));
    all.truncate(NEAREST);
    all
}

/// How many signs have to be put in, taken out or changed to make one word of the other (V. Levenshtein, 1965).
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, sign) in one.chars().enumerate() {
        let mut next = vec![at + 1];
        for (place, (known, pair)) in other.iter().zip(row.windows(2)).enumerate() {
            let [corner, above] = pair else { continue };
            let left = next.get(place).copied().unwrap_or(usize::MAX - 1);
            next.push((corner + usize::from(*known != sign)).min(above + 1).min(left + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

fn answers(session: &Session<'_>, own: &ArgMatches) -> Result<Answers, Refusal> {
    let file = own.get_one::<PathBuf>("papers-answers");
    file.map_or_else(|| Ok(Answers::none()), |file| Answers::read(session.words, session.out.json, file))
}

fn questions(session: &Session<'_>, own: &ArgMatches, wish: &Wish<'_>) -> Result<(), Refusal> {
    let vocabulary = Vocabulary::standard();
    let day = today(own)?;
    let asked = session.at_desk(&path(own, "case")?, Access::Read, |desk| {
        desk.asked((Book::standard(), &vocabulary), day, wish)
    })?;
    let english = session.words.language() == Language::En;
    let mut document = QuestionsDocument {
        schema: "redress/questions/1",
        forms: BTreeMap::new(),
        conditions: BTreeMap::new(),
        nameable: BTreeMap::new(),
        offered: BTreeMap::new(),
        exhibits: BTreeMap::new(),
    };
    for mut one in asked {
        // The list and the volume describe the same exhibits: asked once.
        if !document.exhibits.is_empty() {
            one.exhibits.clear();
        }
        let text = questionnaire(one.form, &one.questions(), english);
        document.exhibits.extend(std::mem::take(&mut one.exhibits));
        session.out.line(text.trim_end());
        let id = one.form.id().to_owned();
        if !one.conditions.is_empty() {
            document.conditions.insert(id.clone(), one.conditions);
        }
        if !one.nameable.is_empty() {
            document.nameable.insert(id.clone(), one.nameable);
        }
        if !one.offered.is_empty() {
            document.offered.insert(id.clone(), one.offered);
        }
        document.forms.insert(id, one.missing);
    }
    session.out.document(&document);
    Ok(())
}

fn draw(session: &Session<'_>, own: &ArgMatches, wish: &Wish<'_>) -> Result<(), Refusal> {
    let Some(out) = own.get_one::<PathBuf>("papers-out") else {
        return Err(Finding::error("cli-draft-where").refuse(Fault::Usage));
    };
    crate::disk::outside_cases(out)?;
    if out.is_file() || out.join("bagit.txt").exists() {
        // A file more in a bundle, and nobody could verify it.
        let found = Finding::error("cli-draft-not-there").with("path", out.display().to_string());
        return Err(found.refuse(Fault::Usage));
    }
    let formats: Vec<&str> =
        own.get_many::<String>("papers-format").into_iter().flatten().map(String::as_str).collect();
    let names = free(out, wish, &formats, own.get_flag("force"))?;
    let fonts: Vec<&PathBuf> = own.get_many::<PathBuf>("font").into_iter().flatten().collect();
    let mut press = Press::new(&fonts, formats.contains(&"docx"))?;
    let vocabulary = Vocabulary::standard();
    let day = today(own)?;
    let drawn = session.at_desk(&path(own, "case")?, Access::Write, |desk| {
        desk.draw(
            (Book::standard(), &vocabulary),
            text(own, "by"),
            day,
            wish,
            &mut press,
            &mut chance::random,
        )
    })?;
    folder(out)?;
    let mut papers = Vec::with_capacity(drawn.len());
    for (one, names) in drawn.iter().zip(names) {
        one.findings.iter().for_each(|finding| session.out.finding(finding));
        papers.push(write(session, one, &names, own.get_flag("force"))?);
    }
    session.out.document(&Drafted { schema: "redress/drafted/1", papers });
    Ok(())
}

/// Writes drawn papers as PDF and DOCX into a folder that is not there yet.
///
/// # Errors
/// Where the disk would not do it.
pub(crate) fn write_all(
    session: &Session<'_>,
    drawn: &[Drawn],
    out: &Path,
    standing: Standing,
) -> Result<(), Refusal> {
    folder(out)?;
    let mark = if standing == Standing::Final { "" } else { ".draft" };
    for one in drawn {
        one.findings.iter().for_each(|finding| session.out.finding(finding));
        for (format, bytes) in &one.printed.files {
            let name = out.join(format!("{}{mark}.{format}", one.form));
            crate::disk::put(&name, bytes, false)?;
        }
    }
    let args = [("count", drawn.len().into()), ("path", out.display().to_string().into())];
    session.out.say(if standing == Standing::Final { "cli-papers-final" } else { "cli-papers-draft" }, &args);
    Ok(())
}

fn folder(out: &Path) -> Result<(), Refusal> {
    std::fs::create_dir_all(out).map_err(|error| {
        let found = Finding::error("cli-write-failed").with("path", out.display().to_string());
        found.with("problem", error.to_string()).refuse(Fault::Storage)
    })
}

/// The files to be written, by form; none of them is there yet.
fn free(out: &Path, wish: &Wish<'_>, formats: &[&str], force: bool) -> Result<Vec<Vec<PathBuf>>, Refusal> {
    let standing = if wish.standing == Standing::Final { "" } else { ".draft" };
    let gloss = if wish.edition == Edition::Glossed { ".en-gloss" } else { "" };
    let mut all = Vec::new();
    for form in &wish.forms {
        let of = |format: &&str| out.join(format!("{}{standing}{gloss}.{format}", form.id()));
        let files: Vec<PathBuf> = formats.iter().map(of).collect();
        for file in &files {
            crate::disk::free(file, force)?;
        }
        all.push(files);
    }
    Ok(all)
}

fn write(
    session: &Session<'_>,
    one: &Drawn,
    names: &[PathBuf],
    force: bool,
) -> Result<DraftedPaper, Refusal> {
    let mut files = Vec::new();
    for name in names {
        let format = name.extension().map(|end| end.to_string_lossy().into_owned()).unwrap_or_default();
        let printed =
            one.printed.files.iter().find(|(known, _)| *known == format).map(|(_, bytes)| bytes.clone());
        let bytes = match printed {
            Some(bytes) => bytes,
            None => input_bytes(&one.input)?,
        };
        crate::disk::put(name, &bytes, force)?;
        let shown = name.display().to_string();
        session.out.chat("cli-done-wrote", &[("path", Arg::from(shown.as_str()))]);
        files.push(DraftedFile { format, path: shown, sha256: hash::digests(&bytes).sha256 });
    }
    let missing = one.paper.missing.len();
    if missing > 0 {
        session.out.chat("cli-draft-missing", &[("form", one.form.into()), ("count", missing.into())]);
    }
    Ok(DraftedPaper {
        form: one.form.to_owned(),
        standing: one.paper.standing,
        files,
        missing: one.paper.missing.clone(),
    })
}

/// The input as a file that a person can read and a program can take.
fn input_bytes(input: &Value) -> Result<Vec<u8>, Refusal> {
    let mut bytes = serde_json::to_vec_pretty(input).map_err(|error| {
        Finding::error("cli-write-failed")
            .with("path", "json")
            .with("problem", error.to_string())
            .refuse(Fault::Storage)
    })?;
    bytes.push(b'\n');
    Ok(bytes)
}
