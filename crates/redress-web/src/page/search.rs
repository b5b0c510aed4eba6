//! What is looked for among the posts: read from an address, put into the forms that narrow it, and labelled as a whole.

use super::naming::Naming;
use super::posts::KINDS;
use crate::call::{Call, SOUGHT};
use crate::loaded::Loaded;
use crate::reply::Wrong;
use crate::rows::Search;
use crate::shell::token;
use maud::{Markup, html};
use redress_base::{Date, Instant};
use redress_words::safe_text;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Beijing days begin eight hours before those of UTC.
const BEIJING: i64 = 8 * 60 * 60;

type Asked = [(String, String)];

/// What a question asks for under that name.
fn value<'q>(asked: &'q Asked, name: &str) -> Option<&'q str> {
    let found = asked.iter().find(|(known, _)| known == name)?;
    Some(found.1.trim()).filter(|value| !value.is_empty())
}

pub(crate) fn number(call: &Call<'_>, asked: &Asked, name: &str) -> Result<Option<usize>, Wrong> {
    let Some(typed) = value(asked, name) else { return Ok(None) };
    typed.parse().map(Some).map_err(|_| unfit(call, name, typed))
}

fn unfit(call: &Call<'_>, name: &str, typed: &str) -> Wrong {
    crate::act::unfit(call, name, typed).into()
}

/// What a question asks for: that of the address, or one that a form carries.
///
/// # Errors
/// Where a value cannot be read.
pub(crate) fn search(call: &Call<'_>, loaded: &Loaded, asked: &Asked) -> Result<Search, Wrong> {
    let day = |name: &str| -> Result<Option<Date>, Wrong> {
        let Some(typed) = value(asked, name) else { return Ok(None) };
        typed.parse().map(Some).map_err(|_| unfit(call, name, typed))
    };
    let kind = match value(asked, "kind") {
        None => None,
        Some(typed) => {
            let known = KINDS.iter().find(|(word, _)| *word == typed).map(|(_, kind)| *kind);
            Some(known.ok_or_else(|| unfit(call, "kind", typed))?)
        }
    };
    let account = number(call, asked, "account")?;
    let account = account.map(|number| u32::try_from(number).map_err(|_| unfit(call, "account", "…")));
    if let Some(typed) = value(asked, "order").filter(|typed| *typed != "latest") {
        return Err(unfit(call, "order", typed));
    }
    let words = call.sought(asked)?.unwrap_or_default();
    let corpus = &loaded.read.corpus;
    let under = value(asked, "label").map(|label| {
        let labels = loaded.state.labels();
        labels.get(label).into_iter().flatten().filter_map(|post| corpus.find(post)).collect()
    });
    Ok(Search {
        words: words.split_whitespace().map(str::to_owned).collect(),
        statement: value(asked, "statement").map(str::to_owned),
        account: account.transpose()?,
        kind,
        from: day("from-day")?.map(begins),
        until: day("until-day")?.map(|day| begins(day) + 24 * 60 * 60),
        undated: value(asked, "undated").is_some(),
        under,
        latest_first: value(asked, "order") == Some("latest"),
    })
}

/// The second at which a day begins in Beijing.
pub(crate) fn begins(day: Date) -> i64 {
    let epoch = Instant(0).beijing_date().unwrap_or(Date::MIN);
    i64::from(epoch.until(day).map_or(0, |span| span.get_days())) * 24 * 60 * 60 - BEIJING
}

/// The most statements that the filter offers; the one that was asked for is there beside them.
const MOST_OFFERED: usize = 300;

/// The field of a list for words, with what is looked for now. `hint` stands in it while it is empty.
pub(crate) fn find(call: &Call<'_>, hint: &str) -> Markup {
    // That they can be read was seen when the list was made.
    let words = call.sought(call.query).ok().flatten().unwrap_or_default();
    html! { div.find {
        label { span.vh { (call.text("web-field-q")) } input type="search" name="q" placeholder=(call.text(hint)) value=(words) maxlength="200" autocomplete="off"; }
        button.btn { (call.text("web-search")) }
    } }
}

/// Words first; what narrows further is one step away, and open where it is used.
pub(crate) fn filters(call: &Call<'_>, loaded: &Loaded, names: &Naming<'_>) -> Markup {
    let plain = ["q", SOUGHT, "skip", "print"];
    let narrowed =
        call.query.iter().any(|(name, value)| !plain.contains(&name.as_str()) && !value.is_empty());
    html! {
        form.card method="post" action=(call.at("posts")) role="search" {
            (token(call))
            (find(call, "web-field-q"))
            details open[narrowed] { summary { (call.text("web-narrow")) } (narrow(call, loaded, names)) }
        }
    }
}

