"""Reads the pages of the documentation."""
import re
from dataclasses import dataclass

from .places import ROOT

FOLDER = ROOT / "Documentation"
CONTENT = FOLDER / "Content"


@dataclass
class Block:
    """A code block: its language, the path that may follow, and its text."""
    language: str
    path: str
    text: str


def blocks(page, language=None):
    """The code blocks of a page, in order; of one language if it is named."""
    found = re.findall(r"^(`{3,})([a-z]+)(?: (\S+))?\n(.*?)^\1$", (CONTENT / page).read_text(), re.M | re.S)
    return [Block(name, path, text) for _, name, path, text in found if language in (None, name)]


def pages():
    """Paths of all pages below Content/."""
    return sorted(path.relative_to(CONTENT).as_posix() for path in CONTENT.rglob("*.md"))
