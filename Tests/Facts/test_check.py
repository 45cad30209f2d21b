#!/usr/bin/env python3
"""Self-test of check.py on tiny documents: python3 Tests/Facts/test_check.py"""
import sys
import pathlib
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import check  # noqa: E402
import fingerprint  # noqa: E402


def site(body):
    return check.Site([("a.html", "<!doctype html><title>T</title><body><nav>menu 90 days"
                        f"</nav><main>{body}</main><footer>warranty</footer>")])


def found(body, words, within="section"):
    return site(body).look({"words": words, "within": within}) is None


class Facts(unittest.TestCase):
    def test_present_and_missing(self):
        body = "<h1>Rules</h1><p>A <b>warrant</b>y lasts 90&nbsp;days.<p>Other text"
        for within in ("block", "section", "page"):
            self.assertTrue(found(body, ["warranty", "90|ninety", "day"], within))
            self.assertFalse(found(body, ["warranty", "60"], within))

    def test_outside_main_does_not_count(self):
        self.assertFalse(found("<p>Nothing", ["90 days"], "page"))
        self.assertFalse(found("<nav>90 days</nav><p>Nothing", ["90 days"], "page"))

    def test_closest(self):
        page, lacking = site("<p>warranty").look({"words": ["warranty", "90"]})
        self.assertEqual((page, lacking), ("a.html", ["90"]))

    def test_split_over_sections(self):
        body = "<h1>R</h1><p>lead<h2>One</h2><p>warranty</p><h2>Two</h2><p>90 days"
        self.assertFalse(found(body, ["warranty", "90 days"]))
        self.assertFalse(found(body, ["lead", "90 days"]))
        self.assertTrue(found(body, ["warranty", "90 days"], "page"))
        body = "<h1>R</h1><h2>One</h2><p>warranty</p><h3>Two</h3><p>90 days"
        self.assertTrue(found(body, ["warranty", "90 days"]))
        self.assertFalse(found("<h2>A</h2><p>warranty<p>90 days", ["warranty", "90"], "block"))

    def test_wrapper_is_no_section(self):
        body = ("<article id=x><h2>One</h2><p>warranty</p><h2>Two</h2><p>90 days"
                "</article>")
        self.assertFalse(found(body, ["warranty", "90 days"]))

    def test_table_row(self):
        body = ("<h2>Low-complexity</h2><table><thead><tr><th>Category<th>Product<tbody>"
                "<tr><td rowspan=2>Routers<td>Cisco 860<tr><td>Cisco 880</table>"
                "<h2>High-complexity</h2><table><tr><th>Product<tr><td>Nexus 7000</table>")
        self.assertTrue(found(body, ["low-complexity", "routers", "880"], "block"))
        self.assertTrue(found(body, ["category", "860"], "block"))
        self.assertFalse(found(body, ["860", "880"], "block"))
        self.assertFalse(found(body, ["low-complexity", "7000"], "block"))

    def test_cell(self):
        body = ("<h2>Contract and warranty</h2><table><tr><th>Service<th>Contract"
                "<th>Warranty<tr><th>TAC<td>Yes<td>No</table>")
        self.assertTrue(found(body, ["contract", "tac", "=yes"], "cell"))
        self.assertTrue(found(body, ["warranty", "tac", "=no"], "cell"))
        self.assertFalse(found(body, ["warranty", "tac", "=yes"], "cell"))

    def test_lists(self):
        body = ("<h2>Steps</h2><p>Do this:</p><ul><li>Log in<ul><li>as user<li>as root"
                "</ul><li>Leave</ul>")
        self.assertTrue(found(body, ["do this", "log in", "root"], "block"))
        self.assertFalse(found(body, ["log in", "leave"], "block"))
        self.assertFalse(found(body, ["as user", "as root", "leave"], "block"))

    def test_terms(self):
        body = "<dl><div><dt>RMA<dd>Return<dd>Replace</div><div><dt>PAK<dd>Key</div></dl>"
        self.assertTrue(found(body, ["rma", "replace"], "block"))
        self.assertTrue(found(body, ["pak", "key"], "block"))
        self.assertFalse(found(body, ["rma", "key"], "block"))

    def test_details(self):
        body = ("<h2>FAQ</h2><details><summary>Warranty?</summary><p>No.<p>Never.</details>"
                "<details><summary>Fee?</summary><p>Yes.</details>")
        self.assertTrue(found(body, ["warranty", "never"], "block"))
        self.assertFalse(found(body, ["warranty", "=yes"], "block"))
        self.assertTrue(found(body, ["faq", "fee", "=yes"], "block"))

    def test_patterns(self):
        body = ("<p>Re-licensing of “Nexus 10000” by <a href='mailto:a@b.org'>mail</a>, "
                "don’t contact previous end\u2011users")
        for pattern in ("re-licens", "relicens|zz", '"nexus', "a@b.org", "don't", "end-user"):
            self.assertEqual(found(body, [pattern]), pattern != "relicens|zz", pattern)
        for pattern in ("1000", "000", "=tac", "=ios", "=nexu"):
            self.assertFalse(found(body, [pattern]), pattern)
        self.assertTrue(found("<p>relicensed standalone", ["re-licens", "stand-alone"]))

    def test_our_facts(self):
        facts = check.load_facts()
        self.assertGreater(len(facts), 250)
        known = set((check.HERE / "source-shingles.txt").read_text().split())
        self.assertEqual([f["id"] for f in facts if check.copied_runs(f["fact"], known)], [])


class Copies(unittest.TestCase):
    source = ("- The keeper\u2019s old garden holds nine apple trees and [one pear](#x) "
              "that nobody is authorized to cut\n")

    def hits(self, body):
        return check.copied(site(body), fingerprint.fingerprint([self.source]))

    def test_copied_sentence(self):
        body = "<p>Yes: the keeper's <i>old</i> garden holds nine apple trees, and one more."
        self.assertEqual(self.hits(body), [
            (["a.html"], "the keeper old garden holds nine apple trees and one")])
        self.assertTrue(self.hits("<p>trees and one pear that nobody is authorised to cut"))
        self.assertTrue(self.hits("<ul><li><img alt='holds nine apple trees and one pear that'>"))

    def test_own_words(self):
        self.assertEqual(self.hits("<p>Nine apple trees and one pear grow there.</p>"), [])

    def test_official_names_do_not_count(self):
        text = "Read the Cisco Software License Transfer and Re-Use Policy now\n"
        self.assertEqual(fingerprint.fingerprint([text]), set())


if __name__ == "__main__":
    unittest.main()
