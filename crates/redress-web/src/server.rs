//! The server: requests in, answers out; around every one of them the same guards.

use crate::answer::{finish, html, json, refused_data};
use crate::app::App;
use crate::brought::{form, path_parts, query_of};
use crate::call::Call;
use crate::entrance::{enter, follow, left, secret};
use crate::gate::{Asked, Closed, is_data, reads_data};
use crate::library::{Holder, Library, Visitor};
use crate::reading::Waited;
use crate::reply::Wrong;
use crate::routes::{Answer, ROUTES, Route};
use crate::session::{PER_SECOND, cookie};
use crate::tls::{Encrypted, Tls};
use crate::upload::Brought;
use crate::{api, asset, connections, guard, secrets, shell};
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Response};
use axum::routing::any;
use redress_base::{Fault, Finding, Refusal};
use redress_calendar::Calendar;
use redress_facts::Vocabulary;
use redress_law::Book;
use redress_procedure::Procedures;
use redress_words::Language;
use std::cell::OnceCell;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How long a page may take before a line says so.
const PATIENCE: Duration = Duration::from_secs(1);
/// How often the server looks whether it is to end.
const LOOK: Duration = Duration::from_millis(200);
/// How long requests that run may go on after that.
const GRACE: Duration = Duration::from_secs(10);
/// A case from whose items so many bytes are read is worth reading before anybody asks; shorter ones are there at once.
const LONG: u64 = 4 << 20;
/// So long the link waits for that; the first page would have waited for it otherwise.
const MOMENT: Duration = Duration::from_secs(1);

/// What is the most that is taken.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of the files of one request.
    pub upload: u64,
    /// Requests that one session may make each second; four times as many at once.
    pub pace: u32,
    /// About how many bytes of cases are kept in memory once they were read; the case that was used last is, whatever it takes.
    pub memory: u64,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { upload: 4 << 30, pace: PER_SECOND, memory: 256 << 20 }
    }
}

/// What a server is made of.
pub struct Setup {
    /// The cases.
    pub library: Arc<dyn Library>,
    /// Where it listens; port 0 takes a free one.
    pub address: SocketAddr,
    /// The name by which others call it, where it is not this computer alone.
    pub name: Option<String>,
    /// The language, where neither the session nor the browser says one.
    pub language: Language,
    /// What is the most that is taken.
    pub limits: Limits,
    /// With what connections are encrypted; absent only where nobody but this computer can reach it.
    pub tls: Option<Tls>,
}

/// A server that can be run, and asked for a link that leads in.
#[derive(Clone)]
pub struct Server {
    pub(crate) app: Arc<App>,
    pub(crate) shared: Arc<Shared>,
}

/// What every copy of a server shares.
pub(crate) struct Shared {
    listener: TcpListener,
    /// Names by which it may be called, with the port.
    hosts: Vec<String>,
    pub(crate) tls: Option<Arc<rustls::ServerConfig>>,
}

impl Server {
    /// A server that does not answer yet.
    ///
    /// # Errors
    /// `Input` where the certificate or its key cannot be used; `Usage` where others could reach it unencrypted, or where
    /// the port is taken.
    pub fn new(setup: Setup) -> Result<Server, Refusal> {
        if setup.tls.is_none() && !setup.address.ip().is_loopback() {
            return Err(Finding::error("web-not-encrypted").refuse(Fault::Usage));
        }
        let tls = setup.tls.as_ref().map(Tls::config).transpose()?;
        let listener = TcpListener::bind(setup.address).map_err(|error| {
            let found = Finding::error("web-port-taken").with("address", setup.address.to_string());
            found.with("problem", error.to_string()).refuse(Fault::Usage)
        })?;
        let port = listener.local_addr().map_or(setup.address.port(), |address| address.port());
        let hosts = hosts(setup.name.as_deref(), port);
        let cookie = cookie(port, tls.is_some());
        let app = Arc::new(App::new(setup.library, setup.limits, setup.language, cookie));
        let shared = Arc::new(Shared { listener, hosts, tls });
        Ok(Server { app, shared })
    }

