"""The preview of the real content under a storm of edits, with a real browser at it: it ends as a fresh build, and nothing leaks."""
import os
import random
import shutil
import statistics
import threading
import time

from support import places, program
from support.preview import BOUND, Preview, same_as_build

# Tests/long/storm goes on for ten minutes.
SECONDS = int(os.environ.get("WAYMARK_STORM_SECONDS", "12"))
WATCHED = "reference/storm/watched.md"
ANSWERS = "role=customer&contract=cisco&admin=colleague"
QUESTIONNAIRE, TITLE = "questionnaires/access.yaml", "title: Ask the administrator\n"


def words(text, **fields):
    return program.page("Watched", f"{text}\n\n" + "A line of text to scroll over.\n\n" * 120, **fields)


class Storm(threading.Thread):
    """Somebody who saves in every way, breaks and mends, moves folders, and changes branches, several times a second."""

    def __init__(self, preview):
        super().__init__()
        self.preview, self.content, self.folder = preview, preview.site / "Content", preview.site / "Content/reference/storm"
        self.chance, self.stopped, self.waits, self.steps = random.Random(7), threading.Event(), [], 0
        self.failure, self.memory = None, []

    def run(self):
        actions = [self.write, self.write, self.replace, self.as_an_editor, self.slowly, self.break_link, self.break_yaml,
                   self.remove, self.move_folder, self.data, self.questionnaire, self.template]
        try:
            end = time.monotonic() + SECONDS
            while not self.stopped.is_set() and time.monotonic() < end:
                self.steps += 1
                before, start = len(self.preview.states), time.monotonic()
                (self.branch if self.steps % 40 == 0 else self.chance.choice(actions))()
                self.stopped.wait(self.chance.choice([0.01, 0.05, 0.1, 0.3]))
                self.memory.append(self.preview.memory())
                for state in self.preview.states[before:before + 1]:
                    self.waits.append(state["time"] - start)
        except Exception as failure:      # Told by the test: a thread that dies tells nobody.
            self.failure = failure

    def path(self):
        return self.folder / f"p{self.chance.randrange(8)}.md"

    def page(self, path):
        return program.page(f"Page {path.stem}", f"Words {self.steps}. See [the figures](../figures.md).")

    def write(self):
        path = self.path()
        path.write_text(self.page(path))

    def replace(self):
        path = self.path()
        scratch = path.with_name(f".{path.name}.new")
        scratch.write_text(self.page(path))
        os.replace(scratch, path)

    def as_an_editor(self):
        """As vim does it: a swap file, the old file as a backup, the new one, the backup gone."""
        path, swap = self.path(), self.folder / ".swap.swp"
        swap.write_text("what is typed")
        backup = path.with_name(path.name + "~")
        if path.exists():
            path.rename(backup)
        path.write_text(self.page(path))
        backup.unlink(missing_ok=True)
        swap.unlink()

    def slowly(self):
        path = self.path()
        with path.open("w") as file:
            text = self.page(path)
            for start in range(0, len(text), 20):
                file.write(text[start:start + 20])
                file.flush()
                time.sleep(0.002)

    def break_link(self):
        path = self.path()
        path.write_text(program.page(f"Page {path.stem}", "[Broken](nowhere.md)"))
        self.stopped.wait(0.2)
        path.write_text(self.page(path))

    def break_yaml(self):
        path = self.content / "data/figures.yaml"
        text = path.read_text()
        path.write_text(text.replace("title: Figures", 'title: "Figures', 1))
        self.stopped.wait(0.2)
        path.write_text(text)

    def remove(self):
        self.path().unlink(missing_ok=True)

    def move_folder(self):
        """A new folder with pages, renamed and removed."""
        new, moved = self.folder / "new", self.folder / "moved"
        (new / "deep").mkdir(parents=True)
        for name in ("index.md", "deep/index.md", "deep/page.md"):
            (new / name).write_text(program.page(f"In a folder {name}"))
        self.stopped.wait(0.05)
        new.rename(moved)
        self.stopped.wait(0.05)
        shutil.rmtree(moved)

    def data(self):
        path = self.content / "data/figures.yaml"
        text = path.read_text()
        path.write_text(text.replace("value: 24\n", "value: 25\n") if "value: 24\n" in text else text.replace("value: 25\n", "value: 24\n"))

    def questionnaire(self):
        path = self.content / QUESTIONNAIRE
        text = path.read_text()
        start = text.index(TITLE[:-1])
        end = text.index("\n", start)
        path.write_text(f"{text[:start]}{TITLE[:-1]} {self.steps}{text[end:]}")

    def template(self):
        parts = self.preview.site / "Templates/parts"
        if parts.exists():
            shutil.rmtree(parts.parent)
        else:
            parts.mkdir(parents=True)
            shutil.copy(places.ROOT / "Templates/parts/footer.mustache", parts)

    def branch(self):
        """A change of branch and back: hundreds of files at once."""
        many = self.folder / "many"
        many.mkdir()
        for number in range(300):
            (many / f"m{number}.md").write_text(program.page(f"Many {number}"))
        (many / "index.md").write_text(program.page("Many"))
        self.stopped.wait(0.5)
        shutil.rmtree(many)

    def settle(self):
        """Everything as it should be at last."""
        shutil.rmtree(self.preview.site / "Templates", ignore_errors=True)
        for number in range(8):
            path = self.folder / f"p{number}.md"
            path.write_text(self.page(path))
        path = self.content / QUESTIONNAIRE
        path.write_text((places.ROOT / "Content" / QUESTIONNAIRE).read_text().replace(TITLE, TITLE[:-1] + ", at last\n"))
        (self.content / WATCHED).write_text(words("The last words."))


