//! Stories and properties of the law room, from outside its door.

mod articles;
mod language;
mod laws;
mod standard;
mod support;
mod synthetic;
mod time;
