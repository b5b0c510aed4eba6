//! Every form of every page: what is refused comes back on its own page with what was typed, and no secret does. The forms are
//! read out of the pages, and the acts out of the table of addresses, so that one that comes later is held to it as well.

use crate::office_people::{PASSWORD, office};
use crate::run::{Room, repository};
use crate::serving::{Got, Guest, Serving};
use crate::workbench::{CASE, OTHERS, PAGES, example};
use std::collections::{BTreeMap, BTreeSet};

/// No key of anybody; it has the mark of one.
const SECRET: &str = "AGE-SECRET-KEY-1QQQQNOBODYSKEYQQQQ";
/// What is typed into every line.
const TYPED: &str = "Zwetschge \"&<x>";
const ESCAPED: &str = "Zwetschge &quot;&amp;&lt;x&gt;";
/// What is typed into fields of passwords.
const WORD: &str = "seventeen green kettles";

/// What no field of days, numbers or choices takes.
const UNFIT: &str = "no-such";

/// A form of a page, as a browser sees it.
struct Form {
    action: String,
    /// Whether it changes something or searches; otherwise its address asks.
    posts: bool,
    /// Whether it leads to an address that asks.
    asks: bool,
    inside: String,
    /// Tags of fields, inside the form and apart from it.
    fields: Vec<Field>,
}

#[derive(Debug)]
struct Field {
    element: String,
    kind: String,
    /// Whether digits are typed into it.
    digits: bool,
    name: String,
    value: String,
    options: Vec<String>,
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    let value = rest.split('"').next().unwrap();
    Some(value.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&"))
}

/// The text behind each beginning of a tag of that name.
fn tags<'p>(page: &'p str, name: &'p str) -> impl Iterator<Item = &'p str> {
    page.match_indices(name)
        .map(|(at, _)| &page[at..])
        .filter(move |rest| rest[name.len()..].starts_with([' ', '>']))
}

fn field(rest: &str) -> Option<Field> {
    let tag = &rest[..=rest.find('>')?];
    let element = tag[1..].split([' ', '>']).next()?.to_owned();
    let inside = if element == "select" { &rest[..rest.find("</select>")?] } else { "" };
    let options =
        tags(inside, "<option").filter_map(|option| attribute(&option[..=option.find('>')?], "value"));
    Some(Field {
        digits: attribute(tag, "inputmode").is_some_and(|mode| mode == "numeric"),
        kind: attribute(tag, "type").unwrap_or_else(|| "text".to_owned()),
        name: attribute(tag, "name")?,
        value: attribute(tag, "value").unwrap_or_default(),
        options: options.filter(|value| !value.is_empty()).collect(),
        element,
    })
}

fn fields(text: &str) -> Vec<Field> {
    ["<input", "<select", "<textarea"].iter().flat_map(|name| tags(text, name)).filter_map(field).collect()
}

/// Every form of a page.
fn forms(page: &str) -> Vec<Form> {
    let mut all = Vec::new();
    for rest in tags(page, "<form") {
        let opening = &rest[..=rest.find('>').unwrap()];
        let posts = opening.contains(" method=\"post\"");
        let asks = !posts || opening.contains(" role=\"search\"");
        let inside = &rest[opening.len()..rest.find("</form>").unwrap()];
        let mut own = fields(inside);
        if let Some(id) = attribute(opening, "id") {
            let apart = format!(" form=\"{id}\"");
            let others =
                tags(page, "<input").filter(|rest| rest[..=rest.find('>').unwrap()].contains(&apart));
            own.extend(others.filter_map(field));
        }
        let action = attribute(opening, "action").unwrap();
        all.push(Form { action, posts, asks, inside: inside.to_owned(), fields: own });
    }
    all
}

impl Form {
    /// What tells its kind from others: where it goes and what it asks.
    fn kind(&self) -> String {
        let names: BTreeSet<&str> = self.fields.iter().map(|field| field.name.as_str()).collect();
        let plain = |action: &str| action.replace("rd-example-courier-rumour", "CASE");
        format!("{} {} {names:?}", plain(&self.action), self.posts)
    }

