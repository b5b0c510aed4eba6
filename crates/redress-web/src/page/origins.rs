//! Where exhibits come from and what was done with them: the forms of the three records (how something was captured,
//! somebody else's proof, an act on an original), and those that stand.
//!
//! Neither the address nor the account number of a capture stands on a page, nor its steps, which may name both: they are
//! shown when somebody asks for them, which is an entry first.

use super::fields::{line, strike};
use super::posts::moment;
use super::records::Record;
use crate::call::Call;
use crate::library::Touch;
use crate::loaded::Loaded;
use crate::reply::Wrong;
use crate::shell::token;
use maud::{Markup, html};
use redress_base::{Digests, ItemId, Stamp, TimeSource};
use redress_case::{
    Act, Agreement, Attestation, Capture, CleanStep, Handling, Interest, KeptItem, Online, Operator, Proof,
    Recorded, Role, State,
};
use redress_rights::{Object, UseCase};
use redress_words::safe_text;
use redress_workbench::seconds;
use schemars::JsonSchema;
use serde::Serialize;

/// The kinds, by the words of their addresses.
pub(crate) const ORIGINS: [&str; 3] = ["capture", "proof", "handling"];
/// Of more exhibits than this one is chosen from a list, and not ticked.
const BOXES: usize = 60;

/// How something was captured, without what may name somebody.
#[derive(Serialize, JsonSchema)]
pub(crate) struct CaptureRow<'l> {
    /// Number of the entry.
    pub(crate) entry: u64,
    /// Who made it.
    pub(crate) by: &'l str,
    /// Whether it is the one that counts for its item: the last that was not struck.
    pub(crate) counts: bool,
    /// What was recorded, without the address, the account number and the steps.
    pub(crate) of: Capture,
    /// What of it is recorded and not given here.
    pub(crate) withheld: Withheld,
}

/// What is recorded of a capture and shown only where somebody asks for it.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Withheld {
    /// The address that was open.
    pub(crate) address: bool,
    /// The account number that the page showed.
    pub(crate) account: bool,
    /// How many steps.
    pub(crate) steps: usize,
}

/// Somebody else's proof, with what its check value agrees with.
#[derive(Serialize, JsonSchema)]
pub(crate) struct ProofRow<'l> {
    /// Number of the entry.
    pub(crate) entry: u64,
    /// Who made it.
    pub(crate) by: &'l str,
    /// What was recorded.
    pub(crate) of: &'l Attestation,
    /// What the check value that it prints agrees with; absent where it prints none.
    pub(crate) agrees: Option<Agreement>,
}

/// All of it that stands.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Origins<'l> {
    /// How exhibits were captured.
    pub(crate) captures: Vec<CaptureRow<'l>>,
    /// What others attest.
    pub(crate) proofs: Vec<ProofRow<'l>>,
    /// What was done with originals.
    pub(crate) handlings: Vec<Record<'l, Handling>>,
}

