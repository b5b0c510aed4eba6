//! The AI label that GB 45438-2025 (mandatory since 2025-09-01) asks for in the metadata of a file: a JSON object
//! with seven texts, under the key `AIGC`. Read as tools write it, with what departs from the standard told.

use crate::Place;
use crate::limits::{MOST_BLOCK, MOST_VALUE, cut};
use redress_base::Finding;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// What the label says of the content (GB 45438-2025 appendix E, `Label`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Meaning {
    /// `1`: it was generated or composed by AI (属于).
    Generated,
    /// `2`: it may have been (可能).
    Possible,
    /// `3`: it is suspected (疑似).
    Suspected,
}

/// An AI label. All of it is what the file states; nobody vouches for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// Where in the file it stands.
    pub place: Place,
    /// What it says, where that is one of the three values of the standard.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meaning: Option<Meaning>,
    /// `Label` as it is written.
    pub stated: String,
    /// `ContentProducer`: the service that generated it, by name or code.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub producer: String,
    /// `ProduceID`: the number that the producer gave it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub produce_id: String,
    /// `ReservedCode1`: kept for the producer's own safeguard.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reserved_1: String,
    /// `ContentPropagator`: the service that spread it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub propagator: String,
    /// `PropagateID`: the number that the propagator gave it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub propagate_id: String,
    /// `ReservedCode2`: kept for the propagator's own safeguard.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reserved_2: String,
}

impl Label {
    /// Whether two labels say the same, wherever they stand.
    pub(crate) fn same(one: &Label, other: &Label) -> bool {
        *one == Label { place: one.place, ..other.clone() }
    }
}

const FIELDS: [&str; 7] = [
    "Label",
    "ContentProducer",
    "ProduceID",
    "ReservedCode1",
    "ContentPropagator",
    "PropagateID",
    "ReservedCode2",
];

/// Whether a text that may hold anything is an AI label.
pub(crate) fn looks_like_one(text: &[u8]) -> bool {
    let text = String::from_utf8_lossy(text.get(..text.len().min(MOST_BLOCK)).unwrap_or_default());
    let text = text.trim_start();
    let begins = text.starts_with('{') || text.starts_with("AIGC") || text.starts_with("\"AIGC\"");
    begins && text.contains("Label") && (text.contains("AIGC") || text.contains("ContentProducer"))
}

/// Reads the text of a label: the object itself, `{"AIGC": {…}}`, or `AIGC=…` and `AIGC: …` before it. What cannot be
/// read gives nothing and a finding.
pub fn read(place: Place, text: &[u8], tell: &mut dyn FnMut(Finding)) -> Option<Label> {
    let mut warn = |code: &str, field: &str| {
        tell(Finding::warning(code).with("place", place_word(place)).with("field", field));
    };
    let Some(object) = object(text) else {
        warn("media-aigc-form", "AIGC");
        return None;
    };
    let mut values = FIELDS.map(|field| match object.get(field) {
        Some(Value::String(value)) => {
            if value.chars().count() > MOST_VALUE {
                warn("media-aigc-field-long", field);
            }
            Some(cut(value, MOST_VALUE))
        }
        Some(Value::Number(number)) => {
            warn("media-aigc-field-form", field);
            Some(cut(&number.to_string(), 40))
        }
        Some(_) => {
            warn("media-aigc-field-form", field);
            None
        }
        None => None,
    });
    for (field, value) in FIELDS.iter().zip(&values) {
        // Who spreads a file writes the second half; a file that was never spread by a platform lacks it.
        if value.is_none() && matches!(*field, "Label" | "ContentProducer" | "ProduceID") {
            warn("media-aigc-field-missing", field);
        }
    }
    if values.iter().all(Option::is_none) {
        return None;
    }
    let mut next = values.iter_mut().map(|value| value.take().unwrap_or_default());
    let mut text = || next.next().unwrap_or_default();
    let stated = text();
    let meaning = match stated.trim() {
        "1" => Some(Meaning::Generated),
        "2" => Some(Meaning::Possible),
        "3" => Some(Meaning::Suspected),
        _ => None,
    };
    if meaning.is_none() && !stated.is_empty() {
        let odd = Finding::warning("media-aigc-value").with("value", cut(&stated, 40));
        tell(odd.with("place", place_word(place)));
    }
    Some(Label {
        place,
        meaning,
        stated,
        producer: text(),
        produce_id: text(),
        reserved_1: text(),
        propagator: text(),
        propagate_id: text(),
        reserved_2: text(),
    })
}

