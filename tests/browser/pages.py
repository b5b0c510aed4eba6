"""Page objects: what a person does on a page, in the words of the page and not of its markup."""

import importlib.util
import pathlib

PAGES = ["", "evidence", "posts", "statements", "spread", "people", "people/party-01",
         "evidence/captures", "evidence/columns", "evidence?aside=item-000001", "facts", "facts?all=1", "facts?term=statement_false", "law", "routes", "similar", "procedure", "procedure/calendar", "papers",
         "papers/complaint-defamation", "papers/exhibits", "bundle", "verify", "recompute", "members", "hand-over", "step", "step?procedure=private-prosecution",
         "step?procedure=private-prosecution&event=refused", "record/notice", "record/filing", "record/decision",
         "record/mark", "record/obstacle", "history", "custody", "custody?item=item-000001", "seals", "record/capture",
         "record/proof", "record/handling"]
OTHERS = ["/", "/help", "/settings", "/law", "/law/changes?from-day=2025-12-31&until-day=2026-01-01", "/law/readings", "/law/facts",
          "/office", "/office/log", "/recompute", "/statistics/publish", "/register", "/statistics?threshold=1", "/statistics/published", "/verify", "/receive", "/cosign"]
EXAMPLE = "/c/rd-example-courier-rumour"


def axe_source():
    found = importlib.util.find_spec("axe_playwright_python")
    return (pathlib.Path(found.origin).parent / "axe.min.js").read_text()


class Workbench:
    """A browser window in which the workbench is open."""

    def __init__(self, page, base):
        self.page, self.base, self.trouble = page, base, []
        page.on("console", lambda said: self.trouble.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.trouble.append(str(error)))
        page.on("request", self.look_at)

    def look_at(self, request):
        if not request.url.startswith((self.base, "blob:", "data:")):
            self.trouble.append("asked elsewhere: " + request.url)

    def go(self, path):
        self.page.goto(self.base + path)
        self.waited()
        return self

    def waited(self):
        """A case that takes long to read says so and looks again by itself."""
        for _ in range(300):
            if not self.page.locator("#waiting").count():
                return
            self.page.wait_for_timeout(200)
        raise AssertionError("the page never came")

    def begin(self, cover):
        self.go("/")
        self.page.fill("input[name=cover]", cover)
        self.page.click("#new button.main")
        self.page.wait_for_url("**/c/**")
        return Case(self)

    def example(self):
        self.go("/")
        self.page.click("#example button")
        self.page.wait_for_url("**/c/**")
        return Case(self)

    def overflow(self):
        return self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")

    def small_text(self):
        return self.page.evaluate("""() => [...document.querySelectorAll('body *')]
          .filter(e => e.checkVisibility() && [...e.childNodes].some(n => n.nodeType == 3 && n.textContent.trim()))
          .filter(e => {
            // Words in a drawing are as large as the drawing is shown.
            const drawn = e instanceof SVGGraphicsElement && e.getScreenCTM();
            return parseFloat(getComputedStyle(e).fontSize) * (drawn ? Math.hypot(drawn.a, drawn.b) : 1) < 11.9;
          })
          .map(e => e.className + ': ' + e.textContent.trim().slice(0, 30))""")

    def axe(self, source):
        self.page.evaluate(source)
        found = self.page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
        return [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in found["violations"]]


class Case:
    """The pages of one case."""

    def __init__(self, workbench):
        self.workbench, self.page = workbench, workbench.page
        self.address = "/c/" + self.page.url.split("/c/")[1].split("/")[0].split("?")[0].split("#")[0]

    def open(self, page):
        self.workbench.go(f"{self.address}/{page}".rstrip("/"))
        return self

    def choose(self, *files):
        self.open("evidence")
        self.page.set_input_files("#files", [str(file) for file in files])
        self.page.click("#drop button.main")
        self.page.wait_for_selector("#added")

    def drag(self, *paths):
        """Drags files and folders onto the page, by the browser's own input, as the system's file manager does."""
        self.open("evidence")
        box = self.page.locator("#drop").bounding_box()
        at = {"x": box["x"] + box["width"] / 2, "y": box["y"] + 20}
        mouse = self.page.context.new_cdp_session(self.page)
        data = {"items": [], "files": [str(path) for path in paths], "dragOperationsMask": 1}
        for kind in ("dragEnter", "dragOver", "drop"):
            mouse.send("Input.dispatchDragEvent", {"type": kind, **at, "data": data})

    def drop(self, folder):
        """Drags a folder onto the page and sends what was found."""
        self.drag(folder)
        self.page.wait_for_selector("#picked li")
        self.page.click("#drop button.main")
        self.page.wait_for_selector("#added")

    def search(self, words):
        self.open("posts")
        self.page.fill("input[name=q]", words)
        self.page.press("input[name=q]", "Enter")
        self.page.wait_for_load_state()
        return self.page.locator(".post").count()

    def reveal_first(self):
        self.page.locator("form.reveal button").first.click()
        self.page.wait_for_selector(".shown")
        return self.page.locator(".shown").first.inner_text()

    def enter_fact(self, term, value, reason):
        self.open(f"facts?term={term}")
        self.page.check(f"input[name=value][value={value}]")
        self.page.fill("#enter textarea[name=reason]", reason)
        self.page.click("#enter button.main")
        self.page.wait_for_selector(".fact")

    def verify(self, file):
        """Brings a bundle to the page that verifies; gives the outcome of each line."""
        self.open("verify")
        self.page.set_input_files("#drop input[accept]", str(file))
        self.page.click("#drop button.main")
        self.page.wait_for_selector("#claim-integrity")
        return self.page.locator("[id^=claim-]").all_inner_texts()

    def draft(self, form):
        self.open("papers/" + form)
        self.page.click("button[name=format][value=pdf]")
        self.page.wait_for_selector("#drawn")
        with self.page.expect_download() as waiting:
            self.page.click("#drawn a.btn")
        return pathlib.Path(waiting.value.path()).read_bytes()
