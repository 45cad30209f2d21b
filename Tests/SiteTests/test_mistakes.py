"""Mistakes of editors, made one at a time in the real content: one message each, at the right place, with a remedy that mends it.

`MISTAKES` is the table. ⟦ ⟧ stand around what the message has to point at. Where the help asks "did you mean …?", the test puts
what is meant there; else the table says what an editor makes of the help, and quotes it.
"""
import json
import os
import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import pytest

from support import places, program

MEANT = re.compile(r"did you mean (.+)\?")
ACCESS, CASES = "questionnaires/access.yaml", "questionnaires/access.cases.yaml"
TOOLS_FRONT = """---
title: "Tools, contacts and links"
summary: "Every tool, email address, policy and guide that this site mentions."
order: 1
tags: [e-mail, e-mail address]
owner: The Waymark project
reviewed: 2026-11-30
review-every: 6 months
sources:
  - {document: entitlement-overview, section: Useful information and tools}
  - {document: entitlement-overview, section: "What can you do?"}
  - {document: inspection-program, section: Best Way to Buy Used Cisco Equipment}
"""


class Mistake(NamedTuple):
    name: str
    # Below Content.
    file: str
    # In the real content, once or for the first time.
    right: str
    # In its place, with marks around what the message points at.
    wrong: str
    rule: str
    # The whole help; empty if it asks "did you mean".
    help: str = ""
    # What an editor who follows the help writes in place of what is marked; None: what stood there before.
    mended: str | None = None
    # Whether it can stand in one site with all others: some hide parts of their files, and so other mistakes.
    joins: bool = True


