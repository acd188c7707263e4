#!/usr/bin/env -S python3 -IS
"""The reference step, wrong on purpose in one way: --mutant NAME says in which. What each is wrong in stands in mutants.json."""

import json
import os
import signal

import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "../../reference/python"))

import step

mutants = {}


def mutant(function):
    mutants[function.__name__.replace("_", "-")] = function
    return function


def wrap(name):
    """Puts what follows around a function of the step; it gets the original first."""

    def put(around):
        original = getattr(step, name)
        setattr(step, name, lambda *args, **more: around(original, *args, **more))

    return put


def on_message(change):
    """Each message is changed, or dropped with None, before it is written."""

    @wrap("say")
    def say(original, type, **fields):
        changed = change({"type": type, **fields})
        for message in changed if isinstance(changed, list) else [changed]:
            if message is not None:
                original(**message)


def on_item(change):
    on_message(lambda message: change(message) if message["type"] == "item" else message)


def raw(change):
    """Each line is changed as bytes."""

    @wrap("write")
    def write(original, line):
        original(change(line))


def finds_more(**item):
    @wrap("produce")
    def produce(original, start, lines):
        step.say("item", **item)
        return original(start, lines)


def at_the_end(do):
    @wrap("finish")
    def finish(original, done):
        status = original(done)
        do()
        return status


def execute(program, argv, environment):
    os.waitpid(os.posix_spawn(program, argv, environment), 0)


# stdout


@mutant
def print_stdout():
    step.write(b"looking...\n")


@mutant
def json_noise():
    step.write(b'{"level":"info","msg":"looking"}\n')


@mutant
def bad_id():
    finds_more(id="Disk Low", severity="warning", title="Little space is left")


@mutant
def bom():
    step.write(b'\xef\xbb\xbf{"type":"x-hello"}\n')


@mutant
def dup_key():
    step.write(b'{"type":"x-hello","to":"you","to":"me"}\n')


@mutant
def lone_surrogate():
    step.write(b'{"type":"x-hello","to":"caf\\udce9"}\n')


@mutant
def latin1():
    step.write(b'{"type":"x-hello","to":"caf\xe9"}\n')


@mutant
def ascii_io():
    locale = os.environ.get("LC_ALL")

    @wrap("messages")
    def messages(original):
        for message in original():
            if locale == "C":
                json.dumps(message, ensure_ascii=False).encode("ascii")
            yield message


@mutant
def block_buffer():
    held = []

    @wrap("write")
    def write(original, line):
        held.append(line)
        if b'"done"' in line:
            original(b"".join(held))


@mutant
def long_line():
    on_message(lambda message: {**message, "message": "x" * 70_000} if message["type"] == "done" else message)


@mutant
def huge_line():
    at_the_end(lambda: step.write(b'{"type":"x-hello","to":"' + b"x" * 1_100_000 + b'"}\n'))


@mutant
def typo_field():
    on_item(lambda item: {**item, "titel": item["title"]})


@mutant
def no_newline():
    raw(lambda line: line.rstrip(b"\n") if b'"done"' in line else line)


# done and the exit


@mutant
def no_done():
    on_message(lambda message: None if message["type"] == "done" else message)


@mutant
def done_twice():
    on_message(lambda message: [message] * 2 if message["type"] == "done" else message)


@mutant
def after_done():
    on_message(lambda message: [message, {"type": "progress", "message": "cleaning up"}] if message["type"] == "done" else message)


@mutant
def exit_lies():
    @wrap("finish")
    def finish(original, done):
        original(done)
        return 0


@mutant
def exit_always_1():
    @wrap("finish")
    def finish(original, done):
        original(done)
        return 1


# stdin


@mutant
def strict_fields():
    known = {"type", "protocol", "role", "run", "step", "action", "target", "stateDir", "features", "config", "item", "resolution", "attempt", "fingerprint", "input"}

    @wrap("messages")
    def messages(original):
        for message in original():
            if message.get("type") in ("start", "resolve") and set(message) - known:
                raise SystemExit("unexpected property")
            yield message


@mutant
def unknown_type():
    @wrap("messages")
    def messages(original):
        for message in original():
            if message.get("type") not in ("start", "resolve"):
                raise SystemExit(f"unexpected message {message.get('type')}")
            yield message


@mutant
def any_version():
    step.speaks = lambda start: True


