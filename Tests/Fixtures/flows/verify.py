#!/usr/bin/env python3
"""Reference reader for the questionnaires below this folder: an oracle for tests, not a part of the product.

    verify.py [NAME ...]       replay every case and run of the named questionnaires (default: all), and prove them

Written from shared/design/questionnaire.md, "What it means". Needs Python 3.9 and PyYAML; every scalar is read as text.
A questionnaire becomes functions over finite variables (one a question, one a tick-box option), kept as decision diagrams
with shared nodes; a question matters while one of its variables is in the support of the result.
Left out, because no questionnaire here uses it: amounts, repeats, impossible, periods, attributes of data rows.
"""
import calendar, csv, glob, gzip, os, re, sys
from datetime import date, timedelta
from decimal import Decimal
import yaml

sys.setrecursionlimit(10000)
HERE = os.path.dirname(os.path.abspath(__file__))
WARNINGS = ("dead row", "unreachable", "unused", "entry always true")
TAKEN = set("any all not else if then today none asked in from until".split())

# ---------------------------------------------------------------- reading

class Loader(yaml.BaseLoader):
    """Text scalars only; a key given twice is an error, as are empty values, tags, anchors and aliases."""
    def compose_node(self, parent, index):
        if self.check_event(yaml.events.AliasEvent): raise ValueError("alias at %s" % self.peek_event().start_mark)
        e = self.peek_event()
        if getattr(e, "anchor", None) or getattr(e, "tag", None): raise ValueError("anchor or tag at %s" % e.start_mark)
        return super().compose_node(parent, index)
    def construct_mapping(self, node, deep=False):
        keys = [k.value for k, _ in node.value]
        for k in keys:
            if keys.count(k) > 1: raise ValueError("key %s given twice%s" % (k, node.start_mark))
        return super().construct_mapping(node, deep=True)
    def construct_scalar(self, node):
        v = super().construct_scalar(node)
        if v == "": raise ValueError("empty value%s" % node.start_mark)
        return v

def read(path):
    with open(path, encoding="utf-8") as f: return yaml.load(f, Loader)

def only(where, d, keys):
    for k in d:
        if k not in keys: raise ValueError("%s: unknown key %s" % (where, k))

def day(text):
    return date.fromisoformat(text)

def add(d, n, span):
    if span.startswith("day"): return d + timedelta(days=n)
    if span.startswith("week"): return d + timedelta(weeks=n)
    y, m = divmod(d.year * 12 + d.month - 1 + n * (12 if span.startswith("year") else 1), 12)
    return date(y, m + 1, min(d.day, calendar.monthrange(y, m + 1)[1]))

# ---------------------------------------------------------------- decision diagrams
# A leaf is ("leaf", value); a node (variable, children). Both are kept once, so equal functions are the same number.

class Diagrams:
    def __init__(self):
        self.nodes, self.index, self.memo, self.sup = [], {}, {}, {}
        self.no, self.yes = self.leaf(False), self.leaf(True)
    def keep(self, key):
        if key not in self.index: self.index[key] = len(self.nodes); self.nodes.append(key)
        return self.index[key]
    def leaf(self, value): return self.keep(("leaf", value))
    def node(self, var, children):
        return children[0] if all(c == children[0] for c in children) else self.keep((var, tuple(children)))
    def ite(self, c, a, b):
        if c == self.yes: return a
        if c == self.no: return b
        if a == b: return a
        if (a, b) == (self.yes, self.no): return c
        key = (c, a, b)
        if key not in self.memo:
            tops = [self.nodes[x] for x in (c, a, b)]
            var = min(t[0] for t in tops if t[0] != "leaf")
            n = next(len(t[1]) for t in tops if t[0] == var)
            part = lambda x, t, i: t[1][i] if t[0] == var else x
            self.memo[key] = self.node(var, [self.ite(part(c, tops[0], i), part(a, tops[1], i), part(b, tops[2], i)) for i in range(n)])
        return self.memo[key]
    def both(self, a, b): return self.ite(a, b, self.no)
    def either(self, a, b): return self.ite(a, self.yes, b)
    def neg(self, a): return self.ite(a, self.no, self.yes)
    def restrict(self, f, var, i):
        top = self.nodes[f]
        if top[0] == "leaf" or top[0] > var: return f
        if top[0] == var: return top[1][i]
        key = (f, var, i, "r")
        if key not in self.memo: self.memo[key] = self.node(top[0], [self.restrict(c, var, i) for c in top[1]])
        return self.memo[key]
    def support(self, f):
        top = self.nodes[f]
        if top[0] == "leaf": return frozenset()
        if f not in self.sup: self.sup[f] = frozenset([top[0]]).union(*[self.support(c) for c in top[1]])
        return self.sup[f]
    def value(self, f):
        top = self.nodes[f]
        return top[1] if top[0] == "leaf" else None

