//! The pages of every form as pictures: what a change does to a paper is seen, and not only that some text changed.

use redress_forms::forms;
use redress_paper::{Edition, Paper, Picture, Standing};
use redress_typeset::{Exhibits, Typesetter, compare};
use std::path::{Path, PathBuf};

/// Points to the inch: enough to see that a line moved.
const PPI: u16 = 60;
/// How far a channel may differ: the same program draws the same points; nothing else is forgiven.
const TOLERANCE: u8 = 8;

fn folder(form: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../forms").join(form)
}

/// A small picture in the place of each exhibit.
fn exhibits(paper: &Paper) -> Exhibits {
    // A PNG of one grey point.
    const DOT: &[u8] = &[
        0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0,
        0, 0, 1, 8, 0, 0, 0, 0, 0x3a, 0x7e, 0x9b, 0x55, 0, 0, 0, 0x0a, 0x49, 0x44, 0x41, 0x54, 0x78, 0xda,
        0x63, 0x68, 0, 0, 0, 0x82, 0, 0x81, 0x77, 0xcd, 0x72, 0xb6, 0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae,
        0x42, 0x60, 0x82,
    ];
    let items = paper.pictures.values().filter_map(|picture| match picture {
        Picture::Exhibit { item } => Some(*item),
        Picture::Svg { .. } => None,
    });
    items.map(|item| (item, DOT.to_vec())).collect()
}

/// `REDRESS_PREVIEWS_WRITE=1 cargo test -p redress-cli --test it pages_of` makes the kept pictures anew. Where a page
/// differs, the difference is drawn into `target/previews/`.
#[test]
fn pages_of_every_form_are_as_they_were_looked_at() {
    let write = std::env::var_os("REDRESS_PREVIEWS_WRITE").is_some();
    let typesetter = Typesetter::new(Vec::new()).unwrap();
    let mut wrong = Vec::new();
    for form in forms() {
        let sample = std::fs::read_to_string(folder(form.id()).join("samples/full.json")).unwrap();
        let input = serde_json::from_str(&sample).unwrap();
        let mut paper = form.lay(&input, Edition::Chinese, Standing::Final).unwrap();
        if paper.day.is_empty() {
            paper.day = "2026-04-20".to_owned();
        }
        let pages = typesetter.pages_as_png(&paper, &exhibits(&paper), PPI).unwrap();
        let previews = folder(form.id()).join("preview");
        if write {
            let _ = std::fs::remove_dir_all(&previews);
            std::fs::create_dir_all(&previews).unwrap();
        }
        let kept = std::fs::read_dir(&previews).map_or(0, Iterator::count);
        if !write && kept != pages.len() {
            wrong.push(format!("{}: {} pages, {kept} kept", form.id(), pages.len()));
            continue;
        }
        for (number, page) in (1..).zip(&pages) {
            let file = previews.join(format!("full-{number:02}.png"));
            if write {
                std::fs::write(&file, page).unwrap();
                continue;
            }
            let before = std::fs::read(&file).unwrap_or_else(|_| panic!("{} is not kept", file.display()));
            if let Some(difference) = compare(&before, page, TOLERANCE).unwrap() {
                let out =
                    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-{number:02}.png", form.id()));
                std::fs::write(&out, &difference.picture).unwrap();
                wrong.push(format!(
                    "{} page {number}: {} points; see {}",
                    form.id(),
                    difference.points,
                    out.display()
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "look at the pages, then REDRESS_PREVIEWS_WRITE=1:\n{}", wrong.join("\n"));
}
