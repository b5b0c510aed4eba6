//! `bagit.txt`: the version, and the encoding of the other tag files.

use std::fmt;

/// A version, by its two numbers as they are written: 0.97 is older than 1.0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Version(pub(crate) u32, pub(crate) u32);

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.0, self.1)
    }
}

/// RFC 8493.
const ONE: Version = Version(1, 0);
/// The first draft that says what a bag is.
const FIRST: Version = Version(0, 93);

/// What `bagit.txt` says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Declaration {
    pub(crate) version: Version,
    pub(crate) encoding: String,
}

/// Text out of a tag file.
pub(crate) enum Decoded {
    Text(String),
    /// A UTF-8 text that begins with a byte-order mark all the same.
    Marked(String),
    /// Not of that encoding from this byte on.
    Broken(usize),
    /// No encoding that is known here.
    Unknown,
}

/// The lines of a text, whichever of CR, LF and CR LF ends them; a last line may go without.
pub(crate) fn lines(text: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = Vec::new();
    let mut rest = text;
    while let Some((line, after)) = rest.split_once(['\n', '\r']) {
        let ended_by_cr = rest.get(line.len()..).is_some_and(|end| end.starts_with('\r'));
        rest = if ended_by_cr { after.strip_prefix('\n').unwrap_or(after) } else { after };
        lines.push(line);
    }
    if !rest.is_empty() {
        lines.push(rest);
    }
    lines
}

impl Declaration {
    /// Exactly two lines in UTF-8 without a mark (§2.1.1); else the first line that is not as it should be.
    pub(crate) fn parse(bytes: &[u8]) -> Result<Declaration, usize> {
        let text = std::str::from_utf8(bytes).map_err(|_| 1usize)?;
        let lines = lines(text);
        let (first, second) = match lines.as_slice() {
            [first, second] => (*first, *second),
            [] => return Err(1),
            [_] => return Err(2),
            _ => return Err(3),
        };
        let stated = value(first, "BagIt-Version").ok_or(1usize)?;
        let version = version(stated.trim()).filter(|version| *version >= FIRST).ok_or(1usize)?;
        let encoding = value(second, "Tag-File-Character-Encoding").ok_or(2usize)?;
        let declaration = Declaration { version, encoding: encoding.trim().to_owned() };
        // Since 1.0 there is one space, behind the colon; the drafts let white space stand around it.
        for (line, row, label, value) in [
            (first, 1usize, "BagIt-Version", declaration.version.to_string()),
            (second, 2, "Tag-File-Character-Encoding", declaration.encoding.clone()),
        ] {
            if declaration.strict() && line != format!("{label}: {value}") {
                return Err(row);
            }
        }
        if declaration.encoding.is_empty() { Err(2) } else { Ok(declaration) }
    }

    /// Whether the rules of RFC 8493 hold, and not those of a draft.
    pub(crate) fn strict(&self) -> bool {
        self.version >= ONE
    }

    /// Whether it is of a version that nobody has published yet.
    pub(crate) fn newer(&self) -> bool {
        self.version > ONE
    }

    /// A tag file's bytes as text.
    pub(crate) fn decode(&self, bytes: &[u8]) -> Decoded {
        match self.encoding.to_ascii_uppercase().as_str() {
            "US-ASCII" | "ASCII" if !bytes.is_ascii() => {
                Decoded::Broken(bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or_default())
            }
            "UTF-8" | "US-ASCII" | "ASCII" => match std::str::from_utf8(bytes) {
                Ok(text) => match text.strip_prefix('\u{feff}') {
                    Some(text) => Decoded::Marked(text.to_owned()),
                    None => Decoded::Text(text.to_owned()),
                },
                Err(error) => Decoded::Broken(error.valid_up_to()),
            },
            // Each byte is the character of that number.
            "ISO-8859-1" => Decoded::Text(bytes.iter().map(|byte| char::from(*byte)).collect()),
            "UTF-16" => match bytes.split_first_chunk::<2>() {
                Some(([0xff, 0xfe], rest)) => utf16(rest, u16::from_le_bytes),
                Some(([0xfe, 0xff], rest)) => utf16(rest, u16::from_be_bytes),
                // RFC 2781 §4.3: without a mark it is big-endian.
                _ => utf16(bytes, u16::from_be_bytes),
            },
            "UTF-16BE" => utf16(bytes, u16::from_be_bytes),
            "UTF-16LE" => utf16(bytes, u16::from_le_bytes),
            _ => Decoded::Unknown,
        }
    }

    /// The path that a manifest means: `None` where it is written in no permitted way. RFC 8493 §2.1.3 writes a line end
    /// and a percent sign, and nothing else, as a percent sign and two digits; the drafts take a name as it stands.
    pub(crate) fn path(&self, written: &str) -> Option<String> {
        if !self.strict() || !written.contains('%') {
            return Some(written.to_owned());
        }
        let mut parts = written.split('%');
        let mut path = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (digits, rest) = part.split_at_checked(2)?;
            path.push(match digits.to_ascii_uppercase().as_str() {
                "0A" => '\n',
                "0D" => '\r',
                "25" => '%',
                _ => return None,
            });
            path.push_str(rest);
        }
        Some(path)
    }
}

