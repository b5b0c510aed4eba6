//! An office for a test: its configuration file, and what a test has to know about it.

use redress_conformance::{ACCESS_KEY, BUCKET, Cluster, S3Server, SECRET_KEY, shared_cluster, shared_s3};
use redress_office::{Office, OfficeConfig};
use std::io::Write;
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;
use std::process::Command;

/// Where the bytes of a test's office lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bytes {
    Disk,
    S3,
}

/// One line that is seen also where the test passes: what it skipped, or what it counted.
pub(crate) fn say(words: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "\n{words}").unwrap();
    out.flush().unwrap();
}

/// A plain connection to a database, around everything of ours.
fn admin(cluster: &Cluster, database: &str) -> postgres::Client {
    let (host, port) = (cluster.socket().display(), cluster.port);
    let address = format!("host={host} port={port} user=redress dbname={database}");
    postgres::Client::connect(&address, postgres::NoTls).unwrap()
}

/// Makes a role that has to give this password over TCP; others are let in as they are.
pub(crate) fn require_password(cluster: &Cluster, role: &str, password: &str) {
    let mut console = admin(cluster, "postgres");
    let made = format!("DROP ROLE IF EXISTS {role}; CREATE ROLE {role} LOGIN PASSWORD '{password}'");
    console.batch_execute(&made).unwrap();
    let file: String = console.query_one("SHOW hba_file", &[]).unwrap().get(0);
    let rule = format!("host all {role} 127.0.0.1/32 scram-sha-256\n");
    let text = std::fs::read_to_string(&file).unwrap();
    if !text.starts_with(&rule) {
        std::fs::write(&file, rule + &text).unwrap();
    }
    let loaded = || -> String {
        admin(cluster, "postgres").query_one("SELECT pg_conf_load_time()::text", &[]).unwrap().get(0)
    };
    let before = loaded();
    console.execute("SELECT pg_reload_conf()", &[]).unwrap();
    // The server reads it again in its own time.
    let read = (0..500).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(10));
        loaded() != before
    });
    assert!(read, "the server did not read its rules again");
}

/// Lets the server encrypt, with a certificate for its loopback address alone, and gives that certificate.
pub(crate) fn encrypt(cluster: &Cluster) -> PathBuf {
    let [key, certificate] = ["server.key", "server.crt"].map(|name| cluster.socket().join(name));
    let made = Command::new("openssl")
        .args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"])
        .args(["-days", "2", "-subj", "/CN=office", "-addext", "subjectAltName=IP:127.0.0.1"])
        .args(["-addext", "basicConstraints=critical,CA:FALSE", "-keyout"])
        .arg(&key)
        .arg("-out")
        .arg(&certificate)
        .output()
        .unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    // The server reads a key only if it is its own.
    let owner = std::fs::metadata(cluster.socket()).unwrap();
    std::os::unix::fs::chown(&key, Some(owner.uid()), Some(owner.gid())).unwrap();
    let mut console = admin(cluster, "postgres");
    for setting in [
        format!("ALTER SYSTEM SET ssl_key_file = '{}'", key.display()),
        format!("ALTER SYSTEM SET ssl_cert_file = '{}'", certificate.display()),
        "ALTER SYSTEM SET ssl = on".to_owned(),
        "SELECT pg_reload_conf()".to_owned(),
    ] {
        console.batch_execute(&setting).unwrap();
    }
    let on = (0..500).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(10));
        admin(cluster, "postgres").query_one("SHOW ssl", &[]).unwrap().get::<_, String>(0) == "on"
    });
    assert!(on, "the server did not read its settings again");
    certificate
}

