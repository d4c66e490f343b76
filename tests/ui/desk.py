"""The whole window over a fake session: fixed screens in, verb lines out."""

from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtQml import QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from menus.node import Kind, Layout
from pcm.headunit.screen import Entry, Header, Key, Row, Screen
from pcm.ui.bench_model import BenchModel
from pcm.ui.coach_model import CoachModel
from pcm.ui.engine import create_object, make_engine, start_qt
from pcm.ui.screen_model import ScreenModel
from pcm.ui.window_model import WindowModel
from tests.ui.bench_samples import BENCH

NO_MODIFIER = Qt.KeyboardModifier.NoModifier
LEFT, RIGHT, BOTTOM = "left", "right", "bottom"
BAR = (("HOME", LEFT, "house"), ("NAV", LEFT, "navigation-arrow"), ("SET", LEFT, "gear-six"))
CONSOLE = (
    ("MAP", BOTTOM, "map-trifold"),
    ("MEDIA", BOTTOM, "music-notes"),
    ("TUNER", BOTTOM, "radio"),
    ("BACK", BOTTOM, "arrow-u-up-left"),
)
KEYS = {
    "4.0": (
        ("HOME", LEFT, "house"),
        ("NAV", LEFT, "navigation-arrow"),
        ("MAP", LEFT, "map-trifold"),
        ("PHONE", LEFT, "phone"),
        ("APPS", LEFT, "squares-four"),
        ("MEDIA", RIGHT, "music-notes"),
        ("TUNER", RIGHT, "radio"),
        ("CAR", RIGHT, "car"),
        ("SOUND", RIGHT, "speaker-high"),
        ("OPT", RIGHT, "sliders-horizontal"),
        ("BACK", RIGHT, "arrow-u-up-left"),
    ),
    "4.1": (*BAR, *CONSOLE),
    "5.0": (*BAR, *CONSOLE),
    "6.0": BAR,
}
HEADER = Header(
    clock="10:42",
    temperature="21.5 °C",
    technology="LTE",
    bars=4,
    roaming=False,
    path="SIM inserita, LTE",
    path_icon="sim-card",
    no_data="",
    bluetooth=True,
    carplay=False,
    call="",
    user="",
    initials="",
    private=False,
    locked_moving=False,
)
PIN = Entry(
    id="sim_pin",
    title="PIN",
    prompt="PIN della scheda SIM",
    hint="3 tentativi",
    keypad=True,
    shown="",
    boxes=4,
    secret=True,
    ok="OK",
    cancel="Annulla",
    ok_enabled=False,
)


def make_screen(pcm_name: str = "4.0", **changes: Any) -> Screen:
    """A list of three rows on a generation, with fixed keys."""
    keys = tuple(Key(name, side, icon, name == "APPS") for name, side, icon in KEYS[pcm_name])
    rows = tuple(Row(f"row_{n}", f"Riga {n}", Kind.PAGE) for n in range(3))
    screen = Screen(
        id="apps",
        title="APPS",
        path=(("apps", "APPS"),),
        layout=Layout.LIST,
        header=HEADER,
        rows=rows,
        focus="row_0",
        keys=keys,
        language="it",
        pcm=pcm_name,
    )
    return replace(screen, **changes)


@dataclass
class Desk:
    """The window; `verbs` is what it reported."""

    screen: Screen
    engine: QQmlEngine
    window: QQuickWindow
    screen_model: ScreenModel
    window_model: WindowModel
    bench_model: BenchModel
    bench: tuple[Any, ...] = BENCH
    verbs: list[str] = field(default_factory=list)

    def show(self, screen: Screen, bench: tuple[Any, ...] | None = None) -> None:
        self.screen, self.bench = screen, self.bench if bench is None else bench
        self.screen_model.show_screen(screen)
        self.window_model.show_screen(screen, self.bench)
        self.bench_model.show_screen(screen, self.bench)
        self.settle()

    def settle(self) -> None:
        """Lets Qt lay out and paint what has changed."""
        for _ in range(5):
            QGuiApplication.processEvents()
        self.window.grabWindow()

    def item(self, name: str) -> QQuickItem:
        """The visible item of this objectName."""
        found = [
            item
            for item in walk(self.window.contentItem())
            if item.objectName() == name and item.isVisible()
        ]
        assert found, f"no visible item {name}"
        return found[0]

    def centre(self, name: str) -> QPoint:
        item = self.item(name)
        return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()

    def click(self, name: str) -> None:
        QTest.mouseClick(self.window, Qt.MouseButton.LeftButton, NO_MODIFIER, self.centre(name))
        self.settle()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        QTest.keyClick(self.window, key, modifier)
        self.settle()

    def write(self, text: str) -> None:
        for character in text:
            QTest.keyClick(self.window, Qt.Key(ord(character.upper())))
        self.settle()

    def wheel(self, name: str, delta: int) -> None:
        """One real wheel event over an item."""
        at = QPointF(self.centre(name))
        QGuiApplication.sendEvent(
            self.window,
            QWheelEvent(
                at,
                QPointF(self.window.mapToGlobal(at.toPoint())),
                QPoint(),
                QPoint(0, delta),
                Qt.MouseButton.NoButton,
                NO_MODIFIER,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            ),
        )
        self.settle()

    def focused(self) -> str:
        return self.window.activeFocusItem().objectName()

    def close(self) -> None:
        self.window.close()
        self.window.deleteLater()
        QGuiApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def walk(item: QQuickItem) -> list[QQuickItem]:
    return [item, *(below for child in item.childItems() for below in walk(child))]


def open_desk(screen: Screen, bench: tuple[Any, ...] = BENCH) -> Desk:
    """Opens the real window."""
    start_qt()
    engine = make_engine()
    models = ScreenModel(), WindowModel(), BenchModel(), CoachModel()
    models[0].show_screen(screen)
    models[1].show_screen(screen, bench)
    models[2].show_screen(screen, bench)
    units = engine.singletonInstance("Pcm", "Units")
    assert isinstance(units, QObject)
    units.setProperty("still", True)
    names = ("screenModel", "windowModel", "benchModel", "coachModel")
    window = create_object(engine, "Pcm/Window/Main.qml", dict(zip(names, models, strict=True)))
    assert isinstance(window, QQuickWindow)
    desk = Desk(screen, engine, window, *models[:3], bench=bench)
    for model in models[:3]:
        model.acted.connect(desk.verbs.append)
    window.requestActivate()
    QTest.qWaitForWindowActive(window, 1000)
    desk.settle()
    return desk
