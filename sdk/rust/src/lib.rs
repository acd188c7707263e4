//! The Edgewise step protocol for Rust 1.63 and newer, on Linux, without dependencies.
//!
//! `run` moves stdin and stdout to descriptors of their own: stray prints land on stderr, and a program that a step starts can
//! neither spoil a message nor eat one. It reads `start`, refuses other protocol versions, skips what it does not know, takes
//! whole lines (LF alone ends one), shows each selection as progress before it is applied, says its result afterwards, stops at
//! the first failure, finishes what is in hand on SIGTERM, and says `done` with the exit status that goes with it. Every line is
//! written at once. It keeps no secret from being said on purpose; of a panic while inputs are in hand it tells only the place.

mod item;
mod json;
mod wire;

pub use item::{Input, Item, Resolution};
pub use json::Json;
pub use wire::{digest, is_name, needs_reboot, progress, stopping};

use std::panic::{catch_unwind, AssertUnwindSafe};
use std::path::Path;
use std::process::ExitCode;
use wire::Line;

/// Why a program, or the selection in hand, ends here.
#[derive(Debug)]
pub enum Stop {
    /// A code (a name) and a sentence for people.
    Failed { code: &'static str, message: String },
    /// On purpose: to be run again, when new items are answered or, with `reboot`, after the reboot.
    Again { reboot: bool },
}

pub type Outcome<T> = Result<T, Stop>;

pub fn failed<T>(code: &'static str, message: impl Into<String>) -> Outcome<T> {
    Err(Stop::Failed { code, message: message.into() })
}

/// What the host says at first. `message` is all of it.
pub struct Start {
    pub producer: bool,
    pub config: Fields,
    pub message: Json,
}

/// One selected resolution. `attempt` counts from 1; above 1, a fingerprint that differs may be your own half-done work.
pub struct Selection {
    pub item: String,
    pub resolution: String,
    pub attempt: i64,
    pub fingerprint: Option<String>,
    pub input: Fields,
}

impl Selection {
    /// To return where the step has no such item or resolution.
    pub fn unknown<T>(&self) -> Outcome<T> {
        failed("input", format!("this step has no resolution {} for {}", self.resolution, self.item))
    }
}

/// A config, or the inputs of a selection. What is missing or of another type fails with the code `config` or `input`.
pub struct Fields {
    pub values: Json,
    code: &'static str,
}

impl Fields {
    pub fn text(&self, name: &str) -> Outcome<&str> {
        self.required(name, self.optional_text(name)?)
    }
    pub fn integer(&self, name: &str) -> Outcome<i64> {
        self.required(name, self.optional_integer(name)?)
    }
    pub fn boolean(&self, name: &str) -> Outcome<bool> {
        self.required(name, self.optional_boolean(name)?)
    }
    pub fn optional_text(&self, name: &str) -> Outcome<Option<&str>> {
        self.take(name, "a text", Json::as_str)
    }
    pub fn optional_integer(&self, name: &str) -> Outcome<Option<i64>> {
        self.take(name, "a whole number", Json::as_int)
    }
    pub fn optional_boolean(&self, name: &str) -> Outcome<Option<bool>> {
        self.take(name, "true or false", Json::as_bool)
    }

    fn take<'a, T>(&'a self, name: &str, kind: &str, as_kind: impl Fn(&'a Json) -> Option<T>) -> Outcome<Option<T>> {
        match self.values.get(name) {
            None => Ok(None),
            Some(value) => match as_kind(value) {
                Some(value) => Ok(Some(value)),
                None => failed(self.code, format!("{} {name} has to be {kind}", self.code)),
            },
        }
    }

