"""Each page of My Porsche in each language, as a browser gets it."""

from html import unescape

import pytest

from models.catalogue import LANGUAGES
from pcm.web.words import load_words
from tests.web.portal.browser import ROOT
from tests.web.portal.conftest import Serve

PAGES = (
    "", "/", "/vehicles", "/vehicles/{vin}", "/vehicles/{vin}/remove", "/security-code", "/account",
    "/account/delete", "/contact", "/app", "/app/garage", "/app/garage/{vin}", "/nothing-here",
    "/vehicles/WP0ZZZ97ZLS100971",
)  # fmt: skip


@pytest.mark.parametrize(("car", "year"), [("718-982", 2020), ("taycan-j1", 2022)])
def test_every_page_in_every_language(serve: Serve, car: str, year: int) -> None:
    served = serve(car, year)
    browser = served.browser()
    browser.sign_in()
    seen = 0
    for language in LANGUAGES:
        words = load_words(language).portal
        for path in PAGES:
            address = f"{ROOT}{path.format(vin=served.session.setup.vin)}?language={language}"
            page = unescape(browser.open(address))
            wanted = 404 if "nothing" in path or "971" in path else 200
            assert browser.status == wanted, path
            assert f'<html lang="{language}">' in page
            assert words["simulation"] in page
            assert "smartmobility@it.porsche.com" in page
            seen += 1
    assert seen == 6 * len(PAGES)
