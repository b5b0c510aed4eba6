//! A timestamp authority of OpenSSL's in a folder that is thrown away, and its own verifier.

use redress_timestamp::Certificate;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// An authority: a root, perhaps an issuer between, and the signer, with its configuration.
pub(crate) struct Authority {
    folder: tempfile::TempDir,
}

/// How the keys of an authority are made.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Keys {
    Curve(&'static str),
    Rsa(u32),
}

/// What an authority is like.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan {
    pub(crate) keys: Keys,
    /// Whether an issuer stands between root and signer.
    pub(crate) chain: bool,
    /// `signer_digest`.
    pub(crate) digest: &'static str,
    /// `ess_cert_id_alg`; `sha1` makes the first kind of signing certificate attribute.
    pub(crate) binding: &'static str,
}

pub(crate) const PLAIN: Plan =
    Plan { keys: Keys::Curve("prime256v1"), chain: false, digest: "sha256", binding: "sha256" };

fn run(folder: &Path, line: &str) -> Output {
    Command::new("openssl").args(line.split_whitespace()).current_dir(folder).output().expect("openssl")
}

fn must(folder: &Path, line: &str) -> Output {
    let output = run(folder, line);
    assert!(output.status.success(), "openssl {line}: {}", String::from_utf8_lossy(&output.stderr));
    output
}

const EXTENSIONS: &str = "
[root]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[issuer]
basicConstraints = critical,CA:true,pathlen:0
keyUsage = critical,keyCertSign,cRLSign
extendedKeyUsage = timeStamping
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[signer]
basicConstraints = CA:false
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
";

impl Authority {
    pub(crate) fn new(plan: Plan) -> Authority {
        let authority = Authority { folder: tempfile::tempdir().unwrap() };
        authority.write("extensions.cnf", EXTENSIONS.as_bytes());
        authority.write("serial", b"01\n");
        let chain = if plan.chain { "certs = $dir/chain.pem" } else { "" };
        authority.write(
            "tsa.cnf",
            format!(
                "[tsa]\ndefault_tsa = t\n[t]\ndir = .\nserial = $dir/serial\ncrypto_device = builtin\n\
                 signer_cert = $dir/signer.pem\nsigner_key = $dir/signer.key\n{chain}\n\
                 signer_digest = {}\ndefault_policy = 1.2.3.4.1\nother_policies = 1.2.3.4.5.6\n\
                 digests = sha256, sha384, sha512, sm3\naccuracy = secs:1, millisecs:500, microsecs:100\n\
                 ordering = yes\ntsa_name = yes\ness_cert_id_chain = no\ness_cert_id_alg = {}\n\
                 clock_precision_digits = 3\n",
                plan.digest, plan.binding
            )
            .as_bytes(),
        );
        authority.certify("root", "root", plan.keys);
        let issuer = if plan.chain { "issuer" } else { "root" };
        if plan.chain {
            authority.certify("issuer", "root", plan.keys);
        }
        authority.certify("signer", issuer, plan.keys);
        let chain = if plan.chain { authority.file("issuer.pem") } else { Vec::new() };
        authority.write("chain.pem", &[chain, authority.file("root.pem")].concat());
        authority
    }

    /// A key, and a certificate by `issuer`, both named by their role.
    fn certify(&self, role: &str, issuer: &str, keys: Keys) {
        let folder = self.folder.path();
        match keys {
            Keys::Curve(curve) => {
                must(folder, &format!("ecparam -name {curve} -genkey -noout -out {role}.key"))
            }
            Keys::Rsa(bits) => must(folder, &format!("genrsa -out {role}.key {bits}")),
        };
        must(
            folder,
            &format!(
                "req -new -key {role}.key -subj /O=Test/CN={role} -out {role}.csr -config extensions.cnf"
            ),
        );
        let by = if issuer == role {
            format!("-signkey {role}.key")
        } else {
            format!("-CA {issuer}.pem -CAkey {issuer}.key -CAcreateserial")
        };
        must(
            folder,
            &format!(
                "x509 -req -in {role}.csr {by} -days 3650 -extfile extensions.cnf -extensions {role} -out {role}.pem"
            ),
        );
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.path(name), bytes).unwrap();
    }

    pub(crate) fn file(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap()
    }

    /// The certificates of a file.
    pub(crate) fn certificates(&self, name: &str) -> Vec<Certificate> {
        Certificate::read_all(&self.file(name)).unwrap()
    }

    /// Runs OpenSSL here; it must succeed.
    pub(crate) fn must(&self, line: &str) -> String {
        String::from_utf8_lossy(&must(self.folder.path(), line).stdout).into_owned()
    }

    /// Answers a question in DER.
    pub(crate) fn answer(&self, question: &[u8]) -> Vec<u8> {
        self.write("q.tsq", question);
        self.must("ts -reply -config tsa.cnf -queryfile q.tsq -out r.tsr");
        self.file("r.tsr")
    }
}

/// Whether `openssl ts -verify` accepts a response over this digest, at this time, with these roots in PEM.
pub(crate) fn accepts(
    response: &[u8],
    digest: &[u8],
    at: i64,
    roots: &str,
    untrusted: Option<&str>,
    bare: bool,
) -> bool {
    complaint(response, digest, at, roots, untrusted, bare).is_none()
}

/// What `openssl ts -verify` has against it, if anything.
pub(crate) fn complaint(
    response: &[u8],
    digest: &[u8],
    at: i64,
    roots: &str,
    untrusted: Option<&str>,
    bare: bool,
) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("r.tsr"), response).unwrap();
    std::fs::write(folder.path().join("roots.pem"), roots).unwrap();
    let more = untrusted.map_or("", |pem| {
        std::fs::write(folder.path().join("more.pem"), pem).unwrap();
        "-untrusted more.pem"
    });
    let token = if bare { "-token_in" } else { "" };
    let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    let line = format!("ts -verify -digest {digest} -in r.tsr {token} -CAfile roots.pem {more} -attime {at}");
    let output = run(folder.path(), &line);
    (!output.status.success()).then(|| String::from_utf8_lossy(&output.stderr).into_owned())
}

/// Certificates in PEM, as OpenSSL wants them.
pub(crate) fn pem(certificates: &[Certificate]) -> String {
    use base64::Engine;
    let block = |one: &Certificate| {
        let text = base64::engine::general_purpose::STANDARD.encode(one.der());
        let lines: Vec<&str> =
            text.as_bytes().chunks(64).map(|line| std::str::from_utf8(line).unwrap()).collect();
        format!("-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n", lines.join("\n"))
    };
    certificates.iter().map(block).collect()
}
