//! A form that was refused comes back on its own page: what was typed stands in it, and why it was refused stands at the
//! field that it is about.

use crate::act::party::asks_whether_doubted;
use crate::act::step::asks_whether_early;
use crate::call::{Call, SOUGHT};
use crate::page::question::FIELDS;
use crate::refill::{Refusal, refill};
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::{Answer, page_at, shown_at};
use crate::{act, page, secrets, shell};
use redress_base::{Arg, Fault, Finding};
use redress_words::{Language, safe_text};
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// The page on which a form stands.
struct Origin {
    /// Its address without what stands after the question mark.
    path: String,
    /// Parts of that path by their names.
    parts: BTreeMap<String, String>,
    /// What stands after the question mark.
    query: Vec<(String, String)>,
    show: Answer,
}

/// The page of the form that was sent, with what was typed and why it was refused; nothing where no such page can be shown.
/// Where an address asked what cannot be asked, it is the page that asks nothing, with what was asked in its form.
pub(crate) fn shown(call: &Call<'_>, wrong: &Wrong) -> Option<String> {
    // What belongs elsewhere is shown the way there, and not the same form once more.
    let way = shell::way_on(call, wrong);
    let asks = call.form.is_empty();
    if (asks && call.query.is_empty()) || !mendable(wrong) || (way.is_some() && !said_more(wrong)) {
        return None;
    }
    let origin = if asks { asked(call)? } else { origin(call)? };
    // What narrows a page may be what is refused: then it is shown whole.
    let (page, leaf) = drawn(call, &origin, &origin.query).or_else(|| drawn(call, &origin, &[]))?;
    let html = shell::frame(&page, &leaf).into_string();
    // A page that keeps what was typed tells by itself, at the field, what of it does not fit.
    if html.contains(" id=\"refused\"") {
        return Some(html);
    }
    let (said, finding) = (call.told(&wrong.finding()), wrong.finding());
    let mut sentences = vec![said.sentence];
    sentences.extend(said.advice);
    // Sealing and packing make entries before they can fail; what is unfit is refused before any.
    if !asks && !call.case().is_empty() && !enters_first(call.path) && !entered(wrong) {
        sentences.push(call.text("web-wrong-unchanged"));
    }
    let field = field(call, &finding);
    let way = way.map(|(address, code)| (address, call.text(code)));
    let typed = if asks { asked_as_typed(call) } else { call.form.to_vec() };
    let spared = secrets::without(&typed);
    if spared != typed {
        sentences.push(call.text("web-secret-lines"));
    }
    refill(&html, call.path, &spared, &Refusal { sentences, field, anew: anew(call), way, asks })
}

/// The page of the address itself, asked nothing.
fn asked(call: &Call<'_>) -> Option<Origin> {
    let (show, parts) = page_at(call.path)?;
    Some(Origin { path: call.path.to_owned(), parts, query: Vec::new(), show })
}

/// What the address asks, as it would be typed: the words for which a number stands are put back.
fn asked_as_typed(call: &Call<'_>) -> Vec<(String, String)> {
    let mut typed = call.query.to_vec();
    if let Ok(Some(words)) = call.sought(call.query) {
        typed.retain(|(name, _)| name != "q");
        typed.push(("q".to_owned(), words));
    }
    typed
}

/// A page, asked that; nothing where it is none.
fn drawn<'b>(
    call: &'b Call<'_>,
    origin: &'b Origin,
    query: &'b [(String, String)],
) -> Option<(Call<'b>, Leaf)> {
    let page = Call {
        path: &origin.path,
        parts: &origin.parts,
        form: &[],
        files: &[],
        script: false,
        read: OnceCell::new(),
        ..call.asking(query)
    };
    let Ok(Reply::Page(leaf)) = (origin.show)(&page) else { return None };
    Some((page, leaf))
}

/// The field that a refusal is about: the one that it names, as the page or as the room behind it calls it, or the one that
/// such a refusal is always about.
fn field(call: &Call<'_>, finding: &Finding) -> Option<String> {
    let said = |name: &str| match finding.args.get(name) {
        Some(Arg::Text(text)) => Some(text.clone()),
        _ => None,
    };
    said("at")
        .or_else(|| {
            said("day")
                .or_else(|| said("moment"))
                .filter(|_| AHEAD.contains(&finding.code.as_str()))
                .and_then(|day| typed_as(call, &day))
        })
        .or_else(|| field_of(call.path, &finding.code).map(str::to_owned))
        .or_else(|| said("field"))
}

/// Refusals of a day or a moment that has not come; a form may ask for several.
const AHEAD: [&str; 3] = ["workbench-day-ahead", "workbench-moment-ahead", "procedure-in-future"];

/// The field into which that day was typed, or a moment of it.
fn typed_as(call: &Call<'_>, day: &str) -> Option<String> {
    let same = |typed: &str| typed.len() >= 10 && day.starts_with(typed);
    call.form.iter().find(|(_, typed)| same(typed.trim())).map(|(name, _)| name.clone())
}

