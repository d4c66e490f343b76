"""The same verb lines on a plain head unit and by touch in the window: the same answers, screens,
states and traces.
"""

import random
from collections.abc import Iterator, Sequence

import pytest

from menus.howto import load_procedures
from pcm.headunit.screen import Screen
from tests.qa.window.pair import Pair

CARS = {
    "4.0": ("718-982", 2019),
    "4.1": ("panamera-971.1", 2018),
    "5.0": ("cayenne-9y0", 2019),
    "6.0": ("taycan-j1", 2024),
}
SCRIPTS = {
    "procedures": [f"do {name}" for name in load_procedures()],
    "keys": ["key PHONE", "back", "home", "key SETTINGS", "key OPT", "key NOSUCH", "phone pair"],
    "rows": [
        "tap sound",
        "tap SOUND",
        "tap Balance",
        "cancel",
        "tap NAV > Nowhere",
        "tap nosuch",
        "tap call_state",
        "tap phone",
        "tap call_state",
        "tap SOUND > Bass",
        "tap bass",
        "key HOME",
    ],
    "slider": [
        "tap SOUND > Bass",
        "set 3",
        "set 3",
        "set 4",
        "set -100",
        "set 100",
        "set x",
        "knob left 2",
        "knob right",
        "back",
        "tap bass",
        "ok",
        "set 3",
    ],
    "knobs": [
        "knob right 2",
        "knob left",
        "knob right 0",
        "knob right -1",
        "knob press",
        "knob up",
        "volume up 3",
        "volume down",
        "volume press",
        "volume press",
    ],
    "number": [
        "tap phone",
        "type +39 055",
        "type +39055",
        "erase",
        "type *1#",
        "type 12345678901234567890",
        "knob press",
        "pass 3 s",
        "car ignition off",
        "type 1",
        "key HOME",
        "ok",
        "car ignition on",
    ],
    "keyboard": ["tap NAV > enter_destination", "type Via 9-é@€_Ü", "erase", "type x", "ok"],
    "wrong entry": [
        "do link",
        "reset",
        "sim insert standard",
        "type 12",
        "ok",
        "type @wrong 2",
        "ok",
        "erase",
        "type @pin",
        "type @nosuch",
        "cancel",
        "cancel",
        "erase",
        "type 1",
    ],
    "moving": ["tap phone", "car speed 50", "do link", "home", "car speed 0", "knob press"],
    "desk": ["model taycan-j1 2021", "do link", "country CH", "language de", "tap PHONE", "reset"],
    "no verbs": ["", "   ", "# tap phone", "tapp phone", "tap", "type", "type " + "1" * 1200],
}


EVERYWHERE = ("procedures", "keys", "slider", "knobs", "number", "keyboard")
CASES = [
    (pcm, script) for pcm in CARS for script in SCRIPTS if pcm == "4.0" or script in EVERYWHERE
]


@pytest.fixture
def pair(request: pytest.FixtureRequest) -> Iterator[Pair]:
    made = Pair(*CARS[request.param])
    yield made
    made.close()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("pair", "script"), CASES, indirect=["pair"])
def test_a_script_does_the_same_in_the_window(pair: Pair, script: str) -> None:
    assert len(CASES) == 29
    assert not [differs for line in SCRIPTS[script] if (differs := pair.do(line))]


ANSWERS = ("ok", "cancel", "back", "erase", "set 3")
TYPED = ("type 1", "type @code", "type @wrong 4", "type é")
TURNS = ("knob left", "knob right 2", "knob press", "set 100", "volume up", "home", "back")
OUTSIDE = (
    "phone pair",
    "phone call in",
    "phone call end",
    "sim insert standard",
    "net abroad CH LTE",
    "car ignition off",
    "car ignition on",
    "car speed 40",
    "car speed 0",
    "pass 5 s",
)


def any_line(chance: random.Random, screen: Screen) -> str:
    """Something a driver may do now, or that may happen outside."""
    rows = [f"tap {row.id}" for row in screen.all_rows] or ["home"]
    keys = [f"key {key.caption}" for key in screen.keys]
    likely: list[Sequence[str]] = [ANSWERS, ANSWERS, TYPED] if screen.overlay else [rows, rows]
    return chance.choice(chance.choice([*likely, keys, TURNS, OUTSIDE]))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("pair", CARS, indirect=True)
def test_a_random_walk_is_the_same_in_the_window(pair: Pair) -> None:
    chance = random.Random(7)
    walk: list[str] = []
    for _ in range(40):
        walk.append(any_line(chance, pair.plain.session.screen))
        assert not pair.do(walk[-1]), walk
