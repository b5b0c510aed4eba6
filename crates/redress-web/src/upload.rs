//! Files that a form brings: they are written to one nameless file while they arrive, which goes when the request ends.
//! Nothing of a request that breaks off is kept.

use crate::server::Limits;
use crate::spool::{Spool, Stretch};
use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};
use redress_base::{Fault, Finding, Refusal};
use std::io::{Read as _, Write as _};

/// The longest value of a field that is no file.
const LONGEST_FIELD: usize = 1 << 20;
/// The most fields of one form.
const MOST_FIELDS: usize = 20_000;

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
}

/// Takes in a form with files.
///
/// # Errors
/// `Input` where it is cut short, is no such form, or is longer than the most that is taken; `Storage` where the disk
/// would not do it.
pub(crate) async fn take(mut form: Multipart, limits: &Limits) -> Result<Brought, Refusal> {
    let (mut brought, mut spool) = (Brought::default(), None);
    while let Some(field) = form.next_field().await.map_err(|error| cut(&error))? {
        let name = field.name().unwrap_or_default().to_owned();
        if brought.fields.len() + brought.files.len() >= MOST_FIELDS {
            return Err(Finding::error("web-upload-many").with("most", MOST_FIELDS).refuse(Fault::Input));
        }
        let file = field.file_name().map(str::to_owned);
        match file {
            // A browser sends a field of files that was left empty as one file without a name.
            Some(file) if !file.is_empty() => {
                let upload = one(field, name, file, limits, &mut spool).await?;
                brought.files.push(upload);
            }
            Some(_) => {}
            None => brought.fields.push((name, text(field).await?)),
        }
    }
    Ok(brought)
}

async fn text(mut field: Field<'_>) -> Result<String, Refusal> {
    let mut bytes = Vec::new();
    while let Some(part) = field.chunk().await.map_err(|error| cut(&error))? {
        if bytes.len() + part.len() > LONGEST_FIELD {
            return Err(Finding::error("web-field-long").with("most", LONGEST_FIELD).refuse(Fault::Input));
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
    while let Some(part) = field.chunk().await.map_err(|error| cut(&error))? {
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
