//! Both servers over TLS with certificates that are good, of another authority, for another name, and out of date; and an
//! object store that is full or too busy.

use crate::front::{Authority, Certificate, Front};
use crate::support::say;
use redress_base::Refusal;
use redress_conformance::{ACCESS_KEY, BUCKET, Cluster, SECRET_KEY, append, digests, told};
use redress_office::{Office, OfficeConfig};
use redress_store::Access;
use redress_words::{Language, Words};
use redress_workbench::ports::Store;
use std::io::Read;
use std::path::Path;
use std::sync::atomic::Ordering;
use std::time::Instant;

const LONG_AGO: &str = "20200101000000Z";
const YESTERYEAR: &str = "20210101000000Z";
const LATER: &str = "20991231000000Z";

/// A place for configurations, with the keys of the object store in it.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("access-key"), ACCESS_KEY).unwrap();
    std::fs::write(folder.path().join("secret-key"), SECRET_KEY).unwrap();
    folder
}

fn write(folder: &Path, database: &str, objects: &str) -> OfficeConfig {
    let path = folder.join("office.toml");
    std::fs::write(&path, format!("[database]\n{database}\n{objects}")).unwrap();
    OfficeConfig::read(&path).unwrap()
}

fn s3(endpoint: &str, ca: &str, prefix: &str) -> String {
    format!(
        "[objects.s3]\nendpoint = '{endpoint}'\nregion = 'us-east-1'\nbucket = '{BUCKET}'\nprefix = '{prefix}'\n\
         path_style = true\naccess_key = {{ file = 'access-key' }}\nsecret_key = {{ file = 'secret-key' }}\n{ca}\n"
    )
}

fn socket(cluster: &Cluster, database: &str) -> String {
    let (host, port) = (cluster.socket().display(), cluster.port);
    format!("url = 'host={host} port={port} user=redress dbname={database}'")
}

/// The refusal in English, with its advice.
fn said(refusal: &Refusal) -> String {
    let said = Words::new(Language::En).finding(&refusal.finding);
    format!("{} {}", said.sentence, said.advice.unwrap_or_default())
}

/// The four certificates that a server may show.
fn certificates(folder: &Path) -> (Authority, [Certificate; 3], Authority) {
    let ours = Authority::new(&folder.join("ours"));
    let good = ours.sign("good", "IP:127.0.0.1", LONG_AGO, LATER);
    let expired = ours.sign("expired", "IP:127.0.0.1", LONG_AGO, YESTERYEAR);
    let early = ours.sign("early", "IP:127.0.0.1", "20980101000000Z", LATER);
    (ours, [good, expired, early], Authority::new(&folder.join("other")))
}

#[test]
fn an_object_store_over_tls_is_judged_by_its_certificate() {
    let test = "an_object_store_over_tls_is_judged_by_its_certificate";
    let folder = folder();
    let (ours, [good, expired, early], other) = certificates(folder.path());
    let (Some(cluster), Some(front)) = (redress_conformance::shared_cluster(), Front::new(Some(&good)))
    else {
        return say(&format!("SKIPPED {test} (no PostgreSQL or no s3s-fs here)"));
    };
    let [out_of_date, not_yet] = [&expired, &early].map(|one| Front::new(Some(one)).unwrap());
    let database = cluster.database();
    let init = |host: &str, port: u16, ca: &Path| {
        let ca = format!("ca = '{}'", ca.display());
        let objects = s3(&format!("https://{host}:{port}"), &ca, &format!("tls/{database}"));
        Office::init(&write(folder.path(), &socket(cluster, &database), &objects))
    };
    // Another authority, another name, out of date, not valid yet: refused before anything is sent, and at once.
    for (host, port, ca) in [
        ("127.0.0.1", front.port, other.file()),
        ("localhost", front.port, ours.file()),
        ("127.0.0.1", out_of_date.port, ours.file()),
        ("127.0.0.1", not_yet.port, ours.file()),
    ] {
        let begun = Instant::now();
        let refused = init(host, port, &ca).unwrap_err();
        assert!(said(&refused).contains("certificate"), "{host}: {}", said(&refused));
        assert_eq!(told::<()>(Err(refused)), "Storage objects-certificate", "{host}:{port}");
        assert!(begun.elapsed().as_secs() < 10, "tried again what cannot get better");
    }
    let nowhere = folder.path().join("nowhere.pem");
    assert_eq!(told(init("127.0.0.1", front.port, &nowhere)), "Usage no-certificates");
    // The right one: an office is set up, and bytes go up and come down.
    assert_eq!(told(init("127.0.0.1", front.port, &ours.file())), "done");
    let ca = format!("ca = '{}'", ours.file().display());
    let objects = s3(&format!("https://127.0.0.1:{}", front.port), &ca, &format!("tls/{database}"));
    let office = Office::open(&write(folder.path(), &socket(cluster, &database), &objects)).unwrap();
    let mut case = office.create_case("rd-a", [1; 32]).unwrap();
    case.put(b"over TLS", &digests(b"over TLS")).unwrap();
    let mut read = Vec::new();
    case.open(&digests(b"over TLS").sha256).unwrap().read_to_end(&mut read).unwrap();
    assert_eq!(read, b"over TLS");
}

