//! The walls: what Cargo builds is what `house.toml` allows, no more and no less.

use crate::plan::{Kind, Plan};
use crate::{none, plan};
use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package};
use std::collections::BTreeSet;

fn metadata() -> Metadata {
    let manifest = crate::repository::root().join("Cargo.toml");
    MetadataCommand::new()
        .manifest_path(manifest)
        .no_deps()
        .other_options(vec!["--offline".into()])
        .exec()
        .unwrap()
}

fn short(name: &str) -> &str {
    name.strip_prefix("redress-").unwrap_or(name)
}

/// The rooms (`inside`) or guests that a package names.
fn named(package: &Package, inside: bool, dev: bool) -> BTreeSet<String> {
    let kind = |kind: DependencyKind| (kind == DependencyKind::Development) == dev;
    let found = package.dependencies.iter().filter(|one| kind(one.kind) && one.path.is_some() == inside);
    found.map(|one| short(&one.name).to_owned()).collect()
}

#[test]
fn every_room_is_in_the_plan_and_every_planned_room_is_built() {
    let plan = plan::read();
    let built: BTreeSet<String> = metadata().packages.iter().map(|one| short(&one.name).to_owned()).collect();
    let planned: BTreeSet<String> = plan.room.keys().cloned().collect();
    let missing: Vec<String> =
        built.symmetric_difference(&planned).map(|room| format!("{room}: plan and house differ")).collect();
    none(&missing);
}

#[test]
fn each_room_names_exactly_the_rooms_that_the_plan_allows() {
    let plan = plan::read();
    let mut complaints = Vec::new();
    for package in &metadata().packages {
        let Some(room) = plan.room.get(short(&package.name)) else { continue };
        for (dev, allowed) in [(false, &room.knows), (true, &room.tests_know)] {
            for difference in named(package, true, dev).symmetric_difference(allowed) {
                let side = if allowed.contains(difference) {
                    "allowed but not used"
                } else {
                    "used but not allowed"
                };
                complaints.push(format!("{} → {difference}: {side} (house.toml)", package.name));
            }
        }
    }
    none(&complaints);
}

#[test]
fn arrows_point_to_lower_layers_only() {
    let plan = plan::read();
    let layer = |room: &str| plan.room.get(room).map(|room| room.layer);
    let arrows =
        plan.room.iter().flat_map(|(name, room)| room.knows.iter().map(move |known| (name, room, known)));
    // Every arrow goes down, so that there is no circle.
    let wrong = arrows.filter(|(_, room, known)| layer(known).is_none_or(|below| below >= room.layer));
    none(&wrong.map(|(name, _, known)| format!("{name} → {known} does not point down")).collect::<Vec<_>>());
}

#[test]
fn a_layer_is_as_low_as_the_rooms_below_allow() {
    let plan = plan::read();
    let lowest = |plan: &Plan, room: &str| {
        let below =
            plan.room[room].knows.iter().filter_map(|known| plan.room.get(known)).map(|room| room.layer + 1);
        below.max().unwrap_or(0)
    };
    let product = plan.room.iter().filter(|(_, room)| room.kind != Kind::Dev);
    let wrong = product.filter(|(name, room)| room.layer != lowest(&plan, name));
    none(&wrong.map(|(name, _)| format!("{name} lies on layer {}", lowest(&plan, name))).collect::<Vec<_>>());
}

/// The two wings meet in `case` and nowhere below.
#[test]
fn the_law_wing_cannot_name_a_post_and_the_evidence_wing_cannot_name_an_article() {
    let plan = plan::read();
    let reach = |start: &str| {
        let mut reached = BTreeSet::new();
        let mut next = vec![start.to_owned()];
        while let Some(room) = next.pop() {
            next.extend(
                plan.room[&room].knows.iter().filter(|known| reached.insert((*known).clone())).cloned(),
            );
        }
        reached
    };
    for (room, blind) in [
        ("facts", ["evidence", "posts", "law"]),
        ("law", ["evidence", "posts", "analysis"]),
        ("remedies", ["evidence", "posts", "analysis"]),
        ("evidence", ["posts", "facts", "law"]),
        ("posts", ["facts", "law", "remedies"]),
        ("analysis", ["law", "remedies", "case"]),
    ] {
        for hidden in blind {
            assert!(!reach(room).contains(hidden), "{room} can name {hidden}");
        }
    }
}

