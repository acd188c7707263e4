"""What the folder of migrations declares, what the database says it has had, and how the two differ."""

import contextlib
import hashlib
import os
import re
import sqlite3
from urllib.parse import quote

from edgewise_step import Failed, text

TABLE = "edgewise_migrations"


class Place:
    """The three paths of the config, checked."""

    def __init__(self, config):
        for name in ("database", "migrations", "backups"):
            path = config.get(name)
            if not isinstance(path, str) or not path.startswith("/"):
                raise Failed("config", f"config: {name} must be an absolute path, not {path!r}")
            setattr(self, name, path)


class Migration:
    def __init__(self, version, name, path):
        self.version, self.name, self.path = version, name, path
        with open(path, "rb") as file:
            content = file.read()
        try:
            self.sql = content.decode("utf-8")
        except UnicodeDecodeError as why:
            raise Failed("config", f"{text(path)}: not UTF-8 ({why.reason} at byte {why.start})") from None
        self.checksum = hashlib.sha256(content).hexdigest()

    def label(self):
        return f"{self.version} {text(self.name)}"


def declared(folder):
    """The folder's NUMBER-name.sql files by number; other files are none of ours."""
    found = {}
    try:
        names = sorted(os.listdir(folder))
    except OSError as why:
        raise Failed("config", f"migrations: cannot read {text(folder)}: {why.strerror}") from None
    for name in names:
        match = re.fullmatch(r"([0-9]{1,18})[-_](.+)\.sql", name, re.S)
        if not match:
            continue
        version = int(match[1])
        if version in found:
            raise Failed("config", f"migrations: {text(name)} and {text(found[version].name)} both have number {version}")
        found[version] = Migration(version, name, os.path.join(folder, name))
    return dict(sorted(found.items()))


def digest(*parts):
    return hashlib.sha256("\0".join(str(part) for part in parts).encode()).hexdigest()[:16]


class State:
    """What was applied against what is declared."""

    def __init__(self, exists, applied, migrations):
        self.exists, self.applied, self.migrations = exists, applied, migrations
        self.pending = [m for v, m in migrations.items() if v not in applied]
        self.changed = [m for v, m in migrations.items() if v in applied and applied[v][1] != m.checksum]
        self.unknown = [(v, name) for v, (name, _) in applied.items() if v not in migrations]
        # Of numbers only: what `accept` does to the checksums takes no other choice back.
        self.history = digest(*applied)

    def fingerprint(self, item):
        if item == "pending":
            return "p." + digest(self.exists, self.history, *(f"{m.version}:{m.checksum}" for m in self.pending))
        if item == "changed":
            return "c." + digest(*(f"{m.version}:{self.applied[m.version][1]}:{m.checksum}" for m in self.changed))
        return "u." + digest(*(v for v, _ in self.unknown))


def applied(connection):
    if not connection.execute("SELECT 1 FROM sqlite_schema WHERE type='table' AND name=?", (TABLE,)).fetchone():
        return {}
    rows = connection.execute(f"SELECT version, name, checksum FROM {TABLE} ORDER BY version")
    return {version: (name, checksum) for version, name, checksum in rows}


@contextlib.contextmanager
def looking(path):
    """A connection that cannot change anything, neither the database nor the files beside it.

    A database in WAL mode makes those files even for a reader. Where nobody has it open there are none, and it is read as
    immutable; the caller's answer only counts if it is the same file afterwards. Where they exist, they are used as they are.
    """
    try:
        with open(path, "rb") as file:
            header = file.read(20)
    except OSError as why:
        raise Failed("forbidden", f"cannot read {text(path)}: {why.strerror}") from None
    beside = {suffix: os.path.exists(path + suffix) for suffix in ("-wal", "-shm")}
    wal = len(header) == 20 and header[18] == 2
    if wal and beside["-wal"] and not beside["-shm"]:
        raise Failed("forbidden", f"{text(path)} has a write-ahead log but no index of it: open it once with its own program")
    alone = wal and not beside["-wal"]
    before = os.stat(path)
    options = "&immutable=1" if alone else "&readonly_shm=1" if wal else ""
    connection = sqlite3.connect(f"file:{quote(os.fsencode(path))}?mode=ro{options}", uri=True, timeout=10)
    try:
        yield connection
    except sqlite3.DatabaseError as why:
        # A reader cannot roll back what a crash left; while its writer lives SQLite reads past it.
        if os.path.exists(path + "-journal"):
            raise Failed("unfinished", f"{text(path)} has a transaction that a crash left: {why}") from None
        raise Failed("not-readable", f"cannot read {text(path)}: {why}") from None
    finally:
        connection.close()
    after = os.stat(path)
    if alone and (os.path.exists(path + "-wal") or (after.st_mtime_ns, after.st_size) != (before.st_mtime_ns, before.st_size)):
        raise Failed("temporary", f"{text(path)} was opened by another program just now")


@contextlib.contextmanager
def writing(path):
    """A connection that may change the database; opening it rolls back what a crash left."""
    try:
        with contextlib.closing(sqlite3.connect(path, isolation_level=None, timeout=30)) as connection:
            connection.execute("PRAGMA synchronous=FULL")
            yield connection
    except sqlite3.Error as why:
        raise Failed("not-writable", f"{text(path)}: {why}") from None


def look(place, opened=looking):
    """The consumer, which may write, looks with opened=writing."""
    migrations = declared(place.migrations)
    if not os.path.lexists(place.database):
        folder = os.path.dirname(place.database)
        if not os.path.isdir(folder) or not os.access(folder, os.X_OK):
            raise Failed("not-yet", f"there is no folder {text(folder)} yet, or it may not be entered")
        return State(False, {}, migrations)
    with opened(place.database) as connection:
        return State(True, applied(connection), migrations)
