//! `redress demo`: the example case through every room.

use super::{SOFTWARE, Session, add, assess, draft, fact, pack, path, recompute, verify};
use crate::clock::FixedClock;
use crate::documents::Demo;
use crate::example::{Example, Fact, FactScope, Material, broken, file};
use crate::out::Out;
use crate::summary;
use crate::typesetting::Press;
use clap::ArgMatches;
use redress_base::{Fault, Finding, ItemId, Refusal, Span};
use redress_case::{Anchor, Details, PartyId, Role, Seen};
use redress_evidence::hash;
use redress_facts::Vocabulary;
use redress_law::Book;
use redress_paper::{Edition, Standing};
use redress_store::CaseFolder;
use redress_words::{Language, Words};
use redress_workbench::{AddOptions, Added, Clock as _, Content, Incoming, NewClaim, NewParty, Wish};
use std::path::{Path, PathBuf};

/// Marks a folder as written by an earlier demo, which a later one may replace.
const MARK: &str = "redress-demo.txt";

/// The folders and files of a demo.
struct Places {
    out: PathBuf,
    case: PathBuf,
    bundle: PathBuf,
}

/// Runs the example.
pub(crate) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<(), Refusal> {
    let serve = matches.get_flag("serve");
    // Who wants the pages is shown the link, and not everything that they show better.
    let silent = Session {
        words: session.words,
        out: Out::new(session.words, true, true),
        quiet: true,
        counter: None,
    };
    let told = if serve { &silent } else { session };
    let out = path(matches, "out")?;
    let example = Example::load()?;
    crate::disk::outside_cases(&out)?;
    prepare(&out)?;
    let places = Places { case: out.join("case"), bundle: out.join("bundle"), out };
    let clock = FixedClock(example.now()?);
    told.out.head(told.label(&example.title.zh, &example.title.en));
    told.out.say("cli-demo-fictional", &[("now", clock.now().at.to_string().into())]);
    let mut store = CaseFolder::create(&places.case, example.seed()?)?;
    let refused = fill(told, &mut store, &clock, &example)?;
    papers(told, &mut store, &clock, &example, &places.out.join("papers"))?;
    let packing = pack::write(told, &mut store, &clock, &places.bundle, None, None)?;
    summary::result(told, &packing.assessed.result);
    told.out.head(&told.words.say("cli-head-written", &[]));
    // The page of the example carries the words of its posts; that is a look at unmasked data like any other.
    told.with(&mut store, &clock, |desk| desk.looked(None, Seen::Material, None, None))?;
    assess::write(told, &packing.assessed, &places.out, (true, false))?;
    check(told, &places, &packing.key)?;
    let shown = places.out.display().to_string();
    session.out.say("cli-demo-look", &[("out", shown.as_str().into())]);
    session.out.document(&Demo {
        schema: "redress/demo/1",
        out: shown,
        software: SOFTWARE,
        key: packing.key,
        refused,
        result: packing.assessed.result,
    });
    if serve {
        // Closed first: the pages open the case anew with every request.
        drop(store);
        return super::serve::at(session, &places.out, matches);
    }
    session.out.say("cli-demo-serve", &[("out", places.out.display().to_string().into())]);
    Ok(())
}

/// Lays the example case into a new case folder, and gives its id.
///
/// # Errors
/// `Storage` where it cannot be written.
pub(crate) fn lay_example(folder: &Path, language: Language) -> Result<String, Refusal> {
    let words = Words::new(language);
    let session = Session { words: &words, out: Out::new(&words, true, true), quiet: true, counter: None };
    let example = Example::load()?;
    let clock = FixedClock(example.now()?);
    let mut store = CaseFolder::create(folder, example.seed()?)?;
    fill(&session, &mut store, &clock, &example)?;
    Ok(format!("rd-example-{}", example.id))
}

