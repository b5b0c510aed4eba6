//! The posts: searched, filtered, page by page. Their words are not on the page until one is asked for.

use crate::call::Call;
use crate::loaded::{Loaded, Read};
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::rows::Search;
use crate::shell::token;
use maud::{Markup, html};
use redress_base::{Count, Date, Finding, Instant, Span, Stamp, Unit};
use redress_posts::{Account, Post, PostIx, PostKind};
use redress_words::safe_text;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;
use std::collections::BTreeSet;

/// The posts as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Posts) };

/// Rows of one page.
const ROWS: usize = 50;
/// The most that may be asked for at once.
const MOST: usize = 500;
/// Beijing days begin eight hours before those of UTC.
const BEIJING: i64 = 8 * 60 * 60;
/// Units that have a column.
const COLUMNS: [Unit; 4] = [Unit::Views, Unit::Reposts, Unit::Comments, Unit::Likes];
/// The kinds, by the words of the address.
const KINDS: [(&str, PostKind); 5] = [
    ("original", PostKind::Original),
    ("comment", PostKind::Comment),
    ("repost", PostKind::Repost),
    ("article", PostKind::Article),
    ("chat", PostKind::Chat),
];

/// Some of the posts. None of their words and no name of an account is in here.
#[derive(Serialize, JsonSchema)]
struct Posts {
    /// How many there are of what was asked for.
    total: usize,
    /// After how many of them these begin.
    skip: usize,
    /// The posts.
    posts: Vec<Row>,
}

/// One post, without its words.
#[derive(Serialize, JsonSchema)]
struct Row {
    /// Its key: `weibo/4912…`.
    key: String,
    /// When it was published, by the clock of Beijing, where its file says so.
    published: Option<String>,
    /// Its kind.
    kind: PostKind,
    /// The local number of its account.
    account: Option<u32>,
    /// The statement that it says.
    statement: Option<String>,
    /// Its length in characters.
    characters: usize,
    /// The counters that were shown, by unit; absent is "not shown", never 0.
    counts: Vec<(Unit, Count)>,
    /// Where it stands in the evidence.
    place: Option<Span>,
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let loaded = call.loaded()?;
    let read = &loaded.read;
    let (search, skip) = (search(call)?, number(call, "skip")?.unwrap_or(0));
    let take = number(call, "take")?.unwrap_or(ROWS).min(MOST);
    let (found, total) = read.rows.find(&read.corpus, &read.statements, &search, skip, take);
    let posts = found.into_iter().filter_map(|ix| Some(row(read, ix, read.corpus.post(ix)?))).collect();
    super::value(&Posts { total, skip, posts })
}

fn row(read: &Read, ix: PostIx, post: &Post) -> Row {
    let counts = COLUMNS.iter().filter_map(|unit| Some((*unit, read.rows.count(ix, *unit)?)));
    Row {
        key: read.corpus.key(post),
        published: post.published().map(|stamp| stamp.at.beijing_text()),
        kind: post.kind(),
        account: post.account().and_then(|account| read.corpus.account(account)).map(Account::number),
        statement: read
            .rows
            .statement(ix)
            .and_then(|place| read.statements.list().get(place))
            .map(|one| one.id.clone()),
        characters: read.corpus.text(post).map(|text| text.chars().count()).into_revealed(),
        counts: counts.collect(),
        place: read.corpus.sighting(post.first_sighting()).map(|seen| read.corpus.span(seen)),
    }
}

fn number(call: &Call<'_>, name: &str) -> Result<Option<usize>, Wrong> {
    let Some(typed) = call.asked(name) else { return Ok(None) };
    typed.parse().map(Some).map_err(|_| unfit(call, name, typed))
}

fn unfit(call: &Call<'_>, name: &str, typed: &str) -> Wrong {
    let field = call.text(&format!("web-field-{name}"));
    let found = Finding::error("web-field-unfit").with("field", field).with("typed", typed);
    Wrong::Refused(found.refuse(redress_base::Fault::Usage))
}

