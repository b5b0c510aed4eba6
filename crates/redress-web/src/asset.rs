//! The look and the little script, from this server alone; they hold nothing of anybody.

use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};

/// The style sheet: the look of the result page, and what pages to work in need beside it.
fn look() -> String {
    format!("{}\n{}", redress_report::STYLE, include_str!("asset/workbench.css"))
}

/// What makes pages quicker to use; every one of them works without it.
const SCRIPT: &str = include_str!("asset/workbench.js");
/// The mark.
const MARK: &str = include_str!("asset/mark.svg");

/// Serves one of them.
pub(crate) async fn serve(request: Request) -> Response {
    let (kind, text) = match request.uri().path() {
        "/asset/look.css" => ("text/css; charset=utf-8", look()),
        "/asset/work.js" => ("text/javascript; charset=utf-8", SCRIPT.to_owned()),
        "/asset/mark.svg" => ("image/svg+xml", MARK.to_owned()),
        _ => return StatusCode::NOT_FOUND.into_response(),
    };
    let mut answer = (StatusCode::OK, text).into_response();
    answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, max-age=300"));
    answer
}
