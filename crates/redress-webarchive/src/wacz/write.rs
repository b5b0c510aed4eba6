//! Writes a WACZ 1.1.1: WARCs as they are, an index made from them, pages, extra files, manifest and digest.
//! Everything is stored, in a fixed order and with a fixed time: the same input gives the same bytes.

use crate::Source;
use crate::date::utc_text;
use crate::digest::Sums;
use crate::wacz::index;
use crate::warc;
use crate::warc::{failed, pieces};
use redress_base::{Fault, Finding, Instant, Refusal};
use serde_json::json;
use std::io::{self, Seek, SeekFrom, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A page of a new WACZ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPage {
    /// Its address, as a record of the WARC has it.
    pub url: String,
    /// When it was captured.
    pub at: Instant,
    /// Its title.
    pub title: Option<String>,
    /// Text of the page, for searching.
    pub text: Option<String>,
}

/// What a new WACZ is made of.
pub struct Plan<'a> {
    /// The program that writes, with its version.
    pub software: &'a str,
    /// When; the date of `datapackage.json`.
    pub created: Instant,
    /// One sentence about the whole.
    pub title: Option<&'a str>,
    /// File names (`data.warc.gz`) and WARCs. Each is read twice, and refused if it is not whole.
    pub warcs: Vec<(&'a str, &'a mut dyn Source)>,
    /// The pages; the first is the one it opens with.
    pub pages: Vec<NewPage>,
    /// Further files, each with its path outside `archive`, `indexes` and `pages`.
    pub extras: Vec<(&'a str, &'a mut dyn Source)>,
}

/// Writes the WACZ into `out`, from its beginning.
///
/// # Errors
/// `webarchive-write-field` for names, paths and dates that the format cannot hold (exit 2);
/// `webarchive-write-broken` with the finding's code for a WARC that is not whole or whose digests do not
/// hold (exit 3); `webarchive-write-failed` when a source or `out` would not do it (exit 6). `out` then
/// holds nothing of use.
pub fn write<W: Write + Seek>(plan: &mut Plan<'_>, out: W) -> Result<(), Refusal> {
    if plan.warcs.is_empty() || plan.pages.is_empty() {
        return Err(refused("warcs, pages"));
    }
    names(plan)?;
    let index = index_of(&mut plan.warcs)?;
    let pages = pages_of(&plan.pages)?;
    let mut package = Package { zip: ZipWriter::new(out), resources: Vec::new() };
    for (name, source) in &mut plan.warcs {
        package.file(&format!("archive/{name}"), *source)?;
    }
    package.file("indexes/index.cdx", &mut io::Cursor::new(index))?;
    package.file("pages/pages.jsonl", &mut io::Cursor::new(pages))?;
    for (path, source) in &mut plan.extras {
        package.file(path, *source)?;
    }
    package.finish(plan)
}

fn names(plan: &Plan<'_>) -> Result<(), Refusal> {
    let plain = |name: &str| {
        !name.is_empty()
            && name.len() <= 200
            && name.chars().all(|c| c.is_ascii_alphanumeric() || "._-".contains(c))
            && !name.starts_with('.')
    };
    let mut paths: Vec<&str> = Vec::new();
    for (name, _) in &plan.warcs {
        if !plain(name) || !(name.ends_with(".warc") || name.ends_with(".warc.gz")) {
            return Err(refused("warc"));
        }
        paths.push(name);
    }
    for (path, _) in &plan.extras {
        let first = path.split('/').next().unwrap_or_default();
        let reserved = ["archive", "indexes", "pages", "datapackage.json", "datapackage-digest.json"];
        let last = path.rsplit('/').next().unwrap_or_default();
        let confusing = [".warc", ".warc.gz", ".cdx", ".cdx.gz", ".cdxj", ".cdxj.gz", ".idx"];
        let misplaced = reserved.contains(&last)
            || last == "pages.jsonl"
            || confusing.iter().any(|end| last.ends_with(end));
        if !path.split('/').all(plain) || reserved.contains(&first) || misplaced {
            return Err(refused("extra"));
        }
        paths.push(path);
    }
    paths.sort_unstable();
    if paths.windows(2).any(|pair| matches!(pair, [one, other] if one == other)) {
        return Err(refused("name"));
    }
    Ok(())
}

