"""One line of a step: what a message may look like, and what no line may hold (R1, and the tables of spec.md)."""

import json
import re

MOST_BYTES_OF_A_LINE = 1 << 20
DEEPEST = 64
LARGEST = 2**53 - 1

UNFIT = re.compile("[\0\ud800-\udfff]")


class Wrong(Exception):
    """A line that breaks a rule, as the rest of a sentence about it."""


# Shapes. An object lists its keys, those with a ? may be absent, and any others are ignored (R6.6).


def name(value):
    return isinstance(value, str) and re.fullmatch("[a-z][a-z0-9._-]{0,63}", value) is not None


def address(value):
    return isinstance(value, str) and all(part == "*" or name(part) for part in value.split("/", 1))


def text(value):
    return isinstance(value, str)


def words(value):
    return isinstance(value, str) and value != ""


def flag(value):
    return isinstance(value, bool)


def whole(value):
    return isinstance(value, (int, float)) and not flag(value) and value == int(value)


def count(value):
    return whole(value) and value >= 0


def percent(value):
    return isinstance(value, (int, float)) and not flag(value) and 0 <= value <= 100


def link(value):
    return isinstance(value, str) and re.fullmatch(r"https?://[^\0-\x20\x7f]*", value) is not None


def fingerprint(value):
    return words(value) and len(value) <= 256


TYPES = {"string": text, "boolean": flag, "integer": whole}


def inputs(value):
    return isinstance(value, dict) and all(
        name(key)
        and fits(INPUT, one)
        and all(TYPES[one["type"]](each) for each in [*one.get("enum", []), *([one["default"]] if "default" in one else [])])
        for key, one in value.items()
    )


INPUT = {"type": set(TYPES), "title?": words, "secret?": flag, "optional?": flag, "enum?": list}
EFFECTS = {"reboot?": flag, "destructive?": flag, "reversible?": flag, "downtime?": flag}
RESOLUTION = {
    "id": name, "title": words, "detail?": text, "default?": flag, "when?": {"now", "after-boot"}, "seconds?": count,
    "ends?": {"resolved", "kept", "reverted"}, "effects?": EFFECTS, "inputs?": inputs,
}
ITEM = {
    "id": name, "severity": {"error", "warning", "recommendation"}, "title": words, "detail?": text, "docs?": link,
    "fingerprint?": fingerprint, "resources?": [words], "after?": [address], "resolutions?": [RESOLUTION],
}
RESOLUTION["items?"] = [ITEM]
SHAPES = {
    "item": ITEM,
    "result": {"item": name, "status": {"applied", "failed"}, "code?": name, "message?": text},
    "progress": {"item?": name, "message?": text, "percent?": percent},
    "done": {"outcome": {"ok", "failed", "again"}, "reboot?": flag, "code?": name, "message?": text, "protocols?": [count]},
}


def fits(shape, value):
    if isinstance(shape, set):
        return text(value) and value in shape
    if isinstance(shape, list):
        return isinstance(value, list) and all(fits(shape[0], one) for one in value)
    if isinstance(shape, type):
        return isinstance(value, shape)
    if not isinstance(shape, dict):
        return shape(value)
    return isinstance(value, dict) and all(
        fits(wanted, value[key.rstrip("?")]) if key.rstrip("?") in value else key.endswith("?")
        for key, wanted in shape.items()
    )


# One line


def parse(line):
    if len(line) > MOST_BYTES_OF_A_LINE:
        raise Wrong("is too long")
    if not line.startswith(b"{"):
        raise Wrong("is no JSON object")
    try:
        value = json.loads(line.decode("utf-8"), object_pairs_hook=unique, parse_constant=unknown)
    except UnicodeDecodeError:
        raise Wrong("is not UTF-8") from None
    except (ValueError, RecursionError):
        raise Wrong("is not valid JSON") from None
    examine(value, 1)
    if not text(value.get("type")):
        raise Wrong("has no type")
    return value


def unique(pairs):
    found = dict(pairs)
    if len(found) < len(pairs):
        raise Wrong("has the same key twice")
    return found


def unknown(word):
    raise Wrong(f"holds {word}, which is no JSON")


def examine(value, depth):
    if isinstance(value, str) and UNFIT.search(value):
        raise Wrong("holds U+0000 or half of a surrogate pair")
    if isinstance(value, (int, float)) and not abs(value) <= LARGEST:
        raise Wrong("holds a number that readers disagree on")
    if isinstance(value, (dict, list)):
        if depth > DEEPEST:
            raise Wrong("is nested too deep")
        for one in value if isinstance(value, list) else [*value, *value.values()]:
            examine(one, depth + 1)
