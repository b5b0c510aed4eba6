//! Secrets are in no error, whatever goes wrong, and servers elsewhere are spoken to encrypted or not at all.

use crate::support::{Bytes, Room, bare_room, encrypt, require_password, room};
use redress_base::Refusal;
use redress_conformance::{ACCESS_KEY, BUCKET, SECRET_KEY, digests, shared_s3, told};
use redress_office::{Office, OfficeConfig};
use redress_workbench::ports::Store;
use std::time::Instant;

const PASSWORD: &str = "correct-horse-battery";

/// What a program could show of a refusal.
fn shown(refusal: &Refusal) -> String {
    format!("{refusal} {refusal:?}")
}

fn silent(shown: &str) {
    for secret in [PASSWORD, SECRET_KEY, ACCESS_KEY, "Credential=", "Signature="] {
        assert!(!shown.contains(secret), "{secret} in {shown}");
    }
}

fn configured(room: &Room, database: &str, objects: &str) -> Result<OfficeConfig, Refusal> {
    std::fs::write(room.folder.path().join("password"), format!("{PASSWORD}\n")).unwrap();
    std::fs::write(room.folder.path().join("access-key"), ACCESS_KEY).unwrap();
    std::fs::write(room.folder.path().join("secret-key"), SECRET_KEY).unwrap();
    let path = room.folder.path().join("other.toml");
    let text = format!("[database]\nurl = '{database}'\npassword = {{ file = 'password' }}\n{objects}");
    std::fs::write(&path, text).unwrap();
    OfficeConfig::read(&path)
}

fn s3(endpoint: &str, bucket: &str, secret: &str) -> String {
    format!(
        "[objects.s3]\nendpoint = '{endpoint}'\nregion = 'us-east-1'\nbucket = '{bucket}'\npath_style = true\n\
         access_key = {{ file = 'access-key' }}\nsecret_key = {{ file = '{secret}' }}\n"
    )
}

#[test]
fn a_wrong_password_is_refused_without_showing_it() {
    let Some(room) = bare_room("a wrong password", Bytes::Disk) else { return };
    let (port, database) = (room.cluster.port, &room.database);
    let folder = "[objects]\nfolder = 'objects'\n";
    let url = |user: &str| format!("host=127.0.0.1 port={port} user={user} dbname={database}");
    require_password(room.cluster, "locked", PASSWORD);
    let config = configured(&room, &url("locked"), folder).unwrap();
    silent(&format!("{config:?}"));
    // The right one is let in as far as its rights go.
    let refused = Office::init(&config).unwrap_err();
    assert_eq!(told::<()>(Err(refused)), "Storage database-rights");
    require_password(room.cluster, "locked", "another");
    let refused = Office::init(&config).unwrap_err();
    silent(&shown(&refused));
    assert_eq!(told::<()>(Err(refused)), "Storage database-login");
    let nobody = configured(&room, &format!("host=127.0.0.1 port=1 user=locked dbname={database}"), folder);
    let refused = Office::init(&nobody.unwrap()).unwrap_err();
    silent(&shown(&refused));
    assert_eq!(told::<()>(Err(refused)), "Storage database-unreachable");
}

#[test]
fn a_wrong_key_of_the_object_store_is_refused_without_showing_it() {
    let Some(room) = bare_room("a wrong key", Bytes::S3) else { return };
    let port = shared_s3().unwrap().port;
    let (socket, database) = (room.cluster.socket().display().to_string(), &room.database);
    let url = format!("host={socket} port={} user=redress dbname={database}", room.cluster.port);
    let here = format!("http://127.0.0.1:{port}");
    for (endpoint, bucket, secret, wanted) in [
        (here.as_str(), BUCKET, "secret-key", "done"),
        (here.as_str(), BUCKET, "password", "Storage objects-refused"),
        ("http://127.0.0.1:1", BUCKET, "secret-key", "Storage objects-unreachable"),
    ] {
        let config = configured(&room, &url, &s3(endpoint, bucket, secret)).unwrap();
        silent(&format!("{config:?}"));
        let begun = Instant::now();
        let done = Office::init(&config);
        assert!(begun.elapsed().as_secs() < 10, "tried for too long");
        if let Err(refusal) = &done {
            silent(&shown(refusal));
        }
        assert_eq!(told(done), wanted, "{endpoint} {bucket} {secret}");
    }
}

/// Bytes that do not have the digest they are sent under are refused by the server itself.
#[test]
fn the_server_refuses_bytes_that_are_not_what_they_are_said_to_be() {
    let Some(room) = room("bytes that are not", Bytes::S3) else { return };
    let mut case = room.office().create_case("rd-a", [1; 32]).unwrap();
    let refused = case.put(b"these", &digests(b"those")).unwrap_err();
    silent(&shown(&refused));
    assert_eq!(told::<()>(Err(refused)), "Storage objects-refused");
    assert_eq!(case.objects().unwrap(), []);
    assert_eq!(told(case.open(&digests(b"those").sha256).map(drop)), "Verification object-missing");
}

/// A database that cannot encrypt, at an address that is not this machine's loopback.
#[test]
fn a_database_elsewhere_that_does_not_encrypt_is_left_alone() {
    let Some(room) = bare_room("a database elsewhere", Bytes::Disk) else { return };
    let folder = "[objects]\nfolder = 'objects'\n";
    let listener = std::net::TcpListener::bind(("0.0.0.0", 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    // Everything that reaches the port: a request for TLS and nothing else.
    let heard = std::thread::spawn(move || {
        use std::io::{Read, Write};
        let (mut program, _) = listener.accept().unwrap();
        let mut heard = [0; 8];
        program.read_exact(&mut heard).unwrap();
        program.write_all(b"N").unwrap();
        let mut rest = Vec::new();
        let _ = program.read_to_end(&mut rest);
        (heard, rest)
    });
    // 0.0.0.0 reaches this machine, and is no loopback address: as good as elsewhere.
    let url = format!("host=0.0.0.0 port={port} user=redress dbname=x");
    let refused = Office::init(&configured(&room, &url, folder).unwrap()).unwrap_err();
    silent(&shown(&refused));
    assert_eq!(told::<()>(Err(refused)), "Storage database-unreachable");
    let (heard, rest) = heard.join().unwrap();
    assert_eq!((heard, rest), ([0, 0, 0, 8, 4, 210, 22, 47], vec![]), "no more than the request for TLS");
}

/// A server with a certificate for 127.0.0.1: an office that asks for encryption has it, and judges by name and authority.
#[test]
fn an_encrypted_connection_is_judged_by_its_certificate() {
    let Some(room) = bare_room("an encrypted connection", Bytes::Disk) else { return };
    let certificate = encrypt(room.cluster);
    let (port, database) = (room.cluster.port, &room.database);
    let office = |host: &str, ca: &str| {
        let text = format!(
            "[database]\nurl = 'host={host} port={port} user=redress dbname={database} sslmode=require'\n{ca}\n\
             [objects]\nfolder = 'objects'\n"
        );
        let path = room.folder.path().join("encrypted.toml");
        std::fs::write(&path, text).unwrap();
        Office::init(&OfficeConfig::read(&path).unwrap())
    };
    let ours = format!("ca = '{}'", certificate.display());
    assert_eq!(told(office("127.0.0.1", &ours)), "done");
    // The right authority, another name; then the right name, and authorities that know nothing of it.
    assert_eq!(told(office("localhost", &ours)), "Storage database-unreachable");
    assert_ne!(told(office("127.0.0.1", "")), "done");
    assert_eq!(told(office("127.0.0.1", "ca = 'nowhere.pem'")), "Usage no-certificates");
}
