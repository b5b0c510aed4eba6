//! 网络侵权通知函: 民法典 1195, in force 2021-01-01.

use crate::parts::{
    AGENT_DETAILS, ApplicantsPart, CircumstancePart, Complaining, DocumentPart, ExhibitPart, SHORT_DETAILS,
    StatementPart, annex, day_zh, lay_evidence, lay_own, lay_tick, posted_number, sign, standing, tell_more,
};
use crate::{FormKind, Offered, Source};
use redress_case::Capacity;
use redress_paper::{Align, Block, Cell, ExhibitRef, PaperFigure, Pen, Run, Style};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The input of a notice to a platform.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PlatformNoticeInput {
    /// 网络服务提供者名称.
    pub platform: Option<String>,
    /// Where it takes such notices.
    pub platform_address: Option<String>,
    /// The service, as the material names it: content of other platforms is left to other notices.
    pub service: Option<String>,
    /// 权利人.
    pub applicants: ApplicantsPart,
    /// Everything found; printed is what stands on `service`.
    pub contents: Vec<ContentPart>,
    /// How many more posts of those statements there are than contents.
    #[serde(skip_serializing_if = "crate::parts::nothing")]
    pub more: u64,
    /// The statements with their figures.
    pub statements: Vec<StatementPart>,
    /// Statements and parties of the other side that this paper leaves out.
    pub left_out: Vec<String>,
    /// Kinds of complainants for whom Article 10 is raised again (指导意见 10, in force 2023-09-20).
    pub complaining: Vec<Complaining>,
    /// Why it infringes, point by point.
    pub untrue: Option<String>,
    /// The person concerned is a minor.
    pub minor: Option<bool>,
    /// Measures asked for.
    pub measures: Vec<Measure>,
    /// The undertaking is given.
    pub truthful: Option<bool>,
    /// 送达方式.
    pub delivery: Option<String>,
    /// 凭证编号.
    pub delivery_receipt: Option<String>,
    /// 发出日期.
    pub delivery_day: Option<String>,
    /// Earlier notices and what came of them.
    pub earlier: Vec<DocumentPart>,
    /// Prima facie evidence.
    pub exhibits: Vec<ExhibitPart>,
    /// Day of signing.
    pub date: Option<String>,
}

/// One piece of content.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ContentPart {
    /// The statement that it says.
    pub statement: String,
    /// Platform.
    pub platform: String,
    /// Account, as shown.
    pub account: Option<String>,
    /// The platform's own number of the account, where the material gives it beside the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_id: Option<String>,
    /// The platform's own number of it, where the material has one.
    pub number: Option<String>,
    /// Its address, where the material or a person gives one; it is never made up from the number.
    pub link: Option<String>,
    /// When it was published.
    pub published: Option<String>,
    /// Its words.
    pub words: Option<String>,
    /// Its exhibit.
    pub exhibit: Option<ExhibitRef>,
}

/// A measure (民法典 1195(1): 删除、屏蔽、断开链接等).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// 删除.
    Delete,
    /// 屏蔽.
    Block,
    /// 断开链接.
    Unlink,
    /// 保存记录.
    Keep,
    /// 转送用户.
    Forward,
    /// 处置账号.
    Account,
}

const MEASURES: [(Measure, &str); 6] = [
    (Measure::Delete, "measure-delete"),
    (Measure::Block, "measure-block"),
    (Measure::Unlink, "measure-unlink"),
    (Measure::Keep, "measure-keep"),
    (Measure::Forward, "measure-forward"),
    (Measure::Account, "measure-account"),
];

/// The form.
pub(super) struct PlatformNotice;

impl FormKind for PlatformNotice {
    type Input = PlatformNoticeInput;
    const ID: &'static str = "platform-notice";
    const TEXT: &'static str = include_str!("../../../../forms/platform-notice/form.toml");
    const DETAILS: &'static [(Capacity, &'static [&'static str])] = &[
        // 民法典 1195 (in force 2021-01-01): who gives notice, and how to reach them.
        (Capacity::Victim, SHORT_DETAILS),
        (Capacity::Guardian, SHORT_DETAILS),
        (Capacity::Relative, SHORT_DETAILS),
        (Capacity::Agent, AGENT_DETAILS),
        (Capacity::Platform, &["name", "address"]),
    ];
    const QUOTES: bool = true;

