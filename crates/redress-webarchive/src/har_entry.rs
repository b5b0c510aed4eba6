//! One entry of a HAR taken out whole: its body, and its answer as an HTTP message.

use crate::base64_body::Base64Body;
use crate::findings::Step;
use redress_base::Finding;
use serde::Deserialize;

/// Fields that tell how a body travelled; the body of a HAR stands without these codings.
const OF_TRANSFER: [&str; 3] = ["content-encoding", "transfer-encoding", "content-length"];

#[derive(Deserialize)]
struct Entry {
    response: Response,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Response {
    #[serde(default)]
    status: i64,
    #[serde(default)]
    status_text: Option<String>,
    #[serde(default)]
    http_version: Option<String>,
    #[serde(default)]
    headers: Vec<Field>,
    #[serde(default)]
    content: Option<Content>,
}

#[derive(Deserialize)]
struct Field {
    name: String,
    value: String,
}

#[derive(Deserialize)]
struct Content {
    #[serde(default)]
    size: Option<i64>,
    #[serde(default)]
    text: Option<String>,
    #[serde(default)]
    encoding: Option<String>,
}

/// An answer as a message of HTTP/1.1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Status line, fields, an empty line, body.
    pub bytes: Vec<u8>,
    /// The protocol by which it came, where that was another: `h2`, `h3`.
    pub protocol: Option<String>,
}

fn entry(bytes: &[u8], number: u64) -> Step<Entry> {
    serde_json::from_slice(bytes)
        .map_err(|_| Box::new(Finding::warning("webarchive-body-differs").with("record", number)))
}

/// The body of an entry, decoded. Without a recorded body there are no bytes.
pub(crate) fn body(bytes: &[u8], number: u64) -> Step<Vec<u8>> {
    Ok(entry(bytes, number)?.response.content.and_then(Content::body).unwrap_or_default())
}

/// The answer of an entry, where it was recorded whole: a status, its fields, and a body or a size of none.
pub(crate) fn message(bytes: &[u8], number: u64) -> Step<Option<Message>> {
    let response = entry(bytes, number)?.response;
    let Some(line) = response.status_line() else { return Ok(None) };
    let none = response.content.as_ref().is_none_or(|content| content.size.unwrap_or(0) <= 0);
    let protocol = response.protocol();
    let Some(fields) = fields(&response.headers) else { return Ok(None) };
    let body = match response.content.and_then(Content::body) {
        Some(body) => body,
        None if none => Vec::new(),
        None => return Ok(None),
    };
    let mut message = format!("{line}\r\n{fields}\r\n").into_bytes();
    message.extend(body);
    Ok(Some(Message { bytes: message, protocol }))
}

impl Content {
    fn body(self) -> Option<Vec<u8>> {
        let text = self.text?;
        if !self.encoding.is_some_and(|encoding| encoding.eq_ignore_ascii_case("base64")) {
            return Some(text.into_bytes());
        }
        let (mut decoder, mut body) = (Base64Body::default(), Vec::new());
        decoder.push(text.as_bytes(), &mut |data| body.extend_from_slice(data));
        decoder.finish(&mut |data| body.extend_from_slice(data));
        Some(body)
    }
}

impl Response {
    /// The status line in the words of HTTP/1.1, which is how a WARC writes every version; later versions
    /// have no line of their own (RFC 9113 §8.3.2).
    fn status_line(&self) -> Option<String> {
        let status = u16::try_from(self.status).ok().filter(|code| (100..1000).contains(code))?;
        let text = self.status_text.as_deref().unwrap_or_default();
        let version = self.http_version.as_deref().unwrap_or_default().to_ascii_uppercase();
        let version = if version == "HTTP/1.0" { "HTTP/1.0" } else { "HTTP/1.1" };
        on_one_line(text).then(|| format!("{version} {status} {text}"))
    }

    fn protocol(&self) -> Option<String> {
        let version = self.http_version.as_deref()?.to_ascii_lowercase();
        let known = match version.as_str() {
            "h2" | "http/2" | "http/2.0" => "h2",
            "h3" | "http/3" | "http/3.0" => "h3",
            _ => return None,
        };
        Some(known.to_owned())
    }
}

/// The fields as they were recorded. Those that tell of a coding that the body has no more are kept under the
/// name that WARC tools give to fields of the original. `None` where one would not stay on its line.
fn fields(headers: &[Field]) -> Option<String> {
    let mut out = String::new();
    // RFC 9113 §8.3: names with a colon before them are the status line in another form.
    for field in headers.iter().filter(|field| !field.name.starts_with(':')) {
        let is_name = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
        if field.name.is_empty() || !field.name.chars().all(is_name) {
            return None;
        }
        let moved = OF_TRANSFER.contains(&field.name.to_ascii_lowercase().as_str());
        let before = if moved { "X-Archive-Orig-" } else { "" };
        // Browsers join repeated fields with line feeds.
        for value in field.value.split('\n') {
            let value = value.trim();
            if !on_one_line(value) {
                return None;
            }
            out.push_str(&format!("{before}{}: {value}\r\n", field.name));
        }
    }
    Some(out)
}

fn on_one_line(text: &str) -> bool {
    !text.chars().any(|c| c.is_control() && c != '\t')
}

#[cfg(test)]
mod tests {
    use super::{body, message};

    const ENTRY: &str = r#"{"request":{"url":"https://a.example/"},"response":{"status":200,"statusText":"","httpVersion":"h2",
        "headers":[{"name":":status","value":"200"},{"name":"content-encoding","value":"br"},{"name":"set-cookie","value":"a=1\nb=2"}],
        "content":{"size":3,"mimeType":"text/plain","text":"YWJj","encoding":"base64"}}}"#;

    #[test]
    fn an_answer_is_written_as_it_was_recorded() {
        assert_eq!(body(ENTRY.as_bytes(), 1).unwrap(), b"abc");
        let found = message(ENTRY.as_bytes(), 1).unwrap().unwrap();
        let text = "HTTP/1.1 200 \r\nX-Archive-Orig-content-encoding: br\r\nset-cookie: a=1\r\nset-cookie: b=2\r\n\r\nabc";
        assert_eq!(String::from_utf8(found.bytes).unwrap(), text);
        assert_eq!(found.protocol.as_deref(), Some("h2"));
    }

    #[test]
    fn an_answer_without_its_body_or_status_is_none() {
        let without = ENTRY.replace(r#""text":"YWJj","encoding":"base64""#, r#""comment":"""#);
        assert_eq!(message(without.as_bytes(), 1).unwrap(), None);
        assert!(message(without.replace(r#""size":3"#, r#""size":0"#).as_bytes(), 1).unwrap().is_some());
        assert_eq!(message(ENTRY.replace(":200,", ":0,").as_bytes(), 1).unwrap(), None);
        assert_eq!(message(ENTRY.replace("a=1", "a\\u0000").as_bytes(), 1).unwrap(), None);
        assert_eq!(message(b"{", 7).unwrap_err().code, "webarchive-body-differs");
    }
}
