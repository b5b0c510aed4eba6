//! TLS for the database's connection, and the certificates that both servers are judged by.

use postgres::tls::{ChannelBinding, MakeTlsConnect, TlsConnect, TlsStream};
use redress_base::{Fault, Finding, Refusal};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, InvalidDnsNameError, ServerName};
use rustls::{ClientConfig, RootCertStore};
use std::future::Future;
use std::io;
use std::path::Path;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// The certificates of `ca` where it is given, else those that this system trusts.
pub(crate) fn roots(ca: Option<&Path>) -> Result<Vec<CertificateDer<'static>>, Refusal> {
    let found = match ca {
        Some(path) => CertificateDer::pem_file_iter(path).and_then(Iterator::collect).unwrap_or_default(),
        None => rustls_native_certs::load_native_certs().certs,
    };
    if found.is_empty() {
        return Err(Finding::error("office-no-certificates").refuse(Fault::Usage));
    }
    Ok(found)
}

/// The provider of the ciphers: named, so that no other one can slip in by a feature of some package.
pub(crate) fn provider() -> Arc<rustls::crypto::CryptoProvider> {
    Arc::new(rustls::crypto::ring::default_provider())
}

/// Speaks TLS to the database: the certificate must be valid for the host's name.
#[derive(Clone)]
pub(crate) struct DatabaseTls(Arc<ClientConfig>);

impl DatabaseTls {
    pub(crate) fn new(ca: Option<&Path>) -> Result<DatabaseTls, Refusal> {
        let mut store = RootCertStore::empty();
        store.add_parsable_certificates(roots(ca)?);
        let config = ClientConfig::builder_with_provider(provider())
            .with_safe_default_protocol_versions()
            .map_err(|_| Finding::error("office-no-certificates").refuse(Fault::Usage))?
            .with_root_certificates(store)
            .with_no_client_auth();
        Ok(DatabaseTls(Arc::new(config)))
    }
}

/// The same for one host.
pub(crate) struct ToHost(Arc<ClientConfig>, ServerName<'static>);

impl<S: AsyncRead + AsyncWrite + Unpin + Send + 'static> MakeTlsConnect<S> for DatabaseTls {
    type Stream = Stream<S>;
    type TlsConnect = ToHost;
    type Error = InvalidDnsNameError;

    fn make_tls_connect(&mut self, host: &str) -> Result<ToHost, InvalidDnsNameError> {
        Ok(ToHost(Arc::clone(&self.0), ServerName::try_from(host.to_owned())?))
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin + Send + 'static> TlsConnect<S> for ToHost {
    type Stream = Stream<S>;
    type Error = io::Error;
    type Future = Pin<Box<dyn Future<Output = io::Result<Stream<S>>> + Send>>;

    fn connect(self, stream: S) -> Self::Future {
        Box::pin(async move {
            tokio_rustls::TlsConnector::from(self.0)
                .connect(self.1, stream)
                .await
                .map(|tls| Stream(Box::new(tls)))
        })
    }
}

/// An encrypted connection.
pub(crate) struct Stream<S>(Box<tokio_rustls::client::TlsStream<S>>);

impl<S: AsyncRead + AsyncWrite + Unpin> TlsStream for Stream<S> {
    fn channel_binding(&self) -> ChannelBinding {
        // The certificate is checked against its roots and the host's name; a password is sent only inside.
        ChannelBinding::none()
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncRead for Stream<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_read(cx, buf)
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncWrite for Stream<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.0).poll_write(cx, buf)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_shutdown(cx)
    }
}
