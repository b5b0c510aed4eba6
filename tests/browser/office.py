"""A first day in an office: signing in, a case of one's own, members, and what a stranger is told."""

import re

from pages import Case, Workbench, axe_source

PASSWORD = "three old boats at noon"
NONE = "/c/rd-0000000000000000"
WIDTHS = [(390, 844), (768, 1024), (1280, 900)]


def expect(holds, said):
    if not holds:
        raise AssertionError(said)


def sign_in(browser, link, name, password=PASSWORD, **how):
    """Somebody in a window of their own."""
    bench = Workbench(browser.new_context(**{"locale": "en-GB", **how}).new_page(), re.match(r"http://[^/]*", link).group(0))
    bench.page.goto(link)
    bench.page.fill("input[name=name]", name)
    bench.page.fill("input[name=password]", password)
    bench.page.click("main button")
    bench.page.wait_for_load_state()
    return bench


def answer(bench, path):
    """What comes back for an address: its status, and its words without the address."""
    got = bench.page.goto(bench.base + path)
    return got.status, bench.page.locator("main").inner_text(), bench.page.title()


def first_day(browser, link, folder):
    """Ann begins a case and brings in Bob; Eve is told nothing; the keeper makes an account for Dan, who comes in with it."""
    ann = sign_in(browser, link, "ann")
    case = ann.begin("Spring")
    case.open("members")
    expect(ann.page.locator("#members li").count() == 1, "whoever begins a case is its first member")
    ann.page.fill("#bring-in input[name=member]", "nobody")
    ann.page.select_option("#bring-in select[name=in-role]", "counsel")
    ann.page.click("#bring-in button.main")
    ann.page.wait_for_selector("#refused")
    expect(ann.page.input_value("#bring-in input[name=member]") == "nobody", "what was typed stays")
    ann.page.fill("#bring-in input[name=member]", "bob")
    ann.page.click("#bring-in button.main")
    ann.page.wait_for_selector("#members li:nth-child(2)")
    bob = sign_in(browser, link, "bob")
    expect("Spring" in bob.page.locator("main").inner_text(), "the case stands in Bob's list")
    theirs = Case(bob.go(case.address))
    theirs.open("members")
    expect(bob.page.locator("#members .tag").first.inner_text() == "you", "Bob finds himself among the members")
    # Eve is on no case: what there is and what there is not are one answer, on every page.
    eve = sign_in(browser, link, "eve")
    expect(case.address not in eve.page.content() and eve.page.locator("main ul.lines li").count() == 0, "no trace in Eve's list")
    for page in ["", "/members", "/evidence", "/procedure/calendar", "/history"]:
        there, none = answer(eve, case.address + page), answer(eve, NONE + page)
        expect(there == none and there[0] == 404, f"{page}: {there} is not {none}")
    # The membership is ended, and Bob is out with his next page.
    case.open("members")
    ann.page.click("#members li:nth-child(2) summary")
    ann.page.check("#members li:nth-child(2) input[name=sure]")
    ann.page.click("#members li:nth-child(2) details button")
    ann.page.wait_for_selector("#members li:nth-child(2)", state="detached")
    expect(answer(bob, case.address) == answer(bob, NONE), "Bob is told what Eve is told")
    keeper = sign_in(browser, link, "keeper")
    keeper.go("/office")
    keeper.page.fill("#new-account input[name=account-name]", "dan")
    keeper.page.check("#new-account input[name=holds][value=relative]")
    for field in ("new-password", "new-again"):
        keeper.page.fill(f"#new-account input[name={field}]", "seven grey herons by the weir")
    keeper.page.click("#new-account button.main")
    keeper.page.wait_for_selector("#accounts :text('dan')")
    dan = sign_in(browser, link, "dan", "seven grey herons by the weir")
    expect(dan.page.locator("h1").inner_text() == "Cases", "Dan came in")
    look(browser, link, folder, case)
    trouble = [one for bench in (ann, bob, eve, keeper, dan) for one in bench.trouble if "404" not in one and "422" not in one]
    expect(not trouble, "\n".join(trouble))


def look(browser, link, folder, case):
    """The pages that there are in an office alone, in both languages and at three widths."""
    source, wrong = axe_source(), []
    shots = folder / "shots"
    shots.mkdir()
    for name, paths in {"ann": [f"{case.address}/members", "/office", "/settings", "/"], "keeper": ["/office", "/office/log"]}.items():
        for language in ("zh-CN", "en-GB"):
            for width, height in WIDTHS:
                bench = sign_in(browser, link, name, locale=language, viewport={"width": width, "height": height},
                                color_scheme="dark" if width == 768 else "light")
                for number, path in enumerate(paths):
                    bench.go(path)
                    bench.page.screenshot(path=str(shots / f"{name}-{number}-{language}-{width}.png"), full_page=True)
                    place = f"{name} {path} {language} {width}"
                    wrong += [f"{place}: sticks out by {bench.overflow()}"] if bench.overflow() > 0 else []
                    wrong += [f"{place}: too small: {text}" for text in bench.small_text()[:3]]
                    wrong += [f"{place}: {one}" for one in bench.axe(source)]
                bench.page.context.close()
    expect(not wrong, "\n".join(wrong))


SCENARIOS = {"office": first_day}
