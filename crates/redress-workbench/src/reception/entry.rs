//! What an entry of a ledger asks of the matrix: which act on what, and of which side or body.
//!
//! Whoever types a command and whoever brings a ledger in that was written elsewhere are asked the same.

use super::{Granted, Opening, Person, Reception};
use redress_base::{Fault, Finding, Refusal};
use redress_case::{Entry, Ledger, Mark, Purpose, Role as Kept, What, notice_duties};
use redress_law::{Body, Book};
use redress_procedure::Procedures;
use redress_rights::{Membership, NOT_OWN, Object, Role, Scope, Thing, UseCase, denial, on_case};

/// Of which side or body something is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Of whoever does it.
    Author,
    /// Of these bodies, all of them.
    Bodies(Vec<Body>),
    /// Of whoever made this earlier entry.
    Entry(u64),
    /// Of nobody in particular.
    Nobody,
}

/// What appending an entry asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The act.
    pub act: UseCase,
    /// On what.
    pub object: Object,
    /// Whose it is.
    pub whose: Whose,
}

impl Wanted {
    /// An act on something of nobody in particular.
    pub const fn of(act: UseCase, object: Object) -> Wanted {
        Wanted { act, object, whose: Whose::Nobody }
    }

    /// The same, on something of that side or body.
    #[must_use]
    pub fn whose(self, whose: Whose) -> Wanted {
        Wanted { whose, ..self }
    }

    /// Taking back or striking an earlier entry: a correction of the kind of thing that the entry is (刑事诉讼法 7,
    /// in force 2018-10-26).
    pub fn correction(ledger: &Ledger, entry: u64) -> Wanted {
        let object = ledger.entry(entry).map_or(Object::ProcedureEvent, |earlier| match earlier.what {
            What::Sealed { .. } | What::Read { .. } | What::Captured { .. } | What::Attested { .. } => {
                Object::Material
            }
            What::Claimed { .. }
            | What::Disputed { .. }
            | What::Decided { .. }
            | What::Labelled { .. }
            | What::Summarised { .. } => Object::Fact,
            What::Party { .. } => Object::Party,
            What::Noticed { .. } => Object::Notice,
            What::Filed { .. } => Object::Filing,
            _ => Object::ProcedureEvent,
        });
        Wanted::of(UseCase::Correct, object).whose(Whose::Entry(entry))
    }

    /// What appending this entry after `ledger` asks for; nothing where no one appends such an entry to a case.
    pub fn by_entry(ledger: &Ledger, what: &What) -> Option<Wanted> {
        use UseCase as Do;
        let own = |body: Body| Whose::Bodies(vec![body]);
        Some(match what {
            What::Opened { .. } => return None,
            What::Sealed { role: Kept::Checkpoint | Kept::Timestamp, .. }
            | What::Stamped { .. }
            | What::Checkpointed { .. }
            | What::Cosigned { .. } => Wanted::of(Do::Checkpoint, Object::Ledger),
            What::Sealed { .. }
            | What::Read { .. }
            | What::Captured { .. }
            | What::Attested { .. }
            | What::Handled { .. } => Wanted::of(Do::AddMaterial, Object::Material),
            What::Claimed { .. }
            | What::Disputed { .. }
            | What::Labelled { .. }
            | What::Summarised { .. } => Wanted::of(Do::EnterFact, Object::Fact),
            What::Withdrawn { entry, .. } | What::Struck { entry, .. } => Wanted::correction(ledger, *entry),
            What::Assessed { .. } => Wanted::of(Do::Assess, Object::Result),
            What::Packed { .. } => Wanted::of(Do::Pack, Object::Case),
            What::Party { .. } => Wanted::of(Do::EnterParty, Object::Party),
            What::Happened { event, .. } => {
                let named = event.body.as_ref().map(|body| body.kind);
                let bodies = step_bodies(&event.procedure, &event.event, named);
                // A step that the procedures do not know is nobody's.
                let whose = bodies.map_or(Whose::Nobody, Whose::Bodies);
                Wanted::of(Do::RecordEvent, Object::ProcedureEvent).whose(whose)
            }
            What::Noticed { notice } => Wanted::of(Do::ServeNotice, Object::Notice)
                .whose(Whose::Bodies(notice_bodies(&notice.duty, notice.by.kind))),
            What::Filed { filing } => Wanted::of(Do::FilePaper, Object::Filing).whose(own(filing.to.kind)),
            What::Decided { .. } | What::Renamed { .. } => Wanted::of(Do::Decide, Object::Case),
            What::Marked { marking } => {
                Wanted::of(marking_act(marking.mark), Object::Case).whose(own(marking.by.kind))
            }
            What::Hindered { .. } => Wanted::of(Do::RecordEvent, Object::ProcedureEvent).whose(Whose::Author),
            What::Exported { export } => match export.purpose {
                Purpose::Backup | Purpose::Counsel => Wanted::of(Do::ExportWhole, Object::Case),
                Purpose::Transfer => Wanted::of(Do::HandOver, Object::Transfer).whose(Whose::Author),
                Purpose::Publication => Wanted::of(Do::PublishSummary, Object::Case),
                // The entry does not say whose it is: it is of whoever made it.
                Purpose::Recommendation => Wanted::of(Do::Recommend, Object::Filing).whose(Whose::Author),
                Purpose::Paper => Wanted::of(Do::ViewUnmasked, Object::PersonalDetails),
            },
            What::Viewed { .. } => Wanted::of(Do::ViewUnmasked, Object::PersonalDetails),
            What::HandedOver { hand_over } => {
                Wanted::of(Do::HandOver, Object::Transfer).whose(own(hand_over.from.kind))
            }
            What::DrawnUp { .. } => Wanted::of(Do::ViewUnmasked, Object::PersonalDetails),
            What::Received { receipt } => {
                Wanted::of(Do::Receive, Object::Transfer).whose(own(receipt.by.kind))
            }
        })
    }
}

