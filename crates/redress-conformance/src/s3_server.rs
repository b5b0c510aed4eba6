//! A real S3-compatible server for the tests of one process: `s3s-fs`, which checks signatures and
//! checksums, on a loopback port, and gone with the process, however that ends.

use crate::postgres_server::free_port;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// Who may use it.
pub const ACCESS_KEY: &str = "AKREDRESSOFFICE";
/// The secret of that key.
pub const SECRET_KEY: &str = "a-secret-that-nobody-may-see";
/// The one bucket.
pub const BUCKET: &str = "office-cases";

/// A running object store.
pub struct S3Server {
    folder: PathBuf,
    /// Where it listens, on the loopback address.
    pub port: u16,
    _watch: Child,
}

/// The object store of this process, started at the first call; `None` where there is none here.
pub fn shared_s3() -> Option<&'static S3Server> {
    static SHARED: OnceLock<Option<S3Server>> = OnceLock::new();
    SHARED.get_or_init(S3Server::start).as_ref()
}

/// Where `./test` has put the peers, or on the path.
fn program() -> Option<PathBuf> {
    let peers = std::env::var_os("REDRESS_PEERS").map(PathBuf::from);
    let path = std::env::var_os("PATH").map(|path| std::env::split_paths(&path).collect::<Vec<_>>());
    let folders = peers.into_iter().chain(path.unwrap_or_default());
    folders.map(|folder| folder.join("s3s-fs")).find(|program| program.is_file())
}

impl S3Server {
    fn start() -> Option<S3Server> {
        let program = program()?;
        let folder = tempfile::Builder::new().prefix("redress-s3-").tempdir().unwrap().keep();
        std::fs::create_dir(folder.join(BUCKET)).unwrap();
        let port = free_port();
        let script = r#"trap '' TERM INT HUP; "$0" "$@" >/dev/null 2>&1 & server=$!; read -r _; kill -9 $server; rm -rf "$REDRESS_FOLDER""#;
        let watch = Command::new("sh")
            .args(["-c", script])
            .arg(program)
            .args(["--host", "127.0.0.1", "--port", &port.to_string()])
            .args(["--access-key", ACCESS_KEY, "--secret-key", SECRET_KEY])
            .arg(&folder)
            .env("REDRESS_FOLDER", &folder)
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        let begun = Instant::now();
        while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(begun.elapsed() < Duration::from_secs(20), "the S3 server does not answer");
            std::thread::sleep(Duration::from_millis(10));
        }
        Some(S3Server { folder, port, _watch: watch })
    }

    /// Where the bytes of a key lie on the disk.
    pub fn file(&self, key: &str) -> PathBuf {
        self.folder.join(BUCKET).join(key)
    }
}
