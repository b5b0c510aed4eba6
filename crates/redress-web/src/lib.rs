//! The workbench in a browser: pages made on the server, their forms, and the same as JSON.
//!
//! - **Takes**: a [`Library`] of cases (served by the command line), a listening socket, requests.
//! - **Gives**: [`Server`]: HTML that works without script and without any load from elsewhere, charts as SVG,
//!   `/api/v1` with its OpenAPI document.
//! - **Knows**: the workbench's use cases, the parts of the result page, the tables of statistics, the sentences. No
//!   store and no office: those stand behind [`Library`].
//! - **Never**: sends the words of a post that were not asked for one by one; says whether a case exists to whoever is
//!   not on it; takes a change without the session's own token; runs, loads or frames anything that was captured;
//!   puts a secret or a name into an address or a log.
//! - **Source**: the workbench design language; RFC 9110 (HTTP), RFC 6265 (cookies), W3C CSP 3, OWASP ASVS 4.0.

mod act;
mod again;
mod answer;
mod api;
mod app;
mod asset;
mod brought;
mod call;
mod compare;
mod connections;
mod contents;
mod crisis;
mod differ;
mod entrance;
mod gate;
mod given;
mod guard;
mod known;
mod library;
mod loaded;
mod memory;
mod page;
mod reading;
mod refill;
mod reply;
mod resume;
mod routes;
mod rows;
mod saved;
mod secrets;
mod server;
mod session;
mod shell;
mod shut;
mod spool;
mod tls;
mod told;
mod tries;
mod turns;
mod upload;

pub use library::{
    Arrival, Arrived, Authority, Bytes, Cosigner, Counts, FrontWork, Holder, Library, Means, Receiving,
    Recount, Shelf, SignedIn, Touch, Visitor, WantedCounts, Work,
};
pub use resume::{Part, Resume};
pub use server::{Limits, Server, Setup};
pub use tls::Tls;