    fn fill(source: &Source<'_>) -> PlatformNoticeInput {
        let statements = StatementPart::all(source);
        let contents = contents(source, &statements);
        let services: BTreeSet<&String> = contents.iter().map(|one| &one.platform).collect();
        // One notice goes to one platform: with several, a person says which.
        let service = services.first().filter(|_| services.len() == 1).map(|one| (*one).clone());
        let (platform, platform_address) = platform(source);
        let minor = CircumstancePart::all(source, &[], &[("victim_minor", &[])]);
        // The measures that the article names itself, keeping the records, and the forwarding that it asks for.
        let measures =
            vec![Measure::Delete, Measure::Block, Measure::Unlink, Measure::Keep, Measure::Forward];
        PlatformNoticeInput {
            left_out: source.all_left_out(),
            platform,
            platform_address,
            service,
            applicants: ApplicantsPart::of(source),
            more: StatementPart::unprinted(source, contents.len()),
            contents,
            statements,
            complaining: Complaining::all(source),
            minor: (!minor.is_empty()).then_some(true),
            measures,
            earlier: DocumentPart::steps(source, &[("platform-notice", &[])]),
            exhibits: ExhibitPart::all(source),
            date: Some(day_zh(source.today)),
            ..PlatformNoticeInput::default()
        }
    }

    fn lay(input: &PlatformNoticeInput, pen: &mut Pen<'_>) {
        pen.title();
        address(input, pen);
        pen.tell("opening");
        pen.heading(1, "identity");
        input.applicants.lay(pen, "applicants", "holder");
        content(input, pen);
        prima_facie(input, pen);
        measures(input, pen);
        pen.heading(1, "undertaking");
        lay_tick(pen, "truthful", "truthful", input.truthful);
        // A word to whoever sends it, not to the platform.
        pen.note_with_caution(&[], "wrong-notice");
        delivery(input, pen);
        sign(pen, "signed", input.date.as_deref());
        annex(pen, &["annexed-evidence", "annexed-identity", "annexed-mandate"]);
    }

    fn offered(input: &PlatformNoticeInput) -> Vec<Offered> {
        let named: BTreeSet<&String> = input.contents.iter().map(|one| &one.platform).collect();
        if named.is_empty() { Vec::new() } else { vec![Offered::words("service", named.into_iter())] }
    }

    fn day(input: &PlatformNoticeInput) -> Option<&str> {
        input.date.as_deref()
    }
}

/// Name and address of the platform, where one alone takes part.
pub(super) fn platform(source: &Source<'_>) -> (Option<String>, Option<String>) {
    let mut platforms = standing(source, Capacity::Platform);
    let (Some(one), None) = (platforms.next(), platforms.next()) else { return (None, None) };
    let details = source.details.get(&one.id);
    let get = |field: &str| details.and_then(|all| all.get(field)).map(|value| value.reveal().clone());
    (get("name"), get("address"))
}

fn contents(source: &Source<'_>, statements: &[StatementPart]) -> Vec<ContentPart> {
    let quotes = statements.iter().filter_map(|one| Some((&one.id, source.quotes.get(&one.id)?)));
    quotes
        .flat_map(|(id, quotes)| quotes.iter().map(move |quote| (id, quote)))
        .map(|(id, quote)| ContentPart {
            statement: id.clone(),
            platform: quote.platform.clone(),
            account: quote.account.clone(),
            account_id: quote.account_id.clone(),
            number: number(&quote.post),
            link: quote.link.clone(),
            published: quote.published.and_then(|stamp| stamp.at.beijing_date()).map(day_zh),
            words: Some(quote.text.clone()),
            exhibit: quote.span.as_ref().and_then(|span| source.exhibit(span.item)),
        })
        .collect()
}

/// The platform's own number out of the key of a post: `4912…` of `weibo/4912…`; of a comment it says that it is one.
fn number(post: &str) -> Option<String> {
    post.split_once('/')?;
    Some(posted_number(post)).filter(|number| !number.is_empty())
}

fn address(input: &PlatformNoticeInput, pen: &mut Pen<'_>) {
    let mut rows = Vec::new();
    pen.row(&mut rows, "platform-name", "platform", input.platform.as_deref());
    pen.row(&mut rows, "platform-address", "platform_address", input.platform_address.as_deref());
    pen.row(&mut rows, "service", "service", input.service.as_deref());
    pen.grid("platform", rows);
}

