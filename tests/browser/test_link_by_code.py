"""A car that is linked by a code, from start to end with two tabs: My Porsche and the head unit."""

import pytest
from playwright.sync_api import expect

from tests.browser import portal
from tests.browser.conftest import Profile, Start, Touch
from tests.procedures.cars import PCM_41_SET, PCM_50


def test_a_718_is_linked_served_and_left(start: Start, profile: Profile, touch: Touch) -> None:
    program = start("--car", "718-982", "--year", "2018")
    watched = profile(program)
    unit, page = watched.open_unit(), portal.sign_in(watched)
    code = portal.read_code(page)
    finger = touch(unit, "718-982", 2018)

    finger.open_link()
    finger.type_on_keypad(code)
    finger.touch("overlay_ok")
    finger.agree()
    assert finger.state("account") == "logged_in"
    expect(unit.locator("#mirror")).to_contain_text("Giulia Bianchi")
    expect(page.locator("#news")).to_contain_text("Your car is linked now: Giulia Bianchi.")
    expect(page.locator("#code")).to_have_count(0)

    portal.order(page, "Carfinder")
    finger.outside("portal order carfinder")
    expect(page.locator("main")).to_contain_text("after the car is restarted while it is online")
    finger.touch("bench_restart")
    expect(page.locator("#news")).to_contain_text("Active in the PCM now:")
    finger.do("go service_overview")
    finger.do("tap service_overview")
    expect(unit.locator("#mirror")).to_contain_text("Carfinder, Giorni rimanenti: 365")

    finger.walk("link")
    portal.delete_account(page)
    finger.outside("portal delete-account")
    finger.agree()
    expect(unit.locator("#mirror")).to_contain_text("L'utente è stato disconnesso")
    finger.touch("overlay_ok")
    finger.agree()
    expect(unit.locator("#mirror")).not_to_contain_text("Giulia Bianchi")
    assert program.end() == ""


@pytest.mark.parametrize(("car", "year"), [PCM_41_SET, PCM_50])
def test_other_generations_are_linked(
    start: Start, profile: Profile, touch: Touch, car: str, year: int
) -> None:
    program = start("--car", car, "--year", str(year))
    watched = profile(program)
    unit, page = watched.open_unit(), portal.sign_in(watched)
    finger = touch(unit, car, year)
    finger.open_link()
    finger.type_on_keypad(portal.read_code(page))
    finger.touch("overlay_ok")
    expect(page.locator("#news")).to_contain_text("Your car is linked now: Giulia Bianchi.")
    finger.agree()
    assert program.end() == ""
