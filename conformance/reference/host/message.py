"""What one run of a program says: bytes go in, messages and what is wrong with them come out (R1, R3 to R6)."""

from order import circle_in, own_names
from shape import MOST_BYTES_OF_A_LINE, SHAPES, Wrong, fits, parse

MOST_BYTES = 64 << 20
MOST_ITEMS = 1000
MOST_WRONG = 10_000



class Reader:
    """All that one run of a program said. Never stops at what is wrong: it is noted, and what comes after it is read."""

    def __init__(self, role, step, sent=()):
        self.role, self.step, self.sent = role, step, list(sent)
        self.items, self.results, self.done = [], {}, None
        self.wrong = []
        self.too_much = False
        self.ids = set()
        self.rest, self.skipping, self.number, self.bytes = b"", False, 0, 0

    def feed(self, chunk):
        """Yields each message that counts."""
        self.bytes += len(chunk)
        if self.bytes > MOST_BYTES:
            self.too_much = True
        if self.rest:
            chunk = self.rest + chunk
        *lines, self.rest = chunk.split(b"\n")
        for line in lines:
            self.number += 1
            if not self.skipping:
                yield from self.take(line)
            self.skipping = False
        if len(self.rest) > MOST_BYTES_OF_A_LINE or self.skipping:
            if not self.skipping:
                self.note("is too long", self.rest, self.number + 1)
                self.too_much = self.skipping = True
            self.rest = b""

    def end(self, cut):
        """The last line may lack its LF. Where the program was `cut` short by a signal, half a line is no mistake of its own."""
        self.number += 1
        if not (cut and not self.rest.endswith(b"}")):
            yield from self.take(self.rest)
        self.check_order()

    def take(self, line):
        if not line.strip(b" \t\r"):
            return
        self.too_much = self.too_much or len(line) > MOST_BYTES_OF_A_LINE
        try:
            message = parse(line)
            if message["type"].startswith("x-"):
                return
            counts, breach = self.judge(message)
            if counts:
                yield message
            if breach:
                raise Wrong(breach)
        except Wrong as wrong:
            self.note(str(wrong), line, self.number)

    def note(self, what, line, number):
        shown = "".join(c for c in line[:200].decode("utf-8", "replace") if c.isprintable())
        self.wrong.append(f"line {number} {what}: {shown}")
        if len(self.wrong) > MOST_WRONG:
            self.too_much = True

    def judge(self, message):
        """Whether it counts, and what is wrong with it: a result that comes after done is wrong, and a fact."""
        kind = message["type"]
        if kind not in SHAPES:
            return False, f"has the type {kind}, which no step sends"
        if not fits(SHAPES[kind], message):
            return False, f"is no valid {kind}"
        if message.get("code", "").startswith("host."):
            return False, "has a code that is the host's own"
        if kind == "done":
            return self.judge_done(message)
        late = "comes after done" if self.done else None
        if kind == "result":
            counts, breach = self.judge_result(message)
            return counts, breach or late
        if late:
            return False, late
        return self.judge_item(message) if kind == "item" else (True, None)

    def judge_done(self, message):
        if self.done:
            return False, "is a second done"
        self.done = message
        if self.role == "producer" and (message["outcome"] == "again" or message.get("reboot")):
            return True, "says what only consumers say"
        return True, None

    def judge_result(self, message):
        item = message["item"]
        if item not in self.sent:
            return False, f"is a result for {item}, which was not sent"
        if item in self.results:
            return False, f"is a second result for {item}"
        in_turn = item == self.sent[len(self.results)] and "failed" not in self.statuses()
        self.results[item] = message
        return True, None if in_turn else f"is a result for {item} out of turn"

    def statuses(self):
        return [result["status"] for result in self.results.values()]

    def judge_item(self, message):
        if self.role == "consumer" and self.too_much:
            return False, None
        new = []
        breach = self.breach_of(message, new)
        if breach:
            return False, breach
        self.ids.update(new)
        self.items.append(message)
        if len(self.ids) > MOST_ITEMS:
            self.too_much = True
            return False, f"is more than {MOST_ITEMS} items"
        return True, None

    def breach_of(self, item, new):
        """An item counts as a whole or not at all, with all that follows from it."""
        if item["id"] in self.ids or item["id"] in new:
            return f"has the id {item['id']}, which another item of this run has"
        new.append(item["id"])
        resolutions = item.get("resolutions", [])
        ids = [one["id"] for one in resolutions]
        if any(one.startswith("host.") for one in [item["id"], *ids]):
            return "has an id that is the host's own"
        if len(set(ids)) < len(ids):
            return "has two resolutions with the same id"
        if sum(one.get("default", False) for one in resolutions) > 1:
            return "has two defaults"
        for one in resolutions:
            for spec in one.get("inputs", {}).values():
                if spec.get("secret") and ("default" in spec or "enum" in spec):
                    return "gives a secret a default"
                if "default" in spec and spec["default"] not in spec.get("enum", [spec["default"]]):
                    return "has a default that is none of its values"
            for inner in one.get("items", []):
                breach = self.breach_of(inner, new)
                if breach:
                    return breach
        return None

    def check_order(self):
        """What only shows at the end: items of one step that come after each other in a circle, or after none."""
        before = {item["id"]: own_names(item, self.step) for item in every_item(self.items)}
        for item, names in before.items():
            for other in names:
                if self.role == "producer" and other not in before:
                    self.note(f"puts {item} after {other}, which is no item of this step", b"", self.number)
        circle = circle_in(before)
        if circle:
            self.note(f"puts items after each other in a circle: {' after '.join(circle)}", b"", self.number)


def every_item(items):
    for item in items:
        yield item
        for resolution in item.get("resolutions", []):
            yield from every_item(resolution.get("items", []))