/// What the address asks for.
fn search(call: &Call<'_>) -> Result<Search, Wrong> {
    let day = |name: &str| -> Result<Option<Date>, Wrong> {
        let Some(typed) = call.asked(name) else { return Ok(None) };
        typed.parse().map(Some).map_err(|_| unfit(call, name, typed))
    };
    let kind = match call.asked("kind") {
        None => None,
        Some(typed) => {
            let known = KINDS.iter().find(|(word, _)| *word == typed).map(|(_, kind)| *kind);
            Some(known.ok_or_else(|| unfit(call, "kind", typed))?)
        }
    };
    Ok(Search {
        words: call.asked("q").into_iter().flat_map(str::split_whitespace).map(str::to_owned).collect(),
        statement: call.asked("statement").map(str::to_owned),
        account: number(call, "account")?.and_then(|number| u32::try_from(number).ok()),
        kind,
        from: day("from-day")?.map(begins),
        until: day("until-day")?.map(|day| begins(day) + 24 * 60 * 60),
        undated: call.asked("undated").is_some(),
        latest_first: call.asked("order") == Some("latest"),
    })
}

/// The second at which a day begins in Beijing.
pub(crate) fn begins(day: Date) -> i64 {
    let epoch = Instant(0).beijing_date().unwrap_or(Date::MIN);
    i64::from(epoch.until(day).map_or(0, |span| span.get_days())) * 24 * 60 * 60 - BEIJING
}

/// Shows a page of them.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let loaded = call.loaded()?;
    let read = &loaded.read;
    let (search, skip) = (search(call)?, number(call, "skip")?.unwrap_or(0));
    let (found, total) = read.rows.find(&read.corpus, &read.statements, &search, skip, ROWS);
    let open = call.app.sessions().shown(call.name, call.case());
    let names = redress_report::names(&loaded.result, call.words);
    let list = html! {
        section.card #list aria-label=(call.text("web-nav-posts")) {
            p.aside role="status" { (range(call, skip, found.len(), total, read.rows.len())) }
            @if found.is_empty() { p { (call.text("web-posts-none")) } }
            ul.posts { @for ix in &found { @if let Some(post) = read.corpus.post(*ix) {
                (one(call, &loaded, &names, *ix, post, &open))
            } } }
            (pager(call, skip, found.len(), total))
        }
    };
    let body = html! {
        (filters(call, &loaded, &names))
        (list)
        p.small.muted { (call.text("web-posts-not-shown-note")) }
    };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-posts"), Some(call.text("web-posts-lead")), body)))
}

fn range(call: &Call<'_>, skip: usize, here: usize, total: usize, all: usize) -> String {
    let args = [
        ("first", (if here == 0 { 0 } else { skip + 1 }).into()),
        ("last", (skip + here).into()),
        ("total", total.into()),
        ("all", all.into()),
    ];
    call.say("web-posts-range", &args)
}

type Names<'n> = std::collections::BTreeMap<&'n str, String>;

/// Words first; what narrows further is one step away, and open where it is used.
fn filters(call: &Call<'_>, loaded: &Loaded, names: &Names<'_>) -> Markup {
    let plain = ["q", "skip"];
    let narrowed =
        call.query.iter().any(|(name, value)| !plain.contains(&name.as_str()) && !value.is_empty());
    html! {
        form.card method="get" action=(call.at("posts")) role="search" {
            div.find {
                label { span.vh { (call.text("web-field-q")) } input type="search" name="q" placeholder=(call.text("web-field-q")) value=(call.asked("q").unwrap_or_default()) autocomplete="off"; }
                button.btn { (call.text("web-search")) }
            }
            details open[narrowed] { summary { (call.text("web-narrow")) } (narrow(call, loaded, names)) }
        }
    }
}

