//! A workbench that runs, and a plain client of HTTP/1.1 that speaks to it as a browser does.

use crate::run::Room;
use std::io::{BufRead as _, BufReader, ErrorKind, Read as _, Write as _};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A running `redress serve`, ended with the test.
pub(crate) struct Serving {
    child: Child,
    pub(crate) host: String,
    pub(crate) link: String,
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

/// An answer: status, headers in lower case, body.
pub(crate) struct Got {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Got {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }
}

/// Somebody who came in: their cookie, and what their forms carry.
pub(crate) struct Guest<'s> {
    serving: &'s Serving,
    pub(crate) cookie: String,
    pub(crate) token: String,
}

impl Serving {
    /// Begins to serve the folder `cases` of the room.
    pub(crate) fn begin(room: &Room) -> Serving {
        Serving::with(room, &["cases"])
    }

    /// Begins to serve what the arguments name.
    pub(crate) fn with(room: &Room, args: &[&str]) -> Serving {
        let mut command: Command = room.command(&["serve", "--no-browser", "--lang", "en"]);
        command.args(args);
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let link = line[line.find("http").unwrap()..].trim().to_owned();
        let host = link.split("://").nth(1).unwrap().split('/').next().unwrap().to_owned();
        Serving { child, host, link }
    }

    /// Sends bytes as they are and reads the whole answer.
    pub(crate) fn raw(&self, request: &[u8]) -> Got {
        let mut stream = connect(&self.host);
        stream.write_all(request).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        parse(&bytes)
    }

    /// Sends the beginning of a request.
    pub(crate) fn begins(&self, request: &[u8]) -> Half {
        let mut half = Half(connect(&self.host));
        half.send(request);
        half
    }

    pub(crate) fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Got {
        // The place in a page is the browser's own, and is not sent.
        let path = path.split('#').next().unwrap_or_default();
        let mut request = format!("{method} {path} HTTP/1.1\r\nConnection: close\r\n");
        if !headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("host")) {
            request.push_str(&format!("Host: {}\r\n", self.host));
        }
        for (name, value) in headers {
            request.push_str(&format!("{name}: {value}\r\n"));
        }
        request.push_str(&format!("Content-Length: {}\r\n\r\n", body.len()));
        self.raw(&[request.as_bytes(), body].concat())
    }

    /// Signs in with name and password; nothing where that leads nowhere.
    pub(crate) fn sign_in(&self, name: &str, password: &str) -> Option<Guest<'_>> {
        let body = format!("name={}&password={}", encoded(name), encoded(password));
        let kind = [("Content-Type", "application/x-www-form-urlencoded")];
        let got = self.send("POST", "/enter", &kind, body.as_bytes());
        if got.status != 303 {
            assert!([401, 429].contains(&got.status), "{}", got.text());
            return None;
        }
        let cookie = got.header("set-cookie").unwrap().split(';').next().unwrap().to_owned();
        let mut guest = Guest { serving: self, cookie, token: String::new() };
        guest.token = token(&guest.get("/").text());
        Some(guest)
    }

    /// Comes in by the link of the program.
    pub(crate) fn enter(&self) -> Guest<'_> {
        let path = self.link.split_once(&self.host).unwrap().1;
        let got = self.send("GET", path, &[], b"");
        assert_eq!(got.status, 303, "{}", got.text());
        let cookie = got.header("set-cookie").unwrap().split(';').next().unwrap().to_owned();
        let mut guest = Guest { serving: self, cookie, token: String::new() };
        guest.token = token(&guest.get("/").text());
        guest
    }
}

/// A request of which only a part was sent, on a connection that stays open.
#[expect(clippy::disallowed_types, reason = "the workbench on this computer, which the test itself started")]
pub(crate) struct Half(std::net::TcpStream);

impl Half {
    /// Sends more of it.
    pub(crate) fn send(&mut self, bytes: &[u8]) {
        self.0.write_all(bytes).unwrap();
    }

    /// What comes back until the connection is closed; what came so far where it stays open longer than `patience`.
    pub(crate) fn answer(mut self, patience: Duration) -> Got {
        let (until, mut bytes, mut block) = (Instant::now() + patience, Vec::new(), [0; 4096]);
        while let Some(left) = until.checked_duration_since(Instant::now()).filter(|left| !left.is_zero()) {
            self.0.set_read_timeout(Some(left)).unwrap();
            match self.0.read(&mut block) {
                Ok(0) | Err(_) => break,
                Ok(read) => bytes.extend(&block[..read]),
            }
        }
        parse(&bytes)
    }

    /// Whether it was closed from the other end within `patience`.
    pub(crate) fn is_closed(&mut self, patience: Duration) -> bool {
        self.0.set_read_timeout(Some(patience)).unwrap();
        loop {
            match self.0.read(&mut [0; 4096]) {
                Ok(0) => return true,
                Ok(_) => {}
                Err(error) => return !matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut),
            }
        }
    }
}

