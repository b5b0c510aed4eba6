//! The leak check: whether anything that identifies somebody came through into a text for others (指导意见 19, 20;
//! 个人信息保护法 6, 28, in force 2021-11-01).
//!
//! Text and values are folded to one form first, so that spaces, separators, letter cases, full-width forms and characters
//! that do not show hide nothing. Sentences and names of the program's own books are known word for word: a value that
//! stands *inside* one of them is a coincidence, and no leak.

mod days;
mod fold;
mod guarded;

pub use guarded::{Guarded, LeakKind};

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use fold::{Folded, fold, folded_chars};
use guarded::Edge;
use redress_base::{Fault, Finding, Refusal};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Characters in a row that make a quotation.
const QUOTATION: usize = 8;
/// Shortest sentence of the program's own that excuses a quotation.
const OWN: usize = 4;

/// Something that came through. What it is stands here, never the value itself.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Leak {
    /// Line of the text, from 1.
    pub line: u64,
    /// Character of the line, from 1.
    pub column: u64,
    /// What kind of value.
    pub kind: LeakKind,
}

/// Searches `text` for every guarded value and for eight characters in a row of any of the `written` texts. `own` are the
/// sentences and names of the program's own books that the text is made of.
///
/// # Errors
/// `Storage` where the values are too many to be searched for at once.
pub fn leaks<'t>(
    text: &str,
    own: &BTreeSet<String>,
    guarded: &Guarded,
    written: impl Iterator<Item = (LeakKind, &'t str)>,
) -> Result<Vec<Leak>, Refusal> {
    let folded = Folded::of(text);
    let own = own_ranges(&folded, own)?;
    let mut found: BTreeMap<usize, LeakKind> = BTreeMap::new();
    values(text, &folded, &own, guarded, &mut found)?;
    quotations(&folded, &own, written, &mut found);
    let leak = |(at, kind): (usize, LeakKind)| {
        let before = text.get(..folded.origin(at)).unwrap_or_default();
        let line = before.matches('\n').count().saturating_add(1);
        let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count()).saturating_add(1);
        let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
        Leak { line: count(line), column: count(column), kind }
    };
    let mut leaks: Vec<Leak> = found.into_iter().map(leak).collect();
    leaks.sort();
    leaks.dedup();
    Ok(leaks)
}

/// Refuses a text with leaks: says how many, and where the first ones are.
///
/// # Errors
/// `Input` where there is one.
pub fn refuse(leaks: &[Leak], said: impl Fn(LeakKind) -> String) -> Result<(), Refusal> {
    const TOLD: usize = 5;
    if leaks.is_empty() {
        return Ok(());
    }
    let each = |leak: &Leak| format!("{}:{} {}", leak.line, leak.column, said(leak.kind));
    let places: Vec<String> = leaks.iter().take(TOLD).map(each).collect();
    let found = Finding::error("documents-leak").with("count", leaks.len());
    Err(found.with("places", places.join("; ")).refuse(Fault::Input))
}

fn unbuildable(problem: &aho_corasick::BuildError) -> Refusal {
    Finding::error("documents-leak-unsearchable").with("problem", problem.to_string()).refuse(Fault::Storage)
}

/// Many patterns in one pass; every match, also where they overlap.
fn automaton<'p>(patterns: impl Iterator<Item = &'p str>) -> Result<AhoCorasick, Refusal> {
    // The contiguous form: a tenth of the memory of the fastest, for texts that are short beside the patterns.
    let mut builder = AhoCorasick::builder();
    builder.kind(Some(AhoCorasickKind::ContiguousNFA));
    builder.build(patterns).map_err(|problem| unbuildable(&problem))
}

/// Where the program's own sentences stand: folded characters, the end not included.
struct Own {
    ranges: Vec<(usize, usize)>,
    /// Folded characters inside a sentence of at least [`OWN`].
    covered: Vec<bool>,
}

impl Own {
    /// Whether one sentence holds all of it.
    fn holds(&self, start: usize, end: usize) -> bool {
        let upto = self.ranges.partition_point(|(from, _)| *from <= start);
        self.ranges.iter().take(upto).any(|(_, to)| *to >= end)
    }

