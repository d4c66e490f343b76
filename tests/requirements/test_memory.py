"""What R-PIN-4, R-LINK-10 and R-LINK-14 promise over the end of the program: a memory keeps it."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from pcm.headunit.session import Session
from tests.headunit.memory_desk import Desk, do
from tests.requirements.desk import Desk as Pcm

REMEMBER = "PHONE > OPT > SET PHONE > Telephone > SIM card > Remember PIN"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with closing(Desk(tmp_path / "car.sqlite")) as desk:
        yield desk


def state(session: Session, *names: str) -> list[str]:
    return [do(session, f"state {name}") for name in names]


@pytest.mark.requirement("R-PIN-4")
def test_a_remembered_pin_opens_its_card_at_the_next_start(desk: Desk) -> None:
    desk.run("sim insert", "type @pin", "ok", f"tap {REMEMBER}")
    session = desk.start()
    assert state(session, "sim", "remember_pin", "pin_tries") == ["ready", "on", "3"]


@pytest.mark.requirement("R-PIN-4")
def test_another_card_at_the_next_start_is_asked_for_its_pin(desk: Desk) -> None:
    desk.run("sim insert", "type @pin", "ok", f"tap {REMEMBER}", "sim remove")
    session = desk.start()
    do(session, "sim insert second")
    assert state(session, "sim", "remember_pin", "pin_tries") == ["pin_required", "off", "3"]


@pytest.mark.requirement("R-PIN-4")
def test_a_pin_that_was_not_remembered_is_asked_for_at_the_next_start(desk: Desk) -> None:
    desk.run("sim insert", "type @pin", "ok")
    assert state(desk.start(), "sim", "remember_pin") == ["pin_required", "off"]


@pytest.mark.requirement("R-PIN-4")
def test_a_forgotten_pin_is_nowhere_in_the_file(desk: Desk) -> None:
    """Nor in its log: only the card itself, which lies outside, still knows it."""
    session = desk.start()
    do(session, "sim insert", "type @pin", "ok", f"tap {REMEMBER}")
    pin = session.unit.state.sim.remembered[0].pin
    remembered = f'"pin":"{pin}"}}]'.encode()
    wal = Path(f"{desk.path}-wal")
    assert remembered in desk.path.read_bytes() + wal.read_bytes()
    do(session, "tap remember_pin")
    assert remembered not in desk.path.read_bytes() + wal.read_bytes()


@pytest.mark.requirement("R-PIN-5")
def test_lost_tries_and_a_dead_card_stay_lost(desk: Desk) -> None:
    session = desk.start()
    do(session, "sim insert")
    assert not session.do("type 0000").refused
    assert session.do("ok").refused
    session.close()
    session = desk.start()
    assert state(session, "pin_tries") == ["2"]
    for _ in range(2):
        session.world.modem.try_pin("0000")
    for _ in range(10):
        session.world.modem.try_puk("00000000", "1234")
    do(session, "screen")
    assert state(session, "sim") == ["dead"]
    session.close()
    assert state(desk.start(), "sim") == ["dead"]


@pytest.mark.requirement("R-PIN-5")
def test_reset_gives_new_cards(desk: Desk) -> None:
    session = desk.start()
    do(session, "sim insert")
    session.world.modem.try_pin("0000")
    do(session, "screen", "reset")
    session.close()
    session = desk.start()
    assert state(session, "sim") == ["absent"]
    do(session, "sim insert")
    assert state(session, "sim", "pin_tries") == ["pin_required", "3"]


@pytest.mark.requirement("R-LINK-8")
def test_a_lock_after_wrong_codes_is_not_escaped_by_a_new_start(desk: Desk) -> None:
    wrong = ("tap APPS > OPT > Login Porsche Connect", "tap enter_pairing_code")
    session = desk.start()
    do(session, *wrong)
    for _ in range(5):
        session.do("type 00000000")
        session.do("ok")
    assert state(session, "entry_locked") == ["on"]
    session.close()
    session = desk.start()
    assert state(session, "entry_locked") == ["on"]
    do(session, "pass 1 min")
    assert state(session, "entry_locked") == ["off"]


LOGIN = ("tap APPS > OPT > Login Porsche Connect", "tap enter_pairing_code", "type @code", "ok")


@pytest.mark.requirement("R-LINK-10")
def test_who_logged_out_logs_in_again_after_a_new_start_without_a_code(desk: Desk) -> None:
    desk.run(*LOGIN, "tap log_out")
    session = desk.start()
    assert state(session, "account", "users") == ["logged_out", "1"]
    do(session, "tap APPS > OPT > Login Porsche Connect", "tap log_in")
    assert state(session, "account") == ["logged_in"]


@pytest.mark.requirement("R-LINK-6")
def test_a_code_that_was_replaced_before_the_start_is_never_given_again(desk: Desk) -> None:
    codes = []
    for _ in range(4):
        session = desk.start()
        codes += [do(session, "portal code new") for _ in range(3)]
        session.close()
    assert len(set(codes)) == len(codes) == 12


@pytest.mark.requirement("R-LINK-14")
def test_a_new_start_does_not_go_round_a_forgotten_security_code(desk: Desk) -> None:
    pcm = Pcm("taycan-j1", 2024, language="en")
    pcm.session = desk.start("taycan-j1", 2024)
    pcm.link()
    pcm.go("log_out")
    pcm.do("portal security-code 9876")
    pcm.session.close()
    pcm.session = desk.start("taycan-j1", 2024)
    pcm.do("expect state account logged_out")
    pcm.go("log_in")
    pcm.do("type 9876")
    assert pcm.refused("ok") == pcm.say("reason.link_factory_reset_needed")


@pytest.mark.requirement("R-SRV-1")
def test_what_was_ordered_is_there_after_a_new_start(desk: Desk) -> None:
    session = desk.start()
    do(session, *LOGIN)
    booked = len(session.unit.state.services.seen)
    assert booked
    do(session, "portal order carfinder")
    session.close()
    session = desk.start()
    do(session, "screen")
    assert len(session.unit.state.services.seen) == booked + 1
