//! Keeps what somebody who read a post says of it in neutral words.

use super::back;
use crate::call::Call;
use crate::library::Touch;
use crate::reply::{Reply, Wrong};
use redress_base::{Fault, Finding};
use redress_case::NeutralSummary;
use redress_rights::{Object, UseCase};

/// One entry for one post.
pub(crate) fn set(call: &Call<'_>) -> Result<Reply, Wrong> {
    // Whoever asked that somebody else reads has not read it.
    if call.session.spared {
        return Err(Finding::error("web-spared").refuse(Fault::Usage).into());
    }
    let summary = NeutralSummary {
        post: call.required("post")?.to_owned(),
        text: call.required("summary")?.to_owned(),
    };
    let loaded = call.loaded()?;
    let entry = call.desk((UseCase::EnterFact, Object::Fact), Touch::Write, |desk| {
        desk.summarise(call.by(), &loaded.read.corpus, &summary)
    })?;
    Ok(Reply::Entered(back(call, &call.at("posts")), entry))
}
