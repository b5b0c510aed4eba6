//! The block of a record while it streams by: its sums, its HTTP head, its payload and the payload's lead.

use crate::chunked::Chunked;
use crate::digest::{Stated, Sums};
use crate::http::{self, HeadFinder};
use crate::limits::MOST_LEAD;
use std::io::Read as _;

/// How the block divides.
enum Part {
    /// No HTTP inside: block and payload are the same bytes.
    Whole,
    /// Still in the HTTP head.
    Head(HeadFinder),
    /// Behind it.
    Body,
}

/// What is gathered of one block.
pub(crate) struct Block {
    block: Sums,
    payload: Sums,
    /// The payload without chunks, where it came in chunks.
    dechunked: Option<(Chunked, Sums)>,
    part: Part,
    http: Option<http::Head>,
    lead: Vec<u8>,
    /// How long the lead may grow.
    most: usize,
    fresh: Sums,
}

impl Block {
    /// For a block with these stated digests, with HTTP inside or not.
    pub(crate) fn new(has_http: bool, stated: &[&Stated]) -> Block {
        let fresh = Sums::for_all(stated.iter().copied());
        Block {
            block: fresh.clone(),
            payload: fresh.clone(),
            dechunked: None,
            part: if has_http { Part::Head(HeadFinder::default()) } else { Part::Whole },
            http: None,
            lead: Vec::new(),
            most: MOST_LEAD,
            fresh,
        }
    }

    /// The same, with as much of the body held as `most` says.
    pub(crate) fn holding(most: usize, has_http: bool) -> Block {
        Block { most, ..Block::new(has_http, &[]) }
    }

    pub(crate) fn push(&mut self, piece: &[u8]) {
        self.block.update(piece);
        match &mut self.part {
            Part::Whole => keep(&mut self.lead, self.most, piece),
            Part::Body => self.body(piece),
            Part::Head(finder) => {
                let (taken, head) = finder.push(piece);
                if let Some(head) = head {
                    self.enter_body(&head);
                    self.body(piece.get(taken..).unwrap_or_default());
                }
            }
        }
    }

    fn enter_body(&mut self, head: &[u8]) {
        let head = http::Head::read(head);
        if head.chunked {
            self.dechunked = Some((Chunked::new(), self.fresh.clone()));
        }
        self.http = Some(head);
        self.part = Part::Body;
    }

    fn body(&mut self, piece: &[u8]) {
        self.payload.update(piece);
        let (lead, most) = (&mut self.lead, self.most);
        match &mut self.dechunked {
            None => keep(lead, most, piece),
            Some((chunked, sums)) => chunked.push(piece, &mut |data| {
                sums.update(data);
                keep(lead, most, data);
            }),
        }
    }

    /// At the end of the block. A head that never ended is the whole of the message.
    pub(crate) fn finish(mut self) -> Gathered {
        match std::mem::replace(&mut self.part, Part::Body) {
            Part::Head(finder) => {
                let head = finder.rest();
                self.enter_body(&head);
            }
            Part::Whole => self.payload = self.block.clone(),
            Part::Body => {}
        }
        // A server, or a tool that undid the chunks, may say "chunked" where none are.
        let dechunked = self.dechunked.filter(|(chunked, _)| chunked.is_whole()).map(|(_, sums)| sums);
        Gathered { block: self.block, payload: self.payload, dechunked, http: self.http, lead: self.lead }
    }
}

/// A block that has streamed by.
pub(crate) struct Gathered {
    pub(crate) block: Sums,
    pub(crate) payload: Sums,
    /// The payload with chunks undone, where it came in whole chunks.
    pub(crate) dechunked: Option<Sums>,
    pub(crate) http: Option<http::Head>,
    /// The first bytes of the payload, chunks undone.
    pub(crate) lead: Vec<u8>,
}

impl Gathered {
    /// The body: chunks undone, a content coding left on.
    pub(crate) fn body(&self) -> &Sums {
        self.dechunked.as_ref().unwrap_or(&self.payload)
    }

    /// The first bytes of the body with a gzip or deflate coding undone as far as they go.
    pub(crate) fn readable_lead(&self) -> Vec<u8> {
        let coding = self.http.as_ref().and_then(|head| head.coding.as_deref());
        let mut out = Vec::new();
        let most = MOST_LEAD as u64;
        // The lead may end in the middle of the coding: what came out before counts.
        let _ = match coding {
            None | Some("" | "identity") => return self.lead.clone(),
            Some("gzip" | "x-gzip") => {
                flate2::read::GzDecoder::new(self.lead.as_slice()).take(most).read_to_end(&mut out)
            }
            Some("deflate") => {
                flate2::read::ZlibDecoder::new(self.lead.as_slice()).take(most).read_to_end(&mut out)
            }
            Some(_) => Ok(0),
        };
        out
    }
}

fn keep(lead: &mut Vec<u8>, most: usize, piece: &[u8]) {
    let room = most.saturating_sub(lead.len()).min(piece.len());
    lead.extend_from_slice(piece.get(..room).unwrap_or_default());
}
