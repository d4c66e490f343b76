"""Contrast of what surrounds the display: the dark tones of text on all backgrounds."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor

from pcm.ui.engine import make_engine, start_qt

TEXTS = ("text1", "text2", "text3", "warning", "good")
PANEL = ("bench", "raised", "slot", "room")
KEYS = ("key1", "key2", "keyPressed", "slot")


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.fixture(scope="module")
def tones() -> dict[str, QColor]:
    start_qt()
    engine = make_engine()
    dusk = engine.singletonInstance("Pcm", "Dusk")
    assert isinstance(dusk, QObject)
    return {name: QColor(dusk.property(name)) for name in (*TEXTS, *PANEL, *KEYS)}


@pytest.mark.parametrize("ground", PANEL)
@pytest.mark.parametrize("text", TEXTS)
def test_panel_text_is_readable(tones: dict[str, QColor], text: str, ground: str) -> None:
    assert contrast(tones[text], tones[ground]) >= 4.5


@pytest.mark.parametrize("ground", KEYS)
def test_key_captions_are_readable(tones: dict[str, QColor], ground: str) -> None:
    assert contrast(tones["text1"], tones[ground]) >= 4.5