/// Takes the folder, replacing only what an earlier demo wrote.
fn prepare(out: &Path) -> Result<(), Refusal> {
    let shown = out.display().to_string();
    let failed = |error: std::io::Error| {
        let found = Finding::error("cli-write-failed").with("path", out.display().to_string());
        found.with("problem", error.to_string()).refuse(Fault::Storage)
    };
    let mut entries = match std::fs::read_dir(out) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return start(out).map_err(failed),
        Err(error) => return Err(failed(error)),
    };
    if out.join(MARK).is_file() {
        // The mark says that a demo wrote everything here.
        std::fs::remove_dir_all(out).map_err(failed)?;
        return start(out).map_err(failed);
    }
    if entries.next().is_none() {
        return start(out).map_err(failed);
    }
    Err(Finding::error("cli-not-a-demo").with("path", shown).refuse(Fault::Usage))
}

fn start(out: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(out)?;
    std::fs::write(out.join(MARK), "Written by: redress demo. A later demo replaces this folder.\n")
}

/// Opens the case, takes the material in, and enters the facts. Gives what was refused.
fn fill(
    session: &Session<'_>,
    store: &mut CaseFolder,
    clock: &FixedClock,
    example: &Example,
) -> Result<Vec<Finding>, Refusal> {
    let title = session.label(&example.title.zh, &example.title.en);
    session.out.head(&session.words.say("cli-head-taking-in", &[]));
    // The id follows from the example, so that two runs give the same bytes.
    let case_id = format!("rd-example-{}", example.id);
    session
        .with(store, clock, |desk| desk.open_case(&case_id, &example.cover, &example.people.complainant))?;
    let mut refused = Vec::new();
    for material in &example.material {
        let added = take(session, store, clock, material)?;
        add::show(session, &added);
        refused.extend(added.refused.into_iter().map(|one| one.finding));
    }
    parties(session, store, clock, example)?;
    enter(session, store, clock, &example.fact)?;
    session.out.say("cli-demo-entered", &[("count", example.fact.len().into()), ("title", title.into())]);
    Ok(refused)
}

fn take(
    session: &Session<'_>,
    store: &mut CaseFolder,
    clock: &FixedClock,
    material: &Material,
) -> Result<Added, Refusal> {
    let bytes = |path: String| file(&path).map(<[u8]>::to_vec).ok_or_else(|| broken(&path));
    let mapping = match &material.mapping {
        Some(name) => Some((name.clone(), bytes(format!("mappings/{name}"))?)),
        None => None,
    };
    let options = AddOptions {
        clock_ahead_ms: None,
        role: if material.file.starts_with("papers/") { Role::Paper } else { Role::Material },
        mapping,
        observed: material.observed.as_deref().map(crate::disk::declared_time).transpose()?,
        source: format!("{} ({})", material.source, material.tool),
        by: Some(material.captured_by.clone()),
        seal_only: false,
        keep_going: material.expect.as_deref() == Some("refused"),
        dry_run: false,
    };
    let content = Content::Bytes(bytes(format!("material/{}", material.file))?);
    let mut files = std::iter::once(Ok(Incoming { name: material.file.clone(), content }));
    session.with(store, clock, |desk| desk.add(&mut files, None, &options))
}

/// Enters the parties. Their salts follow from the example's seed, so that two runs give the same bytes.
fn parties(
    session: &Session<'_>,
    store: &mut CaseFolder,
    clock: &FixedClock,
    example: &Example,
) -> Result<(), Refusal> {
    let seed = example.seed()?;
    session.with(store, clock, |desk| {
        for (number, party) in (1u16..).zip(&example.party) {
            let typed = party.details.iter().map(|(field, value)| (field.as_str(), value.as_str()));
            let new = NewParty {
                capacity: Some(party.capacity),
                kind: party.kind,
                acts_for: party.acts_for.map(PartyId),
                relation: party.relation,
                because: party.because,
                identity_unknown: Some(party.identity_unknown),
                statements: party.statements.clone(),
                details: Details::read(typed)?,
                ..NewParty::default()
            };
            desk.enter_party(Some(&party.by), new, &salt(&seed, number))?;
        }
        Ok(())
    })
}

