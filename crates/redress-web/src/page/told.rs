//! What an entry of the ledger says, in a line: which fact, from what to what; which post, file, party or paper; and the way
//! there. No word of a post and no name of an account or a party is in it.

use super::fields::organ;
use super::naming::Naming;
use super::overview::term;
use super::posts::asking;
use crate::call::Call;
use crate::loaded::Loaded;
use crate::reply::Wrong;
use redress_base::{Date, ItemId};
use redress_case::{Anchor, Capture, Entry, NeutralSummary, Notice, Party, PartyId, What, notice_duties};
use redress_facts::Vocabulary;
use redress_law::{Body, Book};
use redress_procedure::{Event, Procedures};
use redress_words::safe_text;
use schemars::JsonSchema;
use serde::Serialize;

/// What an entry says beside its kind.
#[derive(Default, Serialize, JsonSchema)]
pub(crate) struct Told {
    /// What it is about, in the reader's language; absent where the kind says all, or where it is for another side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) about: Option<String>,
    /// What stood before it, where it changes something.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) before: Option<String>,
    /// What it says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) now: Option<String>,
    /// Why, in the words of whoever made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) reason: Option<String>,
    /// The page on which it can be seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) address: Option<String>,
}

impl Told {
    fn about(text: String) -> Told {
        Told { about: Some(text), ..Told::default() }
    }

    fn now(self, text: impl Into<String>) -> Told {
        Told { now: Some(text.into()), ..self }
    }

    fn before(self, text: Option<String>) -> Told {
        Told { before: text, ..self }
    }

    fn because(self, reason: Option<&String>) -> Told {
        Told { reason: reason.map(|reason| safe_text(reason)), ..self }
    }

    fn at(self, address: String) -> Told {
        Told { address: Some(address), ..self }
    }
}

/// Tells the entries of one case.
pub(crate) struct Teller<'t> {
    call: &'t Call<'t>,
    loaded: &'t Loaded,
    names: Naming<'t>,
    vocabulary: Vocabulary,
    side: Option<Body>,
}

