//! Changes one's own password.

use super::new_password;
use crate::call::Call;
use crate::library::Visitor;
use crate::reply::{Reply, Wrong};
use redress_base::{Fault, Finding};

/// Whoever sits at an open window has to know the old one (OWASP ASVS 4.0, 2.1.6). This session goes on; every other one of the
/// account ends with its next request (3.3.3).
pub(crate) fn change(call: &Call<'_>) -> Result<Reply, Wrong> {
    let Visitor::Person(name) = &call.session.visitor else {
        return Err(Finding::error("web-password-nobody").refuse(Fault::Usage).into());
    };
    let old = call.required_as_typed("old-password")?;
    let new = new_password(call)?;
    let (_turn, salt) = call.app.hashing()?;
    call.app.library.sign_in(name, old)?;
    // Another request of this very session may find its proof gone before the new one is noted: it waits for that.
    call.app.sessions().change(call.name, |session| session.renewing = true);
    let changed =
        call.app.front(&call.session.visitor, |front, person| front.change_password(person, &new, &salt));
    let mut noted = changed.as_ref().ok().copied();
    call.app.sessions().change(call.name, |session| {
        session.proof = noted.take().or(session.proof);
        session.renewing = false;
    });
    changed?;
    Ok(Reply::See("/settings?password=changed#password".to_owned()))
}