fn narrow(call: &Call<'_>, loaded: &Loaded, names: &Names<'_>) -> Markup {
    let chosen = |name: &str, value: &str| call.asked(name) == Some(value);
    html! {
        div.filters {
            label { (call.text("web-field-statement")) select name="statement" {
                option value="" { (call.text("web-any")) }
                @for row in loaded.result.statements.iter().filter(|row| row.taken_up || chosen("statement", &row.id)) {
                    option value=(row.id) selected[chosen("statement", &row.id)] { (names.get(row.id.as_str()).unwrap_or(&row.id)) " (" (call.words.number(row.members)) ")" }
                }
            } }
            label { (call.text("web-field-kind")) select name="kind" {
                option value="" { (call.text("web-any")) }
                @for (word, _) in KINDS { option value=(word) selected[chosen("kind", word)] { (call.text(&format!("web-kind-{word}"))) } }
            } }
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

fn one(
    call: &Call<'_>,
    loaded: &Loaded,
    names: &Names<'_>,
    ix: PostIx,
    post: &Post,
    open: &BTreeSet<String>,
) -> Markup {
    let read = &loaded.read;
    let key = read.corpus.key(post);
    let span = read.corpus.sighting(post.first_sighting()).map(|seen| read.corpus.span(seen));
    let statement = read.rows.statement(ix).and_then(|place| read.statements.list().get(place));
    let account = post.account().and_then(|account| read.corpus.account(account));
    let known = statement.and_then(|one| names.get(one.id.as_str()));
    let counts: Vec<(Unit, Count)> =
        COLUMNS.iter().filter_map(|unit| Some((*unit, read.rows.count(ix, *unit)?))).collect();
    html! {
        li.post id={"p-" (ix.0)} tabindex="0" {
            div.who {
                b { @match post.published() { Some(stamp) => (moment(call, stamp)), None => (call.text("web-no-date")) } }
                span.faint { (account_name(call, account)) " · " (call.text(&format!("web-kind-{}", kind(post.kind())))) }
            }
            div.what {
                (words(call, read, post, &key, ix, open.contains(&key)))
            }
            div.counts {
                @for (unit, count) in &counts { span { (call.words.count(*count, *unit)) } }
                @if counts.is_empty() { span.faint { (call.text("web-not-shown")) } }
            }
            div.from {
                @if let Some(statement) = statement { a href={(call.at("statements")) "/" (statement.id)} { (known.unwrap_or(&statement.id)) } }
                @if let Some(span) = &span { " " a.ev href={(call.at("evidence")) "#" (span.item)} { (safe_text(span.to_string().split(' ').next().unwrap_or_default())) } }
            }
        }
    }
}

/// A day and a time of day; that it is Beijing time stands below the heading.
pub(crate) fn moment(call: &Call<'_>, stamp: Stamp) -> String {
    let clock: String = stamp.at.beijing_text().chars().skip(11).take(5).collect();
    stamp
        .at
        .beijing_date()
        .map_or_else(|| stamp.at.beijing_text(), |day| format!("{} {clock}", call.words.date(day)))
}

/// The local number of an account, never its name.
pub(crate) fn account_name(call: &Call<'_>, account: Option<&Account>) -> String {
    let Some(account) = account else { return call.text("web-account-none") };
    let number = call.say("web-account", &[("number", u64::from(account.number()).into())]);
    if account.masked() { format!("{number} ({})", call.text("web-account-masked")) } else { number }
}

fn kind(kind: PostKind) -> &'static str {
    KINDS.iter().find(|(_, known)| *known == kind).map_or("original", |(word, _)| word)
}

/// The words where they were asked for; otherwise their length, and how to ask.
fn words(call: &Call<'_>, read: &Read, post: &Post, key: &str, ix: PostIx, open: bool) -> Markup {
    let text = read.corpus.text(post);
    if open {
        return html! {
            blockquote.shown { (safe_lines(text.reveal())) }
            a href={(call.path) "#p-" (ix.0)} { (call.text("web-hide")) }
        };
    }
    let characters = text.map(|text| text.chars().count()).into_revealed();
    html! {
        p.hid-note { (call.say("web-hidden", &[("characters", characters.into())])) }
        form.reveal method="post" action=(call.at("reveal")) {
            (token(call))
            input type="hidden" name="post" value=(key);
            input type="hidden" name="back" value={(call.path) "?" (again(call, None)) "#p-" (ix.0)};
            button.btn.plain.s { (call.text("web-reveal")) }
        }
    }
}

/// The words line by line, with marks that turn the direction of writing made visible.
pub(crate) fn safe_lines(text: &str) -> Markup {
    html! { @for (number, line) in text.lines().enumerate() { @if number > 0 { br; } (safe_text(line)) } }
}

/// The same question again, from another place on.
fn again(call: &Call<'_>, skip: Option<usize>) -> String {
    let kept = call.query.iter().filter(|(name, value)| name != "skip" && !value.is_empty());
    let mut pairs = form_urlencoded::Serializer::new(String::new());
    pairs.extend_pairs(kept);
    let skip = skip.map(|skip| skip.to_string()).or_else(|| call.asked("skip").map(str::to_owned));
    if let Some(skip) = skip.filter(|skip| skip != "0") {
        pairs.append_pair("skip", &skip);
    }
    pairs.finish()
}

fn pager(call: &Call<'_>, skip: usize, here: usize, total: usize) -> Markup {
    let address = |skip: usize| format!("{}?{}", call.at("posts"), again(call, Some(skip)));
    html! {
        nav.row.pager aria-label=(call.text("web-pages")) {
            @if skip > 0 { a.btn rel="prev" href=(address(skip.saturating_sub(ROWS))) { (call.text("web-page-before")) } }
            @if skip + here < total { a.btn rel="next" href=(address(skip + ROWS)) { (call.text("web-page-next")) } }
        }
    }
}
