//! What a file is, by its bytes: for choosing a reader, or asking for a mapping.

use crate::charset::Source;
use crate::csv::{self, Scanner};
use crate::csv_file::names;
use crate::formats::{self, Found};
use crate::json_file::{is_json, known, look};
use crate::magic::{self, Magic};
use encoding_rs::GB18030;

/// How much of a text file is looked at.
const HEAD: usize = 256 * 1024;

/// What a file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sniff {
    /// A format that [`read`](crate::read) knows: `mediacrawler-weibo-contents/csv`.
    Format(String),
    /// A database; its tables tell more, and `read` looks at them.
    Database,
    /// A table or JSON file of unknown columns: a mapping file can say how to read it.
    Unknown {
        /// The columns of its header or the keys of its first object.
        columns: Vec<String>,
    },
    /// Kept as it is and not read: pictures, documents, plain text.
    NotPosts {
        /// Its media type as far as the bytes tell.
        media: String,
    },
}

/// Looks at the first bytes. `name` only tells an unknown table from plain text, by its ending.
pub fn sniff(name: &str, bytes: &[u8]) -> Sniff {
    match magic::look(bytes) {
        Magic::Database => return Sniff::Database,
        Magic::Media(media) => return Sniff::NotPosts { media: media.to_owned() },
        Magic::Text => {}
    }
    let decoded;
    let text = match head(bytes) {
        Head::Text(text) => text,
        Head::Gb(bytes) => {
            decoded = GB18030.decode_without_bom_handling(bytes).0;
            decoded.as_ref()
        }
        Head::Binary => return Sniff::NotPosts { media: "application/octet-stream".to_owned() },
    };
    let source = Source::Utf8(text);
    let (columns, found) = if is_json(source, 0) { json(source) } else { table(source) };
    if let Some(format) = found {
        return Sniff::Format(format);
    }
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    let table = ["csv", "tsv", "json", "jsonl", "ndjson"].contains(&ending.as_str());
    if table && columns.iter().any(|name| !name.is_empty()) {
        Sniff::Unknown { columns }
    } else {
        Sniff::NotPosts { media: "text/plain".to_owned() }
    }
}

enum Head<'a> {
    Text(&'a str),
    Gb(&'a [u8]),
    Binary,
}

/// The beginning of a text file, cut at a whole character.
fn head(bytes: &[u8]) -> Head<'_> {
    let head = bytes.get(..HEAD.min(bytes.len())).unwrap_or_default();
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    if memchr::memchr(0, head).is_some() {
        return Head::Binary;
    }
    match std::str::from_utf8(head) {
        Ok(text) => Head::Text(text),
        // The head ends inside a character.
        Err(error) if error.error_len().is_none() => {
            let whole = head.get(..error.valid_up_to()).and_then(|whole| std::str::from_utf8(whole).ok());
            whole.map_or(Head::Binary, Head::Text)
        }
        // A sound first line of a damaged file still tells its format.
        Err(error) if head.get(..error.valid_up_to()).is_some_and(|sound| sound.contains(&b'\n')) => {
            let sound = head.get(..error.valid_up_to()).and_then(|sound| std::str::from_utf8(sound).ok());
            sound.map_or(Head::Binary, Head::Text)
        }
        Err(_) => Head::Gb(head),
    }
}

fn table(source: Source<'_>) -> (Vec<String>, Option<String>) {
    let mut fields = Vec::new();
    let delimiter = csv::delimiter(source.bytes(), 0);
    let _ = Scanner::new(source.bytes(), 0, delimiter).next(&mut fields);
    let columns = names(source, &fields);
    let found = formats::by_columns(&columns, Found::Header).map(|format| format!("{}/csv", format.name));
    (columns, found)
}

/// A file longer than the head ends inside a value; what was seen until there is enough.
fn json(source: Source<'_>) -> (Vec<String>, Option<String>) {
    let (shape, columns) = look(source, 0, None).unwrap_or((crate::json_file::Shape::Object, Vec::new()));
    let found = known(source, shape, &columns);
    let format = found.map(|(shape, format)| format!("{}/{}", format.name, shape.word()));
    (columns, format)
}
