//! Before a paper is final: exhibits that it hands in without a word of what they prove, whose file breaks off, or of whose file
//! nobody looked whether it does. None is an error, and all are seen before the paper goes out (法释〔2019〕19号 19, in force 2020-05-01, O).

use crate::call::Call;
use crate::loaded::Loaded;
use maud::{Markup, html};
use redress_base::{Finding, ItemId};
use redress_evidence::hash::digests;
use redress_forms::HandedIn;
use redress_words::safe_text;
use schemars::JsonSchema;
use serde::Serialize;

/// The box that says that they were seen.
pub(crate) const LOOKED: &str = "looked";
/// Exhibits that are named one by one.
const NAMED: usize = 20;
/// What a reader notices of a file that ends before its end.
const CUT: [&str; 6] = [
    "media-cut-off",
    "media-ots-cut",
    "posts-cut-in-character",
    "posts-json-cut",
    "posts-last-line-cut",
    "posts-last-row-cut",
];

/// An exhibit that is looked at once more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct SecondLook {
    /// Its number on the list.
    number: u64,
    /// The name under which it was sealed.
    file: String,
    /// Nothing stands in the paper of what it proves.
    without_purpose: bool,
    /// Its file ends before its end.
    breaks_off: bool,
    /// Whether its file is whole was not looked at: it is too long for that, or cannot be read here.
    unlooked: bool,
}

/// Of the exhibits that are handed in those with a reason to look again.
pub(crate) fn list(loaded: &Loaded, handed_in: &[HandedIn]) -> Vec<SecondLook> {
    let one = |one: &HandedIn| {
        let item = one.item.parse().ok();
        let breaks_off = item.is_some_and(|item| breaks_off(loaded, item));
        let unlooked = item.is_some_and(|item| unlooked(loaded, item));
        (breaks_off || unlooked || !one.purpose).then(|| SecondLook {
            number: one.number,
            file: one.file.clone(),
            without_purpose: !one.purpose,
            breaks_off,
            unlooked,
        })
    };
    handed_in.iter().filter_map(one).collect()
}

fn breaks_off(loaded: &Loaded, item: ItemId) -> bool {
    let cut = |findings: &[Finding]| findings.iter().any(|one| CUT.contains(&one.code.as_str()));
    loaded.archives.of.get(&item).is_some_and(|archive| !archive.complete)
        || loaded.stated.of.get(&item).is_some_and(|stated| cut(&stated.findings))
        || loaded.read.reports.get(&item).is_some_and(|report| cut(&report.findings))
}

/// Not looked at is not whole.
fn unlooked(loaded: &Loaded, item: ItemId) -> bool {
    loaded.archives.unlooked.contains(&item) || loaded.stated.unlooked.contains(&item)
}

/// What the box says: which exhibits were seen, and why. A list that is another one since has to be seen anew.
pub(crate) fn seen(all: &[SecondLook]) -> String {
    digests(format!("{all:?}").as_bytes()).sha256.to_string()
}

/// What is to be seen, and the box that says that it was; nothing where there is nothing.
pub(crate) fn told(call: &Call<'_>, all: &[SecondLook]) -> Markup {
    let why = |one: &SecondLook| {
        let reasons = [
            (one.without_purpose, "web-look-without-purpose"),
            (one.breaks_off, "web-look-breaks-off"),
            (one.unlooked, "web-look-unlooked"),
        ];
        let said: Vec<String> =
            reasons.into_iter().filter(|(applies, _)| *applies).map(|(_, code)| call.text(code)).collect();
        said.join(" ")
    };
    html! { @if !all.is_empty() { div #second-look {
        p { (call.say("web-look", &[("count", all.len().into())])) " " a href=(call.at("papers/exhibits")) { (call.text("web-exhibits-open")) } }
        ul.dots { @for one in all.iter().take(NAMED) { li { (call.say("web-exhibit", &[("number", one.number.into())])) " " (safe_text(&one.file)) ": " (why(one)) } } }
        @if all.len() > NAMED { p.small.muted { (call.say("web-to-do-more", &[("count", (all.len() - NAMED).into())])) } }
        label.check { input type="checkbox" name=(LOOKED) value=(seen(all)); (call.text("web-field-looked")) }
    } } }
}
