//! Another cover name for the case.

use crate::call::Call;
use crate::shell::token;
use maud::{Markup, html};
use redress_words::safe_text;

/// The longest cover name.
pub(crate) const LONGEST: usize = 100;

/// The form, folded: it is seldom needed.
pub(crate) fn form(call: &Call<'_>, cover: &str) -> Markup {
    html! {
        section.card #name { p { (call.text("web-rename-is")) " " b.whole { (safe_text(cover)) } } details {
            summary { (call.text("web-rename")) }
            p.small.muted { (call.text("web-rename-what")) }
            form.fields method="post" action=(call.at("name")) {
                (token(call))
                label { (call.text("web-field-cover")) input name="cover" maxlength=(LONGEST) value=(cover) required autocomplete="off"; }
                button.btn { (call.text("web-rename-now")) }
            }
        } }
    }
}
