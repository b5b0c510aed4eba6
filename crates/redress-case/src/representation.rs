//! Who may act for whom: the rules that an entry about a party is held to.
//!
//! A refusal names the article. What the articles leave open, or what was not checked against a text, is a
//! note beside the entry and never a refusal.

use crate::party::{Because, Capacity, Kind, Party, PartyId, Relation};
use redress_base::{Date, Fault, Finding, Refusal};
use std::collections::BTreeMap;

/// Parties as they stand, by id.
pub type Parties = BTreeMap<PartyId, Party>;

/// Checks an entry about a party against the parties on file; gives what a person should know beside it.
///
/// # Errors
/// `Usage` where the entry contradicts itself, names a party that is not there, or the law does not let that
/// person act for the other in this way.
pub fn admit(parties: &Parties, party: &Party, today: Date) -> Result<Vec<Finding>, Refusal> {
    let next = parties.keys().next_back().map_or(1, |last| last.0.saturating_add(1));
    if party.id.0 == 0 || party.id.0 > next {
        let found = named("case-party-out-of-turn", party).with("next", PartyId(next).to_string());
        return Err(found.refuse(Fault::Usage));
    }
    for day in [party.died, party.until].into_iter().flatten() {
        if day > today {
            let found = named("case-party-future", party).with("day", day.to_string());
            return Err(found.refuse(Fault::Usage));
        }
    }
    if party.kind != Kind::Natural
        && (party.minor.is_some() || party.died.is_some() || party.relation.is_some())
    {
        return Err(usage("case-party-kind", party));
    }
    if party.capacity != Capacity::Respondent && !party.statements.is_empty() {
        return Err(usage("case-party-statements", party));
    }
    let mut notes = Vec::new();
    match party.capacity {
        Capacity::Relative | Capacity::Guardian | Capacity::Agent => acting(parties, party, &mut notes)?,
        _ if party.acts_for.is_some() || party.because.is_some() => {
            return Err(usage("case-party-acts-for-nobody", party));
        }
        _ => {}
    }
    if party.capacity == Capacity::Victim && party.kind != Kind::Natural {
        // 指导意见 1 (2023-09-20) speaks of individuals; 法释〔2001〕7号 gives a legal person no mental damages.
        notes.push(named("case-party-victim-no-person", party));
    }
    let needs_guardian = party.capacity == Capacity::Victim && party.minor == Some(true);
    if needs_guardian && !acted_for(parties, party.id, Capacity::Guardian) {
        notes.push(named("case-party-guardian-missing", party));
    }
    Ok(notes.into_iter().map(note).collect())
}

fn acting(parties: &Parties, party: &Party, notes: &mut Vec<Finding>) -> Result<(), Refusal> {
    let Some(target) = party.acts_for.and_then(|id| parties.get(&id)).filter(|target| target.id != party.id)
    else {
        return Err(usage("case-party-acts-for-whom", party));
    };
    match party.capacity {
        Capacity::Relative => relative(party, target, notes)?,
        Capacity::Guardian => guardian(party, target)?,
        _ => agent(parties, party, notes)?,
    }
    if party.proof.is_empty() {
        notes.push(named("case-party-proof-missing", party));
    }
    Ok(())
}

/// 刑法 98: close relatives complain where the victim is coerced or intimidated; 法释〔2021〕1号 317 (in force 2021-03-01):
/// where the victim is dead, incapable, of limited capacity, old, ill, blind, deaf or mute; 刑事诉讼法 114: dead or incapable.
fn relative(party: &Party, target: &Party, notes: &mut Vec<Finding>) -> Result<(), Refusal> {
    if target.capacity != Capacity::Victim {
        return Err(usage("case-party-relative-of-whom", party));
    }
    match party.relation {
        // 刑事诉讼法 108(6), in force 2018-10-26: spouse, parents, children, brothers and sisters of full blood.
        Some(Relation::Spouse | Relation::Parent | Relation::Child | Relation::Sibling) => {}
        // 民法典 1045, in force 2021-01-01, adds grandparents and grandchildren: which list holds is open.
        Some(Relation::Grandparent | Relation::Grandchild) => {
            notes.push(named("case-party-grandparent", party));
        }
        _ => return Err(usage("case-party-no-close-relative", party)),
    }
    match party.because {
        None | Some(Because::Minor | Because::Mandate) => Err(usage("case-party-why-relative", party)),
        // 民法典 994, in force 2021-01-01; 刑事诉讼法 114.
        Some(Because::Deceased) if target.died.is_none() => Err(usage("case-party-not-dead", party)),
        Some(_) => Ok(()),
    }
}

/// 民法典 27-28, 34 (in force 2021-01-01; article numbers unverified); 法释〔2024〕12号 4-13 for a respondent's guardian.
fn guardian(party: &Party, target: &Party) -> Result<(), Refusal> {
    let fits = match party.because {
        Some(Because::Minor) => target.minor != Some(false),
        Some(Because::Incapable) => true,
        _ => false,
    };
    if fits && target.kind == Kind::Natural { Ok(()) } else { Err(usage("case-party-why-guardian", party)) }
}

/// 刑事诉讼法 33, 46-47 (in force 2018-10-26; 33 and 47 unverified) and 民事诉讼法 61 (unverified): one or two agents.
fn agent(parties: &Parties, party: &Party, notes: &mut Vec<Finding>) -> Result<(), Refusal> {
    if !matches!(party.because, None | Some(Because::Mandate)) {
        return Err(usage("case-party-why-agent", party));
    }
    let of_same = |other: &&Party| {
        other.capacity == Capacity::Agent
            && other.acts_for == party.acts_for
            && other.id != party.id
            && other.until.is_none()
    };
    if parties.values().filter(of_same).count() >= 2 {
        notes.push(named("case-party-third-agent", party));
    }
    Ok(())
}

