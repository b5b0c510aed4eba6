//! The readers from outside: files in, posts and reports out.

mod bad_input;
mod mapping_files;
mod mediacrawler;
mod properties;
mod research_data;
mod show;
mod weibo_crawler;
