//! Takes files in, and text that was pasted.

use super::origins::milliseconds;
use super::unfit;
use crate::call::Call;
use crate::given::{Kind, below, inside, unopened};
use crate::library::{Holder, Touch};
use crate::page::columns::{address, is_table};
use crate::page::evidence::{archived, says_of_itself};
use crate::page::search::begins;
use crate::reply::{Leaf, Reply, Wrong};
use crate::shell::card;
use crate::upload::Upload;
use maud::{Markup, html};
use redress_base::{Fault, Finding, Instant, Refusal, Stamp, TimeSource};
use redress_case::Role;
use redress_evidence::SealedItem;
use redress_rights::{Object, UseCase};
use redress_words::safe_text;
use redress_workbench::{AddOptions, Added, Content, FARTHEST_CLOCK, Incoming, RefusedFile, RefusedInput};
use std::io::BufReader;

/// Files longer than this are sealed while they are read once, and not searched for posts; as on the command line.
const IN_MEMORY: u64 = 1 << 30;
/// Of files longer than this, and of zips, which are unpacked in memory, one form at a time is read: many people share a server.
const BULKY: u64 = 64 << 20;
/// The longest mapping file.
const LONGEST_MAPPING: u64 = 1 << 20;

/// Takes the files of the form in. What is no material or cannot be read is left out and named, unless the form wants all
/// or none of them.
pub(crate) fn files(call: &Call<'_>) -> Result<Reply, Wrong> {
    let (mappings, files): (Vec<&Upload>, Vec<&Upload>) =
        call.files.iter().partition(|file| file.field == "mapping");
    if files.is_empty() {
        return Err(Finding::error("web-add-nothing").refuse(Fault::Usage).into());
    }
    let mapping = match mappings.first() {
        Some(file) => Some((file.name.clone(), mapping_bytes(file)?)),
        None => None,
    };
    let options = AddOptions { mapping, ..options(call)? };
    let Sorted { files, elsewhere } = sorted(files, &options)?;
    let total = files.iter().map(|file| file.bytes).sum();
    let mut bulky = false;
    for file in &files {
        bulky |= file.bytes > BULKY || inside(file)?.is_some();
    }
    let _turn = bulky.then(|| call.app.bulky());
    let mut added = call.desk((UseCase::AddMaterial, Object::Material), Touch::Write, |desk| {
        // A bundle that is evidence itself stays the one file that it is.
        let bundle = |file: &Upload| {
            options.seal_only
                && matches!(inside(file), Ok(Some(Kind::Bundle(_) | Kind::Closed | Kind::Cut(..))))
        };
        let mut incoming = files.iter().map(|file| one(file, bundle(file)));
        desk.add(&mut incoming, Some(total), &options)
    })?;
    if added.items.is_empty()
        && added.kept_before.is_empty()
        && elsewhere.is_empty()
        && let [only] = added.refused.as_slice()
    {
        // Nothing is left of it: the form comes back with its reason.
        return Err(only.finding.clone().refuse(Fault::Input).into());
    }
    added.refused.extend(elsewhere);
    Ok(Reply::Page(Leaf::new(call.text("web-added"), None, told(call, &added))))
}

/// A mapping file, whole.
fn mapping_bytes(file: &Upload) -> Result<Vec<u8>, Refusal> {
    if file.bytes > LONGEST_MAPPING {
        let found = Finding::error("web-mapping-long").with("file", file.name.as_str());
        return Err(found.with("most", LONGEST_MAPPING >> 10).with("at", "mapping").refuse(Fault::Input));
    }
    file.whole()
}

/// What was brought, told apart.
struct Sorted<'f> {
    /// What may be material.
    files: Vec<&'f Upload>,
    /// What is something else, and belongs elsewhere.
    elsewhere: Vec<RefusedFile>,
}

