//! What was pulled out of the frame of a file, before it is understood.

use crate::Place;
use crate::limits::MOST_BLOCKS;

/// A manifest store of C2PA with the bytes of the file that it takes up.
#[derive(Clone, Debug, Default)]
pub(crate) struct Store {
    pub(crate) bytes: Vec<u8>,
    /// Begin and end of each segment, chunk or box that carries it, heads included.
    pub(crate) spans: Vec<(u64, u64)>,
}

/// A top-level box of ISO/IEC 14496-12.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TopBox {
    pub(crate) name: [u8; 4],
    pub(crate) start: u64,
    pub(crate) end: u64,
}

/// The blocks of one file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pulled {
    pub(crate) xmp: Vec<Vec<u8>>,
    pub(crate) exif: Vec<Vec<u8>>,
    /// Texts that are themselves an AI label, or begin as one.
    pub(crate) labels: Vec<(Place, Vec<u8>)>,
    pub(crate) store: Option<Store>,
    pub(crate) boxes: Vec<TopBox>,
    /// Whether a video says where it was taken. Where that is, is not read.
    pub(crate) position: bool,
    /// Whether the frame was followed to its end.
    pub(crate) complete: bool,
}

impl Pulled {
    pub(crate) fn xmp(&mut self, bytes: Vec<u8>) {
        if self.xmp.len() < MOST_BLOCKS {
            self.xmp.push(bytes);
        }
    }

    pub(crate) fn exif(&mut self, bytes: Vec<u8>) {
        if self.exif.len() < MOST_BLOCKS {
            self.exif.push(bytes);
        }
    }

    pub(crate) fn label(&mut self, place: Place, bytes: Vec<u8>) {
        if self.labels.len() < MOST_BLOCKS {
            self.labels.push((place, bytes));
        }
    }
}
