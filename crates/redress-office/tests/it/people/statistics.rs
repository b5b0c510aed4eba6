//! Statistics over an office: who sees them, what the database shows of them, that a case that lags stops them, and that
//! there is one release for a period.

use super::front::{Front, code, config, front};
use postgres::NoTls;
use redress_base::{Date, Instant, Stamp, TimeSource};
use redress_office::Office;
use redress_rights::{Object, Role, UseCase, row};
use redress_statistics::{Cell, Published, Release};
use redress_store::{Access, SqliteTables};
use redress_workbench::ports::{Figures as _, Roster as _, Store as _};
use redress_workbench::{Clock, Desk, Given, Person, Quiet, WantedRelease};

/// A moment in 2025, by its day of the year.
struct On(i64);

impl Clock for On {
    fn now(&self) -> Stamp {
        Stamp { at: Instant(1_735_689_600 + self.0 * 86_400), source: TimeSource::SystemClock }
    }
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// The year of the cases, as a whole.
fn year() -> WantedRelease {
    WantedRelease {
        from: day("2025-01-01"),
        to: day("2025-12-31"),
        as_of: None,
        by: None,
        threshold: None,
        register: None,
        region: None,
        events: None,
        breaks: None,
        make: true,
    }
}

/// A case that is opened on that day of 2025, through the session of its person.
fn open(front: &mut Front, person: &Person, case_id: &str, on: i64) {
    front.case(person, case_id, Role::Victim);
    let mut store = front.office.acting_for(person).unwrap().case(case_id, Access::Write).unwrap();
    let acting = Some(person.name().as_str());
    let (clock, tables, software) = (&On(on), &SqliteTables, "redress test");
    let mut desk = Desk { store: &mut store, clock, progress: &mut Quiet, tables, software, acting };
    desk.open_case(case_id, "Spring", "").unwrap();
}

/// Seven cases of ann, opened in one month, and a court that is on none of them.
fn seven(front: &mut Front) -> (Person, Person) {
    let ann = front.person("ann", &[Role::Victim]);
    let court = front.person("court", &[Role::DeskCourt]);
    for number in 0..7 {
        open(front, &ann, &format!("rd-{number}"), 40 + number);
    }
    (ann, court)
}

fn release(
    front: &mut Front,
    person: &Person,
    wanted: &WantedRelease,
) -> Result<Given, redress_base::Refusal> {
    let mut figures = front.office.figures_for(person).unwrap();
    front.reception().release(person, &mut figures, wanted, &Published::standard().unwrap())
}

fn opened(release: &Release) -> Cell {
    release.tables.iter().find(|one| one.id == "marks").unwrap().cell("total", "total").unwrap()
}

fn plain(front: &Front, account: &str) -> postgres::Client {
    let (socket, port) = (front.room.cluster.socket().display(), front.room.cluster.port);
    let database = &front.room.database;
    let address = format!("host={socket} port={port} user=plain_{database} dbname={database}");
    let mut plain = postgres::Client::connect(&address, NoTls).unwrap();
    plain.batch_execute(&format!("SET redress.account = '{account}'")).unwrap();
    plain
}

/// docs/rights.md, see-statistics: the three bodies, in the program and in the database.
#[test]
fn the_three_bodies_see_statistics_and_nobody_else() {
    let Some(mut front) = front("statistics::the_three_bodies") else { return };
    let (ann, _) = seven(&mut front);
    let may = row(UseCase::SeeStatistics, Object::Statistics).unwrap();
    let mut seen = 0;
    for role in Role::ALL {
        let person = front.person(&format!("a-{role}"), &[*role]);
        let sees = may.cell(*role) == redress_rights::Cell::Yes;
        let given = release(&mut front, &person, &year());
        assert_eq!(given.is_ok(), sees, "{role}");
        let mut figures = front.office.figures_for(&person).unwrap();
        assert_eq!(front.reception().releases(&person, &mut figures).is_ok(), sees, "{role}");
        // The database asks by itself, whatever the program forgot to ask.
        let mut plain = plain(&front, person.name().as_str());
        let asked = plain.query("SELECT record FROM redress.statistics_records('x')", &[]);
        assert_eq!(asked.is_ok(), sees, "{role}");
        let count: i64 =
            plain.query_one("SELECT count(*) FROM redress.statistics_releases", &[]).unwrap().get(0);
        assert_eq!(count, i64::from(sees), "{role}");
        let insert = "INSERT INTO redress.statistics_releases (at, first_day, last_day, terms, document) \
                      VALUES (0, '1990-01-01', '1990-01-02', '{}', '{}')";
        if !sees {
            assert!(plain.batch_execute(insert).is_err(), "{role}");
        }
        seen += u32::from(sees);
    }
    assert_eq!(seen, 3);
    // A locked account sees nothing any more, in a session that is still open.
    let mut court = plain(&front, "a-desk-court");
    assert!(court.query("SELECT * FROM redress.statistics_records('x')", &[]).is_ok());
    front
        .room
        .admin()
        .batch_execute("UPDATE redress.accounts SET locked = true WHERE name = 'a-desk-court'")
        .unwrap();
    assert!(court.query("SELECT * FROM redress.statistics_records('x')", &[]).is_err());
    // Who is on all of the cases and no body sees none of it.
    assert_eq!(code(release(&mut front, &ann, &year())), "rights-denied-victim");
}

/// What a session of a reader can get out of the database: records without a case, in the order of their own text.
#[test]
fn a_reader_is_never_shown_which_record_is_of_which_case() {
    let Some(mut front) = front("statistics::a_reader_is_never") else { return };
    let (ann, court) = seven(&mut front);
    let maker = redress_workbench::record_maker();
    let mut reader = plain(&front, court.name().as_str());
    for table in ["statistics_rows", "cases", "ledger", "objects", "office_log", "case_marks"] {
        let rows: i64 =
            reader.query_one(&format!("SELECT count(*) FROM redress.{table}"), &[]).unwrap().get(0);
        assert_eq!(rows, 0, "{table}");
    }
    let rows = reader.query("SELECT * FROM redress.statistics_records($1)", &[&maker]).unwrap();
    let names: Vec<&str> = rows[0].columns().iter().map(postgres::Column::name).collect();
    assert_eq!(names, ["record", "lagging"]);
    let records: Vec<String> = rows.iter().filter_map(|row| row.get(0)).collect();
    assert_eq!(records.len(), 7);
    let mut sorted = records.clone();
    sorted.sort();
    assert_eq!(records, sorted);
    for record in &records {
        assert!(!record.contains("rd-") && !record.contains("Spring") && !record.contains("ann"), "{record}");
    }
    // The question leaves the session as it was, where it is answered and where it is refused.
    let steward = "SELECT coalesce(current_setting('redress.steward', true), '')";
    assert_eq!(reader.query_one(steward, &[]).unwrap().get::<_, String>(0), "");
    let mut change = reader.transaction().unwrap();
    change.query("SELECT * FROM redress.statistics_records($1)", &[&maker]).unwrap();
    assert_eq!(change.query_one("SELECT count(*) FROM redress.cases", &[]).unwrap().get::<_, i64>(0), 0);
    drop(change);
    let mut stranger = plain(&front, "nobody");
    assert!(stranger.query("SELECT * FROM redress.statistics_records($1)", &[&maker]).is_err());
    assert_eq!(stranger.query_one(steward, &[]).unwrap().get::<_, String>(0), "");
    // A member writes the row of their own case, and of no other.
    let mut member = plain(&front, ann.name().as_str());
    assert_eq!(
        member.execute("UPDATE redress.statistics_rows SET seq = 1 WHERE case_id = 'rd-1'", &[]).unwrap(),
        1
    );
    assert_eq!(reader.execute("UPDATE redress.statistics_rows SET seq = 1", &[]).unwrap(), 0);
    let forged = "INSERT INTO redress.statistics_rows VALUES ('rd-2', 1, 'x', 'x') \
                  ON CONFLICT (case_id) DO UPDATE SET record = 'x'";
    assert!(reader.batch_execute(forged).is_err());
}

#[test]
fn there_is_one_release_for_a_period_and_it_stays_as_it_was_made() {
    let Some(mut front) = front("statistics::there_is_one_release") else { return };
    let (ann, court) = seven(&mut front);
    let police = front.person("police", &[Role::DeskPolice]);
    let asked = WantedRelease { make: false, ..year() };
    assert_eq!(code(release(&mut front, &court, &asked)), "workbench-no-release");
    let first = release(&mut front, &court, &year()).unwrap();
    assert!(first.fresh);
    assert_eq!(opened(&first.release), Cell::Count { n: 7 });
    // More cases come in; the release stays, for the other bodies too, with --release and without.
    open(&mut front, &ann, "rd-8", 50);
    for wanted in [year(), asked.clone(), WantedRelease { threshold: Some(5), ..asked.clone() }] {
        let again = release(&mut front, &police, &wanted).unwrap();
        assert!(!again.fresh);
        assert_eq!(
            serde_json::to_string(&again.release).unwrap(),
            serde_json::to_string(&first.release).unwrap()
        );
    }
    let others = [
        WantedRelease { threshold: Some(6), ..year() },
        WantedRelease { as_of: Some(day("2025-12-31")), ..year() },
        WantedRelease { by: Some(redress_statistics::By::Month), ..year() },
        WantedRelease { register: Some("another".to_owned()), ..year() },
        WantedRelease { region: Some("here".to_owned()), ..year() },
        WantedRelease {
            breaks: Some(
                redress_statistics::read_breaks("b", "[[break]]\ntable='marks'\non='2025-02-01'\nreason='x'")
                    .unwrap(),
            ),
            ..year()
        },
    ];
    for other in others {
        assert_eq!(code(release(&mut front, &court, &other)), "workbench-release-other", "{other:?}");
    }
    for (from, to) in
        [("2025-01-01", "2025-06-30"), ("2024-12-01", "2025-01-01"), ("2025-12-31", "2026-01-15")]
    {
        let other = WantedRelease { from: day(from), to: day(to), ..year() };
        assert_eq!(code(release(&mut front, &court, &other)), "workbench-release-overlaps", "{from}");
    }
    // Before it there is room, and beside it nothing is given away.
    let before = WantedRelease { from: day("2024-01-01"), to: day("2024-12-31"), ..year() };
    assert_eq!(opened(&release(&mut front, &court, &before).unwrap().release), Cell::Count { n: 0 });
    // The database holds it too.
    let mut admin = front.room.admin();
    let insert = "INSERT INTO redress.statistics_releases (at, first_day, last_day, terms, document) \
                  VALUES (0, '2025-03-01', '2025-03-02', '{}', '{}')";
    assert!(admin.batch_execute(insert).is_err());
    for sql in
        ["UPDATE redress.statistics_releases SET document = ''", "DELETE FROM redress.statistics_releases"]
    {
        assert!(admin.batch_execute(sql).is_err(), "{sql}");
    }
    // Who made it when with what stands in the log, in the same transaction.
    let lines = front.roster.read_log(true, 100).unwrap();
    let made: Vec<_> = lines.iter().filter(|line| line.release.is_some()).collect();
    assert_eq!(made.len(), 2);
    let terms = made[1].release.as_ref().unwrap();
    assert_eq!((made[1].by.as_deref(), made[1].act.as_str()), (Some("court"), "see-statistics"));
    assert_eq!((terms.from, terms.to, terms.threshold), (day("2025-01-01"), day("2025-12-31"), 5));
}

#[test]
fn a_release_is_of_days_that_are_over_and_withholds_at_least_below_five() {
    let Some(mut front) = front("statistics::a_release_is_of_days") else { return };
    let (_, court) = seven(&mut front);
    let refused = [
        (WantedRelease { threshold: Some(4), ..year() }, "workbench-threshold-low"),
        (WantedRelease { to: day("2999-12-31"), ..year() }, "workbench-release-early"),
        (WantedRelease { as_of: Some(day("2025-06-30")), ..year() }, "workbench-release-early"),
        (WantedRelease { as_of: Some(day("2999-12-31")), ..year() }, "workbench-as-of-ahead"),
        (WantedRelease { from: day("2026-01-01"), ..year() }, "statistics-days-backwards"),
    ];
    for (wanted, told) in refused {
        assert_eq!(code(release(&mut front, &court, &wanted)), told);
    }
    assert_eq!(front.count("SELECT count(*) FROM redress.statistics_releases"), 0);
    // Four cases are fewer than five.
    let ann = front.sign_in("ann");
    for number in 0..4 {
        open(&mut front, &ann, &format!("rd-late-{number}"), -300 + number);
    }
    let before = WantedRelease { from: day("2024-01-01"), to: day("2024-12-31"), ..year() };
    assert_eq!(opened(&release(&mut front, &court, &before).unwrap().release), Cell::Withheld);
}

/// A case whose record was not made up to its last entry stops every release: none leaves it out, none counts it as it was.
#[test]
fn a_case_that_lags_stops_every_release_until_it_is_counted() {
    let Some(mut front) = front("statistics::a_case_that_lags") else { return };
    let (ann, court) = seven(&mut front);
    let keeper = front.sign_in("keeper");
    assert_eq!(front.office.lagging().unwrap(), 0, "an append counts in its own transaction");
    let mut admin = front.room.admin();
    let lag = |admin: &mut postgres::Client, sql: &str| admin.batch_execute(sql).unwrap();
    for (sql, lagging, told) in [
        ("UPDATE redress.statistics_rows SET maker = 'an older one'", 7, "workbench-counts-lag"),
        ("UPDATE redress.statistics_rows SET seq = 99 WHERE case_id = 'rd-1'", 1, "workbench-counts-lag-few"),
        ("DELETE FROM redress.statistics_rows WHERE case_id = 'rd-1'", 1, "workbench-counts-lag-few"),
    ] {
        lag(&mut admin, sql);
        assert_eq!(front.office.lagging().unwrap(), lagging, "{sql}");
        let refused = release(&mut front, &court, &year()).unwrap_err();
        assert_eq!(refused.finding.code, told);
        assert!(!format!("{refused}").contains("rd-"), "{refused}");
        // The number of few cases is not told.
        assert_eq!(refused.finding.args.contains_key("count"), lagging >= 5);
        // Of a court that is on no case, nothing is counted anew.
        front.reception().recounts(&court).unwrap();
        assert_eq!(front.office.acting_for(&court).unwrap().recount(&mut Quiet).unwrap().counted, 0);
        let own = front.office.acting_for(&ann).unwrap().recount(&mut Quiet).unwrap();
        assert_eq!((own.counted, own.busy, own.unread.len()), (lagging, 0, 0));
    }
    lag(&mut admin, "DELETE FROM redress.statistics_rows");
    let held = front.office.acting_for(&ann).unwrap().case("rd-3", Access::Write).unwrap();
    front.reception().recounts(&keeper).unwrap();
    let done = front.office.recount(&mut Quiet).unwrap();
    assert_eq!((done.counted, done.busy), (6, 1));
    drop(held);
    assert_eq!(front.office.recount(&mut Quiet).unwrap().counted, 1);
    assert_eq!(opened(&release(&mut front, &court, &year()).unwrap().release), Cell::Count { n: 7 });
    let auditor = front.person("eve", &[Role::Auditor]);
    assert_eq!(code(front.reception().recounts(&auditor)), "rights-denied-auditor");
}

/// A case that nobody can count is in all the same; it lags, and says so.
#[test]
fn a_case_that_cannot_be_counted_takes_entries_and_lags() {
    let Some(mut front) = front("statistics::a_case_that_cannot") else { return };
    let (ann, court) = seven(&mut front);
    front.case(&ann, "rd-odd", Role::Victim);
    assert_eq!(front.office.lagging().unwrap(), 0, "nothing has happened in it yet");
    let mut odd = front.office.acting_for(&ann).unwrap().case("rd-odd", Access::Write).unwrap();
    redress_conformance::append(&mut odd, "no entry of ours").unwrap();
    assert_eq!(odd.ledger().unwrap().len(), 1);
    drop(odd);
    assert_eq!(front.office.lagging().unwrap(), 1);
    assert_eq!(code(release(&mut front, &court, &year())), "workbench-counts-lag-few");
    let done = front.office.acting_for(&ann).unwrap().recount(&mut Quiet).unwrap();
    assert_eq!(done.unread.len(), 1);
    assert_eq!(done.unread[0].case_id, "rd-odd");
}

/// Of two bodies that make a release of one period at once, one makes it, and both get it.
#[test]
fn two_that_make_a_release_at_once_make_one() {
    let Some(mut front) = front("statistics::two_that_make") else { return };
    let (_, court) = seven(&mut front);
    let config = config(&front.room, &format!("plain_{}", front.room.database));
    let one = |threshold: u64| {
        let office = Office::open(&config).unwrap();
        let (mut roster, mut figures) = (office.roster(), office.figures_for(&court).unwrap());
        let clock = super::front::Now(0);
        let mut reception = redress_workbench::Reception { roster: &mut roster, clock: &clock };
        let wanted = WantedRelease { threshold: Some(threshold), ..year() };
        reception.release(&court, &mut figures, &wanted, &Published::standard().unwrap())
    };
    let answers: Vec<_> = std::thread::scope(|scope| {
        let started: Vec<_> = [5, 6, 5, 6].map(|threshold| scope.spawn(move || one(threshold))).into();
        started.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert_eq!(answers.iter().flatten().filter(|given| given.fresh).count(), 1);
    assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 2, "{answers:?}");
    assert_eq!(front.count("SELECT count(*) FROM redress.statistics_releases"), 1);
    let mut figures = front.office.figures_for(&court).unwrap();
    assert_eq!(figures.releases(court.name(), None).unwrap().len(), 1);
}
