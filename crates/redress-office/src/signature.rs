//! AWS Signature Version 4 in the header of a request (Signature Version 4 signing process, "Authenticating
//! Requests: Using the Authorization Header").
//!
//! By hand: what is signed here has fixed headers and a path without a character that would need
//! escaping, so that the canonical form is the plain one; and the digest of the bytes, by which they are
//! named anyway, is signed with them. The server refuses bytes that do not have it.

use hmac::{Hmac, KeyInit, Mac};
use redress_base::Sha256;
use sha2::Digest;

/// Who signs, and for which store.
pub(crate) struct Signer<'a> {
    pub(crate) access_key: &'a str,
    pub(crate) secret_key: &'a str,
    pub(crate) region: &'a str,
}

impl Signer<'_> {
    /// The value of `Authorization`. `headers` are all that is signed, by name in order; `at` is
    /// `20130524T000000Z`; `payload` is the value of `x-amz-content-sha256`.
    pub(crate) fn sign(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        payload: &str,
        at: &str,
    ) -> String {
        let canonical: String = headers.iter().map(|(name, value)| format!("{name}:{value}\n")).collect();
        let names: Vec<&str> = headers.iter().map(|(name, _)| *name).collect();
        let names = names.join(";");
        let request = format!("{method}\n{path}\n\n{canonical}\n{names}\n{payload}");
        let day = at.split('T').next().unwrap_or_default();
        let scope = format!("{day}/{}/s3/aws4_request", self.region);
        let to_sign = format!("AWS4-HMAC-SHA256\n{at}\n{scope}\n{}", digest(request.as_bytes()));
        let first = format!("AWS4{}", self.secret_key);
        let steps = [day, self.region, "s3", "aws4_request"];
        let key = steps.iter().fold(first.into_bytes(), |key, step| mac(&key, step.as_bytes()).0.to_vec());
        let signature = mac(&key, to_sign.as_bytes());
        format!(
            "AWS4-HMAC-SHA256 Credential={}/{scope},SignedHeaders={names},Signature={signature}",
            self.access_key
        )
    }
}

/// SHA-256 of some bytes.
pub(crate) fn digest(bytes: &[u8]) -> Sha256 {
    Sha256(sha2::Sha256::digest(bytes).into())
}

/// HMAC-SHA256 (RFC 2104), which takes a key of any length.
fn mac(key: &[u8], text: &[u8]) -> Sha256 {
    let Ok(mut mac) = Hmac::<sha2::Sha256>::new_from_slice(key) else { return Sha256([0; 32]) };
    mac.update(text);
    Sha256(mac.finalize().into_bytes().into())
}

#[cfg(test)]
mod tests {
    use super::{Signer, digest};

    const SIGNER: Signer<'_> = Signer {
        access_key: "AKIAIOSFODNN7EXAMPLE",
        secret_key: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        region: "us-east-1",
    };
    const HOST: (&str, &str) = ("host", "examplebucket.s3.amazonaws.com");
    const DATE: (&str, &str) = ("x-amz-date", "20130524T000000Z");

    /// The examples of the Amazon S3 API reference, "Signature Calculations for the Authorization Header".
    #[test]
    fn the_published_examples_are_signed_as_published() {
        let empty = digest(b"").to_string();
        let headers = [HOST, ("range", "bytes=0-9"), ("x-amz-content-sha256", empty.as_str()), DATE];
        let get = SIGNER.sign("GET", "/test.txt", &headers, &empty, DATE.1);
        assert!(get.ends_with("f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"), "{get}");
        let payload = digest(b"Welcome to Amazon S3.").to_string();
        let headers = [
            ("date", "Fri, 24 May 2013 00:00:00 GMT"),
            HOST,
            ("x-amz-content-sha256", payload.as_str()),
            DATE,
            ("x-amz-storage-class", "REDUCED_REDUNDANCY"),
        ];
        let put = SIGNER.sign("PUT", "/test%24file.text", &headers, &payload, DATE.1);
        assert!(put.ends_with("98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"), "{put}");
    }
}
