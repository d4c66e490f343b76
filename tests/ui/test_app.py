"""The window over a session: touches become verbs, time becomes what is shown; idle is idle."""

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.catalogue import find_car
from pcm.headunit.session import Session
from pcm.ui.app import Window, fit_screen
from pcm.ui.header_model import HeaderModel
from pcm.ui.row_model import RowsModel

CARS = {
    "4.0": ("718-982", 2018),
    "4.1": ("panamera-971.1", 2018),
    "5.0": ("cayenne-9y0", 2019),
    "6.0": ("taycan-j1", 2021),
}


@pytest.fixture(params=CARS)
def window(request: pytest.FixtureRequest, qapp: QGuiApplication) -> Iterator[Window]:
    assert isinstance(qapp, QGuiApplication)
    car, year = CARS[request.param]
    opened = Window(Session(find_car(car, year), year), still=True)
    settle(opened)
    yield opened
    opened.close()


def settle(window: Window) -> None:
    for _ in range(5):
        QGuiApplication.processEvents()
    window.window.grabWindow()


def below(item: QQuickItem) -> Iterator[QQuickItem]:
    if item.isVisible():
        yield item
        for child in item.childItems():
            yield from below(child)


def click(window: Window, name: str) -> None:
    found = [item for item in below(window.window.contentItem()) if item.objectName() == name]
    assert found, name
    item = found[0]
    at: QPoint = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
    no_keys = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(window.window, Qt.MouseButton.LeftButton, no_keys, at)
    settle(window)


def test_tiles_open_their_menus_and_home_leads_back(window: Window) -> None:
    tiles = [row.id for row in window.session.screen.rows if row.enabled]
    assert len(tiles) >= 6
    for name in tiles:
        click(window, name)
        assert window.session.screen.id == name
        window.do("home")
        settle(window)


def test_the_clock_moves_by_itself(window: Window) -> None:
    before = shown_clock(window)
    window.session.tick(61)
    window.tick()
    assert before != shown_clock(window) == window.session.screen.header.clock


def shown_clock(window: Window) -> str:
    header = cast(HeaderModel, window.screen_model.header)
    return str(header.clock)


def test_refusals_reach_the_bench(window: Window) -> None:
    window.do("tap no_such_row")
    assert window.bench_model.refused
    assert window.bench_model.answer


def test_idle_draws_no_frames(window: Window, qtbot: QtBot) -> None:
    window.screen_model.build_ahead()
    qtbot.waitUntil(lambda: not pending(window))
    assert rests(window)


def rests(window: Window) -> bool:
    """Frames stop: what was still on its way is drawn, then nothing more."""
    frames: list[int] = []
    window.window.frameSwapped.connect(lambda: frames.append(1))
    for _ in range(20):
        frames.clear()
        for _ in range(200):
            QGuiApplication.processEvents()
        if not frames:
            return True
    return False


def test_a_new_page_appears_at_once_and_comes_to_rest(qapp: QGuiApplication, qtbot: QtBot) -> None:
    car, year = CARS["5.0"]
    opened = Window(Session(find_car(car, year), year))
    settle(opened)
    frames: list[int] = []
    opened.window.frameSwapped.connect(lambda: frames.append(1))
    opened.do("tap set")
    veil = next(item for item in below(opened.window.contentItem()) if is_veil(item))
    assert 0 < veil.opacity() < 1, "the page is seen through it from the first frame on"
    qtbot.waitUntil(lambda: len(frames) > 2)
    qtbot.waitUntil(lambda: not veil.isVisible())
    assert rests(opened)
    opened.close()


def is_veil(item: QQuickItem) -> bool:
    return item.metaObject().className().startswith("PageVeil")


def test_the_panel_switches_the_sources_and_shows_it(window: Window) -> None:
    assert not window.bench_model.property("sourcesShown")
    click(window, "bench_sources")
    assert window.bench_model.property("sourcesShown")
    window.window_model.toggleSources()
    assert not window.bench_model.property("sourcesShown")


def test_user_and_status_lead_to_their_pages(window: Window) -> None:
    header = window.session.screen.header
    for name, target in (("user", header.user_target), ("status", header.status_target)):
        found = [
            item
            for item in below(window.window.contentItem())
            if item.objectName() == f"header_{name}"
        ]
        assert bool(found) == bool(target)
        if found:
            click(window, f"header_{name}")
            assert window.session.screen.id == target.split(" > ")[-1]


def pending(window: Window) -> bool:
    """Whether pages are still being built."""
    incubator = window._engine.incubationController()
    return incubator.incubatingObjectCount() > 0


def test_sources_are_toggled(window: Window) -> None:
    rows = window.screen_model.property("homeRows")
    assert isinstance(rows, RowsModel)
    roles = {bytes(name.data()).decode(): role for role, name in rows.roleNames().items()}
    assert not any(rows.data(rows.index(n), roles["source"]) for n in range(rows.rowCount()))
    window.window_model.toggleSources()
    assert any(rows.data(rows.index(n), roles["source"]) for n in range(rows.rowCount()))


def test_a_window_larger_than_its_screen_fills_it(qapp: QGuiApplication) -> None:
    free = qapp.primaryScreen().availableSize()
    large, small = QWindow(), QWindow()
    large.resize(free.width() + 200, free.height() - 50)
    small.resize(free.width() - 50, free.height() - 50)
    for window in (large, small):
        window.show()
        fit_screen(window)
    assert free.width() - 20 < large.width() <= free.width()  # but for its frame
    assert large.windowState() == Qt.WindowState.WindowMaximized
    assert small.width() == free.width() - 50
    assert small.windowState() == Qt.WindowState.WindowNoState
