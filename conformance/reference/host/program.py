"""One run of a program of a step: who it runs as, what goes in and out, and how it is ended (R1, R7, R10)."""

import os
import pwd
import selectors
import signal
import subprocess
import time

from message import Reader

IDLE_AFTER_EXIT = 2
GRACE = 3
STDERR_KEPT = 8192
DEFAULTS = {"producer": {"idle": 60, "total": 600}, "consumer": {"idle": None, "total": None}}
# Nothing of the host's own environment.
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/run/current-system/sw/bin"

# A session, and so a group, of its own; other descriptors are closed without a word.
APART = {"start_new_session": True, "cwd": "/", "umask": 0o022}


def limits_of(step, role):
    """In seconds, None for none."""
    limits = dict(DEFAULTS[role])
    for kind, limit in step.get("timeouts", {}).get(role, {}).items():
        limits[kind] = None if limit == "none" else int(limit[:-2]) / 1000
    return limits


def person(user):
    """Whom Popen has to become, and what the environment says of it. Raises KeyError where there is no such user."""
    entry = pwd.getpwuid(os.getuid())
    if user:
        entry = pwd.getpwnam(user)
    environment = {"PATH": PATH, "HOME": entry.pw_dir, "USER": entry.pw_name, "LOGNAME": entry.pw_name, "LANG": "C.UTF-8"}
    if not user:
        return {"env": environment}
    groups = os.getgrouplist(entry.pw_name, entry.pw_gid)
    return {"env": environment, "user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": groups}


