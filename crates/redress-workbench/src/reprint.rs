//! A final once more: set again from the input that was kept when it was drawn up, and held against it.

use crate::Desk;
use crate::papers::{Drawn, dated};
use crate::ports::Typesetter;
use redress_base::{Fault, Finding, Refusal};
use redress_case::{PaperEdition, Seen};
use redress_evidence::hash;
use redress_forms::{told, unverified_basis};
use redress_paper::{Edition, Standing};

impl Desk<'_> {
    /// The paper that an entry drew up, out of its own input: what the file says today changes nothing in it. Where it
    /// prints what is otherwise masked, that somebody looked is an entry first.
    ///
    /// # Errors
    /// `Usage` where no paper was drawn up by that entry; `Storage` where its input is not here; whatever the typesetter
    /// refuses.
    pub fn reprint(
        &mut self,
        by: Option<&str>,
        entry: u64,
        typesetter: &mut dyn Typesetter,
    ) -> Result<Drawn, Refusal> {
        let (_, state) = self.state()?;
        let unknown = || Finding::error("workbench-paper-unknown").with("entry", entry).refuse(Fault::Usage);
        let known = state.papers.iter().find(|one| one.seq == entry).ok_or_else(unknown)?;
        let form = redress_forms::find(&known.of.form).ok_or_else(unknown)?;
        let kept = self.paper_input(entry, &known.of.input)?;
        let edition = match known.of.edition {
            PaperEdition::Chinese => Edition::Chinese,
            PaperEdition::Glossed => Edition::Glossed,
        };
        let paper = dated(form.lay(&kept.input, edition, Standing::Final)?, known.of.today);
        let printed = self.typeset(&paper, typesetter)?;
        let mut findings = told(form, &kept.input);
        findings.extend(unverified_basis(form.text()?));
        let digest = |bytes: &[u8]| hash::digests(bytes).sha256;
        let differs = known.of.files.iter().any(|before| {
            let now = printed.files.iter().find(|(format, _)| *format == before.format);
            now.is_some_and(|(_, bytes)| digest(bytes) != before.sha256)
        });
        if differs {
            // Another version of the program or of its faces sets the same words otherwise.
            findings.push(Finding::warning("workbench-paper-set-otherwise").with("entry", entry));
        }
        if known.of.unmasked {
            let purpose = Some(format!("reprint {} {entry}", known.of.form));
            self.looked(by, Seen::Details, None, purpose)?;
        }
        Ok(Drawn { form: form.id(), input: kept.input, paper, printed, findings })
    }
}
