"""Memory files that cannot be used: one line, one message on the screen, and the car goes on."""

import os
import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from models.catalogue import LANGUAGES, Languages
from pcm.headunit.memory import file as memory_file
from pcm.headunit.memory.faults import MemoryFaultError
from pcm.headunit.memory.file import STEPS, MemoryFile
from tests.headunit.memory_desk import Desk, do

OLD = Path(__file__).parent / "data" / "memory-1.sql"
"""A memory as the first version wrote it."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with closing(Desk(tmp_path / "car.sqlite")) as desk:
        yield desk


def goes_on(desk: Desk, words: str, language: Languages = "en") -> None:
    """It starts as delivered, says so once on the terminal and on the screen, and works."""
    session = desk.start(language=language)
    assert len(desk.said) == 1
    assert words in desk.said[0]
    assert "\n" not in desk.said[0]
    assert str(desk.path) in desk.said[0]
    assert desk.path.name in session.screen.toast
    assert "volume" not in session.unit.state.settings
    do(session, "volume up 3", "pass 1 min", "reset", "volume up 3")
    assert session.unit.state.settings["volume"] == 15
    desk.close()


def is_kept(desk: Desk) -> bool:
    return desk.start().unit.state.settings.get("volume") == 15


def other_program(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE places (url TEXT)")
    connection.close()


def noise(path: Path) -> None:
    path.write_bytes(random.Random(7).randbytes(5000))


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:6000])


def turned_over(path: Path) -> None:
    """The header is whole, the pages are not."""
    content = path.read_bytes()
    path.write_bytes(content[:4096] + content[:3999:-1][: len(content) - 4096])


def wrong(table: str, name: str, value: object):  # type: ignore[no-untyped-def] # a fixture's value
    def spoil(path: Path) -> None:
        connection = sqlite3.connect(path)
        connection.execute(f"INSERT OR REPLACE INTO {table} VALUES (?, ?)", (name, value))
        connection.commit()
        connection.close()

    spoil.__name__ = f"{table}.{name}={value!r}"[:40]
    return spoil


def without_table(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("DROP TABLE outside")
    connection.commit()
    connection.close()


DAMAGES = (
    other_program,
    noise,
    cut_off,
    turned_over,
    without_table,
    wrong("unit", "settings", "[1, 2]"),
    wrong("unit", "settings", '{"volume": null}'),
    wrong("unit", "account", '{"state": 7}'),
    wrong("unit", "language", '"xx"'),
    wrong("unit", "now", "-1"),
    wrong("unit", "now", "1e300"),
    wrong("unit", "places", "not JSON"),
    wrong("unit", "call_log", b"\xff\xfe"),
    wrong("unit", "sim", "[" * 10_000),
    wrong("outside", "modem", '[{"iccid": "1"}, []]'),
)


@pytest.mark.parametrize("damage", DAMAGES, ids=[damage.__name__ for damage in DAMAGES])
def test_a_damaged_memory_is_set_aside_and_a_new_one_begun(desk: Desk, damage) -> None:  # type: ignore[no-untyped-def]
    if damage is not other_program:
        desk.run("volume up 5")
    damage(desk.path)
    spoilt = desk.path.read_bytes()
    session = desk.start()
    aside = desk.path.with_name("car.sqlite.damaged-1")
    assert len(desk.said) == 1
    assert str(aside) in desk.said[0]
    assert aside.name in session.screen.toast
    assert aside.read_bytes() == spoilt
    assert "volume" not in session.unit.state.settings
    do(session, "volume up 3")
    session.close()
    assert is_kept(desk)


def test_a_file_is_a_file_even_where_sqlite_means_something_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with closing(Desk(Path(":memory:"))) as desk:
        desk.run("volume up 3")
        assert is_kept(desk)


def test_the_second_damaged_one_does_not_replace_the_first(desk: Desk) -> None:
    for number in (1, 2, 3):
        noise(desk.path)
        desk.run("volume up 3")
        assert f"damaged-{number}" in desk.said[-1]
    assert sorted(path.name for path in desk.path.parent.glob("*.damaged-*")) == [
        f"car.sqlite.damaged-{number}" for number in (1, 2, 3)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_screen_tells_in_its_language(desk: Desk, language: Languages) -> None:
    noise(desk.path)
    session = desk.start(language=language)
    words = session.unit.view.texts.say("reason.memory_damaged", file="car.sqlite.damaged-1")
    assert session.screen.toast == words


def test_values_that_the_menus_no_longer_have_are_left_out(desk: Desk) -> None:
    desk.run("volume up 3", "tap SOUND")
    wrong("unit", "settings", '{"volume": 15, "route_type": "by_air", "roaming": 7, "old": 1}')(
        desk.path
    )
    wrong("unit", "places", '[{"page": "home"}, {"page": "gone"}]')(desk.path)
    session = desk.start()
    assert desk.said == []
    settings = session.unit.state.settings
    assert (settings["volume"], settings["route_type"], settings["roaming"]) == (
        15,
        "route_fast",
        False,
    )
    assert session.screen.id == "home"


def test_a_second_program_goes_on_without_and_the_first_keeps_all(desk: Desk) -> None:
    first = desk.start()
    do(first, "volume up 1")
    goes_on(Desk(desk.path), "Another program uses the memory car.sqlite: nothing is kept")
    do(first, "volume up 2")
    first.close()
    assert is_kept(desk)


def test_a_newer_memory_is_not_touched(desk: Desk) -> None:
    desk.run("volume up 5")
    connection = sqlite3.connect(desk.path)
    connection.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    connection.close()
    before = desk.path.read_bytes()
    goes_on(desk, "is from a newer version")
    assert desk.path.read_bytes() == before
    assert [path.name for path in desk.path.parent.iterdir()] == ["car.sqlite"]


def test_a_newer_memory_that_was_cut_off_is_not_touched_either(desk: Desk) -> None:
    """Its version still stands in the log beside it."""
    MemoryFile(desk.path).close()
    connection = sqlite3.connect(desk.path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    for name in ("car.sqlite", "car.sqlite-wal"):
        shutil.copy(desk.path.with_name(name), desk.path.with_name(f"copy-{name[4:]}"))
    connection.close()
    copy = Desk(desk.path.with_name("copy-sqlite"))
    goes_on(copy, "is from a newer version")
    with pytest.raises(MemoryFaultError, match="memory_newer"):
        MemoryFile(copy.path)


def test_a_memory_of_another_car_is_not_touched(desk: Desk) -> None:
    desk.run("volume up 5", car="taycan-j1", year=2024)
    before = desk.path.read_bytes()
    goes_on(desk, "belongs to another car")
    assert desk.path.read_bytes() == before


def test_a_folder_instead_of_a_file(desk: Desk) -> None:
    desk.path.mkdir()
    goes_on(desk, "The memory car.sqlite cannot be used: nothing is kept")
    assert desk.path.is_dir()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    goes_on(Desk(tmp_path / "nowhere" / "car.sqlite"), "No such file or directory")


@pytest.mark.skipif(os.access("/", os.W_OK), reason="root may write everywhere")
@pytest.mark.parametrize("there", [True, False])
def test_a_folder_without_permission(desk: Desk, there: bool) -> None:
    if there:
        desk.run("home")
    desk.path.parent.chmod(0o500)
    try:
        goes_on(desk, "cannot be used")
    finally:
        desk.path.parent.chmod(0o700)


def test_a_full_disk_costs_nothing_of_the_running_session(desk: Desk) -> None:
    """No file may grow any more; when it may again, what was not written is written."""
    resource = pytest.importorskip("resource")
    session = desk.start()
    do(session, "volume up 1")
    grown = desk.path.with_name("car.sqlite-wal").stat().st_size
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (grown, hard))
    try:
        do(session, "volume up 1", "language de", "tap SOUND", "pass 1 min", "volume up 1")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert len(desk.said) == 1
    assert "cannot be used" in desk.said[0]
    session.close()
    state = desk.start().unit.state
    assert (state.settings["volume"], state.language, state.place.page) == (15, "de", "sound")


def test_only_its_owner_can_read_it(desk: Desk) -> None:
    desk.path.touch(0o644)
    session = desk.start()
    assert desk.path.stat().st_mode & 0o777 == 0o600
    assert desk.path.with_name("car.sqlite-wal").stat().st_mode & 0o777 == 0o600
    session.close()


def restored(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(OLD.read_text("utf-8"))
    connection.close()


def test_a_memory_of_the_first_version_is_read(desk: Desk) -> None:
    restored(desk.path)
    session = desk.start()
    assert desk.said == []
    state = session.unit.state
    assert (state.language, state.settings["volume"], session.screen.id) == ("de", 15, "sound")


def test_missing_steps_are_made_up_for_in_their_order(desk: Desk) -> None:
    """There is one version so far; these steps are of this test alone."""
    restored(desk.path)

    def second(connection: sqlite3.Connection) -> None:
        connection.execute("""UPDATE unit SET value = '"fr"' WHERE name = 'language'""")

    def third(connection: sqlite3.Connection) -> None:
        connection.execute("UPDATE unit SET name = 'tongue' WHERE name = 'language'")

    later = MemoryFile(desk.path, (*STEPS, second, third))
    assert later.read()["unit", "tongue"] == '"fr"'
    later.close()
    with pytest.raises(MemoryFaultError, match="memory_newer"):
        MemoryFile(desk.path)


def test_a_step_that_fails_leaves_the_file_as_it_was(desk: Desk) -> None:
    restored(desk.path)

    def broken(connection: sqlite3.Connection) -> None:
        connection.execute("DELETE FROM unit")
        connection.execute("no SQL")

    with pytest.raises(MemoryFaultError):
        MemoryFile(desk.path, (*STEPS, broken))
    assert desk.start().unit.state.language == "de"
    assert memory_file.STEPS == STEPS
