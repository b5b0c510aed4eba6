//! `redress serve`: the workbench in a browser, on this computer.

use super::{Session, path, text};
use crate::documents::Serving;
use crate::shelf::FolderShelf;
use crate::shelf_office::OfficeShelf;
use crate::stop::Asks;
use clap::ArgMatches;
use redress_base::{Finding, Refusal};
use redress_web::{Holder, Library, Limits, Server, Setup, Tls};
use std::io::{BufRead as _, IsTerminal as _, Write as _};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Answers until it is stopped.
pub(crate) fn run(session: &Session<'_>, own: &ArgMatches) -> Result<(), Refusal> {
    let place = place(own)?;
    let pace = own.get_one::<u32>("pace").copied();
    let limits = pace.map_or_else(Limits::default, |pace| Limits { pace, ..Limits::default() });
    let browser = !own.get_flag("no-browser");
    if let Some(config) = own.get_one::<PathBuf>("office-file") {
        return answer(session, Arc::new(OfficeShelf::open(config.clone())?), place, limits, browser);
    }
    let folder = path(own, "cabinet")?;
    let cosigner = own.get_one::<PathBuf>("cosign-with");
    let shelf = shelf(session, &folder, cosigner.map(PathBuf::as_path))?;
    if shelf.cosigner_exposed() {
        session.out.finding(&Finding::warning("cli-cosigner-exposed"));
    }
    answer(session, Arc::new(shelf), place, limits, browser)
}

/// The same for a folder that is known, on this computer alone.
///
/// # Errors
/// Whatever opening the folder refuses.
pub(crate) fn at(session: &Session<'_>, folder: &Path, own: &ArgMatches) -> Result<(), Refusal> {
    let port = own.get_one::<u16>("port").copied().unwrap_or_default();
    let address = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), port);
    let place = Place { address, tls: None, name: None };
    answer(session, Arc::new(shelf(session, folder, None)?), place, Limits::default(), true)
}

fn shelf(session: &Session<'_>, folder: &Path, cosigner: Option<&Path>) -> Result<FolderShelf, Refusal> {
    crate::disk::outside_cases(folder)?;
    FolderShelf::open(folder, session.words.language(), cosigner)
}

fn place(own: &ArgMatches) -> Result<Place, Refusal> {
    let port = own.get_one::<u16>("port").copied().unwrap_or_default();
    let local = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), port);
    let address = own.get_one::<SocketAddr>("listen").copied().unwrap_or(local);
    let tls = match (own.get_one::<PathBuf>("tls-chain"), own.get_one::<PathBuf>("tls-key")) {
        (Some(chain), Some(key)) => {
            Some(Tls { chain: crate::disk::whole(chain)?, key: crate::disk::whole(key)? })
        }
        _ => None,
    };
    Ok(Place { address, tls, name: text(own, "host-name").map(str::to_owned) })
}

/// Where it listens, and with what.
struct Place {
    address: SocketAddr,
    tls: Option<Tls>,
    /// The name by which others call it, where it is not this computer alone.
    name: Option<String>,
}

fn answer(
    session: &Session<'_>,
    library: Arc<dyn Library>,
    place: Place,
    limits: Limits,
    browser: bool,
) -> Result<(), Refusal> {
    let office = library.holder() == Holder::Office;
    let language = session.words.language();
    let Place { address, tls, name } = place;
    let server = Server::new(Setup { library, address, name, language, limits, tls })?;
    server.ready();
    // In an office people sign in, and no link stands for anybody.
    let link = if office { server.page("/enter") } else { server.link()? };
    let code = if office { "cli-serve-office" } else { "cli-serve-link" };
    session.out.say(code, &[("link", link.as_str().into())]);
    session.out.document(&Serving { schema: "redress/serving/1", link: link.clone(), port: server.port() });
    let terminal = std::io::stdin().is_terminal();
    if terminal && !office {
        session.out.say("cli-serve-again", &[]);
        more_links(session, &server);
    }
    // A browser is opened for a person at a terminal, never by a script.
    // What leads there is taken away when the server ends.
    let way = (browser && terminal).then(|| open(&link));
    if let Some(Err(problem)) = &way {
        session.out.say("cli-serve-unopened", &[("problem", problem.as_str().into())]);
    }
    let asks = Asks::begin();
    server.run(&|| asks.stopped())?;
    session.out.chat("cli-serve-ended", &[]);
    Ok(())
}

