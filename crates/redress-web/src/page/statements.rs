//! The statements: posts that say the same, with how their wordings differ.

use super::posts::{account_name, moment, safe_lines, summary};
use crate::call::Call;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::{card, token};
use maud::{Markup, html};
use redress_analysis::Likeness;
use redress_base::Stamp;
use redress_case::StatementRow;
use redress_facts::Scope;
use redress_posts::PostIx;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

/// Members that are listed at once.
const MEMBERS: usize = 100;

/// The statements as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Statements) };

/// The statements.
#[derive(Serialize, JsonSchema)]
struct Statements<'r> {
    /// Those that a person has taken up, then the largest of the others.
    statements: &'r [StatementRow],
    /// How many there are in all.
    total: u64,
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let loaded = call.loaded()?;
    super::value(&Statements { statements: &loaded.result.statements, total: loaded.result.statements_total })
}

/// Lists them.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let loaded = call.loaded()?;
    let result = &*loaded.result;
    let names = redress_report::names(result, call.words);
    let row = |row: &StatementRow| {
        let args =
            [("members", row.members.into()), ("exact", row.exact.into()), ("accounts", row.accounts.into())];
        let aside =
            result.protected.iter().any(|one| one.scope == Scope::Statement(row.id.clone()) && one.set_aside);
        html! {
            li id=(row.id) {
                div {
                    h3 { a href={(call.at("statements")) "/" (row.id)} { (names.get(row.id.as_str()).unwrap_or(&row.id)) } @if aside { " " span.tag { (call.text("report-set-aside")) } } }
                    p.muted { (call.say("report-statement", &args)) }
                }
                span.aside { @if let Some(first) = row.first.and_then(|first| first.at.beijing_date()) { (call.words.date(first)) } @else { (call.text("web-no-date")) } }
            }
        }
    };
    let (mine, others): (Vec<_>, Vec<_>) = result.statements.iter().partition(|row| row.taken_up);
    let body = html! {
        (card("taken-up", &call.text("web-statements-mine"), &html! {
            @if mine.is_empty() { p { (call.text("web-statements-none")) } }
            ul.lines { @for one in &mine { (row(one)) } }
        }))
        @if !others.is_empty() { (card("others", &call.text("web-statements-others"), &html! {
            p.muted { (call.say("web-statements-shown", &[("shown", others.len().into()), ("total", result.statements_total.into())])) }
            ul.lines { @for one in &others { (row(one)) } }
        })) }
    };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-statements"), Some(call.text("web-statements-lead")), body)))
}

/// One of them as data.
pub(crate) const ONE: Data = Data { make: one_data, schema: || schema_for!(One) };

/// One statement, with the posts that say so. No word of a post is in here.
#[derive(Serialize, JsonSchema)]
struct One {
    /// Its id.
    id: String,
    /// How many posts say so.
    total: usize,
    /// In how many different wordings.
    wordings: usize,
    /// The first of them.
    members: Vec<Member>,
}

/// A post that says so.
#[derive(Serialize, JsonSchema)]
struct Member {
    /// Platform and id.
    post: String,
    /// When it was published, and by whose clock.
    published: Option<Stamp>,
    /// The local number of its account.
    account: Option<u32>,
    /// How its words compare with the first one's: `first`, `exact` or `near`.
    likeness: &'static str,
}

fn one_data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let loaded = call.loaded()?;
    let read = &loaded.read;
    let id = call.parts.get("statement").map_or("", String::as_str);
    let statement = read.statements.resolve(&read.corpus, id).ok_or(Wrong::NotFound)?;
    let member = |ix: &PostIx| {
        let post = read.corpus.post(*ix)?;
        let account = post.account().and_then(|account| read.corpus.account(account));
        let likeness = word(read.statements.likeness(*ix));
        let (post, published) = (read.corpus.key(post), post.published());
        Some(Member { post, published, account: account.map(redress_posts::Account::number), likeness })
    };
    let members = statement.members.iter().take(MEMBERS).filter_map(member).collect();
    let (total, wordings) = (statement.members.len(), statement.wordings);
    super::value(&One { id: statement.id.clone(), total, wordings, members })
}

/// How the words of a post compare with the first one's, in one word.
const fn word(how: Option<Likeness>) -> &'static str {
    match how {
        Some(Likeness::Anchor) => "first",
        Some(Likeness::Exact) => "exact",
        _ => "near",
    }
}

/// One of them, with its members.
pub(crate) fn one(call: &Call<'_>) -> Result<Reply, Wrong> {
    let loaded = call.loaded()?;
    let read = &loaded.read;
    let id = call.parts.get("statement").map_or("", String::as_str);
    let statement = read.statements.resolve(&read.corpus, id).ok_or(Wrong::NotFound)?;
    let names = redress_report::names(&loaded.result, call.words);
    let name = names.get(statement.id.as_str()).cloned().unwrap_or_else(|| statement.id.clone());
    let open = call.app.sessions().shown(call.name, call.case());
    let members = statement.members.iter().take(MEMBERS);
    let body = html! {
        (card("members", &call.text("web-members"), &html! {
            p.muted { (call.say("web-members-shown", &[("shown", statement.members.len().min(MEMBERS).into()), ("total", statement.members.len().into()), ("wordings", statement.wordings.into())])) }
            div.scroll tabindex="0" { table.tbl {
                thead { tr { @for head in ["time", "account", "likeness", "words"] { th scope="col" { (call.text(&format!("web-member-{head}"))) } } } }
                tbody { @for member in members { @if let Some(post) = read.corpus.post(*member) {
                    @let key = read.corpus.key(post);
                    tr {
                        td { @match post.published() { Some(stamp) => (moment(call, stamp)), None => (call.text("web-no-date")) } }
                        td { (account_name(call, post.account().and_then(|account| read.corpus.account(account)))) }
                        td { (likeness(call, read.statements.likeness(*member), read.statements.shared_with_anchor(&read.corpus, *member))) }
                        td {
                            @if open.contains(&key) { blockquote.shown { (safe_lines(read.corpus.text(post).reveal())) } }
                            @else if call.session.spared { (summary(call, read, post, *member, read.corpus.text(post).map(|text| text.chars().count()).into_revealed())) }
                            @else { form.reveal method="post" action=(call.at("reveal")) { (token(call)) input type="hidden" name="post" value=(key); input type="hidden" name="back" value=(call.path); button.btn.plain.s { (call.text("web-reveal")) } } }
                        }
                    }
                } } }
            } }
            p { a href={(call.at("posts")) "?statement=" (statement.id)} { (call.text("web-members-all")) } }
        }))
        p { a.btn href={(call.at("facts")) "?statement=" (statement.id)} { (call.text("web-statement-facts")) } " " a.btn href={(call.at("step")) "?statement=" (statement.id)} { (call.text("web-statement-step")) } }
    };
    Ok(Reply::Page(Leaf::new(name, None, body)))
}

/// How the words of a post compare with the first one's.
fn likeness(call: &Call<'_>, how: Option<Likeness>, shared: Option<(u64, u64)>) -> Markup {
    let code = format!("web-like-{}", word(how));
    let (shared, union) = shared.unwrap_or((0, 0));
    html! {
        (call.text(&code))
        @if how == Some(Likeness::Near) { " " span.faint { (call.say("web-like-shared", &[("shared", shared.into()), ("all", union.into())])) } }
    }
}
