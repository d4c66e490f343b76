"""Calls over the phone: who, how long, what became of them, and why one is refused."""

import re

import pytest

from connectivity.messages.telephony import CallPhase
from pcm.headunit.report import words_on
from pcm.headunit.session import Session
from tests.headunit.conftest import make_session
from tests.headunit.test_phone import DEVICES, known, paired, say


def toast(session: Session) -> str:
    return session.screen.toast


def test_a_caller_has_the_name_of_the_phone_book_and_the_call_its_duration() -> None:
    session = paired("phone call in +39 055 555 0188", "expect overlay incoming_call")
    assert any("Marco Bianchi" in words for words in words_on(session.screen))
    say(session, "ok", "pass 83 s")
    assert session.screen.header.call == "Marco Bianchi · 1:23"


def test_a_number_that_is_withheld_says_so() -> None:
    session = paired()
    session.world.phone.set_call(CallPhase.INCOMING)
    session.pump()
    words = session.unit.view.texts.say("call.withheld")
    assert any(words in line for line in words_on(session.screen))


def test_the_list_tells_direction_and_time_of_each_call() -> None:
    session = paired(
        "phone call in", "ok", "phone call end", "pass 2 min",
        "phone call in", "phone call end", "pass 1 min",
        "tap PHONE > call_list", "tap call_list_1", "phone call busy",
    )  # fmt: skip
    text = session.unit.view.texts.say
    rows = [(row.label, row.detail, row.text) for row in session.screen.rows]
    assert rows == [
        ("Anna Conti", text("call_list.outgoing"), "10:45"),
        ("Anna Conti", text("call_list.missed"), "10:44"),
        ("Anna Conti", text("call_list.incoming"), "10:42"),
    ]


@pytest.mark.parametrize(
    ("verb", "key"), [("phone call busy", "call_busy"), ("phone call unanswered", "call_no_answer")]
)
def test_a_dialled_call_that_comes_to_nothing_says_why(verb: str, key: str) -> None:
    session = paired("tap PHONE > contacts", "tap contacts_1", "expect state call dialling", verb)
    assert known(session, "call") == "idle"
    assert toast(session) == session.unit.view.texts.say(f"reason.{key}")


def test_nobody_rings_for_ever() -> None:
    session = paired(
        "tap PHONE > contacts", "tap contacts_1", "pass 60 s", "expect state call idle"
    )
    assert toast(session) == session.unit.view.texts.say("reason.call_no_answer")
    say(session, "phone call in", "pass 60 s", "expect state call idle")
    assert session.unit.state.missed_calls == 1


def test_a_second_caller_is_refused_and_stands_in_the_list() -> None:
    session = paired("phone call in", "ok", "phone call in +39 055 555 0188")
    assert known(session, "call") == "active"
    assert toast(session) == session.unit.view.texts.say(
        "reason.second_call_refused", number="Marco Bianchi"
    )
    assert session.unit.state.missed_calls == 1


def test_a_call_on_the_phone_does_not_disturb_one_over_the_sim() -> None:
    session = make_session("718-982", 2020)
    say(session, "sim insert no_pin", "phone pair", "phone disconnect", "sim call in", "ok")
    say(session, "expect state call_over sim", "phone connect", "phone call in")
    assert (known(session, "call_over"), known(session, "call")) == ("sim", "active")
    assert session.unit.state.missed_calls == 1
    assert session.world.phone.hand.call is CallPhase.ENDED


def test_a_rejected_call_was_not_missed() -> None:
    session = paired("phone call in", "cancel", "expect state call idle")
    assert session.unit.state.missed_calls == 0
    assert [call.direction.value for call in session.unit.state.call_log] == ["incoming"]


WHYS = {
    "no phone, no card": ((), ["no_phone_connected", "no_known_phone", "no_sim"]),
    "Bluetooth off": (
        ("phone pair", f"{DEVICES}", "tap bluetooth"),
        ["no_phone_connected", "bluetooth_off", "no_sim"],
    ),
    "telephone refused": (
        ("phone pair", "phone allow telephone off"),
        ["profile_refused", "no_sim"],
    ),
    "telephone off": (
        ("phone pair", f"{DEVICES} > phone_details", "tap phone_telephone"),
        ["profile_off", "no_sim"],
    ),
    "CarPlay has it": (("phone pair", "phone carplay on", "ok"), ["carplay_has_phone"]),
    "card locked": (
        ("sim insert standard", "cancel"),
        ["sim_locked", "pin_required"],
    ),
    "a call can go out": (("phone pair",), []),
}


@pytest.mark.parametrize("case", WHYS)
def test_why_tells_the_whole_chain_of_a_refused_call(case: str) -> None:
    lines, keys = WHYS[case]
    session = make_session("718-982", 2020)
    say(session, *lines, "key PHONE")
    answer = session.do("why dial_number").text
    assert re.findall(r"\[(\w+)\]", answer) == keys
