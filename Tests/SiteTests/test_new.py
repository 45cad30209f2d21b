"""`waymark new`: starts that build, name the next step, and change nothing that is there."""
import re

import pytest

from support import program

KINDS = program.kinds()


def tree(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def site(tmp_path):
    done = program.run("new", "site", "help", cwd=tmp_path)
    assert done.returncode == 0 and "* cd help" in done.stdout, done.stderr
    return tmp_path / "help"


def strict(site):
    done = program.run("check", "--strict", cwd=site)
    assert done.returncode == 0, done.stderr


def test_a_new_user(site):
    """From nothing to a published site, without a word of their own."""
    strict(site)
    for words in (["questionnaire", "refund"], ["page", "returns/how"], ["data", "products", "devices", "--page", "returns/devices"]):
        done = program.run("new", *words, cwd=site)
        assert done.returncode == 0 and "next:\n  * " in done.stdout, done.stderr
        assert not done.stderr
        strict(site)
    assert program.run("test", cwd=site).returncode == 0
    done = program.run("build", "--strict", cwd=site)
    assert done.returncode == 0, done.stderr
    for page in ("", "returns/", "returns/how/", "returns/devices/", "questionnaires/refund/", "questionnaires/who-can-help/"):
        assert (site / "Public" / page / "index.html").is_file()
    assert b"Public/" in (site / ".gitignore").read_bytes()


def test_a_folder_has_one_name(site):
    """Capital letters make no second folder: both would have one address."""
    done = program.run("new", "page", "GUIDE/Other", cwd=site)
    assert done.returncode == 0 and "Content/guide/Other.md" in done.stdout, done.stderr
    assert (site / "Content/guide/Other.md").is_file() and not (site / "Content/GUIDE").exists()
    strict(site)


def test_every_kind_on_a_page(site):
    for kind in KINDS:
        done = program.run("new", "data", kind, f"my-{kind}", "--page", f"lists/{kind}", cwd=site)
        assert done.returncode == 0 and not done.stderr, done.stderr
    strict(site)


def test_data_that_nothing_shows_is_named(site):
    done = program.run("new", "data", "faq", "first", cwd=site)
    assert done.returncode == 0 and "{{ faq first }}" in done.stdout and "data/unused" in done.stderr
    (site / "Content/all.md").write_text(program.page("All", "{{ faq first }}"))
    strict(site)


def test_words_to_translate(site):
    settings = site / "Content/site.yaml"
    settings.write_text(re.sub(r"(?m)^language: .*\n", "", settings.read_text()) + "language: nl\n")
    assert "template/untranslated" in program.run("check", cwd=site).stderr
    assert program.run("new", "words", "nl", cwd=site).returncode == 0
    words = site / "Templates/words/nl.yaml"
    lines = words.read_text().splitlines()
    assert "# skip: Skip to main content" in lines and not any("month1" in line for line in lines)
    done = program.run("check", cwd=site)
    assert "Templates/words/nl.yaml" in done.stderr and "words are missing" in done.stderr, done.stderr
    words.write_text("".join(line.removeprefix("# ") + "\n" for line in lines[2:]))
    done = program.run("check", "--strict", cwd=site)
    assert done.returncode == 0 and "untranslated" not in done.stderr, done.stderr


def test_the_first_line_leads_to_the_schema(site):
    program.run("new", "data", "products", "devices", cwd=site)
    program.run("new", "questionnaire", "refund", cwd=site)
    files = sorted((site / "Content").rglob("*.yaml"))
    assert len(files) == 6
    for path in files:
        named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text())
        assert (path.parent / named[1]).resolve().is_file(), path


def test_schemas_that_are_missing_are_made(tmp_path):
    site = program.write_site(tmp_path)
    done = program.run("new", "questionnaire", "refund", "--site", site)
    assert done.returncode == 0 and "Schemas/" in done.stdout
    (site / "Schemas/questionnaire.schema.json").write_text("mine")
    program.run("new", "questionnaire", "other", "--site", site)
    assert (site / "Schemas/questionnaire.schema.json").read_text() == "mine"


