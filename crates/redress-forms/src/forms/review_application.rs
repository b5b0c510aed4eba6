//! 刑事复核申请书: 公安机关办理刑事案件程序规定 179(2), in force 2020-09-01 (day not checked).

use super::refusal::{self, Against, RefusalInput};
use crate::parts::APPLICATION_DETAILS;
use crate::{FormKind, Source};
use redress_case::Capacity;
use redress_paper::Pen;

/// The form.
pub(super) struct ReviewApplication;

impl FormKind for ReviewApplication {
    type Input = RefusalInput;
    const ID: &'static str = "review-application";
    const TEXT: &'static str = include_str!("../../../../forms/review-application/form.toml");
    const DETAILS: &'static [(Capacity, &'static [&'static str])] = APPLICATION_DETAILS;
    const QUOTES: bool = true;

    fn fill(source: &Source<'_>) -> RefusalInput {
        refusal::fill(source, Against::Review)
    }

    fn lay(input: &RefusalInput, pen: &mut Pen<'_>) {
        refusal::lay(input, pen, Against::Review);
    }

    fn day(input: &RefusalInput) -> Option<&str> {
        input.date.as_deref()
    }
}
