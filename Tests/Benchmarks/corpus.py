#!/usr/bin/env python3
"""Writes the same N pages for Waymark and for Hugo.

    corpus.py N FOLDER      FOLDER/waymark is a site for Waymark, FOLDER/hugo/content the pages for Hugo

The pages are made up, but of the kind and size of a policy: about 4 kB with a summary, five headings on two levels, two
lists, a numbered procedure, a code block, a quotation, emphasis, and four links, one of them to a place on a page. 100
pages make a section, its index page included. The same N always gives the same bytes. Tables, callouts and footnotes are
left out, because only what both programs can do is measured.
"""
import random
import sys
from pathlib import Path

SECTION = 100
SUBJECTS = """account administrator agreement allowance appeal applicant application approval audit benefit branch budget card
case certificate claim contract copy customer deadline decision delivery deposit device document employee evidence exception
expense fee file form grant guarantee holder household identity inspection insurance invoice issue item leave letter licence
limit list loan manager member notice office officer order owner partner payment period permit person place plan policy price
product proof quarter reason receipt record refund region register renewal repair reply report request review right risk rule
salary school scheme seller sender serial service share signature site staff statement status step supplier support tax team
tenant term test ticket transfer traveller unit value vehicle vendor visit warranty week witness year""".split()
ACTIONS = """accepts adds answers approves asks books brings calls changes checks closes confirms copies counts covers decides
enters explains extends files finds gives holds informs keeps leaves lends lists loses makes moves names needs offers opens
orders pays prints proves reads receives records refuses registers renews repairs replaces returns reviews sends shows signs
starts states stops takes tells tests transfers uses verifies waits writes""".split()
JOINTS = """after although as because before if once since so that unless until when where whereas while""".split()
LITTLE = "a an another any each every no one our some such that the their this your".split()
HEADINGS = ["Who this is for", "What the {} needs", "How a {} is handled", "If the {} is refused", "Where to turn"]


class Writer:
    """Makes text of whole sentences, always the same for the same seed."""

    def __init__(self, seed):
        self.chance = random.Random(seed)

    def noun(self):
        return self.chance.choice(SUBJECTS)

    def clause(self):
        chance = self.chance
        return (f"{chance.choice(LITTLE)} {self.noun()} {chance.choice(ACTIONS)} {chance.choice(LITTLE)} {self.noun()} "
                f"for {chance.choice(LITTLE)} {self.noun()}")

    def sentence(self, extra=""):
        chance, words = self.chance, self.clause()
        if extra:
            words += f" with {extra}"
        if chance.random() < 0.6:
            words += f" {chance.choice(JOINTS)} {self.clause()}"
        if chance.random() < 0.15:
            noun = self.noun()
            words += chance.choice([f", and **{noun}** is decided apart", f", unless the *{noun}* says so", f", as `{noun}` states"])
        return words[0].upper() + words[1:] + "."

    def paragraph(self, sentences, extras=()):
        rest = list(extras)
        return " ".join(self.sentence(rest.pop(0) if rest else "") for _ in range(max(sentences, len(rest))))

    def body(self, links):
        headings = [heading.format(self.noun()) for heading in HEADINGS]
        codes = [f"`{self.noun()}-{self.chance.randint(10, 99)}`" for _ in range(6)]
        bullets = "\n".join(f"- {self.sentence(code)}" for code in codes[:3]) + "\n" + f"- {self.sentence()}"
        steps = "\n".join(f"{number}. {self.sentence()}" for number in range(1, 6))
        example = "\n".join(f"{self.noun()}: {self.noun()} {self.chance.randint(1, 500)}" for _ in range(8))
        return "\n\n".join([
            f"## {headings[0]}", self.paragraph(6, links[:1]), self.paragraph(5),
            f"### {headings[1]}", self.paragraph(3), bullets,
            f"## {headings[2]}", self.paragraph(6, links[1:2] + codes[3:4]), f"```\n{example}\n```", self.paragraph(4, codes[4:]),
            f"### {headings[3]}", self.paragraph(3), steps, "> " + self.paragraph(2),
            f"## {headings[4]}", self.paragraph(4, links[2:]),
        ]) + "\n"


def address(number):
    """The folder and the name of a page; the first of a hundred is the index page of its section."""
    folder = f"part-{number // SECTION + 1:03}"
    return folder, "" if number % SECTION == 0 else f"rule-{number % SECTION:03}"


def file_link(source, target, fragment):
    """As an editor writes it for Waymark: a path from one file to another."""
    folder, name = address(target)
    file = f"{name or 'index'}.md{fragment}"
    return file if folder == address(source)[0] else f"../{folder}/{file}"


def final_link(target, fragment):
    """What Hugo needs no work for: the address itself."""
    folder, name = address(target)
    return f"/{folder}/{name}/{fragment}" if name else f"/{folder}/{fragment}"


def page(number, count, titles):
    """The front matter's facts, and the text with `link(target, fragment)` still open."""
    writer = Writer(f"{count}:{number}")
    first = number // SECTION * SECTION
    targets = [min(count - 1, first + writer.chance.randrange(SECTION)) for _ in range(3)] + [writer.chance.randrange(count)]
    fragments = ["#who-this-is-for", "", "", ""]
    marks = [f"\0{target}\0{fragment}\0" for target, fragment in zip(targets, fragments)]
    return writer.sentence(), writer.body(marks), dict(zip(marks, zip(targets, fragments)))


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def front(title, summary, order, **more):
    """`{key: value}` as YAML; the texts need no quotation marks because they hold none and no colon."""
    fields = {"title": title, "summary": summary} | more
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in fields.items()) + f"{order}\n---\n\n"


def make(count, folder):
    titler = Writer(f"titles of {count}")
    titles = [f"The {titler.noun()} and the {titler.noun()}, rule {number + 1}" for number in range(count)]
    waymark, hugo = folder / "waymark/Content", folder / "hugo/content"
    write(waymark / "site.yaml", "title: Measured rules\naddress: https://bench.example/\nlanguage: en\n")
    write(waymark / "index.md", "---\ntitle: Measured rules\nlayout: home\n---\n\nMade to be measured.\n")
    write(hugo / "_index.md", "---\ntitle: Measured rules\n---\n\nMade to be measured.\n")
    for number in range(count):
        summary, text, links = page(number, count, titles)
        section, name = address(number)
        order = number % SECTION + 1
        ours, theirs = text, text
        for mark, (target, fragment) in links.items():
            ours = ours.replace(mark, f"[{titles[target]}]({file_link(number, target, fragment)})")
            theirs = theirs.replace(mark, f"[{titles[target]}]({final_link(target, fragment)})")
        layout = {} if name else {"layout": "list"}
        write(waymark / section / f"{name or 'index'}.md", front(titles[number], summary, f"order: {order}", **layout) + ours)
        write(hugo / section / f"{name or '_index'}.md", front(titles[number], summary, f"weight: {order}") + theirs)


if __name__ == "__main__":
    make(int(sys.argv[1]), Path(sys.argv[2]))
