//! Signing in: what is told and what is not, waits, locks, and what is kept of passwords.

use super::front::{PASSWORD, SALT, cheap_hash, code, config, front, told};
use redress_office::Office;
use redress_rights::Role;
use redress_workbench::Reception;

#[test]
fn a_wrong_password_an_unknown_account_and_no_name_at_all_are_answered_alike() {
    let Some(mut front) = front("accounts::answered_alike") else { return };
    front.person("ann", &[Role::Victim]);
    let mut reception = front.reception();
    let wrong = told(reception.sign_in("ann", "another old boat at noon", &SALT));
    assert_eq!(wrong.1.code, "workbench-sign-in-wrong");
    for name in ["nobody", "not a name", "", "ann\0", "'; DROP TABLE redress.accounts; --"] {
        assert_eq!(told(reception.sign_in(name, PASSWORD, &SALT)), wrong, "{name:?}");
    }
    assert!(reception.sign_in("ＡＮＮ", PASSWORD, &SALT).is_ok(), "the same name in another width");
    // Nothing of what was typed as a name is kept: it may have been a password.
    assert_eq!(front.count("SELECT count(*) FROM redress.office_log WHERE by_account = 'nobody'"), 0);
}

/// NIST SP 800-63B 5.2.2. An unknown name waits as a known one does.
#[test]
fn guessing_waits_whether_the_account_exists_or_not() {
    let Some(mut front) = front("accounts::guessing_waits") else { return };
    front.person("ann", &[Role::Victim]);
    let mut heard = Vec::new();
    for name in ["ann", "nobody"] {
        let mut reception = front.reception();
        let told: Vec<_> = (0..7).map(|_| code(reception.sign_in(name, "wrong old boat", &SALT))).collect();
        heard.push(told);
    }
    assert_eq!(heard[0], heard[1]);
    assert_eq!(heard[0][4..], ["workbench-sign-in-wrong", "rights-wait", "rights-wait"]);
    // The right one has to wait too, and later it is taken and forgives.
    assert_eq!(code(front.reception().sign_in("ann", PASSWORD, &SALT)), "rights-wait");
    front.clock.0 = 31;
    assert!(front.reception().sign_in("ann", PASSWORD, &SALT).is_ok());
    assert_eq!(code(front.reception().sign_in("ann", "wrong old boat", &SALT)), "workbench-sign-in-wrong");
}

#[test]
fn many_tries_at_once_count_as_many() {
    let Some(front) = front("accounts::many_tries") else { return };
    let config = config(&front.room, &format!("plain_{}", front.room.database));
    let tried: Vec<String> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..10)
            .map(|_| {
                let config = &config;
                scope.spawn(move || {
                    let mut roster = Office::open(config).unwrap().roster();
                    let clock = super::front::Now(0);
                    let mut reception = Reception { roster: &mut roster, clock: &clock };
                    code(reception.sign_in("keeper", "wrong old boat", &SALT))
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let wrong = tried.iter().filter(|code| *code == "workbench-sign-in-wrong").count();
    assert_eq!(wrong, 5, "{tried:?}");
}

#[test]
fn a_locked_account_is_told_so_only_to_who_knows_its_password() {
    let Some(mut front) = front("accounts::a_locked_account") else { return };
    let ann = front.person("ann", &[Role::Victim]);
    front.case(&ann, "rd-1", Role::Victim);
    let keeper = front.sign_in("keeper");
    front.reception().lock_account(&keeper, "ann", true).unwrap();
    assert_eq!(code(front.reception().sign_in("ann", "wrong old boat", &SALT)), "workbench-sign-in-wrong");
    assert_eq!(code(front.reception().sign_in("ann", PASSWORD, &SALT)), "workbench-account-locked");
    // Somebody who is signed in already gets nothing more either.
    assert_eq!(code(front.reception().members(&ann, "rd-1")), "rights-no-such-case");
    assert_eq!(front.reception().list_cases(&ann).unwrap(), []);
    front.reception().lock_account(&keeper, "ann", false).unwrap();
    assert_eq!(front.reception().list_cases(&ann).unwrap().len(), 1);
    assert_eq!(code(front.reception().lock_account(&keeper, "keeper", true)), "workbench-account-own");
    assert_eq!(code(front.reception().lock_account(&keeper, "nobody", true)), "workbench-no-such-account");
}

#[test]
fn a_role_that_is_held_no_more_opens_nothing() {
    let Some(mut front) = front("accounts::a_role_held_no_more") else { return };
    let ann = front.person("ann", &[Role::Victim]);
    front.case(&ann, "rd-1", Role::Victim);
    front
        .room
        .admin()
        .batch_execute("UPDATE redress.accounts SET holds = '{counsel}' WHERE name = 'ann'")
        .unwrap();
    assert_eq!(code(front.reception().members(&ann, "rd-1")), "rights-no-such-case");
}

#[test]
fn there_is_one_first_keeper_however_many_try() {
    let Some(front) = front("accounts::one_first_keeper") else { return };
    let config = config(&front.room, &format!("plain_{}", front.room.database));
    front.room.admin().batch_execute("DELETE FROM redress.accounts").unwrap();
    let made = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..6)
            .map(|at| {
                let config = &config;
                scope.spawn(move || {
                    let mut roster = Office::open(config).unwrap().roster();
                    let clock = super::front::Now(0);
                    let mut reception = Reception { roster: &mut roster, clock: &clock };
                    reception.first_keeper(&format!("keeper{at}"), PASSWORD, &SALT).is_ok()
                })
            })
            .collect();
        threads.into_iter().map(|thread| usize::from(thread.join().unwrap())).sum::<usize>()
    });
    assert_eq!(made, 1);
    assert_eq!(front.count("SELECT count(*) FROM redress.accounts"), 1);
}