/// Reads every WARC, and gives the sorted lines of its index.
fn index_of(warcs: &mut [(&str, &mut dyn Source)]) -> Result<Vec<u8>, Refusal> {
    let mut lines = Vec::new();
    for (name, source) in warcs {
        source.seek(SeekFrom::Start(0)).map_err(|error| failed(&error))?;
        let mut each = |record: &warc::Record| lines.extend(index::line_of(record, name));
        let (summary, findings) = warc::read(name, *source, &mut each);
        let error = findings.iter().find(|finding| finding.level == redress_base::Level::Error);
        if error.is_some() || !summary.complete {
            let because = error.map_or("", |error| error.code.as_str());
            let refusal = Finding::error("webarchive-write-broken").with("file", *name);
            return Err(refusal.with("because", because).refuse(Fault::Input));
        }
    }
    lines.sort_unstable();
    Ok(lines.concat().into_bytes())
}

fn pages_of(pages: &[NewPage]) -> Result<Vec<u8>, Refusal> {
    let mut lines =
        vec![json!({"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}).to_string()];
    for (number, page) in pages.iter().enumerate() {
        let ts = utc_text(page.at).ok_or_else(|| refused("date"))?;
        let mut line = json!({"id": format!("page-{}", number + 1), "url": page.url, "ts": ts});
        if let Some(fields) = line.as_object_mut() {
            fields.extend(page.title.iter().map(|title| ("title".to_owned(), json!(title))));
            fields.extend(page.text.iter().map(|text| ("text".to_owned(), json!(text))));
        }
        lines.push(line.to_string());
    }
    Ok((lines.join("\n") + "\n").into_bytes())
}

/// The zip while it is written, and its manifest so far.
struct Package<W: Write + Seek> {
    zip: ZipWriter<W>,
    resources: Vec<serde_json::Value>,
}

impl<W: Write + Seek> Package<W> {
    /// Stores one file, from its beginning, and lists it.
    fn file(&mut self, path: &str, source: &mut dyn Source) -> Result<(), Refusal> {
        let sums = self.store(path, source)?;
        let name = path.rsplit('/').next().unwrap_or(path);
        let hash = format!("sha256:{}", sums.sha256());
        self.resources.push(json!({"name": name, "path": path, "hash": hash, "bytes": sums.bytes()}));
        Ok(())
    }

    fn store(&mut self, path: &str, source: &mut dyn Source) -> Result<Sums, Refusal> {
        let size = source.seek(SeekFrom::End(0)).map_err(|error| failed(&error))?;
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(zip::DateTime::default())
            .unix_permissions(0o644)
            .large_file(size >= u64::from(u32::MAX));
        let started = self.zip.start_file(path, options);
        started.map_err(|error| failed(&io::Error::other(error.to_string())))?;
        let mut sums = Sums::default();
        pieces(source, &mut |piece| {
            sums.update(piece);
            self.zip.write_all(piece)
        })
        .map_err(|error| failed(&error))?;
        Ok(sums)
    }

    fn finish(mut self, plan: &Plan<'_>) -> Result<(), Refusal> {
        let created = utc_text(plan.created).ok_or_else(|| refused("date"))?;
        let mut package = json!({
            "profile": "data-package",
            "resources": self.resources,
            "wacz_version": "1.1.1",
            "software": plan.software,
            "created": created,
        });
        if let (Some(fields), Some(first)) = (package.as_object_mut(), plan.pages.first()) {
            fields.insert("mainPageUrl".to_owned(), json!(first.url));
            fields.extend(utc_text(first.at).map(|ts| ("mainPageDate".to_owned(), json!(ts))));
            fields.extend(plan.title.map(|title| ("title".to_owned(), json!(title))));
        }
        let text = format!("{package:#}\n");
        let sums = self.store("datapackage.json", &mut io::Cursor::new(text))?;
        let digest = json!({"path": "datapackage.json", "hash": format!("sha256:{}", sums.sha256())});
        self.store("datapackage-digest.json", &mut io::Cursor::new(format!("{digest:#}\n")))?;
        let finished = self.zip.finish().map(|_| ());
        finished.map_err(|error| failed(&io::Error::other(error.to_string())))
    }
}

fn refused(field: &str) -> Refusal {
    Finding::error("webarchive-write-field").with("field", field).refuse(Fault::Usage)
}
