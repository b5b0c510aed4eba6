//! Shows the words of one post: that somebody asked is in the ledger before they are shown.

use super::back;
use crate::call::Call;
use crate::library::Touch;
use crate::page::neutral;
use crate::page::posts::safe_lines;
use crate::reply::{Reply, Wrong};
use maud::html;
use redress_base::{Fault, Finding};
use redress_case::Seen;
use redress_rights::{Object, UseCase};

/// One post.
pub(crate) fn one(call: &Call<'_>) -> Result<Reply, Wrong> {
    // Whoever asked that somebody else reads is not shown words by a mistaken key; settings say how to change it.
    if call.session.spared {
        return Err(Finding::error("web-spared").refuse(Fault::Usage).into());
    }
    let key = call.required("post")?;
    let loaded = call.loaded()?;
    let corpus = &loaded.read.corpus;
    let post = corpus.find(key).and_then(|ix| corpus.post(ix)).ok_or(Wrong::NotFound)?;
    call.desk((UseCase::ViewUnmasked, Object::Material), Touch::Write, |desk| {
        desk.looked(call.by(), Seen::Material, Some(key.to_owned()), None)
    })?;
    if call.script {
        let back = back(call, &call.at("posts"));
        return Ok(Reply::Piece(html! {
            blockquote.shown { (safe_lines(corpus.text(post).reveal())) }
            (neutral::write(call, &loaded, key, &back))
        }));
    }
    call.app.sessions().show(call.name, call.case(), key);
    Ok(Reply::See(back(call, &call.at("posts"))))
}
