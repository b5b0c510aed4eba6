//! The pages of a browser on 58,000 posts: what the server takes for each, searches and filters, memory; and `wrk`.

use crate::Problem;
use crate::cases::spread;
use crate::meter::percentile;
use crate::passage;
use crate::table::Table;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Instant;

/// Milliseconds for a page, the first one of a case too.
const PAGE: f64 = 200.0;
/// Milliseconds for a search or a filter, at the 95th percentile.
const SEARCH: f64 = 100.0;
/// Megabytes (10^6) of resident memory, at the most.
const MEMORY: f64 = 500.0;
/// Programs that are begun anew, for each line of first readings.
const FIRST: usize = 7;
/// Requests of each kind.
const REQUESTS: usize = 200;

/// A server that ends with this value.
struct Serving {
    child: Child,
    host: String,
    cookie: String,
}

impl Drop for Serving {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to end.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The whole section.
pub(crate) fn bench(redress: &Path, table: &mut Table) -> Result<(), Problem> {
    let work = tempfile::tempdir()?;
    let case = passage::browsed(redress, work.path())?;
    table.heading("pages of a browser, 58,000 posts");
    let mut serving = Serving::begin(redress, &case)?;
    let home = serving.get("/")?;
    let id = home
        .split("/c/")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .ok_or("no case is listed")?
        .to_owned();
    // A label over the posts of the first page, so that there is one to filter by.
    let posts = serving.get(&format!("/c/{id}/posts"))?;
    drop(serving);
    label(redress, &case.join("case"), &values(&posts, "name=\"post\" value=\""))?;
    first(redress, &case, &id, table)?;
    let mut serving = Serving::begin(redress, &case)?;
    serving.get(&format!("/c/{id}"))?;
    for (name, page) in
        [("the case page", ""), ("the posts", "/posts"), ("the law", "/law"), ("the routes", "/routes")]
    {
        let times = serving.times(20, |_| format!("/c/{id}{page}"))?;
        table.bar(&format!("{name}, p95"), percentile(times.iter().copied(), 95), PAGE, "ms");
    }
    let words = ["的", "快递", "造谣", "zzzz", "今天 我们"];
    let listed = serving.get(&format!("/c/{id}/statements"))?;
    let statements = values(&listed, &format!("href=\"/c/{id}/statements/"));
    let statement = |n: usize| statements.get(n / 6 % statements.len().max(1)).map_or("", String::as_str);
    let asked = |n: usize| match n % 6 {
        0 => format!("q={}", words.get(n / 6 % words.len()).map_or_else(String::new, |word| encoded(word))),
        1 => format!("kind=repost&skip={}", n * 50),
        2 => format!("account={}", n + 1),
        3 => format!("statement={}", statement(n)),
        4 => format!("label={LABEL}"),
        _ => format!("from-day=2026-02-0{}&order=latest", n % 9 + 1),
    };
    let times = serving.times(REQUESTS, |n| format!("/c/{id}/posts?{}", asked(n)))?;
    table.line("search and filter", &spread(&times));
    table.bar("search and filter, p95", percentile(times.iter().copied(), 95), SEARCH, "ms");
    wrk(&serving, &id, table);
    table.bar("memory, at the most", serving.peak()? / 1e6, MEMORY, "MB");
    Ok(())
}

/// The first pages of a program that was begun anew: the list of cases, and a case, each asked for as soon as there is a link. What
/// they wait for no more is read before the link is given, so that the time up to the link stands beside them.
fn first(redress: &Path, case: &Path, id: &str, table: &mut Table) -> Result<(), Problem> {
    let (mut begin, mut list, mut page) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..FIRST {
        let begun = Instant::now();
        let serving = Serving::begin(redress, case)?;
        begin.push(millis(begun));
        list.push(serving.whole("/", "/c/")?);
        drop(serving);
        page.push(Serving::begin(redress, case)?.whole(&format!("/c/{id}"), "58,000")?);
    }
    let median = |times: &[f64]| percentile(times.iter().copied(), 50);
    table.line(
        "from the start of the program to a session, all posts read, median",
        &format!("{:.0} ms", median(&begin)),
    );
    table.bar("first page, the list of cases, median", median(&list), PAGE, "ms");
    table.bar("first page, a case, median", median(&page), PAGE, "ms");
    Ok(())
}

/// The label by which posts are filtered.
const LABEL: &str = "read";

/// What stands behind each of these marks, up to the next quotation mark, each once.
fn values(page: &str, mark: &str) -> Vec<String> {
    let found = page.split(mark).skip(1).filter_map(|rest| rest.split('"').next());
    let mut all: Vec<String> = found.filter(|one| !one.contains(['?', '#'])).map(str::to_owned).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Puts a label on these posts.
fn label(redress: &Path, case: &Path, posts: &[String]) -> Result<(), Problem> {
    if posts.is_empty() {
        return Err("no post is listed".into());
    }
    let mut command = Command::new(redress);
    command.arg("record").arg(case).args(["label", LABEL]);
    command.args(posts.iter().flat_map(|post| ["--post", post.as_str()]));
    let ran = command.output()?;
    if ran.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&ran.stderr).into_owned().into()) }
}

