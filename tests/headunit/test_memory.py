"""What survives the end of the program, and what does not."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields
from pathlib import Path

import pytest

from connectivity.messages.vehicle import Mileage
from models.catalogue import find_car
from pcm.headunit.memory.memory import Memory
from pcm.headunit.memory.outside import ENDS
from pcm.headunit.memory.parts import PARTS
from pcm.headunit.session import Session
from pcm.headunit.state import UnitState
from tests.headunit.conftest import ONE_CAR_A_GENERATION, make_session
from tests.headunit.memory_desk import Desk, do


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with closing(Desk(tmp_path / "car.sqlite")) as desk:
        yield desk


def test_settings_language_clock_and_last_screen_are_there_again(desk: Desk) -> None:
    desk.run("volume up 3", "language de", "pass 1 h", "tap SOUND")
    session = desk.start()
    assert session.unit.state.language == "de"
    assert session.unit.state.settings["volume"] == 15
    assert session.screen.id == "sound"
    assert session.screen.header.clock == "11:42"
    assert desk.said == []


@pytest.mark.parametrize(("car", "year"), ONE_CAR_A_GENERATION)
def test_every_setting_of_a_car_comes_back_as_it_was(desk: Desk, car: str, year: int) -> None:
    """Each toggle switched, each choice and range at its last value, in every generation."""
    session = desk.start(car, year)
    tree, unit, count = session.setup.tree, session.unit, 0
    for node in map(tree.node, tree.ids()):
        value = unit.state.settings.get(node.setting_name)
        if node.kind.value == "choice" and node.rows:
            unit.set_plain(node.setting_name, node.rows[-1].id)
        elif node.kind.value == "toggle":
            unit.set_plain(node.setting_name, not value)
        elif node.kind.value == "range" and node.limits:
            unit.set_plain(node.setting_name, node.limits.high)
        else:
            continue
        count += 1
    before = dict(unit.state.settings)
    session.pump()
    do(session, "home")
    session.close()
    assert dict(desk.start(car, year).unit.state.settings) == before
    assert count > 30


def test_another_start_knows_a_paired_phone(desk: Desk) -> None:
    desk.run("phone pair")
    assert desk.start().unit.state.phone.name


def test_reset_forgets_all(desk: Desk) -> None:
    desk.run("volume up 3", "phone pair", "tap SOUND", "reset")
    session = desk.start()
    assert "volume" not in session.unit.state.settings
    assert session.unit.state.phone.name == ""
    assert session.screen.id == "home"


def test_without_a_memory_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    monkeypatch.chdir(tmp_path)
    session = make_session()
    do(session, "volume up 3")
    session.close()
    assert list(tmp_path.iterdir()) == []


def test_the_phone_that_was_connected_comes_back(desk: Desk) -> None:
    desk.run("phone pair", "phone hotspot on")
    session = desk.start()
    assert [do(session, f"state {name}") for name in ("phone", "hotspot")] == [
        "connected",
        "joined",
    ]
    do(session, "phone disconnect")
    session.close()
    assert do(desk.start(), "state phone") == "paired"


def test_the_mileage_and_what_was_received_stay(desk: Desk) -> None:
    desk.run("phone pair", "phone call in", "phone call end", "car speed 100", "pass 1 h")
    session = desk.start()
    assert session.world.vehicle.state.mileage_km == 12580
    assert session.world.vehicle.state.speed_kmh == 0
    assert session.unit.state.missed_calls == 1
    assert len(session.unit.state.call_log) == 1


def test_a_factory_reset_forgets_what_the_head_unit_knows_and_nothing_outside(desk: Desk) -> None:
    session = desk.start()
    session.world.vehicle.set(Mileage(20000))
    do(session, "sim insert no_pin", "volume up 3", "phone pair")
    session.unit.factory_reset()
    do(session, "home")
    session.close()
    session = desk.start()
    assert "volume" not in session.unit.state.settings
    assert session.unit.state.phone.known == ()
    assert do(session, "state sim") == "ready"
    assert session.world.vehicle.state.mileage_km == 20000


def test_a_verb_that_changes_nothing_writes_nothing(desk: Desk) -> None:
    session = desk.start()
    do(session, "volume up 3", "phone pair")
    before = desk.path.with_name("car.sqlite-wal").read_bytes()
    do(
        session,
        "screen",
        "state",
        "car speed 50",
        "car speed 0",
        "net none",
        "net home",
        "pass 1 h",
    )
    session.do("tap nothing")
    assert desk.path.with_name("car.sqlite-wal").read_bytes() == before


def test_the_clock_goes_on_where_the_program_ended(desk: Desk) -> None:
    desk.run("pass 1 h")
    assert desk.start().screen.header.clock == "11:42"


def test_another_car_on_the_desk_has_its_own_memory(tmp_path: Path) -> None:
    said: list[str] = []
    memory = Memory(lambda setup: tmp_path / f"{setup.car.id}-{setup.market.code}", said.append)
    session = Session(find_car("718", 2020), 2020, memory=memory)
    do(session, "volume up 3", "pass 1 h", "model taycan-j1 2024")
    assert "volume" not in session.unit.state.settings
    do(session, "volume up 1", "model 718-982 2020")
    assert session.unit.state.settings["volume"] == 15
    assert session.screen.header.clock == "11:42"
    do(session, "country DE")
    assert "volume" not in session.unit.state.settings
    session.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "718-982-DE",
        "718-982-IT",
        "taycan-j1-IT",
    ]
    assert said == []


def test_what_restore_brings_back_is_kept(desk: Desk) -> None:
    desk.run("volume up 3", "save loud", "volume down 2", "restore loud")
    assert desk.start().unit.state.settings["volume"] == 15


BORN_ANEW = {
    *("vehicle", "inserted", "embedded", "inserted_refused", "embedded_refused"),
    *("call", "modem_bearer", "modem_away", "overlays", "toast"),
}
"""What a new start finds out again, or shows no more."""


def test_every_field_of_the_state_is_kept_or_born_anew() -> None:
    kept = {part.field for part in PARTS}
    assert kept & BORN_ANEW == set()
    assert kept | BORN_ANEW == {field.name for field in fields(UnitState)}


def test_every_far_end_with_a_state_is_kept(desk: Desk) -> None:
    """But the built-in SIM, which nobody can change."""
    world = desk.start().world
    ends = {field.name for field in fields(world) if hasattr(getattr(world, field.name), "state")}
    assert {end.name for end in ENDS} == ends - {"embedded"}
