//! What pages tell of themselves and of the case: titles that say nothing, words that stay in no history, who wrote which entry
//! and what it says, on which platforms, what a step closes.

use crate::office_people::{PASSWORD, office};
use crate::run::Room;
use crate::serving::{Got, Guest, Serving};
use crate::workbench::{CASE, example};
use serde_json::Value;

fn data(guest: &Guest<'_>, path: &str) -> Value {
    let got = guest.get(&format!("/api/v1{path}"));
    assert_eq!(got.status, 200, "{path}: {}", got.text());
    serde_json::from_slice(&got.body).unwrap()
}

fn leads(got: &Got) -> String {
    assert_eq!(got.status, 303, "{}", got.text());
    got.header("location").unwrap().to_owned()
}

fn title(guest: &Guest<'_>, path: &str) -> String {
    let page = guest.get_in(path, "en").text();
    page.split("<title>").nth(1).unwrap().split("</title>").next().unwrap().to_owned()
}

/// What stands in a page between two marks.
fn between<'p>(page: &'p str, from: &str, to: &str) -> &'p str {
    let rest = page.split_once(from).unwrap().1;
    rest.split_once(to).unwrap().0
}

/// The name of a window says which page it is, and neither which paper, which person, which statement nor which article.
#[test]
fn titles_and_names_of_files_say_nothing_of_the_case() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let papers = title(&guest, &format!("{CASE}/papers"));
    assert!(papers.starts_with("Papers · "), "{papers}");
    for form in ["complaint-defamation", "civil-statement-of-claim", "evidence-list", "exhibits"] {
        let path = format!("{CASE}/papers/{form}");
        if guest.get(&path).status == 200 {
            assert_eq!(title(&guest, &path), papers, "{form}");
        }
    }
    let id = data(&guest, &format!("{CASE}/statements"))["statements"][0]["id"].as_str().unwrap().to_owned();
    let list = title(&guest, &format!("{CASE}/statements"));
    assert_eq!(title(&guest, &format!("{CASE}/statements/{id}")), list);
    let book = guest.get("/law").text();
    let provision = format!("/law/{}", between(&book, "href=\"/law/", "\""));
    assert_eq!(title(&guest, &provision), title(&guest, "/law"), "{provision}");
    let fields = [("form", "complaint-defamation"), ("format", "docx")];
    let drawn = leads(&guest.post(&format!("{CASE}/papers/draw"), &fields));
    let file = guest.get(&format!("{}/file", drawn.split('#').next().unwrap()));
    let name = file.header("content-disposition").unwrap();
    assert!(name.contains("paper-") && name.contains(".draft.docx"), "{name}");
    assert!(!name.contains("complaint") && !name.contains("defamation"), "{name}");
}

/// Words that somebody looks for are in no address, and so in no history.
#[test]
fn words_that_are_looked_for_stand_in_no_address() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let word = data(&guest, &format!("{CASE}/posts?take=500"))["total"].as_u64().unwrap();
    for path in [format!("{CASE}/posts"), format!("{CASE}/facts"), "/register".to_owned()] {
        let page = guest.get(&path).text();
        let form = page.split("<form").find(|form| form.contains("type=\"search\"")).unwrap();
        assert!(form.contains("method=\"post\""), "{path}: {form}");
        let found = leads(&guest.post(&path, &[("q", "快递"), ("kind", "original"), ("label", "")]));
        assert!(found.starts_with(&format!("{path}?")) && found.contains("kind=original"), "{found}");
        assert!(!found.contains('%') && !found.contains("q=") && !found.contains("token"), "{found}");
        let page = guest.get(&found).text();
        assert!(page.contains("value=\"快递\""), "{path}: the words are in the field");
        // Neither are they in the addresses of that page.
        for address in page.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            assert!(!address.contains("%E5%BF%AB"), "{address}");
        }
    }
    let found = leads(&guest.post(&format!("{CASE}/posts"), &[("q", "快递")]));
    let encoded: String = "快递".bytes().map(|byte| format!("%{byte:02X}")).collect();
    let asked = data(&guest, &format!("{CASE}/posts?q={encoded}"))["total"].as_u64().unwrap();
    let number = found.split_once('?').unwrap().1;
    let kept = data(&guest, &format!("{CASE}/posts?{number}"))["total"].as_u64().unwrap();
    assert_eq!(kept, asked);
    assert!(kept < word, "the words narrow it");
    // Where one stopped, the words are not kept; a number that stands for none says so, with the way on.
    assert_eq!(
        guest.post(&format!("{CASE}/stop"), &[("page", &format!("{found}&kind=original"))]).status,
        303
    );
    assert!(guest.get("/").text().contains(&format!("href=\"{CASE}/posts?kind=original\"")));
    let gone = guest.get(&format!("{CASE}/posts?sought=77"));
    assert_eq!(gone.status, 422);
    assert!(
        gone.text().contains("not kept any more") && gone.text().contains(&format!("href=\"{CASE}/posts\""))
    );
}

