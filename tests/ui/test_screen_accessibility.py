"""Everything on the display that acts can be found, named, heard and hit, on every sample."""

import math

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem

from models.catalogue import load_generations
from pcm.headunit.screen import Entry, Screen
from tests.ui.screens import all_screens
from tests.ui.stage import Stage

SCREENS = all_screens()
NIGHT = [name for name, screen in SCREENS.items() if screen.night and not screen.off]
TARGET_MM = 9.0
MM_PER_INCH = 25.4


def test_the_samples_cover_every_generation_and_layout() -> None:
    assert len(NIGHT) >= 80
    assert len({(screen.pcm, screen.layout) for screen in SCREENS.values()}) == 4 * 6


@pytest.mark.parametrize("name", NIGHT)
def test_acting_items_are_named_heard_and_large_enough(stage: Stage, name: str) -> None:
    screen = SCREENS[name]
    acting = stage.show(screen).acting()
    assert len(acting) >= 1
    names = [item.objectName() for item in acting]
    assert all(names)
    assert len(set(names)) == len(names), "an objectName stands for one thing"
    for item in acting:
        spoken = stage.spoken(item)
        assert spoken is not None, item.objectName()
        assert spoken.text(QAccessible.Text.Name), item.objectName()
        assert spoken.role() != QAccessible.Role.NoRole, item.objectName()
        assert min(item.width(), item.height()) >= smallest(screen), item.objectName()


def smallest(screen: Screen) -> float:
    """Pixels of a target on the real display."""
    real = next(g for g in load_generations().values() if g.pcm == screen.pcm)
    return TARGET_MM * math.hypot(real.width, real.height) / (real.diagonal_in * MM_PER_INCH)


@pytest.mark.parametrize("name", NIGHT)
def test_rows_bear_their_menu_ids(stage: Stage, name: str) -> None:
    screen = SCREENS[name]
    stage.show(screen)
    if isinstance(screen.overlay, Entry):
        return
    expected = (screen.focus, *(row.id for row in screen.rows[:1])) if screen.rows else ()
    found = [name for name in expected if name and stage.shows(name)]
    assert bool(found) == bool(expected)


@pytest.mark.parametrize("name", NIGHT)
def test_nothing_that_acts_overlaps_or_leaves_the_display(stage: Stage, name: str) -> None:
    stage.show(SCREENS[name])
    boxes = [(item.objectName(), _box(item)) for item in stage.acting() if item.isEnabled()]
    for at, (one, (left, top, right, bottom)) in enumerate(boxes):
        assert left >= -1, one
        assert right <= stage.display.width() + 1, one
        for other, (l2, t2, r2, b2) in boxes[at + 1 :]:
            apart = right <= l2 + 1 or r2 <= left + 1 or bottom <= t2 + 1 or b2 <= top + 1
            assert apart, f"{one} lies over {other}"


def _box(item: QQuickItem) -> tuple[float, float, float, float]:
    """What is seen of an item: left, top, right, bottom within everything around it that clips."""
    seen = item.mapRectToScene(item.boundingRect())
    above: QQuickItem | None = item.parentItem()
    while above:
        if above.clip():
            seen &= above.mapRectToScene(above.boundingRect())
        above = above.parentItem()
    return seen.left(), seen.top(), seen.right(), seen.bottom()
