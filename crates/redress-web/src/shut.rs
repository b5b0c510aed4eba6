//! A case that was handed over takes no entries here: its pages stay readable, and offer no form that would make one.
//!
//! It reads the pages as maud writes them, so that a form of a page that comes later is closed as well, and nobody fills one
//! in for nothing. What stands in a form beside its fields (a list of the evidence, an explanation) stays.

use crate::call::Call;
use maud::{Markup, PreEscaped, html};

/// Acts of a case that make no entry: what is looked for, what is verified, the file once more.
const OPEN: [&str; 9] = [
    "/hand-over/file",
    "/verify",
    "/recompute",
    "/evidence/check",
    "/posts",
    "/statements",
    "/facts",
    // Who is on a case stands with the office, not in its ledger.
    "/members",
    "/members/end",
];
/// Acts that show words or bytes: what is entered is that somebody looked, before anything is shown.
const LOOKS: [&str; 8] = [
    "/reveal",
    "/evidence/captures/reveal",
    "/evidence/view",
    "/evidence/file",
    "/evidence/columns",
    "/people/look",
    "/custody/look",
    "/papers/reopen",
];
/// What of a form somebody types into or presses, with its end; an empty end where the tag is all of it.
const CONTROLS: [(&str, &str); 5] = [
    ("<label", "</label>"),
    ("<button", "</button>"),
    ("<select", "</select>"),
    ("<textarea", "</textarea>"),
    ("<input", ""),
];

/// The body of a page of a case, with what would make an entry taken out where the case was handed over.
pub(crate) fn shut(call: &Call<'_>, body: &Markup) -> Markup {
    if !gone(call) {
        return body.clone();
    }
    let page = PreEscaped(closed(call, body));
    html! { @if shows(&body.0, &call.at("")) { (unread(call)) } (page) }
}

/// The same of a piece that the script puts into a page, which says on its top why no words are shown.
pub(crate) fn shut_piece(call: &Call<'_>, piece: Markup) -> Markup {
    if gone(call) { PreEscaped(closed(call, &piece)) } else { piece }
}

/// Whether the case goes on elsewhere.
pub(crate) fn gone(call: &Call<'_>) -> bool {
    !call.case().is_empty() && call.loaded().is_ok_and(|loaded| loaded.state.handed_over().is_some())
}

fn closed(call: &Call<'_>, body: &Markup) -> String {
    let closed = html! { p.small.muted.closed { (call.text("web-closed")) } }.into_string();
    without(&body.0, &call.at(""), &closed)
}

/// Why no words are shown on this page, and where they are read.
fn unread(call: &Call<'_>) -> Markup {
    html! { div.note #closed-words {
        p { (call.text("web-closed-words")) }
        p { (call.text("web-closed-words-way")) " " a href=(call.at("hand-over")) { (call.text("web-read-only-sheet")) } }
    } }
}

/// Whether a form of the page shows words or bytes.
fn shows(page: &str, case: &str) -> bool {
    let openings = page.match_indices("<form").filter_map(|(at, _)| page.get(at..)?.split('>').next());
    openings.filter_map(|opening| own(opening, case)).any(|own| LOOKS.contains(&own))
}

/// The page without the forms of this case that make entries; `closed` stands in the place of what is pressed in each.
fn without(page: &str, case: &str, closed: &str) -> String {
    let mut out = String::with_capacity(page.len());
    let mut rest = page;
    while let Some(at) = rest.find("<form") {
        let (before, form) = rest.split_at(at);
        out.push_str(before);
        let Some((opening, inside, after)) = parts(form) else {
            rest = form;
            break;
        };
        if enters(opening, case) {
            out.push_str("<div class=\"was-form\">");
            out.push_str(&bare(inside));
            // Of posts there are many, each with its question: that they are closed is said on top of the page.
            let look = own(opening, case).is_some_and(|own| LOOKS.contains(&own));
            out.push_str(if look { "" } else { closed });
            out.push_str("</div>");
        } else {
            out.push_str(opening);
            out.push_str(inside);
            out.push_str("</form>");
        }
        rest = after;
    }
    out.push_str(rest);
    // Controls that stand apart from their form act for it by its name.
    strayed(&out)
}

/// The opening of a form, what stands in it, and what follows it.
fn parts(form: &str) -> Option<(&str, &str, &str)> {
    let (opening, rest) = form.split_at_checked(form.find('>')? + 1)?;
    let (inside, after) = rest.split_once("</form>")?;
    Some((opening, inside, after))
}