#[test]
fn a_weak_hash_is_made_anew_when_its_owner_comes() {
    let Some(mut front) = front("accounts::a_weak_hash") else { return };
    front.room.admin().execute("UPDATE redress.accounts SET hash = $1", &[&cheap_hash()]).unwrap();
    front.sign_in("keeper");
    let hash: String = front.room.admin().query_one("SELECT hash FROM redress.accounts", &[]).unwrap().get(0);
    assert!(hash.starts_with("$argon2id$v=19$m=65536,t=3,p=4$"), "{hash}");
    front.sign_in("keeper");
}

#[test]
fn only_the_keeper_makes_accounts_and_everybody_changes_their_own_password() {
    let Some(mut front) = front("accounts::only_the_keeper") else { return };
    let ann = front.person("ann", &[Role::Victim, Role::Counsel]);
    let mut reception = front.reception();
    let add = |reception: &mut Reception<'_>, by, name: &str, typed: &str| {
        code(reception.add_account(by, name, [Role::Victim].into(), typed, &SALT))
    };
    // Of two roles the one that is named first speaks; neither makes accounts.
    assert!(add(&mut reception, &ann, "bob", PASSWORD).starts_with("rights-denied-"));
    assert!(code(reception.list_accounts(&ann)).starts_with("rights-denied-"));
    assert!(code(reception.read_log(&ann, 10)).starts_with("rights-denied-"));
    let keeper = reception.sign_in("keeper", PASSWORD, &SALT).unwrap();
    assert_eq!(add(&mut reception, &keeper, "Ann", PASSWORD), "workbench-account-exists");
    assert_eq!(add(&mut reception, &keeper, "bob", "too short"), "rights-password-short");
    assert_eq!(add(&mut reception, &keeper, "b b", PASSWORD), "rights-name-unfit");
    let none = reception.add_account(&keeper, "bob", [].into(), PASSWORD, &SALT);
    assert_eq!(code(none), "workbench-account-without-role");
    reception.change_password(&ann, "four new boats at dusk", &SALT).unwrap();
    assert_eq!(code(reception.sign_in("ann", PASSWORD, &SALT)), "workbench-sign-in-wrong");
    reception.sign_in("ann", "four new boats at dusk", &SALT).unwrap();
    reception.reset_password(&keeper, "ann", PASSWORD, &SALT).unwrap();
    reception.sign_in("ann", PASSWORD, &SALT).unwrap();
}
