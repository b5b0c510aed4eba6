//! The front door: turns files, folders and archives into deposits.
