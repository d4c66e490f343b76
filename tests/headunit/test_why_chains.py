"""`why` names every reason from what is refused down to its cause, and where it can be changed."""

from __future__ import annotations

import re

import pytest

from models.catalogue import LANGUAGES, Languages
from pcm.headunit.session import Session
from tests.headunit.conftest import make_session

ABROAD = ("sim insert no_pin", "net abroad CH")
NO_PATH = ["no_network", "no_sim", "hotspot_not_connected", "no_hotspot_in_range"]
WRONG = ("tap enter_pairing_code", *["type 99999999", "ok", *["erase"] * 8] * 4, "type 99999999")

Chain = tuple[str, str, str, tuple[str, ...], str, list[str]]
LINKED = (
    "tap Settings > Account > Set up account", "type @email", "ok", "type @password", "ok",
    "type @security-code", "ok",
)  # fmt: skip
NO_NETWORK = ["no_network", "no_hotspot_client", "no_sim_slot"]

CHAINS: tuple[Chain, ...] = (
    ("no data", "718-982", "IT", ("net none",), "why", NO_PATH),
    ("no data", "taycan-j1", "IT", ("net none",), "why", [
        "no_network", "no_hotspot_client", "no_sim_slot"]),
    ("no data", "718-982", "IT", ("tap PHONE > OPT > SET PHONE > Data connection > "
        "Data connections > Off",), "why", ["data_ended"]),
    ("no data", "718-982", "IT", ("car ignition off",), "why", ["ignition_off"]),
    ("roaming refused", "718-982", "AL", ABROAD, "why", [
        "roaming_off", "abroad", "hotspot_not_connected", "no_hotspot_in_range",
        "no_embedded_sim"]),
    ("roaming refused", "718-982", "IT", ABROAD, "why inserted", ["roaming_off", "abroad"]),
    ("roaming refused", "cayenne-9y0", "CN", (
        "tap SET > Device manager > Options > Mobile data",), "why roaming", ["needs_sim_slot"]),
    ("call refused", "718-982", "IT", (*ABROAD, "tap PHONE"), "why dial_number", [
        "embedded_carries_data", "roaming_off", "abroad"]),
    ("call refused", "718-982", "IT", ("tap PHONE",), "why dial_number", [
        "no_phone_connected", "no_known_phone", "no_sim"]),
    ("call refused", "718-982", "AL", ("sim insert standard", "home", "tap PHONE"),
        "why dial_number", ["sim_locked", "pin_required"]),
    ("call refused", "718-982", "IT", ("phone pair", "phone carplay on", "ok", "tap PHONE"),
        "why dial_number", ["carplay_has_phone"]),
    ("login refused", "718-982", "AL", (*ABROAD, "tap APPS > OPT"), "why Login Porsche Connect", [
        "needs_connect"]),
    ("login refused", "718-982", "CY", (*ABROAD, "tap APPS > OPT > Login Porsche Connect"),
        "why enter_pairing_code", ["no_data", "roaming_off", "abroad",
        "hotspot_not_connected", "no_hotspot_in_range", "no_embedded_sim"]),
    ("login refused", "taycan-j1", "IT", ("net none", "tap Settings > Account"),
        "why set_up_account", ["no_data", "no_network", "no_hotspot_client", "no_sim_slot"]),
    ("entry locked", "718-982", "IT", ("car speed 50", "tap APPS > OPT > Login Porsche Connect"),
        "why enter_pairing_code", ["moving", "speed_lock"]),
    ("entry locked", "718-982", "IT", (
        "tap APPS > OPT > Login Porsche Connect", *WRONG, "ok", "cancel"),
        "why enter_pairing_code", ["too_many_attempts", "wrong_entries_lock"]),
    ("service missing", "taycan-j1", "IT", ("portal order calendar",), "why service calendar", [
        "not_linked"]),
    ("service missing", "taycan-j1", "IT", (*LINKED, "portal order calendar", "net none"),
        "why service calendar", ["service_restart", *NO_NETWORK]),
    ("function waiting", "taycan-j1", "IT", (*LINKED, "portal buy lane_guidance", "net none"),
        "why function lane_guidance", ["function_paused", *NO_NETWORK]),
)  # fmt: skip


def told(session: Session, lines: tuple[str, ...], why: str) -> str:
    for line in lines:
        answer = session.do(line)
        assert answer.ok or answer.refused, f"{line}: {answer.text}"
    return session.do(why).text


def on_desk(car: str, country: str, language: Languages = "en") -> Session:
    return make_session(car, {"taycan-j1": 2024}.get(car, 2020), country, language)


@pytest.mark.parametrize(
    ("what", "car", "country", "lines", "why", "keys"),
    CHAINS,
    ids=[f"{chain[0]}: {' '.join(chain[5][-2:])}" for chain in CHAINS],
)
def test_the_full_chain(
    what: str, car: str, country: str, lines: tuple[str, ...], why: str, keys: list[str]
) -> None:
    text = told(on_desk(car, country), lines, why)
    assert re.findall(r"\[(\w+)\]$", text, re.MULTILINE) == keys, text


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_reason_comes_from_stands_beneath_it_with_its_cure(language: Languages) -> None:
    session = on_desk("718-982", "AL", language)
    for line in ABROAD:
        assert session.do(line).ok
    chain = session.do("why").text.splitlines()[:3]
    say, radio = session.unit.view.texts.say, session.unit.state.inserted
    way = " > ".join(
        session.unit.view.label(session.setup.tree.node(step))
        for step in session.setup.tree.path("roaming")
    )
    abroad = say("reason.abroad", operator=radio.operator, country="CH")
    assert radio.operator
    assert chain == [
        f"{say('path.inserted')}: {say('reason.roaming_off', country='CH')}  [roaming_off]",
        f"  {abroad}  [abroad]",
        f"  {say('why.cure', path=way)}",
    ]


def test_what_carries_data_or_is_free_has_no_chain() -> None:
    session = on_desk("718-982", "IT")
    assert told(session, (), "why") == "data flows"
    assert told(session, (), "why embedded") == "data flows"
    lines: tuple[str, ...] = ("tap APPS > OPT > Login Porsche Connect",)
    assert told(session, lines, "why enter_pairing_code") == "nothing is in the way"
    lines = ("home", "phone pair", "tap PHONE")
    assert told(session, lines, "why dial_number") == "nothing is in the way"


def test_each_thing_that_can_be_refused_has_its_chain() -> None:
    assert {chain[0] for chain in CHAINS} >= {
        "no data",
        "roaming refused",
        "call refused",
        "login refused",
        "entry locked",
        "service missing",
        "function waiting",
    }
    assert len(CHAINS) >= 19
