//! A person on a paper, with what the official forms ask of one (法〔2025〕82号, forms 01 and 02, in force 2025-07-14).

use crate::Source;
use redress_case::{Because, Capacity, Details, Party, PartyId, Relation};
use redress_paper::Pen;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a person is asked for. What is absent was not given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PersonPart {
    /// Which party of the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub party: Option<PartyId>,
    /// Whether it is a legal person or another organisation.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub organisation: bool,
    /// 姓名 or 名称.
    pub name: Option<String>,
    /// 性别.
    pub sex: Option<String>,
    /// 出生日期.
    pub birth: Option<String>,
    /// 民族.
    pub ethnicity: Option<String>,
    /// 出生地.
    pub birthplace: Option<String>,
    /// 文化程度.
    pub education: Option<String>,
    /// 职业.
    pub occupation: Option<String>,
    /// 工作单位.
    pub employer: Option<String>,
    /// 户籍地.
    pub household: Option<String>,
    /// 住址 or 住所地.
    pub address: Option<String>,
    /// 联系电话.
    pub phone: Option<String>,
    /// 证件类型.
    pub id_kind: Option<String>,
    /// 证件号码 or 统一社会信用代码.
    pub id_number: Option<String>,
    /// 法定代表人 or 负责人, of an organisation.
    pub legal_representative: Option<String>,
}

/// Every detail that the official forms print of a natural person.
pub(crate) const ALL_DETAILS: &[&str] = &[
    "name",
    "sex",
    "birth",
    "ethnicity",
    "birthplace",
    "education",
    "occupation",
    "employer",
    "household",
    "address",
    "phone",
    "id-kind",
    "id-number",
    "representative",
    "licence",
];
/// What a civil paper prints of a person (民事诉讼法 124, in force 2024-01-01, day unverified).
pub(crate) const CIVIL_DETAILS: &[&str] = &[
    "name",
    "sex",
    "birth",
    "ethnicity",
    "employer",
    "occupation",
    "address",
    "phone",
    "id-kind",
    "id-number",
    "representative",
    "licence",
];
/// What a short application prints: who it is and where to reach them.
pub(crate) const SHORT_DETAILS: &[&str] = &["name", "employer", "address", "phone", "id-kind", "id-number"];
/// What a short application prints of an agent: the same, and the number under which a lawyer may practise (执业证号).
pub(crate) const AGENT_DETAILS: &[&str] =
    &["name", "employer", "address", "phone", "id-kind", "id-number", "licence"];
/// What is printed of the other side: every detail, and the accounts that a person named.
pub(crate) const RESPONDENT_DETAILS: &[&str] = &[
    "name",
    "sex",
    "birth",
    "ethnicity",
    "birthplace",
    "education",
    "occupation",
    "employer",
    "household",
    "address",
    "phone",
    "id-kind",
    "id-number",
    "representative",
    "licence",
    "accounts",
];

impl PersonPart {
    /// A party with what is known of it.
    pub(crate) fn of(source: &Source<'_>, party: &Party) -> PersonPart {
        let none = Details::default();
        let details = source.details.get(&party.id).unwrap_or(&none);
        let get = |field: &str| details.get(field).map(|value| value.reveal().clone());
        let organisation = party.kind != redress_case::Kind::Natural;
        PersonPart {
            party: Some(party.id),
            organisation,
            name: get("name"),
            sex: get("sex"),
            birth: get("birth"),
            ethnicity: get("ethnicity"),
            birthplace: get("birthplace"),
            education: get("education"),
            occupation: get("occupation"),
            employer: get("employer"),
            household: get("household"),
            address: get("address"),
            phone: get("phone"),
            id_kind: get("id-kind"),
            // A licence to practise is no number of an identity document; of an organisation it may be that of its business.
            id_number: get("id-number").or_else(|| get("licence").filter(|_| organisation)),
            legal_representative: get("representative"),
        }
    }

    /// Every standing party of a capacity. Where there is none, one empty person, so that the paper asks for it.
    pub(crate) fn all(source: &Source<'_>, capacity: Capacity) -> Vec<PersonPart> {
        let found: Vec<PersonPart> =
            standing(source, capacity).map(|party| PersonPart::of(source, &party)).collect();
        if found.is_empty() { vec![PersonPart::default()] } else { found }
    }

    /// The whole table of the official criminal forms: one a person, 14 elements.
    pub(crate) fn lay_full(&self, pen: &mut Pen<'_>, name: &str) {
        let mut rows = Vec::new();
        let fields = [
            ("person-name", "name", &self.name),
            ("person-sex", "sex", &self.sex),
            ("person-birth", "birth", &self.birth),
            ("person-ethnicity", "ethnicity", &self.ethnicity),
            ("person-birthplace", "birthplace", &self.birthplace),
            ("person-education", "education", &self.education),
            ("person-occupation", "occupation", &self.occupation),
            ("person-employer", "employer", &self.employer),
            ("person-household", "household", &self.household),
            ("person-address", "address", &self.address),
            ("person-phone", "phone", &self.phone),
            ("person-id-kind", "id_kind", &self.id_kind),
            ("person-id-number", "id_number", &self.id_number),
        ];
        for (key, field, value) in fields {
            pen.row(&mut rows, key, field, value.as_deref());
        }
        pen.grid(name, rows);
    }

