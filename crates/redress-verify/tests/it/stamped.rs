//! A bundle stamped by a real authority, OpenSSL's: what the token says of it, and what it does not say once a file differs.

use crate::samples::{Answer, bundle, program, write};
use std::path::Path;
use std::process::Command;

const CONFIG: &str = "
[tsa]
default_tsa = tsa_config
[tsa_config]
serial = serial
crypto_device = builtin
signer_cert = tsa.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_chain = no
ess_cert_id_alg = sha256
";

fn openssl(room: &Path, line: &str) {
    let output = Command::new("openssl").args(line.split(' ')).current_dir(room).output().unwrap();
    assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
}

/// An authority under a root of its own, and a token of it over a file.
fn stamp(room: &Path, file: &str, token: &str) {
    if !room.join("tsa.pem").exists() {
        std::fs::write(room.join("tsa.cnf"), CONFIG).unwrap();
        std::fs::write(room.join("serial"), "01\n").unwrap();
        let usage = "extendedKeyUsage = critical,timeStamping\nkeyUsage = critical,digitalSignature\n";
        std::fs::write(room.join("ext.cnf"), usage).unwrap();
        let key = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes";
        openssl(room, &format!("req -x509 {key} -keyout root.key -out root.pem -days 3650 -subj /CN=root"));
        openssl(room, &format!("req {key} -keyout tsa.key -out tsa.csr -subj /CN=tsa"));
        let sign = "-CA root.pem -CAkey root.key -CAcreateserial -days 3650 -extfile ext.cnf -out tsa.pem";
        openssl(room, &format!("x509 -req -in tsa.csr {sign}"));
    }
    openssl(room, &format!("ts -query -data {file} -sha256 -cert -out question.tsq"));
    openssl(room, &format!("ts -reply -config tsa.cnf -queryfile question.tsq -out {token}"));
}

#[test]
fn a_token_over_the_bundle_says_nothing_of_a_file_that_differs() {
    let room = tempfile::tempdir().unwrap();
    let folder = write(&room.path().join("bundle"), &bundle());
    stamp(room.path(), "bundle/tagmanifest-sha256.txt", "bundle/redress-seal.tsr");
    let root = room.path().join("root.pem");
    let verified =
        || -> Answer { program(&["--tsa-root", root.to_str().unwrap(), folder.to_str().unwrap()]) };
    let whole = verified();
    assert!(whole.code == 0 && whole.out.contains("✓ Existed by  holds (1 checked)"), "{}", whole.out);
    for path in ["data/items/000001/original", "redress-bundle.json", "data/log/tile/0/000.p/2"] {
        let good = std::fs::read(folder.join(path)).unwrap();
        std::fs::write(folder.join(path), [good.as_slice(), b" "].concat()).unwrap();
        let changed = verified();
        assert_eq!(changed.code, 4, "{path}: {}", changed.out);
        assert!(!changed.out.contains("✓ Existed by"), "{path}: {}", changed.out);
        assert!(changed.out.contains("it shows no time for them"), "{path}: {}", changed.out);
        std::fs::write(folder.join(path), good).unwrap();
    }
    assert_eq!(verified().code, 0);
    // A token over something else beside the seal, and one that is none.
    stamp(room.path(), "tsa.cnf", "bundle/redress-seal.tsr");
    assert!(verified().code == 4 && verified().out.contains("✗ Existed by"));
    std::fs::write(folder.join("redress-seal.tsr"), "no token").unwrap();
    assert_eq!(program(&[folder.to_str().unwrap()]).code, 4, "the token beside the seal is the maker's");
}
