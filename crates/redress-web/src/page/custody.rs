//! The chain of custody: where each exhibit comes from, who did what with it, when, how, and with what result.

use super::origins::{Origins, brought, capture_row, handling_row, may_see, proof_row};
use super::posts::moment;
use super::search::number;
use crate::call::Call;
use crate::library::Touch;
use crate::loaded::Loaded;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::{card, folded};
use maud::{Markup, html};
use redress_base::ItemId;
use redress_case::{Agreement, CustodyLink, ran_back};
use redress_rights::{Object, UseCase};
use redress_words::safe_text;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

/// Links of one page.
const LINKS: usize = 100;
/// Of these, so many stand open; the others are one step away.
const OPEN: usize = 20;
/// Records of captures, proofs and acts that are shown without an exhibit being chosen.
const RECORDS: usize = 30;

/// The chain as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Custody<'_>) };

/// The chain of custody of one exhibit, or of the whole file.
#[derive(Serialize, JsonSchema)]
struct Custody<'l> {
    /// Every link, in the order of the ledger.
    links: Vec<CustodyLink>,
    /// Exhibits of which nobody has recorded how they were captured.
    unrecorded: Vec<ItemId>,
    /// What was recorded by hand.
    recorded: Origins<'l>,
}

fn links(call: &Call<'_>, item: Option<ItemId>) -> Result<Vec<CustodyLink>, Wrong> {
    call.desk((UseCase::ViewMasked, Object::Material), Touch::Read, |desk| desk.custody(item))
}

/// The exhibit that the address names.
///
/// # Errors
/// `Usage` where it is no number of an exhibit; [`Wrong::NotFound`] where there is no such exhibit.
fn chosen(call: &Call<'_>, loaded: &Loaded) -> Result<Option<ItemId>, Wrong> {
    let Some(typed) = call.asked("item") else { return Ok(None) };
    let item: ItemId = typed.parse().map_err(|()| crate::act::unfit(call, "item", typed))?;
    let item = Some(item).filter(|item| loaded.state.items.contains_key(item));
    item.map(Some).ok_or(Wrong::NotFound)
}

fn unrecorded(loaded: &Loaded, item: Option<ItemId>) -> Vec<ItemId> {
    let ids = brought(&loaded.state).map(|kept| kept.item.id);
    let ids = ids.filter(|id| item.is_none_or(|item| item == *id));
    ids.filter(|id| loaded.state.capture_of(*id).is_none()).collect()
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let loaded = call.loaded()?;
    let item = chosen(call, &loaded)?;
    let (links, unrecorded) = (links(call, item)?, unrecorded(&loaded, item));
    super::value(&Custody { links, unrecorded, recorded: Origins::of(&loaded.state, item) })
}

/// Shows it.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let loaded = call.loaded()?;
    may_see(call)?;
    let item = chosen(call, &loaded)?;
    let links = links(call, item)?;
    let origins = Origins::of(&loaded.state, item);
    let open = unrecorded(&loaded, item);
    let skip = number(call, call.query, "skip")?.unwrap_or(0);
    let body = html! {
        (gain(call, &loaded, item))
        (choose(call, &loaded, item))
        (captures(call, &loaded, &origins, &open, item))
        (others(call, &origins))
        (chain(call, item, &links, skip))
    };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-custody"), Some(call.text("web-custody-lead")), body)))
}

/// What somebody gains who has never heard of a chain of custody, and the three things that they can write down.
fn gain(call: &Call<'_>, loaded: &Loaded, item: Option<ItemId>) -> Markup {
    let to = |kind: &str| {
        let page = call.at(&format!("record/{kind}"));
        item.map_or_else(|| page.clone(), |item| format!("{page}?item={item}"))
    };
    card(
        "gain",
        &call.text("web-custody-gain"),
        &html! {
            p { (call.text("web-custody-gain-what")) }
            p.muted { (call.text("web-custody-gain-when")) }
            @if loaded.state.handed_over().is_some() { p { (call.text("web-seal-handed")) } }
            @else { div.row {
                a.btn.main href=(to("capture")) { (call.text("web-custody-capture")) }
                a.btn href=(to("proof")) { (call.text("web-custody-proof")) }
                a.btn href=(to("handling")) { (call.text("web-custody-handling")) }
            } }
            p.small { a href=(call.at("seals")) { (call.text("web-custody-seals")) } }
        },
    )
}