    /// The port on which it listens.
    pub fn port(&self) -> u16 {
        self.shared.listener.local_addr().map_or(0, |address| address.port())
    }

    /// The address of a page of this server.
    pub fn page(&self, path: &str) -> String {
        let scheme = if self.shared.tls.is_some() { "https" } else { "http" };
        let host = self.shared.hosts.first().map_or("", String::as_str);
        format!("{scheme}://{host}{path}")
    }

    /// An address that leads in, once, for ten minutes.
    ///
    /// # Errors
    /// `Storage` where the system gives no random bytes.
    pub fn link(&self) -> Result<String, Refusal> {
        let secret = secret(&self.app)?;
        self.app.sessions().link(Instant::now(), secret.clone());
        Ok(self.page(&format!("/enter/{secret}")))
    }

    /// Reads before anybody asks what the first pages would wait for: what no case changes, and, in a folder, the case that was
    /// worked on last, where it is long enough to be waited for. What takes longer than a moment goes on meanwhile.
    pub fn ready(&self) {
        std::thread::spawn(|| {
            let _ = (Book::standard(), Vocabulary::standard(), Procedures::standard(), Calendar::standard());
        });
        if self.app.library.holder() == Holder::Office {
            return;
        }
        // Why the folder or a case cannot be read is said on the page that somebody asks for.
        let Ok(shelf) = self.app.library.shelf(&Visitor::Owner) else { return };
        let Some(row) = shelf.cases.iter().find(|row| !row.handed_over) else { return };
        if self.app.bytes_read(&Visitor::Owner, &row.case_id).is_ok_and(|bytes| bytes >= LONG) {
            let _ = self.app.awaited(&Visitor::Owner, &row.case_id, MOMENT);
        }
    }

    /// Answers until `stop` says so. Requests that run are let end.
    ///
    /// # Errors
    /// `Storage` where the system gives no threads or closes the socket.
    pub fn run(&self, stop: &(dyn Fn() -> bool + Sync)) -> Result<(), Refusal> {
        let failed = |error: std::io::Error| {
            Finding::error("web-not-running").with("problem", error.to_string()).refuse(Fault::Storage)
        };
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().worker_threads(2).build();
        let runtime = runtime.map_err(failed)?;
        let desk = self.clone();
        let done = runtime.block_on(async move {
            let listener = self.shared.listener.try_clone()?;
            listener.set_nonblocking(true)?;
            let listener = tokio::net::TcpListener::from_std(listener)?;
            let (ended, ending) = tokio::sync::oneshot::channel::<()>();
            // Whoever holds the other end has let go: the same as an answer.
            let over = async move {
                let _ = ending.await;
            };
            let tls = self.shared.tls.clone();
            let served = async move {
                match tls {
                    None => connections::serve(listener, router(desk), over).await,
                    Some(config) => {
                        connections::serve(Encrypted::begin(listener, config)?, router(desk), over).await;
                    }
                }
                Ok(())
            };
            let watch = async {
                while !stop() {
                    tokio::time::sleep(LOOK).await;
                }
                drop(ended);
                tokio::time::sleep(GRACE).await;
            };
            tokio::select! {
                done = served => done,
                () = watch => Ok(()),
            }
        });
        // Work that is still going on in a thread of its own leaves its case consistent, whenever it ends.
        runtime.shutdown_timeout(GRACE);
        done.map_err(failed)
    }
}

/// Names by which the server may be called.
fn hosts(name: Option<&str>, port: u16) -> Vec<String> {
    let mut hosts = vec![format!("127.0.0.1:{port}"), format!("localhost:{port}")];
    if let Some(name) = name {
        hosts.insert(0, format!("{name}:{port}"));
        // Browsers leave the port out where it is the usual one.
        hosts.extend((port == 443).then(|| name.to_owned()));
    }
    hosts
}

