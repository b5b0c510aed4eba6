//! The posts: searched, filtered, page by page. Their words are not on the page until one is asked for.

use super::naming::Naming;
use super::neutral::{self, Neutral};
use super::search::{again, bulk, filters, number, search};
use crate::call::Call;
use crate::loaded::{Loaded, Read};
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::token;
use crate::shut::shut_piece;
use maud::{Markup, html};
use redress_analysis::Likeness;
use redress_base::{Count, Span, Stamp, Unit};
use redress_posts::{Account, Post, PostIx, PostKind};
use redress_words::safe_text;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The posts as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Posts) };

/// Rows of one page.
const ROWS: usize = 50;
/// The most that may be asked for at once.
const MOST: usize = 500;
/// Rows of the page that is printed.
const PRINTED: usize = 5_000;
/// Units that have a column.
pub(crate) const COLUMNS: [Unit; 4] = [Unit::Views, Unit::Reposts, Unit::Comments, Unit::Likes];
/// The kinds, by the words of the address.
pub(crate) const KINDS: [(&str, PostKind); 5] = [
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
    /// The labels under which somebody put it.
    labels: Vec<String>,
    /// What somebody who read it says of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<neutral::Said>,
    /// Where it stands in the evidence.
    place: Option<Span>,
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let loaded = call.loaded()?;
    let read = &loaded.read;
    let search = search(call, &loaded, call.query)?;
    let (skip, take) = window(call, MOST)?;
    let (found, total) = read.rows.find(&read.corpus, &read.statements, &search, skip, take);
    let (labels, neutral) = (Labels::of(&loaded), Neutral::of(&loaded));
    let posts =
        found.into_iter().filter_map(|ix| Some(row(read, (&labels, &neutral), ix, read.corpus.post(ix)?)));
    super::value(&Posts { total, skip, posts: posts.collect() })
}

/// After how many of what was found the rows begin, and how many they are.
fn window(call: &Call<'_>, most: usize) -> Result<(usize, usize), Wrong> {
    let skip = number(call, call.query, "skip")?.unwrap_or(0);
    Ok((skip, number(call, call.query, "take")?.unwrap_or(ROWS).min(most)))
}

/// The labels of each post.
struct Labels<'s>(BTreeMap<&'s str, Vec<&'s str>>);

impl Labels<'_> {
    fn of(loaded: &Loaded) -> Labels<'_> {
        let mut of: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (label, posts) in loaded.state.labels() {
            for post in posts {
                of.entry(post).or_default().push(label);
            }
        }
        Labels(of)
    }

    fn get(&self, post: &str) -> &[&str] {
        self.0.get(post).map_or(&[], Vec::as_slice)
    }
}

fn row(read: &Read, (labels, neutral): (&Labels<'_>, &Neutral<'_>), ix: PostIx, post: &Post) -> Row {
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
        labels: labels.get(&read.corpus.key(post)).iter().map(|label| (*label).to_owned()).collect(),
        summary: neutral.data(read, ix),
        place: read.corpus.sighting(post.first_sighting()).map(|seen| read.corpus.span(seen)),
    }
}

