//! One request, as a page sees it.

use crate::app::App;
use crate::library::{Touch, Visitor};
use crate::loaded::Loaded;
use crate::reply::Wrong;
use crate::session::Session;
use crate::upload::Upload;
use redress_base::{Arg, Fault, Finding, Refusal};
use redress_law::Label;
use redress_rights::{Object, UseCase};
use redress_words::{Language, Words};
use redress_workbench::{Desk, Progress, Quiet, Wanted};
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The field of an address that names words which the session keeps.
pub(crate) const SOUGHT: &str = "sought";

/// One request.
pub(crate) struct Call<'a> {
    /// What every request shares.
    pub(crate) app: &'a Arc<App>,
    /// The sentences in the reader's language.
    pub(crate) words: &'a Words,
    /// The name of the session's cookie.
    pub(crate) name: &'a str,
    /// The session.
    pub(crate) session: &'a Session,
    /// The path that was asked for.
    pub(crate) path: &'a str,
    /// Parts of the path by their names.
    pub(crate) parts: &'a BTreeMap<String, String>,
    /// What stands after the question mark.
    pub(crate) query: &'a [(String, String)],
    /// The fields of a form.
    pub(crate) form: &'a [(String, String)],
    /// The files of a form.
    pub(crate) files: &'a [Upload],
    /// Whether the page's own script asks, which takes a piece in place of a page.
    pub(crate) script: bool,
    /// The case, once it was read: the page and its frame rest on the same state of it.
    pub(crate) read: OnceCell<Arc<Loaded>>,
}

impl Call<'_> {
    /// A sentence.
    pub(crate) fn say(&self, code: &str, args: &[(&str, Arg)]) -> String {
        self.words.say(code, args)
    }

    /// A sentence without arguments.
    pub(crate) fn text(&self, code: &str) -> String {
        self.words.say(code, &[])
    }

    /// Whether the reader reads Chinese.
    pub(crate) fn chinese(&self) -> bool {
        self.words.language() == Language::ZhHans
    }

    /// A label in the reader's language.
    pub(crate) fn label<'l>(&self, label: &'l Label) -> &'l str {
        if self.words.language() == Language::ZhHans { &label.zh } else { &label.en }
    }

    /// What the address asks for under that name.
    pub(crate) fn asked(&self, name: &str) -> Option<&str> {
        first(self.query, name)
    }

    /// The same request with another question.
    pub(crate) fn asking<'b>(&'b self, query: &'b [(String, String)]) -> Call<'b> {
        Call {
            app: self.app,
            words: self.words,
            name: self.name,
            session: self.session,
            path: self.path,
            parts: self.parts,
            query,
            form: self.form,
            files: self.files,
            script: self.script,
            read: self.read.clone(),
        }
    }

    /// The words that this question looks for: those that the session keeps under the number that it names, or those that stand
    /// in it, as programs ask.
    ///
    /// # Errors
    /// `Usage` where the number names no words of this session.
    pub(crate) fn sought(&self, asked: &[(String, String)]) -> Result<Option<String>, Refusal> {
        let Some(number) = first(asked, SOUGHT) else { return Ok(first(asked, "q").map(str::to_owned)) };
        let kept = number.parse().ok().and_then(|number| self.app.sessions().sought(self.name, number));
        kept.map(Some).ok_or_else(|| Finding::error("web-sought-gone").refuse(Fault::Usage))
    }

    /// What was typed into that field, without the blanks around it; nothing where it was left empty.
    pub(crate) fn typed(&self, name: &str) -> Option<&str> {
        first(self.form, name)
    }

    /// What has to be typed into that field.
    ///
    /// # Errors
    /// `Usage`, naming the field.
    pub(crate) fn required(&self, name: &str) -> Result<&str, Refusal> {
        self.typed(name).ok_or_else(|| {
            Finding::error("web-field-empty")
                .with("field", self.text(&format!("web-field-{name}")))
                .with("at", name)
                .refuse(Fault::Usage)
        })
    }

    /// The same with every blank that was typed: of a password none is taken away.
    ///
    /// # Errors
    /// As [`Call::required`].
    pub(crate) fn required_as_typed(&self, name: &str) -> Result<&str, Refusal> {
        self.required(name)?;
        Ok(self.form.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str()))
    }

    /// Every value of a field that may be given more than once.
    pub(crate) fn every<'c>(&'c self, name: &'c str) -> impl Iterator<Item = &'c str> {
        self.form.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.trim())
    }

    /// The id of the case that the address names.
    pub(crate) fn case(&self) -> &str {
        self.parts.get("case").map_or("", String::as_str)
    }

    /// The address of a page of this case.
    pub(crate) fn at(&self, page: &str) -> String {
        if page.is_empty() { format!("/c/{}", self.case()) } else { format!("/c/{}/{page}", self.case()) }
    }

    /// The address of the page that is shown, with what it asks for: where one comes back to. What an act shows has no address
    /// of its own, and one comes back to the page above it.
    pub(crate) fn here(&self) -> String {
        let page = crate::routes::shown_at(self.path);
        if page != self.path || self.query.is_empty() {
            return page.to_owned();
        }
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(self.query).finish();
        format!("{page}?{query}")
    }

    /// The name under which entries are made.
    pub(crate) fn by(&self) -> Option<&str> {
        match &self.session.visitor {
            Visitor::Owner => self.session.by.as_deref(),
            Visitor::Person(name) => Some(name),
        }
    }

    /// Does something at the desk of the case.
    ///
    /// # Errors
    /// Whatever opening and `work` refuse.
    pub(crate) fn desk<T>(
        &self,
        (act, object): (UseCase, Object),
        touch: Touch,
        work: impl FnOnce(&mut Desk<'_>) -> Result<T, Refusal>,
    ) -> Result<T, Wrong> {
        self.wanted(&Wanted::of(act, object), touch, &mut Quiet, work)
    }

    /// The same for an act on something of somebody's, with progress.
    ///
    /// # Errors
    /// As [`Call::desk`].
    pub(crate) fn wanted<T>(
        &self,
        wanted: &Wanted,
        touch: Touch,
        progress: &mut dyn Progress,
        work: impl FnOnce(&mut Desk<'_>) -> Result<T, Refusal>,
    ) -> Result<T, Wrong> {
        Ok(self.app.at(&self.session.visitor, self.case(), wanted, touch, progress, work)?)
    }

    /// The case as it is now, read and measured.
    ///
    /// # Errors
    /// [`Wrong::NotFound`] where there is none for this visitor; whatever reading refuses.
    pub(crate) fn loaded(&self) -> Result<Arc<Loaded>, Wrong> {
        if let Some(read) = self.read.get() {
            return Ok(Arc::clone(read));
        }
        let read = self.app.loaded(&self.session.visitor, self.case())?;
        Ok(Arc::clone(self.read.get_or_init(|| read)))
    }
}

fn first<'q>(fields: &'q [(String, String)], name: &str) -> Option<&'q str> {
    let found = fields.iter().find(|(known, _)| known == name)?;
    Some(found.1.trim()).filter(|value| !value.is_empty())
}

impl Call<'_> {
    /// The cover name of the case, where the page is one of a case that was read.
    pub(crate) fn case_cover(&self) -> Option<String> {
        if self.case().is_empty() {
            return None;
        }
        self.loaded().ok().map(|loaded| loaded.state.cover.clone())
    }
}
