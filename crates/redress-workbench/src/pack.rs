//! Plans a bundle that anyone can verify and recompute. The edge writes it.

use crate::material::FromStore;
use crate::verification::{VERIFICATION_PATH, verification};
use crate::web_material::{WEB_PATH, web_material};
use crate::{Assessed, Desk};
use redress_base::{Date, Fault, Finding, Refusal};
use redress_case::{CaseResult, ClosedTo, KeptItem, Ledger, State, What, chain_of_custody};
use redress_evidence::bag::{BagInput, Plan, plan};
use redress_evidence::hash::{Also, Hasher, Sha512};
use redress_evidence::note::{SigningKey, VerifierKey};
use redress_evidence::{SealedItem, canonical};
use redress_facts::Vocabulary;
use redress_law::Book;
use redress_report::Excerpts;
use redress_words::{Language, Words};

/// Where the result stands in a bundle.
pub const RESULT_PATH: &str = "data/result.json";
/// Where the ledger stands in a bundle, one entry a line.
pub const LEDGER_PATH: &str = "data/ledger.jsonl";
/// Where the law book stands in a bundle, in its JSON form.
pub const LAW_PATH: &str = "data/law.json";
/// Where the evidence list stands in a bundle.
pub const EVIDENCE_LIST_PATH: &str = "data/evidence-list.csv";
/// Where the graph of CASE 1.4.0 stands in a bundle: items and the chain of custody.
pub const GRAPH_PATH: &str = "data/case.jsonld";
/// The report pages of a bundle, without any post's words, by language.
pub const REPORT_PATHS: [(Language, &str); 2] =
    [(Language::ZhHans, "data/report.zh-Hans.html"), (Language::En, "data/report.en.html")];

/// A planned bundle and the result in it.
#[derive(Debug)]
pub struct Packing {
    /// The files, in writing order.
    pub plan: Plan,
    /// The result.
    pub assessed: Assessed,
    /// The verifier key, for the person to give to the reader by another way.
    pub key: String,
    /// How many items are in the web material too, and how many web archives stayed out of it.
    pub web: (u64, u64),
}

impl Desk<'_> {
    /// Assesses the case and plans its bundle.
    ///
    /// # Errors
    /// `Storage` where a kept item is missing or is not what was sealed; whatever assessing refuses.
    pub fn pack(
        &mut self,
        book: &Book,
        words: &Vocabulary,
        by: Option<&str>,
        today: Option<Date>,
    ) -> Result<Packing, Refusal> {
        // The head of the ledger goes into the evidence log, so that whoever holds this bundle can tell later whether the
        // history up to here was written anew.
        self.seal_head(by)?;
        self.pack_sealed(book, words, by, today).map_err(|refusal| match refusal.fault {
            // The sealed head, and perhaps the assessment, are entries by now.
            Fault::Interrupted => Finding::error("workbench-pack-stopped").refuse(Fault::Interrupted),
            _ => refusal,
        })
    }

    fn pack_sealed(
        &mut self,
        book: &Book,
        words: &Vocabulary,
        by: Option<&str>,
        today: Option<Date>,
    ) -> Result<Packing, Refusal> {
        let assessed = self.assess(book, words, by, today)?;
        let items = self.checked_items(&assessed)?;
        let lines = self.store.ledger()?;
        let key = SigningKey::from_seed(&origin(&assessed.state.case_id), self.store.signing_seed()?)?;
        let mut extra = derived(&assessed.result)?;
        extra.push((GRAPH_PATH.to_owned(), graph(&Ledger::read(&lines)?, self.software)?));
        let basis = (&assessed.result, &assessed.state, &assessed.due);
        extra.push((VERIFICATION_PATH.to_owned(), verification(basis, (book, words))?));
        extra.push((LEDGER_PATH.to_owned(), (lines.join("\n") + "\n").into_bytes()));
        let web = web_material(&assessed.state, &FromStore(&*self.store), self.software)?;
        let counts = web.as_ref().map_or((0, 0), |web| (web.items, web.left_out));
        extra.extend(web.map(|web| (WEB_PATH.to_owned(), web.wacz)));
        extra.extend(self.packed_papers(&assessed.state)?);
        let mut law = canonical::to_vec(&book.ir())?;
        law.push(b'\n');
        extra.push((LAW_PATH.to_owned(), law));
        let verifier = key.verifier().to_string();
        let planned = plan(&BagInput {
            case_id: assessed.result.case_id.clone(),
            items,
            key: &key,
            earlier: signed_before(&assessed.state, &key),
            cosigners: cosigners(&assessed.state),
            extra,
            tags: vec![("how-to-verify.txt".to_owned(), how_to_verify(&verifier))],
            bagging_date: assessed.result.today,
            software: self.software.to_owned(),
        })?;
        Ok(Packing { plan: planned, assessed, key: verifier, web: counts })
    }

    /// Records that the bundle leaves, and for whom it is closed where it is: before it is written.
    ///
    /// # Errors
    /// Whatever the store refuses.
    pub fn packed(&mut self, by: Option<&str>, packing: &Packing, to: Vec<ClosedTo>) -> Result<(), Refusal> {
        let (ledger, _) = self.state()?;
        let author = self.author(&ledger, by);
        self.append(&ledger, &author, vec![What::Packed { checkpoint: packing.plan.checkpoint.clone(), to }])
    }

    /// Every item, read again and compared with what was sealed.
    fn checked_items(&mut self, assessed: &Assessed) -> Result<Vec<(SealedItem, Sha512)>, Refusal> {
        let total = assessed.result.kept.totals.bytes;
        self.progress.begin("workbench-stage-checking", Some(total));
        let mut items = Vec::with_capacity(assessed.state.items.len());
        for kept in assessed.state.items.values() {
            self.check_stop()?;
            items.push((kept.item.clone(), self.checked_item(kept)?));
            self.progress.advance(kept.item.digests.bytes);
        }
        self.progress.end();
        Ok(items)
    }

    fn checked_item(&self, kept: &KeptItem) -> Result<Sha512, Refusal> {
        let item = kept.item.id.to_string();
        let mut source = self.store.open(&kept.item.digests.sha256)?;
        let mut hasher = Hasher::with(Also::Sha512);
        let mut buffer = vec![0u8; 1 << 20];
        loop {
            let read = source.read(&mut buffer).map_err(|error| {
                let found = Finding::error("workbench-item-unreadable").with("item", item.as_str());
                found.with("problem", error.to_string()).refuse(Fault::Storage)
            })?;
            let Some(chunk) = buffer.get(..read).filter(|chunk| !chunk.is_empty()) else { break };
            hasher.update(chunk);
        }
        let sums = hasher.finish_sums();
        match sums.sha512 {
            Some(sha512) if sums.digests == kept.item.digests => Ok(sha512),
            _ => Err(Finding::error("workbench-item-differs").with("item", item).refuse(Fault::Verification)),
        }
    }
}

