//! A condition's value, together with what would change it and who could bring that.

use crate::Need;
use redress_base::Value;
use redress_facts::{Kind, Scope, Source, Vocabulary};
use std::collections::BTreeSet;
use std::rc::Rc;

/// A value with the facts behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Element {
    /// Made out, fails, missing or disputed.
    pub(crate) value: Value,
    /// While the value is `UU`: bringing things (not judging them, not settling disputes) can make it
    /// out.
    pub(crate) bringable: bool,
    /// Facts whose finding would change it.
    pub(crate) needs: Rc<BTreeSet<Need>>,
}

impl Element {
    /// A value that rests on no fact that could be brought.
    pub(crate) fn fixed(value: Value) -> Element {
        Element { value, bringable: false, needs: Rc::default() }
    }

    /// Nothing is known and nothing named would help.
    pub(crate) fn unknown() -> Element {
        Element::fixed(Value::UU)
    }

    /// One fact.
    pub(crate) fn leaf(vocabulary: &Vocabulary, scope: &Scope, term: &str, value: Value) -> Element {
        let judged = vocabulary
            .get(term)
            .is_none_or(|known| known.kind == Kind::Judgement || known.source == Source::Judgement);
        let need = Need { term: term.to_owned(), scope: scope.clone() };
        Element { value, bringable: value == Value::UU && !judged, needs: Rc::new(BTreeSet::from([need])) }
    }

    /// The opposite, resting on the same facts.
    #[must_use]
    pub(crate) fn not(self) -> Element {
        Element { value: self.value.not(), ..self }
    }

    /// Every one of them.
    pub(crate) fn all(parts: impl IntoIterator<Item = Element>) -> Element {
        let parts: Vec<Element> = parts.into_iter().collect();
        let value = parts.iter().fold(Value::TT, |sum, part| sum.and(part.value));
        let deciding = |part: &&Element| deciding_all(value, part.value);
        let bringable = value == Value::UU && parts.iter().filter(deciding).all(|part| part.bringable);
        let needs = together(parts.iter().filter(deciding).map(|part| &part.needs));
        Element { value, bringable, needs }
    }

    /// At least one of them.
    pub(crate) fn any(parts: impl IntoIterator<Item = Element>) -> Element {
        let parts: Vec<Element> = parts.into_iter().collect();
        let value = parts.iter().fold(Value::FF, |sum, part| sum.or(part.value));
        let deciding = |part: &&Element| deciding_any(value, part.value);
        let bringable = value == Value::UU && parts.iter().filter(deciding).any(|part| part.bringable);
        let needs = together(parts.iter().filter(deciding).map(|part| &part.needs));
        Element { value, bringable, needs }
    }

    /// A failing condition that the person or an authority can still cure counts as missing.
    #[must_use]
    pub(crate) fn curable(self) -> Element {
        if self.value == Value::FF { Element { value: Value::UU, bringable: true, ..self } } else { self }
    }
}

/// The needs of several; of one that has any, its own.
fn together<'e>(parts: impl Iterator<Item = &'e Rc<BTreeSet<Need>>>) -> Rc<BTreeSet<Need>> {
    let mut all: Rc<BTreeSet<Need>> = Rc::default();
    for part in parts.filter(|part| !part.is_empty()) {
        if all.is_empty() {
            all = Rc::clone(part);
        } else if !Rc::ptr_eq(&all, part) {
            Rc::make_mut(&mut all).extend(part.iter().cloned());
        }
    }
    all
}

/// Whether a part decides what a conjunction came to.
pub(crate) fn deciding_all(whole: Value, part: Value) -> bool {
    if whole == Value::FF { part == Value::FF } else { whole == Value::TT || part != Value::TT }
}

/// Whether a part decides what a disjunction came to.
pub(crate) fn deciding_any(whole: Value, part: Value) -> bool {
    if whole == Value::TT { part == Value::TT } else { whole == Value::FF || part != Value::FF }
}

#[cfg(test)]
mod tests {
    use super::Element;
    use redress_base::Value;
    use redress_facts::{Scope, Vocabulary};

    fn leaf(term: &str, value: Value) -> Element {
        Element::leaf(&Vocabulary::standard(), &Scope::Case, term, value)
    }

    #[test]
    fn what_a_person_must_judge_cannot_be_brought() {
        assert!(leaf("defendant_identified", Value::UU).bringable);
        assert!(!leaf("wide_spread", Value::UU).bringable);
        assert!(!leaf("evidence_difficulty_reason", Value::UU).bringable);
        assert!(!leaf("defendant_identified", Value::FT).bringable);
    }

    #[test]
    fn a_conjunction_waits_only_if_everything_missing_can_be_brought() {
        let bring = || leaf("defendant_identified", Value::UU);
        let judge = || leaf("wide_spread", Value::UU);
        assert!(Element::all([bring(), leaf("act.network", Value::TT)]).bringable);
        assert!(!Element::all([bring(), judge()]).bringable);
        assert!(Element::any([bring(), judge()]).bringable);
        assert!(!Element::all([bring(), leaf("work_affected", Value::FF)]).bringable);
    }

    #[test]
    fn needs_name_what_decides() {
        let whole = Element::all([leaf("work_affected", Value::FF), leaf("defendant_identified", Value::UU)]);
        assert_eq!(whole.needs.iter().map(|need| need.term.as_str()).collect::<Vec<_>>(), ["work_affected"]);
        let whole = Element::any([leaf("work_affected", Value::FF), leaf("defendant_identified", Value::UU)]);
        assert_eq!(
            whole.needs.iter().map(|need| need.term.as_str()).collect::<Vec<_>>(),
            ["defendant_identified"]
        );
    }

    #[test]
    fn disputes_are_never_brought() {
        for value in Value::ALL {
            let element = Element::all([leaf("defendant_identified", value)]);
            assert_eq!(element.bringable, value == Value::UU);
        }
    }
}