@pytest.mark.parametrize("words, message, remedy", [
    (["page", "guide/writing"], "Content/guide/writing.md already exists", "another name"),
    (["page", "Content/guide/writing.md"], "Content/guide/writing.md already exists", "another name"),
    (["page", "guide"], "would have the address /guide/", "edit Content/guide/index.md"),
    (["page", "Guide/Writing"], "Content/guide/writing.md already exists", "another name"),
    (["page", "Data/x"], "cannot be in Content/data", "waymark new data"), (["page", "search"], "which Waymark itself uses", "another name"),
    (["page", "API/x"], "which Waymark itself uses", "another name"),
    (["page", "a b"], "cannot be part of an address", "a-b"), (["page", "../x"], "is not the path of a page", "returns/how"),
    (["page", "a//b"], "is not the path of a page", "returns/how"), (["page", ".hidden"], "are ignored", "another name"),
    (["page", "con"], "on Windows", "another name"), (["page", "data/x"], "cannot be in Content/data", "waymark new data"),
    (["page", "questionnaires/x"], "cannot be in Content/questionnaires", "waymark new questionnaire"),
    (["page", "/".join("abcdefghijklmnopqrs")], "more than 16 deep", "shorter"),
    (["questionnaire", "Who can help"], "cannot be the name", "who-can-help"),
    (["questionnaire", "who-can-help"], "Content/questionnaires/who-can-help.yaml already exists", "another name"),
    (["data", "faq", "My File"], "cannot be the name of a data file", "my-file"),
    (["data", "faq", "x", "--page", "guide/writing"], "Content/guide/writing.md already exists", "another name"),
    (["words", "french!"], "is not a language tag", "pt-BR"),
    (["site", "."], "Content already exists", "waymark new page")], ids=str)
def test_what_is_refused_changes_nothing(site, words, message, remedy):
    before = tree(site)
    done = program.run("new", *words, cwd=site)
    assert done.returncode == 1 and message in done.stderr and remedy in done.stderr, done.stderr
    assert tree(site) == before


@pytest.mark.parametrize("words", [["page", "x"], ["questionnaire", "x"], ["data", "faq", "x"]], ids=str)
def test_no_site_there(tmp_path, words):
    done = program.run("new", *words, cwd=tmp_path)
    assert done.returncode == 1 and "waymark new site" in done.stderr and not list(tmp_path.iterdir())


@pytest.mark.parametrize("words", [["data", "fax", "x"], ["data", "faq"], ["page"], ["thing"], []], ids=str)
def test_wrong_usage(tmp_path, words):
    done = program.run("new", *words, cwd=tmp_path)
    assert done.returncode == (64 if words else 0) and not list(tmp_path.iterdir())


def test_a_repository_keeps_its_files(tmp_path):
    (tmp_path / "README.md").write_text("Mine")
    (tmp_path / ".gitignore").write_text("*.log\n")
    done = program.run("new", "site", ".", cwd=tmp_path)
    assert done.returncode == 0 and "kept README.md" in done.stdout and "add a line Public/" in done.stdout
    assert (tmp_path / "README.md").read_text() == "Mine" and (tmp_path / ".gitignore").read_text() == "*.log\n"
    strict(tmp_path)


def test_a_title_that_yaml_would_misread(tmp_path):
    for name in ("2026", "true", "null"):
        assert program.run("new", "site", name, cwd=tmp_path).returncode == 0
        strict(tmp_path / name)


def test_what_cannot_be_made_leaves_nothing(site):
    """A file stands where a folder has to be: the first of two pages is not left behind."""
    (site / "Content/x").write_text("")
    before = tree(site)
    done = program.run("new", "page", "x/y", cwd=site)
    assert done.returncode == 2 and "cannot make" in done.stderr
    assert tree(site) == before
