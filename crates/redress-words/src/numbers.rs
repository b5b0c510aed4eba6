//! Numbers, counts, dates and values as people write them.

use crate::{Language, Words};
use redress_base::{Article, Count, Date, Instant, Unit, Value};

impl Words {
    /// Digits with commas: `1,107`.
    pub fn number(&self, n: u64) -> String {
        group(&n.to_string())
    }

    /// A count with its unit: `11,500 to 12,499 views`, `at least 486 reposts`.
    pub fn count(&self, count: Count, unit: Unit) -> String {
        let bound = self.interval(count);
        let unit = self
            .say(&format!("base-unit-{}", unit.word()), &[("n", count.upper.unwrap_or(count.lower).into())]);
        match self.language() {
            Language::ZhHans => format!("{bound}{unit}"),
            Language::En => format!("{bound} {unit}"),
        }
    }

    /// An interval without a unit: `11,500 to 12,499`, `at least 486`, `612`.
    pub fn interval(&self, count: Count) -> String {
        let lower = self.number(count.lower);
        match (count.upper, self.language()) {
            (Some(upper), _) if upper == count.lower => lower,
            (Some(upper), Language::ZhHans) => format!("{lower}至{}", self.number(upper)),
            (Some(upper), Language::En) => format!("{lower} to {}", self.number(upper)),
            (None, Language::ZhHans) => format!("不少于{lower}"),
            (None, Language::En) => format!("at least {lower}"),
        }
    }

    /// The word of a unit; in Chinese with its measure word.
    pub fn unit(&self, unit: Unit) -> String {
        self.say(&format!("base-unit-{}", unit.word()), &[("n", 2u64.into())])
    }

    /// A day in full: `2026年3月1日`, `1 March 2026`.
    pub fn date(&self, date: Date) -> String {
        let (year, month, day) = (date.year(), date.month(), date.day());
        match self.language() {
            Language::ZhHans => format!("{year}年{month}月{day}日"),
            Language::En => format!("{day} {} {year}", english_month(month)),
        }
    }

    /// A day without its year, for an axis whose caption names the year: `3月1日`, `1 March`.
    pub fn day(&self, date: Date) -> String {
        match self.language() {
            Language::ZhHans => format!("{}月{}日", date.month(), date.day()),
            Language::En => format!("{} {}", date.day(), english_month(date.month())),
        }
    }

    /// A moment in Beijing time: `2026年3月1日 10:03（北京时间）`.
    pub fn instant(&self, at: Instant) -> String {
        let text = at.beijing_text();
        let clock: String = text.chars().skip(11).take(5).collect();
        match (at.beijing_date(), self.language()) {
            (Some(date), Language::ZhHans) => format!("{} {clock}（北京时间）", self.date(date)),
            (Some(date), Language::En) => format!("{}, {clock} (Beijing time)", self.date(date)),
            (None, _) => text,
        }
    }

    /// A moment in Beijing time as papers write it, where the words around it name the zone: `2026年3月5日14时20分`,
    /// `5 March 2026, 14:20`. Seconds stand where there are any: they are evidence.
    pub fn moment(&self, at: Instant) -> String {
        let text = at.beijing_text();
        let part = |from: usize| text.chars().skip(from).take(2).collect::<String>();
        let (hour, minute, second) = (part(11), part(14), part(17));
        let seconds = second != "00";
        match (at.beijing_date(), self.language()) {
            (Some(date), Language::ZhHans) => {
                let second = if seconds { format!("{second}秒") } else { String::new() };
                format!("{}{hour}时{minute}分{second}", self.date(date))
            }
            (Some(date), Language::En) => {
                let second = if seconds { format!(":{second}") } else { String::new() };
                format!("{}, {hour}:{minute}{second}", self.date(date))
            }
            (None, _) => text,
        }
    }

    /// The number of one of several things that are told apart by it: `二十一`, and from 100 on in digits; `21`.
    pub fn numeral(&self, n: u64) -> String {
        const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
        let digit = |n: u64| usize::try_from(n).ok().and_then(|n| DIGITS.get(n)).copied().unwrap_or_default();
        match (self.language(), n) {
            (Language::ZhHans, 1..=9) => digit(n).to_owned(),
            (Language::ZhHans, 10..=19) => format!("十{}", digit(n % 10)),
            (Language::ZhHans, 20..=99) => format!("{}十{}", digit(n / 10), digit(n % 10)),
            _ => n.to_string(),
        }
    }

    /// The name of the instrument that an article stands in.
    pub fn instrument(&self, article: &Article) -> String {
        let folder = article.instrument.rsplit('/').next().unwrap_or(&article.instrument);
        let code = format!("base-instrument-{folder}");
        if self.has(&code) { self.say(&code, &[]) } else { article.instrument.to_string() }
    }

    /// An article by the name of its instrument: `刑法第246条`, `Criminal Law 246(1)`.
    pub fn article(&self, article: &Article) -> String {
        let name = self.instrument(article);
        // "1(5)" is paragraph 1, item 5: (1)(5).
        let item = article.item.as_deref().map(|item| match item.split_once('(') {
            Some((paragraph, rest)) => format!("({paragraph})({rest}"),
            None => format!("({item})"),
        });
        let item = item.unwrap_or_default();
        match self.language() {
            Language::ZhHans => format!("{name}{}{item}", numbered(&article.article)),
            Language::En => format!("{name} {}{item}", article.article),
        }
    }

    /// Several articles out of one argument, `cn/a/1(2); cn/b/3 (O)`; what is no article stays as it is.
    pub fn articles(&self, list: &str) -> String {
        let said: Vec<String> = list.split("; ").map(|one| self.cited(one)).collect();
        said.join(if self.language() == Language::ZhHans { "；" } else { "; " })
    }

