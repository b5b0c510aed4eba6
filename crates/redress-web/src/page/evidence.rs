//! The evidence: what is sealed, and the place to which more is brought.

use super::aside;
use super::columns::{address, unread_table};
use super::seal::mark;
use crate::call::Call;
use crate::library::{Holder, Touch};
use crate::loaded::Loaded;
use crate::reply::{Leaf, Reply, Wrong};
use crate::shell::{card, evidence, part, picked, token};
use maud::{Markup, html};
use redress_base::{Finding, ItemId};
use redress_case::Role;
use redress_forms::EXHIBITS;
use redress_report::Part;
use redress_rights::{Object, UseCase};
use redress_words::safe_text;
use redress_workbench::{Stated, WebArchive, clock_line};

/// Shows the evidence.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let loaded = call.loaded()?;
    let seals = call.desk((UseCase::ViewMasked, Object::Material), Touch::Read, |desk| desk.seals(false))?;
    let seal = |item: ItemId| seals.iter().find(|seal| seal.item == item).map(|seal| mark(call, seal));
    let clock = |item: ItemId| clock_line(&loaded.state.items.get(&item)?.item, call.words);
    let (archives, stated) = (&loaded.archives, &loaded.stated);
    // What was set aside is asked for nothing.
    let unread = |item: ItemId| {
        let table = || loaded.result.kept.items.iter().any(|row| row.item.id == item && unread_table(row));
        aside::entry(&loaded, item).is_none() && table()
    };
    let body = html! {
        (set_one_aside(call, &loaded)?)
        (bring(call))
        @if loaded.result.kept.items.is_empty() { section.card { p { (call.text("web-empty")) " " (call.text("web-empty-how")) } } }
        @else {
            (part(call, Part::Kept, &loaded.result))
            @if !archives.findings.is_empty() || !stated.findings.is_empty() { (card("unlooked", &call.text("web-archives-unlooked"), &html! {
                @for finding in archives.findings.iter().chain(&stated.findings) { @let said = call.told(finding); p.note { (said.sentence) @if let Some(advice) = said.advice { " " (advice) } } }
            })) }
            div.row { a.btn href=(call.at("evidence/captures")) { (call.text("web-captures")) } a.btn href=(call.at("custody")) { (call.text("web-nav-custody")) } }
            (card("seals", &call.text("web-seals"), &html! {
                p { (call.text("web-seals-what")) }
                form method="post" action=(call.at("evidence/check")) { (token(call)) button.btn { (call.text("web-seals-check")) } }
                p { a href=(call.at("seals")) { (call.text("web-seals-more")) } }
            }))
            form method="post" action=(call.at("evidence/view")) {
                (token(call))
                (evidence(call, &loaded.result, &|item| html! { @if let Some(seal) = seal(item) { (seal) } @if let Some(line) = clock(item) { p.small { (line) } } @if let Some(archive) = archives.of.get(&item) { (archived(call, item, archive)) } @if let Some(says) = stated.of.get(&item) { (says_of_itself(call, item, says)) } (ask(call, item)) @if unread(item) { " " a.small href=(address(call, item)) { (call.text("web-columns-say")) span.vh { " " (item) } } } (set_aside(call, &loaded, item)) }))
            }
            @if stated.long > 0 { p.muted { (call.say("web-stated-long", &[("count", stated.long.into())])) } }
            (part(call, Part::Limits, &loaded.result))
        }
    };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-evidence"), Some(call.text("web-evidence-lead")), body)))
}

/// What a web archive says of itself, and how much of that holds.
pub(crate) fn archived(call: &Call<'_>, item: ItemId, archive: &WebArchive) -> Markup {
    told_of(call, item, &archive.lines(call.words), archive.in_doubt(), &archive.findings)
}

