//! Papers as files, judged by what is read back out of them and by other people's programs.

mod docx_peers;
mod docx_read;
mod docx_text;
mod papers;
