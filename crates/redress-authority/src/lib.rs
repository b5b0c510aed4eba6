//! Asks a timestamp authority over HTTP (RFC 3161 §3.4).
//!
//! - **Takes**: the address that the person gave, and the question in DER.
//! - **Gives**: the answer as it came, at most 256 KiB.
//! - **Knows**: base. Whether the answer is a good one is for the room of timestamps to say.
//! - **Never**: waits for more than half a minute; sends anything but the question, which holds a digest and a number drawn by chance; follows a redirect;
//!   uses a proxy; keeps a cookie; asks twice by itself.
//! - **Source**: RFC 3161 §3.4 (`application/timestamp-query`, `application/timestamp-reply`).

use redress_base::{Fault, Finding, Refusal};
use std::io::Read as _;
use std::sync::Arc;
use std::time::Duration;
use ureq::Agent;

/// The longest answer, in bytes.
const LONGEST: u64 = 256 << 10;
/// How long the whole of it may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// Whether that is an address of HTTP or HTTPS with a host in it, and whether it is the latter. Nothing is sent.
///
/// # Errors
/// `authority-address` for what is none.
pub fn is_address(address: &str) -> Result<bool, Refusal> {
    let plain = !address.chars().any(|c| c.is_control() || c.is_whitespace()) && !address.contains('@');
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#', ':']).next()).unwrap_or_default();
    if !plain || host.is_empty() {
        return Err(Finding::error("authority-address").with("address", address).refuse(Fault::Usage));
    }
    Ok(address.starts_with("https://"))
}

/// Sends the question and gives the answer.
///
/// # Errors
/// `authority-address` for what is no address of HTTP or HTTPS; `authority-unreachable` where nobody answers, with the reason;
/// `authority-late` where the whole answer is not there in time; `authority-status` for another status than 200; `authority-no-reply` for another media type;
/// `authority-too-long`.
pub fn ask(address: &str, question: &[u8]) -> Result<Vec<u8>, Refusal> {
    ask_within(address, question, PATIENCE)
}

/// The same with another patience, so that it can be tried without waiting half a minute.
///
/// # Errors
/// As [`ask`].
#[doc(hidden)]
pub fn ask_within(address: &str, question: &[u8], patience: Duration) -> Result<Vec<u8>, Refusal> {
    let refuse = |code: &str, fault: Fault| Finding::error(code).with("address", address).refuse(fault);
    let secure = is_address(address)?;
    let unreachable = |error: ureq::Error| {
        if matches!(error, ureq::Error::Timeout(_)) {
            let found = Finding::error("authority-late").with("address", address);
            return found.with("seconds", patience.as_secs()).refuse(Fault::Storage);
        }
        let found = Finding::error("authority-unreachable").with("address", address);
        found.with("problem", error.to_string()).refuse(Fault::Storage)
    };
    let request = agent(secure, patience).post(address).header("Content-Type", "application/timestamp-query");
    let request = request.header("Accept", "application/timestamp-reply");
    let mut answer = request.send(question).map_err(unreachable)?;
    let status = answer.status().as_u16();
    if status != 200 {
        let found = Finding::error("authority-status").with("address", address);
        return Err(found.with("status", i64::from(status)).refuse(Fault::Storage));
    }
    let kind = answer.headers().get("content-type").and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if !kind.to_ascii_lowercase().starts_with("application/timestamp-reply") {
        return Err(refuse("authority-no-reply", Fault::Input));
    }
    let mut bytes = Vec::new();
    let read = answer.body_mut().as_reader().take(LONGEST + 1).read_to_end(&mut bytes);
    // What the body says of its reading is the client's own error again.
    read.map_err(|error| unreachable(error.into()))?;
    if bytes.len() as u64 > LONGEST {
        return Err(refuse("authority-too-long", Fault::Input));
    }
    Ok(bytes)
}

fn agent(secure: bool, patience: Duration) -> Agent {
    let config = Agent::config_builder()
        .http_status_as_error(false)
        // A redirect or a proxy would carry the question to somebody whom the person did not name.
        .max_redirects(0)
        .max_redirects_will_error(false)
        .proxy(None)
        .user_agent("redress")
        .https_only(secure)
        .timeout_connect(Some(patience.min(Duration::from_secs(10))))
        .timeout_global(Some(patience));
    if !secure {
        return config.build().new_agent();
    }
    let roots: Vec<_> = rustls_native_certs::load_native_certs()
        .certs
        .iter()
        .map(|one| ureq::tls::Certificate::from_der(one).to_owned())
        .collect();
    // The provider of the ciphers is named, so that no other one can slip in by a feature of some package.
    let tls = ureq::tls::TlsConfig::builder()
        .provider(ureq::tls::TlsProvider::Rustls)
        .root_certs(ureq::tls::RootCerts::new_with_certs(&roots))
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()));
    config.tls_config(tls.build()).build().new_agent()
}
