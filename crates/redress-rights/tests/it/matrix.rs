//! The matrix, every role with every use case on every kind of thing: as one table that a reader can look
//! through, and as rules that hold for all of it.

use crate::support::{NOW, ask, circumstances, everything, member};
use redress_base::Instant;
use redress_rights::{
    Cell, Decision, NO_SUCH_ACT, NO_SUCH_CASE, Object, Range, Role, Scope, Thing, UseCase, denial, in_office,
    on_case, row, rows,
};
use redress_words::{Language, Words};
use std::collections::BTreeSet;

/// One letter for what a role may in the six circumstances: `y` always, `g` where it was given, `w` where the
/// whole was, `o` of its own, `.` never, `?` anything else; a capital where an entry has to stand first.
fn letter(role: Role, use_case: UseCase, object: Object) -> char {
    let answers = circumstances().map(|(scope, own)| ask(role, scope, use_case, object, own));
    let letter = match answers.map(Decision::is_allowed) {
        [true, true, true, true, true, true] => 'y',
        [true, true, true, true, false, false] => 'g',
        [true, true, false, false, false, false] => 'w',
        // In the office there is no scope; on a case one's own is as far as the scope goes.
        [true, false, true, false, office, false] if office == (use_case.range() == Range::Office) => 'o',
        [false, false, false, false, false, false] => '.',
        _ => '?',
    };
    let entry = answers.contains(&Decision::AllowedWithEntry);
    assert!(!(entry && answers.contains(&Decision::Allowed)), "{role} {use_case} {object}");
    if entry { letter.to_ascii_uppercase() } else { letter }
}

#[test]
fn the_whole_matrix() {
    let mut table = format!("{:34}", "");
    for role in Role::ALL {
        table.push_str(&format!(
            "{:>4}",
            role.id().trim_start_matches("desk-").chars().take(3).collect::<String>()
        ));
    }
    let mut silent = 0;
    for use_case in UseCase::ALL {
        for object in Object::ALL {
            let letters: Vec<char> = Role::ALL.iter().map(|role| letter(*role, *use_case, *object)).collect();
            if row(*use_case, *object).is_none() {
                // A use case that does not act on a thing is nobody's: it is not in the table.
                assert!(letters.iter().all(|one| *one == '.'), "{use_case} {object}");
                silent += 1;
                continue;
            }
            let line: String = letters.iter().map(|one| format!("{one:>4}")).collect();
            table.push_str(&format!("\n{:34}{line}", format!("{use_case} {object}")));
        }
    }
    table.push_str(&format!("\n{silent} other pairs of use case and thing: nobody"));
    insta::assert_snapshot!(table);
}

/// `whole` and `given` look alike with a scope of everything or nothing; this tells them apart.
#[test]
fn a_part_of_the_case_is_not_the_whole() {
    let part = Scope::Only(Object::ALL.iter().copied().collect());
    let relative = member("r", Role::Relative, part);
    for row in rows().iter().filter(|row| row.use_case.range() == Range::Case) {
        let decision = on_case(Some(&relative), row.use_case, Thing::any(row.object), NOW);
        assert_eq!(
            decision.is_allowed(),
            matches!(row.cell(Role::Relative), Cell::Yes | Cell::Given),
            "{} {}",
            row.use_case,
            row.object
        );
    }
}

#[test]
fn a_relative_sees_what_was_given_and_nothing_else() {
    let given = Scope::Only(BTreeSet::from([Object::Notice]));
    let may = |use_case, object| ask(Role::Relative, given.clone(), use_case, object, false).is_allowed();
    assert!(may(UseCase::ViewMasked, Object::Notice) && may(UseCase::ViewUnmasked, Object::Notice));
    for object in Object::ALL.iter().filter(|one| ![Object::Notice, Object::Case].contains(one)) {
        assert!(!may(UseCase::ViewMasked, *object) && !may(UseCase::ViewUnmasked, *object), "{object}");
    }
}

