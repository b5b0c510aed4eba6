//! A day in the forms in which people write it.

use redress_base::Date;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const DIGITS: [&str; 10] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// The forms of a day that name its year, in folded writing: `20260309`, `2026年3月9日`, `9march2026`, `二〇二六年三月九日`.
pub(super) fn full(day: Date) -> Vec<String> {
    let (y, m, d) = (day.year(), day.month(), day.day());
    let short = y.rem_euclid(100);
    let mut forms = vec![
        format!("{y}{m:02}{d:02}"),
        format!("{y}年{m}月{d}日"),
        format!("{y}年{m:02}月{d:02}日"),
        format!("{y}年{m}月{d}号"),
        format!("{short:02}年{m}月{d}日"),
        format!("{d:02}{m:02}{y}"),
        format!("{m:02}{d:02}{y}"),
        format!("{}年{}月{}日", year(y, "〇"), small(m), small(d)),
        format!("{}年{}月{}日", year(y, "零"), small(m), small(d)),
    ];
    if let Some(name) = usize::try_from(m).ok().and_then(|m| MONTHS.get(m.checked_sub(1)?)) {
        for name in [*name, name.get(..3).unwrap_or(name)] {
            for d in [format!("{d}"), format!("{d:02}"), format!("{d}{}", ordinal(d))] {
                forms.push(format!("{d}{name}{y}"));
                forms.push(format!("{d}of{name}{y}"));
                forms.push(format!("{name}{d}{y}"));
            }
        }
    }
    forms
}

/// The forms that leave figures of their year or zeros out. They count only where no other digit stands beside them.
pub(super) fn partial(day: Date) -> Vec<String> {
    let (y, m, d) = (day.year(), day.month(), day.day());
    let mut forms =
        vec![format!("{y}{m}{d}"), format!("{m}月{d}日"), format!("{m:02}月{d:02}日"), format!("{m}月{d}号")];
    forms.retain(|form| form.chars().count() > 4 || form.contains('月'));
    forms
}

/// `二〇二六`.
fn year(y: i16, zero: &str) -> String {
    y.to_string()
        .bytes()
        .filter_map(|digit| DIGITS.get(usize::from(digit.wrapping_sub(b'0'))))
        .map(|digit| if *digit == "〇" { zero } else { digit })
        .collect()
}

/// `三`, `十二`, `二十`, `三十一`.
fn small(n: i8) -> String {
    let digit = |n: i8| usize::try_from(n).ok().and_then(|n| DIGITS.get(n)).copied().unwrap_or_default();
    let (tens, ones) = (n / 10, n % 10);
    let tens = match tens {
        0 => String::new(),
        1 => "十".to_owned(),
        _ => format!("{}十", digit(tens)),
    };
    if ones == 0 { tens } else { tens + digit(ones) }
}

const fn ordinal(d: i8) -> &'static str {
    match d {
        1 | 21 | 31 => "st",
        2 | 22 => "nd",
        3 | 23 => "rd",
        _ => "th",
    }
}

#[cfg(test)]
mod tests {
    use super::{full, partial};
    use redress_base::Date;

    #[test]
    fn a_day_in_its_forms() {
        let forms = full(Date::constant(2026, 3, 21));
        for form in [
            "20260321",
            "2026年3月21日",
            "21march2026",
            "march21st2026",
            "21mar2026",
            "二〇二六年三月二十一日",
        ] {
            assert!(forms.iter().any(|one| one == form), "{form}: {forms:?}");
        }
        assert!(partial(Date::constant(2026, 3, 9)).contains(&"3月9日".to_owned()));
    }
}
