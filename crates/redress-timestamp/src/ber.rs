//! Reads BER (ITU-T X.690 §8) into a tree of bounded size, and writes it again as DER (§10-11).
//!
//! Tokens in the wild have indefinite lengths, long forms of short lengths, octet strings in pieces and sets in any
//! order. The tree keeps the bytes as they came, with their place, because signatures are made over bytes.

use redress_base::{Fault, Finding, Refusal};

/// The longest input, in bytes. A token with a chain of five certificates has about ten thousand.
pub(crate) const LONGEST: usize = 1 << 20;
/// How deep elements may lie within each other. A token with certificates needs about 15.
const DEEPEST: usize = 32;
/// How deep the pieces of a string may lie within each other; OpenSSL allows as many.
const MOST_NESTED_PIECES: usize = 5;
/// How many elements there may be. A token with certificates needs a few hundred.
const MOST_PARTS: usize = 20_000;

pub(crate) const BOOLEAN: u8 = 0x01;
pub(crate) const INTEGER: u8 = 0x02;
pub(crate) const BIT_STRING: u8 = 0x03;
pub(crate) const OCTET_STRING: u8 = 0x04;
pub(crate) const OID: u8 = 0x06;
pub(crate) const UTF8_STRING: u8 = 0x0c;
pub(crate) const GENERALIZED_TIME: u8 = 0x18;
pub(crate) const SEQUENCE: u8 = 0x30;
pub(crate) const SET: u8 = 0x31;
const CONSTRUCTED: u8 = 0x20;

/// The identifier octet of a context-specific element of low number, primitive.
pub(crate) const fn context(number: u8) -> u8 {
    0x80 | number
}

/// The same, constructed.
pub(crate) const fn context_constructed(number: u8) -> u8 {
    0xa0 | number
}

/// One element: its identifier, its place in the input, its bytes as they came, and what is in it.
#[derive(Clone, Debug)]
pub(crate) struct Element<'a> {
    /// The identifier octets; one, unless the tag number is above 30.
    identifier: &'a [u8],
    /// Where it begins in the input, in bytes.
    pub(crate) at: usize,
    /// All of it as it came: identifier, length, content and, if any, end-of-contents.
    pub(crate) raw: &'a [u8],
    body: Body<'a>,
}

#[derive(Clone, Debug)]
enum Body<'a> {
    Content(&'a [u8]),
    Parts(Vec<Element<'a>>),
}

/// A refusal of the whole input at a byte.
pub(crate) fn refusal(code: &str, at: usize) -> Refusal {
    Finding::error(code).with("byte", at).refuse(Fault::Input)
}

/// The field of a structure is not of the form that its standard gives it.
pub(crate) fn misshapen(field: &str, at: usize) -> Refusal {
    Finding::error("timestamp-form").with("field", field).with("byte", at).refuse(Fault::Input)
}

/// Reads one element that is the whole of `input`.
///
/// # Errors
/// `timestamp-too-long`, `-truncated`, `-length`, `-tag`, `-too-deep`, `-too-many-parts`, `-end-of-contents` and
/// `-trailing`, each with the byte.
pub(crate) fn read(input: &[u8]) -> Result<Element<'_>, Refusal> {
    if input.len() > LONGEST {
        return Err(Finding::error("timestamp-too-long")
            .with("bytes", input.len())
            .with("most", LONGEST)
            .refuse(Fault::Input));
    }
    let mut reader = Reader { input, at: 0, parts: 0 };
    let element = reader.element(input.len(), 0)?;
    if reader.at != input.len() {
        return Err(refusal("timestamp-trailing", reader.at));
    }
    Ok(element)
}

struct Reader<'a> {
    input: &'a [u8],
    at: usize,
    parts: usize,
}

/// A length as it is written: known, or until end-of-contents.
enum Length {
    Definite(usize),
    Indefinite,
}

impl<'a> Reader<'a> {
    fn byte(&mut self, end: usize) -> Result<u8, Refusal> {
        let byte = self.input.get(self.at).filter(|_| self.at < end).copied();
        let byte = byte.ok_or_else(|| refusal("timestamp-truncated", self.at))?;
        self.at += 1;
        Ok(byte)
    }

