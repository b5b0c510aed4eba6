//! Facts as people look for them: by the name of a fact, by its question, and by everyday words that stand beside it in the
//! locales. An everyday word only leads to a fact; it says nothing of what the law means by it.

use crate::call::Call;
use redress_facts::Term;

/// Where the words that were looked for stand, the nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Hit {
    /// In the name of the fact.
    Name,
    /// Among its everyday words.
    Everyday,
    /// In its question.
    Question,
}

/// Where what was looked for stands; nothing where some of it stands nowhere.
pub(crate) fn hit(call: &Call<'_>, sought: &str, id: &str, term: &Term) -> Option<Hit> {
    let chinese = call.chinese();
    let name = if chinese { &term.zh } else { &term.en }.to_lowercase();
    let question = if chinese { &term.ask_zh } else { &term.ask_en };
    let question = question.as_deref().unwrap_or_default().to_lowercase();
    let code = format!("facts-words-{}", id.replace('_', "-"));
    let everyday = if call.words.has(&code) { call.text(&code).to_lowercase() } else { String::new() };
    let hits = sought.to_lowercase();
    let hits = hits.split_whitespace().map(|word| of_word(word, &name, &everyday, &question));
    hits.collect::<Option<Vec<Hit>>>()?.into_iter().max()
}

/// Where one word stands. In Chinese a whole question is typed without blanks, in which an everyday word stands somewhere.
fn of_word(word: &str, name: &str, everyday: &str, question: &str) -> Option<Hit> {
    let known =
        |one: &str| one.contains(word) || (one.chars().count() > 1 && !one.is_ascii() && word.contains(one));
    if name.contains(word) {
        Some(Hit::Name)
    } else if everyday.split(['、', ',']).map(str::trim).any(|one| !one.is_empty() && known(one)) {
        Some(Hit::Everyday)
    } else {
        question.contains(word).then_some(Hit::Question)
    }
}

#[cfg(test)]
mod tests {
    use super::{Hit, of_word};

    #[test]
    fn a_word_is_looked_for_in_the_name_then_among_everyday_words_then_in_the_question() {
        let of = |word| of_word(word, "内容不实", "属实、真的、假的", "这条说法与事实不符吗？");
        assert_eq!(of("不实"), Some(Hit::Name));
        assert_eq!(of("属实"), Some(Hit::Everyday));
        assert_eq!(of("这是真的吗"), Some(Hit::Everyday));
        assert_eq!(of("说法"), Some(Hit::Question));
        assert_eq!(of("播放"), None);
        let english = |word| of_word(word, "number of reposts", "shares, forwards", "");
        assert_eq!((english("share"), english("ashares")), (Some(Hit::Everyday), None));
    }
}
