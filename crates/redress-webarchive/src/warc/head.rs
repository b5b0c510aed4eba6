//! The head of a WARC record: version line and named fields (ISO 28500:2017 §4 and §5).

use crate::findings::{Findings, Step};
use crate::limits::{MOST_FIELDS, MOST_HEAD, MOST_LINE, cut};
use crate::lines::{LineEnd, line};
use crate::warc::members::Members;
use redress_base::Finding;

/// The versions whose rules are followed.
const VERSIONS: [&str; 2] = ["WARC/1.0", "WARC/1.1"];
/// The one field that may be repeated: §5.7.
const REPEATABLE: &str = "warc-concurrent-to";
/// The fields that every record has: §5.1.
const REQUIRED: [&str; 4] = ["warc-record-id", "content-length", "warc-date", "warc-type"];

/// The head of one record.
pub(crate) struct Head {
    /// `1.0` or `1.1`.
    pub(crate) version: String,
    /// Names in lower case, in the order of the file.
    fields: Vec<(String, String)>,
    /// `Content-Length`: bytes of the block.
    pub(crate) length: u64,
}

impl Head {
    /// The first value of a field; `name` in lower case.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Reads the head of record `number`.
    pub(crate) fn read(members: &mut Members<'_>, number: u64, findings: &mut Findings) -> Step<Head> {
        let begin = members.at();
        let at = |finding: Finding, byte: u64| Box::new(finding.with("record", number).with("byte", byte));
        let first = take_line(members, number)?;
        let text = String::from_utf8_lossy(&first.0).into_owned();
        if !VERSIONS.contains(&text.as_str()) {
            let shown: String = text.chars().filter(|c| !c.is_control()).take(40).collect();
            return Err(at(Finding::error("webarchive-warc-version").with("found", shown), begin));
        }
        let version = text.trim_start_matches("WARC/").to_owned();
        let (fields, only_lf) = Head::fields(members, number)?;
        if only_lf || first.1 == LineEnd::Lf {
            findings.push(*at(Finding::warning("webarchive-warc-line-ends"), begin));
        }
        let mut head = Head { version, fields, length: 0 };
        head.length = head.checked_length(number, begin)?;
        for name in REQUIRED.iter().filter(|name| head.get(name).is_none()) {
            findings.push(*at(Finding::error("webarchive-warc-field-missing").with("field", *name), begin));
        }
        for name in head.repeated() {
            findings
                .push(*at(Finding::error("webarchive-warc-field-twice").with("field", cut(name, 80)), begin));
        }
        Ok(head)
    }

    /// The named fields up to the empty line; and whether a line ended in LF alone.
    fn fields(members: &mut Members<'_>, number: u64) -> Step<(Vec<(String, String)>, bool)> {
        let mut fields: Vec<(String, String)> = Vec::new();
        let (mut size, mut only_lf) = (0usize, false);
        loop {
            let byte = members.at();
            let (text, end) = take_line(members, number)?;
            only_lf |= end == LineEnd::Lf;
            if text.is_empty() {
                return Ok((fields, only_lf));
            }
            size = size.saturating_add(text.len());
            if size > MOST_HEAD || fields.len() >= MOST_FIELDS {
                let finding = Finding::error("webarchive-warc-head-too-long");
                return Err(Box::new(finding.with("record", number).with("byte", byte)));
            }
            let text = String::from_utf8_lossy(&text).into_owned();
            let folded = text.starts_with([' ', '\t']);
            let visible = !text.chars().any(|c| c.is_control() && c != '\t');
            match (folded, fields.last_mut(), text.split_once(':')) {
                // A folded line goes on with the value before it: §4 `LWS`.
                (true, Some((_, value)), _) if visible => {
                    if !value.is_empty() {
                        value.push(' ');
                    }
                    value.push_str(text.trim());
                }
                (false, _, Some((name, value))) if visible && is_token(name) => {
                    fields.push((name.to_ascii_lowercase(), value.trim().to_owned()));
                }
                _ => {
                    let finding = Finding::error("webarchive-warc-field-form");
                    return Err(Box::new(finding.with("record", number).with("byte", byte)));
                }
            }
        }
    }

    /// `Content-Length`, which must be there and be one number.
    fn checked_length(&self, number: u64, byte: u64) -> Step<u64> {
        let mut stated =
            self.fields.iter().filter(|(name, _)| name == "content-length").map(|(_, value)| value);
        let first = stated.next();
        let agree = stated.all(|other| Some(other) == first);
        let digits =
            first.filter(|text| agree && !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()));
        let length = digits.and_then(|text| text.parse().ok());
        length.ok_or_else(|| {
            let finding = Finding::error("webarchive-warc-length-form");
            Box::new(finding.with("record", number).with("byte", byte))
        })
    }

    /// Names that stand more than once and may not.
    fn repeated(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.fields.iter().map(|(name, _)| name.as_str()).collect();
        names.sort_unstable();
        let mut twice: Vec<&str> = names
            .windows(2)
            .filter_map(|pair| match pair {
                [one, other] if one == other && *one != REPEATABLE => Some(*one),
                _ => None,
            })
            .collect();
        twice.dedup();
        twice
    }
}

/// `token` of §4: visible ASCII without separators.
fn is_token(name: &str) -> bool {
    const SEPARATORS: &str = "()<>@,;:\\\"/[]?={} \t";
    !name.is_empty() && name.chars().all(|c| c.is_ascii_graphic() && !SEPARATORS.contains(c))
}

/// One line of a head.
fn take_line(members: &mut Members<'_>, number: u64) -> Step<(Vec<u8>, LineEnd)> {
    let byte = members.at();
    let taken = match line(members, MOST_LINE) {
        Ok(taken) => taken,
        Err(error) => return Err(members.complaint(&error)),
    };
    let code = match taken.end {
        LineEnd::CrLf | LineEnd::Lf => return Ok((taken.text, taken.end)),
        LineEnd::Bytes => Finding::error("webarchive-warc-cut"),
        LineEnd::TooLong => Finding::error("webarchive-warc-line-too-long"),
    };
    Err(Box::new(code.with("record", number).with("byte", byte)))
}
