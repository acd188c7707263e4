"""The Edgewise step protocol for Python 3.9 and newer: the standard library only, one file to copy beside a step.

Importing it moves stdin and stdout to descriptors of their own: stray prints land on stderr, and a program that a step starts
can neither spoil a message nor eat one. `run` reads `start`, refuses other protocol versions, skips what it does not know, takes
whole lines (LF alone ends one), shows each selection as progress before it is applied, says its result afterwards, stops at the
first failure, finishes what is in hand on SIGTERM, and says `done` with the exit status that goes with it. Every line is
written at once. It keeps no secret from being said on purpose; of an exception while inputs are in hand it tells only the place.
"""

import json
import os
import re
import signal
import sys
from typing import Any, Callable, Dict, Iterable, Iterator, List, NamedTuple, NoReturn, Optional, TypeVar

C = TypeVar("C")
Json = Dict[str, Any]
_MISSING: Any = object()
_NAME = re.compile(r"[a-z][a-z0-9._-]{0,63}\Z")

_in = os.fdopen(os.dup(0), "rb")
_out = os.fdopen(os.dup(1), "wb", buffering=0)
_null = os.open(os.devnull, os.O_RDONLY)
os.dup2(_null, 0)
os.dup2(2, 1)
os.close(_null)


class Failed(Exception):
    """Ends the selection in hand, and the program: a code (a name) and a sentence for people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class Again(Exception):
    """Ends the program on purpose: run it again, when new items are answered or, with `reboot`, after the reboot."""

    def __init__(self, reboot: bool = False) -> None:
        super().__init__("again")
        self.reboot = reboot


class Fields(Json):
    """A config, or the inputs of a selection. What is missing or of another type fails with the code `config` or `input`."""

    def __init__(self, values: Json, code: str) -> None:
        super().__init__(values)
        self.code = code

    def text(self, name: str, default: Any = _MISSING) -> Any:
        return self._get(name, default, "a text", lambda value: isinstance(value, str))

    def integer(self, name: str, default: Any = _MISSING) -> Any:
        return self._get(name, default, "a whole number", lambda value: isinstance(value, int) and not isinstance(value, bool))

    def boolean(self, name: str, default: Any = _MISSING) -> Any:
        return self._get(name, default, "true or false", lambda value: isinstance(value, bool))

    def _get(self, name: str, default: Any, kind: str, fits: Callable[[Any], bool]) -> Any:
        value = self.get(name, default)
        if value is _MISSING:
            raise Failed(self.code, f"{self.code} {name} is missing")
        if name in self and not fits(value):
            raise Failed(self.code, f"{self.code} {name} has to be {kind}")
        return value


class Start(NamedTuple):
    """What the host says at first. `message` is all of it."""

    role: str
    run: str
    step: str
    action: str
    target: Optional[str]
    state_dir: Optional[str]
    features: List[str]
    config: Fields
    message: Json


class Selection(NamedTuple):
    """One selected resolution. `attempt` counts from 1; above 1, a fingerprint that differs may be your own half-done work."""

    item: str
    resolution: str
    attempt: int
    fingerprint: Optional[str]
    input: Fields

    def unknown(self) -> Failed:
        """To raise where the step has no such item or resolution."""
        return Failed("input", f"this step has no resolution {self.resolution} for {self.item}")


def is_name(value: str) -> bool:
    """Whether it may be the id of an item, a resolution or an input."""
    return bool(_NAME.match(value))


def text(value: object) -> str:
    """As a message may hold it: a file name's bytes need not be UTF-8."""
    try:
        raw = str(value).encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raw = str(value).encode("utf-8", "replace")
    return raw.decode("utf-8", "replace").replace("\0", "\ufffd")


def item(id: str, severity: str, title: str, **fields: Any) -> None:
    """Reports a finding, or from a consumer a new question. `fields` as the protocol has them; None is left out."""
    if not is_name(id) or id.startswith("host."):
        raise ValueError(f"not a name for an item: {id!r}")
    _say("item", id=id, severity=severity, title=title, **fields)


def progress(message: str, percent: Optional[int] = None) -> None:
    """Shown to people; says that the step is at work. Often enough in long work, and never with a secret in it."""
    _say("progress", item=_state.item, message=message, percent=percent)


def needs_reboot() -> None:
    """What was applied takes full effect only after a reboot: the host does it, once for all."""
    _state.reboot = True


def stopping() -> bool:
    """Whether the host wants an end: for long work that can end early, with Again or a failure."""
    return _state.stopped


