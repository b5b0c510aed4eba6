//! CPU time and memory of one finished process, as the kernel counted them (`wait4`).

use crate::Problem;
use std::process::{Command, Stdio};

/// What one process used.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Use {
    /// User and system time, seconds.
    pub(crate) cpu: f64,
    /// Wall time, seconds.
    pub(crate) wall: f64,
    /// Largest resident set, bytes.
    pub(crate) peak: f64,
}

impl Use {
    /// One process after the other: times add up, the larger memory counts.
    pub(crate) fn then(self, next: Use) -> Use {
        Use { cpu: self.cpu + next.cpu, wall: self.wall + next.wall, peak: self.peak.max(next.peak) }
    }
}

/// Runs a command to its end and gives what it used and what it printed.
pub(crate) fn run(command: &mut Command) -> Result<(Use, String), Problem> {
    let shown = format!("{command:?}");
    let started = std::time::Instant::now();
    let mut child =
        command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().map_err(|e| format!("{shown}: {e}"))?;
    let mut printed = String::new();
    if let Some(out) = child.stdout.as_mut() {
        std::io::Read::read_to_string(out, &mut printed)?;
    }
    let (status, used) = wait(child.id())?;
    let wall = started.elapsed().as_secs_f64();
    if !libc::WIFEXITED(status) || libc::WEXITSTATUS(status) != 0 {
        return Err(format!("{shown} ended with {status:#x}: {printed}").into());
    }
    let seconds = |time: libc::timeval| {
        std::time::Duration::from_secs(time.tv_sec.unsigned_abs()).as_secs_f64() + micros(time.tv_usec)
    };
    let peak = u32::try_from(used.ru_maxrss).map_or(f64::MAX, |kib| f64::from(kib) * 1024.0);
    Ok((Use { cpu: seconds(used.ru_utime) + seconds(used.ru_stime), wall, peak }, printed))
}

fn micros(count: libc::suseconds_t) -> f64 {
    std::time::Duration::from_micros(count.unsigned_abs()).as_secs_f64()
}

/// Waits for exactly this child. The standard library would reap it without telling what it used.
#[expect(unsafe_code, reason = "wait4 is the only call that gives one child's own usage")]
fn wait(child: u32) -> Result<(libc::c_int, libc::rusage), Problem> {
    let pid = libc::pid_t::try_from(child)?;
    let mut status = 0;
    // SAFETY: rusage is plain numbers, for which all zeros is a value; both pointers are valid for the call.
    let (got, used) = unsafe {
        let mut used: libc::rusage = std::mem::zeroed();
        let got = libc::wait4(pid, &raw mut status, 0, &raw mut used);
        (got, used)
    };
    if got == pid { Ok((status, used)) } else { Err(std::io::Error::last_os_error().into()) }
}

/// CPU time that this process has used so far, all of its threads, in seconds.
#[expect(unsafe_code, reason = "clock_gettime is the only call that gives it to the nanosecond")]
pub(crate) fn own_cpu() -> Result<f64, Problem> {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: the pointer is valid for the call.
    let got = unsafe { libc::clock_gettime(libc::CLOCK_PROCESS_CPUTIME_ID, &raw mut time) };
    if got != 0 {
        return Err(std::io::Error::last_os_error().into());
    }
    Ok(std::time::Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec)?).as_secs_f64())
}

/// The middle one; the mean of the middle two where their number is even.
pub(crate) fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    let at = |place: usize| values.get(place).copied().unwrap_or(f64::NAN);
    if values.len() % 2 == 1 { at(middle) } else { f64::midpoint(at(middle.wrapping_sub(1)), at(middle)) }
}

/// The value that so many of a hundred do not exceed.
pub(crate) fn percentile(values: impl Iterator<Item = f64>, hundredth: usize) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    let place = (values.len() * hundredth).div_ceil(100);
    values.get(place.saturating_sub(1)).copied().unwrap_or(f64::NAN)
}

/// The least: what else runs on the machine only ever adds to a time, so that the least disturbed of several repeats
/// says most about the program.
pub(crate) fn least(values: impl Iterator<Item = f64>) -> f64 {
    values.fold(f64::NAN, f64::min)
}

#[cfg(test)]
mod tests {
    use super::{least, median, own_cpu, percentile, run};
    use std::process::Command;

    #[test]
    fn the_median_is_the_middle() {
        assert!((median([3.0, 1.0, 2.0].into_iter()) - 2.0).abs() < 1e-12);
        assert!((median([4.0, 1.0, 2.0, 3.0].into_iter()) - 2.5).abs() < 1e-12);
        assert!(median(std::iter::empty()).is_nan());
        assert!((least([3.0, 1.0, 2.0].into_iter()) - 1.0).abs() < 1e-12);
        assert!(least(std::iter::empty()).is_nan());
    }

    #[test]
    fn a_percentile_is_a_value_that_came_up() {
        let hundred = || (1..=200u8).map(f64::from);
        assert!((percentile(hundred(), 99) - 198.0).abs() < 1e-12);
        assert!((percentile([5.0, 1.0].into_iter(), 50) - 1.0).abs() < 1e-12);
        assert!(percentile(std::iter::empty(), 50).is_nan());
    }

    #[test]
    fn a_process_sees_what_it_used_itself() {
        let before = own_cpu().unwrap();
        let sum = std::hint::black_box((0..2_000_000u64).fold(0, |a, b| a ^ (b << 3)));
        assert!(own_cpu().unwrap() > before, "{sum}");
    }

    #[test]
    fn a_childs_output_and_failure_are_seen() {
        let (used, printed) = run(Command::new("sh").args(["-c", "echo yes"])).unwrap();
        assert_eq!(printed, "yes\n");
        assert!(used.peak > 0.0 && used.cpu >= 0.0);
        assert!(run(Command::new("sh").args(["-c", "exit 3"])).is_err());
    }
}
