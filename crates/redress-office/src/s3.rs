//! One bucket of an S3-compatible store: sealed bytes under `prefix/case/ab/cdef…`.
//!
//! Bytes go up in one PUT with their SHA-256 signed, so that the server refuses what arrives otherwise, and
//! are looked at once more before anybody names them. What comes down is digested before it is handed on.

use crate::signature::{Signer, digest};
use crate::tls;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use redress_base::{Digests, Fault, Finding, Private, Refusal, Sha256};
use redress_evidence::hash::Hasher;
use redress_workbench::ports::Lent;
use std::fs::File;
use std::io::{Cursor, ErrorKind, Read, Seek, Write};
use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;
use ureq::http::Response;
use ureq::{Agent, Body, SendBody};

/// Tries of one request, with growing pauses between them.
const TRIES: u32 = 4;
/// The pause before the second try; each later one is twice as long.
const PAUSE: Duration = Duration::from_millis(150);
/// One PUT takes at most 5 GiB (Amazon S3, "Uploading objects").
const LONGEST: u64 = 5 << 30;
/// Shorter objects are held in memory while they are checked, longer ones in a nameless file.
const IN_MEMORY: u64 = 8 << 20;
const BLOCK: usize = 1 << 20;

/// Where the bucket is, and who may use it.
#[derive(Debug)]
pub(crate) struct S3Place {
    pub(crate) endpoint: String,
    pub(crate) region: String,
    pub(crate) bucket: String,
    pub(crate) prefix: String,
    pub(crate) path_style: bool,
    pub(crate) access_key: Private<String>,
    pub(crate) secret_key: Private<String>,
    pub(crate) ca: Option<PathBuf>,
}

impl S3Place {
    /// The scheme and the host with its port, as they stand in requests.
    fn parts(&self) -> Option<(&str, String)> {
        let (scheme, rest) = self.endpoint.split_once("://")?;
        let host = rest.strip_suffix('/').unwrap_or(rest);
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
        let usual = match scheme {
            "https" => ":443",
            "http" if near(host) => ":80",
            _ => return None,
        };
        let host = host.strip_suffix(usual).unwrap_or(host);
        let host = if self.path_style { host.to_owned() } else { format!("{}.{host}", self.bucket) };
        let whole = !rest.is_empty() && host.chars().all(plain) && !rest.starts_with(':');
        whole.then_some((scheme, host))
    }

    /// The name of the first key that is wrong.
    pub(crate) fn check(&self) -> Result<(), &'static str> {
        let lower = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-');
        let word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
        if !(3..=63).contains(&self.bucket.len()) || !self.bucket.chars().all(lower) {
            return Err("bucket");
        }
        if self.region.is_empty() || !self.region.chars().all(word) {
            return Err("region");
        }
        let whole = |part: &str| !part.is_empty() && !matches!(part, "." | "..") && part.chars().all(word);
        if !self.prefix.is_empty() && !self.prefix.split('/').all(whole) {
            return Err("prefix");
        }
        self.parts().map(drop).ok_or("endpoint")
    }
}

/// Whether a host with its port is this machine.
fn near(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    name == "localhost" || name.parse().is_ok_and(|at: IpAddr| at.is_loopback())
}

/// The open bucket.
pub(crate) struct Bucket {
    agent: Agent,
    scheme: String,
    host: String,
    folder: String,
    region: String,
    access_key: Private<String>,
    secret_key: Private<String>,
}

/// What came down, with the digest that it has.
type Received = (Sha256, Box<dyn Lent>);

