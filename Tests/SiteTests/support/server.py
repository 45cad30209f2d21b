"""nginx as an ordinary process of the test: own configuration, free port on loopback, nothing of the system's touched."""
import http.client
import os
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

MIME_TYPES = "/etc/nginx/mime.types"


# Tests may run in several processes at once: each takes its own share of the ports, so that none is found free twice.
WORKER = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
WORKERS = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))


def free_port():
    while True:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        # Kernels hand out odd and even numbers for different purposes, so pairs are counted.
        if port // 2 % WORKERS == WORKER % WORKERS:
            return port


def quoted(value):
    return '"' + str(value).replace("\\", "\\\\").replace('"', '\\"').replace("$", "${dollar}") + '"'


class Server:
    """Serves folders: `Server({"/": PUBLIC, "/deep/path/": PUBLIC})`.

    The log of its requests, in nginx's format `combined`, is the file `access_log`. `headers` is what `headers.read` makes of a `_headers` file: the server then sends what such a host would send.
    """

    def __init__(self, folders, headers=()):
        self.folder = Path(tempfile.mkdtemp(prefix="waymark-nginx-"))
        self.port = free_port()
        self.origin = f"http://127.0.0.1:{self.port}"
        self.access_log = self.folder / "access.log"
        configuration = self.folder / "nginx.conf"
        configuration.write_text(self.configuration(folders, headers))
        self.process = subprocess.Popen(
            ["/usr/sbin/nginx" if os.path.exists("/usr/sbin/nginx") else "nginx", "-e", "stderr",
             "-p", self.folder, "-c", configuration],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=(self.folder / "log").open("wb"))
        self.wait()

    def configuration(self, folders, headers):
        user = "user root;" if os.getuid() == 0 else ""   # Else workers may not enter folders that only root may enter.
        temporary = "\n".join(f"{kind}_temp_path {quoted(self.folder / kind)};"
                              for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        locations = "\n".join(self.location(prefix, folder, headers) for prefix, folder in folders.items())
        return f"""
            {user} daemon off; master_process off; pid {quoted(self.folder / "pid")};
            events {{ worker_connections 128; }}
            http {{
                include {MIME_TYPES}; default_type application/octet-stream; charset utf-8; access_log {quoted(self.access_log)};
                absolute_redirect off; {temporary}
                geo $dollar {{ default "$"; }}
                server {{ listen 127.0.0.1:{self.port}; {locations} }}
            }}"""

    def location(self, prefix, folder, headers):
        """One location for a folder, and one inside it for each longer pattern of `_headers`."""
        def block(pattern, inner=""):
            own = "".join(f"add_header {quoted(name)} {quoted(value)} always;\n"
                          for rule, name, value in headers if pattern.startswith(rule.removesuffix("*")))
            path = f"{folder}/{pattern.removeprefix(prefix)}"
            return f"""location {pattern} {{
                alias {quoted(path)}; index index.html; error_page 404 {prefix}404.html; {own} {inner} }}"""
        longer = sorted({rule.removesuffix("*") for rule, _, _ in headers} - {prefix})
        return block(prefix, "".join(block(rule) for rule in longer if rule.startswith(prefix)))

    def wait(self):
        for _ in range(200):
            if self.process.poll() is not None:
                break
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.02)
        raise RuntimeError("nginx did not start: " + (self.folder / "log").read_text())

    def get(self, path, method="GET"):
        """One request, redirects not followed. Returns (status, headers with lower-case names, body)."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request(method, path)
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def stop(self):
        self.process.terminate()
        self.process.wait(20)
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()
