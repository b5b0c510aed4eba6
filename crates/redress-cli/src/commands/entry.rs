//! An entry of the ledger in a few words of the person's language, without anything that identifies a person.

use super::Session;
use redress_case::{Entry, HandOver, Ledger, Marking, Organ, View, What};
use redress_facts::{CountOf, Datum, Vocabulary};
use redress_law::Book;
use redress_procedure::{Event, Procedures};
use std::collections::BTreeMap;

/// Which entries count no more, or not as they stand, and by which later entry.
pub(crate) struct Undone {
    by: BTreeMap<u64, (&'static str, u64)>,
}

impl Undone {
    /// Reads what later entries say of earlier ones.
    pub(crate) fn of(ledger: &Ledger) -> Undone {
        let mut by = BTreeMap::new();
        for entry in &ledger.entries {
            match entry.what {
                What::Struck { entry: of, .. } => {
                    // A dispute that was struck disputes nothing.
                    if let Some(What::Disputed { entry: claim, .. }) = ledger.entry(of).map(|one| &one.what) {
                        by.retain(|seq, (word, _)| !(seq == claim && *word == "disputed"));
                    }
                    by.insert(of, ("struck", entry.seq));
                }
                What::Withdrawn { entry: of, .. } => {
                    by.insert(of, ("withdrawn", entry.seq));
                }
                What::Disputed { entry: of, .. } => {
                    by.entry(of).or_insert(("disputed", entry.seq));
                }
                _ => {}
            }
        }
        Undone { by }
    }

    /// How an entry stands where a later one speaks of it: `struck`, `withdrawn` or `disputed`, and by which.
    pub(crate) fn mark(&self, seq: u64) -> Option<(&'static str, u64)> {
        self.by.get(&seq).copied()
    }
}

impl Session<'_> {
    /// What kind of entry it is, and what it is about.
    pub(crate) fn entry(&self, entry: &Entry) -> String {
        let kind = self.words.say(&format!("case-entry-{}", entry.what.kind()), &[]);
        let about = self.about(&entry.what);
        if about.is_empty() { kind } else { format!("{kind}  {about}") }
    }

    /// The sentence of a word, or the word itself where there is none.
    fn say_word(&self, code: &str, word: &str) -> String {
        if self.words.has(code) { self.words.say(code, &[]) } else { word.to_owned() }
    }

    /// A body by its kind, and by its name where one is on file.
    pub(crate) fn organ(&self, organ: &Organ) -> String {
        let kind = self.say_word(&format!("law-body-{}", organ.kind.word()), organ.kind.word());
        organ.name.as_ref().map_or(kind.clone(), |name| format!("{name} ({kind})"))
    }

    fn about(&self, what: &What) -> String {
        match what {
            What::Opened { case_id, .. } => case_id.clone(),
            What::Sealed { item, role } => {
                let role = serde_json::to_value(role).ok();
                let role = role.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default();
                format!("{} {}", item.id, self.say_word(&format!("report-role-{}", role), role))
            }
            What::Read { item, format, mapping } => {
                let by = mapping.map(|mapping| format!(" ({mapping})")).unwrap_or_default();
                format!("{item} {format}{by}")
            }
            What::Claimed { anchor, term, claim } => {
                let scope = match anchor {
                    redress_case::Anchor::Case => self.words.say("cli-scope-case", &[]),
                    post @ redress_case::Anchor::Post(_) => post.to_string(),
                };
                format!("{scope} · {} = {}", self.term(term), self.datum(&claim.value))
            }
            What::Withdrawn { entry, .. } | What::Disputed { entry, .. } | What::Struck { entry, .. } => {
                format!("#{entry}")
            }
            What::Assessed { today, .. } => self.words.date(*today),
            What::Packed { to, .. } => to.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join(", "),
            What::Checkpointed { checkpoint } => self.log_size(checkpoint),
            What::Cosigned { checkpoint, cosigner } => {
                let name = cosigner.split('+').next().unwrap_or_default();
                format!("{name} · {}", self.log_size(checkpoint))
            }
            What::Party { party, reason } => match reason {
                Some(reason) => format!("{}: {reason}", self.party(party)),
                None => self.party(party),
            },
            What::Happened { event, .. } => self.step(event),
            _ => self.recorded(what),
        }
    }

