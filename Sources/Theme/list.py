#!/usr/bin/env python3
"""Writes Theme.c anew: the list of files in Templates/. Run it after adding, renaming or deleting one of them;
a test fails until it is done. Changed bytes need nothing: the compiler embeds the files themselves."""
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent / "Templates"
KINDS = {".mustache", ".css", ".yaml", ".svg", ".js"}

paths = sorted(p.relative_to(ROOT).as_posix() for p in ROOT.rglob("*") if p.is_file() and p.suffix in KINDS)
lines = ["// Written by list.py.", '#include "Theme.h"', ""]
for number, path in enumerate(paths):
    lines += [f"static const unsigned char file_{number}[] = {{", f'#embed "../../Templates/{path}" suffix(,)', "0};", ""]
lines += ["static const struct theme_file files[] = {"]
lines += [f'    {{"{path}", file_{number}, sizeof file_{number} - 1}},' for number, path in enumerate(paths)]
lines += ["};", "", "const struct theme_file *theme_files(size_t *count) {",
          "    *count = sizeof files / sizeof *files;", "    return files;", "}", ""]
(HERE / "Theme.c").write_text("\n".join(lines), "utf-8")
