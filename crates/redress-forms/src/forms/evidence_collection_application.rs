//! 调查取证申请书 (民诉法解释 94, in force 2022-04-10; 法释〔2019〕19号 20, in force 2020-05-01).

use super::collection::{self, CollectionInput, Within};
use crate::{FormKind, Source};
use redress_case::Capacity;
use redress_paper::Pen;

/// The form.
pub(super) struct EvidenceCollectionApplication;

impl FormKind for EvidenceCollectionApplication {
    type Input = CollectionInput;
    const ID: &'static str = "evidence-collection-application";
    const TEXT: &'static str = include_str!("../../../../forms/evidence-collection-application/form.toml");
    const DETAILS: &'static [(Capacity, &'static [&'static str])] = collection::DETAILS;
    const QUOTES: bool = true;

    fn fill(source: &Source<'_>) -> CollectionInput {
        collection::fill(source, Within::CivilSuit)
    }

    fn lay(input: &CollectionInput, pen: &mut Pen<'_>) {
        collection::lay(input, pen, Within::CivilSuit);
    }

    fn day(input: &CollectionInput) -> Option<&str> {
        input.date.as_deref()
    }
}
