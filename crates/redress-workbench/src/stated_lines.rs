//! What an item says of itself, in words: a line each, and always that it is a claim.

use crate::Stated;
use redress_media::{
    Attestation, Camera, Kind, Label, Meaning, Operation, Proof, Provenance, Statement, Witness,
};
use redress_words::Words;

/// Most actions and most labels that are told one by one.
const MOST: usize = 8;

impl Stated {
    /// A line each: the first says what it is about, the last how far it goes.
    pub fn lines(&self, words: &Words) -> Vec<String> {
        let mut lines = Vec::new();
        if let Some(media) = &self.media {
            of_media(media, words, &mut lines);
        } else if let Some(proof) = &self.proof {
            self.of_proof(proof, words, &mut lines);
        } else if let Some(kind) = self.findings.iter().find_map(|finding| finding.args.get("kind")) {
            lines.push(words.say("workbench-stated-unread", &[("kind", kind.clone())]));
        } else {
            lines.push(words.say("workbench-ots-broken", &[]));
        }
        lines
    }

    fn of_proof(&self, proof: &Proof, words: &Words, lines: &mut Vec<String>) {
        lines.push(words.say("workbench-ots-is", &[]));
        lines.push(match self.about {
            Some(item) => words.say("workbench-ots-of", &[("item", item.to_string().into())]),
            None => {
                // Not compared is not absent.
                let compared = proof.algorithm == Operation::Sha256;
                let key = if compared { "workbench-ots-of-none" } else { "workbench-ots-of-other" };
                words.say(key, &[("digest", proof.digest.as_str().into())])
            }
        });
        lines.extend(proof.attestations.iter().take(MOST).map(|one| attested(one, words)));
    }
}

fn attested(attestation: &Attestation, words: &Words) -> String {
    match (&attestation.witness, &attestation.commitment) {
        (Witness::Pending { uri }, _) => words.say("workbench-ots-pending", &[("uri", uri.as_str().into())]),
        (Witness::Bitcoin { height }, Some(root)) => {
            let args = [("height", height.to_string().into()), ("root", root.as_str().into())];
            words.say("workbench-ots-bitcoin", &args)
        }
        _ => words.say("workbench-ots-other", &[]),
    }
}

fn of_media(media: &Statement, words: &Words, lines: &mut Vec<String>) {
    let kind = words.say(&format!("workbench-media-{}", kind_word(media.kind)), &[]);
    // What is there stands in the first line, so that a folded list already says it.
    let there = [
        ("workbench-stated-label", !media.labels.is_empty()),
        ("workbench-stated-manifest", media.provenance.is_some()),
        ("workbench-stated-camera", media.camera.is_some()),
    ];
    let there: Vec<String> =
        there.into_iter().filter(|(_, is)| *is).map(|(key, _)| words.say(key, &[])).collect();
    lines.push(match there.as_slice() {
        [] => words.say("workbench-stated-unread", &[("kind", kind.into())]),
        there => {
            let args = [("kind", kind.into()), ("what", there.join(" · ").into())];
            words.say("workbench-stated-is", &args)
        }
    });
    for one in media.labels.iter().take(MOST) {
        label(one, words, lines);
    }
    if let Some(found) = &media.provenance {
        manifest(found, words, lines);
    }
    if let Some(found) = &media.camera {
        camera(found, words, lines);
    }
    if !media.is_silent() {
        lines.push(words.say("workbench-stated-limit", &[]));
    }
}

fn label(label: &Label, words: &Words, lines: &mut Vec<String>) {
    lines.push(match label.meaning {
        Some(Meaning::Generated) => words.say("workbench-label-generated", &[]),
        Some(Meaning::Possible) => words.say("workbench-label-possible", &[]),
        Some(Meaning::Suspected) => words.say("workbench-label-suspected", &[]),
        None => words.say("workbench-label-other", &[("value", label.stated.as_str().into())]),
    });
    let said = [
        ("workbench-label-producer", &label.producer, &label.produce_id),
        ("workbench-label-propagator", &label.propagator, &label.propagate_id),
    ];
    for (key, who, number) in
        said.into_iter().filter(|(_, who, number)| !(who.is_empty() && number.is_empty()))
    {
        let shown = |text: &String| if text.is_empty() { "–".to_owned() } else { text.clone() };
        lines.push(words.say(key, &[("who", shown(who).into()), ("number", shown(number).into())]));
    }
}

