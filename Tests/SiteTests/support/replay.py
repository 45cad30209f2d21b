"""Replays a page of the documentation: writes its files, makes its changes, runs its commands, and holds what they print against
what the page says.

    ```console             commands, after "$ ", each with all that it prints
    ```yaml Content/x.yaml a file, whole, in any language
    ```diff Content/x.yaml a change: each line after "-" becomes the one after "+"

What is on the page is compared sign by sign, but for what no two runs share, which is `VARYING`. A server goes on while the page
does, and has printed at least what the page says; it gets a port that is free.
"""
import os
import re
import socket
import subprocess
import threading
import time
from datetime import datetime

from .places import BINARY
from .program import DAY, environment
from .server import free_port

# Files and sizes change with the theme, times with the machine.
VARYING = [(re.compile(r"\d+ files, \d+ kB into (\S+) in \d+\.\d\d s"), r"N files, N kB into \1 in N s")]
SERVERS = {"waymark serve": ("http://localhost:8000", lambda port: ["--port", str(port)]),
           "python3 -m http.server": (":8080", lambda port: ["--bind", "127.0.0.1", str(port)])}


class Running:
    """A command that goes on."""

    def __init__(self, words, folder, env):
        self.lines, self.more = [], threading.Condition()
        self.process = subprocess.Popen(words, cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                        stderr=subprocess.STDOUT, text=True)
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        for line in self.process.stdout:
            with self.more:
                self.lines.append(line)
                self.more.notify_all()

    def first(self, count):
        with self.more:
            self.more.wait_for(lambda: len(self.lines) >= count or self.process.poll() is not None, 60)
            return "".join(self.lines[:count])


class Replay:
    """What came of a page: `faults` are the commands that print something else, `text` is the page as it should be."""

    def __init__(self, page_text, folder, day=DAY):
        self.folder, self.bin = folder, folder.parent / "bin"
        self.bin.mkdir(exist_ok=True)
        (self.bin / "waymark").symlink_to(BINARY)
        self.env = environment(PATH=f"{self.bin}:{os.environ['PATH']}", PYTHONUNBUFFERED="1", SOURCE_DATE_EPOCH=f"{datetime.fromisoformat(day + 'T00:00Z').timestamp():.0f}")
        self.servers, self.ports, self.faults, self.commands = [], {}, [], 0
        self.text = re.sub(r"^(`{3,})([a-z]+)(?: (\S+))?\n(.*?)^\1$", self.block, page_text, flags=re.M | re.S)

    def block(self, match):
        fence, language, path, text = match.groups()
        if language == "console":
            return f"{fence}console\n{self.console(text)}{fence}"
        if path and language == "diff":
            self.change(self.folder / path, text)
        elif path:
            (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / path).write_text(text)
        return match[0]

    def change(self, file, text):
        lines = text.splitlines(True)
        old, new = ("".join(line[1:] for line in lines if line[0] == sign) for sign in "-+")
        before = file.read_text()
        assert before.count(old) == 1, f"{file} does not hold these lines once:\n{old}"
        file.write_text(before.replace(old, new))

    def console(self, text):
        result = ""
        for command, expected in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", text, re.M):
            self.commands += 1
            got = self.run(command, expected)
            if self.settled(got) == self.settled(expected):
                got = expected
            else:
                self.faults.append(f"$ {command}\n{got}")
            result += f"$ {command}\n{got}"
        return result

    @staticmethod
    def settled(text):
        for pattern, words in VARYING:
            text = pattern.sub(words, text)
        return text

    def run(self, command, expected):
        if command.startswith("cd "):
            self.folder = self.folder / command[3:]
            assert self.folder.is_dir()
            return ""
        server = next((name for name in SERVERS if command.startswith(name)), None)
        if server is None:
            return subprocess.run(["sh", "-c", command], cwd=self.folder, env=self.env, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=120).stdout
        shown, port_words = SERVERS[server]
        port = self.ports[server] = free_port()
        words = [word for word in command.split() if not word.isdigit()] + port_words(port)
        self.servers.append(Running(words, self.folder, self.env))
        got = self.servers[-1].first(max(1, expected.count("\n")) if expected else 0)
        self.answer(port)
        return got.replace(f":{port}", f":{shown.rsplit(':', 1)[1]}")

    def answer(self, port):
        """Waits until the server takes requests."""
        for _ in range(600):
            try:
                socket.create_connection(("localhost", port), 1).close()
                return
            except OSError:
                time.sleep(0.05)
        raise AssertionError("a server of the page does not answer")

    def stop(self):
        for server in self.servers:
            server.process.terminate()
        for server in self.servers:
            server.process.wait(20)
