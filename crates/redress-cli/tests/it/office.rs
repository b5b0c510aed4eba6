//! `redress office` and its configuration. Cases that go in and out stand in `office_people`.

use crate::run::Room;

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
