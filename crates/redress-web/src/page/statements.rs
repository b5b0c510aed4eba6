//! The statements: posts that say the same, with how their wordings differ.

use super::naming::Naming;
use super::neutral::{self, Neutral};
use super::pager::Part;
use super::posts::{account_name, moment, safe_lines, summary};
use super::statement_list::{Asked, apart, beside, counted, form, total};
use super::which_fact::first_about;
use crate::call::Call;
use crate::loaded::Loaded;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::{card, token};
use maud::{Markup, html};
use redress_analysis::{Likeness, Statement};
use redress_base::Stamp;
use redress_case::StatementRow;
use redress_facts::Scope;
use redress_posts::PostIx;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;
use std::collections::BTreeSet;

/// Members that are listed at once.
const MEMBERS: usize = 100;

/// The statements as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Statements) };

/// The statements.
#[derive(Serialize, JsonSchema)]
struct Statements<'r> {
    /// Those that a person has taken up, then the largest of the others.
    statements: Vec<&'r StatementRow>,
    /// How many there are in all, whatever is looked for.
    total: u64,
    /// How many of them have what is looked for; nothing where nothing is.
    #[serde(skip_serializing_if = "Option::is_none")]
    found: Option<usize>,
    /// How many single comments and reposts, which are no statement of their own, have the words that are looked for; nothing
    /// where none are. They stand among the posts.
    #[serde(skip_serializing_if = "Option::is_none")]
    singles: Option<usize>,
    /// After how many of those that nobody took up the listed ones begin.
    skip: usize,
    /// Those that nobody took up, the largest first.
    listed: Vec<Listed>,
    /// Posts by which statements were taken up and which are in no file that counts.
    lost: Vec<&'r str>,
}

/// A statement that nobody took up.
#[derive(Serialize, JsonSchema)]
struct Listed {
    /// Its id.
    id: String,
    /// How many posts say so.
    members: usize,
    /// Of these, word for word like the first.
    exact: usize,
    /// How many accounts posted them.
    accounts: usize,
    /// When the first was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    first: Option<Stamp>,
}

/// Statements of one page.
const STATEMENTS: usize = 30;

/// Those that nobody took up, the largest first; and which part of them is asked for.
fn others<'l>(
    call: &Call<'_>,
    loaded: &'l Loaded,
    asked: &Asked,
) -> Result<(Vec<&'l Statement>, Part), Wrong> {
    let taken = taken_up(loaded);
    // Single comments and reposts say nothing that others repeat; they stand among the posts.
    let foremost = loaded.read.statements.foremost().iter();
    let open = foremost.filter(|one| !taken.contains(one.id.as_str()));
    let all: Vec<&Statement> = open.filter(|one| asked.fits(loaded, one, false)).collect();
    let part = Part::asked(call, STATEMENTS, all.len())?;
    Ok((all.into_iter().skip(part.skip).take(part.most).collect(), part))
}

/// The ids of those that somebody took up.
fn taken_up(loaded: &Loaded) -> BTreeSet<&str> {
    loaded.result.statements.iter().filter(|row| row.taken_up).map(|row| row.id.as_str()).collect()
}

fn listed(loaded: &Loaded, one: &Statement) -> Listed {
    let corpus = &loaded.read.corpus;
    let posts = || one.members.iter().filter_map(|ix| corpus.post(*ix));
    let accounts: BTreeSet<u32> =
        posts().filter_map(|post| post.account()).map(|account| account.0).collect();
    let first = corpus.post(one.anchor).and_then(redress_posts::Post::published);
    let (members, exact) = (one.members.len(), one.exact);
    Listed { id: one.id.clone(), members, exact, accounts: accounts.len(), first }
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let loaded = call.loaded()?;
    let asked = Asked::of(call, &loaded)?;
    let (others, part) = others(call, &loaded, &asked)?;
    let shown = |row: &&StatementRow| {
        let found = loaded.read.statements.find(&row.id);
        !asked.narrows() || found.is_some_and(|one| asked.fits(&loaded, one, row.taken_up))
    };
    let statements: Vec<&StatementRow> = loaded.result.statements.iter().filter(shown).collect();
    let mine = statements.iter().filter(|row| row.taken_up).count();
    super::value(&Statements {
        found: asked.narrows().then(|| mine.saturating_add(part.total)),
        singles: asked.singles(&loaded, &taken_up(&loaded)),
        statements,
        total: total(&loaded),
        skip: part.skip,
        listed: others.into_iter().map(|one| listed(&loaded, one)).collect(),
        lost: super::aside::lost(&loaded).into_keys().collect(),
    })
}

