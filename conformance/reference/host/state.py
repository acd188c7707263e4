"""Where a transition stands: what the journal's records make of it, and what follows from that."""

from answer import inputs_fit, read_secret
from order import comes_after, in_order


class State:
    def __init__(self, steps, boot):
        self.steps, self.boot, self.first_boot = steps, boot, boot
        self.run, self.open = None, False
        self.choices = {}  # by address; the first one counts
        self.items = {}  # of each step, by id: as found, and as brought up later
        self.left = []  # steps that cannot be done, and those that need them
        self.unseen = []  # steps whose producer could not look yet
        self.attempts, self.results = {}, {}  # by address
        self.ends = {}  # how each step's last consumer ended
        self.rounds = {}  # how often in a row each said again
        self.survivors = {}  # pid and start time of each consumer that was not seen to end
        self.running = set()

    # What the records say: nothing else changes what is kept

    def fold(self, record):
        getattr(self, "fold_" + record["what"])(record, record.get("step"))

    def fold_chosen(self, record, _):
        self.choices = {**record["choices"], **self.choices}

    def fold_committed(self, record, _):
        self.run, self.first_boot, self.open = record["run"], record["boot"], True
        self.items, self.left, self.unseen = record["items"], record["left"], record["unseen"]

    def fold_found(self, record, step):
        self.unseen.remove(step)
        self.items[step] = record["items"]

    def fold_sent(self, record, step):
        self.survivors[step] = record["process"]
        for item in record["items"]:
            address = f"{step}/{item}"
            self.attempts[address] = self.attempts.get(address, 0) + 1

    def fold_result(self, record, step):
        self.results[f"{step}/{record['item']}"] = record["status"]

    def fold_late(self, record, step):
        """One that was known already is asked again where its condition is another (R3.3)."""
        item = record["item"]
        before = self.items[step].get(item["id"])
        if before and before.get("fingerprint") != item.get("fingerprint"):
            self.choices.pop(f"{step}/{item['id']}", None)
        self.items[step][item["id"]] = item
        self.results.pop(f"{step}/{item['id']}", None)

    def fold_ended(self, record, step):
        self.ends[step] = record
        self.survivors.pop(step, None)
        again = record["outcome"] == "again"
        self.rounds[step] = self.rounds.get(step, 0) + 1 if again else 0

    def fold_retry(self, _, __):
        self.results = {address: status for address, status in self.results.items() if status == "applied"}
        self.ends = {step: end for step, end in self.ends.items() if end["outcome"] != "failed"}
        self.rounds = {}

    def fold_over(self, _, __):
        self.open = False

    # What was chosen

    def asked(self, step):
        """Items that count: those that follow from a resolution do where it was chosen (R3.12)."""
        waiting = list(self.items.get(step, {}).values())
        while waiting:
            item = waiting.pop(0)
            yield item
            chosen = self.resolution(step, item)
            if chosen:
                waiting += chosen.get("items", [])

    def choice(self, step, item):
        return self.choices.get(f"{step}/{item['id']}", {})

    def resolution(self, step, item):
        chosen = self.choice(step, item).get("resolution")
        return next((one for one in item.get("resolutions", []) if one["id"] == chosen), None)

    def answered(self, step, item):
        choice, resolution = self.choice(step, item), self.resolution(step, item)
        if "waive" in choice:
            return True
        return resolution is not None and inputs_fit(resolution.get("inputs", {}), self.values(choice))

    def values(self, choice):
        """A secret stays in its file until it is sent: the journal has the file's name (R8.1)."""
        given = choice.get("input", {}).items()
        return {key: read_secret(value["file"]) if isinstance(value, dict) else value for key, value in given}

    def secrets(self):
        """The longest first, so that one which holds another goes as a whole; each line of it alone, too."""
        given = [value for choice in self.choices.values() for value in choice.get("input", {}).values()]
        values = [read_secret(value["file"]) for value in given if isinstance(value, dict)]
        return sorted({part for one in values for part in [one, *one.split("\n")] if part}, key=len, reverse=True)

    def unanswered(self, step):
        """A recommendation may be left as it is, without a word."""
        wanted = [item for item in self.asked(step) if item["severity"] != "recommendation"]
        return [item for item in wanted if not self.answered(step, item)]

    def selections(self, step):
        """What was chosen and has no result, in an order that `after` allows."""
        chosen = [item for item in self.asked(step) if self.resolution(step, item) and self.answered(step, item)]
        return in_order(step, [item for item in chosen if f"{step}/{item['id']}" not in self.results])

    def order(self):
        """Selections, and what has to be applied before each: {address: addresses}."""
        pairs = {f"{step}/{item['id']}": (step, item) for step in self.steps for item in self.selections(step)}
        return {one: [other for other in pairs if comes_after(*pair, other)] for one, pair in pairs.items()}

    # What may go on

    def failed(self, step):
        return self.ends.get(step, {}).get("outcome") == "failed"

    def waits_for_boot(self, step):
        end = self.ends.get(step, {})
        return end.get("reboot", False) and end["boot"] == self.boot

    def reverted(self, step):
        """Rolled back: what needs it is not reached (R3.10)."""
        chosen = [self.resolution(step, item) for item in self.asked(step)]
        return any(one["ends"] == "reverted" for one in chosen if one and "ends" in one)

    def settled(self, step):
        if step in self.left or step in self.unseen or step in self.running or self.failed(step):
            return False
        if self.selections(step) or self.unanswered(step):
            return False
        return not self.waits_for_boot(step) and not self.reverted(step)

    def may_go(self, step):
        if step in self.left or step in self.running or self.failed(step):
            return False
        return all(self.settled(other) for other in self.steps[step].get("needs", []))

    def may_look(self, step):
        return step in self.unseen and self.may_go(step)

    def may_start(self, step):
        if step in self.unseen or self.unanswered(step) or self.waits_for_boot(step):
            return False
        return self.may_go(step)

    def waits(self, step, item):
        """For the reboot, or for what comes before it in another step."""
        if self.resolution(step, item).get("when") == "after-boot" and self.boot == self.first_boot:
            return True
        others = [f"{other}/{one['id']}" for other in self.steps if other != step for one in self.selections(other)]
        return any(comes_after(step, item, other) for other in others)

    def ready(self):
        """Steps, and what can be sent to each now: all that is left of it, or a part where nothing else goes on."""
        whole, parts = [], []
        for step in self.steps:
            items = self.selections(step)
            if items and self.may_start(step):
                now = [item for item in items if not self.waits(step, item)]
                (whole if now == items else parts).append((step, now))
        return whole if whole or self.running else [(step, now) for step, now in parts if now]

    def questions(self):
        if not self.open:
            return []
        return [f"{step}/{item['id']}" for step in self.steps if step not in self.left for item in self.unanswered(step)]
