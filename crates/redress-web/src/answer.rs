//! What a page answered, as it goes over the wire.

use crate::again;
use crate::call::Call;
use crate::guard;
use crate::reply::{Reply, Wrong};
use crate::saved;
use crate::shell;
use crate::shut::shut;
use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use redress_base::Finding;
use redress_words::Words;
use tokio_util::io::ReaderStream;

/// Turns what a page answered into what goes over the wire.
pub(crate) fn finish(call: &Call<'_>, done: Result<Reply, Wrong>) -> Response {
    match done {
        Ok(Reply::Page(leaf)) => html(StatusCode::OK, shell::frame(call, &leaf).into_string()),
        Ok(Reply::Sealed(leaf, policy)) => {
            let mut answer = html(StatusCode::OK, shell::frame(call, &leaf).into_string());
            match HeaderValue::from_str(&policy) {
                Ok(policy) => answer.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy),
                Err(_) => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
            };
            answer
        }
        Ok(Reply::Piece(markup)) => html(StatusCode::OK, shut(call, &markup).into_string()),
        Ok(Reply::See(address)) => {
            saved::note(call, &address, None);
            see(&address)
        }
        Ok(Reply::Entered(address, entry)) => {
            saved::note(call, &address, Some(entry));
            see(&address)
        }
        Ok(Reply::Json(value)) => json(StatusCode::OK, &value),
        Ok(Reply::Style(text)) => {
            let kind = HeaderValue::from_static("text/css; charset=utf-8");
            (StatusCode::OK, [(header::CONTENT_TYPE, kind)], text).into_response()
        }
        Ok(Reply::File(file)) => keep(&file.name, file.kind, file.bytes.len() as u64, Body::from(file.bytes)),
        Ok(Reply::Long(parcel)) => {
            let file = ReaderStream::with_capacity(tokio::fs::File::from_std(parcel.file), 1 << 16);
            keep(&parcel.name, parcel.kind, parcel.bytes, Body::from_stream(file))
        }
        Err(wrong) if call.script => refused_data(call.words, &wrong),
        // A form comes back on its own page, with what was typed.
        Err(wrong) => {
            let page = again::shown(call, &wrong);
            html(status(&wrong), page.unwrap_or_else(|| shell::wrong(call, &wrong).into_string()))
        }
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

/// Why there is no answer, as data.
pub(crate) fn refused_data(words: &Words, wrong: &Wrong) -> Response {
    refused_as(words, status(wrong), &wrong.finding())
}

/// The same with the status given.
pub(crate) fn refused_as(words: &Words, status: StatusCode, finding: &Finding) -> Response {
    let said = words.finding_on_page(finding);
    let body = serde_json::json!({ "code": finding.code, "sentence": said.sentence, "advice": said.advice });
    json(status, &body)
}

/// Look there.
pub(crate) fn see(address: &str) -> Response {
    let mut answer = StatusCode::SEE_OTHER.into_response();
    if let Ok(address) = HeaderValue::from_str(address) {
        answer.headers_mut().insert(header::LOCATION, address);
    }
    answer
}

/// A page.
pub(crate) fn html(status: StatusCode, text: String) -> Response {
    let kind = HeaderValue::from_static("text/html; charset=utf-8");
    (status, [(header::CONTENT_TYPE, kind)], text).into_response()
}

/// Data.
pub(crate) fn json(status: StatusCode, value: &serde_json::Value) -> Response {
    let kind = HeaderValue::from_static("application/json");
    (status, [(header::CONTENT_TYPE, kind)], value.to_string()).into_response()
}
