"""Pages of others in the same browser: they get nothing of ours, do nothing, and are counted."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import portal
from tests.browser.conftest import Profile, Start
from tests.browser.strangers import SEND, SHOW, TRY_ALL, strangers_site
from tests.browser.watched import PATIENCE_MS

TRIES = 10


@pytest.fixture
def port() -> Iterator[int]:
    with strangers_site() as port:
        yield port


@pytest.fixture
def stray(browser: Browser) -> Iterator[Page]:
    """A page that goes to others' sites, too."""
    with browser.new_context() as context:
        context.set_default_timeout(PATIENCE_MS)
        yield context.new_page()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_others_get_nothing_where_our_own_pages_get_all(
    stray: Page, start: Start, profile: Profile, port: int, host: str
) -> None:
    program = start("--car", "718-982", "--year", "2018", "--language", "en")
    unit = profile(program).open_unit()
    stray.goto(program.address + "my-porsche/sign-in")
    stray.locator("#as-1").click()
    expect(stray.locator("#code")).to_be_visible()
    ours = stray.evaluate(TRY_ALL, [program.address, "my-porsche"])
    assert len(ours) == TRIES
    assert "kept out" not in ours.values()
    stray.goto(f"http://{host}:{port}/")
    theirs = stray.evaluate(TRY_ALL, [program.address, "my-porsche"])
    assert theirs == dict.fromkeys(ours, "kept out")
    expect(unit.locator("#mirror h1")).to_have_text("HOME")
    expect(unit.locator("[data-part=watching]")).to_have_text("Nobody else is watching")
    assert "refused: another origin (3 so far)" in program.end()


def test_nobody_frames_us_or_sends_our_forms(
    stray: Page, start: Start, profile: Profile, port: int
) -> None:
    program = start("--car", "718-982", "--year", "2018", "--language", "en")
    page = portal.sign_in(profile(program))
    stray.goto(f"http://127.0.0.1:{port}/")
    for place in ("", "my-porsche/sign-in"):
        with stray.expect_response(program.address + place):
            stray.evaluate(SHOW, program.address + place)
        frame = stray.frame_locator("iframe")
        expect(frame.locator("#main-frame-error")).to_be_attached()
        expect(frame.locator("#stage, form")).to_have_count(0)
    for place in ("account/delete", "sign-out", "sign-in/as"):
        with stray.expect_response(f"{program.address}my-porsche/{place}") as answer:
            stray.evaluate(SEND, f"{program.address}my-porsche/{place}")
        assert answer.value.status == 403
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hello, Giulia Bianchi")
    assert "refused: another origin (3 so far)" in program.end()
