"""Knobs, sliders, messages that go by themselves, the lock of text entry while the car moves."""

import pytest

from connectivity.vehicle import FREE_BELOW_KMH, LOCK_ABOVE_KMH
from menus.node import Kind
from models.catalogue import load_cars
from pcm.headunit.entries import LOCKED_WHILE_MOVING
from pcm.headunit.knobs import nearest_step
from pcm.headunit.screen import Entry, Slider
from pcm.headunit.session import Session
from pcm.headunit.unit import TOAST_SECONDS
from tests.headunit.conftest import ONE_CAR_A_GENERATION, make_session

WITH_KNOB = [case for case in ONE_CAR_A_GENERATION if case[0] != "taycan-j1"]


def entry(session: Session) -> Entry:
    overlay = session.screen.overlay
    assert isinstance(overlay, Entry)
    return overlay


def walk_to(session: Session, id_: str) -> None:
    """Touch the way to an entry."""
    session.do("home")
    for step in session.setup.tree.path(id_):
        answer = session.do(f"tap {step}")
        assert answer.ok, answer.text


def ok(session: Session, *lines: str) -> None:
    for line in lines:
        answer = session.do(line)
        assert answer.ok, f"{line}: {answer.text}"


def test_the_thresholds_are_those_of_the_rule() -> None:
    assert (LOCK_ABOVE_KMH, FREE_BELOW_KMH) == (6.0, 4.0)
    assert {"pairing_code", "login", "hotspot_password", "destination"} <= LOCKED_WHILE_MOVING
    assert "number" not in LOCKED_WHILE_MOVING


@pytest.mark.parametrize("car", load_cars().cars, ids=lambda car: car.id)
def test_text_entry_locks_above_6_and_is_free_again_below_4(car: object) -> None:
    session = make_session(getattr(car, "id", ""), getattr(car, "years", (0, 0))[0])
    walk_to(session, "enter_destination")
    ok(session, "type Pad")
    for speed, locked in [
        ("5.9", False), ("6", False), ("6.1", True), ("6", True), ("4", True), ("3.9", False),
        ("4", False), ("6", False), ("130", True), ("0", False),
    ]:  # fmt: skip
        ok(session, f"car speed {speed}")
        assert bool(entry(session).locked) is locked, speed
        assert entry(session).ok_enabled is not locked, speed
        assert entry(session).shown == "Pad", "what was typed stays"
        assert session.screen.header.locked_moving is locked
    ok(session, "car speed 50")
    moving = session.unit.view.texts.say("reason.moving")
    for line in ("type ova", "ok"):
        answer = session.do(line)
        assert not answer.ok
        assert answer.text == moving
    assert entry(session).shown == "Pad"
    ok(session, "car speed 0", "type ova")
    assert entry(session).shown == "Padova"


def test_a_telephone_number_may_be_dialled_while_moving() -> None:
    session = make_session()
    ok(session, "car speed 80")
    walk_to(session, "dial_number")
    ok(session, "type 112")
    assert entry(session).locked == ""


@pytest.mark.parametrize(("car", "year"), WITH_KNOB)
def test_the_knob_moves_the_focus_to_the_ends_and_not_beyond(car: str, year: int) -> None:
    session = make_session(car, year)
    rows = [row.id for row in session.screen.rows]
    assert session.screen.focus == rows[0]
    ok(session, "knob left")
    assert session.screen.focus == rows[0]
    ok(session, "knob right 2")
    assert session.screen.focus == rows[2]
    ok(session, "knob left")
    assert session.screen.focus == rows[1]
    ok(session, "knob right 1000")
    assert session.screen.focus == rows[-1]


@pytest.mark.parametrize(("car", "year"), WITH_KNOB)
def test_pressing_the_knob_touches_and_back_returns_to_the_row(car: str, year: int) -> None:
    session = make_session(car, year)
    ok(session, "knob right 2")
    row = session.screen.focus
    ok(session, "knob press")
    assert session.screen.id == row
    ok(session, "back")
    assert session.screen.id == "home"
    assert session.screen.focus == row


@pytest.mark.parametrize(("car", "year"), ONE_CAR_A_GENERATION)
def test_every_slider_keeps_its_limits_by_touch_and_by_knob(car: str, year: int) -> None:
    tree = make_session(car, year).setup.tree
    ranges = [node for id_ in tree.ids() if (node := tree.node(id_)).kind is Kind.RANGE]
    assert len(ranges) >= 3
    for node in ranges:
        session = make_session(car, year)
        limits = node.limits
        assert limits is not None
        walk_to(session, node.id)
        for line, value in [
            (f"set {limits.high + 10**5}", limits.high),
            ("knob right", limits.high),
            ("knob left", limits.high - limits.step),
            (f"set {limits.low - 10**5}", limits.low),
            ("knob left 3", limits.low),
            ("knob right", limits.low + limits.step),
        ]:
            ok(session, line)
            slider = session.screen.overlay
            assert isinstance(slider, Slider)
            assert slider.value == value, f"{node.id}: {line}"
        ok(session, "ok")
        assert session.screen.overlay is None
        row = next(row for row in session.screen.rows if row.id == node.id)
        assert row.value == limits.low + limits.step


