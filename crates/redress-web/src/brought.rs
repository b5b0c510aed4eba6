//! What a request brought: parts of its path, its question, its form.

use crate::app::App;
use crate::session::Session;
use crate::upload::{self, Brought, Unsent};
use axum::extract::{FromRequest as _, Multipart, RawPathParams, Request};
use axum::http::header;
use redress_base::{Fault, Finding, Refusal};
use std::collections::BTreeMap;
use std::time::Duration;

/// The longest form without files.
const LONGEST_FORM: usize = 4 << 20;
/// How long it may take.
const SENT: Duration = Duration::from_secs(60);
/// The longest form of somebody who has no session: a name and a password.
const LONGEST_DOOR: usize = 4 << 10;
/// How long it may take.
const SENT_AT_DOOR: Duration = Duration::from_secs(10);
/// What a form without files is sent as.
const FIELDS: &str = "application/x-www-form-urlencoded";

/// Parts of the path by their names.
pub(crate) async fn path_parts(request: Request) -> (BTreeMap<String, String>, Request) {
    use axum::RequestExt as _;
    let mut request = request;
    let parts = request.extract_parts::<RawPathParams>().await;
    let parts = parts.map(|parts| parts.iter().map(|(k, v)| (k.to_owned(), v.to_owned())).collect());
    (parts.unwrap_or_default(), request)
}

/// What stands after the question mark.
pub(crate) fn query_of(request: &Request) -> Vec<(String, String)> {
    form_urlencoded::parse(request.uri().query().unwrap_or_default().as_bytes()).into_owned().collect()
}

/// What a form of a session brought, with files or without. One with files has to begin with `token`, where it needs one.
pub(crate) async fn form(
    request: Request,
    app: &App,
    session: &Session,
    token: Option<&str>,
) -> Result<Brought, Unsent> {
    let kind = kind(&request);
    if kind.starts_with("multipart/form-data") {
        let place = app.sending.begin(&session.visitor)?;
        let form = Multipart::from_request(request, &()).await.map_err(|_| unfit())?;
        return upload::take(form, &app.limits, token, place).await;
    }
    if !kind.starts_with(FIELDS) {
        return Err(unfit().into());
    }
    Ok(Brought::fields(fields(request, LONGEST_FORM, SENT).await?))
}

/// The fields that somebody sends who has no session yet: short, soon, and no files.
///
/// # Errors
/// `Input` for everything else.
pub(crate) async fn door(request: Request) -> Result<Vec<(String, String)>, Refusal> {
    if !kind(&request).starts_with(FIELDS) {
        return Err(unfit());
    }
    fields(request, LONGEST_DOOR, SENT_AT_DOOR).await
}

async fn fields(request: Request, most: usize, within: Duration) -> Result<Vec<(String, String)>, Refusal> {
    let sent = tokio::time::timeout(within, axum::body::to_bytes(request.into_body(), most)).await;
    let bytes = sent.map_err(|_| unfit())?.map_err(|_| unfit())?;
    Ok(form_urlencoded::parse(&bytes).into_owned().collect())
}

fn kind(request: &Request) -> String {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.unwrap_or_default().to_ascii_lowercase()
}

fn unfit() -> Refusal {
    Finding::error("web-form-unfit").refuse(Fault::Input)
}
