//! Values that show only when asked for by name (个人信息保护: masked by default).

use std::fmt;

/// Holds a value that must not reach a log, an error or an export by accident.
///
/// `Debug` and `Display` print a mask; there is no `Serialize`. The only way out is
/// [`Private::reveal`], which a reader of the code can search for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Private<T>(T);

impl<T> Private<T> {
    /// Wraps a value so that it prints as a mask.
    pub const fn new(value: T) -> Self {
        Private(value)
    }

    /// The value itself. Each caller has been asked for it by the user, by name.
    pub const fn reveal(&self) -> &T {
        &self.0
    }

    /// The value itself, by value; same duty as [`Private::reveal`].
    pub fn into_revealed(self) -> T {
        self.0
    }

    /// Changes the value inside without showing it.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Private<U> {
        Private(change(self.0))
    }
}

impl<T> fmt::Debug for Private<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("▮▮▮")
    }
}

impl<T> fmt::Display for Private<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("▮▮▮")
    }
}

#[cfg(test)]
mod tests {
    use super::Private;

    #[test]
    fn a_private_value_never_prints() {
        let name = Private::new("王小明");
        assert_eq!(format!("{name} {name:?} {:?}", Some(name)), "▮▮▮ ▮▮▮ Some(▮▮▮)");
        assert_eq!(*name.reveal(), "王小明");
    }
}