/// The earlier checkpoints that this key signed, those that somebody else signed too among them. Those of an earlier
/// keeper are of a log that ended when the case went on here under another key; they stay in the ledger.
fn signed_before(state: &State, key: &SigningKey) -> Vec<String> {
    let own = |text: &&String| redress_evidence::note::open(text, &[key.verifier()]).is_ok();
    let cosigned = state.cosigned.iter().map(|(checkpoint, _)| checkpoint);
    state.checkpoints.iter().chain(cosigned).filter(own).cloned().collect()
}

/// The keys of those who cosigned, as they were entered.
fn cosigners(state: &State) -> Vec<VerifierKey> {
    state.cosigned.iter().filter_map(|(_, key)| key.parse().ok()).collect()
}

/// The name of the evidence log of a case.
pub(crate) fn origin(case_id: &str) -> String {
    format!("redress/case/{case_id}")
}

/// The graph of CASE of a ledger as it is packed.
pub(crate) fn graph(ledger: &Ledger, software: &str) -> Result<Vec<u8>, Refusal> {
    let state = State::fold(ledger)?;
    Ok(redress_documents::case_graph(&state, &chain_of_custody(ledger, None), software).into_bytes())
}

/// The files of a bundle that follow from the result alone.
pub(crate) fn derived(result: &CaseResult) -> Result<Vec<(String, Vec<u8>)>, Refusal> {
    let mut files = vec![(RESULT_PATH.to_owned(), result_bytes(result)?)];
    let list = redress_documents::evidence_list(result);
    files.push((EVIDENCE_LIST_PATH.to_owned(), list.to_csv().into_bytes()));
    for (language, path) in REPORT_PATHS {
        let page = redress_report::page(result, &Excerpts::none(), &Words::new(language));
        files.push((path.to_owned(), page.into_bytes()));
    }
    Ok(files)
}

/// `result.json`: one document, indented, with a line end. The same result gives the same bytes.
///
/// # Errors
/// Where the result cannot be written as JSON (which no value of it allows).
pub fn result_bytes(result: &CaseResult) -> Result<Vec<u8>, Refusal> {
    let mut bytes = serde_json::to_vec_pretty(result).map_err(|error| {
        Finding::error("workbench-result-unwritable")
            .with("problem", error.to_string())
            .refuse(Fault::Storage)
    })?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn how_to_verify(key: &str) -> Vec<u8> {
    let both: String = [Language::ZhHans, Language::En]
        .map(|language| Words::new(language).say("workbench-how-to-verify", &[("key", key.into())]))
        .join("\n\n");
    (both + "\n").into_bytes()
}
