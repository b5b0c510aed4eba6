//! Puts what was typed back into a form of one of this server's own pages, and the refusal at its field.
//!
//! It reads the page as maud writes it: every value in double quotes, `&`, `<`, `>` and `"` escaped. What it does not
//! understand it leaves as it is.

use maud::{Markup, Render as _, html};
use std::collections::BTreeMap;

/// Why a form was refused, and at which field that is said.
pub(crate) struct Refusal {
    /// What was noticed, and what to do.
    pub(crate) sentences: Vec<String>,
    /// The name of the field, where one field is meant.
    pub(crate) field: Option<String>,
    /// What the browser does not keep, and has to be chosen anew where no script has kept it.
    pub(crate) anew: Option<String>,
    /// The page that says more, and what it is called.
    pub(crate) way: Option<(String, String)>,
    /// Whether an address asked it, and no form was sent.
    pub(crate) asks: bool,
}

impl Refusal {
    /// Whether a form with this opening tag is one of those that may be meant: one that asks by its address, or that searches and
    /// leads to one, where an address asked.
    fn means(&self, tag: &str) -> bool {
        if self.asks {
            tag.contains(" method=\"get\"") || tag.contains(" role=\"search\"")
        } else {
            tag.contains(" method=\"post\"")
        }
    }
}

/// The page with the form that goes to `action` filled in; nothing where the page has no such form.
pub(crate) fn refill(
    page: &str,
    action: &str,
    typed: &[(String, String)],
    refusal: &Refusal,
) -> Option<String> {
    // Of two forms of a page that say the same of themselves the one is meant whose fields were sent: a browser sends each.
    refilled(page, action, typed, refusal, &|form| meant(form, typed) && all_sent(form, typed))
        .or_else(|| refilled(page, action, typed, refusal, &|form| meant(form, typed)))
}

fn refilled(
    page: &str,
    action: &str,
    typed: &[(String, String)],
    refusal: &Refusal,
    is_it: &dyn Fn(&str) -> bool,
) -> Option<String> {
    let opening = format!("action=\"{}\"", escaped(action));
    let mut from = 0;
    // Several forms of a page may go to one address: each says in hidden fields what it is about.
    while let Some(found) = page.get(from..)?.find(&opening) {
        let at = from + found;
        let begin = at + page.get(at..)?.find('>')? + 1;
        let end = begin + page.get(begin..)?.find("</form>")?;
        let form = page.get(begin..end)?;
        let tag = page.get(page.get(..begin)?.rfind('<')?..begin)?;
        if refusal.means(tag) && is_it(form) {
            let filled = fill(form, typed, refusal);
            let (before, after) = (opened(page.get(..begin)?), page.get(end..)?);
            let Some(id) = attribute(tag, "id") else { return Some(format!("{before}{filled}{after}")) };
            return Some(format!("{}{filled}{}", apart(&before, id, typed), apart(after, id, typed)));
        }
        from = end;
    }
    None
}

/// Whether what the form says of itself is what was sent. What the page counts anew is no part of that.
fn meant(form: &str, typed: &[(String, String)]) -> bool {
    let hidden =
        tags(form).filter(|tag| tag.starts_with("<input") && attribute(tag, "type") == Some("hidden"));
    let own = hidden.filter_map(|tag| Some((attribute(tag, "name")?, attribute(tag, "value")?)));
    own.filter(|(name, _)| !["token", "seen", "back"].contains(name))
        .all(|(name, value)| typed.iter().any(|(known, said)| known == name && escaped(said) == value))
}

/// Whether everything was sent that a browser sends of the form: what stands ticked or chosen may be missing, a line never.
fn all_sent(form: &str, typed: &[(String, String)]) -> bool {
    let lines =
        tags(form).filter(|tag| tag.starts_with("<textarea") || tag.starts_with("<input") && takes_text(tag));
    let mut names = lines.filter_map(|tag| attribute(tag, "name"));
    names.all(|name| typed.iter().any(|(known, _)| known == name))
}

