//! The example case through every room.

use crate::run::{Demo, Room, repository, walk};

#[test]
fn the_demo_writes_what_the_repository_expects() {
    let demo = Demo::once();
    let expected = repository().join("examples/courier-rumour/expected");
    let written = |name: &str| std::fs::read(demo.room.path("en").join(name)).unwrap();
    let keep = |name: &str, bytes: &[u8]| {
        let path = expected.join(name);
        if std::env::var_os("REDRESS_BLESS").is_some() {
            std::fs::create_dir_all(&expected).unwrap();
            std::fs::write(&path, bytes).unwrap();
        }
        let kept = std::fs::read(&path).unwrap_or_default();
        assert!(kept == bytes, "{} differs; look at it, then set REDRESS_BLESS=1", path.display());
    };
    keep("result.json", &written("result.json"));
    let said = |text: &str, folder: &str| {
        let text = text.replace(&format!("{folder}/"), "redress-demo/");
        text.replace(&format!("serve {folder}"), "serve redress-demo")
    };
    keep("summary.en.txt", said(&demo.english, "en").as_bytes());
    keep("summary.zh-Hans.txt", said(&demo.chinese, "zh").as_bytes());
    keep("manifest-sha256.txt", &written("bundle/manifest-sha256.txt"));
}

/// Same input, same bytes out: the bundles of two runs, in two languages, are equal file by file.
#[test]
fn two_runs_give_the_same_bundle() {
    let demo = Demo::once();
    let bundle = |name: &str| {
        let (mut files, root) = (Vec::new(), demo.room.path(name).join("bundle"));
        walk(&root, &root, &mut files);
        files.sort();
        files
    };
    assert!(bundle("en").len() > 40);
    assert!(bundle("en") == bundle("zh"));
}

#[test]
fn a_demo_replaces_only_what_a_demo_wrote() {
    let room = Room::new();
    room.write("mine/diary.txt", "keep");
    let answer = room.redress(&["demo", "--out", "mine"]);
    assert_eq!(answer.code, 2, "{}", answer.err);
    assert_eq!(std::fs::read_to_string(room.path("mine/diary.txt")).unwrap(), "keep");
    room.ok(&["demo", "--out", "again"]);
    room.ok(&["demo", "--out", "again"]);
}

#[test]
fn the_written_bundle_verifies_and_comes_out_again() {
    let demo = Demo::once();
    demo.room.ok(&["verify", "en/bundle"]);
    let again = demo.room.json(&["recompute", "en/bundle"]);
    assert_eq!(again["same"], true);
    assert!(again["figures"].as_u64().unwrap() > 10);
}

/// A changed figure in result.json is named by recompute, even where the bag was sealed again around it.
#[test]
fn recompute_names_a_changed_figure() {
    let demo = Demo::once();
    let room = Room::new();
    copy(&demo.room.path("en/bundle"), &room.path("bundle"));
    let path = room.path("bundle/data/result.json");
    let mut result: serde_json::Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    let lower = &mut result["figures"][0]["count"]["lower"];
    *lower = (lower.as_u64().unwrap() + 1).into();
    std::fs::write(&path, serde_json::to_vec_pretty(&result).unwrap()).unwrap();
    let answer = room.redress(&["recompute", "bundle"]);
    assert_eq!(answer.code, 4, "{}{}", answer.out, answer.err);
    let (_, after) = answer.out.split_once("Values that differ in data/result.json").unwrap();
    assert!(after.contains("✗ /figures/0/count/lower: "), "{}", answer.out);
    assert_eq!(room.redress(&["verify", "bundle"]).code, 4);
}

pub(crate) fn copy(from: &std::path::Path, to: &std::path::Path) {
    let mut files = Vec::new();
    walk(from, from, &mut files);
    for (name, bytes) in files {
        let path = to.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
}

/// Figures that come out again do not speak for a bundle to which something was added, or that lacks an item.
#[test]
fn recompute_does_not_pass_a_bundle_that_does_not_verify() {
    let demo = Demo::once();
    let room = Room::new();
    copy(&demo.room.path("en/bundle"), &room.path("more"));
    room.write("more/data/extra.txt", "added");
    let answer = room.redress(&["recompute", "more"]);
    assert_eq!(answer.code, 4, "{}{}", answer.out, answer.err);
    copy(&demo.room.path("en/bundle"), &room.path("less"));
    std::fs::remove_file(room.path("less/data/items/000003/original")).unwrap();
    let answer = room.redress(&["recompute", "less"]);
    assert_eq!(answer.code, 4, "{}{}", answer.out, answer.err);
}