/// Requests a second, by a program made for it.
fn wrk(serving: &Serving, id: &str, table: &mut Table) {
    if Command::new("wrk").arg("-v").output().is_err() {
        table.skip("wrk", "wrk is not installed");
        return;
    }
    for (name, page) in [("case page", ""), ("posts", "/posts")] {
        let address = format!("http://{}/c/{id}{page}", serving.host);
        let cookie = format!("Cookie: {}", serving.cookie);
        // One connection of one session, whose pace is not limited here: what is measured is the page.
        let ran =
            Command::new("wrk").args(["-t1", "-c1", "-d4s", "--latency", "-H", &cookie, &address]).output();
        let said = ran.map(|ran| String::from_utf8_lossy(&ran.stdout).into_owned()).unwrap_or_default();
        let line = |of: &str| {
            said.lines().find(|line| line.trim_start().starts_with(of)).unwrap_or_default().trim().to_owned()
        };
        let shown = [line("50%"), line("99%"), line("Requests/sec"), line("Non-2xx")].join("   ");
        table.line(&format!("wrk, {name}"), &shown);
    }
}

#[expect(
    clippy::disallowed_types,
    reason = "the workbench on this computer, which the benchmark itself started"
)]
fn connect(host: &str) -> std::io::Result<std::net::TcpStream> {
    std::net::TcpStream::connect(host)
}

fn millis(begun: Instant) -> f64 {
    begun.elapsed().as_secs_f64() * 1e3
}

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

impl Serving {
    fn begin(redress: &Path, folder: &Path) -> Result<Serving, Problem> {
        let mut command = Command::new(redress);
        command.args(["serve", "--no-browser", "--lang", "en", "--pace", "1000000"]).arg(folder);
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
        let out = child.stdout.take().ok_or("no output")?;
        let mut line = String::new();
        BufReader::new(out).read_line(&mut line)?;
        let link = line.split("http://").nth(1).ok_or("no link was printed")?.trim().to_owned();
        let (host, path) = link.split_once('/').ok_or("no link was printed")?;
        let mut serving = Serving { child, host: host.to_owned(), cookie: String::new() };
        let answer = serving.ask(&format!("/{path}"))?;
        let cookie =
            answer.lines().find_map(|line| line.strip_prefix("set-cookie: ")).ok_or("no session began")?;
        serving.cookie = cookie.split(';').next().unwrap_or_default().to_owned();
        Ok(serving)
    }

    /// A whole answer, over a connection of its own.
    fn ask(&self, path: &str) -> Result<String, Problem> {
        let mut stream = connect(&self.host)?;
        let head = format!(
            "GET {path} HTTP/1.1\r\nHost: {}\r\nCookie: {}\r\nConnection: close\r\n\r\n",
            self.host, self.cookie
        );
        stream.write_all(head.as_bytes())?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes)?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    /// Milliseconds until a page is there, on which this has to stand.
    fn whole(&self, path: &str, mark: &str) -> Result<f64, Problem> {
        let begun = Instant::now();
        let answer = self.ask(path)?;
        let took = millis(begun);
        let right = answer.starts_with("HTTP/1.1 200") && answer.contains(mark);
        if right { Ok(took) } else { Err(format!("{path} does not show the case").into()) }
    }

    fn get(&mut self, path: &str) -> Result<String, Problem> {
        // No faster than one session may ask.
        std::thread::sleep(std::time::Duration::from_millis(20));
        let answer = self.ask(path)?;
        if !answer.starts_with("HTTP/1.1 200") {
            return Err(format!("{path}: {}", answer.lines().next().unwrap_or_default()).into());
        }
        Ok(answer)
    }

    fn times(&mut self, count: usize, path: impl Fn(usize) -> String) -> Result<Vec<f64>, Problem> {
        let mut times = Vec::with_capacity(count);
        for n in 0..count {
            let path = path(n);
            std::thread::sleep(std::time::Duration::from_millis(20));
            let begun = Instant::now();
            let answer = self.ask(&path)?;
            times.push(millis(begun));
            if !answer.starts_with("HTTP/1.1 200") {
                return Err(format!("{path}: {}", answer.lines().next().unwrap_or_default()).into());
            }
        }
        Ok(times)
    }

    /// The largest resident set so far, bytes.
    fn peak(&self) -> Result<f64, Problem> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("no VmHWM")?;
        Ok(line.trim().trim_end_matches(" kB").parse::<f64>()? * 1024.0)
    }
}