/// Another link for every line that is entered: for another browser, or after leaving.
fn more_links(session: &Session<'_>, server: &Server) {
    let (server, language) = (server.clone(), session.words.language());
    std::thread::spawn(move || {
        for line in std::io::stdin().lock().lines() {
            let (Ok(_), Ok(link)) = (line, server.link()) else { return };
            let words = redress_words::Words::new(language);
            crate::out::raw(&words.say("cli-serve-link", &[("link", link.as_str().into())]));
        }
    });
}

/// Asks the system to open an address in the browser. Arguments of a program are read by everybody on this computer, and the
/// link lets in whoever follows it first: so the browser is given a file that only this person can read, and that leads on (as
/// Jupyter does it), and never the link itself. Where there can be no such file, nothing is opened.
///
/// # Errors
/// What the disk or the system said.
fn open(link: &str) -> Result<Way, String> {
    let way = leads_to(link, &readable())?;
    let mut problem = String::new();
    for program in ["xdg-open", "open"] {
        let mut command = std::process::Command::new(program);
        command.arg(way.page()).stdin(std::process::Stdio::null()).stdout(std::process::Stdio::null());
        match command.stderr(std::process::Stdio::null()).spawn() {
            Ok(_) => return Ok(way),
            Err(error) => problem = format!("{program}: {error}"),
        }
    }
    Err(problem)
}

/// A folder out of which the browser may read. One out of a snap has a temporary folder of its own, and reads what lies open in
/// the home of the person.
fn readable() -> PathBuf {
    let snap = ["/snap/bin/firefox", "/snap/bin/chromium"].iter().any(|path| Path::new(path).exists());
    let home = std::env::var_os("HOME").filter(|_| snap).map(PathBuf::from);
    home.unwrap_or_else(std::env::temp_dir)
}

/// A folder with a page that leads to the workbench. It goes when the server ends.
struct Way(tempfile::TempDir);

impl Way {
    fn page(&self) -> PathBuf {
        self.0.path().join("redress.html")
    }
}

/// A page that leads to the link at once, in a new folder of `place` whose name nobody can foresee and which nobody but its owner
/// may enter (mode 0700; the page 0600).
fn leads_to(link: &str, place: &Path) -> Result<Way, String> {
    written(link, place).map_err(|error| format!("{}: {error}", place.display()))
}

fn written(link: &str, place: &Path) -> std::io::Result<Way> {
    let mut make = tempfile::Builder::new();
    let mut open = std::fs::OpenOptions::new();
    open.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
        make.permissions(std::fs::Permissions::from_mode(0o700));
        open.mode(0o600);
    }
    let way = Way(make.prefix("redress-").tempdir_in(place)?);
    let mut file = open.open(way.page())?;
    write!(
        file,
        "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><meta name=\"referrer\" content=\"no-referrer\">\
         <meta http-equiv=\"refresh\" content=\"0;url={link}\"><title>redress</title></head>\
         <body><p><a href=\"{link}\">redress</a></p></body></html>"
    )?;
    Ok(way)
}

#[cfg(test)]
mod tests {
    use super::leads_to;

    #[cfg(unix)]
    #[test]
    fn what_leads_to_the_link_is_read_by_nobody_else_and_goes_with_the_server() {
        use std::os::unix::fs::PermissionsExt as _;
        let place = tempfile::tempdir().unwrap();
        let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let way = leads_to("http://127.0.0.1:1/in/abc", place.path()).unwrap();
        let (folder, page) = (way.0.path().to_owned(), way.page());
        assert_eq!((mode(&folder), mode(&page)), (0o700, 0o600));
        assert!(std::fs::read_to_string(&page).unwrap().contains("0;url=http://127.0.0.1:1/in/abc\""));
        // Another of the same process has a name of its own.
        let other = leads_to("http://127.0.0.1:1/in/other", place.path()).unwrap();
        assert_ne!(other.0.path(), folder);
        drop(other);
        assert!(page.exists());
        drop(way);
        assert!(std::fs::read_dir(place.path()).unwrap().next().is_none(), "nothing stays behind");
    }

    #[test]
    fn where_no_page_can_be_written_nothing_is_there_to_be_opened() {
        let place = tempfile::tempdir().unwrap();
        let gone = place.path().join("nowhere");
        let said = leads_to("http://127.0.0.1:1/in/abc", &gone).err().unwrap();
        assert!(said.contains("nowhere") && !said.contains("/in/abc"), "{said}");
        assert!(!gone.exists());
    }
}