# ---------------------------------------------------------------- the questionnaire

class Question:
    def __init__(self, name, d):
        self.name, self.kind, self.options, self.at_least = name, "one-of", ["yes", "no"], 0
        only(name, d, {"ask", "hint", "ask-if", "one-of", "any-of", "number", "date", "must", "at-least", "none"})
        assert d["ask"]
        for kind in ("one-of", "any-of"):
            if kind in d: self.kind, self.options = kind, list(d[kind])
        for o in self.options: assert re.fullmatch("[a-z0-9-]+", o), "%s: option %s" % (name, o)
        for kind in ("number", "date"):
            if kind in d:
                self.kind, self.options, self.bounds = kind, None, d[kind]
                only(name, d[kind], {"from", "to"} | ({"decimals", "unit"} if kind == "number" else set()))
        self.at_least = int(d.get("at-least", 0))
        self.ask_if, self.must, self.cuts = d.get("ask-if"), d.get("must", []), set()

class Questionnaire:
    def __init__(self, path, today=None):
        self.today, self.folder = today or date.today(), os.path.dirname(path)
        d = read(path)
        only(path, d, {"kind", "title", "summary", "questions", "sets", "facts", "outcomes", "match", "rules", "decisions"})
        assert d["kind"] == "questionnaire"
        self.q = {k: Question(k, v) for k, v in d["questions"].items()}
        self.sets, self.facts, self.outcomes = d.get("sets", {}), d.get("facts", {}), d["outcomes"]
        names = list(self.q) + list(self.facts)
        for n in names: assert re.fullmatch("[a-z][a-z0-9-]*", n) and n not in TAKEN and names.count(n) == 1, n
        for f in self.facts.values(): only("fact", f, {"rules", "match"})
        for o, v in self.outcomes.items(): only(o, v, {"title", "tone", "text", "also", "cites"})
        decisions = d.get("decisions") or {"result": {k: d[k] for k in ("rules", "match") if k in d}}
        for n, t in decisions.items(): only(n, t, {"title", "rules", "match"})
        self.decisions = {n: (self.rows(t["rules"]), t.get("match", "one")) for n, t in decisions.items()}
        self.is_one, self.rules = "decisions" not in d, [r for rows, _ in self.decisions.values() for r in rows]
        self.tables = {k: self.rows(v["rules"]) for k, v in self.facts.items()}
        self.build()

    # ---- tables: groups are opened out; a row is (conditions, then, else?)
    def rows(self, rules, outer=()):
        out, start = [], len(outer)
        if isinstance(rules, dict):
            only("rules", rules, {"from"})
            with open(os.path.join(self.folder, rules["from"]), newline="", encoding="utf-8") as f:
                for r in csv.DictReader(f):
                    then = r.pop("then")
                    cond = {k: (v.split("|") if "|" in v else v) for k, v in r.items() if v and v != "else"}
                    out.append((outer + (cond,), then, "else" in r.values(), start))
            return out
        for r in rules:
            only("row", r, {"if", "then", "rules", "else", "cites"})
            if "rules" in r: out += self.rows(r["rules"], outer + (r["if"],))
            elif "else" in r: out.append((outer, r["else"], True, start))
            else: out.append((outer + ((r["if"],) if "if" in r else ()), r["then"], False, start))
        return out

    def effective(self, rows, cond, match, both, neg, no):
        """The condition under which each row decides, given what its conditions are."""
        out, before = [], []
        for conds, then, is_else, depth in rows:
            c = cond(conds)
            group = conds[:depth] if is_else else None
            for (oc, other) in before:
                # an else leaves out the rows of its own group; the first row that fits wins
                if match == "first" or (is_else and oc[:len(group)] == group): c = both(c, neg(other))
            before.append((conds, c if match != "many" else cond(conds)))
            out.append((c, then))
        return out

    # ---- cells
    def side(self, text, concrete=None):
        """A number, a date, today or a question, plus or minus a span -> a value; None when it rests on an open answer."""
        m = re.fullmatch(r"(\S+) ([+-]) (\d+) (days?|weeks?|months?|years?)", text)
        base = m.group(1) if m else text
        if base == "today": v = self.today
        elif base in self.q:
            if concrete is None: raise ValueError("%s: answers compared with each other only under must" % text)
            v = concrete(base)
        elif re.fullmatch(r"\d{4}-\d\d-\d\d", base): v = day(base)
        else: v = Decimal(base)
        if v is None or not m: return v
        return add(v, int(m.group(3)) * (1 if m.group(2) == "+" else -1), m.group(4))

    OPS = [("at least ", ">="), ("on or after ", ">="), ("at most ", "<="), ("on or before ", "<="), ("over ", ">"), ("after ", ">"),
           ("under ", "<"), ("before ", "<"), (">= ", ">="), ("<= ", "<="), ("> ", ">"), ("< ", "<")]

    def order(self, cell, concrete=None):
        """A cell over numbers or dates -> a list of (sign, value) that must all hold."""
        for words, sign in self.OPS:
            if cell.startswith(words): return [(sign, self.side(cell[len(words):], concrete))]
        m = re.fullmatch("from (.+) to (.+)", cell)
        if m: return [(">=", self.side(m.group(1), concrete)), ("<=", self.side(m.group(2), concrete))]
        return [("=", self.side(cell, concrete))]

    def members(self, name, cell, known):
        """A cell over options -> the set of options it takes."""
        if isinstance(cell, list): return set().union(*[self.members(name, c, known) for c in cell])
        if isinstance(cell, dict):
            only(name, cell, {"not"}); return set(known) - self.members(name, cell["not"], known)
        if cell.startswith("not "): return set(known) - self.members(name, cell[4:], known)
        if cell.startswith("in "): return set(self.sets[cell[3:]])
        if cell not in known: raise ValueError("%s has no value %s" % (name, cell))
        return {cell}

    # ---- building
    def build(self):
        self.dd = D = Diagrams()
        self.var, self.domain = {}, []
        for x in self.conditions(): self.find_cuts(x)
        for q in self.q.values():
            if q.kind == "any-of":
                for o in q.options: self.var[q.name, o] = len(self.domain); self.domain.append([False, True])
            else:
                self.var[q.name] = len(self.domain)
                if q.options: self.domain.append(q.options)
                else:  # below the first cut, the cut itself, between, ...
                    cuts = sorted(q.cuts); cells = [("<", cuts[0])] if cuts else [("any", None)]
                    for i, c in enumerate(cuts): cells += [("=", c), ("<", cuts[i + 1]) if i + 1 < len(cuts) else (">", c)]
                    self.domain.append(cells)
        # which questions exist: known true, known false; what stays open rests only on itself, and is not asked
        self.exists = {n: (D.no, D.no) for n in self.q}
        while True:
            self.values = {}
            new = {n: self.cond(q.ask_if) if q.ask_if else (D.yes, D.no) for n, q in self.q.items()}
            if new == self.exists: break
            self.exists = new
        self.circular = [n for n, (t, f) in new.items() if D.either(t, f) != D.yes]
        self.exists = {n: (t, D.neg(t)) for n, (t, f) in new.items()}
        self.values = {}
        self.ask = {n: (self.cond(q.ask_if)[0] if q.ask_if else D.yes) for n, q in self.q.items()}
        # the result: the outcomes, the paragraphs shown, the answers and facts that their text names
        T = lambda conds: self.conj(conds)[0]
        by = {(n, o): D.no for n in self.decisions for o in self.outcomes}
        for n, (rows, match) in self.decisions.items():
            for c, then in self.effective(rows, T, match, D.both, D.neg, D.no): by[n, then] = D.either(by[n, then], c)
        self.order_of = list(by)
        self.result, self.shown, self.missing = list(by.values()), [], []
        for o, d in self.outcomes.items():
            where = D.no
            for n in self.decisions: where = D.either(where, by[n, o])
            texts = [(where, d.get("text", "") + d["title"])]
            for p in d.get("also", []):
                only(o, p, {"if", "text"})
                c = D.both(where, self.cond(p["if"])[0]); texts.append((c, p["text"])); self.result.append(c)
            for c, text in texts:
                for n in re.findall(r"\{\{ *(\S+) *\}\}", text):
                    if n in self.q:
                        self.shown.append((n, c))
                        if D.both(c, self.exists[n][1]) != D.no: self.missing.append((o, n))
                    elif n in self.facts:
                        f = D.leaf("nothing")
                        for v, (t, _) in self.fact(n).items(): f = D.ite(D.both(c, t), D.leaf(v), f)
                        self.result.append(f)
                    else: raise ValueError("%s: text names %s" % (o, n))
        self.start = (tuple(self.result), tuple(c for _, c in self.shown), tuple(self.ask.values()))

    def conditions(self):
        for q in self.q.values():
            if q.ask_if: yield q.ask_if
        for rows in [self.rules] + list(self.tables.values()):
            for conds, *_ in rows: yield from conds
        for o in self.outcomes.values():
            for p in o.get("also", []): yield p["if"]

    def find_cuts(self, c):
        for k, v in c.items():
            if k == "not": self.find_cuts(v)
            elif k in ("any", "all"): [self.find_cuts(x) for x in v]
            elif k in self.q and self.q[k].kind in ("number", "date") and v not in ("asked", "not asked"):
                for cell in v if isinstance(v, list) else [v]: self.q[k].cuts |= {x for _, x in self.order(cell)}

    def conj(self, conds):
        t, f = self.dd.yes, self.dd.no
        for c in conds:
            a, b = self.cond(c); t, f = self.dd.both(t, a), self.dd.either(f, b)
        return t, f

    def cond(self, c):
        """-> (where it is known to hold, where it is known not to)"""
        D, t, f = self.dd, self.dd.yes, self.dd.no
        for k, v in c.items():
            if k == "not": b, a = self.cond(v)
            elif k == "all": a, b = self.conj(v)
            elif k == "any":
                a, b = D.no, D.yes
                for x in v: p, q = self.cond(x); a, b = D.either(a, p), D.both(b, q)
            elif k in self.q: a, b = self.cell(self.q[k], v)
            elif k in self.facts:
                vals = self.fact(k); keep = self.members(k, v, vals)
                a = b = D.no
                for x, (p, _) in vals.items():
                    if x in keep: a = D.either(a, p)
                    else: b = D.either(b, p)
            else: raise ValueError("unknown name " + k)
            t, f = D.both(t, a), D.either(f, b)
        return t, f

    def take(self, var, ok):
        return self.dd.node(var, [self.dd.yes if ok(v) else self.dd.no for v in self.domain[var]])

    def cell(self, q, v):
        D, (et, ef) = self.dd, self.exists[q.name]
        if v == "asked": return et, ef
        if v == "not asked": return ef, et
        if q.kind == "any-of": inside = self.ticks(q, v)
        elif q.kind == "one-of":
            keep = self.members(q.name, v, q.options); inside = self.take(self.var[q.name], lambda o: o in keep)
        else:
            inside = D.no
            for cell in v if isinstance(v, list) else [v]:
                one = D.yes
                for sign, x in self.order(cell): one = D.both(one, self.take(self.var[q.name], lambda c: self.cut_holds(c, sign, x)))
                inside = D.either(inside, one)
        return D.both(et, inside), D.either(ef, D.neg(inside))

    @staticmethod
    def cut_holds(cell, sign, x):
        kind, c = cell
        where = 0 if kind == "=" and c == x else -1 if c < x or (kind == "<" and c == x) else 1
        return {"=": where == 0, "<": where < 0, "<=": where <= 0, ">": where > 0, ">=": where >= 0}[sign]

    def ticks(self, q, v):
        D = self.dd
        one = lambda o: self.take(self.var[q.name, o], bool)
        def many(os, op, start):
            f = start
            for o in os: f = op(f, one(o))
            return f
        if v == "none": return D.neg(many(q.options, D.either, D.no))
        if not isinstance(v, dict): raise ValueError("%s: a plain value for tick-boxes" % q.name)
        f = D.yes
        for k, x in v.items():
            if k == "has": g = one(x)
            elif k == "lacks": g = D.neg(one(x))
            elif k == "has-any": g = many(self.listed(x), D.either, D.no)
            elif k == "has-all": g = many(self.listed(x), D.both, D.yes)
            elif k == "only": g = D.neg(many([o for o in q.options if o not in self.listed(x)], D.either, D.no))
            else: raise ValueError("%s: %s" % (q.name, k))
            f = D.both(f, g)
        return f

    def listed(self, x):
        return x if isinstance(x, list) else self.sets[x[3:]] if x.startswith("in ") else [x]

    def fact(self, name):
        """-> {value: (known, known not)}"""
        if name in self.values:
            if self.values[name] is None: raise ValueError("facts depend on each other: " + name)
            return self.values[name]
        self.values[name] = None
        D, spec = self.dd, self.facts[name]
        rows = self.effective(self.tables[name], self.conj, spec.get("match", "one"),
                              lambda a, b: (D.both(a[0], b[0]), D.either(a[1], b[1])), lambda a: (a[1], a[0]), (D.no, D.yes))
        out = {}
        for (t, f), then in rows:
            if isinstance(then, dict):
                src = then["same-as"]
                parts = self.fact(src) if src in self.facts else {o: self.cell(self.q[src], o) for o in self.q[src].options}
            else: parts = {then: (D.yes, D.no)}
            for v, (p, n) in parts.items():
                a, b = out.get(v, (D.no, D.yes))
                out[v] = (D.either(a, D.both(t, p)), D.both(b, D.either(f, n)))
        self.values[name] = out
        return out

    # ---- answering
    def parse(self, q, raw):
        """-> the answer, or None when it is refused for what it is"""
        if q.kind == "any-of":
            raw = [] if raw in ("none", []) else raw if isinstance(raw, list) else raw.split(",")
            return raw if set(raw) <= set(q.options) and len(raw) >= q.at_least else None
        if q.kind == "one-of": return raw if raw in q.options else None
        v = day(raw) if q.kind == "date" else Decimal(raw)
        if not self.side(q.bounds["from"]) <= v <= self.side(q.bounds["to"]): return None
        if q.kind == "number" and -v.as_tuple().exponent > int(q.bounds.get("decimals", 0)): return None
        return v

    def narrow(self, state, q, v):
        if q.kind == "any-of": steps = [(self.var[q.name, o], int(o in v)) for o in q.options]
        elif q.kind == "one-of": steps = [(self.var[q.name], q.options.index(v))]
        else:
            cells = self.domain[self.var[q.name]]
            i = next((i for i, (k, c) in enumerate(cells) if k == "any" or (k == "=" and v == c) or (k == "<" and v < c)), len(cells) - 1)
            steps = [(self.var[q.name], i)]
        for var, i in steps:
            key = (state, var, i)
            if key not in self.dd.memo:
                self.dd.memo[key] = tuple(tuple(self.dd.restrict(f, var, i) for f in fs) for fs in state)
            state = self.dd.memo[key]
        return state

    def next(self, state, answers):
        if state not in self.dd.sup:
            self.dd.sup[state] = frozenset().union(*[self.dd.support(f) for f in state[0]])
        live = self.dd.sup[state]
        shown = {n for (n, _), c in zip(self.shown, state[1]) if c != self.dd.no}
        for q, ask in zip(self.q.values(), state[2]):
            if q.name in answers or ask != self.dd.yes: continue
            mine = [self.var[q.name, o] for o in q.options] if q.kind == "any-of" else [self.var[q.name]]
            if q.name in shown or any(v in live for v in mine): return q
        return None

    def refused(self, q, answers, state):
        """Rows of every must whose last named answer is that of q."""
        asked = dict(zip(self.q, state[2]))
        def status(n): return "given" if n in answers else "not asked" if asked[n] == self.dd.no else "open"
        def cell(n, v):
            if v in ("asked", "not asked"): return (status(n) == "given") == (v == "asked")
            if n not in answers: return False
            x = answers[n]
            if self.q[n].kind == "one-of": return x in self.members(n, v, self.q[n].options)
            test = {"=": lambda a, b: a == b, "<": lambda a, b: a < b, "<=": lambda a, b: a <= b, ">": lambda a, b: a > b, ">=": lambda a, b: a >= b}
            return all(b is not None and test[s](x, b) for s, b in self.order(v, answers.get))
        def holds(c):
            for k, v in c.items():
                if k == "not": ok = not holds(v)
                elif k == "all": ok = all(holds(x) for x in v)
                elif k == "any": ok = any(holds(x) for x in v)
                else: ok = cell(k, v)
                if not ok: return False
            return True
        for owner in self.q.values():
            for row in owner.must if owner.name in answers else []:  # a row belongs to its question: not asked, not checked
                only(owner.name, row, {"if", "that", "else"})
                named = self.named(row.get("if", {})) | self.named(row["that"])
                if q.name in named and all(status(n) != "open" for n in named) and holds(row.get("if", {})) and not holds(row["that"]): return True
        return False

    def named(self, c):
        out = set()
        for k, v in c.items():
            if k == "not": out |= self.named(v)
            elif k in ("any", "all"): out = out.union(*[self.named(x) for x in v])
            else:
                out.add(k)
                if isinstance(v, str): out |= {w for w in v.split() if w in self.q and self.q[k].kind in ("number", "date")}
        return out

    def walk(self, given):
        """Answers by question -> (what, where, the questions asked, values of facts). what: outcome, asks or refused."""
        state, answers, path = self.start, {}, []
        while True:
            q = self.next(state, answers)
            if q is None: return "outcome", self.outcome(state), path, state
            if q.name not in given: return "asks", q.name, path, state
            path.append(q.name)
            v = self.parse(q, given[q.name])
            if v is None: return "refused", q.name, path, state
            answers[q.name] = v
            after = self.narrow(state, q, v)
            if self.refused(q, answers, after): return "refused", q.name, path, state
            state = after

    def outcome(self, state):
        hold, out = [key for key, f in zip(self.order_of, state[0]) if f == self.dd.yes], {}
        for n, (_, match) in self.decisions.items():
            own = [o for m, o in hold if m == n]
            out[n] = own if match == "many" else own[0] if len(own) == 1 else "GAP" if not own else "CONFLICT"
        return out["result"] if self.is_one else out

    def fact_values(self, given):
        out = {}
        for n in self.facts:
            for v, (t, _) in self.fact(n).items():
                for k, raw in given.items():
                    q = self.q[k]
                    t = self.narrow(((t,),), q, self.parse(q, raw))[0][0]
                if t == self.dd.yes: out[n] = v
        return out

    # ---- proofs
    def prove(self):
        D, out = self.dd, []
        if self.circular: out.append("cycle: " + ", ".join(self.circular))
        for o, n in self.missing: out.append("no-value: %s names %s" % (o, n))
        def table(where, rows, match, need):
            cover = D.no
            eff = self.effective(rows, lambda cs: self.conj(cs)[0], match, D.both, D.neg, D.no)
            for c, _ in eff: cover = D.either(cover, c)
            if match != "many" and need and cover != D.yes: out.append("gap in " + where)
            taken = {}
            for i, ((c, then), (conds, _, is_else, _)) in enumerate(zip(eff, rows)):
                alone = [x for j, (x, t) in enumerate(eff) if j != i and t == then]
                rest = D.no
                for x in alone: rest = D.either(rest, x)
                if c == D.no or (match == "one" and not is_else and D.both(c, D.neg(rest)) == D.no): out.append("dead row %d in %s" % (i + 1, where))
                if not is_else: self.entries(where, i, conds, out)
                for t, x in taken.items():
                    if match == "one" and t != str(then) and D.both(x, c) != D.no: out.append("conflict in %s: row %d with %s" % (where, i + 1, t))
                taken[str(then)] = D.either(taken.get(str(then), D.no), c)
        for n, (rows, match) in self.decisions.items(): table("rules" if self.is_one else n, rows, match, True)
        for n, rows in self.tables.items(): table("fact " + n, rows, self.facts[n].get("match", "one"), True)
        reached = {o for (_, o), f in zip(self.order_of, self.result) if f != D.no}
        out += ["unreachable outcome " + o for o in self.outcomes if o not in reached]
        used = frozenset().union(*[D.support(f) for f in self.result])
        named = {n for n, _ in self.shown}
        for n, q in self.q.items():
            if n in named: continue
            if q.kind == "any-of": out += ["unused option: %s %s" % (n, o) for o in q.options if self.var[n, o] not in used]
            elif self.var[n] not in used: out.append("unused question: " + n)
        return out

    def entries(self, where, i, conds, out):
        """An entry that always holds where its group does."""
        D, outer = self.dd, self.conj(conds[:-1])[0]
        for k, v in (conds[-1] if conds else {}).items():
            if D.both(outer, D.neg(self.cond({k: v})[0])) == D.no: out.append("entry always true in %s row %d: %s" % (where, i + 1, {k: v}))

