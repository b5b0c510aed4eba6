//! Statistics: figures of many cases with small counts withheld, each with its chart and its table, and the series that
//! were published.

use crate::call::Call;
use crate::library::{Counts, Holder, WantedCounts};
use crate::reply::{Leaf, Reply, Wrong};
use crate::routes::Data;
use crate::shell::{card, token};
use maud::{Markup, PreEscaped, html};
use redress_base::{Date, Fault, Finding, Instant, Refusal};
use redress_statistics::{By, Published, Release, parts, published_parts};
use redress_workbench::ReleaseTerms;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;

/// The figures as data.
pub(crate) const DATA: Data = Data { make: data, schema: || schema_for!(Statistics) };

/// The published series as data.
pub(crate) const PUBLISHED: Data = Data { make: published_data, schema: || schema_for!(Published) };

/// The figures that were asked for, and the releases that are kept.
#[derive(Serialize, JsonSchema)]
struct Statistics {
    /// The figures; in an office absent as long as no days are named.
    release: Option<Release>,
    /// Releases that are kept.
    kept: Vec<Kept>,
}

/// A release that is kept.
#[derive(Serialize, JsonSchema)]
struct Kept {
    /// When it was made, in seconds since 1970.
    at: Instant,
    /// With what.
    terms: ReleaseTerms,
}

/// What is asked for, out of the address or of a form.
///
/// # Errors
/// `Usage`, naming the field that does not fit.
pub(crate) fn wanted<'c>(
    call: &'c Call<'_>,
    field: impl Fn(&str) -> Option<&'c str>,
    make: bool,
) -> Result<WantedCounts, Refusal> {
    let unfit = |name: &str, typed: &str| {
        let field = call.text(&format!("web-field-{name}"));
        Finding::error("web-field-unfit").with("field", field).with("typed", typed).refuse(Fault::Usage)
    };
    let day = |name: &str| -> Result<Option<Date>, Refusal> {
        let Some(typed) = field(name) else { return Ok(None) };
        typed.parse().map(Some).map_err(|_| unfit(name, typed))
    };
    let by = match field("period") {
        Some(typed) => Some(By::from_word(typed).ok_or_else(|| unfit("period", typed))?),
        None => None,
    };
    let threshold = match field("threshold") {
        Some(typed) => Some(typed.parse().map_err(|_| unfit("threshold", typed))?),
        None => None,
    };
    Ok(WantedCounts {
        from: day("from-day")?,
        to: day("until-day")?,
        as_of: day("as-of")?,
        by,
        threshold,
        register: field("register").map(str::to_owned),
        region: field("region").map(str::to_owned),
        make,
    })
}

fn counts(call: &Call<'_>) -> Result<Counts, Wrong> {
    let wanted = wanted(call, |name| call.asked(name), false)?;
    Ok(call.app.library.counts(&call.session.visitor, &wanted)?)
}

fn data(call: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    let counts = counts(call)?;
    let kept = counts.kept.into_iter().map(|(at, terms)| Kept { at, terms }).collect();
    super::value(&Statistics { release: counts.release, kept })
}

fn published_data(_: &Call<'_>) -> Result<serde_json::Value, Wrong> {
    super::value(&Published::standard()?)
}

/// Shows the figures, or the releases that are kept.
pub(crate) fn show(call: &Call<'_>) -> Result<Reply, Wrong> {
    let counts = counts(call)?;
    page(call, &counts)
}

/// The page with these figures.
pub(crate) fn page(call: &Call<'_>, counts: &Counts) -> Result<Reply, Wrong> {
    let office = call.app.library.holder() == Holder::Office;
    let published = Published::standard()?;
    let body = html! {
        (ask(call, office))
        @if office { (kept(call, counts)) }
        @if let Some(release) = &counts.release { div.figures { (PreEscaped(parts(call.words, release, &published))) } }
        p { a href="/statistics/published" { (call.text("web-statistics-published")) } }
    };
    Ok(Reply::Page(Leaf::new(call.text("web-nav-statistics"), Some(call.text("web-statistics-lead")), body)))
}

/// The series that were published, with their sources.
pub(crate) fn published(call: &Call<'_>) -> Result<Reply, Wrong> {
    let body = html! { div.figures { (PreEscaped(published_parts(call.words, &Published::standard()?))) } p { a href="/statistics" { (call.text("web-nav-statistics")) } } };
    Ok(Reply::Page(Leaf::new(call.text("web-statistics-published"), None, body)))
}

/// What is to be counted. In an office a release is made once for its days, so that making one is asked apart.
fn ask(call: &Call<'_>, office: bool) -> Markup {
    let value = |name: &str| call.asked(name).unwrap_or_default().to_owned();
    let fields = || {
        html! {
            label { (call.text("web-field-from-day")) input type="date" name="from-day" value=(value("from-day")) required[office]; }
            label { (call.text("web-field-until-day")) input type="date" name="until-day" value=(value("until-day")) required[office]; }
            label { (call.text("web-field-as-of")) input type="date" name="as-of" value=(value("as-of")); }
            label { (call.text("web-field-period")) select name="period" {
                @if office { option value="" { (call.text("web-statistics-as-made")) } }
                @for word in ["year", "half-year", "month"] { option value=(word) selected[value("period") == word] { (call.text(&format!("web-period-{word}"))) } }
            } }
            label { (call.text("web-field-threshold")) input name="threshold" inputmode="numeric" maxlength="6" value=(value("threshold")) placeholder="5"; }
            label { (call.text("web-field-register")) input name="register" maxlength="200" value=(value("register")); }
            label { (call.text("web-field-region")) input name="region" maxlength="100" value=(value("region")); }
        }
    };
    card(
        "ask",
        &call.text("web-statistics-ask"),
        &html! {
            p.muted { (call.text(if office { "web-statistics-office" } else { "web-statistics-folder" })) }
            form.stack method="get" action="/statistics" { div.filters { (fields()) } div.row { button.btn.main { (call.text("web-statistics-show")) } } }
            @if office { details {
                summary { (call.text("web-statistics-make")) }
                p.note { (call.text("web-statistics-make-what")) }
                form.stack method="post" action="/statistics" { (token(call)) div.filters { (fields()) } button.btn { (call.text("web-statistics-make-now")) } }
            } }
        },
    )
}

fn kept(call: &Call<'_>, counts: &Counts) -> Markup {
    card(
        "kept",
        &call.text("web-statistics-kept"),
        &html! {
            @if counts.kept.is_empty() { p { (call.text("web-statistics-none")) } }
            ul.lines { @for (at, terms) in &counts.kept { li { div {
                h3 { a href={"/statistics?from-day=" (terms.from) "&until-day=" (terms.to)} { (call.words.date(terms.from)) " – " (call.words.date(terms.to)) } }
                p.small.muted { (redress_words::safe_text(&terms.scope.register)) " · " (call.words.instant(*at)) }
            } } } }
        },
    )
}
