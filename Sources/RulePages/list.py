#!/usr/bin/env python3
"""Writes RulePages.c anew: the list of the rules' pages in Documentation/Content/rules. Run it after adding, renaming or deleting
one of them; a test fails until it is done. Changed bytes need nothing: the compiler embeds the files themselves."""
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent / "Documentation/Content/rules"

rules = sorted(p.relative_to(ROOT).with_suffix("").as_posix() for p in ROOT.glob("*/*.md") if p.name != "index.md")
lines = ["// Written by list.py.", '#include "RulePages.h"', ""]
for number, rule in enumerate(rules):
    lines += [f"static const unsigned char page_{number}[] = {{",
              f'#embed "../../Documentation/Content/rules/{rule}.md" suffix(,)', "0};", ""]
lines += ["static const struct rule_page pages[] = {"]
lines += [f'    {{"{rule}", page_{number}, sizeof page_{number} - 1}},' for number, rule in enumerate(rules)]
lines += ["};", "", "const struct rule_page *rule_pages(size_t *count) {",
          "    *count = sizeof pages / sizeof *pages;", "    return pages;", "}", ""]
(HERE / "RulePages.c").write_text("\n".join(lines), "utf-8")