    /// How many characters no sentence holds.
    fn open(&self, start: usize, end: usize) -> usize {
        self.covered.get(start..end).map_or(0, |part| part.iter().filter(|covered| !**covered).count())
    }
}

fn own_ranges(folded: &Folded, own: &BTreeSet<String>) -> Result<Own, Refusal> {
    let sentences: BTreeSet<String> = own.iter().map(|one| fold(one)).filter(|one| !one.is_empty()).collect();
    let automaton = automaton(sentences.iter().map(String::as_str))?;
    let mut found = Own { ranges: Vec::new(), covered: vec![false; folded.len()] };
    for hit in automaton.find_overlapping_iter(&folded.text) {
        let (start, end) = (folded.index(hit.start()), folded.index(hit.end()));
        found.ranges.push((start, end));
        if end.saturating_sub(start) >= OWN
            && let Some(part) = found.covered.get_mut(start..end)
        {
            part.fill(true);
        }
    }
    found.ranges.sort_unstable();
    Ok(found)
}

fn values(
    text: &str,
    folded: &Folded,
    own: &Own,
    guarded: &Guarded,
    found: &mut BTreeMap<usize, LeakKind>,
) -> Result<(), Refusal> {
    let automaton = automaton(guarded.pieces.keys().map(String::as_str))?;
    let kinds: Vec<(LeakKind, Edge)> = guarded.pieces.values().copied().collect();
    for hit in automaton.find_overlapping_iter(&folded.text) {
        let Some((kind, edge)) = kinds.get(hit.pattern().as_usize()).copied() else { continue };
        let (start, end) = (folded.index(hit.start()), folded.index(hit.end()));
        if !own.holds(start, end) && stands(text, folded, start, end, edge) {
            found.entry(start).or_insert(kind);
        }
    }
    Ok(())
}

/// Whether a short piece stands by itself in the text as written.
fn stands(text: &str, folded: &Folded, start: usize, end: usize, edge: Edge) -> bool {
    let inside = |c: char| match edge {
        Edge::Free => false,
        Edge::Digits => c.is_ascii_digit(),
        Edge::Word => c.is_ascii_alphanumeric(),
    };
    let before = text.get(..folded.origin(start)).and_then(|text| text.chars().next_back());
    let last = text.get(folded.origin(end.saturating_sub(1))..).unwrap_or_default();
    let after = last.chars().nth(1);
    !before.is_some_and(inside) && !after.is_some_and(inside)
}

