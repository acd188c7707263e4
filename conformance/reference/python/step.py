#!/usr/bin/env python3
"""Keeps have/ as wanted/ says. Producer and consumer in one file; what it does is written in ../README.md."""

import json
import os
import re
import signal
import sys
import zlib

# Messages go out on a descriptor of their own: a stray print then lands in the log.
out = os.fdopen(os.dup(1), "wb", 0)
os.dup2(2, 1)

NAME = re.compile(r"[a-z][a-z0-9._-]{0,63}\Z")
stop = False


class Failed(Exception):
    """A selection that cannot be applied: a code and a sentence."""

    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


class Stopped(Exception):
    """The program ends here on purpose: the words of its done."""


def write(line):
    view = memoryview(line)
    while view:
        view = view[out.write(view) :]


def say(type, **fields):
    write(json.dumps({"type": type, **fields}, ensure_ascii=False).encode() + b"\n")


def messages():
    """Whatever else the host sends is for a later version."""
    # Split at LF alone; a last line without one was cut.
    for line in sys.stdin.buffer:
        if line.endswith(b"\n") and line.strip():
            try:
                message = json.loads(line)
            except ValueError:
                continue
            if isinstance(message, dict):
                yield message


def content(path):
    """Names what a file holds; none where there is no such file."""
    if not os.path.isfile(path):
        return "none"
    with open(path, "rb") as file:
        return of(file.read())


def of(data):
    return f"{zlib.crc32(data):08x}.{len(data)}"


class Box:
    def __init__(self, config):
        path = config.get("box")
        if not isinstance(path, str):
            raise Failed("config", "config: box is missing")
        self.path = path

    def wanted(self, name):
        return os.path.join(self.path, "wanted", name)

    def have(self, name):
        return os.path.join(self.path, "have", name)

    def fingerprint(self, name):
        return f"{content(self.have(name))}-{content(self.wanted(name))}"


# The producer.


def findings(box):
    try:
        os.listdir(box.have(""))
        names = sorted(os.listdir(box.wanted("")))
    except OSError as why:
        raise Failed("unreadable", f"the box cannot be listed: {why}") from None
    for name in names:
        if NAME.match(name) and os.path.isfile(box.wanted(name)) and content(box.have(name)) != content(box.wanted(name)):
            yield {
                "id": name,
                "severity": "error",
                "title": f"{name} is not as wanted ✗",
                "resources": [box.have(name)],
                "fingerprint": box.fingerprint(name),
                "resolutions": [
                    {"id": "copy", "title": "Copy it", "default": True, "effects": {"reversible": False}},
                    {"id": "leave", "title": "Leave it", "ends": "kept"},
                ],
            }
    if not os.path.exists(box.have("password")):
        inputs = {
            "value": {"type": "string", "title": "The password", "secret": True},
            "rounds": {"type": "integer", "title": "Rounds", "default": 1},
        }
        yield {
            "id": "password",
            "severity": "error",
            "title": "There is no password",
            "resolutions": [{"id": "set", "title": "Set it", "inputs": inputs}],
        }


def produce(start, _):
    for item in findings(Box(start.get("config", {}))):
        say("item", **item)
    return {"outcome": "ok"}


# The consumer.


def sync(path):
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def put(box, name, data, mode=0o644):
    """Complete or not at all, and on the disk when it returns."""
    draft = box.have(f".{name}.new")
    try:
        with open(draft, "wb") as file:
            os.fchmod(file.fileno(), mode)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.rename(draft, box.have(name))
        sync(box.have(""))
    except OSError as why:
        if os.path.exists(draft):
            os.remove(draft)
        raise Failed("not-copied", f"{name} could not be written: {why}") from None


def reboot_first(box):
    try:
        with open(os.path.join(box.path, "run", "reboot-first"), encoding="utf-8") as file:
            return file.read().strip()
    except OSError:
        return None