impl<'t> Teller<'t> {
    /// For this visitor, who sees of notices and filings those of their own side.
    pub(crate) fn of(call: &'t Call<'t>, loaded: &'t Loaded) -> Result<Teller<'t>, Wrong> {
        let side = call.side()?;
        let names = Naming::of(call, loaded);
        Ok(Teller { call, loaded, names, vocabulary: Vocabulary::standard(), side })
    }

    /// What this entry says.
    pub(crate) fn tell(&self, entry: &Entry) -> Told {
        match &entry.what {
            What::Claimed { .. } => self.claim(entry.seq),
            What::Withdrawn { entry, reason } | What::Disputed { entry, reason, .. } => {
                Told { before: None, ..self.claim(*entry) }.because(Some(reason))
            }
            What::Struck { entry, reason } => self.struck(*entry, reason),
            What::Party { party, reason } => self.party(entry.seq, party).because(reason.as_ref()),
            What::Happened { event, .. } => self.step(entry.seq, event),
            What::Noticed { .. }
            | What::Filed { .. }
            | What::Decided { .. }
            | What::Marked { .. }
            | What::Hindered { .. } => self.record(entry.seq, &entry.what),
            What::Viewed { .. }
            | What::Labelled { .. }
            | What::Summarised { .. }
            | What::Exported { .. }
            | What::HandedOver { .. }
            | What::Received { .. }
            | What::DrawnUp { .. } => self.done(&entry.what),
            what => self.kept(what),
        }
    }

    /// What was sealed, read, attested or stamped.
    fn kept(&self, what: &What) -> Told {
        match what {
            What::Opened { cover, .. } | What::Renamed { cover } => Told::about(safe_text(cover)),
            What::Sealed { item, .. } => self.file(item.id),
            What::Read { item, format, .. } => self.file(*item).now(safe_text(format)),
            What::Assessed { today, .. } => Told::about(self.day(*today)).at(self.call.at("law")),
            What::Captured { capture: Capture { item, .. } } => self.file(*item),
            What::Attested { attestation } => {
                self.file(attestation.proof).now(safe_text(&attestation.issuer))
            }
            What::Stamped { stamping } => self.file(stamping.token).now(safe_text(&stamping.authority)),
            What::Handled { handling } => self.file(handling.item).now(safe_text(&handling.result)),
            What::Cosigned { cosigner, .. } => {
                Told::about(safe_text(cosigner.split('+').next().unwrap_or_default()))
            }
            What::Packed { to, .. } if !to.is_empty() => {
                let names: Vec<&str> = to.iter().map(|one| one.name.as_str()).collect();
                Told::about(safe_text(&names.join(", ")))
            }
            _ => Told::default(),
        }
    }

    fn day(&self, day: Date) -> String {
        self.call.words.date(day)
    }

    /// An item: its number and the name of its file.
    fn file(&self, id: ItemId) -> Told {
        let name = self.loaded.state.items.get(&id).map(|kept| safe_text(&kept.item.name));
        let about = name.map_or_else(|| id.to_string(), |name| format!("{id} {name}"));
        Told::about(about).at(format!("{}#{id}", self.call.at("evidence")))
    }

    /// The claim of that entry: about what, which fact, the value before and the value now.
    fn claim(&self, seq: u64) -> Told {
        let claims = &self.loaded.state.claims;
        let Some(own) = claims.iter().find(|one| one.seq == seq) else { return Told::default() };
        let value = |one: &redress_case::ClaimEntry| redress_report::datum(self.call.words, &one.claim.value);
        let stood = |one: &&redress_case::ClaimEntry| {
            one.seq < seq
                && one.term == own.term
                && one.anchor == own.anchor
                && one.withdrawn.is_none_or(|gone| gone > seq)
        };
        let before = claims.iter().rev().find(stood).map(value);
        let fact = term(self.call, &self.vocabulary, &own.term);
        let about = match &own.anchor {
            Anchor::Case => fact,
            Anchor::Post(_) => format!("{fact} · {}", self.names.anchor(self.call, &own.anchor)),
        };
        let told = Told::about(about).before(before).now(value(own)).because(own.claim.reason.as_ref());
        told.at(format!("{}#e-{seq}", self.call.at("facts")))
    }

    /// What was struck, as it was told, and why.
    fn struck(&self, seq: u64, reason: &String) -> Told {
        let entries = self.loaded.ledger.entries.iter();
        let struck = entries.into_iter().find(|one| one.seq == seq);
        // An entry that strikes cannot be struck itself, so that this goes down once.
        let told = struck.filter(|one| one.what.can_be_struck()).map(|one| self.tell(one));
        let told = told.unwrap_or_default().because(Some(reason));
        let kind = struck.map(|one| self.call.text(&format!("case-entry-{}", one.what.kind())));
        let about = [Some(format!("#{seq}")), kind, told.about].into_iter().flatten().collect::<Vec<_>>();
        Told { about: Some(about.join(" · ")), ..told }
    }

    /// A party, with what of it is another than before.
    fn party(&self, seq: u64, party: &Party) -> Told {
        let known =
            self.loaded.state.party_entries.iter().rev().find(|one| one.seq < seq && one.of.id == party.id);
        let capacity = |party: &Party| self.call.text(&format!("case-capacity-{}", party.capacity.word()));
        let told = self.person(party.id).now(capacity(party));
        let before = known.map(|one| capacity(&one.of)).filter(|before| *before != capacity(party));
        told.before(before)
    }

    fn person(&self, id: PartyId) -> Told {
        Told::about(id.to_string()).at(self.call.at(&format!("people/{id}")))
    }

    fn step(&self, seq: u64, event: &Event) -> Told {
        let procedure = Procedures::standard().get(&event.procedure);
        let name = procedure
            .map_or_else(|| safe_text(&event.procedure), |one| self.call.label(&one.label).to_owned());
        let step = procedure.and_then(|one| one.event(&event.event));
        let step = step.map_or_else(|| safe_text(&event.event), |one| self.call.label(&one.label).to_owned());
        let told = Told::about(name).now(format!("{step} · {}", self.day(event.on)));
        told.at(format!("{}#e-{seq}", self.call.at("procedure")))
    }

    /// What is recorded beside the steps.
    fn record(&self, seq: u64, what: &What) -> Told {
        let call = self.call;
        let sees = |of: Body| self.side.is_none_or(|side| side == Body::Person || side == of);
        let page = |kind: &str| format!("{}#e-{seq}", call.at(&format!("record/{kind}")));
        match what {
            What::Noticed { notice } if sees(notice.by.kind) => self.notice(notice).at(page("notice")),
            What::Filed { filing } if sees(filing.to.kind) => {
                let told = Told::about(super::papers::title(call, &filing.paper));
                let now = format!("{} · {}", organ(call, &filing.to), self.day(filing.on));
                told.now(now).at(page("filing"))
            }
            What::Decided { decision } => Told::about(safe_text(&decision.question))
                .now(safe_text(&decision.answer))
                .because(Some(&decision.reason))
                .at(page("decision")),
            What::Marked { marking } => {
                let set = call.text(if marking.set { "case-mark-set" } else { "case-mark-off" });
                let mark = call.text(&format!("case-mark-{}", marking.mark.word()));
                Told::about(mark).now(format!("{set} · {}", self.day(marking.on))).at(page("mark"))
            }
            What::Hindered { obstacle } => {
                Told::about(self.day(obstacle.from)).because(Some(&obstacle.reason)).at(page("obstacle"))
            }
            _ => Told::default(),
        }
    }

    fn notice(&self, notice: &Notice) -> Told {
        let duty = notice_duties(Book::standard()).find(|duty| duty.id == notice.duty);
        let about =
            duty.map_or_else(|| safe_text(&notice.duty), |duty| self.call.label(&duty.label).to_owned());
        Told::about(about).now(format!("{} · {}", notice.to, self.day(notice.on)))
    }

    /// What somebody looked at, sorted, sent or drew up.
    fn done(&self, what: &What) -> Told {
        let call = self.call;
        match what {
            What::Viewed { view } => {
                let seen = call.text(&format!("web-told-seen-{}", view.seen.word()));
                let of = view.of.as_deref().map(|of| self.thing(of)).unwrap_or_default();
                let about = of.about.map_or_else(|| seen.clone(), |of| format!("{seen} · {of}"));
                Told { about: Some(about), ..of }
                    .because(view.purpose.as_deref().map(|why| purpose(call, why)).as_ref())
            }
            What::Labelled { labelling } => {
                let how = if labelling.set { "web-told-label-in" } else { "web-told-label-out" };
                let now = call.say(how, &[("count", labelling.posts.len().into())]);
                let address = format!("{}?{}", call.at("posts"), asking("label", &labelling.label));
                Told::about(safe_text(&labelling.label)).now(now).at(address)
            }
            What::Summarised { summary: NeutralSummary { post, text } } => {
                self.thing(post).now(safe_text(text))
            }
            What::Exported { export } => {
                Told::about(call.text(&format!("web-told-for-{}", export.purpose.word())))
            }
            What::HandedOver { hand_over } => {
                let about = call.text(&format!("case-way-{}", hand_over.transfer.word()));
                Told::about(about).before(Some(organ(call, &hand_over.from))).now(organ(call, &hand_over.to))
            }
            What::Received { receipt } => Told::about(organ(call, &receipt.by)).now(self.day(receipt.on)),
            What::DrawnUp { paper } => {
                Told::about(super::papers::title(call, &paper.form)).now(self.day(paper.today))
            }
            _ => Told::default(),
        }
    }

    /// What an entry names by a word of its own: a post by its account and its time, an item, a party.
    fn thing(&self, of: &str) -> Told {
        if let Ok(item) = of.parse::<ItemId>() {
            return self.file(item);
        }
        if let Ok(party) = of.parse::<PartyId>() {
            return self.person(party);
        }
        let read = &self.loaded.read;
        let Some(ix) = read.corpus.find(of) else { return Told::about(self.call.text("web-told-gone")) };
        let told = Told::about(super::tree::who(self.call, read, ix));
        let post = read.corpus.post(ix);
        let account =
            post.and_then(redress_posts::Post::account).and_then(|account| read.corpus.account(account));
        let day = post.and_then(redress_posts::Post::published).and_then(|stamp| stamp.at.beijing_date());
        let mut asked = form_urlencoded::Serializer::new(String::new());
        if let Some(account) = account {
            asked.append_pair("account", &account.number().to_string());
        }
        if let Some(day) = day {
            asked.append_pair("from-day", &day.to_string()).append_pair("until-day", &day.to_string());
        }
        told.at(format!("{}?{}", self.call.at("posts"), asked.finish()))
    }
}

/// What somebody looked for, in words. Drawing a paper up notes its forms by their ids, as programs read them.
fn purpose(call: &Call<'_>, noted: &str) -> String {
    let mut words = noted.split(' ');
    let (code, forms): (&str, Vec<&str>) = match words.next() {
        Some("draft") => ("web-told-purpose-draft", words.collect()),
        Some("reprint") => ("web-told-purpose-reprint", words.take(1).collect()),
        Some("rename") if noted == "rename" => return call.text("web-told-purpose-rename"),
        _ => return noted.to_owned(),
    };
    if forms.is_empty() || forms.iter().any(|form| redress_forms::find(form).is_none()) {
        return noted.to_owned();
    }
    let between = if call.chinese() { "、" } else { ", " };
    let forms: Vec<String> = forms.into_iter().map(|form| super::papers::title(call, form)).collect();
    call.say(code, &[("forms", forms.join(between).into())])
}