/// Shows a page of them; to the script that scrolls, the rows that it asks for.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let loaded = call.loaded()?;
    let read = &loaded.read;
    let search = search(call, &loaded, call.query)?;
    let print = call.asked("print").is_some() && !call.script;
    let (skip, take) = match (call.script, print) {
        (true, _) => window(call, MOST)?,
        (_, true) => (0, PRINTED),
        _ => (window(call, ROWS)?.0, ROWS),
    };
    let (found, total) = read.rows.find(&read.corpus, &read.statements, &search, skip, take);
    let open = if call.script { BTreeSet::new() } else { call.app.sessions().shown(call.name, call.case()) };
    let (names, labels) = (Naming::of(call, &loaded), Labels::of(&loaded));
    let neutral = Neutral::of(&loaded);
    let sight =
        Sight { call, loaded: &loaded, names: &names, labels: &labels, neutral: &neutral, open: &open };
    let rows = html! { @for ix in &found { @if let Some(post) = read.corpus.post(*ix) { (one(&sight, *ix, post)) } } };
    if call.script {
        return Ok(Reply::Piece(shut_piece(call, html! { ul.posts { (rows) } })));
    }
    if read.corpus.posts().is_empty() && !print {
        return Ok(Reply::Page(Leaf::new(call.text("web-nav-posts"), None, none(call, &loaded))));
    }
    let body = html! {
        (filters(call, &loaded, &names))
        (bulk(call, &loaded, total))
        @if print { (printed(call, found.len(), total)) }
        @else if total > found.len() { p { a href={(call.at("posts")) "?" (again(call, Some(0))) "&print=1"} { (call.text("web-posts-print")) } } p.only-print { (call.text("web-posts-print-part")) } }
        section.card #list aria-label=(call.text("web-nav-posts")) {
            p.aside role="status" { (range(call, skip, found.len(), total, read.rows.len())) }
            // Whoever asks for days is told what such a question cannot find.
            @if search.from.is_some() || search.until.is_some() {
                @let undated = read.rows.undated(&read.corpus);
                @if undated > 0 { p.small.muted { (call.say("web-posts-undated", &[("count", undated.into())])) " " a href={(call.at("posts")) "?undated=1"} { (call.text("web-field-undated")) } } }
            }
            @if found.is_empty() { p { (call.text("web-posts-none")) } }
            // The script makes a window of this, through which all that were found scroll; the address is this page's.
            div id=[(!print).then_some("window")] data-rows={(call.at("posts")) "?" (again(call, Some(0)))} data-total=(total) data-skip=(skip) data-range=(call.text("web-posts-window")) data-lost=(call.text("web-posts-lost")) tabindex="0" role="region" aria-label=(call.text("web-posts-rows")) {
                ul.posts role="list" { (rows) }
            }
            @if !print { (pager(call, skip, found.len(), total)) }
        }
        (counted(call, &loaded))
        p.small.muted { (call.text("web-posts-not-shown-note")) }
    };
    let lead = if call.session.spared { "web-posts-spared" } else { "web-posts-lead" };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-posts"), Some(call.text(lead)), body)))
}

/// What an empty list says: why it is empty, and the ways to fill it.
fn none(call: &Call<'_>, loaded: &Loaded) -> Markup {
    let tables = loaded.result.kept.items.iter().any(super::columns::unread_table);
    let empty = loaded.result.kept.items.is_empty();
    html! { section.card #list {
        p { (call.text(if empty { "web-posts-empty" } else { "web-posts-unread" })) }
        div.row {
            a.btn.main href=(call.at("evidence")) { (call.text("web-add")) }
            @if tables { a.btn href=(call.at("evidence/columns")) { (call.text("web-columns-say")) } }
        }
    } }
}

/// Of how many posts every page speaks: each once, however many files show it, and what they are.
pub(crate) fn counted(call: &Call<'_>, loaded: &Loaded) -> Markup {
    let posts = loaded.read.corpus.posts();
    let of = |wanted: PostKind| posts.iter().filter(|post| post.kind() == wanted).count();
    let kinds = KINDS.iter().map(|(word, wanted)| (*word, of(*wanted))).filter(|(_, count)| *count > 0);
    let kinds: Vec<String> = kinds
        .map(|(word, count)| {
            call.say(
                "web-posts-kind",
                &[("kind", call.text(&format!("web-kind-{word}")).into()), ("count", count.into())],
            )
        })
        .collect();
    let between = if call.chinese() { "、" } else { ", " };
    html! { @if !posts.is_empty() { p.small.muted { (call.say("web-posts-counted", &[("count", posts.len().into()), ("kinds", kinds.join(between).into())])) } } }
}

/// What is said above the list that is printed: whether it is all that was found, and the way back.
fn printed(call: &Call<'_>, here: usize, total: usize) -> Markup {
    let back = call.query.iter().filter(|(name, _)| name != "print");
    let back = form_urlencoded::Serializer::new(String::new()).extend_pairs(back).finish();
    html! {
        @if here < total { p.note { (call.say("web-posts-print-cut", &[("here", here.into()), ("total", total.into())])) } }
        div.row { a.btn href={(call.at("posts")) "?" (back)} { (call.text("web-posts-print-back")) } }
    }
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

/// What every row of a list is drawn with.
struct Sight<'s> {
    call: &'s Call<'s>,
    loaded: &'s Loaded,
    names: &'s Naming<'s>,
    labels: &'s Labels<'s>,
    neutral: &'s Neutral<'s>,
    open: &'s BTreeSet<String>,
}

