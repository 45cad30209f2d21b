"""Every pass over a file is linear: four times as much text takes about four times as many instructions, whatever is wrong in it.

Counted by valgrind, so that no machine is too slow and no neighbour too loud. What a run takes at all is counted with an empty
text and taken off. `Tests/Benchmarks/large.py` measures the time of texts as large as they may be.
"""
import pytest

from support import constructs, instructions, program

# Quadratic growth would be sixteen. What is sorted grows a little faster than its number.
FACTOR = 5.5


def site(folder, files):
    root = program.write_site(folder)
    for path, text in files.items():
        (root / "Content" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "Content" / path).write_text(text)
    return root


@pytest.mark.skipif(not instructions.VALGRIND, reason="valgrind is not installed")
@pytest.mark.parametrize("name", sorted(constructs.ALL))
def test_grows_with_the_text(tmp_path, name):
    make, size = constructs.ALL[name]
    sites = [site(tmp_path / str(n), make(n)) for n in (0, size, 4 * size)]
    none, one, four = instructions.several([(("check", "--jobs", "1"), root) for root in sites])
    # Of a text so small that it cannot be told from none nothing is known.
    assert one - none > 100_000, f"{one - none} instructions for {size}: make the text larger"
    assert four - none < FACTOR * (one - none), f"{(four - none) / (one - none):.1f} times as many instructions for four times the text"
