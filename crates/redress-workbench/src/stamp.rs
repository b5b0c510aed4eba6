//! Stamping the evidence log: one question to a timestamp authority for each working session (RFC 3161).

use crate::Desk;
use redress_base::{Fault, Finding, ItemId, Refusal, Stamp, TimeSource};
use redress_case::{Role, Stamping, State, What};
use redress_evidence::{ItemSchema, SealedItem};
use redress_timestamp::{
    Answer, Asked, Certificate, Content, Digester, Imprint, Imprints as _, Number, Outcome, Query, Report,
    Statement, Trust, read, verify,
};

/// The log as it was signed, and the question about it.
#[derive(Debug)]
pub struct Question {
    /// How many items the log had.
    pub size: u64,
    /// The question, in DER.
    pub query: Query,
}

/// A checkpoint that is stamped now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StampedLog {
    /// The item with the answer.
    pub item: ItemId,
    /// What the token says, and what of it could be checked.
    pub report: Report,
}

/// A question about these bytes.
///
/// # Errors
/// For an algorithm by which nothing is asked any more.
pub fn question(bytes: &[u8], algorithm: Digester, nonce: Option<&[u8]>) -> Result<Query, Refusal> {
    let digest = Content(bytes).digest(algorithm).unwrap_or_default();
    let imprint = Imprint::new(algorithm, &digest)?;
    Ok(match nonce {
        Some(nonce) => Query::new(imprint, Number::nonce(nonce)?),
        // By file the answer comes without the question, and a digest is enough to know it by.
        None => Query::new(imprint, Number::nonce(&[1])?).without_nonce(),
    })
}

/// Looks at an answer over these bytes before it is kept. That it leads to a root need not be shown: whoever verifies chooses
/// the roots.
///
/// # Errors
/// `workbench-token-unreadable` where it is no answer; `workbench-token-refused` where the authority did not stamp;
/// `workbench-token-fails` where a check does not hold, with the check.
pub fn admitted(
    answer: &[u8],
    bytes: &[u8],
    query: Option<&Query>,
    roots: &[Certificate],
) -> Result<(Statement, Report), Refusal> {
    let answer: Answer = read(answer).map_err(|refusal| {
        let found = Finding::error("workbench-token-unreadable").with("reason", refusal.finding.code);
        found.refuse(Fault::Input)
    })?;
    let Some(token) = &answer.token else {
        return Err(Finding::error("workbench-token-refused").refuse(Fault::Input));
    };
    let asked = Asked { imprints: &Content(bytes), query };
    let report = verify(&answer, asked, Trust { roots, others: &[] });
    if let Some(line) = report.lines.iter().find(|line| line.outcome == Outcome::Fails) {
        let found = Finding::error("workbench-token-fails").with("check", line.check.key());
        return Err(found.refuse(Fault::Verification));
    }
    Ok((token.statement(), report))
}

impl Desk<'_> {
    /// Signs the log as it stands and gives the question about it.
    ///
    /// # Errors
    /// Whatever the store refuses.
    pub fn ask_for_stamp(
        &mut self,
        by: Option<&str>,
        algorithm: Digester,
        nonce: Option<&[u8]>,
    ) -> Result<Question, Refusal> {
        let signed = self.sign_log(by, None)?;
        let (_, state) = self.state()?;
        let checkpoint = state.checkpoints.last().map(String::as_str).unwrap_or_default();
        Ok(Question { size: signed.size, query: question(checkpoint.as_bytes(), algorithm, nonce)? })
    }

    /// Keeps the answer of an authority over a checkpoint of this log: the answer is sealed as an item, and the next bundle
    /// carries it with the checkpoint.
    ///
    /// # Errors
    /// As [`admitted`]; `workbench-token-of-nothing` where it is over no checkpoint of this case.
    pub fn keep_stamp(
        &mut self,
        by: Option<&str>,
        answer: &[u8],
        query: Option<&Query>,
        authority: &str,
        roots: &[Certificate],
    ) -> Result<StampedLog, Refusal> {
        let authority = crate::record::text("authority", authority)?;
        let (_, state) = self.state()?;
        let checkpoint = stamped_by(answer, &state)?;
        let (statement, report) = admitted(answer, checkpoint.as_bytes(), query, roots)?;
        let mut draft = self.draft(by)?;
        let item = SealedItem {
            schema: ItemSchema::default(),
            id: draft.state()?.next_item(),
            name: format!("checkpoint-{}.tsr", state.items.len()),
            format: "application/timestamp-reply".to_owned(),
            digests: self.keep_for(&mut draft, answer)?,
            sealed_at: self.clock.now(),
            observed: Some(Stamp { at: statement.latest.rounded_up(), source: TimeSource::Authority }),
            clock_ahead_ms: None,
            source: authority.clone(),
            tool: self.software.to_owned(),
            parent: None,
        };
        let id = item.id;
        draft.add(What::Sealed { item, role: Role::Timestamp })?;
        draft.add(What::Stamped { stamping: Stamping { checkpoint, token: id, authority } })?;
        self.commit(draft)?;
        Ok(StampedLog { item: id, report })
    }
}

/// The checkpoint of this case that a token is over.
fn stamped_by(answer: &[u8], state: &State) -> Result<String, Refusal> {
    let nothing = || Finding::error("workbench-token-of-nothing").refuse(Fault::Input);
    let unreadable = |refusal: Refusal| {
        let found = Finding::error("workbench-token-unreadable").with("reason", refusal.finding.code);
        found.refuse(Fault::Input)
    };
    let answer = read(answer).map_err(unreadable)?;
    let Some(token) = &answer.token else {
        return Err(Finding::error("workbench-token-refused").refuse(Fault::Input));
    };
    let wanted = token.statement().imprint;
    let all = [Digester::Sha256, Digester::Sha384, Digester::Sha512, Digester::Sm3];
    let is = |text: &&String| {
        all.into_iter().any(|algorithm| {
            let digest = Content(text.as_bytes()).digest(algorithm).unwrap_or_default();
            digest.iter().map(|byte| format!("{byte:02x}")).collect::<String>() == wanted
        })
    };
    state.checkpoints.iter().rev().find(is).cloned().ok_or_else(nothing)
}
