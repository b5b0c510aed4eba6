//! The frame around every page: the rail, the top line with the way out, and the pages that stand without it.

use crate::again;
use crate::call::Call;
use crate::contents::contents;
use crate::crisis;
use crate::library::Holder;
use crate::page::fields::organ;
use crate::page::help::page_of;
use crate::reading::Far;
use crate::reply::{Leaf, Wrong};
use crate::saved;
use crate::shut::shut;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use redress_case::What;
use redress_words::{Language, Said, Words, safe_text};
use redress_workbench::keeper;

/// The pages of a case, in the order in which they are used; the first five stand at hand on a phone.
const PAGES: [(&str, &str); 15] = [
    ("", "overview"),
    ("evidence", "evidence"),
    ("posts", "posts"),
    ("law", "law"),
    ("routes", "routes"),
    ("statements", "statements"),
    ("spread", "spread"),
    ("people", "people"),
    ("facts", "facts"),
    ("similar", "similar"),
    ("procedure", "procedure"),
    ("papers", "papers"),
    ("bundle", "bundle"),
    ("history", "history"),
    (MEMBERS, MEMBERS),
];
/// The page of a case that there is in an office alone.
const MEMBERS: &str = "members";
/// Of these, so many are tabs on a phone; the others are behind the last tab.
const TABS: usize = 5;

/// Pages that have pages of their own below them.
const BELOW: [&str; 9] = [
    "book",
    "evidence",
    "office-page",
    "papers",
    "people",
    "procedure",
    "spread",
    "statements",
    "statistics",
];

/// The name of the page that an address of a case leads to.
pub(crate) fn page_name(call: &Call<'_>, address: &str) -> String {
    let path = address.split('?').next().unwrap_or_default();
    let known = page_of(path).unwrap_or("overview");
    call.text(&format!("web-nav-{known}"))
}

/// The pages beside the cases.
const OFFICE: [(&str, &str); 8] = [
    ("/", "cases"),
    ("/register", "register"),
    ("/statistics", "statistics"),
    ("/verify", "verify"),
    ("/law", "book"),
    (DESK, "office-page"),
    ("/settings", "settings"),
    ("/help", "help"),
];

/// The page of the office itself.
const DESK: &str = "/office";

/// The pages of a case that there are here.
fn of_case(call: &Call<'_>) -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    let office = call.app.library.holder() == Holder::Office;
    PAGES.iter().filter(move |(page, _)| office || *page != MEMBERS)
}

/// The pages beside the cases that there are here.
fn beside(call: &Call<'_>) -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    let office = call.app.library.holder() == Holder::Office;
    OFFICE.iter().filter(move |(address, _)| office || *address != DESK)
}

/// A page in its frame, with the way to its words in the help.
pub(crate) fn frame(call: &Call<'_>, leaf: &Leaf) -> Markup {
    framed(call, leaf, page_of(call.path))
}

/// A page in its frame. One that there is not is told by nothing but its own address.
fn framed(call: &Call<'_>, leaf: &Leaf, help: Option<&str>) -> Markup {
    let cover = call.case_cover();
    // The name of the window stands in the history of the browser and beside other windows: it says which page, and neither
    // which paper nor which person or article.
    let page = help.map_or_else(|| leaf.title.clone(), |page| call.text(&format!("web-nav-{page}")));
    let title = match &cover {
        Some(cover) => format!("{page} · {cover}"),
        None => page,
    };
    let body = html! {
        a.skip href="#main" { (call.text("web-skip")) }
        button.skip form="leave" { (call.text("web-leave")) }
        @if cover.is_some() { link rel="stylesheet" media="print" href=(call.at("print.css")); }
        (PreEscaped(redress_report::patterns()))
        div.app.in-case[cover.is_some()] data-keys=[call.session.keyless.then_some("off")] {
            (rail(call, cover.is_some()))
            div {
                (top(call, cover.as_deref()))
                main #main tabindex="-1" {
                    header.head {
                        h1 { (leaf.title) }
                        @if let Some(lead) = &leaf.lead { p { (lead) } }
                        @if let Some(page) = help { p.help { a href={"/help#" (page)} { (call.text("web-help-here")) } } }
                    }
                    (saved::line(call))
                    @if cover.is_some() { (handed_over(call)) }
                    (contents(call, &leaf.body))
                    (shut(call, &leaf.body))
                    @if cover.is_some() { (signed(call)) }
                }
                @if cover.is_some() || call.path == "/" { (crisis::at_hand(call)) }
            }
        }
        div #live .vh aria-live="polite" {}
    };
    document(call.words, &title, leaf.again.map(|seconds| seconds.to_string()).as_deref(), &body)
}

