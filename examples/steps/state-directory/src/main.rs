//! A service's state directory is there, owned as declared, and moved from where it was. Producer and consumer in one.

mod config;
mod consumer;
mod copy;
mod look;
mod producer;
mod relocate;
mod system;
mod tree;

use config::Config;
use std::process::ExitCode;

fn main() -> ExitCode {
    edgewise_step::run(Config::read, producer::produce, consumer::apply)
}
