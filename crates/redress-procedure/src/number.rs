//! Numbers of papers: what is accepted, and the one way in which it is kept.
//!
//! A court numbers its cases `（2021）川0683刑初101号`: year, court, kind of case, number. Other bodies number
//! their papers `某检刑诉〔2021〕5号`: organ and kind, year, number. People type half-width brackets; what is
//! kept has the brackets of the paper, so that the same number is always the same text.
//! Court numbers since 2016 follow 法〔2015〕137号 (O: not checked against its text); older ones end 字第…号.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Longest number of a receipt, in characters.
pub const LONGEST_RECEIPT: usize = 60;
/// Longest part of a number before its year, in characters.
const LONGEST_ORGAN: usize = 30;
/// First year of court numbers by court code.
const CODES_SINCE: i16 = 2016;
/// The short names of provinces that begin a court's code; 兵 is the Corps.
const PROVINCES: &str = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新兵";

/// Which kind of number a paper carries.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum NumberKind {
    /// The step has no paper of its own.
    #[default]
    None,
    /// A court's case number.
    CourtCase,
    /// The number of an official paper, with its year in 〔〕.
    Official,
    /// Whatever stands on a receipt.
    Receipt,
}

/// Why a number cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The step carries no number.
    NotCarried,
    /// It does not have the shape of its kind.
    Shape,
    /// Its year is after the year of the step.
    Year(i16),
}

impl NumberKind {
    /// The word used in files.
    pub const fn word(self) -> &'static str {
        match self {
            NumberKind::None => "none",
            NumberKind::CourtCase => "court-case",
            NumberKind::Official => "official",
            NumberKind::Receipt => "receipt",
        }
    }

    /// A number of this kind, to show what is expected.
    pub const fn example(self) -> &'static str {
        match self {
            NumberKind::None => "",
            NumberKind::CourtCase => "（2021）川0683刑初101号",
            NumberKind::Official => "某公（某）立字〔2020〕123号",
            NumberKind::Receipt => "A3306810020230500001",
        }
    }

    /// The canonical form of a number on a paper of that year.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn canonical(self, text: &str, year: i16) -> Result<String, Wrong> {
        let text = text.trim();
        match self {
            NumberKind::None => Err(Wrong::NotCarried),
            NumberKind::CourtCase => dated(court_case(text), year),
            NumberKind::Official => dated(official(text), year),
            NumberKind::Receipt => {
                let length = text.chars().count();
                let sound = (1..=LONGEST_RECEIPT).contains(&length) && !text.chars().any(char::is_control);
                if sound { Ok(text.to_owned()) } else { Err(Wrong::Shape) }
            }
        }
    }
}

fn dated(read: Option<(String, i16)>, year: i16) -> Result<String, Wrong> {
    match read {
        None => Err(Wrong::Shape),
        Some((_, own)) if own > year => Err(Wrong::Year(own)),
        Some((number, _)) => Ok(number),
    }
}

/// `（2021）川0683刑初101号`, also `号之一`; before 2016 `（2012）某刑初字第101号`.
fn court_case(text: &str) -> Option<(String, i16)> {
    let inner = text.strip_prefix(['（', '('])?;
    let (digits, rest) = inner.split_once(['）', ')'])?;
    let year = year(digits)?;
    let rest = rest.trim_start();
    let (body, after) = rest.rsplit_once('号')?;
    let tail = match after {
        "" => String::new(),
        after => {
            let place = after.strip_prefix('之')?;
            let counted = !place.is_empty() && place.chars().all(|c| "一二三四五六七八九十".contains(c));
            counted.then(|| format!("之{place}"))?
        }
    };
    let sound = coded(body) || (year < CODES_SINCE && lettered(body));
    sound.then(|| (format!("（{year}）{body}号{tail}"), year))
}

/// `川0683刑初101`, `最高法民终1`: court, kind of case, number.
fn coded(body: &str) -> bool {
    let after_court = match body.strip_prefix("最高法") {
        Some(rest) => rest,
        None => {
            let mut chars = body.chars();
            if !chars.next().is_some_and(|c| PROVINCES.contains(c)) {
                return false;
            }
            let rest = chars.as_str();
            let kind = rest.trim_start_matches(|c: char| c.is_ascii_digit());
            if !matches!(rest.len() - kind.len(), 0 | 2 | 4) {
                return false;
            }
            kind
        }
    };
    let kind = after_court.trim_end_matches(|c: char| c.is_ascii_digit());
    let length = kind.chars().count();
    counting(after_court.get(kind.len()..).unwrap_or_default())
        && (1..=6).contains(&length)
        && kind.chars().all(han)
}

/// `某刑初字第101`.
fn lettered(body: &str) -> bool {
    let Some((kind, number)) = body.split_once("字第") else { return false };
    (1..=12).contains(&kind.chars().count()) && kind.chars().all(han) && counting(number)
}

