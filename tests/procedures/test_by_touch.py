"""Every procedure of every generation with a finger: the real window over a real session.

The way to each procedure is the one that `howto` tells; what is read is what is drawn.
"""

import pytest

from menus.howto import load_procedures, procedure_ids, shown_path
from menus.labels import load_labels
from pcm.headunit.screen import Dialog
from tests.procedures.cars import (
    ABROAD,
    ALL,
    NO_EMBEDDED,
    PCM_50,
    PCM_60,
    WITH_PRIVATE_MODE,
    WITH_SLOT,
    CarYear,
)
from tests.procedures.conftest import Sit
from tests.procedures.hands import Hands


def assert_asks(hands: Hands, id_: str) -> None:
    """An entry is open, its words stand on the display, and it is empty and cannot be confirmed."""
    entry = hands.entry()
    assert entry.id == id_
    assert hands.reads(hands.say(f"entry.{id_}.prompt")), hands.texts()
    assert hands.reads(entry.hint), hands.texts()
    assert entry.shown == ""
    assert hands.find("overlay_ok").property("ready") is False


def assert_dialog(hands: Hands, id_: str) -> None:
    """A question is open, and all its words stand on the display."""
    dialog = hands.screen.overlay
    assert isinstance(dialog, Dialog)
    assert dialog.id == id_
    for words in (dialog.title, dialog.text, dialog.ok, dialog.cancel):
        assert hands.reads(words), f"{words} is not among {hands.texts()}"


def assert_switched(hands: Hands, row: str, on: bool) -> None:
    """A toggle or option row is drawn as it stands in the Screen."""
    assert hands.row(row).value is on
    assert hands.find(row).property("label") == hands.row(row).label
    drawn = hands.find(row).parentItem()
    assert drawn is not None
    assert drawn.property("checked") is on


def test_the_cars_stand_for_every_generation(sit: Sit) -> None:
    assert len(ALL) == 5
    assert {sit(car, year).pcm for car, year in ALL} == {"4.0", "4.1", "5.0", "6.0"}


@pytest.mark.parametrize(("car", "year"), WITH_SLOT)
def test_link_with_the_code_of_my_porsche(sit: Sit, car: str, year: int) -> None:
    hands = sit(car, year)
    hands.open_link()
    assert_asks(hands, "pairing_code")
    code = hands.code()
    for count, digit in enumerate(code, 1):
        hands.type_on_keypad(digit)
        assert hands.entry().shown == code[:count]
        assert all(hands.reads(typed) for typed in code[:count])
        assert hands.find("overlay_ok").property("ready") is (count == 8)
    hands.touch("overlay_ok")
    assert_linked(hands)
    assert hands.screen.overlay is None
    name = hands.screen.header.user
    assert hands.reads(hands.say("reason.linked", name=name)), hands.texts()
    assert hands.row("connect_user").text == name
    assert hands.reads(name)
    assert hands.reads(hands.say("account.logged_in")), hands.texts()


def assert_linked(hands: Hands) -> None:
    assert hands.state("account") == "logged_in"
    assert hands.state("user") == hands.session.world.portal.owner.name
    assert hands.screen.header.user


def test_link_with_porsche_id_and_security_code(sit: Sit) -> None:
    hands = sit(*PCM_60)
    hands.open_link()
    assert_asks(hands, "email")
    email = hands.panel_value("bench_email")
    hands.type_on_keyboard(email)
    assert hands.reads(email)
    hands.touch("overlay_ok")
    assert_asks(hands, "password")
    password = hands.panel_value("bench_password")
    assert any(sign.isupper() for sign in password), "shift is tried too"
    hands.type_on_keyboard(password)
    assert hands.entry().shown == "•" * len(password)
    assert hands.reads("•" * len(password))
    hands.touch("overlay_ok")
    assert_asks(hands, "security_code")
    hands.type_on_keypad(hands.panel_value("bench_security_code"))
    hands.touch("overlay_ok")
    assert_linked(hands)
    assert hands.reads(hands.say("reason.linked", name=hands.screen.header.user)), hands.texts()
    hands.touch("key_HOME")
    assert hands.reads(hands.screen.header.user), "the name stands in the header"