MISTAKES = [
    # Front matter
    Mistake("misspelt key", "relicensing/products.md", 'title: "Products', '⟦titel⟧: "Products', "yaml/unknown-field"),
    Mistake("order that is no number", "entitlement/access.md", "order: 7", "order: ⟦heavy⟧", "yaml/type", "write only digits, such as 3", "7"),
    Mistake("date that is none", "entitlement/get-help.md", "reviewed: 2026-11-30", "reviewed: ⟦yesterday⟧", "yaml/type", "write the year, month and day with hyphens, such as 2026-11-21", "2026-11-20"),
    Mistake("draft that is neither", "reference/figures.md", "order: 3\n", "order: 3\ndraft: ⟦maybe⟧\n", "yaml/type", "write yes or no", "no"),
    Mistake("quote that never closes", "reference/glossary.md", 'title: "Terms and abbreviations"', 'title: ⟦"⟧Terms and abbreviations', "yaml/syntax",
            "add the closing quote where the text ends"),
    Mistake("front matter without an end", "reference/tools-and-contacts.md", TOOLS_FRONT + "---\n", "⟦---⟧" + TOOLS_FRONT[3:], "page/front-matter",
            "add a line `---` after its last field"),
    Mistake("misspelt layout", "entitlement/index.md", "layout: list", "layout: ⟦lst⟧", "yaml/type"),
    Mistake("span of time", "entitlement/suppliers.md", "review-every: 6 months", "review-every: ⟦6 moons⟧", "yaml/type", "write a number and days, weeks, months or years", "6 months"),
    # Links, pictures, what a page puts in
    Mistake("page that is not there", "entitlement/access.md", "](manage-access.md)", "](⟦manage-acces.md⟧)", "link/unknown-page"),
    Mistake("place on the page", "entitlement/access.md", "](#administrators)", "](⟦#administrator⟧)", "link/unknown-anchor"),
    Mistake("place on another page", "relicensing/buying-used.md", "](faq.md#costs)", "](⟦faq.md#cost⟧)", "link/unknown-anchor", joins=False),
    Mistake("picture that is not there", "entitlement/get-help.md", "](paths.svg)", "](⟦path.svg⟧)", "link/unknown-image"),
    Mistake("picture without words", "relicensing/index.md", "![A box on its way](box.svg)", "![](⟦box.svg⟧)", "markdown/image-alt",
            "describe it between the brackets, for people who cannot see it: `![a lock](lock.png)`"),
    Mistake("reference without definition", "entitlement/contract-or-warranty.md", "[Warranty Finder](tool:warranty-finder).\n\n## What the software",
            "[Warranty Finder]⟦[finder]⟧.\n\n## What the software", "markdown/unknown-reference",
            "add a line `[finder]: address`; to show the bracket write `\\[`"),
    Mistake("footnote without text", "entitlement/contract-or-warranty.md", "agreement.[^lifetime]", "agreement.⟦[^lifetme]⟧", "markdown/unknown-footnote"),
    Mistake("scheme", "reference/about.md", "(link:cisco-com)", "(⟦htps://www.cisco.com/⟧)", "link/scheme"),
    Mistake("folder in place of a file", "entitlement/downloads-and-licences.md", "(../relicensing/index.md)", "(⟦../relicensing/⟧)", "link/not-a-file",
            "write ../relicensing/index.md", "../relicensing/index.md"),
    Mistake("term", "entitlement/what-you-get.md", "[RMA](term:rma)", "[RMA](⟦term:rmaa⟧)", "link/unknown-entry", joins=False),
    Mistake("contact", "entitlement/no-serial-number.md", "<contact:tac-phones>", "<⟦contact:tac-phone⟧>", "link/unknown-entry", joins=False),
    Mistake("kind of data", "entitlement/downloads-and-licences.md", "{{ actions paths", "{{ ⟦acions⟧ paths", "embed/unknown"),
    Mistake("data file", "entitlement/suppliers.md", "{{ checklist suppliers }}", "{{ checklist ⟦supplier⟧ }}", "embed/unknown"),
    Mistake("selection", "entitlement/through-a-partner.md", "need=replace|tac", "need=⟦replce⟧|tac", "embed/unknown"),
    Mistake("value", "reference/figures.md", "{{ figures.schedule-elsewhere }}", "⟦{{ figures.schedule-elswhere }}⟧", "value/unknown"),
    # Text
    Mistake("skipped level", "relicensing/policy.md", "### Warranty {#warranty}", "⟦####⟧ Warranty {#warranty}", "markdown/skipped-heading",
            "use `###`: people who use screen readers navigate by the levels", "###"),
    Mistake("title in the text", "relicensing/steps.md", "## Step 4 comes", "⟦#⟧ Step 4 comes", "markdown/heading-one",
            "use `##` here, and `title:` for the title", "##"),
    Mistake("id that another heading has", "entitlement/protection.md", "## What Cisco does about abuse {#abuse}",
            "⟦## What Cisco does about abuse {#six-things}⟧", "markdown/duplicate-id", "give this heading an id of its own",
            "## What Cisco does about abuse {#abuse}"),
    Mistake("row with a cell too few", "entitlement/what-you-get.md", "| Application updates | Bug fixes, maintenance and minor releases |",
            "⟦| Application updates |⟧", "markdown/table-row", "add the missing cells; an empty cell is a space between two `|`",
            "| Application updates | |"),
    Mistake("HTML", "entitlement/what-you-get.md", "**Register first.**", "⟦<b>⟧Register first.**", "markdown/raw-html", "use `**bold**`", "**"),
    Mistake("mark of a callout", "entitlement/open-a-request.md", "[!TIP]", "⟦[!TIPP]⟧", "markdown/unknown-callout"),
    # Settings
    Mistake("navigation names nothing", "site.yaml", "relicensing, reference]", "⟦relicencing⟧, reference]", "site/navigation", joins=False),
    Mistake("page in no navigation", "site.yaml", "[entitlement, relicensing, reference]", "[⟦entitlement⟧, relicensing]", "site/not-in-navigation",
            "add it to `navigation`, or delete the list to include everything", "entitlement, reference"),
    Mistake("misspelt setting", "site.yaml", "\nsummary:", "\n⟦sumary⟧:", "yaml/unknown-field"),
    Mistake("language", "site.yaml", "language: en", "language: ⟦English⟧", "yaml/type", "did you mean en?", "en"),
    Mistake("rule to switch", "site.yaml", "checks: {site/no-source: off}", "checks: {site/no-source: off, ⟦page/expird⟧: error}", "site/unknown-rule"),
    # Data
    Mistake("malformed file", "data/licence-transfer.yaml", "title: Transfer a software licence", 'title: ⟦"⟧Transfer a software licence', "yaml/syntax", "add the closing quote", "", joins=False),
    Mistake("kind", "data/coverage.yaml", "kind: comparison", "kind: ⟦comparson⟧", "yaml/type", joins=False),
    Mistake("id of a category", "data/used-equipment.yaml", "low-switches:\n    category: switches", "low-switches:\n    category: ⟦switchs⟧",
            "data/unknown-id"),
    Mistake("id of a note", "data/coverage.yaml", "    note: varies", "    note: ⟦vary⟧", "data/unknown-id"),
    Mistake("id of an arrangement", "data/paths.yaml", "      cisco: |\n        Use the [Product", "      ⟦csco⟧: |\n        Use the [Product",
            "data/unknown-id"),
    Mistake("id of a group", "data/tools.yaml", "replacement part.\n    group: support-tools", "replacement part.\n    group: ⟦support-tool⟧",
            "data/unknown-id"),
    Mistake("cell that is missing", "data/coverage.yaml", "  renewable:\n    label: Can be renewed\n    cells: {contract: yes, warranty: no}",
            "  ⟦renewable⟧:\n    label: Can be renewed\n    cells: {contract: yes}", "data/missing-cell", "add `warranty: …`"),
    Mistake("address of a contact", "data/contacts.yaml", "    name: Compromised Equipment Return-to-Service (CERtS)\n    email: certs-engage@cisco.com\n",
            "    name: Compromised Equipment Return-to-Service (CERtS)\n    email: ⟦certs-engage⟧\n", "yaml/type", "write it like desk@example.org", "certs-engage@cisco.com"),
    Mistake("no address", "data/contacts.yaml", "agreement-updates:\n    is: contact\n    name: Service agreement updates\n    email: cs-support@cisco.com",
            "⟦agreement-updates⟧:\n    is: contact\n    name: Service agreement updates", "data/no-address", "add `url`, `email` or `phone`"),
    Mistake("web address", "data/links.yaml", "    name: Non Entitlement Policy\n    url: https://www.cisco.com/",
            "    name: Non Entitlement Policy\n    url: ⟦www.cisco.com⟧", "yaml/type", "write https://www.cisco.com", "https://www.cisco.com/"),
    Mistake("field of a question", "data/relicensing.yaml", "can be inspected?\n        answer: |", "can be inspected?\n        ⟦anser⟧: |",
            "yaml/unknown-field"),
    Mistake("address in place of a link", "data/terms.yaml", 'see: "[By bill-to ID](../entitlement/manage-access.md#by-bill-to-id)"',
            "see: ⟦../entitlement/manage-access.md⟧", "yaml/type", 'write "[words](path)", in quotation marks', '"[words](../entitlement/manage-access.md)"'),
    Mistake("entry that stands twice", "data/suppliers.yaml", "  proof:\n", "  ⟦tac-support⟧:\n", "yaml/duplicate-key", "delete or rename one of the two",
            "proof", joins=False),
    Mistake("type of a column", "data/time-limits.yaml", "label: What it is\n    type: text", "label: What it is\n    type: ⟦txt⟧", "yaml/type", joins=False),
    Mistake("row with a cell too many", "data/time-limits.csv", "{{ figures.notice-international }} or more,international,you,Notice you give",
            "⟦{{ figures.notice-international }} or more,international,you,,Notice you give", "csv/row",
            "add or delete cells; put quotes around a cell with a comma in it"),
    Mistake("name of a column", "data/time-limits.csv", "limit,region,who", "limit,region,⟦whom⟧", "csv/unknown-column", joins=False),
    Mistake("choice in a cell", "data/time-limits.csv", "or more,us,you", "or more,⟦usa⟧,you", "yaml/type"),
    Mistake("quote in a cell", "data/time-limits.csv", 'us-canada,cisco,"Scheduling', 'us-canada,cisco,⟦""⟧Scheduling', "csv/quote",
            'write a quote inside a quoted cell twice: ""', '"', joins=False),
    # Questionnaires. Of one with a mistake in its words nothing is proved, so the proofs' mistakes stand in other files.
    Mistake("name in a condition", "questionnaires/used-device.yaml", "{declared: yes}, then: unusable", "{⟦declarred⟧: yes}, then: unusable",
            "questionnaire/unknown-name"),
    Mistake("outcome", ACCESS, "then: partner-cases}", "then: ⟦partner-case⟧}", "questionnaire/unknown-name", joins=False),
    Mistake("answer", "questionnaires/used-device.yaml", "inspected: failed}", "inspected: ⟦faild⟧}", "questionnaire/unknown-name"),
    Mistake("attribute", "questionnaires/used-device.yaml", "{product.complexity:", "{⟦product.complexty⟧:",
            "questionnaire/unknown-name"),
    Mistake("field of a question's file", ACCESS, "    ask: Which contracts should your users have access to?",
            "    ⟦aks⟧: Which contracts should your users have access to?", "yaml/unknown-field", joins=False),
    Mistake("plain value for tick-boxes", "questionnaires/used-device.yaml", "{holder: own, proofs: none}", "{holder: own, proofs: ⟦order⟧}",
            "questionnaire/type", "write `proofs: {has: order}`, or use has-all, lacks, only or none", "none", joins=False),
    Mistake("page that a row cites", "questionnaires/used-device.yaml", "[relicensing/products.md#not-listed]", "[⟦relicensing/products.md#not-list⟧]",
            "link/unknown-anchor"),
    Mistake("page in an outcome", "questionnaires/warranty-or-contract.yaml", "(../relicensing/faq.md#definition)",
            "(⟦../relicensing/fag.md#definition⟧)", "link/unknown-page"),
    Mistake("answer in a text", "questionnaires/warranty-or-contract.yaml", "*{{ cover }}*", "*⟦{{ covr }}⟧*", "questionnaire/unknown-name", joins=False),
    Mistake("question in a comparison", "questionnaires/used-device.yaml", "then: transfer, cites: [relicensing/policy.md#exceptions]",
            "then: ⟦transfr⟧, cites: [relicensing/policy.md#exceptions]", "questionnaire/unknown-name"),
    Mistake("date", "questionnaires/warranty-or-contract.yaml", "    date: {from: 1984-12-01, to: today}", "    date: {from: ⟦1984-13-01⟧, to: today}",
            "questionnaire/type", "write 2026-11-21, today, or today - 5 years", "1984-12-01", joins=False),
    Mistake("second colon", "questionnaires/services.yaml", "summary: Say what you need, and get the steps, what to have ready and who to ask.",
            "summary: Say what you need⟦:⟧ and get the steps, what to have ready and who to ask.", "yaml/syntax",
            'write `summary: "Say what you need: and get the steps, what to have ready and who to ask."`', joins=False),
    Mistake("tab", "questionnaires/services.yaml", "    ask: Who supports the equipment?", "⟦\t⟧ask: Who supports the equipment?", "yaml/syntax",
            "replace the tab with spaces", "    ", joins=False),
    Mistake("gap", ACCESS, "rules:\n  - {if: {reach: unknown}, then: ask-plan}\n", "⟦rules⟧:\n", "questionnaire/gap",
            "add a row for them or an `else`; if no reader can give them, list them under `impossible:`", joins=False),
    Mistake("conflict", ACCESS, "- {if: {number: bill-to, bill-to-customer: [indirect, unknown]}, then",
            "- ⟦{if: {number: bill-to}, then", "questionnaire/conflict",
            "narrow one of the two rows, or use `match: first`", joins=False),
    Mistake("row that never decides", ACCESS, "  - {if: {reach: content}, then: partner-or-request}\n",
            "  - {if: {reach: content}, then: partner-or-request}\n  - ⟦{if: {reach: content, want: content}, then: partner-or-request}⟧\n",
            "questionnaire/dead-rule", "delete it, or correct its condition"),
    Mistake("outcome that nobody reaches", ACCESS, "  ask-plan:\n", "  ⟦spare⟧:\n    title: Spare\n  ask-plan:\n", "questionnaire/unreachable-outcome",
            "no row names it: add one, or delete the outcome"),
    # Cases
    Mistake("outcome of a case", CASES, "bought: unknown}\n  outcome: ask-plan", "bought: unknown}\n  outcome: ⟦ask-pln⟧", "questionnaire/unknown-name"),
    Mistake("case that ends elsewhere", CASES, "billed: no}\n  outcome: ask-account-manager", "billed: no}\n  outcome: ⟦ask-admin⟧",
            "questionnaire/case-failed", "correct the rules, or the case if the policy has changed", "ask-account-manager"),
    Mistake("answer of a case", CASES, "{role: partner, admin: colleague}", "{role: partner, admin: ⟦colleage⟧}", "questionnaire/unknown-name"),
    Mistake("question of a case", CASES, "answers: {role: partner, admin: nobody}", "answers: {role: partner, ⟦admn⟧: nobody}",
            "questionnaire/unknown-name"),
    Mistake("question that comes next", CASES, "answers: {role: partner}\n  asks: admin", "answers: {role: partner}\n  asks: ⟦want⟧",
            "questionnaire/case-failed", "correct the rules, or the case if the policy has changed", "admin"),
    Mistake("answer that nobody asked for", CASES, "{role: customer, contract: partner, want: cases}",
            "{role: customer, contract: partner, want: cases, ⟦smart⟧: no}", "questionnaire/not-asked", "delete the answer, or correct the ones before it"),
    # The theme
    Mistake("key of a template", "../Templates/page.mustache", "{{{page.contentHTML}}}", "{{{page.⟦contentHTM⟧}}}", "template/missing-key"),
    Mistake("part of a template", "../Templates/list.mustache", "{{> parts/title}}", "{{> ⟦parts/titel⟧}}", "template/unknown-partial"),
    Mistake("section that another one closes", "../Templates/parts/footer.mustache", "{{/site.noticeHTML}}", "⟦{{/site.noticeHTM}}⟧", "template/syntax",
            "close each {{#name}} with {{/name}}, the last one first", "{{/site.noticeHTML}}", joins=False),
]