/// Tells apart what is no material. The folder that makes a bundle or a case out of files goes as a whole: of a case folder,
/// nothing of the key that signs its log may stay.
///
/// # Errors
/// `Usage` where nothing is left, or all or none is wanted.
fn sorted<'f>(mut files: Vec<&'f Upload>, options: &AddOptions) -> Result<Sorted<'f>, Refusal> {
    let mut elsewhere: Vec<RefusedFile> = Vec::new();
    let mut leave = |name: &str, why: &Refusal, finding: Finding| {
        if !options.keep_going {
            return Err(why.clone());
        }
        elsewhere.push(RefusedFile { name: name.to_owned(), finding });
        Ok(())
    };
    let mut first = None;
    loop {
        let kind = Kind::of(files.iter().map(|file| file.name.as_str()));
        let (Some(folder), Some((whole, left))) = (folder_of(&kind, &files), refused_as(&kind)) else {
            break;
        };
        let why = Finding::error(whole).refuse(Fault::Usage);
        files.retain(|file| below(&file.name, &folder).is_none());
        leave(&folder, &why, Finding::error(left).with("file", folder.as_str()))?;
        first.get_or_insert(why);
    }
    let mut kept = Vec::new();
    for file in files {
        let kind = inside(file)?.unwrap_or(Kind::Files);
        let refused = refused_as(&kind).map(|(whole, left)| {
            (
                Finding::error(whole).refuse(Fault::Usage),
                Finding::error(left).with("file", file.name.as_str()),
            )
        });
        let unopened = unopened(file, &kind).map(|why| (why.clone(), *why.finding));
        match refused.or(unopened).filter(|_| !may_be_sealed(&kind, options.seal_only)) {
            None => kept.push(file),
            Some((why, left)) => {
                leave(&file.name, &why, left)?;
                first.get_or_insert(why);
            }
        }
    }
    match first.filter(|_| kept.is_empty()) {
        Some(why) => Err(why),
        None => Ok(Sorted { files: kept, elsewhere }),
    }
}

/// Whether a file may be sealed as the one file that it is: plain ones always; somebody else's bundle, what is closed and what
/// breaks off where that was asked for: it may itself be evidence.
fn may_be_sealed(kind: &Kind, asked: bool) -> bool {
    match kind {
        Kind::Files => true,
        // One that no program opens is a file like any other; that it is damaged is told where it is sealed. What it was by its
        // names is asked all the same: other programs mend such a list, and then a key lies open.
        Kind::Broken(_, of) => may_be_sealed(of, asked),
        Kind::Cut(_, of) => asked && may_be_sealed(of, asked),
        Kind::Bundle(_) | Kind::Closed => asked,
        Kind::CaseFile | Kind::CaseFolder | Kind::Key => false,
    }
}

/// Why what is no material is refused: where all is, and where others are taken.
fn refused_as(kind: &Kind) -> Option<(&'static str, &'static str)> {
    match kind {
        // A case folder holds the key that signs its log, and so may a whole case: sealed and packed, it would go to the
        // other side.
        Kind::CaseFolder => Some(("web-add-case-folder", "web-left-case-folder")),
        Kind::CaseFile => Some(("web-add-case-file", "web-left-case-file")),
        Kind::Bundle(_) => Some(("web-add-bundle", "web-left-bundle")),
        // Packed, it would go to whoever gets the bundle.
        Kind::Key => Some(("web-add-key", "web-left-key")),
        Kind::Closed | Kind::Cut(..) | Kind::Broken(..) | Kind::Files => None,
    }
}

/// The folder that makes these files a bundle or a case; empty where it is no folder of its own.
fn folder_of(kind: &Kind, files: &[&Upload]) -> Option<String> {
    match kind {
        Kind::Files | Kind::Key | Kind::Closed | Kind::Cut(..) | Kind::Broken(..) => None,
        Kind::Bundle(folder) => Some(folder.clone()),
        Kind::CaseFile => folder_with("case-file.json", files),
        Kind::CaseFolder => folder_with("case.sqlite", files),
    }
}