fn one(sight: &Sight<'_>, ix: PostIx, post: &Post) -> Markup {
    let (call, read) = (sight.call, &sight.loaded.read);
    let key = read.corpus.key(post);
    let span = read.corpus.sighting(post.first_sighting()).map(|seen| read.corpus.span(seen));
    let statement = read.rows.statement(ix).and_then(|place| read.statements.list().get(place));
    let account = post.account().and_then(|account| read.corpus.account(account));
    let counts: Vec<(Unit, Count)> =
        COLUMNS.iter().filter_map(|unit| Some((*unit, read.rows.count(ix, *unit)?))).collect();
    html! {
        li.post id={"p-" (ix.0)} tabindex="0" {
            div.who {
                label.check { input type="checkbox" name="post" value=(key) form="bulk"; span.vh { (call.text("web-labels-choose")) } b { @match post.published() { Some(stamp) => (moment(call, stamp)), None => (call.text("web-no-date")) } } }
                span.faint { (account_name(call, account)) " · " (call.text(&format!("web-kind-{}", kind(post.kind())))) }
            }
            div.what {
                (sight.neutral.shown(call, read, ix))
                (words(sight, post, &key, ix))
                @for label in sight.labels.get(&key) { " " a.tag href={(call.at("posts")) "?" (asking("label", label))} { (safe_text(label)) } }
            }
            div.counts {
                @for (unit, count) in &counts { span { (call.words.count(*count, *unit)) } }
                @if counts.is_empty() { span.faint { (call.text("web-not-shown")) } }
            }
            div.from {
                @if let Some(statement) = statement { a href={(call.at("statements")) "/" (statement.id)} { (sight.names.named(call, statement)) } }
                @if let Some(span) = &span { " " a.ev href={(call.at("evidence")) "#" (span.item)} { (safe_text(span.to_string().split(' ').next().unwrap_or_default())) } }
            }
        }
    }
}

/// A question of one name.
pub(crate) fn asking(name: &str, value: &str) -> String {
    form_urlencoded::Serializer::new(String::new()).append_pair(name, value).finish()
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
fn words(sight: &Sight<'_>, post: &Post, key: &str, ix: PostIx) -> Markup {
    let (call, read) = (sight.call, &sight.loaded.read);
    let text = read.corpus.text(post);
    let back = format!("{}?{}#p-{}", call.path, again(call, None), ix.0);
    if sight.open.contains(key) {
        return html! {
            blockquote.shown { (safe_lines(text.reveal())) }
            (neutral::write(call, sight.loaded, key, &back))
            a href={(call.path) "#p-" (ix.0)} { (call.text("web-hide")) }
        };
    }
    let characters = text.map(|text| text.trim().chars().count()).into_revealed();
    if characters == 0 {
        // There is nothing to show, and nothing that has to be hidden.
        return html! { p.hid-note { (call.text("web-wordless")) } };
    }
    if call.session.spared {
        return html! { p.hid-note { (summary(call, read, post, ix, characters)) } };
    }
    html! {
        p.hid-note { (call.say("web-hidden", &[("characters", characters.into())])) }
        form.reveal method="post" action=(call.at("reveal")) {
            (token(call))
            input type="hidden" name="post" value=(key);
            input type="hidden" name="back" value=(back);
            button.btn.plain.s { (call.text("web-reveal")) }
        }
    }
}

/// What stands in the place of words for whoever is spared them: the form of a post, and nothing of its content.
pub(crate) fn summary(call: &Call<'_>, read: &Read, post: &Post, ix: PostIx, characters: usize) -> String {
    let kind = call.text(&format!("web-kind-{}", kind(post.kind())));
    let how = match (read.rows.statement(ix), read.statements.likeness(ix)) {
        (None, _) | (_, None) => "web-summary-alone",
        (_, Some(Likeness::Anchor)) => "web-summary-first",
        (_, Some(Likeness::Exact)) => "web-summary-exact",
        (_, Some(Likeness::Near)) => "web-summary-near",
    };
    call.say(how, &[("kind", kind.into()), ("characters", characters.into())])
}

/// The words line by line, with marks that turn the direction of writing made visible.
pub(crate) fn safe_lines(text: &str) -> Markup {
    html! { @for (number, line) in text.lines().enumerate() { @if number > 0 { br; } (safe_text(line)) } }
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
