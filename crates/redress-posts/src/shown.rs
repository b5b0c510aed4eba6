//! Counters as pages and tools show them: "486", "1.2万", "100万+", "None".

use redress_base::Count;

/// What a shown counter says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shown {
    /// No counter was shown: never zero.
    Nothing,
    /// A whole number.
    Exact(u64),
    /// A rounded number: every count that rounds to it.
    Rounded(Count),
    /// At least this many ("1万+").
    Floor(u64),
    /// Something else; it is reported and not used.
    Strange,
}

/// Words that stand where a counter would, because a page shows its button instead of a number, or
/// because a tool wrote out a missing value.
const NOTHING: [&str; 19] = [
    "None",
    "none",
    "null",
    "NULL",
    "nan",
    "NaN",
    "N/A",
    "-",
    "--",
    "—",
    "undefined",
    "赞",
    "点赞",
    "评论",
    "转发",
    "分享",
    "收藏",
    "喜欢",
    "回复",
];

/// Reads a shown counter.
pub(crate) fn parse(text: &str) -> Shown {
    let text = text.trim();
    if !text.is_empty() && text.len() <= 18 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().map_or(Shown::Strange, Shown::Exact);
    }
    if text.is_empty() || NOTHING.contains(&text) {
        return Shown::Nothing;
    }
    let (text, floor) = match text.strip_suffix(['+', '＋']) {
        Some(rest) => (rest.trim_end(), true),
        None => (text, false),
    };
    let (digits, scale) = scale(text);
    let Some((value, step)) = scaled(digits.trim_end(), scale) else { return Shown::Strange };
    match (floor, step) {
        (true, _) => Shown::Floor(value),
        (false, 1) => Shown::Exact(value),
        (false, step) => {
            let half = step / 2;
            Shown::Rounded(Count::between(value.saturating_sub(half), value.saturating_add(half) - 1))
        }
    }
}

/// Reads a counter of a tool that has already written out 万 and 万+ ("1.2万" as 12000, "100万+" as
/// 1000000): a whole thousand from 10,000 on may have been rounded, a whole ten thousand may be a floor.
pub(crate) fn parse_expanded(text: &str) -> Shown {
    match parse(text) {
        Shown::Exact(n) if n >= 10_000 && n % 10_000 == 0 => Shown::Floor(n - 500),
        Shown::Exact(n) if n >= 10_000 && n % 1_000 == 0 => Shown::Rounded(Count::between(n - 500, n + 499)),
        other => other,
    }
}

/// Splits off the power of ten that a suffix means.
fn scale(text: &str) -> (&str, u32) {
    const SCALES: [(&str, u32); 9] =
        [("万", 4), ("w", 4), ("W", 4), ("亿", 8), ("千", 3), ("k", 3), ("K", 3), ("m", 6), ("M", 6)];
    let found = SCALES.iter().find_map(|(suffix, power)| Some((text.strip_suffix(suffix)?, *power)));
    found.unwrap_or((text, 0))
}

/// The number and the step between two numbers shown alike.
fn scaled(digits: &str, scale: u32) -> Option<(u64, u64)> {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let whole = grouped(whole)?;
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) || digits.ends_with('.') {
        return None;
    }
    // A table program writes 12 as "12.0"; without a suffix a true fraction counts nothing.
    let fraction = if scale == 0 { fraction.trim_end_matches('0') } else { fraction };
    let places = u32::try_from(fraction.len()).ok()?;
    let step = 10u64.checked_pow(scale.checked_sub(places)?)?;
    let mantissa: u64 = format!("{whole}{fraction}").parse().ok()?;
    Some((mantissa.checked_mul(step)?, step))
}

/// Digits, or digits in groups of three with commas.
fn grouped(whole: &str) -> Option<String> {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = whole.split([',', '，']);
    let first = groups.next().filter(|first| digits(first))?;
    let mut joined = first.to_owned();
    for group in groups {
        if group.len() != 3 || !digits(group) || first.len() > 3 {
            return None;
        }
        joined.push_str(group);
    }
    Some(joined)
}

#[cfg(test)]
mod tests {
    use super::{Shown, parse, parse_expanded};
    use proptest::prelude::*;
    use redress_base::Count;

    #[test]
    fn counters_are_read_as_shown() {
        let rounded = |a, b| Shown::Rounded(Count::between(a, b));
        for (text, want) in [
            ("486", Shown::Exact(486)),
            ("0", Shown::Exact(0)),
            ("1,234", Shown::Exact(1234)),
            (" 12.0 ", Shown::Exact(12)),
            ("1.2万", rounded(11_500, 12_499)),
            ("1万", rounded(5_000, 14_999)),
            ("1.20万", rounded(11_950, 12_049)),
            ("1.2w", rounded(11_500, 12_499)),
            ("1.2亿", rounded(115_000_000, 124_999_999)),
            ("4.7亿", rounded(465_000_000, 474_999_999)),
            ("1万+", Shown::Floor(10_000)),
            ("100万+", Shown::Floor(1_000_000)),
            ("999+", Shown::Floor(999)),
            ("1.5 万 +", Shown::Floor(15_000)),
            ("1.2345万", Shown::Exact(12_345)),
            ("", Shown::Nothing),
            ("None", Shown::Nothing),
            ("转发", Shown::Nothing),
        ] {
            assert_eq!(parse(text), want, "{text}");
        }
        for strange in [
            "-1",
            "1.5",
            "约1万",
            "1e5",
            "12,34",
            "1234,567",
            "万",
            "+",
            ".",
            "1.",
            "十万",
            "99999999999999999999",
        ] {
            assert_eq!(parse(strange), Shown::Strange, "{strange}");
        }
    }

    #[test]
    fn an_expanded_counter_keeps_its_doubt() {
        assert_eq!(parse_expanded("9999"), Shown::Exact(9999));
        assert_eq!(parse_expanded("9000"), Shown::Exact(9000));
        assert_eq!(parse_expanded("12345"), Shown::Exact(12_345));
        assert_eq!(parse_expanded("12000"), Shown::Rounded(Count::between(11_500, 12_499)));
        assert_eq!(parse_expanded("1000000"), Shown::Floor(999_500));
    }

    proptest! {
        #[test]
        fn any_text_gets_an_answer(text in ".*") {
            let _ = parse(&text);
            let _ = parse_expanded(&text);
        }

        #[test]
        fn what_rounds_to_a_shown_number_lies_in_its_interval(n in 10_000u64..99_999_999) {
            // One decimal in units of ten thousand, rounded half up.
            let tenths = (n + 500) / 1000;
            let shown = format!("{}.{}万", tenths / 10, tenths % 10);
            match parse(&shown) {
                Shown::Rounded(count) => prop_assert!(count.lower <= n && Some(n) <= count.upper, "{shown} {n}"),
                other => prop_assert!(false, "{other:?}"),
            }
        }
    }
}