/// The folder in which the first file of that name lies.
fn folder_with(last: &str, files: &[&Upload]) -> Option<String> {
    let mut names = files.iter().map(|file| file.name.as_str());
    let name = names.find(|name| name.rsplit(['/', '\\']).next() == Some(last))?;
    Some(name.rsplit_once('/').map_or_else(String::new, |(folder, _)| folder.to_owned()))
}

fn one(file: &Upload, as_it_is: bool) -> Result<Incoming<'static>, RefusedInput> {
    let refused = |refusal: Refusal| RefusedInput { name: file.name.clone(), refusal };
    let content = if as_it_is || file.bytes > IN_MEMORY {
        Content::Stream(Box::new(BufReader::with_capacity(1 << 20, file.source())))
    } else {
        Content::Bytes(file.whole().map_err(refused)?)
    };
    Ok(Incoming { name: file.name.clone(), content })
}

fn options(call: &Call<'_>) -> Result<AddOptions, Refusal> {
    let on = |name: &str| call.typed(name).is_some();
    let observed = match call.typed("observed") {
        Some(typed) => {
            let at = beijing(typed).ok_or_else(|| unfit(call, "observed", typed))?;
            Some(Stamp { at, source: TimeSource::Declared })
        }
        None => None,
    };
    Ok(AddOptions {
        role: if call.typed("role") == Some("paper") { Role::Paper } else { Role::Material },
        mapping: None,
        observed,
        // In an office the clock is that of its server, of which whoever sends a file knows nothing.
        clock_ahead_ms: match call
            .typed("clock-ahead")
            .filter(|_| call.app.library.holder() != Holder::Office)
        {
            Some(typed) => {
                let near =
                    milliseconds(typed).filter(|ms| ms.unsigned_abs() <= FARTHEST_CLOCK.unsigned_abs());
                Some(near.ok_or_else(|| unfit(call, "clock-ahead", typed))?)
            }
            None => None,
        },
        source: call.typed("from").unwrap_or_default().to_owned(),
        by: call.by().map(str::to_owned),
        seal_only: on("seal-only"),
        keep_going: !on("all-or-none"),
        dry_run: on("dry-run"),
    })
}

/// A day and a time by the clock of Beijing, as a browser sends them: `2026-03-01T10:03`, with seconds where they were asked
/// for.
pub(super) fn beijing(typed: &str) -> Option<Instant> {
    let (day, time) = typed.split_once('T')?;
    let (hour, minute) = time.split_once(':')?;
    let (minute, second) = minute.split_once(':').unwrap_or((minute, "0"));
    let second = second.split('.').next()?;
    let (hour, minute, second): (i64, i64, i64) =
        (hour.parse().ok()?, minute.parse().ok()?, second.parse().ok()?);
    let fits = (0..24).contains(&hour) && (0..60).contains(&minute) && (0..60).contains(&second);
    fits.then_some(Instant(begins(day.parse().ok()?) + hour * 3600 + minute * 60 + second))
}

/// Seals text that was pasted, as a file of its own.
pub(crate) fn text(call: &Call<'_>) -> Result<Reply, Wrong> {
    let pasted = call.required("pasted")?.to_owned();
    let options = AddOptions { seal_only: true, ..options(call)? };
    let at = call.app.library.now().at.beijing_text();
    let stem: String = at.chars().filter(char::is_ascii_digit).take(14).collect();
    let added = call.desk((UseCase::AddMaterial, Object::Material), Touch::Write, |desk| {
        let name = format!("pasted-{stem}.txt");
        let mut files = std::iter::once(Ok(Incoming { name, content: Content::Bytes(pasted.into_bytes()) }));
        desk.add(&mut files, None, &options)
    })?;
    Ok(Reply::Page(Leaf::new(call.text("web-added"), None, told(call, &added))))
}

