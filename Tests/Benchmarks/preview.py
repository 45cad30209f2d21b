#!/usr/bin/env python3
"""Measures the preview on a large site.

    preview.py WAYMARK FOLDER [EDITS]      WAYMARK is the program, FOLDER a site as corpus.py makes it

Prints how long the first page takes from the start of the program, and, for EDITS saves of one page (60), the time from the
write to the event that reloads the browser, after which the new page is there.
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
            return self.at - start

    def stop(self):
        self.process.terminate()
        self.process.wait()


def row(name, times):
    times = sorted(times)
    print(f"{name:34} median {statistics.median(times) * 1000:6.0f} ms   95th of a hundred "
          f"{times[min(len(times) - 1, int(len(times) * 0.95))] * 1000:6.0f} ms   most {times[-1] * 1000:6.0f} ms")


def edited(preview, site, edits):
    """Seconds to the first page, and from each of so many saves of one page to the event."""
    file, path = site / "Content/part-001/rule-001.md", "/part-001/rule-001/"
    text = file.read_text()
    first, waits = preview.first(path), []
    try:
        for number in range(edits):
            waits.append(preview.save(file, text + f"\nEdit {number}.\n"))
            assert f"Edit {number}.".encode() in preview.get(path)[1]
            time.sleep(0.3)
    finally:
        file.write_text(text)
    return first, waits


def main():
    binary, site = sys.argv[1], Path(sys.argv[2])
    preview = Preview(binary, site)
    try:
        first, waits = edited(preview, site, int(sys.argv[3]) if len(sys.argv) > 3 else 60)
        print(f"listens after {preview.listening * 1000:.0f} ms, first page after {first * 1000:.0f} ms")
        row("a save to the reload event", waits)
        status = Path(f"/proc/{preview.process.pid}/status")
        if status.exists():
            print("memory at its most:", next(line.split(":")[1].strip() for line in status.read_text().splitlines() if line.startswith("VmHWM")))
    finally:
        preview.stop()


if __name__ == "__main__":
    main()
