//! What one line of a law's text is: the heading of an article, of a chapter, another heading, or text.

use crate::numeral;

/// Words behind a number that make a reference of it: 第二百四十六条第一款, 第十条的规定, 第四章规定的.
const REFERS: [&str; 22] = [
    "第",
    "款",
    "项",
    "的",
    "、",
    "，",
    ",",
    "。",
    "；",
    "所称",
    "所列",
    "所规定",
    "规定",
    "之规定",
    "和第",
    "及第",
    "与第",
    "或",
    "至第",
    "以及",
    "以外",
    "中规定",
];

/// The number of an article, and the one behind 之.
pub(super) type Number = (u32, Option<u32>);

/// The heading of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// Its number.
    pub(super) number: Number,
    /// Byte of the line at which the words of the article begin.
    pub(super) words: usize,
    /// How many `#` stand before it; none in plain text.
    pub(super) level: usize,
    /// Words follow without a space, so that only the order of the numbers tells it from a reference.
    pub(super) loose: bool,
}

impl Heading {
    /// `"246"`, `"253-1"`.
    pub(super) fn key(&self) -> String {
        let (main, after) = self.number;
        after.map_or_else(|| main.to_string(), |after| format!("{main}-{after}"))
    }
}

/// What a line is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// An article begins.
    Article(Heading),
    /// A book, chapter, section, annex or list of contents begins.
    Structure,
    /// Another Markdown heading, with the number of its `#`.
    Title(usize),
    /// Nothing but space.
    Blank,
    /// Anything else.
    Text,
}

/// How a text numbers its articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// `第一条`.
    Articles,
    /// `1.` below sections `一、`, as opinions and notices do.
    Items,
    /// `一、`, as short provisions do.
    Sections,
}

/// Reads one line, without its line end.
pub(super) fn read(line: &str, style: Style) -> Row {
    if style != Style::Articles {
        return listed(line, style);
    }

    let mut rest = line.trim_start_matches(is_space);
    if rest.is_empty() {
        return Row::Blank;
    }
    let level = rest.chars().take_while(|c| *c == '#').count();
    rest = rest.trim_start_matches('#').trim_start_matches(is_space);
    let strong = ["**", "__"].into_iter().find(|mark| rest.starts_with(mark));
    rest = strong.and_then(|mark| rest.strip_prefix(mark)).unwrap_or(rest).trim_start_matches(is_space);
    let marked = level > 0 || strong.is_some();
    match numbered(rest) {
        Some((number, Unit::Article, after)) => article(line, number, after, strong, level, marked),
        Some((_, Unit::Part, after)) if marked || !refers(after) => Row::Structure,
        _ if opens_part(rest) => Row::Structure,
        _ if level > 0 => Row::Title(level),
        _ => Row::Text,
    }
}

fn refers(after: &str) -> bool {
    REFERS.iter().any(|word| after.starts_with(word))
}

pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{FEFF}'
}

fn article(line: &str, number: Number, after: &str, strong: Option<&str>, level: usize, marked: bool) -> Row {
    let closed = strong.and_then(|mark| after.strip_prefix(mark));
    let after = closed.unwrap_or(after);
    let next = after.chars().next();
    let firm = next.is_none_or(|c| is_space(c) || "【（(：:「[".contains(c));
    if refers(after) && closed.is_none() {
        return if level > 0 { Row::Title(level) } else { Row::Text };
    }
    let words = after.trim_start_matches(|c| is_space(c) || c == '：' || c == ':');
    Row::Article(Heading { number, words: line.len() - words.len(), level, loose: !firm && !marked })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Article,
    Part,
}

/// A line of a text without `第…条`. Only the order of the numbers tells an item from what merely begins with one.
fn listed(line: &str, style: Style) -> Row {
    let rest = line.trim_start_matches(|c| is_space(c) || c == '#' || c == '*');
    if rest.is_empty() {
        return Row::Blank;
    }
    let Some((main, after)) = number(rest) else { return Row::Text };
    let arabic = rest.starts_with(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c));
    let words = after.strip_prefix(if arabic { ['.', '．', '、'] } else { ['、'; 3] });
    match (words, arabic) {
        (Some(words), true) if style == Style::Items && !words.starts_with(|c: char| c.is_ascii_digit()) => {
            let words = words.trim_start_matches(is_space);
            let words = line.len() - words.len();
            Row::Article(Heading { number: (main, None), words, level: 0, loose: true })
        }
        (Some(words), false) if style == Style::Sections => {
            let words = line.len() - words.trim_start_matches(is_space).len();
            Row::Article(Heading { number: (main, None), words, level: 0, loose: true })
        }
        (Some(_), false) => Row::Structure,
        _ => Row::Text,
    }
}

