//! 对不侵权声明的答复: 民法典 1196, in force 2021-01-01.

use super::platform_notice::platform;
use crate::parts::{
    AGENT_DETAILS, ApplicantsPart, DocumentPart, ExhibitPart, SHORT_DETAILS, annex, day_zh, lay_evidence,
    lay_own, sign,
};
use crate::{FormKind, Source};
use redress_case::Capacity;
use redress_paper::Pen;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The input of a reply to a declaration of non-infringement.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct CounterNoticeReplyInput {
    /// 网络服务提供者名称.
    pub platform: Option<String>,
    /// Where it takes such notices.
    pub platform_address: Option<String>,
    /// 权利人.
    pub applicants: ApplicantsPart,
    /// The notice that the platform received.
    pub notice: DocumentPart,
    /// The declaration as it was forwarded.
    pub declaration: DocumentPart,
    /// The answer to it.
    pub answer: Option<String>,
    /// Complaints and suits that were brought.
    pub told: Vec<DocumentPart>,
    /// 送达方式.
    pub delivery: Option<String>,
    /// 凭证编号.
    pub delivery_receipt: Option<String>,
    /// Evidence.
    pub exhibits: Vec<ExhibitPart>,
    /// Day of signing.
    pub date: Option<String>,
}

/// Steps by which somebody complains to a competent body or sues: 向有关部门投诉或者向人民法院提起诉讼.
const BROUGHT: [(&str, &[&str]); 5] = [
    ("civil-suit", &["filed"]),
    ("private-prosecution", &["filed", "filed-again"]),
    ("injunction", &["applied"]),
    ("public-prosecution", &["reported"]),
    ("administrative-penalty", &["reported"]),
];

/// The form.
pub(super) struct CounterNoticeReply;

impl FormKind for CounterNoticeReply {
    type Input = CounterNoticeReplyInput;
    const ID: &'static str = "counter-notice-reply";
    const TEXT: &'static str = include_str!("../../../../forms/counter-notice-reply/form.toml");
    const DETAILS: &'static [(Capacity, &'static [&'static str])] = &[
        (Capacity::Victim, SHORT_DETAILS),
        (Capacity::Guardian, SHORT_DETAILS),
        (Capacity::Relative, SHORT_DETAILS),
        (Capacity::Agent, AGENT_DETAILS),
        (Capacity::Platform, &["name", "address"]),
    ];
    const QUOTES: bool = false;

    fn fill(source: &Source<'_>) -> CounterNoticeReplyInput {
        let (platform, platform_address) = platform(source);
        let step =
            |events: &[&str]| DocumentPart::last(source, "platform-notice", events).unwrap_or_default();
        CounterNoticeReplyInput {
            platform,
            platform_address,
            applicants: ApplicantsPart::of(source),
            notice: step(&["received"]),
            declaration: step(&["declaration-forwarded"]),
            told: DocumentPart::steps(source, &BROUGHT),
            exhibits: ExhibitPart::all(source),
            date: Some(day_zh(source.today)),
            ..CounterNoticeReplyInput::default()
        }
    }

    fn lay(input: &CounterNoticeReplyInput, pen: &mut Pen<'_>) {
        pen.title();
        let mut rows = Vec::new();
        pen.row(&mut rows, "platform-name", "platform", input.platform.as_deref());
        pen.row(&mut rows, "platform-address", "platform_address", input.platform_address.as_deref());
        pen.grid("platform", rows);
        pen.tell("opening");
        pen.heading(1, "identity");
        input.applicants.lay(pen, "applicants", "holder");
        course(input, pen);
        pen.heading(1, "answer-heading");
        lay_own(pen, "answer", "answer", input.answer.as_deref());
        pen.tell("declaration-checked");
        pen.heading(1, "told-heading");
        if input.told.is_empty() {
            let runs = pen.absent("told-none", "told");
            pen.paragraph(runs);
        } else {
            pen.tell("told");
            DocumentPart::lay_list(pen, "told-list", &input.told);
        }
        pen.heading(1, "request-heading");
        pen.tell("request");
        let mut rows = Vec::new();
        pen.row(&mut rows, "delivery-way", "delivery", input.delivery.as_deref());
        pen.row(&mut rows, "delivery-receipt", "delivery_receipt", input.delivery_receipt.as_deref());
        pen.grid("delivery", rows);
        lay_evidence(pen, &input.exhibits);
        sign(pen, "signed", input.date.as_deref());
        annex(pen, &["annexed-filed", "annexed-evidence", "annexed-identity", "annexed-mandate"]);
    }

    fn day(input: &CounterNoticeReplyInput) -> Option<&str> {
        input.date.as_deref()
    }
}

fn course(input: &CounterNoticeReplyInput, pen: &mut Pen<'_>) {
    pen.heading(1, "course");
    let mut rows = Vec::new();
    pen.within("notice", |pen| {
        pen.row(&mut rows, "notice-on", "on", input.notice.on.as_deref());
        pen.row(&mut rows, "notice-number", "number", input.notice.number.as_deref());
    });
    pen.within("declaration", |pen| {
        pen.row(&mut rows, "declaration-on", "on", input.declaration.on.as_deref());
        pen.row(&mut rows, "declaration-number", "number", input.declaration.number.as_deref());
    });
    pen.grid("notice", rows);
}