    /// An element that ends no later than `end`.
    fn element(&mut self, end: usize, depth: usize) -> Result<Element<'a>, Refusal> {
        let start = self.at;
        self.parts += 1;
        if depth > DEEPEST {
            return Err(refusal("timestamp-too-deep", start));
        }
        if self.parts > MOST_PARTS {
            return Err(refusal("timestamp-too-many-parts", start));
        }
        let first = self.identifier(end)?;
        let constructed = first & CONSTRUCTED != 0;
        // Of the universal types these are always in one piece, and sequences and sets always of pieces.
        if matches!(first, 0x21 | 0x22 | 0x25 | 0x26 | 0x29 | 0x2a | 0x2d | 0x10 | 0x11) {
            return Err(refusal("timestamp-tag", start));
        }
        let identifier = self.input.get(start..self.at).unwrap_or_default();
        let length_at = self.at;
        let body = match (self.length(end)?, constructed) {
            (Length::Definite(length), false) => {
                let from = self.at;
                self.at = from + length;
                let content = self.input.get(from..self.at).unwrap_or_default();
                if !fits(first, content) {
                    return Err(refusal("timestamp-value", start));
                }
                Body::Content(content)
            }
            (Length::Definite(length), true) => Body::Parts(self.until(self.at + length, depth)?),
            (Length::Indefinite, true) => Body::Parts(self.until_end_of_contents(end, depth)?),
            (Length::Indefinite, false) => return Err(refusal("timestamp-length", length_at)),
        };
        let raw = self.input.get(start..self.at).unwrap_or_default();
        Ok(Element { identifier, at: start, raw, body })
    }

    fn until(&mut self, end: usize, depth: usize) -> Result<Vec<Element<'a>>, Refusal> {
        let mut parts = Vec::new();
        while self.at < end {
            parts.push(self.element(end, depth + 1)?);
        }
        Ok(parts)
    }

    fn until_end_of_contents(&mut self, end: usize, depth: usize) -> Result<Vec<Element<'a>>, Refusal> {
        let mut parts = Vec::new();
        loop {
            match self.input.get(self.at..end) {
                Some([0, 0, ..]) => {
                    self.at += 2;
                    return Ok(parts);
                }
                Some([0, _, ..]) => return Err(refusal("timestamp-end-of-contents", self.at)),
                _ => parts.push(self.element(end, depth + 1)?),
            }
        }
    }

    /// The first identifier octet; a tag number above 30 may take up to four more (X.690 §8.1.2.4).
    fn identifier(&mut self, end: usize) -> Result<u8, Refusal> {
        let start = self.at;
        let first = self.byte(end)?;
        if first == 0 {
            return Err(refusal("timestamp-end-of-contents", start));
        }
        if first & 0x1f == 0x1f {
            let mut octets = 0;
            while self.byte(end)? & 0x80 != 0 {
                octets += 1;
                if octets > 3 {
                    return Err(refusal("timestamp-tag", start));
                }
            }
        }
        Ok(first)
    }

    /// The length octets (X.690 §8.1.3); what they say must fit before `end`.
    fn length(&mut self, end: usize) -> Result<Length, Refusal> {
        let start = self.at;
        let first = self.byte(end)?;
        let length = match first {
            0x80 => return Ok(Length::Indefinite),
            0..0x80 => usize::from(first),
            0xff => return Err(refusal("timestamp-length", start)),
            _ => {
                let mut length = 0usize;
                for _ in 0..first & 0x7f {
                    let next = usize::from(self.byte(end)?);
                    // Leading zeros are good BER; more than the input could hold is not.
                    if length > LONGEST {
                        return Err(refusal("timestamp-length", start));
                    }
                    length = length << 8 | next;
                }
                length
            }
        };
        if length > end - self.at {
            return Err(refusal("timestamp-truncated", start));
        }
        Ok(Length::Definite(length))
    }
}

