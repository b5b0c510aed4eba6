//! Which fact to enter: what is still asked for first, then every other by what it is about, found by its words.

use crate::call::Call;
use crate::loaded::Loaded;
use crate::shell::token;
use maud::{Markup, html};
use redress_facts::{Term, TermScope, Vocabulary};
use redress_words::Language;
use std::collections::BTreeSet;

/// The longest list that a search shows.
const FOUND: usize = 80;

/// Offers the facts: a search, and a list in groups.
pub(crate) fn choose(call: &Call<'_>, loaded: &Loaded, vocabulary: &Vocabulary) -> Markup {
    // Words that are not kept any more were refused before.
    let sought = call.sought(call.query).ok().flatten();
    html! {
        form.fields method="post" action=(call.at("facts")) role="search" {
            (token(call))
            (statement(call))
            label { (call.text("web-field-find-fact")) input type="search" name="q" value=(sought.as_deref().unwrap_or_default()) maxlength="60" autocomplete="off"; }
            button.btn { (call.text("web-find")) }
        }
        @match &sought {
            Some(words) => (found(call, vocabulary, words)),
            None => (grouped(call, loaded, vocabulary)),
        }
    }
}

/// The statement that was asked about goes along.
fn statement(call: &Call<'_>) -> Markup {
    html! { @if let Some(statement) = call.asked("statement") { input type="hidden" name="statement" value=(statement); } }
}

fn label<'t>(call: &Call<'_>, term: &'t Term) -> &'t str {
    if call.words.language() == Language::ZhHans { &term.zh } else { &term.en }
}

fn question<'t>(call: &Call<'_>, term: &'t Term) -> Option<&'t str> {
    let zh = call.words.language() == Language::ZhHans;
    (if zh { &term.ask_zh } else { &term.ask_en }).as_deref()
}

fn link(call: &Call<'_>, id: &str) -> String {
    let mut form = form_urlencoded::Serializer::new(String::new());
    form.append_pair("term", id);
    if let Some(statement) = call.asked("statement") {
        form.append_pair("statement", statement);
    }
    format!("{}?{}", call.at("facts"), form.finish())
}

/// Facts in whose name or question every word stands.
fn found(call: &Call<'_>, vocabulary: &Vocabulary, sought: &str) -> Markup {
    let words: Vec<String> = sought.split_whitespace().map(str::to_lowercase).collect();
    let fits = |term: &Term| {
        let text = format!("{} {}", label(call, term), question(call, term).unwrap_or_default());
        let text = text.to_lowercase();
        words.iter().all(|word| text.contains(word.as_str()))
    };
    let all: Vec<(&str, &Term)> = vocabulary.iter().filter(|(_, term)| fits(term)).collect();
    html! {
        @if all.is_empty() { p { (call.text("web-find-fact-none")) } }
        ul.todo { @for (id, term) in all.iter().take(FOUND) { li {
            a href=(link(call, id)) { (label(call, term)) }
            @if let Some(question) = question(call, term) { p.small.muted { (question) } }
        } } }
        @if all.len() > FOUND { p.muted { (call.say("web-find-fact-more", &[("count", (all.len() - FOUND).into())])) } }
    }
}

fn grouped(call: &Call<'_>, loaded: &Loaded, vocabulary: &Vocabulary) -> Markup {
    let asked: BTreeSet<&str> = still_asked(loaded).into_iter().collect();
    let mut groups: [(&str, Vec<(&str, &Term)>); 3] = [
        ("web-facts-still-asked", Vec::new()),
        ("web-facts-of-statement", Vec::new()),
        ("web-facts-of-case", Vec::new()),
    ];
    for (id, term) in vocabulary.iter() {
        let place = if asked.contains(id) { 0 } else { usize::from(term.scope == TermScope::Case) + 1 };
        if let Some((_, group)) = groups.get_mut(place) {
            group.push((id, term));
        }
    }
    for (_, group) in &mut groups {
        group.sort_by_key(|(_, term)| label(call, term));
    }
    html! {
        form.fields method="get" action=(call.at("facts")) {
            (statement(call))
            label { (call.text("web-field-term")) select name="term" required {
                option value="" { (call.text("web-choose")) }
                @for (name, group) in &groups { @if !group.is_empty() {
                    optgroup label=(call.text(name)) { @for (id, term) in group { option value=(id) { (label(call, term)) } } }
                } }
            } }
            p.small.muted { (call.text("web-facts-which-first")) }
            button.btn { (call.text("web-go-on")) }
        }
    }
}

/// Facts that would change an answer that is open for want of them.
fn still_asked(loaded: &Loaded) -> Vec<&str> {
    let gaps = loaded.result.missing.iter().filter(|row| row.completions.family == redress_law::Family::Gap);
    gaps.flat_map(|row| row.completions.sets.iter().flatten()).map(|need| need.term.as_str()).collect()
}
