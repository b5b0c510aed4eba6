//! With whom a request comes: its session, or why it is not looked at.

use crate::answer::{html, refused_as};
use crate::library::SignedIn;
use crate::server::Server;
use crate::session::{Session, Shut};
use crate::{guard, shell};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use redress_base::{Fault, Finding, Sha256};
use redress_words::Language;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How often, and after which pauses, a request looks whether its session has its new proof.
const LOOKS: u32 = 200;
const PAUSE: Duration = Duration::from_millis(25);

/// Why a request is not looked at.
pub(crate) struct Closed {
    /// As what it is answered.
    pub(crate) status: StatusCode,
    /// Why.
    pub(crate) finding: Finding,
    /// In which language.
    pub(crate) language: Language,
}

impl Closed {
    /// As a page, or as data where a program or the page's own script asks.
    pub(crate) fn answer(&self, desk: &Server, data: bool) -> Response {
        let words = desk.app.words(self.language);
        let said = words.finding_on_page(&self.finding);
        let mut answer = if data {
            refused_as(words, self.status, &self.finding)
        } else if self.status == StatusCode::UNAUTHORIZED {
            // Whoever never came in did nothing wrong.
            let said = Some(&said).filter(|_| self.finding.code != "web-no-session");
            html(self.status, shell::door(words, desk.app.library.holder(), said).into_string())
        } else {
            html(self.status, shell::closed(words, &said).into_string())
        };
        if self.status == StatusCode::TOO_MANY_REQUESTS {
            answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("2"));
        }
        answer
    }
}

/// Whether the answer is read by a program.
pub(crate) fn reads_data(path: &str, headers: &HeaderMap) -> bool {
    is_data(path) || headers.contains_key("x-redress")
}

/// Whether it is an address of the interface.
pub(crate) fn is_data(path: &str) -> bool {
    path == "/api" || path.starts_with("/api/")
}

/// A request with its session.
pub(crate) struct Asked {
    /// The name of the session.
    pub(crate) name: String,
    /// What is known of it.
    pub(crate) session: Session,
    /// The language of the answer.
    pub(crate) language: Language,
}

impl Server {
    /// The session with its new proof, where it is the one that changed the password of its account: the others of that
    /// account end (OWASP ASVS 4.0, 3.3.3).
    async fn renewed(&self, name: &str, old: Sha256) -> Option<Session> {
        for _ in 0..LOOKS {
            let now = self.app.sessions().now(name)?;
            if now.proof != Some(old) {
                return Some(now);
            }
            if !now.renewing {
                return None;
            }
            tokio::time::sleep(PAUSE).await;
        }
        None
    }

    /// The session of a request, where it goes on.
    pub(crate) async fn asked(&self, headers: &HeaderMap) -> Result<Asked, Closed> {
        let language = self.language(headers);
        let closed = |status, finding| Closed { status, finding, language };
        let name = guard::cookie(headers, &self.app.cookie).unwrap_or_default().to_owned();
        let session = self.app.sessions().get(Instant::now(), &name);
        let mut session = session.map_err(|shut| match shut {
            Shut::Out => closed(StatusCode::UNAUTHORIZED, Finding::error("web-no-session")),
            Shut::TooMany => closed(StatusCode::TOO_MANY_REQUESTS, Finding::error("web-too-many-requests")),
        })?;
        if let Some(proof) = session.proof {
            let who = SignedIn { visitor: session.visitor.clone(), proof };
            let (app, same) = (Arc::clone(&self.app), who.clone());
            let stands = tokio::task::spawn_blocking(move || app.library.stands(&same)).await;
            let failed = || Finding::error("web-nothing-done").refuse(Fault::Storage);
            match stands.unwrap_or_else(|_| Err(failed())) {
                Ok(true) => {}
                Ok(false) => match self.renewed(&name, proof).await {
                    Some(renewed) => session = renewed,
                    None => {
                        self.app.sessions().end_all(&who);
                        return Err(closed(StatusCode::UNAUTHORIZED, Finding::error("web-session-over")));
                    }
                },
                Err(refusal) => return Err(closed(StatusCode::INTERNAL_SERVER_ERROR, *refusal.finding)),
            }
        }
        let language = session.language.unwrap_or(language);
        Ok(Asked { name, session, language })
    }
}
