//! 案卷移送清单 (指导意见 18, in force 2023-09-20, O): what goes over, where each procedure stands, and what the receiving body
//! compares before it signs.

use super::charts_annex::track_name;
use crate::parts::{AccountPart, ExhibitPart, PersonPart, RespondentPart, StatementPart, day_zh, standing};
use crate::{FormKind, Source};
use redress_case::{Capacity, Organ, Transfer};
use redress_paper::{Block, Cell, Pen, Run, Style};
use redress_procedure::{Track, TrackKey};
use redress_words::{Language, Words};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The input of a transfer sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct TransferSheetInput {
    /// 移送机关.
    pub from: Option<String>,
    /// 接收机关.
    pub to: Option<String>,
    /// On which way.
    pub way: Option<Transfer>,
    /// Number of the letter or decision.
    pub number: Option<String>,
    /// Day.
    pub on: Option<String>,
    /// Number of the file.
    pub case_id: Option<String>,
    /// Entries of the ledger before the handing over.
    pub entries: u64,
    /// SHA-256 of the last of them.
    pub head: Option<String>,
    /// 被害人.
    pub victims: Vec<PersonPart>,
    /// 对方当事人, as far as known.
    pub respondents: Vec<RespondentPart>,
    /// Accounts that first posted a statement and are laid to nobody.
    pub accounts: Vec<AccountPart>,
    /// Where each procedure stands.
    pub tracks: Vec<TrackPart>,
    /// What goes over.
    pub exhibits: Vec<ExhibitPart>,
    /// Whether what identifies the parties goes with it.
    pub details: Option<bool>,
}

/// Where a procedure stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TrackPart {
    /// The procedure, Chinese.
    pub procedure: String,
    /// English.
    pub procedure_en: String,
    /// Its state, Chinese.
    pub state: String,
    /// English.
    pub state_en: String,
}

/// The form.
pub(super) struct TransferSheet;

