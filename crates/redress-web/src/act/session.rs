//! What concerns the session alone: the language, the name, stopping for now, leaving.

use super::{back, unfit};
use crate::call::Call;
use crate::reply::{Reply, Wrong};
use redress_words::Language;

/// Chooses the language.
pub(crate) fn language(call: &Call<'_>) -> Result<Reply, Wrong> {
    let typed = call.required("language")?;
    let language = match typed {
        "en" => Language::En,
        "zh-Hans" => Language::ZhHans,
        _ => return Err(unfit(call, "language", typed).into()),
    };
    call.app.sessions().change(call.name, |session| session.language = Some(language));
    Ok(Reply::See(back(call, "/")))
}

/// Chooses the name under which entries are made.
pub(crate) fn name(call: &Call<'_>) -> Result<Reply, Wrong> {
    let by = call.typed("by").map(str::to_owned);
    call.app.sessions().change(call.name, |session| session.by = by);
    Ok(Reply::See("/settings".to_owned()))
}

/// Stops for now: the page is where one goes on.
pub(crate) fn stop(call: &Call<'_>) -> Result<Reply, Wrong> {
    let (case, page) = (call.case().to_owned(), call.typed("page").unwrap_or_default().to_owned());
    if page.starts_with(&call.at("")) {
        call.app.sessions().change(call.name, |session| {
            session.stopped.insert(case, page);
        });
    }
    Ok(Reply::See("/".to_owned()))
}

/// Ends the session at once.
pub(crate) fn leave(call: &Call<'_>) -> Result<Reply, Wrong> {
    call.app.sessions().end(call.name);
    Ok(Reply::See("/left".to_owned()))
}