@mutant
def splitlines():
    def messages():
        for line in sys.stdin.buffer.read().decode().splitlines(keepends=True):
            try:
                if line[-1:].isalnum() or line[-1:] == "}":
                    continue
                yield json.loads(line)
            except ValueError:
                continue

    step.messages = messages


@mutant
def reader_64k():
    def messages():
        while line := sys.stdin.buffer.readline(65_536):
            if line.endswith(b"}"):
                continue
            try:
                yield json.loads(line)
            except ValueError:
                continue

    step.messages = messages


@mutant
def read_once():
    def messages():
        for line in os.read(0, 1_200_000).split(b"\n")[:-1]:
            try:
                yield json.loads(line)
            except ValueError:
                continue

    step.messages = messages


@mutant
def takes_cut_line():
    def messages():
        for line in sys.stdin.buffer:
            try:
                yield json.loads(line)
            except ValueError:
                continue

    step.messages = messages


@mutant
def waits_forever():
    @wrap("selections")
    def selections(original, lines):
        count = 0
        for count, line in enumerate(original(lines), 1):
            yield line
        while count == 0:
            time.sleep(1)


@mutant
def runs_without_start():
    @wrap("messages")
    def messages(original):
        lines = list(original())
        if not lines or lines[0].get("type") != "start":
            step.say("item", id="no-config", severity="warning", title="There is no configuration")
        yield from lines


# the world around


def leaves_behind(session):
    @wrap("produce")
    def produce(original, start, lines):
        if os.fork() == 0:
            if session:
                os.setsid()
            null = os.open("/dev/null", os.O_RDWR)
            for descriptor in (0, 1, 2, step.out.fileno()):
                os.dup2(null, descriptor)
            os.execv("/bin/sleep", ["sleep", "300"])
        return original(start, lines)


@mutant
def orphan():
    leaves_behind(session=False)


@mutant
def daemon():
    leaves_behind(session=True)


@mutant
def needs_env():
    @wrap("run")
    def run(original):
        os.environ["HOME"]
        return original()


@mutant
def needs_cwd():
    @wrap("run")
    def run(original):
        with open("mutant.py", encoding="utf-8"):
            return original()


@mutant
def slow_term():
    def wait(*_):
        time.sleep(300)

    step.on_term = wait
    signal.signal(signal.SIGTERM, wait)


@mutant
def epipe_spin():
    @wrap("write")
    def write(original, line):
        while True:
            try:
                return original(line)
            except BrokenPipeError:
                pass


@mutant
def needs_stderr():
    @wrap("run")
    def run(original):
        if os.path.samestat(os.fstat(2), os.stat("/dev/null")):
            raise SystemExit("no log")
        return original()


# producers


@mutant
def random_id():
    on_item(lambda item: {**item, "fingerprint": f"at-{time.time_ns()}"} if "fingerprint" in item else item)


@mutant
def dup_id():
    on_item(lambda item: [item, {**item, "title": "Once more"}] if item["id"] == "a" else item)


@mutant
def producer_result():
    @wrap("produce")
    def produce(original, start, lines):
        done = original(start, lines)
        step.say("result", item="a", status="applied")
        return done


@mutant
def producer_reboot():
    @wrap("produce")
    def produce(original, start, lines):
        return {**original(start, lines), "reboot": True}


@mutant
def producer_writes():
    @wrap("findings")
    def findings(original, box):
        with open(os.path.join(box.path, ".last-look"), "a", encoding="utf-8") as file:
            file.write("looked\n")
        return original(box)


@mutant
def producer_touches():
    @wrap("findings")
    def findings(original, box):
        # Access that only its times tell of.
        os.utime(box.wanted("a"))
        return original(box)


@mutant
def dangling_after():
    on_item(lambda item: {**item, "after": ["nothing-here"]} if item["id"] == "b" else item)


@mutant
def cycle():
    on_item(lambda item: {**item, "after": [{"a": "b", "b": "a"}[item["id"]]]} if item["id"] in "ab" else item)


@mutant
def dup_resolution():
    on_item(lambda item: {**item, "resolutions": item["resolutions"] + [{"id": "copy", "title": "Copy it again"}]} if item["id"] == "a" else item)


@mutant
def two_defaults():
    on_item(lambda item: {**item, "resolutions": [{**one, "default": True} for one in item["resolutions"]]})


@mutant
def dead_end():
    on_item(lambda item: {**item, "resolutions": []} if item["id"] == "c" else item)