/// Lists them.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let loaded = call.loaded()?;
    let result = &*loaded.result;
    let names = Naming::of(call, &loaded);
    let (read, neutral) = (&loaded.read, Neutral::of(&loaded));
    let (asked, open) = (Asked::of(call, &loaded)?, call.app.sessions().shown(call.name, call.case()));
    let row = |row: &Listed, named: bool| {
        let args =
            [("members", row.members.into()), ("exact", row.exact.into()), ("accounts", row.accounts.into())];
        let aside =
            result.protected.iter().any(|one| one.scope == Scope::Statement(row.id.clone()) && one.set_aside);
        let found = read.statements.find(&row.id);
        let anchor = found.map(|one| one.anchor);
        html! {
            li id=(row.id) {
                div {
                    h3 { a href={(call.at("statements")) "/" (row.id)} { (names.name(call, &row.id)) } @if aside { " " span.tag { (call.text("report-set-aside")) } } }
                    p.muted { (call.say("report-statement", &args)) }
                    @if let Some(one) = found { (apart(call, &loaded, &open, one, named)) }
                    @if let Some(anchor) = anchor { (neutral.shown(call, read, anchor)) }
                }
                span.aside { @if let Some(first) = row.first { (moment(call, first)) } @else { (call.text("web-no-date")) } }
            }
        }
    };
    let mine = result.statements.iter().filter(|row| row.taken_up);
    let taken = mine.clone().count();
    let mine = mine.filter_map(|one| read.statements.find(&one.id));
    let mine: Vec<Listed> =
        mine.filter(|one| asked.fits(&loaded, one, true)).map(|one| listed(&loaded, one)).collect();
    let (others, part) = others(call, &loaded, &asked)?;
    let body = html! {
        (super::aside::told(call, &loaded))
        (form(call))
        @if asked.shows(true) { (card("taken-up", &call.text("web-statements-mine"), &html! {
            @if mine.is_empty() { p { (call.text(if taken == 0 { "web-statements-none" } else { "web-statements-none-found" })) } }
            ul.lines { @for one in &mine { (row(one, false)) } }
        })) }
        @if part.total == 0 && asked.shows(false) && asked.narrows() { p role="status" { (call.text("web-statements-none-open")) } }
        @if let Some(singles) = asked.singles(&loaded, &taken_up(&loaded)).filter(|_| asked.shows(false)) { (beside(call, singles)) }
        @if part.total > 0 { (card("others", &call.text("web-statements-others"), &html! {
            ul.lines { @for one in others { (row(&listed(&loaded, one), true)) } }
            (part.shown(call, "others"))
        })) }
        (counted(call, &loaded, taken))
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
    /// After how many of them the listed ones begin.
    skip: usize,
    /// They begin with the first one.
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
    /// What somebody who read it says of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<neutral::Said>,
}

fn one_data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let loaded = call.loaded()?;
    let read = &loaded.read;
    let id = call.parts.get("statement").map_or("", String::as_str);
    let statement = read.statements.resolve(&read.corpus, id).ok_or(Wrong::NotFound)?;
    let neutral = Neutral::of(&loaded);
    let member = |ix: &PostIx| {
        let post = read.corpus.post(*ix)?;
        let account = post.account().and_then(|account| read.corpus.account(account));
        let likeness = word(read.statements.likeness(*ix));
        let (post, published, summary) = (read.corpus.key(post), post.published(), neutral.data(read, *ix));
        let account = account.map(redress_posts::Account::number);
        Some(Member { post, published, account, likeness, summary })
    };
    let part = Part::asked(call, MEMBERS, statement.members.len())?;
    let members = statement.members.iter().skip(part.skip).take(part.most).filter_map(member).collect();
    let (total, wordings, skip) = (part.total, statement.wordings, part.skip);
    super::value(&One { id: statement.id.clone(), total, wordings, skip, members })
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
    let names = Naming::of(call, &loaded);
    let name = names.named(call, statement);
    let lead = names
        .in_papers(&statement.id)
        .map(|number| call.say("web-statement-in-papers", &[("number", number.into())]));
    let open = call.app.sessions().shown(call.name, call.case());
    let neutral = Neutral::of(&loaded);
    let part = Part::asked(call, MEMBERS, statement.members.len())?;
    let members = statement.members.iter().skip(part.skip).take(part.most);
    let back = call.here();
    let mine = loaded.result.statements.iter().any(|row| row.taken_up && row.id == statement.id);
    let body = html! {
        // What can be done with it stands before the posts, however many they are.
        section.card #acts {
            @if !mine { p { (call.text("web-statement-take-up")) } }
            div.row {
                @if !mine { a.btn.main href=(first_about(call, &loaded, &statement.id)) { (call.text("web-statement-first")) } }
                a.btn.main[mine] href={(call.at("facts")) "?statement=" (statement.id)} { (call.text("web-statement-facts")) }
                a.btn href={(call.at("step")) "?statement=" (statement.id)} { (call.text("web-statement-step")) } }
        }
            (card("members", &call.text("web-members"), &html! {
    p.muted { (call.say("web-members-wordings", &[("wordings", statement.wordings.into())])) }
                div.scroll tabindex="0" { table.tbl {
                    thead { tr { @for head in ["time", "account", "likeness", "words"] { th scope="col" { (call.text(&format!("web-member-{head}"))) } } } }
                    tbody { @for member in members { @if let Some(post) = read.corpus.post(*member) {
                        @let key = read.corpus.key(post);
                        tr {
                            td { @match post.published() { Some(stamp) => (moment(call, stamp)), None => (call.text("web-no-date")) } }
                            td { (account_name(call, post.account().and_then(|account| read.corpus.account(account)))) }
                            td { (likeness(call, read.statements.likeness(*member), read.statements.shared_with_anchor(&read.corpus, *member))) }
                            td {
                                (neutral.shown(call, read, *member))
                                @if open.contains(&key) { blockquote.shown { (safe_lines(read.corpus.text(post).reveal())) } (neutral::write(call, &loaded, &key, &back)) }
                                @else if call.session.spared { (summary(call, read, post, *member, read.corpus.text(post).map(|text| text.chars().count()).into_revealed())) }
                                @else { form.reveal method="post" action=(call.at("reveal")) { (token(call)) input type="hidden" name="post" value=(key); input type="hidden" name="back" value=(back); button.btn.plain.s { (call.text("web-reveal")) } } }
                            }
                        }
                    } } }
                } }
                (part.shown(call, "members"))
                p { a href={(call.at("posts")) "?statement=" (statement.id)} { (call.text("web-members-all")) } }
            }))
        };
    Ok(Reply::Page(Leaf::new(name, lead, body)))
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
