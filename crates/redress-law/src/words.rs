//! The closed list of keywords: each has exactly one Chinese and one English spelling.

/// The two languages in which a rule may be written and printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// 简体中文.
    Zh,
    /// English.
    En,
}

/// A keyword. The spellings are words separated by single spaces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Word {
    Rule,
    Label,
    Cites,
    InForce,
    Requires,
    Unless,
    MustBeExcluded,
    ForTheOtherSide,
    CheckFirst,
    AnyOf,
    AllOf,
    AtLeast,
    Of,
    Not,
    InSet,
    Presumed,
    Open,
    Accumulate,
    When,
    Weigh,
    From,
    ToDate,
    Repealed,
    By,
    EndNotResearched,
    NothingBefore,
    WithinBeforeAct,
    WithinBeforeFiling,
    Within,
    BeforeAct,
    BeforeFiling,
    Years,
    Months,
    Days,
    Role,
    Proportion,
    Reading,
    As,
    Gives,
    GivesInOrder,
    At,
    Behind,
    After,
    NotBefore,
    AgedAtAct,
    YearsOld,
    Aged,
    AtAct,
}

impl Word {
    /// Keywords that may begin a line of a rule, for "did you mean".
    pub(crate) const OPENING: [Word; 23] = [
        Word::Role,
        Word::Proportion,
        Word::Reading,
        Word::As,
        Word::Gives,
        Word::GivesInOrder,
        Word::Rule,
        Word::Label,
        Word::Cites,
        Word::InForce,
        Word::NothingBefore,
        Word::Requires,
        Word::Unless,
        Word::AnyOf,
        Word::AllOf,
        Word::AtLeast,
        Word::Not,
        Word::Presumed,
        Word::Open,
        Word::Accumulate,
        Word::When,
        Word::Weigh,
        Word::CheckFirst,
    ];

    /// The spelling, Chinese first. An empty one means that the language needs no word there.
    const fn spellings(self) -> (&'static str, &'static str) {
        match self {
            Word::Rule => ("规则", "rule"),
            Word::Label => ("名称", "label"),
            Word::Cites => ("依据", "cites"),
            Word::InForce => ("有效", "in force"),
            Word::Requires => ("成立", "requires"),
            Word::Unless => ("除非", "unless"),
            Word::MustBeExcluded => ("必须排除", "must be excluded"),
            Word::ForTheOtherSide => ("由对方证明", "for the other side to show"),
            Word::CheckFirst => ("先查", "check first"),
            Word::AnyOf => ("任一", "any of"),
            Word::AllOf => ("全部", "all of"),
            Word::AtLeast => ("至少", "at least"),
            Word::Of => ("项", "of"),
            Word::Not => ("非", "not"),
            Word::InSet => ("属于", "in set"),
            Word::Presumed => ("推定", "presumed"),
            Word::Open => ("兜底", "open"),
            Word::Accumulate => ("合计", "accumulate"),
            Word::When => ("当", "when"),
            Word::Weigh => ("斟酌", "weigh"),
            Word::From => ("自", "from"),
            Word::ToDate => ("至今", "to date"),
            Word::Repealed => ("废止于", "repealed"),
            Word::By => ("由", "by"),
            Word::EndNotResearched => ("终止未查", "end not researched"),
            Word::NothingBefore => ("此前无规定", "nothing before"),
            Word::WithinBeforeAct => ("在行为前", ""),
            Word::WithinBeforeFiling => ("在起诉前", ""),
            Word::Within => ("", "within"),
            Word::BeforeAct => ("", "before act"),
            Word::BeforeFiling => ("", "before filing"),
            Word::Years => ("年内", "years"),
            Word::Months => ("个月内", "months"),
            Word::Days => ("日内", "days"),
            Word::Role => ("类别", "role"),
            Word::Proportion => ("比例", "proportion"),
            Word::Reading => ("读法", "reading"),
            Word::As => ("取", "as"),
            Word::Gives => ("得", "gives"),
            Word::GivesInOrder => ("依次得", "gives in order"),
            Word::At => ("在", ""),
            Word::Behind => ("后", ""),
            Word::After => ("", "after"),
            Word::NotBefore => ("不早于", "not before"),
            Word::AgedAtAct => ("行为时满", ""),
            Word::YearsOld => ("周岁", ""),
            Word::Aged => ("", "aged"),
            Word::AtAct => ("", "at act"),
        }
    }