/// All details in which the form stands are opened, so that it is in sight. Others may stand closed in them before it.
fn opened(before: &str) -> String {
    let mut around: Vec<usize> = Vec::new();
    let ends = before.match_indices("</details>").map(|(at, _)| (at, false));
    let mut marks: Vec<(usize, bool)> =
        before.match_indices("<details").map(|(at, _)| (at, true)).chain(ends).collect();
    marks.sort_unstable();
    for (at, begins) in marks {
        if begins {
            around.push(at);
        } else {
            around.pop();
        }
    }
    let mut page = before.to_owned();
    for at in around.into_iter().rev() {
        let after = at + "<details".len();
        if !page.get(after..).is_some_and(|rest| rest.starts_with(" open")) {
            page.insert_str(after, " open");
        }
    }
    page
}

/// Ticks what stands apart from the form and names it.
fn apart(page: &str, id: &str, typed: &[(String, String)]) -> String {
    let (mut out, mut rest) = (String::with_capacity(page.len()), page);
    while let Some(at) = rest.find("<input") {
        let (before, tail) = rest.split_at(at);
        out.push_str(before);
        let Some((tag, after)) = tail.find('>').and_then(|end| tail.split_at_checked(end + 1)) else {
            rest = tail;
            break;
        };
        let name = attribute(tag, "name").filter(|_| attribute(tag, "form") == Some(id));
        out.push_str(&name.map_or_else(|| tag.to_owned(), |name| input(tag, name, "", typed)));
        rest = after;
    }
    out.push_str(rest);
    out
}

/// What was typed into the fields of a form that take a line or more, in their order: several may have one name.
struct Texts<'t>(BTreeMap<String, Vec<&'t str>>);

impl<'t> Texts<'t> {
    fn of(typed: &'t [(String, String)]) -> Texts<'t> {
        let mut of: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for (name, value) in typed.iter().rev() {
            of.entry(name.clone()).or_default().push(value);
        }
        Texts(of)
    }

    fn next(&mut self, name: &str) -> &'t str {
        self.0.get_mut(name).and_then(Vec::pop).unwrap_or_default()
    }
}

/// Whether the words stand at a field of this form.
fn fill(form: &str, typed: &[(String, String)], refusal: &Refusal) -> String {
    let told = told(refusal).into_string();
    let field = refusal.field.as_deref();
    let stands = field.is_some_and(|field| tags(form).any(|tag| attribute(tag, "name") == Some(field)));
    let mut out = if stands { String::new() } else { told.clone() };
    let (mut rest, mut select, mut said) = (form, None::<String>, false);
    let mut texts = Texts::of(typed);
    while let Some(at) = rest.find('<') {
        let (text, tail) = rest.split_at(at);
        out.push_str(text);
        let Some(close) = tail.find('>') else { break };
        let (tag, after) = tail.split_at(close + 1);
        rest = after;
        let name = attribute(tag, "name").map(str::to_owned);
        let wrong = !said && stands && name.is_some() && name.as_deref() == field;
        if wrong {
            said = true;
            // The words stand before the label that the field is in, where the label holds nothing else yet.
            let place = out
                .rfind("<label")
                .filter(|place| !out.get(*place..).is_some_and(|l| l.contains("</label>")));
            out.insert_str(place.unwrap_or(out.len()), &told);
        }
        let mut tag = if wrong { marked(tag) } else { tag.to_owned() };
        match (element(&tag), &name) {
            ("select", Some(name)) => select = Some(name.clone()),
            ("/select", _) => select = None,
            ("option", _) => {
                if let Some(of) = &select {
                    let value = attribute(&tag, "value").unwrap_or_default().to_owned();
                    tag = switched(&tag, "selected", has(typed, of, &value));
                }
            }
            ("input", Some(name)) => {
                let text = if takes_text(&tag) { texts.next(name) } else { "" };
                tag = input(&tag, name, text, typed);
            }
            ("textarea", Some(name)) => {
                out.push_str(&tag);
                out.push_str(&escaped(texts.next(name)));
                rest = rest.find("</textarea>").and_then(|end| rest.get(end..)).unwrap_or(rest);
                continue;
            }
            ("details", _) if !tag.contains(" open") => tag = tag.replacen("<details", "<details open", 1),
            _ => {}
        }
        out.push_str(&tag);
    }
    out.push_str(rest);
    out
}

