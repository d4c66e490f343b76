"""Pictures without a window: the size of the display, never blank, the same on every run."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from models.errors import PcmError
from pcm.ui.painter import Painter
from tests.ui.screens import all_screens

SCREENS = all_screens()
SIZES = {"4.0": (800, 480), "4.1": (1920, 720), "5.0": (1920, 720), "6.0": (1920, 720)}


@pytest.fixture(scope="module")
def painter(qapp: QGuiApplication) -> Painter:
    assert isinstance(qapp, QGuiApplication)
    return Painter()


def colours(image: QImage) -> int:
    """How many colours a grid of points of a picture has."""
    points = ((x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 5))
    return len({image.pixel(x, y) for x, y in points})


@pytest.mark.parametrize("name", SCREENS)
def test_every_sample_is_drawn_at_the_size_of_its_display(painter: Painter, name: str) -> None:
    screen = SCREENS[name]
    image = painter.picture(screen)
    assert (image.width(), image.height()) == SIZES[screen.pcm]
    assert colours(image) == 1 if screen.off else colours(image) > 20


def test_a_picture_does_not_depend_on_what_was_drawn_before(painter: Painter) -> None:
    fresh = Painter()
    for name in ("5.0_list", "4.0_code", "6.0_home_day", "5.0_map"):
        assert fresh.picture(SCREENS[name]) == painter.picture(SCREENS[name]), name


def test_sources_are_drawn_on_demand(painter: Painter) -> None:
    screen = SCREENS["5.0_list"]
    assert painter.picture(screen) != painter.picture(screen, sources=True)


def test_a_file_that_cannot_be_written_is_one_clear_line(painter: Painter, tmp_path: Path) -> None:
    screen = SCREENS["4.0_list"]
    painter.shot(screen, tmp_path / "list.png")
    assert QImage(str(tmp_path / "list.png")).width() == 800
    with pytest.raises(PcmError, match="cannot be written"):
        painter.shot(screen, tmp_path / "no folder" / "list.png")
