//! Our bundles judged by other people's code.

use crate::demo::copy;
use crate::run::{Demo, Room};
use std::process::Command;

/// The folder of the peers that `./test` installs; tests that need one say by name that they skip.
fn peer(name: &str) -> Option<std::path::PathBuf> {
    let path = std::path::PathBuf::from(std::env::var_os("REDRESS_PEERS")?).join(name);
    path.is_file().then_some(path)
}

#[test]
fn bagit_py_accepts_the_bundle_and_refuses_a_changed_one() {
    let Some(bagit) = peer("bagit.py") else {
        // Written past the test runner's capture, so that a skipped check is counted by name.
        std::io::Write::write_all(
            &mut std::io::stdout(),
            b"SKIPPED bagit.py (run ./test, which installs it)\n",
        )
        .unwrap();
        return;
    };
    let demo = Demo::once();
    let validate = |path: &std::path::Path| {
        let python = bagit.with_file_name("python");
        Command::new(python).arg(&bagit).args(["--validate", "--quiet"]).arg(path).status().unwrap().success()
    };
    assert!(validate(&demo.room.path("en/bundle")));
    let room = Room::new();
    copy(&demo.room.path("en/bundle"), &room.path("bundle"));
    let item = room.path("bundle/data/items/000001/original");
    let mut bytes = std::fs::read(&item).unwrap();
    bytes[100] ^= 1;
    std::fs::write(&item, bytes).unwrap();
    assert!(!validate(&room.path("bundle")));
}

#[test]
fn sha256sum_accepts_the_bundle() {
    let demo = Demo::once();
    for manifest in ["manifest-sha256.txt", "tagmanifest-sha256.txt"] {
        let status = Command::new("sha256sum")
            .args(["--check", "--strict", "--quiet", manifest])
            .current_dir(demo.room.path("en/bundle"))
            .status()
            .unwrap();
        assert!(status.success(), "{manifest}");
    }
}

/// OpenSSL computes the same SM3 and SHA-512 as our manifests.
#[test]
fn openssl_agrees_on_sm3_and_sha512() {
    let demo = Demo::once();
    let bundle = demo.room.path("en/bundle");
    for (algorithm, flag) in [("sm3", "-sm3"), ("sha512", "-sha512")] {
        let manifest = std::fs::read_to_string(bundle.join(format!("manifest-{algorithm}.txt"))).unwrap();
        for line in manifest.lines().take(12) {
            let (digest, path) = line.split_once("  ").unwrap();
            let output = Command::new("openssl")
                .args(["dgst", flag, "-r", path])
                .current_dir(&bundle)
                .output()
                .unwrap();
            let theirs = String::from_utf8_lossy(&output.stdout).into_owned();
            assert!(theirs.starts_with(digest), "{path}: {theirs}");
        }
    }
}
