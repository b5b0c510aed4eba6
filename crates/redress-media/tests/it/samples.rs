//! Small media files and proofs made by our own code. Everything in them is made up, but the first block of Bitcoin.

use redress_base::Finding;
use redress_media::{Kind, Statement, describe};
use std::io::Cursor;

/// A label as GB 45438-2025 appendix E has it.
pub(crate) const LABEL: &str = r#"{"Label":"1","ContentProducer":"001191000000000000XXXXXX00001","ProduceID":"p-1","ReservedCode1":"","ContentPropagator":"某平台","PropagateID":"q-2","ReservedCode2":""}"#;

/// The header of the first block of Bitcoin.
pub(crate) const FIRST_BLOCK: &str = "0100000000000000000000000000000000000000000000000000000000000000000000003ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a29ab5f49ffff001d1dac2b7c";
/// Its only transaction.
const FIRST_PAYMENT: &str = "01000000010000000000000000000000000000000000000000000000000000000000000000ffffffff4d04ffff001d0104455468652054696d65732030332f4a616e2f32303039204368616e63656c6c6f72206f6e206272696e6b206f66207365636f6e64206261696c6f757420666f722062616e6b73ffffffff0100f2052a01000000434104678afdb0fe5548271967f1a67130b7105cd6a828e03909a67962e0ea1f61deb649f6bc3f4cef38c4f35504e51ec112de5c384df7ba0b8d578a4c702b6bf11d5fac00000000";

/// Described as what its bytes say it is.
pub(crate) fn described(name: &str, bytes: &[u8]) -> (Statement, Vec<Finding>) {
    let mut source = Cursor::new(bytes);
    let kind = Kind::of(&mut source).unwrap().expect("the sample is of a kind");
    describe(kind, name, &mut source)
}

/// The codes of what was found.
pub(crate) fn codes(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|finding| finding.code.as_str()).collect()
}

pub(crate) fn unhex(text: &str) -> Vec<u8> {
    (0..text.len() / 2).map(|at| u8::from_str_radix(&text[at * 2..at * 2 + 2], 16).unwrap()).collect()
}

/// A packet of XMP with a label as a text.
pub(crate) fn packet(label: &str) -> Vec<u8> {
    let label = label.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    format!("<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" xmlns:TC260=\"http://www.tc260.org.cn/ns/AIGC/1.0/\"><TC260:AIGC>{label}</TC260:AIGC></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>").into_bytes()
}

/// A block of Exif with a comment.
pub(crate) fn exif(comment: &str) -> Vec<u8> {
    let comment = [b"ASCII\0\0\0", comment.as_bytes()].concat();
    let mut out = b"MM\0*\0\0\0\x08".to_vec();
    out.extend([0, 1, 0x87, 0x69, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0]);
    out.extend([0, 1, 0x92, 0x86, 0, 7]);
    out.extend((comment.len() as u32).to_be_bytes());
    out.extend(44u32.to_be_bytes());
    out.extend([0; 4]);
    assert_eq!(out.len(), 44);
    out.extend(comment);
    out
}

pub(crate) fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
    [&[0xff, marker][..], &((body.len() + 2) as u16).to_be_bytes(), body].concat()
}

/// The frame of a JPEG with these segments; no picture can be drawn from it.
pub(crate) fn jpeg(segments: &[Vec<u8>]) -> Vec<u8> {
    [vec![0xff, 0xd8], segments.concat(), segment(0xda, &[0]), vec![0, 0xff, 0xd9]].concat()
}

pub(crate) fn chunk(kind: &[u8], body: &[u8]) -> Vec<u8> {
    // Checksums are not looked at: nothing follows from them.
    [&(body.len() as u32).to_be_bytes(), kind, body, &[0; 4]].concat()
}

