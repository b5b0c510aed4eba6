//! Keys of posts, as people and other rooms write them: `weibo/4912…`, `weibo/c/4913…`, `weibo/t/话题`.
//!
//! Platform ids are foreign text: `/`, `%`, white space and control characters in them are written
//! as `%` and two hexadecimal digits a byte, so a key is one word and always reads back.

use crate::post::Space;
use std::fmt::Write as _;

pub(crate) fn write(platform: &str, space: Space, native: &str) -> String {
    let mut key = String::with_capacity(platform.len() + native.len() + 3);
    escape(platform, &mut key);
    key.push_str(if space == Space::Comment { "/c/" } else { "/" });
    escape(native, &mut key);
    key
}

pub(crate) fn topic(platform: &str, name: &str) -> String {
    let mut key = String::new();
    escape(platform, &mut key);
    key.push_str("/t/");
    escape(name, &mut key);
    key
}

/// Platform, id space and platform id of a post's key.
pub(crate) fn read(key: &str) -> Option<(String, Space, String)> {
    let (platform, rest) = key.split_once('/')?;
    let (space, native) = match rest.strip_prefix("c/") {
        Some(native) => (Space::Comment, native),
        None => (Space::Post, rest),
    };
    Some((unescape(platform)?, space, unescape(native)?))
}

fn escape(word: &str, into: &mut String) {
    for c in word.chars() {
        if c == '/' || c == '%' || c.is_whitespace() || c.is_control() {
            let mut buffer = [0u8; 4];
            for byte in c.encode_utf8(&mut buffer).bytes() {
                // Writing to a String cannot fail.
                let _ = write!(into, "%{byte:02X}");
            }
        } else {
            into.push(c);
        }
    }
}

fn unescape(word: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(word.len());
    let mut rest = word.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'/' {
            return None;
        }
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let high = char::from(rest.next()?).to_digit(16)?;
        let low = char::from(rest.next()?).to_digit(16)?;
        bytes.push(u8::try_from(high << 4 | low).ok()?);
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::{read, write};
    use crate::post::Space;
    use proptest::prelude::*;

    #[test]
    fn keys_are_words_that_people_can_copy() {
        assert_eq!(write("weibo", Space::Post, "4912000000000001"), "weibo/4912000000000001");
        assert_eq!(write("weibo", Space::Comment, "4913"), "weibo/c/4913");
        assert_eq!(write("x", Space::Post, "c/1 %\n"), "x/c%2F1%20%25%0A");
        assert_eq!(read("weibo"), None);
        assert_eq!(read("weibo/a/b"), None);
        assert_eq!(read("weibo/%zz"), None);
    }

    proptest! {
        #[test]
        fn every_id_reads_back(platform in ".*", native in ".*", comment: bool) {
            let space = if comment { Space::Comment } else { Space::Post };
            prop_assert_eq!(read(&write(&platform, space, &native)), Some((platform, space, native)));
        }
    }
}
