//! Takes a whole case in that came as one file: handed over by another body, or a copy of one's own.

use super::{day, organ, unfit};
use crate::call::Call;
use crate::given::{Kind, inside, unopened};
use crate::library::{Arrival, Receiving};
use crate::page::receive::told;
use crate::reply::{Leaf, Reply, Wrong};
use crate::upload::Upload;
use redress_base::{Fault, Finding, Refusal};

/// Takes it in, all of it or none, and shows what came.
pub(crate) fn take(call: &Call<'_>) -> Result<Reply, Wrong> {
    let receiving = match call.required("how")? {
        "handed-over" => {
            let typed = call.required("on")?;
            let on = day(call, "on")?.ok_or_else(|| unfit(call, "on", typed))?;
            Receiving::HandedOver(organ(call, "receiver")?, on, call.by().map(str::to_owned))
        }
        "copy" => Receiving::Copy,
        other => return Err(unfit(call, "how", other).into()),
    };
    let file = brought(call)?;
    let arrival = Arrival { name: file.name.clone(), bytes: Box::new(file.source()), receiving };
    let arrived = call.app.library.receive(&call.session.visitor, arrival)?;
    Ok(Reply::Page(Leaf::new(call.text("web-received"), None, told(call, &arrived))))
}

/// The one file, where it is a whole case; else what it is, before anything is opened.
fn brought<'c>(call: &Call<'c>) -> Result<&'c Upload, Refusal> {
    let refuse = |code: &str| Err(Finding::error(code).refuse(Fault::Usage));
    let [file] = call.files else { return refuse("web-receive-one-file") };
    match inside(file)? {
        Some(Kind::Bundle(_)) => refuse("web-receive-bundle"),
        Some(Kind::CaseFolder) => refuse("web-receive-folder"),
        Some(kind @ (Kind::Closed | Kind::Cut(..))) => unopened(file, &kind).map_or(Ok(file), Err),
        // What is no case file, or not a whole one, is told by whoever opens it.
        Some(Kind::CaseFile | Kind::Key | Kind::Broken(..) | Kind::Files) | None => Ok(file),
    }
}