/// What somebody may want to look at again before they rely on a file: it was sealed as it is all the same.
fn doubt(item: &SealedItem) -> Option<&'static str> {
    let (_, ending) = item.name.rsplit_once('.')?;
    let picture = ["jpg", "jpeg", "png", "gif", "webp"].contains(&ending.to_lowercase().as_str());
    match item.digests.bytes {
        0 => Some("web-added-empty"),
        _ if picture && !item.format.starts_with("image/") => Some("web-added-no-picture"),
        _ => None,
    }
}

/// How many more of its kind there are than the examples that are listed, behind the last of these.
fn more(report: &redress_posts::ReaderReport, place: usize) -> Option<u64> {
    let code = &report.findings.get(place)?.code;
    let same = |one: &&Finding| one.code == *code;
    if report.findings.iter().skip(place.saturating_add(1)).any(|one| same(&one)) {
        return None;
    }
    let listed = u64::try_from(report.findings.iter().filter(same).count()).ok()?;
    let more = report.totals.get(code)?.saturating_sub(listed);
    (more > 0).then_some(more)
}

/// What became of each file.
pub(super) fn told(call: &Call<'_>, added: &Added) -> Markup {
    let counted = |report: &redress_posts::ReaderReport| {
        [
            ("rows", report.rows),
            ("distinct", report.distinct),
            ("repeats", report.repeats),
            ("ragged", report.ragged),
            ("skipped", report.skipped),
            ("undated", report.undated),
            ("masked", report.masked_authors),
        ]
    };
    html! {
        (card("added", &call.text(if added.dry_run { "web-added-dry" } else { "web-added-what" }), &html! {
            @if added.items.is_empty() { p { (call.text("web-added-nothing")) } }
            ul.lines { @for row in &added.items { li { div {
                h3 { (row.item.id) " " (safe_text(&row.item.name)) }
                @match &row.report {
                    Some(report) => p.muted { @for (place, (name, count)) in counted(report).into_iter().filter(|(name, count)| *count > 0 || *name == "rows").enumerate() { @if place > 0 { " · " } (call.text(&format!("report-reader-{name}"))) " " (call.words.number(count)) } },
                    None => p.muted { (call.text("web-added-sealed")) @if !added.dry_run && row.role == Role::Material && is_table(&row.item.name) { " " a href=(address(call, row.item.id)) { (call.text("web-columns-say")) } } },
                }
                @if let Some(archive) = &row.archive { (archived(call, row.item.id, archive)) }
                @if let Some(says) = &row.stated { (says_of_itself(call, row.item.id, says)) }
                @if let Some(code) = doubt(&row.item) { p.note { (call.text(code)) } }
                @if let Some(report) = &row.report { @for (place, finding) in report.findings.iter().enumerate() { @let said = call.told(finding); p.small { (said.sentence) @if let Some(advice) = said.advice { " " (advice) } @if let Some(more) = more(report, place) { " " b { (call.say("web-added-more", &[("count", more.into())])) } } } } }
            } } } }
            @for item in &added.kept_before { p.muted { (call.say("web-added-before", &[("item", item.to_string().into())])) } }
            @for finding in &added.findings { @let said = call.told(finding); p.small { (said.sentence) @if let Some(advice) = said.advice { " " (advice) } } }
        }))
        @if !added.refused.is_empty() { section.card.refused role="alert" {
            h2 { (call.say("web-added-refused", &[("count", added.refused.len().into())])) }
            p { (call.text("web-added-refused-how")) }
            @for one in &added.refused { @let said = call.told(&one.finding); p { b { (said.sentence) } @if let Some(place) = said.place { " " span.muted { "(" (place) ")" } } @if let Some(advice) = said.advice { " " (advice) } } }
        } }
        @if call.every("unread").next().is_some() { section.card.refused #unread role="alert" {
            h2 { (call.text("web-added-unread")) }
            ul { @for name in call.every("unread") { li { (safe_text(name)) } } }
            p { (call.text("web-added-unread-how")) }
        } }
        @if !added.dry_run { div.row { a.btn.main href=(call.at("evidence")) { (call.text("web-nav-evidence")) } a.btn href=(call.at("posts")) { (call.text("web-nav-posts")) } } }
    }
}
