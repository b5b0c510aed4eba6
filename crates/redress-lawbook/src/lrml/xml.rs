//! A small tree of XML elements, and its text.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// What stands inside an element.
#[derive(Clone, Debug)]
enum Inside {
    Tag(Tag),
    Text(String),
}

/// An element.
#[derive(Clone, Debug)]
pub(super) struct Tag {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    inside: Vec<Inside>,
}

impl Tag {
    pub(super) const fn new(name: &'static str) -> Tag {
        Tag { name, attributes: Vec::new(), inside: Vec::new() }
    }

    /// Adds an attribute.
    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Tag {
        self.attributes.push((name, value.into()));
        self
    }

    /// Puts an element behind what is inside already.
    pub(super) fn hold(mut self, tag: Tag) -> Tag {
        self.inside.push(Inside::Tag(tag));
        self
    }

    /// The same for several.
    pub(super) fn holds(mut self, tags: impl IntoIterator<Item = Tag>) -> Tag {
        self.inside.extend(tags.into_iter().map(Inside::Tag));
        self
    }

    /// Puts an element before what is inside already.
    pub(super) fn first(mut self, tag: Tag) -> Tag {
        self.inside.insert(0, Inside::Tag(tag));
        self
    }

    pub(super) fn text(mut self, text: &str) -> Tag {
        self.inside.push(Inside::Text(clean(text)));
        self
    }
}

/// Characters that XML 1.0 cannot hold become U+FFFD.
fn clean(text: &str) -> String {
    let allowed = |c: char| !c.is_control() || matches!(c, '\t' | '\n' | '\r');
    text.chars()
        .map(|c| if allowed(c) && !matches!(c, '\u{FFFE}' | '\u{FFFF}') { c } else { '\u{FFFD}' })
        .collect()
}

/// The document, indented, with its declaration and a line end.
pub(super) fn write(root: &Tag) -> String {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    // Writing to memory cannot fail, and every name and text is UTF-8.
    let _ = writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
    let _ = element(&mut writer, root);
    let mut text = String::from_utf8(writer.into_inner()).unwrap_or_default();
    text.push('\n');
    text
}

fn element(writer: &mut Writer<Vec<u8>>, tag: &Tag) -> std::io::Result<()> {
    let attributes = tag.attributes.iter().map(|(name, value)| (*name, clean(value)));
    let mut start = BytesStart::new(tag.name);
    for (name, value) in attributes {
        start.push_attribute((name, value.as_str()));
    }
    if tag.inside.is_empty() {
        return writer.write_event(Event::Empty(start));
    }
    writer.write_event(Event::Start(start))?;
    for one in &tag.inside {
        match one {
            Inside::Tag(tag) => element(writer, tag)?,
            Inside::Text(text) => writer.write_event(Event::Text(BytesText::new(text)))?,
        }
    }
    writer.write_event(Event::End(BytesEnd::new(tag.name)))
}
