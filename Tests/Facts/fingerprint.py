#!/usr/bin/env python3
"""Fingerprint of the source documents, for the copy check of check.py.

    fingerprint.py SOURCE... > source-shingles.txt

Writes, sorted and one a line, the first 10 hex digits of the SHA-256 of every
8-word shingle of the sources, so that the repository can tell a copied
sentence without holding the sources.

Words are compared after the same treatment on both sides (`words`):
lower case, punctuation dropped, possessives dropped, British and American
spelling made one (licence/license, -ise/-ize), Markdown link targets, HTML
tags and list markers dropped, web and mail addresses made one word.

Left out are shingles which are mostly names: a shingle counts only if at
least 5 of its 8 words lie outside the official names below, outside product
codes (any word with a digit) and outside addresses.
"""
import hashlib
import re
import sys
import unicodedata

SIZE = 8
MIN_PLAIN = 5
ADDRESS = "addressxx"

# Official names and fixed phrases which may be repeated word for word.
OFFICIAL = """
cisco hardware inspection and software relicensing program
hardware inspection and software relicensing program
cisco software license transfer and re-use policy
software license transfer and re-use policy
cisco software transfer and relicensing policy
non-entitlement to cisco warranty and service support of secondary market products policy
non entitlement policy
cisco end user license agreement
end user license agreement
cisco technical assistance center
technical assistance center
return materials authorization
return material authorization
product authorization key
cisco global service relations
global service relations
service relations team
cisco customer profile manager
customer profile manager
cisco profile manager
profile manager
access management tab
services and support sub-tab
manage cco profile
manage account
account login/logout link
bill-to id
serial number
serial numbers
service access management tool
cisco smart accounts
smart accounts
smart account
smart access
smart licensing
traditional licensing
smart software licensing
cisco software central
license registration portal
virtual chat assistant
product license registration
cisco ios software activation
cisco ios software
intrusion prevention system
operating system
cisco services support
support case manager
download software tool
download software
product upgrade tool
cisco warranty finder
warranty finder
cisco service finder
service finder
check device coverage
services community
services related topic discussions
cisco commerce workspace
cisco commerce
cisco refresh
cisco certified refurbished equipment
certified remanufactured equipment
limited lifetime warranty
enhanced limited lifetime warranties
limited lifetime
enhanced limited lifetime
cisco services
collaborative services
cisco total implementation solutions
total implementation solutions
compromised equipment return-to-service
verifying compliance flagged-installed serial numbers
asf ordering guide
register with cisco
associate myself with a company
frequently asked questions
cisco smart net total care
cisco smartnet
us government prime contractors
catalyst 9800 series wireless controller
series universal gateways
series multiservice provisioning platforms
fixed port series
modular series
fixed series
united states and canada
24 hours a day, 7 days a week
cisco.com
cisco
catalyst
nexus
series
ios
asr
isr
tac
rma
pak
""".strip().splitlines()


def words(text):
    """The words of a text, as both sides of the comparison see them."""
    text = unicodedata.normalize("NFKC", text).lower()
    text = re.sub(r"[\u00ad\u200b]", "", text)
    text = re.sub(r"[\u2018\u2019\u02bc`]", "'", text)
    text = re.sub(r"<[a-z/!][^>]*>", " ", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"(https?://|mailto:)\S+|\S+@[\w.-]+", f" {ADDRESS} ", text)
    text = re.sub(r"(\w)'s\b", r"\1", text)
    text = re.sub(r"(\w)'(\w)", r"\1\2", text)
    found = re.findall(r"[^\W_]+", text)
    return [spelling(word) for word in found]


def spelling(word):
    word = word.replace("licenc", "licens").replace("centre", "center")
    word = re.sub(r"^programme(s?)$", r"program\1", word)
    return re.sub(r"is(e|ed|es|er|ers|ing|ation|ations)$", r"iz\1", word)


def digest(shingle):
    return hashlib.sha256(" ".join(shingle).encode()).hexdigest()[:10]


def shingles(found):
    """(position, digest) of every shingle of a list of words."""
    for at in range(len(found) - SIZE + 1):
        yield at, digest(found[at:at + SIZE])


_NAMES = sorted({tuple(words(name)) for name in OFFICIAL}, key=len, reverse=True)


def named(found):
    """For every word: does it belong to a name, a code or an address?"""
    marks = [word == ADDRESS or any(c.isdigit() for c in word) for word in found]
    for name in _NAMES:
        for at in range(len(found) - len(name) + 1):
            if tuple(found[at:at + len(name)]) == name:
                marks[at:at + len(name)] = [True] * len(name)
    return marks


def source_parts(text):
    """Paragraphs, list items and table cells of a source text."""
    for line in text.splitlines():
        for part in re.split(r"\t|<li>|(?<=\s)\d\. (?=[A-Z])", line):
            part = re.sub(r"^\s*(?:[-*\u2022\u2713]|\d+\.|[a-z]\.|[ivx]+\.|[QA]:)+\s*",
                          "", part.strip())
            part = re.sub(r"^\u2713\s*", "", part)
            if part:
                yield part


def fingerprint(texts):
    result = set()
    for text in texts:
        for part in source_parts(text):
            found = words(part)
            marks = named(found)
            for at, value in shingles(found):
                if marks[at:at + SIZE].count(False) >= MIN_PLAIN:
                    result.add(value)
    return result


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    texts = []
    for name in sys.argv[1:]:
        with open(name, encoding="utf-8") as file:
            texts.append(file.read())
    for value in sorted(fingerprint(texts)):
        print(value)