/// Whether a form that is sent makes an entry of this case.
fn enters(opening: &str, case: &str) -> bool {
    opening.contains(" method=\"post\"") && own(opening, case).is_some_and(|own| !OPEN.contains(&own))
}

/// The act of this case to which a form leads.
fn own<'f>(opening: &'f str, case: &str) -> Option<&'f str> {
    let action = opening.split_once(" action=\"").and_then(|(_, rest)| rest.split('"').next())?;
    action.strip_prefix(case).filter(|own| own.starts_with('/'))
}

/// What stands in a form, without its controls.
fn bare(inside: &str) -> String {
    let mut out = String::with_capacity(inside.len());
    let mut rest = inside;
    while let Some(at) = rest.find('<') {
        let (before, tail) = rest.split_at(at);
        out.push_str(before);
        let control = CONTROLS.iter().find(|(begins, _)| named(tail, begins));
        let end = match control {
            Some((_, "")) => tail.find('>').map(|end| end + 1),
            Some((_, ends)) => tail.find(ends).map(|end| end + ends.len()),
            None => None,
        };
        let (kept, next) = match end {
            Some(end) => ("", tail.get(end..).unwrap_or_default()),
            None => tail.split_at_checked(1).unwrap_or((tail, "")),
        };
        out.push_str(kept);
        rest = next;
    }
    out.push_str(rest);
    out
}

/// Whether a tag is of that name: `<input` and not `<inputs`.
fn named(tail: &str, begins: &str) -> bool {
    tail.strip_prefix(begins).is_some_and(|rest| rest.starts_with([' ', '>']))
}

/// Takes out what names a form from elsewhere on the page: the form is gone.
fn strayed(page: &str) -> String {
    let mut out = String::with_capacity(page.len());
    let mut rest = page;
    while let Some(at) = rest.find("<input") {
        let (before, tail) = rest.split_at(at);
        out.push_str(before);
        let end = tail.find('>').map_or(tail.len(), |end| end + 1);
        let (tag, after) = tail.split_at_checked(end).unwrap_or((tail, ""));
        let of = tag.split_once(" form=\"").and_then(|(_, name)| name.split('"').next());
        let gone = of.is_some_and(|of| !page.contains(&format!("id=\"{of}\"")));
        out.push_str(if gone { "" } else { tag });
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::without;

    const CASE: &str = "/c/rd-1";

    #[test]
    fn what_makes_an_entry_is_closed_and_what_only_asks_stays() {
        let page = "<p>a</p><form method=\"post\" action=\"/c/rd-1/facts/set\"><input type=\"hidden\" name=\"token\" value=\"t\">\
            <p>why</p><label>Value <input name=\"v\"></label><select name=\"s\"><option>x</option></select>\
            <textarea name=\"t\"></textarea><button>Save</button></form><p>b</p>";
        let expected = "<p>a</p><div class=\"was-form\"><p>why</p>CLOSED</div><p>b</p>";
        assert_eq!(without(page, CASE, "CLOSED"), expected);
        for open in ["posts", "facts", "verify", "hand-over/file"] {
            let page = format!("<form method=\"post\" action=\"/c/rd-1/{open}\"><button>x</button></form>");
            assert_eq!(without(&page, CASE, "CLOSED"), page);
        }
        for elsewhere in ["/settings/name", "/c/rd-12/facts/set", "/leave"] {
            let page = format!("<form method=\"post\" action=\"{elsewhere}\"><button>x</button></form>");
            assert_eq!(without(&page, CASE, "CLOSED"), page);
        }
        let asks = "<form method=\"get\" action=\"/c/rd-1/facts\"><input name=\"q\"></form>";
        assert_eq!(without(asks, CASE, "CLOSED"), asks);
    }

    #[test]
    fn a_list_in_a_form_stays_and_ticks_of_a_form_that_is_gone_go() {
        let page = "<form id=\"bulk\" method=\"post\" action=\"/c/rd-1/posts/label\"><button>x</button></form>\
            <input type=\"checkbox\" name=\"post\" form=\"bulk\"><form method=\"post\" action=\"/c/rd-1/evidence/view\">\
            <table><tr><td>item-000001 <button name=\"item\">Look</button></td></tr></table></form><form torn";
        let expected = "<div class=\"was-form\">CLOSED</div><div class=\"was-form\">\
            <table><tr><td>item-000001 </td></tr></table></div><form torn";
        assert_eq!(without(page, CASE, "CLOSED"), expected);
    }
}
