"""A web server of bad manners for checks of outside addresses: each path misbehaves in its own way, on every loopback address."""
import email.utils
import re
import socket
import ssl
import struct
import subprocess
import threading
import time
from collections import namedtuple

Seen = namedtuple("Seen", "host method path agent start end sent")


def certificate(folder):
    """A certificate for 127.0.0.1 that nobody trusts unless told to."""
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=test", "-addext",
         "subjectAltName=IP:127.0.0.1", "-keyout", folder / "key.pem", "-out", folder / "certificate.pem"],
        check=True, capture_output=True)
    return folder / "certificate.pem", folder / "key.pem"


class Outside:
    """Serves HTTP and, where a connection starts with a TLS record, HTTPS on one port."""

    def __init__(self, folder):
        self.certificate, key = certificate(folder)
        self.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.tls.load_cert_chain(self.certificate, key)
        self.seen, self.lock, self.open, self.busy = [], threading.Lock(), True, 0
        self.listener = socket.create_server(("0.0.0.0", 0), backlog=64)
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.open = False
        self.listener.close()

    def url(self, number, path, scheme="http"):
        """An address on the host 127.0.0.`number`."""
        return f"{scheme}://127.0.0.{number}:{self.port}{path}"

    def asked(self, path):
        """The methods of the requests for a path, in their order."""
        return [seen.method for seen in self.seen if seen.path == path]

    def settle(self):
        """Waits until every request that came is in `seen`."""
        end = time.monotonic() + 10
        while self.busy and time.monotonic() < end:
            time.sleep(0.05)

    def _accept(self):
        while self.open:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=[connection], daemon=True).start()

    def _serve(self, connection):
        try:
            with connection:
                if connection.recv(1, socket.MSG_PEEK) == b"\x16":
                    connection = self.tls.wrap_socket(connection, server_side=True)
                while request := self._read(connection):
                    if not self._handle(connection, request):
                        return
        except (OSError, ssl.SSLError):
            pass

    @staticmethod
    def _read(connection):
        data = b""
        while b"\r\n\r\n" not in data:
            piece = connection.recv(4096)
            if not piece:
                return None
            data += piece
        return data.decode("latin-1")

    def _handle(self, connection, request):
        """Whether the connection stays open."""
        start = time.monotonic()
        method, path, _ = request.split("\r\n")[0].split(" ")
        fields = dict(line.lower().split(": ", 1) for line in request.split("\r\n")[1:] if ": " in line)
        sent = [0]
        with self.lock:
            self.busy += 1
        try:
            return self._answer(connection, method, path, sent)
        finally:
            with self.lock:
                self.busy -= 1
                host = fields.get("host", "").rsplit(":", 1)[0]
                self.seen.append(Seen(host, method, path, fields.get("user-agent", ""), start, time.monotonic(), sent[0]))

    def _answer(self, connection, method, path, sent):
        name = path.strip("/").split("/")[0]
        is_head = method == "HEAD"

        def say(status, *fields):
            body = "" if is_head else "ok"
            lines = [f"HTTP/1.1 {status} Said", *fields, "Content-Length: 2", "", body]
            connection.sendall("\r\n".join(lines).encode())
            return True

        if match := re.fullmatch(r"head-(\d+)", name):      # Refuses HEAD alone.
            return say(match[1] if is_head else 200)
        if match := re.fullmatch(r"status-(\d+)", name):
            return say(match[1])
        if match := re.fullmatch(r"redirect-(\d+)", name):  # /redirect-301/where/it/leads
            return say(match[1], "Location: " + path.split("/", 2)[2].replace("~", "/"))
        if name == "loop":
            return say(302, "Location: /loop")
        if name == "chain":
            return say(302, f"Location: /chain/{int(path.rsplit('/', 1)[1]) + 1}")
        if name == "absent":      # Sorted before those that ask for rest, and so asked for before them.
            return say(404)
        if name == "rest":
            return say(429, "Retry-After: 120")
        if name == "rest-until":
            return say(503, "Retry-After: " + email.utils.formatdate(time.time() + 600, usegmt=True))
        if name == "head-close" and is_head or name == "close":
            return False
        if name == "reset":
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            return False
        if name == "garbage":
            connection.sendall(b"\x00\x01\x02 no HTTP at all\r\n\r\n")
            return False
        if name == "silent":
            time.sleep(3)
            return False
        if name == "trickle":
            for byte in b"HTTP/1.1 200 OK\r\nX-Long: " + b"a" * 200:
                connection.sendall(bytes([byte]))
                time.sleep(0.1)
            return False
        if name == "endless-head":
            connection.sendall(b"HTTP/1.1 200 OK\r\n")
            while True:
                connection.sendall(b"X-More: " + b"a" * 1000 + b"\r\n")
        if name == "endless-body":
            if is_head:
                return say(405)
            connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            while True:
                connection.sendall(b"1000\r\n" + b"a" * 0x1000 + b"\r\n")
                sent[0] += 0x1000
        return say(200)
