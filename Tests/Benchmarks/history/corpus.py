#!/usr/bin/env python3
"""Makes a repository with a site in it: pages of the usual size, and commits that change, move and add some of them.

    corpus.py FOLDER [PAGES] [COMMITS]

The same numbers give the same repository. Then, for what the history adds to a build:

    for level in no dates changes; do
        sed -i "s/^history:.*/history: $level/" FOLDER/docs/Content/site.yaml
        time waymark build --site FOLDER/docs --as-of 2026-11-21
    done
"""
import random
import subprocess
import sys
from pathlib import Path

START = 1_600_000_000
TEXT = "A sentence of a policy, which says who may do what, and where it stands. " * 54      # About 4 kB.


def page(number, version):
    return f"---\ntitle: Rule {number}\nowner: Desk {number % 7}\n---\n\nVersion {version}.\n\n## Rule\n\n{TEXT}\n".encode()


def corpus(pages, commits):
    """The stream for `git fast-import`."""
    chance = random.Random(7)
    paths = [f"docs/Content/part-{number // 100:03}/rule-{number:05}.md" for number in range(pages)]
    versions = [0] * pages
    yield commit(0, "Start the site", [
        (b"docs/Content/site.yaml", b"title: Large\nhistory: no\nedit: https://git.example/o/r/-/edit/main/{path}\n"),
        (b"docs/Content/index.md", b"---\ntitle: Large\n---\n\nHome.\n"),
        *((f"docs/Content/part-{part:03}/index.md".encode(), f"---\ntitle: Part {part}\nlayout: list\n---\n".encode())
          for part in range((pages + 99) // 100)),
        *((path.encode(), page(number, 0)) for number, path in enumerate(paths))])
    for number in range(1, commits):
        files, moves = [], []
        for chosen in chance.sample(range(pages), min(pages, chance.choice([1, 2, 3, 10, 50]))):
            versions[chosen] += 1
            if chance.random() < 0.02:
                old, paths[chosen] = paths[chosen], paths[chosen].replace(".md", "-b.md")
                moves.append((old.encode(), paths[chosen].encode()))
            files.append((paths[chosen].encode(), page(chosen, versions[chosen])))
        yield commit(number, f"Say more about rule {number}", files, moves)


def commit(number, subject, files, moves=()):
    who = f"Editor <editor@example.org> {START + number * 86_400 // 2} +0100".encode()
    lines = [b"commit refs/heads/main\nmark :%d\nauthor %s\ncommitter %s\n" % (number + 1, who, who), data(subject.encode())]
    lines += [b"from :%d\n" % number] if number else []
    lines += [b"R %s %s\n" % move for move in moves]
    return b"".join(lines + [b"M 100644 inline %s\n%s" % (path, data(text)) for path, text in files])


def data(text):
    return b"data %d\n%s\n" % (len(text), text)


def main(folder, pages="10000", commits="1000"):
    Path(folder).mkdir(parents=True)
    git = ["git", "-C", folder]
    subprocess.run([*git, "init", "-q", "-b", "main"], check=True)
    done = subprocess.Popen([*git, "fast-import", "--quiet"], stdin=subprocess.PIPE)
    for part in corpus(int(pages), int(commits)):
        done.stdin.write(part)
    done.stdin.close()
    assert done.wait() == 0
    subprocess.run([*git, "reset", "-q", "--hard"], check=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
