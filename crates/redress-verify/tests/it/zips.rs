//! Zips that are not what they seem.

use crate::samples::{Member, bundle, members, program, zip};

fn verified(members: &[Member]) -> crate::samples::Answer {
    let room = tempfile::tempdir().unwrap();
    let file = room.path().join("bundle.zip");
    std::fs::write(&file, zip(members)).unwrap();
    program(&[file.to_str().unwrap()])
}

fn more(name: &str, bytes: &[u8]) -> Member {
    Member {
        name: name.to_owned(),
        local_name: None,
        bytes: bytes.to_vec(),
        packed: false,
        declared: None,
        mode: 0o100_644,
    }
}

#[test]
fn a_member_beside_the_folder_or_outside_of_it_is_found() {
    for name in ["beside.txt", "../outside", "/etc/passwd", "bundle/../x", "bundle/data/.hidden"] {
        let mut all = members(&bundle(), "bundle/", false);
        all.push(more(name, b"x"));
        let answer = verified(&all);
        assert_eq!(answer.code, 4, "{name}: {}{}", answer.out, answer.err);
        assert!(answer.out.contains("not a path that a bundle may have"), "{name}: {}", answer.out);
    }
}

#[test]
fn links_and_locked_members_are_found() {
    for (mode, word) in [(0o120_777, "is a link"), (0o010_644, "is not a plain file")] {
        let mut all = members(&bundle(), "", false);
        let item = all.iter_mut().find(|member| member.name == "data/items/000001/original").unwrap();
        item.mode = mode;
        let answer = verified(&all);
        // A pipe is no kind that this zip library tells apart from a file; its bytes are right then.
        assert!(
            answer.code == 4 && answer.out.contains(word) || mode == 0o010_644 && answer.code == 0,
            "{}",
            answer.out
        );
    }
}

#[test]
fn a_zip_that_says_two_things_is_refused() {
    // Two members of one name.
    let mut twice = members(&bundle(), "", false);
    twice.push(more("bag-info.txt", b"other\n"));
    let answer = verified(&twice);
    assert!([3, 4].contains(&answer.code), "{}{}", answer.out, answer.err);
    // Another name before the bytes than in the directory, of the same length and of another.
    for name in ["bag-info.tyt", "bag-info.txtx"] {
        let mut renamed = members(&bundle(), "", false);
        let info = renamed.iter_mut().find(|member| member.name == "bag-info.txt").unwrap();
        info.local_name = Some(name.to_owned());
        let answer = verified(&renamed);
        assert!(
            answer.code == 3 && answer.err.contains("in two places"),
            "{name}: {}{}",
            answer.out,
            answer.err
        );
    }
}

#[test]
fn lengths_that_lie_are_found_and_a_bomb_is_not_unpacked() {
    for (declared, packed) in [(1, true), (1_000, true), (3, false)] {
        let mut all = members(&bundle(), "", packed);
        let item = all.iter_mut().find(|member| member.name == "data/items/000001/original").unwrap();
        item.declared = Some(declared);
        let answer = verified(&all);
        assert!([3, 4].contains(&answer.code), "{declared} {packed}: {}{}", answer.out, answer.err);
    }
    let mut all = members(&bundle(), "", false);
    all.push(Member { packed: true, ..more("data/zeros", &vec![0; 40 << 20]) });
    let answer = verified(&all);
    assert!(answer.code == 3 && answer.err.contains("far more"), "{}{}", answer.out, answer.err);
}

#[test]
fn every_cut_and_many_flips_of_a_zip_are_refused_or_change_nothing() {
    let room = tempfile::tempdir().unwrap();
    let good = zip(&members(&bundle(), "bundle/", true));
    let file = room.path().join("bundle.zip");
    let answer = |bytes: &[u8]| {
        std::fs::write(&file, bytes).unwrap();
        program(&[file.to_str().unwrap()])
    };
    let whole = answer(&good);
    assert_eq!(whole.code, 0, "{}", whole.err);
    for length in (0..good.len()).step_by(good.len() / 40) {
        let cut = answer(&good[..length]);
        assert!([3, 4].contains(&cut.code), "cut to {length}: {}", cut.code);
    }
    for place in (0..good.len()).step_by(good.len() / 120) {
        let mut bytes = good.clone();
        bytes[place] ^= 0x11;
        let flipped = answer(&bytes);
        // A date, a check sum or a version of the zip means nothing for the bundle in it.
        let same = flipped.code == 0 && flipped.out == whole.out;
        assert!(same || [3, 4, 7].contains(&flipped.code), "byte {place}: {} {}", flipped.code, flipped.err);
    }
}