#[test]
fn nobody_outside_a_case_gets_anything_or_learns_anything() {
    let ended = redress_rights::Membership { until: Some(NOW), ..member("x", Role::Victim, Scope::Whole) };
    let later =
        redress_rights::Membership { since: Instant(NOW.0 + 1), ..member("x", Role::Victim, Scope::Whole) };
    for use_case in UseCase::ALL {
        for object in Object::ALL {
            for membership in [None, Some(&ended), Some(&later)] {
                for thing in [Thing::own(*object), Thing::any(*object)] {
                    // One answer to every request, also to those that make no sense.
                    let answer = on_case(membership, *use_case, thing, NOW);
                    assert_eq!(answer, Decision::Denied(NO_SUCH_CASE), "{use_case} {object}");
                    assert_eq!(answer.require().unwrap_err(), denial(NO_SUCH_CASE));
                }
            }
        }
    }
}

/// 个人信息保护法 6, 51 (in force 2021-11-01): every read of personal data, and everything that leaves, is entered.
#[test]
fn nothing_unmasked_and_nothing_that_leaves_is_without_an_entry() {
    use UseCase::{ExportCalendar, ExportWhole, HandOver, Pack, PublishSummary, ViewUnmasked};
    let sensitive = [ViewUnmasked, Pack, ExportWhole, ExportCalendar, HandOver, PublishSummary];
    for (role, use_case, object, _, _, decision) in everything() {
        if sensitive.contains(&use_case) || object == Object::PersonalDetails {
            assert_ne!(decision, Decision::Allowed, "{role} {use_case} {object}");
        }
    }
    for use_case in sensitive {
        assert!(rows().iter().any(|row| row.use_case == use_case && row.entry), "{use_case}");
    }
}

/// 个人信息保护法 54: the audit is of ledger and log, masked.
#[test]
fn an_auditor_never_sees_personal_data_or_material() {
    let reads = [
        (UseCase::ReadLedger, Object::Ledger),
        (UseCase::ReadOfficeLog, Object::OfficeLog),
        (UseCase::ViewMasked, Object::Case),
        (UseCase::ViewMasked, Object::Membership),
        (UseCase::ListCases, Object::Case),
        (UseCase::SearchCases, Object::Case),
        (UseCase::ChangePassword, Object::Account),
        (UseCase::RemoveMember, Object::Membership),
    ];
    for (role, use_case, object, _, _, decision) in everything().filter(|one| one.0 == Role::Auditor) {
        if decision.is_allowed() {
            assert!(reads.contains(&(use_case, object)), "{role} {use_case} {object}");
        }
    }
}

#[test]
fn the_keeper_reads_no_case() {
    for (role, use_case, object, _, _, decision) in everything().filter(|one| one.0 == Role::Keeper) {
        let office = [Object::Account, Object::OfficeLog].contains(&object)
            || (use_case, object) == (UseCase::AppointAuditor, Object::Membership)
            // The program counts; the keeper hears numbers.
            || (use_case, object) == (UseCase::RecountCases, Object::Statistics);
        assert!(!decision.is_allowed() || office, "{role} {use_case} {object}");
    }
}

/// Opinions 11; Civil Code 1195: the platform answers what is addressed to it.
#[test]
fn a_platform_sees_only_what_is_addressed_to_it() {
    let seen: BTreeSet<(UseCase, Object)> = everything()
        .filter(|(role, use_case, _, _, _, decision)| {
            *role == Role::DeskPlatformLiaison && use_case.range() == Range::Case && decision.is_allowed()
        })
        .map(|(_, use_case, object, _, own, _)| {
            assert!(own || use_case == UseCase::RemoveMember, "{use_case} {object} of others");
            (use_case, object)
        })
        .collect();
    let wanted = [
        (UseCase::ViewMasked, Object::Notice),
        (UseCase::ViewUnmasked, Object::Notice),
        (UseCase::AnswerRequest, Object::Notice),
        (UseCase::SeeDue, Object::Case),
        (UseCase::RemoveMember, Object::Membership),
    ];
    assert_eq!(seen, BTreeSet::from(wanted));
}

/// 刑事诉讼法 3, 7 (2018-10-26): each body acts within its own competence.
#[test]
fn a_desk_records_events_of_its_own_body_only() {
    use Role::{DeskCourt, DeskLegalAid, DeskPlatformLiaison, DeskPolice, DeskProcuratorate};
    for desk in [DeskPolice, DeskProcuratorate, DeskCourt, DeskLegalAid, DeskPlatformLiaison] {
        for use_case in [UseCase::RecordEvent, UseCase::ServeNotice, UseCase::AnswerRequest, UseCase::Correct]
        {
            for object in Object::ALL {
                assert!(
                    !ask(desk, Scope::Whole, use_case, *object, false).is_allowed(),
                    "{desk} {use_case} {object}"
                );
            }
        }
    }
    assert!(ask(DeskCourt, Scope::Whole, UseCase::RecordEvent, Object::ProcedureEvent, true).is_allowed());
}