/// The act of setting or taking away a mark.
pub const fn marking_act(mark: Mark) -> UseCase {
    match mark {
        Mark::Supervised => UseCase::MarkSupervised,
        Mark::RapidResponse => UseCase::MarkRapid,
    }
}

/// Whose step this is: who takes it, as the procedure says, and the body that the entry names. `None` for a step that
/// the procedures do not know.
pub fn step_bodies(procedure: &str, event: &str, named: Option<Body>) -> Option<Vec<Body>> {
    let kind = Procedures::standard().get(procedure)?.event(event)?;
    Some([Some(kind.by), named].into_iter().flatten().collect())
}

/// Whose notice this is: who owes it, as the law book says, and who served it.
pub fn notice_bodies(duty: &str, by: Body) -> Vec<Body> {
    let owed = notice_duties(Book::standard()).find(|one| one.id == duty).map(|one| one.who);
    [owed, Some(by)].into_iter().flatten().collect()
}

/// The body or side for which a role records.
pub const fn body_of(role: Role) -> Option<Body> {
    match role {
        Role::Victim | Role::Relative | Role::Counsel => Some(Body::Person),
        Role::DeskPolice => Some(Body::Police),
        Role::DeskProcuratorate => Some(Body::Procuratorate),
        Role::DeskCourt => Some(Body::Court),
        Role::DeskLegalAid => Some(Body::LegalAid),
        Role::DeskPlatformLiaison => Some(Body::Platform),
        Role::Auditor | Role::Keeper => None,
    }
}

