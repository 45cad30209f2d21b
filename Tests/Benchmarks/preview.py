#!/usr/bin/env python3
"""Measures the preview on a large site.

    preview.py WAYMARK FOLDER [EDITS]      WAYMARK is the program, FOLDER a site as corpus.py makes it

Prints how long the first page takes from the start of the program, with what a browser asks for to show it; then, for
EDITS saves of one page (60), the time from the write to the event that reloads the browser, and to the new page's last byte.
"""
import http.client
import json
import os
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path


class Preview:
    """A running preview, and the versions that it tells."""

    def __init__(self, binary, site):
        self.start = time.monotonic()
        self.process = subprocess.Popen(
            [binary, "serve", "--site", site, "--port", "0", "--quiet"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.port = int(self.process.stdout.readline().strip().rsplit(":", 1)[1].strip("/"))
        self.listening = time.monotonic() - self.start
        self.version, self.told = None, threading.Condition()
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        connection.request("GET", "/_waymark/events")
        answer = connection.getresponse()
        while line := answer.readline().decode():
            if line.startswith("data: ") and "version" in (data := json.loads(line[6:])):
                with self.told:
                    self.version, self.at = data["version"], time.monotonic()
                    self.told.notify_all()

    def get(self, path):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", path, headers={"Host": f"localhost:{self.port}"})
        answer = connection.getresponse()
        return answer.status, answer.read()

    def first(self, path):
        """Asks until there is a page, as the page that waits for it does."""
        while self.get(path)[0] != 200:
            time.sleep(0.02)      # More would take the time away from what is measured.
        return time.monotonic() - self.start

    def save(self, file, text):
        """From the write to the event."""
        with self.told:
            before, start = self.version, time.monotonic()
            scratch = file.with_suffix(".new~")
            scratch.write_text(text)
            os.replace(scratch, file)
            if not self.told.wait_for(lambda: self.version != before, 60):
                raise SystemExit("a save was not noticed")
            return start, self.at - start


def row(name, times):
    times = sorted(times)
    print(f"{name:34} median {statistics.median(times) * 1000:6.0f} ms   95th of a hundred "
          f"{times[min(len(times) - 1, int(len(times) * 0.95))] * 1000:6.0f} ms   most {times[-1] * 1000:6.0f} ms")


def main():
    binary, site = sys.argv[1], Path(sys.argv[2])
    edits = int(sys.argv[3]) if len(sys.argv) > 3 else 60
    file, path = site / "Content/part-001/rule-001.md", "/part-001/rule-001/"
    text = file.read_text()
    preview = Preview(binary, site)
    try:
        page = preview.first(path)
        style = next(part.split('"')[0] for part in preview.get(path)[1].decode().split('href="../../') if part.startswith("assets/style"))
        preview.get("/" + style)
        shown = time.monotonic() - preview.start
        print(f"listens after {preview.listening * 1000:.0f} ms, first page after {page * 1000:.0f} ms, with its style after {shown * 1000:.0f} ms")
        waits, pages = [], []
        for number in range(edits):
            start, wait = preview.save(file, text + f"\nEdit {number}.\n")
            assert f"Edit {number}.".encode() in preview.get(path)[1]
            preview.get("/" + style)
            waits.append(wait)
            pages.append(time.monotonic() - start)
            time.sleep(0.3)
        row("a save to the reload event", waits)
        row("a save to the page and its style", pages)
        status = Path(f"/proc/{preview.process.pid}/status")
        if status.exists():
            print("memory at its most:", next(line.split(":")[1].strip() for line in status.read_text().splitlines() if line.startswith("VmHWM")))
    finally:
        preview.process.terminate()
        file.write_text(text)


if __name__ == "__main__":
    main()
