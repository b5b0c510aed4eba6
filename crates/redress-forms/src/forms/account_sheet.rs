//! 账号线索表: the accounts on which the statements were published, as the platforms show them (刑法 246(3), in force 2015-11-01;
//! 法释〔2014〕11号 3, as of 2021-01-01). It names nobody: who stands behind an account, only the competent body finds out.

use crate::parts::{RespondentPart, StatementPart, StepPart, day_zh, moment_zh, posted_number, tell_more};
use crate::{FormKind, Source};
use redress_base::Instant;
use redress_case::Capacity;
use redress_paper::{Block, Cell, ExhibitRef, Pen, Run, Style};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// One post of an account.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct SheetRow {
    /// Platform.
    pub platform: String,
    /// Account, as shown; absent where the material does not show it.
    pub account: Option<String>,
    /// The platform's own number of the account, where the material gives it beside the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_id: Option<String>,
    /// What the account posted is laid to somebody of whom it is known who they are.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub known: bool,
    /// When it was posted (Beijing).
    pub on: Option<String>,
    /// The statement that it says.
    pub statement: String,
    /// Its number in every paper of the case.
    pub number: u64,
    /// The post, by its key in the file.
    pub post: String,
    /// Where it can be opened.
    pub link: Option<String>,
    /// Where it stands in the evidence.
    pub exhibit: Option<ExhibitRef>,
}

/// The input of the account sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct AccountSheetInput {
    /// Every post of the statements taken up, account by account.
    pub rows: Vec<SheetRow>,
    /// Statements and parties of the other side that this paper leaves out.
    pub left_out: Vec<String>,
    /// How many more posts of those statements there are than rows.
    #[serde(skip_serializing_if = "crate::parts::nothing")]
    pub more: u64,
    /// Accounts that a person named for somebody unknown, in their words.
    pub named: Vec<String>,
    /// What was asked of whom so far.
    pub asked: Vec<StepPart>,
    /// For whom the sheet is.
    pub addressee: Option<String>,
    /// The day.
    pub date: Option<String>,
}

/// The form.
pub(super) struct AccountSheet;

