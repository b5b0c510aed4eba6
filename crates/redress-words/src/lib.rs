//! Prose out of codes, in Chinese and English.
