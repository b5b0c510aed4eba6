//! What the two requests for evidence share: one asks the court to have the police help (刑法 246(3), in force 2015-11-01), the
//! other asks the court to collect it (民诉法解释 94, in force 2022-04-10; 法释〔2019〕19号 20, in force 2020-05-01).

use super::civil_claims::places;
use super::complaint::each;
use crate::Source;
use crate::parts::{
    CIVIL_RESPONDENT_DETAILS, CLAIMANT_DETAILS, ClaimantPart, ExhibitPart, PLATFORM_DETAILS, PersonPart,
    RespondentPart, StatementPart, StepPart, day_zh, recorded, standing,
};
use redress_case::Capacity;
use redress_paper::{Cell, Pen, Run};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Why a party cannot get the evidence alone (民诉法解释 94).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Barrier {
    /// An authority keeps it, and parties have no access.
    KeptByAuthority,
    /// It concerns state secrets, business secrets or privacy.
    SecretOrPrivacy,
    /// Another objective cause.
    Other,
}

impl Barrier {
    const fn key(self) -> &'static str {
        match self {
            Barrier::KeptByAuthority => "barrier-kept-by-authority",
            Barrier::SecretOrPrivacy => "barrier-secret-or-privacy",
            Barrier::Other => "barrier-other",
        }
    }
}

/// What is asked for about one account.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct AskPart {
    /// Platform.
    pub platform: Option<String>,
    /// Account, as shown.
    pub account: Option<String>,
    /// Statements that it posted, by their numbers.
    pub statements: Vec<String>,
    /// Who holds the evidence.
    pub holder: Option<String>,
    /// Where the holder can be reached.
    pub holder_address: Option<String>,
    /// 注册实名信息.
    pub identity: Option<bool>,
    /// 登录日志.
    pub logs: Option<bool>,
    /// 浏览、转发等数据.
    pub counts: Option<bool>,
    /// 已删除的内容.
    pub deleted: Option<bool>,
    /// Whatever else.
    pub other: Vec<String>,
    /// For which time.
    pub period: Option<String>,
    /// What else it is to prove.
    pub proves: Option<String>,
}

/// The input of both requests.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct CollectionInput {
    /// 申请人.
    pub claimant: ClaimantPart,
    /// The other side.
    pub respondents: Vec<RespondentPart>,
    /// The suit in which it is asked: its steps on file.
    pub case_steps: Vec<StepPart>,
    /// The suit in words, where no step is on file.
    pub case_words: Option<String>,
    /// 请求事项, one table an account.
    pub asks: Vec<AskPart>,
    /// The kind of obstacle, for a civil request.
    pub barrier: Option<Barrier>,
    /// Statements and parties of the other side that this paper leaves out.
    pub left_out: Vec<String>,
    /// 客观原因.
    pub reason: Option<String>,
    /// 线索: the statements, with what the file already shows.
    pub statements: Vec<StatementPart>,
    /// Other leads.
    pub leads: Vec<String>,
    /// The day on which the term for evidence ends, for a civil request.
    pub evidence_deadline: Option<String>,
    /// 证据目录, from which exhibits are quoted.
    pub exhibits: Vec<ExhibitPart>,
    /// The court.
    pub court: Option<String>,
    /// Day of signing.
    pub date: Option<String>,
}

/// In which kind of case it is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Within {
    /// A private prosecution: the police help.
    PrivateProsecution,
    /// A civil suit: the court collects.
    CivilSuit,
}

/// Which details they print.
pub(super) const DETAILS: &[(Capacity, &[&str])] = &{
    let [victim, relative, guardian, agent] = CLAIMANT_DETAILS;
    let respondent = (Capacity::Respondent, CIVIL_RESPONDENT_DETAILS);
    [victim, relative, guardian, agent, respondent, (Capacity::Platform, PLATFORM_DETAILS)]
};

