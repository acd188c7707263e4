#!/bin/sh
# Builds target/release/state-directory, which is both the producer and the consumer.
set -eu
cd "$(dirname "$0")"
exec cargo build --release --locked "$@"