def copy(box, resolve):
    name = resolve["item"]
    if not NAME.match(name) or not os.path.exists(box.wanted(name)):
        raise unknown(resolve)
    say("progress", item=name, message=f"copying {name}")
    if reboot_first(box) == name:
        raise Stopped({"outcome": "again", "reboot": True})
    if os.path.islink(box.have(name)):
        ask_about_link(name)
        raise Stopped({"outcome": "again"})
    # Read once: somebody may be writing.
    with open(box.wanted(name), "rb") as file:
        data = file.read()
    before = content(box.have(name))
    if before == of(data):
        return
    if resolve.get("attempt", 1) <= 1 and resolve.get("fingerprint") != f"{before}-{of(data)}":
        raise Failed("stale", f"{name} is another than it was when this was chosen")
    put(box, name, data)


def ask_about_link(name):
    resolutions = [{"id": "replace", "title": "Remove the link", "default": True}]
    say("item", id=f"{name}.link", severity="warning", title=f"{name} is a symbolic link", resolutions=resolutions)


def replace_link(box, resolve):
    path = box.have(resolve["item"].removesuffix(".link"))
    if os.path.islink(path):
        os.remove(path)
        sync(box.have(""))


def leave(box, resolve):
    if not os.path.exists(box.wanted(resolve["item"])):
        raise unknown(resolve)


def set_password(box, resolve):
    given = resolve.get("input", {})
    value, rounds = given.get("value"), given.get("rounds")
    if not isinstance(value, str) or not value:
        raise Failed("input", "value has to be a text")
    if not isinstance(rounds, int) or isinstance(rounds, bool):
        raise Failed("input", "rounds has to be a number")
    say("progress", item="password", message="setting the password")
    if not os.path.exists(box.have("password")):
        put(box, "password", f"rounds={rounds} {value}\n".encode(), 0o600)


def unknown(resolve):
    return Failed("input", f"this step has no resolution {resolve['resolution']} for {resolve['item']}")


def apply(box, resolve):
    item, resolution = resolve["item"], resolve["resolution"]
    if (item, resolution) == ("password", "set"):
        set_password(box, resolve)
    elif item.endswith(".link") and resolution == "replace":
        replace_link(box, resolve)
    elif resolution == "copy":
        copy(box, resolve)
    elif resolution == "leave":
        leave(box, resolve)
    else:
        raise unknown(resolve)


def applied(resolve):
    say("result", item=resolve["item"], status="applied")


def failed(resolve, why):
    say("result", item=resolve["item"], status="failed", code=why.code, message=str(why))


def selections(lines):
    return (line for line in lines if line.get("type") == "resolve")


def consume(start, lines):
    signal.signal(signal.SIGTERM, on_term)
    box = Box(start.get("config", {}))
    for resolve in selections(lines):
        if stop:
            return {"outcome": "again", "code": "cancelled"}
        try:
            apply(box, resolve)
        except Failed as why:
            failed(resolve, why)
            return {"outcome": "failed", "code": why.code, "message": str(why)}
        applied(resolve)
    return {"outcome": "ok"}


def on_term(*_):
    global stop
    stop = True


# Both.


def speaks(start):
    return start.get("protocol") == 1


def run():
    lines = messages()
    start = next(lines, {})
    if start.get("type") != "start" or start.get("role") not in ("producer", "consumer") or not speaks(start):
        return {"outcome": "failed", "code": "protocol", "protocols": [1], "message": "this step speaks protocol 1"}
    try:
        return (produce if start["role"] == "producer" else consume)(start, lines)
    except Failed as why:
        return {"outcome": "failed", "code": why.code, "message": str(why)}
    except Stopped as how:
        return how.args[0]


def finish(done):
    say("done", **done)
    return 1 if done["outcome"] == "failed" else 0


def main():
    try:
        sys.exit(finish(run()))
    except BrokenPipeError:
        # Nobody listens any more.
        os._exit(1)


if __name__ == "__main__":
    main()
