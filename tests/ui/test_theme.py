"""The tones read at 4.5:1 by night and by day; signs and types that the display names exist."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QGuiApplication

from menus.load import load_tree
from menus.node import Node
from models.catalogue import load_cars, load_generations
from pcm.headunit.session import Session
from pcm.ui.engine import QML, make_engine
from pcm.ui.face_data import load_keyboards, load_words
from pcm.ui.fonts import icon_names
from pcm.ui.qml_types import FOLDER, render_qmldir, render_qmltypes

TEXTS = ("text1", "text2", "text3", "warning", "info", "good")
GROUNDS = ("background1", "background2", "surface", "raised", "key", "lit", "bar")
STATES = (
    "home",
    "phone pair",
    "pass 5 s",
    "phone hotspot on",
    "phone call in",
    "phone call end",
    "phone carplay on",
    "ok",
    "phone carplay off",
    "sim insert no_pin",
    "net abroad CH LTE bars 4",
    "sim call in",
    "sim call end",
    "sim insert",
    "cancel",
    "car speed 50",
    "car speed 0",
    "car plug in",
    "net none",
    "car ignition off",
)
LANGUAGES = {"it", "en", "de", "fr", "es", "pt"}


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.fixture(scope="module")
def theme(qapp: QGuiApplication) -> Iterator[QObject]:
    engine = make_engine()
    found = engine.singletonInstance("Pcm", "Theme")
    assert isinstance(found, QObject)
    yield found
    engine.deleteLater()  # the singleton lives as long as its engine


@pytest.mark.parametrize("night", [True, False])
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_is_readable(theme: QObject, night: bool, text: str, ground: str) -> None:
    theme.setProperty("night", night)
    assert contrast(QColor(theme.property(text)), QColor(theme.property(ground))) >= 4.5


def test_white_stands_on_badges_and_tiles(theme: QObject) -> None:
    fills = theme.property("fills").toVariant()
    assert len(fills) >= 9
    assert contrast(QColor("#FFFFFF"), QColor(theme.property("accent"))) >= 4.5
    for name, fill in fills.items():
        assert contrast(QColor("#FFFFFF"), QColor(fill)) >= 3, f"{name}: a large sign needs 3:1"


def test_signs_are_code_points_of_the_font() -> None:
    text = (QML / "Pcm" / "Icons.qml").read_text(encoding="utf-8")
    signs = re.findall(r'"\\u(\w{4})" // ([a-z-]+)', text)
    assert len(signs) >= 30
    for point, name in signs:
        assert icon_names()[name] == chr(int(point, 16)), name


def all_nodes(node: Node) -> Iterator[Node]:
    yield node
    for inner in node.rows:
        yield from all_nodes(inner)


def test_every_icon_and_colour_of_the_content_exists(theme: QObject) -> None:
    icons, colours = set(), set()
    for car in load_cars().cars:
        for node in all_nodes(load_tree(car, car.years[0]).home):
            icons.add(node.icon)
            colours.add(node.colour)
    icons |= {key.icon for generation in load_generations().values() for key in generation.keys}
    assert len(icons) > 50
    assert icons - {None} <= icon_names().keys()
    assert colours - {None} <= theme.property("fills").toVariant().keys()


@pytest.mark.parametrize("car", [car.id for car in load_cars().cars])
def test_signs_of_screens_and_panel_exist_in_every_state(car: str) -> None:
    """Also of what is not in the menus: data paths, devices, contacts, switches."""
    icons: set[str] = set()
    found = next(c for c in load_cars().cars if c.id == car)
    session = Session(found, found.years[1])
    for verb in STATES:
        session.do(verb)
        screen = session.screen
        icons |= {switch.icon for switch in session.bench}
        icons |= {row.icon for row in (*screen.all_rows, *screen.behind)}
        icons |= {line.icon for line in screen.panel.lines} if screen.panel else set()
        icons |= {screen.header.path_icon}
    assert len(icons) > 20
    assert icons - {""} <= icon_names().keys()


def test_the_description_of_the_view_models_is_fresh() -> None:
    message = "run: python -m pcm.ui.qml_types"
    assert (FOLDER / "qmldir").read_text(encoding="utf-8") == render_qmldir(), message
    assert (FOLDER / "model.qmltypes").read_text(encoding="utf-8") == render_qmltypes(), message


def test_words_and_keyboards_speak_every_language() -> None:
    assert len(load_words().words) >= 8
    for key, words in load_words().words.items():
        assert words.keys() == LANGUAGES, key
    keyboards = load_keyboards()
    assert keyboards.languages.keys() == LANGUAGES
    for language in LANGUAGES:
        letters = "".join(keyboards.rows_for(language, symbols=False))
        assert set("abcdefghijklmnopqrstuvwxyz") == set(letters)


def literal_faults(path: Path) -> list[str]:
    """Sizes, colours and words that stand in a QML file instead of in a singleton."""
    faults = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        code = line.split("//")[0]
        if re.search(r'"#[0-9A-Fa-f]{6,8}"', code):
            faults.append(f"{path.name}:{number}: a colour; use Theme")
        if re.search(r"\b(pixelSize|duration|spacing|radius|width|height)\w*: [0-9]{2,}", code):
            faults.append(f"{path.name}:{number}: a size; use Units")
        if re.search(r'\btext: "[^"]', code) or re.search(r'\blabel: "[^"]', code):
            faults.append(f"{path.name}:{number}: words; take them from the model")
    return faults


def test_qml_holds_no_literals() -> None:
    files = [p for folder in ("Screen", "Window") for p in (QML / "Pcm" / folder).glob("*.qml")]
    assert len(files) > 40
    assert [fault for path in files for fault in literal_faults(path)] == []


def test_a_literal_would_be_found(tmp_path: Path) -> None:
    bad = tmp_path / "Bad.qml"
    bad.write_text('color: "#FF0000"\nwidth: 120\ntext: "Ciao"\n', encoding="utf-8")
    assert len(literal_faults(bad)) == 3
