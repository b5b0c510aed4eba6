//! What others may read of a case: the anonymised summary, and the draft recommendation to a platform (Guiding Opinions art 19
//! and 20, 2023-09-20). Each is searched for what identifies somebody before it is given out.

use super::fields::line;
use crate::call::Call;
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::session::Sheet;
use crate::shell::{card, token};
use maud::{Markup, html};
use redress_base::Sha256;
use redress_documents::RecommendationKind;
use redress_words::safe_text;
use redress_workbench::ports::CaseRow;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

/// The page as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Asks) };

/// The two papers, by their words.
pub(crate) const PAPERS: [&str; 2] = ["summary", "recommendation"];

/// Of which cases something can be published, if their rights allow it.
#[derive(Serialize, JsonSchema)]
struct Asks {
    /// Their ids.
    cases: Vec<String>,
    /// The papers.
    papers: [&'static str; 2],
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let cases = call.app.library.shelf(&call.session.visitor)?.cases;
    super::value(&Asks { cases: cases.into_iter().map(|row| row.case_id).collect(), papers: PAPERS })
}

/// Asks for a case and how much of it.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let cases = call.app.library.shelf(&call.session.visitor)?.cases;
    let body = html! {
        p.note { (call.text("web-publish-who")) }
        @if cases.is_empty() { section.card { p { (call.text("web-cases-none")) } } }
        @else {
            (card("summary", &call.text("web-publish-summary"), &summary(call, &cases)))
            (card("recommendation", &call.text("web-publish-recommendation"), &recommendation(call, &cases)))
        }
    };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-publish"), Some(call.text("web-publish-lead")), body)))
}

fn which(call: &Call<'_>, cases: &[CaseRow]) -> Markup {
    html! { label { (call.text("web-field-of-case")) select name="of-case" required {
        option value="" { (call.text("web-choose")) }
        @for row in cases { option value=(row.case_id) selected[call.asked("case") == Some(row.case_id.as_str())] { (safe_text(&row.cover)) } }
    } } }
}

fn form(call: &Call<'_>) -> Markup {
    html! { label { (call.text("web-field-file-format")) select name="file-format" { @for word in ["md", "txt"] { option value=(word) { (call.text(&format!("web-publish-{word}"))) } } } } }
}

fn summary(call: &Call<'_>, cases: &[CaseRow]) -> Markup {
    html! {
        p { (call.text("web-publish-summary-what")) }
        form.fields method="post" action="/statistics/publish" {
            (token(call))
            input type="hidden" name="what" value="summary";
            (which(call, cases))
            label { (call.text("web-field-figures")) select name="figures" { @for word in ["bands", "exact"] { option value=(word) { (call.text(&format!("web-publish-{word}"))) } } } }
            label { (call.text("web-field-dates")) select name="dates" { @for word in ["month", "year"] { option value=(word) { (call.text(&format!("web-publish-{word}"))) } } } }
            (form(call))
            button.btn.main { (call.text("web-publish-make")) }
        }
    }
}

fn recommendation(call: &Call<'_>, cases: &[CaseRow]) -> Markup {
    html! {
        p { (call.text("web-publish-recommendation-what")) }
        form.fields method="post" action="/statistics/publish" {
            (token(call))
            input type="hidden" name="what" value="recommendation";
            (which(call, cases))
            label { (call.text("web-field-recommendation")) select name="recommendation" required {
                option value="" { (call.text("web-choose")) }
                @for kind in RecommendationKind::ALL { option value=(kind.word()) { (call.text(&format!("documents-recommendation-{}", kind.word()))) } }
            } }
            (line(call, "platform", true))
            label.check { input type="checkbox" name="with-links" value="1"; (call.text("web-field-with-links")) }
            (line(call, "links-of", false))
            (form(call))
            button.btn.main { (call.text("web-publish-make")) }
        }
    }
}

/// What was searched for before a paper was given out.
pub(crate) struct Searched {
    /// Its digest.
    pub(crate) digest: Sha256,
    /// Pieces that were searched for.
    pub(crate) searched: u64,
    /// Values too short to be searched for.
    pub(crate) unsearched: u64,
}

/// The paper, to be read to its end before it is passed on, and the way to its file.
pub(crate) fn told(call: &Call<'_>, sheet: &Sheet, done: &Searched) -> Markup {
    let counts = [("searched", done.searched.into()), ("unsearched", done.unsearched.into())];
    html! {
        (card("published", &call.text(&format!("web-publish-{}", sheet.form)), &html! {
            p { b { (call.say("web-publish-searched", &counts)) } }
            p.note { (call.text("web-publish-read")) }
            @for finding in &sheet.findings { @let said = call.told(finding); p.note { (said.sentence) @if let Some(advice) = said.advice { " " (advice) } } }
            p.small.muted { "SHA-256 " span.mono { (done.digest) } }
            div.row { a.btn.main href={"/statistics/publish/file?case=" (sheet.case) "&what=" (sheet.form) "&draft=" (sheet.mark())} { (call.text("web-publish-get")) } a.btn href="/statistics/publish" { (call.text("web-publish-another")) } }
            @let text = String::from_utf8_lossy(&sheet.bytes);
            @if sheet.kind.starts_with("text/markdown") {
                div.drawn-md #as-read tabindex="0" { (super::drawn::drawn(&text)) }
                details { summary { (call.text("web-publish-source")) } pre tabindex="0" { (safe_text(&text)) } }
            } @else { pre tabindex="0" { (safe_text(&text)) } }
        }))
    }
}