/// The language and the break come back to the same rows of the same page; what an act showed has a page above it.
#[test]
fn one_comes_back_to_what_one_looked_at() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let address = format!("{CASE}/posts?kind=original&skip=50");
    let page = guest.get(&address).text();
    let written = address.replace('&', "&amp;");
    assert!(page.contains(&format!("name=\"back\" value=\"{written}\"")), "{page}");
    assert!(page.contains(&format!("name=\"page\" value=\"{written}\"")), "{page}");
    guest.post(&format!("{CASE}/stop"), &[("page", &address)]);
    let cases = guest.get("/").text();
    assert!(cases.contains(&format!("href=\"{written}\"")) && cases.contains("Posts"), "{cases}");
    // Looking at what identifies a party is an act; one comes back to the page of people.
    let parties = data(&guest, &format!("{CASE}/people"));
    let party = parties["parties"][0]["id"].as_str().unwrap();
    let looked = guest.post(
        &format!("{CASE}/people/look"),
        &[("party", party), ("of-party", party), ("purpose", "to write")],
    );
    assert_eq!(looked.status, 200, "{}", looked.text());
    assert!(looked.text().contains(&format!("name=\"page\" value=\"{CASE}/people\"")), "{}", looked.text());
    assert_eq!(guest.get(&format!("{CASE}/people")).status, 200);
}

/// A table: each statement that was taken up, by platform. Its rows count what the data of the posts counts.
#[test]
fn the_spread_tells_the_platforms_of_each_statement() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let spread = data(&guest, &format!("{CASE}/spread"));
    let rows = spread["platforms"].as_array().unwrap();
    let posts = |row: &Value| -> u64 {
        row["platforms"].as_object().unwrap().values().map(|one| one["posts"].as_u64().unwrap()).sum()
    };
    assert!(rows[0]["statement"].is_null());
    assert_eq!(posts(&rows[0]), data(&guest, &format!("{CASE}/posts"))["total"].as_u64().unwrap());
    let statements = data(&guest, &format!("{CASE}/statements"));
    let taken: Vec<&Value> =
        statements["statements"].as_array().unwrap().iter().filter(|one| one["taken_up"] == true).collect();
    assert_eq!(rows.len(), taken.len() + 1);
    for (row, known) in rows[1..].iter().zip(&taken) {
        assert_eq!(row["statement"], known["id"]);
        assert_eq!(posts(row), known["members"].as_u64().unwrap());
        let anchor = known["anchor"].as_str().unwrap();
        assert!(
            row["platforms"].as_object().unwrap().keys().any(|name| anchor.starts_with(&format!("{name}/")))
        );
    }
    let page = guest.get_in(&format!("{CASE}/spread"), "en").text();
    let table = between(&page, "id=\"platforms\"", "</table>");
    assert!(table.contains("Weibo") && table.contains("Statement A"), "{table}");
    assert!(guest.get_in(&format!("{CASE}/spread"), "zh-CN").text().contains("微博"));
}

fn fact<'f>(value: &'f str, seen: &'f str) -> Vec<(&'f str, &'f str)> {
    vec![
        ("term", "victim_minor"),
        ("scope", "case"),
        ("value", value),
        ("seen", seen),
        ("standing", "stated"),
    ]
}

fn seen(guest: &Guest<'_>) -> String {
    let page = guest.get(&format!("{CASE}/facts?term=victim_minor")).text();
    between(&page, "name=\"seen\" value=\"", "\"").to_owned()
}

