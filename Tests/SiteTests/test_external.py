"""`waymark check --external`: what it says of every kind of answer, how it asks, what it remembers."""
import json
import os
import socket
import subprocess
import time
from collections import defaultdict

import pytest

from support import program
from support.outside import Outside

LONG = "x" * 64 + ".example"      # No name of a host: a label is too long, so that nobody is asked for it.


@pytest.fixture(scope="module")
def outside(tmp_path_factory):
    with Outside(tmp_path_factory.mktemp("outside")) as server:
        yield server


@pytest.fixture(scope="module")
def closed_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield taken.getsockname()[1]      # Bound and not listening.


def environment(**changes):
    kept = program.environment(**changes)
    return {name: value for name, value in kept.items() if not name.lower().endswith("_proxy")}


def check(site, *words, **changes):
    """Messages as objects, and how the command ended."""
    done = program.run("check", "--external", "--timeout", "2", "--format", "json", "--site", site, "--as-of", program.DAY, *words,
                       env=environment(**changes))
    return [json.loads(line) for line in done.stdout.splitlines()], done


def site_of(folder, addresses, **files):
    links = "".join(f"- [link {number}]({address})\n" for number, address in enumerate(addresses))
    return program.write_site(folder, {"index.md": program.page("Front page", links)} | files)


# What is linked to: a path, or an address of its own, the rule of the message, a word of it, and the requests that it takes.
CASES = {
    "good": ("/good", None, "", ["HEAD"]),
    "fragment": ("/fragment#anything", None, "", ["HEAD"]),
    "head-405": ("/head-405", None, "", ["HEAD", "GET"]),
    "head-501": ("/head-501", None, "", ["HEAD", "GET"]),
    "head-403": ("/head-403", None, "", ["HEAD", "GET"]),
    "head-404": ("/head-404", None, "", ["HEAD", "GET"]),
    "head-500": ("/head-500", None, "", ["HEAD", "GET"]),
    "head-close": ("/head-close", None, "", ["HEAD", "GET"]),
    "missing": ("/status-404", "broken", "no such page (404)", ["HEAD", "GET"]),
    "gone": ("/status-410", "broken", "no such page (410)", ["HEAD", "GET"]),
    "refused": ("/status-400", "broken", "(400)", ["HEAD", "GET"]),
    "sign-in": ("/status-401", "closed", "sign in (401)", ["HEAD", "GET"]),
    "forbidden": ("/status-403", "closed", "(403)", ["HEAD", "GET"]),
    "error": ("/status-500", "unreachable", "not working (500)", ["HEAD", "GET"]),
    "no-page": ("/status-304", "broken", "(304)", ["HEAD", "GET"]),
    "rest": ("/rest", "later", "asks for a pause", ["HEAD"]),
    "rest-until": ("/rest-until", "later", "asks for a pause", ["HEAD"]),
    "moved": ("/redirect-301/~good-a", "moved", "moved permanently", ["HEAD"]),
    "moved-308": ("/redirect-308/~good-b", "moved", "moved permanently", ["HEAD"]),
    "elsewhere": ("/redirect-302/~good-c", None, "", ["HEAD"]),
    "moved-nowhere": ("/redirect-301/~status-404~x", "broken", "(404)", ["HEAD"]),
    "loop": ("/loop", "closed", "endlessly", ["HEAD"]),
    "chain": ("/chain/0", "broken", "more than 10 times", ["HEAD"]),
    "ftp": ("/redirect-302/ftp:~~127.0.0.1~", "broken", "readers cannot use", ["HEAD"]),
    "close": ("/close", "unreachable", "closes the connection", ["HEAD", "GET"]),
    "reset": ("/reset", "unreachable", "closes the connection", ["HEAD", "GET"]),
    "garbage": ("/garbage", "unreachable", "closes the connection", None),
    "silent": ("/silent", "unreachable", "does not respond in time", ["HEAD"]),
    "trickle": ("/trickle", "unreachable", "does not respond in time", ["HEAD"]),
    "endless-head": ("/endless-head", "unreachable", "closes the connection", None),
    "endless-body": ("/endless-body", None, "", ["HEAD", "GET"]),
    "untrusted": ("https /good-d", "unreachable", "browsers will warn", []),
    "no-port": ("closed", "unreachable", "refuses connections", None),
    "no-host": (f"http://{LONG}/", "unreachable", "cannot be found", None),
    "spaces": ("/with%20space/é?q=a|b", None, "", None),
}