fn content(input: &PlatformNoticeInput, pen: &mut Pen<'_>) {
    pen.heading(1, "content");
    let here = |one: &&ContentPart| input.service.as_ref().is_none_or(|service| one.platform == *service);
    let rows: Vec<Vec<Cell>> = (1_usize..)
        .zip(input.contents.iter().filter(here))
        .map(|(number, one)| content_row(pen, number, one, &input.statements))
        .collect();
    if input.statements.is_empty() {
        // 指导意见 10 (in force 2023-09-20): before it is answered nothing is notified, and it is no address that is missing.
        let runs = pen.absent("content-article10", "statements");
        pen.paragraph(runs);
    } else if rows.is_empty() {
        let runs = pen.absent("content-none", "contents");
        pen.paragraph(runs);
    } else {
        // Where nobody gave an address, the column is called what stands in it: the platform's number.
        let linked = input.contents.iter().filter(here).any(|one| one.link.is_some());
        let heads = [
            "content-number",
            "content-account",
            if linked { "content-link" } else { "content-platform-number" },
            "content-published",
            "content-words",
            "content-exhibit",
        ];
        pen.table("content-list", vec![2, 3, 4, 2, 5, 2], &heads, rows);
        pen.tell("content-unlinked");
    }
    tell_more(pen, input.more);
    let others: BTreeSet<&str> =
        input.contents.iter().filter(|one| !here(one)).map(|one| one.platform.as_str()).collect();
    if !others.is_empty() {
        let names = others.into_iter().collect::<Vec<_>>().join("、");
        let runs = pen.say_with("elsewhere", &[("platforms", vec![Run::filled(names)])]);
        pen.paragraph(runs);
    }
}

fn content_row(pen: &Pen<'_>, number: usize, one: &ContentPart, known: &[StatementPart]) -> Vec<Cell> {
    let cell = |value: &Option<String>, style: Style| {
        Cell::of(value.as_ref().map(|text| Run::new(text.as_str(), style)).into_iter().collect())
    };
    let place = one.number.iter().chain(&one.link).map(|text| vec![Run::new(text.as_str(), Style::Code)]);
    let place = place.collect();
    let mut account: Vec<Vec<Run>> =
        one.account.iter().map(|account| vec![Run::new(account.as_str(), Style::Named)]).collect();
    let id = |id: &String| pen.say_with("account-id", &[("id", vec![Run::new(id.as_str(), Style::Code)])]);
    account.extend(one.account_id.iter().map(id));
    if account.is_empty() {
        account.push(pen.say("account-hidden"));
    }
    let mut first = vec![vec![Run::filled(number.to_string())]];
    first.extend(
        known.iter().find(|known| known.id == one.statement).map(|known| pen.statement(known.number)),
    );
    vec![
        Cell::tall(first),
        Cell::tall(account),
        Cell::tall(place),
        cell(&one.published, Style::Filled),
        cell(&one.words, Style::Quoted),
        Cell::of(pen.exhibits(&one.exhibit.into_iter().collect::<Vec<_>>())),
    ]
}

fn prima_facie(input: &PlatformNoticeInput, pen: &mut Pen<'_>) {
    pen.heading(1, "evidence");
    lay_own(pen, "untrue", "untrue", input.untrue.as_deref());
    spread(input, pen);
    if input.minor == Some(true) {
        pen.tell("minor");
    }
    pen.tell("article10");
    Complaining::lay(pen, &input.complaining);
    lay_evidence(pen, &input.exhibits);
}

/// How far each statement went, one paragraph a statement: a figure says whose it is.
fn spread(input: &PlatformNoticeInput, pen: &mut Pen<'_>) {
    let mut told = false;
    for statement in &input.statements {
        let shown: Vec<&PaperFigure> =
            ["views", "reposts", "comments"].iter().filter_map(|name| statement.figure(name)).collect();
        if shown.is_empty() {
            continue;
        }
        if !told {
            pen.tell("spread");
            told = true;
        }
        let mut runs = pen.statement(statement.number);
        for (at, figure) in shown.into_iter().enumerate() {
            runs.push(Run::plain(if at == 0 { "：" } else { "；" }));
            runs.extend(pen.figure(figure));
        }
        runs.push(Run::plain("。"));
        pen.paragraph(runs);
    }
}

fn measures(input: &PlatformNoticeInput, pen: &mut Pen<'_>) {
    pen.heading(1, "measures");
    if input.measures.is_empty() {
        let runs = pen.absent("measures-none", "measures");
        pen.paragraph(runs);
    }
    let ticks =
        MEASURES.iter().map(|(measure, key)| pen.tick(input.measures.contains(measure), key)).collect();
    pen.block(Block::List { ordered: true, items: ticks });
    pen.tell("measures-reply");
}

fn delivery(input: &PlatformNoticeInput, pen: &mut Pen<'_>) {
    pen.heading(1, "delivery");
    let mut rows = Vec::new();
    pen.row(&mut rows, "delivery-way", "delivery", input.delivery.as_deref());
    pen.row(&mut rows, "delivery-day", "delivery_day", input.delivery_day.as_deref());
    pen.row(&mut rows, "delivery-receipt", "delivery_receipt", input.delivery_receipt.as_deref());
    pen.grid("delivery", rows);
    if !input.earlier.is_empty() {
        let head = pen.say("earlier");
        pen.line(Align::Start, head);
        DocumentPart::lay_list(pen, "earlier", &input.earlier);
    }
}
