//! The stand-alone program: arguments in, lines and an exit code out.

use crate::{check, exit_code, finding_lines, line, open, refusal_document, verdict};
use redress_base::{Fault, Finding, Refusal};
use redress_evidence::note::VerifierKey;
use redress_evidence::verify::{BlockHeader as Header, Report, Trust};
use redress_timestamp::Certificate;
use redress_words::{Language, Words, safe_text};
use std::ffi::OsString;
use std::io::{Read as _, Write};
use std::path::{Path, PathBuf};

/// The longest checkpoint that is read, in bytes.
const LONGEST: u64 = 1 << 20;

/// What was asked for.
#[derive(Default)]
struct Asked {
    bundle: Option<PathBuf>,
    keys: Vec<VerifierKey>,
    earlier: Vec<String>,
    roots: Vec<Certificate>,
    issuers: Vec<Certificate>,
    headers: Vec<Header>,
    json: bool,
    help: bool,
    version: bool,
}

/// Runs `redress-verify` with its arguments (without the program's name) and gives the exit code.
pub fn program(arguments: Vec<OsString>, language: Language, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    let words = Words::new(language);
    let json = arguments.iter().any(|argument| argument == "--json");
    let refused = asked(arguments).and_then(|asked| run(&words, &asked, out)).err();
    let Some(refused) = refused else { return 0 };
    if json && !told_already(&refused) {
        say(out, &refusal_document(&words, &refused));
    } else if !json {
        for line in finding_lines(&words, &refused.finding) {
            // The last word is not set in as the lines of a report are.
            say(err, line.strip_prefix("  ").unwrap_or(&line));
        }
    }
    exit_code(refused.fault)
}

/// Whether the report itself says already what failed: a second document would make the output unreadable.
fn told_already(refused: &Refusal) -> bool {
    ["verify-does-not-hold", "verify-bag-invalid"].contains(&refused.finding.code.as_str())
}

fn asked(arguments: Vec<OsString>) -> Result<Asked, Refusal> {
    let usage = |code: &str, value: &str| Finding::error(code).with("value", value).refuse(Fault::Usage);
    let mut asked = Asked::default();
    let mut arguments = arguments.into_iter();
    let mut plain = false;
    while let Some(argument) = arguments.next() {
        let text = argument.to_string_lossy().into_owned();
        match text.as_str() {
            "--json" if !plain => asked.json = true,
            "-h" | "--help" if !plain => asked.help = true,
            "-V" | "--version" if !plain => asked.version = true,
            "--" if !plain => plain = true,
            "--key" if !plain => {
                let key = arguments.next().unwrap_or_default().to_string_lossy().into_owned();
                asked.keys.push(key.parse().map_err(|_| usage("verify-key-unreadable", &key))?);
            }
            "--block-header" if !plain => {
                let header = arguments.next().unwrap_or_default().to_string_lossy().into_owned();
                asked.headers.push(Header::read(&header)?);
            }
            "--earlier" if !plain => {
                let path = PathBuf::from(arguments.next().unwrap_or_default());
                asked.earlier.push(earlier(&path)?);
            }
            "--tsa-root" | "--tsa-issuer" if !plain => {
                let path = PathBuf::from(arguments.next().unwrap_or_default());
                let read = certificates(&path)?;
                if text == "--tsa-root" {
                    asked.roots.extend(read)
                } else {
                    asked.issuers.extend(read)
                };
            }
            _ if !plain && text.starts_with('-') => return Err(usage("verify-option-unknown", &text)),
            _ if asked.bundle.is_some() => return Err(usage("verify-one-bundle", &text)),
            _ => asked.bundle = Some(PathBuf::from(argument)),
        }
    }
    Ok(asked)
}

/// Certificates in PEM or DER: of an authority that the reader believes, or of issuers on the way to it.
fn certificates(path: &Path) -> Result<Vec<Certificate>, Refusal> {
    let shown = path.display().to_string();
    let unreadable = |problem: String| {
        let found = Finding::error("verify-unreadable").with("path", shown.as_str());
        found.with("problem", problem).refuse(Fault::Input)
    };
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path).map_err(|error| unreadable(error.to_string()))?;
    let read = file.take(LONGEST + 1).read_to_end(&mut bytes);
    read.map_err(|error| unreadable(error.to_string()))?;
    Certificate::read_all(&bytes).map_err(|refusal| unreadable(refusal.finding.code))
}

/// A checkpoint that the reader kept from before.
fn earlier(path: &Path) -> Result<String, Refusal> {
    let unreadable = |problem: String| {
        let found = Finding::error("verify-unreadable").with("path", path.display().to_string());
        found.with("problem", problem).refuse(Fault::Input)
    };
    let file = std::fs::File::open(path).map_err(|error| unreadable(error.to_string()))?;
    let mut text = String::new();
    file.take(LONGEST).read_to_string(&mut text).map_err(|error| unreadable(error.to_string()))?;
    Ok(text)
}

fn run(words: &Words, asked: &Asked, out: &mut dyn Write) -> Result<(), Refusal> {
    if asked.version {
        say(out, concat!("redress-verify ", env!("CARGO_PKG_VERSION")));
        return Ok(());
    }
    if asked.help {
        say(out, &words.say("verify-help", &[]));
        return Ok(());
    }
    let Some(path) = &asked.bundle else {
        return Err(Finding::error("verify-nothing-named").refuse(Fault::Usage));
    };
    let source = open(path)?;
    let trust = Trust {
        keys: &asked.keys,
        earlier: &asked.earlier,
        roots: &asked.roots,
        issuers: &asked.issuers,
        headers: &asked.headers,
    };
    let report = check(source.folder(), trust, path, &mut |_| {})?;
    if report.fault != Some(Fault::Newer) {
        show(words, &report, asked.json, out);
    }
    verdict(&report, path)
}

fn show(words: &Words, report: &Report, json: bool, out: &mut dyn Write) {
    if json {
        say(out, &serde_json::to_string_pretty(report).unwrap_or_default());
        return;
    }
    for one in &report.lines {
        say(out, &safe_text(&line(words, one)));
    }
    for finding in &report.findings {
        for one in finding_lines(words, finding) {
            say(out, &one);
        }
    }
}

/// One line. A reader that went away (`| head`) ends the output quietly; the exit code stays.
fn say(out: &mut dyn Write, text: &str) {
    let _ = writeln!(out, "{text}");
}
