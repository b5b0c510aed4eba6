//! Our bundles judged by other people's code.

use crate::demo::copy;
use crate::run::{Demo, Room};
use std::process::Command;

/// The folder of the peers that `./test` installs; tests that need one say by name that they skip.
pub(crate) fn peer(name: &str) -> Option<std::path::PathBuf> {
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

/// A program of the evidence field's validators; `None`, said by name, where they are not installed.
pub(crate) fn validator(name: &str) -> Option<std::path::PathBuf> {
    let peers = std::env::var_os("REDRESS_PEERS").map(std::path::PathBuf::from);
    let found = peers.map(|peers| peers.join("../evidence/bin").join(name)).filter(|path| path.is_file());
    if found.is_none() {
        // Written past the test runner's capture, so that a skipped check is counted by name.
        let told = format!("SKIPPED {name} (run ./test, which installs it)\n");
        std::io::Write::write_all(&mut std::io::stdout(), told.as_bytes()).unwrap();
    }
    found
}

#[test]
fn bdbag_accepts_the_bundle_and_refuses_a_changed_one() {
    let Some(bdbag) = validator("bdbag") else { return };
    let demo = Demo::once();
    let room = Room::new();
    copy(&demo.room.path("en/bundle"), &room.path("bundle"));
    let validate = || {
        let home = room.dir.path();
        let mut command = Command::new(&bdbag);
        // It keeps a configuration of its own in the home folder.
        command.args(["--validate", "full"]).arg(room.path("bundle")).env("HOME", home);
        command.output().unwrap().status.success()
    };
    assert!(validate());
    let item = room.path("bundle/data/items/000001/original");
    let mut bytes = std::fs::read(&item).unwrap();
    bytes[100] ^= 1;
    std::fs::write(&item, bytes).unwrap();
    assert!(!validate());
}

/// The graph of items and of the chain of custody conforms to CASE 1.4.0, and a wrong datatype in it does not.
#[test]
fn case_validate_accepts_the_graph_and_refuses_a_wrong_one() {
    let Some(validate) = validator("case_validate") else { return };
    let demo = Demo::once();
    let room = Room::new();
    let graph = std::fs::read_to_string(demo.room.path("en/bundle/data/case.jsonld")).unwrap();
    // SM3 is not in the vocabulary of hash names of UCO 1.4.0, which is told as information.
    let conforms = |text: &str| {
        let path = room.write("case.jsonld", text);
        let mut command = Command::new(&validate);
        command.args(["--built-version", "case-1.4.0", "--allow-info"]).arg(path);
        let output = command.output().unwrap();
        (output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let (good, told) = conforms(&graph);
    assert!(good, "{told}");
    assert!(graph.contains("InvestigativeAction") && graph.contains("wasInformedBy"));
    assert!(!conforms(&graph.replace("xsd:dateTime", "xsd:date")).0);
    assert!(!conforms(&graph.replace("uco-action:performer", "uco-action:performed")).0);
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

/// The stand-alone verifier says the same of the example's bundle as the command does, line by line, in both languages, and
/// gives the same document and exit code; of the bundle as it is, and of one that was changed.
#[test]
fn the_stand_alone_verifier_says_the_same_of_the_example() {
    use redress_words::Language;
    let demo = Demo::once();
    let room = Room::new();
    copy(&demo.room.path("en/bundle"), &room.path("good"));
    copy(&demo.room.path("en/bundle"), &room.path("bad"));
    let item = room.path("bad/data/items/000001/original");
    let mut bytes = std::fs::read(&item).unwrap();
    bytes[100] ^= 1;
    std::fs::write(&item, bytes).unwrap();
    for (bundle, code) in [("good", 0), ("bad", 4)] {
        for (language, tag) in [(Language::En, "en"), (Language::ZhHans, "zh-Hans")] {
            for json in [false, true] {
                let mut typed = vec!["--lang", tag];
                typed.extend(json.then_some("--json"));
                let theirs = room.redress(&[typed.as_slice(), &["verify", bundle]].concat());
                let path = room.path(bundle).to_string_lossy().into_owned();
                let mut arguments = vec![std::ffi::OsString::from(&path)];
                arguments.extend(json.then(|| "--json".into()));
                let (mut out, mut err) = (Vec::new(), Vec::new());
                let exit = redress_verify::program(arguments, language, &mut out, &mut err);
                assert_eq!((i32::from(exit), theirs.code), (code, code), "{bundle} {tag}: {}", theirs.err);
                assert_eq!(String::from_utf8(out).unwrap(), theirs.out, "{bundle} {tag} {json}");
                // The command was given the name, the program the whole path.
                assert_eq!(
                    String::from_utf8(err).unwrap().replace(&path, bundle),
                    theirs.err,
                    "{bundle} {tag}"
                );
            }
        }
    }
}
