"""A Taycan from start to end: Porsche ID and security code on the drawn keyboard, two tabs."""

from playwright.sync_api import expect

from connectivity.outside.profiles import load_world
from tests.browser import portal
from tests.browser.conftest import Profile, Start, Touch

SECURITY_CODE = "4711"


def test_a_taycan_is_linked_served_and_left(start: Start, profile: Profile, touch: Touch) -> None:
    program = start("--car", "taycan-j1", "--year", "2022")
    watched, owner = profile(program), load_world().owner
    unit, page = watched.open_unit(), portal.sign_in(watched)
    expect(page.locator("main")).to_contain_text(owner.email)
    expect(page.locator("#code")).to_have_count(0)
    portal.set_security_code(page, SECURITY_CODE)
    page.get_by_role("link", name="Start").click()
    finger = touch(unit, "taycan-j1", 2022)
    finger.outside(f"portal security-code {SECURITY_CODE}")

    finger.open_link()
    finger.type_on_keyboard(owner.email)
    finger.touch("overlay_ok")
    finger.type_on_keyboard(owner.password)
    finger.touch("overlay_ok")
    finger.type_on_keypad(SECURITY_CODE)
    finger.touch("overlay_ok")
    finger.agree()
    assert finger.state("account") == "logged_in"
    expect(page.locator("#news")).to_contain_text("Your car is linked now: Giulia Bianchi.")

    portal.order(page, "Carfinder")
    finger.outside("portal order carfinder")
    finger.touch("bench_restart")
    expect(page.locator("#news")).to_contain_text("Active in the PCM now:")
    finger.do("go service_overview")
    finger.do("tap service_overview")
    expect(unit.locator("#mirror")).to_contain_text("Carfinder, Giorni rimanenti: 365")

    portal.delete_account(page)
    finger.outside("portal delete-account")
    finger.walk("link")
    finger.agree()
    expect(unit.locator("#mirror")).not_to_contain_text(owner.name)
    assert program.end() == ""
