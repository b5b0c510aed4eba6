//! What a request brought: parts of its path, its question, its form.

use crate::app::App;
use crate::upload::{self, Brought};
use axum::extract::{FromRequest as _, Multipart, RawPathParams, Request};
use axum::http::header;
use redress_base::{Fault, Finding, Refusal};
use std::collections::BTreeMap;

/// The longest form without files.
const LONGEST_FORM: usize = 4 << 20;

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

/// What a form brought, with files or without.
pub(crate) async fn form(request: Request, app: &App) -> Result<Brought, Refusal> {
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
    let bytes = axum::body::to_bytes(request.into_body(), LONGEST_FORM).await.map_err(|_| unfit())?;
    let fields = form_urlencoded::parse(&bytes).into_owned().collect();
    Ok(Brought { fields, files: Vec::new() })
}
