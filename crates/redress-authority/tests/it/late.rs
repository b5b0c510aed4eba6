//! A server on this computer that keeps its client waiting (RFC 3161 §3.4 says nothing of how long one has to).

#![expect(clippy::disallowed_types, reason = "an authority on this computer, which the test itself is")]

use redress_authority::ask_within;
use redress_base::Fault;
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::time::{Duration, Instant};

const HEAD: &[u8] =
    b"HTTP/1.1 200 OK\r\nContent-Type: application/timestamp-reply\r\nContent-Length: 600\r\n\r\n";
const PATIENCE: Duration = Duration::from_secs(2);

/// Serves one request as `answer` does; gives the address.
fn serve(answer: impl FnOnce(&mut TcpStream) + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/tsr", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let (mut got, mut block) = (Vec::new(), [0; 4096]);
        while !got.ends_with(b"question") {
            let read = stream.read(&mut block).unwrap();
            assert!(read > 0, "the request ended early");
            got.extend_from_slice(block.get(..read).unwrap());
        }
        answer(&mut stream);
    });
    address
}

/// One byte after another, until the client has gone.
fn drip(stream: &mut TcpStream, bytes: &[u8]) {
    for byte in bytes {
        std::thread::sleep(Duration::from_millis(400));
        if stream.write_all(&[*byte]).is_err() {
            return;
        }
    }
}

fn told(address: &str) -> (Fault, String, Duration) {
    let begin = Instant::now();
    let refusal = ask_within(address, b"question", PATIENCE).unwrap_err();
    assert_eq!(refusal.finding.args.get("address"), Some(&address.into()));
    (refusal.fault, refusal.finding.code, begin.elapsed())
}

#[test]
fn an_authority_that_keeps_one_waiting_is_told_as_late() {
    let held = |stream: &mut TcpStream| drop(stream.read(&mut [0; 1]));
    let late = [
        serve(held),
        serve(|stream| drip(stream, HEAD)),
        serve(move |stream| {
            stream.write_all(HEAD).unwrap();
            held(stream);
        }),
        serve(move |stream| {
            stream.write_all(&[HEAD, &[0x30; 300]].concat()).unwrap();
            held(stream);
        }),
        serve(|stream| {
            stream.write_all(HEAD).unwrap();
            drip(stream, &[0x30; 600]);
        }),
    ];
    for (number, address) in late.iter().enumerate() {
        let (fault, code, took) = told(address);
        assert_eq!((fault, code.as_str()), (Fault::Storage, "authority-late"), "{number}");
        assert!(took >= PATIENCE && took < PATIENCE * 2, "{number}: {took:?}");
    }
}

#[test]
fn an_authority_that_hangs_up_in_the_middle_is_told_at_once() {
    let gone = [
        serve(|_| {}),
        serve(|stream| stream.write_all(&HEAD[..20]).unwrap()),
        serve(|stream| stream.write_all(&[HEAD, &[0x30; 300]].concat()).unwrap()),
    ];
    for (number, address) in gone.iter().enumerate() {
        let (fault, code, took) = told(address);
        assert_eq!((fault, code.as_str()), (Fault::Storage, "authority-unreachable"), "{number}");
        assert!(took < PATIENCE, "{number}: {took:?}");
    }
}

/// More than an answer can be is refused before it is held.
#[test]
fn an_answer_without_end_is_refused() {
    let head = b"HTTP/1.1 200 OK\r\nContent-Type: application/timestamp-reply\r\n\r\n";
    let address = serve(|stream| {
        let _ = stream.write_all(head);
        while stream.write_all(&[0x30; 4096]).is_ok() {}
    });
    let (fault, code, took) = told(&address);
    assert_eq!((fault, code.as_str()), (Fault::Input, "authority-too-long"));
    assert!(took < PATIENCE);
}