/// Fields that stay as the page has them: no password is ever put back.
const KEPT: [&str; 4] = ["hidden", "password", "file", "submit"];

/// Whether something is typed into it that is put back.
fn takes_text(tag: &str) -> bool {
    let kind = attribute(tag, "type").unwrap_or("text");
    !KEPT.contains(&kind) && !["checkbox", "radio"].contains(&kind)
}

/// One input: what is typed into it, or whether it is ticked.
fn input(tag: &str, name: &str, text: &str, typed: &[(String, String)]) -> String {
    match attribute(tag, "type").unwrap_or("text") {
        kept if KEPT.contains(&kept) => tag.to_owned(),
        // What stands ticked for good is not sent.
        "checkbox" | "radio" if tag.contains(" disabled") => tag.to_owned(),
        "checkbox" | "radio" => {
            let value = attribute(tag, "value").unwrap_or("on").to_owned();
            switched(tag, "checked", has(typed, name, &value))
        }
        _ => {
            let bare = match attribute(tag, "value") {
                Some(value) => tag.replacen(&format!(" value=\"{value}\""), "", 1),
                None => tag.to_owned(),
            };
            let inside = bare.trim_end_matches('>').to_owned();
            format!("{inside} value=\"{}\">", escaped(text))
        }
    }
}

/// The words of the refusal.
fn told(refusal: &Refusal) -> Markup {
    html! { div.card.refused #refused role="alert" tabindex="-1" {
        @for (place, one) in refusal.sentences.iter().enumerate() { @if place == 0 { p { b { (one) } } } @else { p { (one) } } }
        @if let Some((address, text)) = &refusal.way { p { a href=(address) { (text) } } }
        @if let Some(anew) = &refusal.anew { p.anew { (anew) } }
    } }
}

/// A field that a refusal is about: told so to who does not see it, and the first to be typed into.
fn marked(tag: &str) -> String {
    let inside = tag.trim_end_matches('>');
    format!("{inside} aria-invalid=\"true\" aria-describedby=\"refused\" autofocus>")
}

fn switched(tag: &str, word: &str, on: bool) -> String {
    let bare = tag.replacen(&format!(" {word}"), "", 1);
    if on { format!("{} {word}>", bare.trim_end_matches('>')) } else { bare }
}

fn element(tag: &str) -> &str {
    let inside = tag.trim_start_matches('<').trim_end_matches('>');
    inside.split_whitespace().next().unwrap_or_default()
}

/// Every tag of a piece of a page, with its brackets.
fn tags(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices('<').filter_map(move |(at, _)| {
        let rest = text.get(at..)?;
        rest.get(..=rest.find('>')?)
    })
}

/// The value of an attribute as it stands there, escaped.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    Some(rest.split_once('"')?.0)
}

/// Whether a choice was made; `value` as it stands on the page.
fn has(typed: &[(String, String)], name: &str, value: &str) -> bool {
    typed.iter().any(|(known, said)| known == name && escaped(said) == value)
}

fn escaped(text: &str) -> String {
    text.render().into_string()
}

#[cfg(test)]
mod tests {
    use super::{Refusal, refill};

    const PAGE: &str = "<form method=\"get\" action=\"/a\"><input name=\"x\"></form>\
        <form method=\"post\" action=\"/a\"><input type=\"hidden\" name=\"of\" value=\"1\"><input name=\"x\"></form>\
        <details class=\"d\"><form method=\"post\" action=\"/a\"><input type=\"hidden\" name=\"of\" value=\"2\">\
        <label>X <input name=\"x\" value=\"old\"></label>\
        <select name=\"s\"><option value=\"p\" selected>P</option><option value=\"q&amp;\">Q</option></select>\
        <textarea name=\"t\">before</textarea><input type=\"checkbox\" name=\"c\" value=\"1\" checked></form></details>";

