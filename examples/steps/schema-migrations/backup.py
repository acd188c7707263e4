"""Whole, consistent copies of a database, complete and synced before they have their name."""

import contextlib
import os
import sqlite3

from edgewise_step import Failed, text


def sync(path):
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def path_for(place, key):
    return os.path.join(place.backups, f"{os.path.basename(place.database)}.{key}.backup")


def set_aside(path):
    number = 1
    while os.path.exists(f"{path}.{number}"):
        number += 1
    os.rename(path, f"{path}.{number}")


def make(place, key, progress, original):
    """Copies the database under that key; original(backup) tells whether one that is there is what a second attempt goes on from.

    Otherwise it is from an earlier, undone time and lacks what was written since: it is kept under another name.
    """
    path = path_for(place, key)
    try:
        if os.path.exists(path):
            if original(path):
                return path
            set_aside(path)
        os.makedirs(place.backups, mode=0o700, exist_ok=True)
        draft = path + ".draft"
        with contextlib.suppress(FileNotFoundError):
            os.remove(draft)
        # Created here, because SQLite would make it readable to whoever may enter the folder.
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        copy(place.database, draft, progress)
        # A copy of a WAL database is in WAL mode too; a backup is to be one file.
        with contextlib.closing(sqlite3.connect(draft)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")
            if connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                raise Failed("backup", f"the copy of {text(place.database)} fails its integrity check")
        sync(draft)
        os.rename(draft, path)
        sync(place.backups)
    except (OSError, sqlite3.Error) as why:
        raise Failed("backup", f"cannot back up {text(place.database)} to {text(path)}: {why}") from None
    return path


def copy(source, target, progress):
    """Puts every page of source into target as one transaction of target: readers see the old or the new one."""

    def step(_, remaining, total):
        progress(100 * (total - remaining) // total if total else 100)

    with contextlib.closing(sqlite3.connect(source, timeout=30)) as from_, contextlib.closing(sqlite3.connect(target, timeout=30)) as to:
        from_.backup(to, pages=4096, progress=step)
