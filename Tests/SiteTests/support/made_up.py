"""A site in a made-up language: its author writes Greek letters only, and every phrase of the theme is put in brackets. Whatever
Latin letters a reader meets outside brackets are words that come from neither, so from the program's code.
"""
import re

from . import yaml12
from .places import ROOT

# From the range that ISO 639-2 keeps for local use.
LANGUAGE = "qaa"

# Keys that aren't said to readers: how numbers and dates are written and typed.
FACTS = re.compile(r"number(Decimal|Group|Grouping|GroupFrom|Minus|One|Money|MoneyWords|Percent|Unit)|date|dateOrder")


# Addresses, names of files, versions and codes.
NO_WORDS = re.compile(r"\b[0-9a-f]{16}\b|\bexample\.org\b|https?://\S*|\S+@\S+|\b\S+\.(?:md|yaml|csv|txt|json|html|png)\b|\b[A-Z]{1,4}[0-9]\w*")


def phrases(language):
    """What the theme says in a language, by name."""
    return yaml12.read((ROOT / f"Templates/words/{language}.yaml").read_text())


def words():
    """The words file of the language: each English phrase in brackets, with its gaps outside."""
    lines = []
    for name, phrase in phrases("en").items():
        if not FACTS.fullmatch(name):
            # What fills a gap has brackets of its own, or is the author's.
            phrase = re.sub(r"(\{\w+\})", r"⟧\1⟦", f"⟦{phrase}⟧").replace("⟦⟧", "")
        lines.append(f'{name}: "' + phrase.replace("\\", "\\\\").replace('"', '\\"') + '"\n')
    return "".join(lines)


def outside(text):
    """What is said outside brackets and has Latin letters, without addresses, file names and codes."""
    depth, kept = 0, []
    for letter in text:
        if letter == "⟦":
            depth += 1
        elif letter == "⟧":
            depth -= 1
            kept.append(letter)
        elif depth == 0:
            kept.append(letter)
    # A letter that numbers suppliers follows its phrase.
    rest = re.sub(r"⟧[A-Z](?![a-z])", " ", "".join(kept)).replace("⟧", " ")
    rest = re.sub(NO_WORDS, " ", rest)
    return re.findall(r"[A-Za-z][A-Za-z’' -]*[A-Za-z]|\b[A-Za-z]\b", rest)


FRONT = "---\ntitle: Αβγ\nlayout: home\nsummary: Δεζ ηθι.\n---\n\nΚλμ [νξο](sel/index.md).\n"

PAGE = """---
title: Όλα
summary: Περί όλων.
owner: Ομάδα
effective: 2026-01-05
reviewed: 2026-02-01
---

## Ένα

Κείμενο[^1] με `κώδικα` και **έντονο** [όρος](term:oros).

> [!NOTE]
> Σημείωση.

> [!TIP]
> Συμβουλή.

> [!IMPORTANT]
> Σπουδαίο.

> [!WARNING]
> Προσοχή.

> [!CAUTION]
> Κίνδυνος.

- [ ] ανοικτό
- [x] κλειστό

| Άλφα | Βήτα |
|---|--:|
| ένα | δύο |

1. πρώτο
2. δεύτερο

```
κώδικας
```

[^1]: Υποσημείωση.

## Δύο

{{ actions draseis }}

## Τρία

{{ checklist lista }}

## Τέσσερα

{{ comparison sygkrisi }}

## Πέντε

{{ directory topoi }}

## Έξι

{{ faq erotiseis }}

## Επτά

{{ glossary oroi }}

## Οκτώ

{{ products proionta }}

## Εννέα

{{ table pinakas }}

## Και

{{ steps vimata }}

## Δέκα

Αξία {{ timi.mia }}, {{ timi.dyo }}, {{ count proionta }}.

{{ questionnaire olatadika }}
"""