    /// Filled in as a hasty person would, with the secret in the last line of text, or in a field that no page has.
    fn filled(&self) -> (Vec<(String, String)>, Option<String>) {
        let is_text = |field: &&Field| {
            field.element == "textarea"
                || field.element == "input" && ["text", "search"].contains(&field.kind.as_str())
        };
        let last = self.fields.iter().rfind(is_text).map(|field| field.name.clone());
        let last = last.filter(|name| name != "pasted");
        let mut sent = Vec::new();
        for field in &self.fields {
            let value = match (field.element.as_str(), field.kind.as_str()) {
                ("input", "file" | "submit") => continue,
                ("input", "hidden" | "checkbox" | "radio") => field.value.clone(),
                ("input", "password") => WORD.to_owned(),
                ("input", "date") => "2026-03-04".to_owned(),
                ("input", "datetime-local") => "2026-03-04T05:06".to_owned(),
                ("input", "time") => "09:30".to_owned(),
                ("select", _) => match field.options.last() {
                    Some(last) => last.clone(),
                    None => continue,
                },
                _ if Some(&field.name) == last.as_ref() => SECRET.to_owned(),
                _ => TYPED.to_owned(),
            };
            sent.push((field.name.clone(), value));
        }
        if last.is_none() {
            sent.push(("beside".to_owned(), SECRET.to_owned()));
        }
        sent.retain(|(name, _)| name != "token");
        (sent, last)
    }
}

/// Sends a form that is refused, and looks at what comes back.
fn comes_back(guest: &Guest<'_>, at: &str, form: &Form) {
    let (sent, secret) = form.filled();
    let fields: Vec<(&str, &str)> =
        sent.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let got: Got = guest.post(&form.action, &fields);
    let (page, what) = (got.text(), format!("{at}: {} {:?}", form.action, fields));
    assert_eq!(got.status, 422, "{what}\n{page}");
    assert!(!page.contains(SECRET) && !page.contains(WORD), "{what}: a secret is shown again\n{page}");
    assert!(page.contains("A secret key was typed"), "{what}\n{page}");
    assert!(!page.contains('⟦'), "{what}\n{page}");
    let back = forms(&page).into_iter().find(|one| one.inside.contains("id=\"refused\""));
    let asks = form.fields.iter().any(|field| field.kind != "hidden");
    // Of a button alone nothing is lost.
    if back.is_none() && !asks {
        return;
    }
    assert!(back.is_some(), "{what}: the form does not come back\n{page}");
    let back = back.unwrap();
    // What was typed is no telephone number and no identity number: the form that comes back asks whether it is meant.
    assert_eq!(back.kind().replace("\"doubted\", ", ""), form.kind(), "{what}");
    if let Some(name) = &secret {
        let marked =
            back.inside.split(&format!("name=\"{name}\"")).nth(1).unwrap().split('>').next().unwrap();
        assert!(marked.contains("aria-invalid"), "{what}: not at its field\n{}", back.inside);
    }
    let mut left: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, value) in fields.iter().filter(|(name, value)| value != &SECRET && name != &"beside") {
        left.entry(name).or_default().push(value);
    }
    for field in &form.fields {
        let (name, escaped) = (&field.name, field.value.replace('&', "&amp;").replace('"', "&quot;"));
        let stands = match (field.element.as_str(), field.kind.as_str()) {
            ("input", "checkbox" | "radio") => {
                let tag = format!("name=\"{name}\" value=\"{escaped}\"");
                let here = back.inside.split(&tag).nth(1).or_else(|| page.split(&tag).nth(1));
                let tick = here.map(|rest| rest.split('>').next().unwrap());
                field.value.is_empty()
                    || tick.is_none_or(|tag| tag.contains("checked") || tag.contains("disabled"))
            }
            ("select", _) => field.options.last().is_none_or(|last| {
                let last = last.replace('&', "&amp;").replace('"', "&quot;");
                back.inside.contains(&format!("<option value=\"{last}\" selected>"))
            }),
            ("input", "text" | "search") | ("textarea", _) if secret.as_ref() != Some(name) => {
                back.inside.contains(ESCAPED)
            }
            _ => true,
        };
        assert!(stands, "{what}: {field:?} is gone\n{}", back.inside);
    }
}

