"""The trace: the same bytes for the same verbs and seed, and no secret in it whatever was typed."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from connectivity.outside.profiles import load_world
from pcm.headunit.entries import PLACEHOLDERS
from pcm.headunit.session import Session
from tests.headunit.conftest import ONE_CAR_A_GENERATION, make_session
from tests.headunit.test_walks import CARS, WALK
from tests.headunit.verb_lines import SECRETS, garbage, lines, typed, verbs
from tests.headunit.walk import real_line

LINK = [
    "phone pair",
    "tap APPS > OPT > Login Porsche Connect",
    "tap enter_pairing_code",
    "type 12",
    "ok",
    "type 345678",
    "ok",
    "cancel",
    "portal code new",
    "pass 61 s",
    "state --json",
    "nonsense",
    "expect data none",
]


def walk(session: Session, walked: list[str]) -> str:
    for line in walked:
        session.do(real_line(session, line))
    return "\n".join(session.trace.lines)


@pytest.mark.parametrize(("car", "year"), ONE_CAR_A_GENERATION)
def test_the_same_verbs_and_seed_give_the_same_bytes(car: str, year: int) -> None:
    first, second = (walk(make_session(car, year), LINK) for _ in range(2))
    assert first.encode() == second.encode()
    start, *verbs_kept = map(json.loads, first.splitlines())
    assert start == {"car": car, "year": year, "country": "IT", "language": "it", "seed": 1}
    assert len(verbs_kept) == len(LINK)
    assert all(entry["verb"] for entry in verbs_kept)


@settings(max_examples=60)
@given(CARS, WALK, st.integers(0, 5))
def test_any_walk_is_the_same_twice(car: tuple[str, int], walked: list[str], seed: int) -> None:
    first, second = (walk(make_session(*car, "IT", "it", seed), walked) for _ in range(2))
    assert first == second


def test_another_seed_gives_other_codes() -> None:
    codes = {make_session("718-982", 2020, "IT", "it", n).do("portal code").text for n in range(9)}
    assert len(codes) == 9


@settings(max_examples=200)
@given(CARS, lines(verbs, typed, typed, garbage, longest=30))
def test_no_secret_is_in_the_trace(car: tuple[str, int], walked: list[str]) -> None:
    session = make_session(*car)
    portal = session.world.portal
    codes = {portal.code, portal.other_code}
    for line in walked:
        if line.startswith(("shot", "trace")):
            continue
        session.do(real_line(session, line))
        codes |= {session.world.portal.code, *session.world.portal.car.old_codes}
    for entry in map(json.loads, session.trace.lines):
        words = f"{entry.get('verb', entry)} {entry.get('answer', '')}"
        for secret in (*codes, *SECRETS):
            assert secret not in _whole_words(words), entry


def _whole_words(text: str) -> list[str]:
    return [word.strip("'\"!?;:,.()") for word in text.split()]


def test_what_is_typed_into_a_secret_field_is_masked_right_or_wrong() -> None:
    session = make_session()
    session.do("sim insert standard")
    for wrong in ("9876", "@9876", "@pins"):
        session.do(f"type {wrong}")
    trace = "\n".join(session.trace.lines)
    assert "9876" not in trace
    assert "@pins" not in trace
    assert trace.count("***") >= 3


def test_a_destination_stays_readable_and_a_password_in_it_does_not() -> None:
    session = make_session()
    for step in session.setup.tree.path("enter_destination"):
        assert session.do(f"tap {step}").ok
    password = load_world().owner.password
    session.do("type Padova")
    session.do(f"type {password}")
    assert "type Padova" in session.trace.lines[-2]
    assert password not in session.trace.lines[-1]


def test_the_placeholders_are_those_of_the_verb() -> None:
    session = make_session()
    session.do("sim insert standard")
    for name in sorted(PLACEHOLDERS):
        answer = session.do(f"type {name}")
        assert "unknown placeholder" not in answer.text, name
        assert name in session.trace.lines[-1]
    assert "did you mean @code" in session.do("type @cod").text


def test_secret_values_have_no_repr() -> None:
    session = make_session()
    for line in ("sim insert standard", "type @pin", "ok", "tap APPS", "phone hotspot on"):
        session.do(line)
    shown = repr(session.unit.state)
    for secret in ("8939010000000000017", "'1234'", "cayman718"):
        assert secret not in shown