    /// How many entries of the evidence log a checkpoint is about.
    fn log_size(&self, checkpoint: &str) -> String {
        let text = redress_evidence::note::text(checkpoint);
        let signed = text.and_then(|text| redress_evidence::checkpoint::Checkpoint::parse(text).ok());
        signed.map_or(String::new(), |signed| self.words.say("cli-log-size", &[("size", signed.size.into())]))
    }

    fn recorded(&self, what: &What) -> String {
        let date = |day| self.words.date(day);
        match what {
            What::Noticed { notice } => {
                let duty = self.duty(&notice.duty);
                let how =
                    self.say_word(&format!("case-served-{}", notice.service.word()), notice.service.word());
                let by = self.organ(&notice.by);
                format!("{} {duty} · {by} → {} · {how}", date(notice.on), notice.to)
            }
            What::Filed { filing } => {
                format!("{} {} → {}", date(filing.on), filing.paper, self.organ(&filing.to))
            }
            What::Decided { decision } => format!("{}: {}", decision.question, decision.answer),
            What::Marked { marking } => self.marking(marking),
            What::Hindered { obstacle } => {
                let to = obstacle.to.map(|day| format!("–{}", date(day))).unwrap_or_default();
                format!("{}{to} {}", date(obstacle.from), self.limit(&obstacle.limit))
            }
            What::Exported { export } => {
                let to = export.to.as_deref().map(|to| format!(" → {to}")).unwrap_or_default();
                format!(
                    "{}{to}",
                    self.say_word(&format!("cli-purpose-{}", export.purpose.word()), export.purpose.word())
                )
            }
            What::Viewed { view } => self.view(view),
            What::HandedOver { hand_over } => self.hand_over(hand_over),
            What::DrawnUp { paper } => paper.form.clone(),
            What::Labelled { labelling } => {
                let code = if labelling.set { "cli-labelled" } else { "cli-labelled-off" };
                let args =
                    [("label", labelling.label.as_str().into()), ("posts", labelling.posts.len().into())];
                self.words.say(code, &args)
            }
            What::Summarised { summary } => format!("{}: {}", summary.post, summary.text),
            What::Renamed { cover } => cover.clone(),
            What::Received { receipt } => format!("{} {}", date(receipt.on), self.organ(&receipt.by)),
            _ => self.custody(what),
        }
    }

    /// Where items come from and what became of them.
    fn custody(&self, what: &What) -> String {
        match what {
            What::Captured { capture } => {
                let word = capture.operator.word();
                format!("{} · {}", capture.item, self.say_word(&format!("case-operator-{word}"), word))
            }
            What::Attested { attestation } => {
                let word = attestation.kind.word();
                let of: Vec<String> = attestation.of.iter().map(ToString::to_string).collect();
                let kind = self.say_word(&format!("case-proof-{word}"), word);
                format!("{} {kind} → {}", attestation.proof, of.join(" "))
            }
            What::Stamped { stamping } => format!("{} {}", stamping.token, stamping.authority),
            What::Handled { handling } => {
                let word = handling.act.word();
                format!("{} · {}", handling.item, self.say_word(&format!("case-act-{word}"), word))
            }
            _ => String::new(),
        }
    }

