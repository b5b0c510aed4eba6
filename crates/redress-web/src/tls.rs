//! TLS for an office: every connection is encrypted before a word of it is read (RFC 8446).

use axum::serve::Listener;
use redress_base::{Fault, Finding, Refusal};
use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::sync::mpsc::{self, Receiver};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

/// Whoever does not agree on keys within this time is let go.
const HANDSHAKE: Duration = Duration::from_secs(10);
/// Connections that are ready and wait to be served.
const WAITING: usize = 64;
/// Connections that may agree on keys at once, and that are ready; more are not taken yet.
const AGREEING: usize = 128;

/// A certificate chain and its key, as PEM.
#[derive(Clone)]
pub struct Tls {
    /// The chain, the server's own certificate first.
    pub chain: Vec<u8>,
    /// The key.
    pub key: Vec<u8>,
}

impl std::fmt::Debug for Tls {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Tls(…)")
    }
}

impl Tls {
    /// What connections are made with.
    ///
    /// # Errors
    /// `Input` where chain or key cannot be read, or do not belong together.
    pub(crate) fn config(&self) -> Result<Arc<ServerConfig>, Refusal> {
        let unfit =
            |problem: String| Finding::error("web-tls-unfit").with("problem", problem).refuse(Fault::Input);
        let chain: Result<Vec<CertificateDer<'static>>, _> =
            CertificateDer::pem_slice_iter(&self.chain).collect();
        let chain = chain.map_err(|error| unfit(error.to_string()))?;
        let key = PrivateKeyDer::from_pem_slice(&self.key).map_err(|error| unfit(error.to_string()))?;
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|error| unfit(error.to_string()))?
            .with_no_client_auth()
            .with_single_cert(chain, key)
            .map_err(|error| unfit(error.to_string()))?;
        Ok(Arc::new(config))
    }
}

/// Connections whose keys are agreed upon. One that is slow about it keeps no other waiting.
pub(crate) struct Encrypted {
    ready: Receiver<(TlsStream<TcpStream>, SocketAddr)>,
    address: SocketAddr,
}

impl Encrypted {
    /// Begins to take connections.
    pub(crate) fn begin(mut listener: TcpListener, config: Arc<ServerConfig>) -> io::Result<Encrypted> {
        let address = TcpListener::local_addr(&listener)?;
        let (sender, ready) = mpsc::channel(WAITING);
        tokio::spawn(async move {
            let acceptor = TlsAcceptor::from(config);
            let places = Arc::new(Semaphore::new(AGREEING));
            loop {
                let Ok(place) = Arc::clone(&places).acquire_owned().await else { return };
                let (stream, from) = Listener::accept(&mut listener).await;
                let (acceptor, sender) = (acceptor.clone(), sender.clone());
                if sender.is_closed() {
                    return;
                }
                tokio::spawn(async move {
                    // Whoever speaks no TLS, or too slowly, is not answered; there is nobody to tell.
                    if let Ok(Ok(stream)) = tokio::time::timeout(HANDSHAKE, acceptor.accept(stream)).await {
                        let _ = sender.send((stream, from)).await;
                    }
                    drop(place);
                });
            }
        });
        Ok(Encrypted { ready, address })
    }
}

impl Listener for Encrypted {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        match self.ready.recv().await {
            Some(connection) => connection,
            // The task that takes connections never ends by itself.
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        Ok(self.address)
    }
}