/// The object with the seven texts.
fn object(text: &[u8]) -> Option<Map<String, Value>> {
    if text.len() > MOST_BLOCK {
        return None;
    }
    let text = String::from_utf8_lossy(text);
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\0' || c == '\u{feff}');
    let begin = text.find('{')?;
    let before = text.get(..begin)?.trim().trim_matches('"');
    let named = before.trim_end_matches(['=', ':', ' ', '"']);
    if !named.is_empty() && !named.eq_ignore_ascii_case("AIGC") {
        return None;
    }
    let Ok(Value::Object(mut object)) = serde_json::from_str(text.get(begin..)?) else { return None };
    match object.remove("AIGC") {
        Some(Value::Object(inner)) => Some(inner),
        // Some tools write the object as a text inside the object.
        Some(Value::String(inner)) => match serde_json::from_str(&inner) {
            Ok(Value::Object(inner)) => Some(inner),
            _ => None,
        },
        Some(_) => None,
        None => Some(object),
    }
}

/// The place as it stands in findings.
pub(crate) const fn place_word(place: Place) -> &'static str {
    match place {
        Place::Xmp => "XMP",
        Place::UserComment => "Exif UserComment",
        Place::ImageDescription => "Exif ImageDescription",
        Place::TextChunk => "PNG tEXt",
        Place::OwnChunk => "PNG AIGC",
        Place::Comment => "JPEG COM",
        Place::VideoMeta => "moov/udta/meta",
    }
}

#[cfg(test)]
mod tests {
    use super::{Meaning, looks_like_one, read};
    use crate::Place;

    const PLAIN: &str = r#"{"Label":"1","ContentProducer":"001191110102MAD55U9H0F10002","ProduceID":"a-1","ReservedCode1":"","ContentPropagator":"","PropagateID":"","ReservedCode2":""}"#;

    fn told(text: &str) -> (Option<super::Label>, Vec<String>) {
        let mut codes = Vec::new();
        let label = read(Place::Xmp, text.as_bytes(), &mut |finding| codes.push(finding.code));
        (label, codes)
    }

    /// GB 45438-2025 appendix E: `Label` 1, 2 and 3.
    #[test]
    fn the_three_values_and_what_is_none() {
        for (value, meaning) in [
            ("1", Some(Meaning::Generated)),
            ("2", Some(Meaning::Possible)),
            ("3", Some(Meaning::Suspected)),
            ("AIGC", None),
            ("0", None),
        ] {
            let (label, codes) = told(&PLAIN.replacen("\"1\"", &format!("\"{value}\""), 1));
            let label = label.unwrap();
            assert_eq!((label.meaning, label.stated.as_str()), (meaning, value));
            assert_eq!(codes.is_empty(), meaning.is_some(), "{codes:?}");
        }
    }

    #[test]
    fn as_tools_wrap_it() {
        let (whole, none) = told(PLAIN);
        assert!(none.is_empty(), "{none:?}");
        let quoted = serde_json::to_string(PLAIN).unwrap();
        for wrapped in [
            format!("{{\"AIGC\":{PLAIN}}}"),
            format!("{{\"AIGC\":{quoted}}}"),
            format!("AIGC={PLAIN}"),
            format!("AIGC: {PLAIN}\0\0"),
            format!("\"AIGC\":{PLAIN}"),
        ] {
            assert!(looks_like_one(wrapped.as_bytes()), "{wrapped}");
            assert_eq!(told(&wrapped), (whole.clone(), vec![]), "{wrapped}");
        }
        assert!(!looks_like_one(b"taken on a sunny day {x}"));
    }

    #[test]
    fn what_departs_is_told() {
        assert_eq!(told("{"), (None, vec!["media-aigc-form".to_owned()]));
        assert_eq!(told("[1]").1, ["media-aigc-form"]);
        assert_eq!(told("note {\"Label\":\"1\"}").1, ["media-aigc-form"]);
        let (label, codes) = told(r#"{"Label":1,"ContentProducer":["x"]}"#);
        assert_eq!(label.unwrap().meaning, Some(Meaning::Generated));
        let wanted = [
            "media-aigc-field-form",
            "media-aigc-field-form",
            "media-aigc-field-missing",
            "media-aigc-field-missing",
        ];
        assert_eq!(codes, wanted);
        assert_eq!(told("{}").0, None);
    }
}