def durable(*paths: "str | os.PathLike[str]") -> None:
    """Returns when these files and folders are on the disk."""
    for path in paths:
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def run(
    read: Callable[[Start], C],
    look: Optional[Callable[[C], None]] = None,
    apply: Optional[Callable[[C, Selection], None]] = None,
) -> NoReturn:
    """Serves one run and exits. `read` turns the start into what both others take, raising Failed("config", …) if it cannot.

    `look` calls `item` for what it finds. `apply` returns when a selection is durable, or is in place already; else it raises.
    """
    try:
        done = _serve(read, {"producer": look, "consumer": apply})
    except Failed as why:
        done = {"outcome": "failed", "code": why.code, "message": str(why)}
        if why.code == "protocol":
            done["protocols"] = [1]
    except Again as how:
        done = {"outcome": "again", "reboot": how.reboot or _state.reboot or None}
    except _Stopped:
        done = {"outcome": "again", "code": "cancelled", "reboot": _state.reboot or None}
    except (Exception, SystemExit) as why:
        done = {"outcome": "failed", "code": "internal", "message": _place_of(why)}
    _say("done", **done)
    sys.exit(1 if done["outcome"] == "failed" else 0)


class _Stopped(Exception):
    """SIGTERM came, and nothing is in hand."""


class _State:
    item: Optional[str] = None
    reboot = False
    inputs = False
    waiting = False
    stopped = False


_state = _State()


def _say(kind: str, **fields: Any) -> None:
    message = {"type": kind, **{key: _clean(value) for key, value in fields.items() if value is not None}}
    line = json.dumps(message, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()
    if len(line) > 1 << 20:
        raise ValueError(f"a message of type {kind} is longer than a line may be")
    view = memoryview(line + b"\n")
    try:
        while view:
            view = view[_out.write(view) :]
    except BrokenPipeError:
        # Nobody listens any more.
        os._exit(1)


def _clean(value: Any) -> Any:
    if isinstance(value, dict):
        return {text(key): _clean(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, (list, tuple)):
        return [_clean(inner) for inner in value]
    return value if value is None or isinstance(value, (bool, int, float)) else text(value)


def _messages() -> Iterator[Json]:
    while True:
        _state.waiting = True
        if _state.stopped:
            raise _Stopped
        line = _in.readline()
        _state.waiting = False
        if not line.endswith(b"\n"):
            return  # The end, or a line that was cut.
        if not line.strip():
            continue
        try:
            message = json.loads(line)
        except (ValueError, RecursionError):
            raise Failed("protocol", "a line on stdin is not JSON") from None
        if isinstance(message, dict):
            yield message


def _serve(read: Callable[[Start], C], roles: Dict[str, Any]) -> Json:
    lines = _messages()
    start = _start(lines, roles)
    if start.role == "producer":
        roles["producer"](read(start))
        return {"outcome": "ok"}
    signal.signal(signal.SIGTERM, _on_term)
    context = read(start)
    for selection in _selections(lines):
        if _state.stopped:
            raise _Stopped
        _apply(roles["consumer"], context, selection)
    return {"outcome": "ok", "reboot": _state.reboot or None}


def _start(lines: Iterable[Json], roles: Dict[str, Any]) -> Start:
    message = next((line for line in lines if line.get("type") == "start"), None)
    if message is None:
        raise Failed("protocol", "no start message: nothing was done")
    if type(message.get("protocol")) is not int or message["protocol"] != 1:
        raise Failed("protocol", "this step speaks protocol 1")
    role, config = message.get("role"), message.get("config", {})
    if role not in ("producer", "consumer") or roles[role] is None:
        raise Failed("protocol", f"this program is no {text(role)}")
    if not isinstance(config, dict):
        raise Failed("protocol", "start has a config that is no object")
    names = [message.get(key, "") for key in ("run", "step", "action")]
    rest = [message.get("target"), message.get("stateDir"), message.get("features", [])]
    return Start(role, *names, *rest, Fields(config, "config"), message)


def _selections(lines: Iterable[Json]) -> Iterator[Selection]:
    for line in lines:
        if line.get("type") != "resolve":
            continue
        item, resolution, given = line.get("item"), line.get("resolution"), line.get("input", {})
        if not isinstance(item, str) or not isinstance(resolution, str) or not isinstance(given, dict):
            raise Failed("protocol", "a resolve message without an item or a resolution")
        yield Selection(item, resolution, line.get("attempt", 1), line.get("fingerprint"), Fields(given, "input"))


def _apply(apply: Callable[[C, Selection], None], context: C, selection: Selection) -> None:
    _state.item, _state.inputs = selection.item, bool(selection.input)
    progress(selection.resolution)
    try:
        apply(context, selection)
    except Failed as why:
        _say("result", item=selection.item, status="failed", code=why.code, message=str(why))
        raise
    _say("result", item=selection.item, status="applied")
    _state.item, _state.inputs = None, False


def _on_term(*_: object) -> None:
    _state.stopped = True
    if _state.waiting:
        raise _Stopped


def _place_of(why: BaseException) -> str:
    """What a mistake of the step may say without giving an input away; the log has the way there."""
    import traceback  # Only here, so that a start is quick.

    frames = traceback.extract_tb(why.__traceback__)
    sys.stderr.write("".join(traceback.format_list(frames)))
    last = frames[-1] if frames else None
    place = f"{type(why).__name__} at {last.filename}:{last.lineno}" if last else type(why).__name__
    said = place if _state.inputs else f"{place}: {text(why)}"
    sys.stderr.write(f"{said}\n")
    return said
