"""The step protocol for Python: start and resolve lines in, messages out. Standard library only."""

import json
import os
import signal
import sys

# A stray print goes to the log; messages have a descriptor of their own.
_out = os.fdopen(os.dup(1), "wb", buffering=0)
os.dup2(2, 1)


class Failed(Exception):
    """Ends the selection in hand, and the program, with a code and a sentence."""

    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


def text(value):
    """A file name's bytes need not be UTF-8, a message's do."""
    return str(value).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def say(kind, **fields):
    message = {"type": kind, **{k: v for k, v in fields.items() if v is not None}}
    line = json.dumps(message, separators=(",", ":")).encode() + b"\n"
    while line:
        line = line[_out.write(line) :]


def lines():
    """Each whole line of stdin as an object; only LF ends one, and what LF does not end is ignored."""
    for line in sys.stdin.buffer:
        if not line.endswith(b"\n"):
            return
        if line.strip():
            try:
                message = json.loads(line)
            except ValueError as why:
                raise Failed("protocol", f"not a message: {why}") from None
            if isinstance(message, dict):
                yield message


def run(role, serve):
    """Calls serve(config, rest of the messages) and says how it ended."""
    try:
        rest = lines()
        start = next((m for m in rest), {})
        if start.get("type") != "start" or start.get("protocol") != 1 or start.get("role") != role:
            raise Failed("protocol", f"no start for a {role} of protocol 1")
        serve(start.get("config") or {}, rest)
    except Failed as why:
        protocols = [1] if why.code == "protocol" else None
        say("done", outcome="failed", code=why.code, message=text(why), protocols=protocols)
        sys.exit(1)
    except BrokenPipeError:
        os._exit(1)
    except Exception as why:
        say("done", outcome="failed", code="internal", message=f"{type(why).__name__}: {text(why)}")
        raise


def produce(look):
    def serve(config, _):
        for item in look(config):
            say("item", **item)
        say("done", outcome="ok")

    run("producer", serve)


def consume(prepare):
    """prepare(config) gives apply(resolve), which returns when the change is durable or raises Failed."""

    def serve(config, rest):
        stopped = []
        signal.signal(signal.SIGTERM, lambda *_: stopped.append(True))
        apply = prepare(config)
        for message in rest:
            if message.get("type") != "resolve":
                continue
            if stopped:
                say("done", outcome="again", code="cancelled")
                return
            try:
                apply(message)
            except Failed as why:
                say("result", item=message["item"], status="failed", code=why.code, message=text(why))
                raise
            say("result", item=message["item"], status="applied")
        say("done", outcome="ok")

    run("consumer", serve)