@pytest.fixture(scope="module")
def answers(outside, closed_port, tmp_path_factory):
    """All cases in one check, each on a host of its own."""
    addresses = {}
    for number, (name, (path, *_)) in enumerate(CASES.items(), start=10):
        if path.startswith("/"):
            addresses[name] = outside.url(number, path)
        elif path.startswith("https "):
            addresses[name] = outside.url(number, path.removeprefix("https "), "https")
        else:
            addresses[name] = f"http://127.0.0.1:{closed_port}/" if path == "closed" else path
    site = site_of(tmp_path_factory.mktemp("cases"), addresses.values())
    start = time.monotonic()
    messages, done = check(site)
    seconds = time.monotonic() - start
    outside.settle()
    return {"addresses": addresses, "messages": messages, "done": done, "seconds": seconds,
            "seen": list(outside.seen), "site": site}


@pytest.mark.parametrize("name", CASES)
def test_every_answer(answers, name):
    path, rule, words, methods = CASES[name]
    line = 5 + list(CASES).index(name)
    found = [message for message in answers["messages"] if message["line"] == line]
    assert [message["rule"] for message in found] == ([f"external/{rule}"] if rule else [])
    for message in found:
        assert words in message["message"] and answers["addresses"][name] in message["message"] and message["help"]
        assert message["file"] == "Content/index.md" and message["column"] == len(f"- [link {line - 5}](") + 1
        assert message["severity"] == ("error" if rule == "broken" else "warning")
    if methods is not None:
        bare = path.removeprefix("https ").split("#")[0]
        assert [seen.method for seen in answers["seen"] if seen.path == bare] == methods


def test_the_remedy_is_the_new_address(answers):
    moved = {m["line"]: m["help"] for m in answers["messages"] if m["rule"] == "external/moved"}
    assert sorted(help.rsplit("/", 1)[1] for help in moved.values()) == ["good-a", "good-b"]
    assert all(help.startswith("write http://127.0.0.") for help in moved.values())


def test_little_is_taken(answers):
    """Nobody downloads a page to see that it is there."""
    sent = [seen.sent for seen in answers["seen"] if seen.path == "/endless-body" and seen.method == "GET"]
    assert sent and sent[0] < 8 << 20      # What fits into the buffers of two sockets on one machine.
    redirects = [seen for seen in answers["seen"] if seen.path.startswith("/chain/")]
    assert len(redirects) == 11
    assert {seen.agent for seen in answers["seen"]} == {"waymark-check (checks links of a site before they are published)"}


def test_broken_links_are_errors_and_the_rest_is_not(answers):
    assert answers["done"].returncode == 1
    assert f"{len(CASES)} external addresses, {len(CASES)} of them checked now" in answers["done"].stderr


def test_what_is_known_is_not_asked_again(answers, outside):
    before = len(outside.seen)
    messages, done = check(answers["site"])
    outside.settle()
    key = lambda all_messages: sorted((m["line"], m["rule"]) for m in all_messages)
    assert key(messages) == key(answers["messages"]) and done.returncode == 1
    asked = {seen.path for seen in outside.seen[before:]}
    assert asked and asked <= {"/status-500", "/close", "/reset", "/garbage", "/silent", "/trickle", "/endless-head"}
    subprocess.run(["git", "init", "-q", answers["site"]], check=True)
    status = subprocess.run(["git", "-C", answers["site"], "status", "--porcelain", "-uall"], check=True, capture_output=True, text=True)
    assert "Content/index.md" in status.stdout and ".waymark" not in status.stdout


def test_one_request_an_address_and_one_message_a_place(outside, tmp_path):
    moved = outside.url(2, "/redirect-301/~new")
    policy = f"""kind: questionnaire
title: Q
questions:
  q: {{ask: A?, hint: "[x]({moved})"}}
outcomes:
  a: {{title: A, text: "[x]({moved}#place)"}}
  b: {{title: B}}
rules:
  - {{if: {{q: yes}}, then: a}}
  - {{if: {{q: no}}, then: b}}
"""
    tools = f"kind: directory\ntitle: T\nentries:\n  t: {{is: tool, name: T, url: {moved}}}\n  m: {{is: contact, name: M, email: a@example.org}}\n"
    site = program.write_site(tmp_path, {
        "index.md": program.page("Front page", f"[a]({moved}) <{moved}> [t](tool:t) [m](mailto:a@example.org)\n\n{{{{ directory tools }}}}"),
        "site.yaml": f"title: T\ncontact: {moved}\nrepository: {moved}\nchecks: {{external/moved: error}}\n",
        "data/tools.yaml": tools, "questionnaires/q.yaml": policy})
    messages, done = check(site)
    places = [(m["file"].removeprefix("Content/"), m["line"]) for m in messages if m["rule"] == "external/moved"]
    assert sorted(places) == [("data/tools.yaml", 4), ("index.md", 5), ("index.md", 5), ("questionnaires/q.yaml", 4),
                              ("questionnaires/q.yaml", 6), ("site.yaml", 2), ("site.yaml", 3)]
    assert all(m["severity"] == "error" for m in messages) and done.returncode == 1
    assert [m["help"] for m in messages if m["line"] == 6] == [f"write {outside.url(2, '/new')}#place"]
    assert outside.asked("/redirect-301/~new") == ["HEAD"] and outside.asked("/new") == ["HEAD"]
    site_yaml = site / "Content/site.yaml"
    site_yaml.write_text(site_yaml.read_text().replace("error", "off"))
    assert check(site)[0] == []


