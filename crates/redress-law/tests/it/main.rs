//! Stories and properties of the law room, from outside its door.

mod standard;
mod support;
