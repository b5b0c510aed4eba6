//! PKIStatusInfo (RFC 3161 §2.4.2): whether the authority granted the question, and why not.

use crate::ber::{BIT_STRING, Element, Fields, INTEGER, SEQUENCE, UTF8_STRING, misshapen};
use crate::number::Number;
use redress_base::Refusal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What the authority decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Granted {
    /// 0: as asked.
    Granted,
    /// 1: with modifications; RFC 3161 does not say which, the token does.
    GrantedWithMods,
    /// 2: refused.
    Rejection,
    /// 3: not yet decided.
    Waiting,
    /// 4: a revocation is imminent.
    RevocationWarning,
    /// 5: a revocation has happened.
    RevocationNotification,
}

impl Granted {
    /// Whether a token must come with it (RFC 3161 §2.4.2).
    pub fn has_token(self) -> bool {
        matches!(self, Granted::Granted | Granted::GrantedWithMods)
    }
}

/// The status of a response. Not signed: what it says proves nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Status {
    /// What was decided.
    pub granted: Granted,
    /// The authority's own words, if it gave any; hostile text like any other.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub text: Vec<String>,
    /// The reasons of RFC 3161, by the numbers of their bits: 0 badAlg, 2 badRequest, 5 badDataFormat,
    /// 14 timeNotAvailable, 15 unacceptedPolicy, 16 unacceptedExtension, 17 addInfoNotAvailable, 25 systemFailure.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<u32>,
}

impl Status {
    pub(crate) fn of(element: &Element<'_>) -> Result<Status, Refusal> {
        const FIELD: &str = "PKIStatusInfo";
        let mut fields = Fields::of(element, SEQUENCE, FIELD)?;
        let number = fields.next(INTEGER, "PKIStatusInfo.status")?;
        let granted = match Number::of(number, "PKIStatusInfo.status")?.to_u32() {
            Some(0) => Granted::Granted,
            Some(1) => Granted::GrantedWithMods,
            Some(2) => Granted::Rejection,
            Some(3) => Granted::Waiting,
            Some(4) => Granted::RevocationWarning,
            Some(5) => Granted::RevocationNotification,
            _ => return Err(misshapen("PKIStatusInfo.status", number.at)),
        };
        let mut text = Vec::new();
        for line in fields.optional(SEQUENCE).map(Element::parts).unwrap_or_default() {
            let bytes = line.content().filter(|_| line.is(UTF8_STRING));
            let bytes = bytes.ok_or_else(|| misshapen("PKIStatusInfo.statusString", line.at))?;
            text.push(String::from_utf8_lossy(bytes).into_owned());
        }
        let reasons = fields.optional(BIT_STRING).map(reasons).transpose()?.unwrap_or_default();
        fields.end(FIELD)?;
        Ok(Status { granted, text, reasons })
    }
}

fn reasons(element: &Element<'_>) -> Result<Vec<u32>, Refusal> {
    let content = element.content().and_then(<[u8]>::split_first);
    let (_, bits) = content
        .filter(|(unused, bits)| **unused < 8 && bits.len() <= 8 && (**unused == 0 || !bits.is_empty()))
        .ok_or_else(|| misshapen("PKIStatusInfo.failInfo", element.at))?;
    let bit = |(byte, place): (u8, u32)| {
        (0..8u32).filter_map(move |n| (byte >> (7 - n) & 1 == 1).then_some(place + n))
    };
    Ok(bits.iter().copied().zip((0u32..).step_by(8)).flat_map(bit).collect())
}