impl FormKind for TransferSheet {
    type Input = TransferSheetInput;
    const ID: &'static str = "transfer-sheet";
    const TEXT: &'static str = include_str!("../../../../forms/transfer-sheet/form.toml");
    const DETAILS: &'static [(Capacity, &'static [&'static str])] =
        &[(Capacity::Victim, &["name"]), (Capacity::Respondent, &["name", "accounts"])];
    const QUOTES: bool = true;

    fn fill(source: &Source<'_>) -> TransferSheetInput {
        // A file that was handed over has its day and bodies on record; before that a person fills them in.
        let last = source.state.handed_over().map(|one| (&one.of, one.seq));
        let result = source.result;
        // Where nobody of the other side is on file, no row asks for them.
        let respondents: Vec<RespondentPart> =
            RespondentPart::all(source).into_iter().filter(|one| one.person.party.is_some()).collect();
        TransferSheetInput {
            victims: standing(source, Capacity::Victim).map(|party| PersonPart::of(source, &party)).collect(),
            accounts: unlaid(source, &respondents),
            respondents,
            from: last.map(|(of, _)| organ(&of.from)),
            to: last.map(|(of, _)| organ(&of.to)),
            way: last.map(|(of, _)| of.transfer),
            number: last.and_then(|(of, _)| of.number.clone()),
            on: last.map(|(of, _)| day_zh(of.on)),
            case_id: Some(source.state.case_id.clone()),
            entries: result.ledger_entries,
            head: Some(result.ledger_head.to_string()),
            tracks: tracks(source),
            exhibits: ExhibitPart::all(source),
            details: last.map(|(of, _)| of.details),
        }
    }

    fn lay(input: &TransferSheetInput, pen: &mut Pen<'_>) {
        pen.title();
        pen.heading(1, "facts");
        about(input, pen);
        pen.heading(1, "parties");
        parties_table(input, pen);
        pen.heading(1, "tracks");
        tracks_table(&input.tracks, pen);
        pen.heading(1, "items");
        items_table(&input.exhibits, pen);
        pen.note_with_caution(&[], "unverified-basis");
        let mut runs = pen.say("receive");
        runs.extend(pen.tick(false, "receive-same"));
        runs.push(Run::plain("　"));
        runs.extend(pen.tick(false, "receive-other"));
        pen.paragraph(runs);
        let keys = ["signed-from", "seal-from", "signed-to", "seal-to", "received-on"];
        let lines = keys.into_iter().map(|key| pen.say(key)).collect();
        pen.block(Block::Signature { lines });
    }

    fn day(input: &TransferSheetInput) -> Option<&str> {
        input.on.as_deref()
    }
}

fn organ(organ: &Organ) -> String {
    let kind = Words::of(Language::ZhHans).say(&format!("forms-body-{}", organ.kind.word()), &[]);
    organ.name.clone().unwrap_or(kind)
}

/// Accounts that first posted a statement which papers name, and that no respondent is said to use.
fn unlaid(source: &Source<'_>, respondents: &[RespondentPart]) -> Vec<AccountPart> {
    let statements = StatementPart::all(source).into_iter();
    let accounts: BTreeSet<AccountPart> = statements
        .filter_map(|one| Some(AccountPart { platform: one.platform?, account: one.account? }))
        .filter(|account| !respondents.iter().any(|one| one.accounts.contains(account)))
        .collect();
    accounts.into_iter().collect()
}

/// Where each procedure stands of which papers tell a step (指导意见 10, in force 2023-09-20): what concerns protected speech alone, or
/// speech of which the article is still open, is not told on the way.
fn tracks(source: &Source<'_>) -> Vec<TrackPart> {
    let told = |track: &Track| track.history.iter().any(|done| source.step_shown(&done.event));
    let of = |(key, track): (&TrackKey, &Track)| {
        let procedure = source.procedures.get(&key.procedure)?;
        let state = procedure.state(&track.state)?;
        let name = track_name(source, &key.track);
        Some(TrackPart {
            procedure: format!("{}{}", procedure.label.zh, name.zh),
            procedure_en: format!("{}{}", procedure.label.en, name.en),
            state: state.label.zh.to_string(),
            state_en: state.label.en.to_string(),
        })
    };
    source.docket.tracks().filter(|(_, track)| told(track)).filter_map(of).collect()
}

fn about(input: &TransferSheetInput, pen: &mut Pen<'_>) {
    let mut rows = Vec::new();
    pen.row(&mut rows, "from", "from", input.from.as_deref());
    pen.row(&mut rows, "to", "to", input.to.as_deref());
    let way = match input.way {
        Some(way) => pen.say(&format!("way-{}", way.word())),
        None => pen.absent("way", "way"),
    };
    rows.push(vec![Cell::label(pen.say("way")), Cell::of(way)]);
    pen.row(&mut rows, "number", "number", input.number.as_deref());
    pen.row(&mut rows, "on", "on", input.on.as_deref());
    pen.row(&mut rows, "case-id", "case_id", input.case_id.as_deref());
    pen.row(&mut rows, "entries", "entries", Some(&input.entries.to_string()));
    let head = input.head.iter().map(|head| Run::new(head.as_str(), Style::Code)).collect();
    rows.push(vec![Cell::label(pen.say("head")), Cell::of(head)]);
    let details = super::complaint::choice(pen, "details", "details", input.details, ("yes", "no"));
    rows.push(vec![Cell::label(pen.say("details")), Cell::of(details)]);
    pen.grid("facts", rows);
}

fn parties_table(input: &TransferSheetInput, pen: &mut Pen<'_>) {
    // Of a file that goes without what identifies the parties, the sheet does not say it either.
    let without = input.details == Some(false);
    let text = |text: &str| Cell::of(vec![Run::filled(text)]);
    // The names of accounts are somebody else's: no character in them stops the sheet.
    let shown_as = |text: &str| Cell::of(vec![Run::named(text)]);
    let name = |person: &PersonPart| text(person.name.as_deref().filter(|_| !without).unwrap_or("——"));
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    // The sheet counts its own rows: what the file calls a party says nothing to who receives it.
    let number = |rows: &[Vec<Cell>]| text(&rows.len().saturating_add(1).to_string());
    for one in &input.victims {
        rows.push(vec![number(&rows), Cell::of(pen.say("party-victim")), name(one), text("——")]);
    }
    for one in &input.respondents {
        let who = if one.unknown { Cell::of(pen.say("party-unknown")) } else { name(&one.person) };
        let shown = RespondentPart {
            named_accounts: one.named_accounts.clone().filter(|_| !without),
            accounts: one.accounts.clone(),
            ..RespondentPart::default()
        };
        let accounts = shown.account_text().unwrap_or_else(|| "——".to_owned());
        rows.push(vec![number(&rows), Cell::of(pen.say("party-respondent")), who, shown_as(&accounts)]);
    }
    for one in &input.accounts {
        let account = shown_as(&format!("{}：{}", one.platform, one.account));
        let capacity = Cell::of(pen.say("party-account"));
        rows.push(vec![number(&rows), capacity, Cell::of(pen.say("party-unknown")), account]);
    }
    if rows.is_empty() {
        pen.tell("parties-none");
        return;
    }
    let heads = ["party-id", "party-capacity", "party-name", "party-accounts"];
    pen.table("parties", vec![2, 3, 4, 5], &heads, rows);
    if without {
        pen.tell("parties-without");
    }
}

fn tracks_table(tracks: &[TrackPart], pen: &mut Pen<'_>) {
    if tracks.is_empty() {
        pen.tell("tracks-none");
        return;
    }
    let rows = tracks.iter().map(|one| {
        vec![
            Cell::of(pen.fixed(&one.procedure, &one.procedure_en)),
            Cell::of(pen.fixed(&one.state, &one.state_en)),
        ]
    });
    let rows = rows.collect();
    pen.table("tracks", vec![1, 1], &["track-procedure", "track-state"], rows);
}

fn items_table(exhibits: &[ExhibitPart], pen: &mut Pen<'_>) {
    if exhibits.is_empty() {
        pen.tell("items-none");
        return;
    }
    let rows = exhibits.iter().map(|one| {
        vec![
            Cell::of(vec![Run::filled(one.at.number.to_string())]),
            Cell::tall(one.called(pen)),
            Cell::of(one.kind_runs(pen)),
            Cell::tall(one.check_values()),
        ]
    });
    let rows = rows.collect();
    let heads = ["exhibit-number", "exhibit-name", "exhibit-kind", "item-check"];
    pen.table("items", vec![1, 4, 3, 7], &heads, rows);
}