TIME_LIMITS = """limit,region,who,meaning
{{ figures.notice-us }} or more,us,you,Notice you give before the date you want
{{ figures.notice-international }} or more,international,you,Notice you give before the date you want
within {{ figures.schedule-us-canada }},us-canada,cisco,"Scheduling the inspection, once your order has been checked"
within {{ figures.schedule-elsewhere }},elsewhere,cisco,"Scheduling the inspection, once your order has been checked"
"""
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7H1z"/></svg>\n'


def replace(path, old, new):
    text = path.read_text()
    assert old in text, f"{path} no longer holds {old!r}"
    path.write_text(text.replace(old, new, 1))


@pytest.fixture(scope="module")
def real(tmp_path_factory):
    """The real content and theme, and what the content has not: pictures, and a table in a spreadsheet."""
    site = tmp_path_factory.mktemp("mistakes") / "site"
    for name in ("Content", "Templates"):
        shutil.copytree(places.ROOT / name, site / name)
    content = site / "Content"
    # A mistake may bring a statement without a source; that is another mistake, with a test of its own.
    replace(content / "site.yaml", "site/no-source: warning", "site/no-source: off")
    limits = content / "data/time-limits.yaml"
    limits.write_text(limits.read_text().split("rows:")[0] + "rows: {from: time-limits.csv}\n")
    (content / "data/time-limits.csv").write_text(TIME_LIMITS)
    for name in ("entitlement/paths.svg", "relicensing/box.svg"):
        (content / name).write_text(DRAWING)
    replace(content / "entitlement/get-help.md", "{{ actions paths }}\n", "{{ actions paths }}\n\n![Two paths that meet](paths.svg)\n")
    with (content / "relicensing/index.md").open("a") as page:
        page.write("\n![A box on its way](box.svg)\n")
    assert messages(site) == []
    return site