/// What a page says more of, and the form is of use all the same.
fn said_more(wrong: &Wrong) -> bool {
    matches!(wrong, Wrong::Refused(refusal) if refusal.finding.code == "envelope-closed")
}

/// The files that came and were not taken: a browser never puts them back into a form.
fn anew(call: &Call<'_>) -> Option<String> {
    const NAMED: usize = 5;
    let mut names: Vec<String> = call.files.iter().take(NAMED).map(|file| safe_text(&file.name)).collect();
    if names.is_empty() {
        return None;
    }
    if call.files.len() > NAMED {
        names.push("…".to_owned());
    }
    let (gap, count) =
        (if call.words.language() == Language::ZhHans { "、" } else { ", " }, call.files.len());
    Some(call.say("web-add-anew", &[("files", names.join(gap).into()), ("count", count.into())]))
}

/// The address of the page on which the form stands.
pub(crate) fn address(call: &Call<'_>) -> Option<String> {
    let origin = origin(call)?;
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(&origin.query).finish();
    Some(if query.is_empty() { origin.path } else { format!("{}?{query}", origin.path) })
}

/// What was typed can be put right: it did not fit, or somebody else was faster.
const fn mendable(wrong: &Wrong) -> bool {
    match wrong {
        Wrong::Refused(refusal) => matches!(refusal.fault, Fault::Usage | Fault::Input | Fault::Busy),
        Wrong::NotFound | Wrong::NotOurs => false,
    }
}

/// Acts that sign the log, or say that something leaves, before all of it can be known to succeed.
pub(crate) fn enters_first(path: &str) -> bool {
    [
        "/seals/",
        "/bundle/pack",
        "/copy",
        "/hand-over",
        "/seal",
        "/evidence/view",
        "/evidence/file",
        "/procedure/calendar",
    ]
    .iter()
    .any(|act| path.contains(act))
}

/// A refusal that is an entry itself.
pub(crate) fn entered(wrong: &Wrong) -> bool {
    matches!(wrong, Wrong::Refused(refusal) if refusal.finding.code == "workbench-cover-names-party")
}

/// The field that a refusal of the work behind a form is about, by its code.
fn field_of(path: &str, code: &str) -> Option<&'static str> {
    // An auditor is an account like the members of a case, under another name.
    if path == "/office/audit" && ["workbench-no-account-for-role", "workbench-account-own"].contains(&code) {
        return Some("auditor");
    }
    let (_, field) = [
        ("case-value-unfit", "value"),
        ("case-party-acts-for-whom", "for"),
        ("case-party-relative-of-whom", "for"),
        ("case-party-why-relative", "because"),
        ("case-party-why-guardian", "because"),
        ("case-party-why-agent", "because"),
        ("case-party-kind", "person"),
        ("workbench-day-ahead", "on"),
        ("procedure-in-future", "on"),
        ("envelope-recipient", "closed-to"),
        ("envelope-secret", "closed-to"),
        ("envelope-nobody", "closed-to"),
        ("web-copy-unsure", "sure"),
        ("web-step-unsure", "sure"),
        ("workbench-cover-personal", "cover"),
        ("workbench-cover-names-party", "cover"),
        ("workbench-transfer-nowhere", "to-body"),
        ("workbench-transfer-not-holder", "from-body"),
        ("workbench-transfer-never-came", "way"),
        ("workbench-judgement-needs-person", "standing"),
        ("workbench-term-of-statement", "scope"),
        ("workbench-notice-by-whom", "body"),
        ("workbench-limit-unknown", "limit"),
        ("workbench-duty-unknown", "duty"),
        ("procedure-body-missing", "body"),
        ("workbench-corroborates-itself", "corroborates"),
        ("workbench-ended-before", "ended"),
        ("workbench-steps-many", "steps"),
        ("workbench-proof-of-itself", "proof-of"),
        ("workbench-check-value", "check-value"),
        ("workbench-cosigner-key", "cosigner"),
        ("authority-address", "authority-address"),
        ("web-member-unsure", "sure"),
        ("rights-name-unfit", "account-name"),
        ("rights-password-short", "new-password"),
        ("rights-password-long", "new-password"),
        ("rights-password-control", "new-password"),
        ("rights-password-guessable", "new-password"),
        ("workbench-account-exists", "account-name"),
        ("workbench-account-without-role", "holds"),
        ("workbench-member-already", "member"),
        ("workbench-member-scope", "part"),
        ("workbench-member-until", "last-day"),
        ("workbench-no-account-for-role", "member"),
        ("workbench-no-such-mark", "audit-mark"),
        ("workbench-sign-in-wrong", "old-password"),
    ]
    .into_iter()
    .find(|(known, _)| *known == code)?;
    Some(field)
}

/// Which page shows the form that was sent to this address.
fn origin(call: &Call<'_>) -> Option<Origin> {
    let (path, query) = place(call)?;
    // The form in which a post is said in neutral words comes with its words, which are asked for one by one.
    if call.path == call.at("posts/summary") {
        return Some(Origin { path, parts: call.parts.clone(), query, show: page::neutral::again });
    }
    let (show, parts) = page_at(&path)?;
    Some(Origin { path, parts, query, show })
}

