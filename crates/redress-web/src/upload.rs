//! Files that a form brings: they are written to one nameless file while they arrive, which goes when the request ends.
//! Nothing of a request that breaks off is kept, and nothing is written for whoever does not send the session's token first.

use crate::guard;
use crate::library::Visitor;
use crate::server::Limits;
use crate::spool::{Spool, Stretch};
use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};
use redress_base::{Fault, Finding, Refusal};
use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// The longest value of a field that is no file.
const LONGEST_FIELD: usize = 1 << 20;
/// The fields of one form that are no files, together.
const LONGEST_FIELDS: usize = 8 << 20;
/// The most fields of one form.
const MOST_FIELDS: usize = 20_000;
/// Whoever sends nothing more for so long has gone.
const SILENCE: Duration = Duration::from_secs(30);
/// Forms with files that one visitor may send at once.
const EACH: usize = 4;
/// And all visitors together.
const ALL: usize = 16;

/// Who is sending files now.
#[derive(Default)]
pub(crate) struct Sending {
    by: Mutex<BTreeMap<Visitor, usize>>,
}

/// A form with files that is on its way; it counts until the request has ended.
pub(crate) struct Place {
    of: Arc<Sending>,
    visitor: Visitor,
}

impl Sending {
    /// Counts one more form of this visitor.
    ///
    /// # Errors
    /// `Busy` where they, or all together, send as many as are taken at once.
    pub(crate) fn begin(self: &Arc<Sending>, visitor: &Visitor) -> Result<Place, Refusal> {
        let mut by = self.by();
        let own = by.get(visitor).copied().unwrap_or_default();
        if own >= EACH || by.values().sum::<usize>() >= ALL {
            return Err(Finding::error("web-upload-others").refuse(Fault::Busy));
        }
        by.insert(visitor.clone(), own + 1);
        Ok(Place { of: Arc::clone(self), visitor: visitor.clone() })
    }

    fn by(&self) -> MutexGuard<'_, BTreeMap<Visitor, usize>> {
        self.by.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut by = self.of.by();
        match by.get_mut(&self.visitor) {
            Some(own) if *own > 1 => *own -= 1,
            _ => drop(by.remove(&self.visitor)),
        }
    }
}
/// The most files that a page sends at once, which leaves room for the other fields of its form.
pub(crate) const MOST_FILES: usize = MOST_FIELDS - 500;
/// The field in which the page's script says how many files it sends.
const SENT: &str = "files-sent";

/// A file that arrived.
pub(crate) struct Upload {
    /// The field that it was sent in.
    pub(crate) field: String,
    /// Its name as the browser gave it, with the folders below what was chosen.
    pub(crate) name: String,
    /// Its length in bytes.
    pub(crate) bytes: u64,
    content: Stretch,
}

impl Upload {
    /// The whole file.
    ///
    /// # Errors
    /// `Storage` where it cannot be read again.
    pub(crate) fn whole(&self) -> Result<Vec<u8>, Refusal> {
        let mut bytes = Vec::with_capacity(usize::try_from(self.bytes).unwrap_or_default());
        self.source().read_to_end(&mut bytes).map_err(|error| disk(&error))?;
        Ok(bytes)
    }

    /// The file from its beginning.
    pub(crate) fn source(&self) -> Stretch {
        self.content.clone()
    }
}

/// What the disk would not do for what arrives.
pub(crate) fn disk(error: &std::io::Error) -> Refusal {
    Finding::error("web-upload-disk").with("problem", error.to_string()).refuse(Fault::Storage)
}

/// What a form brought.
#[derive(Default)]
pub(crate) struct Brought {
    /// The fields.
    pub(crate) fields: Vec<(String, String)>,
    /// The files, in the order in which they came.
    pub(crate) files: Vec<Upload>,
    /// Held until what they brought was looked at.
    _place: Option<Place>,
}

impl Brought {
    /// A form without files.
    pub(crate) fn fields(fields: Vec<(String, String)>) -> Brought {
        Brought { fields, ..Brought::default() }
    }
}

/// Why a form with files was not taken.
pub(crate) enum Unsent {
    /// The session's token did not come before the first file.
    NotOurs,
    /// Something else is wrong with it.
    Refused(Refusal),
}

impl From<Refusal> for Unsent {
    fn from(refusal: Refusal) -> Unsent {
        Unsent::Refused(refusal)
    }
}