@pytest.mark.parametrize(("car", "year"), [*WITH_SLOT[1:]])
def test_the_other_way_to_link_leads_to_the_same_page(sit: Sit, car: str, year: int) -> None:
    hands = sit(car, year)
    place, tree = load_procedures()["link"][hands.session.setup.car.pcm], hands.session.setup.tree
    (end,) = place.also
    ids = procedure_ids(tree, place, end)
    hands.walk_ids(ids, shown_path(tree, load_labels("it"), ids))
    assert hands.screen.id == "porsche_connect_settings"
    hands.touch("enter_pairing_code")
    assert_asks(hands, "pairing_code")


@pytest.mark.parametrize(("car", "year"), WITH_SLOT)
def test_roaming(sit: Sit, car: str, year: int) -> None:
    hands = sit(car, year, NO_EMBEDDED)
    hands.choose("bench_sim_card", "no_pin")
    assert hands.state("data") == "inserted"
    hands.choose("bench_place", ABROAD)
    assert (hands.state("registration"), hands.state("data")) == ("roaming", "none")
    assert "Roaming" in hands.texts()
    hands.walk("roaming")
    assert_dialog(hands, "roaming_cost")
    hands.touch("overlay_cancel")
    assert hands.screen.overlay is None
    assert_switched(hands, "roaming", False)
    assert hands.state("data") == "none"
    values = {"operator": "Swisscom", "country": "CH"}
    assert hands.reads(hands.say("roaming.off", **values)), hands.texts()
    hands.touch("roaming")
    assert_dialog(hands, "roaming_cost")
    hands.touch("overlay_ok")
    assert_switched(hands, "roaming", True)
    assert (hands.state("roaming"), hands.state("data")) == ("on", "inserted")
    assert hands.reads(hands.say("roaming.on", **values)), hands.texts()
    hands.touch("roaming")
    assert hands.screen.overlay is None, "taking the tick away asks nothing"
    assert_switched(hands, "roaming", False)
    assert hands.state("data") == "none"


def test_roaming_is_automatic_without_a_slot(sit: Sit) -> None:
    hands = sit(*PCM_60)
    assert not hands.howto("roaming").available
    hands.choose("bench_place", ABROAD)
    assert hands.state("embedded_registration") == "roaming"
    assert hands.state("data") == "embedded"
    assert "Roaming" in hands.texts()


@pytest.mark.parametrize(("car", "year"), WITH_SLOT)
def test_end_data_and_back(sit: Sit, car: str, year: int) -> None:
    hands = sit(car, year)
    assert hands.state("data") == "embedded"
    hands.walk("end-data")
    assert_switched(hands, "data_off", True)
    assert_switched(hands, "data_on", False)
    assert (hands.state("mobile_data"), hands.state("data")) == ("off", "none")
    assert hands.screen.header.path == ""
    ended = hands.say("reason.data_ended")
    assert hands.screen.header.no_data == ended
    if hands.pcm != "4.0":  # the wide display has a panel beside the list
        assert hands.reads(ended), hands.texts()
    hands.touch("data_on")
    assert_switched(hands, "data_on", True)
    assert (hands.state("mobile_data"), hands.state("data")) == ("on", "embedded")
    assert not hands.reads(ended)


