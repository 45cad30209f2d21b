"""A running preview, and what it tells."""
import http.client
import json
import os
import re
import shutil
import signal
import subprocess
import threading
import time

from . import program
from .server import free_port

# What the preview puts into every page: its script, and a template of its boxes.
ADDED = re.compile(rb'<script defer src="/_waymark/preview\.js"[^>]*></script>\n<template>\n.*?</template>\n', re.DOTALL)
# Far above what is promised: other work shares the machine that tests run on.
BOUND = 15


class Preview:
    """A running preview, and the states that it has told."""

    def __init__(self, site, *words):
        self.site, self.port = site, free_port()
        self.origin = f"http://localhost:{self.port}"
        self.process = subprocess.Popen(
            program.arguments("serve", "--site", site, "--port", self.port, "--as-of", program.DAY, *words),
            env=program.environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert self.process.stdout.readline() == f"{self.origin}/\n"
        self.states, self.told = [], threading.Condition()
        threading.Thread(target=self.listen, daemon=True).start()
        self.wait(lambda state: not state["version"].endswith("-0") or state["errors"])

    def listen(self):
        """Reads the stream of events until the server ends."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        connection.request("GET", "/_waymark/events")
        answer = connection.getresponse()
        assert answer.getheader("content-type") == "text/event-stream"
        data = []
        while line := answer.readline().decode():
            if line.startswith("data: "):
                data.append(json.loads(line[6:]))
            elif line == "\n" and data:
                with self.told:
                    self.states.append(data[0] | {"problems": data[1:], "time": time.monotonic()})
                    self.told.notify_all()
                data = []

    def wait(self, is_awaited, after=0):
        """The first state after some others that is as awaited."""
        with self.told:
            found = lambda: next((state for state in self.states[after:] if is_awaited(state)), None)
            assert self.told.wait_for(found, BOUND), self.states[-3:]
            return found()

    def change(self, path, text):
        """Writes a file, and gives the time from there to the event that tells of a new version."""
        before = len(self.states)
        target = self.site / "Content" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        start = time.monotonic()
        target.write_text(text)
        return self.wait(lambda state: True, before)["time"] - start

    def get(self, path, method="GET", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=BOUND)
        connection.request(method, path, headers={"Host": f"localhost:{self.port}"} | headers)
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()

    def text(self, path):
        return self.get(path)[2].decode()

    def comes(self, path, is_awaited):
        """Waits until an answer is as awaited."""
        end = time.monotonic() + BOUND
        while not is_awaited(answer := self.get(path)):
            assert time.monotonic() < end, answer
            time.sleep(0.01)
        return answer

    def memory(self):
        """Bytes that the server holds in memory."""
        status = open(f"/proc/{self.process.pid}/status").read()
        return int(re.search(r"VmRSS:\s+(\d+) kB", status)[1]) * 1024

    def descriptors(self):
        """How many files and sockets the server has open."""
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def stop(self, number=signal.SIGTERM):
        self.process.send_signal(number)
        return self.process.wait(BOUND)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.stop()


def same_as_build(preview, output):
    """Paths at which the preview says something else than a fresh build of the same files publishes."""
    shutil.rmtree(output, ignore_errors=True)
    program.build(preview.site, output, "--drafts", "--quiet")
    files = {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}
    del files["waymark.json"]
    return [path for path, data in files.items() if ADDED.sub(b"", preview.get("/" + path)[2]) != data]
