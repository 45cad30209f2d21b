#!/usr/bin/env python3
"""Where several questionnaires answer the same situation, they say the same.

Each table names facts of a situation, how each questionnaire asks for them, and what each of its outcomes comes down to. All
combinations are walked through the compiled questionnaires of the published site: python3 -m pytest Tests/Facts/test_agreement.py
"""
import datetime
import itertools
import json
import pathlib
import subprocess
import unittest

HERE = pathlib.Path(__file__).resolve().parent
API = HERE.parent.parent / "Public/api/questionnaires"


def outcomes(asked):
    done = subprocess.run(["node", HERE / "agreement.mjs", API], input=json.dumps(asked), capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def combinations(facts):
    for values in itertools.product(*facts.values()):
        yield dict(zip(facts, values))


def day(distance):
    return (datetime.datetime.now(datetime.timezone.utc).date() + datetime.timedelta(days=distance)).isoformat()


class Agreement(unittest.TestCase):
    def compare(self, situations, meanings):
        """`situations`: what it is, and the answers for each questionnaire. `meanings`: of each outcome of each."""
        situations = list(situations)
        asked = [{"form": form, "answers": answers} for _, all_answers in situations for form, answers in all_answers.items()]
        found = iter(outcomes(asked))
        disagreements, met = [], {}
        for facts, all_answers in situations:
            said = {}
            for form in all_answers:
                result = next(found)
                self.assertIsInstance(result, list, f"{form} does not decide {facts}: {result}")
                # Of several decisions, the one that has a meaning here.
                means = {meanings[form][outcome] for outcome in result if outcome in meanings[form]}
                self.assertEqual(len(means), 1, f"{form} says {result} to {facts}")
                said[form] = means.pop()
                met.setdefault(form, set()).update(result)
            if len(set(said.values())) > 1:
                disagreements.append((facts, said))
        self.assertEqual(disagreements[:5], [], f"{len(disagreements)} of {len(situations)}")
        for form, known in meanings.items():
            self.assertEqual(set(known) - met[form], set(), f"{form}: no situation leads there")

    def test_who_gives_access(self):
        """`access` and `services` on contracts, administrators and the numbers one may enter."""
        facts = {
            "support": ["cisco", "partner", "none", "unknown"], "role": ["customer", "partner"],
            "bought": ["cisco", "partner", "unknown"], "admin": ["me", "colleague", "nobody"],
            "number": ["contract", "serial", "bill-to", "missing"], "need": ["profile", "website", "downloads"],
            # Only `access` asks for these, and they change nothing in common.
            "want": ["content", "cases"], "smart": ["smart", "no", "both", "unknown"], "billed": ["yes", "no", "unknown"],
            "scope": ["all", "some"]}

        def situations():
            for one in combinations(facts):
                # `services` asks a partner about its customers, `access` about its own people.
                if one["role"] == "partner" and one["support"] != "cisco":
                    continue
                # Without a contract, a warranty may still bring downloads.
                if one["need"] == "downloads" and one["support"] == "none":
                    continue
                # Only `access` knows of Smart-Licensed software, which needs no contract.
                if one["support"] == "none" and one["admin"] == "me" and one["smart"] in ("smart", "both"):
                    continue
                shared = {name: one[name] for name in ("role", "bought", "admin", "number")}
                yield one, {
                    "access": shared | {"contract": one["support"], "want": one["want"], "smart": one["smart"],
                                        "billed": one["billed"], "scope": one["scope"]},
                    "services": shared | {"need": one["need"], "support": {"none": "warranty"}.get(one["support"], one["support"]),
                                          "active": "yes", "account": "unlinked"}}

        self.compare(situations(), {
            "access": {
                "by-smart-account": "give it yourself", "by-bill-to": "give it yourself", "by-contract": "give it yourself",
                "ask-account-manager": "give it yourself", "find-billed": "give it yourself", "ask-admin": "ask the administrator",
                "request": "request it", "other-number": "another number", "find-numbers": "find a number",
                "partner-or-request": "the partner", "partner-cases": "the partner", "ask-plan": "who delivers?",
                "no-contract": "a contract first"},
            "services": {
                "manage-access": "give it yourself", "ask-admin": "ask the administrator", "request-access": "request it",
                "link-contracts": "request it", "other-number": "another number", "find-numbers": "find a number",
                "partner-access": "the partner", "partner-downloads": "the partner", "ask-plan": "who delivers?",
                "find-plan": "who delivers?", "website-part": "a contract first", "nothing-to-link": "a contract first"}})

    def test_what_a_warranty_gives(self):
        """`warranty-or-contract` and `services` on a product without a contract."""
        facts = {
            "origin": ["new", "refresh", "inspected", "used", "unknown"], "owner": ["yes", "no", "unknown"],
            "kind": ["dated", "undated", "lifetime", "unsure"], "age": ["young", "old", "unknown"], "end": [-1, 0, 400],
            "need": ["replace", "downloads", "tac", "website", "upgrade"]}
        kinds = {"lifetime": "yes", "dated": "no", "undated": "no", "unsure": "unsure"}
        needs = {"replace": "replacement", "downloads": "fixes", "tac": "tac", "website": "online", "upgrade": "applications"}

        def situations():
            for one in combinations(facts):
                mine = one["origin"] in ("new", "refresh")
                # Who has to find something out first learns of the rest later, or, about contracts, at the same time.
                if (mine and one["owner"] == "unknown" or one["origin"] == "unknown") and one["need"] not in ("replace", "downloads"):
                    continue
                # Fixes depend on the owner only where the kind of warranty brings any.
                if mine and one["owner"] == "unknown" and one["need"] == "downloads" and one["kind"] in ("dated", "undated"):
                    continue
                runs = "yes" if one["age"] == "young" or one["kind"] == "lifetime" or one["kind"] == "dated" and one["end"] >= 0 \
                    else "unsure" if one["kind"] in ("undated", "unsure") else "no"
                first = {"yes": "yes", "no": "no", "unknown": "unsure"}[one["owner"]] if mine else "no"
                warranty = "no" if "no" in (runs, first) else "unsure" if "unsure" in (runs, first) else "yes"
                # Nobody's warranty is looked at while the owner is unknown.
                if mine and one["owner"] == "unknown" or one["origin"] == "unknown":
                    warranty = "unsure"
                yield one, {
                    "warranty-or-contract": {
                        "origin": one["origin"], "owner": one["owner"], "needs": needs[one["need"]],
                        "known": "no" if one["age"] == "unknown" else "yes", "bought": day(-30 if one["age"] == "young" else -900),
                        "finder": one["kind"], "ends": day(one["end"])},
                    "services": {
                        "need": one["need"], "support": "warranty", "about": "application", "warranty": warranty,
                        "lifetime": "unsure" if one["origin"] == "unknown" else kinds[one["kind"]] if mine else "no"}}

        self.compare(situations(), {
            "warranty-or-contract": {
                "warranty-part": "the warranty", "ended": "no warranty", "no-warranty": "no warranty", "not-end-user": "no warranty",
                "nothing-yet": "no warranty", "look-up": "look it up", "find-owner": "look it up", "find-origin": "look it up", "lifetime": "fixes",
                "contract-for-updates": "no warranty", "look-up-kind": "look it up", "contract": "no warranty"},
            "services": {
                "warranty-replacement": "the warranty", "buy-replacement": "no warranty", "check-warranty": "look it up",
                "lifetime-fixes": "fixes", "get-contract": "no warranty", "get-updates": "no warranty", "website-part": "no warranty",
                "check-lifetime": "look it up"}})

    def test_whether_it_can_be_covered_now(self):
        """`used-device`, `services` and `warranty-or-contract` on a device that is to go under a contract."""
        devices = [("new", "new", "no", "new"), ("refresh", "refresh", "refresh", "refresh"), ("other", "not-yet", "yes", "used"),
                   ("leased", "not-yet", "yes", "used"), ("other", "failed", "yes", "used"), ("other", "unknown", "yes", "used"),
                   ("unknown", "not-yet", "unknown", "unknown"),
                   ("other", "passed", "inspected", "inspected"), ("leased", "passed", "inspected", "inspected")]
        facts = {
            "device": devices, "holder": ["own", "previous", "none", "unknown"], "proofs": ["order", "receipt", "none"],
            "registered": ["yes", "no", "unknown"], "exception": ["affiliate", "no", "unknown"], "region": ["us", "canada", "elsewhere"]}

        def situations():
            for one in combinations(facts):
                origin, inspected, used, got = one["device"]
                # "Relicensed" means a licence of one's own that is proved and registered. Without it, the device is still used.
                if inspected == "passed" and (one["holder"], one["registered"]) != ("own", "yes") or one["proofs"] == "none":
                    used, got = ("yes", "used") if used == "inspected" else (used, got)
                yield one, {
                    "used-device": {
                        "origin": origin, "declared": "no", "disaster": "no", "hold": "no", "inspected": inspected,
                        "product": "catalyst-9300", "holder": one["holder"], "proofs": one["proofs"],
                        "registered": one["registered"], "exception": one["exception"], "region": one["region"]},
                    "services": {"need": "update", "change": "add", "used": used, "bought": "partner"},
                    "warranty-or-contract": {"origin": got, "owner": "yes", "needs": "tac"}}

        later = ["failed", "register", "prove", "transfer", "licence", "inspect", "inspect-register", "inspect-prove",
                 "inspect-transfer", "inspect-relicense"]
        self.compare(situations(), {
            "used-device": {"new-warranty": "now", "refresh-warranty": "now", "eligible": "now", "find-origin": "find out"} | dict.fromkeys(later, "not yet"),
            "services": {"update-reseller": "now", "inspect-first": "not yet", "find-origin": "find out"},
            "warranty-or-contract": {"contract": "now", "nothing-yet": "not yet", "find-origin": "find out"}})


if __name__ == "__main__":
    unittest.main()