    fn typed(fields: &[(&str, &str)]) -> Vec<(String, String)> {
        fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn what_was_typed_stands_in_the_form_that_was_sent_and_in_no_other() {
        let sent = typed(&[("of", "2"), ("x", "\"><script>"), ("s", "q&"), ("t", "</textarea><b>")]);
        let refusal = Refusal {
            sentences: vec!["No.".to_owned()],
            field: Some("x".to_owned()),
            anew: None,
            way: None,
            asks: false,
        };
        let page = refill(PAGE, "/a", &sent, &refusal).unwrap();
        let (asked, page) = page.split_once("</form>").unwrap();
        assert_eq!(asked, "<form method=\"get\" action=\"/a\"><input name=\"x\">");
        let (first, second) = page.split_once("</form>").unwrap();
        assert!(first.ends_with("<input name=\"x\">"), "{first}");
        assert!(!page.contains("<script>") && !page.contains("<b>\""), "{page}");
        assert!(second.contains("value=\"&quot;&gt;&lt;script&gt;\""), "{second}");
        assert!(second.contains("<option value=\"q&amp;\" selected>") && !second.contains("\"p\" selected"));
        assert!(second.contains("&lt;/textarea&gt;&lt;b&gt;</textarea>"), "{second}");
        assert!(second.contains("value=\"1\"></form>") && second.contains("<details open class=\"d\">"));
        let nested =
            super::opened("<details a><details b></details><p></p><details open c><details d></details>");
        assert_eq!(
            nested,
            "<details open a><details b></details><p></p><details open c><details d></details>"
        );
        // The words stand before the label of the field, once.
        let (before, after) = second.split_once("role=\"alert\"").unwrap();
        assert!(!before.contains("<label") && after.contains("<label>X <input name=\"x\" aria-invalid"));
        assert_eq!(page.matches("No.").count(), 1);
    }

    #[test]
    fn a_refusal_of_no_field_stands_on_top_and_a_form_that_is_not_there_is_not_made() {
        let refusal = Refusal {
            sentences: vec!["No.".to_owned()],
            field: Some("gone".to_owned()),
            anew: Some("a.png".to_owned()),
            way: Some(("/help#closed".to_owned(), "Help".to_owned())),
            asks: false,
        };
        let page = refill(PAGE, "/a", &typed(&[("of", "1"), ("x", "y")]), &refusal).unwrap();
        let top = "<form method=\"post\" action=\"/a\"><div class=\"card refused\" id=\"refused\"";
        assert!(page.contains(top), "{page}");
        assert!(
            page.contains("<a href=\"/help#closed\">Help</a></p><p class=\"anew\">a.png</p></div>"),
            "{page}"
        );
        assert!(refill(PAGE, "/b", &typed(&[]), &refusal).is_none());
        assert!(refill(PAGE, "/a", &typed(&[("of", "3")]), &refusal).is_none());
    }

    #[test]
    fn rows_of_one_name_and_what_stands_apart_come_back_and_no_password_does() {
        let page = "<input type=\"checkbox\" name=\"p\" value=\"1\" form=\"f\"><input type=\"checkbox\" name=\"p\" value=\"2\">\
            <form id=\"f\" method=\"post\" action=\"/a\"><input name=\"n\"><input name=\"n\"><textarea name=\"n\"></textarea>\
            <input type=\"password\" name=\"w\"></form><input type=\"checkbox\" name=\"p\" value=\"3\" form=\"f\" checked>";
        let sent = typed(&[("n", "a"), ("n", "b"), ("n", "c"), ("p", "1"), ("p", "2"), ("w", "a secret")]);
        let refusal =
            Refusal { sentences: vec![], field: Some("w".to_owned()), anew: None, way: None, asks: false };
        let page = refill(page, "/a", &sent, &refusal).unwrap();
        assert!(page.starts_with("<input type=\"checkbox\" name=\"p\" value=\"1\" form=\"f\" checked><input type=\"checkbox\" name=\"p\" value=\"2\"><form"), "{page}");
        assert!(
            page.contains("name=\"n\" value=\"a\"><input name=\"n\" value=\"b\"><textarea name=\"n\">c<"),
            "{page}"
        );
        assert!(page.ends_with("value=\"3\" form=\"f\">") && !page.contains("a secret"), "{page}");
    }
}
