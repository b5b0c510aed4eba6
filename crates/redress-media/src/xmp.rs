//! The AI label inside a packet of XMP (ISO 16684-1): the property `AIGC` of the namespace that TC260 gave it, as an
//! element, as an attribute, or as a structure whose fields are elements or attributes. Of a position only that one is
//! recorded (ISO 16684-2, `exif:GPSLatitude` and `exif:GPSLongitude`).

use quick_xml::NsReader;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use serde_json::{Map, Value};

/// The namespace of practice guide TC260-PG-20258A. Tools write it with and without the last stroke.
const NAMESPACE: &str = "http://www.tc260.org.cn/ns/AIGC/1.0";
/// The namespace of what Exif has, in XMP.
const EXIF: &str = "http://ns.adobe.com/exif/1.0/";
/// Deepest nesting of elements.
const MOST_DEPTH: usize = 64;

/// What a packet says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Said {
    /// The texts of every label.
    pub(crate) labels: Vec<String>,
    /// Whether it records a position. Its value is not read.
    pub(crate) position: bool,
}

/// Reads a packet; `None` where it is no XML.
pub(crate) fn read(packet: &[u8]) -> Option<Said> {
    let text = text(packet)?;
    let mut reader = NsReader::from_str(text.trim_matches('\0'));
    let mut found = Said::default();
    let mut open: Option<Open> = None;
    let mut depth = 0usize;
    loop {
        match reader.read_event().ok()? {
            Event::Eof => return Some(found),
            Event::Start(start) => {
                depth = depth.saturating_add(1);
                if depth > MOST_DEPTH {
                    return None;
                }
                begin(&reader, &start, depth, &mut open, &mut found)?;
            }
            Event::Empty(start) => {
                let next = depth.saturating_add(1);
                begin(&reader, &start, next, &mut open, &mut found)?;
                end(next, &mut open, &mut found.labels);
            }
            Event::End(_) => {
                end(depth, &mut open, &mut found.labels);
                depth = depth.saturating_sub(1);
            }
            Event::Text(text) => {
                if let Some(open) = &mut open {
                    open.take(&text);
                }
            }
            Event::CData(text) => {
                if let Some(open) = &mut open {
                    open.take(&text);
                }
            }
            Event::GeneralRef(reference) => {
                if let Some(open) = &mut open {
                    open.take(&resolved(&reference)?);
                }
            }
            // A document type could make text out of nothing; no writer of XMP needs one.
            Event::DocType(_) => return None,
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
        }
    }
}

/// An open property, with the fields inside it.
struct Open {
    depth: usize,
    text: String,
    fields: Map<String, Value>,
    field: Option<(usize, String, String)>,
}

impl Open {
    fn take(&mut self, text: &str) {
        match &mut self.field {
            Some((_, _, value)) => value.push_str(text),
            None => self.text.push_str(text),
        }
    }

    /// The object that its fields make, or else its text.
    fn finish(self) -> Option<String> {
        if self.fields.is_empty() {
            return Some(self.text).filter(|text| !text.trim().is_empty());
        }
        serde_json::to_string(&self.fields).ok()
    }
}

fn begin(
    reader: &NsReader<&[u8]>,
    start: &BytesStart<'_>,
    depth: usize,
    open: &mut Option<Open>,
    found: &mut Said,
) -> Option<()> {
    let (namespace, local) = reader.resolver().resolve_element(start.name());
    let own = is_own(&namespace);
    let local = local.as_ref().to_owned();
    found.position |= is_position(&namespace, &local);
    let mut fields = Map::new();
    for attribute in start.attributes() {
        let attribute = attribute.ok()?;
        let (namespace, name) = reader.resolver().resolve_attribute(attribute.key);
        found.position |= is_position(&namespace, name.as_ref());
        if is_own(&namespace) {
            let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok()?.into_owned();
            let name = name.as_ref().to_owned();
            if name == "AIGC" {
                found.labels.push(value);
            } else {
                fields.insert(name, Value::String(value));
            }
        }
    }
    match open {
        None if own && local == "AIGC" => {
            *open = Some(Open { depth, text: String::new(), fields, field: None });
        }
        // The structure itself, or a field of it.
        Some(open) => {
            open.fields.extend(fields);
            if own && open.field.is_none() {
                open.field = Some((depth, local, String::new()));
            }
        }
        None => {}
    }
    Some(())
}

fn end(depth: usize, open: &mut Option<Open>, found: &mut Vec<String>) {
    if let Some(own) = open {
        if let Some((_, name, value)) = own.field.take_if(|(at, ..)| *at == depth) {
            own.fields.insert(name, Value::String(value));
        }
        if own.depth == depth {
            found.extend(open.take().and_then(Open::finish));
        }
    }
}

