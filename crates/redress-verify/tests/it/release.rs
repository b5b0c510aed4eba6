//! The one file that is handed out (docs/bundle.md says how it is built): no library beside it, and short.

use std::process::Command;

/// An ELF file names a program that loads its libraries in a header of this kind (PT_INTERP).
const INTERPRETER: u32 = 3;

/// The kinds of the program headers of a 64-bit ELF file, lowest byte first.
fn headers(file: &[u8]) -> Vec<u32> {
    let number = |at: usize, bytes: usize| {
        file[at..at + bytes].iter().rev().fold(0usize, |sum, byte| (sum << 8) | usize::from(*byte))
    };
    assert!(file.starts_with(b"\x7fELF\x02\x01"), "no 64-bit ELF file");
    let (from, each, count) = (number(32, 8), number(54, 2), number(56, 2));
    (0..count).map(|place| u32::try_from(number(from + place * each, 4)).unwrap()).collect()
}

#[test]
fn the_release_needs_no_library_and_is_short() {
    // The program of the tests is linked to the libraries of the system: the headers are read right.
    assert!(headers(&std::fs::read(env!("CARGO_BIN_EXE_redress-verify")).unwrap()).contains(&INTERPRETER));
    let Some(release) = std::env::var_os("REDRESS_VERIFY_RELEASE") else {
        let line = b"SKIPPED redress-verify as it is handed out (build it as docs/bundle.md says, and name it in REDRESS_VERIFY_RELEASE)\n";
        return std::io::Write::write_all(&mut std::io::stdout(), line).unwrap();
    };
    let file = std::fs::read(&release).unwrap();
    assert!(!headers(&file).contains(&INTERPRETER), "it is linked to libraries");
    assert!(file.len() < 8 << 20, "{} bytes", file.len());
    let said = Command::new(&release).arg("--version").env_clear().output().unwrap();
    assert!(said.status.success() && said.stdout.starts_with(b"redress-verify "));
}
