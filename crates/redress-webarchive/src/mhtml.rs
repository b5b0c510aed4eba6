//! MHTML: a page and its parts as one `multipart/related` message (RFC 2557), read part by part.

use crate::base64_body::Base64Body;
use crate::date::{by_tool, mail_date};
use crate::description::{Draft, Page, Part};
use crate::digest::Sums;
use crate::findings::{Findings, Step, unreadable};
use crate::html;
use crate::limits::{MOST_FIELDS, MOST_HEAD, MOST_LEAD, MOST_LINE, MOST_MEMBERS, MOST_TITLE, PIECE, cut};
use crate::lines::{Bytes as _, LineEnd, Plain, line};
use crate::quoted_printable::QuotedPrintable;
use redress_base::{Finding, Stamp};
use std::io::Read;

/// Longest boundary: RFC 2046 §5.1.1.
const MOST_BOUNDARY: usize = 70;

/// Reads an MHTML file into a draft. Gives whether it was read to its end.
pub(crate) fn describe(
    source: &mut (impl Read + ?Sized),
    draft: &mut Draft,
    findings: &mut Findings,
) -> bool {
    let mut source = source;
    match message(&mut Plain::new(&mut source), draft, findings) {
        Ok(()) => true,
        Err(finding) => {
            findings.push(*finding);
            false
        }
    }
}

/// What the head of the whole message says.
struct Message {
    url: Option<String>,
    title: Option<String>,
    at: Option<Stamp>,
    boundary: Vec<u8>,
}

fn message(plain: &mut Plain<'_>, draft: &mut Draft, findings: &mut Findings) -> Step<()> {
    let head = Head::read(plain, 0)?;
    let message = opening(&head, draft, findings)?;
    // The preamble is for readers without MIME; usually it is empty.
    let mut body = Body::new(None);
    let mut mark = until_mark(plain, &message.boundary, &mut body)?;
    while mark == Mark::Next {
        let number = draft.next_number();
        if number > MOST_MEMBERS as u64 {
            let finding = Finding::error("webarchive-mhtml-too-many").with("limit", MOST_MEMBERS);
            return Err(Box::new(finding.with("byte", plain.at())));
        }
        mark = part(plain, number, &message, draft, findings)?;
    }
    if draft.whole.parts_found == 0 {
        return Err(Box::new(Finding::error("webarchive-mhtml-empty").with("byte", plain.at())));
    }
    if draft.whole.pages_found == 0 {
        let first = draft.whole.parts.first();
        let url = message.url.or_else(|| first.and_then(|part| part.url.clone())).unwrap_or_default();
        draft.page(Page { url, at: message.at, status: None, title: message.title, part: None });
    }
    if mark == Mark::End {
        return Ok(());
    }
    Err(Box::new(Finding::error("webarchive-mhtml-cut").with("byte", plain.at())))
}

fn opening(head: &Head, draft: &mut Draft, findings: &mut Findings) -> Step<Message> {
    let content = head.get("content-type").map(|text| mailparse::parse_content_type(&text));
    let boundary = content.and_then(|content| {
        let related = content.mimetype.eq_ignore_ascii_case("multipart/related");
        related.then(|| content.params.get("boundary").cloned()).flatten()
    });
    let Some(boundary) = boundary.filter(|text| !text.is_empty() && text.len() <= MOST_BOUNDARY) else {
        return Err(Box::new(Finding::error("webarchive-mhtml-boundary").with("byte", 0u64)));
    };
    let at = head.get("date").and_then(|text| mail_date(&text)).map(by_tool);
    if head.get("date").is_some() && at.is_none() {
        findings.push(Finding::warning("webarchive-mhtml-date"));
    }
    draft.whole.version = head.get("mime-version").map(|text| cut(&text, 40));
    draft.whole.tool = head.get("x-mimeole").or_else(|| head.get("from")).map(|text| {
        // Chromium writes `<Saved by Blink>`.
        cut(text.trim().trim_matches(['<', '>']), 200)
    });
    draft.whole.made = at;
    Ok(Message {
        url: head.get("snapshot-content-location").or_else(|| head.get("content-location")),
        title: head.get("subject").map(|text| cut(text.trim(), MOST_TITLE)).filter(|text| !text.is_empty()),
        at,
        boundary: [b"--", boundary.as_bytes()].concat(),
    })
}

