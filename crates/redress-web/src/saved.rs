//! One calm line after something was saved: on the next page, once, and for whoever hears the page as for whoever sees it.

use crate::call::Call;
use maud::{Markup, html};

/// Acts under a case that save nothing of it: what is looked for, shown once, or left.
const NO_SAVING: [&str; 6] =
    ["/stop", "/reveal", "/evidence/captures/reveal", "/posts", "/facts", "/people/look"];
/// What is kept beside the cases.
const BESIDE: [&str; 9] = [
    "/settings/name",
    "/settings/keys",
    "/settings/reader",
    "/settings/lines",
    "/settings/password",
    "/office/account",
    "/office/lock",
    "/office/password",
    "/office/audit",
];

/// Whether what was sent to this address and answered with another page was kept.
fn saves(path: &str, case: &str) -> bool {
    let under =
        path.strip_prefix("/c/").and_then(|rest| rest.strip_prefix(case)).filter(|_| !case.is_empty());
    match under {
        Some(act) => act.starts_with('/') && !NO_SAVING.contains(&act),
        None => BESIDE.contains(&path),
    }
}

/// Notes that this act was saved, with the number of its entry where the place that is shown next names it.
pub(crate) fn note(call: &Call<'_>, next: &str) {
    if call.form.is_empty() || !saves(call.path, call.case()) {
        return;
    }
    let entry = next.rsplit_once("#e-").and_then(|(_, number)| number.parse().ok());
    call.app.sessions().note_saved(call.name, entry);
}

/// The line; nothing where nothing was saved since the last page.
pub(crate) fn line(call: &Call<'_>) -> Markup {
    let saved = call.app.sessions().saved(call.name);
    html! { @if let Some(entry) = saved { p #saved role="status" {
        @match entry {
            Some(entry) => { (call.say("web-saved-entry", &[("entry", entry.into())])) @if !call.case().is_empty() { " " a href=(call.at("history")) { (call.text("web-nav-history")) } } },
            None => (call.text("web-saved")),
        }
    } } }
}

#[cfg(test)]
mod tests {
    use super::saves;

    #[test]
    fn what_is_kept_is_told_and_what_is_only_looked_at_is_not() {
        for path in ["/c/rd-1/facts/set", "/c/rd-1/people/add", "/c/rd-1/papers/draw", "/c/rd-1/name"] {
            assert!(saves(path, "rd-1"), "{path}");
        }
        for path in
            ["/c/rd-1/facts", "/c/rd-1/posts", "/c/rd-1/reveal", "/c/rd-1/stop", "/c/rd-12", "/c", "/leave"]
        {
            assert!(!saves(path, "rd-1"), "{path}");
        }
        assert!(saves("/settings/name", "") && !saves("/settings/language", ""));
    }
}