#[test]
fn a_victim_and_their_counsel_see_everything_of_their_case() {
    for role in [Role::Victim, Role::Counsel] {
        for row in rows() {
            if [UseCase::ViewMasked, UseCase::ViewUnmasked, UseCase::ReadLedger, UseCase::SeeDue]
                .contains(&row.use_case)
            {
                let decision = ask(role, Scope::Whole, row.use_case, row.object, false);
                assert!(decision.is_allowed(), "{role} {} {}", row.use_case, row.object);
            }
        }
    }
}

#[test]
fn every_denial_has_a_sentence_and_advice_in_both_languages() {
    let codes: BTreeSet<&str> = everything()
        .filter_map(
            |(_, _, _, _, _, decision)| if let Decision::Denied(code) = decision { Some(code) } else { None },
        )
        .chain([NO_SUCH_CASE, "rights-no-role"])
        .chain(Role::ALL.iter().map(|role| role.refusal_code()))
        .collect();
    assert!(codes.len() >= 15, "{codes:?}");
    for words in [Language::ZhHans, Language::En].map(Words::new) {
        for code in &codes {
            assert!(words.has(code) && words.advice(code, &[]).is_some(), "{words:?} {code}");
        }
    }
}

#[test]
fn every_role_use_case_and_thing_has_a_name_in_both_languages() {
    for words in [Language::ZhHans, Language::En].map(Words::new) {
        for role in Role::ALL {
            assert!(words.has(&role.word()), "{words:?} {role}");
        }
        for use_case in UseCase::ALL {
            assert!(words.has(&use_case.word()), "{words:?} {use_case}");
        }
        for object in Object::ALL {
            assert!(words.has(&object.word()), "{words:?} {object}");
        }
    }
}

#[test]
fn every_use_case_is_somebodys_and_every_row_says_why() {
    for use_case in UseCase::ALL {
        let own: Vec<_> = rows().iter().filter(|row| row.use_case == *use_case).collect();
        assert!(!own.is_empty(), "{use_case} is in no row");
        for row in own {
            assert!(Role::ALL.iter().any(|role| row.cell(*role) != Cell::No), "{use_case}: nobody may");
            assert!(!row.zh.is_empty() && !row.en.is_empty() && !row.source.is_empty(), "{use_case}");
        }
    }
    for object in Object::ALL {
        assert!(rows().iter().any(|row| row.object == *object), "{object} is in no row");
    }
}

/// In the office nothing is given in part, so that no row may ask for a scope there.
#[test]
fn rows_of_the_office_ask_for_no_scope() {
    for row in rows().iter().filter(|row| row.use_case.range() == Range::Office) {
        for role in Role::ALL {
            assert!(!matches!(row.cell(*role), Cell::Given | Cell::Whole), "{} {role}", row.use_case);
        }
    }
}

#[test]
fn an_account_with_several_roles_may_what_one_of_them_may() {
    let make = |holds: &[Role]| {
        let holds = holds.iter().copied().collect();
        in_office(&holds, UseCase::MakeAccount, Thing::any(Object::Account))
    };
    assert_eq!(make(&[Role::Keeper, Role::Counsel]), Decision::Allowed);
    assert_eq!(make(&[Role::Counsel]), Decision::Denied("rights-denied-counsel"));
    assert_eq!(make(&[]), Decision::Denied("rights-no-role"));
    let elsewhere = in_office(&BTreeSet::from([Role::Victim]), UseCase::ViewMasked, Thing::any(Object::Case));
    assert_eq!(elsewhere, Decision::Denied(NO_SUCH_ACT));
}

#[test]
fn names_are_spelt_in_one_way() {
    for role in Role::ALL {
        assert_eq!(Role::from_id(role.id()), Some(*role));
    }
    for use_case in UseCase::ALL {
        assert_eq!(UseCase::from_id(use_case.id()), Some(*use_case));
    }
    for object in Object::ALL {
        assert_eq!(Object::from_id(object.id()), Some(*object));
    }
    assert_eq!(Role::from_id("Victim"), None);
    assert_eq!(serde_json::to_value(Role::DeskLegalAid).unwrap(), "desk-legal-aid");
}
