"""What a page says when something does not go: a session that has ended, a lost connection, too much at once; and keys."""

import json
import pathlib
import subprocess

from pages import EXAMPLE, axe_source
from work import enter, expect, until


def answers_lost(browser, link, folder):
    """Whoever asks and gets no answer, or the wrong one, is told where they asked, with the way to the door."""
    bench = enter(browser, link, viewport={"width": 1280, "height": 900})
    page, context = bench.page, bench.page.context
    case = bench.example()
    trouble = lambda: page.locator(".trouble").first.inner_text() if page.locator(".trouble").count() else ""
    case.open("posts")
    page.wait_for_selector(".window .post")
    # The connection is lost while words are asked for.
    context.set_offline(True)
    page.locator("form.reveal button").first.click()
    until(lambda: "connection" in trouble(), f"a lost connection is told: {trouble()}", 10)
    # Rows that scroll into sight are asked for in vain.
    page.evaluate("const list = document.getElementById('window'); list.scrollTop = list.scrollHeight / 2")
    until(lambda: any("could not be fetched" in text for text in page.locator(".trouble").all_inner_texts()), "the list tells it", 10)
    page.screenshot(path=str(folder / "told-lost.png"))
    context.set_offline(False)
    page.evaluate("document.getElementById('window').scrollTop += 200")
    until(lambda: not any("could not be fetched" in text for text in page.locator(".trouble").all_inner_texts()), "and is silent when they come", 10)
    # The session has ended meanwhile.
    case.open("posts")
    page.wait_for_selector(".window .post")
    cookies = context.cookies()
    context.clear_cookies()
    page.locator("form.reveal button").first.click()
    until(lambda: "Come in" in trouble(), f"an ended session is told: {trouble()}", 10)
    expect(page.locator(".trouble a").get_attribute("href") == "/", "with the way to the door")
    context.add_cookies(cookies)
    case.open("evidence")
    note = folder / "note.txt"
    note.write_text("one")
    page.set_input_files("#files", str(note))
    context.clear_cookies()
    page.click("#drop button.main")
    until(lambda: "Come in" in trouble(), f"so it is told of an upload: {trouble()}", 10)
    expect(page.locator("#picked li").count() == 1, "and what was chosen stays")
    context.add_cookies(cookies)
    # Too much at once: the server's answer is made here, because the pace of a session is met by no person.
    page.route("**/add", lambda route: route.fulfill(status=429, body=""))
    page.click("#drop button.main")
    until(lambda: "at once" in trouble(), f"too much at once is told: {trouble()}", 10)
    page.unroute("**/add")
    page.click("#drop button.main")
    page.wait_for_selector("#added")
    # What the browser itself notes of those answers is none of ours.
    quiet = ("401", "429", "ERR_INTERNET_DISCONNECTED")
    expect(not [line for line in bench.trouble if not any(mark in line for mark in quiet)], "\n".join(bench.trouble))


def keys(browser, link, folder):
    """Words that are shown are not said to be hidden; nothing that is hidden is seen; single keys can be switched off."""
    bench = enter(browser, link, viewport={"width": 1280, "height": 900})
    page, case = bench.page, bench.example()
    # A place that cannot be read is none, and the script goes on.
    case.open("posts#%")
    page.wait_for_selector(".window .post")
    expect(page.locator("#list .pager").is_hidden(), "where all rows scroll there are no pages")
    first = page.locator(".post").first
    expect(first.locator(".hid-note").is_visible(), "it is said that the text is hidden")
    first.locator("form.reveal button").click()
    first.locator(".shown").wait_for()
    expect(not first.locator(".hid-note").is_visible(), "and no longer, where it is shown")
    first.locator("button.plain").click()
    expect(first.locator(".hid-note").is_visible(), "and again, where it is hidden again")
    offered = page.locator("select[name=statement] option").count() - 1
    answer = json.loads(page.context.request.get(f"{bench.base}/api/v1{EXAMPLE}/posts?take=500").text())
    said = {post["statement"] for post in answer["posts"] if post["statement"]}
    expect(offered >= len(said) > 3, f"{offered} statements are offered, {len(said)} are said in the first posts alone")
    moves = lambda: page.evaluate("document.activeElement.classList.contains('post')")
    page.locator("h1").click()
    page.keyboard.press("j")
    until(moves, "J moves", 10)
    bench.go("/settings")
    page.click("#keys button")
    page.wait_for_selector("#keys button[value=on]")
    case.open("posts")
    page.wait_for_selector(".window .post")
    page.locator("h1").click()
    page.keyboard.press("j")
    page.keyboard.press("/")
    page.wait_for_timeout(300)
    expect(not moves() and page.evaluate("document.activeElement.tagName") != "INPUT", "single keys do nothing")
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url("**/left")
    expect(not bench.trouble, "\n".join(bench.trouble))


def printed(browser, link, folder):
    """Sheets of paper: the cover name, as of when, the record's head and the page on each; every post that was found."""
    bench = enter(browser, link, viewport={"width": 1280, "height": 900})
    page, case = bench.page, bench.example()
    case.open("posts")
    page.wait_for_selector(".window .post")
    cover = page.locator(".top .cover").inner_text()
    total = int(page.locator("#window").get_attribute("data-total"))
    expect(total > 500, f"{total} posts")
    page.locator("a[href*='print=1']").click()
    page.wait_for_selector(".post")
    expect(page.locator(".post").count() == total, f"{page.locator('.post').count()} of {total} are on the page")
    expect(page.locator(".shown").count() == 0, "no words of a post are among them")
    paper = folder / "posts.pdf"
    page.pdf(path=str(paper), prefer_css_page_size=True)
    said = subprocess.run(["pdftotext", "-layout", str(paper), "-"], capture_output=True, text=True, check=True).stdout
    sheets = said.split("\f")[:-1]
    expect(len(sheets) > 10, f"{len(sheets)} sheets")
    head = json.loads(page.context.request.get(f"{bench.base}/api/v1{EXAMPLE}/history").text())["head"][:16]
    for number, sheet in enumerate(sheets, 1):
        for mark in (cover, "As of ", head, f"Page {number} of {len(sheets)}"):
            expect(mark in sheet, f"sheet {number} has no {mark!r}: {sheet[:200]}")
    expect(said.count("Text is hidden") == total, f"{said.count('Text is hidden')} of {total} rows are printed")
    # The lead of the page names the button; no row has it.
    expect("Leave" not in said and said.count("Show this text") == 1, "what is for the screen alone is not printed")
    expect(not bench.trouble, "\n".join(bench.trouble))


