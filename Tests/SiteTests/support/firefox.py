"""Drives the Firefox that Debian ships, by the protocol that is built into it.

Playwright brings a Firefox of its own, which cannot be had everywhere, and Debian has no geckodriver. Marionette is what
geckodriver itself speaks to Firefox: messages `LENGTH:[0, id, command, parameters]` over a socket, answered by
`LENGTH:[1, id, error, result]`. The commands are those of the WebDriver standard (W3C, "WebDriver", List of Commands) and
some of Firefox's own (`Marionette:…`): Firefox source, remote/marionette/driver.sys.mjs, at the end.
"""
import base64
import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

from .server import free_port

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"   # The key of an element's reference, fixed by the standard.
KEYS = {"Tab": "\ue004", "Enter": "\ue007", "Escape": "\ue00c", "Space": " ", "Shift": "\ue008",
        "ArrowLeft": "\ue012", "ArrowUp": "\ue013", "ArrowRight": "\ue014", "ArrowDown": "\ue015"}
PREFERENCES = {
    "marionette.port": None,                          # Set for each start.
    "app.update.disabledForTesting": True, "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore", "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.reportingpolicy.firstRun": False, "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False, "services.settings.server": "data:,#remote-settings-dummy/v1",
    "extensions.systemAddon.update.enabled": False, "browser.topsites.contile.enabled": False,
}


class FirefoxError(Exception):
    pass


class Firefox:
    """One window. `with Firefox() as firefox: firefox.open(url); firefox.script("return document.title")`."""

    def __init__(self, width=1280, height=900, preferences=None):
        self.profile = Path(tempfile.mkdtemp(prefix="waymark-firefox-"))
        port = free_port()
        settings = PREFERENCES | {"marionette.port": port} | (preferences or {})
        (self.profile / "user.js").write_text(
            "".join(f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in settings.items()))
        self.process = subprocess.Popen(
            [shutil.which("firefox-esr") or "firefox", "--headless", "--marionette", "--no-remote",
             "--width", str(width), "--height", str(height), "--profile", self.profile],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=(self.profile / "stderr").open("wb"),
            env=os.environ | {"HOME": str(self.profile), "MOZ_REMOTE_SETTINGS_DEVTOOLS": "1"}, start_new_session=True)
        self.count, self.socket = 0, self.connect(port)
        self.hello = self.receive()
        self.capabilities = self.command("WebDriver:NewSession", {"capabilities": {"alwaysMatch": {}}})["capabilities"]
        self.resize(width, height)

    def connect(self, port):
        for _ in range(600):
            if self.process.poll() is not None:
                break
            try:
                connection = socket.create_connection(("127.0.0.1", port), 60)
                connection.settimeout(60)
                return connection
            except OSError:
                time.sleep(0.1)
        raise FirefoxError("Firefox did not start: " + (self.profile / "stderr").read_text(errors="replace")[-2000:])

    def receive(self):
        digits = b""
        while (byte := self.read(1)) != b":":
            digits += byte
        return json.loads(self.read(int(digits)))

    def read(self, count):
        data = b""
        while len(data) < count:
            piece = self.socket.recv(count - len(data))
            if not piece:
                raise FirefoxError("Firefox closed the connection")
            data += piece
        return data

    def command(self, name, parameters=None):
        """Any command of the protocol, and its result."""
        self.count += 1
        message = json.dumps([0, self.count, name, parameters or {}]).encode()
        self.socket.sendall(str(len(message)).encode() + b":" + message)
        _, _, error, result = self.receive()
        if error:
            raise FirefoxError(f"{name}: {error['error']}: {error['message']}")
        return result

    def open(self, url):
        self.command("WebDriver:Navigate", {"url": url})

    @property
    def url(self):
        return self.command("WebDriver:GetCurrentURL")["value"]

    @property
    def title(self):
        return self.command("WebDriver:GetTitle")["value"]

    def script(self, source, *values):
        """Runs a function's body in the page; `arguments` are the values."""
        return self.command("WebDriver:ExecuteScript", {"script": source, "args": list(values), "sandbox": None})["value"]

    def find(self, selector, using="css selector"):
        """A reference to the first such element; `using` may be "link text" or "xpath" as well."""
        return self.command("WebDriver:FindElement", {"using": using, "value": selector})["value"]

    def click(self, selector, using="css selector"):
        """Clicks as a pointer does: fails where something else covers the element."""
        self.command("WebDriver:ElementClick", {"id": self.find(selector, using)[ELEMENT]})

    def text(self, selector):
        """What a reader sees of an element."""
        return self.command("WebDriver:GetElementText", {"id": self.find(selector)[ELEMENT]})["value"]

    def press(self, *keys):
        """Presses keys one after the other; "Shift+Tab" holds the first one down."""
        actions = []
        for key in keys:
            held = [KEYS.get(part, part) for part in key.split("+")]
            actions += [{"type": "keyDown", "value": value} for value in held]
            actions += [{"type": "keyUp", "value": value} for value in reversed(held)]
        self.command("WebDriver:PerformActions", {"actions": [{"type": "key", "id": "keyboard", "actions": actions}]})

    def type(self, selector, text):
        self.command("WebDriver:ElementSendKeys", {"id": self.find(selector)[ELEMENT], "text": text})

    def resize(self, width, height):
        self.command("WebDriver:SetWindowRect", {"width": width, "height": height})

    def screenshot(self, path):
        picture = self.command("WebDriver:TakeScreenshot", {"full": False, "hash": False})["value"]
        Path(path).write_bytes(base64.b64decode(picture))

    def stop(self):
        try:
            self.command("Marionette:Quit", {"flags": ["eForceQuit"]})
            self.process.wait(20)
        except (FirefoxError, OSError, subprocess.TimeoutExpired):
            self.process.kill()
            self.process.wait()
        self.socket.close()
        shutil.rmtree(self.profile, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()
