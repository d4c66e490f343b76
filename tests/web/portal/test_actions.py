"""What is done on a page is done to the My Porsche that the head unit talks to."""

import pytest

from tests.web.portal.browser import OWNER, ROOT, SECOND, Browser
from tests.web.portal.conftest import Serve, Served

LINK_718 = (
    "key APPS", "key OPT", "tap login_porsche_connect",
    "tap enter_pairing_code", "type @code", "ok",
)  # fmt: skip
LINK_TAYCAN = (
    "tap Settings > Account > Set up account", "type @email", "ok", "type @password", "ok",
    "type @security-code", "ok",
)  # fmt: skip


def at_the_car(served: Served) -> tuple[Browser, str]:
    """A browser that shows the details of the car to its owner; their address."""
    browser = served.browser()
    browser.sign_in()
    here = f"{ROOT}/vehicles/{served.session.setup.vin}"
    browser.open(here)
    return browser, here


def link(served: Served) -> None:
    lines = LINK_TAYCAN if served.session.setup.generation.links_by_id else LINK_718
    served.do(*lines, "expect state account logged_in")


def test_the_start_page_has_the_code_until_the_car_is_linked(serve: Serve) -> None:
    served = serve()
    browser = served.browser()
    browser.sign_in()
    code = served.session.world.portal.code
    assert f"{code[:4]} {code[4:]}" in browser.words
    assert "APPS OPT Login Porsche Connect" in browser.words
    link(served)
    browser.open(ROOT)
    assert code[:4] not in browser.words
    assert "Linked since 16 Mar 2026" in browser.words
    browser.open(f"{ROOT}/vehicles/{served.session.setup.vin}")
    assert f"{code[:4]} {code[4:]}" in browser.words
    browser.open(f"{ROOT}/app/garage/{served.session.setup.vin}")
    assert f"{code[:4]} {code[4:]}" in browser.words


def test_a_car_with_pcm_6_has_no_code_but_tells_how_to_link(serve: Serve) -> None:
    served = serve("taycan-j1", 2022)
    browser = served.browser()
    browser.sign_in()
    assert "needs no pairing code" in browser.words
    assert "Settings Account Set up account" in browser.words
    assert "security code. It is set." in browser.words
    assert served.session.world.portal.code[:4] not in browser.page


def test_an_ordered_service_is_in_the_car_after_a_restart(serve: Serve) -> None:
    served = serve()
    link(served)
    browser, here = at_the_car(served)
    browser.press(f"{here}/order", id="carfinder")
    assert browser.said.startswith("Carfinder: ordered.")
    assert "365 days left, then renews" in browser.words
    assert "In the PCM after a restart" in browser.words
    served.do("expect state service_carfinder ordered", "car restart")
    served.do("expect state service_carfinder active")
    browser.open(here)
    assert "Carfinder Active in the PCM" in browser.words


def test_renewal_and_cancelling_of_services(serve: Serve) -> None:
    served = serve()
    browser, here = at_the_car(served)
    browser.press(f"{here}/renew-on", id="online_radio")
    assert "92 days left, then renews" in browser.words
    browser.press(f"{here}/renew-off", id="online_radio")
    assert "92 days left, then ends" in browser.words
    browser.press(f"{here}/cancel", id="online_radio")
    assert "Cancelled, 92 days left" in browser.words
    browser.send(f"{here}/renew-on", id="online_radio")
    assert browser.said == "Internet radio was cancelled; order it again."
    served.do("pass 93 d")
    browser.open(here)
    assert "Expired" in browser.words
    browser.press(f"{here}/order", id="online_radio")
    assert browser.said.startswith("Internet radio: ordered.")


