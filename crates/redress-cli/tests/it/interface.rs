//! The data under `/api/v1` against its own document, as a program that is not ours reads it: schemathesis makes requests out of
//! the document, also such as it does not allow, and holds every answer against it.

use crate::office_people::{PASSWORD, office};
use crate::run::Room;
use crate::serving::{Guest, Serving};
use crate::workbench::example;
use std::process::Command;

/// What every answer is held to.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,unsupported_method,negative_data_rejection";

fn schemathesis() -> Option<std::path::PathBuf> {
    let program = std::path::PathBuf::from(std::env::var_os("REDRESS_PEERS")?).join("schemathesis");
    program.is_file().then_some(program)
}

/// Runs it with the settings given, and gives what it said where it found something.
fn run(room: &Room, (serving, guest): (&Serving, &Guest<'_>), settings: &str) {
    let Some(program) = schemathesis() else {
        let line = "SKIPPED schemathesis (run ./test, which installs it)\n";
        std::io::Write::write_all(&mut std::io::stdout(), line.as_bytes()).unwrap();
        return;
    };
    room.write("openapi.json", guest.get("/api/v1").body);
    let (_, session) = guest.cookie.split_once('=').unwrap();
    room.write("settings.toml", format!("{settings}\n[auth.openapi.session]\napi_key = \"{session}\"\n"));
    let ran = Command::new(program)
        .current_dir(room.dir.path())
        .args(["--config-file", "settings.toml", "run", "openapi.json", "--url"])
        .arg(format!("http://{}", serving.host))
        .args(["--checks", CHECKS, "--phases", "coverage,fuzzing", "-n", "8", "--seed", "1", "--no-color"])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&ran.stdout).into_owned();
    assert!(ran.status.success(), "{said}{}", String::from_utf8_lossy(&ran.stderr));
    assert!(!said.contains("Unresolvable references"), "{said}");
}

/// Of a case that there is: every answer is one that the document describes, none is an error of the server.
#[test]
fn every_answer_about_a_case_is_in_the_document() {
    let room = Room::new();
    let serving = example(&room);
    let of = "[parameters]\n\"path.case\" = \"rd-example-courier-rumour\"\n";
    run(&room, (&serving, &serving.enter()), of);
}

/// Of cases that there are not, under whatever name.
#[test]
fn every_answer_about_no_case_is_in_the_document() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    run(&room, (&serving, &serving.enter()), "");
}

/// Of a case of an office, as somebody who is on it and as the keeper, who is on none.
#[test]
fn every_answer_of_an_office_is_in_the_document() {
    let Some(office) = office("every_answer_of_an_office") else { return };
    let case = office.with_everybody(&["victim", "desk-court"]);
    let serving = Serving::with(&office.room, &["--office", "office.toml", "--pace", "1000"]);
    let settings = format!("[parameters]\n\"path.case\" = \"{case}\"\n");
    for name in ["desk-court", "keeper"] {
        let guest = serving.sign_in(name, PASSWORD).unwrap();
        run(&office.room, (&serving, &guest), &settings);
    }
}
