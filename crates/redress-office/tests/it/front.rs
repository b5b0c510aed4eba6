//! A front before the object store: with TLS or without, handing everything on, or answering in its place that the server is
//! full or too busy. And an authority of its own that signs certificates, good ones and bad ones.

use redress_conformance::shared_s3;
use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicU16, AtomicU64, Ordering};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};

/// The front. It ends with the process.
pub(crate) struct Front {
    pub(crate) port: u16,
    /// The status that it answers itself; 0: it hands on.
    status: Arc<AtomicU16>,
    /// Requests that it answered itself.
    pub(crate) answered: Arc<AtomicU64>,
}

impl Front {
    /// Before the object store of the tests; `None` where there is none.
    pub(crate) fn new(certificate: Option<&Certificate>) -> Option<Front> {
        let behind: SocketAddr = ([127, 0, 0, 1], shared_s3()?.port).into();
        let acceptor = certificate.map(Certificate::acceptor);
        let listener = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
        listener.set_nonblocking(true).unwrap();
        let port = listener.local_addr().unwrap().port();
        let (status, answered) = (Arc::new(AtomicU16::new(0)), Arc::new(AtomicU64::new(0)));
        let front = Front { port, status: Arc::clone(&status), answered: Arc::clone(&answered) };
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().unwrap();
            runtime.block_on(async move {
                let listener = TcpListener::from_std(listener).unwrap();
                let local = tokio::task::LocalSet::new();
                local.run_until(accept(listener, behind, acceptor, status, answered)).await;
            });
        });
        Some(front)
    }

    /// Answers every request with this status from now on; 0: hands on again.
    pub(crate) fn answer(&self, status: u16) {
        self.status.store(status, Ordering::SeqCst);
    }
}

async fn accept(
    listener: TcpListener,
    behind: SocketAddr,
    acceptor: Option<tokio_rustls::TlsAcceptor>,
    status: Arc<AtomicU16>,
    answered: Arc<AtomicU64>,
) {
    while let Ok((stream, _)) = listener.accept().await {
        let (acceptor, status, answered) = (acceptor.clone(), Arc::clone(&status), Arc::clone(&answered));
        tokio::task::spawn_local(async move {
            match acceptor {
                None => serve(stream, behind, &status, &answered).await,
                // A program that does not like the certificate ends the connection here.
                Some(acceptor) => {
                    if let Ok(stream) = acceptor.accept(stream).await {
                        serve(stream, behind, &status, &answered).await;
                    }
                }
            }
        });
    }
}

/// One connection: each request is read whole, and answered here or handed on over a connection of its own.
async fn serve(
    mut stream: impl AsyncRead + AsyncWrite + Unpin,
    behind: SocketAddr,
    status: &AtomicU16,
    answered: &AtomicU64,
) {
    let Some(request) = request(&mut stream).await else { return };
    let status = status.load(Ordering::SeqCst);
    if status == 0 {
        let Ok(mut server) = TcpStream::connect(behind).await else { return };
        if server.write_all(&request).await.is_ok() {
            // Either side may end it.
            let _ = copy_bidirectional(&mut stream, &mut server).await;
        }
        return;
    }
    answered.fetch_add(1, Ordering::SeqCst);
    let code = if status == 507 { "InsufficientStorage" } else { "SlowDown" };
    let body = format!("<?xml version=\"1.0\"?><Error><Code>{code}</Code></Error>");
    let head = format!("HTTP/1.1 {status} No\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len());
    let _ = stream.write_all((head + &body).as_bytes()).await;
    let _ = stream.shutdown().await;
}

/// The first request of a connection with its body.
async fn request(stream: &mut (impl AsyncRead + Unpin)) -> Option<Vec<u8>> {
    let mut read = Vec::new();
    let head = loop {
        if let Some(at) = read.windows(4).position(|part| part == b"\r\n\r\n") {
            break at + 4;
        }
        stream.read_buf(&mut read).await.ok().filter(|length| *length > 0)?;
    };
    let text = String::from_utf8_lossy(&read[..head]).to_lowercase();
    let length = text.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse().ok());
    while read.len() < head + length.unwrap_or(0_usize) {
        stream.read_buf(&mut read).await.ok().filter(|length| *length > 0)?;
    }
    Some(read)
}

/// An authority that signs certificates for servers.
pub(crate) struct Authority {
    folder: PathBuf,
}

/// A server's certificate and its key.
pub(crate) struct Certificate {
    pub(crate) chain: PathBuf,
    pub(crate) key: PathBuf,
}

fn openssl(folder: &Path, arguments: &str) {
    let done =
        Command::new("openssl").current_dir(folder).args(arguments.split_whitespace()).output().unwrap();
    assert!(done.status.success(), "{arguments}: {}", String::from_utf8_lossy(&done.stderr));
}

const NEW_KEY: &str = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes";

impl Authority {
    pub(crate) fn new(folder: &Path) -> Authority {
        std::fs::create_dir_all(folder).unwrap();
        let made = format!("req -x509 {NEW_KEY} -days 2 -subj /CN=authority -keyout ca.key -out ca.pem");
        openssl(folder, &made);
        let config = "[ca]\ndefault_ca = own\n[own]\ndatabase = index\nserial = serial\nnew_certs_dir = .\n\
                      default_md = sha256\npolicy = any\nunique_subject = no\n[any]\ncommonName = supplied\n";
        std::fs::write(folder.join("ca.cnf"), config).unwrap();
        std::fs::write(folder.join("index"), "").unwrap();
        std::fs::write(folder.join("serial"), "01\n").unwrap();
        Authority { folder: folder.to_owned() }
    }

    /// What a configuration names as `ca`.
    pub(crate) fn file(&self) -> PathBuf {
        self.folder.join("ca.pem")
    }

    /// A certificate for this name (`IP:127.0.0.1`, `DNS:localhost`), between these two moments.
    pub(crate) fn sign(&self, file: &str, name: &str, from: &str, until: &str) -> Certificate {
        openssl(&self.folder, &format!("req {NEW_KEY} -subj /CN=server -keyout {file}.key -out {file}.csr"));
        let extensions = format!("basicConstraints = critical,CA:FALSE\nsubjectAltName = {name}\n");
        std::fs::write(self.folder.join(format!("{file}.ext")), extensions).unwrap();
        let signed = format!(
            "ca -batch -notext -config ca.cnf -keyfile ca.key -cert ca.pem -extfile {file}.ext \
             -startdate {from} -enddate {until} -in {file}.csr -out {file}.pem"
        );
        openssl(&self.folder, &signed);
        let [chain, key] = ["pem", "key"].map(|kind| self.folder.join(format!("{file}.{kind}")));
        Certificate { chain, key }
    }
}

impl Certificate {
    fn acceptor(&self) -> tokio_rustls::TlsAcceptor {
        let chain: Vec<_> = CertificateDer::pem_file_iter(&self.chain).unwrap().map(Result::unwrap).collect();
        let key = PrivateKeyDer::from_pem_file(&self.key).unwrap();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(chain, key)
            .unwrap();
        tokio_rustls::TlsAcceptor::from(Arc::new(config))
    }
}
