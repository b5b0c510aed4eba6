//! What can be claimed in a civil suit, each claim for itself, and what the suit costs (民法典 995, 1000, 1179-1183,
//! in force 2021-01-01; 法释〔2014〕11号 11-12; 诉讼费用交纳办法 13-16, 29, 45, 47).

use crate::cite::{
    CIVIL_CODE, CRIMINAL_PROCEDURE_INTERPRETATION, FEES, LEGAL_AID, MENTAL_DAMAGES, NETWORK_TORT,
};
use crate::desk::Desk;
use crate::element::Element;
use crate::infringement::{infringement, infringement_with};
use crate::part::Part;
use crate::{Branch, Fee};
use redress_base::Value;
use redress_facts::{Datum, Scope};

/// At most so much where neither loss nor gain can be determined (法释〔2014〕11号 12(2)).
const COURT_FIXES_AT_MOST: u64 = 500_000;

/// Every claim, in the order in which a complaint names them.
pub(crate) fn claims(desk: &Desk<'_>) -> Vec<Branch> {
    let infringed = infringement(desk);
    let law = |articles: &[&str]| articles.iter().map(|article| CIVIL_CODE.art(article)).collect::<Vec<_>>();
    let going_on = desk.fact(&Scope::Case, "ongoing_or_imminent");
    let stop = Part::all(vec![infringed.clone(), Part { element: going_on, lines: vec![] }]);
    let fixed = vec![NETWORK_TORT.art("12").item("2"), CIVIL_CODE.art("1182")];
    let costs = || vec![NETWORK_TORT.art("12").item("1")];
    let claim = |code: &str, rule: &str, cites| Branch::new(code, &infringement_with(desk, rule), cites);
    vec![
        Branch::new("remedies-claim-stop", &stop, law(&["995", "1167"])),
        Branch::new("remedies-claim-apologise", &infringed, law(&["995", "1000"]))
            .also(&["remedies-claim-court-publishes"]),
        mental_damages(desk),
        claim("remedies-claim-loss", "cc1182-property-loss", law(&["1182"])),
        Branch {
            yuan_to: Some(COURT_FIXES_AT_MOST),
            ..claim("remedies-claim-court-fixes", "fs2014-11-court-fixed", fixed)
        },
        claim("remedies-claim-costs", "fs2014-11-costs", costs()),
        claim("remedies-claim-lawyer-fees", "fs2014-11-lawyer-fees", costs()),
    ]
}

/// Natural persons only, severe harm only; after a criminal case such a claim is as a rule not accepted, so that the
/// claim is contested where the file takes that way.
fn mental_damages(desk: &Desk<'_>) -> Branch {
    let trap = desk.rule(&Scope::Case, "ps-mental-damages-trap");
    let mut parts = vec![infringement_with(desk, "cc1183-mental-damages")];
    if trap.value == Value::TT {
        let open = Element { value: Value::FT, ..trap };
        let cites = vec![CRIMINAL_PROCEDURE_INTERPRETATION.art("175").item("2")];
        parts.push(Part::line("remedies-claim-after-criminal-case", &Scope::Case, open, cites).contested());
    }
    let cites = vec![CIVIL_CODE.art("1183"), MENTAL_DAMAGES.art("4"), MENTAL_DAMAGES.art("5")];
    Branch::new("remedies-claim-mental-damages", &Part::all(parts), cites)
        .also(&["remedies-claim-mental-damages-weighed"])
}

/// The fee of a suit over personality rights, with what the damages claimed add.
pub(crate) fn fee(desk: &Desk<'_>) -> Fee {
    let claimed = claimed(desk);
    let (from, to) = claimed.map_or((0, Some(0)), |(low, high)| (added(low), high.map(added)));
    let cites = vec![FEES.art("13"), FEES.art("15"), FEES.art("16"), FEES.art("29")];
    let suit = Fee {
        yuan_to: to.map(|to| 500 + to),
        ..Fee::new("remedies-fee-personality-suit", 100 + from, 500, cites)
    };
    let preservation = Fee::new("remedies-fee-preservation", 30, 30, vec![FEES.art("14")]);
    let relief = Fee::unset("remedies-fee-relief", vec![FEES.art("45"), FEES.art("47"), LEGAL_AID.art("29")]);
    let also = if claimed.is_some() { "remedies-fee-damages-counted" } else { "remedies-fee-damages-add" };
    suit.also(&[also, "remedies-fee-halved", "remedies-fee-loser-pays"]).then(preservation).then(relief)
}

/// The damages claimed, in yuan: the least and the most that anyone on file names; no most where nothing bounds it.
fn claimed(desk: &Desk<'_>) -> Option<(u64, Option<u64>)> {
    let counts = || {
        desk.claims(&Scope::Case, "damages_claimed").iter().filter_map(|claim| match &claim.value {
            Datum::Count(of) => Some(of.count),
            _ => None,
        })
    };
    let low = counts().map(|count| count.lower).min()?;
    let high = counts().map(|count| count.upper).collect::<Option<Vec<u64>>>();
    Some((low, high.and_then(|all| all.into_iter().max())))
}

/// Nothing up to 50,000; one per cent of the part up to 100,000; half a per cent of the part above.
const fn added(yuan: u64) -> u64 {
    let middle = if yuan > 100_000 { 50_000 } else { yuan.saturating_sub(50_000) };
    middle.div_ceil(100) + yuan.saturating_sub(100_000).div_ceil(200)
}

#[cfg(test)]
mod tests {
    use super::added;

    /// 诉讼费用交纳办法 13: 不超过五万元 / 超过五万元至十万元 / 超过十万元.
    #[test]
    fn what_the_damages_add_to_the_fee() {
        for (claimed, extra) in
            [(0, 0), (50_000, 0), (50_100, 1), (100_000, 500), (100_200, 501), (200_000, 1_000)]
        {
            assert_eq!(added(claimed), extra, "{claimed}");
        }
    }
}
