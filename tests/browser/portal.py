"""What somebody does on the pages of My Porsche, by what the pages say in English."""

import re

from playwright.sync_api import Page, expect

from tests.browser.watched import Watched


def sign_in(watched: Watched) -> Page:
    page = watched.open("my-porsche?language=en")
    page.get_by_role("button", name="Sign in as Giulia Bianchi").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hello, Giulia Bianchi")
    return page


def read_code(page: Page) -> str:
    """The pairing code, as it is read on the page."""
    found = re.fullmatch(r"\s*(\d{4})\s+(\d{4})\s*", page.locator("#code").inner_text())
    assert found
    return found[1] + found[2]


def order(page: Page, service: str) -> None:
    page.bring_to_front()
    page.get_by_role("link", name="Order and manage services").click()
    page.get_by_role("button", name=re.compile(f"^Order\\b.*{service}")).click()
    expect(page.locator("#said")).to_contain_text(f"{service}: ordered.")


def set_security_code(page: Page, code: str) -> None:
    page.get_by_role("link", name="Security code", exact=True).first.click()
    page.get_by_label("New code").fill(code)
    page.get_by_label("Repeat the code").fill(code)
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#said")).to_have_class(re.compile("alert-success"))


def delete_account(page: Page) -> None:
    page.bring_to_front()
    page.get_by_role("link", name="Profile settings").click()
    page.get_by_role("link", name="Delete the Porsche ID").click()
    page.get_by_role("button", name="Delete for good").click()
    expect(page).to_have_url(re.compile("sign-in"))
