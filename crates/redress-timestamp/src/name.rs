//! Distinguished names: whether two say the same (RFC 5280 §7.1), and how one is shown.
//!
//! Authorities write one name as PrintableString here and as UTF8String there. Two names are the same when their
//! attributes are, text compared without regard to ASCII capitals and to the number of spaces, whatever the kind of
//! string; everything that is no text, byte for byte.

use crate::ber::{Element, Fields, OID, SEQUENCE, SET, misshapen, wrap};
use redress_base::Refusal;
use x509_cert::name::Name;

/// What the value of an attribute may be: the strings that names are written in, BIT STRING (unique identifiers) and
/// SEQUENCE (structured ones); the same as in OpenSSL.
const VALUES: [u8; 9] = [0x0c, 0x12, 0x13, 0x14, 0x16, 0x1c, 0x1e, 0x03, 0x30];

/// The bytes by which names are compared: equal exactly for names that say the same.
pub(crate) fn comparable(element: &Element<'_>, field: &str) -> Result<Vec<u8>, Refusal> {
    if !element.is(SEQUENCE) {
        return Err(misshapen(field, element.at));
    }
    let mut name = Vec::new();
    for relative in element.parts() {
        if !relative.is(SET) || relative.parts().is_empty() {
            return Err(misshapen(field, relative.at));
        }
        let mut attributes = Vec::new();
        for attribute in relative.parts() {
            let mut fields = Fields::of(attribute, SEQUENCE, field)?;
            let kind = fields.next(OID, field)?.to_der();
            let value = fields.any(field)?;
            fields.end(field)?;
            if !value.raw.first().is_some_and(|tag| VALUES.contains(tag)) {
                return Err(misshapen(field, value.at));
            }
            let text = text(value).map_err(|NoText| misshapen(field, value.at))?;
            let value = text.map_or_else(|| value.to_der(), |text| wrap(0x0c, text.as_bytes()));
            attributes.push(wrap(SEQUENCE, &[kind, value].concat()));
        }
        attributes.sort_unstable();
        name.extend(wrap(SET, &attributes.concat()));
    }
    Ok(name)
}

/// A string whose bytes are no characters.
struct NoText;

/// The text of a string, in small letters, its runs of white space as one space, none at its ends; `None` for what is
/// no string.
fn text(value: &Element<'_>) -> Result<Option<String>, NoText> {
    let Some(bytes) = value.content() else { return Ok(None) };
    let wide = |width: usize| -> Option<String> {
        let number = |unit: &[u8]| unit.iter().fold(0u32, |value, byte| value << 8 | u32::from(*byte));
        (bytes.len() % width == 0).then_some(())?;
        bytes.chunks_exact(width).map(|unit| char::from_u32(number(unit))).collect()
    };
    let text = match value.raw.first() {
        // UTF8String
        Some(0x0c) => std::str::from_utf8(bytes).ok().map(str::to_owned),
        // PrintableString, IA5String; TeletexString as Latin-1, the way everybody reads it
        Some(0x13 | 0x14 | 0x16) => Some(bytes.iter().copied().map(char::from).collect()),
        // UniversalString, BMPString
        Some(0x1c) => wide(4),
        Some(0x1e) => wide(2),
        _ => return Ok(None),
    };
    let small = text.ok_or(NoText)?.to_ascii_lowercase();
    let space = |c: char| matches!(c, '\t'..='\r' | ' ');
    Ok(Some(small.split(space).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")))
}

/// A name as RFC 4514 writes it. Hostile text is shown escaped by whoever prints it.
pub(crate) fn shown(name: &Name) -> String {
    use std::fmt::Write;
    let mut text = String::new();
    // Only a value that cannot be encoded again could fail, and this one was just read.
    if write!(text, "{name}").is_err() {
        text.push('…');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::comparable;
    use crate::ber::{self, wrap};

    fn name(tag: u8, text: &[u8]) -> Vec<u8> {
        reading(tag, text).unwrap()
    }

    fn reading(tag: u8, text: &[u8]) -> Result<Vec<u8>, redress_base::Refusal> {
        let value = wrap(tag, text);
        let attribute = wrap(0x30, &[vec![0x06, 0x03, 0x55, 0x04, 0x03], value].concat());
        let name = wrap(0x30, &wrap(0x31, &attribute));
        comparable(&ber::read(&name).unwrap(), "name")
    }

    #[test]
    fn names_are_compared_by_what_they_say() {
        let one = name(0x0c, b"Test  TSA ");
        assert_eq!(one, name(0x13, b"test tsa"));
        assert_eq!(one, name(0x1e, b"\0T\0E\0S\0T\0 \0T\0S\0A"));
        assert_ne!(one, name(0x0c, b"testtsa"));
        assert_ne!(one, name(0x12, b"test tsa"));
        assert!(reading(0x04, b"test tsa").is_err());
        // Halves of a surrogate pair are no characters, nor are broken UTF-8 sequences.
        assert!(reading(0x1e, b"\xd8\x00").is_err() && reading(0x0c, b"\xff").is_err());
    }
}
