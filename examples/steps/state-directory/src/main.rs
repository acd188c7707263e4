//! A service's state directory is there, owned as declared, and moved from where it was. Producer and consumer in one.

mod config;
mod consumer;
mod copy;
mod look;
mod producer;
mod relocate;
mod tree;
mod wire;

use config::Config;
use serde_json::{json, Value};
use std::io;
use std::process::ExitCode;
use wire::{failed, next, say, stopped, Failed, Outcome};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failed { code, message }) => {
            let mut done = json!({"type": "done", "outcome": "failed", "code": code, "message": message});
            if code == "protocol" {
                done["protocols"] = json!([1]);
            }
            say(done);
            ExitCode::FAILURE
        }
    }
}

fn run() -> Outcome<()> {
    let mut input = io::stdin().lock();
    let start = next(&mut input)?.unwrap_or(Value::Null);
    if start["type"] != "start" || start["protocol"] != 1 {
        return failed("protocol", "no start of protocol 1: nothing was done");
    }
    match start["role"].as_str() {
        Some("producer") => producer::produce(&Config::read(&start["config"])?),
        Some("consumer") => consume(&Config::read(&start["config"])?, &mut input),
        _ => failed("protocol", "start has no role that is known here"),
    }
}

fn consume(config: &Config, input: &mut impl io::BufRead) -> Outcome<()> {
    wire::finish_what_is_in_hand();
    while let Some(resolve) = next(input)? {
        if resolve["type"] != "resolve" {
            continue;
        }
        if stopped() {
            say(json!({"type": "done", "outcome": "again", "code": "cancelled"}));
            return Ok(());
        }
        let result = consumer::apply(config, &resolve);
        let mut line = json!({"type": "result", "item": resolve["item"], "status": "applied"});
        if let Err(Failed { code, message }) = &result {
            line["status"] = json!("failed");
            line["code"] = json!(code);
            line["message"] = json!(message);
        }
        say(line);
        result?;
    }
    say(json!({"type": "done", "outcome": "ok"}));
    Ok(())
}