/// Days, numbers and choices of a form that asks, each wrong by itself: told at its field, with what was typed; typed as an address,
/// too. Gives how many there were.
fn asks_well(guest: &Guest<'_>, at: &str, form: &Form) -> usize {
    // Nobody need know whether a statement or a label is still there: nothing is found then.
    let gone = |field: &&Field| !["statement", "label"].contains(&field.name.as_str());
    let kind = |field: &&Field| field.kind == "date" || field.digits || field.element == "select";
    let wrong: Vec<&Field> = form.fields.iter().filter(kind).filter(gone).collect();
    for field in &wrong {
        let address = format!("{}?{}={UNFIT}", form.action, field.name);
        let mut answers = vec![(address.clone(), guest.get(&address))];
        if form.posts {
            answers
                .push((form.action.clone(), guest.post(&form.action, &[("q", TYPED), (&field.name, UNFIT)])));
        }
        for (sent, got) in answers {
            let (page, what) = (got.text(), format!("{at}: {sent} {}", field.name));
            assert_eq!(got.status, 422, "{what}\n{page}");
            assert!(!page.contains('⟦') && !page.contains("id=\"saved\""), "{what}\n{page}");
            let back = forms(&page).into_iter().find(|one| one.inside.contains("id=\"refused\""));
            let back = back.unwrap_or_else(|| Form {
                inside: page.clone(),
                action: what.clone(),
                posts: false,
                asks: false,
                fields: Vec::new(),
            });
            assert_eq!(
                (&back.action, back.posts),
                (&form.action, form.posts),
                "{what}: not in its form\n{page}"
            );
            let tags = ["<input", "<select"].iter().flat_map(|name| tags(&back.inside, name));
            let tag = tags
                .map(|rest| &rest[..=rest.find('>').unwrap()])
                .find(|tag| attribute(tag, "name").as_ref() == Some(&field.name))
                .unwrap();
            assert!(tag.contains("aria-invalid"), "{what}: not at its field\n{}", back.inside);
            assert!(
                field.element == "select" || attribute(tag, "value").as_deref() == Some(UNFIT),
                "{what}: {tag}"
            );
        }
    }
    wrong.len()
}

/// Acts that the table of addresses names; the parts of an address that are open stand as `{…}`.
fn acts() -> BTreeSet<String> {
    let table = std::fs::read_to_string(repository().join("crates/redress-web/src/routes.rs")).unwrap();
    let table = &table[table.find("ROUTES: &[Route] = &[").unwrap()..table.find("\n];").unwrap()];
    let mut found = BTreeSet::new();
    for word in ["act(", "both(", "verify(", "recompute("] {
        for (at, _) in table.match_indices(&format!(" {word}")) {
            let rest = table[at + 1 + word.len()..].trim_start();
            let path = rest.strip_prefix('"').unwrap().split('"').next().unwrap();
            found.insert(path.to_owned());
        }
    }
    assert!(found.len() > 60, "{found:?}");
    found
}

fn fits(pattern: &str, path: &str) -> bool {
    let (one, other) = (pattern.split('/'), path.split('/'));
    pattern.split('/').count() == path.split('/').count()
        && one.zip(other).all(|(known, said)| known.starts_with('{') || known == said)
}

/// Goes over the pages, and over those to which they lead, one of a kind; gives the acts to which a form was sent, and how many
/// fields of forms that ask were sent wrong.
fn over_all(guest: &Guest<'_>, first: &[String]) -> (BTreeSet<String>, usize) {
    let patterns = acts();
    let (mut seen, mut kinds, mut sent) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let mut shapes: BTreeMap<String, usize> = BTreeMap::new();
    let mut asked = 0;
    let mut open: Vec<String> = first.iter().rev().cloned().collect();
    while let Some(path) = open.pop() {
        if !seen.insert(path.clone()) {
            continue;
        }
        let got = guest.get(&path);
        if !got.header("content-type").is_some_and(|kind| kind.starts_with("text/html")) {
            continue;
        }
        let page = got.text();
        for form in forms(&page) {
            if kinds.insert(form.kind()) {
                asked += if form.asks { asks_well(guest, &path, &form) } else { 0 };
                if !form.posts {
                    continue;
                }
                comes_back(guest, &path, &form);
                sent.extend(patterns.iter().filter(|known| fits(known, &form.action)).cloned());
            }
        }
        for rest in tags(&page, "<a") {
            let Some(to) = attribute(&rest[..=rest.find('>').unwrap()], "href") else { continue };
            let to = to.split('#').next().unwrap().to_owned();
            // Numbers and names of things are left out: one page of a shape is as good as all.
            let (plain, asked) = to.split_once('?').unwrap_or((&to, ""));
            let step =
                |step: &str| if step.contains(|c: char| c.is_ascii_digit()) { "N" } else { step }.to_owned();
            let mut shape: Vec<String> = plain.split('/').map(step).collect();
            if let Some(at) = shape.iter().position(|step| step == "papers") {
                // Every paper has a page, made in one way.
                shape.iter_mut().skip(at + 1).for_each(|step| step.replace_range(.., "N"));
            }
            let names: Vec<&str> = asked.split('&').map(|pair| pair.split('=').next().unwrap()).collect();
            let times = shapes.entry(format!("{shape:?} {names:?}")).or_default();
            if to.starts_with('/')
                && !to.ends_with("/file")
                && !to.ends_with("/pages")
                && !asked.contains("print")
                && *times < 1
            {
                *times += 1;
                open.push(to);
            }
        }
    }
    (sent, asked)
}

