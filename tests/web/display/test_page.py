"""The page of the head unit in a real browser, served by the program as users start it."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from pcm.web.addresses import own_addresses
from tests.web import chromium

PATIENCE_MS = 10_000
DRAWN = "() => Number(document.querySelector('canvas').dataset.version) > 0"
pytestmark = chromium.needed


@contextmanager
def served(*options: str, port: str = "0") -> Iterator[str]:
    """The program with --web; its address, with --listen that of the class."""
    command = [sys.executable, "-m", "pcm.cli", "--web", "--port", port, "--memory", "none"]
    with subprocess.Popen(
        [*command, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        try:
            here = process.stdout.readline()
            told = process.stdout.readline() if "--listen" in options else here
            yield told.partition(": ")[2].strip()
        finally:
            process.send_signal(signal.SIGINT)
            assert process.communicate()[1] == "" or "--listen" in options


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with served("--car", "718-982", "--year", "2017", "--language", "de") as address:
        yield address


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page that sees the head unit; what the browser finds wrong with it is a fault."""
    page = browser.new_page(viewport={"width": 1280, "height": 860})
    page.set_default_timeout(PATIENCE_MS)
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(address)
    page.wait_for_function(DRAWN)
    page.evaluate("document.querySelector('[data-line=\"key HOME\"]').click()")
    wait_title(page, "HOME")
    yield page
    page.close()
    assert faults == []


def wait_title(page: Page, title: str) -> None:
    page.wait_for_function(
        "title => document.querySelector('#mirror h1').textContent === title", arg=title
    )


def place(page: Page, across: float, down: float) -> tuple[float, float]:
    """A place of the display on the page, as shares of its width and height."""
    found = page.evaluate(
        """([across, down]) => {
            const canvas = document.querySelector('canvas'), seen = canvas.getBoundingClientRect();
            const scale = seen.width / canvas.width;
            const pixel = (scale * canvas.width) / 1600; // of the window
            const x = 203 + 814 * across, y = 101 + 488 * down;
            return [seen.left + pixel * x, seen.top + pixel * y];
        }""",
        [across, down],
    )
    return found[0], found[1]


def test_finger_keyboard_and_wheel_reach_the_head_unit(page: Page) -> None:
    page.mouse.click(*place(page, 0.12, 0.35))
    wait_title(page, "NAV")
    page.keyboard.press("Escape")
    wait_title(page, "HOME")
    before = page.get_attribute("canvas", "data-version")
    page.mouse.wheel(0, 100)
    page.keyboard.press("ArrowRight")
    page.wait_for_function(
        "before => document.querySelector('canvas').dataset.version !== before", arg=before
    )
    page.keyboard.press("F4")
    wait_title(page, "PHONE")


def test_the_display_is_there_in_words_with_buttons(page: Page) -> None:
    page.locator("#mirror").get_by_role("button", name="PHONE").first.focus()
    page.keyboard.press("Enter")
    wait_title(page, "PHONE")
    page.locator("#mirror").get_by_role("button", name="Nummer wählen").click()
    for digit in "12":
        page.locator("#mirror").get_by_role("button", name=digit, exact=True).click()
    page.locator("[data-part=words]").get_by_text("12").wait_for()
    page.locator("#mirror").get_by_role("button", name="Löschen", exact=True).click()
    page.locator("#mirror").get_by_role("button", name="Abbrechen").click()


def test_what_is_read_aloud_is_what_has_changed(page: Page) -> None:
    page.evaluate(
        """() => {
            window.changed = [];
            const note = (all) => window.changed.push(...all.map((one) => one.target.dataset.part));
            const parts = document.querySelectorAll('#mirror [data-part]');
            parts.forEach((part) => new MutationObserver(note).observe(part, { childList: true }));
        }"""
    )
    page.mouse.wheel(0, 0)
    page.keyboard.press("ArrowDown")
    page.evaluate("document.querySelector('[data-line=\"key MAP\"]').click()")
    wait_title(page, "MAP")
    changed = page.evaluate("window.changed")
    assert "title" in changed
    assert "news" in changed
    assert "status" not in changed


def test_on_a_phone_the_display_alone_fills_the_width(browser: Browser, address: str) -> None:
    phone = browser.new_page(viewport={"width": 390, "height": 844}, has_touch=True)
    phone.set_default_timeout(PATIENCE_MS)
    phone.goto(address)
    phone.wait_for_function(DRAWN)
    phone.locator("body[data-alone=true]").wait_for()
    phone.locator("#mirror").get_by_role("button", name="HOME").first.tap()
    wait_title(phone, "HOME")
    stage = phone.locator("#stage").bounding_box()
    assert stage
    assert stage["width"] == pytest.approx(390, abs=2)
    assert stage["height"] == pytest.approx(390 * 480 / 800, abs=4)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    assert phone.locator("#mirror").get_by_role("button", name="HOME").first.is_visible()
    phone.touchscreen.tap(stage["x"] + 0.12 * 390, stage["y"] + 0.35 * stage["height"])
    wait_title(phone, "NAV")
    phone.close()


def test_a_page_that_lost_its_server_says_so_and_comes_back(browser: Browser) -> None:
    page = browser.new_page()
    page.set_default_timeout(PATIENCE_MS)
    with served("--car", "taycan-j1", "--year", "2021") as address:
        page.goto(address)
        page.wait_for_function(DRAWN)
        assert page.locator("#lost").is_hidden()
    page.locator("#lost").wait_for(state="visible")
    page.evaluate("delete document.querySelector('canvas').dataset.version")
    port = address.rstrip("/").rpartition(":")[2]
    with served("--car", "718-982", "--year", "2017", port=port):
        page.locator("#lost").wait_for(state="hidden")
        page.wait_for_function(DRAWN)
        wait_title(page, "HOME")
    page.close()


@pytest.mark.skipif(not own_addresses(), reason="this computer has no address but its own")
def test_who_was_let_in_by_the_token_of_before_is_told_that_it_takes_a_new_one(
    browser: Browser,
) -> None:
    page = browser.new_page(locale="en")
    page.set_default_timeout(PATIENCE_MS)
    with served("--listen", own_addresses()[0]) as invitation:
        page.goto(invitation)
        page.wait_for_function(DRAWN)
    page.locator("#lost").wait_for(state="visible")
    port = str(urlsplit(invitation).port)
    with served("--listen", own_addresses()[0], port=port):
        page.get_by_text("whole address that the trainer shows").wait_for()
    page.close()


def test_a_lesson_is_begun_and_led_through_in_words(page: Page) -> None:
    """As with a screen reader: the same lesson that the picture shows, by buttons."""
    lessons = page.get_by_role("region", name="Lektionen")
    lessons.get_by_role("button", name="Datenverbindung beenden").focus()
    page.keyboard.press("Enter")
    page.locator("[data-part=lesson]").get_by_text("Schritt 1 von 2").wait_for()
    lessons.get_by_role("button", name="Weiter").focus()
    page.keyboard.press("Enter")
    page.locator("[data-part=lesson]").get_by_text("Schritt 2 von 2").wait_for()
    lessons.get_by_role("button", name="Lektion schließen").focus()
    page.keyboard.press("Enter")
    lessons.get_by_role("button", name="Datenverbindung beenden").wait_for()
