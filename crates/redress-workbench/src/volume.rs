//! The volume of evidence: one picture that cannot be printed stops neither it nor the papers that quote its pages.

use crate::ports::Typesetter;
use redress_base::{Finding, ItemId, Refusal};
use redress_forms::{EvidenceVolumeInput, Form};
use serde_json::Value;

/// The form whose pages the other papers quote.
pub(crate) const VOLUME: &str = "evidence-volume";

/// Marks the pictures of a volume that cannot be printed, with a warning each; of another form nothing changes.
///
/// # Errors
/// Whatever lending the bytes of an exhibit refuses.
pub(crate) fn showable(
    form: &dyn Form,
    input: &mut Value,
    typesetter: &mut dyn Typesetter,
    lend: &mut dyn FnMut(ItemId) -> Result<Vec<u8>, Refusal>,
) -> Result<Vec<Finding>, Refusal> {
    let mut findings = Vec::new();
    if form.id() != VOLUME {
        return Ok(findings);
    }
    // What fits no volume is told when it is laid out.
    let Ok(mut volume) = serde_json::from_value::<EvidenceVolumeInput>(input.clone()) else {
        return Ok(findings);
    };
    let mut taken = 0;
    for one in
        volume.exhibits.iter_mut().filter(|one| one.picture && one.posts.is_empty() && !one.exhibit.left_out)
    {
        let item = one.exhibit.at.item;
        match typesetter.shows(item, &lend(item)?, taken) {
            Ok(points) => {
                taken = points;
                one.unprinted = None;
            }
            Err(why) => {
                (one.picture, one.unprinted) = (false, Some(why));
                let reason = serde_json::to_value(why).ok();
                let reason = reason.as_ref().and_then(Value::as_str).unwrap_or_default().to_owned();
                let found = Finding::warning("workbench-picture-unprinted");
                findings.push(found.with("item", item.to_string()).with("reason", reason));
            }
        }
    }
    if !findings.is_empty()
        && let Ok(marked) = serde_json::to_value(&volume)
    {
        *input = marked;
    }
    Ok(findings)
}

/// Whether an input names an exhibit, so that a page of the volume may stand on the paper.
pub(crate) fn names_exhibit(input: &Value) -> bool {
    match input {
        Value::Object(fields) => {
            (fields.contains_key("item") && fields.contains_key("number"))
                || fields.values().any(names_exhibit)
        }
        Value::Array(all) => all.iter().any(names_exhibit),
        _ => false,
    }
}