/// The frame of a PNG with these chunks.
pub(crate) fn png(chunks: &[Vec<u8>]) -> Vec<u8> {
    let head = chunk(b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
    [b"\x89PNG\r\n\x1a\n".to_vec(), head, chunks.concat(), chunk(b"IEND", &[])].concat()
}

/// The frame of a WebP with these chunks.
pub(crate) fn webp(chunks: &[(&[u8], Vec<u8>)]) -> Vec<u8> {
    let mut body = b"WEBP".to_vec();
    for (kind, content) in chunks {
        body.extend_from_slice(kind);
        body.extend((content.len() as u32).to_le_bytes());
        body.extend(content);
        body.extend(vec![0; content.len() % 2]);
    }
    [&b"RIFF"[..], &(body.len() as u32).to_le_bytes(), &body].concat()
}

pub(crate) fn boxed(kind: &[u8], content: &[u8]) -> Vec<u8> {
    [&((content.len() + 8) as u32).to_be_bytes(), kind, content].concat()
}

/// A video whose `udta/meta` has one entry under a key of its own, as FFmpeg writes it with `use_metadata_tags`.
pub(crate) fn video(key: &str, value: &str) -> Vec<u8> {
    let handler = boxed(b"hdlr", &[&[0; 8][..], b"mdta", &[0; 13]].concat());
    let keys = boxed(b"keys", &[&[0, 0, 0, 0, 0, 0, 0, 1][..], &boxed(b"mdta", key.as_bytes())].concat());
    let data = boxed(b"data", &[&[0, 0, 0, 1, 0, 0, 0, 0][..], value.as_bytes()].concat());
    let list = boxed(b"ilst", &boxed(&[0, 0, 0, 1], &data));
    let meta = boxed(b"meta", &[vec![0; 4], handler, keys, list].concat());
    let moov = boxed(b"moov", &boxed(b"udta", &meta));
    [boxed(b"ftyp", b"isom\0\0\x02\0"), boxed(b"mdat", b"no film"), moov].concat()
}

/// A PDF with a packet in it, of which nothing else can be shown.
pub(crate) fn pdf(packet: &[u8]) -> Vec<u8> {
    let head =
        format!("%PDF-1.7\n1 0 obj\n<< /Type /Metadata /Subtype /XML /Length {} >>\nstream\n", packet.len());
    [head.as_bytes(), packet, b"\nendstream\nendobj\n%%EOF\n"].concat()
}

/// The head of a proof about a SHA-256.
pub(crate) fn proof(digest: &[u8], rest: &[u8]) -> Vec<u8> {
    let magic = b"\x00OpenTimestamps\x00\x00Proof\x00\xbf\x89\xe2\xe8\x84\xe8\x92\x94";
    [&magic[..], &[1, 0x08], digest, rest].concat()
}

pub(crate) fn counted(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut length = bytes.len();
    while length >= 0x80 {
        out.push((length & 0x7f) as u8 | 0x80);
        length >>= 7;
    }
    out.push(length as u8);
    [&out, bytes].concat()
}

/// An attestation by a calendar.
pub(crate) fn pending(uri: &str) -> Vec<u8> {
    [&b"\x00\x83\xdf\xe3\x0d\x2e\xf9\x0c\x8e"[..], &counted(&counted(uri.as_bytes()))].concat()
}

/// An attestation by a block of Bitcoin, its height below 128.
pub(crate) fn bitcoin(height: u8) -> Vec<u8> {
    [&b"\x00\x05\x88\x96\x0d\x73\xd7\x19\x01"[..], &[1, height]].concat()
}

/// A proof whose block is the first of Bitcoin: its "digest" are 32 bytes of the key in the block's only
/// transaction, the rest of that transaction is put around it, and the digest of the whole twice is the root.
pub(crate) fn first_block() -> Vec<u8> {
    let payment = unhex(FIRST_PAYMENT);
    let (before, rest) = payment.split_at(140);
    let (digest, after) = rest.split_at(32);
    let around = [vec![0xf1], counted(before), vec![0xf0], counted(after), vec![0x08, 0x08]].concat();
    let forked = [vec![0xff], pending("https://calendar.example"), around, bitcoin(0)].concat();
    proof(digest, &forked)
}
