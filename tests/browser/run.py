"""The workbench in a real Chromium. Usage: run.py LINK SCENARIO FOLDER

LINK is what `redress serve` printed, FOLDER holds what a scenario needs and takes its pictures.
"""

import json
import pathlib
import re
import sys
import time

from playwright.sync_api import sync_playwright

from bring import SCENARIOS as BRINGING
from inert import SCENARIOS as INERT
from office import SCENARIOS as IN_AN_OFFICE
from pages import EXAMPLE, OTHERS, PAGES, Case, Workbench, axe_source
from told import SCENARIOS as TOLD
from work import SCENARIOS as AT_LENGTH

WIDTHS = [(390, 844), (768, 1024), (1280, 900)]


def expect(holds, said):
    if not holds:
        raise AssertionError(said)


def every_page(browser, link, folder):
    """Each page, in both languages, at three widths: nothing sticks out, nothing is too small, axe finds nothing."""
    base, source, wrong = re.match(r"http://[^/]*", link).group(0), axe_source(), []
    first = browser.new_context()
    Workbench(first.new_page(), base).page.goto(link)
    bench = Workbench(first.pages[0], base)
    bench.example()
    one_of_many, papers = below(bench)
    paths = OTHERS + [f"{EXAMPLE}/{page}".rstrip("/") for page in PAGES] + one_of_many
    shots = folder / "shots"
    shots.mkdir()
    for language in ("zh-CN", "en-GB"):
        for width, height in WIDTHS:
            dark = width == 768
            context = browser.new_context(viewport={"width": width, "height": height}, locale=language,
                                          color_scheme="dark" if dark else "light")
            context.add_cookies(first.cookies())
            bench = Workbench(context.new_page(), base)
            # The papers are pages of one make: each in each language, at a desk and on a phone, their pictures once in each.
            every = paths + (papers if width != 768 else [])
            for number, path in enumerate(every):
                bench.go(path)
                again = path in papers and (language, width) not in (("zh-CN", 390), ("en-GB", 1280))
                wrong += [f"{path} {language} {width}: a bare code" for _ in range("⟦" in bench.page.inner_text("body"))]
                # To be looked at by a person: every page once in each language, at a desk and on a phone, dark in between.
                if not again:
                    bench.page.screenshot(path=str(shots / f"{number:02}-{language}-{width}.png"), full_page=width != 768)
                place = f"{path} {language} {width}"
                wrong += [f"{place}: sticks out by {bench.overflow()}"] if bench.overflow() > 0 else []
                wrong += [f"{place}: too small: {text}" for text in bench.small_text()[:3]]
                wrong += [f"{place}: {bench.page.locator('h1').count()} h1"] if bench.page.locator("h1").count() != 1 else []
                # The whole of axe takes seconds on the longest pages: every page once in each language and each light.
                if width != 768 or language == "en-GB":
                    wrong += [f"{place}: {one}" for one in bench.axe(source)]
                if not again:
                    time.sleep(0.05)
            # A page that there is not answers 404, and one after the way out 401, which the browser notes.
            wrong += [f"{language} {width}: {one}" for one in bench.trouble if "404" not in one and "401" not in one]
            context.close()
    (shots / "pages.txt").write_text("".join(f"{number:02} {path}\n" for number, path in enumerate(paths + papers)))
    expect(not wrong, "\n".join(wrong))


def below(bench):
    """Pages that are one of many: a statement, a tree, captures side by side, a provision, every paper, and none at all."""
    page = bench.page
    data = lambda path: json.loads(page.context.request.get(f"{bench.base}/api/v1{path}").text())
    first = lambda path, selector: bench.go(path).page.locator(selector).first.get_attribute("href")
    statement = data(f"{EXAMPLE}/statements")["statements"][0]["id"]
    papers = [f"{EXAMPLE}/papers/{one['form']}" for one in data(f"{EXAMPLE}/papers")["forms"]]
    return [f"{EXAMPLE}/statements/{statement}",
            first(f"{EXAMPLE}/spread", f"a[href^='{EXAMPLE}/spread/tree']"),
            first(f"{EXAMPLE}/evidence/captures", f"a[href^='{EXAMPLE}/evidence/captures/of']"),
            "/law/cn.criminal-law.246.1997-10-01", "/law/cn.civil-code.1024.2021-01-01", "/nowhere", f"{EXAMPLE}/nowhere", "/left"], papers


