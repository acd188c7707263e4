#!/usr/bin/env python3
"""Keeps have/ as wanted/ says. Producer and consumer in one file; what it does is written in ../README.md."""

import os
import sys
import zlib

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "../../../sdk/python"))

from edgewise_step import Again, Failed, Selection, Start, durable, is_name, item, progress, run


def content(path: str) -> str:
    """Names what a file holds; none where there is no such file."""
    if not os.path.isfile(path):
        return "none"
    with open(path, "rb") as file:
        return named(file.read())


def named(data: bytes) -> str:
    return f"{zlib.crc32(data):08x}.{len(data)}"


class Box:
    def __init__(self, start: Start) -> None:
        self.path: str = start.config.text("box")

    def wanted(self, name: str) -> str:
        return os.path.join(self.path, "wanted", name)

    def have(self, name: str) -> str:
        return os.path.join(self.path, "have", name)


def look(box: Box) -> None:
    try:
        os.listdir(box.have(""))
        names = sorted(os.listdir(box.wanted("")))
    except OSError as why:
        raise Failed("unreadable", f"the box cannot be listed: {why}") from None
    for name in names:
        if not is_name(name) or not os.path.isfile(box.wanted(name)):
            continue
        have, wanted = content(box.have(name)), content(box.wanted(name))
        if have == wanted:
            continue
        copy = {"id": "copy", "title": "Copy it", "default": True, "effects": {"reversible": False}}
        leave = {"id": "leave", "title": "Leave it", "ends": "kept"}
        title = f"{name} is not as wanted ✗"
        item(name, "error", title, fingerprint=f"{have}-{wanted}", resources=[box.have(name)], resolutions=[copy, leave])
    if not os.path.exists(box.have("password")):
        value = {"type": "string", "title": "The password", "secret": True}
        rounds = {"type": "integer", "title": "Rounds", "default": 1}
        set_it = {"id": "set", "title": "Set it", "inputs": {"value": value, "rounds": rounds}}
        item("password", "error", "There is no password", resolutions=[set_it])


def apply(box: Box, selection: Selection) -> None:
    if (selection.item, selection.resolution) == ("password", "set"):
        set_password(box, selection)
    elif selection.item.endswith(".link") and selection.resolution == "replace":
        replace_link(box, selection.item[: -len(".link")])
    elif not is_name(selection.item) or not os.path.exists(box.wanted(selection.item)):
        raise selection.unknown()
    elif selection.resolution == "copy":
        copy(box, selection)
    elif selection.resolution != "leave":
        raise selection.unknown()


def copy(box: Box, selection: Selection) -> None:
    name = selection.item
    progress(f"copying {name}")
    if reboot_first(box) == name:
        raise Again(reboot=True)
    if os.path.islink(box.have(name)):
        replace = {"id": "replace", "title": "Remove the link", "default": True}
        item(f"{name}.link", "warning", f"{name} is a symbolic link", resolutions=[replace])
        raise Again
    # Read once: somebody may be writing.
    with open(box.wanted(name), "rb") as file:
        data = file.read()
    have, wanted = content(box.have(name)), named(data)
    if have == wanted:
        return
    if selection.attempt <= 1 and selection.fingerprint != f"{have}-{wanted}":
        raise Failed("stale", f"{name} is another than it was when this was chosen")
    put(box, name, data, 0o644)


def reboot_first(box: Box) -> str:
    try:
        with open(os.path.join(box.path, "run", "reboot-first"), encoding="utf-8") as file:
            return file.read().strip()
    except OSError:
        return ""


def set_password(box: Box, selection: Selection) -> None:
    value, rounds = selection.input.text("value"), selection.input.integer("rounds")
    if not value:
        raise Failed("input", "input value must not be empty")
    if not os.path.exists(box.have("password")):
        put(box, "password", f"rounds={rounds} {value}\n".encode(), 0o600)


def replace_link(box: Box, name: str) -> None:
    if os.path.islink(box.have(name)):
        os.remove(box.have(name))
        durable(box.have(""))


def put(box: Box, name: str, data: bytes, mode: int) -> None:
    """Complete or not at all, and on the disk when it returns."""
    draft = box.have(f".{name}.new")
    try:
        with open(draft, "wb") as file:
            os.fchmod(file.fileno(), mode)
            file.write(data)
        durable(draft)
        os.rename(draft, box.have(name))
        durable(box.have(""))
    except OSError as why:
        if os.path.exists(draft):
            os.remove(draft)
        raise Failed("not-copied", f"{name} could not be written: {why}") from None


run(Box, look, apply)
