"""What was captured and is looked at: in a real browser nothing of it runs, loads or leads anywhere."""

from work import enter, expect

HOSTILE = """<!DOCTYPE html><script>top.document.title = 'ran'; fetch('http://evil.example/')</script>
<img src="http://evil.example/seen.png" onerror="top.document.title = 'ran'"><a href="http://evil.example/">here</a>
<meta http-equiv="refresh" content="0;url=http://evil.example/"><form action="http://evil.example/"><button>go</button></form>
<style>body { background: url(http://evil.example/style.png) }</style></pre></body></html>
<iframe srcdoc="<script>top.document.title = 'ran'</script>"></iframe>"""
DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" onload="top.document.title = 'ran'"><script>top.document.title = 'ran'</script>
<image href="http://evil.example/seen.png"/><foreignObject><iframe src="http://evil.example/"/></foreignObject></svg>"""
OBJECTS = [
    b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.launchURL\\(\"http://evil.example/\"\\)) >> >>",
    b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>",
    b"<< /Length 30 >>\nstream\n1 0 0 rg 100 500 200 100 re f \nendstream",
]


def pdf():
    text, places = b"%PDF-1.7\n", []
    for number, body in enumerate(OBJECTS, 1):
        places.append(len(text))
        text += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return text + b"xref\n0 5\n0000000000 65535 f \n" + table + b"trailer\n<< /Root 1 0 R /Size 5 >>\nstartxref\n%d\n%%%%EOF\n" % len(text)


def inert(browser, link, folder):
    bench = enter(browser, link, viewport={"width": 1280, "height": 900})
    page, case = bench.page, bench.begin("Spring")
    captured = folder / "captured"
    captured.mkdir()
    (captured / "a.html").write_text(HOSTILE)
    (captured / "b.svg").write_text(DRAWING)
    (captured / "c.pdf").write_bytes(pdf())
    # A picture of a page that the browser itself made.
    page.screenshot(path=str(captured / "d.png"))
    case.choose(*sorted(captured.iterdir()))
    for number, shows in ((1, "top.document.title"), (2, "foreignObject"), (3, None), (4, None)):
        item = f"item-{number:06}"
        case.open("evidence")
        page.click(f"button[name=item][value={item}]")
        page.wait_for_selector("iframe.sealed")
        page.wait_for_timeout(500)
        frames = [frame for frame in page.frames if frame != page.main_frame]
        expect(len(frames) == 1, f"{item}: {len(frames)} documents are inside")
        inner = frames[0]
        if shows:
            expect(shows in inner.locator("pre").inner_text(), f"{item}: its source is shown")
        else:
            drawn = inner.locator("img")
            expect(drawn.count() == 1, f"{item}: {drawn.count()} pictures")
            box = drawn.bounding_box()
            expect(box["width"] > 200 and box["height"] > 200, f"{item}: the picture is drawn: {box}")
        tags = inner.locator("script, iframe, a, form, svg, object, embed, meta[http-equiv=refresh]").count()
        expect(tags == 0, f"{item}: {tags} live elements are in it")
        expect("Evidence" in page.title() and item not in page.title(), f"{item}: {page.title()}")
        expect(item in page.locator("main").inner_text(), f"{item} is named on the page")
        expect(bench.overflow() == 0, f"{item}: sticks out")
        page.screenshot(path=str(folder / f"sealed-{number}.png"))
    # The way out is there as on every page.
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url("**/left")
    # Requests to elsewhere and refusals by the policy are both trouble.
    expect(not bench.trouble, "\n".join(bench.trouble))


SCENARIOS = {"inert": inert}
