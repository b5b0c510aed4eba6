//! Progress on standard error, and the wish to stop (Ctrl-C).

use crate::stop::Asks;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use redress_base::Finding;
use redress_words::Words;
use redress_workbench::Progress;
use std::io::IsTerminal;
use std::time::Duration;

/// Bars on a terminal, one line a stage in a pipe's log, nothing when quiet.
pub(crate) struct Bars<'w> {
    words: &'w Words,
    bar: Option<ProgressBar>,
    shown: bool,
    asks: Asks,
}

impl<'w> Bars<'w> {
    /// As long as they live, the first Ctrl-C asks for a clean stop between steps.
    pub(crate) fn new(words: &'w Words, quiet: bool) -> Bars<'w> {
        Bars { words, bar: None, shown: !quiet && std::io::stderr().is_terminal(), asks: Asks::begin() }
    }
}

impl Progress for Bars<'_> {
    fn begin(&mut self, stage: &str, total: Option<u64>) {
        self.end();
        if !self.shown {
            return;
        }
        let bar = ProgressBar::with_draw_target(total, ProgressDrawTarget::stderr_with_hz(8));
        let template = if total.is_some() {
            "{msg:30} {wide_bar} {pos}/{len} {eta:>5}"
        } else {
            "{msg:30} {spinner} {pos}"
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar.set_message(self.words.say(stage, &[]));
        bar.enable_steady_tick(Duration::from_millis(250));
        self.bar = Some(bar);
    }

    fn advance(&mut self, amount: u64) {
        if let Some(bar) = &self.bar {
            bar.inc(amount);
        }
    }

    fn end(&mut self) {
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
    }

    fn stopped(&self) -> bool {
        self.asks.stopped()
    }

    fn notice(&mut self, finding: &Finding) {
        self.end();
        crate::out::complain(self.words, finding);
    }
}

impl Drop for Bars<'_> {
    fn drop(&mut self) {
        self.end();
    }
}