/// Those of one kind.
#[derive(Serialize, JsonSchema)]
#[serde(tag = "kind", content = "records", rename_all = "kebab-case")]
pub(crate) enum OfOrigin<'l> {
    /// How exhibits were captured.
    Capture(Vec<CaptureRow<'l>>),
    /// What others attest.
    Proof(Vec<ProofRow<'l>>),
    /// What was done with originals.
    Handling(Vec<Record<'l, Handling>>),
}

fn standing<T>(list: &[Recorded<T>]) -> impl Iterator<Item = &Recorded<T>> {
    list.iter().filter(|one| one.struck.is_none())
}

impl<'l> Origins<'l> {
    /// What stands, of one exhibit or of all.
    pub(crate) fn of(state: &'l State, item: Option<ItemId>) -> Origins<'l> {
        let is = |one: ItemId| item.is_none_or(|item| item == one);
        let capture = |one: &'l Recorded<Capture>| CaptureRow {
            entry: one.seq,
            by: &one.by,
            counts: state.capture_of(one.of.item).is_some_and(|last| last.seq == one.seq),
            of: Capture { address: None, account: None, steps: Vec::new(), ..one.of.clone() },
            withheld: Withheld {
                address: one.of.address.is_some(),
                account: one.of.account.is_some(),
                steps: one.of.steps.len(),
            },
        };
        let digests = |item: ItemId| -> Option<Digests> { Some(state.items.get(&item)?.item.digests) };
        let proof = |one: &'l Recorded<Attestation>| ProofRow {
            entry: one.seq,
            by: &one.by,
            of: &one.of,
            agrees: one.of.agrees(digests),
        };
        let attested =
            |one: &&Recorded<Attestation>| is(one.of.proof) || one.of.of.iter().any(|item| is(*item));
        let handled = standing(&state.handlings).filter(|one| is(one.of.item));
        Origins {
            captures: standing(&state.captures).filter(|one| is(one.of.item)).map(capture).collect(),
            proofs: standing(&state.attestations).filter(attested).map(proof).collect(),
            handlings: handled.map(|one| Record { entry: one.seq, by: &one.by, of: &one.of }).collect(),
        }
    }

    /// Those of one kind; nothing for a word that names none.
    pub(crate) fn of_kind(self, kind: &str) -> Option<OfOrigin<'l>> {
        Some(match kind {
            "capture" => OfOrigin::Capture(self.captures),
            "proof" => OfOrigin::Proof(self.proofs),
            "handling" => OfOrigin::Handling(self.handlings),
            _ => return None,
        })
    }

    /// One row for each of that kind, the last first.
    pub(crate) fn rows(&self, call: &Call<'_>, kind: &str) -> Vec<Markup> {
        let mut rows: Vec<Markup> = match kind {
            "capture" => self.captures.iter().map(|one| capture_row(call, one)).collect(),
            "proof" => self.proofs.iter().map(|one| proof_row(call, one)).collect(),
            _ => self.handlings.iter().map(|one| handling_row(call, one)).collect(),
        };
        rows.reverse();
        rows
    }
}

/// Whether this visitor may see what exhibits there are: these records are about nothing else.
///
/// # Errors
/// Where they may not.
pub(crate) fn may_see(call: &Call<'_>) -> Result<(), Wrong> {
    call.desk((UseCase::ViewMasked, Object::Material), Touch::Read, |_| Ok(()))
}

/// The form of one kind.
pub(crate) fn form(call: &Call<'_>, loaded: &Loaded, kind: &str) -> Markup {
    match kind {
        "capture" => capture(call, loaded),
        "proof" => proof(call, loaded),
        _ => handling(call, loaded),
    }
}

/// Exhibits that somebody brought, and not what the program itself sealed.
pub(crate) fn brought(state: &State) -> impl Iterator<Item = &KeptItem> {
    state.items.values().filter(|kept| !matches!(kept.role, Role::Checkpoint | Role::Timestamp))
}

/// Several exhibits: ticked, or where there are very many chosen from a list.
fn several(call: &Call<'_>, loaded: &Loaded, field: &str, chosen: &[ItemId]) -> Markup {
    let all: Vec<&KeptItem> = brought(&loaded.state).collect();
    let label = call.text(&format!("web-field-{field}"));
    html! {
        @if all.len() <= BOXES {
            fieldset.pick { legend { (label) }
                @for kept in all { label.check { input type="checkbox" name=(field) value=(kept.item.id) checked[chosen.contains(&kept.item.id)]; span { (kept.item.id) " " (safe_text(&kept.item.name)) } } }
            }
        } @else {
            label { (label) select name=(field) multiple size="8" { @for kept in all { option value=(kept.item.id) selected[chosen.contains(&kept.item.id)] { (kept.item.id) " " (safe_text(&kept.item.name)) } } } }
        }
    }
}

/// One exhibit.
fn one(call: &Call<'_>, loaded: &Loaded, field: &str, required: bool) -> Markup {
    let chosen = asked(call);
    html! {
        label { (call.text(&format!("web-field-{field}"))) select name=(field) required[required] {
            option value="" { (call.text(if required { "web-choose" } else { "web-exhibit-none" })) }
            @for kept in brought(&loaded.state) { option value=(kept.item.id) selected[required && chosen == Some(kept.item.id)] { (kept.item.id) " " (safe_text(&kept.item.name)) } }
        } }
    }
}

/// The exhibit that the address names.
pub(crate) fn asked(call: &Call<'_>) -> Option<ItemId> {
    call.asked("item").and_then(|typed| typed.parse().ok())
}

