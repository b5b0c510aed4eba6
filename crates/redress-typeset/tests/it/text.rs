//! Text from outside: shown whole, never run, never a box.

use crate::sample::{HOSTILE, TYPESETTER, paper, paragraph, quoting};
use redress_paper::{Block, Cell, Fixed, Run};
use redress_typeset::Exhibits;

#[test]
fn hostile_text_is_printed() {
    for text in HOSTILE {
        TYPESETTER
            .pdf(&quoting(text), &Exhibits::new())
            .unwrap_or_else(|refused| panic!("{text:?}: {refused}"));
    }
}

#[test]
fn a_character_without_a_glyph_is_named_with_its_place() {
    let row = |text: &str| vec![Cell::of(vec![Run::filled(text)])];
    let table = Block::Table {
        columns: vec![1],
        head: 0,
        name: Fixed::default(),
        rows: vec![row("一"), row("甲\u{12000}乙\u{12001}")],
    };
    let refused =
        TYPESETTER.pdf(&paper(vec![paragraph(vec![Run::plain("一")]), table]), &Exhibits::new()).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "typeset-glyph-missing block=2 character=\"\u{12000}\" number=\"U+12000\" others=1 row=2"
    );
}

/// What somebody else wrote stops no paper: what no face has is printed by number, what stands for nothing too.
#[test]
fn a_character_without_a_glyph_in_a_quotation_is_printed_by_number() {
    for text in ["甲\u{12000}乙", "\u{E000}", "\u{378}", "\u{10FFFD}\u{12000}\u{FDD0}"] {
        TYPESETTER
            .pdf(&quoting(text), &Exhibits::new())
            .unwrap_or_else(|refused| panic!("{text:?}: {refused}"));
    }
    // In a text of the form or of the person, too, where the character stands for nothing.
    let own = paper(vec![paragraph(vec![Run::filled("甲\u{E000}\u{378}乙")])]);
    TYPESETTER.pdf(&own, &Exhibits::new()).unwrap();
}

#[test]
fn chinese_latin_greek_cyrillic_kana_and_hangul_are_there() {
    let all = ('\u{4E00}'..='\u{9FEA}')
        .chain('\u{3400}'..='\u{4DB5}')
        .chain('\u{AC00}'..='\u{D7A3}')
        .chain('\u{3041}'..='\u{3096}')
        .chain('\u{30A1}'..='\u{30FA}')
        .chain('\u{3B1}'..='\u{3C9}')
        .chain('\u{410}'..='\u{44F}')
        .chain("☐☑①⑩⑳—…“”‘’《》【】〔〕·％￥§№℃".chars());
    let text: String = all.collect();
    let printed = TYPESETTER.pdf(&quoting(&text), &Exhibits::new()).unwrap();
    assert!(printed.pages > 30);
}

/// Numbers from a seed (splitmix64), so that a text that fails fails again.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        u32::try_from((mixed ^ mixed >> 31) % u64::from(most)).unwrap()
    }
}

/// Characters of every kind, beside each other as nobody writes them.
fn any_text(numbers: &mut Numbers) -> String {
    let kinds = [
        (0, 0x80),
        (0x80, 0x600),
        (0x300, 0x70),
        (0x590, 0x300),
        (0x900, 0x800),
        (0x1F00, 0x1300),
        (0x4E00, 0x5000),
        (0xF900, 0x700),
        (0x1F000, 0xB00),
        (0xE0000, 0x200),
        (0, 0x11_0000),
    ];
    let length = 1 + numbers.below(60);
    (0..length)
        .filter_map(|_| {
            let (from, span) = kinds[numbers.below(11) as usize];
            char::from_u32(from + numbers.below(span))
        })
        .collect()
}

#[test]
fn any_quoted_text_is_printed() {
    let mut numbers = Numbers(5);
    for _ in 0..48 {
        let text = any_text(&mut numbers);
        TYPESETTER
            .pdf(&quoting(&text), &Exhibits::new())
            .unwrap_or_else(|refused| panic!("{text:?}: {refused}"));
    }
}
