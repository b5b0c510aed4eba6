//! Records where exhibits come from and what was done with originals, by the same rules as on the command line.

use super::add::beijing;
use super::{day, entry, item, items, unfit};
use crate::call::Call;
use crate::library::Touch;
use crate::reply::{Leaf, Reply, Wrong};
use crate::shell::card;
use maud::html;
use redress_base::{Arg, Fault, Finding, Instant, ItemId, Refusal};
use redress_case::{
    Act, Attestation, Capture, CleanStep, ClockCheck, Handling, Interest, Online, Operator, Proof, Seen,
};
use redress_rights::{Object, UseCase};
use redress_words::safe_text;

/// Fields that pages call otherwise than files do, because another field has the shorter name already.
const OTHERWISE: [(&str, &str); 6] = [
    ("address", "page-address"),
    ("account", "page-account"),
    ("against", "clock-against"),
    ("number", "proof-number"),
    ("how", "handled-how"),
    ("result", "outcome"),
];

/// Records one of the kind that the address names; nothing for another kind.
pub(crate) fn record(call: &Call<'_>, kind: &str) -> Option<Result<u64, Wrong>> {
    let done = match kind {
        "capture" => capture(call),
        "proof" => proof(call),
        "handling" => handling(call),
        _ => return None,
    };
    Some(done.map_err(|wrong| at_its_field(call, wrong)))
}

/// Names the field that a refusal is about as the page does.
fn at_its_field(call: &Call<'_>, wrong: Wrong) -> Wrong {
    let Wrong::Refused(mut refusal) = wrong else { return wrong };
    if let Some(Arg::Text(field)) = refusal.finding.args.get("field").cloned()
        && !refusal.finding.args.contains_key("at")
    {
        let known = OTHERWISE.iter().find(|(file, _)| *file == field);
        let name = known.map_or(field.as_str(), |(_, page)| page);
        refusal.finding.args.insert("at".to_owned(), name.into());
        refusal.finding.args.insert("field".to_owned(), call.text(&format!("web-field-{name}")).into());
    }
    Wrong::Refused(refusal)
}

fn text(call: &Call<'_>, name: &str) -> Option<String> {
    call.typed(name).map(str::to_owned)
}

/// A word that was chosen.
fn word<T>(call: &Call<'_>, name: &str, read: fn(&str) -> Option<T>) -> Result<Option<T>, Refusal> {
    let Some(typed) = call.typed(name) else { return Ok(None) };
    read(typed).map(Some).ok_or_else(|| unfit(call, name, typed))
}

/// A word that has to be chosen.
fn needed<T>(call: &Call<'_>, name: &str, read: fn(&str) -> Option<T>) -> Result<T, Refusal> {
    let typed = call.required(name)?;
    read(typed).ok_or_else(|| unfit(call, name, typed))
}

fn moment(call: &Call<'_>, name: &str) -> Result<Option<Instant>, Refusal> {
    let Some(typed) = call.typed(name) else { return Ok(None) };
    beijing(typed).map(Some).ok_or_else(|| unfit(call, name, typed))
}

/// An exhibit that has to be chosen.
fn exhibit(call: &Call<'_>, name: &str) -> Result<ItemId, Refusal> {
    let typed = call.required(name)?;
    item(call, name)?.ok_or_else(|| unfit(call, name, typed))
}

fn capture(call: &Call<'_>) -> Result<u64, Wrong> {
    let all = items(call, "captured")?;
    let first = match all.first() {
        Some(first) => *first,
        None => exhibit(call, "captured")?,
    };
    let party = match call.typed("operator-party") {
        Some(typed) => Some(typed.parse().map_err(|()| unfit(call, "operator-party", typed))?),
        None => None,
    };
    let digest = match call.typed("tool-sha256") {
        Some(typed) => {
            let digest = typed.to_ascii_lowercase().parse();
            Some(digest.map_err(|_| unfit(call, "tool-sha256", typed))?)
        }
        None => None,
    };
    let clean = call
        .every("clean")
        .map(|typed| CleanStep::from_word(typed).ok_or_else(|| unfit(call, "clean", typed)));
    let steps =
        call.typed("steps").unwrap_or_default().lines().map(str::trim).filter(|step| !step.is_empty());
    let record = Capture {
        item: first,
        operator: needed(call, "operator", Operator::from_word)?,
        interest: word(call, "interest", Interest::from_word)?,
        party,
        device: text(call, "device"),
        system: text(call, "system"),
        tool: text(call, "tool"),
        tool_sha256: digest,
        network: text(call, "network"),
        clean: clean.collect::<Result<_, _>>()?,
        clock: clock(call)?,
        began: moment(call, "began")?,
        ended: moment(call, "ended")?,
        address: text(call, "page-address"),
        account: text(call, "page-account"),
        steps: steps.map(str::to_owned).collect(),
        raw: items(call, "raw")?,
        rendered: items(call, "rendered")?,
        hashed: text(call, "hashed"),
        online: word(call, "online", Online::from_word)?,
        corroborates: item(call, "corroborates")?,
    };
    let records = all.into_iter().map(|item| Capture { item, ..record.clone() }).collect();
    call.desk((UseCase::AddMaterial, Object::Material), Touch::Write, |desk| {
        desk.captured_together(call.by(), records)
    })
}