@pytest.mark.parametrize(("car", "year"), WITH_SLOT)
def test_remember_pin(sit: Sit, car: str, year: int) -> None:
    hands = sit(car, year)
    hands.choose("bench_sim_card", "standard")
    assert_asks(hands, "sim_pin")
    pin = hands.panel_value("bench_sim_pin").split()[0]
    hands.type_on_keypad(pin)
    assert hands.reads("•" * len(pin))
    hands.touch("overlay_ok")
    assert (hands.screen.overlay, hands.state("sim")) == (None, "ready")
    assert hands.reads(hands.say("reason.sim_ready")), hands.texts()
    hands.walk("remember-pin")
    assert_switched(hands, "remember_pin", True)
    restart(hands)
    assert (hands.screen.overlay, hands.state("sim")) == (None, "ready")
    hands.walk_ids(hands.howto("remember-pin").ids[:-1], hands.howto("remember-pin").path[:-1])
    assert_switched(hands, "remember_pin", True)
    hands.touch("remember_pin")
    assert_switched(hands, "remember_pin", False)
    restart(hands)
    assert_asks(hands, "sim_pin")
    hands.type_on_keypad(pin)
    hands.touch("overlay_ok")
    assert hands.state("sim") == "ready"


def restart(hands: Hands) -> None:
    """Ignition off and on with the switch of the panel."""
    for dark in (True, False):
        hands.touch("bench_ignition")
        assert hands.screen.off is dark
        assert (hands.texts() == []) is dark
    assert hands.screen.id == "home"


PRIVATE_ROW = {"5.0": "private_mode", "6.0": "privacy_all_services"}


@pytest.mark.parametrize(("car", "year"), WITH_PRIVATE_MODE)
def test_private_mode(sit: Sit, car: str, year: int) -> None:
    hands = sit(car, year)
    row = PRIVATE_ROW[hands.pcm]
    hands.walk("private-mode")
    assert_dialog(hands, "private_mode")
    hands.touch("overlay_cancel")
    assert_switched(hands, row, False)
    assert hands.state("data") == "embedded"
    hands.touch(row)
    assert_dialog(hands, "private_mode")
    hands.touch("overlay_ok")
    assert_switched(hands, row, True)
    assert (hands.state("private_mode"), hands.state("data")) == ("on", "none")
    assert hands.screen.header.private
    assert hands.screen.header.no_data == hands.say(
        "reason.private_mode", mode=hands.session.unit.view.private_words
    )
    assert hands.reads(
        hands.say("reason.private_mode", mode=hands.session.unit.view.private_words)
    ), hands.texts()
    hands.touch(row)
    assert_switched(hands, row, False)
    assert hands.state("data") == "embedded"
    assert not hands.screen.header.private


def test_end_data_without_a_slot_is_private_mode(sit: Sit) -> None:
    hands = sit(*PCM_60)
    assert hands.howto("end-data").ids == hands.howto("private-mode").ids
    hands.walk("end-data")
    hands.touch("overlay_ok")
    assert hands.state("data") == "none"
    hands.touch("privacy_all_services")
    assert hands.state("data") == "embedded"


@pytest.mark.parametrize(("car", "year"), [PCM_50, PCM_60])
def test_updates(sit: Sit, car: str, year: int) -> None:
    hands = sit(car, year)
    hands.walk("updates")
    assert hands.screen.id == "updates"
    assert hands.reads(hands.say("value.up_to_date"))
    hands.touch("check_updates")
    assert hands.screen.toast == hands.say("reason.no_updates")
    assert hands.reads(hands.say("reason.no_updates")), hands.texts()


@pytest.mark.parametrize(
    ("car", "procedures"),
    [
        *((car, ("private-mode", "updates")) for car in WITH_SLOT[:3]),
        (PCM_60, ("roaming", "remember-pin")),
    ],
)
def test_what_a_generation_has_not_is_told(
    sit: Sit, car: CarYear, procedures: tuple[str, ...]
) -> None:
    hands = sit(*car)
    for procedure in procedures:
        found = hands.howto(procedure)
        assert not found.available
        assert found.note
    missing = {name for name in load_procedures() if not hands.howto(name).available}
    assert missing == set(procedures), "every other procedure has its test above"
