"""What people do at length in the workbench: scroll through every post, enter one fact together, lose the server."""

import re
import time

from pages import EXAMPLE, Case, Workbench


def expect(holds, said):
    if not holds:
        raise AssertionError(said)


def base_of(link):
    return re.match(r"http://[^/]*", link).group(0)


def enter(browser, link, **how):
    bench = Workbench(browser.new_context(locale="en-GB", **how).new_page(), base_of(link))
    bench.page.goto(link)
    return bench


def case_of(bench):
    bench.go("/")
    bench.page.locator("a[href^='/c/']").first.click()
    bench.page.wait_for_url("**/c/**")
    return Case(bench)


def until(holds, said, seconds=60):
    end = time.monotonic() + seconds
    while not holds():
        expect(time.monotonic() < end, said)
        time.sleep(0.1)


def many_posts(browser, link, folder):
    """100,000 posts scroll through one window; what was ticked stays ticked; no more than a window is in the page."""
    bench = enter(browser, link, viewport={"width": 1280, "height": 900})
    page, case = bench.page, case_of(bench)
    case.open("posts")
    total = int(page.locator("#window").get_attribute("data-total"))
    expect(total == 100_000, f"{total} posts")
    page.wait_for_selector(".window .post")
    rows = page.locator(".window .post")
    place = lambda: page.evaluate("[...document.querySelectorAll('.window .post')].map(row => Number(row.dataset.place))")
    expect(rows.count() < 60, f"{rows.count()} rows are in the page")
    # By wheel and by jumps, from the first to the last.
    page.mouse.move(600, 600)
    for _ in range(20):
        page.mouse.wheel(0, 700)
        page.wait_for_timeout(20)
    until(lambda: page.evaluate("document.getElementById('window').scrollTop") > 3000, "the wheel moves the list")
    slowest = 0.0
    for part in (0.1, 0.5, 0.9, 0.25, 1.0):
        began = time.monotonic()
        page.evaluate("part => { const list = document.getElementById('window'); list.scrollTop = part * list.scrollHeight; }", part)
        wanted = int(part * total) - 10
        until(lambda: any(abs(row - wanted) < 200 for row in place()), f"nothing stands at {part}")
        slowest = max(slowest, time.monotonic() - began)
        expect(rows.count() < 60, f"{rows.count()} rows are in the page")
    until(lambda: total - 1 in place(), "the last post is there")
    print(f"100,000 posts: the slowest jump took {slowest * 1000:.0f} ms")
    expect(slowest < 10, f"a jump took {slowest:.1f} s")
    expect("100,000" in page.locator("#list [role=status]").inner_text(), "where one is, the page says")
    expect("第" not in page.locator("#list").inner_text(), "no word of a post is in the page")
    # Keys: the row above, ticked; then far away and back, still ticked.
    page.locator(f".post[data-place='{total - 1}']").focus()
    page.keyboard.press("k")
    until(lambda: page.evaluate("document.activeElement.dataset.place") == str(total - 2), "K goes to the row above")
    page.keyboard.press("x")
    page.evaluate("document.getElementById('window').scrollTop = 0")
    until(lambda: 0 in place(), "the first post is there again")
    page.locator(".post[data-place='0'] input[type=checkbox][name=post]").check()
    page.locator("#labels summary").click()
    page.fill("#bulk input[name=label]", "for the lawyer")
    page.click("#bulk button[value=in]")
    page.wait_for_url("**/posts**")
    case.open("posts?label=for+the+lawyer")
    expect(page.locator(".post").count() == 2, "both, the one in sight and the one that was not, have the label")
    # Where one is stands in the address: the page opened anew is there.
    case.open("posts?skip=70000")
    until(lambda: 70_000 in place(), "the address leads to the row")
    # The filters and the window go together.
    case.open("posts?account=1")
    few = int(page.locator("#window").get_attribute("data-total"))
    expect(0 < few < total, f"{few} of one account")
    # On a phone the rows are higher, and the last is reached all the same.
    page.set_viewport_size({"width": 390, "height": 844})
    case.open("posts")
    page.wait_for_selector(".window .post")
    page.evaluate("const list = document.getElementById('window'); list.scrollTop = list.scrollHeight")
    until(lambda: total - 1 in place(), "the last post is there on a phone")
    expect(bench.overflow() == 0, "nothing sticks out")
    page.screenshot(path=str(folder / "many-posts.png"))
    expect(not bench.trouble, "\n".join(bench.trouble))


