//! The server: requests in, answers out; around every one of them the same guards.

use crate::app::App;
use crate::asset;
use crate::call::Call;
use crate::guard;
use crate::library::{Holder, Library, Visitor};
use crate::reply::{Reply, Wrong};
use crate::routes::{Answer, ROUTES, Route};
use crate::session::{COOKIE, Session, Shut};
use crate::shell;
use crate::tls::{Encrypted, Tls};
use crate::upload::{self, Brought};
use axum::Router;
use axum::body::Body;
use axum::extract::{
    DefaultBodyLimit, FromRequest as _, Multipart, Query, RawForm, RawPathParams, Request, State,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Response};
use axum::routing::any;
use redress_base::{Fault, Finding, Refusal};
use redress_words::Language;
use std::collections::BTreeMap;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio_util::io::ReaderStream;

/// The longest form without files.
const LONGEST_FORM: usize = 4 << 20;
/// How often the server looks whether it is to end.
const LOOK: Duration = Duration::from_millis(200);
/// How long requests that run may go on after that.
const GRACE: Duration = Duration::from_secs(10);

/// What is the most that is taken.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of the files of one request.
    pub upload: u64,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { upload: 4 << 30 }
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
    app: Arc<App>,
    shared: Arc<Shared>,
}

struct Shared {
    listener: TcpListener,
    /// Names by which it may be called, with the port.
    hosts: Vec<String>,
    tls: Option<Arc<rustls::ServerConfig>>,
}

/// What every handler is given.
#[derive(Clone)]
struct Desk {
    app: Arc<App>,
    shared: Arc<Shared>,
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
        let app = Arc::new(App::new(setup.library, setup.limits, setup.language));
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
        let desk = Desk { app: Arc::clone(&self.app), shared: Arc::clone(&self.shared) };
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
                    None => axum::serve(listener, router(desk)).with_graceful_shutdown(over).await,
                    Some(config) => {
                        let listener = Encrypted::begin(listener, config)?;
                        axum::serve(listener, router(desk)).with_graceful_shutdown(over).await
                    }
                }
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

fn router(desk: Desk) -> Router {
    let mut router: Router<Desk> = Router::new();
    for route in ROUTES {
        router = router.route(route.path, any(move |State(desk), request| pages(desk, route, request)));
        if route.data.is_some() {
            let path = format!("/api/v1{}", route.path.trim_end_matches('/'));
            let path = if path == "/api/v1" { "/api/v1/cases".to_owned() } else { path };
            router = router.route(&path, any(move |State(desk), request| data(desk, route, request)));
        }
    }
    router
        .route("/enter", any(enter))
        .route("/enter/{link}", any(follow))
        .route("/left", any(left))
        .route("/asset/{name}", any(asset::serve))
        .fallback(nowhere)
        .layer(DefaultBodyLimit::disable())
        .layer(middleware::from_fn_with_state(desk.clone(), around))
        .with_state(desk)
}

/// What stands around every answer.
async fn around(State(desk): State<Desk>, request: Request, next: Next) -> Response {
    let ours = guard::for_us(request.headers(), &desk.shared.hosts);
    let mut answer = if !ours {
        StatusCode::MISDIRECTED_REQUEST.into_response()
    } else if guard::from_us(request.method(), request.headers(), &desk.shared.hosts) {
        next.run(request).await
    } else {
        StatusCode::FORBIDDEN.into_response()
    };
    guard::headers(answer.headers_mut(), desk.shared.tls.is_some());
    answer
}

/// A request with its session.
struct Asked {
    name: String,
    session: Session,
    language: Language,
}