@mutant
def misses_finding():
    on_item(lambda item: None if item["id"] == "c" else item)


@mutant
def false_alarm():
    @wrap("findings")
    def findings(original, box):
        found = list(original(box))
        return found or [{"id": "wanted", "severity": "error", "title": "Something may be wrong", "detail": "Look at it."}]


@mutant
def swallow_error():
    @wrap("findings")
    def findings(original, box):
        try:
            yield from original(box)
        except step.Failed:
            return


@mutant
def secret_default():
    def change(item):
        if item["id"] != "password":
            return item
        resolution = item["resolutions"][0]
        inputs = {**resolution["inputs"], "value": {**resolution["inputs"]["value"], "default": "changeme"}}
        return {**item, "resolutions": [{**resolution, "inputs": inputs}]}

    on_item(change)


@mutant
def fixed_tempfile():
    @wrap("findings")
    def findings(original, box):
        # Fixed for one box, so that boxes do not meet.
        path = f"/tmp/mutant-{box.path.replace('/', '-')}"
        os.close(os.open(path, os.O_CREAT | os.O_EXCL))
        try:
            yield from original(box)
        finally:
            os.remove(path)


# consumers


@mutant
def apply_without_asking():
    @wrap("consume")
    def consume(original, start, lines):
        box = step.Box(start["config"])
        lines = list(lines)
        if not any(line.get("type") == "resolve" for line in lines):
            for item in list(step.findings(box)):
                if item["id"] != "password":
                    step.put(box, item["id"], open(box.wanted(item["id"]), "rb").read())
        return original(start, iter(lines))


@mutant
def no_result():
    on_message(lambda message: None if message["type"] == "result" and message["item"] == "a" else message)


@mutant
def result_twice():
    on_message(lambda message: [message] * 2 if message["type"] == "result" else message)


@mutant
def crash_unknown():
    def unknown(resolve):
        raise KeyError(resolve["resolution"])

    step.unknown = unknown


@mutant
def lie_unknown():
    @wrap("apply")
    def apply(original, box, resolve):
        try:
            original(box, resolve)
        except step.Failed as why:
            if why.code != "input" or resolve["item"] == "password":
                raise


@mutant
def reorder():
    @wrap("selections")
    def selections(original, lines):
        return sorted(original(lines), key=lambda line: str(line.get("item")))


@mutant
def continue_after_failure():
    def consume(start, lines):
        box = step.Box(start.get("config", {}))
        done = {"outcome": "ok"}
        for resolve in step.selections(lines):
            if step.stop:
                return {"outcome": "again", "code": "cancelled"}
            try:
                step.apply(box, resolve)
                step.applied(resolve)
            except step.Failed as why:
                step.failed(resolve, why)
                done = {"outcome": "failed", "code": why.code}
        return done

    @wrap("run")
    def run(original):
        signal.signal(signal.SIGTERM, step.on_term)
        return original()

    step.consume = consume


@mutant
def not_idempotent():
    @wrap("put")
    def put(original, box, name, data, mode=0o644):
        original(box, name, data, mode)
        with open(os.path.join(box.path, "log"), "a", encoding="utf-8") as file:
            file.write(f"put {name}\n")

    @wrap("copy")
    def copy(original, box, resolve):
        original(box, resolve)
        with open(os.path.join(box.path, "log"), "a", encoding="utf-8") as file:
            file.write(f"copied {resolve['item']}\n")


@mutant
def early_result():
    said = []

    @wrap("apply")
    def apply(original, box, resolve):
        if resolve["resolution"] == "copy" and os.path.exists(box.wanted(resolve["item"])) and resolve["item"] == "b":
            step.say("result", item="b", status="applied")
            said.append("b")
        original(box, resolve)

    @wrap("applied")
    def applied(original, resolve):
        if resolve["item"] not in said:
            original(resolve)


@mutant
def late_result():
    waiting = []

    @wrap("applied")
    def applied(_, resolve):
        waiting.append(resolve["item"])

    @wrap("finish")
    def finish(original, done):
        for item in waiting:
            step.say("result", item=item, status="applied")
        return original(done)


@mutant
def needs_clean_start():
    @wrap("consume")
    def consume(original, start, lines):
        lock = os.path.join(start["stateDir"], "lock")
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL))
        try:
            return original(start, lines)
        finally:
            os.remove(lock)


