//! Folders that somebody prepared: links, pipes, odd names, files that vanish.

use crate::support::told;
use redress_store::{Kind, Sources, Tree};
use std::ffi::OsStr;
use std::fs;
use std::io::Read;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::Command;

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    fs::create_dir_all(root.join("b/inner")).unwrap();
    for (name, text) in [("b/inner/2.csv", "two"), ("a.csv", "one"), (".hidden", "h"), ("b.csv", "b")] {
        fs::write(root.join(name), text).unwrap();
    }
    symlink("/etc/passwd", root.join("link")).unwrap();
    symlink(root.join("b"), root.join("linked-folder")).unwrap();
    assert!(Command::new("mkfifo").arg(root.join("pipe")).status().unwrap().success());
    drop(UnixListener::bind(root.join("socket")).unwrap());
    fs::write(root.join(OsStr::from_bytes(b"\xd6\xf7.csv")), "gbk name").unwrap();
    folder
}

#[test]
fn a_folder_is_listed_in_order_and_nothing_is_left_out() {
    let folder = folder();
    let listed = Tree::at(folder.path()).unwrap().list().unwrap();
    let seen: Vec<_> = listed.iter().map(|one| (one.path.as_str(), one.kind, one.bytes)).collect();
    assert_eq!(
        seen,
        [
            (".hidden", Kind::File, 1),
            ("a.csv", Kind::File, 3),
            ("b.csv", Kind::File, 1),
            ("b/inner/2.csv", Kind::File, 3),
            ("link", Kind::Link, 0),
            ("linked-folder", Kind::Link, 0),
            ("pipe", Kind::Special, 0),
            ("socket", Kind::Special, 0),
            ("\u{fffd}\u{fffd}.csv", Kind::File, 8),
        ]
    );
}

#[test]
fn only_plain_files_of_the_folder_itself_are_opened() {
    let folder = folder();
    let tree = Tree::at(folder.path()).unwrap();
    let open = |path: &str| told(tree.open(path));
    assert_eq!(open("b/inner/2.csv"), "done");
    assert_eq!(open("link"), "Input store-link-not-followed");
    assert_eq!(open("linked-folder/inner/2.csv"), "Input store-link-not-followed");
    assert_eq!(open("pipe"), "Input store-not-a-file");
    assert_eq!(open("socket"), "Input store-not-a-file");
    assert_eq!(open("b"), "Input store-not-a-file");
    for outside in
        ["../x", "b/../a.csv", "/etc/passwd", "", ".", "b//inner/2.csv", "a.csv/", "./a.csv", "a\0.csv"]
    {
        assert_eq!(open(outside), "Input store-file-vanished", "{outside:?}");
    }
}

#[test]
fn what_add_takes_in_is_named_and_what_it_leaves_out_too() {
    let folder = folder();
    let sources = Sources::at(folder.path()).unwrap();
    let names: Vec<_> = sources.files().iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, [".hidden", "a.csv", "b.csv", "b/inner/2.csv", "\u{fffd}\u{fffd}.csv"]);
    let said: Vec<_> = sources.findings().iter().map(|finding| finding.code.as_str()).collect();
    assert_eq!(
        said,
        [
            "store-skipped-link",
            "store-skipped-link",
            "store-skipped-special",
            "store-skipped-special",
            "store-name-not-text"
        ]
    );
    // A name in an old Chinese encoding is still the name of a file that can be read.
    let mut text = String::new();
    sources.open(sources.files().last().unwrap()).unwrap().read_to_string(&mut text).unwrap();
    assert_eq!(text, "gbk name");
}

#[test]
fn a_file_that_vanishes_or_becomes_a_link_after_listing_is_refused_by_name() {
    let folder = folder();
    let sources = Sources::at(folder.path()).unwrap();
    let find = |name: &str| sources.files().iter().find(|file| file.name == name).unwrap();
    fs::remove_file(folder.path().join("a.csv")).unwrap();
    let refused = sources.open(find("a.csv")).unwrap_err();
    assert_eq!(refused.to_string(), r#"store-file-vanished file="a.csv""#);
    fs::remove_file(folder.path().join("b.csv")).unwrap();
    symlink("/etc/passwd", folder.path().join("b.csv")).unwrap();
    assert_eq!(told(sources.open(find("b.csv"))), "Input store-link-not-followed");
    fs::rename(folder.path().join("b"), folder.path().join("b-moved")).unwrap();
    symlink(folder.path().join("b-moved"), folder.path().join("b")).unwrap();
    assert_eq!(told(sources.open(find("b/inner/2.csv"))), "Input store-link-not-followed");
}

#[test]
fn one_named_file_is_a_source_and_a_link_or_pipe_is_not() {
    let folder = folder();
    let sources = Sources::at(&folder.path().join("a.csv")).unwrap();
    assert_eq!((sources.files()[0].name.as_str(), sources.files()[0].bytes), ("a.csv", 3));
    assert_eq!(told(sources.open(&sources.files()[0])), "done");
    let at = |name: &str| told(Sources::at(&folder.path().join(name)));
    assert_eq!(at("link"), "Input store-link-not-followed");
    assert_eq!(at("linked-folder"), "Input store-link-not-followed");
    assert_eq!(at("pipe"), "Input store-not-a-file");
    assert_eq!(at("none"), "Input store-file-vanished");
}

#[test]
fn a_folder_without_a_bottom_ends() {
    let folder = tempfile::tempdir().unwrap();
    let mut deep = folder.path().to_path_buf();
    for _ in 0..80 {
        deep.push("d");
    }
    fs::create_dir_all(&deep).unwrap();
    fs::write(deep.join("x"), "").unwrap();
    let listed = Tree::at(folder.path()).unwrap().list().unwrap();
    assert_eq!((listed.len(), listed[0].kind), (1, Kind::Unreadable));
    assert_eq!(Path::new(&listed[0].path).components().count(), 64);
}