# ---------------------------------------------------------------- replaying

def check(qn, given, want):
    """-> None, or what went wrong. want: outcome | asks | refused, and values"""
    what, where, path, _ = qn.walk(given)
    got = {what: where}
    expected = {k: v for k, v in want.items() if k in ("outcome", "asks", "refused")}
    # Of several decisions only those that are named have to agree.
    if what == "outcome" and not qn.is_one and isinstance(want.get("outcome"), dict): got[what] = {k: where.get(k) for k in want["outcome"]}
    if got != expected: return "got %s, want %s" % (got, expected)
    if list(given) != path: return "asked %s, given %s" % (path, list(given))
    for k, v in want.get("values", {}).items():
        if qn.fact_values(given).get(k) != v: return "%s is %s, want %s" % (k, qn.fact_values(given).get(k), v)
    return None

def runs(path, qn):
    """Recorded runs tell the outcome of the first decision."""
    first, (_, match) = next(iter(qn.decisions.items()))
    with gzip.open(path, "rt", encoding="utf-8") as f:
        for line in f:
            if line.startswith("#"): continue
            left, right = line.rstrip("\n").split(" -> ")
            given = dict(x.split("=") for x in left.split())
            words = right.split()
            if words[0] == "refused": yield given, {"refused": words[1]}
            else:
                outcome = words[0].split(",") if match == "many" else words[0]
                yield given, {"outcome": outcome if qn.is_one else {first: outcome}, "values": dict(w.split("=") for w in words[1:])}

