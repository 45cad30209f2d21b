"""The site of the fixtures whose questionnaire has every kind of question, of rule and of state."""
import atexit
import functools
import shutil
import tempfile
from pathlib import Path

from . import program
from .places import ROOT

SITE = ROOT / "Tests/Fixtures/every"


@functools.cache
def published():
    """The folder that it is published into, once in each process."""
    folder = Path(tempfile.mkdtemp(prefix="waymark-every-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    program.build(SITE, folder / "Public", "--strict")
    return folder / "Public"
