//! Reposts (转发): displayed by the platform, captured one by one, and both together.
//!
//! See docs/measures/reposts.md. Views and reposts are never added (法释〔2013〕21号 article 2(1), in
//! force 2013-09-10: 点击、浏览次数 or 转发次数).

use crate::captured::Caught;
use crate::figure::{Figure, Name};
use crate::ground::{Ground, Number};
use crate::reach::Drawn;
use crate::statements::Statement;
use redress_base::{Count, Finding, Unit};

/// The displayed figure, the captured figure, and the combined one: those that exist.
pub(crate) fn figures(
    ground: &Ground<'_>,
    reach: &Drawn,
    caught: &Caught,
    of: (Number, &Statement),
) -> Vec<Figure> {
    let scope = ground.scope(of.0);
    let name = |suffix| Name { scope: &scope, suffix, measure: "reposts", unit: Unit::Reposts };
    let displayed = reach.sum(ground, of, &name("reposts.displayed"));
    let captured = caught.figure(ground, of.0, &name("reposts.captured"));
    let both = combine(&name("reposts"), displayed.as_ref(), captured.as_ref());
    [displayed, captured, both].into_iter().flatten().collect()
}

/// At least what was captured, at least what was displayed; at most what was displayed, unless more
/// was captured, in which case nothing bounds it and a finding says so.
fn combine(name: &Name<'_>, displayed: Option<&Figure>, captured: Option<&Figure>) -> Option<Figure> {
    let mut both = displayed.or(captured)?.clone();
    both.id = format!("{}.{}", name.scope, name.suffix);
    let (Some(displayed), Some(captured)) = (displayed, captured) else { return Some(both) };
    both.count = together(displayed.count, captured.count);
    // With one side free of near copies, that side's count is the undisputed one as well.
    let undisputed = |figure: &Figure| figure.disputed.unwrap_or(figure.count);
    let disputed = together(undisputed(displayed), undisputed(captured));
    both.disputed = Some(disputed).filter(|d| *d != both.count);
    both.as_of = [displayed.as_of, captured.as_of].into_iter().flatten().max_by_key(|stamp| stamp.at);
    // What the platform displayed leads; then as many captured reposts as there is room for.
    let room = crate::figure::MOST_PARTS.saturating_sub(displayed.parts.len());
    both.parts.extend(captured.parts.iter().take(room).cloned());
    both.parts_total = displayed.parts_total.saturating_add(captured.parts_total);
    if displayed.count.upper.is_some_and(|upper| upper < captured.count.lower) {
        let finding = Finding::warning("analysis-captured-exceeds-displayed")
            .with("captured", captured.count.lower)
            .with("displayed", displayed.count.to_string());
        both.findings.push(finding);
    }
    Some(both)
}

fn together(displayed: Count, captured: Count) -> Count {
    let lower = displayed.lower.max(captured.lower);
    Count { lower, upper: displayed.upper.filter(|upper| *upper >= captured.lower) }
}