DATA = {
    "draseis": """kind: actions
title: Δράσεις
arrangements:
  ena: {label: Άλφα, hint: Βήτα}
  dyo: {label: Γάμμα}
needs:
  proto: {label: Ανάγκη, hint: Υπόδειξη, paths: {ena: Κάνε αυτό., dyo: Κάνε εκείνο.}}
  deytero: {label: Άλλη, paths: {ena: Τίποτα., dyo: Κάτι.}}
""",
    "lista": """kind: checklist
title: Λίστα
note: Ρώτα.
items:
  a: {item: Πρώτο;, why: Διότι.}
  b: {item: Δεύτερο;}
""",
    "sygkrisi": """kind: comparison
title: Σύγκριση
columns: {a: {label: Άλφα, note: n}, b: {label: Βήτα}}
rows:
  p: {label: Πρώτη, cells: {a: yes, b: no}}
  q: {label: Δεύτερη, cells: {a: partly, b: Κείμενο}}
notes: {n: Σημείωση.}
""",
    "topoi": """kind: directory
title: Τόποι
entries:
  t: {is: tool, name: Εργαλείο, url: "https://example.org/", approximate: yes, for: Για κάτι.}
  c: {is: contact, name: Επαφή, email: a@example.org, for: Για βοήθεια.}
""",
    "erotiseis": """kind: faq
title: Ερωτήσεις
groups:
  g: {title: Ομάδα, questions: {e: {question: Πόσο;, answer: Τόσο.}, f: {question: Πότε;, answer: Τότε.}}}
""",
    "oroi": """kind: glossary
title: Όροι
terms:
  oros: {term: Όρος, short: ΟΡΟ, also: [ορισμός], definition: Λέξη., see: "[Όλα](../sel/all.md)"}
""",
    "proionta": """kind: products
title: Προϊόντα
attributes:
  taxi: {label: Τάξη, values: {ano: Άνω, kato: Κάτω}}
categories: {pano: Επάνω, kato: Κάτω}
groups:
  g: {category: pano, taxi: ano, products: {a100-a500: A100-A500, b200: B200, g300: {name: Γ300, also: [γάμμα], note: Σημείωση.}}}
  h: {category: kato, taxi: kato, products: {d1: Δ1, d2: Δ2, d3: Δ3, d4: Δ4, d5: Δ5, d6: Δ6}}
""",
    "pinakas": """kind: table
title: Πίνακας
columns:
  a: {label: Όνομα, type: text}
  b: {label: Ποσό, type: number}
  c: {label: Επιλογή, type: choice, options: {x: Χι, y: Ψι}}
rows:
  - {a: Ένα, b: 1500, c: x}
  - {a: Δύο, b: 2, c: y}
  - {a: Τρία, b: 3, c: y}
""",
    "vimata": """kind: steps
title: Βήματα
steps:
  va: {do: Κάνε., how: Έτσι., who: Εσύ, when: Σήμερα, needs: Κάτι, where: Εδώ}
  vb: {do: Τέλος.}
""",
    "timi": """kind: values
title: Τιμές
values:
  mia: {value: 60, unit: ημέρες, note: Σημείωση., source: Πηγή}
  dyo: {value: 1500, unit: €}
""",
}

QUESTIONNAIRE = """kind: questionnaire
title: Όλα τα δικά
summary: Βρες.
questions:
  poio: {ask: Ποιο;, hint: Διάλεξε., one-of: {a: Άλφα, b: Βήτα, c: {label: Γάμμα, hint: Λίγο}}}
  nai: {ask: Ναι ή όχι;, ask-if: {poio: [a, b]}}
  osa: {ask: Όσα;, any-of: {x: Χι, y: Ψι, z: Ωμέγα}}
  polla: {ask: Πολλά;, any-of: {k: Κάπα, l: Λάμδα}, at-least: 1, ask-if: {poio: c}}
  poso: {ask: Πόσο;, number: {from: 0, to: 5000, unit: €, decimals: 2}}
  pote: {ask: Πότε;, date: {from: 2020-01-01, to: 2030-12-31}, ask-if: {poso: over 100}}
  eos: {ask: Έως;, date: {from: 2020-01-01, to: 2030-12-31}, ask-if: {poso: over 100}, must: [{that: {eos: on or after pote}, else: Αργότερα.}]}
  proion: {ask: Προϊόν;, one-of: {from: proionta, other: Άλλο}, ask-if: {poio: b}}
facts:
  taxi:
    label: Τάξη
    values: {kalo: Καλό, kako: Κακό}
    rules:
      - {if: {poso: over 1000}, then: kalo}
      - {else: kako}
outcomes:
  ena: {title: Ένα, text: "Ναι, {{ poso }} και {{ taxi }}."}
  dyo: {title: Δύο}
  tria: {title: Τρία}
  alla: {title: Άλλα}
match: many
rules:
  - {if: {poio: a, nai: yes}, then: ena}
  - {if: {osa: {has-any: [x, y]}, not: {poio: c}}, then: dyo}
  - {if: {pote: less than 90 days ago}, then: tria}
  - {if: {any: [{polla: {has: k}}, {proion: b200}, {eos: on or after pote + 6 months}]}, then: tria}
  - {else: alla}
"""


def files(language=LANGUAGE):
    site = (f"title: Χώρος\naddress: https://example.org/\nlanguage: {language}\nnotice: Ανεπίσημο.\noffline: yes\n"
            "contact: a@example.org\nnavigation:\n  - sel\n")
    content = {"site.yaml": site, "index.md": FRONT, "sel/index.md": "---\ntitle: Σελίδες\nlayout: list\n---\n\nΛίστα.\n",
               "sel/all.md": PAGE, "sel/b.md": "---\ntitle: Βήτα\nexpires: 2026-12-31\n---\n\n## Κάτι\n\nΚείμενο.\n",
               "questionnaires/olatadika.yaml": QUESTIONNAIRE}
    content |= {f"data/{name}.yaml": text for name, text in DATA.items()}
    return content
