"""Pages in a real browser: they change by themselves and leave alone what somebody is doing."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web import chromium
from tests.web.portal.browser import ROOT
from tests.web.portal.conftest import Serve, Served
from tests.web.portal.test_actions import link

pytestmark = chromium.needed


def signed_in(browser: Browser, served: Served, **options: object) -> Page:
    """A page of the owner; what the browser finds wrong with it fails the test."""
    page = browser.new_page(**options)  # type: ignore[arg-type] # as Playwright takes it
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    page.goto(f"http://127.0.0.1:{served.port}{ROOT}/sign-in")
    page.click("text=Sign in as Giulia Bianchi")
    expect(page.locator("h1")).to_have_text("Hello, Giulia Bianchi")
    return page


def test_a_page_changes_by_itself_and_tells_what(browser: Browser, serve: Serve) -> None:
    served = serve()
    page = signed_in(browser, served)
    code = served.session.world.portal.code
    expect(page.locator("#code")).to_have_text(f"{code[:4]} {code[4:]}")
    link(served)
    expect(page.locator("#news")).to_contain_text("Your car is linked now: Giulia Bianchi.")
    expect(page.locator("#code")).to_have_count(0)
    served.do("portal order carfinder")
    expect(page.locator("#news")).to_have_text("The services have changed.")
    expect(page.locator("main")).to_contain_text("after the car is restarted while it is online")
    served.do("car restart")
    expect(page.locator("#news")).to_contain_text("Active in the PCM now:")
    served.do("net none")
    expect(page.locator("main")).to_contain_text("The car cannot be reached now.")
    served.do("net home LTE bars 4", "portal down")
    expect(page.locator("h1")).to_have_text("My Porsche does not answer")
    served.do("portal up")
    expect(page.locator("h1")).to_have_text("Hello, Giulia Bianchi")
    served.do("portal delete-account")
    expect(page).to_have_url(re.compile("sign-in"))
    expect(page.locator("#said")).to_contain_text("you were signed out")
    page.close()


def test_what_is_being_typed_and_pointed_at_stays(browser: Browser, serve: Serve) -> None:
    served = serve()
    page = signed_in(browser, served)
    page.click("nav >> text=My vehicles")
    page.fill("#vin", "WP0ZZZ99")
    page.evaluate("document.getElementById('vin').setSelectionRange(2, 5)")
    page.evaluate("document.getElementById('vin').kept = 'the old one'")
    link(served)
    expect(page.locator("main")).to_contain_text("Linked")
    expect(page.locator("#vin")).to_have_value("WP0ZZZ99")
    expect(page.locator("#vin")).to_be_focused()
    assert page.evaluate("document.getElementById('vin').selectionStart") == 2
    assert page.evaluate("document.getElementById('vin').kept") is None, "it was not replaced"
    page.close()


def test_it_works_without_a_script(browser: Browser, serve: Serve) -> None:
    served = serve()
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{served.port}{ROOT}")
    page.click("text=Sign in as Giulia Bianchi")
    page.click("text=Order and manage services")
    page.click("#do-order-carfinder")
    expect(page.locator("#said")).to_contain_text("Carfinder: ordered.")
    assert served.session.world.portal.car.booking("carfinder")
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_no_page_is_wider_than_its_window(browser: Browser, serve: Serve, width: int) -> None:
    served = serve("taycan-j1", 2022)
    page = signed_in(browser, served, viewport={"width": width, "height": 800})
    vin, seen = served.session.setup.vin, 0
    paths = (
        "",
        "/vehicles",
        f"/vehicles/{vin}",
        "/security-code",
        "/account",
        f"/app/garage/{vin}",
    )
    for language in ("de", "it"):
        for path in paths:
            page.goto(f"http://127.0.0.1:{served.port}{ROOT}{path}?language={language}")
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
            seen += 1
    assert seen == 12
    page.close()


def test_a_lost_server_is_told(browser: Browser, serve: Serve) -> None:
    served = serve()
    page = signed_in(browser, served)
    expect(page.locator("#lost")).to_be_hidden()
    served.site.close()
    expect(page.locator("#lost")).to_be_visible()
    expect(page.locator("#lost")).to_contain_text("Trying again")
    page.close()
