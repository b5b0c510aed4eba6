//! Digests that web archives state, and the sums they are compared with.

use data_encoding::{BASE32, BASE32_NOPAD, BASE64, BASE64_NOPAD, HEXLOWER_PERMISSIVE};
use redress_base::Sha256;
use sha2::Digest as _;

/// The algorithms that are met in web archives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Algorithm {
    /// FIPS 180-4; customary in WARC. Two files with one SHA-1 can be made on purpose.
    Sha1,
    /// FIPS 180-4.
    Sha256,
    /// FIPS 180-4.
    Sha512,
    /// RFC 1321. Broken: files with one MD5 are made in seconds; not computed here.
    Md5,
}

impl Algorithm {
    fn named(label: &str) -> Option<Algorithm> {
        match label.to_ascii_lowercase().as_str() {
            "sha1" | "sha-1" => Some(Algorithm::Sha1),
            "sha256" | "sha-256" => Some(Algorithm::Sha256),
            "sha512" | "sha-512" => Some(Algorithm::Sha512),
            "md5" => Some(Algorithm::Md5),
            _ => None,
        }
    }

    pub(crate) const fn label(self) -> &'static str {
        match self {
            Algorithm::Sha1 => "sha1",
            Algorithm::Sha256 => "sha256",
            Algorithm::Sha512 => "sha512",
            Algorithm::Md5 => "md5",
        }
    }

    const fn bytes(self) -> usize {
        match self {
            Algorithm::Sha1 => 20,
            Algorithm::Sha256 => 32,
            Algorithm::Sha512 => 64,
            Algorithm::Md5 => 16,
        }
    }

    /// Whether somebody who wants to can make other bytes with the same digest.
    pub(crate) const fn is_weak(self) -> bool {
        matches!(self, Algorithm::Sha1 | Algorithm::Md5)
    }
}

/// A labelled digest: `sha1:B2LTWWPUOYAH7UIPQ7ZUPQ4VMBSVC36A`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stated {
    pub(crate) algorithm: Algorithm,
    value: Vec<u8>,
}

/// Why a labelled digest says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unread {
    /// An algorithm that is not known here.
    Algorithm,
    /// Not a digest of its algorithm in base32, hex or base64.
    Form,
}

impl Stated {
    /// Reads `algorithm:value`. The value is told from its length: base32 (customary for SHA-1), hex in
    /// either case, or base64.
    pub(crate) fn read(text: &str) -> Result<Stated, Unread> {
        let (label, value) = text.trim().split_once(':').ok_or(Unread::Form)?;
        let algorithm = Algorithm::named(label).ok_or(Unread::Algorithm)?;
        let wanted = algorithm.bytes();
        let bytes = value.as_bytes();
        let upper = value.to_ascii_uppercase();
        let decoders: [&dyn Fn() -> Option<Vec<u8>>; 5] = [
            &|| HEXLOWER_PERMISSIVE.decode(bytes).ok(),
            &|| BASE32_NOPAD.decode(upper.as_bytes()).ok(),
            &|| BASE32.decode(upper.as_bytes()).ok(),
            &|| BASE64.decode(bytes).ok(),
            &|| BASE64_NOPAD.decode(bytes).ok(),
        ];
        let value = decoders.iter().filter_map(|decode| decode()).find(|value| value.len() == wanted);
        value.map(|value| Stated { algorithm, value }).ok_or(Unread::Form)
    }
}

/// The sums of one run of bytes, made in one pass.
#[derive(Clone, Default)]
pub(crate) struct Sums {
    sha256: sha2::Sha256,
    sha1: Option<sha1::Sha1>,
    sha512: Option<sha2::Sha512>,
    bytes: u64,
}

impl Sums {
    /// SHA-256 and what else the stated digests ask for.
    pub(crate) fn for_all<'a>(stated: impl IntoIterator<Item = &'a Stated>) -> Sums {
        let mut sums = Sums::default();
        for one in stated {
            match one.algorithm {
                Algorithm::Sha1 => sums.sha1 = Some(sha1::Sha1::default()),
                Algorithm::Sha512 => sums.sha512 = Some(sha2::Sha512::default()),
                Algorithm::Sha256 | Algorithm::Md5 => {}
            }
        }
        sums
    }

    pub(crate) fn update(&mut self, piece: &[u8]) {
        self.sha256.update(piece);
        if let Some(sha1) = &mut self.sha1 {
            sha1.update(piece);
        }
        if let Some(sha512) = &mut self.sha512 {
            sha512.update(piece);
        }
        self.bytes = self.bytes.saturating_add(piece.len() as u64);
    }

    /// Bytes taken so far.
    pub(crate) const fn bytes(&self) -> u64 {
        self.bytes
    }

    pub(crate) fn sha256(&self) -> Sha256 {
        Sha256(self.sha256.clone().finalize().into())
    }

    /// Whether `stated` is the digest of these bytes; `None` if its algorithm was not computed.
    pub(crate) fn agree(&self, stated: &Stated) -> Option<bool> {
        let value = stated.value.as_slice();
        match stated.algorithm {
            Algorithm::Sha256 => Some(self.sha256().0.as_slice() == value),
            Algorithm::Sha1 => Some(self.sha1.clone()?.finalize().as_slice() == value),
            Algorithm::Sha512 => Some(self.sha512.clone()?.finalize().as_slice() == value),
            Algorithm::Md5 => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Stated, Sums, Unread};

    /// `printf abc | openssl dgst -sha1 -binary | base32`, and the same in hex and base64.
    #[test]
    fn one_digest_in_every_form() {
        let forms = [
            "sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5",
            "SHA1:a9993e364706816aba3e25717850c26c9cd0d89d",
            "sha-1:qZk+NkcGgWq6PiVxeFDCbJzQ2J0=",
            "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            "sha256:XJ4BNP4PAHH6UQKBIDPF3LRCEOYAGYNDSYLXVHFUCD7WD4QACWWQ====",
        ];
        for form in forms {
            let stated = Stated::read(form).unwrap();
            let mut sums = Sums::for_all([&stated]);
            sums.update(b"ab");
            sums.update(b"c");
            assert_eq!(sums.agree(&stated), Some(true), "{form}");
            sums.update(b"d");
            assert_eq!(sums.agree(&stated), Some(false), "{form}");
        }
    }

    #[test]
    fn what_is_no_digest_says_why() {
        assert_eq!(Stated::read("sha1:ABC"), Err(Unread::Form));
        assert_eq!(Stated::read("sha1"), Err(Unread::Form));
        assert_eq!(Stated::read("whirlpool:ABC"), Err(Unread::Algorithm));
        let md5 = Stated::read("md5:900150983cd24fb0d6963f7d28e17f72").unwrap();
        assert!(md5.algorithm.is_weak());
        assert_eq!(Sums::for_all([&md5]).agree(&md5), None);
    }
}
