//! What makes the seal of the log stronger: a timestamp authority and a second party sign what was signed here.

use super::unfit;
use crate::call::Call;
use crate::library::Touch;
use crate::page::seals::stamped;
use crate::reply::{Download, Reply, Wrong};
use crate::upload::Upload;
use redress_base::{Fault, Finding, Refusal};
use redress_evidence::note::{KeyKind, VerifierKey};
use redress_evidence::witness::Request;
use redress_rights::{Object, UseCase};
use redress_timestamp::{Certificate, Digester};
use redress_workbench::Desk;

/// The longest file of an answer, of certificates or of a checkpoint, in bytes; as on the command line.
const LONGEST: u64 = 1 << 20;

fn write<T>(call: &Call<'_>, work: impl FnOnce(&mut Desk<'_>) -> Result<T, Refusal>) -> Result<T, Wrong> {
    call.desk((UseCase::Checkpoint, Object::Ledger), Touch::Write, work)
}

fn algorithm(call: &Call<'_>) -> Result<Digester, Refusal> {
    match call.typed("algorithm").unwrap_or("sha256") {
        "sha256" => Ok(Digester::Sha256),
        "sm3" => Ok(Digester::Sm3),
        other => Err(unfit(call, "algorithm", other)),
    }
}

/// The files that were sent in a field.
fn sent<'c>(call: &'c Call<'_>, field: &'static str) -> impl Iterator<Item = &'c Upload> {
    call.files.iter().filter(move |file| file.field == field)
}

/// A short file, whole.
fn short(file: &Upload) -> Result<Vec<u8>, Refusal> {
    if file.bytes > LONGEST {
        let found = Finding::error("web-file-long").with("file", file.name.as_str());
        return Err(found.with("most", LONGEST >> 10).with("at", file.field.as_str()).refuse(Fault::Input));
    }
    file.whole()
}

/// Certificates out of the files of a field, in PEM or DER.
///
/// # Errors
/// `web-certificates-unreadable` with the file.
pub(super) fn certificates(call: &Call<'_>, field: &'static str) -> Result<Vec<Certificate>, Refusal> {
    let mut all = Vec::new();
    let mut bytes = 0;
    for file in sent(call, field) {
        let whole = short(file)?;
        bytes += whole.len() as u64;
        // Of all files together no more than of one: the roots of a whole system are a quarter of that.
        if bytes > LONGEST {
            let found = Finding::error("web-certificates-many").with("most", LONGEST >> 10);
            return Err(found.with("at", field).refuse(Fault::Input));
        }
        let read = Certificate::read_all(&whole).map_err(|_| {
            let found = Finding::error("web-certificates-unreadable").with("file", file.name.as_str());
            found.with("at", field).refuse(Fault::Input)
        })?;
        all.extend(read);
    }
    Ok(all)
}

/// A file of text, whole.
///
/// # Errors
/// `web-not-a-note` where it is none.
pub(super) fn note(file: &Upload) -> Result<String, Refusal> {
    String::from_utf8(short(file)?).map_err(|_| {
        let found = Finding::error("web-not-a-note").with("file", file.name.as_str());
        found.with("at", file.field.as_str()).refuse(Fault::Input)
    })
}

/// Asks the authority at the address that was typed, and keeps what it answers. Nothing but a digest goes there. The case is
/// not held while the answer is waited for: what was signed stays signed, whatever comes back.
pub(crate) fn ask(call: &Call<'_>) -> Result<Reply, Wrong> {
    let authority = call.app.library.authority().ok_or(Wrong::NotFound)?;
    let (address, by) = (call.required("authority-address")?, call.by());
    let (algorithm, roots) = (algorithm(call)?, certificates(call, "tsa-root")?);
    // Before anything is signed: a mistyped address would leave a signed checkpoint behind, and no answer.
    authority.reaches(address).map_err(brought)?;
    let random = call.app.library.random()?;
    let nonce = random.get(..16).unwrap_or(&random);
    let asked = write(call, |desk| desk.ask_for_stamp(by, algorithm, Some(nonce)))?;
    let bytes = authority.ask(address, &asked.query).map_err(brought)?;
    let kept = write(call, |desk| {
        desk.keep_stamp(by, &bytes, Some(&asked.query), address, &roots).map_err(not_holding)
    })?;
    Ok(stamped(call, &kept))
}