/// Whether the content of a primitive element of universal type is one that BER allows: a value of its type, and whole
/// numbers and object identifiers in as few bytes as they need (X.690 §8.2, 8.3, 8.6, 8.8, 8.19, 8.21).
fn fits(identifier: u8, content: &[u8]) -> bool {
    match (identifier, content) {
        (BOOLEAN, _) => content.len() == 1,
        (INTEGER | 0x0a, [] | [0x00, 0..=0x7f, ..] | [0xff, 0x80..=0xff, ..]) => false,
        (BIT_STRING, []) => false,
        (BIT_STRING, [unused, bits @ ..]) => *unused == 0 || (*unused < 8 && !bits.is_empty()),
        (0x05, _) => content.is_empty(),
        (OID, _) => {
            let begins = std::iter::once(&0).chain(content).map(|byte| byte & 0x80 == 0);
            let padded = begins.zip(content).any(|(begins, byte)| begins && *byte == 0x80);
            content.last().is_some_and(|last| last & 0x80 == 0) && !padded
        }
        (0x1c, _) => content.len().is_multiple_of(4),
        (0x1e, _) => content.len().is_multiple_of(2),
        _ => true,
    }
}

impl<'a> Element<'a> {
    /// Whether the identifier is this one octet.
    pub(crate) fn is(&self, tag: u8) -> bool {
        self.identifier == [tag]
    }

    /// The elements in it; none if it is primitive.
    pub(crate) fn parts(&self) -> &[Element<'a>] {
        match &self.body {
            Body::Parts(parts) => parts,
            Body::Content(_) => &[],
        }
    }

    /// The content octets of a primitive element.
    pub(crate) fn content(&self) -> Option<&'a [u8]> {
        match &self.body {
            Body::Content(content) => Some(content),
            Body::Parts(_) => None,
        }
    }

    /// The octets of an octet string, in one piece or in several (X.690 §8.7.3).
    pub(crate) fn octets(&self) -> Option<Vec<u8>> {
        self.octets_within(MOST_NESTED_PIECES)
    }

    fn octets_within(&self, levels: usize) -> Option<Vec<u8>> {
        if self.is(OCTET_STRING) {
            return self.content().map(<[u8]>::to_vec);
        }
        if !self.is(OCTET_STRING | CONSTRUCTED) {
            return None;
        }
        let mut joined = Vec::new();
        for part in self.parts() {
            joined.extend(part.octets_within(levels.checked_sub(1)?)?);
        }
        Some(joined)
    }

    /// The element in DER: minimal lengths, strings in one piece, sets sorted, `TRUE` as 0xFF.
    pub(crate) fn to_der(&self) -> Vec<u8> {
        self.encode(true)
    }

    /// The same, with every set in the order in which it came.
    pub(crate) fn to_der_in_order(&self) -> Vec<u8> {
        self.encode(false)
    }

    fn encode(&self, sort: bool) -> Vec<u8> {
        let Body::Parts(parts) = &self.body else {
            let content = self.content().unwrap_or_default();
            let truth = self.is(BOOLEAN) && content.iter().any(|byte| *byte != 0);
            return wrap_octets(self.identifier, if truth { &[0xff] } else { content });
        };
        if let Some((tag, content)) = self.joined() {
            return wrap(tag, &content);
        }
        let mut encoded: Vec<Vec<u8>> = parts.iter().map(|part| part.encode(sort)).collect();
        if sort && self.is(SET) {
            encoded.sort_unstable();
        }
        wrap_octets(self.identifier, &encoded.concat())
    }

    /// A string that came in pieces, as one: its primitive tag and content. `None` if it is no string, or if the
    /// pieces are not of its kind; then nothing is joined, and whoever reads it refuses it.
    fn joined(&self) -> Option<(u8, Vec<u8>)> {
        let [tag] = self.identifier else { return None };
        let tag = tag & !CONSTRUCTED;
        match tag {
            OCTET_STRING | UTF8_STRING | 0x12..=0x1e => Some((tag, self.pieces(tag)?)),
            BIT_STRING => Some((tag, self.bit_pieces()?)),
            _ => None,
        }
    }

    fn pieces(&self, tag: u8) -> Option<Vec<u8>> {
        let mut content = Vec::new();
        for part in self.parts() {
            match part.content() {
                Some(piece) if part.is(tag) || part.is(OCTET_STRING) => content.extend_from_slice(piece),
                None if part.is(tag | CONSTRUCTED) => content.extend(part.pieces(tag)?),
                _ => return None,
            }
        }
        Some(content)
    }

    /// Each piece begins with its count of unused bits, which only the last may have (X.690 §8.6.4).
    fn bit_pieces(&self) -> Option<Vec<u8>> {
        let mut content = vec![0];
        for part in self.parts() {
            let (unused, bits) = part.content().filter(|_| part.is(BIT_STRING))?.split_first()?;
            let so_far = content.first_mut()?;
            if *so_far != 0 {
                return None;
            }
            *so_far = *unused;
            content.extend_from_slice(bits);
        }
        Some(content)
    }
}