def test_hosts_are_asked_politely(outside, tmp_path):
    """One request at a time and a pause after each, at every host; several hosts at once."""
    addresses = [outside.url(host, f"/polite/{host}/{number}") for host in (3, 4, 5) for number in range(4)]
    messages, done = check(site_of(tmp_path, addresses))
    assert messages == [] and done.returncode == 0, done.stderr
    hosts = defaultdict(list)
    for seen in outside.seen:
        if seen.path.startswith("/polite/"):
            hosts[seen.host].append(seen)
    assert {host: len(requests) for host, requests in hosts.items()} == {f"127.0.0.{n}": 4 for n in (3, 4, 5)}
    for requests in hosts.values():
        requests.sort(key=lambda seen: seen.start)
        assert all(after.start - before.end > 0.45 for before, after in zip(requests, requests[1:]))
    starts = sorted(seen.start for requests in hosts.values() for seen in requests)
    assert starts[-1] - starts[0] < 10      # One after the other they would take as long as there are pauses, three times.


def test_a_host_that_asks_for_rest_is_left_alone(outside, tmp_path):
    addresses = [outside.url(6, f"/rest/{number}") for number in range(5)]
    site = site_of(tmp_path, addresses)
    messages, done = check(site)
    assert [m["rule"] for m in messages] == ["external/later"] * 5 and done.returncode == 0
    asked = lambda: [seen for seen in outside.seen if seen.host == "127.0.0.6"]
    assert len(asked()) == 1
    messages, _ = check(site, "--fresh")      # Not even now.
    assert len(messages) == 5 and len(asked()) == 1
    assert "seconds" in messages[0]["help"] or "minutes" in messages[0]["help"]


def test_a_host_that_asks_for_rest_has_said_what_is_missing(outside, tmp_path):
    """What was heard before is told, and the exit status says so, in this run and in the next."""
    site = site_of(tmp_path, [outside.url(7, path) for path in ("/absent/1", "/absent/2", "/rest", "/z")])
    for _ in range(2):
        messages, done = check(site)
        rules = [message["rule"] for message in messages]
        assert rules == ["external/broken"] * 2 + ["external/later"] * 2 and done.returncode == 1


def test_https_is_named_where_it_works(outside, tmp_path):
    site = site_of(tmp_path, [outside.url(1, "/both#part"), outside.url(1, "/secure", "https")])
    messages, done = check(site, SSL_CERT_FILE=str(outside.certificate))
    assert [(m["rule"], m["help"]) for m in messages] == [("external/insecure", f"write {outside.url(1, '/both', 'https')}#part")]
    assert done.returncode == 0
    before = len(outside.seen)
    assert len(check(site, "--fresh", SSL_CERT_FILE=str(outside.certificate))[0]) == 1 and len(outside.seen) == before + 3


def test_a_machine_without_network_says_so_once(closed_port, tmp_path):
    addresses = [f"http://127.0.0.{host}:{closed_port}/{number}" for host in range(1, 21) for number in range(10)]
    start = time.monotonic()
    messages, done = check(site_of(tmp_path, addresses))
    assert messages == [] and done.returncode == 2 and time.monotonic() - start < 30
    assert done.stderr.count("no other site can be reached (200 addresses tried)") == 1
    assert len(done.stderr.splitlines()) == 2 and not (tmp_path / ".waymark").exists()


def test_only_the_option_asks(outside, tmp_path):
    site = site_of(tmp_path / "site", [outside.url(7, "/never")])
    program.build(site, tmp_path / "out")
    assert program.run("check", "--site", site, "--as-of", program.DAY).returncode == 0
    assert program.run("check", "--site", site, "--timeout", "3").returncode == 64
    assert outside.asked("/never") == [] and not (site / ".waymark").exists()


def test_answers_that_cannot_be_kept_are_answers(outside, tmp_path):
    site = site_of(tmp_path, [outside.url(8, "/status-404/kept")])
    (site / ".waymark").write_text("in the way")
    messages, done = check(site)
    assert [m["rule"] for m in messages] == ["external/broken"] and done.returncode == 1
    assert "were not kept" in done.stderr and os.path.isfile(site / ".waymark")
