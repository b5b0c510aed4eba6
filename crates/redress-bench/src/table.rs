//! What is printed: one line a figure, with its peer or its bar.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a benchmark's output is its purpose")]

/// The lines so far, and whether a bar was missed.
pub(crate) struct Table {
    factor: f64,
    missed: Vec<String>,
    skipped: Vec<String>,
}

impl Table {
    pub(crate) fn new(factor: f64) -> Table {
        if (factor - 1.0).abs() > f64::EPSILON {
            println!("bars are multiplied by {factor}: not for the record");
        }
        Table { factor, missed: Vec::new(), skipped: Vec::new() }
    }

    pub(crate) fn heading(&self, text: &str) {
        println!("\n{text}");
    }

    /// A figure without a bar.
    pub(crate) fn line(&self, name: &str, value: &str) {
        println!("  {name:<44} {value}");
    }

    /// A figure that must not be above its bar.
    pub(crate) fn bar(&mut self, name: &str, value: f64, bar: f64, unit: &str) {
        let bar = bar * self.factor;
        let held = value <= bar;
        let verdict = if held { "held" } else { "MISSED" };
        println!("  {name:<44} {value:.3} {unit}   bar {bar:.3} {unit}   {verdict}");
        if !held {
            self.missed.push(name.to_owned());
        }
    }

    /// Something that must be so, whatever the time.
    pub(crate) fn must(&mut self, name: &str, holds: bool, said: &str) {
        println!("  {name:<44} {said}   {}", if holds { "as expected" } else { "WRONG" });
        if !holds {
            self.missed.push(name.to_owned());
        }
    }

    /// Something that could not be measured here, and why. It does not count as held.
    pub(crate) fn skip(&mut self, name: &str, why: &str) {
        println!("  {name:<44} skipped: {why}");
        self.skipped.push(name.to_owned());
    }

    /// Prints the end; true when no bar was missed.
    pub(crate) fn finish(&self) -> bool {
        println!();
        match (self.missed.is_empty(), self.skipped.is_empty()) {
            (true, true) => println!("every bar held"),
            (true, false) => println!("every bar that was measured held"),
            (false, _) => println!("missed: {}", self.missed.join("; ")),
        }
        if !self.skipped.is_empty() {
            println!("skipped, not measured: {}", self.skipped.join("; "));
        }
        self.missed.is_empty()
    }
}

/// Says why nothing was measured.
pub(crate) fn complain(text: &str) {
    eprintln!("{text}");
}
