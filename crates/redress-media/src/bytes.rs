//! A run of bytes that is read from its beginning and never past its end.

/// What is left of a run of bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bytes<'a> {
    left: &'a [u8],
    begun: usize,
}

impl<'a> Bytes<'a> {
    pub(crate) const fn new(all: &'a [u8]) -> Bytes<'a> {
        Bytes { left: all, begun: all.len() }
    }

    /// How many bytes were taken.
    pub(crate) const fn at(&self) -> usize {
        self.begun.saturating_sub(self.left.len())
    }

    pub(crate) const fn left(&self) -> &'a [u8] {
        self.left
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.left.is_empty()
    }

    pub(crate) fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, left) = self.left.split_at_checked(count)?;
        self.left = left;
        Some(taken)
    }

    pub(crate) fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, left) = self.left.split_first_chunk::<N>()?;
        self.left = left;
        Some(*taken)
    }

    pub(crate) fn byte(&mut self) -> Option<u8> {
        self.array::<1>().map(|[byte]| byte)
    }

    pub(crate) fn u16(&mut self) -> Option<u16> {
        self.array().map(u16::from_be_bytes)
    }

    pub(crate) fn u32(&mut self) -> Option<u32> {
        self.array().map(u32::from_be_bytes)
    }

    pub(crate) fn u64(&mut self) -> Option<u64> {
        self.array().map(u64::from_be_bytes)
    }

    /// Up to a byte of zero, which is taken too.
    pub(crate) fn until_zero(&mut self) -> Option<&'a [u8]> {
        let end = self.left.iter().position(|byte| *byte == 0)?;
        let text = self.take(end)?;
        self.take(1)?;
        Some(text)
    }
}

/// Lower-case hex.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A length as this machine counts; what it cannot count is longer than anything that is read.
pub(crate) fn count(length: u64) -> usize {
    usize::try_from(length).unwrap_or(usize::MAX)
}
