//! Draws a paper up: as a draft, in which what is missing is marked and listed on top, or as what is signed; or sets a
//! final once more that was drawn up before.

use super::lists::closed_up;
use super::{entry, unfit};
use crate::call::Call;
use crate::library::Touch;
use crate::page::answered::{ANSWER, tree};
use crate::page::paper::{LEFT_OUT, OFFERED, to_be_looked_at};
use crate::page::sealed::{Content, MOST_DRAWN, policy, shut_off};
use crate::page::second_look::{LOOKED, seen};
use crate::reply::{Download, Leaf, Reply, Wrong};
use crate::resume::fits;
use crate::session::Sheet;
use maud::html;
use redress_base::{Fault, Finding, ItemId};
use redress_facts::Vocabulary;
use redress_forms::EXHIBITS;
use redress_law::Book;
use redress_paper::{Edition, Standing};
use redress_rights::{Object, UseCase};
use redress_workbench::{Drawn, Wish};

/// The number under which the drawer of pictures names what it cannot draw; a paper is no item and has none.
const PREVIEW: ItemId = ItemId(0);

/// One paper as a file that its page offers, or its answers kept.
pub(crate) fn draw(call: &Call<'_>) -> Result<Reply, Wrong> {
    let id = call.required("form")?;
    let form = redress_forms::find(id).ok_or_else(|| unfit(call, "form", id))?;
    // Nobody answers for a case that they do not see.
    call.desk((UseCase::ViewMasked, Object::Result), Touch::Read, |_| Ok(()))?;
    let mut typed = answers_of(call.form);
    if call.typed(OFFERED).is_some() {
        // Each on a line of its own: nothing ticked is an answer, and no answer is an empty text.
        let ticked: String = call.every(LEFT_OUT).flat_map(|id| [id, "\n"]).collect();
        typed.push((LEFT_OUT.to_owned(), format!("\n{ticked}")));
    }
    let known = call.app.sessions().answers(call.name, call.case(), id);
    let typed = closed_up(&known, typed, call.form);
    fits(&known, &typed)?;
    let answered = call.app.sessions().answer(call.name, call.case(), id, typed);
    let asked = call.typed("format").unwrap_or("pdf");
    let (standing, format) = match asked.strip_prefix("final-") {
        Some(format) => (Standing::Final, format),
        None => (Standing::Draft, asked),
    };
    let (ending, kind) = match format {
        "keep" => return Ok(Reply::See(call.at(&format!("papers/{id}")))),
        "docx" => ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        "pdf" => ("pdf", "application/pdf"),
        other => return Err(unfit(call, "format", other).into()),
    };
    if standing == Standing::Final {
        let looks = to_be_looked_at(call, form, &answered)?;
        // Ticked on a page that showed another list, the box says nothing of this one.
        if !looks.is_empty() && call.typed(LOOKED) != Some(seen(&looks).as_str()) {
            let found = Finding::error("web-paper-unlooked").with("count", looks.len()).with("at", LOOKED);
            return Err(found.refuse(Fault::Usage).into());
        }
    }
    let exhibits = call.app.sessions().answers(call.name, call.case(), EXHIBITS);
    let answers = tree(form, &answered, &exhibits);
    let glossed = call.typed("edition") == Some("glossed") && standing == Standing::Draft;
    let edition = if glossed { Edition::Glossed } else { Edition::Chinese };
    let masked = call.typed("masked").is_some() && standing == Standing::Draft;
    let wish = Wish { forms: vec![form], answers: &answers, standing, edition, masked };
    let mut typesetter = call.app.library.typesetter()?;
    let vocabulary = Vocabulary::standard();
    // A paper prints what is otherwise masked, and that is an entry.
    let drawn = call.desk((UseCase::ViewUnmasked, Object::PersonalDetails), Touch::Write, |desk| {
        let mut salt = || call.app.library.random();
        desk.draw((Book::standard(), &vocabulary), call.by(), None, &wish, typesetter.as_mut(), &mut salt)
    })?;
    let drawn =
        drawn.into_iter().next().ok_or_else(|| Finding::error("web-nothing-done").refuse(Fault::Storage))?;
    let mark = if standing == Standing::Final { "" } else { ".draft" };
    let name = format!("{}{mark}.{ending}", neutral(id));
    keep(call, drawn, &Asked { name, ending, kind, entry: None })
}

/// A final that was drawn up before, set once more from its own input.
pub(crate) fn reopen(call: &Call<'_>) -> Result<Reply, Wrong> {
    let number = entry(call, "entry")?;
    let mut typesetter = call.app.library.typesetter()?;
    let drawn = call.desk((UseCase::ViewUnmasked, Object::PersonalDetails), Touch::Write, |desk| {
        desk.reprint(call.by(), number, typesetter.as_mut())
    })?;
    let name = format!("{}-{number:06}.pdf", neutral(drawn.form));
    keep(call, drawn, &Asked { name, ending: "pdf", kind: "application/pdf", entry: Some(number) })
}

