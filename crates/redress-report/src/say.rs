//! Values of facts as a person reads them, on the page and on a terminal.

use redress_base::{Arg, Finding};
use redress_facts::Datum;
use redress_law::{Want, Window};
use redress_words::{Language, Words};

/// A claimed value: "yes", "at least 486 reposts", "1 March 2026", "a close relative".
pub fn datum(words: &Words, datum: &Datum) -> String {
    match datum {
        Datum::Yes => words.say("facts-yes", &[]),
        Datum::No => words.say("facts-no", &[]),
        Datum::Unknown => words.say("facts-unknown", &[]),
        Datum::Count(counted) => words.count(counted.count, counted.unit),
        Datum::Date(day) => words.date(*day),
        Datum::Choice(word) => choice(words, word),
        Datum::Words(own) => several(words, own),
    }
}

/// What a fact would have to be: "yes", "no", "5,000 or more", "within 2 years".
pub fn want(words: &Words, want: &Want) -> String {
    let several = |options: &[String]| several(words, options);
    match want {
        Want::Yes => words.say("facts-yes", &[]),
        Want::No => words.say("facts-no", &[]),
        Want::AtLeast(n) => words.say("facts-at-least", &[("count", (*n).into())]),
        Want::AtMost(n) => words.say("facts-at-most", &[("count", (*n).into())]),
        Want::OneOf(options) => several(options),
        Want::NoneOf(options) => words.say("facts-none-of", &[("words", several(options).into())]),
        Want::Within(length, _) => words.say("facts-within", &window(words, length)),
        Want::Outside(length, _) => words.say("facts-outside", &window(words, length)),
        Want::Following(length, other) => words.say("facts-following", &after(words, length, other)),
        Want::NotFollowing(length, other) => words.say("facts-not-following", &after(words, length, other)),
        Want::NotBefore(other) => words.say("facts-not-before", &[("other", other.as_str().into())]),
        Want::Before(other) => words.say("facts-before", &[("other", other.as_str().into())]),
        Want::Aged(years) => words.say("facts-aged", &[("years", i64::from(*years).into())]),
        Want::Younger(years) => words.say("facts-younger", &[("years", i64::from(*years).into())]),
        Want::Shares(reach, shares) => shares_text(words, *reach, shares),
    }
}

/// A mark beside a date; one that carries a label of the book says it in the reader's language.
pub fn mark(words: &Words, mark: &Finding) -> String {
    let sentence = words.finding(mark).sentence;
    let own = if words.language() == Language::ZhHans { "zh" } else { "en" };
    match mark.args.get(own) {
        Some(Arg::Text(label)) if mark.code == "workbench-due-lost" => format!("{sentence}{label}"),
        _ => sentence,
    }
}

fn several(words: &Words, options: &[String]) -> String {
    let said: Vec<String> = options.iter().map(|word| choice(words, word)).collect();
    said.join(if words.language() == Language::ZhHans { "、" } else { ", " })
}

fn after(words: &Words, length: &Window, other: &str) -> [(&'static str, Arg); 3] {
    let [length, unit] = window(words, length);
    [length, unit, ("other", other.into())]
}

/// `pi_tracks_count/50 + pi_contacts_count/5,000 ≥ 1`.
fn shares_text(words: &Words, reach: redress_law::Ratio, shares: &[redress_law::Share]) -> String {
    let each = |share: &redress_law::Share| format!("{}/{}", share.term, words.number(share.per));
    let sum = shares.iter().map(each).collect::<Vec<_>>().join(" + ");
    let reach = if reach.den == 1 { reach.num.to_string() } else { format!("{}/{}", reach.num, reach.den) };
    format!("{sum} ≥ {reach}")
}

fn window(words: &Words, window: &Window) -> [(&'static str, Arg); 2] {
    let unit = match window.unit {
        redress_law::WindowUnit::Years => "facts-years",
        redress_law::WindowUnit::Months => "facts-months",
        redress_law::WindowUnit::Days => "facts-days",
    };
    [("length", i64::from(window.length).into()), ("unit", words.say(unit, &[]).into())]
}

fn choice(words: &Words, word: &str) -> String {
    let code = format!("facts-choice-{word}");
    if words.has(&code) { words.say(&code, &[]) } else { redress_words::safe_text(word) }
}