/// The history says which fact, from what to what and why, which file, which post by its account; a value that contradicts another
/// comes with its reason.
#[test]
fn the_history_tells_what_each_entry_says() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let (set, history) = (format!("{CASE}/facts/set"), format!("{CASE}/history"));
    assert_eq!(guest.post(&set, &fact("no", &seen(&guest))).status, 303);
    let refused = guest.post(&set, &fact("yes", &seen(&guest)));
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("needs a reason"), "{}", refused.text());
    assert!(guest.get(&format!("{CASE}/facts?term=victim_minor")).text().contains("On file already"));
    assert_eq!(guest.post(&set, &fact("no", &seen(&guest))).status, 303, "the same value needs none");
    let now = seen(&guest);
    let mut fields = fact("yes", &now);
    fields.push(("reason", "the identity card says so"));
    assert_eq!(guest.post(&set, &fields).status, 303);
    let log = data(&guest, &history);
    let last = &log["entries"][0];
    assert_eq!((&last["before"], &last["now"]), (&Value::from("no"), &Value::from("yes")), "{last}");
    assert_eq!(last["reason"], "the identity card says so");
    let page = guest.get_in(&history, "en").text();
    assert!(page.contains("no → yes") && page.contains("the identity card says so"), "{page}");
    let entry = last["entry"].as_u64().unwrap();
    assert!(page.contains(&format!("href=\"{CASE}/facts#e-{entry}\"")));
    // A post that was looked at: by account and time, and never by its key; with the way to it.
    let key = data(&guest, &format!("{CASE}/posts"))["posts"][0]["key"].as_str().unwrap().to_owned();
    assert_eq!(guest.post(&format!("{CASE}/reveal"), &[("post", &key)]).status, 303);
    let log = data(&guest, &history);
    let about = log["entries"][0]["about"].as_str().unwrap().to_owned();
    assert!(about.contains("words of a post") && about.contains("ccount"), "{about}");
    let way = log["entries"][0]["address"].as_str().unwrap();
    let found = data(&guest, way);
    assert!(found["posts"].as_array().unwrap().iter().any(|post| post["key"] == key.as_str()), "{way}");
    let page = guest.get_in(&history, "en").text();
    assert!(!page.contains(&key), "{key}");
    // Each sealed file by its name, as a link to it.
    let items = data(&guest, &format!("{CASE}/evidence"));
    let name = items["items"][0]["item"]["name"].as_str().unwrap();
    let whole: String = (0..4).map(|at| guest.get(&format!("{history}?skip={}", at * 100)).text()).collect();
    assert!(
        whole.contains(name) && whole.contains(&format!("href=\"{CASE}/evidence#item-000001\"")),
        "{name}"
    );
    // Taken back: the same fact, with the reason.
    let gone = guest.post(
        &format!("{CASE}/facts/withdraw"),
        &[("entry", &entry.to_string()), ("reason", "typed wrongly")],
    );
    assert_eq!(gone.status, 303, "{}", gone.text());
    let last = data(&guest, &history)["entries"][0].clone();
    assert_eq!((&last["kind"], &last["reason"]), (&Value::from("withdrawn"), &Value::from("typed wrongly")));
    assert_eq!(last["now"], "yes");
}

/// Before a step with which the person ends a procedure stands what the law closes after it, with the article; it can wait.
#[test]
fn a_step_that_cannot_be_taken_back_says_what_it_closes_and_can_wait() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let case = leads(&guest.post("/c", &[("cover", "Spring")])).replace("/evidence", "");
    assert_eq!(guest.post(&format!("{case}/people/add"), &[("capacity", "victim")]).status, 303);
    let step = format!("{case}/step");
    let filed = [("procedure", "private-prosecution"), ("event", "filed"), ("on", "2026-03-02")];
    assert_eq!(guest.post(&step, &filed).status, 303);
    let accepted = [
        ("procedure", "private-prosecution"),
        ("event", "accepted"),
        ("on", "2026-03-09"),
        ("body", "court"),
        ("body-name", "某区人民法院"),
        ("number", "（2026）浙0110刑初1号"),
    ];
    assert_eq!(guest.post(&step, &accepted).status, 303);
    let address = format!("{step}?procedure=private-prosecution&track=1&event=withdrawn");
    let page = guest.get_in(&address, "en").text();
    let told = between(&page, "id=\"consequences\"", "</section>");
    assert!(told.contains("no new suit on the same facts") && told.contains("320"), "{told}");
    assert!(told.contains("does not have to be decided today"), "{told}");
    // Left for another day: nothing is recorded, and the list of cases leads back here.
    assert_eq!(guest.post(&format!("{case}/stop"), &[("page", &address)]).status, 303);
    assert!(guest.get("/").text().contains(&address.replace('&', "&amp;")));
    let fields = [
        ("procedure", "private-prosecution"),
        ("event", "withdrawn"),
        ("on", "2026-03-20"),
        ("step-reason", "other"),
    ];
    let entries = || data(&guest, &format!("{case}/history"))["entries"].as_array().unwrap().len();
    let before = entries();
    let refused = guest.post(&step, &fields);
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("nothing was recorded"), "{}", refused.text());
    assert_eq!(entries(), before);
    assert_eq!(guest.post(&step, &[&fields[..], &[("sure", "1")]].concat()).status, 303);
    assert_eq!(entries(), before + 1);
    // A step that ends nothing asks for nothing more.
    let page = guest.get(&format!("{step}?procedure=civil-suit&track=1&event=filed")).text();
    assert!(!page.contains("name=\"sure\""), "{page}");
}