/// The first line, and the others with what was noticed for whoever opens them.
fn told_of(call: &Call<'_>, item: ItemId, lines: &[String], open: bool, findings: &[Finding]) -> Markup {
    let (first, others) = lines.split_first().map_or(("", [].as_slice()), |(first, others)| (first, others));
    html! {
        details.archive-of open[open] {
            summary { (safe_text(first)) span.vh { " " (item) } }
            ul.small {
                @for line in others { li { (safe_text(line)) } }
                @for finding in findings { @let said = call.told(finding); li { (said.sentence) @if let Some(advice) = said.advice { " " (advice) } } }
            }
        }
    }
}

/// What a media file says of itself, or what a proof is about.
pub(crate) fn says_of_itself(call: &Call<'_>, item: ItemId, says: &Stated) -> Markup {
    told_of(call, item, &says.lines(call.words), says.in_doubt(), &says.findings)
}

/// Asks for one item, one at a time; whoever is spared words is offered none.
fn ask(call: &Call<'_>, item: ItemId) -> Markup {
    html! { @if !call.session.spared {
        button.btn.plain.s name="item" value=(item) { (call.text("web-sealed-show")) span.vh { " " (item) } }
    } }
}

/// The way to set one file aside, and that it was: by whom, when and why, with the way back.
fn set_aside(call: &Call<'_>, loaded: &Loaded, item: ItemId) -> Markup {
    if exhibit_number(loaded, item).is_none() {
        return html! {};
    }
    let to = format!("{}?aside={item}#aside", call.at("evidence"));
    match aside::entry(loaded, item) {
        Some(entry) => {
            html! { p.small { span.tag { (call.text("web-aside-is")) } " " (aside::why(call, entry)) " " a href=(to) { (call.text("web-aside-again")) span.vh { " " (item) } } } }
        }
        None if left_out(call, loaded, item) => {
            html! { p.small { span.tag { (call.text("web-exhibit-left-out")) } " " a href=(to) { (call.text("web-aside-hand-in")) span.vh { " " (item) } } } }
        }
        None => html! { " " a.small href=(to) { (call.text("web-aside")) span.vh { " " (item) } } },
    }
}

/// The number that an exhibit has in papers; nothing for what is none.
pub(crate) fn exhibit_number(loaded: &Loaded, item: ItemId) -> Option<u64> {
    let exhibits = loaded.state.items.values();
    let exhibits = exhibits.filter(|kept| matches!(kept.role, Role::Material | Role::Paper));
    (1..).zip(exhibits).find(|(_, kept)| kept.item.id == item).map(|(number, _)| number)
}

/// Whether it was said that an exhibit is not handed in.
fn left_out(call: &Call<'_>, loaded: &Loaded, item: ItemId) -> bool {
    let said = call.app.sessions().answers(call.name, call.case(), EXHIBITS);
    let number = exhibit_number(loaded, item);
    number.is_some_and(|number| said.get(&format!("{number}.left_out")).is_some_and(|out| out == "yes"))
}

/// Sets one file aside: what was read from it counts no more, and it stays sealed. One that was is counted again.
fn set_one_aside(call: &Call<'_>, loaded: &Loaded) -> Result<Markup, Wrong> {
    let Some(typed) = call.asked("aside") else { return Ok(html! {}) };
    let item: ItemId = typed.parse().map_err(|()| Wrong::NotFound)?;
    let kept = loaded.state.items.get(&item).ok_or(Wrong::NotFound)?;
    let mut standing = kept.readings.iter().rev().filter(|one| one.struck.is_none());
    let (reading, earlier) = (standing.next(), standing.next().is_some());
    let cancel = html! { a.btn.plain href=(call.at("evidence")) { (call.text("web-cancel")) } };
    Ok(card(
        "aside",
        &call.say(
            "web-aside-one",
            &[("item", item.to_string().into()), ("name", safe_text(&kept.item.name).into())],
        ),
        &match (reading, aside::entry(loaded, item)) {
            (Some(reading), _) => html! {
                p { (call.text("web-aside-what")) }
                @if earlier { p.note { (call.text("web-aside-earlier")) } }
                (aside::rests(call, loaded, item))
                form.fields method="post" action=(call.at("strike")) {
                    (token(call))
                    input type="hidden" name="entry" value=(reading.seq);
                    input type="hidden" name="back" value={(call.at("evidence")) "#" (item)};
                    label { (call.text("web-field-reason")) input name="reason" maxlength="1000" required; }
                    div.row { button.btn { (call.text("web-aside-now")) } (cancel) }
                }
            },
            (None, Some(entry)) => html! {
                p { (aside::why(call, entry)) }
                p { (call.text("web-aside-again-what")) }
                div.row { (aside::again(call, item)) (cancel) }
            },
            (None, None) => unread(call, loaded, item, &cancel),
        },
    ))
}

