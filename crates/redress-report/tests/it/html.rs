//! A small reader of the HTML that the page is made of: enough to tell whether it is well formed, what is
//! inside what, and what a person sees before opening anything.

/// Elements that have no end tag.
const VOID: [&str; 6] = ["meta", "br", "wbr", "img", "hr", "link"];

/// One piece of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// A start tag with its attributes as written.
    Open(String, String),
    /// An end tag.
    Close(String),
    /// Text, entities as written.
    Text(String),
}

/// Cuts a page into pieces; an error where it is not well formed.
pub(crate) fn pieces(page: &str) -> Result<Vec<Piece>, String> {
    let page = page.strip_prefix("<!DOCTYPE html>").ok_or("no doctype")?;
    let (mut pieces, mut stack, mut rest) = (Vec::new(), Vec::<String>::new(), page);
    while let Some((text, after)) = rest.split_once('<') {
        push_text(&mut pieces, text)?;
        let end = tag_end(after).ok_or("a tag without an end")?;
        let (tag, left) = after.split_at_checked(end).ok_or("a cut character")?;
        rest = left.strip_prefix('>').unwrap_or(left);
        if let Some(name) = tag.strip_prefix('/') {
            let open = stack.pop();
            if open.as_deref() != Some(name) {
                return Err(format!("</{name}> closes {open:?}"));
            }
            pieces.push(Piece::Close(name.to_owned()));
            continue;
        }
        let empty = tag.ends_with('/');
        let tag = tag.trim_end_matches('/');
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        if attributes.matches('"').count() % 2 == 1 {
            return Err(format!("an open quote in {tag}"));
        }
        pieces.push(Piece::Open(name.to_owned(), attributes.to_owned()));
        if name == "style" {
            rest = rest.split_once("</style>").ok_or("a style without an end")?.1;
        } else if !empty && !VOID.contains(&name) {
            stack.push(name.to_owned());
        }
    }
    push_text(&mut pieces, rest)?;
    if stack.is_empty() { Ok(pieces) } else { Err(format!("left open: {stack:?}")) }
}

/// The `>` that ends a tag: not one inside a quoted attribute.
fn tag_end(tag: &str) -> Option<usize> {
    let mut quoted = false;
    tag.char_indices().find_map(|(place, c)| {
        quoted ^= c == '"';
        (c == '>' && !quoted).then_some(place)
    })
}

fn push_text(pieces: &mut Vec<Piece>, text: &str) -> Result<(), String> {
    if text.contains('>') {
        return Err(format!("a bare > in {text:?}"));
    }
    if !text.is_empty() {
        pieces.push(Piece::Text(text.to_owned()));
    }
    Ok(())
}

/// The value of one attribute.
pub(crate) fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    let after = attributes.split_once(&format!("{name}=\""))?.1;
    after.split_once('"').map(|(value, _)| value)
}

/// All text outside `details` of the class `hid`.
pub(crate) fn seen(pieces: &[Piece]) -> String {
    let (mut hidden, mut text) = (0_u32, String::new());
    for piece in pieces {
        match piece {
            Piece::Open(name, attributes) if name == "details" => {
                let hides = attribute(attributes, "class") == Some("hid");
                hidden += u32::from(hides || hidden > 0);
            }
            Piece::Close(name) if name == "details" => hidden = hidden.saturating_sub(1),
            Piece::Text(one) if hidden == 0 => text.push_str(one),
            _ => {}
        }
    }
    text
}

/// Headings as an outline: one line each, indented by level.
pub(crate) fn outline(pieces: &[Piece]) -> String {
    let (mut level, mut lines): (Option<usize>, Vec<String>) = (None, Vec::new());
    for piece in pieces {
        match piece {
            Piece::Open(name, _) | Piece::Close(name)
                if ["h1", "h2", "h3", "h4"].contains(&name.as_str()) =>
            {
                let opens = matches!(piece, Piece::Open(..));
                level = opens.then(|| name.trim_start_matches('h').parse::<usize>().unwrap_or(1));
                if let Some(level) = level {
                    lines.push("  ".repeat(level - 1));
                }
            }
            Piece::Text(text) if level.is_some() => {
                if let Some(line) = lines.last_mut() {
                    line.push_str(text);
                }
            }
            _ => {}
        }
    }
    lines.join("\n")
}

#[test]
fn what_is_not_well_formed_is_told() {
    assert!(pieces("<!DOCTYPE html><p>a<br>b</p>").is_ok());
    assert!(pieces("<!DOCTYPE html><p>a</div>").is_err());
    assert!(pieces("<!DOCTYPE html><p>a").is_err());
    assert!(pieces("<!DOCTYPE html><p title=\"a>b\">c</p>").is_ok());
}