/// A line of text that stands there already.
fn filled(call: &Call<'_>, field: &str, value: Option<&String>) -> Markup {
    html! { label { (call.text(&format!("web-field-{field}"))) input name=(field) maxlength="2000" autocomplete="off" value=[value]; } }
}

/// One of a few words, or nothing.
fn word(
    call: &Call<'_>,
    field: &str,
    beginning: &str,
    words: &[&str],
    chosen: Option<&str>,
    must: bool,
) -> Markup {
    html! {
        label { (call.text(&format!("web-field-{field}"))) select name=(field) required[must] {
            option value="" { (call.text(if must { "web-choose" } else { "web-not-recorded" })) }
            @for word in words { option value=(word) selected[chosen == Some(*word)] { (call.text(&format!("{beginning}{word}"))) } }
        } }
    }
}

/// How something was captured. Whoever records several captures made in the same way begins with an earlier record.
fn capture(call: &Call<'_>, loaded: &Loaded) -> Markup {
    let like = call.asked("like").and_then(|typed| typed.parse::<u64>().ok());
    let earlier = standing(&loaded.state.captures).find(|one| Some(one.seq) == like).map(|one| &one.of);
    let chosen: Vec<ItemId> = asked(call).into_iter().collect();
    let operators: Vec<&str> = Operator::ALL.iter().map(|one| one.word()).collect();
    let interests: Vec<&str> = Interest::ALL.iter().map(|one| one.word()).collect();
    html! {
        p.muted { (call.text("web-capture-record-empty")) }
        (several(call, loaded, "captured", &chosen))
        (word(call, "operator", "case-operator-", &operators, earlier.map(|one| one.operator.word()), true))
        (word(call, "interest", "case-interest-", &interests, earlier.and_then(|one| one.interest).map(Interest::word), false))
        @if !loaded.state.parties().is_empty() { label { (call.text("web-field-operator-party")) select name="operator-party" {
            option value="" { (call.text("web-not-recorded")) }
            @for party in loaded.state.parties().values() { option value=(party.id) selected[earlier.is_some_and(|one| one.party == Some(party.id))] { (party.id) " · " (call.text(&format!("case-capacity-{}", party.capacity.word()))) } }
        } } }
        @for (field, value) in [("device", earlier.and_then(|one| one.device.as_ref())), ("system", earlier.and_then(|one| one.system.as_ref())), ("tool", earlier.and_then(|one| one.tool.as_ref())), ("network", earlier.and_then(|one| one.network.as_ref()))] { (filled(call, field, value)) }
        label { (call.text("web-field-began")) input type="datetime-local" name="began" step="1"; }
        label { (call.text("web-field-ended")) input type="datetime-local" name="ended" step="1"; }
        label { (call.text("web-field-page-address")) input name="page-address" maxlength="2000" autocomplete="off" placeholder="https://"; }
        (line(call, "page-account", false))
        label { (call.text("web-field-steps")) textarea name="steps" rows="4" maxlength="60000" {} }
        (capture_more(call, loaded, earlier))
    }
}

/// What only some can say, and what makes a capture stronger.
fn capture_more(call: &Call<'_>, loaded: &Loaded, earlier: Option<&Capture>) -> Markup {
    let online: Vec<&str> = Online::ALL.iter().map(|one| one.word()).collect();
    let clean = earlier.map(|one| one.clean.as_slice()).unwrap_or_default();
    html! {
        details {
            summary { (call.text("web-capture-record-clean")) }
            p.small.muted { (call.text("web-capture-record-clean-why")) }
            div.fields {
                fieldset { legend { (call.text("web-field-clean")) }
                    @for step in CleanStep::ALL { label.check { input type="checkbox" name="clean" value=(step.word()) checked[clean.contains(step)]; span { (call.text(&format!("case-clean-{}", step.word()))) } } }
                }
                (filled(call, "clock-against", earlier.and_then(|one| one.clock.as_ref()).map(|clock| &clock.against)))
                label { (call.text("web-field-clock-ahead")) input name="clock-ahead" inputmode="decimal" maxlength="16" autocomplete="off" placeholder="-0.34"; }
                label { (call.text("web-field-tool-sha256")) input.mono name="tool-sha256" maxlength="64" autocomplete="off" value=[earlier.and_then(|one| one.tool_sha256).map(|digest| digest.to_string())]; }
            }
        }
        details {
            summary { (call.text("web-capture-record-beside")) }
            div.fields {
                (word(call, "online", "case-online-", &online, None, false))
                (one(call, loaded, "corroborates", false))
                p.small.muted { (call.text("web-capture-record-second")) }
                (several(call, loaded, "raw", &[]))
                (several(call, loaded, "rendered", &[]))
                (line(call, "hashed", false))
            }
        }
    }
}

