"""The desk: what is kept and put back, files that cannot be written, the end of virtual time."""

from pathlib import Path

import pytest

from connectivity.outside.my_porsche import MyPorsche
from connectivity.outside.profiles import load_world
from pcm.headunit.screen import Screen
from pcm.headunit.session import Session
from tests.headunit.conftest import make_session


def say(session: Session, *lines: str) -> None:
    for line in lines:
        answer = session.do(line)
        assert answer.ok, f"{line}: {answer.text}"


def test_what_is_put_back_goes_on_as_if_nothing_had_been_between(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session = make_session("718-982", 2018)
    say(session, "sim insert", "type @pin", "ok", "save here")
    before = session.do("state --json").text
    say(session, "net none", "car speed 50", "sim remove")
    sent: list[object] = []
    monkeypatch.setattr(MyPorsche, "send", lambda _, request: sent.append(request))
    say(session, "restore here")
    assert session.do("state --json").text == before
    assert sent == []


def test_what_is_put_back_can_be_put_back_again() -> None:
    session = make_session("718-982", 2018)
    say(session, "save here")
    before = session.do("state --json").text
    for _ in range(2):
        say(session, "sim insert", "portal code new", "pass 5 min", "restore here")
        assert session.do("state --json").text == before


def test_another_car_has_nothing_kept() -> None:
    session = make_session("718-982", 2018)
    say(session, "save here", "model Macan 2018")
    assert "unknown saved state 'here'" in session.do("restore here").text


def write(_: Screen, path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize("verb", ["shot", "trace"])
@pytest.mark.parametrize(
    "name", ["/nowhere/x.png", "x" * 300 + "/x.png", "x" * 300 + ".png", "\ud800.png", "a\0.png"]
)
def test_a_file_that_cannot_be_written_is_one_line(verb: str, name: str) -> None:
    session = make_session("718-982", 2018)
    session.painter = write
    answer = session.do(f"{verb} {name}")
    assert not answer.ok
    assert len(answer.text.splitlines()) == 1


def test_virtual_time_has_an_end() -> None:
    session = make_session("718-982", 2018)
    for _ in range(1000):
        if not (answer := session.do("pass 366 d")).ok:
            break
    assert "virtual time ends" in answer.text
    assert session.screen.header.clock


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("year", "year: '' is not a number"),
        ("year soon", "year: 'soon' is not a number"),
        ("model", "usage: model"),
        ("language xx", "is not one of it, en"),
        ("howto xx", "unknown procedure 'xx'; there are link, roaming"),
        ("state datq", "unknown state 'datq'; did you mean data"),
    ],
)
def test_a_wrong_word_is_named(line: str, part: str) -> None:
    assert part in make_session("718-982", 2018).do(line).text


def test_no_value_prints_its_secrets() -> None:
    session = make_session("718-982", 2018)
    say(session, "sim insert", "type @pin", "ok", "tap APPS > OPT > Login Porsche Connect")
    say(session, "tap enter_pairing_code", "type @code")
    world, portal = load_world(), session.world.portal
    secrets = [portal.code, world.owner.password, world.phones[0].hotspot_password]
    secrets += [secret for card in world.sims for secret in (card.pin, card.puk)]
    secrets += session.world.modem.secrets()
    values = (world, session.unit.state, session.world.modem.slot, session.screen, session.bench)
    for value in values:
        assert not [secret for secret in secrets if f"'{secret}'" in repr(value)]


def test_a_pin_that_was_changed_stays_masked_when_its_card_is_out() -> None:
    session = make_session("718-982", 2018)
    say(session, "sim insert", "sim pin 8642", "sim remove")
    session.do("expect text 8642")
    assert "8642" not in "\n".join(session.trace.lines)


def test_a_missed_call_is_counted_until_the_list_is_looked_at() -> None:
    session = make_session("718-982", 2020)
    for line in ("phone pair", "phone call in", "phone call end", "home"):
        assert session.do(line).ok
    phone = next(row for row in session.screen.rows if row.id == "phone")
    assert phone.badge == "1"
    session.do("tap phone > call_list")
    assert [row.label for row in session.screen.rows] == ["Anna Conti"]
    session.do("home")
    assert not any(row.badge for row in session.screen.rows)


def test_a_rejected_call_is_not_missed() -> None:
    session = make_session("718-982", 2020)
    for line in ("phone pair", "phone call in", "cancel", "home"):
        assert session.do(line).ok
    assert not any(row.badge for row in session.screen.rows)


def test_a_factory_reset_forgets_missed_calls_too() -> None:
    session = make_session("718-982", 2020)
    say(session, "phone pair", "phone call in", "phone call end")
    assert session.unit.state.missed_calls == 1
    session.unit.factory_reset()
    assert session.unit.state.missed_calls == 0
    assert session.unit.state.call_log == ()
