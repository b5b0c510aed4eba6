//! 案件进展告知书: 指导意见 17, in force 2023-09-20 (text not read).

use super::notice::{self, NoticeInput, Telling};
use crate::{FormKind, Source};
use redress_case::Capacity;
use redress_paper::Pen;

const TELLING: Telling = Telling { duties: &["op17-progress", "op17-progress-court"], progress: true };

/// The form.
pub(super) struct NoticeProgress;

impl FormKind for NoticeProgress {
    type Input = NoticeInput;
    const ID: &'static str = "notice-progress";
    const TEXT: &'static str = include_str!("../../../../forms/notice-progress/form.toml");
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
