"""Formulas of amounts with what they come to, by Python's fractions, decimal and dateutil.

    python3 Tests/long/formulas/vectors.py COUNT SEED > formulas.json
"""
import json
import random
import sys
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal, getcontext
from fractions import Fraction

from dateutil.relativedelta import relativedelta

getcontext().prec = 400
EPOCH = date(1970, 1, 1)
ROUNDINGS = {"round": ROUND_HALF_UP, "floor": ROUND_FLOOR, "ceil": ROUND_CEILING}
# What fits is sure to be far from the ends of the calendar.
FIRST, LAST = date(1, 1, 1), date(9999, 12, 31)


def rounded(value, name, digits):
    """By decimal where its precision holds the number, else by whole numbers."""
    scaled = value * Fraction(10) ** digits
    if scaled.denominator in (1, 2, 4, 5, 8, 10, 16, 20, 25, 40, 50, 100, 1000, 10000):
        exact = Decimal(scaled.numerator) / Decimal(scaled.denominator)
        whole = int(exact.to_integral_value(rounding=ROUNDINGS[name]))
    elif name == "round":
        size = (2 * abs(scaled.numerator) + scaled.denominator) // (2 * scaled.denominator)
        whole = size if scaled >= 0 else -size
    else:
        whole = scaled.__floor__() if name == "floor" else scaled.__ceil__()
    return Fraction(whole) / Fraction(10) ** digits


def months_between(first, second):
    if first > second:
        return -months_between(second, first)
    apart = relativedelta(second, first)
    return apart.years * 12 + apart.months


def shifted(day, count, unit):
    if unit in ("months", "years"):
        place = day.year * 12 + day.month - 1 + count * (12 if unit == "years" else 1)
        if not 12 <= place < 120_000:
            return FIRST if place < 12 else LAST
        return day + relativedelta(**{unit: count})
    number = day.toordinal() + count * (7 if unit == "weeks" else 1)
    return date.fromordinal(min(max(number, FIRST.toordinal()), LAST.toordinal()))


class Writer:
    """Each part as its words, its compiled form and its value."""

    def __init__(self, random):
        self.random = random
        self.answers = []

    def answer(self, value, written):
        if written not in self.answers:
            self.answers.append(written)
        place = self.answers.index(written)
        return f"q{place}", place, value

    def literal(self):
        decimals = self.random.choice([0, 0, 0, 1, 2, 3, 6])
        units = self.random.choice([0, 1, 5, 25, 99, 100, 1005, self.random.randrange(10 ** self.random.randrange(1, 10))])
        text = str(units) if not decimals else f"{units // 10 ** decimals}.{units % 10 ** decimals:0{decimals}d}"
        value = Fraction(units, 10 ** decimals)
        short = text.rstrip("0").rstrip(".") if decimals else text
        if self.random.random() < 0.4:
            sign = self.random.choice(["", "", "-"]) if units else ""
            return self.answer(-value if sign else value, sign + short)
        return text, short, value

    def number(self, depth):
        kind = self.random.randrange(12) if depth else 0
        if kind < 2:
            return self.literal()
        if kind < 7:
            sign = self.random.choice("++--**/")
            left, right = self.number(depth - 1), self.number(depth - 1)
            # What may be zero for other days is refused.
            if sign == "/" and (right[2] == 0 or "month(" in right[0] or "day(" in right[0]):
                right = ("4", "4", Fraction(4))
            value = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b}[sign](left[2], right[2])
            return f"({left[0]} {sign} {right[0]})", [sign, left[1], right[1]], value
        if kind < 9:
            name, digits = self.random.choice(list(ROUNDINGS)), self.random.choice([0, 0, 1, 2, 2, -1, -2])
            inner = self.number(depth - 1)
            ending = f", {digits}" if digits or self.random.random() < 0.2 else ""
            return f"{name}({inner[0]}{ending})", [name, inner[1], digits], rounded(inner[2], name, digits)
        if kind == 9:
            name = self.random.choice(["min", "max"])
            parts = [self.number(depth - 1) for _ in range(self.random.choice([2, 2, 3]))]
            value = (min if name == "min" else max)(part[2] for part in parts)
            return f"{name}({', '.join(part[0] for part in parts)})", [name] + [part[1] for part in parts], value
        if kind == 10:
            unit = self.random.choice(["days", "weeks", "months", "years"])
            first, second = self.day(depth - 1), self.day(depth - 1)
            apart = (second[2] - first[2]).days
            value = {"days": apart, "weeks": int(apart / 7), "months": months_between(first[2], second[2]), "years": int(months_between(first[2], second[2]) / 12)}[unit]
            # Multiplied by a bare number it may count anything.
            return f"(1 * {unit}-between({first[0]}, {second[0]}))", ["*", "1", [f"{unit}-between", first[1], second[1]]], Fraction(value)
        part = self.random.choice(["year", "month", "day"])
        day = self.day(depth - 1)
        return f"{part}({day[0]})", [part, day[1]], Fraction(getattr(day[2], part))

    def day(self, depth):
        kind = self.random.randrange(6) if depth else 0
        if kind < 2:
            year = self.random.choice([1, 4, 99, 1900, 1970, 2000, 2023, 2024, 2024, 2025, 2100, 9998, 9999])
            day = date(year, 1, 1) + timedelta(self.random.choice([0, 27, 30, 58, 59, 89, 364, self.random.randrange(365)]))
            if self.random.random() < 0.4:
                return self.answer(day, day.isoformat())
            return day.isoformat(), {"day": (day - EPOCH).days}, day
        if kind < 5:
            unit = self.random.choice(["days", "weeks", "months", "months", "years"])
            day, count = self.day(depth - 1), self.random.choice([0, 1, 1, 2, 6, 11, 12, 13, 30, 90, 500])
            sign = self.random.choice("+-")
            own = count if sign == "+" else -count
            word = unit[:-1] if count == 1 else unit
            return f"({day[0]} {sign} {count} {word})", [unit, day[1], str(own)], shifted(day[2], own, unit)
        inner = self.day(depth - 1)
        last = inner[2] + relativedelta(day=31)
        return f"end-of-month({inner[0]})", ["end-of-month", inner[1]], last


def steps(part):
    """A nested formula as steps of a machine with a stack, which is its compiled form."""
    if not isinstance(part, list):
        return [part]
    name, *parts = part
    if name in ROUNDINGS:
        return [*steps(parts[0]), {"do": name, "digits": parts[1]}]
    before = [step for inner in parts for step in steps(inner)]
    return [*before, {"do": name, "of": len(parts)} if name in ("min", "max") else {"do": name}]


def said(value):
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def vector(seed):
    writer = Writer(random.Random(seed))
    depth = writer.random.choice([1, 2, 3, 4])
    text, formula, value = (writer.day if writer.random.random() < 0.25 else writer.number)(depth)
    return {"text": text, "formula": steps(formula), "answers": writer.answers, "value": said(value)}


def main(count, seed):
    lines = [json.dumps(vector(seed * 10_000_019 + number)) for number in range(count)]
    print("[\n  " + ",\n  ".join(lines) + "\n]")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