class Program:
    """Started, but told nothing yet: a program does nothing before its start, so the journal can know of it first."""

    def __init__(self, step_name, step, role, sent=()):
        self.role = role
        self.limits = limits_of(step, role)
        self.reader = Reader(role, step_name, sent)
        self.stderr = b""
        self.ended = None
        self.process, self.failure = None, None
        try:
            self.process = subprocess.Popen(
                step[role], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0,
                **APART, **person(step.get("user")),
            )
        except (OSError, KeyError, subprocess.SubprocessError) as error:
            self.failure = f"the {role} could not be started: {error}"

    def work(self, lines, heard):
        """To its end. Each message that counts goes to `heard` when it comes."""
        if self.failure:
            return
        pid, (stdin, stdout, stderr) = self.process.pid, (self.process.stdin, self.process.stdout, self.process.stderr)
        exit_of = os.pidfd_open(pid)
        self.unsent = memoryview("".join(lines).encode("utf-8"))
        self.selector = selectors.DefaultSelector()
        for stream in (stdin, stdout, stderr):
            os.set_blocking(stream.fileno(), False)
        self.selector.register(stdin, selectors.EVENT_WRITE)
        for stream in (stdout, stderr, exit_of):
            self.selector.register(stream, selectors.EVENT_READ)
        began = self.valid_at = self.last_at = time.monotonic()
        self.exited = False
        self.kill_at = None
        while not (self.exited and (self.closed(stdout) or time.monotonic() > self.last_at + IDLE_AFTER_EXIT)):
            for key, _ in self.selector.select(self.patience(began)):
                if key.fileobj is stdin:
                    self.write(stdin)
                elif key.fileobj is stdout:
                    self.read(stdout, heard)
                elif key.fileobj is stderr:
                    self.drain(stderr)
                else:
                    self.exited = True
                    self.last_at = time.monotonic()
                    self.selector.unregister(exit_of)
            self.look_at_clock(began)
        self.drain(stderr)
        self.end_group()
        status = self.process.wait()
        for message in self.reader.end(cut=status < 0 or self.ended is not None):
            heard(message)
        os.close(exit_of)
        self.selector.close()
        for stream in (stdin, stdout, stderr):
            stream.close()

    def closed(self, stream):
        return stream.closed or stream not in self.selector.get_map()

    def close(self, stream):
        self.selector.unregister(stream)
        stream.close()

    # In and out

    def write(self, stdin):
        """A program may never read what it is sent, or not before it has written: neither does harm."""
        try:
            self.unsent = self.unsent[os.write(stdin.fileno(), self.unsent) :]
        except BlockingIOError:
            pass
        except BrokenPipeError:
            self.unsent = b""
        if not self.unsent:
            self.close(stdin)

    def read(self, stdout, heard):
        chunk = os.read(stdout.fileno(), 65536)
        if not chunk:
            self.close(stdout)
            return
        self.last_at = time.monotonic()
        for message in self.reader.feed(chunk):
            self.valid_at = time.monotonic()
            heard(message)
        # A consumer goes on: what it has in hand would be left half done.
        if self.reader.too_much and self.role == "producer":
            self.end("too-much")

    def drain(self, stderr):
        """Free text: only its end is kept, from the beginning of a line."""
        while not self.closed(stderr):
            try:
                chunk = os.read(stderr.fileno(), 65536)
            except BlockingIOError:
                return
            if not chunk:
                return self.close(stderr)
            self.stderr += chunk
            if len(self.stderr) > STDERR_KEPT:
                self.stderr = self.stderr[-STDERR_KEPT:].partition(b"\n")[2] or self.stderr[-STDERR_KEPT:]

    # How it is ended

    def patience(self, began):
        """Seconds until something has to be done even if nothing happens."""
        until = [self.kill_at] if self.kill_at else self.deadlines(began).values()
        if self.exited:
            until = [self.last_at + IDLE_AFTER_EXIT]
        waits = [at - time.monotonic() for at in until if at is not None]
        return max(0, min(waits)) + 0.001 if waits else None

    def deadlines(self, began):
        idle, total = self.limits["idle"], self.limits["total"]
        return {"idle": idle and self.valid_at + idle, "total": total and began + total}

    def look_at_clock(self, began):
        now = time.monotonic()
        if self.kill_at is None and not self.exited:
            for kind, at in self.deadlines(began).items():
                if at is not None and now > at:
                    self.end(kind)
        if self.kill_at is not None and now > self.kill_at:
            os.killpg(self.process.pid, signal.SIGKILL)

    def end(self, why):
        """A producer's group is asked; of a consumer the leader alone, for its tools are at work on what it has in hand."""
        if self.ended or self.exited:
            return
        self.ended = why
        self.kill_at = time.monotonic() + GRACE
        if self.role == "producer":
            self.signal_group(signal.SIGTERM)
        else:
            os.kill(self.process.pid, signal.SIGTERM)

    def signal_group(self, number):
        # The leader is not waited for before, so its number cannot be another's.
        os.killpg(self.process.pid, number)

    def end_group(self):
        """Nothing of it is left. Who was asked to end has the rest of the grace."""
        while self.kill_at is not None and time.monotonic() < self.kill_at and members(self.process.pid):
            time.sleep(0.02)
        self.signal_group(signal.SIGKILL)
        wait_for_group(self.process.pid)

    # What became of it

    def verdict(self):
        """The outcome and, where it failed, the code and why: the worse of done and exit (R6.3)."""
        reader, role = self.reader, self.role
        done = reader.done or {}
        own = done.get("code")
        if self.failure:
            return "failed", None, self.failure
        status = self.process.returncode
        if self.ended:
            return "failed", own, f"the {role} was ended by the host: {self.ended}"
        if reader.wrong:
            return "failed", own, f"the {role} said what the protocol does not allow"
        if status < 0:
            return "failed", own, f"the {role} was ended by {signal.Signals(-status).name}"
        if not done:
            return "failed", None, f"the {role} exited with status {status} and without done"
        failed = [result for result in reader.results.values() if result["status"] == "failed"]
        if done["outcome"] == "failed" or failed:
            told = [one for one in [done, *failed] if one.get("message") or one.get("code")]
            code = next((one["code"] for one in told if "code" in one), None)
            return "failed", code, next((one["message"] for one in told if "message" in one), f"the {role} failed ({code})")
        if status != 0:
            return "failed", own, f"the {role} said {done['outcome']} and exited with status {status}"
        missing = [item for item in reader.sent if item not in reader.results]
        if done["outcome"] == "ok" and missing:
            return "failed", own, f"the {role} said ok and sent no result for {', '.join(missing)}"
        news = reader.results or reader.items or done.get("reboot") or own == "cancelled"
        if done["outcome"] == "again" and not news:
            return "failed", own, f"the {role} said again and brought nothing new"
        return done["outcome"], own, done.get("message", "")


def members(group):
    """Who of a group is alive; zombies are not."""
    found = []
    for pid in filter(str.isdigit, os.listdir("/proc")):
        state = state_of(pid)
        if state and state[2] == str(group) and state[0] != "Z":
            found.append(int(pid))
    return found


def state_of(pid):
    """Fields of /proc/PID/stat from the state on: state, parent, group, and at 19 the start time."""
    try:
        with open(f"/proc/{pid}/stat", encoding="latin-1") as file:
            return file.read().rpartition(") ")[2].split()
    except OSError:
        return None


def wait_for_group(group):
    """After SIGKILL only the kernel can still hold one of them."""
    until = time.monotonic() + 5
    while members(group) and time.monotonic() < until:
        time.sleep(0.005)


def end_survivor(pid, began):
    """A consumer whose host was killed: it would work beside the one that is started now."""
    state = state_of(pid)
    if state and state[0] != "Z" and state[19] == began:
        os.killpg(pid, signal.SIGKILL)
        wait_for_group(pid)
