//! Entering facts in the browser: which fact, about which statement; what statements are called; what dates the overview tells.

use crate::run::Room;
use crate::serving::{Guest, Serving};
use crate::workbench::example;
use serde_json::Value;

/// The example case among the cases of a room.
const CASE: &str = "/c/rd-example-courier-rumour";

fn data(guest: &Guest<'_>, path: &str) -> Value {
    let got = guest.get(&format!("/api/v1{path}"));
    assert_eq!(got.status, 200, "{path}: {}", got.text());
    serde_json::from_slice(&got.body).unwrap()
}

/// A statement that nobody took up and that the result does not list, by its id: of the posts the last one that stands in one.
fn unlisted(guest: &Guest<'_>) -> String {
    let listed: Vec<String> = data(guest, &format!("{CASE}/statements"))["statements"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["id"].as_str().unwrap().to_owned())
        .collect();
    let found = (0..600).step_by(50).find_map(|skip| {
        let page = guest.get(&format!("{CASE}/posts?skip={skip}")).text();
        let mut ids = page.split("/statements/").skip(1).filter_map(|rest| rest.split('"').next());
        ids.find(|id| id.starts_with("st-") && !listed.iter().any(|one| one == id)).map(str::to_owned)
    });
    found.unwrap()
}

fn case(room: &Room) -> Serving {
    example(room)
}

/// A fact about a statement far down the list is entered about that statement, and about no other.
#[test]
fn a_fact_about_a_statement_beyond_the_list_is_about_that_statement() {
    let room = Room::new();
    let serving = case(&room);
    let guest = serving.enter();
    let id = unlisted(&guest);
    let page = guest.get(&format!("{CASE}/facts?term=statement_false&statement={id}")).text();
    let selected: Vec<&str> =
        page.split("<option value=\"post:").skip(1).filter(|one| one.contains(" selected")).collect();
    assert_eq!(selected.len(), 1, "one statement is chosen, the one that was asked about");
    assert!(selected[0].contains("not taken up"), "{}", &selected[0][..200.min(selected[0].len())]);
    let step = guest
        .get(&format!("{CASE}/step?procedure=platform-notice&track=9&event=received&statement={id}"))
        .text();
    assert!(step.contains(&format!("value=\"{id}\" selected")), "{id}");
    // No page shows an id of the ledger as if it were a name.
    for path in ["statements", "posts", "facts", "procedure", "people", "step"] {
        let page = guest.get(&format!("{CASE}/{path}")).text();
        assert!(!page.contains(">st-"), "{path}");
    }
}

/// The `<select>` of what a fact is about.
fn scopes(page: &str) -> &str {
    let rest = &page[page.find("name=\"scope\"").unwrap()..];
    &rest[..rest.find("</select>").unwrap()]
}

/// A fact never goes to a statement that nobody chose: what is missing leads to the form with its statement, and a form without
/// one has none chosen.
#[test]
fn a_fact_of_a_statement_is_about_the_one_that_was_named() {
    let room = Room::new();
    let serving = case(&room);
    let guest = serving.enter();
    let page = guest.get(&format!("{CASE}/facts?term=statement_false")).text();
    let open = scopes(&page);
    assert!(open.contains(" required") && !open.contains(" selected"), "{open}");
    assert!(open.split("<option").nth(1).unwrap().starts_with(" value=\"\""), "{open}");
    let refused = guest.post(
        &format!("{CASE}/facts/set"),
        &[("term", "statement_false"), ("scope", ""), ("value", "yes"), ("seen", "999")],
    );
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("name=\"scope\" required aria-invalid"), "{}", refused.text());
    // A fact of the whole case asks for no statement.
    let page = guest.get(&format!("{CASE}/facts?term=victim_minor")).text();
    assert!(!scopes(&page).contains("value=\"\""), "{}", scopes(&page));
    let page = guest.get(CASE).text();
    let list = &page[page.find("id=\"to-do\"").unwrap()..];
    let list = &list[..list.find("</section>").unwrap()];
    let links: Vec<String> = list
        .split("href=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap().replace("&amp;", "&"))
        .filter(|to| to.contains("?term="))
        .collect();
    assert!(links.iter().any(|to| to.contains("&statement=")), "{links:?}");
    for to in links.iter().filter(|to| !to.contains("&again=")) {
        let page = guest.get(to).text();
        let chosen = scopes(&page);
        assert!(
            chosen.matches(" selected").count() == 1 || chosen.contains("value=\"case\""),
            "{to}: {chosen}"
        );
        assert_eq!(to.contains("&statement="), chosen.contains(" selected"), "{to}: {chosen}");
    }
}

