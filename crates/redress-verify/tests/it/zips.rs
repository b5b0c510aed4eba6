//! Zips that are not what they seem.

use crate::samples::{Answer, Files, Member, bag, bundle, deflate, members, more, program, zip};

fn verified(members: &[Member]) -> Answer {
    decided(&zip(members))
}

fn decided(bytes: &[u8]) -> Answer {
    let room = tempfile::tempdir().unwrap();
    let file = room.path().join("bundle.zip");
    std::fs::write(&file, bytes).unwrap();
    program(&[file.to_str().unwrap()])
}

/// The bundle in its folder, with one member changed.
fn with(packed: bool, change: impl Fn(&mut Member)) -> Vec<Member> {
    let mut all = members(&bundle(), "bundle/", packed);
    change(all.iter_mut().find(|member| member.name == "bundle/data/items/000001/original").unwrap());
    all
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
        assert!(answer.code == 4 && answer.out.contains(word), "{}", answer.out);
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

#[test]
fn a_folder_is_what_ends_as_one_and_is_empty() {
    for (name, bytes, word) in [
        ("bundle/data/x\\", &b"hidden"[..], "not a path that a bundle may have"),
        ("bundle/data/x\\", b"", "not a path that a bundle may have"),
        ("bundle/data/x/", b"hidden", "not a path that a bundle may have"),
    ] {
        let mut all = members(&bundle(), "bundle/", false);
        all.push(more(name, bytes));
        let answer = verified(&all);
        assert!(answer.code == 4 && answer.out.contains(word), "{name}: {}{}", answer.out, answer.err);
    }
    let mut all = members(&bundle(), "bundle/", false);
    all.extend(["bundle/", "bundle/data/"].map(|name| Member { mode: 0o040_755, ..more(name, b"") }));
    assert_eq!(verified(&all).code, 0);
}

#[test]
fn check_sums_and_what_stands_behind_the_packed_bytes_are_looked_at() {
    for packed in [false, true] {
        let answer = verified(&with(packed, |member| member.crc = Some(1)));
        assert!(
            answer.code == 4 && answer.out.contains("does not unpack to"),
            "{}{}",
            answer.out,
            answer.err
        );
    }
    // Bytes behind the end of the packed stream, and a stream that never ends.
    for cut in [false, true] {
        let answer = verified(&with(true, |member| {
            let mut raw = deflate(&member.bytes);
            if cut {
                raw.truncate(raw.len() - 1)
            } else {
                raw.extend(b"behind")
            }
            member.raw = Some(raw);
        }));
        assert!(answer.code == 4 && answer.out.contains("does not unpack to"), "{cut}: {}", answer.out);
    }
    // Another length or check sum before the bytes than in the directory.
    let answer = verified(&with(true, |member| member.local_crc = Some(1)));
    assert!(answer.code == 3 && answer.err.contains("two things"), "{}{}", answer.out, answer.err);
}

#[test]
fn check_sums_behind_the_bytes_may_stand_there_and_nothing_else() {
    for behind in [12, 16, 20, 24] {
        let answer = verified(&with(true, |member| member.behind = Some(behind)));
        assert_eq!(answer.code, 0, "{behind}: {}{}", answer.out, answer.err);
        let wrong = verified(&with(true, |member| {
            (member.behind, member.local_crc) = (Some(behind), Some(1));
        }));
        assert!(wrong.code == 3 && wrong.err.contains("none of its members"), "{behind}: {}", wrong.err);
    }
}

#[test]
fn every_byte_belongs_to_one_member() {
    for gap in [&b"x"[..], &[0; 16], &[0; 400]] {
        let answer = verified(&with(false, |member| member.gap = gap.to_vec()));
        assert!(
            answer.code == 3 && answer.err.contains("none of its members"),
            "{}{}",
            answer.out,
            answer.err
        );
    }
    // Before all of it, and between the members and the directory.
    let good = zip(&members(&bundle(), "bundle/", false));
    let before = decided(&[b"PK\x03\x04 something of one's own", good.as_slice()].concat());
    assert_eq!(before.code, 3, "{}{}", before.out, before.err);
    let end = good.len() - 22;
    let (inside, record) = good.split_at(end);
    let hidden = decided(&[inside, b"hidden", record].concat());
    assert!(hidden.code == 3 && hidden.err.contains("none of its members"), "{}{}", hidden.out, hidden.err);
    // The same, where the end counts them to the directory.
    let mut counted = record.to_vec();
    let stated = u32::from_le_bytes(record[12..16].try_into().unwrap()) + 6;
    counted[12..16].copy_from_slice(&stated.to_le_bytes());
    let hidden = decided(&[inside, b"hidden", counted.as_slice()].concat());
    assert!(hidden.code == 3 && hidden.err.contains("none of its members"), "{}{}", hidden.out, hidden.err);
    let behind = decided(&[good.as_slice(), b"behind"].concat());
    assert_eq!(behind.code, 3, "{}{}", behind.out, behind.err);
    let over = verified(&with(false, |member| {
        member.declared = Some(1_000);
        member.declared_packed = Some(1_000);
    }));
    assert!(over.code == 3 && over.err.contains("over one another"), "{}{}", over.out, over.err);
}

#[test]
fn an_end_that_lies_is_not_believed() {
    let good = zip(&members(&bundle(), "bundle/", false));
    let end = good.len() - 22;
    for (place, bytes, word) in [
        (8, vec![0xff, 0xff, 0xff, 0xff], ""),
        (8, vec![1, 0, 1, 0], ""),
        (12, vec![0xff, 0xff, 0xff, 0x7f], "members"),
        (4, vec![1, 0], ""),
        (16, vec![0xff, 0xff, 0xff, 0xff], ""),
        (20, vec![1, 0], ""),
    ] {
        let mut lying = good.clone();
        lying[end + place..end + place + bytes.len()].copy_from_slice(&bytes);
        let answer = decided(&lying);
        assert!(answer.code == 3 && answer.err.contains(word), "{place}: {}{}", answer.out, answer.err);
    }
    // A comment is nobody's business, unless another end stands in it.
    for (comment, code) in [(&b"packed by hand"[..], 0), (b"PK\x05\x06", 3)] {
        let mut with = good.clone();
        with[end + 20] = u8::try_from(comment.len()).unwrap();
        with.extend(comment);
        assert_eq!(decided(&with).code, code, "{comment:?}");
    }
}

#[test]
fn many_small_members_are_a_bomb_together() {
    let mebibyte = vec![0; 1 << 20];
    let raw = deflate(&mebibyte);
    let mut crc = flate2::Crc::new();
    crc.update(&mebibyte);
    let mut all = members(&bundle(), "bundle/", false);
    all.extend((0..300).map(|number| Member {
        packed: true,
        raw: Some(raw.clone()),
        declared: Some(1 << 20),
        crc: Some(crc.sum()),
        ..more(&format!("bundle/data/{number}"), b"")
    }));
    let answer = verified(&all);
    assert!(
        answer.code == 3 && answer.err.contains("All that is in the zip"),
        "{}{}",
        answer.out,
        answer.err
    );
}

#[test]
fn a_bag_lies_in_one_folder_at_the_top_and_has_a_payload_be_it_empty() {
    for (folder, warned) in [("", true), ("bag/", false), ("x/y/", true)] {
        let answer = verified(&members(&bag(), folder, false));
        assert_eq!(answer.code, 0, "{folder}: {}{}", answer.out, answer.err);
        assert_eq!(answer.out.contains("in the one folder at the top"), warned, "{folder}: {}", answer.out);
    }
    let mut empty: Files = bag();
    empty.remove("data/hello.txt");
    empty.insert("manifest-sha512.txt".to_owned(), Vec::new());
    let without = verified(&members(&empty, "bag/", false));
    assert!(without.code == 4 && without.out.contains("no folder data/"), "{}", without.out);
    let mut all = members(&empty, "bag/", false);
    all.push(Member { mode: 0o040_755, ..more("bag/data/", b"") });
    let with = verified(&all);
    assert_eq!(with.code, 0, "{}{}", with.out, with.err);
    // The same on a disk.
    let room = tempfile::tempdir().unwrap();
    let folder = crate::samples::write(&room.path().join("bag"), &empty);
    assert_eq!(program(&[folder.to_str().unwrap()]).code, 4);
    std::fs::create_dir(folder.join("data")).unwrap();
    assert_eq!(program(&[folder.to_str().unwrap()]).code, 0);
}
