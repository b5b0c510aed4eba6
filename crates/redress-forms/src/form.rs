//! What every form has: its words, what it asks of the parties, its input, and its layout.

use crate::shape::read_day;
use crate::{Offered, Source};
use redress_base::{Fault, Finding, Refusal};
use redress_case::Capacity;
use redress_paper::{Edition, FormText, Paper, Pen, Standing};
use schemars::{JsonSchema, Schema, schema_for};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::marker::PhantomData;
use std::sync::OnceLock;

/// One form, with its input in its own type.
pub trait FormKind: Send + Sync + 'static {
    /// Its input: what is filled in, and nothing else. `deny_unknown_fields`.
    type Input: Serialize + DeserializeOwned + JsonSchema;
    /// Its id: the name of its folder under `forms/`.
    const ID: &'static str;
    /// Its `form.toml`.
    const TEXT: &'static str;
    /// Which fields of the parties it prints, by capacity: the only personal details that are read for it.
    const DETAILS: &'static [(Capacity, &'static [&'static str])];
    /// Whether it quotes the words of posts or names accounts.
    const QUOTES: bool;

    /// Its input out of a case file. What nothing was recorded for stays absent.
    fn fill(source: &Source<'_>) -> Self::Input;
    /// Lays the input out.
    fn lay(input: &Self::Input, pen: &mut Pen<'_>);
    /// Places of the input that take what stands in the file and nothing else; none for most forms.
    fn offered(_input: &Self::Input) -> Vec<Offered> {
        Vec::new()
    }
    /// The day on the paper; absent where it is not filled in yet.
    fn day(input: &Self::Input) -> Option<&str>;
}

/// One form, its input as JSON.
pub trait Form: Send + Sync {
    /// Its id.
    fn id(&self) -> &'static str;
    /// Its words.
    ///
    /// # Errors
    /// Where its `form.toml` cannot be read; a test over every form sees that it never happens.
    fn text(&self) -> Result<&FormText, Refusal>;
    /// Which details of the parties it prints.
    fn details(&self) -> &'static [(Capacity, &'static [&'static str])];
    /// Whether it quotes posts or names accounts.
    fn quotes(&self) -> bool;
    /// Its input out of a case file.
    ///
    /// # Errors
    /// Where it cannot be written as JSON.
    fn fill(&self, source: &Source<'_>) -> Result<Value, Refusal>;
    /// Lays an input out. Its day is the one that stands on it, or none: whoever prints it then says the day.
    ///
    /// # Errors
    /// `Input` where the input is none of this form: the path and what is wrong there.
    fn lay(&self, input: &Value, edition: Edition, wanted: Standing) -> Result<Paper, Refusal>;
    /// Places of an input that take what stands in the file and nothing else.
    ///
    /// # Errors
    /// `Input` where the input is none of this form.
    fn offered(&self, input: &Value) -> Result<Vec<Offered>, Refusal>;
    /// The schema of its input.
    fn schema(&self) -> Schema;
}

/// The door of a [`FormKind`] for whoever does not know its type.
pub struct Typed<F> {
    text: OnceLock<Result<FormText, Refusal>>,
    form: PhantomData<fn() -> F>,
}

impl<F> Typed<F> {
    /// The door.
    pub const fn new() -> Typed<F> {
        Typed { text: OnceLock::new(), form: PhantomData }
    }
}

impl<F> Default for Typed<F> {
    fn default() -> Typed<F> {
        Typed::new()
    }
}

impl<F: FormKind> Form for Typed<F> {
    fn id(&self) -> &'static str {
        F::ID
    }

    fn text(&self) -> Result<&FormText, Refusal> {
        let read = || FormText::read(F::TEXT)?.with(&FormText::read(COMMON)?);
        self.text.get_or_init(read).as_ref().map_err(Refusal::clone)
    }

    fn details(&self) -> &'static [(Capacity, &'static [&'static str])] {
        F::DETAILS
    }

    fn quotes(&self) -> bool {
        F::QUOTES
    }

    fn fill(&self, source: &Source<'_>) -> Result<Value, Refusal> {
        serde_json::to_value(F::fill(source)).map_err(|error| unfit(F::ID, &error))
    }

    fn lay(&self, input: &Value, edition: Edition, wanted: Standing) -> Result<Paper, Refusal> {
        let input: F::Input = serde_json::from_value(input.clone()).map_err(|error| unfit(F::ID, &error))?;
        let mut pen = Pen::new(self.text()?, edition).to_be(wanted);
        F::lay(&input, &mut pen);
        Ok(pen.finish(&F::day(&input).and_then(read_day).map(|day| day.to_string()).unwrap_or_default()))
    }

    fn offered(&self, input: &Value) -> Result<Vec<Offered>, Refusal> {
        let input: F::Input = serde_json::from_value(input.clone()).map_err(|error| unfit(F::ID, &error))?;
        Ok(F::offered(&input))
    }

    fn schema(&self) -> Schema {
        schema_for!(F::Input)
    }
}

/// Words that many forms share.
pub(crate) const COMMON: &str = include_str!("../../../forms/common/form.toml");

/// What a reader has to know of a final: it rests on a text that was not read at first hand. A draft says so itself, and
/// what is handed in does not carry notes to whoever prepared it.
pub fn unverified_basis(text: &FormText) -> Option<Finding> {
    let unread = || Finding::warning("forms-basis-unverified").with("form", text.id.as_str());
    text.unverified.then(|| unread().with("source", text.source.as_str()))
}

fn unfit(form: &str, error: &serde_json::Error) -> Refusal {
    let found = Finding::error("forms-input-unfit").with("form", form);
    found.with("error", error.to_string()).refuse(Fault::Input)
}
