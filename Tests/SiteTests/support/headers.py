"""Reads a `_headers` file: a path pattern at the start of a line, its headers indented below it."""


def read(text):
    """Returns (pattern, name, value) in the order of the file."""
    rules, pattern = [], None
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if not line[0].isspace():
            pattern = line.strip()
        else:
            name, value = line.split(":", 1)
            rules.append((pattern, name.strip(), value.strip()))
    return rules


def policy(value):
    """A Content-Security-Policy as {directive: [sources]}."""
    parts = (part.split() for part in value.split(";"))
    return {words[0]: words[1:] for words in parts if words}