/// One exhibit, or the whole file.
fn choose(call: &Call<'_>, loaded: &Loaded, item: Option<ItemId>) -> Markup {
    html! {
        form.find method="get" action=(call.at("custody")) {
            label { span.vh { (call.text("web-custody-of")) } select name="item" aria-label=(call.text("web-custody-of")) {
                option value="" { (call.text("web-custody-whole")) }
                @for kept in loaded.state.items.values() { option value=(kept.item.id) selected[item == Some(kept.item.id)] { (kept.item.id) " " (safe_text(&kept.item.name)) } }
            } }
            button.btn { (call.text("web-custody-show")) }
        }
    }
}

/// How each exhibit was captured, and of which nobody has said so yet.
fn captures(
    call: &Call<'_>,
    loaded: &Loaded,
    origins: &Origins<'_>,
    open: &[ItemId],
    item: Option<ItemId>,
) -> Markup {
    let counting: Vec<_> = origins.captures.iter().filter(|one| one.counts).collect();
    let name =
        |id: &ItemId| loaded.state.items.get(id).map(|kept| safe_text(&kept.item.name)).unwrap_or_default();
    card(
        "captures",
        &call.text("web-custody-captures"),
        &html! {
            p { (call.say("web-custody-captures-count", &[("count", counting.len().into()), ("open", open.len().into())])) }
            @for one in counting.iter().take(RECORDS) { (capture_row(call, one)) }
            @if counting.len() > RECORDS { p.muted { (call.say("web-custody-more", &[("count", (counting.len() - RECORDS).into())])) } }
            @if !open.is_empty() && item.is_none() {
                details {
                    summary { (call.say("web-custody-open", &[("count", open.len().into())])) }
                    ul.lines { @for id in open.iter().take(LINKS) { li { div { a.ev href={(call.at("evidence")) "#" (id)} { (id) } " " (name(id)) } a.btn.plain.s href={(call.at("record/capture")) "?item=" (id)} { (call.text("web-custody-capture-one")) span.vh { " " (id) } } } } }
                    @if open.len() > LINKS { p.muted { (call.say("web-custody-more", &[("count", (open.len() - LINKS).into())])) } }
                }
            }
        },
    )
}

/// What others attest, and what was done with originals.
fn others(call: &Call<'_>, origins: &Origins<'_>) -> Markup {
    html! {
        (card("proofs", &call.text("web-custody-proofs"), &html! {
            @if origins.proofs.is_empty() { p.muted { (call.text("web-custody-proofs-none")) } }
            @for one in origins.proofs.iter().rev().take(RECORDS) { (proof_row(call, one)) }
            @if origins.proofs.len() > RECORDS { p.muted { (call.say("web-custody-more", &[("count", (origins.proofs.len() - RECORDS).into())])) } }
        }))
        (card("handlings", &call.text("web-custody-handlings"), &html! {
            @if origins.handlings.is_empty() { p.muted { (call.text("web-custody-handlings-none")) } }
            @for one in origins.handlings.iter().rev().take(RECORDS) { (handling_row(call, one)) }
            @if origins.handlings.len() > RECORDS { p.muted { (call.say("web-custody-more", &[("count", (origins.handlings.len() - RECORDS).into())])) } }
        }))
    }
}

