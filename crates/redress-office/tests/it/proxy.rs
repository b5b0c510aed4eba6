//! A network that breaks: everything to the database goes through here, and is cut after so many bytes.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// How a connection breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cut {
    /// What goes to the server stops in the middle.
    Request,
    /// What comes from the server stops in the middle; the server has heard everything.
    Answer,
    /// The program's side breaks at once, and what it sent last reaches the server later.
    Late(Duration),
    /// The same at the one request that decides: the commit arrives after so long, its answer never does.
    Commit(Duration),
}

#[derive(Default)]
struct Wire {
    /// Bytes that still pass in the direction that is cut; nothing is cut while `armed` is not set.
    left: AtomicI64,
    armed: AtomicBool,
    cuts: AtomicU64,
    how: Mutex<Option<Cut>>,
}

/// The proxy. It ends with the process.
pub(crate) struct Proxy {
    pub(crate) port: u16,
    wire: Arc<Wire>,
}

impl Proxy {
    pub(crate) fn to(server: SocketAddr) -> Proxy {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let wire = Arc::new(Wire::default());
        let shared = Arc::clone(&wire);
        std::thread::spawn(move || {
            for program in listener.incoming().flatten() {
                let wire = Arc::clone(&shared);
                // A server that is down looks like a connection that ends at once.
                if let Ok(server) = TcpStream::connect(server) {
                    join(&program, &server, &wire);
                }
            }
        });
        Proxy { port, wire }
    }

    /// Cuts once, `after` so many more bytes.
    pub(crate) fn arm(&self, how: Cut, after: u64) {
        *self.wire.how.lock().unwrap() = Some(how);
        self.wire.left.store(i64::try_from(after).unwrap(), Ordering::SeqCst);
        self.wire.armed.store(true, Ordering::SeqCst);
    }

    /// Lets everything pass; says whether the cut has happened.
    pub(crate) fn disarm(&self) -> bool {
        !self.wire.armed.swap(false, Ordering::SeqCst)
    }

    /// How often a connection was cut.
    pub(crate) fn cuts(&self) -> u64 {
        self.wire.cuts.load(Ordering::SeqCst)
    }
}

fn join(program: &TcpStream, server: &TcpStream, wire: &Arc<Wire>) {
    for to_server in [true, false] {
        let (from, to) = if to_server { (program, server) } else { (server, program) };
        let (mut from, mut to) = (from.try_clone().unwrap(), to.try_clone().unwrap());
        to.set_nodelay(true).unwrap();
        let wire = Arc::clone(wire);
        std::thread::spawn(move || {
            carry(&mut from, &mut to, to_server, &wire);
            for side in [from, to] {
                // The other direction may have closed it already.
                let _ = side.shutdown(Shutdown::Both);
            }
        });
    }
}

/// Carries one direction until it ends or is cut.
fn carry(from: &mut TcpStream, to: &mut TcpStream, to_server: bool, wire: &Wire) {
    let mut block = [0; 4096];
    while let Ok(length) = from.read(&mut block) {
        let bytes = &block[..length];
        if length == 0 {
            return;
        }
        let how = *wire.how.lock().unwrap();
        let counts = match how {
            Some(Cut::Answer) => !to_server,
            Some(Cut::Request | Cut::Late(_) | Cut::Commit(_)) => to_server,
            None => false,
        };
        let length = i64::try_from(length).unwrap();
        if counts && wire.armed.load(Ordering::SeqCst) {
            let left = wire.left.fetch_sub(length, Ordering::SeqCst);
            let reached = match how {
                Some(Cut::Commit(_)) => bytes.windows(6).any(|word| word == b"COMMIT"),
                _ => left < length,
            };
            if reached && wire.armed.swap(false, Ordering::SeqCst) {
                wire.cuts.fetch_add(1, Ordering::SeqCst);
                let kept = usize::try_from(left.max(0)).unwrap();
                match how {
                    Some(Cut::Late(later) | Cut::Commit(later)) => {
                        let _ = from.shutdown(Shutdown::Both);
                        std::thread::sleep(later);
                        let _ = to.write_all(bytes);
                    }
                    _ => drop(to.write_all(&bytes[..kept])),
                }
                return;
            }
        }
        if to.write_all(bytes).is_err() {
            return;
        }
    }
}
