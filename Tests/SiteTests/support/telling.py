"""A check of many files is one test, which names each file that fails."""


def none(faults):
    """Nothing was found; else one line for each fault."""
    found = [fault if isinstance(fault, str) else " ".join(map(str, fault)) if isinstance(fault, tuple) else repr(fault) for fault in faults]
    assert not found, "\n".join([f"{len(found)} faults", *found])
