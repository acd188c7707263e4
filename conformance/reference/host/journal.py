"""What survives the host: one file of JSON lines, each on the disk before anything is built on it (R10.7)."""

import json
import os


class Journal:
    def __init__(self, folder):
        self.path = os.path.join(folder, "journal")
        self.file = None

    def read(self):
        """All records. A last line without LF was cut by a crash: nothing was built on it."""
        try:
            with open(self.path, "rb") as file:
                *lines, _ = file.read().split(b"\n")
        except FileNotFoundError:
            return []
        return [json.loads(line) for line in lines]

    def open(self, new):
        mode = os.O_CREAT | os.O_TRUNC if new else 0
        self.file = os.open(self.path, os.O_RDWR | os.O_APPEND | os.O_CLOEXEC | mode, 0o600)
        if not new:
            whole = os.pread(self.file, os.fstat(self.file).st_size, 0)
            os.truncate(self.file, whole.rfind(b"\n") + 1)
        folder = os.open(os.path.dirname(self.path), os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)

    def write(self, record):
        data = json.dumps(record).encode() + b"\n"
        while data:
            data = data[os.write(self.file, data) :]
        os.fsync(self.file)
