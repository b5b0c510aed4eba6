//! A form that was refused comes back on its own page: what was typed stands in it, and why it was refused stands at the
//! field that it is about.

use crate::act::step::asks_whether_early;
use crate::call::Call;
use crate::refill::{Refusal, refill};
use crate::reply::{Reply, Wrong};
use crate::routes::{Answer, ROUTES};
use crate::shell;
use redress_base::{Arg, Fault};
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
pub(crate) fn shown(call: &Call<'_>, wrong: &Wrong) -> Option<String> {
    // What belongs elsewhere is shown the way there, and not the same form once more.
    if call.form.is_empty() || !mendable(wrong) || crate::shell::way_on(call, wrong).is_some() {
        return None;
    }
    let origin = origin(call)?;
    let page = Call {
        app: call.app,
        words: call.words,
        name: call.name,
        session: call.session,
        path: &origin.path,
        parts: &origin.parts,
        query: &origin.query,
        form: &[],
        files: &[],
        script: false,
        read: OnceCell::new(),
    };
    let Ok(Reply::Page(leaf)) = (origin.show)(&page) else { return None };
    let html = shell::frame(&page, &leaf).into_string();
    let (said, finding) = (call.told(&wrong.finding()), wrong.finding());
    let mut sentences = vec![said.sentence];
    sentences.extend(said.advice);
    // Sealing and packing make entries before they can fail; what is unfit is refused before any.
    if !call.case().is_empty() && !enters_first(call.path) {
        sentences.push(call.text("web-wrong-unchanged"));
    }
    let field = match finding.args.get("at") {
        Some(Arg::Text(field)) => Some(field.clone()),
        _ => field_of(&finding.code).map(str::to_owned),
    };
    refill(&html, call.path, call.form, &Refusal { sentences, field, anew: anew(call) })
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
    ["/seals/", "/bundle/pack", "/copy", "/seal", "/evidence/view", "/evidence/file", "/procedure/calendar"]
        .iter()
        .any(|act| path.contains(act))
}

/// The field that a refusal of the work behind a form is about, by its code.
fn field_of(code: &str) -> Option<&'static str> {
    let (_, field) = [
        ("case-value-unfit", "value"),
        ("case-party-acts-for-whom", "for"),
        ("case-party-relative-of-whom", "for"),
        ("case-party-why-relative", "because"),
        ("case-party-why-guardian", "because"),
        ("case-party-why-agent", "because"),
        ("case-party-kind", "person"),
        ("workbench-day-ahead", "on"),
        ("workbench-transfer-nowhere", "to-body"),
        ("workbench-transfer-not-holder", "from-body"),
        ("workbench-transfer-never-came", "way"),
        ("workbench-judgement-needs-person", "standing"),
        ("workbench-term-of-statement", "scope"),
        ("workbench-notice-by-whom", "body"),
        ("workbench-limit-unknown", "limit"),
        ("workbench-duty-unknown", "duty"),
        ("procedure-body-missing", "body"),
        ("web-hand-over-unsure", "sure"),
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
    let mut parts = call.parts.clone();
    let under = call.path.strip_prefix(&format!("/c/{}", call.case())).filter(|_| !call.case().is_empty());
    let typed = |name: &str| call.typed(name).map(str::to_owned);
    let asked = |fields: &[&str]| -> Vec<(String, String)> {
        fields.iter().filter_map(|name| Some(((*name).to_owned(), typed(name)?))).collect()
    };
    let (pattern, path, query) = match under {
        Some("/people/add") => ("/c/{case}/people", call.at("people"), Vec::new()),
        Some("/people/set" | "/people/take-back" | "/people/strike" | "/people/look") => {
            let party = typed("of-party")?;
            let path = call.at(&format!("people/{party}"));
            parts.insert("party".to_owned(), party);
            ("/c/{case}/people/{party}", path, Vec::new())
        }
        Some("/facts/set") => ("/c/{case}/facts", call.at("facts"), fact(call)),
        Some("/facts/withdraw" | "/facts/dispute") => ("/c/{case}/facts", call.at("facts"), Vec::new()),
        Some("/step") => {
            let mut query = asked(&["procedure", "track", "event", "statement"]);
            query.extend(asks_whether_early(call).then(|| ("early".to_owned(), "1".to_owned())));
            ("/c/{case}/step", call.at("step"), query)
        }
        Some("/name") => ("/c/{case}", call.at(""), Vec::new()),
        Some("/hand-over") => ("/c/{case}/hand-over", call.at("hand-over"), Vec::new()),
        Some("/evidence/columns") => {
            ("/c/{case}/evidence/columns", call.at("evidence/columns"), asked(&["item"]))
        }
        Some("/add" | "/add/text") => ("/c/{case}/evidence", call.at("evidence"), Vec::new()),
        Some(
            "/seals/ask" | "/seals/answer" | "/seals/request" | "/seals/cosignature" | "/seals/question",
        ) => ("/c/{case}/seals", call.at("seals"), Vec::new()),
        Some(other) if other.starts_with("/record/") => {
            ("/c/{case}/record/{kind}", call.path.to_owned(), asked(&["duty"]))
        }
        None if call.path == "/cosign" => ("/cosign", "/cosign".to_owned(), Vec::new()),
        Some("/members" | "/members/end") => ("/c/{case}/members", call.at("members"), Vec::new()),
        Some("/procedure/calendar") => {
            ("/c/{case}/procedure/calendar", call.at("procedure/calendar"), Vec::new())
        }
        None if call.path.starts_with("/office/") => ("/office", "/office".to_owned(), Vec::new()),
        None if call.path == "/settings/password" => ("/settings", "/settings".to_owned(), Vec::new()),
        None if call.path == "/statistics/publish" => {
            ("/statistics/publish", "/statistics/publish".to_owned(), Vec::new())
        }
        None if call.path == "/c" => ("/", "/".to_owned(), Vec::new()),
        _ => return None,
    };
    let show = ROUTES.iter().find(|route| route.path == pattern)?.get?;
    Some(Origin { path, parts, query, show })
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