/// Somebody else's proof, brought first as an exhibit of its own.
fn proof(call: &Call<'_>, loaded: &Loaded) -> Markup {
    let kinds: Vec<&str> = Proof::ALL.iter().map(|one| one.word()).collect();
    html! {
        p.muted { (call.text("web-proof-first")) " " a href=(call.at("evidence")) { (call.text("web-nav-evidence")) } }
        (one(call, loaded, "proof", true))
        (several(call, loaded, "proof-of", &[]))
        (word(call, "proof-kind", "case-proof-", &kinds, None, true))
        (line(call, "issuer", true))
        (line(call, "proof-number", false))
        label { (call.text("web-field-check-value")) input.mono name="check-value" maxlength="200" autocomplete="off"; }
        p.small.muted { (call.text("web-proof-check-value")) }
    }
}

/// What was done with an original outside this program.
fn handling(call: &Call<'_>, loaded: &Loaded) -> Markup {
    let acts: Vec<&str> = Act::ALL.iter().map(|one| one.word()).collect();
    html! {
        (one(call, loaded, "handled", true))
        (word(call, "act", "case-act-", &acts, None, true))
        (super::fields::day(call, "handled-on", false))
        (line(call, "whom", false))
        (super::fields::lines(call, "handled-how"))
        (super::fields::lines(call, "outcome"))
    }
}

fn exhibit(call: &Call<'_>, item: ItemId) -> Markup {
    html! { a.ev href={(call.at("evidence")) "#" (item)} { (item) } " " }
}

/// What stands there of a record, and what is not recorded.
pub(crate) fn capture_row(call: &Call<'_>, row: &CaptureRow<'_>) -> Markup {
    let of = &row.of;
    let (said, open) = said(call, row);
    html! {
        article.fact id={"e-" (row.entry)} {
            h3 { (exhibit(call, of.item)) (call.text(&format!("case-operator-{}", of.operator.word()))) }
            p.small.muted { (call.words.author(row.by)) " · #" (row.entry) @if !row.counts { " · " (call.text("web-capture-record-older")) } }
            dl.limits { @for (name, value) in said { dt { (name) } dd { (value) } } }
            @if !open.is_empty() { p.small.muted { (call.say("web-capture-record-open", &[("fields", open.join(" · ").into())])) } }
            @if !call.session.spared && (row.withheld.address || row.withheld.account || row.withheld.steps > 0) {
                form method="post" action=(call.at("custody/look")) { (token(call)) input type="hidden" name="entry" value=(row.entry); button.btn.s { (call.text("web-capture-record-look")) span.vh { " #" (row.entry) } } }
            }
            p.small { a href={(call.at("record/capture")) "?like=" (row.entry)} { (call.text("web-capture-record-like")) span.vh { " #" (row.entry) } } }
            (strike(call, row.entry))
        }
    }
}

