//! The pages of marks.

use crate::sample::{TYPESETTER, mark, paper, paragraph, volume};
use image::{DynamicImage, ImageFormat};
use redress_paper::{Block, Fixed, Missing, Run, Standing};
use redress_typeset::Exhibits;
use std::io::Cursor;

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    DynamicImage::new_luma8(width, height).write_to(&mut out, ImageFormat::Png).unwrap();
    out.into_inner()
}

#[test]
fn a_begin_goes_with_what_follows_and_an_end_stays() {
    // Each picture fills more than half a page, so that the next begins on a new one.
    let pictures: Vec<_> = (1..=4).map(|number| (number, png(1000, 1000))).collect();
    let (paper, exhibits) = volume(&pictures);
    let printed = TYPESETTER.pdf(&paper, &exhibits).unwrap();
    let page = |name: &str| printed.marks[name];
    for number in 1..=4 {
        assert_eq!(
            page(&format!("exhibit-{number}.begin")),
            number,
            "begin of {number}: {:?}",
            printed.marks
        );
        assert_eq!(page(&format!("exhibit-{number}.end")), number, "end of {number}");
    }
    assert_eq!(printed.pages, 4);
}

#[test]
fn a_long_picture_takes_as_many_pages_as_its_marks_say() {
    let (paper, exhibits) = volume(&[(1, png(1080, 20_000)), (2, png(800, 600))]);
    let printed = TYPESETTER.pdf(&paper, &exhibits).unwrap();
    let (first, last) = (printed.marks["exhibit-1.begin"], printed.marks["exhibit-1.end"]);
    assert!(last - first >= 8, "{first} to {last}");
    assert!(printed.marks["exhibit-2.begin"] >= last);
}

#[test]
fn the_list_of_a_draft_stands_before_page_1() {
    let blocks = vec![
        mark("a"),
        paragraph(vec![Run::plain("一")]),
        Block::PageBreak,
        mark("b"),
        paragraph(vec![Run::plain("二")]),
    ];
    let mut draft = paper(blocks);
    draft.standing = Standing::Draft;
    draft.missing =
        vec![Missing { path: "a.b".into(), label: Fixed::new("住址", "Address"), asked_by: None }];
    let printed = TYPESETTER.pdf(&draft, &Exhibits::new()).unwrap();
    assert_eq!((printed.marks["a"], printed.marks["b"], printed.pages), (1, 2, 2));
    draft.standing = Standing::Final;
    let printed = TYPESETTER.pdf(&draft, &Exhibits::new()).unwrap();
    assert_eq!((printed.marks["a"], printed.marks["b"], printed.pages), (1, 2, 2));
}

#[test]
fn a_mark_that_stands_twice_is_refused() {
    let refused = TYPESETTER.pdf(&paper(vec![mark("a"), mark("a")]), &Exhibits::new()).unwrap_err();
    assert_eq!(refused.finding.code, "typeset-mark-twice");
}