fn manifest(found: &Provenance, words: &Words, lines: &mut Vec<String>) {
    let generator = found.generator.as_deref().unwrap_or("–");
    lines.push(words.say("workbench-manifest-is", &[("generator", generator.into())]));
    let left_out = found.binding.left_out;
    lines.push(match (found.holds(), found.fails()) {
        (true, _) if left_out > 0 => {
            words.say("workbench-manifest-holds-but", &[("bytes", left_out.to_string().into())])
        }
        (true, _) => words.say("workbench-manifest-holds", &[]),
        (_, true) => words.say("workbench-manifest-fails", &[]),
        _ => words.say("workbench-manifest-open", &[]),
    });
    if let Some(signer) = &found.signer {
        let args = [("subject", short(&signer.subject).into()), ("issuer", short(&signer.issuer).into())];
        lines.push(words.say("workbench-manifest-signer", &args));
    }
    for one in found.actions.iter().take(MOST) {
        let mut said = one.action.clone();
        for more in [&one.source_type, &one.agent, &one.when].into_iter().flatten() {
            said.push_str(" · ");
            said.push_str(more);
        }
        lines.push(words.say("workbench-manifest-action", &[("action", said.into())]));
    }
    if !found.ingredients.is_empty() {
        lines.push(words.say("workbench-manifest-ingredients", &[("count", found.ingredients.len().into())]));
    }
}

/// Organisation and name out of the name in a certificate; all of it where it has neither.
fn short(name: &str) -> String {
    let mut parts: Vec<String> = Vec::new();
    for part in name.split(", ") {
        match parts.last_mut().filter(|last| last.ends_with('\\')) {
            // A comma inside of a part stands behind a stroke.
            Some(last) => {
                last.pop();
                last.push_str(", ");
                last.push_str(part);
            }
            None => parts.push(part.to_owned()),
        }
    }
    let kept = |key: &str| parts.iter().filter_map(|part| part.strip_prefix(key)).collect::<Vec<_>>();
    let both: Vec<&str> = kept("O=").into_iter().chain(kept("CN=")).collect();
    if both.is_empty() { name.to_owned() } else { both.join(" / ") }
}

fn camera(found: &Camera, words: &Words, lines: &mut Vec<String>) {
    // Many models begin with their maker.
    let (make, model) =
        (found.make.as_deref().unwrap_or_default(), found.model.as_deref().unwrap_or_default());
    let device = if model.starts_with(make) { model.to_owned() } else { format!("{make} {model}") };
    if !device.trim().is_empty() {
        lines.push(words.say("workbench-camera-device", &[("device", device.trim().into())]));
    }
    if let Some(software) = &found.software {
        lines.push(words.say("workbench-camera-software", &[("software", software.as_str().into())]));
    }
    if let Some(taken) = &found.taken {
        let offset = found.offset.as_deref().unwrap_or_default();
        let time = format!("{taken} {offset}");
        lines.push(words.say("workbench-camera-taken", &[("time", time.trim().into())]));
    }
    if found.position {
        lines.push(words.say("workbench-camera-position", &[]));
    }
}

const fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Jpeg => "jpeg",
        Kind::Png => "png",
        Kind::Webp => "webp",
        Kind::Bmff => "bmff",
        Kind::Pdf => "pdf",
    }
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn organisation_and_name() {
        let name = "CN=Adobe C2PA, OU=Content, O=Adobe\\, Inc., L=San Jose, C=US";
        assert_eq!(short(name), "Adobe, Inc. / Adobe C2PA");
        assert_eq!(short("C=US, L=Somewhere"), "C=US, L=Somewhere");
        assert_eq!(short(""), "");
    }
}
