//! Chinese numerals of article numbers, read and written.

/// The value of a character, where it is a digit of any kind.
fn digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '０'..='９' => u32::from(c) - u32::from('０'),
        _ => return c.to_digit(10),
    })
}

const fn unit(c: char) -> Option<u32> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        _ => None,
    }
}

/// Whether a character may stand in a number.
pub(crate) fn is_numeral(c: char) -> bool {
    digit(c).is_some() || unit(c).is_some()
}

/// Reads `一百二十`, `二八七`, `120`, `１２０`; nothing where it is no number, or one above 9999.
pub(crate) fn read(text: &str) -> Option<u32> {
    let (mut sum, mut last, mut any_unit, mut digits) = (0u32, None::<u32>, false, 0u32);
    for c in text.chars() {
        if let Some(size) = unit(c) {
            sum = sum.checked_add(last.unwrap_or(1).checked_mul(size)?)?;
            (last, any_unit) = (None, true);
        } else {
            let value = digit(c)?;
            // Digits behind each other are places: 二八七, 287. Behind a unit, 零 only fills a place.
            last = Some(if any_unit || last.is_none() {
                value
            } else {
                last?.checked_mul(10)?.checked_add(value)?
            });
            digits += 1;
        }
    }
    let number = sum.checked_add(last.unwrap_or(0))?;
    (digits > 0 || any_unit).then_some(number).filter(|n| (1..=9999).contains(n))
}

/// Writes a number below 10,000 in Chinese: `一百二十`.
pub(crate) fn chinese(number: u32) -> String {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let word = |n: u32| usize::try_from(n).ok().and_then(|n| DIGITS.get(n).copied()).unwrap_or_default();
    if number == 0 {
        return "零".to_owned();
    }
    let (mut out, mut gap) = (String::new(), false);
    for (size, unit) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let place = number / size % 10;
        if place == 0 {
            gap |= !out.is_empty();
            continue;
        }
        if gap {
            out.push('零');
            gap = false;
        }
        let ten = unit == "十" && place == 1 && out.is_empty();
        if !ten {
            out.push_str(word(place));
        }
        out.push_str(unit);
    }
    out
}

/// Articles in the order of their numbers: 2 before 10, 253 before 253-1, names last.
pub(crate) fn order(article: &str) -> (u32, u32, String) {
    let (main, after) = article.split_once('-').unwrap_or((article, "0"));
    match (main.parse(), after.parse()) {
        (Ok(main), Ok(after)) => (main, after, String::new()),
        _ => (u32::MAX, 0, article.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::{chinese, read};

    #[test]
    fn numbers_are_read_and_written() {
        for (text, number) in [
            ("十", 10),
            ("十一", 11),
            ("二十", 20),
            ("一百零五", 105),
            ("一百二十", 120),
            ("二百八十七", 287),
            ("一千一百九十四", 1194),
            ("一千零一", 1001),
            ("二八七", 287),
            ("一二〇", 120),
            ("246", 246),
            ("２４６", 246),
        ] {
            assert_eq!(read(text), Some(number), "{text}");
        }
        assert_eq!((read(""), read("甲"), read("零"), read("99999")), (None, None, None, None));
        for number in 1..3000 {
            assert_eq!(read(&chinese(number)), Some(number), "{}", chinese(number));
        }
        assert_eq!(chinese(110), "一百一十");
    }
}
