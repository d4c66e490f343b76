"""Real pictures of a head unit, made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.catalogue import find_car
from pcm.headunit.session import Session
from pcm.ui.paint import paint

SHOTS = {
    "home": (),
    "minute": ("pass 1 min",),
    "toast": ("volume up",),
    "car": ("pass 10 s", "tap CAR"),
    "german": ("language de",),
}


@pytest.fixture(scope="session")
def shots(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a picture for each of SHOTS, one done after the other."""
    folder = tmp_path_factory.mktemp("shots")
    session = Session(find_car("718-982", 2019), 2019, "IT", "en", painter=paint)
    for name, lines in SHOTS.items():
        for line in (*lines, f"shot {folder / name}.png"):
            assert session.do(line).ok, line
    return folder
