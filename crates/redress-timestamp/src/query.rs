//! The question to an authority: TimeStampReq (RFC 3161 §2.4.1), written in strict DER, read back from a file.

use crate::algorithm::{oid, oid_der};
use crate::armour;
use crate::ber::{self, BOOLEAN, Fields, INTEGER, OID, SEQUENCE, context_constructed, misshapen, wrap};
use crate::imprint::{Imprint, Stamped};
use crate::number::Number;
use der::asn1::ObjectIdentifier;
use redress_base::{Fault, Finding, Refusal};

/// A question: this digest, this nonce, perhaps this policy, and whether the certificates should come along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    imprint: Imprint,
    policy: Option<ObjectIdentifier>,
    nonce: Option<Number>,
    certificates: bool,
}

impl Query {
    /// A question with a nonce and with the wish for certificates, without which a token can be verified only by
    /// whoever has them from elsewhere.
    pub fn new(imprint: Imprint, nonce: Number) -> Query {
        Query { imprint, policy: None, nonce: Some(nonce), certificates: true }
    }

    /// Asks for a policy of the authority, as dotted numbers.
    ///
    /// # Errors
    /// `timestamp-policy-text` when the text is no object identifier.
    pub fn under(mut self, policy: &str) -> Result<Query, Refusal> {
        self.policy = Some(policy_identifier(policy)?);
        Ok(self)
    }

    /// Without a nonce: for authorities that answer no other question.
    #[must_use]
    pub fn without_nonce(mut self) -> Query {
        self.nonce = None;
        self
    }

    /// Without the certificates: a smaller token, which cannot be verified by itself.
    #[must_use]
    pub fn without_certificates(mut self) -> Query {
        self.certificates = false;
        self
    }

    /// The digest to be stamped.
    pub fn imprint(&self) -> &Imprint {
        &self.imprint
    }

    /// The nonce that the answer must repeat.
    pub fn nonce(&self) -> Option<&Number> {
        self.nonce.as_ref()
    }

    /// The policy asked for, as dotted numbers.
    pub fn policy(&self) -> Option<String> {
        self.policy.map(|policy| policy.to_string())
    }

    /// Whether the certificates should come along (certReq).
    pub fn certificates(&self) -> bool {
        self.certificates
    }

    /// TimeStampReq in DER; `certReq` is left out when it is false, its default.
    pub fn to_der(&self) -> Vec<u8> {
        let parts = [
            wrap(INTEGER, &[1]),
            self.imprint.to_der(),
            self.policy.map(oid_der).unwrap_or_default(),
            self.nonce.as_ref().map(Number::to_der).unwrap_or_default(),
            if self.certificates { wrap(BOOLEAN, &[0xff]) } else { Vec::new() },
        ];
        wrap(SEQUENCE, &parts.concat())
    }

    /// Reads a question back: one that was kept beside its answer, in DER, PEM or base64.
    ///
    /// # Errors
    /// Those of reading BER; `timestamp-form` with the field; `timestamp-query-algorithm` when the digest is by an
    /// algorithm that is not known here; `timestamp-query-extension` when it has extensions, which we never ask for.
    pub fn read(input: &[u8]) -> Result<Query, Refusal> {
        let bytes = armour::single(input)?;
        let root = ber::read(&bytes)?;
        let mut fields = Fields::of(&root, SEQUENCE, "TimeStampReq")?;
        let version = fields.next(INTEGER, "TimeStampReq.version")?;
        if version.content() != Some(&[1]) {
            return Err(misshapen("TimeStampReq.version", version.at));
        }
        let stamped = Stamped::of(fields.any("TimeStampReq.messageImprint")?)?;
        let policy =
            fields.optional(OID).map(|element| oid(element, "TimeStampReq.reqPolicy")).transpose()?;
        let nonce =
            fields.optional(INTEGER).map(|element| Number::of(element, "TimeStampReq.nonce")).transpose()?;
        let certificates = fields.optional(BOOLEAN).and_then(|element| element.content());
        let certificates = certificates.is_some_and(|content| content.iter().any(|byte| *byte != 0));
        if let Some(extensions) = fields.optional(context_constructed(0)) {
            return Err(ber::refusal("timestamp-query-extension", extensions.at));
        }
        fields.end("TimeStampReq")?;
        let unknown = || {
            let oid = stamped.algorithm.oid.to_string();
            Finding::error("timestamp-query-algorithm").with("algorithm", oid).refuse(Fault::Input)
        };
        let algorithm = stamped.algorithm.digester().ok_or_else(unknown)?;
        let imprint = Imprint::new(algorithm, &stamped.digest)?;
        Ok(Query { imprint, policy, nonce, certificates })
    }
}

/// A policy out of dotted numbers.
pub(crate) fn policy_identifier(text: &str) -> Result<ObjectIdentifier, Refusal> {
    ObjectIdentifier::new(text)
        .map_err(|_| Finding::error("timestamp-policy-text").with("policy", text).refuse(Fault::Usage))
}
