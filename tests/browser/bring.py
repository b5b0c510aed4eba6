"""Bringing files as the system's file manager does: whole folders, at once, with names that a browser cannot read."""

import json
import os

from work import enter, expect, until


def items(bench, case):
    answer = bench.page.context.request.get(f"{bench.base}/api/v1{case.address}/evidence")
    return json.loads(answer.text())["items"]


def folder_drop(browser, link, folder):
    """3,000 files of a folder that is dropped, sent at once: every one of them comes, in the order of their names."""
    bench = enter(browser, link, viewport={"width": 1280, "height": 900})
    page, case = bench.page, bench.begin("Spring")
    many = folder / "many"
    # Written in an order that is not that of their names, in folders below the one that is dropped.
    for number in sorted(range(3000), key=lambda n: (n * 7919) % 3000):
        below = many / f"part-{number % 30:02}"
        below.mkdir(parents=True, exist_ok=True)
        (below / f"note-{number:04}.txt").write_text(f"note {number}")
    case.drag(many)
    # At once, and again and again: whoever presses while files are looked for sends nothing yet.
    held = page.locator("#drop button.main").is_disabled()
    page.evaluate("document.querySelector('#drop').requestSubmit()")
    expect(held, "the button waits while files are looked for")
    expect(page.locator("#progress").is_hidden(), "nothing was sent before all was found")
    until(lambda: "Files found: 3,000" in page.locator("#found").inner_text(), "how many were found is said", 120)
    page.screenshot(path=str(folder / "folder-drop.png"))
    page.click("#drop button.main")
    page.wait_for_selector("#added", timeout=120_000)
    names = [one["item"]["name"] for one in items(bench, case)]
    expect(len(names) == 3000, f"{len(names)} of 3,000 came")
    expect(names == sorted(names), "they stand in the order of their names")
    expect(names[0] == "many/part-00/note-0000.txt", names[0])
    expect(not bench.trouble, "\n".join(bench.trouble))


def unread_file(browser, link, folder):
    """One file that the browser cannot read is named, and the others come all the same."""
    bench = enter(browser, link, viewport={"width": 1280, "height": 900})
    page, case = bench.page, bench.begin("Spring")
    mixed = folder / "mixed"
    mixed.mkdir()
    for name in ("a", "m", "z"):
        (mixed / f"{name}.txt").write_text(name)
    # As programs of another time wrote names: no UTF-8.
    (folder / "mixed").joinpath(os.fsdecode("证据".encode("gbk") + b".txt")).write_text("four")
    case.drag(mixed)
    page.wait_for_selector("#unread li", timeout=20_000)
    expect("Files found: 3" in page.locator("#found").inner_text(), page.locator("#found").inner_text())
    expect("mixed/" in page.locator("#unread li").inner_text(), page.locator("#unread li").inner_text())
    page.screenshot(path=str(folder / "unread-file.png"))
    page.click("#drop button.main")
    page.wait_for_selector("#added")
    expect("mixed/" in page.locator("#unread").inner_text(), "what did not come is named beside what came")
    expect(len(items(bench, case)) == 3, "the others came")
    # Begun anew, nothing is left of what was chosen.
    case.drag(mixed / "a.txt")
    until(lambda: page.locator("#found").inner_text() == "Files found: 1", "one is found")
    page.click("#start-over")
    expect(page.locator("#picked li").count() == 0 and page.locator("#found").inner_text() == "", "nothing is left")
    expect(not bench.trouble, "\n".join(bench.trouble))


def refused_files(browser, link, folder):
    """What is refused is named beside what was chosen, which stays: it is taken out, and the others go with one press."""
    bench = enter(browser, link, viewport={"width": 390, "height": 844})
    page, case = bench.page, bench.begin("Spring")
    note, torn = folder / "note.txt", folder / "torn.csv"
    note.write_text("one")
    torn.write_text("")
    bundle = folder / "theirs"
    (bundle / "data").mkdir(parents=True)
    (bundle / "bagit.txt").write_text("BagIt-Version: 1.0\n")
    (bundle / "data" / "x").write_text("x")
    case.open("evidence")
    # All or none, so that one that cannot be read stops the other.
    page.click("#drop details summary")
    page.check("input[name=all-or-none]")
    page.set_input_files("#files", [str(note), str(torn)])
    # A field that is refused says so, and is marked.
    page.fill("#drop input[name=clock-ahead]", "abc")
    page.click("#drop button.main")
    page.wait_for_selector("#not-taken")
    said = page.locator("#not-taken").inner_text()
    expect("abc" in said and page.locator("#not-taken").is_visible(), said)
    expect(page.locator("#drop input[name=clock-ahead]").get_attribute("aria-invalid") == "true", "the field is marked")
    page.fill("#drop input[name=clock-ahead]", "")
    page.click("#drop button.main")
    page.wait_for_function("() => { const said = document.querySelector('#not-taken'); return said && said.innerText.includes('torn.csv'); }")
    said = page.locator("#not-taken").inner_text()
    expect("torn.csv" in said and "still here" in said and "again:" not in said, said)
    expect(page.locator("#picked li").count() == 2, "what was chosen stays")
    page.screenshot(path=str(folder / "refused-files.png"))
    page.locator("#picked li button").nth(1).click()
    expect(page.locator("#found").inner_text() == "Files found: 1", "one is left")
    expect(bench.overflow() <= 0, "nothing sticks out")
    page.click("#drop button.main")
    page.wait_for_selector("#added")
    expect([one["item"]["name"] for one in items(bench, case)] == ["note.txt"], "it came")
    # A bundle among other things is left out and named; the others are taken.
    more = folder / "more.txt"
    more.write_text("two")
    case.drag(bundle, more)
    page.wait_for_selector("#picked li:nth-child(3)")
    page.click("#drop button.main")
    page.wait_for_selector("#added")
    said = page.locator(".card.refused").inner_text()
    expect("“theirs” is a bundle" in said and "Everything else was taken" in said, said)
    expect(len(items(bench, case)) == 2, "the other came")
    bench.trouble = [one for one in bench.trouble if "422" not in one]
    expect(not bench.trouble, "\n".join(bench.trouble))


SCENARIOS = {"folder-drop": folder_drop, "unread-file": unread_file, "refused-files": refused_files}
