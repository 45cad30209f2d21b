"""Every pass over a file is linear: four times as much text takes about four times as many instructions, whatever is wrong in it.

Counted by valgrind, so that no machine is too slow and no neighbour too loud. What a run takes at all is counted on a site of
nothing and taken off. Several constructs share a site, as a run under valgrind takes seconds: one that grows with the square stands out.
`Tests/Benchmarks/large.py` measures the time of texts as large as they may be.
"""
import pytest

from support import constructs, instructions, program

# Growth with the square would be sixteen. What is sorted grows a little faster than its number.
FACTOR = 5.0


@pytest.fixture(scope="module")
def counted(tmp_path_factory):
    """How many instructions a check takes of a group of constructs at a size."""
    counter = instructions.Counter(tmp_path_factory.mktemp("program"))

    def count(names, factor):
        root = program.write_site(tmp_path_factory.mktemp("site"), constructs.site(names, factor))
        return counter.count("check", "--jobs", "1", "--site", root)
    return count


@pytest.fixture(scope="module")
def start(counted):
    return counted(["prose"], 0)


@pytest.mark.skipif(not instructions.VALGRIND, reason="valgrind is not installed")
@pytest.mark.parametrize("names", constructs.groups(), ids=lambda names: names[0])
def test_grows_with_the_text(counted, start, names):
    # A site of its own begins with other files than the one that the rest share.
    none = counted(names, 0) if names[0] in constructs.ALONE else start
    one, four = (counted(names, factor) for factor in (1, 4))
    # Of a text so small that it cannot be told from none nothing is known.
    assert one - none > 1_000_000, f"{one - none} instructions: make the texts larger"
    assert four - none < FACTOR * (one - none), \
        f"{(four - none) / (one - none):.1f} times as many instructions for four times as much of {names}"