/// Fills one.
pub(super) fn fill(source: &Source<'_>, within: Within) -> CollectionInput {
    let (procedure, events): (_, &[&str]) = match within {
        Within::PrivateProsecution => ("private-prosecution", &["filed", "filed-again", "accepted"]),
        Within::CivilSuit => ("civil-suit", &["filed", "registered", "evidence-term-set"]),
    };
    let barrier = match recorded::word(source, "self_collection_barrier").as_deref() {
        Some("kept-by-authority") => Some(Barrier::KeptByAuthority),
        Some("secret-or-privacy") => Some(Barrier::SecretOrPrivacy),
        _ => None,
    };
    let statements = StatementPart::all(source);
    let respondents = RespondentPart::all(source);
    CollectionInput {
        left_out: source.all_left_out(),
        claimant: ClaimantPart::of(source),
        case_steps: StepPart::all(source, procedure, events),
        asks: asks(source, &statements, &respondents),
        barrier: barrier.filter(|_| within == Within::CivilSuit),
        evidence_deadline: recorded::day(source, "evidence_deadline_date")
            .filter(|_| within == Within::CivilSuit)
            .map(day_zh),
        statements,
        respondents,
        exhibits: ExhibitPart::all(source),
        date: Some(day_zh(source.today)),
        ..CollectionInput::default()
    }
}

/// One table for each account that posted a statement first, or that is laid to a respondent; those who only passed it on,
/// of whom there may be thousands, a person adds. What is asked follows from what the file lacks: who it is where that is
/// not known, and how far it went where no exact count is on file.
fn asks(source: &Source<'_>, statements: &[StatementPart], respondents: &[RespondentPart]) -> Vec<AskPart> {
    let laid = |quote: &crate::Quote| {
        respondents.iter().flat_map(|one| &one.accounts).any(|known| {
            known.platform == quote.platform && Some(known.account.as_str()) == quote.account.as_deref()
        })
    };
    let mut accounts: BTreeMap<(String, Option<String>), BTreeSet<String>> = BTreeMap::new();
    for one in statements {
        for (at, quote) in source.quotes.get(&one.id).into_iter().flatten().enumerate() {
            if at == 0 || laid(quote) {
                let key = (quote.platform.clone(), quote.account.clone());
                accounts.entry(key).or_default().insert(one.id.clone());
            }
        }
    }
    let holder = holder(source, accounts.keys().map(|(platform, _)| platform.as_str()));
    let open = |id: &String| {
        let Some(one) = statements.iter().find(|one| one.id == *id) else { return false };
        ["views", "reposts"]
            .iter()
            .any(|name| one.figure(name).is_none_or(|figure| figure.count.upper != Some(figure.count.lower)))
    };
    let unknown = |platform: &str, account: &str| {
        let laid = |one: &&RespondentPart| {
            one.accounts.iter().any(|known| known.platform == platform && known.account == account)
        };
        match respondents.iter().find(laid) {
            Some(one) => one.unknown,
            None => true,
        }
    };
    let of = |((platform, account), ids): ((String, Option<String>), BTreeSet<String>)| AskPart {
        identity: account.as_deref().map(|account| unknown(&platform, account)).filter(|unknown| *unknown),
        counts: ids.iter().any(open).then_some(true),
        holder: holder.as_ref().and_then(|one| one.name.clone()),
        holder_address: holder.as_ref().and_then(|one| one.address.clone()),
        platform: Some(platform),
        account,
        statements: ids.into_iter().collect(),
        ..AskPart::default()
    };
    accounts.into_iter().map(of).collect()
}

/// Who runs the platform: the one platform party of the case, where the accounts are on one platform alone. Otherwise
/// the file does not say which is whose.
fn holder<'a>(source: &Source<'_>, platforms: impl Iterator<Item = &'a str>) -> Option<PersonPart> {
    let names: BTreeSet<&str> = platforms.collect();
    let mut parties = standing(source, Capacity::Platform);
    let party = parties.next().filter(|_| parties.next().is_none() && names.len() == 1)?;
    Some(PersonPart::of(source, &party))
}

/// Lays one out.
pub(super) fn lay(input: &CollectionInput, pen: &mut Pen<'_>, within: Within) {
    pen.title();
    parties(input, pen);
    requests(input, pen, within);
    reasons(input, pen, within);
    pen.heading(1, "leads");
    for statement in &input.statements {
        statement.lay(pen);
    }
    let place = |one: &StatementPart| one.place().map(|place| vec![Run::named(place)]);
    let mut items: Vec<Vec<Run>> = input.statements.iter().filter_map(place).collect();
    items.extend(input.leads.iter().map(|lead| vec![Run::named(lead.as_str())]));
    if items.is_empty() {
        let runs = pen.absent("leads-needed", "leads");
        pen.paragraph(runs);
    }
    places(pen, items);
    super::close(pen, &input.claimant, input.court.as_deref(), input.date.as_deref(), false);
}