def test_a_message_goes_by_itself_after_its_time_and_not_before() -> None:
    session = make_session()
    ok(session, "volume up 3")
    assert session.screen.toast
    ok(session, f"pass {TOAST_SECONDS - 0.1:g} s")
    assert session.screen.toast
    assert session.next_wait() <= 0.11
    ok(session, "pass 0.1 s")
    assert session.screen.toast == ""


def test_a_newer_message_takes_the_place_and_its_own_time() -> None:
    session = make_session()
    ok(session, "volume up 3", "pass 3 s", "volume down", "pass 2 s")
    assert session.screen.toast
    ok(session, "pass 2 s")
    assert session.screen.toast == ""


def test_volume_has_ends_and_can_be_muted() -> None:
    session = make_session()
    ok(session, "volume up 500")
    loudest = session.unit.state.settings["volume"]
    ok(session, "volume up")
    assert session.unit.state.settings["volume"] == loudest
    ok(session, "volume down 500")
    assert session.unit.state.settings["volume"] == 0
    muted, unmuted = (session.do("volume press").text for _ in range(2))
    assert muted != unmuted


def test_the_clock_goes_on_and_a_day_passes_at_once() -> None:
    session = make_session()
    assert session.screen.header.clock == "10:42"
    session.pump()  # the first talk with My Porsche took its time on the air
    assert 59.0 < session.next_wait() < 60.0
    ok(session, "pass 59 s")
    assert session.screen.header.clock == "10:42"
    ok(session, "pass 1 s")
    assert session.screen.header.clock == "10:43"
    ok(session, "pass 1 d", "pass 366 d")
    assert session.screen.header.clock == "10:43"
    assert not session.do("pass 367 d").ok


def test_with_the_ignition_off_the_screen_is_dark_and_every_touch_says_why() -> None:
    session = make_session()
    ok(session, "car ignition off")
    assert session.screen.off
    why = session.unit.view.texts.say("reason.ignition_off")
    for line in ("key PHONE", "tap phone", "back", "home", "knob right", "volume up", "type 1"):
        answer = session.do(line)
        assert not answer.ok
        assert answer.text == why, line
    ok(session, "car ignition on")
    assert session.screen.id == "home"


@pytest.mark.parametrize("line", ["trace /nowhere/x", "trace a\x00b", "trace /", "shot x.png"])
def test_files_that_cannot_be_written_are_one_clear_line(line: str) -> None:
    answer = make_session().do(line)
    assert not answer.ok
    assert answer.text
    assert "\n" not in answer.text


def test_what_no_text_can_hold_is_still_written_to_the_trace(tmp_path: object) -> None:
    session = make_session()
    session.do("\udcff\udcfe")
    ok(session, f"trace {tmp_path}/trace.jsonl")


@pytest.mark.parametrize(
    ("value", "stands"), [(-8, -5), (-4, -5), (-2, 0), (3, 5), (6, 5), (9, 9), (40, 9)]
)
def test_a_slider_stands_on_its_steps_and_at_its_ends(value: int, stands: int) -> None:
    assert nearest_step(-5, 9, 5, value) == stands


def test_what_is_refused_on_the_telephone_page_opens_no_entry() -> None:
    session = make_session(*ONE_CAR_A_GENERATION[0])
    ok(session, "tap phone")
    answer = session.do("type 12a")
    assert answer.reason == "digits_only"
    assert session.screen.overlay is None
    ok(session, "type 12")
    assert entry(session).shown == "12"


def test_an_entry_of_a_list_that_does_nothing_says_so() -> None:
    session = make_session("718-982", 2019)
    walk_to(session, "data_paths")
    row = next(row for row in session.screen.rows if row.id not in session.setup.tree)
    assert row.kind is Kind.VALUE
    assert session.do(f"tap {row.id}").reason == "only_shows"


def test_a_call_answered_over_a_refused_entry_is_answered() -> None:
    session = make_session("718-982", 2019)
    session.do("phone pair")
    session.do("open link")
    session.do("type @wrong 8")
    assert session.do("ok").reason == "link_unknown_code"
    session.do("phone call in")
    assert session.do("ok").ok
    assert session.do("expect state call active").ok
    assert session.do("expect problem link_unknown_code").ok  # the entry is as before