def messages(site):
    done = program.run("check", "--site", site, "--as-of", program.REVIEWED, "--format", "json")
    assert done.returncode in (0, 1), done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def place(text, offset):
    """Line and column, from 1."""
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


class Copy:
    """A copy of the real site in which mistakes are made and mended."""

    def __init__(self, real, folder):
        self.site = folder
        # Links cost nothing, and a file that is written anew leaves the one that is linked to as it was.
        shutil.copytree(real, folder, copy_function=os.link)

    def write(self, file, text):
        path = self.site / "Content" / file
        path.unlink()
        path.write_text(text)

    def read(self, file):
        return (self.site / "Content" / file).read_text()


def made(text, mistake):
    """The text with the mistake in it, and where the marks stood."""
    assert mistake.right in text, f"{mistake.file} no longer holds {mistake.right!r}"
    marked = text.replace(mistake.right, mistake.wrong, 1)
    start = marked.index("⟦")
    marked = marked.replace("⟦", "")
    # Without an end only the start of the message's range is known.
    end = marked.index("⟧") if "⟧" in marked else start
    return marked.replace("⟧", ""), start, end


def mended(text, start, end, mistake, message):
    """What an editor makes of the message."""
    found = MEANT.fullmatch(message["help"] or "")
    if found:
        meant, wrong = found[1], text[start:end]
        if meant.startswith("#"):
            meant = wrong.split("#")[0] + meant
        elif meant.endswith(":"):
            meant += wrong.split(":", 1)[1]
        return text[:start] + meant + text[end:]
    if mistake.mended is not None:
        return text[:start] + mistake.mended + text[end:]
    return None