fn part(
    plain: &mut Plain<'_>,
    number: u64,
    message: &Message,
    draft: &mut Draft,
    findings: &mut Findings,
) -> Step<Mark> {
    let start = plain.at();
    let head = Head::read(plain, number)?;
    let coding = head.get("content-transfer-encoding").map(|text| text.trim().to_ascii_lowercase());
    let mut body = Body::new(coding.as_deref());
    let mark = until_mark(plain, &message.boundary, &mut body)?;
    let end = body.end;
    let say = |finding: Finding| finding.with("record", number).with("byte", start);
    let unknown = !matches!(
        coding.as_deref(),
        None | Some("" | "7bit" | "8bit" | "binary" | "base64" | "quoted-printable")
    );
    if unknown {
        findings.push(say(Finding::warning("webarchive-mhtml-encoding")));
    }
    let (sums, lead, sound) = body.finish();
    if !sound {
        findings.push(say(match coding.as_deref() {
            Some("base64") => Finding::error("webarchive-base64"),
            _ => Finding::error("webarchive-quoted-printable"),
        }));
    }
    let media_type = head.get("content-type");
    if media_type.as_deref().is_some_and(|text| text.to_ascii_lowercase().starts_with("multipart/")) {
        findings.push(say(Finding::note("webarchive-mhtml-nested")));
    }
    let url = head.get("content-location");
    let main = draft.whole.pages_found == 0 && media_type.as_deref().is_some_and(html::is_page);
    // The first page is what was saved; other pages are its frames.
    if main && (message.url.is_none() || url.is_none() || url == message.url || number == 1) {
        let title = message.title.clone().or_else(|| html::title(&lead, media_type.as_deref()));
        let shown = message.url.clone().or_else(|| url.clone()).unwrap_or_default();
        draft.page(Page { url: shown, at: message.at, status: None, title, part: Some(number) });
    }
    let coding = unknown.then_some(coding).flatten();
    draft.part(Part {
        number,
        what: "part".to_owned(),
        member: None,
        url,
        at: message.at,
        status: None,
        media_type,
        coding,
        start,
        end,
        bytes: sums.bytes(),
        sha256: sums.sha256(),
    });
    Ok(mark)
}

/// Reads the bytes of one part again: its body, decoded.
pub(crate) fn body(source: &mut dyn Read, wanted: &Part) -> Step<Vec<u8>> {
    let mut plain = Plain::new(source);
    let head = Head::read(&mut plain, wanted.number)?;
    let coding = head.get("content-transfer-encoding").map(|text| text.trim().to_ascii_lowercase());
    let mut body = Body::new(coding.as_deref());
    body.most = usize::try_from(wanted.bytes).unwrap_or(usize::MAX);
    loop {
        let shown = plain.fill().map_err(|error| unreadable(wanted.start, &error))?;
        let count = shown.len();
        if count == 0 {
            return Ok(body.finish().1);
        }
        body.push(shown);
        plain.consume(count);
    }
}

/// The fields of a head, as mailparse reads them.
struct Head {
    bytes: Vec<u8>,
}

impl Head {
    /// Takes a head with its empty line.
    fn read(plain: &mut Plain<'_>, number: u64) -> Step<Head> {
        let mut bytes = Vec::new();
        let mut fields = 0usize;
        loop {
            let byte = plain.at();
            let say = |finding: Finding| Box::new(finding.with("record", number).with("byte", byte));
            let taken = line(plain, MOST_LINE).map_err(|error| unreadable(byte, &error))?;
            match taken.end {
                LineEnd::Bytes => return Err(say(Finding::error("webarchive-mhtml-head-cut"))),
                LineEnd::TooLong => return Err(say(Finding::error("webarchive-mhtml-head-too-long"))),
                LineEnd::CrLf | LineEnd::Lf => {}
            }
            if taken.text.is_empty() {
                return Ok(Head { bytes });
            }
            fields = fields.saturating_add(1);
            bytes.extend(taken.text);
            bytes.extend(b"\r\n");
            if bytes.len() > MOST_HEAD || fields > MOST_FIELDS {
                return Err(say(Finding::error("webarchive-mhtml-head-too-long")));
            }
        }
    }

