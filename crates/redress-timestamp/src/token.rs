//! Responses and tokens: TimeStampResp, the bare token inside it, and TSTInfo (RFC 3161 §2.4.2).

use crate::algorithm::oid;
use crate::armour;
use crate::ber::{
    self, BOOLEAN, Element, Fields, INTEGER, OID, SEQUENCE, context_constructed, misshapen, wrap,
};
use crate::certificate::Certificate;
use crate::imprint::Stamped;
use crate::moment::{Accuracy, Moment};
use crate::number::Number;
use crate::signed::Signed;
use crate::status::Status;
use der::asn1::ObjectIdentifier;
use redress_base::{Fault, Finding, Refusal};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What kind of file it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// TimeStampResp: a status, and a token if it was granted (`.tsr`).
    Response,
    /// TimeStampToken alone (`.tst`, `.tsa`).
    BareToken,
}

/// What an authority answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What kind of file it was.
    pub form: Form,
    /// The status; a bare token has none.
    pub status: Option<Status>,
    /// The token; a refusal has none.
    pub token: Option<Token>,
}

/// A token: read, not verified. Whatever it says is only said until [`crate::verify`] has looked at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    raw: Vec<u8>,
    pub(crate) signed: Signed,
    pub(crate) info: Info,
}

/// TSTInfo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Info {
    pub(crate) version: Number,
    pub(crate) policy: ObjectIdentifier,
    pub(crate) stamped: Stamped,
    pub(crate) serial: Number,
    pub(crate) time: Moment,
    pub(crate) accuracy: Option<Accuracy>,
    pub(crate) ordering: bool,
    pub(crate) nonce: Option<Number>,
    /// The authority's name, a GeneralName in DER.
    pub(crate) authority: Option<Vec<u8>>,
    /// Whether each extension is critical, and which it is.
    pub(crate) extensions: Vec<(ObjectIdentifier, bool)>,
}

/// What a token says, in words and numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// The time, to the fraction that the token gives.
    pub time: Moment,
    /// By how much the time may be off; absent, if the token leaves that to its policy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accuracy: Option<Accuracy>,
    /// The earliest moment that the stated accuracy leaves open.
    pub earliest: Moment,
    /// The latest: the content existed no later than this.
    pub latest: Moment,
    /// Whether tokens of this authority are in order of their times, whatever the accuracy.
    pub ordering: bool,
    /// The object identifier of the imprint's digest algorithm.
    pub algorithm: String,
    /// The imprint, hexadecimal.
    pub imprint: String,
    /// The serial number of the token at its authority.
    pub serial: String,
    /// The policy under which it was made.
    pub policy: String,
    /// The nonce, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nonce: Option<String>,
}

/// Reads what an authority answered: a response or a bare token, in DER or BER, in PEM or base64.
///
/// # Errors
/// Nothing is read by halves: `timestamp-empty`, `-armour`, `-several`, `-too-long`, `-truncated`, `-length`, `-tag`,
/// `-too-deep`, `-too-many-parts`, `-end-of-contents`, `-trailing`, `-form` with the field, `-certificate`,
/// `-not-a-token`, `-status-without-token` and `-refused-with-token`, each with the byte or the row.
pub fn read(input: &[u8]) -> Result<Answer, Refusal> {
    let bytes = armour::single(input)?;
    let root = ber::read(&bytes)?;
    // A response begins with its status, a token with its content type.
    if root.parts().first().is_some_and(|first| first.is(OID)) {
        return Ok(Answer { form: Form::BareToken, status: None, token: Some(Token::of(&root)?) });
    }
    let mut fields = Fields::of(&root, SEQUENCE, "TimeStampResp")?;
    let status = Status::of(fields.any("TimeStampResp.status")?)?;
    let token = fields.optional(SEQUENCE);
    fields.end("TimeStampResp")?;
    match (status.granted.has_token(), token) {
        (true, None) => Err(ber::refusal("timestamp-status-without-token", root.at + root.raw.len())),
        (false, Some(token)) => Err(ber::refusal("timestamp-refused-with-token", token.at)),
        (_, token) => {
            let token = token.map(Token::of).transpose()?;
            Ok(Answer { form: Form::Response, status: Some(status), token })
        }
    }
}

impl Token {
    fn of(element: &Element<'_>) -> Result<Token, Refusal> {
        let signed = Signed::of(element)?;
        let info = Info::read(&signed.content).map_err(|refusal| inside(refusal, signed.content_at))?;
        Ok(Token { raw: element.raw.to_vec(), signed, info })
    }

