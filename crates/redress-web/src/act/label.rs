//! Puts many posts at once under a label, or takes them out: the ticked ones, or all that were found.

use super::{back, unfit};
use crate::call::Call;
use crate::library::Touch;
use crate::page::search::search;
use crate::reply::{Reply, Wrong};
use redress_case::Labelling;
use redress_rights::{Object, UseCase};

/// One entry for all of them.
pub(crate) fn set(call: &Call<'_>) -> Result<Reply, Wrong> {
    let label = call.required("label")?.to_owned();
    let set = match call.required("put")? {
        "in" => true,
        "out" => false,
        other => return Err(unfit(call, "put", other).into()),
    };
    let loaded = call.loaded()?;
    let read = &loaded.read;
    let posts: Vec<String> = if call.typed("all").is_some() {
        let asked = call.typed("found").unwrap_or_default();
        let asked: Vec<(String, String)> = form_urlencoded::parse(asked.as_bytes()).into_owned().collect();
        let search = search(call, &loaded, &asked)?;
        let (found, _) = read.rows.find(&read.corpus, &read.statements, &search, 0, usize::MAX);
        found.into_iter().filter_map(|ix| Some(read.corpus.key(read.corpus.post(ix)?))).collect()
    } else {
        call.required("post")?;
        call.every("post").filter(|key| !key.is_empty()).map(str::to_owned).collect()
    };
    let labelling = Labelling { label, posts, set };
    let entry = call.desk((UseCase::EnterFact, Object::Fact), Touch::Write, |desk| {
        desk.label(call.by(), &read.corpus, &labelling)
    })?;
    Ok(Reply::Entered(back(call, &call.at("posts")), entry))
}
