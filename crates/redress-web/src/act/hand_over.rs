//! Hands the case over to another body, and gives its file out as often as it is needed.

use super::file::parcel;
use super::{day, last, organ, unfit};
use crate::call::Call;
use crate::library::Touch;
use crate::page::hand_over::look;
use crate::reply::{Reply, Wrong};
use redress_case::Transfer;
use redress_rights::{Object, UseCase};
use redress_workbench::{NewTransfer, Quiet, Wanted, Whose};

/// Shows once more to whom, when and what, and hands it over where that was confirmed. The file is fetched from the page that
/// follows: what is lost on the way is there once more.
pub(crate) fn send(call: &Call<'_>) -> Result<Reply, Wrong> {
    let way = call.required("way")?;
    let typed = call.required("on")?;
    let new = NewTransfer {
        transfer: Transfer::from_word(way).ok_or_else(|| unfit(call, "way", way))?,
        from: organ(call, "from-body")?,
        to: organ(call, "to-body")?,
        on: day(call, "on")?.ok_or_else(|| unfit(call, "on", typed))?,
        number: call.typed("number").map(str::to_owned),
        details: call.typed("without-details").is_none(),
    };
    let wanted = Wanted::of(UseCase::HandOver, Object::Transfer).whose(Whose::Bodies(vec![new.from.kind]));
    if call.typed("sure").is_none() {
        // Nothing is changed by a look: it is asked of whoever may write, and writes nothing.
        let new = call.wanted(&wanted, Touch::Read, &mut Quiet, |desk| desk.may_hand_over(call.by(), new))?;
        return look(call, &new);
    }
    let entry = call.wanted(&wanted, Touch::Write, &mut Quiet, |desk| {
        desk.hand_over(call.by(), new)?;
        last(desk)
    })?;
    Ok(Reply::Entered(call.at("hand-over"), entry))
}

/// The file of the last handing over: a zip with nothing compressed, which the other side takes in.
pub(crate) fn file(call: &Call<'_>) -> Result<Reply, Wrong> {
    let loaded = call.loaded()?;
    let from = loaded.state.handed_over().map(|last| last.of.from.kind);
    // Where nothing was handed over, the use case itself says so.
    let whose = from.map_or(Whose::Author, |body| Whose::Bodies(vec![body]));
    let wanted = Wanted::of(UseCase::HandOver, Object::Transfer).whose(whose);
    let file = call.wanted(&wanted, Touch::Read, &mut Quiet, |desk| {
        let (_, plan) = desk.hand_over_again()?;
        parcel(call, &plan, &*desk.store)
    })?;
    Ok(Reply::Long(file.named(format!("{}-transfer.zip", call.case()))))
}