/// An element in DER out of its identifier octet and its content.
pub(crate) fn wrap(tag: u8, content: &[u8]) -> Vec<u8> {
    wrap_octets(&[tag], content)
}

fn wrap_octets(identifier: &[u8], content: &[u8]) -> Vec<u8> {
    let mut out = identifier.to_vec();
    match u8::try_from(content.len()) {
        Ok(short @ 0..0x80) => out.push(short),
        _ => {
            let length: Vec<u8> =
                content.len().to_be_bytes().into_iter().skip_while(|byte| *byte == 0).collect();
            out.push(0x80 | u8::try_from(length.len()).unwrap_or(0x7f));
            out.extend(length);
        }
    }
    out.extend_from_slice(content);
    out
}

/// Reads the parts of a structure one after the other; what is missing or left over is refused with its place.
pub(crate) struct Fields<'e, 'a> {
    rest: std::slice::Iter<'e, Element<'a>>,
    end: usize,
}

impl<'e, 'a> Fields<'e, 'a> {
    /// The parts of an element that must be of this kind.
    pub(crate) fn of(element: &'e Element<'a>, tag: u8, field: &str) -> Result<Fields<'e, 'a>, Refusal> {
        if !element.is(tag) {
            return Err(misshapen(field, element.at));
        }
        Ok(Fields { rest: element.parts().iter(), end: element.at + element.raw.len() })
    }

    /// Where the next part begins, or the structure ends.
    fn place(&self) -> usize {
        self.rest.as_slice().first().map_or(self.end, |element| element.at)
    }

    /// The next part, whatever it is.
    pub(crate) fn any(&mut self, field: &str) -> Result<&'e Element<'a>, Refusal> {
        let at = self.place();
        self.rest.next().ok_or_else(|| misshapen(field, at))
    }

    /// The next part, which must be of this kind.
    pub(crate) fn next(&mut self, tag: u8, field: &str) -> Result<&'e Element<'a>, Refusal> {
        let at = self.place();
        self.optional(tag).ok_or_else(|| misshapen(field, at))
    }

    /// The next part, if it is of this kind.
    pub(crate) fn optional(&mut self, tag: u8) -> Option<&'e Element<'a>> {
        let next = self.rest.as_slice().first().filter(|element| element.is(tag))?;
        self.rest.next();
        Some(next)
    }

    /// Nothing may be left.
    pub(crate) fn end(mut self, field: &str) -> Result<(), Refusal> {
        let at = self.place();
        self.rest.next().map_or(Ok(()), |_| Err(misshapen(field, at)))
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn bits_in_pieces_are_joined_and_only_the_last_may_have_unused_ones() {
        let good = [0x23, 0x08, 0x03, 0x02, 0x00, 0xaa, 0x03, 0x02, 0x04, 0xb0];
        assert_eq!(read(&good).unwrap().to_der(), [0x03, 0x03, 0x04, 0xaa, 0xb0]);
        let bad = [0x23, 0x08, 0x03, 0x02, 0x04, 0xa0, 0x03, 0x02, 0x00, 0xb0];
        assert_eq!(read(&bad).unwrap().to_der(), bad);
    }

    #[test]
    fn tags_of_high_number_and_long_lengths_are_read() {
        let high = [0x9f, 0x81, 0x00, 0x84, 0x00, 0x00, 0x00, 0x01, 0x07];
        assert_eq!(read(&high).unwrap().to_der(), [0x9f, 0x81, 0x00, 0x01, 0x07]);
    }
}