def verify(name):
    base = os.path.join(HERE, name, name)
    qn = Questionnaire(base + ".yaml")
    found = qn.prove()
    bad = [x for x in found if not x.startswith(WARNINGS)]
    count = {"outcome": 0, "asks": 0, "refused": 0}
    for c in read(base + ".cases.yaml"):
        only(name, c, {"name", "today", "answers", "outcome", "asks", "refused", "values"})
        at = Questionnaire(base + ".yaml", day(c["today"])) if "today" in c else qn
        for k in count: count[k] += k in c
        e = check(at, c["answers"], c)
        if e: bad.append("case %s: %s" % (c["name"], e))
    n = 0
    if os.path.exists(base + ".runs.txt.gz"):
        for given, want in runs(base + ".runs.txt.gz", qn):
            n += 1
            e = check(qn, given, want)
            if e: bad.append("run %s: %s" % (given, e))
    print("%-38s %2d questions %3d rules %2d facts %2d outcomes | cases: %d end, %d ask, %d refuse | %d runs | %d wrong" % (
        name, len(qn.q), len(qn.rules), len(qn.facts), len(qn.outcomes), count["outcome"], count["asks"], count["refused"], n, len(bad)))
    for b in bad[:20] + ["warning: " + x for x in found if x.startswith(WARNINGS)]: print("   ", b)
    return bad

if __name__ == "__main__":
    names = sys.argv[1:] or sorted(d for d in os.listdir(HERE) if os.path.isdir(os.path.join(HERE, d)))
    sys.exit(1 if [b for n in names for b in verify(n)] else 0)
