"""What each mutant changes: the module, a text that stands in it once, what stands there instead, and when, if not always."""

LEFT = "members(self.process.pid)"
REBOOTS = 'any(one.get("effects", {}).get("reboot") for item in items for one in item["resolutions"])'
POPEN = """            self.process = subprocess.Popen(
                step[role], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0,
                **APART, **person(step.get("user")),
            )
"""

CHANGES = {
    # What is sent
    "pretty-json": [("host", '(",", ":")', '(", ", ": ")')],
    "input-first": [("host", '    ordered = {key: message[key] for key in ORDER[message["type"]] if message.get(key) is not None}', '    ordered = {key: message[key] for key in sorted(ORDER["resolve"]) if message.get(key) is not None}', 'message.get("input")')],
    "keeps-inputs": [("host", '    ordered = {key: message[key] for key in ORDER[message["type"]] if message.get(key) is not None}', '    ordered = {key: message[key] for key in ORDER[message["type"]] if message.get(key) is not None and key != "input"}', 'message.get("input")')],
    "config-as-text": [("host", 'self.steps[step].get("config")', '{key: str(value) for key, value in self.steps[step]["config"].items()}', '"config" in self.steps[step]')],
    "keeps-stdin-open": [("program", "            self.close(stdin)", "            self.selector.unregister(stdin)", 'self.role == "producer"')],
    "epipe-crash": [("program", '            self.unsent = b""', "            os._exit(1)")],
    "writes-first": [
        (
            "program",
            "            self.unsent = self.unsent[os.write(stdin.fileno(), self.unsent) :]\n",
            "            os.set_blocking(stdin.fileno(), True)\n            self.unsent = self.unsent[os.write(stdin.fileno(), self.unsent) :]\n",
            "len(self.unsent) > 65536",
        )
    ],
    "unordered": [("order", "        waiting.remove(first)", "        first = waiting[0]\n        waiting.remove(first)", 'any("after" in item for item in items)')],
    "ignores-after": [("state", "any(comes_after(step, item, other) for other in others)", "False", '"after" in item')],
    "sends-unchosen": [
        ("state", '        chosen = self.choice(step, item).get("resolution")\n', '        chosen = self.choice(step, item).get("resolution") or item["severity"] != "error" and next((one["id"] for one in item.get("resolutions", [])), None)', 'item["severity"] != "error"'),
        ("host", 'choice["resolution"]', 'self.state.resolution(step, item)["id"]', '"resolution" not in choice'),
    ],
    "asks-every-branch": [
        (
            "state",
            "            chosen = self.resolution(step, item)\n",
            '            chosen = {"items": [inner for one in item["resolutions"] for inner in one.get("items", [])]}\n',
            'any("items" in one for one in item.get("resolutions", []))',
        )
    ],
    "any-input": [("state", 'inputs_fit(resolution.get("inputs", {}), self.values(choice))', "True", '"inputs" in resolution')],
    # What is read
    "ignores-noise": [("shape", '        raise Wrong("is no JSON object")', '        return {"type": "x-noise"}')],
    "kills-on-noise": [("message", "        if len(self.wrong) > MOST_WRONG:", "        if self.wrong:")],
    "stops-at-noise": [("message", "        if len(self.wrong) > MOST_WRONG:", "        self.take = lambda line: ()\n        if len(self.wrong) > MOST_WRONG:")],
    "hides-noise": [("host", "program.reader.wrong[:MOST_TOLD]", "[]", "program.reader.wrong")],
    "drops-unknown-type": [("message", 'f"has the type {kind}, which no step sends"', "None")],
    "drops-invalid": [("message", 'f"is no valid {kind}"', "None")],
    "refuses-types-of-users": [("message", '            if message["type"].startswith("x-"):\n                return\n', '            if message["type"].startswith("x-"):\n                raise Wrong("has a type that is not known")\n', 'message["type"].startswith("x-")')],
    "strict-props": [("shape", 'fits(wanted, value[key.rstrip("?")])', "False", 'isinstance(value, dict) and set(value) - {key.rstrip("?") for key in [*shape, "type"]}')],
    "unbounded-line": [("message", '            self.rest = b""\n', '            self.kept = [*getattr(self, "kept", []), self.rest]\n            self.rest = b""\n')],
    "chunk-decode": [("message", "self.rest + chunk", '(self.rest.decode("utf-8", "replace") + chunk.decode("utf-8", "replace")).encode("utf-8")')],
    "readline": [("message", 'chunk.split(b"\\n")', '[line.encode("utf-8") for line in chunk.decode("utf-8", "surrogateescape").splitlines()] + [b""]', 'b"\\xe2\\x80\\xa8" in chunk')],
    "drops-last": [("message", "            yield from self.take(self.rest)", "            pass", "self.rest")],
    "forgives-half-lines": [("message", 'not (cut and not self.rest.endswith(b"}"))', 'self.rest.endswith(b"}")', "self.rest")],
    "spaces-are-noise": [("message", 'line.strip(b" \\t\\r")', "True", "line and not line.strip()")],
    "no-crlf": [("shape", "    examine(value, 1)", '    raise Wrong("ends with CR")', 'line.endswith(b"\\r")')],
    "replaces-bytes": [("shape", '        raise Wrong("is not UTF-8") from None', '        return parse(line.decode("utf-8", "replace").encode("utf-8"))')],
    "crashes-on-bytes": [("shape", '        raise Wrong("is not UTF-8") from None', "        __import__(\"os\")._exit(1)")],
    "takes-bom": [("shape", '        raise Wrong("is no JSON object")', '        return parse(line[3:])', 'line.startswith(b"\\xef\\xbb\\xbf")')],
    "last-key-wins": [("shape", '        raise Wrong("has the same key twice")', "        pass")],
    "takes-nul": [("shape", '        raise Wrong("holds U+0000 or half of a surrogate pair")', "        pass")],
    "any-depth": [("shape", '            raise Wrong("is nested too deep")', "            pass")],
    "takes-any-result": [("message", '            return False, f"is a result for {item}, which was not sent"', "            return True, None")],
    "takes-duplicate-item": [("message", "            return f\"has the id {item['id']}, which another item of this run has\"", "            pass")],
    "takes-duplicate-resolution": [("message", '            return "has two resolutions with the same id"', "            pass")],
    "ignores-what-follows-done": [("message", '        late = "comes after done" if self.done else None', "        return False, None", "self.done")],
    "no-item-cap": [("message", '            self.too_much = True\n            return False, f"is more than {MOST_ITEMS} items"', "            return True, None")],
    "takes-circle": [("message", "circle_in(before)", "None", "any(before.values())")],
    "hangs-on-circle": [
        ("host", '            found[step] = "blocked"\n            self.failures[step] = {"step": step, "message": f"{address} comes', '            continue\n            self.failures[step] = {"step": step, "message": f"{address} comes'),
        ("host", "not state.running", "False", "circle_in(state.order())"),
    ],
    "ignores-long-circle": [("host", '            found[step] = "blocked"\n            self.failures[step] = {"step": step, "message": f"{address} comes', '            continue\n            self.failures[step] = {"step": step, "message": f"{address} comes')],
    # How a run ended
    "trusts-exit": [("program", 'return "failed", None, f"the {role} exited with status {status} and without done"', 'return "failed" if status else "ok", None, ""')],
    "trusts-done": [("program", "            return \"failed\", own, f\"the {role} said {done['outcome']} and exited with status {status}\"", "            pass")],
    "exit-decides": [("program", '        failed = [result for result in reader.results.values() if result["status"] == "failed"]\n', '        return "ok", own, ""\n', 'done.get("outcome") == "failed" and status == 0')],
    "ignores-failed-result": [("program", '        failed = [result for result in reader.results.values() if result["status"] == "failed"]\n', "        failed = []\n", 'any(one["status"] == "failed" for one in reader.results.values())')],
    "ok-is-ok": [("program", "            return \"failed\", own, f\"the {role} said ok and sent no result for {', '.join(missing)}\"", "            pass")],
    "nameless-signal": [("program", 'f"the {role} was ended by {signal.Signals(-status).name}"', 'f"the {role} failed"')],
    "hides-stderr": [("host", "message, *program.reader.wrong[:MOST_TOLD], stderr", "message, *program.reader.wrong[:MOST_TOLD]", "stderr")],
    "hides-code": [("program", 'code = next((one["code"] for one in told if "code" in one), None)', "code = None")],
    "undrained-stderr": [("program", "            self.stderr += chunk", "            self.stderr += chunk\n            return self.selector.unregister(stderr)")],
    "stderr-is-error": [("program", "        missing = [item for item in reader.sent if item not in reader.results]\n", '        return "failed", own, "it wrote an error to stderr"\n', 'b"error" in self.stderr')],
    "stderr-speaks": [("program", "        self.end_group()\n", "        for message in self.reader.feed(self.stderr):\n            heard(message)\n        self.end_group()\n", "self.stderr")],
    "again-for-nothing": [("program", '            return "failed", own, f"the {role} said again and brought nothing new"', "            pass")],
    # How it is ended
    "waits-for-close": [
        ("program", "time.monotonic() > self.last_at + IDLE_AFTER_EXIT", "False", "self.exited and time.monotonic() > self.last_at + IDLE_AFTER_EXIT"),
        ("program", "            until = [self.last_at + IDLE_AFTER_EXIT]", "            until = []", "time.monotonic() > self.last_at + IDLE_AFTER_EXIT"),
    ],
    "kills-group-first": [("program", "            os.kill(self.process.pid, signal.SIGTERM)", "            self.signal_group(signal.SIGTERM)")],
    "asks-leader-alone": [("program", "            self.signal_group(signal.SIGTERM)", "            os.kill(self.process.pid, signal.SIGTERM)")],
    "kills-at-once": [("program", "        self.kill_at = time.monotonic() + GRACE", "        self.kill_at = time.monotonic()\n        return self.signal_group(signal.SIGKILL)")],
    "asks-for-ever": [("program", "            os.killpg(self.process.pid, signal.SIGKILL)", "            self.kill_at = now + 3600")],
    "leaves-group": [("program", "        self.signal_group(signal.SIGKILL)\n", "        return\n", LEFT)],
    "leaves-zombies": [("program", "        self.signal_group(signal.SIGKILL)\n", "        os.fork() or os._exit(0)\n        self.signal_group(signal.SIGKILL)\n", LEFT)],
    "no-total": [("program", "total and began + total", "None", "self.limits[\"total\"] and time.monotonic() > began + self.limits[\"total\"]")],
    "idle-from-start": [("program", "            self.valid_at = time.monotonic()\n", "            pass\n", 'self.limits["idle"] and self.limits["idle"] < 60')],
    # Who it runs as
    "inherits-group": [
        ("program", POPEN, POPEN.replace("**APART", '**{**APART, "start_new_session": False}'), 'role == "consumer"'),
        ("program", "os.killpg(self.process.pid, number)", "os.kill(self.process.pid, number)", 'self.role == "consumer"'),
    ],
    "leaks-descriptor": [("program", POPEN, POPEN.replace("bufsize=0", 'bufsize=0, pass_fds=[os.open("/dev/zero", os.O_RDONLY)]'), 'role == "consumer"')],
    "leaks-env": [("program", 'person(step.get("user"))', '{**person(step.get("user")), "env": None}', 'role == "consumer"')],
    "node-uid-gid": [("program", "extra_groups\": groups}", "extra_groups\": []}")],
    "falls-back-to-root": [("program", "        entry = pwd.getpwnam(user)", '        try:\n            entry = pwd.getpwnam(user)\n        except KeyError:\n            return {"env": {"PATH": PATH}}')],
    # The transition
    "stops-at-missing": [("program", '            self.failure = f"the {role} could not be started: {error}"', "            os._exit(1)", "isinstance(error, OSError)")],
    "applies-anyway": [("host", "step in self.failures", "False", 'step in self.failures and self.request["command"] == "apply"')],
    "partial-forgets-needs": [
        ("host", "needing(self.steps, self.judge())", "list(self.judge())", 'self.request.get("partial")'),
        ("state", "        if step in self.left or step in self.unseen or step in self.running or self.failed(step):\n", "        if step in self.unseen or step in self.running or self.failed(step):\n"),
    ],
    "ignores-unanswered": [
        ("host", 'found[step] = "undecided"', "pass"),
        ("state", "step in self.unseen or self.unanswered(step) or self.waits_for_boot(step)", "step in self.unseen or self.waits_for_boot(step)", "self.unanswered(step)"),
    ],
    "asks-about-dead-ends": [("host", 'any(item["severity"] == "error" and not item.get("resolutions") for item in unanswered)', "False", 'any(not item.get("resolutions") for item in unanswered)')],
    "serial": [("state", "        return whole if whole or self.running else [(step, now) for step, now in parts if now]\n", "        return [] if self.running else whole[:1]\n", "self.running or len(whole) > 1")],
    "ignores-needs": [("state", 'all(self.settled(other) for other in self.steps[step].get("needs", []))', "True", 'len(self.steps[step].get("needs", [])) > 1')],
    "resends-all": [("state", "        self.results[f\"{step}/{record['item']}\"] = record[\"status\"]", "        pass", "not self.running")],
    "skips-inflight": [("state", "            self.attempts[address] = self.attempts.get(address, 0) + 1", '            self.results[address] = "applied"', "not self.running")],
    "forgets-attempts": [("state", "self.attempts.get(address, 0) + 1", "1", "address in self.attempts")],
    "loses-pending": [("state", '        self.items[step][item["id"]] = item\n', "        pass\n", "not self.running")],
    "drops-late-item": [("host", '            self.record("late", step=step, item=message)', "            pass")],
    "no-cap": [("host", 'self.state.rounds.get(step, 0) >= MOST_ROUNDS', "False", "self.state.rounds.get(step, 0) >= MOST_ROUNDS")],
    "reboots-twice": [("state", "items and self.may_start(step)", "self.may_start(step) and not any(one in dict(whole) or one in self.running or self.waits_for_boot(one) for one in self.steps)", f"items and {REBOOTS}")],
    "goes-on-before-reboot": [("state", 'end.get("reboot", False) and end["boot"] == self.boot', "False", 'end.get("reboot")')],
    "new-run-after-reboot": [("state", 'record["run"]', 'record["run"] + "-2"', 'self.boot != record["boot"]')],
    "stops-at-kept": [("state", 'one["ends"] == "reverted"', 'one["ends"] != "resolved"', 'any(one and "ends" in one for one in chosen)')],
    "ignores-reverted": [("state", 'one["ends"] == "reverted"', "False", 'any(one and "ends" in one for one in chosen)')],
    "not-yet-is-never": [("host", "            self.state.unseen.append(step)", "            self.tell_failure(step, program)")],
    "not-yet-is-nothing": [("host", '                self.failures[step] = {"step": step, "code": "not-yet", "message": "it waits for nothing that is applied"}', "                pass")],
    # Secrets
    "journals-secret": [("host", '        record = self.without_secrets({"what": what, **more})', '        record = {"what": what, **more, "secrets": self.state.secrets()}', "self.state.secrets()")],
    "secret-in-argv": [
        ("host", '        program = Program(step, self.steps[step], "consumer", sent)', '        argv = [*self.steps[step]["consumer"], *self.state.secrets()]\n        program = Program(step, {**self.steps[step], "consumer": argv}, "consumer", sent)', "self.state.secrets()")
    ],
    "tells-secret": [("host", "self.without_secrets({\"step\": step, **({\"code\": code} if code else {}), \"message\": told})", '{"step": step, "message": told}', "self.state.secrets()")],
}
