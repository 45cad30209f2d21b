"""The pictures of the documentation are those that support/views.py describes, and still show what they should."""
import struct

import pytest

from support import documentation, places, program, views

FILES = {file.name: (view, size, scheme) for view in views.VIEWS for size, scheme, file in view.files()}
# One of each way to take a picture: most take long, and the fonts of another machine give other pixels in any case.
RETAKEN = ["kind-products.png", "kind-glossary.png", "result-phone-dark.png", "preview-error.png", "message.png"]


def size_of(png):
    """(width, height), from the first chunk of a PNG."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">II", png[16:24])


@pytest.fixture(scope="module")
def origins(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pictures")
    program.build(documentation.FOLDER, folder / "Public")
    with views.origins(folder, places.SITE, folder / "Public") as found:
        yield found


def test_there_are_these_pictures_and_no_others():
    assert {path.name for path in views.FOLDER.iterdir()} == set(FILES)


def test_each_is_shown_somewhere():
    text = "".join((documentation.CONTENT / page).read_text() for page in documentation.pages()) + (places.ROOT / "README.md").read_text()
    assert not [name for name in FILES if f"pictures/{name}" not in text]


@pytest.mark.parametrize("name", FILES)
def test_size(name):
    png = (views.FOLDER / name).read_bytes()
    assert size_of(png) == views.SIZES[FILES[name][1]] and len(png) < 120_000


@pytest.mark.parametrize("name", RETAKEN)
def test_taken_again(chromium, origins, name):
    """`take` fails when what is to be seen is not there."""
    view, size, scheme = FILES[name]
    assert size_of(views.take(chromium, origins[view.site], view, size, scheme)) == size_of((views.FOLDER / name).read_bytes())
