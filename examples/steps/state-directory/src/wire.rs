//! The step protocol: start and resolve lines in, messages out.

use serde_json::{json, Value};
use std::fmt::Display;
use std::io::{self, BufRead, Write};
use std::sync::atomic::{AtomicBool, Ordering};

/// Ends the selection in hand, and the program, with a code and a sentence.
#[derive(Debug)]
pub struct Failed {
    pub code: &'static str,
    pub message: String,
}

pub type Outcome<T> = Result<T, Failed>;

pub fn failed<T>(code: &'static str, message: impl Into<String>) -> Outcome<T> {
    Err(Failed { code, message: message.into() })
}

/// Says what was being done when a system call failed.
pub trait While<T> {
    fn while_(self, doing: impl Display) -> Outcome<T>;
}

impl<T, E: Into<io::Error>> While<T> for Result<T, E> {
    fn while_(self, doing: impl Display) -> Outcome<T> {
        self.map_err(|error| {
            let error: io::Error = error.into();
            let code = match error.kind() {
                io::ErrorKind::PermissionDenied => "forbidden",
                io::ErrorKind::StorageFull => "no-space",
                _ => "system",
            };
            Failed { code, message: format!("{doing}: {error}") }
        })
    }
}

pub fn say(message: Value) {
    let mut out = io::stdout().lock();
    // Nobody reads any more: nothing is left to do but to end.
    if out.write_all(format!("{message}\n").as_bytes()).and_then(|()| out.flush()).is_err() {
        std::process::exit(1);
    }
}

pub fn progress(item: &str, message: String) {
    say(json!({"type": "progress", "item": item, "message": message}));
}

/// The next whole line that is an object; only LF ends a line, and what LF does not end is ignored.
pub fn next(input: &mut impl BufRead) -> Outcome<Option<Value>> {
    loop {
        let mut line = Vec::new();
        input.read_until(b'\n', &mut line).while_("reading stdin")?;
        if line.pop() != Some(b'\n') {
            return Ok(None);
        }
        if line.trim_ascii_start().is_empty() {
            continue;
        }
        match serde_json::from_slice(&line) {
            Ok(message @ Value::Object(_)) => return Ok(Some(message)),
            Ok(_) => continue,
            Err(why) => return failed("protocol", format!("not a message: {why}")),
        }
    }
}

static STOPPED: AtomicBool = AtomicBool::new(false);

extern "C" {
    fn signal(number: i32, handler: extern "C" fn(i32)) -> usize;
}

extern "C" fn stop(_: i32) {
    STOPPED.store(true, Ordering::SeqCst);
}

/// From here on SIGTERM only asks: what is in hand is finished.
pub fn finish_what_is_in_hand() {
    const SIGTERM: i32 = 15;
    // SAFETY: the handler only stores to an atomic, which is allowed in a signal handler.
    unsafe { signal(SIGTERM, stop) };
}

pub fn stopped() -> bool {
    STOPPED.load(Ordering::SeqCst)
}
