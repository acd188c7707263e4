//! Lines in and out, SIGTERM, and what is in hand.

use crate::json::Json;
use std::fs::File;
use std::io::{self, BufRead, BufReader, ErrorKind, Write};
use std::os::unix::io::{AsFd, AsRawFd};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::Mutex;

extern "C" {
    fn dup2(from: i32, to: i32) -> i32;
    fn signal(number: i32, handler: extern "C" fn(i32)) -> usize;
    fn siginterrupt(number: i32, flag: i32) -> i32;
}
const SIGTERM: i32 = 15;
const LONGEST: usize = 1 << 20;

static STOPPED: AtomicBool = AtomicBool::new(false);
static REBOOT: AtomicBool = AtomicBool::new(false);
static INPUT: Mutex<Option<BufReader<File>>> = Mutex::new(None);
static OUTPUT: Mutex<Option<File>> = Mutex::new(None);
static IN_HAND: Mutex<Option<(String, bool)>> = Mutex::new(None);
static PANIC: Mutex<String> = Mutex::new(String::new());

/// Messages get descriptors of their own, which no program that is started inherits.
pub fn open() {
    let own = |fd: std::os::unix::io::BorrowedFd| fd.try_clone_to_owned().map(File::from).ok();
    *INPUT.lock().unwrap() = own(io::stdin().as_fd()).map(|file| BufReader::with_capacity(1 << 16, file));
    *OUTPUT.lock().unwrap() = own(io::stdout().as_fd());
    let null = File::open("/dev/null").ok();
    // SAFETY: both only put an open file in the place of another.
    unsafe {
        if let Some(null) = &null {
            dup2(null.as_raw_fd(), 0);
        }
        dup2(2, 1);
    }
    std::panic::set_hook(Box::new(|info| {
        let place = info.location().map_or("somewhere".into(), |at| format!("{}:{}", at.file(), at.line()));
        let secret = IN_HAND.lock().map_or(true, |hand| matches!(*hand, Some((_, true))));
        let said = if secret { format!("panicked at {place}") } else { format!("{info}").replace('\n', " ") };
        // As println! panics where stderr is closed, this does not use it.
        let _ = writeln!(io::stderr(), "{said}");
        if let Ok(mut last) = PANIC.lock() {
            *last = said;
        }
    }));
}

pub fn last_panic() -> String {
    PANIC.lock().map_or_else(|_| "panicked".into(), |said| said.clone())
}

/// From here on SIGTERM only asks: what is in hand is finished.
pub fn catch_sigterm() {
    extern "C" fn stop(_: i32) {
        STOPPED.store(true, Ordering::SeqCst);
    }
    // SAFETY: the handler only stores to an atomic, which is allowed in a signal handler.
    unsafe { signal(SIGTERM, stop) };
}

/// Whether the host wants an end: for long work that can end early, with `Stop::Again` or a failure.
pub fn stopping() -> bool {
    STOPPED.load(Ordering::SeqCst)
}

pub enum Line {
    Message(Json),
    /// Of stdin, or of the last line before its LF.
    End,
    Stopped,
    Bad,
}

/// The next object that the host sends.
pub fn next() -> Line {
    let mut input = INPUT.lock().unwrap();
    let input = match input.as_mut() {
        Some(input) => input,
        None => return Line::End,
    };
    let mut line = Vec::new();
    loop {
        // Only this wait is cut short: what a step has in hand is not.
        let interruptible = |flag| unsafe { siginterrupt(SIGTERM, flag) };
        interruptible(1);
        let read = if stopping() { Err(ErrorKind::Interrupted.into()) } else { input.fill_buf() };
        interruptible(0);
        let (bytes, whole) = match read {
            Err(why) if why.kind() == ErrorKind::Interrupted => {
                if stopping() {
                    return Line::Stopped;
                }
                continue;
            }
            Err(_) => return Line::End,
            Ok(bytes) if bytes.is_empty() => return Line::End,
            Ok(bytes) => match bytes.iter().position(|byte| *byte == b'\n') {
                Some(end) => (&bytes[..end], true),
                None => (bytes, false),
            },
        };
        line.extend_from_slice(bytes);
        let used = bytes.len() + usize::from(whole);
        input.consume(used);
        if !whole {
            continue;
        }
        if line.iter().all(u8::is_ascii_whitespace) {
            line.clear();
            continue;
        }
        match std::str::from_utf8(&line).ok().and_then(Json::parse) {
            Some(message @ Json::Object(_)) => return Line::Message(message),
            Some(_) => line.clear(),
            None => return Line::Bad,
        }
    }
}

pub fn message(kind: &str) -> Json {
    Json::Object(vec![("type".into(), kind.into())])
}

/// Writes one line, at once. Panics on one that is longer than a line may be.
pub fn say(message: &Json) {
    let line = format!("{message}\n");
    assert!(line.len() <= LONGEST + 1, "a message is longer than a line may be");
    let mut output = OUTPUT.lock().unwrap();
    // Nobody listens any more: nothing is left to do but to end.
    if output.as_mut().map_or(true, |file| file.write_all(line.as_bytes()).is_err()) {
        std::process::exit(1);
    }
}

/// Shown to people; says that the step is at work. Often enough in long work, and never with a secret in it.
pub fn progress(said: &str, percent: Option<i64>) {
    let mut line = message("progress");
    if let Some((item, _)) = &*IN_HAND.lock().unwrap() {
        line.set("item", item.as_str());
    }
    line.set("message", said);
    if let Some(percent) = percent {
        line.set("percent", percent);
    }
    say(&line);
}

/// What was applied takes full effect only after a reboot: the host does it, once for all.
pub fn needs_reboot() {
    REBOOT.store(true, Ordering::SeqCst);
}

pub fn reboot_wanted() -> bool {
    REBOOT.load(Ordering::SeqCst)
}

pub fn begin(item: &str, inputs: bool) {
    *IN_HAND.lock().unwrap() = Some((item.into(), inputs));
}

pub fn finish() {
    *IN_HAND.lock().unwrap() = None;
}

/// Names a content, for a fingerprint (FNV-1a and the length): tells apart what nobody made alike on purpose.
pub fn digest(content: &[u8]) -> String {
    let mix = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3);
    format!("{:016x}.{}", content.iter().fold(0xcbf2_9ce4_8422_2325, mix), content.len())
}

/// Whether it may be the id of an item, a resolution or an input.
pub fn is_name(text: &str) -> bool {
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"._-".contains(&b);
    text.len() <= 64 && text.starts_with(|c: char| c.is_ascii_lowercase()) && text.bytes().all(fits)
}
