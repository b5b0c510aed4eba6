//! The age of others opens what we close, and we open what it closes.

use redress_envelope::{Key, Recipient, close, open};
use std::io::Write as _;
use std::process::{Command, Stdio};

fn age(program: &str, arguments: &[&str], input: &[u8]) -> Option<Vec<u8>> {
    let mut command = Command::new(program);
    let command = command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = match command.spawn() {
        Ok(child) => child,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let line = format!("SKIPPED {program} (run ./test, which installs it)\n");
            std::io::stderr().write_all(line.as_bytes()).unwrap();
            return None;
        }
        Err(error) => unreachable!("{program}: {error}"),
    };
    // Beside each other: it writes while it reads, and a full pipe would stop both.
    let (mut stdin, input) = (child.stdin.take().unwrap(), input.to_vec());
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let done = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    assert!(done.status.success(), "{program}: {}", String::from_utf8_lossy(&done.stderr));
    Some(done.stdout)
}

#[test]
fn age_opens_what_we_close_and_we_open_what_it_closes() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path().join("theirs.key");
    let path = at.to_str().unwrap();
    if age("age-keygen", &["-o", path], b"").is_none() {
        return;
    }
    // Their key, our file.
    let keys = Key::read(std::fs::File::open(&at).unwrap()).unwrap();
    let to: Recipient = format!("a={}", keys[0].public()).parse().unwrap();
    let bytes: Vec<u8> = (0..300_000u32).map(|at| at.to_le_bytes()[1]).collect();
    let mut closed = Vec::new();
    close(&mut bytes.as_slice(), &[to], &mut closed, &mut |_| true).unwrap();
    assert_eq!(age("age", &["-d", "-i", path], &closed).unwrap(), bytes);

    // Our key, their file; in ASCII armour too.
    let ours = Key::make();
    for arguments in [vec!["-r", &ours.public()], vec!["-a", "-r", &ours.public()]] {
        let theirs = age("age", &arguments, &bytes).unwrap();
        let mut back = Vec::new();
        open(&mut theirs.as_slice(), std::slice::from_ref(&ours), &mut back, &mut |_| true).unwrap();
        assert_eq!(back, bytes);
    }
    let ours_at = folder.path().join("ours.key");
    std::fs::write(&ours_at, ours.file()).unwrap();
    let to: Recipient = format!("a={}", ours.public()).parse().unwrap();
    let mut closed = Vec::new();
    close(&mut bytes.as_slice(), &[to], &mut closed, &mut |_| true).unwrap();
    assert_eq!(age("age", &["-d", "-i", ours_at.to_str().unwrap()], &closed).unwrap(), bytes);
}
