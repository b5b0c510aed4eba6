//! The title of a page, and the encoding of its text, out of its first bytes. Nothing of a page is run.

use crate::limits::{MOST_LEAD, MOST_TITLE, cut};
use encoding_rs::Encoding;

/// Whether a media type is that of a page.
pub(crate) fn is_page(media_type: &str) -> bool {
    let bare = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    bare == "text/html" || bare == "application/xhtml+xml"
}

/// The title of the page that begins with `lead`; `media_type` may name its encoding.
pub(crate) fn title(lead: &[u8], media_type: Option<&str>) -> Option<String> {
    let lead = lead.get(..MOST_LEAD).unwrap_or(lead);
    let named = media_type.and_then(charset).or_else(|| declared(lead));
    let encoding =
        named.and_then(|label| Encoding::for_label(label.as_bytes())).unwrap_or(encoding_rs::UTF_8);
    let (text, _, _) = encoding.decode(lead);
    let start = find(&text, "<title", 0)?;
    let open = text.get(start..)?.find('>')?.saturating_add(start).saturating_add(1);
    let end = find(&text, "</title", open)?;
    let words: Vec<&str> = text.get(open..end)?.split_whitespace().collect();
    let title = unescape(&words.join(" "));
    (!title.is_empty()).then(|| cut(&title, MOST_TITLE))
}

/// The `charset` parameter of a media type.
fn charset(media_type: &str) -> Option<String> {
    let parameter = |one: &str| {
        let (name, value) = one.split_once('=')?;
        let named = name.trim().eq_ignore_ascii_case("charset");
        named.then(|| value.trim().trim_matches(['"', '\'']).to_owned())
    };
    media_type.split(';').skip(1).find_map(parameter)
}

/// `<meta charset=…>` or `<meta http-equiv … content="…; charset=…">` in the first 2,048 bytes.
fn declared(lead: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(lead.get(..2_048).unwrap_or(lead)).into_owned();
    let meta = find(&text, "<meta", 0)?;
    let at = find(&text, "charset=", meta)?.saturating_add("charset=".len());
    let rest = text.get(at..)?.trim_start_matches(['"', '\'']);
    let label: String =
        rest.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_:".contains(*c)).collect();
    (!label.is_empty()).then_some(label)
}

/// Where `what` (ASCII, lower case) stands at or after `from`, in capitals or not.
pub(crate) fn find(text: &str, what: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes().get(from..)?;
    let at = bytes.windows(what.len()).position(|window| window.eq_ignore_ascii_case(what.as_bytes()))?;
    Some(from.saturating_add(at))
}

/// Undoes the character references that titles hold: numbers, and the five names of XML.
pub(crate) fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let known = after.split_once(';').filter(|(name, _)| name.len() <= 8);
        match known.and_then(|(name, behind)| Some((reference(name)?, behind))) {
            Some((character, behind)) => {
                out.push(character);
                rest = behind;
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

fn reference(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']);
        let code = match hex {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code);
    }
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::title;
    use encoding_rs::GB18030;

    #[test]
    fn titles_in_the_encoding_of_the_page() {
        let page = "<!doctype html><HTML><head><meta charset=\"gb2312\"><Title lang=zh>\n 谣言 &amp; &#x8bc1;据\n</title>";
        let (bytes, _, _) = GB18030.encode(page);
        assert_eq!(title(&bytes, None).unwrap(), "谣言 & 证据");
        assert_eq!(title(page.as_bytes(), Some("text/html; charset=\"UTF-8\"")).unwrap(), "谣言 & 证据");
    }

    #[test]
    fn no_title_is_none() {
        for page in ["", "<title>", "<title></title>", "<title", "plain", "<title>a</titl"] {
            assert_eq!(title(page.as_bytes(), None), None, "{page}");
        }
        assert_eq!(
            title(b"<title>a &unknown; &#xffffffff; b</title>", None).unwrap(),
            "a &unknown; &#xffffffff; b"
        );
    }
}