impl FormKind for AccountSheet {
    type Input = AccountSheetInput;
    const ID: &'static str = "account-sheet";
    const TEXT: &'static str = include_str!("../../../../forms/account-sheet/form.toml");
    const DETAILS: &'static [(Capacity, &'static [&'static str])] = &[(Capacity::Respondent, &["accounts"])];
    const QUOTES: bool = true;

    fn fill(source: &Source<'_>) -> AccountSheetInput {
        let unknown = RespondentPart::all(source).into_iter().filter(|one| one.unknown);
        let asked: [(&str, &[&str]); 3] = [
            ("police-help", &["requested", "court-asked", "platform-asked", "collected", "cannot-collect"]),
            ("civil-suit", &["disclosure-asked", "disclosure-ordered", "disclosed", "disclosure-refused"]),
            ("public-prosecution", &["reported", "taken"]),
        ];
        let rows = rows(source);
        AccountSheetInput {
            left_out: source.all_left_out(),
            more: StatementPart::unprinted(source, rows.len()),
            rows,
            named: unknown.filter_map(|one| one.named_accounts).collect(),
            asked: asked
                .into_iter()
                .flat_map(|(procedure, events)| StepPart::all(source, procedure, events))
                .collect(),
            addressee: None,
            date: Some(day_zh(source.today)),
        }
    }

    fn lay(input: &AccountSheetInput, pen: &mut Pen<'_>) {
        pen.title();
        pen.note(&["names-nobody", "as-shown", "do-not-search"]);
        if let Some(addressee) = &input.addressee {
            let runs = pen.say_with("addressee", &[("words", vec![Run::filled(addressee.as_str())])]);
            pen.paragraph(runs);
        }
        pen.heading(1, "accounts");
        if input.rows.is_empty() && input.named.is_empty() {
            let runs = pen.absent("accounts-needed", "rows");
            pen.paragraph(runs);
        }
        if !input.rows.is_empty() {
            table(&input.rows, pen);
        }
        tell_more(pen, input.more);
        if !input.named.is_empty() {
            pen.heading(2, "named");
            let items = input.named.iter().map(|words| vec![Run::filled(words.as_str())]).collect();
            pen.block(Block::List { ordered: true, items });
        }
        pen.heading(1, "finders");
        pen.tell("finders-lead");
        let items = ["finder-court", "finder-police-help", "finder-police"].map(|key| pen.say(key));
        pen.block(Block::List { ordered: true, items: items.to_vec() });
        if !input.asked.is_empty() {
            pen.heading(1, "asked");
            StepPart::lay_all(pen, &input.asked);
        }
        let date = pen.value("date", "date", input.date.as_deref());
        pen.block(Block::Signature { lines: vec![pen.say("prepared-by"), date] });
    }

    fn day(input: &AccountSheetInput) -> Option<&str> {
        input.date.as_deref()
    }
}

/// An account as the sheet tells accounts apart: by the platform's own number, else by the name shown.
type AccountKey = (String, Option<String>);

/// Posts of the statements that stand in filings; what Article 10 sets aside is not among them (指导意见 10, in force 2023-09-20).
/// Account by account, the one that posted first in front, undated and hidden ones last; of each the earliest post first.
fn rows(source: &Source<'_>) -> Vec<SheetRow> {
    let parties = source.state.parties();
    let somebodys: BTreeSet<&String> = parties
        .values()
        .filter(|party| party.capacity == Capacity::Respondent && !party.identity_unknown)
        .flat_map(|party| &party.statements)
        .collect();
    let key = |row: &SheetRow| -> AccountKey {
        (row.platform.clone(), row.account_id.clone().or_else(|| row.account.clone()))
    };
    let mut rows: Vec<(Option<Instant>, SheetRow)> = Vec::new();
    for statement in StatementPart::all(source) {
        for quote in source.quotes.get(&statement.id).into_iter().flatten() {
            let row = SheetRow {
                platform: quote.platform.clone(),
                account: quote.account.clone(),
                account_id: quote.account_id.clone(),
                known: somebodys.contains(&quote.post),
                on: quote.published.map(|stamp| moment_zh(stamp.at)),
                statement: statement.id.clone(),
                number: statement.number,
                post: quote.post.clone(),
                link: quote.link.clone(),
                exhibit: quote.span.as_ref().and_then(|span| source.exhibit(span.item)),
            };
            rows.push((quote.published.map(|stamp| stamp.at), row));
        }
    }
    // Of what no account is shown, nobody can say that two posts are of one.
    let known: BTreeSet<AccountKey> = rows
        .iter()
        .filter(|(_, row)| row.known)
        .map(|(_, row)| key(row))
        .filter(|key| key.1.is_some())
        .collect();
    let mut first: BTreeMap<AccountKey, Option<Instant>> = BTreeMap::new();
    for (at, row) in &rows {
        let earliest = first.entry(key(row)).or_insert(*at);
        *earliest = [*earliest, *at].into_iter().flatten().min();
    }
    let place = |(at, row): &(Option<Instant>, SheetRow)| {
        let own = key(row);
        let began = first.get(&own).copied().flatten();
        (own.1.is_none(), began.is_none(), began, own, at.is_none(), *at, row.post.clone(), row.number)
    };
    rows.sort_by_cached_key(place);
    let mut rows: Vec<SheetRow> = rows.into_iter().map(|(_, row)| row).collect();
    rows.iter_mut().for_each(|row| row.known = row.known || known.contains(&key(row)));
    rows.dedup();
    rows
}

fn table(rows: &[SheetRow], pen: &mut Pen<'_>) {
    let mut cells = Vec::new();
    for (number, row) in (1_usize..).zip(rows) {
        let mut account = vec![match &row.account {
            Some(account) => vec![Run::named(account.as_str())],
            None => pen.say("account-hidden"),
        }];
        let id =
            |id: &String| pen.say_with("account-id", &[("id", vec![Run::new(id.as_str(), Style::Code)])]);
        account.extend(row.account_id.iter().map(id));
        account.extend(row.known.then(|| pen.say("account-known")));
        let mut post = vec![vec![Run::new(posted_number(&row.post), Style::Code)]];
        post.extend(row.link.iter().map(|link| vec![Run::new(link.as_str(), Style::Code)]));
        cells.push(vec![
            Cell::of(vec![Run::filled(number.to_string())]),
            Cell::of(vec![Run::filled(row.platform.as_str())]),
            Cell::tall(account),
            Cell::of(row.on.iter().map(|on| Run::filled(on.as_str())).collect()),
            Cell::of(pen.statement(row.number)),
            Cell::tall(post),
            Cell::of(pen.exhibits(&row.exhibit.into_iter().collect::<Vec<_>>())),
        ]);
    }
    let heads = ["exhibit-number", "platform", "account", "posted", "statement", "post", "exhibit"];
    pen.table("accounts", vec![1, 2, 3, 4, 2, 5, 3], &heads, cells);
}