/// The chain itself, the oldest link first, as it is read in a court room.
fn chain(call: &Call<'_>, item: Option<ItemId>, links: &[CustodyLink], skip: usize) -> Markup {
    let page = |skip: usize| {
        let item = item.map(|item| format!("item={item}&")).unwrap_or_default();
        format!("{}?{item}skip={skip}#chain", call.at("custody"))
    };
    let heads = ["when", "who", "what", "on", "how"].map(|head| call.text(&format!("web-custody-{head}")));
    let shown: Vec<&CustodyLink> = links.iter().skip(skip).take(LINKS).collect();
    let (first, later) = shown.split_at(shown.len().min(OPEN));
    let table = |links: &[&CustodyLink]| {
        html! {
            div.scroll tabindex="0" { table.tbl.cards {
                thead { tr { th.r scope="col" { "#" } @for head in &heads { th scope="col" { (head) } } } }
                tbody { @for link in links { tr {
                    td.r { (link.entry) } td { (moment(call, link.when)) } td { (call.words.author(&link.who)) }
                    td { b { (act(call, link)) } }
                    td { @match link.on { Some(on) => a.ev href={(call.at("evidence")) "#" (on)} { (on) }, None => (call.text("web-custody-whole")) } }
                    td { (how(call, link)) }
                } } }
            } }
        }
    };
    card(
        "chain",
        &call.text("web-custody-chain"),
        &html! {
            p.muted { (call.say("web-custody-count", &[("count", links.len().into())])) " " (call.text("web-custody-chain-what")) }
            @for finding in &ran_back(links) { @let said = call.told(finding); p.note { (said.sentence) @if let Some(advice) = said.advice { " " (advice) } } }
            (table(first))
            @if !later.is_empty() { (folded(&call.say("web-to-do-more", &[("count", later.len().into())]), &table(later))) }
            nav.row aria-label=(call.text("web-pages")) {
                @if skip > 0 { a.btn rel="prev" href=(page(skip.saturating_sub(LINKS))) { (call.text("web-page-before")) } }
                @if skip.saturating_add(LINKS) < links.len() { a.btn rel="next" href=(page(skip.saturating_add(LINKS))) { (call.text("web-page-next")) } }
            }
        },
    )
}

/// What was done: the kind of the entry, or the act.
fn act(call: &Call<'_>, link: &CustodyLink) -> String {
    match link.what.split_once('/') {
        Some((_, act)) => call.text(&format!("case-act-{act}")),
        None => call.text(&format!("case-entry-{}", link.what)),
    }
}

/// How, and with what result; words of programs in the reader's language.
fn how(call: &Call<'_>, link: &CustodyLink) -> Markup {
    let said = link.how.as_deref().map(|how| match link.what.as_str() {
        "attested" => call.text(&format!("case-proof-{how}")),
        "handed-over" => call.text(&format!("case-way-{how}")),
        "exported" => {
            let (purpose, to) =
                how.split_once(" → ").map_or((how, None), |(purpose, to)| (purpose, Some(to)));
            let purpose = call.text(&format!("web-told-for-{purpose}"));
            to.map_or_else(|| purpose.clone(), |to| format!("{purpose} → {}", safe_text(to)))
        }
        "cosigned" => safe_text(how.split('+').next().unwrap_or_default()),
        _ => safe_text(how),
    });
    let digests = link.result.as_deref().filter(|result| result.starts_with("sha256:"));
    let agrees = link.agrees.as_ref().map(|agrees| match agrees {
        Agreement::With { item, algorithm } => call.say(
            "web-proof-agrees",
            &[("item", item.to_string().into()), ("algorithm", algorithm.as_str().into())],
        ),
        Agreement::WithNone => call.text("web-proof-agrees-with-none"),
        Agreement::NotCompared => call.text("web-proof-agrees-not-compared"),
    });
    html! {
        @if let Some(said) = said { div { (said) } }
        @match (digests, &link.result) {
            (Some(digests), _) => details.digests { summary { (call.text("web-custody-digests")) span.vh { " #" (link.entry) } } @for digest in digests.split(' ') { div.hash.mono { (safe_text(digest)) } } },
            (None, Some(result)) => div.muted { "→ " (safe_text(result)) },
            (None, None) => {},
        }
        @if let Some(agrees) = agrees { div { (agrees) } }
    }
}
