//! `redress office`, from an empty database to a case that went in and came out again.

use crate::run::Room;
use redress_conformance::shared_cluster;
use std::io::Write;

/// A configuration for a database that is empty; `None` after saying that there is no server.
fn configured(room: &Room) -> Option<()> {
    let Some(cluster) = shared_cluster() else {
        std::io::stdout().lock().write_all(b"\nSKIPPED redress office (no PostgreSQL here)\n").unwrap();
        return None;
    };
    let (host, port, database) = (cluster.socket().display(), cluster.port, cluster.database());
    let url = format!("host={host} port={port} user=redress dbname={database}");
    room.write("office.toml", format!("[database]\nurl = '{url}'\n[objects]\nfolder = 'objects'\n"));
    Some(())
}

#[test]
fn a_case_goes_into_an_office_and_comes_out_the_same() {
    let room = Room::new();
    if configured(&room).is_none() {
        return;
    }
    let office = |args: &[&str]| room.json(&[&["office"], args, &["--config", "office.toml"]].concat());
    let refused = room.redress(&["office", "list", "--config", "office.toml"]);
    assert_eq!(refused.code, 2, "{}", refused.err);
    assert!(refused.err.contains("redress office init"), "{}", refused.err);
    assert_eq!(
        (office(&["init"])["found"].as_i64(), office(&["init"])["found"].as_i64()),
        (Some(0), Some(1))
    );

    room.case("spring");
    room.write("paper.txt", "a paper");
    room.ok(&["add", "spring", "paper.txt", "--seal-only"]);
    let moved = office(&["import", "spring"]);
    assert_eq!((moved["course"].as_str(), moved["entries"].as_u64()), (Some("whole"), Some(2)));
    let id = moved["case_id"].as_str().unwrap();
    let listed = office(&["list"]);
    assert_eq!(
        (listed["cases"][0]["case_id"].as_str(), listed["cases"][0]["entries"].as_u64()),
        (Some(id), Some(2))
    );
    assert_eq!(office(&["export", id, "copy"])["course"], "whole");
    room.ok(&["fact", "copy", "set", "case", "work_affected", "yes"]);
    assert_eq!(office(&["import", "copy"])["course"], "continued");
    assert_eq!(office(&["export", id, "spring"])["entries"], 1);
    assert_eq!(room.json(&["measure", "spring"])["kept"], room.json(&["measure", "copy"])["kept"]);

    room.ok(&["fact", "copy", "set", "case", "work_affected", "no"]);
    room.ok(&["fact", "spring", "set", "case", "work_affected", "yes", "--reason", "x"]);
    office(&["import", "spring"]);
    let refused = room.redress(&["office", "import", "copy", "--config", "office.toml"]);
    assert_eq!(refused.code, 4, "{}", refused.err);
    assert!(refused.err.contains("part at entry 4"), "{}", refused.err);
}

#[test]
fn a_password_in_the_configuration_is_refused_and_shown_nowhere() {
    let room = Room::new();
    let text = "[database]\nurl = 'postgresql://redress:hunter2@db.example/x'\n[objects]\nfolder = 'o'\n";
    room.write("office.toml", text);
    for language in ["en", "zh-Hans"] {
        let refused = room.redress(&["--lang", language, "office", "init", "--config", "office.toml"]);
        assert_eq!(refused.code, 2);
        let all = refused.out + &refused.err;
        assert!(!all.contains("hunter2") && !all.contains('⟦') && all.contains("env ="), "{all}");
    }
    let missing = room.redress(&["office", "init", "--config", "nowhere.toml"]);
    assert!(missing.code == 2 && missing.err.contains("nowhere.toml"), "{}", missing.err);
}