fn router(desk: Server) -> Router {
    let mut router: Router<Server> = Router::new();
    for route in ROUTES {
        router = router.route(route.path, any(move |State(desk), request| pages(desk, route, request)));
        if route.data.is_some() {
            router = router
                .route(&api::address(route), any(move |State(desk), request| data(desk, route, request)));
        }
    }
    router
        .route("/enter", any(enter))
        .route("/enter/{link}", any(follow))
        .route("/left", any(left))
        // Browsers ask for it by themselves where a page names no mark; the page after leaving has none.
        .route("/favicon.ico", any(|| async { StatusCode::NO_CONTENT }))
        .route("/asset/{name}", any(asset::serve))
        .fallback(nowhere)
        .layer(DefaultBodyLimit::disable())
        .layer(middleware::from_fn_with_state(desk.clone(), around))
        .with_state(desk)
}

/// What stands around every answer.
async fn around(State(desk): State<Server>, request: Request, next: Next) -> Response {
    let ours = guard::for_us(request.headers(), &desk.shared.hosts);
    let closed = |status, code| {
        let (finding, language) = (Finding::error(code), desk.language(request.headers()));
        let data = reads_data(request.uri().path(), request.headers());
        Closed { status, finding, language }.answer(&desk, data)
    };
    let mut answer = if !ours {
        closed(StatusCode::MISDIRECTED_REQUEST, "web-not-this-server")
    } else if guard::from_us(request.method(), request.headers(), &desk.shared.hosts) {
        next.run(request).await
    } else {
        closed(StatusCode::FORBIDDEN, "web-not-ours")
    };
    guard::headers(answer.headers_mut(), desk.shared.tls.is_some());
    answer
}

impl Server {
    /// The language that the browser asks for first, of those that there are.
    pub(crate) fn language(&self, headers: &HeaderMap) -> Language {
        let asked = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let first = asked.and_then(|list| list.split(',').next()).and_then(|one| one.split(';').next());
        first
            .filter(|tag| !tag.trim().is_empty() && *tag != "*")
            .map_or(self.app.language, Language::from_tag)
    }
}

async fn pages(desk: Server, route: &'static Route, request: Request) -> Response {
    let asked = match desk.asked(request.headers()).await {
        Ok(asked) => asked,
        Err(closed) => return closed.answer(&desk, reads_data(request.uri().path(), request.headers())),
    };
    let answer = match *request.method() {
        Method::GET | Method::HEAD => route.get,
        Method::POST => route.post,
        _ => None,
    };
    let Some(answer) = answer else { return not_so(route.get.is_some(), route.post.is_some()) };
    respond(desk, asked, answer, request).await
}

/// Not by this method, and by which (RFC 9110, 15.5.6).
fn not_so(get: bool, post: bool) -> Response {
    let mut answer = StatusCode::METHOD_NOT_ALLOWED.into_response();
    let allowed = match (get, post) {
        (true, true) => "GET, HEAD, POST",
        (true, false) => "GET, HEAD",
        (false, _) => "POST",
    };
    answer.headers_mut().insert(header::ALLOW, HeaderValue::from_static(allowed));
    answer
}

async fn data(desk: Server, route: &'static Route, request: Request) -> Response {
    let asked = match desk.asked(request.headers()).await {
        Ok(asked) => asked,
        Err(closed) => return closed.answer(&desk, true),
    };
    let posted = *request.method() == Method::POST;
    let data = match *request.method() {
        Method::GET | Method::HEAD => route.data,
        Method::POST => route.told,
        _ => None,
    };
    let Some(data) = data else { return not_so(route.data.is_some(), route.told.is_some()) };
    let (parts, request) = path_parts(request).await;
    let (query, path) = (query_of(&request), request.uri().path().to_owned());
    // Nothing is changed by it, so it takes no token.
    let brought =
        if posted { form(request, &desk.app, &asked.session, None).await } else { Ok(Brought::default()) };
    work(move || {
        let words = desk.app.words(asked.language);
        let brought = match brought {
            Ok(brought) => brought,
            Err(unsent) => return refused_data(words, &Wrong::from(unsent)),
        };
        let call = Call {
            app: &desk.app,
            words,
            name: &asked.name,
            session: &asked.session,
            path: &path,
            parts: &parts,
            query: &query,
            form: &brought.fields,
            files: &brought.files,
            script: true,
            read: OnceCell::new(),
        };
        match secrets::refused(&call).map_err(Wrong::from).and_then(|()| (data.make)(&call)) {
            Ok(value) => json(StatusCode::OK, &value),
            Err(wrong) => refused_data(words, &wrong),
        }
    })
    .await
}