    /// The short table of civil papers and applications.
    pub(crate) fn lay_short(&self, pen: &mut Pen<'_>, name: &str) {
        let mut rows = Vec::new();
        if self.organisation {
            pen.row(&mut rows, "person-organisation", "name", self.name.as_deref());
            pen.row(
                &mut rows,
                "person-legal-representative",
                "legal_representative",
                self.legal_representative.as_deref(),
            );
            pen.row(&mut rows, "person-seat", "address", self.address.as_deref());
            pen.row(&mut rows, "person-phone", "phone", self.phone.as_deref());
            pen.row(&mut rows, "person-credit-code", "id_number", self.id_number.as_deref());
        } else {
            pen.row(&mut rows, "person-name", "name", self.name.as_deref());
            let some = [
                ("person-sex", "sex", &self.sex),
                ("person-birth", "birth", &self.birth),
                ("person-ethnicity", "ethnicity", &self.ethnicity),
                ("person-employer", "employer", &self.employer),
                ("person-occupation", "occupation", &self.occupation),
            ];
            for (key, field, value) in some.into_iter().filter(|(.., value)| value.is_some()) {
                pen.row(&mut rows, key, field, value.as_deref());
            }
            pen.row(&mut rows, "person-address", "address", self.address.as_deref());
            pen.row(&mut rows, "person-phone", "phone", self.phone.as_deref());
            pen.row(&mut rows, "person-id-number", "id_number", self.id_number.as_deref());
        }
        pen.grid(name, rows);
    }
}

/// Parties of a capacity that take part on the day of the paper, in order; those of the other side that whoever signs leaves
/// out are not among them.
pub(crate) fn standing<'s>(source: &Source<'s>, capacity: Capacity) -> impl Iterator<Item = Party> + use<'s> {
    let source = *source;
    let parties = source.state.parties().into_values().filter(move |party| party.capacity == capacity);
    let here = move |party: &Party| party.until.is_none_or(|until| until >= source.today);
    parties.filter(here).filter(move |party| !source.leaves_out(&party.id.to_string()))
}

/// Somebody who acts for a party: agent, legal representative, or the relative who complains in the person's place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RepresentativePart {
    /// Who.
    #[serde(flatten)]
    pub person: NamedPerson,
    /// How they stand to the party.
    pub relation: Option<Relation>,
    /// Why they may act.
    pub because: Option<Because>,
    /// For which party.
    pub acts_for: Option<PartyId>,
}

/// Name and ways to reach somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct NamedPerson {
    /// Which party of the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub party: Option<PartyId>,
    /// 姓名.
    pub name: Option<String>,
    /// 工作单位.
    pub employer: Option<String>,
    /// 住址.
    pub address: Option<String>,
    /// 联系电话.
    pub phone: Option<String>,
    /// 证件号码.
    pub id_number: Option<String>,
    /// 执业证号, of a lawyer.
    pub licence: Option<String>,
}

impl RepresentativePart {
    /// Everybody of a capacity who acts for somebody.
    pub(crate) fn all(source: &Source<'_>, capacity: Capacity) -> Vec<RepresentativePart> {
        let of = |party: Party| {
            let person = PersonPart::of(source, &party);
            let own = |field: &str| {
                let details = source.details.get(&party.id)?;
                details.get(field).map(|value| value.reveal().clone())
            };
            RepresentativePart {
                person: NamedPerson {
                    party: person.party,
                    name: person.name,
                    employer: person.employer,
                    address: person.address,
                    phone: person.phone,
                    id_number: own("id-number"),
                    licence: own("licence"),
                },
                relation: party.relation,
                because: party.because,
                acts_for: party.acts_for,
            }
        };
        standing(source, capacity).map(of).collect()
    }

    /// Those of a capacity who act on the side of the person whose case it is: not the guardian or the agent of a
    /// respondent.
    pub(crate) fn for_victim(source: &Source<'_>, capacity: Capacity) -> Vec<RepresentativePart> {
        let parties = source.state.parties();
        let other_side = |id: PartyId| {
            let of = |id: PartyId| parties.get(&id);
            let own = |party: &Party| matches!(party.capacity, Capacity::Respondent | Capacity::Platform);
            // An agent may act for the guardian of a respondent: one step further.
            of(id).is_some_and(|party| own(party) || party.acts_for.and_then(of).is_some_and(own))
        };
        let mut all = RepresentativePart::all(source, capacity);
        all.retain(|one| !one.acts_for.is_some_and(other_side));
        all
    }

    /// Its table.
    pub(crate) fn lay(&self, pen: &mut Pen<'_>, name: &str) {
        let mut rows = Vec::new();
        let relation = self.relation.map(|relation| pen.say(&format!("relation-{}", relation.word())));
        let because = self.because.map(|because| pen.say(&format!("because-{}", because.word())));
        let person = &self.person;
        pen.row(&mut rows, "person-name", "name", person.name.as_deref());
        let relation = relation.unwrap_or_else(|| pen.absent("person-relation", "relation"));
        rows.push(vec![
            redress_paper::Cell::label(pen.say("person-relation")),
            redress_paper::Cell::of(relation),
        ]);
        if let Some(because) = because {
            rows.push(vec![
                redress_paper::Cell::label(pen.say("person-because")),
                redress_paper::Cell::of(because),
            ]);
        }
        let more = [
            ("person-employer", "employer", &person.employer),
            ("person-address", "address", &person.address),
            ("person-phone", "phone", &person.phone),
        ];
        for (key, field, value) in more {
            pen.row(&mut rows, key, field, value.as_deref());
        }
        // A lawyer stands with the number under which they practise, or with that of their identity document; whoever else acts,
        // with the latter.
        let lawyer = matches!(self.relation, Some(Relation::Lawyer | Relation::LegalAid));
        if person.licence.is_some() || (lawyer && person.id_number.is_none()) {
            pen.row(&mut rows, "person-licence", "licence", person.licence.as_deref());
        }
        if person.id_number.is_some() || !lawyer {
            pen.row(&mut rows, "person-id-number", "id_number", person.id_number.as_deref());
        }
        pen.grid(name, rows);
    }
}