fn acted_for(parties: &Parties, id: PartyId, capacity: Capacity) -> bool {
    parties.values().any(|one| one.acts_for == Some(id) && one.capacity == capacity && one.until.is_none())
}

fn named(code: &str, party: &Party) -> Finding {
    Finding::error(code).with("party", party.id.to_string())
}

fn note(finding: Finding) -> Finding {
    Finding { level: redress_base::Level::Note, ..finding }
}

fn usage(code: &str, party: &Party) -> Refusal {
    named(code, party).refuse(Fault::Usage)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::{Parties, admit};
    use crate::party::{Because, Capacity, Kind, Party, PartyId, Relation};
    use redress_base::Date;

    const TODAY: Date = jiff::civil::date(2026, 11, 22);

    /// A natural person of whom nothing else is said.
    pub(crate) fn party(id: u16, capacity: Capacity) -> Party {
        Party {
            id: PartyId(id),
            capacity,
            kind: Kind::Natural,
            acts_for: None,
            relation: None,
            because: None,
            identity_unknown: false,
            minor: None,
            died: None,
            proof: Vec::new(),
            statements: Vec::new(),
            details: None,
            until: None,
        }
    }

    fn victim(died: bool, minor: bool) -> Parties {
        let died = died.then(|| jiff::civil::date(2025, 3, 1));
        let victim = Party { died, minor: Some(minor), ..party(1, Capacity::Victim) };
        Parties::from([(victim.id, victim)])
    }

    fn acting(capacity: Capacity, relation: Relation, because: Because) -> Party {
        let (acts_for, relation, because) = (Some(PartyId(1)), Some(relation), Some(because));
        Party { acts_for, relation, because, ..party(2, capacity) }
    }

    fn codes(parties: &Parties, party: &Party) -> Result<Vec<String>, String> {
        match admit(parties, party, TODAY) {
            Ok(notes) => Ok(notes.into_iter().map(|note| note.code).collect()),
            Err(refusal) => Err(refusal.finding.code),
        }
    }

    /// 刑事诉讼法 114, 法释〔2021〕1号 317 (2021-03-01): the mother of a dead victim sues; C30.
    #[test]
    fn a_close_relative_acts_for_the_dead() {
        let mother = acting(Capacity::Relative, Relation::Parent, Because::Deceased);
        assert_eq!(codes(&victim(true, false), &mother), Ok(vec!["case-party-proof-missing".to_owned()]));
        assert_eq!(codes(&victim(false, false), &mother), Err("case-party-not-dead".to_owned()));
    }

    /// 刑法 98: coerced or intimidated.
    #[test]
    fn a_close_relative_complains_for_the_coerced() {
        let brother = acting(Capacity::Relative, Relation::Sibling, Because::Coerced);
        assert!(codes(&victim(false, false), &brother).is_ok());
        let cousin = acting(Capacity::Relative, Relation::OtherRelative, Because::Coerced);
        assert_eq!(codes(&victim(false, false), &cousin), Err("case-party-no-close-relative".to_owned()));
        let grandmother = acting(Capacity::Relative, Relation::Grandparent, Because::Coerced);
        assert!(
            codes(&victim(false, false), &grandmother)
                .unwrap()
                .contains(&"case-party-grandparent".to_owned())
        );
        let unasked = acting(Capacity::Relative, Relation::Spouse, Because::Mandate);
        assert_eq!(codes(&victim(false, false), &unasked), Err("case-party-why-relative".to_owned()));
    }

    #[test]
    fn a_guardian_acts_for_a_minor_only() {
        let father = acting(Capacity::Guardian, Relation::Parent, Because::Minor);
        assert!(codes(&victim(false, true), &father).is_ok());
        assert_eq!(codes(&victim(false, false), &father), Err("case-party-why-guardian".to_owned()));
        let alone = Party { minor: Some(true), ..party(1, Capacity::Victim) };
        assert_eq!(codes(&Parties::new(), &alone), Ok(vec!["case-party-guardian-missing".to_owned()]));
    }

    #[test]
    fn what_contradicts_itself_is_refused() {
        let none = Parties::new();
        assert_eq!(codes(&none, &party(2, Capacity::Victim)), Err("case-party-out-of-turn".to_owned()));
        assert_eq!(codes(&none, &party(1, Capacity::Agent)), Err("case-party-acts-for-whom".to_owned()));
        let company = Party { kind: Kind::Legal, minor: Some(true), ..party(1, Capacity::Respondent) };
        assert_eq!(codes(&none, &company), Err("case-party-kind".to_owned()));
        let ahead = Party { died: Some(jiff::civil::date(2027, 1, 1)), ..party(1, Capacity::Victim) };
        assert_eq!(codes(&none, &ahead), Err("case-party-future".to_owned()));
        let own = Party { acts_for: Some(PartyId(1)), ..party(1, Capacity::Victim) };
        assert_eq!(codes(&none, &own), Err("case-party-acts-for-nobody".to_owned()));
    }

    #[test]
    fn a_third_agent_is_told_and_not_refused() {
        let mut parties = victim(false, false);
        for id in 2..4 {
            let one = Party { acts_for: Some(PartyId(1)), ..party(id, Capacity::Agent) };
            parties.insert(one.id, one);
        }
        let third = Party { acts_for: Some(PartyId(1)), ..party(4, Capacity::Agent) };
        assert!(codes(&parties, &third).unwrap().contains(&"case-party-third-agent".to_owned()));
    }
}