def story(browser, link, folder):
    """From the first file to a paper, without a terminal."""
    base = re.match(r"http://[^/]*", link).group(0)
    bench = Workbench(browser.new_context(locale="en-GB").new_page(), base)
    bench.page.goto(link)
    case = bench.begin("Spring")
    material = folder / "material"
    case.choose(*sorted((material / "weibo").glob("*.csv")))
    case.open("")
    expect(bench.page.locator(".figs dd").count() >= 4, "the overview has its figures")
    found = case.search("")
    expect(10 < found <= 50, f"a page of posts, not {found}")
    hidden = bench.page.content()
    words = case.reveal_first()
    expect(len(words) > 3 and words.split("\n")[0] not in hidden, "the words were not on the page before")
    bench.page.locator(".shown + button, .shown ~ button").first.click()
    expect(bench.page.locator(".shown").count() == 0, "hidden again")
    case.open("statements")
    bench.page.locator("#others a").first.click()
    bench.page.wait_for_selector("#members")
    bench.page.click("text=Enter a fact about it")
    # By the questions of the law: the third is defamation, and there the fact that it is untrue.
    bench.page.locator("#by-question summary").nth(2).click()
    bench.page.locator("#by-question details[open] a", has_text="Is untrue").first.click()
    expect(bench.page.locator("#exhibits-of-fact .note").count() == 1, "what it takes to count is said")
    bench.page.check("input[name=value][value=yes]")
    bench.page.fill("#enter textarea[name=reason]", "seen on the public page")
    bench.page.click("#enter button.main")
    bench.page.wait_for_selector(".fact")
    expect("Saved as entry" in bench.page.locator("#saved").inner_text(), "it says that it is saved")
    expect(bench.page.locator("#saved").is_visible() and bench.page.locator(".fact .bare a").count() == 1, "and that it does not count yet")
    case.open("")
    expect(bench.page.locator("#saved").count() == 0, "once")
    bench.page.locator("#without-exhibit a").first.click()
    bench.page.locator("select[name=source] option").first.wait_for(state="attached")
    bench.page.select_option("select[name=source]", index=0)
    bench.page.click("#enter button.main")
    bench.page.wait_for_selector(".fact")
    case.open("")
    expect(bench.page.locator("#without-exhibit").count() == 0, "an exhibit shows it now")
    case.open("law")
    expect("Article 10" in bench.page.locator("#protected").inner_text(), "protected speech stands first")
    case.open("people")
    bench.page.select_option("select[name=capacity]", "victim")
    bench.page.fill("input[name=detail-name]", "Example Person")
    bench.page.click("#party button.main")
    bench.page.wait_for_selector("#parties li")
    expect("Example Person" not in bench.page.content(), "what identifies people is not shown")
    paper = case.draft("evidence-list")
    expect(paper.startswith(b"%PDF"), "a paper came")
    case.open("bundle")
    with bench.page.expect_download() as waiting:
        bench.page.click("#bundle button.main")
    packed = folder / "packed.zip"
    packed.write_bytes(pathlib.Path(waiting.value.path()).read_bytes())
    lines = case.verify(packed)
    expect(len(lines) == 7 and "holds" in lines[0], f"the bundle verifies: {lines}")
    bench.go(f"{case.address}/step?procedure=private-prosecution&track=1&event=filed")
    bench.page.fill("input[name=on]", "2026-03-02")
    bench.page.click("#step button.main")
    bench.page.wait_for_selector("#tracks .track")
    case.open("history")
    expect(bench.page.locator("#ledger tbody tr").count() >= 8, "every step is an entry")
    expect(not bench.trouble, "\n".join(bench.trouble))


def care(browser, link, folder):
    """Leaving, the keyboard, files that are dropped, a connection that is lost."""
    base = re.match(r"http://[^/]*", link).group(0)
    bench = Workbench(browser.new_context(locale="en-GB").new_page(), base)
    bench.page.goto(link)
    case = bench.begin("Spring")
    dropped = folder / "dropped"
    dropped.mkdir(exist_ok=True)
    (dropped / "note.txt").write_text("one")
    (dropped / "picture.txt").write_text("two")
    case.drop(dropped)
    expect(bench.page.locator("#added li").count() == 2, "both files came")
    # A connection that is lost says so, and nothing is kept.
    case.open("evidence")
    bench.page.set_input_files("#files", str(dropped / "note.txt"))
    bench.page.context.set_offline(True)
    bench.page.click("#drop button.main")
    bench.page.wait_for_selector("#progress p:not(:empty)")
    expect("lost" in bench.page.locator("#progress p").inner_text(), "the page says what happened")
    bench.page.context.set_offline(False)
    bench.trouble.clear()
    # The keyboard: past the link to the page, the way out is next.
    case.open("")
    bench.page.keyboard.press("Tab")
    bench.page.keyboard.press("Tab")
    focused = bench.page.evaluate("document.activeElement.textContent")
    expect("Leave" in focused, f"the second stop is the way out, not {focused!r}")
    # What is looked for is in no address, and the page that was shown leaves the history of the window.
    example = pathlib.Path(__file__).resolve().parents[2] / "examples/courier-rumour/material"
    case.choose(example / "weibo/search_contents_2026-02-07.csv")
    case.search("快递")
    expect("sought=" in bench.page.url and "%" not in bench.page.url, f"no words in {bench.page.url}")
    shown = bench.page.evaluate("history.length")
    # Capitals take Shift too, and nobody is thrown out while typing a name.
    bench.page.locator("input[name=q]").focus()
    for letter in "ZLHA":
        bench.page.keyboard.press(f"Shift+{letter}")
    expect("ZLHA" in bench.page.locator("input[name=q]").input_value(), "capitals are typed")
    for _ in range(3):
        bench.page.keyboard.press("Shift")
    bench.page.wait_for_url("**/left")
    expect(bench.page.evaluate("history.length") == shown, "the empty page took the place of the one that was shown")
    expect(bench.page.locator("body").inner_text() == "New tab", "the page after leaving says nothing")
    expect(not bench.axe(axe_source()), "and has a name for those who hear it")
    bench.page.go_back()
    bench.page.wait_for_load_state()
    expect("Spring" not in bench.page.content(), "going back shows nothing of the case")


SCENARIOS = {"pages": every_page, "story": story, "care": care, **AT_LENGTH, **BRINGING, **INERT, **TOLD, **IN_AN_OFFICE}

if __name__ == "__main__":
    link, name, folder = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=sys.argv[4], args=["--no-sandbox"])
        try:
            SCENARIOS[name](browser, link, folder)
        except Exception as error:  # The last page says more than the place in this file.
            for number, context in enumerate(browser.contexts):
                for page in context.pages:
                    page.screenshot(path=str(folder / f"{name}{number or ''}-failed.png"))
            print(f"{name}: {error}", file=sys.stderr)
            sys.exit(1)
        finally:
            browser.close()
