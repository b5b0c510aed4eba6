//! People and their rights on a real database: signing in, the matrix from end to end, who is on a case, and
//! the walls that the database itself keeps.

mod accounts;
mod audit;
mod front;
mod matrix;
mod members;
mod resumes;
mod statistics;
mod walls;