    /// One of them, with the mark of what was not checked.
    fn cited(&self, written: &str) -> String {
        let (plain, mark) = written.strip_suffix(" (O)").map_or((written, ""), |plain| (plain, " (O)"));
        let (path, item) = plain.split_once('(').map_or((plain, None), |(path, rest)| (path, Some(rest)));
        let Some((instrument, number)) = path.rsplit_once('/').filter(|(folder, _)| folder.contains('/'))
        else {
            return written.to_owned();
        };
        let article = Article::new(instrument, number);
        let article = match item.map(|item| item.strip_suffix(')').unwrap_or(item)) {
            Some(item) => article.item(item),
            None => article,
        };
        format!("{}{mark}", self.article(&article))
    }

    /// The answer words of a value: 达到 / made out, 未达到 / not made out, 证据不足 / evidence missing, …
    pub fn value(&self, value: Value) -> String {
        self.say(&format!("base-value-{}", value.letters().to_lowercase()), &[])
    }
}

/// `第246条`, `第253条之1`; what is no number stands in brackets.
fn numbered(article: &str) -> String {
    let number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match article.split_once('-') {
        Some((first, after)) if number(first) && number(after) => format!("第{first}条之{after}"),
        Some((first, after)) if number(first) => format!("第{first}条（{after}）"),
        _ if number(article) => format!("第{article}条"),
        Some(("unnumbered", _)) => "（条号未核对）".to_owned(),
        _ => format!("（{}）", article.to_uppercase()),
    }
}

/// Puts a comma before every third digit from the end.
pub(crate) fn group(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

const fn english_month(month: i8) -> &'static str {
    match month {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        _ => "December",
    }
}

#[cfg(test)]
mod tests {
    use crate::{Language, Words};
    use redress_base::{Count, Date, Instant, Unit, Value};

    #[test]
    fn what_is_no_number_is_no_article_number() {
        let said = |article: &str| super::numbered(article);
        assert_eq!(
            [said("246"), said("253-1"), said("997-procedure"), said("gb-45438-2025"), said("unnumbered-x")],
            ["第246条", "第253条之1", "第997条（procedure）", "（GB-45438-2025）", "（条号未核对）"]
        );
    }

    #[test]
    fn moments_and_numerals_read_as_papers_write_them() {
        let (zh, en) = (Words::new(Language::ZhHans), Words::new(Language::En));
        // 2026-03-05T14:20:00+08:00, and seven seconds later.
        let at = Instant(1_772_691_600);
        assert_eq!(
            (zh.moment(at), en.moment(at)),
            ("2026年3月5日14时20分".into(), "5 March 2026, 14:20".into())
        );
        let later = Instant(at.0 + 7);
        assert_eq!(zh.moment(later), "2026年3月5日14时20分07秒");
        assert_eq!(en.moment(later), "5 March 2026, 14:20:07");
        let numerals: Vec<String> = [1, 9, 10, 11, 20, 34, 99, 100].iter().map(|n| zh.numeral(*n)).collect();
        assert_eq!(numerals, ["一", "九", "十", "十一", "二十", "三十四", "九十九", "100"]);
        assert_eq!(en.numeral(34), "34");
    }

    #[test]
    fn numbers_and_counts_read_naturally() {
        let (zh, en) = (Words::new(Language::ZhHans), Words::new(Language::En));
        assert_eq!(en.number(1_234_567), "1,234,567");
        assert_eq!(en.number(999), "999");
        assert_eq!(en.count(Count::between(11_500, 12_499), Unit::Views), "11,500 to 12,499 views");
        assert_eq!(zh.count(Count::between(11_500, 12_499), Unit::Views), "11,500至12,499次浏览");
        assert_eq!(en.count(Count::floor(1), Unit::Posts), "at least 1 post");
        assert_eq!(en.count(Count::floor(486), Unit::Reposts), "at least 486 reposts");
        assert_eq!(zh.interval(Count::floor(486)), "不少于486");
        assert_eq!(en.date(Date::constant(2026, 3, 1)), "1 March 2026");
        assert_eq!(zh.date(Date::constant(2026, 3, 1)), "2026年3月1日");
        assert_eq!(
            (zh.day(Date::constant(2026, 3, 1)), en.day(Date::constant(2026, 12, 31))),
            ("3月1日".to_owned(), "31 December".to_owned())
        );
        assert_eq!(en.instant(Instant(1_767_196_800)), "1 January 2026, 00:00 (Beijing time)");
        assert_eq!((zh.value(Value::FF), en.value(Value::TT)), ("未达到".to_owned(), "made out".to_owned()));
    }

    #[test]
    fn articles_are_named_by_their_instrument() {
        let (zh, en) = (Words::new(Language::ZhHans), Words::new(Language::En));
        let article = redress_base::Article::new("cn/criminal-law", "246").item("1");
        assert_eq!(
            (zh.article(&article), en.article(&article)),
            ("刑法第246条(1)".to_owned(), "Criminal Law 246(1)".to_owned())
        );
        let following = redress_base::Article::new("cn/psapl-2025", "50").item("1(5)");
        assert!(en.article(&following).ends_with(" 50(1)(5)"), "{}", en.article(&following));
        let doxing = redress_base::Article::new("cn/criminal-law", "253-1");
        assert_eq!(zh.article(&doxing), "刑法第253条之1");
    }

    #[test]
    fn every_unit_and_value_has_a_word() {
        for words in [Words::new(Language::ZhHans), Words::new(Language::En)] {
            for unit in Unit::ALL {
                assert!(!words.unit(unit).contains('⟦'), "{unit:?}");
            }
            for value in Value::ALL {
                assert!(!words.value(value).contains('⟦'), "{value}");
            }
        }
    }
}