/// What the file of a paper is called: by the number of its form, because names of files stand in lists of downloads and
/// of what was opened last, where no offence has to be read.
fn neutral(form: &str) -> String {
    let place = redress_forms::forms().iter().position(|one| one.id() == form);
    format!("paper-{:02}", place.map_or(0, |place| place + 1))
}

/// Which file of a paper is wanted.
struct Asked {
    name: String,
    ending: &'static str,
    kind: &'static str,
    entry: Option<u64>,
}

/// Keeps the file for as long as the session lasts, so that the page can say what has to be known of it first.
fn keep(call: &Call<'_>, drawn: Drawn, asked: &Asked) -> Result<Reply, Wrong> {
    let last = drawn.paper.standing == Standing::Final;
    let (form, missing) = (drawn.form.to_owned(), drawn.paper.missing.len());
    let file = drawn.printed.files.into_iter().find(|(known, _)| known == asked.ending);
    let (_, bytes) = file.ok_or_else(|| Finding::error("web-nothing-done").refuse(Fault::Storage))?;
    let page = call.at(&format!("papers/{form}"));
    let sheet = Sheet {
        case: call.case().to_owned(),
        form,
        name: asked.name.clone(),
        kind: asked.kind,
        bytes,
        last,
        entry: asked.entry,
        missing,
        findings: drawn.findings,
    };
    call.app.sessions().draw(call.name, sheet);
    Ok(Reply::See(format!("{page}#drawn")))
}

/// The file that was drawn up last. Whoever may no longer see it does not get it either.
pub(crate) fn file(call: &Call<'_>) -> Result<Reply, Wrong> {
    let form = call.parts.get("form").map_or("", String::as_str);
    call.desk((UseCase::ViewUnmasked, Object::PersonalDetails), Touch::Read, |_| Ok(()))?;
    let sheet = call.app.sessions().drawn(call.name, call.case(), form).ok_or(Wrong::NotFound)?;
    Ok(Reply::File(Download { name: sheet.name.clone(), kind: sheet.kind, bytes: sheet.bytes.clone() }))
}

/// The pages of the paper that was drawn up last, as pictures: to be looked at before it is taken.
pub(crate) fn pages(call: &Call<'_>) -> Result<Reply, Wrong> {
    let form = call.parts.get("form").map_or("", String::as_str);
    call.desk((UseCase::ViewUnmasked, Object::PersonalDetails), Touch::Read, |_| Ok(()))?;
    let sheet = call.app.sessions().drawn(call.name, call.case(), form).ok_or(Wrong::NotFound)?;
    if !sheet.bytes.starts_with(b"%PDF-") {
        return Err(Finding::error("web-preview-not-pdf").refuse(Fault::Usage).into());
    }
    let mut typesetter = call.app.library.typesetter()?;
    let pages = typesetter.views(PREVIEW, &sheet.bytes, MOST_DRAWN);
    let title = call.say("web-preview", &[("file", sheet.name.as_str().into())]);
    let (content, drawn) = match pages {
        Ok(pages) => (Content::Pictures(pages), true),
        Err(refusal) if refusal.fault == Fault::Input => (Content::Undrawn(refusal.finding), false),
        Err(refusal) => return Err(refusal.into()),
    };
    let body = html! {
        div.row { a.btn.main href={(call.at("papers")) "/" (form) "#drawn"} { (call.text("web-preview-back")) } }
        @if !drawn { p.note { (call.text("web-preview-none")) } }
        @else { (shut_off(call, &content, &title)) }
    };
    Ok(Reply::Sealed(Leaf::new(title, Some(call.text("web-preview-lead")), body), policy()))
}

/// What was answered, by its place. Of boxes with one name each that is ticked is a line.
fn answers_of(form: &[(String, String)]) -> Vec<(String, String)> {
    let mut typed: Vec<(String, String)> = Vec::new();
    for (path, value) in
        form.iter().filter_map(|(name, value)| Some((name.strip_prefix(ANSWER)?, value.trim())))
    {
        match typed.iter_mut().find(|(known, _)| known == path) {
            Some((_, lines)) if lines.is_empty() || value.is_empty() => lines.push_str(value),
            Some((_, lines)) => {
                lines.push('\n');
                lines.push_str(value);
            }
            None => typed.push((path.to_owned(), value.to_owned())),
        }
    }
    typed
}

#[cfg(test)]
mod tests {
    use super::answers_of;

    #[test]
    fn boxes_of_one_name_are_lines_of_one_answer() {
        let sent = [
            ("answer.a", ""),
            ("answer.a", "x"),
            ("answer.b", " y "),
            ("answer.a", "z"),
            ("token", "t"),
            ("answer.c", ""),
        ];
        let sent: Vec<(String, String)> =
            sent.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        let expected = [("a", "x\nz"), ("b", "y"), ("c", "")].map(|(k, v)| (k.to_owned(), v.to_owned()));
        assert_eq!(answers_of(&sent), expected);
    }
}