/// What is sent with a request.
enum Payload<'a> {
    None,
    Bytes(&'a [u8]),
    File(&'a File),
}

impl Bucket {
    pub(crate) fn at(place: &S3Place) -> Result<Bucket, Refusal> {
        let wrong = || Finding::error("office-config-wrong").with("file", "").with("key", "endpoint");
        let (scheme, host) = place.parts().ok_or_else(|| wrong().refuse(Fault::Usage))?;
        let mut config = Agent::config_builder()
            .http_status_as_error(false)
            // A redirect or a proxy would carry the request to somebody whom the configuration does not name.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .proxy(None)
            .user_agent("redress")
            .https_only(scheme == "https")
            .timeout_connect(Some(Duration::from_secs(10)))
            .timeout_recv_response(Some(Duration::from_secs(60)));
        if scheme == "https" {
            let roots = tls::roots(place.ca.as_deref())?;
            let roots: Vec<_> =
                roots.iter().map(|one| ureq::tls::Certificate::from_der(one).to_owned()).collect();
            let tls = ureq::tls::TlsConfig::builder()
                .provider(ureq::tls::TlsProvider::Rustls)
                .root_certs(ureq::tls::RootCerts::new_with_certs(&roots))
                .unversioned_rustls_crypto_provider(tls::provider());
            config = config.tls_config(tls.build());
        }
        let parts = [place.path_style.then_some(place.bucket.as_str()), Some(place.prefix.as_str())];
        let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
        Ok(Bucket {
            agent: config.build().new_agent(),
            scheme: scheme.to_owned(),
            host,
            folder: parts.map(|part| format!("/{part}")).collect(),
            region: place.region.clone(),
            access_key: place.access_key.clone(),
            secret_key: place.secret_key.clone(),
        })
    }

    /// Writes, reads and drops a small object: an office that could not keep bytes is not set up.
    pub(crate) fn probe(&self) -> Result<(), Refusal> {
        let word = b"redress";
        let sha256 = digest(word);
        self.put("probe", word, &sha256)?;
        self.open("probe", &sha256).map(drop)?;
        self.forget("probe", &sha256)
    }

    pub(crate) fn put(&self, case_id: &str, bytes: &[u8], sha256: &Sha256) -> Result<(), Refusal> {
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.keep(case_id, sha256, length, &Payload::Bytes(bytes))
    }

    pub(crate) fn put_stream(
        &self,
        case_id: &str,
        source: &mut dyn Read,
        progress: &mut dyn FnMut(u64),
    ) -> Result<Digests, Refusal> {
        let mut file = scratch()?;
        let mut hasher = Hasher::new();
        let mut block = vec![0; BLOCK];
        loop {
            let length = match source.read(&mut block) {
                Ok(0) => break,
                Ok(length) => length,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => {
                    let finding = Finding::error("office-source-unreadable");
                    return Err(finding.with("system", error.to_string()).refuse(Fault::Input));
                }
            };
            let bytes = block.get(..length).unwrap_or_default();
            hasher.update(bytes);
            file.write_all(bytes).map_err(|error| scratch_failed(&error))?;
            progress(u64::try_from(length).unwrap_or(u64::MAX));
        }
        let digests = hasher.finish();
        self.keep(case_id, &digests.sha256, digests.bytes, &Payload::File(&file))?;
        Ok(digests)
    }

    /// Puts bytes in their place, again where they are there already: a second copy of the same bytes
    /// changes nothing, and mends one that was altered.
    fn keep(
        &self,
        case_id: &str,
        sha256: &Sha256,
        length: u64,
        payload: &Payload<'_>,
    ) -> Result<(), Refusal> {
        if length > LONGEST {
            let finding = Finding::error("office-object-too-long").with("bytes", length);
            return Err(finding.with("most", LONGEST).refuse(Fault::Input));
        }
        let path = self.path(case_id, sha256);
        self.done(self.request("PUT", &path, sha256, payload)?, "PUT")?;
        let found = self.request("HEAD", &path, &digest(b""), &Payload::None)?;
        let kept = found.headers().get("content-length").and_then(|value| value.to_str().ok()?.parse().ok());
        if found.status().as_u16() != 200 || kept != Some(length) {
            let finding = Finding::error("office-object-not-kept").with("object", sha256.to_string());
            return Err(finding.refuse(Fault::Storage));
        }
        Ok(())
    }

    /// Opens an object after it has come down and was found to be what was sealed.
    pub(crate) fn open(&self, case_id: &str, sha256: &Sha256) -> Result<Box<dyn Lent>, Refusal> {
        let refuse = |code: Finding| code.with("object", sha256.to_string()).refuse(Fault::Verification);
        let path = self.path(case_id, sha256);
        let mut tried = 1;
        let (found, object) = loop {
            let answer = self.request("GET", &path, &digest(b""), &Payload::None)?;
            if answer.status().as_u16() == 404 {
                return Err(refuse(Finding::error("office-object-missing")));
            }
            match receive(self.done(answer, "GET")?)? {
                Some(received) => break received,
                None if tried < TRIES => tried = pause(tried),
                None => return Err(unreachable("GET")),
            }
        };
        if found == *sha256 { Ok(object) } else { Err(refuse(Finding::error("office-object-altered"))) }
    }

    pub(crate) fn forget(&self, case_id: &str, sha256: &Sha256) -> Result<(), Refusal> {
        let path = self.path(case_id, sha256);
        let answer = self.request("DELETE", &path, &digest(b""), &Payload::None)?;
        if answer.status().as_u16() == 404 { Ok(()) } else { self.done(answer, "DELETE").map(drop) }
    }

    /// Path of an object. Every part of it has been checked to need no escaping.
    fn path(&self, case_id: &str, sha256: &Sha256) -> String {
        let mut shelf = sha256.to_string();
        let rest = shelf.split_off(2);
        format!("{}/{case_id}/{shelf}/{rest}", self.folder)
    }

    /// One signed request, tried again where the network or the server stumbled.
    fn request(
        &self,
        method: &'static str,
        path: &str,
        sha256: &Sha256,
        payload: &Payload<'_>,
    ) -> Result<Response<Body>, Refusal> {
        let mut tried = 1;
        loop {
            let answer = self.once(method, path, sha256, payload);
            let again = match &answer {
                Ok(answer) => matches!(answer.status().as_u16(), 429 | 500 | 502 | 503 | 504),
                Err(ureq::Error::Tls(_) | ureq::Error::Rustls(_)) => return Err(tls_failed()),
                // What is wrong with a certificate comes wrapped as an input error.
                Err(ureq::Error::Io(error)) if error.kind() == ErrorKind::InvalidData => {
                    return Err(tls_failed());
                }
                Err(_) => true,
            };
            match answer {
                Ok(answer) if !again || tried == TRIES => return Ok(answer),
                Err(_) if tried == TRIES => return Err(unreachable(method)),
                _ => tried = pause(tried),
            }
        }
    }

    fn once(
        &self,
        method: &str,
        path: &str,
        sha256: &Sha256,
        payload: &Payload<'_>,
    ) -> Result<Response<Body>, ureq::Error> {
        let at = jiff::Timestamp::now().strftime("%Y%m%dT%H%M%SZ").to_string();
        let hex = sha256.to_string();
        let checksum = STANDARD.encode(sha256.0);
        let mut headers = vec![("host", self.host.as_str())];
        if !matches!(payload, Payload::None) {
            headers.push(("x-amz-checksum-sha256", checksum.as_str()));
        }
        headers.extend([("x-amz-content-sha256", hex.as_str()), ("x-amz-date", at.as_str())]);
        let signer = Signer {
            access_key: self.access_key.reveal(),
            secret_key: self.secret_key.reveal(),
            region: &self.region,
        };
        let signed = signer.sign(method, path, &headers, &hex, &at);
        let mut request = ureq::http::Request::builder()
            .method(method)
            .uri(format!("{}://{}{path}", self.scheme, self.host))
            .header("authorization", signed);
        for (name, value) in headers.iter().filter(|(name, _)| *name != "host") {
            request = request.header(*name, *value);
        }
        match payload {
            Payload::None => self.agent.run(request.body(())?),
            Payload::Bytes(bytes) => self.agent.run(request.body(*bytes)?),
            Payload::File(file) => {
                let mut file: &File = file;
                file.rewind()?;
                let length = file.metadata()?.len();
                let request = request.header("content-length", length);
                self.agent.run(request.body(SendBody::from_reader(&mut file))?)
            }
        }
    }

    /// Refuses every answer that is not a success, with the server's own code and no more of its words.
    fn done(&self, mut answer: Response<Body>, method: &str) -> Result<Response<Body>, Refusal> {
        let status = answer.status().as_u16();
        if (200..300).contains(&status) {
            return Ok(answer);
        }
        let mut said = String::new();
        // Where even the words of the error do not arrive, its number is enough.
        let _ = answer.body_mut().as_reader().take(1 << 14).read_to_string(&mut said);
        let code = said.split_once("<Code>").and_then(|(_, rest)| rest.split_once("</Code>"));
        let plain = |code: &&str| code.len() <= 64 && code.chars().all(|c| c.is_ascii_alphanumeric());
        let code = code.map(|(code, _)| code).filter(plain).unwrap_or("-");
        let finding = match status {
            // RFC 4918 11.5, as MinIO and Ceph say it; what Amazon has no end of.
            507 => Finding::error("office-objects-full"),
            429 | 503 => Finding::error("office-objects-busy").with("tries", i64::from(TRIES)),
            _ => Finding::error("office-objects-refused"),
        };
        let finding = finding.with("request", method);
        Err(finding.with("status", i64::from(status)).with("state", code).refuse(Fault::Storage))
    }
}

/// Takes an answer in and digests it; `None` where it broke off on the way.
fn receive(answer: Response<Body>) -> Result<Option<Received>, Refusal> {
    let stated = answer.headers().get("content-length").and_then(|value| value.to_str().ok()?.parse().ok());
    let mut body = answer.into_body().into_reader();
    let mut hasher = Hasher::new();
    let mut memory = Vec::new();
    let mut file = match stated {
        Some(length) if length <= IN_MEMORY => None,
        _ => Some(scratch()?),
    };
    let mut block = vec![0; BLOCK];
    loop {
        let length = match body.read(&mut block) {
            Ok(0) => break,
            Ok(length) => length,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(_) => return Ok(None),
        };
        let bytes = block.get(..length).unwrap_or_default();
        hasher.update(bytes);
        match &mut file {
            Some(file) => file.write_all(bytes).map_err(|error| scratch_failed(&error))?,
            None => memory.extend_from_slice(bytes),
        }
    }
    let digests = hasher.finish();
    if stated.is_some_and(|length: u64| length != digests.bytes) {
        return Ok(None);
    }
    let object: Box<dyn Lent> = match file {
        Some(mut file) => {
            file.rewind().map_err(|error| scratch_failed(&error))?;
            Box::new(file)
        }
        None => Box::new(Cursor::new(memory)),
    };
    Ok(Some((digests.sha256, object)))
}

/// A file without a name, which is gone when it is closed, however the program ends.
fn scratch() -> Result<File, Refusal> {
    tempfile::tempfile().map_err(|error| scratch_failed(&error))
}

fn scratch_failed(error: &std::io::Error) -> Refusal {
    Finding::error("office-scratch-failed").with("system", error.to_string()).refuse(Fault::Storage)
}

fn tls_failed() -> Refusal {
    Finding::error("office-objects-certificate").refuse(Fault::Storage)
}

fn unreachable(method: &str) -> Refusal {
    let finding = Finding::error("office-objects-unreachable").with("request", method);
    finding.with("tries", i64::from(TRIES)).refuse(Fault::Storage)
}

/// Waits before the next try, and counts it.
fn pause(tried: u32) -> u32 {
    std::thread::sleep(PAUSE.saturating_mul(1 << tried.min(8)) / 2);
    tried.saturating_add(1)
}
