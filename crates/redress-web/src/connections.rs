//! Connections: how many there may be, and how long whoever makes one may take to say what they want.
//!
//! A request whose head does not arrive, a connection that nobody uses, and more connections than are served are closed or
//! wait, so that whoever only holds connections keeps nobody else out for long (OWASP ASVS 4.0, 1.11).

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::serve::Listener;
use hyper::server::conn::http1;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::pin::pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::{Semaphore, watch};

/// The head of a request has to be there after this, counted from the end of the answer before.
const HEAD: Duration = Duration::from_secs(20);
/// Connections that are served at once; more wait until one is closed.
const MOST: u32 = 512;
/// Connections from one place; more are closed.
const MOST_FROM_ONE: usize = 192;

/// Peer where a request comes, as far as one person can choose it.
///
/// Of an address of the sixth version the first half counts: the rest is whatever its owner likes (RFC 4291, 2.5.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Peer(IpAddr);

impl Peer {
    /// The place of an address.
    pub(crate) fn of(address: SocketAddr) -> Peer {
        match address.ip().to_canonical() {
            IpAddr::V6(ip) if !ip.is_loopback() => {
                Peer(IpAddr::V6(Ipv6Addr::from_bits(ip.to_bits() & (u128::MAX << 64))))
            }
            ip => Peer(ip),
        }
    }

    /// Whether it is this computer, on which everybody behind a proxy of it seems to be.
    pub(crate) const fn here(self) -> bool {
        self.0.is_loopback()
    }
}

/// How many connections each place has.
#[derive(Default)]
struct Open(Mutex<BTreeMap<Peer, usize>>);

impl Open {
    fn counts(&self) -> MutexGuard<'_, BTreeMap<Peer, usize>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// One more from there, unless there are too many.
    fn begin(self: &Arc<Open>, from: Peer) -> Option<Connected> {
        let mut counts = self.counts();
        let own = counts.entry(from).or_default();
        if !from.here() && *own >= MOST_FROM_ONE {
            return None;
        }
        *own += 1;
        Some(Connected { of: Arc::clone(self), from })
    }
}

/// One connection, counted as long as it is open.
struct Connected {
    of: Arc<Open>,
    from: Peer,
}

impl Drop for Connected {
    fn drop(&mut self) {
        let mut counts = self.of.counts();
        match counts.get_mut(&self.from) {
            Some(own) if *own > 1 => *own -= 1,
            _ => drop(counts.remove(&self.from)),
        }
    }
}

/// Answers every connection until `over` is, and then lets those requests end that run.
pub(crate) async fn serve<L>(mut listener: L, router: Router, over: impl Future<Output = ()>)
where
    L: Listener<Addr = SocketAddr>,
{
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(HEAD);
    let (open, places) = (Arc::new(Open::default()), Arc::new(Semaphore::new(MOST as usize)));
    let (end, ended) = watch::channel(());
    let mut over = pin!(over);
    loop {
        let next = async {
            let place = Arc::clone(&places).acquire_owned().await;
            (place, listener.accept().await)
        };
        let (Ok(place), (stream, address)) = (tokio::select! {
            next = next => next,
            () = &mut over => break,
        }) else {
            break;
        };
        let Some(connected) = open.begin(Peer::of(address)) else { continue };
        let inner = TowerToHyperService::new(router.clone());
        let answer = service_fn(move |request: hyper::Request<hyper::body::Incoming>| {
            let mut request: Request = request.map(Body::new);
            request.extensions_mut().insert(Peer::of(address));
            inner.call(request)
        });
        let connection = http.serve_connection(TokioIo::new(stream), answer);
        let mut ended = ended.clone();
        tokio::spawn(async move {
            let mut connection = pin!(connection);
            // What breaks a connection is nobody's to be told: whoever made it has gone, or never spoke HTTP.
            tokio::select! {
                _ = connection.as_mut() => {}
                _ = ended.changed() => {
                    connection.as_mut().graceful_shutdown();
                    let _ = connection.await;
                }
            }
            drop((connected, place));
        });
    }
    drop((listener, end));
    // As many places as there are: every connection has ended.
    let _ = places.acquire_many(MOST).await;
}

#[cfg(test)]
mod tests {
    use super::{MOST_FROM_ONE, Open, Peer};
    use std::sync::Arc;

    fn peer(text: &str) -> Peer {
        Peer::of(text.parse().unwrap())
    }

    #[test]
    fn a_place_is_an_address_or_the_network_that_one_owner_has() {
        assert_eq!(peer("192.0.2.1:1"), peer("192.0.2.1:2"));
        assert_ne!(peer("192.0.2.1:1"), peer("192.0.2.2:1"));
        assert_eq!(peer("[2001:db8::1]:1"), peer("[2001:db8::ffff:1]:1"));
        assert_ne!(peer("[2001:db8::1]:1"), peer("[2001:db8:0:1::1]:1"));
        assert_eq!(peer("[::ffff:192.0.2.1]:1"), peer("192.0.2.1:1"));
        assert!(peer("[::1]:1").here() && peer("127.0.0.1:1").here() && !peer("192.0.2.1:1").here());
    }

    #[test]
    fn one_place_has_so_many_connections_and_another_has_its_own() {
        let open = Arc::new(Open::default());
        let mut all: Vec<_> = (0..MOST_FROM_ONE).map(|_| open.begin(peer("192.0.2.1:1")).unwrap()).collect();
        assert!(open.begin(peer("192.0.2.1:9")).is_none());
        assert!(open.begin(peer("192.0.2.2:1")).is_some());
        all.pop();
        assert!(open.begin(peer("192.0.2.1:9")).is_some());
        drop(all);
        assert!(open.counts().is_empty());
    }
}