/// `某公（某）立字〔2020〕123号`, also `第123号`.
fn official(text: &str) -> Option<(String, i16)> {
    let (body, after) = text.rsplit_once('号')?;
    if !after.is_empty() {
        return None;
    }
    let close = |c: char| matches!(c, '〕' | '］' | ']' | '】' | '）' | ')' | '﹞');
    let open = |c: char| matches!(c, '〔' | '［' | '[' | '【' | '（' | '(' | '﹝');
    let (before, number) = body.rsplit_once(close)?;
    let (organ, digits) = before.rsplit_once(open)?;
    let year = year(digits)?;
    let (ordinal, number) = match number.strip_prefix('第') {
        Some(rest) => ("第", rest),
        None => ("", number),
    };
    let organ: String = organ.chars().map(full_width).collect();
    let sound = (1..=LONGEST_ORGAN).contains(&organ.chars().count())
        && organ.chars().all(|c| han(c) || c.is_ascii_alphanumeric() || matches!(c, '（' | '）'))
        && organ.chars().any(han)
        && counting(number);
    sound.then(|| (format!("{organ}〔{year}〕{ordinal}{number}号"), year))
}

/// Parentheses inside the name of an organ.
fn full_width(c: char) -> char {
    match c {
        '(' => '（',
        ')' => '）',
        c => c,
    }
}

/// Four digits, from 1979 (the first Criminal Procedure Law) on.
fn year(digits: &str) -> Option<i16> {
    let year = digits.trim().parse().ok().filter(|year| (1979..=9999).contains(year))?;
    (digits.trim().len() == 4).then_some(year)
}

/// A running number: one to seven digits, not all of them nought.
fn counting(digits: &str) -> bool {
    (1..=7).contains(&digits.len())
        && digits.bytes().all(|b| b.is_ascii_digit())
        && digits.bytes().any(|b| b != b'0')
}

const fn han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}')
}

#[cfg(test)]
mod tests {
    use super::{NumberKind, Wrong};

    fn court(text: &str) -> Result<String, Wrong> {
        NumberKind::CourtCase.canonical(text, 2024)
    }

    fn paper(text: &str) -> Result<String, Wrong> {
        NumberKind::Official.canonical(text, 2024)
    }

    #[test]
    fn court_numbers_take_both_brackets_and_keep_the_full_ones() {
        for (typed, kept) in [
            ("（2021）川0683刑初101号", "（2021）川0683刑初101号"),
            ("(2021)川0683刑初101号", "（2021）川0683刑初101号"),
            (" (2021) 苏0106民初1106号 ", "（2021）苏0106民初1106号"),
            ("（2023）京0491民保令1号", "（2023）京0491民保令1号"),
            ("（2023）浙01民终7号之一", "（2023）浙01民终7号之一"),
            ("（2022）最高法知民终3号", "（2022）最高法知民终3号"),
            ("（2012）杭余刑初字第101号", "（2012）杭余刑初字第101号"),
        ] {
            assert_eq!(court(typed), Ok(kept.to_owned()));
        }
    }

    #[test]
    fn what_is_no_court_number_is_refused() {
        for text in [
            "",
            "101",
            "2021川0683刑初101号",
            "（21）川0683刑初101号",
            "（2021）川683刑初101号",
            "（2021）某0683刑初101号",
            "（2021）川0683刑初号",
            "（2021）川0683101号",
            "（2021）川0683刑初101",
            "（2021）川0683刑初101号之",
            "（2021）川0683刑初0号",
            "（2021）杭余刑初字第101号",
            "（1021）川刑初1号",
            "法发〔2023〕14号",
            "（2021）川0683刑初１号",
        ] {
            assert_eq!(court(text), Err(Wrong::Shape), "{text}");
        }
        assert_eq!(court("（2025）川0683刑初101号"), Err(Wrong::Year(2025)));
    }

    #[test]
    fn official_numbers_take_every_bracket_and_keep_the_six_cornered_ones() {
        for (typed, kept) in [
            ("某公（某）立字〔2020〕123号", "某公（某）立字〔2020〕123号"),
            ("某公(某)立字[2020]123号", "某公（某）立字〔2020〕123号"),
            ("某检刑诉（2021）5号", "某检刑诉〔2021〕5号"),
            ("法发【2023】14号", "法发〔2023〕14号"),
            ("某公（某）行罚决字〔2020〕第0101号", "某公（某）行罚决字〔2020〕第0101号"),
        ] {
            assert_eq!(paper(typed), Ok(kept.to_owned()));
        }
        for text in [
            "",
            "〔2020〕1号",
            "某公〔20〕1号",
            "某公〔2020〕号",
            "某公2020 1号",
            "<b>〔2020〕1号",
            "某公〔2020〕1号x",
            "12〔2020〕1号",
        ] {
            assert_eq!(paper(text), Err(Wrong::Shape), "{text}");
        }
        assert_eq!(paper("法发〔2025〕14号"), Err(Wrong::Year(2025)));
    }

    #[test]
    fn receipts_are_free_but_neither_empty_nor_endless_and_some_steps_carry_none() {
        assert_eq!(NumberKind::Receipt.canonical(" A33-1 ", 2020), Ok("A33-1".to_owned()));
        assert_eq!(NumberKind::Receipt.canonical("  ", 2020), Err(Wrong::Shape));
        assert_eq!(NumberKind::Receipt.canonical(&"字".repeat(61), 2020), Err(Wrong::Shape));
        assert_eq!(NumberKind::None.canonical("A", 2020), Err(Wrong::NotCarried));
    }

    #[test]
    fn the_examples_are_of_their_kind_and_the_canonical_form_stays() {
        for kind in [NumberKind::CourtCase, NumberKind::Official, NumberKind::Receipt] {
            let once = kind.canonical(kind.example(), 2024);
            assert_eq!(once.as_deref(), Ok(kind.example()));
        }
    }
}
