//! Makes what others may read of a case, and gives its file out.

use super::unfit;
use crate::call::Call;
use crate::library::Touch;
use crate::page::publish::{PAPERS, Searched, told};
use crate::reply::{Download, Leaf, Reply, Wrong};
use crate::session::Sheet;
use redress_base::{Fault, Finding, Refusal};
use redress_documents::{Days, RecommendationKind, SummaryOptions};
use redress_facts::Vocabulary;
use redress_law::Book;
use redress_rights::{Object, UseCase};
use redress_workbench::{Desk, Form, NewRecommendation, Published, Quiet, Wanted, Whose};

/// Makes one of the two. That it leaves is an entry; nothing is given out in which something would identify somebody.
pub(crate) fn make(call: &Call<'_>) -> Result<Reply, Wrong> {
    let case = call.required("of-case")?;
    let form = format(call)?;
    let (sheet, searched) = match call.required("what")? {
        "summary" => {
            let options = options(call)?;
            let wanted = Wanted::of(UseCase::PublishSummary, Object::Case);
            at(call, case, &wanted, |desk| {
                let (book, words) = (Book::standard(), Vocabulary::standard());
                Ok(kept(
                    case,
                    "summary",
                    form,
                    desk.publish(book, &words, call.by(), None, options, (call.words, form))?,
                ))
            })?
        }
        "recommendation" => {
            let (kind, new) = recommendation(call)?;
            // Guiding Opinions art 20 (2023-09-20): each body issues its own.
            let wanted =
                Wanted::of(UseCase::Recommend, Object::Filing).whose(Whose::Bodies(vec![kind.body()]));
            at(call, case, &wanted, |desk| {
                let (book, words) = (Book::standard(), Vocabulary::standard());
                Ok(kept(
                    case,
                    "recommendation",
                    form,
                    desk.recommend(book, &words, call.by(), None, new, (call.words, form))?,
                ))
            })?
        }
        typed => return Err(unfit(call, "what", typed).into()),
    };
    let page = told(call, &sheet, &searched);
    call.app.sessions().draw(call.name, sheet);
    Ok(Reply::Page(Leaf::new(call.text("web-nav-publish"), None, page)))
}

/// The paper that was made last, as its file.
pub(crate) fn file(call: &Call<'_>) -> Result<Reply, Wrong> {
    let (case, asked) = (call.asked("case").unwrap_or_default(), call.asked("what").unwrap_or_default());
    let what = PAPERS.into_iter().find(|one| *one == asked).ok_or(Wrong::NotFound)?;
    let sheet = call.app.sessions().drawn(call.name, case, what).ok_or(Wrong::NotFound)?;
    // Another window of the session may have made another one since: what was read there is not what this is.
    if call.asked("draft") != Some(sheet.mark().as_str()) {
        return Err(Finding::error("web-draft-other").refuse(Fault::Usage).into());
    }
    // Whoever made it and is on the case no more gets no file of it.
    let wanted = Wanted::of(UseCase::ViewMasked, Object::Result);
    call.app.at(&call.session.visitor, case, &wanted, Touch::Read, &mut Quiet, |_| Ok(()))?;
    Ok(Reply::File(Download { name: sheet.name.clone(), kind: sheet.kind, bytes: sheet.bytes.clone() }))
}

fn at<T>(
    call: &Call<'_>,
    case: &str,
    wanted: &Wanted,
    work: impl FnOnce(&mut Desk<'_>) -> Result<T, Refusal>,
) -> Result<T, Wrong> {
    Ok(call.app.at(&call.session.visitor, case, wanted, Touch::Write, &mut Quiet, work)?)
}

/// The paper as the session keeps it until the next one.
fn kept<T>(case: &str, what: &str, form: Form, made: Published<T>) -> (Sheet, Searched) {
    let (ending, kind) = match form {
        Form::Markdown => ("md", "text/markdown; charset=utf-8"),
        Form::Text => ("txt", "text/plain; charset=utf-8"),
    };
    let sheet = Sheet {
        case: case.to_owned(),
        form: what.to_owned(),
        name: format!("{what}.{ending}"),
        kind,
        bytes: made.bytes,
        last: true,
        entry: None,
        missing: 0,
        findings: made.findings,
    };
    (sheet, Searched { digest: made.digest, searched: made.searched, unsearched: made.unsearched })
}

fn format(call: &Call<'_>) -> Result<Form, Refusal> {
    match call.required("file-format")? {
        "md" => Ok(Form::Markdown),
        "txt" => Ok(Form::Text),
        typed => Err(unfit(call, "file-format", typed)),
    }
}

fn options(call: &Call<'_>) -> Result<SummaryOptions, Refusal> {
    let exact = match call.required("figures")? {
        "bands" => false,
        "exact" => true,
        typed => return Err(unfit(call, "figures", typed)),
    };
    let days = match call.required("dates")? {
        "month" => Days::Month,
        "year" => Days::Year,
        typed => return Err(unfit(call, "dates", typed)),
    };
    Ok(SummaryOptions { exact, days })
}

fn recommendation(call: &Call<'_>) -> Result<(RecommendationKind, NewRecommendation), Refusal> {
    let typed = call.required("recommendation")?;
    let kind = RecommendationKind::from_word(typed).ok_or_else(|| unfit(call, "recommendation", typed))?;
    let links = call.typed("with-links").map(|_| call.typed("links-of").unwrap_or_default().to_owned());
    Ok((kind, NewRecommendation { kind, platform: call.required("platform")?.to_owned(), links }))
}