#[expect(clippy::disallowed_types, reason = "the workbench on this computer, which the test itself started")]
fn connect(host: &str) -> std::net::TcpStream {
    std::net::TcpStream::connect(host).unwrap()
}

/// What the forms of a page carry.
fn token(page: &str) -> String {
    let mark = "name=\"token\" value=\"";
    let rest = &page[page.find(mark).unwrap() + mark.len()..];
    rest[..rest.find('"').unwrap()].to_owned()
}

impl Guest<'_> {
    pub(crate) fn get(&self, path: &str) -> Got {
        self.serving.send("GET", path, &[("Cookie", &self.cookie)], b"")
    }

    pub(crate) fn get_in(&self, path: &str, language: &str) -> Got {
        self.serving.send("GET", path, &[("Cookie", &self.cookie), ("Accept-Language", language)], b"")
    }

    /// Sends a form with this session's token.
    pub(crate) fn post(&self, path: &str, fields: &[(&str, &str)]) -> Got {
        let mut all = vec![("token", self.token.as_str())];
        all.extend(fields);
        let body: Vec<String> =
            all.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        let headers =
            [("Cookie", self.cookie.as_str()), ("Content-Type", "application/x-www-form-urlencoded")];
        self.serving.send("POST", path, &headers, body.join("&").as_bytes())
    }

    /// Sends a form with files.
    pub(crate) fn upload(&self, path: &str, fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> Got {
        let body = self.form(fields, files);
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        let headers = [("Cookie", self.cookie.as_str()), ("Content-Type", kind.as_str())];
        self.serving.send("POST", path, &headers, &body)
    }

    /// Sends a form whose files stand in fields of their own: field, name, bytes.
    pub(crate) fn upload_in(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        files: &[(&str, &str, &[u8])],
    ) -> Got {
        let body = self.form_in(fields, files);
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        let headers = [("Cookie", self.cookie.as_str()), ("Content-Type", kind.as_str())];
        self.serving.send("POST", path, &headers, &body)
    }

    /// Sends one file in the field of that name.
    pub(crate) fn upload_as(&self, path: &str, field: &str, name: &str, bytes: &[u8]) -> Got {
        let body = self.form(&[], &[(name, bytes)]);
        let (of, wanted) = ("name=\"file\";", format!("name=\"{field}\";"));
        let at = body.windows(of.len()).position(|part| part == of.as_bytes()).unwrap();
        let body = [&body[..at], wanted.as_bytes(), &body[at + of.len()..]].concat();
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        let headers = [("Cookie", self.cookie.as_str()), ("Content-Type", kind.as_str())];
        self.serving.send("POST", path, &headers, &body)
    }

    pub(crate) fn form(&self, fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> Vec<u8> {
        let files: Vec<(&str, &str, &[u8])> =
            files.iter().map(|(name, bytes)| ("file", *name, *bytes)).collect();
        self.form_in(fields, &files)
    }

    fn form_in(&self, fields: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Vec<u8> {
        let mut body = Vec::new();
        for (name, value) in [("token", self.token.as_str())].iter().chain(fields) {
            let head =
                format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend(head.into_bytes());
        }
        for (field, name, bytes) in files {
            let head = format!(
                "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            );
            body.extend(head.into_bytes());
            body.extend(*bytes);
            body.extend(b"\r\n");
        }
        body.extend(format!("--{BOUNDARY}--\r\n").into_bytes());
        body
    }
}

/// What stands between the parts of a form with files.
pub(crate) const BOUNDARY: &str = "----redress-test";

fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let one = |byte: u8| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    text.bytes().map(one).collect()
}

fn parse(bytes: &[u8]) -> Got {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or(bytes.len());
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1)).and_then(|code| code.parse().ok());
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_lowercase(), value.trim().to_owned()))
        .collect();
    let mut body = bytes.get(end + 4..).unwrap_or_default().to_vec();
    if headers.iter().any(|(name, value)| name == "transfer-encoding" && value == "chunked") {
        body = unchunked(&body);
    }
    Got { status: status.unwrap_or(0), headers, body }
}

fn unchunked(mut bytes: &[u8]) -> Vec<u8> {
    let mut whole = Vec::new();
    while let Some(end) = bytes.windows(2).position(|two| two == b"\r\n") {
        let length = usize::from_str_radix(std::str::from_utf8(&bytes[..end]).unwrap().trim(), 16).unwrap();
        if length == 0 {
            break;
        }
        whole.extend(&bytes[end + 2..end + 2 + length]);
        bytes = &bytes[end + 2 + length + 2..];
    }
    whole
}
