//! Fields that several forms share: which body, which party, which exhibits; and how they are shown again.

use crate::call::Call;
use crate::loaded::Loaded;
use crate::shell::token;
use maud::{Markup, html};
use redress_base::Article;
use redress_case::Organ;
use redress_law::Body;
use redress_words::safe_text;

/// The bodies that can be named.
pub(crate) const BODIES: [Body; 7] = Body::NAMED;

/// Which body: its kind, and its name as on its papers.
pub(crate) fn body(call: &Call<'_>, field: &str, among: &[Body], chosen: Option<Body>) -> Markup {
    html! {
        label { (call.text(&format!("web-field-{field}"))) select name=(field) required {
            option value="" { (call.text("web-choose")) }
            @for one in among { option value=(one.word()) selected[Some(*one) == chosen] { (call.text(&format!("law-body-{}", one.word()))) } }
        } }
        label { (call.text("web-field-body-name")) input name={(field) "-name"} maxlength="200" autocomplete="off"; }
    }
}

/// One of the parties.
pub(crate) fn party(call: &Call<'_>, loaded: &Loaded, field: &str) -> Markup {
    html! {
        label { (call.text(&format!("web-field-{field}"))) select name=(field) required {
            option value="" { (call.text("web-choose")) }
            @for party in loaded.state.parties().values() { option value=(party.id) { (party.id) " · " (call.text(&format!("case-capacity-{}", party.capacity.word()))) } }
        } }
        @if loaded.state.parties().is_empty() { p.small.muted { (call.text("web-parties-none")) " " a href={(call.at("people")) "#party"} { (call.text("web-party-add")) } } }
    }
}

/// One exhibit, or several.
pub(crate) fn exhibits(call: &Call<'_>, loaded: &Loaded, field: &str, several: bool) -> Markup {
    html! {
        label { (call.text(&format!("web-field-{field}"))) select name=(field) multiple[several] size=[several.then_some("5")] {
            @if !several { option value="" { (call.text("web-exhibit-none")) } }
            @for kept in loaded.state.items.values() { option value=(kept.item.id) { (kept.item.id) " " (safe_text(&kept.item.name)) } }
        } }
    }
}

/// A day.
pub(crate) fn day(call: &Call<'_>, field: &str, required: bool) -> Markup {
    html! { label { (call.text(&format!("web-field-{field}"))) input type="date" name=(field) required[required]; } }
}

/// A line of text.
pub(crate) fn line(call: &Call<'_>, field: &str, required: bool) -> Markup {
    html! { label { (call.text(&format!("web-field-{field}"))) input name=(field) maxlength="400" autocomplete="off" required[required]; } }
}

/// Words of more than a line.
pub(crate) fn lines(call: &Call<'_>, field: &str) -> Markup {
    html! { label { (call.text(&format!("web-field-{field}"))) textarea name=(field) rows="2" maxlength="1000" required {} } }
}

/// A body as it is shown.
pub(crate) fn organ(call: &Call<'_>, organ: &Organ) -> String {
    let kind = call.text(&format!("law-body-{}", organ.kind.word()));
    organ.name.as_ref().map_or(kind.clone(), |name| format!("{} ({kind})", safe_text(name)))
}

/// Articles in one line.
pub(crate) fn articles<'a>(call: &Call<'_>, cites: impl Iterator<Item = &'a Article>) -> String {
    cites.map(|cite| call.words.article(cite)).collect::<Vec<_>>().join("; ")
}

/// The form that strikes an entry that was a mistake. Nothing disappears.
pub(crate) fn strike(call: &Call<'_>, entry: u64) -> Markup {
    html! {
        details {
            summary { (call.text("web-strike")) " #" (entry) }
            form.fields method="post" action=(call.at("strike")) {
                (token(call))
                input type="hidden" name="entry" value=(entry);
                input type="hidden" name="back" value=(call.path);
                label { (call.text("web-field-reason")) input name="reason" maxlength="1000" required; }
                button.btn { (call.text("web-strike-now")) }
            }
        }
    }
}
