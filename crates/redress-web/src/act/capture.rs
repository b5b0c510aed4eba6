//! Shows what differs in words between two captures: that somebody asked is in the ledger before it is shown.

use super::unfit;
use crate::call::Call;
use crate::compare::{Body, of_item, of_posts};
use crate::differ::{letters, lines};
use crate::library::Touch;
use crate::page::posts::asking;
use crate::reply::{Leaf, Reply, Wrong};
use crate::shell::card;
use maud::{Markup, html};
use redress_base::{Fault, Finding, ItemId};
use redress_case::Seen;
use redress_rights::{Object, UseCase};
use redress_words::safe_text;

/// Lines that are shown of each of two files.
const LINES: usize = 200;

/// Two captures of one post, or of one file.
pub(crate) fn reveal(call: &Call<'_>) -> Result<Reply, Wrong> {
    if call.session.spared {
        return Err(Finding::error("web-spared").refuse(Fault::Usage).into());
    }
    let item = |name: &str| -> Result<ItemId, Wrong> {
        let typed = call.required(name)?;
        Ok(typed.parse().map_err(|()| unfit(call, name, typed))?)
    };
    let (earlier, later) = (item("earlier")?, item("later")?);
    let (shown, back) = match (call.typed("post"), call.typed("name")) {
        (Some(key), _) => {
            let mut bodies = of_posts(call, key, &[earlier, later])?;
            look(call, Seen::Material, key)?;
            let pair = (bodies.remove(&earlier), bodies.remove(&later));
            (pair_of(pair, by_letters, call), asking("post", key))
        }
        (None, name) => {
            let loaded = call.loaded()?;
            let row = |id: ItemId| {
                let items = &loaded.result.kept.items;
                items.iter().find(|row| row.item.id == id).ok_or(Wrong::NotFound)
            };
            let pair = (of_item(call, row(earlier)?)?, of_item(call, row(later)?)?);
            look(call, Seen::Item, &format!("{earlier}, {later}"))?;
            let name = name.unwrap_or_default();
            (pair_of((Some(pair.0), Some(pair.1)), by_lines, call), asking("name", name))
        }
    };
    let body = html! {
        (card("differ", &call.text("web-capture-words"), &shown))
        div.row { a.btn href={(call.at("evidence/captures/of")) "?" (back)} { (call.text("web-hide")) } }
    };
    Ok(Reply::Page(Leaf::new(call.text("web-capture"), None, body)))
}

fn look(call: &Call<'_>, seen: Seen, of: &str) -> Result<(), Wrong> {
    call.desk((UseCase::ViewUnmasked, Object::Material), Touch::Write, |desk| {
        desk.looked(call.by(), seen, Some(of.to_owned()), None)
    })
}

type Show = fn(&Call<'_>, &str, &str) -> Markup;

fn pair_of(pair: (Option<Body>, Option<Body>), show: Show, call: &Call<'_>) -> Markup {
    match pair {
        (Some(Body::Words(earlier)), Some(Body::Words(later))) if earlier.reveal() != later.reveal() => {
            show(call, earlier.reveal(), later.reveal())
        }
        _ => html! { p { (call.text("web-capture-nothing")) } },
    }
}

/// Both texts whole, with what only one of them has marked.
fn by_letters(call: &Call<'_>, earlier: &str, later: &str) -> Markup {
    let found = letters(earlier, later);
    let text = |head: &str, own: &str| {
        html! {
            h3 { (call.text(head)) }
            blockquote.shown { (safe_text(found.before)) mark { (safe_text(own)) } (safe_text(found.after)) }
        }
    };
    html! { (text("web-capture-gone", found.gone)) (text("web-capture-new", found.new)) }
}

/// The lines that only one of the two has.
fn by_lines(call: &Call<'_>, earlier: &str, later: &str) -> Markup {
    let found = lines(earlier, later);
    let list = |head: &str, own: &[&str]| {
        html! {
            h3 { (call.text(head)) }
            blockquote.shown { @for line in own.iter().take(LINES) { div { (safe_text(line)) } } @if own.len() > LINES { div { "…" } } }
        }
    };
    html! { (list("web-capture-gone", &found.gone)) (list("web-capture-new", &found.new)) }
}