    /// The value of the first field of this name (lower case), unfolded and with encoded words undone.
    fn get(&self, name: &str) -> Option<String> {
        let (fields, _) = mailparse::parse_headers(&self.bytes).ok()?;
        let field = fields.iter().find(|field| field.get_key_ref().eq_ignore_ascii_case(name))?;
        Some(field.get_value())
    }
}

/// What ended a body.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// `--boundary`: another part follows.
    Next,
    /// `--boundary--`.
    End,
    /// The file.
    File,
}

/// The coding of a body, and its sums.
enum Decoder {
    Plain,
    Base64(Base64Body),
    Quoted(QuotedPrintable),
}

struct Body {
    decoder: Decoder,
    sums: Sums,
    lead: Vec<u8>,
    /// How long the lead may grow.
    most: usize,
    /// The offset behind the last byte of the body.
    end: u64,
}

impl Body {
    fn new(coding: Option<&str>) -> Body {
        let decoder = match coding {
            Some("base64") => Decoder::Base64(Base64Body::default()),
            Some("quoted-printable") => Decoder::Quoted(QuotedPrintable::default()),
            _ => Decoder::Plain,
        };
        Body { decoder, sums: Sums::default(), lead: Vec::new(), most: MOST_LEAD, end: 0 }
    }

    fn push(&mut self, piece: &[u8]) {
        let (sums, lead, most) = (&mut self.sums, &mut self.lead, self.most);
        let mut out = |data: &[u8]| {
            sums.update(data);
            let room = most.saturating_sub(lead.len()).min(data.len());
            lead.extend_from_slice(data.get(..room).unwrap_or_default());
        };
        match &mut self.decoder {
            Decoder::Plain => out(piece),
            Decoder::Base64(decoder) => decoder.push(piece, &mut out),
            Decoder::Quoted(decoder) => decoder.push(piece, &mut out),
        }
    }

    /// Sums, lead, and whether the coding was sound.
    fn finish(mut self) -> (Sums, Vec<u8>, bool) {
        let (sums, lead, most) = (&mut self.sums, &mut self.lead, self.most);
        let mut out = |data: &[u8]| {
            sums.update(data);
            let room = most.saturating_sub(lead.len()).min(data.len());
            lead.extend_from_slice(data.get(..room).unwrap_or_default());
        };
        let sound = match self.decoder {
            Decoder::Plain => true,
            Decoder::Base64(decoder) => decoder.finish(&mut out) == (0, true),
            Decoder::Quoted(decoder) => decoder.finish(&mut out) == 0,
        };
        (self.sums, self.lead, sound)
    }
}

/// Streams a body up to the next mark. The line ending before a mark belongs to the mark (RFC 2046 §5.1.1).
fn until_mark(plain: &mut Plain<'_>, boundary: &[u8], body: &mut Body) -> Step<Mark> {
    // The ending of the line before, which is the body's only if no mark follows.
    let mut held: &[u8] = b"";
    let mut at_line_start = true;
    loop {
        let at = plain.at();
        let taken = line(plain, PIECE).map_err(|error| unreadable(at, &error))?;
        let nothing = taken.text.is_empty() && taken.end == LineEnd::Bytes;
        if at_line_start
            && !nothing
            && let Some(mark) = mark(&taken.text, boundary)
        {
            body.end = at.saturating_sub(held.len() as u64);
            return Ok(mark);
        }
        body.push(held);
        body.push(&taken.text);
        held = match taken.end {
            LineEnd::CrLf => b"\r\n",
            LineEnd::Lf => b"\n",
            LineEnd::TooLong => b"",
            LineEnd::Bytes => {
                body.end = plain.at();
                return Ok(Mark::File);
            }
        };
        at_line_start = taken.end != LineEnd::TooLong;
    }
}

fn mark(line: &[u8], boundary: &[u8]) -> Option<Mark> {
    let rest = line.strip_prefix(boundary)?;
    let (rest, mark) = match rest.strip_prefix(b"--") {
        Some(rest) => (rest, Mark::End),
        None => (rest, Mark::Next),
    };
    rest.iter().all(|byte| matches!(byte, b' ' | b'\t')).then_some(mark)
}