/// Eight characters in a row of what others wrote. The text is the short side: its runs are laid out once, and everything
/// that was written is read past them.
fn quotations<'t>(
    folded: &Folded,
    own: &Own,
    written: impl Iterator<Item = (LeakKind, &'t str)>,
    found: &mut BTreeMap<usize, LeakKind>,
) {
    let chars: Vec<char> = folded.text.chars().collect();
    let mut runs: BTreeMap<[char; QUOTATION], Vec<usize>> = BTreeMap::new();
    // One bit for each pair of a first and a last character, so that nearly everything is passed over at once.
    let mut seen = vec![false; 1 << 16];
    let slot = |run: &[char; QUOTATION]| {
        let [first, second, .., last] = run.map(u32::from);
        let mixed = first.wrapping_mul(31).wrapping_add(second).wrapping_mul(31).wrapping_add(last);
        usize::from(u16::try_from(mixed & 0xFFFF).unwrap_or_default())
    };
    for (start, run) in chars.windows(QUOTATION).enumerate() {
        // At a joint of two own sentences one letter may be nobody's.
        if own.open(start, start.saturating_add(QUOTATION)) <= 1 {
            continue;
        }
        let Ok(run) = <[char; QUOTATION]>::try_from(run) else { continue };
        if let Some(bit) = seen.get_mut(slot(&run)) {
            *bit = true;
        }
        runs.entry(run).or_default().push(start);
    }
    for (kind, text) in written {
        let mut window = ['\0'; QUOTATION];
        let mut filled = 0usize;
        folded_chars(text, |c| {
            window.rotate_left(1);
            if let Some(last) = window.last_mut() {
                *last = c;
            }
            filled = filled.saturating_add(1);
            if filled >= QUOTATION
                && seen.get(slot(&window)).is_some_and(|bit| *bit)
                && let Some(starts) = runs.get(&window)
            {
                for start in starts {
                    found.entry(*start).or_insert(kind);
                }
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::{Guarded, Leak, LeakKind, leaks};
    use proptest::prelude::*;
    use redress_base::Date;
    use std::collections::BTreeSet;

    const TEXT: &str = "# 案例摘要\n\n被害人与发布者素不相识。2026年2月，公安机关受理。\n- 不少于10,000次浏览\n\nThe person concerned reported it in February 2026.\n";
    const POST: &str = "桐花里那个快递柜前的女人，昨天夜里又下楼去见送货的人了";

    fn guarded() -> Guarded {
        let mut guarded = Guarded::new();
        for (field, value) in [
            ("name", "温暖暖"),
            ("phone", "138-1234-5678"),
            ("id-number", "330106199802140025"),
            ("address", "浙江省云渡市桐花里小区3幢502室"),
            ("employer", "云渡市青禾贸易有限公司"),
            ("birth", "1998年2月14日"),
            ("accounts", "weibo/7100000042 云渡路边社 https://weibo.example/u/7100000042"),
        ] {
            guarded.detail(field, value);
        }
        guarded.name(LeakKind::Name, "Margaret Okafor");
        guarded.value(LeakKind::Paper, "（2026）浙0106刑初12号");
        guarded.body("云渡市人民法院");
        guarded.day(LeakKind::Day, Date::constant(2026, 3, 9));
        guarded.file("weibo/search_contents_2026-02-07.csv");
        guarded
    }

    fn found(text: &str, own: &[&str]) -> Vec<Leak> {
        let own: BTreeSet<String> = own.iter().map(|one| (*one).to_owned()).collect();
        leaks(text, &own, &guarded(), std::iter::once((LeakKind::Quotation, POST))).unwrap()
    }

    /// What is searched for, with what it is told as.
    const VALUES: [&str; 24] = [
        "温暖暖",
        "暖暖",
        "13812345678",
        "812345",
        "330106199802140025",
        "010619",
        "桐花里小区",
        "云渡市桐花里小区3幢502室",
        "青禾贸易",
        "云渡市青禾贸易有限公司",
        "1998-02-14",
        "1998年2月14日",
        "February 14, 1998",
        "14 Feb 1998",
        "一九九八年二月十四日",
        "7100000042",
        "云渡路边社",
        "https://weibo.example/u/7100000042",
        "Margaret Okafor",
        "(2026)浙0106刑初12号",
        "云渡市人民法院",
        "2026-03-09",
        "search_contents_2026-02-07",
        "柜前的女人昨天夜里",
    ];

    fn disguised(value: &str, way: u8) -> String {
        let each = |f: &dyn Fn(char) -> String| value.chars().map(f).collect::<String>();
        match way {
            0 => value.to_owned(),
            1 => each(&|c| format!("{c} ")),
            2 => each(&|c| format!("{c}\u{200B}")),
            3 => value.to_uppercase(),
            4 => each(&|c| {
                if c.is_ascii_graphic() {
                    char::from_u32(u32::from(c) + 0xFEE0).unwrap().to_string()
                } else {
                    c.to_string()
                }
            }),
            5 => each(&|c| format!("{c}-")),
            6 => each(&|c| format!("{c}\u{0336}")),
            7 => each(&|c| format!("{c}\n")),
            _ => each(&|c| format!("{c}·\u{2060}")),
        }
    }

    proptest! {
        #[test]
        fn a_value_is_found_in_every_disguise_at_every_place(value in 0..VALUES.len(), way in 0u8..9, at in 0usize..200) {
            let at = at % (TEXT.chars().count() + 1);
            let before: String = TEXT.chars().take(at).collect();
            let after: String = TEXT.chars().skip(at).collect();
            let text = format!("{before}{}{after}", disguised(VALUES[value], way));
            let own: Vec<&str> = TEXT.lines().collect();
            prop_assert!(!found(&text, &own).is_empty(), "{} {way} {at}", VALUES[value]);
        }

        #[test]
        fn eight_characters_of_any_post_are_found(post in "[\u{4e00}-\u{9fa5}]{8,40}", from in 0usize..32, at in 0usize..100) {
            let chars: Vec<char> = post.chars().collect();
            let from = from % (chars.len() - 7);
            let run: String = chars[from..from + 8].iter().collect();
            let at = at % (TEXT.chars().count() + 1);
            let text = format!("{}{run}{}", TEXT.chars().take(at).collect::<String>(), TEXT.chars().skip(at).collect::<String>());
            let own: BTreeSet<String> = TEXT.lines().map(str::to_owned).collect();
            let leaks = leaks(&text, &own, &Guarded::new(), std::iter::once((LeakKind::Quotation, post.as_str()))).unwrap();
            prop_assert!(!leaks.is_empty());
        }
    }

    #[test]
    fn an_ordinary_text_has_no_leak() {
        assert_eq!(found(TEXT, &[]), []);
        assert_eq!(found("2026年3月，浙江省高级人民法院。", &[]), []);
    }

    #[test]
    fn a_leak_says_what_and_where_and_never_the_value() {
        let leaks = found("第一行\n第二行：温 暖 暖来电 138 1234 5678", &[]);
        assert_eq!((leaks[0].line, leaks[0].column, leaks[0].kind), (2, 5, LeakKind::Name));
        assert!(leaks.iter().any(|leak| leak.kind == LeakKind::Number));
        let refused = super::refuse(&leaks, |kind| kind.code()).unwrap_err();
        assert!(
            refused.fault == redress_base::Fault::Input && !refused.to_string().contains("暖"),
            "{refused}"
        );
        assert!(super::refuse(&[], |kind| kind.code()).is_ok());
    }

    /// A nickname that is an ordinary word does not stop a paper, and the word elsewhere does.
    #[test]
    fn what_stands_inside_a_sentence_of_the_program_is_a_coincidence() {
        let mut guarded = Guarded::new();
        guarded.value(LeakKind::Account, "方程");
        let own = BTreeSet::from(["对方程序".to_owned()]);
        let none = std::iter::empty::<(LeakKind, &str)>;
        assert_eq!(leaks("查对方程序", &own, &guarded, none()).unwrap(), []);
        assert_eq!(leaks("查对方程序，方程", &own, &guarded, none()).unwrap().len(), 1);
        assert_eq!(leaks("查对方程序", &BTreeSet::new(), &guarded, none()).unwrap().len(), 1);
    }

    #[test]
    fn what_is_too_short_is_counted() {
        let mut guarded = Guarded::new();
        for value in ["王", "ab", "1234", "……"] {
            guarded.value(LeakKind::Account, value);
        }
        assert_eq!((guarded.len(), guarded.unsearched()), (0, 3));
        // A short word of Latin letters counts by itself, not inside another.
        guarded.value(LeakKind::Account, "cat");
        let none = std::iter::empty::<(LeakKind, &str)>;
        assert_eq!(leaks("publication", &BTreeSet::new(), &guarded, none()).unwrap(), []);
        assert_eq!(leaks("by Cat.", &BTreeSet::new(), &guarded, none()).unwrap().len(), 1);
    }

    /// Sixty thousand posts by forty thousand accounts: one account among them is found, and nothing else is.
    #[test]
    fn sixty_thousand_posts_are_searched_at_once() {
        let han = |n: u32| char::from_u32(0x4E00 + n.wrapping_mul(2_654_435_761) % 0x5000).unwrap();
        let post = |n: u32| (0..60).map(|k| han(n.wrapping_mul(61).wrapping_add(k))).collect::<String>();
        let posts: Vec<String> = (0..60_000).map(post).collect();
        let mut guarded = Guarded::new();
        for n in 0..40_000u32 {
            guarded.value(LeakKind::Account, &format!("{}{n}", han(n)));
            guarded.value(LeakKind::Account, &(7_200_000_000_u64 + u64::from(n)).to_string());
        }
        for n in 0..60_000u64 {
            guarded.value(LeakKind::Post, &(5_263_100_000_000_000 + n).to_string());
        }
        let text = format!("{}{}\n", TEXT.repeat(60), 7_200_031_415_u64);
        let own: BTreeSet<String> = TEXT.lines().map(str::to_owned).collect();
        let written = posts.iter().map(|post| (LeakKind::Quotation, post.as_str()));
        let found = leaks(&text, &own, &guarded, written).unwrap();
        assert_eq!(found.iter().map(|leak| leak.kind).collect::<Vec<_>>(), [LeakKind::Account]);
    }
}
