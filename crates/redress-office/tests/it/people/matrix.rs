//! The whole matrix on the real store, and that who is not on a case cannot tell it from none.

use super::front::{Front, code, front, told};
use redress_rights::{NO_SUCH_CASE, Object, Range, Role, Scope, Thing, UseCase};
use redress_workbench::{NewMember, Person};
use std::collections::BTreeSet;

const CASE: &str = "rd-0123456789abcdef";

/// Every role on one case; a helping relative twice, with the whole and with a part.
fn everybody(front: &mut Front) -> Vec<(Person, Role, Scope)> {
    let victim = front.person("victim", &[Role::Victim]);
    front.case(&victim, CASE, Role::Victim);
    let part = Scope::Only(BTreeSet::from([Object::Notice, Object::Material]));
    let mut all = vec![(victim.clone(), Role::Victim, Scope::Whole)];
    for role in Role::ALL.iter().filter(|role| ![Role::Victim, Role::Keeper].contains(role)) {
        let person = front.person(role.id(), &[*role]);
        front.add(&victim, CASE, role.id(), *role).unwrap();
        all.push((person, *role, Scope::Whole));
    }
    let person = front.person("relative-in-part", &[Role::Relative]);
    let new = NewMember {
        account: "relative-in-part".into(),
        role: Role::Relative,
        scope: part.clone(),
        until: None,
    };
    front.reception().add_member(&victim, CASE, new).unwrap();
    all.push((person, Role::Relative, part));
    all
}

/// One row of the table that people read, `docs/rights.md`: what a role may there, in its word.
struct Printed {
    use_case: UseCase,
    object: Object,
    cells: Vec<String>,
    entry: bool,
}

/// The table as it stands on the page, not as the program holds it.
fn printed() -> Vec<Printed> {
    let page = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/rights.md");
    let page = std::fs::read_to_string(page).unwrap();
    let names = redress_words::Words::new(redress_words::Language::ZhHans);
    let rows = page.lines().filter(|line| line.starts_with("| `"));
    rows.map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let id = cells[0].split('`').nth(1).unwrap();
        let object = Object::ALL.iter().find(|one| names.say(&one.word(), &[]) == cells[1]);
        Printed {
            use_case: UseCase::from_id(id).unwrap(),
            object: *object.unwrap(),
            cells: cells[2..12].iter().map(|cell| (*cell).to_owned()).collect(),
            entry: cells[12] == "entry",
        }
    })
    .collect()
}

impl Printed {
    /// What the word in the table allows: somebody with that scope, on their own or on another's.
    fn allows(&self, role: Role, scope: &Scope, own: bool) -> bool {
        let at = Role::ALL.iter().position(|one| *one == role).unwrap();
        let within = match scope {
            Scope::Whole => true,
            Scope::Only(kinds) => kinds.contains(&self.object),
        };
        match self.cells[at].as_str() {
            "" => false,
            "yes" => true,
            "given" => within,
            "whole" => *scope == Scope::Whole,
            word => {
                assert_eq!(word, "own", "{} {}", self.use_case, self.object);
                own && (within || self.use_case.range() == Range::Office)
            }
        }
    }
}

#[test]
fn every_role_with_every_use_case_on_every_thing() {
    let Some(mut front) = front("matrix::every_role") else { return };
    let all = everybody(&mut front);
    let table = printed();
    assert!(table.len() > 50, "{}", table.len());
    let mut asked = 0;
    for (person, role, scope) in &all {
        for row in &table {
            for own in [true, false] {
                asked += 1;
                let (use_case, thing) = (row.use_case, Thing { object: row.object, own });
                let answer = if use_case.range() == Range::Office {
                    front.reception().may_in_office(person, use_case, thing).map(|()| row.entry)
                } else {
                    front.reception().may(person, CASE, use_case, thing).map(|granted| granted.entry)
                };
                let about = format!("{role} {scope:?} {use_case} {} own: {own}", row.object);
                assert_eq!(answer.is_ok(), row.allows(*role, scope, own), "{about}");
                match answer {
                    Ok(entry) => assert_eq!(entry, row.entry, "{about}"),
                    Err(refusal) => assert_eq!(refusal.fault, redress_base::Fault::Usage, "{about}"),
                }
            }
        }
        // An act on a thing that it does not act on.
        let odd = front.reception().may(person, CASE, UseCase::Assess, Thing::any(Object::Ledger));
        assert_eq!(code(odd), "rights-no-such-act");
    }
    assert!(asked > 1000, "{asked}");
    // Every denial, and every act that needs an entry, stands in the log.
    let logged = front.count("SELECT count(*) FROM redress.office_log WHERE outcome <> 'allowed'");
    assert!(logged > 500, "{logged}");
}

