//! The extensions of a certificate that decide whether it may stand in a path (RFC 5280 §4.2).

use der::asn1::{BitString, ObjectIdentifier};
use der::{Decode, Encode};
use x509_cert::ext::Extension;
use x509_cert::ext::pkix::name::{GeneralName, GeneralNames};
use x509_cert::ext::pkix::{
    AuthorityKeyIdentifier, BasicConstraints, CrlDistributionPoints, ExtendedKeyUsage, KeyUsage,
    SubjectKeyIdentifier,
};

const fn known(text: &str) -> ObjectIdentifier {
    ObjectIdentifier::new_unwrap(text)
}

const SUBJECT_KEY: ObjectIdentifier = known("2.5.29.14");
const KEY_USAGE: ObjectIdentifier = known("2.5.29.15");
const OTHER_NAMES: ObjectIdentifier = known("2.5.29.17");
const BASIC_CONSTRAINTS: ObjectIdentifier = known("2.5.29.19");
const NAME_CONSTRAINTS: ObjectIdentifier = known("2.5.29.30");
const REVOCATION_LISTS: ObjectIdentifier = known("2.5.29.31");
/// Proxy certificates (RFC 3820), addresses and systems (RFC 3779): nothing for an authority of timestamps.
const PROXY: ObjectIdentifier = known("1.3.6.1.5.5.7.1.14");
const ADDRESSES: ObjectIdentifier = known("1.3.6.1.5.5.7.1.7");
const SYSTEMS: ObjectIdentifier = known("1.3.6.1.5.5.7.1.8");
/// The kinds of certificates before extKeyUsage; read, because OpenSSL refuses broken ones.
const NETSCAPE: ObjectIdentifier = known("2.16.840.1.113730.1.1");
const POLICIES: ObjectIdentifier = known("2.5.29.32");
const AUTHORITY_KEY: ObjectIdentifier = known("2.5.29.35");
const PURPOSES: ObjectIdentifier = known("2.5.29.37");

/// id-kp-timeStamping.
pub(crate) const TIME_STAMPING: ObjectIdentifier = known("1.3.6.1.5.5.7.3.8");
/// anyExtendedKeyUsage.
pub(crate) const ANY_PURPOSE: ObjectIdentifier = known("2.5.29.37.0");

/// What the extensions say, as far as a path depends on it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Extensions {
    /// basicConstraints: whether it may issue, and over how many further issuers.
    pub(crate) basic: Option<BasicConstraints>,
    pub(crate) usage: Option<KeyUsage>,
    pub(crate) purposes: Option<Purposes>,
    pub(crate) subject_key: Option<Vec<u8>>,
    pub(crate) authority_key: Option<AuthorityKeyIdentifier>,
    /// subjectAltName, as it came.
    pub(crate) other_names: Option<Vec<u8>>,
    /// An extension that keeps the certificate out of every path: unknown and critical, malformed, given twice, or a
    /// constraint on names, which is not computed here and never passed over.
    pub(crate) obstacle: Option<ObjectIdentifier>,
}

/// extKeyUsage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Purposes {
    pub(crate) critical: bool,
    pub(crate) purposes: Vec<ObjectIdentifier>,
}

impl Purposes {
    pub(crate) fn has(&self, purpose: ObjectIdentifier) -> bool {
        self.purposes.contains(&purpose)
    }
}

impl Extensions {
    pub(crate) fn of(extensions: &[Extension]) -> Extensions {
        let mut found = Extensions::default();
        for (place, one) in extensions.iter().enumerate() {
            let again = extensions.iter().take(place).any(|earlier| earlier.extn_id == one.extn_id);
            if (again || found.take(one).is_none()) && found.obstacle.is_none() {
                found.obstacle = Some(one.extn_id);
            }
        }
        found
    }

    /// Takes in one extension; `None` if it is an obstacle.
    fn take(&mut self, one: &Extension) -> Option<()> {
        let value = one.extn_value.as_bytes();
        match one.extn_id {
            SUBJECT_KEY => {
                let identifier = SubjectKeyIdentifier::from_der(value).ok()?;
                self.subject_key = Some(identifier.0.as_bytes().to_vec());
            }
            KEY_USAGE => self.usage = Some(KeyUsage::from_der(value).ok()?),
            OTHER_NAMES => {
                GeneralNames::from_der(value).ok()?;
                self.other_names = Some(value.to_vec());
            }
            BASIC_CONSTRAINTS => self.basic = Some(BasicConstraints::from_der(value).ok()?),
            AUTHORITY_KEY => self.authority_key = Some(AuthorityKeyIdentifier::from_der(value).ok()?),
            PURPOSES => {
                let purposes = ExtendedKeyUsage::from_der(value).ok()?.0;
                self.purposes = Some(Purposes { critical: one.critical, purposes });
            }
            NAME_CONSTRAINTS | PROXY | ADDRESSES | SYSTEMS => return None,
            REVOCATION_LISTS => drop(CrlDistributionPoints::from_der(value).ok()?),
            NETSCAPE => drop(BitString::from_der(value).ok()?),
            // Which policy a certificate was issued under is not asked; it stands in the token.
            POLICIES => {}
            _ if one.critical => return None,
            _ => {}
        }
        Some(())
    }

    /// Whether `issuer` can have issued a certificate with these extensions, by the identifiers of keys that both
    /// name (RFC 5280 §4.2.1.1). What one of them does not name is no contradiction.
    pub(crate) fn may_be_issued_by(&self, issuer: &Extensions, name: &[u8], serial: &[u8]) -> bool {
        let Some(authority) = &self.authority_key else { return true };
        let same_key = match (&authority.key_identifier, &issuer.subject_key) {
            (Some(named), Some(key)) => named.as_bytes() == key,
            _ => true,
        };
        let same_serial =
            authority.authority_cert_serial_number.as_ref().is_none_or(|one| one.as_bytes() == serial);
        let same_name = authority.authority_cert_issuer.as_ref().is_none_or(|names| {
            let mut directory = names.iter().filter_map(|one| match one {
                GeneralName::DirectoryName(name) => name.to_der().ok(),
                _ => None,
            });
            let first = directory.next();
            first.is_none_or(|one| super::certificate::comparable(&one).as_deref() == Some(name))
        });
        same_key && same_serial && same_name
    }
}