#[test]
fn pure_rooms_know_only_pure_rooms_and_nothing_in_the_product_knows_a_room_for_development() {
    let plan = plan::read();
    let mut complaints = Vec::new();
    for (name, room) in &plan.room {
        for known in room.knows.iter().filter_map(|known| Some((known, plan.room.get(known)?.kind))) {
            let bad = room.kind == Kind::Pure && known.1 != Kind::Pure
                || room.kind != Kind::Dev && known.1 == Kind::Dev;
            if bad {
                complaints.push(format!("{name} ({:?}) → {} ({:?})", room.kind, known.0, known.1));
            }
        }
    }
    none(&complaints);
}

#[test]
fn guests_live_where_the_plan_puts_them() {
    let plan = plan::read();
    let mut complaints = Vec::new();
    let mut seen = BTreeSet::new();
    for package in &metadata().packages {
        let room = short(&package.name);
        // Rooms for development may have guests of their own; their tests too.
        if plan.room.get(room).is_none_or(|room| room.kind == Kind::Dev) {
            continue;
        }
        for guest in named(package, false, false) {
            match plan.guest.get(&guest) {
                None => complaints.push(format!("{room}: the guest {guest} is not in house.toml")),
                Some(known) if !known.rooms.contains("any") && !known.rooms.contains(room) => {
                    complaints.push(format!("{room}: the guest {guest} lives in {:?}", known.rooms));
                }
                Some(_) => {}
            }
            seen.insert((guest, room.to_owned()));
        }
    }
    for (guest, known) in &plan.guest {
        let gone = known.rooms.iter().filter(|room| {
            let lives =
                |(name, place): &(String, String)| name == guest && (place == *room || *room == "any");
            !seen.iter().any(lives)
        });
        complaints.extend(gone.map(|room| format!("{guest} does not live in {room} (any more)")));
        if known.why.is_empty() {
            complaints.push(format!("{guest}: house.toml does not say why"));
        }
    }
    none(&complaints);
}

#[test]
fn every_package_that_the_workspace_offers_is_used() {
    let manifest: toml::Table = crate::repository::read("Cargo.toml").parse().unwrap();
    let offered = manifest["workspace"]["dependencies"].as_table().unwrap();
    let metadata = metadata();
    let used: BTreeSet<&str> =
        metadata.packages.iter().flat_map(|one| &one.dependencies).map(|one| one.name.as_str()).collect();
    let idle = offered.keys().filter(|name| !used.contains(name.as_str()));
    none(&idle.map(|name| format!("Cargo.toml offers {name}, and no room uses it")).collect::<Vec<_>>());
}

/// A door that nobody uses is walled up: what a manifest names, the room's source names too.
#[test]
fn what_a_manifest_names_the_source_uses() {
    let sources = crate::repository::rust_files();
    let mut complaints = Vec::new();
    for package in &metadata().packages {
        let folder = format!("crates/{}/", package.name);
        for dependency in &package.dependencies {
            // The one package here whose library has another name.
            let library = if dependency.name == "md-5" { "md5" } else { &dependency.name };
            let (name, dev) = (library.replace('-', "_"), dependency.kind == DependencyKind::Development);
            let mut places = sources.iter().filter(|file| {
                let inside = file.path.strip_prefix(&folder);
                inside.is_some_and(|path| dev || path.starts_with("src/") || path == "build.rs")
            });
            if !places.any(|file| has_word(&file.text, &name)) {
                let list = if dev { "dev-dependencies" } else { "dependencies" };
                complaints.push(format!(
                    "{}: {} stands in {list}, and nothing uses it",
                    package.name, dependency.name
                ));
            }
        }
    }
    none(&complaints);
}

fn has_word(text: &str, word: &str) -> bool {
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '_');
    text.match_indices(word)
        .any(|(at, _)| edge(text[..at].chars().next_back()) && edge(text[at + word.len()..].chars().next()))
}

#[test]
fn the_windows_of_pure_rooms_are_bricked_up() {
    let template = crate::repository::read("crates/redress-house/pure-room.clippy.toml");
    let mut complaints = Vec::new();
    for (name, _) in plan::read().room.iter().filter(|(_, room)| room.kind == Kind::Pure) {
        let path = format!("crates/redress-{name}/clippy.toml");
        let full = crate::repository::root().join(&path);
        if crate::repository::writing() {
            std::fs::write(&full, &template).unwrap();
        } else if std::fs::read_to_string(&full).ok().as_ref() != Some(&template) {
            complaints.push(format!("{path} differs from crates/redress-house/pure-room.clippy.toml"));
        }
    }
    none(&complaints);
}