/// That the file goes on elsewhere: it is said on every page, before anybody fills in a form for nothing.
fn handed_over(call: &Call<'_>) -> Markup {
    let loaded = call.loaded().ok();
    let last = loaded.as_ref().and_then(|loaded| loaded.state.handed_over());
    html! { @if let Some(last) = last { p #handed-over.note role="note" {
        (call.say("web-handed-over-now", &[("to", organ(call, &last.of.to).into()), ("day", call.words.date(last.of.on).into())]))
        " " a href=(call.at("hand-over")) { (call.text("web-nav-hand-over")) }
    } } }
}

/// Under which name this page's forms make their entries, and where it is changed.
fn signed(call: &Call<'_>) -> Markup {
    let loaded = call.loaded().ok();
    let keeper = loaded.as_ref().and_then(|loaded| keeper(&loaded.ledger));
    let said = match (call.by(), keeper) {
        (Some(by), _) => call.say("web-signed", &[("by", call.words.author(by).into())]),
        (None, Some(entry)) => {
            let received = matches!(entry.what, What::Received { .. });
            let code = if received { "web-signed-received" } else { "web-signed-begun" };
            call.say(code, &[("by", call.words.author(&entry.by).into())])
        }
        (None, None) => return html! {},
    };
    html! { p #signed.small.muted { (said) " " a href="/settings#name" { (call.text("web-signed-change")) } } }
}

/// A whole document.
fn document(words: &Words, title: &str, again: Option<&str>, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(words.language().tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="same-origin";
                meta name="color-scheme" content="light dark";
                @if let Some(again) = again { meta http-equiv="refresh" content=(again); }
                title { (title) " · " (brand(words)) }
                link rel="icon" href="/asset/mark.svg" type="image/svg+xml";
                link rel="stylesheet" href="/asset/look.css";
                script src="/asset/work.js" defer {}
            }
            // What the script says by itself, because no answer came that says it.
            body data-hide=(words.say("web-hide", &[])) data-lost=(words.say("web-script-lost", &[])) data-ended=(words.say("web-script-ended", &[])) data-busy=(words.say("web-script-busy", &[])) data-failed=(words.say("web-script-failed", &[])) data-door=(words.say("web-script-door", &[])) { (body) }
        }
    }
}

fn brand(words: &Words) -> &'static str {
    if words.language() == Language::En { "redress" } else { "明证" }
}

fn rail(call: &Call<'_>, in_case: bool) -> Markup {
    html! {
        aside.rail {
            a.brand href="/" { img.mark src="/asset/mark.svg" alt="" width="34" height="34"; span { b { (brand(call.words)) } span.faint { (call.text("web-brand-line")) } } }
            @if in_case { (case_nav(call)) }
            (office_nav(call, in_case))
            p.foot { (call.text(at_home(call, "web-local", "web-office-local"))) }
        }
    }
}

