"""What tests of pages share: a real browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.web import chromium


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium.open_chromium() as browser:
        yield browser