def columns_judged(page, case, folder, judge):
    """The trial of columns, with the first rows in sight, and how many more rows are as bad."""
    rows = "".join(f"{number},somebody,Something untrue,soon\n" for number in range(9))
    (folder / "board.csv").write_text("no,poster,said,at\n" + rows)
    case.choose(folder / "board.csv")
    page.locator("#added a[href*='evidence/columns']").first.click()
    page.locator("button[name=act][value=rows]").click()
    page.wait_for_selector(".sample")
    for place, means in enumerate(("id", "author-name", "text", "time")):
        page.select_option(f"select[name=column-{place}]", means)
    page.fill("input[name='platform-name']", "board")
    page.locator("button[name=act][value=preview]").click()
    page.wait_for_selector("#added")
    expect(page.locator(".sample").count() == 4 and "And 4 more like it." in page.locator("#added").inner_text(), "what was looked at stays, and all of it is counted")
    judge("columns")


def answers_judged(browser, link, folder):
    """What stands there after a form was sent, and where one cannot come in: axe finds nothing in it either."""
    bench = enter(browser, link, viewport={"width": 390, "height": 844})
    page, case, wrong = bench.page, bench.begin("Spring"), []

    def judge(name):
        wrong.extend(f"{name}: {one}" for one in bench.axe(axe_source()))
        wrong.extend([f"{name}: sticks out by {bench.overflow()}"] if bench.overflow() > 0 else [])
        wrong.extend([f"{name}: {page.locator('h1').count()} h1"] if page.locator("h1").count() != 1 else [])
        page.screenshot(path=str(folder / f"answer-{name}.png"), full_page=True)

    (folder / "空.csv").write_text("")
    case.choose(*sorted((folder / "material" / "weibo").glob("*.csv")))
    judge("brought")
    case.open("evidence")
    page.set_input_files("#files", [str(folder / "空.csv")])
    page.click("#drop button.main")
    page.wait_for_selector(".refused")
    judge("refused")
    case.open("evidence")
    page.locator("button[name=item]").first.click()
    page.wait_for_selector("iframe.sealed")
    judge("sealed")
    case.open("facts?term=statement_false")
    page.fill("#enter textarea[name=reason]", "no value is chosen")
    page.evaluate("document.querySelectorAll('#enter [required]').forEach(field => field.required = false)")
    page.click("#enter button.main")
    page.wait_for_selector(".refused")
    judge("fact")
    case.draft("evidence-list")
    judge("drawn")
    case.open("bundle")
    with page.expect_download() as waiting:
        page.click("#bundle button.main")
    packed = folder / "packed.zip"
    packed.write_bytes(pathlib.Path(waiting.value.path()).read_bytes())
    judge("packed")
    case.verify(packed)
    judge("verified")
    case.open("recompute")
    page.set_input_files("#drop input[accept]", str(packed))
    page.click("#drop button.main")
    page.wait_for_selector("#recomputed", timeout=120_000)
    expect("Derive another one again" in page.locator("main").inner_text(), "the way on is that of this page")
    judge("recomputed")
    columns_judged(page, case, folder, judge)
    case.open("papers/platform-notice")
    page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)")
    page.evaluate("document.querySelector('input[name=\"answer.delivery_day\"]').type = 'text'")
    page.fill("input[name='answer.delivery_day']", "soon")
    page.locator("button[name=format][value=keep]").first.click()
    page.wait_for_selector("#refused")
    expect(page.evaluate("document.activeElement.getAttribute('aria-describedby')") == "refused", "its field is the first to be typed into")
    judge("day")
    case.open("evidence?aside=item-000001")
    page.fill("#aside input[name=reason]", "not ours")
    page.locator("#aside form button").first.click()
    page.wait_for_selector("#saved")
    judge("aside")
    case.open("hand-over")
    page.select_option("select[name=way]", index=1)
    page.select_option("select[name='from-body']", "police")
    page.select_option("select[name='to-body']", "court")
    page.fill("input[name=on]", "2020-01-02")
    page.click("#hand-over button.main")
    page.wait_for_selector("#look")
    expect("days ago" in page.locator("#look").inner_text(), "a day long ago is looked at twice")
    judge("look")
    page.check("#look input[name=sure]")
    page.click("#look button.main")
    page.wait_for_selector("#sheet")
    case.open("")
    expect(page.locator("#gone").count() == 1, "what goes on elsewhere is read here")
    judge("gone")
    bench.go("/")
    judge("list")
    page.context.clear_cookies()
    bench.go("/")
    judge("door")
    bench.go("/left")
    judge("left")
    expect(not wrong, "\n".join(wrong))
    quiet = ("401", "422")
    expect(not [line for line in bench.trouble if not any(mark in line for mark in quiet)], "\n".join(bench.trouble))


SCENARIOS = {"answers-lost": answers_lost, "keys": keys, "answers-judged": answers_judged, "printed": printed}
