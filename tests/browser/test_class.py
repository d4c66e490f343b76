"""A class room: who has the trainer's address gets in, watches, asks; the trainer decides."""

import pytest
from playwright.sync_api import Browser, expect

from pcm.web.addresses import own_addresses
from tests.browser.conftest import Profile, Start
from tests.browser.watched import DRAWN, PATIENCE_MS


@pytest.mark.skipif(not own_addresses(), reason="others reach this computer by no address")
def test_a_guest_gets_in_by_the_trainers_address(
    browser: Browser, start: Start, profile: Profile
) -> None:
    options = ("--car", "718-982", "--year", "2018", "--language", "en")
    program = start(*options, "--listen", own_addresses()[0])
    printed = program.read_line().removeprefix("class: ").strip()
    trainer = profile(program)
    unit = trainer.open_unit()
    with unit.expect_popup() as opened:
        unit.get_by_role("link", name="Let the class in").click()
    invite = opened.value
    link = invite.locator("code").inner_text()
    assert link == printed
    size = invite.locator("img").evaluate("one => one.complete && one.naturalWidth")
    assert size >= 200, "the QR code is drawn"

    with browser.new_context() as context:
        context.set_default_timeout(PATIENCE_MS)
        guest, bare = context.new_page(), link.partition("?")[0]
        for wrong in (bare, f"{bare}my-porsche", f"{bare}?token=guess", f"{bare}invite"):
            answer = guest.goto(wrong)
            assert answer
            assert answer.status == 403
            expect(guest.locator("p")).to_contain_text("use the whole address")
        guest.goto(link)
        guest.wait_for_url(bare)
        guest.wait_for_function(DRAWN)
        (cookie,) = context.cookies()
        assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Strict")
        status = "async () => (await fetch('/invite')).status"
        assert guest.evaluate(status) == 404, "the token is for the trainer to show"
        guest.get_by_role("button", name="Ask to steer").click()
        asking = unit.locator("[data-part=asking]").get_by_role("button")
        expect(asking).to_have_count(1)
        asking.click()
        expect(guest.locator("[data-part=who]")).to_have_text("You steer")
        guest.locator("#stage").focus()
        guest.keyboard.press("F4")
        expect(unit.locator("#mirror h1")).to_have_text("PHONE")
    expect(unit.locator("[data-part=who]")).to_have_text("Nobody steers: touch the display")
    assert "refused: no token or a wrong one (3 so far)" in program.end()