def test_functions_on_demand_of_a_taycan(serve: Serve) -> None:
    served = serve("taycan-j1", 2022)
    browser, here = at_the_car(served)
    browser.press(f"{here}/buy-once", id="range_manager")
    assert browser.said.startswith("Range manager: bought.")
    assert "Unlimited purchase · not billed yet" in browser.words
    browser.press(f"{here}/withdraw", id="range_manager")
    assert "ended, the car removes it" in browser.words
    browser.press(f"{here}/buy-monthly", id="charging_power")
    browser.press(f"{here}/cancel-function", id="charging_power")
    assert "ends on 15 Apr 2026" in browser.words
    browser.send(f"{here}/cancel-function", id="charging_power")
    assert browser.said == "Faster charging is cancelled already."
    kinds = {p.id: p.kind for p in served.session.world.portal.car.functions}
    assert kinds == {"range_manager": "once", "charging_power": "monthly"}


def test_no_functions_for_another_car(serve: Serve) -> None:
    browser, here = at_the_car(serve())
    assert "sold for the Taycan of 2020 to 2024 alone" in browser.words
    browser.send(f"{here}/buy-once", id="range_manager")
    assert browser.said == "No Functions on Demand are sold for this car."


def test_a_new_code_replaces_the_old_one(serve: Serve) -> None:
    served = serve()
    old = served.session.world.portal.code
    browser, here = at_the_car(served)
    browser.press(f"{here}/code")
    new = served.session.world.portal.code
    assert new != old
    assert f"{new[:4]} {new[4:]}" in browser.words
    served.do(*LINK_718[:-2], "type @old-code")
    assert served.session.do("ok").reason == "link_code_replaced"


def test_adding_a_car_by_its_vin(serve: Serve) -> None:
    served = serve()
    browser = served.browser()
    browser.sign_in()
    own = served.session.setup.vin
    for typed, told in (
        ("banana", "This is no VIN"),
        ("WP0ZZZ99ZTS399999", "No car with the VIN WP0ZZZ99ZTS399999 is known."),
        ("WP0ZZZ97ZLS100971", "is in somebody else's profile"),
        (own, f"The car {own} is in your profile already."),
        (" wp0zzz99 zls200911 ", "The car WP0ZZZ99ZLS200911 is in your profile."),
    ):
        browser.open(f"{ROOT}/vehicles")
        browser.press(f"{ROOT}/vehicles", vin=typed)
        assert told in browser.said, typed
    other = served.session.world.portal.state.vehicle("WP0ZZZ99ZLS200911")
    assert other is not None
    browser.open(f"{ROOT}/vehicles/WP0ZZZ99ZLS200911")
    assert f"{other.code[:4]} {other.code[4:]}" in browser.words
    browser.open(f"{ROOT}/vehicles/WP0ZZZ99ZLS200911/remove")
    browser.press(f"{ROOT}/vehicles/WP0ZZZ99ZLS200911/remove")
    assert "no longer in your profile" in browser.said


def test_selling_the_car(serve: Serve) -> None:
    served = serve()
    link(served)
    browser, here = at_the_car(served)
    browser.open(f"{here}/remove")
    assert "Booked services stay with the car" in browser.words
    browser.press(f"{here}/remove")
    served.do("expect state account not_linked")
    assert len(served.session.world.portal.car.services) == 4
    assert served.session.setup.vin in browser.words  # what to add it again with


def test_the_security_code_is_set_changed_and_reset(serve: Serve) -> None:
    served = serve("taycan-j1", 2022)
    browser = served.browser()
    browser.sign_in()
    form = f"{ROOT}/security-code"
    for code, again, told in (
        ("4821", "4812", "The two codes differ."),
        ("48a1", "48a1", "A security code has four digits."),
        ("٤٨٢١", "٤٨٢١", "A security code has four digits."),
        ("4821", "4821", "The security code was saved."),
    ):
        browser.open(form)
        browser.press(form, code=code, again=again)
        assert told in browser.said
        assert code not in browser.page
    assert served.session.world.portal.security_codes[OWNER] == "4821"
    link(served)
    browser.open(form)
    browser.send(form, reset="yes")
    assert OWNER not in served.session.world.portal.security_codes
    assert "The security code is not set." in browser.words


