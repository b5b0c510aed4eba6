//! The papers by whom they are for; in each group those first whose route is open.

use redress_forms::Form;
use redress_remedies::{Route, RouteId, State};

/// Papers of one group, each with the route that it belongs to.
type Group = (&'static str, &'static [(&'static str, Option<RouteId>)]);

/// Every paper in its group, in the order in which a case needs the groups.
const GROUPS: [Group; 9] = [
    (
        "platform",
        &[
            ("platform-notice", Some(RouteId::PlatformNotice)),
            ("counter-notice-reply", Some(RouteId::PlatformNotice)),
        ],
    ),
    (
        "police",
        &[
            ("criminal-report", Some(RouteId::PublicProsecution)),
            ("public-security-report", Some(RouteId::AdministrativePenalty)),
            ("reconsideration-application", Some(RouteId::FilingSupervision)),
            ("review-application", Some(RouteId::FilingSupervision)),
        ],
    ),
    (
        "criminal-court",
        &[
            ("complaint-defamation", Some(RouteId::PrivateProsecution)),
            ("complaint-insult", Some(RouteId::PrivateProsecution)),
            ("police-help-request", Some(RouteId::PoliceHelp)),
        ],
    ),
    (
        "civil-court",
        &[
            ("civil-complaint", Some(RouteId::CivilSuit)),
            ("injunction-application", Some(RouteId::Injunction)),
        ],
    ),
    ("any-court", &[("evidence-collection-application", None), ("evidence-preservation-application", None)]),
    (
        "procuratorate",
        &[
            ("filing-supervision-application", Some(RouteId::FilingSupervision)),
            ("public-interest-lead", Some(RouteId::PublicInterestSuit)),
        ],
    ),
    (
        "others",
        &[
            ("administrative-reconsideration", Some(RouteId::Reconsideration)),
            ("legal-aid-application", Some(RouteId::LegalAid)),
        ],
    ),
    (
        "annexes",
        &[
            ("evidence-list", None),
            ("evidence-volume", None),
            ("account-sheet", None),
            ("charts-annex", None),
            ("verification-report", None),
            ("challenges-annex", None),
        ],
    ),
    (
        "offices",
        &[
            ("notice-right-to-agent", None),
            ("notice-right-to-legal-aid", None),
            ("notice-progress", None),
            ("platform-recommendation", None),
            ("transfer-sheet", None),
        ],
    ),
];

/// Papers of one group in their order, each with the state of its route.
pub(crate) type Ordered = Vec<(&'static dyn Form, Option<State>)>;

/// The groups with their papers; those that can be used now come first, and otherwise the order of the table stands.
pub(crate) fn grouped(routes: &[Route]) -> Vec<(&'static str, Ordered)> {
    let state =
        |of: &Option<RouteId>| of.and_then(|id| Some(routes.iter().find(|route| route.id == id)?.state));
    let group = |(name, papers): &Group| {
        let found = papers.iter().filter_map(|(id, of)| Some((redress_forms::find(id)?, state(of))));
        let mut found: Ordered = found.collect();
        found.sort_by_key(|(_, state)| rank(*state));
        (*name, found)
    };
    GROUPS.iter().map(group).collect()
}

/// What belongs to no route can be used at any time.
const fn rank(state: Option<State>) -> u8 {
    match state {
        None | Some(State::Open) => 0,
        Some(State::Waiting) => 1,
        Some(State::Unknown) => 2,
        Some(State::Closed) => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::{GROUPS, grouped};
    use redress_words::{Language, Words};

    /// Nothing is lost between the groups, and nothing stands twice.
    #[test]
    fn every_paper_is_in_one_group_with_a_name_in_both_languages() {
        let mut listed: Vec<&str> =
            GROUPS.iter().flat_map(|(_, papers)| papers.iter().map(|(id, _)| *id)).collect();
        let mut all: Vec<&str> = redress_forms::forms().iter().map(|form| form.id()).collect();
        listed.sort_unstable();
        all.sort_unstable();
        assert_eq!(listed, all);
        let shown: usize = grouped(&[]).iter().map(|(_, papers)| papers.len()).sum();
        assert_eq!(shown, all.len());
        for language in [Language::En, Language::ZhHans] {
            for (group, _) in GROUPS {
                for code in ["for", "what"] {
                    assert!(Words::of(language).has(&format!("web-papers-{code}-{group}")), "{group}");
                }
            }
        }
    }
}
