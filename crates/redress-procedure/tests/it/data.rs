//! The files of `/procedure`.

use redress_procedure::Procedures;

#[test]
fn the_files_are_sound() {
    match Procedures::read(Procedures::standard_files()) {
        Ok(procedures) => assert_eq!(&procedures, Procedures::standard()),
        Err(findings) => {
            let said: Vec<String> =
                findings.iter().map(|one| format!("{} {:?}", one.code, one.args)).collect();
            panic!("\n{}", said.join("\n"));
        }
    }
}