/// Fields of a record with their names: those that are recorded, and the names of those that are not.
fn said(call: &Call<'_>, row: &CaptureRow<'_>) -> (Vec<(String, Markup)>, Vec<String>) {
    let of = &row.of;
    let text = |value: Option<&String>| value.map(|value| html! { (safe_text(value)) });
    let at = |value: Option<redress_base::Instant>| {
        value.map(|at| html! { (moment(call, Stamp { at, source: TimeSource::Declared })) })
    };
    let items =
        |all: &[ItemId]| (!all.is_empty()).then(|| html! { @for item in all { (exhibit(call, *item)) } });
    let hidden = |there: bool| there.then(|| html! { (call.text("web-capture-record-kept")) });
    let clean = (!of.clean.is_empty()).then(|| {
        let steps: Vec<String> =
            of.clean.iter().map(|step| call.text(&format!("case-clean-{}", step.word()))).collect();
        html! { (steps.join(" · ")) }
    });
    let clock = of.clock.as_ref().map(|clock| {
        let seconds = seconds(clock.ahead_ms);
        let args = [("against", safe_text(&clock.against).into()), ("seconds", seconds.into())];
        html! { (call.say("web-capture-record-clock", &args)) }
    });
    let steps = row.withheld.steps;
    let fields: [(&str, Option<Markup>); 18] = [
        ("interest", of.interest.map(|one| html! { (call.text(&format!("case-interest-{}", one.word()))) })),
        ("operator-party", of.party.map(|party| html! { (party) })),
        ("device", text(of.device.as_ref())),
        ("system", text(of.system.as_ref())),
        ("tool", text(of.tool.as_ref())),
        ("tool-sha256", of.tool_sha256.map(|digest| html! { span.hash.mono { (digest) } })),
        ("network", text(of.network.as_ref())),
        ("began", at(of.began)),
        ("ended", at(of.ended)),
        ("clean", clean),
        ("clock-against", clock),
        ("page-address", hidden(row.withheld.address)),
        ("page-account", hidden(row.withheld.account)),
        (
            "steps",
            (steps > 0).then(|| html! { (call.say("web-capture-record-steps", &[("count", steps.into())])) }),
        ),
        ("raw", items(&of.raw)),
        ("rendered", items(&of.rendered)),
        ("online", of.online.map(|one| html! { (call.text(&format!("case-online-{}", one.word()))) })),
        ("corroborates", of.corroborates.map(|item| exhibit(call, item))),
    ];
    let (mut there, mut open) = (Vec::new(), Vec::new());
    for (field, value) in fields {
        let name = call.text(&format!("web-field-{field}"));
        match value {
            Some(value) => there.push((name, value)),
            None => open.push(name),
        }
    }
    if let Some(hashed) = &of.hashed {
        there.push((call.text("web-field-hashed"), html! { (safe_text(hashed)) }));
    }
    (there, open)
}

/// Whether the printed check value is one of the exhibits that the proof is about.
pub(crate) fn agreement(call: &Call<'_>, agrees: Option<&Agreement>) -> Markup {
    html! { @match agrees {
        Some(Agreement::With { item, algorithm }) => p { b { span aria-hidden="true" { "✓ " } (call.say("web-proof-agrees", &[("item", item.to_string().into()), ("algorithm", algorithm.as_str().into())])) } },
        Some(Agreement::WithNone) => p.trouble { span aria-hidden="true" { "✗ " } (call.text("web-proof-agrees-with-none")) },
        Some(Agreement::NotCompared) => p { span aria-hidden="true" { "? " } (call.text("web-proof-agrees-not-compared")) },
        None => p.muted { (call.text("web-proof-no-value")) },
    } }
}

/// Somebody else's proof.
pub(crate) fn proof_row(call: &Call<'_>, row: &ProofRow<'_>) -> Markup {
    let of = row.of;
    html! {
        article.fact id={"e-" (row.entry)} {
            h3 { (exhibit(call, of.proof)) (call.text(&format!("case-proof-{}", of.kind.word()))) }
            p.small.muted { (call.words.author(row.by)) " · #" (row.entry) }
            p { (safe_text(&of.issuer)) @if let Some(number) = &of.number { " · " (safe_text(number)) } }
            p { (call.text("web-proof-about")) " " @for item in &of.of { (exhibit(call, *item)) } }
            (agreement(call, row.agrees.as_ref()))
            (strike(call, row.entry))
        }
    }
}

/// An act on an original. It cannot be struck: what was done with an original stays in its chain, and a mistake is put
/// right by one more entry.
pub(crate) fn handling_row(call: &Call<'_>, row: &Record<'_, Handling>) -> Markup {
    let of = row.of;
    html! {
        article.fact id={"e-" (row.entry)} {
            h3 { (exhibit(call, of.item)) (call.text(&format!("case-act-{}", of.act.word()))) }
            p.small.muted { @if let Some(on) = of.on { (call.words.date(on)) " · " } (call.words.author(row.by)) " · #" (row.entry) }
            p { (safe_text(&of.how)) @if let Some(whom) = &of.whom { " · " (safe_text(whom)) } }
            p { "→ " (safe_text(&of.result)) }
        }
    }
}
