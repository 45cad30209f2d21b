"""Made-up questionnaires of a size that no real one has had: always the same ones, from a seed."""
import random

SEED = 20261121


def site(folder, name, text, table=None):
    """A site that holds nothing but the questionnaire, and its rows as a spreadsheet."""
    content = folder / "Content"
    (content / "questionnaires").mkdir(parents=True)
    (content / "site.yaml").write_text("title: Benchmark\nlanguage: en\n")
    (content / "index.md").write_text("---\ntitle: Front page\nlayout: home\n---\n\nText.\n")
    (content / f"questionnaires/{name}.yaml").write_text(text)
    if table is not None:
        (content / f"questionnaires/{name}.csv").write_text(table)


def questionnaire(questions, outcomes, rest):
    parts = ["kind: questionnaire", "title: A benchmark", "questions:", *questions, "outcomes:"]
    parts += [f"  out-{number}: {{title: Outcome {number}}}" for number in range(outcomes)]
    return "\n".join(parts + rest) + "\n"


def choices(count, options):
    return [f"  q{number}: {{ask: Question {number}?, one-of: {{"
            + ", ".join(f"o{option}: Option {option}" for option in range(options)) + "}}" for number in range(count)]


def leaves(count, questions, options, skip, chance):
    """The leaves of a random decision tree: for each the options of the questions asked on the way to it, in order.

    Some leaf is taken and split by a question behind its last one; a last split into fewer branches makes the number right.
    """
    found = [()]
    while len(found) < count:
        place = chance.randrange(len(found))
        way = found[place]
        question = (way[-1][0] if way else -1) + 1 + chance.randrange(skip + 1)
        if question >= questions:
            continue
        branches = [(option,) for option in range(options)]
        while len(found) - 1 + len(branches) > count:
            branches[-2:] = [branches[-2] + branches[-1]]
        found[place] = found[-1]
        found.pop()
        found += [way + ((question, branch),) for branch in branches]
    return found


def tree(folder, rows, questions, options, skip, outcomes):
    """A table in a spreadsheet, in no order, whose rows are the leaves of a tree."""
    chance = random.Random(SEED)
    lines = []
    for way in leaves(rows, questions, options, skip, chance):
        cells = [""] * questions
        for question, branch in way:
            cells[question] = "|".join(f"o{option}" for option in branch)
        lines.append(",".join(cells + [f"out-{chance.randrange(outcomes)}"]))
    chance.shuffle(lines)
    header = ",".join([f"q{number}" for number in range(questions)] + ["then"])
    text = questionnaire(choices(questions, options), outcomes, ["rules: {from: tree.csv}"])
    site(folder, "tree", text, "\n".join([header, *lines]) + "\n")


def ticks(folder, rows, options, outcomes):
    """Rows that each add an outcome, over two questions with tick-boxes."""
    chance = random.Random(SEED)
    boxes = ", ".join(f"o{option}: Option {option}" for option in range(options))
    lines = ["match: many", "rules:"]
    for number in range(rows):
        cells = []
        for question in ("first", "second"):
            how, count = chance.choice([("has", 1), ("lacks", 1), ("has-any", 2), ("has-any", 3), ("has-all", 2), ("has-all", 3)])
            picked = ", ".join(f"o{option}" for option in sorted(chance.sample(range(options), count)))
            cells.append(f"{question}: {{{how}: {picked if count == 1 else f'[{picked}]'}}}")
        kept = chance.choice([cells, cells, cells[:1], cells[1:]])
        lines.append(f"  - {{if: {{{', '.join(kept)}}}, then: out-{number % outcomes}}}")
    lines.append(f"  - {{else: out-{outcomes}}}")
    questions = [f"  {name}: {{ask: Which of the {name}?, any-of: {{{boxes}}}}}" for name in ("first", "second")]
    site(folder, "ticks", questionnaire(questions, outcomes + 1, lines))


def pairs(folder, count):
    """Asks all left halves before all right ones, so that every way to answer the left ones has to be remembered."""
    questions = [f"  {side}{pair}: {{ask: Question {side}{pair}?}}" for side in ("left", "right") for pair in range(count)]
    lines = ["match: first", "rules:"]
    lines += [f"  - {{if: {{left{pair}: {value}, right{pair}: {value}}}, then: out-0}}"
              for pair in range(count) for value in ("yes", "no")]
    site(folder, "pairs", questionnaire(questions, 2, [*lines, "  - {else: out-1}"]))


def broken(folder):
    """Cites a page that does not exist in an outcome, which is read last: the program stops where it has read everything."""
    for path in (folder / "Content/questionnaires").glob("*.yaml"):
        text = path.read_text()
        path.write_text(text.replace("{title: Outcome 0}", "{title: Outcome 0, cites: [nowhere.md]}", 1))


POLICIES = {
    "10,000 rows over 12 questions": lambda folder: tree(folder, rows=10_000, questions=12, options=6, skip=2, outcomes=40),
    "2,000 rows over 200 questions": lambda folder: tree(folder, rows=2_000, questions=200, options=6, skip=40, outcomes=40),
    "90 rows that add up over 2 × 20 tick-boxes": lambda folder: ticks(folder, rows=90, options=20, outcomes=10),
    "an order of asking that explodes": lambda folder: pairs(folder, count=24),
}