/// Statements, their posts and accounts are there to the last one, on pages and as data.
#[test]
fn long_lists_are_there_to_their_end() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let all = |path: &str, list: &str, id: &str| -> std::collections::BTreeSet<String> {
        let (mut known, mut skip) = (std::collections::BTreeSet::new(), 0);
        loop {
            let got = data(&guest, &format!("{path}?skip={skip}"));
            assert_eq!(got["skip"].as_u64().unwrap(), skip);
            let rows = got[list].as_array().unwrap().clone();
            if rows.is_empty() {
                return known;
            }
            skip += rows.len() as u64;
            assert!(rows.iter().all(|row| known.insert(row[id].to_string())), "{path}: twice");
        }
    };
    let (statements, people) = (format!("{CASE}/statements"), format!("{CASE}/people"));
    let list = data(&guest, &statements);
    let taken = list["statements"].as_array().unwrap().iter().filter(|one| one["taken_up"] == true).count();
    assert_eq!(list["total"], all(&statements, "listed", "id").len() + taken);
    assert_eq!(data(&guest, &people)["accounts"], all(&people, "listed", "account").len());
    let one = format!("{statements}/{}", list["statements"][0]["id"].as_str().unwrap());
    let total = data(&guest, &one)["total"].as_u64().unwrap();
    assert_eq!(all(&one, "members", "post").len() as u64, total);
    for path in [&people, &statements, &one] {
        let mut page = guest.get(path).text();
        let mut pages = 1;
        while let Some(next) = page.split("rel=\"next\" href=\"").nth(1) {
            let next = next.split(['"', '#']).next().unwrap().replace("&amp;", "&");
            page = guest.get(&next).text();
            pages += 1;
            assert!(pages < 50, "{next}");
        }
        assert!(pages > 1 || path == &one, "{path} has several pages");
    }
    assert_eq!(guest.get(&format!("/api/v1{people}?skip=x")).status, 422);
    let settings = data(&guest, "/settings");
    assert_eq!(settings["reader"], "nobody");
    assert!(settings["lines"].as_array().unwrap().len() > 2, "{settings}");
}

/// The name in the records is kept, stands on each page of a case, and a reader has one of their own in their window alone.
#[test]
fn the_name_in_the_records_is_kept_and_shown_and_a_reader_has_their_own() {
    let room = Room::new();
    let serving = example(&room);
    let guest = serving.enter();
    let begun = data(&guest, &format!("{CASE}/history"));
    let first = begun["entries"].as_array().unwrap().last().unwrap()["by"].as_str().unwrap().to_owned();
    assert!(
        guest.get(&format!("{CASE}/facts")).text().contains(&first),
        "the name under which the case was begun"
    );
    assert_eq!(guest.post("/settings/name", &[("by", "Cedar")]).status, 303);
    drop(serving);
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    assert_eq!(data(&guest, "/settings")["by"], "Cedar");
    let page = guest.get(&format!("{CASE}/facts")).text();
    assert!(between(&page, "id=\"signed\"", "</p>").contains("Cedar"), "{page}");
    let by = |guest: &Guest<'_>| {
        let fields = [("pasted", "https://example.com/1")];
        let pasted = guest.post(&format!("{CASE}/add/text"), &fields);
        assert_eq!(pasted.status, 200, "{}", pasted.text());
        data(guest, &format!("{CASE}/history"))["entries"][0]["by"].as_str().unwrap().to_owned()
    };
    assert_eq!(by(&guest), "Cedar");
    assert_eq!(guest.post("/settings/reader", &[("reader", "other")]).status, 303);
    drop(serving);
    let serving = Serving::begin(&room);
    let reader = serving.enter();
    assert_eq!(reader.post("/settings/reader", &[("reader", "here")]).status, 422, "not without a name");
    assert_eq!(reader.post("/settings/reader", &[("reader", "here"), ("by", "Lin")]).status, 303);
    assert_eq!(data(&reader, "/settings")["by"], "Lin");
    assert_eq!(reader.post("/settings/name", &[("by", "Lin the reader")]).status, 303);
    let key = data(&reader, &format!("{CASE}/posts"))["posts"][0]["key"].as_str().unwrap().to_owned();
    assert_eq!(reader.post(&format!("{CASE}/reveal"), &[("post", &key)]).status, 303);
    assert_eq!(data(&reader, &format!("{CASE}/history"))["entries"][0]["by"], "Lin the reader");
    drop(serving);
    let serving = Serving::begin(&room);
    assert_eq!(
        data(&serving.enter(), "/settings")["by"],
        "Cedar",
        "the reader's name went with their window"
    );
}