/// A file from which nothing was read is in no figure: whether it is handed in is all that can be said of it.
fn unread(call: &Call<'_>, loaded: &Loaded, item: ItemId, cancel: &Markup) -> Markup {
    let out = left_out(call, loaded, item);
    html! {
        p { (call.text("web-aside-unread")) }
        div.row {
            form method="post" action=(call.at("evidence/hand-in")) {
                (token(call))
                input type="hidden" name="item" value=(item);
                input type="hidden" name="put" value=(if out { "in" } else { "out" });
                button.btn { (call.text(if out { "web-aside-hand-in" } else { "web-aside-hand-in-not" })) span.vh { " " (item) } }
            }
            a.btn.plain href=(call.at("papers/exhibits")) { (call.text("web-exhibits-open")) }
            (cancel)
        }
    }
}

fn bring(call: &Call<'_>) -> Markup {
    card(
        "add",
        &call.text("web-add"),
        &html! {
            form #drop.drop method="post" action=(call.at("add")) enctype="multipart/form-data" {
                (token(call))
                p { (call.text("web-add-how")) }
                div.row {
                    label.btn { (call.text("web-add-files")) input.vh #files type="file" name="file" multiple; }
                    label.btn.folder hidden { (call.text("web-add-folder")) input.vh #folder type="file" name="file" webkitdirectory multiple; }
                }
                (picked(call))
                details {
                    summary { (call.text("web-add-more")) }
                    div.fields {
                        label { (call.text("web-field-from")) input name="from" maxlength="200" autocomplete="off"; }
                        label { (call.text("web-field-observed")) input type="datetime-local" name="observed"; }
                        // In an office the server's clock is meant, which is for whoever runs it to watch.
                        @if call.app.library.holder() != Holder::Office { label { (call.text("web-field-sealing-clock")) input name="clock-ahead" inputmode="decimal" maxlength="16" autocomplete="off" placeholder="-0.34"; } }
                        label { (call.text("web-field-mapping")) input type="file" name="mapping"; }
                        label { (call.text("web-field-role")) select name="role" { option value="material" { (call.text("report-role-material")) } option value="paper" { (call.text("report-role-paper")) } } }
                        label.check { input type="checkbox" name="seal-only" value="1"; (call.text("web-field-seal-only")) }
                        label.check { input type="checkbox" name="all-or-none" value="1"; (call.text("web-field-all-or-none")) }
                        label.check { input type="checkbox" name="dry-run" value="1"; (call.text("web-field-dry-run")) }
                    }
                }
                button.btn.main { (call.text("web-add-now")) }
                div #progress hidden { progress max="100" value="0" aria-label=(call.text("web-add-progress")) {} p.small data-done=(call.text("web-add-sealing")) data-lost=(call.text("web-add-lost")) data-unsure=(call.text("web-add-unsure")) {} }
            }
            details {
                summary { (call.text("web-paste")) }
                form.fields method="post" action=(call.at("add/text")) {
                    (token(call))
                    label { (call.text("web-field-pasted")) textarea name="pasted" rows="5" required {} }
                    label { (call.text("web-field-from")) input name="from" maxlength="200" autocomplete="off"; }
                    button.btn { (call.text("web-paste-now")) }
                }
            }
        },
    )
}
