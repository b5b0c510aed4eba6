//! The ways in and out: the link that the program printed, signing in, leaving.

use crate::answer::{html, see};
use crate::app::App;
use crate::brought::{form, path_parts};
use crate::library::{Holder, Local, Visitor};
use crate::resume::Resume;
use crate::server::{Server, work};
use crate::session::{COOKIE, Session};
use crate::shell;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use redress_base::{Fault, Finding, Refusal};
use std::collections::BTreeMap;
use std::time::Instant;

/// The way in where people sign in, and what is seen of it otherwise.
pub(crate) async fn enter(State(desk): State<Server>, request: Request) -> Response {
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
        let come = |desk: &Server| {
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
pub(crate) async fn follow(State(desk): State<Server>, request: Request) -> Response {
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
            |name| entered(&name, desk.shared.tls.is_some()),
        )
    })
    .await
}

fn begin(app: &App, visitor: Visitor) -> Result<String, Refusal> {
    let (name, token) = (secret(app)?, secret(app)?);
    if !app.sessions().knows(&visitor) {
        let kept = app.library.local(&visitor, Local::Resume);
        let kept = kept.and_then(|text| Resume::read(text.as_deref()));
        app.sessions().resume(visitor.clone(), kept);
    }
    let stopped = BTreeMap::new();
    let session = Session { visitor, token, language: None, by: None, stopped, spared: false };
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
pub(crate) async fn left() -> Response {
    let mut answer = html(StatusCode::OK, shell::left().into_string());
    let gone = format!("{COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict");
    if let Ok(gone) = HeaderValue::from_str(&gone) {
        answer.headers_mut().insert(header::SET_COOKIE, gone);
    }
    answer
}
