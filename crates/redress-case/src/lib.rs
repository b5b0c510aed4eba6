//! The case file: its ledger, its state as a fold, and the result of one assessment.