/// A sentence of this computer alone, or the one that is true in an office, where a server holds the cases.
pub(crate) fn at_home(call: &Call<'_>, here: &'static str, office: &'static str) -> &'static str {
    if call.app.library.holder() == Holder::Office { office } else { here }
}

/// The same pages twice: all of them beside the page at a desk, tabs below it on a phone. Of the two one is shown.
fn case_nav(call: &Call<'_>) -> Markup {
    let item = |(page, name): &(&str, &str)| link(call, &call.at(page), name);
    let behind = of_case(call).skip(TABS).any(|(page, _)| call.path == call.at(page));
    html! {
        nav.nav.at-desk aria-label=(call.text("web-nav-case")) { @for one in of_case(call) { (item(one)) } }
        nav.nav.tabs aria-label=(call.text("web-nav-case")) {
            @for one in PAGES.iter().take(TABS) { (item(one)) }
            details.more { summary.here[behind] { (call.text("web-nav-more")) } div {
                @for one in of_case(call).skip(TABS) { (item(one)) }
                (others(call, 0))
            } }
        }
    }
}

/// The pages beside the cases, in the same two ways.
fn office_nav(call: &Call<'_>, in_case: bool) -> Markup {
    html! {
        nav.nav.office.at-desk aria-label=(call.text("web-nav-office")) { (others(call, 0)) }
        @if !in_case { nav.nav.tabs aria-label=(call.text("web-nav-office")) {
            @for (address, name) in beside(call).take(TABS) { (link(call, address, name)) }
            details.more { summary { (call.text("web-nav-more")) } div { (others(call, TABS)) } }
        } }
    }
}

/// The pages beside the cases, without the first of them.
fn others(call: &Call<'_>, without: usize) -> Markup {
    html! {
        @for (address, name) in beside(call).skip(without) { (link(call, address, name)) }
        @if call.app.library.cosigner().is_some() { (link(call, "/cosign", "cosign")) }
    }
}

fn link(call: &Call<'_>, address: &str, name: &str) -> Markup {
    let here =
        call.path == address || (BELOW.contains(&name) && call.path.starts_with(&format!("{address}/")));
    html! { a href=(address) aria-current=[here.then_some("page")] { (call.text(&format!("web-nav-{name}"))) } }
}

fn top(call: &Call<'_>, cover: Option<&str>) -> Markup {
    let other = if call.words.language() == Language::En { ("zh-Hans", "中文") } else { ("en", "English") };
    let here = call.here();
    // Where a case goes on elsewhere, nobody has a place in it to come back to.
    let gone = cover.is_some() && crate::shut::gone(call);
    html! {
        header.top {
            @if let Some(cover) = cover { a.cover href=(call.at("")) { (safe_text(cover)) } } @else { div.cover { (brand(call.words)) } }
            span.sp {}
            @if cover.is_some() && !gone { form method="post" action=(call.at("stop")) { (token(call)) input type="hidden" name="page" value=(here); button.btn.plain { (call.text("web-pause")) } } }
            form method="post" action="/settings/language" { (token(call)) input type="hidden" name="back" value=(here); input type="hidden" name="language" value=(other.0); button.btn.plain lang=(other.0) { (other.1) } }
            form #leave method="post" action="/leave" { (token(call)) button.btn.leave { (call.text("web-leave")) } }
        }
    }
}

/// What every form of this session carries.
pub(crate) fn token(call: &Call<'_>) -> Markup {
    html! { input type="hidden" name="token" value=(call.session.token); }
}

/// What was found of the files to be sent, filled by the script: how many, their names, and what could not be read.
pub(crate) fn picked(call: &Call<'_>) -> Markup {
    html! {
        p #found role="status" data-most=(crate::upload::MOST_FILES) data-limit=(call.app.limits.upload) data-heavy=(call.say("web-add-heavy", &[("most", (call.app.limits.upload >> 20).into())])) data-out=(call.text("web-add-out")) data-kept=(call.text("web-add-kept")) data-gathering=(call.text("web-add-gathering")) data-says=(call.text("web-add-found")) data-many=(call.say("web-add-many", &[("most", crate::upload::MOST_FILES.into())])) {}
        ul #picked.small {}
        div #unread.note role="alert" hidden { p { (call.text("web-add-unread")) } ul.small {} }
        button #start-over.btn.plain type="button" hidden { (call.text("web-add-over")) }
    }
}

/// A card with its heading.
pub(crate) fn card(id: &str, heading: &str, body: &Markup) -> Markup {
    html! { section.card id=(id) aria-labelledby={"h-" (id)} { header { h2 id={"h-" (id)} { (heading) } } (body) } }
}

/// What most people need not read, one step away.
pub(crate) fn folded(summary: &str, body: &Markup) -> Markup {
    html! { details.fold { summary { (summary) } (body) } }
}

/// On which page of the workbench an anchor of the result page stands, where it is not this one.
fn home(call: &Call<'_>, id: &str) -> Option<String> {
    // An article is read in the book.
    if let Some(address) = id.strip_prefix("article-") {
        return Some(format!("/law/{address}"));
    }
    let page = match id {
        _ if id.starts_with("item-") => "evidence",
        _ if id.starts_with("route-") => "routes",
        _ if id.starts_with("st-") && !id.contains('/') => "statements",
        "established" | "protected" | "law" => "law",
        "measured" => "spread",
        "evidence" | "readers" => "evidence",
        _ => return None,
    };
    let address = call.at(page);
    (address != call.path).then_some(address)
}

/// A part of the result page, with its links led to the pages of the workbench.
pub(crate) fn part(call: &Call<'_>, part: redress_report::Part, result: &redress_case::CaseResult) -> Markup {
    let none = redress_report::Excerpts::none();
    PreEscaped(redress_report::part(part, result, &none, call.words, &|id| home(call, id)))
}

/// The list of the evidence, with what can be done with each item beside its number.
pub(crate) fn evidence(
    call: &Call<'_>,
    result: &redress_case::CaseResult,
    beside: &dyn Fn(redress_base::ItemId) -> Markup,
) -> Markup {
    PreEscaped(redress_report::evidence(result, call.words, &|id| home(call, id), beside))
}

/// The page on which somebody can do what they meant to, where this was the wrong one for it.
pub(crate) fn way_on(call: &Call<'_>, wrong: &Wrong) -> Option<(String, &'static str)> {
    let Wrong::Refused(refusal) = wrong else { return None };
    match refusal.finding.code.as_str() {
        "envelope-closed" => Some(("/help#closed".to_owned(), "web-help-closed")),
        "web-add-bundle" => Some((call.at("verify"), "web-nav-verify")),
        "web-receive-bundle" => Some(("/verify".to_owned(), "web-nav-verify")),
        "web-add-case-file" | "web-verify-case-file" => Some(("/receive".to_owned(), "web-nav-receive")),
        "web-verify-other" if !call.case().is_empty() => Some((call.at("evidence"), "web-nav-evidence")),
        "web-sought-gone" => Some((call.path.to_owned(), "web-search-anew")),
        "web-verify-other" => Some(("/".to_owned(), "web-nav-cases")),
        _ => None,
    }
}

/// Why there is no answer, as a page.
pub(crate) fn wrong(call: &Call<'_>, wrong: &Wrong) -> Markup {
    let said = call.told(&wrong.finding());
    let found = !matches!(wrong, Wrong::NotFound);
    let untouched = found && !call.case().is_empty();
    // What is not there leads nowhere back: one answer for a case that there is not and an address that never was.
    let back = again::address(call).filter(|_| found).or_else(|| untouched.then(|| call.at("")));
    let leaf = Leaf::new(
        call.text("web-wrong"),
        None,
        html! {
            section.card.refused role="alert" {
                p { b { (said.sentence) } }
                @if let Some(place) = &said.place { p.small.muted { (place) } }
                @if let Some(advice) = &said.advice { p { (advice) } }
                @if let Some((address, code)) = way_on(call, wrong) { p { a.btn.main href=(address) { (call.text(code)) } } }
                @if untouched && !again::enters_first(call.path) && !again::entered(wrong) { p.muted { (call.text("web-wrong-unchanged")) } }
                div.row { @if let Some(address) = back { a.btn href=(address) { (call.text("web-back")) } } a.btn href="/" { (call.text("web-to-cases")) } }
            }
        },
    );
    framed(call, &leaf, None)
}

/// Seconds after which a page that waits asks again.
const AGAIN: u32 = 3;

/// While a case is read: how far it has come. It asks again by itself, and nothing is lost by leaving it.
pub(crate) fn waiting(call: &Call<'_>, far: Far) -> Markup {
    // Named, because a browser that only goes to the place in a page after `#` does not ask again.
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(call.query).finish();
    let here = if query.is_empty() { call.path.to_owned() } else { format!("{}?{query}", call.path) };
    let total = far.total.filter(|total| *total > 0);
    let megabytes = |bytes: u64| call.words.number(bytes.div_ceil(1 << 20));
    let body = html! {
        a.skip href="#main" { (call.text("web-skip")) }
        button.skip form="leave" { (call.text("web-leave")) }
        div {
            (top(call, None))
            main #main.door tabindex="-1" {
                h1 { (call.text("web-waiting")) }
                section.card #waiting {
                    @if let Some(total) = total {
                        p role="status" { (call.say("web-waiting-far", &[("done", megabytes(far.done.min(total)).into()), ("total", megabytes(total).into())])) }
                        progress max=(total) value=(far.done.min(total)) aria-label=(call.text("web-waiting")) {}
                    }
                    p { (call.text("web-waiting-what")) }
                    div.row { a.btn href=(here) { (call.text("web-waiting-look")) } a.btn href="/" { (call.text("web-to-cases")) } }
                }
            }
        }
    };
    document(call.words, &call.text("web-waiting"), Some(&format!("{AGAIN};url={here}")), &body)
}

