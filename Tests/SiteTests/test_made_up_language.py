"""Every phrase comes from the words file or from the author: shown by a site in a made-up language, in which whatever comes from
elsewhere stands out."""
import json
import random
import re
from html.parser import HTMLParser

import pytest
from playwright.sync_api import Error

from support import made_up, program
from support.browser import visit
from support.preview import Preview
from support.server import Server

# Attributes that browsers show or screen readers say.
SAID = ("title", "alt", "aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "placeholder")
# What is typed into fields, one after the other: nothing, numbers, dates, codes, words that nothing matches.
TYPED = ["", "12", "1.234", "1,5", "x", "99999", "31", "2", "2025", "A250", "A100", "b200", "Όλα", "Δ9", "ημέρες", "-3"]

COLLECT = """names => [...document.querySelectorAll('body, body *')].flatMap(element => [
    ...names.map(name => element.getAttribute(name)),
    ...['SCRIPT', 'STYLE', 'TEMPLATE'].includes(element.tagName) ? []
        : [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data),
]).concat(document.title).filter(text => text && text.trim())"""


class Said(HTMLParser):
    """What a published page says."""

    def __init__(self, text):
        super().__init__()
        self.texts, self.silent = [], 0
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.silent += tag in ("script", "style")
        named = dict(attributes)
        self.texts += [named[name] for name in SAID if named.get(name)]
        if tag == "meta" and (named.get("name") == "description" or named.get("property") in ("og:title", "og:description", "og:site_name")):
            self.texts.append(named["content"])

    def handle_endtag(self, tag):
        self.silent -= tag in ("script", "style")

    def handle_data(self, data):
        if not self.silent:
            self.texts.append(data)


@pytest.fixture(scope="module")
def origin(site):
    with Server({"/": site / "Public"}) as running:
        yield running.origin


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    site = program.write_site(tmp_path_factory.mktemp("made-up"), made_up.files())
    words = site / "Templates/words" / f"{made_up.LANGUAGE}.yaml"
    words.parent.mkdir(parents=True)
    words.write_text(made_up.words())
    done = program.build(site, site / "Public")
    assert "template/untranslated" not in done.stderr, done.stderr
    return site


def test_the_scan_finds_what_is_not_bracketed():
    assert made_up.outside("⟦Search⟧ Όλα A100 ⟦for ⟧Κάτι⟦ now⟧") == []
    assert made_up.outside("⟦Search⟧ this site") == ["this site"]
    assert "⟦" in made_up.words() and "of {all}" not in made_up.words()


def test_published_pages(site):
    faults = []
    for file in sorted((site / "Public").rglob("*.html")):
        said = {text.strip(): made_up.outside(text) for text in Said(file.read_text()).texts}
        faults += [f"{file.relative_to(site / 'Public')}: {words} in “{text}”" for text, words in said.items() if words]
    assert not faults, "\n".join(faults[:40])


def heard(tab, url):
    """What is said now and comes from elsewhere; a control that leads away is followed back."""
    try:
        tab.evaluate("() => new Promise(requestAnimationFrame)")
    except Error:
        visit(tab, url)
    return {text.strip() for text in tab.evaluate(COLLECT, list(SAID)) if made_up.outside(text)}


# What a reader can operate, and what one of them is: its kind and, for a list, how many choices it has.
CONTROLS = ", ".join(f"{part} {control}:visible" for part, controls in [
    ("main", "button summary input select textarea"), ("header", "button summary input"), ("footer", "select"),
] for control in controls.split())
DESCRIBE = "e => [(e.tagName + ' ' + (e.type ?? '')).toLowerCase(), e.options?.length ?? 0]"


def act(tab, random):
    """One thing that a reader may do on the page: presses, ticks, chooses or types. None if the page took the control away meanwhile."""
    controls = tab.locator(CONTROLS).element_handles()
    if not controls:
        return "nothing"
    control = random.choice(controls)
    kind, choices = control.evaluate(DESCRIBE)
    try:
        if kind.startswith("select"):
            control.select_option(index=random.randrange(choices), timeout=2000)
        elif kind in ("input text", "input search", "input number", "textarea textarea"):
            control.fill(random.choice(TYPED), timeout=2000)
        elif kind == "input file":
            control.set_input_files({"name": "x.json", "mimeType": "application/json", "buffer": b"{}"}, timeout=2000)
        else:
            control.click(timeout=2000, force=True)
    except Error:
        if control.evaluate("e => e.isConnected && e.checkVisibility()"):
            raise
        return None
    return kind


@pytest.mark.parametrize("path, steps", [("sel/all/", 120), ("questionnaires/olatadika/", 160), ("search/?q=A250", 40), ("", 12)])
def test_scripts(path, steps, origin, tabs):
    """A reader presses and types whatever there is: nothing that any script says then comes from elsewhere."""
    tab = tabs(own="made-up")
    dialogs = []
    tab.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.accept()))
    visit(tab, f"{origin}/{path}")
    seeded, found, acted = random.Random(path), {}, 0
    for step in range(steps):
        if step % 40 == 39:
            visit(tab, f"{origin}/{path}")
        done = act(tab, seeded)
        acted += done is not None
        for text in heard(tab, f"{origin}/{path}") | {text for text in dialogs if made_up.outside(text)}:
            found.setdefault(text, f"step {step}, {done}")
    assert acted > steps * 0.8
    assert not found, "\n".join(f"{when}: {text}" for text, when in found.items())