impl Desk {
    fn asked(&self, headers: &HeaderMap) -> Result<Asked, Box<Response>> {
        let language = self.language(headers);
        let name = guard::cookie(headers, COOKIE).unwrap_or_default().to_owned();
        let session = self.app.sessions().get(Instant::now(), &name);
        match session {
            Ok(session) => {
                let language = session.language.unwrap_or(language);
                Ok(Asked { name, session, language })
            }
            Err(Shut::Out) => {
                let door = shell::door(self.app.words(language), self.app.library.holder(), None);
                Err(Box::new(html(StatusCode::UNAUTHORIZED, door.into_string())))
            }
            Err(Shut::TooMany) => {
                let mut answer = StatusCode::TOO_MANY_REQUESTS.into_response();
                answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("2"));
                Err(Box::new(answer))
            }
        }
    }

    /// The language that the browser asks for first, of those that there are.
    fn language(&self, headers: &HeaderMap) -> Language {
        let asked = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let first = asked.and_then(|list| list.split(',').next()).and_then(|one| one.split(';').next());
        first
            .filter(|tag| !tag.trim().is_empty() && *tag != "*")
            .map_or(self.app.language, Language::from_tag)
    }
}

async fn pages(desk: Desk, route: &'static Route, request: Request) -> Response {
    let asked = match desk.asked(request.headers()) {
        Ok(asked) => asked,
        Err(answer) => return *answer,
    };
    let answer = match *request.method() {
        Method::GET | Method::HEAD => route.get,
        Method::POST => route.post,
        _ => None,
    };
    let Some(answer) = answer else { return StatusCode::METHOD_NOT_ALLOWED.into_response() };
    respond(desk, asked, answer, request).await
}

async fn data(desk: Desk, route: &'static Route, request: Request) -> Response {
    let asked = match desk.asked(request.headers()) {
        Ok(asked) => asked,
        Err(answer) => {
            let code = answer.status();
            return json(code, &serde_json::json!({ "code": "web-no-session" }));
        }
    };
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let Some(data) = route.data else { return StatusCode::NOT_FOUND.into_response() };
    let (parts, request) = path_parts(request).await;
    let query = query_of(&request);
    work(move || {
        let words = desk.app.words(asked.language);
        let path = request.uri().path().to_owned();
        let call = Call {
            app: &desk.app,
            words,
            name: &asked.name,
            session: &asked.session,
            path: &path,
            parts: &parts,
            query: &query,
            form: &[],
            files: &[],
            script: true,
        };
        match (data.make)(&call) {
            Ok(value) => json(StatusCode::OK, &value),
            Err(wrong) => refused_data(words, &wrong),
        }
    })
    .await
}

async fn respond(desk: Desk, asked: Asked, answer: Answer, request: Request) -> Response {
    let (parts, request) = path_parts(request).await;
    let (query, path) = (query_of(&request), request.uri().path().to_owned());
    let script = request.headers().contains_key("x-redress");
    let posted = *request.method() == Method::POST;
    let brought = if posted { form(request, &desk.app).await } else { Ok(Brought::default()) };
    work(move || {
        let words = desk.app.words(asked.language);
        let none = Brought::default();
        let (brought, cut) = match &brought {
            Ok(brought) => (brought, None),
            Err(refusal) => (&none, Some(refusal.clone())),
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
        };
        let token = call.typed("token").unwrap_or_default();
        let done = match cut {
            Some(refusal) => Err(Wrong::Refused(refusal)),
            // A form of this session carries what only this session knows.
            None if posted && !guard::same(token, &asked.session.token) => Err(Wrong::NotOurs),
            None => answer(&call),
        };
        finish(&call, done)
    })
    .await
}

/// Turns what a page answered into what goes over the wire.
fn finish(call: &Call<'_>, done: Result<Reply, Wrong>) -> Response {
    match done {
        Ok(Reply::Page(leaf)) => html(StatusCode::OK, shell::frame(call, &leaf).into_string()),
        Ok(Reply::Piece(markup)) => html(StatusCode::OK, markup.into_string()),
        Ok(Reply::See(address)) if call.script => {
            json(StatusCode::OK, &serde_json::json!({ "see": address }))
        }
        Ok(Reply::See(address)) => see(&address),
        Ok(Reply::Json(value)) => json(StatusCode::OK, &value),
        Ok(Reply::File(file)) => keep(&file.name, file.kind, file.bytes.len() as u64, Body::from(file.bytes)),
        Ok(Reply::Long(parcel)) => {
            let file = ReaderStream::with_capacity(tokio::fs::File::from_std(parcel.file), 1 << 16);
            keep(&parcel.name, parcel.kind, parcel.bytes, Body::from_stream(file))
        }
        Err(wrong) if call.script => refused_data(call.words, &wrong),
        Err(wrong) => html(status(&wrong), shell::wrong(call, &wrong).into_string()),
    }
}

