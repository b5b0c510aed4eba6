//! The page itself.

use crate::sample::{TYPESETTER, evidence_rows, hard, hard_draft, paper, quoting};
use redress_typeset::{Exhibits, Typesetter, compare};
use std::path::Path;

fn keep(name: &str, pdf: &[u8]) -> std::path::PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, pdf).unwrap();
    path
}

#[test]
fn every_block_in_both_editions() {
    for (name, paper) in [("hard.pdf", hard()), ("hard-draft.pdf", hard_draft())] {
        let printed = TYPESETTER.pdf(&paper, &Exhibits::new()).unwrap();
        assert!(printed.pdf.starts_with(b"%PDF-1.7"), "{name}");
        assert!(printed.pages >= 5, "{name}: {}", printed.pages);
        keep(name, &printed.pdf);
    }
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    let first = TYPESETTER.pdf(&hard_draft(), &Exhibits::new()).unwrap();
    let other = Typesetter::new(Vec::new()).unwrap().pdf(&hard_draft(), &Exhibits::new()).unwrap();
    assert_eq!(first, other);
}

#[test]
fn a_thousand_rows() {
    let start = std::time::Instant::now();
    let printed = TYPESETTER.pdf(&paper(vec![evidence_rows(1000)]), &Exhibits::new()).unwrap();
    println!("1000 rows: {} pages, {} bytes, {:?}", printed.pages, printed.pdf.len(), start.elapsed());
    assert!(printed.pages > 50);
    keep("thousand.pdf", &printed.pdf);
}

#[test]
fn pages_are_compared_as_pictures() {
    let draw = |text: &str| TYPESETTER.pages_as_png(&quoting(text), &Exhibits::new(), 72).unwrap().remove(0);
    let (one, same, other) = (draw("一"), draw("一"), draw("二"));
    assert_eq!(compare(&one, &same, 0).unwrap(), None);
    let difference = compare(&one, &other, 16).unwrap().expect("another character");
    assert!(difference.points > 5 && difference.points < difference.of / 100, "{}", difference.points);
    assert!(difference.picture.starts_with(b"\x89PNG"));
    assert_eq!(compare(b"GIF89a", &one, 0).unwrap_err().finding.code, "typeset-comparison-unreadable");
    let refused = TYPESETTER.pages_as_png(&quoting("一"), &Exhibits::new(), 0).unwrap_err();
    assert_eq!(refused.finding.code, "typeset-resolution");
}

#[test]
fn a_day_that_is_none_is_refused() {
    for day in ["", "2026-02-30", "2026-2", "10.2.2026"] {
        let mut paper = quoting("一");
        paper.day = day.to_owned();
        assert_eq!(
            TYPESETTER.pdf(&paper, &Exhibits::new()).unwrap_err().finding.code,
            "typeset-day-unreadable",
            "{day}"
        );
    }
}

#[test]
fn bytes_that_are_no_font_are_refused() {
    let refused = Typesetter::new(vec![b"no font".to_vec()]).err().unwrap();
    assert_eq!(refused.finding.code, "typeset-font-unreadable");
}