/// Whether that is an absolute URI (RFC 8493 §2.2.3; RFC 3986 §4.3): a scheme, and something behind its colon, in the
/// characters that a URI has. Those of the web name a host (RFC 9110 §4.2), and so does `ftp`; bagit.py asks every URI but
/// that of a file for one, which RFC 8493 does not.
pub(crate) fn absolute(uri: &str) -> bool {
    let Some((scheme, rest)) = uri.split_once(':') else { return false };
    let named = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?[]@!$&'()*+,;=".contains(&byte);
    let escapes = |text: &str| {
        text.split('%').skip(1).all(|part| part.bytes().take(2).filter(u8::is_ascii_hexdigit).count() == 2)
    };
    let host = rest.strip_prefix("//").and_then(|rest| rest.split(['/', '?']).next());
    let hosted = ["http", "https", "ftp"].iter().any(|web| scheme.eq_ignore_ascii_case(web));
    named
        && !rest.is_empty()
        && rest.bytes().all(|byte| byte == b'%' || plain(byte))
        && escapes(rest)
        && (!hosted || host.is_some_and(|host| !host.is_empty()))
}

fn value<'l>(line: &'l str, label: &str) -> Option<&'l str> {
    let (name, value) = line.split_once(':')?;
    (name.trim() == label).then_some(value)
}

fn version(text: &str) -> Option<Version> {
    let (major, minor) = text.split_once('.')?;
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    (digits(major) && digits(minor)).then(|| Some(Version(major.parse().ok()?, minor.parse().ok()?)))?
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Decoded {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(pairs.len());
    for (place, decoded) in char::decode_utf16(pairs.iter().copied().map(unit)).enumerate() {
        match decoded {
            Ok(character) => text.push(character),
            Err(_) => return Decoded::Broken(2 * place),
        }
    }
    if rest.is_empty() { Decoded::Text(text) } else { Decoded::Broken(bytes.len()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_declaration_is_two_lines_and_names_the_one_that_is_not() {
        let good = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
        assert_eq!(Declaration::parse(good.as_bytes()).unwrap().version, ONE);
        for (text, row) in [
            ("", 1),
            ("BagIt-Version: 1.0\n", 2),
            ("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n\n", 3),
            ("\nBagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", 3),
            ("BagIt-Version: 1.0 \nTag-File-Character-Encoding: UTF-8\n", 1),
            ("BagIt-Version : 1.0\nTag-File-Character-Encoding: UTF-8\n", 1),
            ("BagIt-Version: 1.0\nTag-File-Character-Encoding:  UTF-8\n", 2),
            ("BagIt-Version: .97\nTag-File-Character-Encoding: UTF-8\n", 1),
            ("BagIt-Version: 0.5\nTag-File-Character-Encoding: UTF-8\n", 1),
            ("BagIt-Version: 1.0\nTag-File-Character-Encoding: \n", 2),
            ("\u{feff}BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", 1),
        ] {
            assert_eq!(Declaration::parse(text.as_bytes()), Err(row), "{text:?}");
        }
        let loose = "BagIt-Version : 0.97\r\nTag-File-Character-Encoding:UTF-8";
        assert_eq!(Declaration::parse(loose.as_bytes()).unwrap().version, Version(0, 97));
    }

    #[test]
    fn what_is_fetched_has_an_absolute_uri() {
        for good in [
            "https://bags.example/a",
            "http://bags.example:80/a%20b?c=1",
            "ftp://h/x",
            "file:///srv/a",
            "urn:isbn:0451450523",
        ] {
            assert!(absolute(good), "{good}");
        }
        for bad in [
            "",
            "a",
            "/a",
            "//bags.example/a",
            "http:a",
            "https:///a",
            "1http://h/",
            "http:",
            "x:",
            "http://h/a b",
            "http://h/a%2",
            "http://h/%zz",
            "http://h/a#b",
            "http://h/评论",
            ":a",
        ] {
            assert!(!absolute(bad), "{bad}");
        }
    }

    #[test]
    fn ascii_is_ascii() {
        let declared = |encoding: &str| Declaration { version: ONE, encoding: encoding.into() };
        assert!(matches!(declared("US-ASCII").decode(b"plain"), Decoded::Text(_)));
        assert!(matches!(declared("us-ascii").decode("a: 评".as_bytes()), Decoded::Broken(3)));
        assert!(matches!(declared("UTF-8").decode("a: 评".as_bytes()), Decoded::Text(_)));
    }

    #[test]
    fn lines_end_in_three_ways() {
        assert_eq!(lines("a\r\nb\rc\n\nd"), ["a", "b", "c", "", "d"]);
        assert!(lines("").is_empty());
    }

    #[test]
    fn percent_signs_mean_three_characters_since_1_0_and_nothing_before() {
        let of = |version: Version, path: &str| Declaration { version, encoding: "UTF-8".into() }.path(path);
        assert_eq!(of(ONE, "data/a%25c").as_deref(), Some("data/a%c"));
        assert_eq!(of(ONE, "data/a%0Db%0ac").as_deref(), Some("data/a\rb\nc"));
        for wrong in ["data/a%c", "data/a%7E", "data/%", "data/a%2"] {
            assert_eq!(of(ONE, wrong), None, "{wrong}");
        }
        assert_eq!(of(Version(0, 97), "data/%7Ea%25").as_deref(), Some("data/%7Ea%25"));
    }
}
