"""Signing in and out, and that a form of another page does nothing."""

from http.client import HTTPConnection
from urllib.parse import urlencode

import pytest

from pcm.web.portal import sign_in, tries
from tests.web.portal.browser import OWNER, ROOT, SECOND
from tests.web.portal.conftest import Serve


def test_a_porsche_id_with_its_password_signs_in(serve: Serve) -> None:
    served = serve()
    browser = served.browser()
    browser.open(ROOT)
    assert browser.where == f"{ROOT}/sign-in"
    password = served.session.world.portal.owner.password
    browser.press(f"{ROOT}/sign-in", email=f" {OWNER.upper()} ", password=password)
    assert browser.where == ROOT
    assert "Giulia Bianchi" in browser.words
    assert password not in browser.page


def test_the_language_that_is_asked_for_stays_when_signing_in_comes_first(serve: Serve) -> None:
    browser = serve().browser()
    browser.open(f"{ROOT}?language=de")
    assert browser.where == f"{ROOT}/sign-in"
    assert '<html lang="de">' in browser.page


def test_a_wrong_password_is_told_in_one_sentence_and_counted(serve: Serve) -> None:
    served = serve()
    browser = served.browser()
    browser.open(ROOT)
    for email, password in ((OWNER, "guess"), ("nobody@example.com", "x"), (OWNER, "")):
        browser.press(f"{ROOT}/sign-in", email=email, password=password)
        assert browser.said == "The Porsche ID or the password is wrong."
        assert "guess" not in browser.page
    assert served.site.refusals.counted["a wrong password at My Porsche"] == 3
    assert not any("guess" in line or OWNER in line for line in served.told)


def test_who_guesses_must_wait_and_nobody_else(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    served = serve()
    owner, second = served.session.world.portal.owner, served.session.world.portal.second
    now = [7.0]
    monkeypatch.setattr(sign_in, "_now", lambda: now[0])
    browser = served.browser()
    browser.open(ROOT)
    for _ in range(tries.FREE):
        browser.press(f"{ROOT}/sign-in", email=OWNER, password="guess")
        assert browser.said == "The Porsche ID or the password is wrong."
    browser.press(f"{ROOT}/sign-in", email=OWNER.upper(), password=owner.password)
    assert browser.said == "Too many wrong passwords. Wait half a minute, then try again."
    browser.press(f"{ROOT}/sign-in", email=SECOND, password=second.password)
    assert "Marco Bianchi" in browser.words
    now[0] += tries.WAIT_S
    browser.press(f"{ROOT}/sign-out")
    browser.press(f"{ROOT}/sign-in", email=OWNER, password="guess")
    assert browser.said == "The Porsche ID or the password is wrong."
    browser.press(f"{ROOT}/sign-in", email=OWNER, password=owner.password)
    assert browser.said.startswith("Too many wrong passwords.")
    assert served.site.refusals.counted["a guess too soon at My Porsche"] == 2


def test_the_right_password_lets_the_wrong_ones_be_forgotten(serve: Serve) -> None:
    served = serve()
    password = served.session.world.portal.owner.password
    browser = served.browser()
    browser.open(ROOT)
    for _ in range(3):
        for _ in range(tries.FREE - 1):
            browser.press(f"{ROOT}/sign-in", email=OWNER, password="guess")
        browser.press(f"{ROOT}/sign-in", email=OWNER, password=password)
        assert "Giulia Bianchi" in browser.words
        browser.press(f"{ROOT}/sign-out")


def test_every_made_up_account_has_a_button(serve: Serve) -> None:
    browser = serve().browser()
    for email, name in ((OWNER, "Giulia Bianchi"), (SECOND, "Marco Bianchi")):
        browser.open(f"{ROOT}/sign-in")
        browser.press(f"{ROOT}/sign-in/as", email=email)
        assert name in browser.page
        browser.press(f"{ROOT}/sign-out")
        assert browser.said == "You have signed out."
        browser.open(f"{ROOT}/vehicles")
        assert browser.where == f"{ROOT}/sign-in"


def test_the_cookie_is_for_nobody_else_and_a_new_one_after_signing_in(serve: Serve) -> None:
    served = serve()
    browser = served.browser()
    browser.open(f"{ROOT}/sign-in")
    (before,) = browser.cookies.values()
    cookie = browser.set_cookies[0].casefold()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    browser.press(f"{ROOT}/sign-in/as", email=OWNER)
    (after,) = browser.cookies.values()
    assert after != before
    stranger = served.browser()
    stranger.cookies = {next(iter(browser.cookies)): before}
    stranger.open(ROOT)
    assert stranger.where == f"{ROOT}/sign-in"


def test_a_form_of_an_old_page_does_nothing_and_says_so(serve: Serve) -> None:
    served = serve()
    browser = served.browser()
    browser.sign_in()
    vin = served.session.setup.vin
    for word in ("", "0" * 32, "ü"):
        browser.send(f"{ROOT}/vehicles/{vin}/order", csrf=word, id="carfinder")
        assert browser.status == 403
        assert "Nothing was changed" in browser.words
    assert served.session.world.portal.car.booking("carfinder") is None
    assert served.site.refusals.counted["a form of an old page"] == 3


def test_a_form_of_nonsense_is_one_of_an_old_page(
    serve: Serve, capfd: pytest.CaptureFixture[str]
) -> None:
    served = serve()
    host = f"127.0.0.1:{served.port}"
    headers = {"origin": f"http://{host}", "content-type": "application/x-www-form-urlencoded"}
    bodies = (b"", b"\xff%zz&" * 20, b"csrf", b"csrf=%00&csrf=1")
    for body in bodies:
        connection = HTTPConnection(host, timeout=30)
        connection.request("POST", f"{ROOT}/sign-in/as", body, headers)
        with connection.getresponse() as answer:
            assert answer.status == 403, body
            answer.read()
        connection.close()
    assert served.site.refusals.counted["a form of an old page"] == len(bodies)
    assert capfd.readouterr().err == ""


def test_a_form_from_another_site_does_nothing(serve: Serve) -> None:
    served = serve()
    browser = served.browser()
    browser.sign_in()
    vin, host = served.session.setup.vin, f"127.0.0.1:{served.port}"
    connection = HTTPConnection(host, timeout=30)
    fields = {"csrf": browser.forms[0].fields["csrf"], "id": "carfinder"}
    headers = {
        "origin": "http://elsewhere.example",
        "content-type": "application/x-www-form-urlencoded",
        "cookie": "; ".join(f"{k}={v}" for k, v in browser.cookies.items()),
    }
    connection.request("POST", f"{ROOT}/vehicles/{vin}/order", urlencode(fields), headers)
    with connection.getresponse() as answer:
        assert answer.status == 403
        answer.read()
    connection.close()
    assert served.session.world.portal.car.booking("carfinder") is None
