//! 申请法律援助权利告知书: 法律援助法 35, in force 2022-01-01; 指导意见 17, in force 2023-09-20 (text not read).

use super::notice::{self, NoticeInput, Telling};
use crate::{FormKind, Source};
use redress_case::Capacity;
use redress_paper::Pen;

const TELLING: Telling = Telling {
    duties: &[
        "legal-aid-35-court-tells",
        "legal-aid-35-procuratorate-tells",
        "legal-aid-35-police-tell",
        "op17-tell-aid",
        "op17-tell-aid-public",
    ],
    progress: false,
};

/// The form.
pub(super) struct NoticeRightToLegalAid;

impl FormKind for NoticeRightToLegalAid {
    type Input = NoticeInput;
    const ID: &'static str = "notice-right-to-legal-aid";
    const TEXT: &'static str = include_str!("../../../../forms/notice-right-to-legal-aid/form.toml");
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