/// In an office no page says that it runs on this computer, and no invented case is offered.
#[test]
fn an_office_does_not_say_that_it_runs_on_this_computer_only() {
    let Some(office) = office("an_office_does_not_say_that_it_runs") else { return };
    let case = office.with_everybody(&["victim"]);
    let serving = Serving::with(&office.room, &["--office", "office.toml"]);
    let victim = serving.sign_in("victim", PASSWORD).unwrap();
    for path in ["/".to_owned(), "/settings".to_owned(), format!("/c/{case}"), format!("/c/{case}/evidence")]
    {
        let page = victim.get_in(&path, "en").text();
        assert!(
            !page.contains("this computer only") && page.contains("server of this office"),
            "{path}: {page}"
        );
    }
    assert!(!victim.get("/").text().contains("action=\"/example\""));
    let room = Room::new();
    let serving = Serving::begin(&room);
    let page = serving.enter().get("/").text();
    assert!(page.contains("this computer only") && page.contains("action=\"/example\""), "{page}");
}

/// Nobody is entered by a click on an empty form; two cases of one name can be told apart; a file that was handed over says so on
/// every page; the overview says up to when its figures go.
#[test]
fn small_things_that_mislead_are_said() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    let guest = serving.enter();
    let begin = || leads(&guest.post("/c", &[("cover", "Spring")])).replace("/evidence", "");
    let (one, two) = (begin(), begin());
    let cases = guest.get_in("/", "en").text();
    for case in [&one, &two] {
        let id = case.strip_prefix("/c/").unwrap();
        assert!(cases.contains(&format!("<span class=\"mono\">{id}</span>")), "{cases}");
    }
    assert!(cases.contains("Begun "), "{cases}");
    let page = guest.get(&format!("{one}/people")).text();
    let capacity = between(&page, "<select name=\"capacity\" required", "</select>");
    assert!(capacity.starts_with("><option value=\"\">") && !capacity.contains("selected"), "{capacity}");
    assert_eq!(guest.post(&format!("{one}/people/add"), &[("capacity", "")]).status, 422);
    assert!(data(&guest, &format!("{one}/people"))["parties"].as_array().unwrap().is_empty());
    assert_eq!(guest.post(&format!("{one}/add/text"), &[("pasted", "https://example.com/1")]).status, 200);
    let overview = guest.get_in(&one, "en").text();
    assert!(between(&overview, "id=\"up-to\"", "</p>").contains("Material up to "), "{overview}");
    assert!(!guest.get(&format!("{one}/evidence")).text().contains("id=\"handed-over\""));
    let over = [
        ("way", "next-stage"),
        ("from-body", "police"),
        ("from-body-name", "某市公安局"),
        ("to-body", "procuratorate"),
        ("on", "2026-03-02"),
        ("sure", "1"),
    ];
    let got = guest.post(&format!("{one}/hand-over"), &over);
    assert_eq!(got.status, 303, "{}", got.text());
    for path in ["", "/evidence", "/people", "/facts"] {
        let page = guest.get_in(&format!("{one}{path}"), "en").text();
        assert!(between(&page, "id=\"handed-over\"", "</p>").contains("2 March 2026"), "{path}: {page}");
    }
}
