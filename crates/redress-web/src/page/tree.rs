//! Repost trees: what was captured of who forwarded what, by the local numbers of the accounts.

use super::posts::{account_name, asking, moment};
use crate::call::Call;
use crate::loaded::{Loaded, Read};
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::card;
use maud::{Markup, html};
use redress_analysis::{RepostTree, Top};
use redress_base::Stamp;
use redress_posts::PostIx;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;
use std::cell::Cell;
use std::collections::VecDeque;

/// One tree as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(OneTree) };

/// Trees that are listed.
const LISTED: usize = 10;
/// Reposts that are drawn of one tree.
const DRAWN: usize = 200;
/// Levels that are drawn one in another; below, their number stands there.
const LEVELS: usize = 8;

/// A tree with its reposts. No word of a post is in here.
#[derive(Serialize, JsonSchema)]
struct OneTree {
    /// How large it is.
    tree: RepostTree,
    /// Its reposts, each behind the one that it forwards; at most as many as are named.
    reposts: Vec<Repost>,
}

/// A captured repost in a tree.
#[derive(Serialize, JsonSchema)]
struct Repost {
    /// Its key.
    key: String,
    /// The key of what it forwards.
    of: String,
    /// The local number of its account.
    account: Option<u32>,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<Stamp>,
}

/// Reposts that are named of one tree.
const NAMED: usize = 10_000;

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let loaded = call.loaded()?;
    let read = &loaded.read;
    let tree = call.asked("post").and_then(|key| read.trees.of(key)).ok_or(Wrong::NotFound)?;
    let mut reposts: Vec<Repost> = Vec::new();
    // The nearest to the top first, so that what is left out is furthest from it.
    let mut next: VecDeque<(PostIx, String)> =
        tree.first.iter().map(|ix| (*ix, key(tree).to_owned())).collect();
    while let Some((ix, of)) = next.pop_front().filter(|_| reposts.len() < NAMED) {
        let Some(post) = read.corpus.post(ix) else { continue };
        let account = post.account().and_then(|account| read.corpus.account(account));
        let key = read.corpus.key(post);
        next.extend(read.trees.below(ix).iter().map(|below| (*below, key.clone())));
        reposts.push(Repost {
            key,
            of,
            account: account.map(|one| one.number()),
            published: post.published(),
        });
    }
    super::value(&OneTree { tree: tree.clone(), reposts })
}

/// The largest trees, on the page of the spread.
pub(crate) fn trees(call: &Call<'_>, loaded: &Loaded) -> Markup {
    let (read, trees) = (&loaded.read, loaded.read.trees.list());
    let row = |tree: &RepostTree| {
        html! { tr {
            td { a href={(call.at("spread/tree")) "?" (asking("post", key(tree)))} { (top(call, read, tree)) } }
            td.r { (call.words.number(tree.size)) }
            td.r { (call.words.number(tree.depth)) }
            td.r { (call.words.number(tree.breadth)) }
            td.r { (call.words.number(tree.gaps)) }
        } }
    };
    card(
        "trees",
        &call.text("web-trees"),
        &html! {
            p.muted { (call.text("web-trees-what")) }
            @if trees.is_empty() { p { (call.text("web-trees-none")) } }
            @else {
                p.muted { (call.say("web-trees-shown", &[("shown", trees.len().min(LISTED).into()), ("total", trees.len().into())])) }
                div.scroll tabindex="0" { table.tbl {
                    thead { tr { th scope="col" { (call.text("web-tree-top")) } @for head in ["size", "depth", "breadth", "gaps"] { th.r scope="col" { (call.text(&format!("web-tree-{head}"))) } } } }
                    tbody { @for tree in trees.iter().take(LISTED) { (row(tree)) } }
                } }
            }
            (apart(call, read))
        },
    )
}

/// Captured reposts that stand in no tree, and why.
fn apart(call: &Call<'_>, read: &Read) -> Markup {
    let counts = [("web-trees-loose", read.trees.loose()), ("web-trees-circular", read.trees.circular())];
    html! { @for (code, count) in counts { @if count > 0 { p.small.muted { (call.say(code, &[("count", count.into())])) } } } }
}

fn key(tree: &RepostTree) -> &str {
    match &tree.top {
        Top::Captured(key) | Top::Absent(key) => key,
    }
}

/// The post at the top: who posted it and when, where it is in the file.
fn top(call: &Call<'_>, read: &Read, tree: &RepostTree) -> String {
    match &tree.top {
        Top::Captured(key) => read.corpus.find(key).map_or_else(|| key.clone(), |ix| who(call, read, ix)),
        Top::Absent(key) => format!("{} ({key})", call.text("web-tree-absent")),
    }
}

/// The local number of an account, and when it posted.
pub(crate) fn who(call: &Call<'_>, read: &Read, ix: PostIx) -> String {
    let Some(post) = read.corpus.post(ix) else { return String::new() };
    let account = account_name(call, post.account().and_then(|account| read.corpus.account(account)));
    let when = post.published().map_or_else(|| call.text("web-no-date"), |stamp| moment(call, stamp));
    format!("{account} · {when}")
}

/// Shows one tree.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let loaded = call.loaded()?;
    let read = &loaded.read;
    let tree = call.asked("post").and_then(|key| read.trees.of(key)).ok_or(Wrong::NotFound)?;
    let left = Cell::new(DRAWN);
    let drawn = branch(call, read, &tree.first, LEVELS, &left);
    let shown = DRAWN - left.get();
    let body = html! {
        (card("tree", &top(call, read, tree), &html! {
            p.muted { (call.text("web-trees-what")) }
            dl.figs.four { @for (name, count) in [("size", tree.size), ("depth", tree.depth), ("breadth", tree.breadth), ("gaps", tree.gaps)] {
                div.fig { dt { (call.text(&format!("web-tree-{name}"))) } dd { (call.words.number(count)) } }
            } }
            p.small.muted { (call.say("web-tree-most", &[("shown", shown.into()), ("total", tree.size.into())])) }
            div.tree { (drawn) }
        }))
        div.row { a.btn href={(call.at("spread")) "#trees"} { (call.text("web-nav-spread")) } }
    };
    Ok(Reply::Page(Leaf::new(call.text("web-tree"), Some(call.text("web-tree-lead")), body)))
}

/// Some reposts with those below them; levels that are not drawn say how many stand there.
fn branch(call: &Call<'_>, read: &Read, posts: &[PostIx], levels: usize, left: &Cell<usize>) -> Markup {
    let one = |ix: PostIx| {
        left.set(left.get().saturating_sub(1));
        let below = read.trees.below(ix);
        let count = || call.say("web-tree-below", &[("count", below.len().into())]);
        html! { li {
            @if below.is_empty() { (who(call, read, ix)) }
            @else if levels <= 1 || left.get() == 0 { (who(call, read, ix)) " · " (count()) }
            @else { details { summary { (who(call, read, ix)) " · " (count()) } (branch(call, read, below, levels - 1, left)) } }
        } }
    };
    html! { ul { @for ix in posts { @if left.get() > 0 { (one(*ix)) } } } }
}