/// Dates, pages and papers call a statement by names of which each page tells the other.
#[test]
fn a_statement_has_one_name_on_every_page_and_is_told_its_number_in_papers() {
    let room = Room::new();
    let serving = case(&room);
    let guest = serving.enter();
    let procedure = guest.get(&format!("{CASE}/procedure")).text();
    assert!(procedure.contains("(Statement A)") && !procedure.contains("(statement 1)"), "{procedure}");
    let statements = data(&guest, &format!("{CASE}/statements"));
    let id = statements["statements"][0]["id"].as_str().unwrap();
    let page = guest.get(&format!("{CASE}/statements/{id}")).text();
    assert!(page.contains("Statement A") && page.contains("In papers this is 言论"), "{page}");
}

/// The overview tells of the nearest date of all that the page of procedure tells, and of those that are over.
#[test]
fn the_overview_tells_the_same_dates_as_the_page_of_procedure() {
    let room = Room::new();
    let serving = case(&room);
    let guest = serving.enter();
    let dates = data(&guest, &format!("{CASE}/procedure"));
    let own = dates["dates"].as_array().unwrap().iter().filter(|one| one["who"] == "person");
    let (mut ahead, mut over) = (Vec::new(), 0);
    for one in own {
        match (one["state"].as_str().unwrap(), one["day"].as_str()) {
            ("upcoming" | "due-today", Some(day)) => ahead.push(day.to_owned()),
            ("missed" | "strict-over", Some(_)) => over += 1,
            _ => {}
        }
    }
    ahead.sort();
    assert_eq!(data(&guest, CASE)["nearest"].as_str(), ahead.first().map(String::as_str));
    let page = guest.get(CASE).text();
    let told = match over {
        0 => String::new(),
        1 => "One date of yours is over".to_owned(),
        more => format!("{more} dates of yours are over"),
    };
    assert!(page.contains(&told), "{told}");
}

/// Among a thousand facts the wanted one is found by its word, and those that an answer waits for stand first.
#[test]
fn a_fact_is_found_by_a_word_and_those_still_asked_for_stand_first() {
    let room = Room::new();
    let serving = case(&room);
    let guest = serving.enter();
    let page = guest.get(&format!("{CASE}/facts")).text();
    let first = page.find("id=\"asked-next\"").unwrap();
    let questions = page.find("id=\"by-question\"").unwrap();
    assert!(first < questions && page[questions..].contains("term=statement_false"));
    // Protected speech is asked before anything that could lead to a penalty (Guiding Opinions art 10, 2023-09-20).
    let at = |said: &str| questions + page[questions..].find(said).unwrap();
    assert!(at("Comments and criticism are protected") < at("Elements of criminal defamation"));
    let all = guest.get(&format!("{CASE}/facts?all=1")).text();
    assert!(all.contains("1 to 60 of 1,0") && all.contains("skip=60"), "{all}");
    let found = guest.get(&format!("{CASE}/facts?q=untrue")).text();
    assert!(found.contains("term=statement_false"), "{found}");
    let none = guest.get(&format!("{CASE}/facts?q=%3Cscript%3E")).text();
    assert!(none.contains("No fact has these words") && !none.contains("<script>"), "{none}");
}
