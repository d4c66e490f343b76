"""Guide me: the ring stands over what is to be touched next; who touches there gets to the end."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage

from pcm.training.lesson import load_lessons
from pcm.training.plan import derive_plan, why_not
from pcm.ui.hands.hands import Hands
from tests.ui.lesson_window import CARS, LessonWindow, lesson_window

MOST_TOUCHES = 120
AROUND = 8  # px that the ring is wider than what it marks, at most


def near(ring: QRectF, item: QRectF) -> bool:
    """Whether the ring is around the item, or around as much of it as is seen."""
    outer = item.adjusted(-AROUND, -AROUND, AROUND, AROUND)
    return outer.contains(ring) and (ring.contains(item) or ring.height() > item.height() / 2)


def lead_on(window: LessonWindow, hands: Hands) -> int:
    """Touch in the middle of each ring until the lesson is over; how many rings there were."""
    rings = 0
    for _ in range(MOST_TOUCHES):
        if window.coaching.over:
            return rings
        if window.coaching.done or window.coaching.explains:
            window.click("coach_next")
            continue
        ring = window.place("coach_ring")
        if window.items("coach_arrow"):
            hands.find(window.coaching.items[0])
            ring = window.place("coach_ring")
            assert not window.items("coach_arrow")
        name = next(name for name in window.coaching.items if window.items(name))
        assert near(ring, window.place(name)), f"{name}: {ring}"
        before = window.coaching.touches
        window.click_at(ring.center())
        if name not in ("kb_shift", "kb_symbols"):  # they lead to a sign and are no touch of a verb
            rings += 1
            assert window.coaching.touches == before + 1, f"no touch arrived: {window.coaching}"
    raise AssertionError(f"no end: {window.coaching}")


def lessons_of(pcm: str, window: LessonWindow) -> list[str]:
    """That of linking on every generation, each of the others on one of those it is for."""
    pcms, names = list(CARS), list(load_lessons())
    turn = pcms.index(pcm)
    mine = [name for at, name in enumerate(names) if name == "link" or at % len(pcms) == turn]
    return [name for name in mine if not why_not(name, window.session)]


@pytest.mark.parametrize("pcm", CARS)
def test_who_touches_every_ring_takes_the_shortest_way(pcm: str) -> None:
    with lesson_window(pcm) as window:
        hands, names = Hands(window.face), lessons_of(pcm, window)
        assert len(names) >= 3
        for name in names:
            plan = derive_plan(name, window.session)
            window.do(f"lesson {name} guide")
            assert lead_on(window, hands) == plan.shortest, name
            assert (window.coaching.touches, window.coaching.wrong) == (plan.shortest, 0), name
            window.click("coach_close")
            assert not window.items("coach_card")


def drawn(window: LessonWindow, place: QRectF) -> QImage:
    """What is seen there, without its edge."""
    inside = place.adjusted(AROUND, AROUND, -AROUND, -AROUND)
    return window.face.window.grabWindow().copy(inside.toAlignedRect())


def brightness(image: QImage) -> float:
    whole = image.scaled(1, 1, mode=Qt.TransformationMode.SmoothTransformation)
    return whole.pixelColor(0, 0).valueF()


@pytest.mark.parametrize("pcm", CARS)
def test_a_message_that_is_to_be_read_is_not_dimmed(pcm: str) -> None:
    with lesson_window(pcm) as window:
        window.do("lesson delete-id guide")
        words, key = window.place("overlay_board"), window.place("key_HOME")
        words.setBottom(window.place("overlay_ok").top())
        guided = drawn(window, words), drawn(window, key)
        window.do("lesson try")
        assert drawn(window, words) == guided[0]
        assert brightness(drawn(window, key)) > brightness(guided[1])