async fn respond(desk: Server, asked: Asked, answer: Answer, request: Request) -> Response {
    let (parts, request) = path_parts(request).await;
    let (query, path) = (query_of(&request), request.uri().path().to_owned());
    let script = request.headers().contains_key("x-redress");
    let posted = *request.method() == Method::POST;
    let waits = !posted && !script && parts.contains_key("case") && shows_pages(request.headers());
    let token = Some(asked.session.token.as_str());
    let brought =
        if posted { form(request, &desk.app, &asked.session, token).await } else { Ok(Brought::default()) };
    work(move || {
        let words = desk.app.words(asked.language);
        let (brought, cut) = match brought {
            Ok(brought) => (brought, None),
            Err(unsent) => (Brought::default(), Some(Wrong::from(unsent))),
        };
        let call = Call {
            app: &desk.app,
            words,
            name: &asked.name,
            session: &asked.session,
            path: &path,
            parts: &parts,
            query: &query,
            form: &brought.fields,
            files: &brought.files,
            script,
            read: OnceCell::new(),
        };
        if waits && let Some(answer) = waiting(&desk.app, &call) {
            return answer;
        }
        let token = call.typed("token").unwrap_or_default();
        let done = match cut {
            Some(wrong) => Err(wrong),
            // A form of this session carries what only this session knows.
            None if posted && !guard::same(token, &asked.session.token) => Err(Wrong::NotOurs),
            // No act, no page and no file of this computer learns a secret key.
            None => secrets::refused(&call).map_err(Wrong::from).and_then(|()| answer(&call)),
        };
        // What outlives the session is on the disk before anybody is told that it is kept.
        let kept = if posted { desk.app.keep(&asked.session.visitor) } else { Ok(()) };
        finish(&call, kept.map_err(Wrong::from).and(done))
    })
    .await
}

/// Whether a person looks at the answer, and would rather be told that it takes long than see nothing.
fn shows_pages(headers: &HeaderMap) -> bool {
    let taken = headers.get(header::ACCEPT).and_then(|taken| taken.to_str().ok());
    taken.is_some_and(|taken| taken.contains("text/html"))
}

/// The page that stands there while a case is read; nothing where it is read.
fn waiting(app: &Arc<App>, call: &Call<'_>) -> Option<Response> {
    match app.awaited(&call.session.visitor, call.case(), PATIENCE) {
        // The page itself rests on what was read for it; why it could not be read, the page says.
        Waited::Read(Ok(read)) => {
            call.read.get_or_init(|| read);
            None
        }
        Waited::Read(Err(_)) | Waited::Elsewhere => None,
        Waited::Still(far) => Some(html(StatusCode::OK, shell::waiting(call, far).into_string())),
    }
}

/// Runs what may wait for a disk away from the threads that answer.
pub(crate) async fn work(make: impl FnOnce() -> Response + Send + 'static) -> Response {
    // A page that panics takes down nothing but itself; the lints leave little that could.
    tokio::task::spawn_blocking(make)
        .await
        .unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

/// An address that leads nowhere: the same as a case that is not there.
async fn nowhere(State(desk): State<Server>, request: Request) -> Response {
    let data = is_data(request.uri().path());
    let asked = match desk.asked(request.headers()).await {
        Ok(asked) => asked,
        Err(closed) => return closed.answer(&desk, reads_data(request.uri().path(), request.headers())),
    };
    if data {
        return refused_data(desk.app.words(asked.language), &Wrong::NotFound);
    }
    respond(desk, asked, |_| Err(Wrong::NotFound), request).await
}
