//! 委托诉讼代理人权利告知书: 刑事诉讼法 46, in force 2018-10-26; 指导意见 17, in force 2023-09-20 (text not read).

use super::notice::{self, NoticeInput, Telling};
use crate::{FormKind, Source};
use redress_case::Capacity;
use redress_paper::Pen;

const TELLING: Telling = Telling {
    duties: &[
        "cpl-46-court-tells",
        "cpl-46-procuratorate-tells",
        "op17-tell-agent",
        "op17-tell-agent-public",
    ],
    progress: false,
};

/// The form.
pub(super) struct NoticeRightToAgent;

impl FormKind for NoticeRightToAgent {
    type Input = NoticeInput;
    const ID: &'static str = "notice-right-to-agent";
    const TEXT: &'static str = include_str!("../../../../forms/notice-right-to-agent/form.toml");
    const DETAILS: &'static [(Capacity, &'static [&'static str])] = notice::DETAILS;
    const QUOTES: bool = false;

    fn fill(source: &Source<'_>) -> NoticeInput {
        notice::fill(source, &TELLING)
    }

    fn lay(input: &NoticeInput, pen: &mut Pen<'_>) {
        notice::lay(input, pen, &TELLING);
    }

    fn day(input: &NoticeInput) -> Option<&str> {
        input.date.as_deref()
    }
}