/// The forms of one page alone that go to an act; gives the acts to which one was sent.
fn of_page(guest: &Guest<'_>, path: &str, act: &str) -> BTreeSet<String> {
    let own: Vec<Form> =
        forms(&guest.get(path).text()).into_iter().filter(|form| form.action.ends_with(act)).collect();
    assert!(!own.is_empty(), "{path}: no form to {act}");
    own.iter().for_each(|form| comes_back(guest, path, form));
    BTreeSet::from([format!("/c/{{case}}{act}")])
}

/// A file from which nothing was read can be left out of papers; one that was set aside can be counted again.
fn of_what_is_set_aside(guest: &Guest<'_>) -> BTreeSet<String> {
    let page = |item: &str| format!("{CASE}/evidence?aside={item}");
    let mut sent = of_page(guest, &page("item-000018"), "/evidence/hand-in");
    let shown = guest.get(&page("item-000001")).text();
    let entry = shown.split("name=\"entry\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let reason = [("entry", entry), ("reason", "not ours")];
    assert_eq!(guest.post(&format!("{CASE}/strike"), &reason).status, 303);
    sent.extend(of_page(guest, &page("item-000001"), "/evidence/count"));
    sent
}

#[test]
fn every_refused_form_comes_back_with_what_was_typed_and_without_secrets() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let first: Vec<String> =
        PAGES.iter().map(|page| format!("{CASE}{page}")).chain(OTHERS.map(str::to_owned)).collect();
    let (mut sent, asked) = over_all(&guest, &first);
    assert!(asked > 15, "days, numbers and choices of forms that ask: {asked}");
    // Somebody else reads: then a name is asked of them.
    assert_eq!(guest.post("/settings/reader", &[("reader", "other")]).status, 303);
    sent.extend(over_all(&guest, &["/settings".to_owned()]).0);
    sent.extend(in_an_office());
    sent.extend(of_a_table(&guest));
    sent.extend(of_what_is_set_aside(&guest));
    // What no page of these offers: forms that a page makes only after something else was done.
    let elsewhere = [
        "/c/{case}/posts/summary",
        "/c/{case}/evidence/captures/reveal",
        "/c/{case}/evidence/file",
        "/c/{case}/hand-over/file",
        "/c/{case}/people/take-back",
        "/c/{case}/strike",
        "/c/{case}/papers/reopen",
        "/c/{case}/custody/look",
        "/cosign",
    ];
    let office = ["/c/{case}/members", "/c/{case}/members/end"];
    let never: Vec<String> = acts()
        .into_iter()
        .filter(|act| !sent.contains(act) && !elsewhere.contains(&act.as_str()))
        .filter(|act| {
            !act.starts_with("/office") && !office.contains(&act.as_str()) && act != "/settings/password"
        })
        .collect();
    assert!(never.is_empty(), "no page offered a form to {never:?}");
}

/// The form that says what the columns of a table are; the example has no table that nobody knows.
fn of_a_table(guest: &Guest<'_>) -> Option<String> {
    let case = guest.post("/c", &[("cover", "Spring")]).header("location").unwrap().replace("/evidence", "");
    let table: [(&str, &[u8]); 1] = [("board.csv", b"no,said\n1,one\n")];
    assert_eq!(guest.upload(&format!("{case}/add"), &[], &table).status, 200);
    let at = format!("{case}/evidence/columns?item=item-000001");
    let form = forms(&guest.get(&at).text()).into_iter().find(|form| at.starts_with(&form.action))?;
    comes_back(guest, &at, &form);
    Some("/c/{case}/evidence/columns".to_owned())
}

/// The forms of an office: accounts, an audit, members, one's own password.
fn in_an_office() -> BTreeSet<String> {
    let Some(office) = office("every_refused_form_of_an_office") else { return BTreeSet::new() };
    let case = office.with_everybody(&["victim", "counsel"]);
    let serving = Serving::with(&office.room, &["--office", "office.toml"]);
    let mut sent = BTreeSet::new();
    for (name, pages) in [
        ("keeper", vec!["/office".to_owned(), "/settings".to_owned()]),
        ("victim", vec![format!("/c/{case}/members"), format!("/c/{case}/bundle")]),
    ] {
        let guest = serving.sign_in(name, PASSWORD).unwrap();
        sent.extend(over_all(&guest, &pages).0);
    }
    for act in
        ["/office/account", "/office/audit", "/office/password", "/settings/password", "/c/{case}/members"]
    {
        assert!(sent.contains(act), "{act} is offered nowhere: {sent:?}");
    }
    sent
}