/// Lets the server show this certificate from now on.
pub(crate) fn certify(cluster: &Cluster, certificate: &crate::front::Certificate) {
    let mut console = admin(cluster, "postgres");
    let owner = std::fs::metadata(cluster.socket()).unwrap();
    for (from, name, setting) in
        [(&certificate.chain, "shown.crt", "ssl_cert_file"), (&certificate.key, "shown.key", "ssl_key_file")]
    {
        let to = cluster.socket().join(name);
        // The server reads a key only if it is its own, and nobody else's to read.
        std::fs::copy(from, &to).unwrap();
        std::fs::set_permissions(&to, std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
        std::os::unix::fs::chown(&to, Some(owner.uid()), Some(owner.gid())).unwrap();
        console.batch_execute(&format!("ALTER SYSTEM SET {setting} = '{}'", to.display())).unwrap();
    }
    console.batch_execute("ALTER SYSTEM SET ssl = on").unwrap();
    let loaded = || -> String {
        admin(cluster, "postgres").query_one("SELECT pg_conf_load_time()::text", &[]).unwrap().get(0)
    };
    let before = loaded();
    console.batch_execute("SELECT pg_reload_conf()").unwrap();
    let read = (0..1_000).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(10));
        loaded() != before
    });
    assert!(read, "the server did not read its settings again");
}

/// A configured office that is set up, in a database of its own.
pub(crate) struct Room {
    pub(crate) folder: tempfile::TempDir,
    pub(crate) cluster: &'static Cluster,
    pub(crate) s3: Option<&'static S3Server>,
    pub(crate) database: String,
}

/// A room with an office, or `None` after saying why it was skipped.
pub(crate) fn room(test: &str, bytes: Bytes) -> Option<Room> {
    let room = bare_room(test, bytes)?;
    Office::init(&room.config()).unwrap();
    Some(room)
}

/// The same before anything is set up.
pub(crate) fn bare_room(test: &str, bytes: Bytes) -> Option<Room> {
    let Some(cluster) = shared_cluster() else {
        say(&format!("SKIPPED {test} (no PostgreSQL here)"));
        return None;
    };
    let s3 = if bytes == Bytes::S3 { shared_s3() } else { None };
    if bytes == Bytes::S3 && s3.is_none() {
        say(&format!("SKIPPED {test} (no s3s-fs here)"));
        return None;
    }
    let room = Room { folder: tempfile::tempdir().unwrap(), cluster, s3, database: cluster.database() };
    let at = format!("host={} port={}", cluster.socket().display(), cluster.port);
    room.write("office.toml", &at);
    Some(room)
}

impl Room {
    /// Writes a configuration that reaches the database at `at`.
    pub(crate) fn write(&self, name: &str, at: &str) -> PathBuf {
        let objects = match self.s3 {
            None => "[objects]\nfolder = 'objects'\n".to_owned(),
            Some(s3) => {
                let port = s3.port;
                let secret = |name: &str, text: &str| {
                    std::fs::write(self.folder.path().join(name), format!("{text}\n")).unwrap();
                };
                secret("access-key", ACCESS_KEY);
                secret("secret-key", SECRET_KEY);
                format!(
                    "[objects.s3]\nendpoint = 'http://127.0.0.1:{port}'\nregion = 'us-east-1'\n\
                     bucket = '{BUCKET}'\nprefix = '{}'\npath_style = true\n\
                     access_key = {{ file = 'access-key' }}\nsecret_key = {{ file = 'secret-key' }}\n",
                    self.prefix(),
                )
            }
        };
        let path = self.folder.path().join(name);
        let database = &self.database;
        let text = format!("[database]\nurl = '{at} user=redress dbname={database}'\n{objects}");
        std::fs::write(&path, text).unwrap();
        path
    }

    fn prefix(&self) -> String {
        format!("offices/{}", self.database)
    }

    pub(crate) fn config_file(&self) -> PathBuf {
        self.folder.path().join("office.toml")
    }

    pub(crate) fn config(&self) -> OfficeConfig {
        OfficeConfig::read(&self.config_file()).unwrap()
    }

    pub(crate) fn office(&self) -> Office {
        Office::open(&self.config()).unwrap()
    }

    /// A connection around everything of ours.
    pub(crate) fn admin(&self) -> postgres::Client {
        admin(self.cluster, &self.database)
    }

    /// Where the bytes of an object lie.
    pub(crate) fn object(&self, case_id: &str, digest: &redress_base::Sha256) -> PathBuf {
        let digest = digest.to_string();
        let key = format!("{case_id}/{}/{}", &digest[..2], &digest[2..]);
        match self.s3 {
            None => self.folder.path().join("objects").join(key),
            Some(s3) => s3.file(&format!("{}/{key}", self.prefix())),
        }
    }
}