# Messages are in English and say so; rules, files and rows of tables are named as they are.
DIAGNOSTIC = re.compile(r'<(p|code)[^>]* lang="en">.*?</\1>|<a href="/_waymark/rules/[^>]*>.*?</a>', re.DOTALL)


def test_preview(tmp_path):
    """What only editors see is in the site's language too."""
    more = {"sel/g.md": "---\ntitle: Γάμμα\ndraft: yes\n---\n\nΚείμενο.\n", "xena.md": "---\ntitle: Ξένα\n---\n\nΚείμενο.\n",
            "sel/d.md": "---\ntitle: Δέλτα\nreviewed: 2020-01-01\nreview-every: 6 months\n---\n\nΚείμενο.\n"}
    site = program.write_site(tmp_path / "site", made_up.files() | more)
    words = site / "Templates/words" / f"{made_up.LANGUAGE}.yaml"
    words.parent.mkdir(parents=True)
    words.write_text(made_up.words())
    name = "questionnaires/olatadika"
    with Preview(site) as preview:
        paths = ["_waymark/", "sel/g/", "sel/d/", "xena/", f"{name}/", *(f"{name}/{number}/" for number in range(1, 40)), "nowhere/"]
        said = {text.strip() for path in paths for text in Said(DIAGNOSTIC.sub("", preview.text("/" + path))).texts}
        answers = "poio=a&nai=yes&osa=x&poso=10"
        said |= {row["words"] for row in json.loads(preview.text(f"/_waymark/rows/{program.DAY}/olatadika/{answers}"))}
        preview.change("sel/d.md", more["sel/d.md"] + "[α](ouden.md) " * 30)
        said |= {preview.states[-1]["title"], preview.states[-1]["more"]}
        said |= {text.strip() for text in Said(DIAGNOSTIC.sub("", preview.text("/_waymark/"))).texts}
    # Each phrase for editors was heard, or the look at it is empty.
    parts = {name: re.split(r"[{]\w+[}]", text)[0] for name, text in made_up.phrases("en").items() if name.startswith("preview")}
    unheard = {"previewReading", "previewDecidedOf"}
    assert {name for name, part in parts.items() if part and not any(f"⟦{part}" in text for text in said)} <= unheard
    faults = {text: made_up.outside(text) for text in said if made_up.outside(text)}
    assert not faults, faults


def test_german(tmp_path):
    """The theme speaks German by itself: no page says an English phrase."""
    site = program.write_site(tmp_path, made_up.files(language="de"))
    done = program.build(site, site / "Public")
    assert "template/untranslated" not in done.stderr, done.stderr
    english, german = made_up.phrases("en"), made_up.phrases("de")
    pieces = {piece.strip() for name, phrase in english.items() if phrase != german.get(name, phrase) and not made_up.FACTS.fullmatch(name)
              for piece in re.split(r"\{\w+\}", phrase) if len(piece.split()) > 1 or len(piece.strip(" “”:;,.()")) > 4}
    pieces -= {piece.strip() for phrase in german.values() for piece in re.split(r"\{\w+\}", phrase)}
    assert len(pieces) > 200
    faults = []
    for file in sorted((site / "Public").rglob("*.html")):
        for text in Said(file.read_text()).texts:
            faults += [f"{file.name}: “{piece}” in “{text.strip()}”" for piece in pieces
                       if re.search(rf"(?<!\w){re.escape(piece)}(?!\w)", text)]
    assert not faults, "\n".join(faults[:40])