/// `第一百二十条之一`, `第253-1条`, `第 三 章`: the number, what is counted, and what follows.
fn numbered(text: &str) -> Option<(Number, Unit, &str)> {
    let rest = text.strip_prefix('第')?.trim_start_matches(is_space);
    let (main, rest) = number(rest)?;
    let rest = rest.trim_start_matches(is_space);
    let inner = rest.strip_prefix(['-', '－', '之']).and_then(number);
    let (mut after, rest) = inner.map_or((None, rest), |(after, rest)| (Some(after), rest));
    for part in ["分编", "编", "章", "节", "部分"] {
        if let Some(rest) = rest.strip_prefix(part) {
            return Some(((main, after), Unit::Part, rest));
        }
    }
    let mut rest = rest.strip_prefix('条')?;
    let behind = rest.trim_start_matches(is_space).strip_prefix('之').and_then(number);
    if let (None, Some((number, left))) = (after, behind) {
        (after, rest) = (Some(number), left);
    }
    Some(((main, after), Unit::Article, rest))
}

/// The number at the beginning of a text, and what follows it.
fn number(text: &str) -> Option<(u32, &str)> {
    let rest = text.trim_start_matches(numeral::is_numeral);
    let digits = text.get(..text.len() - rest.len())?;
    Some((numeral::read(digits)?, rest))
}

/// 附则, 附件一, 目录 and their like: what stands outside every article. Nothing else may stand on the line but
/// a number or a name behind a space.
fn opens_part(text: &str) -> bool {
    let text: String = text.trim_end_matches(is_space).trim_end_matches(['*', '_']).to_owned();
    let word = text.split(is_space).collect::<String>();
    if word == "目录" || word == "目次" {
        return true;
    }
    ["附则", "附件", "附录", "附表", "附："].iter().any(|open| {
        text.strip_prefix(open).is_some_and(|rest| {
            let rest = rest.trim_start_matches(numeral::is_numeral);
            rest.is_empty() || rest.starts_with(is_space) || rest.starts_with(['：', ':'])
        })
    })
}

#[cfg(test)]
mod tests {
    use super::{Row, Style};

    fn read(line: &str) -> Row {
        super::read(line, Style::Articles)
    }

    fn key(line: &str) -> Option<(String, &str, bool)> {
        match read(line) {
            Row::Article(heading) => {
                Some((heading.key(), line.get(heading.words..).unwrap_or_default(), heading.loose))
            }
            _ => None,
        }
    }

    #[test]
    fn headings_of_articles_in_every_dress() {
        for (line, wanted) in [
            ("第二百四十六条　以……", ("246", "以……", false)),
            ("　　第二百八十七条之二 明知", ("287-2", "明知", false)),
            ("### 第一百二十条之一", ("120-1", "", false)),
            ("**第五十条** 有下列", ("50", "有下列", false)),
            ("**第五十条有下列**", ("50", "有下列**", false)),
            ("## **第二条** 【任务】", ("2", "【任务】", false)),
            ("第246条 甲", ("246", "甲", false)),
            ("第２４６条", ("246", "", false)),
            ("第253-1条 甲", ("253-1", "甲", false)),
            ("第 三 条 甲", ("3", "甲", false)),
            ("第一条为了", ("1", "为了", true)),
            ("第一条：为了", ("1", "为了", false)),
        ] {
            let (article, words, loose) = wanted;
            assert_eq!(key(line), Some((article.to_owned(), words, loose)), "{line}");
        }
    }

    #[test]
    fn references_chapters_and_titles_are_none() {
        for line in ["第二百四十六条第一款的", "第十条之规定", "第三条、第四条", "依照第三条", "第甲条"]
        {
            assert_eq!(read(line), Row::Text, "{line}");
        }
        for line in [
            "第四章 侵犯公民",
            "## 第一节",
            "第二编 分则",
            "第一分编",
            "附则",
            "# 目　录",
            "附件一 甲",
            "**附 则**",
        ] {
            assert!(matches!(read(line), Row::Structure | Row::Text), "{line}: {:?}", read(line));
        }
        assert_eq!((read("# 附则"), read("目 录")), (Row::Structure, Row::Structure));
        assert_eq!((read("## 释义"), read("　 ")), (Row::Title(2), Row::Blank));
    }
}
