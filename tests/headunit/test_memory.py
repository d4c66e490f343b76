"""What survives the end of the program, and what does not."""

from pathlib import Path

import pytest

from tests.headunit.conftest import ONE_CAR_A_GENERATION, make_session
from tests.headunit.memory_desk import Desk, do


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "car.sqlite")


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