fn parties(input: &CollectionInput, pen: &mut Pen<'_>) {
    pen.heading(1, "parties");
    input.claimant.lay(pen, "applicant");
    for (at, one) in input.respondents.iter().enumerate() {
        // 法释〔2021〕1号 316 (in force 2021-03-01): an account of which nobody knows who uses it is no accused.
        let name = if one.unknown { "unknown-user" } else { "other-party" };
        pen.heading(2, name);
        pen.within("respondents", |pen| pen.within(at, |pen| one.lay_known(pen, name)));
    }
    pen.heading(2, "case");
    StepPart::lay_all(pen, &input.case_steps);
    if input.case_steps.is_empty() || input.case_words.is_some() {
        let runs = pen.value("case-words", "case_words", input.case_words.as_deref());
        pen.paragraph(runs);
    }
}

fn requests(input: &CollectionInput, pen: &mut Pen<'_>, within: Within) {
    pen.heading(1, "requests");
    pen.tell("request-lead");
    if input.asks.is_empty() {
        let runs = pen.absent("asks-needed", "asks");
        pen.paragraph(runs);
    }
    each(pen, "asks", "ask", &input.asks, |one, pen| {
        one.lay(pen, within, &input.statements);
    });
}

impl AskPart {
    fn lay(&self, pen: &mut Pen<'_>, within: Within, known: &[StatementPart]) {
        let mut rows = Vec::new();
        pen.row(&mut rows, "ask-platform", "platform", self.platform.as_deref());
        let account = self.account.as_deref();
        pen.row_named(&mut rows, "ask-account", "account", account);
        if within == Within::CivilSuit || self.holder.is_some() {
            pen.row(&mut rows, "ask-holder", "holder", self.holder.as_deref());
            pen.row(&mut rows, "ask-holder-address", "holder_address", self.holder_address.as_deref());
        }
        let asked = [
            ("ask-identity", "proves-identity", self.identity),
            ("ask-logs", "proves-logs", self.logs),
            ("ask-counts", "proves-counts", self.counts),
            ("ask-deleted", "proves-deleted", self.deleted),
        ];
        let asked: Vec<(&str, &str)> = asked
            .into_iter()
            .filter(|(.., asked)| *asked == Some(true))
            .map(|(ask, proves, _)| (ask, proves))
            .collect();
        let mut items: Vec<Vec<Run>> = asked.iter().map(|(ask, _)| pen.say(ask)).collect();
        items.extend(self.other.iter().map(|words| vec![Run::filled(words.as_str())]));
        if items.is_empty() {
            items.push(pen.absent("ask-any", "identity"));
        }
        rows.push(vec![Cell::label(pen.say("ask-items")), Cell::tall(items)]);
        if self.period.is_some() {
            pen.row(&mut rows, "ask-period", "period", self.period.as_deref());
        }
        let mut proves: Vec<Vec<Run>> = asked.iter().map(|(_, proves)| pen.say(proves)).collect();
        proves.extend(self.proves.iter().map(|words| vec![Run::filled(words.as_str())]));
        if proves.is_empty() {
            proves.push(pen.absent("ask-proves", "proves"));
        }
        rows.push(vec![Cell::label(pen.say("ask-proves")), Cell::tall(proves)]);
        if !self.statements.is_empty() {
            // A person may name one in words of their own.
            let named = |id: &String| {
                known.iter().find(|one| one.id == *id).map_or_else(|| id.clone(), StatementPart::named_zh)
            };
            let statements = self.statements.iter().map(named).collect::<Vec<_>>().join("、");
            pen.row(&mut rows, "ask-statements", "statements", Some(&statements));
        }
        pen.grid("ask", rows);
    }
}

fn reasons(input: &CollectionInput, pen: &mut Pen<'_>, within: Within) {
    pen.heading(1, "reasons");
    if within == Within::CivilSuit {
        let runs = match input.barrier {
            Some(barrier) => pen.say(barrier.key()),
            None => pen.absent("barrier", "barrier"),
        };
        pen.paragraph(runs);
    }
    let own = pen.value("reason-label", "reason", input.reason.as_deref());
    let runs = pen.say_with("reason-own", &[("words", own)]);
    pen.paragraph(runs);
    pen.tell("law");
    if within == Within::CivilSuit {
        if let Some(deadline) = &input.evidence_deadline {
            let runs = pen.say_with("deadline", &[("day", vec![Run::filled(deadline.as_str())])]);
            pen.paragraph(runs);
        }
    } else {
        pen.tell("law-opinions");
    }
}
