"""Web servers with the configurations that the documentation gives, as they stand there: only name, folder and port are ours."""
import http.client
import os
import subprocess

from . import documentation
from .server import MIME_TYPES, Server, free_port, quoted

NAME, FOLDER = "help.example.org", "/srv/site/Public"
# Those that Debian switches on, and the two that the page names.
APACHE_MODULES = ("mpm_event", "authz_core", "authz_host", "alias", "dir", "mime", "filter", "setenvif", "headers", "deflate")


def nginx(text, folder, port):
    user = "user root;" if os.getuid() == 0 else ""      # Else workers may not enter folders that only root may enter.
    temporary = "".join(f"{kind}_temp_path {quoted(folder / kind)};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (folder / "configuration").write_text(f"""
        {user} daemon off; master_process off; pid {quoted(folder / "pid")};
        events {{}}
        http {{ include {MIME_TYPES}; access_log off; {temporary}
        {text.replace("listen 80;", f"listen 127.0.0.1:{port};")} }}""")
    return ["/usr/sbin/nginx", "-e", "stderr", "-p", folder, "-c", folder / "configuration"]


def apache(text, folder, port):
    modules = "".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n" for name in APACHE_MODULES)
    (folder / "configuration").write_text(
        f"{modules}ServerRoot {folder}\nPidFile pid\nErrorLog log\nMutex file:{folder}\nTypesConfig /etc/mime.types\n"
        f"ServerName localhost\nListen 127.0.0.1:{port}\n{text.replace('*:80', f'127.0.0.1:{port}')}")
    return ["/usr/sbin/apache2", "-DFOREGROUND", "-f", folder / "configuration"]


def caddy(text, folder, port):
    (folder / "configuration").write_text(
        f"{{\nadmin off\nauto_https off\n}}\n{text.replace(NAME + ' {', f'http://{NAME}:{port} {{ bind 127.0.0.1', 1)}")
    return ["caddy", "run", "--config", folder / "configuration", "--adapter", "caddyfile"]


SERVERS = {"nginx": nginx, "apache": apache, "caddy": caddy}


def configuration(name):
    """The blocks of the page of a server."""
    return [block.text for block in documentation.blocks(f"publishing/{name}.md", name)]


class Host(Server):
    """A server with a configuration of the documentation."""

    def __init__(self, name, text, site, folder):
        self.name, self.folder, self.port = name, folder, free_port()
        command = SERVERS[name](text.replace(FOLDER, str(site)), folder, self.port)
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=(folder / "log").open("ab"), stderr=subprocess.STDOUT,
                                        env={**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)})
        self.wait()

    def ask(self, path, method="GET", **fields):
        """(status, headers with lower-case names, body) of a request to the name of the host."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request(method, path, headers={"Host": f"{NAME}:{self.port}", **fields})
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        finally:
            connection.close()
