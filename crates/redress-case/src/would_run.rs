//! The limits that would run from the days of the posts of statements that nobody has taken up.
//!
//! A limit belongs to a statement, and nothing is one before a person says so; its days pass all the same. So the limits of the
//! person's own that the book counts from the act are shown with the days of the posts, as what would run and not as what runs.
//! Of a statement that was taken up the limits themselves are shown; those of the others stay until somebody takes them up.

use crate::assemble::Input;
use redress_base::{Article, Date, Stamp, Value};
use redress_facts::{Claim, Datum, Scope, Sheet, Standing};
use redress_law::period::Period;
use redress_law::{Body, Deadline, DeadlineOutcome, Facts, Label};
use redress_posts::PostIx;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The fact from which these limits are counted.
const ACT: &str = "act_date";

/// A limit that would run from the days of the posts, if one of them were taken up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WouldRun {
    /// Its name in the book.
    pub id: String,
    /// What it is.
    pub label: Label,
    /// Whether it would not be over for at least one post.
    pub ahead: bool,
    /// The earliest day of a post for which it would not be over yet, or the latest of all where it would be over for every
    /// post; that day itself is not counted.
    #[schemars(with = "String")]
    pub from: Date,
    /// Its last day counted from there, computed strictly.
    #[schemars(with = "String")]
    pub due: Date,
    /// Its last day counted from the latest post.
    #[schemars(with = "String")]
    pub last_due: Date,
    /// How many days of posts lie so far back that it would be over for them.
    pub over: u64,
    /// What is lost if it passes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warn: Option<Label>,
    /// Where the law says so.
    pub cites: Vec<Article>,
    /// Something of the provision was not checked.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unverified: bool,
}

/// The limits of the person's own that would run from the posts, the nearest first, and last those that would be over for all of
/// them. The posts of statements that are `taken_up` (by their ids) have limits of their own and count for none of these; none
/// where no other post has a date.
pub fn would_run(input: &Input<'_>, taken_up: &BTreeSet<&str>) -> Vec<WouldRun> {
    let taken = taken_up.iter().filter_map(|id| input.statements.find(id)).flat_map(|one| &one.members);
    let taken: BTreeSet<PostIx> = taken.copied().collect();
    let posts = (0_u32..).map(PostIx).zip(input.corpus.posts());
    let others = posts.filter(|(ix, _)| !taken.contains(ix)).map(|(_, post)| post);
    let days: BTreeSet<Date> = others.filter_map(|post| post.published()?.at.beijing_date()).collect();
    let days: Vec<Date> = days.into_iter().filter(|day| *day <= input.today).collect();
    let limits = input.book.ir().provisions.iter().flat_map(|page| &page.deadlines);
    let own = limits.filter(|one| one.who == Body::Person && one.from.iter().eq([ACT]));
    let mut found: Vec<WouldRun> = own.filter_map(|one| of_days(input, one, &days)).collect();
    found.sort_by(|a, b| (!a.ahead, a.due, &a.id).cmp(&(!b.ahead, b.due, &b.id)));
    found
}

/// One limit, from the first of the days (in order) for which it is not over.
fn of_days(input: &Input<'_>, one: &Deadline, days: &[Date]) -> Option<WouldRun> {
    let due = |day: Date| Period::new(one.length, one.regime).due(day).map(|due| due.strict);
    let over = days.partition_point(|day| due(*day).is_some_and(|due| due < input.today));
    let ahead = days.get(over).copied();
    let from = ahead.or_else(|| days.last().copied())?;
    // Which text of the law speaks of that day, the book says.
    let outcome = outcome(input, from, &one.id)?;
    Some(WouldRun {
        id: outcome.id,
        label: outcome.label,
        ahead: ahead.is_some(),
        from,
        due: outcome.due?,
        last_due: due(*days.last()?)?,
        over: u64::try_from(over).unwrap_or(u64::MAX),
        warn: outcome.warn,
        cites: outcome.cites,
        unverified: outcome.confidence.is_some() || !outcome.unverified.is_empty(),
    })
}

/// What the book says of the limit where an act was on that day, and nothing else is known.
fn outcome(input: &Input<'_>, day: Date, id: &str) -> Option<DeadlineOutcome> {
    let scope = Scope::Statement("st-00000000".to_owned());
    let mut sheet = Sheet::new();
    sheet.add(scope.clone(), ACT, on(day, input.now));
    let rule = |_: &str| Value::UU;
    let facts = Facts { sheet: &sheet, vocabulary: input.vocabulary, scope, today: input.today, rule: &rule };
    input.book.deadlines(&facts).into_iter().find(|one| one.id == id)
}

fn on(day: Date, now: Stamp) -> Claim {
    Claim {
        value: Datum::Date(day),
        standing: Standing::Measured,
        by: "redress".to_owned(),
        as_of: now,
        sources: Vec::new(),
        figure: Some("posts".to_owned()),
        reason: None,
        opposing: false,
        disputed: false,
        named: None,
    }
}
