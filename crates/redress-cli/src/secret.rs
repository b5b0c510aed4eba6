//! Passwords: typed at the terminal without being shown, or read from a file that the environment names. Never
//! an argument, which every other user of the computer could read.

use redress_base::{Fault, Finding, Refusal};
use redress_words::Words;
use rustix::termios::{LocalModes, OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcsetattr};
use std::fs::File;
use std::io::{Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use zeroize::Zeroizing;

/// A file that is longer holds no password.
const LONGEST: u64 = 4096;

/// The password of the account that signs in.
pub(crate) fn password(words: &Words) -> Result<Zeroizing<String>, Refusal> {
    obtained(words, "REDRESS_PASSWORD_FILE", "cli-password-ask")
}

/// A new password: typed twice where it is typed.
pub(crate) fn new_password(words: &Words) -> Result<Zeroizing<String>, Refusal> {
    let variable = "REDRESS_NEW_PASSWORD_FILE";
    let first = obtained(words, variable, "cli-password-new")?;
    if std::env::var_os(variable).is_none() && *first != *obtained(words, variable, "cli-password-again")? {
        return Err(Finding::error("cli-password-differs").refuse(Fault::Usage));
    }
    Ok(first)
}

fn obtained(words: &Words, variable: &str, question: &str) -> Result<Zeroizing<String>, Refusal> {
    match std::env::var_os(variable) {
        Some(file) => from_file(words, Path::new(&file), variable),
        None => typed(&words.say(question, &[]), variable),
    }
}

/// Reads the file; a line end after the password is not part of it.
fn from_file(words: &Words, file: &Path, variable: &str) -> Result<Zeroizing<String>, Refusal> {
    // Nothing of the file is told: it may hold another secret.
    let unreadable =
        || Finding::error("cli-password-file-unreadable").with("variable", variable).refuse(Fault::Usage);
    let opened = File::open(file).map_err(|_| unreadable())?;
    let known = opened.metadata().map_err(|_| unreadable())?;
    if known.len() > LONGEST {
        return Err(unreadable());
    }
    if known.permissions().mode() & 0o077 != 0 {
        crate::out::complain(
            words,
            &Finding::warning("cli-password-file-exposed").with("variable", variable),
        );
    }
    let mut text = Zeroizing::new(String::with_capacity(usize::try_from(LONGEST).unwrap_or(4096) + 1));
    opened.take(LONGEST).read_to_string(&mut text).map_err(|_| unreadable())?;
    let end = text.trim_end_matches(['\n', '\r']).len();
    text.truncate(end);
    Ok(text)
}

/// The terminal without echo, as it was before once this goes.
struct Silent {
    terminal: File,
    before: Termios,
}

impl Silent {
    fn on(terminal: File) -> std::io::Result<Silent> {
        let before = tcgetattr(&terminal)?;
        let mut silent = before.clone();
        // Key by key and without signals, so that Ctrl-C ends here, where the terminal can be put right again.
        silent.local_modes -= LocalModes::ECHO | LocalModes::ICANON | LocalModes::ISIG;
        silent.special_codes[SpecialCodeIndex::VMIN] = 1;
        silent.special_codes[SpecialCodeIndex::VTIME] = 0;
        tcsetattr(&terminal, OptionalActions::Flush, &silent)?;
        Ok(Silent { terminal, before })
    }
}

impl Drop for Silent {
    fn drop(&mut self) {
        // Where the terminal is gone there is nothing to put right.
        let _ = tcsetattr(&self.terminal, OptionalActions::Flush, &self.before);
        let _ = writeln!(self.terminal);
    }
}

/// Asks at the terminal, whatever standard input and output are.
fn typed(question: &str, variable: &str) -> Result<Zeroizing<String>, Refusal> {
    let nowhere = |_| Finding::error("cli-password-nowhere").with("variable", variable).refuse(Fault::Usage);
    let mut terminal = File::options().read(true).write(true).open("/dev/tty").map_err(nowhere)?;
    write!(terminal, "{question} ").map_err(nowhere)?;
    let mut silent = Silent::on(terminal).map_err(nowhere)?;
    let mut line = Zeroizing::new(Vec::with_capacity(usize::try_from(LONGEST).unwrap_or(4096)));
    let mut key = [0u8; 1];
    while silent.terminal.read(&mut key).map_err(nowhere)? == 1 {
        match key[0] {
            b'\r' | b'\n' | 0x04 => break,
            0x03 => return Err(Finding::error("cli-password-stopped").refuse(Fault::Interrupted)),
            // Ctrl-U begins anew; backspace takes one character, which may be several bytes.
            0x15 => line.clear(),
            0x08 | 0x7f => while line.pop().is_some_and(|byte| byte & 0xc0 == 0x80) {},
            byte if line.len() < line.capacity() => line.push(byte),
            _ => {}
        }
    }
    let text = std::str::from_utf8(&line)
        .map_err(|_| Finding::error("cli-password-not-text").refuse(Fault::Usage))?;
    Ok(Zeroizing::new(text.to_owned()))
}