/// Why a request was not looked at.
pub(crate) fn closed(words: &Words, said: &Said) -> Markup {
    let body = html! {
        main.door {
            h1 { (brand(words)) }
            div.card.refused role="alert" { p { b { (said.sentence) } } @if let Some(advice) = &said.advice { p { (advice) } } }
        }
    };
    document(words, &words.say("web-door", &[]), None, &body)
}

/// The way in.
pub(crate) fn door(words: &Words, holder: Holder, said: Option<&Said>) -> Markup {
    let text = |code: &str| words.say(code, &[]);
    let body = html! {
        main.door {
            h1 { (brand(words)) }
            @if let Some(said) = said { div.card.refused role="alert" { p { b { (said.sentence) } } @if let Some(advice) = &said.advice { p { (advice) } } } }
            @match holder {
                Holder::Folder => section.card { h2 { (text("web-door-folder")) } p { (text("web-door-folder-how")) } },
                Holder::Office => section.card {
                    h2 { (text("web-door-office")) }
                    form.fields method="post" action="/enter" {
                        label { (text("web-field-name")) input name="name" autocomplete="username" required; }
                        label { (text("web-field-password")) input type="password" name="password" autocomplete="current-password" required; }
                        button.btn.main { (text("web-door-enter")) }
                    }
                },
            }
        }
    };
    document(words, &text("web-door"), None, &body)
}

/// Between the program's link and the cases: a page that goes on by itself.
pub(crate) fn leads_on(words: &Words) -> Markup {
    let body = html! { main.door { h1 { (brand(words)) } p { a.btn.main href="/" { (words.say("web-to-cases", &[])) } } } };
    document(words, &words.say("web-door", &[]), Some("0;url=/"), &body)
}

/// Where the way out ends: to the eye an empty page like any that was just opened, to a screen reader one with a name.
/// It says nothing of what was there before.
pub(crate) fn left(words: &Words) -> Markup {
    let nothing = words.say("web-left", &[]);
    html! {
        (DOCTYPE)
        html lang=(words.language().tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (nothing) }
                link rel="stylesheet" href="/asset/look.css";
            }
            body { main { h1.vh { (nothing) } } }
        }
    }
}
