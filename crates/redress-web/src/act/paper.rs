//! Draws a paper up as a draft: what is missing is marked in it and listed on top.

use super::unfit;
use crate::call::Call;
use crate::library::Touch;
use crate::reply::{Download, Reply, Wrong};
use redress_base::{Fault, Finding};
use redress_facts::Vocabulary;
use redress_law::Book;
use redress_paper::{Edition, Standing};
use redress_rights::{Object, UseCase};
use redress_workbench::Wish;

/// One paper as a file.
pub(crate) fn draw(call: &Call<'_>) -> Result<Reply, Wrong> {
    let id = call.required("form")?;
    let form = redress_forms::find(id).ok_or_else(|| unfit(call, "form", id))?;
    let (format, kind) = match call.typed("format") {
        Some("docx") => ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        _ => ("pdf", "application/pdf"),
    };
    let none = serde_json::Value::Object(serde_json::Map::new());
    let edition = if call.typed("edition") == Some("glossed") { Edition::Glossed } else { Edition::Chinese };
    let masked = call.typed("masked").is_some();
    let wish = Wish { forms: vec![form], answers: &none, standing: Standing::Draft, edition, masked };
    let mut typesetter = call.app.library.typesetter()?;
    let vocabulary = Vocabulary::standard();
    // A paper prints what is otherwise masked, and that is an entry.
    let drawn = call.desk((UseCase::ViewUnmasked, Object::PersonalDetails), Touch::Write, |desk| {
        let mut salt = || call.app.library.random();
        desk.draw((Book::standard(), &vocabulary), call.by(), None, &wish, typesetter.as_mut(), &mut salt)
    })?;
    let file = drawn.into_iter().flat_map(|one| one.printed.files).find(|(known, _)| known == format);
    let (_, bytes) = file.ok_or_else(|| Finding::error("web-nothing-done").refuse(Fault::Storage))?;
    Ok(Reply::File(Download { name: format!("{id}.draft.{format}"), kind, bytes, inline: false }))
}
