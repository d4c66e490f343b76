"""Several pages of one head unit, the keyboard alone, and a server that goes and comes back."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import portal
from tests.browser.conftest import Profile, Start
from tests.browser.watched import DRAWN

MOST_TABS = 60
HOME_PAGE = """
- heading "HOME" [level=1]
- paragraph: /10:4\\d · .* · eSIM/
- list:
  - listitem:
    - button "NAV"
  - listitem:
    - button "MAP"
- navigation "Keys of the head unit":
  - list:
    - listitem:
      - button "HOME" [pressed]
    - listitem:
      - button "NAV"
"""


def steers(page: Page, words: str) -> None:
    expect(page.locator("[data-part=who]")).to_have_text(words)


def title(page: Page, words: str) -> None:
    expect(page.locator("#mirror h1")).to_have_text(words)


def press(page: Page, name: str) -> None:
    """A button of the words beside the picture."""
    page.locator("#mirror").get_by_role("button", name=name, exact=True).first.dispatch_event(
        "click"
    )


def tab_to(page: Page, selector: str) -> None:
    """As somebody does who has no mouse."""
    for _ in range(MOST_TABS):
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab leads to no {selector}")


def test_three_look_on_and_one_steers(start: Start, profile: Profile) -> None:
    program = start("--car", "718-982", "--year", "2018", "--language", "en")
    first, second, third = (profile(program).open_unit() for _ in range(3))
    steers(first, "You steer")
    steers(second, "Viewer 1 steers")
    expect(third.locator("[data-part=watching]")).to_have_text("3 viewers · you are number 3")
    press(second, "NAV")
    press(first, "PHONE")
    for page in (first, second, third):
        title(page, "PHONE")

    second.get_by_role("button", name="Take over").click()
    steers(second, "You steer")
    press(second, "HOME")
    title(third, "HOME")
    second.get_by_role("button", name="Give away").click()
    for page in (first, second, third):
        steers(page, "Nobody steers: touch the display")
    press(third, "MAP")
    steers(third, "You steer")
    steers(first, "Viewer 3 steers")
    title(first, "MAP")

    third.context.close()
    steers(first, "Nobody steers: touch the display")
    first.reload()
    first.wait_for_function(DRAWN)
    title(first, "MAP")
    press(first, "HOME")
    title(second, "HOME")
    assert program.end() == ""


def test_the_keyboard_alone_links_a_718(start: Start, profile: Profile) -> None:
    program = start("--car", "718-982", "--year", "2018", "--language", "en")
    watched = profile(program)
    page = portal.sign_in(watched)
    code = portal.read_code(page)
    unit = watched.open_unit()
    expect(unit.locator("#mirror")).to_match_aria_snapshot(HOME_PAGE)
    for row, then in (
        ("tap apps", "APPS"),
        ("key OPT", "OPT"),
        ("tap login_porsche_connect", "Login Porsche Connect"),
    ):
        tab_to(unit, f'#mirror [data-line="{row}"]')
        unit.keyboard.press("Enter")
        title(unit, then)
    tab_to(unit, '#mirror [data-line="tap enter_pairing_code"]')
    unit.keyboard.press("Enter")
    expect(unit.locator("#mirror [data-line=erase]")).to_have_count(1)
    tab_to(unit, "#stage")
    unit.keyboard.type(code)
    expect(unit.locator("[data-part=words]")).to_contain_text("•" * len(code))
    unit.keyboard.press("Enter")
    expect(unit.locator("[data-part=status]")).to_contain_text("Giulia Bianchi")
    page.bring_to_front()
    expect(page.locator("#news")).to_contain_text("Your car is linked now: Giulia Bianchi.")
    assert program.end() == ""


def test_pages_come_back_with_their_server(start: Start, profile: Profile) -> None:
    program = start("--car", "718-982", "--year", "2018", "--language", "en")
    watched = profile(program)
    page, unit = portal.sign_in(watched), watched.open_unit()
    press(unit, "PHONE")
    title(unit, "PHONE")
    watched.lost = True  # the browser's console says that it is
    program.kill()
    expect(unit.locator("#lost")).to_contain_text("tries again by itself")
    expect(page.locator("#lost")).to_contain_text("Trying again")
    program.start_again()
    expect(unit.locator("#lost")).to_be_hidden()
    title(unit, "PHONE")  # as it was before: its memory is on the disk
    steers(unit, "You steer")
    press(unit, "MAP")
    title(unit, "MAP")
    expect(page.locator("#lost")).to_be_hidden()
    expect(page).to_have_url(re.compile(f"^{program.address}my-porsche/sign-in"))
    watched.lost = False
    assert program.end() == ""
