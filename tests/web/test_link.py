"""A car is linked from start to end by browser: My Porsche in one tab, the head unit in the other.

Every touch is a real click on the picture; every change of My Porsche comes by itself.
"""

import re
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from models.catalogue import find_car
from pcm.headunit.session import Session
from tests.web.chromium import needed
from tests.web.guest import PATIENCE_MS, Guest, served
from tests.web.twin import Twin

pytestmark = needed
expect.set_options(timeout=PATIENCE_MS)


class Case(NamedTuple):
    car: str
    year: int


CASES = [
    Case("718-982", 2019),
    Case("taycan-j1", 2022),
]


@pytest.mark.parametrize("case", CASES, ids=[case.car for case in CASES])
def test_a_car_is_linked_used_and_left(browser: Browser, tmp_path: Path, case: Case) -> None:
    options = ("--car", case.car, "--year", str(case.year), "--country", "DE", "--language", "en")
    session = Session(find_car(case.car), case.year, "DE", "en")
    with served(tmp_path, *options) as address, closing(Guest(browser, address)) as guest:
        portal, unit = guest.open("my-porsche"), guest.open()
        with closing(Twin(session, unit)) as twin:
            portal.get_by_role("button", name="Sign in as Giulia Bianchi").click()
            link_the_car(portal, twin)
            expect(portal.get_by_text("Linked", exact=True).first).to_be_visible()
            expect(mirror(unit)).to_contain_text("Giulia Bianchi")
            order_a_service(portal, unit, twin)
            delete_the_account(portal, unit)


def mirror(unit: Page) -> Locator:
    return unit.locator("#mirror")


def link_the_car(portal: Page, twin: Twin) -> None:
    """By the code that My Porsche shows, or by Porsche ID, password and security code."""
    twin.do("open link")
    if not twin.session.setup.generation.links_by_id:
        found = re.search(r"\b(\d{4})\s*(\d{4})\b", portal.locator("main").inner_text())
        assert found
        twin.type(found[1] + found[2])
        twin.touch("overlay_ok")
        return
    for answer in ("@email", "@password", "@security-code"):
        twin.type(answer)
        twin.touch("overlay_ok")


def order_a_service(portal: Page, unit: Page, twin: Twin) -> None:
    portal.get_by_role("link", name="Order and manage services").click()
    row = portal.get_by_role("listitem").filter(has_text="Carfinder")
    row.get_by_role("button", name="Order").click()
    expect(row).to_contain_text("In the PCM after a restart")
    twin.session.do("portal order carfinder")
    twin.touch("bench_restart")
    expect(row).to_contain_text("Active in the PCM")
    twin.do("go service_overview")
    twin.touch("service_overview")
    expect(mirror(unit)).to_contain_text("Carfinder")


def delete_the_account(portal: Page, unit: Page) -> None:
    portal.get_by_role("link", name="Profile settings").click()
    portal.get_by_role("link", name="Delete the Porsche ID").click()
    portal.get_by_role("button", name="Delete for good").click()
    expect(portal.get_by_role("button", name="Sign in as Marco Bianchi")).to_be_visible()
    expect(portal.get_by_role("button", name="Sign in as Giulia Bianchi")).to_have_count(0)
    expect(mirror(unit)).to_contain_text("was deleted. The user was logged out")
    mirror(unit).get_by_role("button", name="OK", exact=True).focus()  # as without a mouse
    unit.keyboard.press("Enter")
    expect(mirror(unit)).not_to_contain_text("Giulia Bianchi")