/// The other clock, and by how much the device's was ahead of it: both or neither.
fn clock(call: &Call<'_>) -> Result<Option<ClockCheck>, Refusal> {
    match (call.typed("clock-against"), call.typed("clock-ahead")) {
        (None, None) => Ok(None),
        (Some(against), Some(typed)) => {
            let ahead_ms = milliseconds(typed).ok_or_else(|| unfit(call, "clock-ahead", typed))?;
            Ok(Some(ClockCheck { against: against.to_owned(), ahead_ms }))
        }
        (None, Some(_)) => call.required("clock-against").map(|_| None),
        (Some(_), None) => call.required("clock-ahead").map(|_| None),
    }
}

/// Seconds with at most three digits behind the point, as milliseconds.
pub(super) fn milliseconds(typed: &str) -> Option<i64> {
    let typed = typed.replace('−', "-");
    let (sign, digits) = match typed.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, typed.strip_prefix('+').unwrap_or(&typed)),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !plain(whole) || !plain(part) || part.len() > 3 {
        return None;
    }
    let whole: i64 = whole.parse::<i64>().ok()?.checked_mul(1000)?;
    let part: i64 = format!("{part:0<3}").parse().ok()?;
    whole.checked_add(part)?.checked_mul(sign)
}

fn proof(call: &Call<'_>) -> Result<u64, Wrong> {
    let attestation = Attestation {
        proof: exhibit(call, "proof")?,
        of: items(call, "proof-of")?,
        kind: needed(call, "proof-kind", Proof::from_word)?,
        issuer: call.required("issuer")?.to_owned(),
        number: text(call, "proof-number"),
        // Printed in groups as often as not.
        value: call.typed("check-value").map(|typed| typed.split_whitespace().collect()),
    };
    call.desk((UseCase::AddMaterial, Object::Material), Touch::Write, |desk| {
        desk.attest(call.by(), attestation)
    })
}

fn handling(call: &Call<'_>) -> Result<u64, Wrong> {
    let handling = Handling {
        act: needed(call, "act", Act::from_word)?,
        item: exhibit(call, "handled")?,
        whom: text(call, "whom"),
        on: day(call, "handled-on")?,
        how: call.required("handled-how")?.to_owned(),
        result: call.required("outcome")?.to_owned(),
    };
    call.desk((UseCase::AddMaterial, Object::Material), Touch::Write, |desk| desk.handle(call.by(), handling))
}

/// Shows the address, the account number and the steps of one record, once: that somebody looked is an entry first.
pub(crate) fn look(call: &Call<'_>) -> Result<Reply, Wrong> {
    if call.session.spared {
        return Err(Finding::error("web-spared").refuse(Fault::Usage).into());
    }
    let number = entry(call, "entry")?;
    let loaded = call.loaded()?;
    let kept = loaded.state.captures.iter().find(|one| one.seq == number && one.struck.is_none());
    let of = kept.map(|one| &one.of).ok_or(Wrong::NotFound)?;
    call.desk((UseCase::ViewUnmasked, Object::Material), Touch::Write, |desk| {
        desk.looked(call.by(), Seen::Material, Some(of.item.to_string()), None)
    })?;
    let body = html! {
        (card("record", &call.text("web-capture-record-looked"), &html! {
            p.muted { (call.text("web-capture-record-looked-note")) }
            dl.limits {
                @for (field, value) in [("page-address", &of.address), ("page-account", &of.account)] {
                    @if let Some(value) = value { dt { (call.text(&format!("web-field-{field}"))) } dd { (safe_text(value)) } }
                }
                @if !of.steps.is_empty() { dt { (call.text("web-field-steps")) } dd { ol { @for step in &of.steps { li { (safe_text(step)) } } } } }
            }
        }))
        div.row { a.btn href={(call.at("custody")) "#e-" (number)} { (call.text("web-custody-back")) } }
    };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-custody"), None, body)))
}

#[cfg(test)]
mod tests {
    use super::milliseconds;

    #[test]
    fn seconds_are_read_to_the_millisecond_and_nothing_else_is() {
        for (typed, ms) in [("-0.34", -340), ("0", 0), ("+1.5", 1500), ("−61.007", -61_007), ("2.", 2000)] {
            assert_eq!(milliseconds(typed), Some(ms), "{typed}");
        }
        for typed in ["", "-", ".5", "1,5", "1.2345", "one", "1e3", "99999999999999999999", "- 1"] {
            assert_eq!(milliseconds(typed), None, "{typed}");
        }
    }
}