@mutant
def forgets_the_rest():
    @wrap("selections")
    def selections(original, lines):
        return (line for line in original(lines) if line.get("attempt", 1) == 1 or line["item"] != "b")


@mutant
def term_ignored():
    step.on_term = lambda *_: None


@mutant
def term_loses_result():
    def on_term(*_):
        os._exit(0)

    step.on_term = on_term


@mutant
def echo_secret():
    @wrap("set_password")
    def set_password(original, box, resolve):
        print("setting", resolve.get("input"))
        original(box, resolve)


@mutant
def secret_in_message():
    @wrap("set_password")
    def set_password(original, box, resolve):
        original(box, resolve)
        step.say("progress", item="password", message=f"it is {resolve['input']['value']} now")


def hand_on(run):
    @wrap("set_password")
    def set_password(original, box, resolve):
        original(box, resolve)
        run(resolve["input"]["value"])


@mutant
def secret_argv():
    hand_on(lambda value: execute("/bin/true", ["true", value], {}))


@mutant
def secret_env():
    hand_on(lambda value: execute("/bin/true", ["true"], {"PASSWORD": value}))


@mutant
def ignores_bad_input():
    @wrap("set_password")
    def set_password(original, box, resolve):
        given = resolve.get("input", {})
        rounds = given.get("rounds")
        fixed = {"value": str(given.get("value") or "changeme"), "rounds": rounds if isinstance(rounds, int) else 1}
        original(box, {**resolve, "input": fixed})


@mutant
def applies_stale():
    @wrap("copy")
    def copy(original, box, resolve):
        original(box, {**resolve, "attempt": 2})


@mutant
def gone_is_stale():
    @wrap("copy")
    def copy(original, box, resolve):
        current = box.fingerprint(resolve["item"]) if not step.reboot_first(box) and resolve["item"] != "b" else None
        if current and resolve.get("attempt", 1) <= 1 and current != resolve.get("fingerprint") and os.path.exists(box.wanted(resolve["item"])):
            raise step.Failed("stale", "it is another")
        original(box, resolve)


@mutant
def item_after_done():
    @wrap("finish")
    def finish(original, done):
        status = original(done)
        if done["outcome"] == "again" and "code" not in done and "reboot" not in done:
            step.say("item", id="b.link", severity="warning", title="b is a symbolic link", resolutions=[{"id": "replace", "title": "Remove the link"}])
        return status

    step.ask_about_link = lambda name: None


@mutant
def drops_answer():
    @wrap("replace_link")
    def replace_link(_, box, resolve):
        return None


@mutant
def again_forever():
    @wrap("finish")
    def finish(original, done):
        return original(done if done["outcome"] != "ok" or not asked else {"outcome": "again"})

    asked = []

    @wrap("selections")
    def selections(original, lines):
        for line in original(lines):
            if line["item"].endswith(".link"):
                asked.append(line)
                return
            yield line


def calls(*command):
    @wrap("consume")
    def consume(original, start, lines):
        done = original(start, lines)
        # Only where the suite stands in for it: this must never reboot anyone.
        for folder in os.environ.get("PATH", "").split(":")[:1]:
            program = os.path.join(folder, command[0])
            if folder.endswith("/bin") and "/conformance-" in folder and os.path.exists(program):
                execute(program, command, dict(os.environ))
        return done


@mutant
def calls_reboot():
    calls("reboot")


@mutant
def calls_systemctl():
    calls("systemctl", "reboot")


@mutant
def loops_after_reboot():
    @wrap("copy")
    def copy(original, box, resolve):
        if os.path.isdir(os.path.join(box.path, "run")) and (step.reboot_first(box) == "b" or os.path.exists(box.have("looped"))) and resolve["item"] == "b":
            open(box.have("looped"), "w", encoding="utf-8").close()
            raise step.Stopped({"outcome": "again", "reboot": True})
        original(box, resolve)


@mutant
def forgets_reboot():
    @wrap("finish")
    def finish(original, done):
        return original({key: value for key, value in done.items() if key != "reboot"})


@mutant
def silent():
    on_message(lambda message: None if message["type"] == "progress" else message)


# bad programs that go on for ever, or die


@mutant
def dies_in_the_middle():
    @wrap("applied")
    def applied(original, resolve):
        original(resolve)
        os.kill(os.getpid(), signal.SIGSEGV)


if __name__ == "__main__":
    at = sys.argv.index("--mutant")
    mutants[sys.argv[at + 1]]()
    step.main()