    fn view(&self, view: &View) -> String {
        let mut parts = vec![self.say_word(&format!("cli-seen-{}", view.seen.word()), view.seen.word())];
        parts.extend(view.of.clone());
        let what_for = |purpose: &str| self.words.say("cli-log-purpose", &[("purpose", purpose.into())]);
        // What the program itself looks for is said in the person's language.
        parts.extend(view.purpose.as_deref().map(|purpose| match purpose {
            "leak check" => what_for(&self.words.say("cli-purpose-leak-check", &[])),
            typed => what_for(typed),
        }));
        parts.join(" · ")
    }

    fn hand_over(&self, one: &HandOver) -> String {
        let way = self.say_word(&format!("case-way-{}", one.transfer.word()), one.transfer.word());
        let (from, to) = (self.organ(&one.from), self.organ(&one.to));
        format!("{} {from} → {to} · {way}", self.words.date(one.on))
    }

    fn marking(&self, one: &Marking) -> String {
        let set = self.words.say(if one.set { "case-mark-set" } else { "case-mark-off" }, &[]);
        let (mark, by) =
            (self.say_word(&format!("case-mark-{}", one.mark.word()), one.mark.word()), self.organ(&one.by));
        format!("{} {mark}: {set} · {by}", self.words.date(one.on))
    }

    /// A step: day, procedure, what happened, and why where the law tells reasons apart.
    pub(crate) fn step(&self, event: &Event) -> String {
        let day = self.words.date(event.on);
        let procedure = Procedures::standard().get(&event.procedure);
        let kind = procedure.and_then(|one| one.event(&event.event));
        let name = procedure.map_or(event.procedure.as_str(), |one| self.label(&one.label.zh, &one.label.en));
        let label = kind.map_or(event.event.as_str(), |one| self.label(&one.label.zh, &one.label.en));
        let reason = event.reason.as_deref().map(|id| self.reason(event, id));
        let reason = reason.map(|said| format!(" ({said})")).unwrap_or_default();
        let number = event.number.as_deref().map(|number| format!(" {number}")).unwrap_or_default();
        format!("{day} {name} {} · {label}{reason}{number}", event.track)
    }

    /// A reason of a step in words.
    pub(crate) fn reason(&self, event: &Event, id: &str) -> String {
        let kind = Procedures::standard().get(&event.procedure).and_then(|one| one.event(&event.event));
        let found = kind.and_then(|kind| kind.reasons.iter().find(|one| one.id == id));
        found.map_or(id, |one| self.label(&one.label.zh, &one.label.en)).to_owned()
    }

    /// A fact by its label.
    pub(crate) fn term(&self, term: &str) -> String {
        let words = Vocabulary::standard();
        words.get(term).map_or_else(|| term.to_owned(), |one| self.label(&one.zh, &one.en).to_owned())
    }

    fn duty(&self, id: &str) -> String {
        let found = redress_case::notice_duties(Book::standard()).find(|duty| duty.id == id);
        found.map_or_else(|| id.to_owned(), |duty| self.label(&duty.label.zh, &duty.label.en).to_owned())
    }

    fn limit(&self, id: &str) -> String {
        let all = Book::standard().ir().provisions.iter().flat_map(|page| &page.deadlines);
        let found = all.into_iter().find(|limit| limit.id == id);
        found.map_or_else(|| id.to_owned(), |limit| self.label(&limit.label.zh, &limit.label.en).to_owned())
    }

    /// A value in words.
    pub(crate) fn datum(&self, value: &Datum) -> String {
        match value {
            Datum::Yes => self.words.say("cli-said-yes", &[]),
            Datum::No => self.words.say("cli-said-no", &[]),
            Datum::Unknown => self.words.say("cli-said-unknown", &[]),
            Datum::Count(CountOf { count, unit }) => self.words.count(*count, *unit),
            Datum::Date(day) => self.words.date(*day),
            Datum::Choice(word) => self.say_word(&format!("facts-choice-{}", word), word),
            Datum::Words(list) => list
                .iter()
                .map(|word| self.say_word(&format!("facts-choice-{}", word), word))
                .collect::<Vec<_>>()
                .join(", "),
        }
    }
}