/// The address of that page, and what it is asked. It is the page that is named in the form, or the one above the address, but
/// for forms that stand elsewhere.
fn place(call: &Call<'_>) -> Option<(String, Vec<(String, String)>)> {
    let under = call.path.strip_prefix(&call.at("")).filter(|_| !call.case().is_empty());
    let typed = |name: &str| call.typed(name).map(str::to_owned);
    let asked = |fields: &[&str]| -> Vec<(String, String)> {
        fields.iter().filter_map(|name| Some(((*name).to_owned(), typed(name)?))).collect()
    };
    let plain = |path: String| Some((path, Vec::new()));
    match under {
        Some("/people/set") => Some((call.at(&format!("people/{}", typed("of-party")?)), doubted(call))),
        Some("/people/add") => Some((call.at("people"), doubted(call))),
        Some("/people/take-back" | "/people/strike" | "/people/look") => {
            plain(call.at(&format!("people/{}", typed("of-party")?)))
        }
        Some("/facts/set") => Some((call.at("facts"), fact(call))),
        Some("/step") => {
            let mut query = asked(&["procedure", "track", "event", "statement"]);
            query.extend(asks_whether_early(call).then(|| ("early".to_owned(), "1".to_owned())));
            Some((call.at("step"), query))
        }
        Some("/evidence/columns") => Some((call.path.to_owned(), asked(&["item"]))),
        // What is looked for narrows the page on which it is asked.
        Some("/posts" | "/facts" | "/statements") => Some((call.path.to_owned(), narrowed(call))),
        None if ["/register", "/law", "/law/facts"].contains(&call.path) => {
            Some((call.path.to_owned(), narrowed(call)))
        }
        Some("/add" | "/add/text") => plain(call.at("evidence")),
        Some("/bundle/pack" | "/copy") => plain(call.at("bundle")),
        Some("/papers/draw") => plain(call.at(&format!("papers/{}", typed("form")?))),
        Some("/papers/exhibits") => Some((call.path.to_owned(), asked(&["skip"]))),
        Some("/posts/summary") => Some((call.path.to_owned(), asked(&["post", "back"]))),
        Some("/seal") if typed("back").is_none() => plain(call.at("history")),
        Some(other) if other.starts_with("/record/") => Some((call.path.to_owned(), asked(&["duty"]))),
        None if call.path == "/c" => plain("/".to_owned()),
        None if call.path == "/statistics/publish" => Some((call.path.to_owned(), asked(&["of-case"]))),
        None if call.path == "/statistics/paper" => Some(("/statistics".to_owned(), asked(&FIELDS))),
        _ => Some(named(call).unwrap_or_else(|| (shown_at(call.path).to_owned(), Vec::new()))),
    }
}

/// Whether the form of a party asks if what was typed is meant.
fn doubted(call: &Call<'_>) -> Vec<(String, String)> {
    asks_whether_doubted(call).then(|| ("doubted".to_owned(), "1".to_owned())).into_iter().collect()
}

/// What a search asks beside its words.
fn narrowed(call: &Call<'_>) -> Vec<(String, String)> {
    let beside = |(name, value): &&(String, String)| {
        !["token", "q", SOUGHT].contains(&name.as_str())
            && !value.trim().is_empty()
            && !redress_envelope::holds_secret(value)
    };
    call.form.iter().filter(beside).cloned().collect()
}

/// The page of this server that the form names as the one to go back to: it stands there.
fn named(call: &Call<'_>) -> Option<(String, Vec<(String, String)>)> {
    let back = act::back(call, "");
    let (path, query) = back.split_once('?').unwrap_or((&back, ""));
    let (path, query) = (path.split('#').next()?, query.split('#').next()?);
    let mut query: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    // The form that sets an exhibit aside stands on the page that is asked for it; one comes back to its line.
    if call.path == call.at("strike")
        && path == call.at("evidence")
        && let Some((_, item)) = back.split_once('#')
    {
        query.push(("aside".to_owned(), item.to_owned()));
    }
    (!path.is_empty()).then(|| (path.to_owned(), query))
}

/// A fact is asked for in two pages: which fact, and about which statement.
fn fact(call: &Call<'_>) -> Vec<(String, String)> {
    let mut query: Vec<(String, String)> =
        call.typed("term").map(|term| ("term".to_owned(), term.to_owned())).into_iter().collect();
    let post = call.typed("scope").and_then(|scope| scope.strip_prefix("post:"));
    let found = post.and_then(|post| {
        let loaded = call.loaded().ok()?;
        let place = loaded.read.rows.statement(loaded.read.corpus.find(post)?)?;
        Some(loaded.read.statements.list().get(place)?.id.clone())
    });
    query.extend(found.map(|id| ("statement".to_owned(), id)));
    query
}
