//! Reads, checks, evaluates and explains the provisions of the law book.