def test_the_secondary_user_sees_the_car_and_cannot_buy(serve: Serve) -> None:
    served = serve()
    second = served.browser()
    second.sign_in(SECOND)
    here = f"{ROOT}/vehicles/{served.session.setup.vin}"
    assert "No vehicle yet" in second.words
    second.open(here)
    assert second.status == 404
    browser, _ = at_the_car(served)
    browser.press(f"{here}/user-add")
    second.open(here)
    assert "Only the owner of the car orders" in second.words
    assert not [form for form in second.forms if form.action.startswith(here)]
    for deed, id_ in (("order", "carfinder"), ("cancel", "online_radio"), ("code", "")):
        second.send(f"{here}/{deed}", id=id_)
        assert second.said == "Only the owner of the car can do this."
    second.send(f"{here}/remove")
    assert second.said == "Only the owner of the car can do this."
    second.send(f"{ROOT}/vehicles", vin="WP0ZZZ99ZLS200911")
    assert second.said == "Only the owner of the car can do this."
    assert served.session.world.portal.car.booking("carfinder") is None
    second.open(f"{ROOT}/security-code")
    second.press(f"{ROOT}/security-code", code="1357", again="1357")
    assert served.session.world.portal.security_codes[SECOND] == "1357"
    browser.open(here)
    browser.press(f"{here}/user-remove")
    second.open(here)
    assert second.status == 404


def test_deleting_the_porsche_id_logs_the_car_out(serve: Serve) -> None:
    served = serve()
    link(served)
    browser, _ = at_the_car(served)
    elsewhere = served.browser()
    elsewhere.sign_in()
    browser.open(f"{ROOT}/account/delete")
    browser.press(f"{ROOT}/account/delete")
    assert browser.said == "The Porsche ID was deleted."
    assert "Giulia" not in browser.words
    served.do("expect state account not_linked", "expect overlay account_deleted")
    assert served.session.world.portal.car.services == ()
    elsewhere.open(ROOT)
    assert elsewhere.said == "This Porsche ID does not exist any more: you were signed out."


def test_the_secondary_user_deletes_his_own_porsche_id(serve: Serve) -> None:
    served = serve()
    link(served)
    served.do("portal users add")
    second = served.browser()
    second.sign_in(SECOND)
    second.open(f"{ROOT}/account/delete")
    second.press(f"{ROOT}/account/delete")
    assert [user.email for user in served.session.world.portal.car.users] == [OWNER]
    served.do("expect state account logged_in")


@pytest.mark.parametrize(
    ("country", "told"),
    [("DE", "smartmobility@de.porsche.com"), ("US", "connect@porsche.us")],
)
def test_the_contact_is_that_of_the_accounts_country(serve: Serve, country: str, told: str) -> None:
    browser = serve().browser()
    browser.sign_in()
    browser.open(f"{ROOT}/account")
    browser.send(f"{ROOT}/account/country", country=country)
    browser.open(f"{ROOT}/contact")
    assert told in browser.words


def test_nothing_is_sold_in_a_country_without_connect(serve: Serve) -> None:
    served = serve()
    browser, here = at_the_car(served)
    browser.send(f"{ROOT}/account/country", country="AL")
    browser.send(f"{here}/order", id="carfinder")
    assert browser.said == "Porsche Connect is not offered in the country of your account."


def test_what_nobody_offers_cannot_be_sent(serve: Serve) -> None:
    served = serve()
    browser, here = at_the_car(served)
    verbs = len(served.session.trace.lines)
    for path, fields in (
        (f"{here}/order", {"id": "carfinder\nportal delete-account"}),
        (f"{here}/order", {"id": "range_manager"}),
        (f"{here}/explode", {}),
        (f"{here}/code", {"id": "carfinder"}),
        (f"{ROOT}/account/country", {"country": "XX"}),
        (f"{ROOT}/vehicles/WP0ZZZ97ZLS100971/remove", {}),
        (f"{ROOT}/nowhere", {}),
    ):
        browser.send(path, **fields)
        assert browser.status == 404, path
    assert len(served.session.trace.lines) == verbs