/// The same sentence, code, exit code and arguments, and the same lines of the log, whether the case is there
/// or not; and the same for somebody whose membership has ended.
#[test]
fn who_is_not_on_a_case_cannot_tell_it_from_none() {
    let Some(mut front) = front("matrix::who_is_not") else { return };
    let all = everybody(&mut front);
    let stranger = front.person("stranger", Role::ALL);
    let left = front.person("left", &[Role::Counsel]);
    front.add(&all[0].0, CASE, "left", Role::Counsel).unwrap();
    front.reception().remove_member(&all[0].0, CASE, "left").unwrap();
    let logged = "SELECT coalesce(jsonb_agg(to_jsonb(l) - 'id' - 'at' ORDER BY id), '[]')::text \
                  FROM redress.office_log l WHERE id > $1";
    for person in [&stranger, &left] {
        let mut heard = Vec::new();
        for case_id in [CASE, "rd-ffffffffffffffff", "", "no\0case", &"x".repeat(9999)] {
            let before = front.count("SELECT coalesce(max(id), 0) FROM redress.office_log");
            let mut told_here = Vec::new();
            for use_case in UseCase::ALL {
                // Every pair without a store: the tests of the rights room.
                for object in [Object::Case, Object::PersonalDetails] {
                    let thing = Thing::own(object);
                    told_here.push(told(front.reception().may(person, case_id, *use_case, thing)));
                }
            }
            told_here.push(told(front.reception().members(person, case_id)));
            told_here.push(told(front.reception().remove_member(person, case_id, "victim")));
            let new =
                NewMember { account: "x".into(), role: Role::Counsel, scope: Scope::Whole, until: None };
            told_here.push(told(front.reception().add_member(person, case_id, new)));
            let lines: String = front.room.admin().query_one(logged, &[&before]).unwrap().get(0);
            heard.push((told_here, lines));
        }
        assert!(
            heard[0].0.iter().all(|(_, finding)| finding.code == NO_SUCH_CASE && finding.args.is_empty())
        );
        for other in &heard[1..] {
            assert!(*other == heard[0], "{}", person.name());
        }
        assert_eq!(front.reception().list_cases(person).unwrap(), []);
        assert_eq!(front.office.acting_for(person).unwrap().cases().unwrap(), []);
    }
}

#[test]
fn everybody_lists_their_own_cases_and_no_other() {
    let Some(mut front) = front("matrix::everybody_lists") else { return };
    let (ann, bob) =
        (front.person("ann", &[Role::Victim]), front.person("bob", &[Role::Victim, Role::Counsel]));
    front.case(&ann, "rd-a", Role::Victim);
    front.case(&bob, "rd-b", Role::Victim);
    front.add(&ann, "rd-a", "bob", Role::Counsel).unwrap();
    let mut list = |person: &Person| -> Vec<(String, Role)> {
        front.reception().list_cases(person).unwrap().into_iter().map(|one| (one.case_id, one.role)).collect()
    };
    assert_eq!(list(&ann), [("rd-a".into(), Role::Victim)]);
    // Counsel in one case, the person concerned in another.
    assert_eq!(list(&bob), [("rd-a".into(), Role::Counsel), ("rd-b".into(), Role::Victim)]);
    let keeper = front.sign_in("keeper");
    assert_eq!(code(front.reception().list_cases(&keeper)), "rights-denied-keeper");
}