def real_site(folder):
    """The real content, without the copy for reading offline, which a preview does not have."""
    shutil.copytree(places.ROOT / "Content", folder / "Content")
    settings = folder / "Content/site.yaml"
    settings.write_text(settings.read_text().replace("offline: yes\n", ""))
    storm = folder / "Content/reference/storm"
    storm.mkdir()
    (storm / "index.md").write_text(program.page("Storm", layout="list"))
    (folder / "Content" / WATCHED).write_text(words("First words."))
    return folder


def watch(chromium, faults):
    page = chromium.new_page(viewport={"width": 1000, "height": 600})
    page.on("pageerror", lambda error: faults.append(str(error)))
    # A page that is left drops what it has asked for, and says so.
    page.on("console", lambda message: faults.append(f"{message.text} {message.location}")
            if message.type == "error" and "net::ERR" not in message.text and "Failed to fetch" not in message.text else None)
    return page


def comes(is_so, seconds=BOUND):
    """Whether something is so in the end."""
    end = time.monotonic() + seconds
    while not is_so() and time.monotonic() < end:
        time.sleep(0.1)
    return is_so()


def grown(samples):
    """The medians of the second and of the last third of the samples, which are taken at every step, however slow the machine:
    in the first third the caches of the server and of the C library fill up."""
    third = len(samples) // 3
    return statistics.median(samples[third:2 * third]), statistics.median(samples[2 * third:])


def test_storm_of_edits(chromium, tmp_path, table):
    with Preview(real_site(tmp_path / "site")) as preview:
        faults, shown = [], []
        without_browser = preview.descriptors()
        watched, asking = watch(chromium, faults), watch(chromium, faults)
        watched.goto(f"{preview.origin}/reference/storm/watched/")
        watched.evaluate("scrollTo(0, 1234)")
        asking.goto(f"{preview.origin}/questionnaires/access/#{ANSWERS}")
        storm = Storm(preview)
        storm.start()
        while storm.is_alive():
            edited = time.monotonic()
            (preview.site / "Content" / WATCHED).write_text(words(f"Probe {len(shown)}."))
            watched.get_by_text(f"Probe {len(shown)}.", exact=True).wait_for(state="attached")
            shown.append(time.monotonic() - edited)
            watched.wait_for_timeout(500)
        assert storm.failure is None
        storm.settle()
        watched.get_by_text("The last words.").wait_for(state="attached")
        asking.get_by_role("heading", name="Ask the administrator, at last").wait_for()
        assert comes(lambda: watched.evaluate("scrollY") == 1234), watched.evaluate("scrollY")
        assert asking.url.partition("#")[2].startswith(ANSWERS)
        preview.wait(lambda state: not state["errors"], len(preview.states) - 1)
        assert watched.get_by_role("alert").count() == asking.get_by_role("alert").count() == 0
        assert same_as_build(preview, tmp_path / "out") == [] and faults == []
        for page in (watched, asking):
            page.close()
        # The server notices within two heartbeats that nobody listens.
        assert comes(lambda: preview.descriptors() <= without_browser, 60), preview.descriptors()
        early, late = grown(storm.memory)
        title = f"preview: {SECONDS} seconds of edits of the real content"
        table(title, f"{storm.steps} actions, {len(preview.states)} events, {len(shown)} looks at the screen")
        table(title, "milliseconds from a save to the event: " + spread(storm.waits))
        table(title, "milliseconds from a save to the screen: " + spread(shown))
        table(title, f"memory {early / 1e6:.0f} MB in the middle, {late / 1e6:.0f} MB at the end; {without_browser} open files before and after")
        # What leaks with every version would be some hundred times a megabyte.
        assert late < early * 1.25 + 10e6


def spread(times):
    times = sorted(times)
    return f"median {statistics.median(times) * 1000:.0f}, 95th of a hundred {times[int(len(times) * 0.95)] * 1000:.0f}, most {times[-1] * 1000:.0f}"
