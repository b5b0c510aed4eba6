//! 立案监督申请书: 刑事诉讼法 113, in force 2018-10-26; 人民检察院刑事诉讼规则 557 and 562, in force 2019-12-30.

use super::refusal::{self, Against, RefusalInput};
use crate::parts::APPLICATION_DETAILS;
use crate::{FormKind, Source};
use redress_case::Capacity;
use redress_paper::Pen;

/// The form.
pub(super) struct FilingSupervisionApplication;

impl FormKind for FilingSupervisionApplication {
    type Input = RefusalInput;
    const ID: &'static str = "filing-supervision-application";
    const TEXT: &'static str = include_str!("../../../../forms/filing-supervision-application/form.toml");
    const DETAILS: &'static [(Capacity, &'static [&'static str])] = APPLICATION_DETAILS;
    const QUOTES: bool = true;

    fn fill(source: &Source<'_>) -> RefusalInput {
        refusal::fill(source, Against::Supervision)
    }

    fn lay(input: &RefusalInput, pen: &mut Pen<'_>) {
        refusal::lay(input, pen, Against::Supervision);
        pen.note_with_caution(&[], "unverified-basis");
    }

    fn day(input: &RefusalInput) -> Option<&str> {
        input.date.as_deref()
    }
}
