//! The side of the person whose case it is: who sues or applies, by whom they are represented, and whom they act for where
//! the person has died.

use super::{AGENT_DETAILS, CIVIL_DETAILS, PersonPart, RepresentativePart, SHORT_DETAILS, day_zh, recorded};
use crate::Source;
use redress_case::{Because, Capacity, Party, Relation};
use redress_paper::{ExhibitRef, Pen, Run};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Somebody who sues or applies.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ApplicantPart {
    /// Who.
    pub person: PersonPart,
    /// For which dead person (民法典 994, in force 2021-01-01).
    pub deceased: Option<String>,
    /// The day of that death.
    pub died: Option<String>,
    /// How they stood to that person.
    pub relation: Option<Relation>,
    /// Whether that person has no spouse and no children, and the parents are dead: then other close relatives may sue.
    pub no_nearer: Option<bool>,
    /// What shows the relation.
    pub exhibits: Vec<ExhibitRef>,
}

/// The whole side.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ClaimantPart {
    /// One table each.
    pub applicants: Vec<ApplicantPart>,
    /// 法定代理人.
    pub guardians: Vec<RepresentativePart>,
    /// 委托诉讼代理人.
    pub agents: Vec<RepresentativePart>,
}

/// Witnesses on file.
pub(crate) fn witnesses(source: &Source<'_>) -> Vec<PersonPart> {
    super::person::standing(source, Capacity::Witness).map(|party| PersonPart::of(source, &party)).collect()
}

/// Which details of this side a civil paper prints.
pub(crate) const CLAIMANT_DETAILS: [(Capacity, &[&str]); 4] = [
    (Capacity::Victim, CIVIL_DETAILS),
    (Capacity::Relative, CIVIL_DETAILS),
    (Capacity::Guardian, SHORT_DETAILS),
    (Capacity::Agent, AGENT_DETAILS),
];

impl ClaimantPart {
    /// The side as the file has it. Of somebody who died, the close relatives sue in their own name (民法典 994).
    pub(crate) fn of(source: &Source<'_>) -> ClaimantPart {
        let parties = source.state.parties();
        let victims = super::person::standing(source, Capacity::Victim);
        let mut applicants = Vec::new();
        for victim in victims {
            if victim.died.is_none() {
                let person = PersonPart::of(source, &victim);
                applicants.push(ApplicantPart { person, ..ApplicantPart::default() });
                continue;
            }
            let of_victim = |party: &&Party| {
                party.acts_for == Some(victim.id)
                    && party.capacity == Capacity::Relative
                    && party.because == Some(Because::Deceased)
                    && party.until.is_none_or(|until| until >= source.today)
            };
            let relatives: Vec<&Party> = parties.values().filter(of_victim).collect();
            applicants.extend(relatives.iter().map(|party| ApplicantPart::relative(source, party, &victim)));
            if relatives.is_empty() {
                applicants.push(ApplicantPart::nobody_yet(source, &victim));
            }
        }
        if applicants.is_empty() {
            applicants.push(ApplicantPart::default());
        }
        ClaimantPart {
            applicants,
            guardians: RepresentativePart::for_victim(source, Capacity::Guardian),
            agents: RepresentativePart::for_victim(source, Capacity::Agent),
        }
    }

    /// Whether every one of them is an organisation.
    pub(crate) fn organisations_alone(&self) -> bool {
        !self.applicants.is_empty() && self.applicants.iter().all(|one| one.person.organisation)
    }

    /// Whether somebody sues for a dead person.
    pub(crate) fn for_the_dead(&self) -> bool {
        self.applicants.iter().any(|one| one.deceased.is_some())
    }

    /// Its tables. `applicant` is the key of what they are called: plaintiff, applicant.
    pub(crate) fn lay(&self, pen: &mut Pen<'_>, applicant: &str) {
        pen.within("claimant", |pen| {
            let all = if self.applicants.is_empty() {
                &[ApplicantPart::default()] as &[ApplicantPart]
            } else {
                &self.applicants
            };
            for (at, one) in all.iter().enumerate() {
                pen.heading(2, applicant);
                pen.within("applicants", |pen| pen.within(at, |pen| one.lay(pen, applicant)));
            }
            for (field, key, all) in
                [("guardians", "legal-representative", &self.guardians), ("agents", "agent", &self.agents)]
            {
                for (at, one) in all.iter().enumerate() {
                    pen.heading(2, key);
                    pen.within(field, |pen| pen.within(at, |pen| one.lay(pen, key)));
                }
            }
        });
    }

    /// The lines to be signed: whoever applies, and the legal representative where there is one.
    pub(crate) fn signatures(&self, pen: &Pen<'_>, signed: &str) -> Vec<Vec<Run>> {
        let mut lines = vec![pen.say(signed)];
        if !self.guardians.is_empty() {
            lines.push(pen.say("guardian-signed"));
        }
        lines
    }
}

impl ApplicantPart {
    fn relative(source: &Source<'_>, party: &Party, victim: &Party) -> ApplicantPart {
        ApplicantPart {
            person: PersonPart::of(source, party),
            relation: party.relation,
            no_nearer: recorded::truth(source, "no_nearer_relative"),
            exhibits: party.proof.iter().filter_map(|item| source.exhibit(*item)).collect(),
            ..ApplicantPart::nobody_yet(source, victim)
        }
    }

    /// Somebody died, and who applies is not on file.
    fn nobody_yet(source: &Source<'_>, victim: &Party) -> ApplicantPart {
        let name = PersonPart::of(source, victim).name;
        // Without a name the paper still says that it is about a dead person, by the number of the party.
        let deceased = Some(name.unwrap_or_else(|| victim.id.to_string()));
        ApplicantPart { deceased, died: victim.died.map(day_zh), ..ApplicantPart::default() }
    }

    fn lay(&self, pen: &mut Pen<'_>, name: &str) {
        pen.within("person", |pen| self.person.lay_short(pen, name));
        let Some(deceased) = &self.deceased else { return };
        let relation = match self.relation {
            Some(relation) => pen.say(&format!("relation-{}", relation.word())),
            None => pen.absent("deceased-relation", "relation"),
        };
        let died = pen.value("deceased-day", "died", self.died.as_deref());
        let exhibits = pen.exhibits(&self.exhibits);
        let values = [
            ("name", vec![Run::filled(deceased.as_str())]),
            ("died", died),
            ("relation", relation),
            ("exhibits", exhibits),
        ];
        let runs = pen.say_with("applicant-for-deceased", &values);
        pen.paragraph(runs);
        // 民法典 994 (in force 2021-01-01): other close relatives only where the nearer ones are not there.
        let nearest =
            matches!(self.relation, Some(Relation::Spouse | Relation::Child | Relation::Parent) | None);
        if !nearest {
            let runs = match self.no_nearer {
                Some(true) => pen.say("no-nearer-said"),
                _ => pen.absent("no-nearer", "no_nearer"),
            };
            pen.paragraph(runs);
        }
    }
}