/// A salt of the example: the digest of its seed and a number.
fn salt(seed: &[u8; 32], number: u16) -> [u8; 32] {
    let mut bytes = seed.to_vec();
    bytes.extend(number.to_be_bytes());
    hash::digests(&bytes).sha256.0
}

/// Draws up every paper of the example, as drafts, and those whose answers are complete as finals.
fn papers(
    session: &Session<'_>,
    store: &mut CaseFolder,
    clock: &FixedClock,
    example: &Example,
    out: &Path,
) -> Result<(), Refusal> {
    let text = file("answers.toml").and_then(|bytes| std::str::from_utf8(bytes).ok());
    let answers: serde_json::Value =
        toml::from_str(text.unwrap_or_default()).map_err(|error| broken(&error.to_string()))?;
    let seed = example.seed()?;
    let mut number = 1000u16;
    let mut salts = || {
        number = number.saturating_add(1);
        Ok(salt(&seed, number))
    };
    let (finals, drafts): (Vec<_>, Vec<_>) =
        redress_forms::forms().iter().copied().partition(|form| answers.get(form.id()).is_some());
    let mut press = Press::new(&[], true)?;
    let vocabulary = Vocabulary::standard();
    for (forms, standing) in [(finals, Standing::Final), (drafts, Standing::Draft)] {
        let wish = Wish { forms, answers: &answers, standing, edition: Edition::Chinese, masked: false };
        let drawn = session.with(store, clock, |desk| {
            desk.draw((Book::standard(), &vocabulary), None, None, &wish, &mut press, &mut salts)
        })?;
        draft::write_all(session, &drawn, out, standing)?;
    }
    Ok(())
}

/// Enters the facts in their order; neighbours by the same author go in together.
fn enter(
    session: &Session<'_>,
    store: &mut CaseFolder,
    clock: &FixedClock,
    facts: &[Fact],
) -> Result<(), Refusal> {
    let words = Vocabulary::standard();
    session.with(store, clock, |desk| {
        let (_, state) = desk.state()?;
        let item = |name: &String| -> Result<ItemId, Refusal> {
            let kept = state.items.values().find(|kept| kept.item.name == *name);
            kept.map(|kept| kept.item.id).ok_or_else(|| broken(name))
        };
        for group in facts.chunk_by(|a, b| a.by == b.by) {
            let new = group.iter().map(|fact| claim(fact, &item)).collect::<Result<Vec<_>, _>>()?;
            let by = group.first().map(|fact| fact.by.as_str());
            desk.claims(&words, by, new)?;
        }
        Ok(())
    })
}

fn claim(entered: &Fact, item: &dyn Fn(&String) -> Result<ItemId, Refusal>) -> Result<NewClaim, Refusal> {
    let anchor = match &entered.scope {
        FactScope::Post { post } => Anchor::Post(post.clone()),
        FactScope::Whole(_) => Anchor::Case,
    };
    Ok(NewClaim {
        anchor,
        term: entered.term.clone(),
        value: entered.value.clone(),
        standing: fact::standing(&entered.standing),
        sources: entered.sources.iter().map(|name| item(name).map(Span::whole)).collect::<Result<_, _>>()?,
        reason: entered.reason.clone(),
        opposing: entered.opposing,
    })
}

/// Verifies the bundle and derives it again, as a stranger would.
fn check(session: &Session<'_>, places: &Places, key: &str) -> Result<(), Refusal> {
    session.out.head(&session.words.say("cli-head-verified", &[]));
    let trusted = key.parse()?;
    let report = verify::check(session, &places.bundle, &[trusted])?;
    verify::show(session, &report);
    verify::verdict(&report, &places.bundle)?;
    let again = recompute::again(session, &places.bundle)?;
    recompute::show(session, &again);
    recompute::verdict(&again, &places.bundle)
}