/// A server of its own, since its certificate changes.
#[test]
fn a_database_over_tls_is_judged_by_its_certificate() {
    let test = "a_database_over_tls_is_judged_by_its_certificate";
    let Some(cluster) = Cluster::start() else {
        return say(&format!("SKIPPED {test} (no PostgreSQL here)"));
    };
    let folder = folder();
    let (ours, [good, expired, early], other) = certificates(folder.path());
    let database = cluster.database();
    let init = |host: &str, ca: &Path| {
        let url = format!(
            "url = 'host={host} port={} user=redress dbname={database} sslmode=require'",
            cluster.port
        );
        let place = format!("{url}\nca = '{}'", ca.display());
        Office::init(&write(folder.path(), &place, "[objects]\nfolder = 'objects'\n"))
    };
    for (certificate, host, ca, wanted) in [
        (&good, "127.0.0.1", ours.file(), "done"),
        (&good, "localhost", ours.file(), "Storage database-unreachable"),
        (&good, "127.0.0.1", other.file(), "Storage database-unreachable"),
        (&expired, "127.0.0.1", ours.file(), "Storage database-unreachable"),
        (&early, "127.0.0.1", ours.file(), "Storage database-unreachable"),
        (&good, "127.0.0.1", ours.file(), "done"),
    ] {
        crate::support::certify(&cluster, certificate);
        let done = init(host, &ca);
        if let Err(refused) = &done {
            assert!(said(refused).contains("certificate"), "{host}: {}", said(refused));
        }
        assert_eq!(told(done), wanted, "{host} {} {}", certificate.chain.display(), ca.display());
    }
}

/// 507: the store is full. 503: it is too busy, and is asked again a few times. Either way the bytes are not there, the
/// entry that would name them is not made, and when there is room again the same case goes on.
#[test]
fn an_object_store_that_is_full_or_busy_is_one_refusal_and_the_case_goes_on() {
    let test = "an_object_store_that_is_full_or_busy_is_one_refusal_and_the_case_goes_on";
    let (Some(cluster), Some(front)) = (redress_conformance::shared_cluster(), Front::new(None)) else {
        return say(&format!("SKIPPED {test} (no PostgreSQL or no s3s-fs here)"));
    };
    let folder = folder();
    let database = cluster.database();
    let objects = s3(&format!("http://127.0.0.1:{}", front.port), "", &format!("full/{database}"));
    let config = write(folder.path(), &socket(cluster, &database), &objects);
    Office::init(&config).unwrap();
    let office = Office::open(&config).unwrap();
    let mut case = office.create_case("rd-a", [1; 32]).unwrap();
    append(&mut case, "kept").unwrap();
    let (small, large) = (b"small".to_vec(), vec![3_u8; 9 << 20]);
    for (status, tries, code) in [(507, 1, "objects-full"), (503, 4, "objects-busy")] {
        front.answer(status);
        let before = front.answered.load(Ordering::SeqCst);
        let refused = case.put(&small, &digests(&small)).unwrap_err();
        assert_eq!(front.answered.load(Ordering::SeqCst) - before, tries, "{status}");
        let words = said(&refused);
        assert!(words.contains(&status.to_string()) && words.contains("Nothing was added"), "{words}");
        assert_eq!(told::<()>(Err(refused)), format!("Storage {code}"));
        let refused = case.put_stream(&mut large.as_slice(), &mut |_| {}).map(drop);
        assert_eq!(told(refused), format!("Storage {code}"));
        assert_eq!(case.objects().unwrap(), []);
        // The ledger does not need the object store.
        append(&mut case, &format!("beside {status}")).unwrap();
    }
    front.answer(0);
    case.put(&small, &digests(&small)).unwrap();
    case.put_stream(&mut large.as_slice(), &mut |_| {}).unwrap();
    drop(case);
    let case = office.case("rd-a", Access::Read).unwrap();
    assert_eq!((case.ledger().unwrap().len(), case.objects().unwrap().len()), (3, 2));
    let mut read = Vec::new();
    case.open(&digests(&large).sha256).unwrap().read_to_end(&mut read).unwrap();
    assert_eq!(read, large);
}