def two_people(browser, link, folder):
    """Two people, each with a program of their own on the same cases, enter one fact."""
    first = enter(browser, link)
    first.example()
    second = enter(browser, (folder / "second").read_text())
    for bench, name in ((first, "Zhou"), (second, "Lin")):
        bench.go("/settings")
        bench.page.fill("input[name=by]", name)
        bench.page.click("#name button")
        bench.go(f"{EXAMPLE}/facts?term=victim_minor")
        bench.page.check("input[name=value][value=no]")
        bench.page.fill("#enter textarea[name=reason]", f"says {name}")
    first.page.click("#enter button.main")
    first.page.wait_for_selector(".fact, .refused")
    expect(first.page.locator(".fact").count() > 0, first.page.locator("main").inner_text())
    second.page.click("#enter button.main")
    second.page.wait_for_selector(".refused")
    told = second.page.locator(".refused").inner_text()
    expect("Zhou" in told and "entry" in told, f"who entered it is said: {told}")
    second.go(f"{EXAMPLE}/facts")
    listed = second.page.locator("#entered").inner_text()
    expect("says Zhou" in listed and "says Lin" not in listed, "nothing of the second was entered")
    # Having looked, the second enters theirs beside it; both stand.
    second.go(f"{EXAMPLE}/facts?term=victim_minor")
    second.page.check("input[name=value][value=yes]")
    second.page.fill("#enter textarea[name=reason]", "says Lin")
    second.page.click("#enter button.main")
    second.page.wait_for_selector(".fact")
    first.go(f"{EXAMPLE}/facts")
    listed = first.page.locator("#entered").inner_text()
    expect("says Zhou" in listed and "says Lin" in listed, "each sees what the other entered")
    # A page that was refused is an answer of 409, which the browser notes.
    second.trouble = [line for line in second.trouble if "409" not in line]
    expect(not first.trouble and not second.trouble, "\n".join(first.trouble + second.trouble))


def restart(browser, link, folder):
    """The server ends in the middle of an upload: the page says so, nothing is half-kept, and it can be done again."""
    bench = enter(browser, link)
    case = bench.begin("Spring")
    case.open("evidence")
    large = folder / "large.bin"
    large.write_bytes(bytes(range(256)) * 80_000)
    slow = bench.page.context.new_cdp_session(bench.page)
    slow.send("Network.enable")
    slow.send("Network.emulateNetworkConditions", {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": 500_000})
    bench.page.set_input_files("#files", str(large))
    bench.page.click("#drop button.main")
    # The policy of the page lets no text be run as script, and so nothing of playwright's that waits in the page.
    until(lambda: bench.page.evaluate("document.querySelector('#progress progress').value") > 5, "the upload is under way")
    (folder / "uploading").write_text("now")
    bench.page.wait_for_selector("#progress p:not(:empty)")
    said = bench.page.locator("#progress p").inner_text()
    expect("nothing was taken in" in said, f"the page says what happened: {said}")
    expect(bench.page.locator("h1").inner_text() == "Evidence", "the page is still there")
    (folder / "lost").write_text("now")
    until(lambda: (folder / "again").exists(), "the server has begun again")
    bench.trouble.clear()
    slow.send("Network.emulateNetworkConditions", {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1})
    # The session ended with the server: a new link, the same case, and nothing of the upload in it.
    bench.page.goto((folder / "again").read_text())
    case.open("evidence")
    expect("Nothing here yet" in bench.page.locator("main").inner_text(), "nothing was half-kept")
    case.choose(large)
    expect(bench.page.locator("#added li").count() == 1, "done again, it is there")
    case.open("history")
    expect(bench.page.locator("#ledger tbody tr").count() == 2, "opened and sealed, and nothing between")
    expect(not bench.trouble, "\n".join(bench.trouble))


SCENARIOS = {"many-posts": many_posts, "two-people": two_people, "restart": restart}
