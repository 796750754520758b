//! A progress bar on standard error, for work that takes longer than half a second.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// Work shorter than this shows no bar.
const PATIENCE: Duration = Duration::from_millis(500);

/// A bar that appears only when the work turns out to be long and somebody watches.
pub(super) struct Bar {
    begun: Instant,
    watched: bool,
    bar: Option<ProgressBar>,
}

impl Bar {
    pub(super) fn new(watched: bool) -> Self {
        Self { begun: Instant::now(), watched, bar: None }
    }

    /// Shows how many are done, of how many.
    pub(super) fn show(&mut self, done: usize, total: usize) {
        if self.bar.is_none() && self.watched && self.begun.elapsed() > PATIENCE {
            let style = ProgressStyle::with_template("{bar:40} {pos}/{len} {eta}");
            let bar = ProgressBar::new(total as u64);
            self.bar = Some(match style {
                Ok(style) => bar.with_style(style),
                Err(_) => bar,
            });
        }
        if let Some(bar) = &self.bar {
            bar.set_position(done as u64);
        }
    }

    pub(super) fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