fn narrow(call: &Call<'_>, loaded: &Loaded, names: &Naming<'_>) -> Markup {
    let chosen = |name: &str, value: &str| call.asked(name) == Some(value);
    let labels = loaded.state.labels();
    let labelled = !labels.is_empty() || call.asked("label").is_some();
    html! {
        div.filters {
            label { (call.text("web-field-statement")) select name="statement" {
                option value="" { (call.text("web-any")) }
                @for one in by_name(call, loaded, names) {
                    option value=(one.0) selected[chosen("statement", one.0)] { (one.1) " (" (call.words.number(one.2)) ")" }
                }
            } }
            label { (call.text("web-field-kind")) select name="kind" {
                option value="" { (call.text("web-any")) }
                @for (word, _) in KINDS { option value=(word) selected[chosen("kind", word)] { (call.text(&format!("web-kind-{word}"))) } }
            } }
            @if labelled { label { (call.text("web-field-label")) select name="label" {
                option value="" { (call.text("web-any")) }
                @for (label, posts) in &labels { option value=(label) selected[chosen("label", label)] { (safe_text(label)) " (" (call.words.number(posts.len() as u64)) ")" } }
            } } }
            label { (call.text("web-field-account")) input name="account" inputmode="numeric" value=(call.asked("account").unwrap_or_default()) autocomplete="off"; }
            label { (call.text("web-field-order")) select name="order" {
                option value="" { (call.text("web-order-first")) }
                option value="latest" selected[chosen("order", "latest")] { (call.text("web-order-latest")) }
            } }
            label { (call.text("web-field-from-day")) input type="date" name="from-day" value=(call.asked("from-day").unwrap_or_default()); }
            label { (call.text("web-field-until-day")) input type="date" name="until-day" value=(call.asked("until-day").unwrap_or_default()); }
            label.check { input type="checkbox" name="undated" value="1" checked[call.asked("undated").is_some()]; (call.text("web-field-undated")) }
        }
    }
}

/// The statements, those that somebody has taken up first, then those that most posts say: the id, how it is called, how many
/// posts say it.
fn by_name<'l>(call: &Call<'_>, loaded: &'l Loaded, names: &Naming<'_>) -> Vec<(&'l str, String, u64)> {
    let taken_up = loaded.result.statements.iter().filter(|row| row.taken_up);
    let place: BTreeMap<&str, usize> =
        taken_up.zip(0..).map(|(row, place)| (row.id.as_str(), place)).collect();
    let list = loaded.read.statements.list().iter().zip(0usize..);
    let mut all: Vec<_> = list
        .map(|(one, at)| {
            let members = one.members.len() as u64;
            (place.get(one.id.as_str()).copied().unwrap_or(usize::MAX), Reverse(members), at, one.id.as_str())
        })
        .collect();
    // Of tens of thousands only the first are shown, and so only these are put in order.
    if all.len() > MOST_OFFERED {
        all.select_nth_unstable(MOST_OFFERED);
    }
    let offered = all.len().min(MOST_OFFERED);
    let (first, rest) = all.split_at_mut(offered);
    first.sort_unstable();
    let asked = call.asked("statement");
    let offered = first.iter().chain(rest.iter().filter(|(_, _, _, id)| asked == Some(*id)));
    offered.map(|(_, Reverse(members), _, id)| (*id, names.name(call, id), *members)).collect()
}

/// The form that labels the ticked posts, or all that were found.
pub(crate) fn bulk(call: &Call<'_>, loaded: &Loaded, total: usize) -> Markup {
    let labels = loaded.state.labels();
    html! {
        @if total > 0 { details.card #labels open[call.asked("label").is_some()] {
            summary { (call.text("web-labels")) span #chosen.faint aria-live="polite" data-says=(call.text("web-labels-chosen")) {} }
            form #bulk.fields method="post" action=(call.at("posts/label")) {
                (token(call))
                input type="hidden" name="back" value={(call.path) "?" (again(call, None))};
                input type="hidden" name="found" value=(again(call, Some(0)));
                p.muted { (call.text("web-labels-what")) }
                label { (call.text("web-field-label")) input name="label" maxlength="40" required list="known-labels" value=(call.asked("label").unwrap_or_default()) autocomplete="off"; }
                datalist #known-labels { @for label in labels.keys() { option value=(label) {} } }
                label.check { input type="checkbox" name="all" value="1"; (call.say("web-labels-all", &[("total", total.into())])) }
                div.row {
                    button.btn name="put" value="in" { (call.text("web-labels-in")) }
                    button.btn name="put" value="out" { (call.text("web-labels-out")) }
                }
            }
        } }
    }
}

/// The same question again, from another place on.
pub(crate) fn again(call: &Call<'_>, skip: Option<usize>) -> String {
    let kept = call.query.iter().filter(|(name, value)| name != "skip" && !value.is_empty());
    let mut pairs = form_urlencoded::Serializer::new(String::new());
    pairs.extend_pairs(kept);
    let skip = skip.map(|skip| skip.to_string()).or_else(|| call.asked("skip").map(str::to_owned));
    if let Some(skip) = skip.filter(|skip| skip != "0") {
        pairs.append_pair("skip", &skip);
    }
    pairs.finish()
}