    /// Every keyword.
    pub(crate) const ALL: [Word; 48] = [
        Word::Rule,
        Word::Label,
        Word::Cites,
        Word::InForce,
        Word::Requires,
        Word::Unless,
        Word::MustBeExcluded,
        Word::ForTheOtherSide,
        Word::CheckFirst,
        Word::AnyOf,
        Word::AllOf,
        Word::AtLeast,
        Word::Of,
        Word::Not,
        Word::InSet,
        Word::Presumed,
        Word::Open,
        Word::Accumulate,
        Word::When,
        Word::Weigh,
        Word::From,
        Word::ToDate,
        Word::Repealed,
        Word::By,
        Word::EndNotResearched,
        Word::NothingBefore,
        Word::WithinBeforeAct,
        Word::WithinBeforeFiling,
        Word::Within,
        Word::BeforeAct,
        Word::BeforeFiling,
        Word::Years,
        Word::Months,
        Word::Days,
        Word::Role,
        Word::Proportion,
        Word::Reading,
        Word::As,
        Word::Gives,
        Word::GivesInOrder,
        Word::At,
        Word::Behind,
        Word::After,
        Word::NotBefore,
        Word::AgedAtAct,
        Word::YearsOld,
        Word::Aged,
        Word::AtAct,
    ];

    /// Whether a word is part of a keyword, so that no fact may be named so.
    pub(crate) fn is_reserved(word: &str) -> bool {
        let spelt = |keyword: &Word, language| keyword.spelt(language).split(' ').any(|part| part == word);
        Word::ALL.iter().any(|keyword| spelt(keyword, Language::En) || spelt(keyword, Language::Zh))
    }

    /// The spelling in one language.
    pub(crate) const fn spelt(self, language: Language) -> &'static str {
        let (zh, en) = self.spellings();
        match language {
            Language::Zh => zh,
            Language::En => en,
        }
    }
}

const DIGITS: [char; 9] = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// An item number as the language writes it: `(一)` or `(1)`; digits above 99.
pub(crate) fn item_text(item: u32, language: Language) -> String {
    let digit = |n: u32| usize::try_from(n).ok().and_then(|n| n.checked_sub(1)).and_then(|n| DIGITS.get(n));
    if language == Language::En || item == 0 || item > 99 {
        return format!("({item})");
    }
    let mut text = String::from("(");
    if item >= 20 {
        text.extend(digit(item / 10));
    }
    if item >= 10 {
        text.push('十');
    }
    text.extend(digit(item % 10));
    text.push(')');
    text
}

/// Reads an item number: `(一)`, `(十二)`, `(12)`.
pub(crate) fn item_number(text: &str) -> Option<u32> {
    let inner = text.strip_prefix('(')?.strip_suffix(')')?;
    if let Ok(number) = inner.parse::<u32>() {
        return Some(number);
    }
    let digit = |c: char| {
        DIGITS.iter().position(|d| *d == c).and_then(|n| u32::try_from(n).ok()).map(|n| n.saturating_add(1))
    };
    let chars: Vec<char> = inner.chars().collect();
    match chars.as_slice() {
        ['十'] => Some(10),
        [one] => digit(*one),
        ['十', one] => digit(*one).map(|n| 10 + n),
        [ten, '十'] => digit(*ten).map(|n| n * 10),
        [ten, '十', one] => Some(digit(*ten)? * 10 + digit(*one)?),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Language, item_number, item_text};

    #[test]
    fn item_numbers_round_trip_in_both_languages() {
        for n in 0..=120 {
            for language in [Language::Zh, Language::En] {
                let text = item_text(n, language);
                // 20 and 一十 have one spelling each; what is printed is what is read.
                assert_eq!(item_number(&text), Some(n), "{text}");
            }
        }
        assert_eq!(item_text(12, Language::Zh), "(十二)");
        assert_eq!(item_text(20, Language::Zh), "(二十)");
        assert_eq!(item_number("(甲)"), None);
    }
}
