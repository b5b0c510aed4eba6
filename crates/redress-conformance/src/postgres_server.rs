//! A real PostgreSQL for the tests of one process: made with `initdb` in a folder of its own, on a loopback
//! port and a socket, and gone with the process, however that ends.

use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

/// A running database server.
pub struct Cluster {
    bin: PathBuf,
    folder: PathBuf,
    /// Where it listens, on the loopback address.
    pub port: u16,
    databases: AtomicU32,
    /// How long a file of the server may grow, in blocks of 512 bytes; 0: as long as the disk has room.
    longest: AtomicU32,
    // Its input ends with this process; then it stops the server and clears up.
    _watch: Child,
}

/// The database server of this process, started at the first call; `None` where there is no PostgreSQL here.
pub fn shared_cluster() -> Option<&'static Cluster> {
    static SHARED: OnceLock<Option<Cluster>> = OnceLock::new();
    SHARED.get_or_init(Cluster::start).as_ref()
}

/// The programs of the server: on the path, or where Debian puts them, the newest version first.
fn programs() -> Option<PathBuf> {
    let on_path = std::env::var_os("PATH").map(|path| std::env::split_paths(&path).collect::<Vec<_>>());
    let mut found = on_path.unwrap_or_default();
    let mut debian: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .map(|names| names.filter_map(|name| Some(name.ok()?.path().join("bin"))).collect())
        .unwrap_or_default();
    debian.sort();
    debian.reverse();
    found.extend(debian);
    let whole = |bin: &PathBuf| {
        ["initdb", "pg_ctl", "postgres", "createdb", "psql"].iter().all(|name| bin.join(name).is_file())
    };
    // A link on the path is followed, so that the programs find each other.
    let real = |bin: PathBuf| bin.join("initdb").canonicalize().ok()?.parent().map(Path::to_path_buf);
    found.into_iter().find(whole).and_then(real)
}

/// Runs a program as somebody who is not root, whom PostgreSQL refuses to serve.
fn unprivileged(program: &Path) -> Command {
    if !is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("runuser");
    command.args(["-u", "postgres", "--"]).arg(program);
    command
}

fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|meta| meta.uid() == 0)
}

fn run(mut command: Command) {
    let done = command.stdin(Stdio::null()).output().unwrap();
    assert!(done.status.success(), "{command:?}: {}", String::from_utf8_lossy(&done.stderr));
}

pub(crate) fn free_port() -> u16 {
    std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port()
}

impl Cluster {
    /// Starts one; `None` where there is no PostgreSQL here.
    pub fn start() -> Option<Cluster> {
        let bin = programs()?;
        let folder = tempfile::Builder::new().prefix("redress-pg-").tempdir().unwrap().keep();
        std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o755)).unwrap();
        if is_root() {
            let mut chown = Command::new("chown");
            chown.arg("postgres").arg(&folder);
            run(chown);
        }
        let mut initdb = unprivileged(&bin.join("initdb"));
        initdb.arg("-D").arg(folder.join("data"));
        initdb.args(["-U", "redress", "--auth=trust", "-E", "UTF8", "--locale=C", "--no-sync"]);
        run(initdb);
        // The shell outlives this process by the moment that it takes to stop the server.
        let script =
            r#"trap '' TERM INT HUP; read -r _; "$0" "$@" >/dev/null 2>&1; rm -rf "$REDRESS_FOLDER""#;
        let stop = unprivileged(&bin.join("pg_ctl"));
        let watch = Command::new("sh")
            .args(["-c", script])
            .arg(stop.get_program())
            .args(stop.get_args())
            .arg("-D")
            .arg(folder.join("data"))
            .args(["-m", "immediate", "stop"])
            .env("REDRESS_FOLDER", &folder)
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        let cluster = Cluster {
            bin,
            folder,
            port: free_port(),
            databases: AtomicU32::new(0),
            longest: AtomicU32::new(0),
            _watch: watch,
        };
        cluster.control(&["start"]);
        Some(cluster)
    }

    fn control(&self, action: &[&str]) {
        assert!(self.controlled(action), "{action:?}");
    }

    fn controlled(&self, action: &[&str]) -> bool {
        let inner = unprivileged(&self.bin.join("pg_ctl"));
        let mut control = match self.longest.load(Ordering::Relaxed) {
            0 => inner,
            // Of the shell, and of everything that it starts. PostgreSQL ignores the signal that goes with it.
            blocks => {
                let mut shell = Command::new("sh");
                shell.args(["-c", &format!("ulimit -f {blocks}; exec \"$0\" \"$@\"")]);
                shell.arg(inner.get_program()).args(inner.get_args());
                shell
            }
        };
        control.arg("-D").arg(self.folder.join("data")).arg("-w").arg("-s");
        control.arg("-l").arg(self.folder.join("log"));
        let options =
            format!("-k {} -h 127.0.0.1 -p {} -c max_connections=200", self.folder.display(), self.port);
        control.arg("-o").arg(options).args(action);
        // The server inherits these, and would keep a pipe open for as long as it runs.
        control.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        control.status().unwrap().success()
    }

    /// Starts the server again, whether it runs, was ended by what happened to it, or could not come up.
    pub fn start_again(&self) {
        self.controlled(&["-m", "immediate", "stop"]);
        self.control(&["start"]);
    }

    /// Lets no file of the server grow beyond so many blocks of 512 bytes, or any (0). A server that cannot make a file
    /// longer is as good as one whose disk is full, and needs no disk of its own.
    pub fn limit_files(&self, blocks: u32) {
        self.longest.store(blocks, Ordering::Relaxed);
        self.start_again();
    }

    /// Ends the server as a crash would, without a checkpoint, and starts it again.
    pub fn crash(&self) {
        self.control(&["-m", "immediate", "stop"]);
        self.control(&["start"]);
    }

    /// The folder of the socket.
    pub fn socket(&self) -> &Path {
        &self.folder
    }

    /// A new database, by its name.
    pub fn database(&self) -> String {
        let name = format!("office_{}", self.databases.fetch_add(1, Ordering::Relaxed));
        let mut create = Command::new(self.bin.join("createdb"));
        create.arg("-h").arg(self.socket()).args(["-p", &self.port.to_string(), "-U", "redress", &name]);
        run(create);
        name
    }

    /// Runs SQL as the owner of everything, around whatever is tested.
    pub fn sql(&self, database: &str, sql: &str) {
        let mut psql = Command::new(self.bin.join("psql"));
        psql.arg("-h").arg(self.socket()).args(["-p", &self.port.to_string(), "-U", "redress", database]);
        psql.args(["-q", "-v", "ON_ERROR_STOP=1", "-c", sql]);
        run(psql);
    }

    /// A session of the console as whoever owns the cluster, which stays open: what is written to it is done line by line,
    /// and a transaction that it began lasts until it ends it.
    pub fn console(&self, database: &str) -> std::process::Child {
        let mut psql = Command::new(self.bin.join("psql"));
        psql.arg("-h").arg(self.socket()).args(["-p", &self.port.to_string(), "-U", "redress", database]);
        psql.args(["-q", "-A", "-t", "-v", "ON_ERROR_STOP=1"]);
        psql.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped());
        psql.spawn().unwrap()
    }
}
