//! Room cards, and the code map in ARCHITECTURE.md that is made of them.

use crate::none;
use crate::plan;
use crate::repository::{read, root, writing};
use std::collections::BTreeSet;

/// The fixed headings of a card, in order.
const HEADINGS: [&str; 5] = ["Takes", "Gives", "Knows", "Never", "Source"];
const BEGIN: &str =
    "<!-- code map: made from the room cards; REDRESS_HOUSE_WRITE=1 cargo test -p redress-house -->";
const END: &str = "<!-- end of the code map -->";

/// The text of a room's card, without the marks of a comment.
fn card(room: &str) -> String {
    let root_file = ["lib.rs", "main.rs"].map(|file| format!("crates/redress-{room}/src/{file}"));
    let path = root_file.iter().find(|path| root().join(path).exists()).expect(room);
    let text = read(path);
    let lines = text.lines().map_while(|line| line.strip_prefix("//!"));
    lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n")
}

/// The bullets of a card: heading and text, up to the first empty line after the last of them.
fn bullets(card: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for line in card.lines() {
        let heading = line.strip_prefix("- **").and_then(|rest| rest.split_once("**:"));
        match (heading, found.last_mut()) {
            (Some((heading, text)), _) => found.push((heading.to_owned(), text.trim().to_owned())),
            (None, Some((_, text))) if !line.trim().is_empty() => {
                text.push(' ');
                text.push_str(line.trim());
            }
            (None, Some(_)) => break,
            (None, None) => {}
        }
    }
    found
}

#[test]
fn every_room_has_a_card_with_the_five_headings() {
    let mut complaints = Vec::new();
    for room in plan::read().room.keys() {
        let found = bullets(&card(room));
        let headings: Vec<&str> = found.iter().map(|(heading, _)| heading.as_str()).collect();
        if headings != HEADINGS || found.iter().any(|(_, text)| text.is_empty()) {
            complaints.push(format!("redress-{room}: the card has the headings {headings:?}"));
        }
    }
    none(&complaints);
}

/// A card may say in words what a room knows ("every pure room"); where it lists rooms, the list is true.
#[test]
fn a_card_that_lists_rooms_lists_the_rooms_of_the_plan() {
    let plan = plan::read();
    let mut complaints = Vec::new();
    for (name, room) in &plan.room {
        let found = bullets(&card(name));
        let Some((_, text)) = found.iter().find(|(heading, _)| heading == "Knows") else { continue };
        let sentence = text.split('.').next().unwrap_or_default();
        let listed: BTreeSet<String> = sentence.split(", ").map(|one| one.trim().to_owned()).collect();
        if listed.iter().all(|one| plan.room.contains_key(one)) && listed != room.knows {
            complaints.push(format!("redress-{name}: the card lists {listed:?}, the plan {:?}", room.knows));
        }
    }
    none(&complaints);
}

/// Links of the compiler's documentation lead nowhere on a page: `[`X`](path)` and `[`X`]` become `X`.
fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find("[`") {
        let Some(length) = rest[start..].find("`]") else { break };
        out.push_str(&rest[..start]);
        let name = &rest[start + 2..start + length];
        out.push_str(&format!("`{}`", name.rsplit("::").next().unwrap_or(name)));
        rest = &rest[start + length + 2..];
        if rest.starts_with('(') {
            rest = rest.split_once(')').map_or("", |(_, after)| after);
        }
    }
    out + rest
}

fn map() -> String {
    let plan = plan::read();
    let mut rooms: Vec<_> = plan.room.iter().collect();
    rooms.sort_by_key(|(name, room)| (room.kind == plan::Kind::Dev, room.layer, name.as_str()));
    let mut out = String::new();
    for (name, room) in rooms {
        let card = card(name);
        let kind = format!("{:?}", room.kind).to_lowercase();
        let title: Vec<&str> = card.lines().take_while(|line| !line.trim().is_empty()).collect();
        out.push_str(&format!("\n### {name}\n\n`crates/redress-{name}`, layer {}, {kind}. ", room.layer));
        out.push_str(&format!("{}\n\n", plain(&title.join(" "))));
        for (heading, text) in bullets(&card) {
            out.push_str(&format!("- **{heading}**: {}\n", plain(&text)));
        }
    }
    out
}

#[test]
fn the_code_map_is_what_the_cards_say() {
    let page = read("ARCHITECTURE.md");
    let (before, rest) = page.split_once(BEGIN).expect("ARCHITECTURE.md has no code map");
    let (_, after) = rest.split_once(END).expect("the code map has no end");
    let wanted = format!("{before}{BEGIN}\n{}\n{END}{after}", map());
    if writing() {
        std::fs::write(root().join("ARCHITECTURE.md"), wanted).unwrap();
    } else {
        assert!(page == wanted, "the code map is old: REDRESS_HOUSE_WRITE=1 cargo test -p redress-house");
    }
}

#[test]
fn links_of_cards_become_plain_names() {
    assert_eq!(plain("a [`Corpus`](redress_posts::Corpus), [`hash::X`]s"), "a `Corpus`, `X`s");
    let card = "Title.\n\n- **Takes**: a\n  b\n- **Gives**: c\n\nMore.";
    assert_eq!(bullets(card), [("Takes".into(), "a b".into()), ("Gives".into(), "c".into())]);
}
