//! Closing and opening: age-encryption.org/v1.

use crate::{BLOCK, Key, Recipient, disk};
use age::{DecryptError, Decryptor, Encryptor, Identity};
use redress_base::{Fault, Finding, Refusal};
use std::io::{BufRead, BufReader, ErrorKind, Read, Write};

/// How every age file begins, alone or in ASCII armour.
const BEGINNINGS: [&[u8]; 2] = [b"age-encryption.org/", b"-----BEGIN AGE ENCRYPTED FILE-----"];

/// Whether a file that begins so was closed by age.
pub fn looks_closed(beginning: &[u8]) -> bool {
    BEGINNINGS.iter().any(|known| beginning.starts_with(known))
}

/// Closes `source` into `out` for those who are named, and for nobody else. `told` hears the bytes of each block and says whether to
/// go on.
///
/// # Errors
/// `Usage`: `envelope-nobody`. `Interrupted`. `Storage`: what is read or written will not do; then `out` holds nothing that opens.
pub fn close(
    source: &mut dyn Read,
    to: &[Recipient],
    out: &mut dyn Write,
    told: &mut dyn FnMut(u64) -> bool,
) -> Result<(), Refusal> {
    let keys = to.iter().map(|recipient| &recipient.key as &dyn age::Recipient);
    let nobody = || Finding::error("envelope-nobody").refuse(Fault::Usage);
    let closing = Encryptor::with_recipients(keys).map_err(|_| nobody())?;
    let mut writer = closing.wrap_output(out).map_err(|error| disk(&error))?;
    copied(source, &mut writer, told, &disk)?;
    // Without this the last block is missing, and an opener finds that the file was cut.
    writer.finish().and_then(|out| out.flush()).map_err(|error| disk(&error))
}

/// Opens `source` into `out` with the first key that fits. What was written before an error is not whole and must be thrown away.
///
/// # Errors
/// `Input`: `envelope-not-age`, `envelope-newer` (`Newer`), `envelope-damaged`. `Verification`: `envelope-other-key` where none of the
/// keys fits. `Interrupted`; `Storage`.
pub fn open(
    source: &mut dyn Read,
    keys: &[Key],
    out: &mut dyn Write,
    told: &mut dyn FnMut(u64) -> bool,
) -> Result<(), Refusal> {
    let mut source = BufReader::with_capacity(BLOCK, source);
    let beginning = source.fill_buf().map_err(|error| disk(&error))?;
    if !looks_closed(beginning) {
        return Err(Finding::error("envelope-not-age").refuse(Fault::Input));
    }
    let opening =
        Decryptor::new_buffered(age::armor::ArmoredReader::new(source)).map_err(|error| refused(&error))?;
    let keys = keys.iter().map(|key| &key.identity as &dyn Identity);
    let mut reader = opening.decrypt(keys).map_err(|error| refused(&error))?;
    // A block whose tag is wrong, and an end that is missing, come from the reader as errors of reading.
    let damaged = |error: &std::io::Error| match error.kind() {
        ErrorKind::InvalidData | ErrorKind::UnexpectedEof => damage(),
        _ => disk(error),
    };
    copied(&mut reader, out, told, &damaged)?;
    out.flush().map_err(|error| disk(&error))
}

fn damage() -> Refusal {
    Finding::error("envelope-damaged").refuse(Fault::Input)
}

fn refused(error: &DecryptError) -> Refusal {
    match error {
        DecryptError::NoMatchingKeys => Finding::error("envelope-other-key").refuse(Fault::Verification),
        DecryptError::UnknownFormat => Finding::error("envelope-newer").refuse(Fault::Newer),
        DecryptError::Io(error)
            if !matches!(error.kind(), ErrorKind::InvalidData | ErrorKind::UnexpectedEof) =>
        {
            disk(error)
        }
        _ => damage(),
    }
}

fn copied(
    source: &mut dyn Read,
    out: &mut dyn Write,
    told: &mut dyn FnMut(u64) -> bool,
    failed: &dyn Fn(&std::io::Error) -> Refusal,
) -> Result<(), Refusal> {
    let mut block = vec![0; BLOCK];
    loop {
        let read = match source.read(&mut block) {
            Ok(read) => read,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(failed(&error)),
        };
        let Some(part) = block.get(..read).filter(|part| !part.is_empty()) else { return Ok(()) };
        out.write_all(part).map_err(|error| disk(&error))?;
        if !told(u64::try_from(read).unwrap_or(u64::MAX)) {
            return Err(Finding::error("envelope-stopped").refuse(Fault::Interrupted));
        }
    }
}
