//! The readers from outside: files in, posts and reports out.
#![expect(missing_docs, reason = "a test binary has no door")]
#![expect(clippy::tests_outside_test_module, reason = "modules of an integration test")]

mod research_data;