/// A file that the browser keeps, and shows in no page of this server.
fn keep(name: &str, kind: &'static str, bytes: u64, body: Body) -> Response {
    let mut answer = Response::new(body);
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(bytes));
    if let Ok(named) = HeaderValue::from_str(&format!("attachment; filename=\"{}\"", plain(name))) {
        headers.insert(header::CONTENT_DISPOSITION, named);
    }
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(guard::INERT));
    answer
}

/// The name of a file as it stands in a header: letters, digits and the plain marks.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_')).collect()
}

fn status(wrong: &Wrong) -> StatusCode {
    StatusCode::from_u16(wrong.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

fn refused_data(words: &redress_words::Words, wrong: &Wrong) -> Response {
    let finding = wrong.finding();
    let said = words.finding(&finding);
    let body = serde_json::json!({ "code": finding.code, "sentence": said.sentence, "advice": said.advice });
    json(status(wrong), &body)
}

/// Runs what may wait for a disk away from the threads that answer.
async fn work(make: impl FnOnce() -> Response + Send + 'static) -> Response {
    // A page that panics takes down nothing but itself; the lints leave little that could.
    tokio::task::spawn_blocking(make)
        .await
        .unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

async fn path_parts(request: Request) -> (BTreeMap<String, String>, Request) {
    use axum::RequestExt as _;
    let mut request = request;
    let parts = request.extract_parts::<RawPathParams>().await;
    let parts = parts.map(|parts| parts.iter().map(|(k, v)| (k.to_owned(), v.to_owned())).collect());
    (parts.unwrap_or_default(), request)
}

fn query_of(request: &Request) -> Vec<(String, String)> {
    Query::<Vec<(String, String)>>::try_from_uri(request.uri()).map(|query| query.0).unwrap_or_default()
}

async fn form(request: Request, app: &App) -> Result<Brought, Refusal> {
    let kind =
        request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let unfit = || Finding::error("web-form-unfit").refuse(Fault::Input);
    if kind.starts_with("multipart/form-data") {
        let form = Multipart::from_request(request, &()).await.map_err(|_| unfit())?;
        return upload::take(form, &app.limits).await;
    }
    if !kind.starts_with("application/x-www-form-urlencoded") {
        return Err(unfit());
    }
    let (head, body) = request.into_parts();
    let bytes = axum::body::to_bytes(body, LONGEST_FORM).await.map_err(|_| unfit())?;
    let again = Request::from_parts(head, Body::from(bytes));
    let RawForm(bytes) = RawForm::from_request(again, &()).await.map_err(|_| unfit())?;
    // The same rules as for what stands after a question mark (WHATWG URL, 5).
    let text = String::from_utf8_lossy(&bytes);
    let uri: axum::http::Uri = format!("/?{text}").parse().map_err(|_| unfit())?;
    let fields = Query::<Vec<(String, String)>>::try_from_uri(&uri).map_err(|_| unfit())?.0;
    Ok(Brought { fields, files: Vec::new() })
}

/// The way in where people sign in, and what is seen of it otherwise.
async fn enter(State(desk): State<Desk>, request: Request) -> Response {
    let language = desk.language(request.headers());
    let posted = *request.method() == Method::POST;
    let brought = if posted { form(request, &desk.app).await.ok() } else { None };
    work(move || {
        let words = desk.app.words(language);
        let holder = desk.app.library.holder();
        let Some(brought) = brought.filter(|_| holder == Holder::Office) else {
            return html(StatusCode::OK, shell::door(words, holder, None).into_string());
        };
        let field = |name: &str| {
            brought.fields.iter().find(|(known, _)| known == name).map_or("", |(_, v)| v.as_str())
        };
        let come = |desk: &Desk| {
            if !desk.app.sessions().may_try(Instant::now()) {
                return Err(Finding::error("web-too-many-tries").refuse(Fault::Busy));
            }
            let visitor = desk.app.library.sign_in(field("name"), field("password"))?;
            begin(&desk.app, visitor)
        };
        match come(&desk) {
            Ok(name) => entered(&name, desk.shared.tls.is_some()),
            Err(refusal) => {
                let said = words.finding(&refusal.finding);
                html(StatusCode::UNAUTHORIZED, shell::door(words, holder, Some(&said)).into_string())
            }
        }
    })
    .await
}

/// The link that the program printed.
async fn follow(State(desk): State<Desk>, request: Request) -> Response {
    let language = desk.language(request.headers());
    // Somebody who looks at a link before it is followed does not use it up.
    if *request.method() != Method::GET {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let (parts, _) = path_parts(request).await;
    let link = parts.get("link").cloned().unwrap_or_default();
    work(move || {
        let now = Instant::now();
        let good = {
            let mut sessions = desk.app.sessions();
            sessions.may_try(now) && sessions.follow(now, &link)
        };
        let name = if good { begin(&desk.app, Visitor::Owner).ok() } else { None };
        name.map_or_else(
            || {
                let words = desk.app.words(language);
                let said = words.finding(&Finding::error("web-link-used"));
                let door = shell::door(words, desk.app.library.holder(), Some(&said));
                html(StatusCode::UNAUTHORIZED, door.into_string())
            },
            |name| entered(&name, false),
        )
    })
    .await
}

fn begin(app: &App, visitor: Visitor) -> Result<String, Refusal> {
    let (name, token) = (secret(app)?, secret(app)?);
    let session = Session { visitor, token, language: None, by: None, stopped: BTreeMap::new() };
    app.sessions().begin(Instant::now(), name.clone(), session);
    Ok(name)
}

/// 256 random bits as hexadecimal digits.
fn secret(app: &App) -> Result<String, Refusal> {
    use std::fmt::Write as _;
    let mut text = String::with_capacity(64);
    for byte in app.library.random()? {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
    }
    Ok(text)
}

fn entered(name: &str, tls: bool) -> Response {
    let mut answer = see("/");
    let secure = if tls { "; Secure" } else { "" };
    let cookie = format!("{COOKIE}={name}; Path=/; HttpOnly; SameSite=Strict{secure}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        answer.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    answer
}

/// Where the way out ends: a page that says nothing of what was there before.
async fn left() -> Response {
    let mut answer = html(StatusCode::OK, shell::left().into_string());
    let gone = format!("{COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict");
    if let Ok(gone) = HeaderValue::from_str(&gone) {
        answer.headers_mut().insert(header::SET_COOKIE, gone);
    }
    answer
}

/// An address that leads nowhere: the same as a case that is not there.
async fn nowhere(State(desk): State<Desk>, request: Request) -> Response {
    let asked = match desk.asked(request.headers()) {
        Ok(asked) => asked,
        Err(answer) => return *answer,
    };
    respond(desk, asked, |_| Err(Wrong::NotFound), request).await
}

fn see(address: &str) -> Response {
    let mut answer = StatusCode::SEE_OTHER.into_response();
    if let Ok(address) = HeaderValue::from_str(address) {
        answer.headers_mut().insert(header::LOCATION, address);
    }
    answer
}

fn html(status: StatusCode, text: String) -> Response {
    let kind = HeaderValue::from_static("text/html; charset=utf-8");
    (status, [(header::CONTENT_TYPE, kind)], text).into_response()
}

fn json(status: StatusCode, value: &serde_json::Value) -> Response {
    let kind = HeaderValue::from_static("application/json");
    (status, [(header::CONTENT_TYPE, kind)], value.to_string()).into_response()
}
