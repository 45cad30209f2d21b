#!/usr/bin/env python3
"""Takes the pictures of the documentation, all or those whose names begin with a word, and makes them small.

    ./waymark build && PYTHONPATH=$(ls -d .build/tests/python-*/) Tests/SiteTests/pictures.py [WORD]

What they show stands in support/views.py. It needs pngquant: apt-get install pngquant.
"""
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from support import browser, documentation, program, views  # noqa: E402
from support.places import SITE  # noqa: E402


def main(word=""):
    views.FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        program.build(documentation.FOLDER, folder / "Public")
        with views.origins(folder, SITE, folder / "Public") as origins, browser.chromium() as chromium:
            for view in views.VIEWS:
                if view.name.startswith(word):
                    for size, scheme, file in view.files():
                        file.write_bytes(views.take(chromium, origins[view.site], view, size, scheme))
                        subprocess.run(["pngquant", "--force", "--skip-if-larger", "--ext", ".png", "64", file], check=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
