//! What Typst may see: the template, the paper as data, its pictures, and the faces. No clock, no disk, no packages.

use super::Typesetter;
use std::collections::BTreeMap;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};

/// One paper on its way.
pub(super) struct Desk<'a> {
    typesetter: &'a Typesetter,
    template: &'a Source,
    files: BTreeMap<String, Bytes>,
}

impl<'a> Desk<'a> {
    pub(super) fn new(
        typesetter: &'a Typesetter,
        template: &'a Source,
        files: BTreeMap<String, Bytes>,
    ) -> Desk<'a> {
        Desk { typesetter, template, files }
    }
}

/// The template of papers as a source.
pub(super) fn template() -> Option<Source> {
    source("/paper.typ", include_str!("paper.typ"))
}

/// The template of a drawing by itself.
pub(super) fn drawing() -> Option<Source> {
    source("/drawing.typ", include_str!("drawing.typ"))
}

/// The template of a page of an exhibit.
pub(super) fn leaf() -> Option<Source> {
    source("/leaf.typ", include_str!("leaf.typ"))
}

fn source(name: &str, text: &str) -> Option<Source> {
    let path = VirtualPath::new(name).ok()?;
    let id = RootedPath::new(VirtualRoot::Project, path).intern();
    Some(Source::new(id, text.to_owned()))
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.typesetter.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.typesetter.faces.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main() { Ok(self.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.get();
        match path.root() {
            VirtualRoot::Project => {
                self.files.get(path.vpath().get_with_slash()).cloned().ok_or(FileError::AccessDenied)
            }
            VirtualRoot::Package(_) => Err(FileError::AccessDenied),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.typesetter.faces.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
