"""Runs the program, and writes small sites for it."""
import os
import subprocess
from pathlib import Path

from .places import BINARY, ROOT

# Set for every run, so that what a test sees does not depend on who runs it.
DAY = "2026-11-21"
# The same for the first site: none of its reviews is later.
REVIEWED = "2026-11-30"


def kinds():
    """The kinds of data, by their pages in the documentation: `KindTests` checks that each has one."""
    return sorted(path.stem for path in (ROOT / "Documentation/Content/kinds").glob("*.md") if path.stem != "index")


def environment(**changes):
    """The environment of this process without what changes how the program behaves, and with `changes`."""
    kept = {name: value for name, value in os.environ.items()
            if name not in ("SOURCE_DATE_EPOCH", "NO_COLOR", "CLICOLOR_FORCE", "TERM")}
    # Nowhere to remember what was published: every build builds.
    return kept | {"XDG_CACHE_HOME": "/dev/null"} | changes


def arguments(*words):
    return [str(BINARY), *map(str, words)]


def run(*words, cwd=None, env=None, **options):
    """Runs to the end, output captured as text."""
    return subprocess.run(arguments(*words), cwd=cwd, env=env or environment(), stdin=subprocess.DEVNULL,
                          capture_output=True, text=True, timeout=120, **options)


def build(site, output, *words, **options):
    """A build that has to succeed."""
    done = run("build", "--site", site, "--output", output, "--as-of", DAY, *words, **options)
    assert done.returncode == 0, f"exit {done.returncode}\n{done.stdout}{done.stderr}"
    return done


def page(title, text="", **fields):
    front = "".join(f"{name.replace('_', '-')}: {value}\n" for name, value in fields.items())
    return f"---\ntitle: {title}\n{front}---\n\n{text}\n"


def write_site(folder, files=None, title="A small site", address="https://example.org/"):
    """A site with a front page and the given files below Content/, {path: text or bytes}."""
    content = Path(folder) / "Content"
    all_files = {"site.yaml": f"title: {title}\naddress: {address}\nlanguage: en\n",
                 "index.md": page("Front page", "Welcome.", layout="home")} | (files or {})
    for name, text in all_files.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return Path(folder)


def numbered_site(folder, count, words):
    """A site of `count` pages that all say `words`: two of them can be told apart at every page."""
    files = {"guide/index.md": page(f"Guide, {words}", f"About {words}.", layout="list")}
    for number in range(count):
        files[f"guide/page-{number:03}.md"] = page(
            f"Page {number}, {words}", f"## Rule\n\nThis page says {words}.\n\n" + "A line of text to read. " * 80)
    return write_site(folder, files, title=f"Site, {words}")