def fault(real, mistake, folder):
    """What is not as it should be about one mistake; nothing if all is."""
    copy = Copy(real, folder)
    before = copy.read(mistake.file)
    text, start, end = made(before, mistake)
    copy.write(mistake.file, text)
    found = messages(copy.site)
    if len(found) != 1:
        return f"{len(found)} messages: {found}"
    [message] = found
    said = (message["rule"], message["file"], (message["line"], message["column"]))
    expected = (mistake.rule, ("Content/" + mistake.file).replace("Content/../", ""), place(text, start))
    if said != expected:
        return f"says {said}, not {expected}"
    help = message["help"]
    if mistake.help == "" and not MEANT.fullmatch(help or "") or mistake.help != "" and help != mistake.help:
        return f"the help is {help!r}"
    if MEANT.fullmatch(help or "") and (message["endLine"], message["endColumn"]) != place(text, end):
        return f"what is to be replaced ends at {message['endLine']}:{message['endColumn']}, not {place(text, end)}"
    after = mended(text, start, end, mistake, message)
    if after in (None, before):      # Mended is what the real site was, which has no mistakes.
        return None
    copy.write(mistake.file, after)
    left = messages(copy.site)
    return f"is not mended: {left}" if left else None


def test_each_mistake_gives_one_message_whose_remedy_mends_it(real, tmp_path):
    assert len(MISTAKES) >= 40 and len({mistake.name for mistake in MISTAKES}) == len(MISTAKES)
    with ThreadPoolExecutor(2) as pool:
        faults = pool.map(lambda mistake: fault(real, mistake, tmp_path / mistake.name), MISTAKES)
    assert {mistake.name: words for mistake, words in zip(MISTAKES, faults) if words} == {}


def test_all_at_once_give_all(real, tmp_path):
    copy = Copy(real, tmp_path / "all")
    together = [mistake for mistake in MISTAKES if mistake.joins]
    assert len(together) >= 40
    for mistake in together:
        copy.write(mistake.file, copy.read(mistake.file).replace(mistake.right, mistake.wrong, 1))
    expected = set()
    for file in {mistake.file for mistake in together}:
        marked = copy.read(file)
        own = [mistake for mistake in together if mistake.file == file]
        # By their places in the file, as the marks stand there.
        starts = [match.start() for match in re.finditer("⟦", marked)]
        order = sorted(own, key=lambda mistake: marked.index(mistake.wrong))
        assert len(starts) == len(own), file
        bare = lambda text: text.replace("⟦", "").replace("⟧", "")
        for mistake, start in zip(order, starts):
            expected.add((mistake.rule, ("Content/" + file).replace("Content/../", ""), place(bare(marked), len(bare(marked[:start])))))
        copy.write(file, bare(marked))
    said = {(message["rule"], message["file"], (message["line"], message["column"])) for message in messages(copy.site)}
    assert said == expected