/// The question as a file, to be carried to an authority.
pub(crate) fn question(call: &Call<'_>) -> Result<Reply, Wrong> {
    let algorithm = algorithm(call)?;
    let asked = write(call, |desk| desk.ask_for_stamp(call.by(), algorithm, None))?;
    Ok(Reply::File(Download {
        name: format!("{}-{}.tsq", call.case(), asked.size),
        kind: "application/timestamp-query",
        bytes: asked.query.to_der(),
    }))
}

/// Keeps the answer that was brought.
pub(crate) fn answer(call: &Call<'_>) -> Result<Reply, Wrong> {
    let nothing = || Finding::error("web-answer-none").with("at", "tsa-answer").refuse(Fault::Usage);
    let bytes = short(sent(call, "tsa-answer").next().ok_or_else(nothing)?)?;
    let (authority, roots) = (call.required("authority")?, certificates(call, "tsa-root")?);
    let kept =
        write(call, |desk| desk.keep_stamp(call.by(), &bytes, None, authority, &roots).map_err(not_holding))?;
    Ok(stamped(call, &kept))
}

/// Signs the log as it stands, and gives what a second party is asked as a file.
pub(crate) fn request(call: &Call<'_>) -> Result<Reply, Wrong> {
    let signed = write(call, |desk| desk.sign_log(call.by(), call.typed("for-cosigner")))?;
    Ok(Reply::File(Download {
        name: format!("{}-{}-request.txt", call.case(), signed.size),
        kind: "text/plain; charset=utf-8",
        bytes: signed.request.into_bytes(),
    }))
}

/// An answer that does not hold is a file that was brought; the case is as it was.
fn not_holding(refusal: Refusal) -> Refusal {
    if refusal.fault == Fault::Verification { brought(refusal) } else { refusal }
}

/// What somebody brought is what is wrong, or what they named, and neither this case nor this computer.
pub(super) fn brought(refusal: Refusal) -> Refusal {
    let fault = match refusal.fault {
        Fault::Verification | Fault::Storage => Fault::Input,
        fault => fault,
    };
    Refusal { fault, ..refusal }
}

/// A text that came as a file, or pasted; pasted, every line end is one again, and there is one at its end.
fn text(call: &Call<'_>, file: &'static str, pasted: &str, none: &str) -> Result<String, Refusal> {
    if let Some(file) = sent(call, file).next() {
        return note(file);
    }
    let found = call.form.iter().find(|(name, value)| name == pasted && !value.trim().is_empty());
    let (_, typed) = found.ok_or_else(|| Finding::error(none).with("at", file).refuse(Fault::Usage))?;
    Ok(format!("{}\n", typed.replace("\r\n", "\n").trim_end_matches('\n')))
}

/// Takes in what a second party signed.
pub(crate) fn cosignature(call: &Call<'_>) -> Result<Reply, Wrong> {
    let checkpoint = text(call, "cosigned", "cosigned-text", "web-cosigned-none")?;
    let cosigner = call.required("cosigner")?;
    let entry =
        write(call, |desk| desk.take_cosignature(call.by(), &checkpoint, cosigner).map_err(not_holding))?;
    Ok(Reply::Entered(format!("{}#heads", call.at("seals")), entry))
}

/// Signs somebody's log with the key of whoever keeps this workbench, and gives the answer as a file.
pub(crate) fn cosign(call: &Call<'_>) -> Result<Reply, Wrong> {
    let cosigner = call.app.library.cosigner().ok_or(Wrong::NotFound)?;
    let request = text(call, "request", "request-text", "web-request-none")?;
    let typed = call.required("log-key")?;
    let log = typed.parse::<VerifierKey>().ok().filter(|key| key.kind() == KeyKind::Signer);
    let log = log.ok_or_else(|| unfit(call, "log-key", typed))?;
    let request = Request::parse(&request)?;
    let cosigned = cosigner.cosign(&request, &log).map_err(brought)?;
    let bytes = cosigned.into_bytes();
    Ok(Reply::File(Download { name: "cosigned.txt".to_owned(), kind: "text/plain; charset=utf-8", bytes }))
}
