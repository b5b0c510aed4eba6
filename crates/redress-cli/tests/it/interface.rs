//! The data under `/api/v1` against its own document, as a program that is not ours reads it: schemathesis makes requests out of
//! the document, also such as it does not allow, and holds every answer against it.

use crate::run::Room;
use crate::serving::Serving;
use crate::workbench::example;
use std::process::Command;

/// What every answer is held to.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,unsupported_method,negative_data_rejection";

fn schemathesis() -> Option<std::path::PathBuf> {
    let program = std::path::PathBuf::from(std::env::var_os("REDRESS_PEERS")?).join("schemathesis");
    program.is_file().then_some(program)
}

/// Runs it with the settings given, and gives what it said where it found something.
fn run(room: &Room, serving: &Serving, settings: &str) {
    let Some(program) = schemathesis() else {
        let line = "SKIPPED schemathesis (run ./test, which installs it)\n";
        std::io::Write::write_all(&mut std::io::stdout(), line.as_bytes()).unwrap();
        return;
    };
    let guest = serving.enter();
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
    run(&room, &serving, "[parameters]\n\"path.case\" = \"rd-example-courier-rumour\"\n");
}

/// Of cases that there are not, under whatever name.
#[test]
fn every_answer_about_no_case_is_in_the_document() {
    let room = Room::new();
    let serving = Serving::begin(&room);
    run(&room, &serving, "");
}