impl Reception<'_> {
    /// The membership that runs now, of a person on a case. `None` for a case that they are not on, and for one that
    /// there is not.
    ///
    /// # Errors
    /// `Storage`: the roster would not do it.
    pub fn membership(&mut self, person: &Person, case_id: &str) -> Result<Option<Membership>, Refusal> {
        let now = self.now();
        Ok(self.roster.membership(case_id, &person.name)?.filter(|one| one.runs(now)))
    }

    /// The thing that somebody on a case wants to act on: whether it is of their own side or body.
    ///
    /// # Errors
    /// `Storage`: the roster would not do it.
    pub fn thing(&mut self, own: &Membership, ledger: &Ledger, wanted: &Wanted) -> Result<Thing, Refusal> {
        let same = match &wanted.whose {
            Whose::Author => true,
            Whose::Nobody => false,
            Whose::Bodies(bodies) => {
                let mine = body_of(own.role);
                !bodies.is_empty() && bodies.iter().all(|body| Some(*body) == mine)
            }
            // Where there is no such entry, the act itself says so, to somebody who is on the case.
            Whose::Entry(entry) => match ledger.entry(*entry) {
                Some(earlier) => self.made_by_own_side(own, ledger, earlier)?,
                None => true,
            },
        };
        Ok(Thing { object: wanted.object, own: same })
    }

    /// Whether an entry was made by that member, or in a role of the same side or body.
    fn made_by_own_side(
        &mut self,
        own: &Membership,
        ledger: &Ledger,
        earlier: &Entry,
    ) -> Result<bool, Refusal> {
        if earlier.by == own.account.as_str() {
            return Ok(true);
        }
        // Who helps with a part of the case corrects what they entered themselves (个人信息保护法 44, in force
        // 2021-11-01: the person decides how far).
        if own.role == Role::Relative && own.scope != Scope::Whole {
            return Ok(false);
        }
        let mine = body_of(own.role);
        let members = self.roster.members(&own.case_id, &own.account)?;
        let made_in = |one: &Membership| mine.is_some() && body_of(one.role) == mine;
        let mut authors = members.iter().filter(|one| one.account.as_str() == earlier.by).peekable();
        // An author without an account came in with the file: that was made on the side that opened the case here.
        if authors.peek().is_none() {
            // In a file that was handed on, another body may have recorded its own steps under a name of its own.
            let handed_on = ledger.entries.iter().any(|one| matches!(one.what, What::HandedOver { .. }));
            let bodies = match Wanted::by_entry(ledger, &earlier.what).map(|wanted| wanted.whose) {
                Some(Whose::Bodies(bodies)) if handed_on => bodies,
                _ => Vec::new(),
            };
            let nobody_elses = bodies.iter().all(|body| Some(*body) == mine);
            return Ok(nobody_elses && members.first().is_some_and(made_in));
        }
        Ok(authors.any(made_in))
    }

    /// May this person bring in a ledger of a case that they are on, of which the office has the first `known`
    /// entries? Every later entry has to be theirs, and one that they might have made here.
    ///
    /// # Errors
    /// `Usage`, naming the first entry that may not come in. `Storage`: the roster would not do it.
    pub fn may_bring(
        &mut self,
        person: &Person,
        case_id: &str,
        ledger: &Ledger,
        known: usize,
    ) -> Result<Granted, Refusal> {
        let material = Thing::any(Object::Material);
        let granted = self.may(person, case_id, UseCase::AddMaterial, material)?;
        for entry in ledger.entries.iter().skip(known) {
            let claimed = match &entry.what {
                What::Claimed { claim, .. } => Some(claim.by.as_str()),
                _ => None,
            };
            // An entry under another name would count as that one's, who did not make it.
            let mine = person.name.as_str();
            if let Some(author) =
                [Some(entry.by.as_str()), claimed].into_iter().flatten().find(|by| *by != mine)
            {
                let found = Finding::error("workbench-brought-author").with("entry", entry.seq);
                return Err(found.with("author", author).refuse(Fault::Usage));
            }
            let refused = || {
                let found = Finding::error("workbench-brought-entry").with("entry", entry.seq);
                found.with("kind", entry.what.kind()).refuse(Fault::Usage)
            };
            let wanted = Wanted::by_entry(ledger, &entry.what).ok_or_else(refused)?;
            let thing = self.thing(&granted.membership, ledger, &wanted)?;
            match self.may(person, case_id, wanted.act, thing) {
                Ok(_) => {}
                Err(denied) if denied.fault == Fault::Usage => return Err(refused()),
                Err(other) => return Err(other),
            }
        }
        Ok(granted)
    }

    /// May this person receive a file that was handed over, of a case that they are on, as the body that they stand
    /// for? What is new in it was made elsewhere: none of it may stand under the name of an account of the case here.
    ///
    /// # Errors
    /// `Usage`: not for this role, or not of this body; or naming the first entry that may not come in. `Storage`: the
    /// roster would not do it.
    pub fn may_receive(
        &mut self,
        person: &Person,
        case_id: &str,
        body: Body,
        ledger: &Ledger,
        known: usize,
    ) -> Result<Granted, Refusal> {
        let own = self.membership(person, case_id)?.and_then(|one| body_of(one.role)) == Some(body);
        let thing = Thing { object: Object::Transfer, own };
        let granted = self.may(person, case_id, UseCase::Receive, thing)?;
        let members = self.roster.members(case_id, &person.name)?;
        let ours = |entry: &&Entry| members.iter().any(|one| one.account.as_str() == entry.by);
        if let Some(entry) = ledger.entries.iter().skip(known).find(ours) {
            let found = Finding::error("workbench-brought-author").with("entry", entry.seq);
            return Err(found.with("author", entry.by.as_str()).refuse(Fault::Usage));
        }
        Ok(granted)
    }

    /// Lets somebody receive a file of a case that is not here yet, as the body that one of their roles stands for;
    /// they are its first member then.
    ///
    /// # Errors
    /// `Usage`: their account holds no role of that body, or that role receives nothing.
    pub fn receiving(&mut self, person: &Person, case_id: &str, body: Body) -> Result<Opening, Refusal> {
        let role = person.holds.iter().copied().find(|role| body_of(*role) == Some(body));
        let role = role.ok_or_else(|| denial(NOT_OWN))?;
        let opening = self.opening(person, case_id, role)?;
        let own = Thing::own(Object::Transfer);
        let decision = on_case(Some(opening.membership()), UseCase::Receive, own, self.now());
        self.note_decision(person, UseCase::Receive, Object::Transfer, None, decision)?;
        decision.require().map(|_| opening)
    }
}
