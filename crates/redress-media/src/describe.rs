//! The one door for whoever takes files in: a media file of a known kind, and what it says of itself.

use crate::exif::Camera;
use crate::findings::{Findings, unreadable};
use crate::limits::MOST_LABELS;
use crate::pulled::Pulled;
use crate::source::Reader;
use crate::{Kind, Label, Place, Source, Statement, aigc, bmff, c2pa, exif, jpeg, pdf, png, webp, xmp};
use redress_base::Finding;

/// Reads the frame of a file, and all of it once more where a manifest states a hash of it.
///
/// `kind` comes from [`Kind::of`]; `name` is the file's name, shown in findings (clean it before). Never fails and
/// never panics: a file that breaks off is described as far as it goes, and a finding says so. No finding is an
/// error: whatever is wrong with such a statement, the file is evidence as it is.
pub fn describe(kind: Kind, name: &str, source: &mut dyn Source) -> (Statement, Vec<Finding>) {
    let mut findings = Findings::new(name);
    let mut pulled = Pulled::default();
    let mut statement =
        Statement { kind, labels: Vec::new(), provenance: None, camera: None, complete: false };
    let read = Reader::new(source).and_then(|mut reader| {
        let frame = match kind {
            Kind::Jpeg => jpeg::pull,
            Kind::Png => png::pull,
            Kind::Webp => webp::pull,
            Kind::Bmff => bmff::pull,
            Kind::Pdf => pdf::pull,
        };
        pulled.complete = frame(&mut reader, &mut pulled, &mut findings)?;
        understand(&mut statement, &pulled, &mut findings);
        if let Some(store) = &pulled.store {
            let found = c2pa::read(store, &pulled, &mut reader, &mut findings)?;
            statement.provenance = found.map(Box::new);
        }
        Ok(())
    });
    if let Err(error) = read {
        findings.push(unreadable(&error));
    }
    statement.complete = pulled.complete;
    (statement, findings.finish())
}

/// Labels and the camera's words.
fn understand(statement: &mut Statement, pulled: &Pulled, findings: &mut Findings) {
    let mut camera: Option<Camera> = None;
    let mut position = pulled.position;
    let mut add = |place: Place, text: &[u8], findings: &mut Findings| {
        if let Some(label) = aigc::read(place, text, &mut |finding| findings.push(finding))
            && statement.labels.len() < MOST_LABELS
            && !statement.labels.contains(&label)
        {
            statement.labels.push(label);
        }
    };
    for block in &pulled.exif {
        let Some(found) = exif::read(block) else {
            findings.warn("media-exif-form");
            continue;
        };
        for (place, text) in &found.texts {
            if aigc::looks_like_one(text) {
                add(*place, text, findings);
            }
        }
        position |= found.camera.position;
        if camera.is_none() && !found.camera.is_empty() {
            camera = Some(found.camera);
        }
    }
    for packet in &pulled.xmp {
        let Some(said) = xmp::read(packet) else {
            findings.warn("media-xmp-form");
            continue;
        };
        position |= said.position;
        said.labels.iter().for_each(|text| add(Place::Xmp, text.as_bytes(), findings));
    }
    for (place, text) in &pulled.labels {
        add(*place, text, findings);
    }
    if position {
        camera.get_or_insert_default().position = true;
    }
    statement.camera = camera;
    // Two labels that differ in what they say are a thing to look at; a copy in another place is none.
    if let Some((first, others)) = statement.labels.split_first()
        && others.iter().any(|other| !Label::same(first, other))
    {
        findings.warn("media-aigc-differ");
    }
}