fn is_own(namespace: &ResolveResult<'_>) -> bool {
    match namespace {
        ResolveResult::Bound(namespace) => namespace.as_ref().trim_end_matches('/') == NAMESPACE,
        ResolveResult::Unbound | ResolveResult::Unknown(_) => false,
    }
}

/// Whether a property is one half of the place where something was taken; a version of the form alone is none.
fn is_position(namespace: &ResolveResult<'_>, name: &str) -> bool {
    let exif = matches!(namespace, ResolveResult::Bound(namespace) if namespace.as_ref() == EXIF);
    exif && matches!(name, "GPSLatitude" | "GPSLongitude")
}

/// A character by number, or one of the five that XML names.
fn resolved(reference: &quick_xml::events::BytesRef<'_>) -> Option<String> {
    if let Some(character) = reference.resolve_char_ref().ok()? {
        return Some(character.to_string());
    }
    quick_xml::escape::resolve_xml_entity(reference).map(str::to_owned)
}

/// The packet as text: UTF-8, or UTF-16 by its mark.
fn text(packet: &[u8]) -> Option<String> {
    let wide = |bytes: &[u8], of: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.chunks_exact(2).filter_map(|two| two.try_into().ok().map(of)).collect();
        String::from_utf16(&units).ok()
    };
    match packet {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => Some(std::str::from_utf8(rest).ok()?.to_owned()),
        _ => Some(std::str::from_utf8(packet).ok()?.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Said, read};

    fn labels(packet: &[u8]) -> Option<Vec<String>> {
        read(packet).map(|said| said.labels)
    }

    fn packet(inside: &str, attributes: &str) -> String {
        format!(
            "<?xpacket begin=\"\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" xmlns:TC260=\"http://www.tc260.org.cn/ns/AIGC/1.0/\"{attributes}>{inside}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>"
        )
    }

    #[test]
    fn element_attribute_structure() {
        let object = "{\"Label\":\"1\"}";
        let escaped = object.replace('"', "&quot;");
        let element = packet(&format!("<TC260:AIGC>{escaped}</TC260:AIGC>"), "");
        assert_eq!(labels(element.as_bytes()).unwrap(), [object]);
        let plain = packet(&format!("<TC260:AIGC>{object}</TC260:AIGC>"), "");
        assert_eq!(labels(plain.as_bytes()).unwrap(), [object]);
        let data = packet(&format!("<TC260:AIGC><![CDATA[{object}]]></TC260:AIGC>"), "");
        assert_eq!(labels(data.as_bytes()).unwrap(), [object]);
        let attribute = packet("", &format!(" TC260:AIGC=\"{escaped}\""));
        assert_eq!(labels(attribute.as_bytes()).unwrap(), [object]);
        let structure =
            packet("<TC260:AIGC rdf:parseType=\"Resource\"><TC260:Label>1</TC260:Label></TC260:AIGC>", "");
        assert_eq!(labels(structure.as_bytes()).unwrap(), [object]);
        let inner = packet("<TC260:AIGC><rdf:Description TC260:Label=\"1\"/></TC260:AIGC>", "");
        assert_eq!(labels(inner.as_bytes()).unwrap(), [object]);
        let own = packet("<TC260:AIGC TC260:Label=\"1\"/>", "");
        assert_eq!(labels(own.as_bytes()).unwrap(), [object]);
    }

    #[test]
    fn a_position_is_told_and_not_read() {
        let name = " xmlns:e=\"http://ns.adobe.com/exif/1.0/\"";
        let of =
            |inside: &str, more: &str| read(packet(inside, &format!("{name}{more}")).as_bytes()).unwrap();
        let told = Said { labels: Vec::new(), position: true };
        assert_eq!(of("<e:GPSLatitude>39,54.2N</e:GPSLatitude>", ""), told);
        assert_eq!(of("", " e:GPSLongitude=\"116,23.5E\""), told);
        assert!(!of("<e:GPSVersionID>2.2.0.0</e:GPSVersionID>", " e:GPSMapDatum=\"WGS-84\"").position);
        assert!(!of("<TC260:GPSLatitude/>", "").position);
    }

    #[test]
    fn another_namespace_and_no_xml() {
        let other = packet("<TC260:AIGC>{}</TC260:AIGC>", "").replace("tc260.org.cn", "example.com");
        assert!(labels(other.as_bytes()).unwrap().is_empty());
        assert!(labels(b"<a><b></a>").is_none());
        assert!(labels(b"<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>").is_none());
        assert!(labels(&[0xff, 0xff, 0x00]).is_none());
        assert!(labels("<a>".repeat(100).as_bytes()).is_none());
    }
}