/// Takes in a form with files, which counts as one of `sending`. `token` is what the session's own forms carry, before
/// every file; a form that changes nothing needs none.
///
/// # Errors
/// [`Unsent::NotOurs`] where it is missing: nothing is written then. `Input` where the form is cut short, is no such form,
/// or is longer than the most that is taken; `Storage` where the disk would not do it.
pub(crate) async fn take(
    mut form: Multipart,
    limits: &Limits,
    token: Option<&str>,
    sending: Place,
) -> Result<Brought, Unsent> {
    let mut brought = Brought { _place: Some(sending), ..Brought::default() };
    let (mut spool, mut length) = (None, 0);
    while let Some(field) = soon(form.next_field()).await? {
        let name = field.name().unwrap_or_default().to_owned();
        if brought.fields.len() + brought.files.len() >= MOST_FIELDS {
            return Err(Finding::error("web-upload-many")
                .with("most", MOST_FIELDS)
                .refuse(Fault::Input)
                .into());
        }
        let file = field.file_name().map(str::to_owned);
        match file {
            Some(_) if token.is_some_and(|token| !is_ours(&brought.fields, token)) => {
                return Err(Unsent::NotOurs);
            }
            // A browser sends a field of files that was left empty as one file without a name.
            Some(file) if !file.is_empty() => {
                let upload = one(field, name, file, limits, &mut spool).await?;
                brought.files.push(upload);
            }
            Some(_) => {}
            None => {
                let value = text(field, LONGEST_FIELD.min(LONGEST_FIELDS.saturating_sub(length))).await?;
                length = length.saturating_add(name.len()).saturating_add(value.len());
                brought.fields.push((name, value));
            }
        }
    }
    all_came(&brought)?;
    Ok(brought)
}

/// Whether the token came among the fields so far.
fn is_ours(fields: &[(String, String)], token: &str) -> bool {
    fields.iter().find(|(name, _)| name == "token").is_some_and(|(_, sent)| guard::same(sent.trim(), token))
}

/// The next part, from whoever still sends.
async fn soon<T>(part: impl Future<Output = Result<T, MultipartError>>) -> Result<T, Refusal> {
    match tokio::time::timeout(SILENCE, part).await {
        Ok(part) => part.map_err(|error| cut(&error)),
        Err(_) => {
            Err(Finding::error("web-upload-silent").with("seconds", SILENCE.as_secs()).refuse(Fault::Input))
        }
    }
}

/// Whether as many files came as the page said that it found: none may be lost on the way without a word.
fn all_came(brought: &Brought) -> Result<(), Refusal> {
    let Some((_, sent)) = brought.fields.iter().find(|(name, _)| name == SENT) else { return Ok(()) };
    let came = brought.files.iter().filter(|file| file.field == "file").count();
    if sent.trim().parse() == Ok(came) {
        return Ok(());
    }
    let found = Finding::error("web-upload-count").with("sent", sent.as_str()).with("came", came);
    Err(found.refuse(Fault::Input))
}

async fn text(mut field: Field<'_>, most: usize) -> Result<String, Refusal> {
    let mut bytes = Vec::new();
    while let Some(part) = soon(field.chunk()).await? {
        if bytes.len() + part.len() > most {
            return Err(Finding::error("web-field-long").with("most", most).refuse(Fault::Input));
        }
        bytes.extend_from_slice(&part);
    }
    String::from_utf8(bytes).map_err(|_| Finding::error("web-field-not-text").refuse(Fault::Input))
}

async fn one(
    mut field: Field<'_>,
    name: String,
    file_name: String,
    limits: &Limits,
    spool: &mut Option<Spool>,
) -> Result<Upload, Refusal> {
    let spool = match spool {
        Some(spool) => spool,
        none => none.insert(Spool::begin().map_err(|error| disk(&error))?),
    };
    let begin = spool.place();
    while let Some(part) = soon(field.chunk()).await? {
        let length = u64::try_from(part.len()).unwrap_or(u64::MAX);
        if spool.place().saturating_add(length) > limits.upload {
            let found = Finding::error("web-upload-long").with("file", file_name);
            return Err(found.with("most", limits.upload >> 20).refuse(Fault::Input));
        }
        // Parts are some tens of kilobytes, written into the page cache: shorter than handing them to another thread.
        spool.write_all(&part).map_err(|error| disk(&error))?;
    }
    let content = spool.since(begin);
    Ok(Upload { field: name, name: file_name, bytes: content.length(), content })
}

fn cut(error: &MultipartError) -> Refusal {
    Finding::error("web-upload-cut").with("problem", error.body_text()).refuse(Fault::Input)
}