    fn required<T>(&self, name: &str, value: Option<T>) -> Outcome<T> {
        value.map_or_else(|| failed(self.code, format!("{} {name} is missing", self.code)), Ok)
    }
}

/// Returns when the file or folder is on the disk.
pub fn durable(path: impl AsRef<Path>) -> std::io::Result<()> {
    std::fs::File::open(path)?.sync_all()
}

/// Serves one run; call it first in `main`, and return what it gives. `read` turns the start into what both others take, or
/// fails with the code `config`. `look` says what it finds (`Item::say`). `apply` returns when a selection is durable, or is in
/// place already.
pub fn run<C>(
    read: impl Fn(&Start) -> Outcome<C>,
    look: impl Fn(&C) -> Outcome<()>,
    apply: impl Fn(&C, &Selection) -> Outcome<()>,
) -> ExitCode {
    wire::open();
    let ended = catch_unwind(AssertUnwindSafe(|| serve(&read, &look, &apply)));
    let mut done = wire::message("done");
    match ended {
        Ok(Ok(())) => done.set("outcome", "ok"),
        Ok(Err(End::Stop(Stop::Again { reboot }))) => {
            done.set("outcome", "again");
            if reboot {
                needs_reboot();
            }
        }
        Ok(Err(End::Cancelled)) => {
            done.set("outcome", "again");
            done.set("code", "cancelled");
        }
        Ok(Err(End::Stop(Stop::Failed { code, message }))) => {
            done.set("outcome", "failed");
            done.set("code", code);
            done.set("message", message);
            if code == "protocol" {
                done.push("protocols", 1);
            }
        }
        Err(_) => {
            done.set("outcome", "failed");
            done.set("code", "internal");
            done.set("message", wire::last_panic());
        }
    }
    let failed = done.get("outcome").and_then(Json::as_str) == Some("failed");
    if !failed && wire::reboot_wanted() {
        done.set("reboot", true);
    }
    wire::say(&done);
    if failed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}

enum End {
    Stop(Stop),
    Cancelled,
}

impl From<Stop> for End {
    fn from(stop: Stop) -> End {
        End::Stop(stop)
    }
}

fn serve<C>(
    read: &impl Fn(&Start) -> Outcome<C>,
    look: &impl Fn(&C) -> Outcome<()>,
    apply: &impl Fn(&C, &Selection) -> Outcome<()>,
) -> Result<(), End> {
    let start = start()?;
    if start.producer {
        return Ok(look(&read(&start)?)?);
    }
    wire::catch_sigterm();
    let context = read(&start)?;
    loop {
        let message = match wire::next() {
            Line::Message(message) => message,
            Line::End => return Ok(()),
            Line::Stopped => return Err(End::Cancelled),
            Line::Bad => return Ok(failed("protocol", "a line on stdin is not JSON")?),
        };
        if message.get("type").and_then(Json::as_str) != Some("resolve") {
            continue;
        }
        if wire::stopping() {
            return Err(End::Cancelled);
        }
        let selection = selection(&message)?;
        wire::begin(&selection.item, matches!(&selection.input.values, Json::Object(given) if !given.is_empty()));
        progress(&selection.resolution, None);
        let outcome = apply(&context, &selection);
        let mut result = wire::message("result");
        result.set("item", selection.item.as_str());
        match &outcome {
            Ok(()) => result.set("status", "applied"),
            Err(Stop::Failed { code, message }) => {
                result.set("status", "failed");
                result.set("code", *code);
                result.set("message", message.as_str());
            }
            Err(Stop::Again { .. }) => {}
        }
        if result.get("status").is_some() {
            wire::say(&result);
        }
        outcome?;
        wire::finish();
    }
}

fn start() -> Outcome<Start> {
    loop {
        let message = match wire::next() {
            Line::Message(message) => message,
            Line::Bad => return failed("protocol", "the first message is not JSON: nothing was done"),
            Line::End | Line::Stopped => return failed("protocol", "no start message: nothing was done"),
        };
        if message.get("type").and_then(Json::as_str) != Some("start") {
            continue;
        }
        if message.get("protocol").and_then(Json::as_int) != Some(1) {
            return failed("protocol", "this step speaks protocol 1");
        }
        let producer = match message.get("role").and_then(Json::as_str) {
            Some("producer") => true,
            Some("consumer") => false,
            _ => return failed("protocol", "start has no role that is known here"),
        };
        let config = Fields { values: object(&message, "config")?, code: "config" };
        return Ok(Start { producer, config, message });
    }
}

fn selection(message: &Json) -> Outcome<Selection> {
    let text = |key: &str| message.get(key).and_then(Json::as_str).map(String::from);
    match (text("item"), text("resolution")) {
        (Some(item), Some(resolution)) => Ok(Selection {
            item,
            resolution,
            attempt: message.get("attempt").and_then(Json::as_int).unwrap_or(1),
            fingerprint: text("fingerprint"),
            input: Fields { values: object(message, "input")?, code: "input" },
        }),
        _ => failed("protocol", "a resolve message without an item or a resolution"),
    }
}

fn object(message: &Json, key: &str) -> Outcome<Json> {
    match message.get(key) {
        None => Ok(Json::Object(vec![])),
        Some(object @ Json::Object(_)) => Ok(object.clone()),
        Some(_) => failed("protocol", format!("{key} is no object")),
    }
}
