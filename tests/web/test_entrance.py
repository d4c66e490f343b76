"""The entrance as a real browser sees it: forms of ours and of others, a link in a chat."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from playwright.sync_api import Browser, Page
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from pcm.web.addresses import own_addresses
from tests.web import chromium
from tests.web.site import HERE, Served

pytestmark = chromium.needed


async def show_form(_: Request) -> Response:
    return HTMLResponse('<form method="post"><button>send</button></form>')


async def take_form(_: Request) -> Response:
    return PlainTextResponse("taken")


ROUTES = [Route("/", show_form), Route("/", take_form, methods=["POST"])]


def page_of_others(markup: str) -> list[BaseRoute]:
    """A page that asks nobody how it may be used."""

    async def show(_: Request) -> Response:
        return HTMLResponse(markup, headers={"content-security-policy": "default-src *"})

    return [Route("/", show)]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.context.close()


def test_a_form_of_ours_is_taken(page: Page) -> None:
    with closing(Served(ROUTES)) as served:
        page.goto(served.site.address)
        page.click("button")
        page.wait_for_function("() => document.body.innerText == 'taken'")
        assert not served.site.refusals.counted


def test_a_form_of_somebody_else_is_not(page: Page) -> None:
    with closing(Served(ROUTES)) as served:
        form = f'<form method="post" action="{served.site.address}"><button>win!</button></form>'
        with closing(Served(page_of_others(form))) as other:
            page.goto(other.site.address.replace(HERE, "localhost"))
            page.click("button")
            page.wait_for_url(served.site.address)
        assert "taken" not in page.inner_text("body")
        assert served.site.refusals.counted == {"another origin": 1}


@pytest.mark.skipif(not own_addresses(), reason="this computer has no address but its own")
@pytest.mark.parametrize("address", own_addresses())
def test_a_link_in_a_chat_lets_in(page: Page, address: str) -> None:
    with closing(Served(ROUTES, listen=address)) as classroom:
        link = f'<a href="{classroom.site.invitation}">come in</a>'
        with closing(Served(page_of_others(link))) as chat:
            page.goto(chat.site.address.replace(HERE, "localhost"))
            page.click("a")
            page.wait_for_selector("button")
        assert page.url == classroom.site.invitation.partition("?")[0]
        assert not classroom.site.refusals.counted
        page.click("button")
        page.wait_for_function("() => document.body.innerText == 'taken'")
