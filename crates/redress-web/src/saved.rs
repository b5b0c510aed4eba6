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

/// What was saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Saved {
    /// Something beside the ledger.
    Plain,
    /// The entry of this number.
    Entry(u64),
    /// A case was begun.
    Begun,
    /// The example was laid among the cases.
    Example,
}

/// Whether what was sent to this address and answered with another page was kept.
fn saves(path: &str, case: &str) -> bool {
    let under =
        path.strip_prefix("/c/").and_then(|rest| rest.strip_prefix(case)).filter(|_| !case.is_empty());
    match under {
        Some(act) => act.starts_with('/') && !NO_SAVING.contains(&act),
        None => BESIDE.contains(&path),
    }
}

/// The case of an address; nothing for what stands beside the cases.
fn case_of(address: &str) -> &str {
    let rest = address.strip_prefix("/c/").unwrap_or_default();
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

/// Notes that this act was saved, with the number of its entry, for the next page of the case that is shown next: a page of
/// another case, in another window, says nothing of it.
pub(crate) fn note(call: &Call<'_>, next: &str, entry: Option<u64>) {
    let saved = match call.path {
        "/c" => Saved::Begun,
        "/example" => Saved::Example,
        path if !call.form.is_empty() && saves(path, call.case()) => entry.map_or(Saved::Plain, Saved::Entry),
        _ => return,
    };
    call.app.sessions().note_saved(call.name, case_of(next), saved);
}

/// The line; nothing where nothing was saved since the last page.
pub(crate) fn line(call: &Call<'_>) -> Markup {
    let saved = call.app.sessions().saved(call.name, call.case());
    html! { @if let Some(saved) = saved { p #saved role="status" {
        @match saved {
            Saved::Entry(entry) => { (call.say("web-saved-entry", &[("entry", entry.into())])) " " a href={(call.at("history")) "#e-" (entry)} { (call.text("web-nav-history")) } },
            Saved::Plain => (call.text("web-saved")),
            Saved::Begun => (call.text("web-saved-begun")),
            Saved::Example => (call.text("web-saved-example")),
        }
    } } }
}

#[cfg(test)]
mod tests {
    use super::{case_of, saves};

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
        assert_eq!(
            ["/c/rd-1", "/c/rd-1#x", "/c/rd-1/facts?a=/b", "/", "/settings"].map(case_of),
            ["rd-1", "rd-1", "rd-1", "", ""]
        );
        assert!(saves("/settings/name", "") && !saves("/settings/language", ""));
    }
}
