"""The status line with every sign at once: nothing stands on anything else."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF

from models.catalogue import LANGUAGES, Languages
from pcm.ui.hands.items import rect_of
from tests.ui.screens import HEADER, page
from tests.ui.stage import Stage

FULL = replace(
    HEADER,
    roaming=True,
    call="Massimiliano Castelnuovo-Bianchi · 10:01",
    bluetooth=True,
    phone_battery=100,
    phone_charging=True,
    carplay=False,  # takes the place of Bluetooth
    user="Giulia Bianchi",
    initials="GB",
    private=True,
)


def drawn(stage: Stage) -> list[QRectF]:
    """Where the words and signs of the status line stand, from the left."""
    words = [i for i in stage.items() if i.inherits("QQuickText") and i.property("text")]
    clock = next(i for i in words if i.property("text") == FULL.clock)
    middle = rect_of(clock).center().y()
    line = [r for i in words if (r := rect_of(i)).top() <= middle <= r.bottom() and r.width()]
    return sorted((r for r in line if r.right() > rect_of(clock).left()), key=QRectF.left)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("pcm", ["4.0", "4.1", "5.0", "6.0"])
def test_no_sign_stands_on_another_or_on_the_clock(
    stage: Stage, pcm: str, language: Languages
) -> None:
    stage.show(page(pcm, header=FULL, language=language))
    rects = drawn(stage)
    assert len(rects) >= 8
    assert [
        (left, right) for left, right in pairwise(rects) if left.right() > right.left() + 1
    ] == []
