//! Papers, set: what reaches the page, what is refused, and what other people's programs read in it.

mod marks;
mod pages;
mod peers;
mod pictures;
mod sample;
mod text;
