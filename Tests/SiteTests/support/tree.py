"""A folder as a value: two are equal when they hold the same paths with the same bytes."""
import hashlib
from pathlib import Path


def contents(folder):
    """{path: SHA-256 of the bytes, or where a symbolic link leads, or "folder"}."""
    result = {}
    for path in Path(folder).rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            result[name] = f"link to {path.readlink()}"
        elif path.is_dir():
            result[name] = "folder"
        else:
            result[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return result


def differences(first, second):
    """Paths that are not the same in both, for the message of a failed test."""
    return sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))
