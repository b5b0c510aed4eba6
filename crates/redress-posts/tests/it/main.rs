//! The readers from outside: files in, posts and reports out.

mod research_data;
