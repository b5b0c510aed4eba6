//! The ways in and out: the link that the program printed, signing in, leaving.

use crate::answer::{html, see};
use crate::app::App;
use crate::brought::{door, path_parts};
use crate::connections::Peer;
use crate::library::{Holder, Visitor};
use crate::server::{Server, work};
use crate::session::Session;
use crate::shell;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use redress_base::{Fault, Finding, Refusal, Sha256};
use redress_words::Language;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How long somebody who signs in waits for the passwords of others to be looked at.
const TURN: Duration = Duration::from_secs(10);

/// The way in where people sign in, and what is seen of it otherwise.
pub(crate) async fn enter(State(desk): State<Server>, request: Request) -> Response {
    let language = desk.language(request.headers());
    let holder = desk.app.library.holder();
    if *request.method() != Method::POST || holder == Holder::Folder {
        let page = shell::door(desk.app.words(language), holder, None);
        return html(StatusCode::OK, page.into_string());
    }
    let refused = move |desk: &Server, status, refusal: &Refusal| {
        let words = desk.app.words(language);
        let said = words.finding_on_page(&refusal.finding);
        html(status, shell::door(words, holder, Some(&said)).into_string())
    };
    let from = request.extensions().get::<Peer>().copied();
    let (fields, from) = match (door(request).await, from) {
        (Ok(fields), Some(from)) => (fields, from),
        (Err(refusal), _) => return refused(&desk, StatusCode::UNPROCESSABLE_ENTITY, &refusal),
        // Every connection says where it comes from.
        (Ok(_), None) => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    };
    let busy = || Finding::error("web-too-many-tries").refuse(Fault::Busy);
    let doors = Arc::clone(&desk.app.doors);
    let Ok(Ok(turn)) = tokio::time::timeout(TURN, doors.acquire_owned()).await else {
        return refused(&desk, StatusCode::TOO_MANY_REQUESTS, &busy());
    };
    work(move || {
        // Held as long as the password is looked at, whether or not anybody still waits for the answer.
        let _turn = turn;
        let field =
            |name: &str| fields.iter().find(|(known, _)| known == name).map_or("", |(_, v)| v.as_str());
        let come = |desk: &Server| {
            if !desk.app.tries().begin(Instant::now(), from, field("name")) {
                return Err(busy());
            }
            let who = desk.app.library.sign_in(field("name"), field("password"))?;
            desk.app.tries().succeeded(from, field("name"));
            begin(&desk.app, who.visitor, Some(who.proof))
        };
        match come(&desk) {
            Ok(name) => entered(&desk, &name),
            Err(refusal) if refusal.fault == Fault::Busy => {
                refused(&desk, StatusCode::TOO_MANY_REQUESTS, &refusal)
            }
            Err(refusal) => refused(&desk, StatusCode::UNAUTHORIZED, &refusal),
        }
    })
    .await
}

/// The link that the program printed.
pub(crate) async fn follow(State(desk): State<Server>, request: Request) -> Response {
    let language = desk.language(request.headers());
    // A page that led here keeps the cookie from what follows at once (SameSite=Strict): the way on is a page of this server.
    let led =
        request.headers().get("sec-fetch-site").is_some_and(|site| site != "none" && site != "same-origin");
    // Somebody who looks at a link before it is followed does not use it up.
    if *request.method() != Method::GET {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let (parts, _) = path_parts(request).await;
    let link = parts.get("link").cloned().unwrap_or_default();
    work(move || {
        let now = Instant::now();
        // 256 random bits are not guessed, so nobody is kept waiting; whoever tries many wrong ones keeps nobody out.
        let good = desk.app.sessions().follow(now, &link);
        let name = if good { begin(&desk.app, Visitor::Owner, None).ok() } else { None };
        name.map_or_else(
            || {
                let words = desk.app.words(language);
                let said = words.finding_on_page(&Finding::error("web-link-used"));
                let door = shell::door(words, desk.app.library.holder(), Some(&said));
                html(StatusCode::UNAUTHORIZED, door.into_string())
            },
            |name| if led { leads_on(&desk, language, &name) } else { entered(&desk, &name) },
        )
    })
    .await
}

fn begin(app: &App, visitor: Visitor, proof: Option<Sha256>) -> Result<String, Refusal> {
    let (name, token) = (secret(app)?, secret(app)?);
    app.resume(&visitor);
    let stopped = BTreeMap::new();
    let session = Session {
        visitor,
        proof,
        token,
        language: None,
        by: None,
        stopped,
        spared: false,
        keyless: false,
        renewing: false,
    };
    app.sessions().begin(Instant::now(), name.clone(), session);
    Ok(name)
}

/// 256 random bits as hexadecimal digits.
pub(crate) fn secret(app: &App) -> Result<String, Refusal> {
    use std::fmt::Write as _;
    let mut text = String::with_capacity(64);
    for byte in app.library.random()? {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
    }
    Ok(text)
}

fn entered(desk: &Server, name: &str) -> Response {
    let mut answer = see("/");
    set_cookie(desk, &mut answer, &format!("{name}; Path=/"));
    answer
}

/// The same by a page of this server that goes on by itself: a browser sends the cookie only where one of our pages led.
fn leads_on(desk: &Server, language: Language, name: &str) -> Response {
    let page = shell::leads_on(desk.app.words(language));
    let mut answer = html(StatusCode::OK, page.into_string());
    set_cookie(desk, &mut answer, &format!("{name}; Path=/"));
    answer
}

fn set_cookie(desk: &Server, answer: &mut Response, value: &str) {
    let secure = if desk.shared.tls.is_some() { "; Secure" } else { "" };
    let cookie = format!("{}={value}; HttpOnly; SameSite=Strict{secure}", desk.app.cookie);
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        answer.headers_mut().insert(header::SET_COOKIE, cookie);
    }
}

/// Where the way out ends: a page that says nothing of what was there before.
pub(crate) async fn left(State(desk): State<Server>, headers: HeaderMap) -> Response {
    let words = desk.app.words(desk.language(&headers));
    let mut answer = html(StatusCode::OK, shell::left(words).into_string());
    set_cookie(&desk, &mut answer, "; Path=/; Max-Age=0");
    answer
}