    /// The token as it came, byte for byte.
    pub fn as_received(&self) -> &[u8] {
        &self.raw
    }

    /// The token in DER: definite minimal lengths, strings in one piece, sets sorted, certificates as they came.
    /// Signed attributes keep their order, because another order would not be what was signed.
    pub fn to_der(&self) -> &[u8] {
        &self.signed.der
    }

    /// The token as a granted response in DER, for programs that read only responses.
    pub fn to_response(&self) -> Vec<u8> {
        let granted = wrap(SEQUENCE, &wrap(INTEGER, &[0]));
        wrap(SEQUENCE, &[granted, self.signed.der.clone()].concat())
    }

    /// The certificates that came along, in their order.
    pub fn certificates(&self) -> &[Certificate] {
        &self.signed.certificates
    }

    /// What the token says.
    pub fn statement(&self) -> Statement {
        let info = &self.info;
        let accuracy = info.accuracy.unwrap_or_default();
        Statement {
            time: info.time,
            accuracy: info.accuracy,
            earliest: info.time.moved(accuracy, false),
            latest: info.time.moved(accuracy, true),
            ordering: info.ordering,
            algorithm: info.stamped.algorithm.oid.to_string(),
            imprint: redress_base::Hex(&info.stamped.digest).to_string(),
            serial: info.serial.to_string(),
            policy: info.policy.to_string(),
            nonce: info.nonce.as_ref().map(Number::to_string),
        }
    }
}

/// A refusal of TSTInfo names the byte inside it; the file has it further on.
fn inside(refusal: Refusal, at: usize) -> Refusal {
    let mut finding: Finding = *refusal.finding;
    finding.args.insert("inside".to_owned(), at.into());
    finding.refuse(Fault::Input)
}

impl Info {
    fn read(bytes: &[u8]) -> Result<Info, Refusal> {
        let root = ber::read(bytes)?;
        let mut fields = Fields::of(&root, SEQUENCE, "TSTInfo")?;
        let version = Number::of(fields.next(INTEGER, "TSTInfo.version")?, "TSTInfo.version")?;
        let policy = oid(fields.next(OID, "TSTInfo.policy")?, "TSTInfo.policy")?;
        let stamped = Stamped::of(fields.next(SEQUENCE, "TSTInfo.messageImprint")?)?;
        let serial = Number::of(fields.next(INTEGER, "TSTInfo.serialNumber")?, "TSTInfo.serialNumber")?;
        let time = Moment::of(fields.any("TSTInfo.genTime")?)?;
        let accuracy = fields.optional(SEQUENCE).map(Accuracy::of).transpose()?;
        let ordering = fields.optional(BOOLEAN);
        let nonce = fields.optional(INTEGER).map(|one| Number::of(one, "TSTInfo.nonce")).transpose()?;
        let authority = fields.optional(context_constructed(0)).map(general_name).transpose()?;
        let extensions = fields.optional(context_constructed(1)).map(extensions).transpose()?;
        fields.end("TSTInfo")?;
        Ok(Info {
            version,
            policy,
            stamped,
            serial,
            time,
            accuracy,
            ordering: ordering.map(truth).transpose()?.unwrap_or(false),
            nonce,
            authority,
            extensions: extensions.unwrap_or_default(),
        })
    }
}

fn truth(element: &Element<'_>) -> Result<bool, Refusal> {
    match element.content() {
        Some([byte]) => Ok(*byte != 0),
        _ => Err(misshapen("TSTInfo.ordering", element.at)),
    }
}

fn general_name(explicit: &Element<'_>) -> Result<Vec<u8>, Refusal> {
    match explicit.parts() {
        [name] => Ok(name.to_der()),
        _ => Err(misshapen("TSTInfo.tsa", explicit.at)),
    }
}

fn extensions(set: &Element<'_>) -> Result<Vec<(ObjectIdentifier, bool)>, Refusal> {
    const FIELD: &str = "TSTInfo.extensions";
    let mut found = Vec::new();
    for element in set.parts() {
        let mut fields = Fields::of(element, SEQUENCE, FIELD)?;
        let kind = oid(fields.next(OID, FIELD)?, FIELD)?;
        let critical = fields.optional(BOOLEAN).map(truth).transpose()?.unwrap_or(false);
        let value = fields.any(FIELD)?;
        value.octets().ok_or_else(|| misshapen(FIELD, value.at))?;
        fields.end(FIELD)?;
        found.push((kind, critical));
    }
    Ok(found)
}
