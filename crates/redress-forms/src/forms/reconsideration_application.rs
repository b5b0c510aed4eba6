//! 刑事复议申请书: 刑事诉讼法 112, in force 2018-10-26; 公安机关办理刑事案件程序规定 179(1).

use super::refusal::{self, Against, RefusalInput};
use crate::parts::APPLICATION_DETAILS;
use crate::{FormKind, Source};
use redress_case::Capacity;
use redress_paper::Pen;

/// The form.
pub(super) struct ReconsiderationApplication;

impl FormKind for ReconsiderationApplication {
    type Input = RefusalInput;
    const ID: &'static str = "reconsideration-application";
    const TEXT: &'static str = include_str!("../../../../forms/reconsideration-application/form.toml");
    const DETAILS: &'static [(Capacity, &'static [&'static str])] = APPLICATION_DETAILS;
    const QUOTES: bool = true;

    fn fill(source: &Source<'_>) -> RefusalInput {
        refusal::fill(source, Against::Reconsideration)
    }

    fn lay(input: &RefusalInput, pen: &mut Pen<'_>) {
        refusal::lay(input, pen, Against::Reconsideration);
    }

    fn day(input: &RefusalInput) -> Option<&str> {
        input.date.as_deref()
    }
}
