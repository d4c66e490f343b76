"""Random walks with real time in between, recorded and played back: the same came of every verb."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

from models.catalogue import load_cars
from pcm.headunit.session import Session
from pcm.qa.recorder.lines import ONLY_LOOKS
from pcm.qa.recorder.recorder import FlowRecorder
from tests.headunit import verb_lines
from tests.headunit.walk import real_line
from tests.qa.recorder.replaying import assert_same, play_here, steps, traced

STEPS = 60
TICKS_S = (0.001, 0.017, 0.3, 1.234, 4.0, 30.0, 70.0)
TYPED = ("@code", "@code[:3]", "@code[3:]", "@email", "@password", "@pin", "@puk", "9", "99")
UNTOLD = {words.split()[0] for words in ONLY_LOOKS if " " not in words} | {"settle"}


def walk(random: Random, session: Session) -> None:
    """What is wrong and changes nothing is no part of a flow: its line leaves the trace."""
    for _ in range(STEPS):
        if session.real_time and random.random() < 0.7:
            session.tick(random.choice(TICKS_S))
        state, lines = session.unit.state, session.trace.lines
        at = len(lines)
        answer = session.do(real_line(session, draw(random)))
        wrong = not (answer.ok or answer.refused)
        if wrong and (answer.failed or session.unit.state is state):
            lines[at:] = [json.dumps({"now": json.loads(lines[-1]).get("now", {})})]


def draw(random: Random) -> str:
    kinds = (
        [line for line in verb_lines.FIXED if "security-code" not in line],
        [f"TAP-ROW {number}" for number in range(9)],
        [f"type {text}" for text in (*TYPED, *verb_lines.SECRETS)],
        [f"key {caption}" for caption in verb_lines.KEYS],
        [f"tap {path}" for path in verb_lines.PATHS],
        [
            "ok",
            "sim pin 8642",
            "portal security-code @new",
            'phone message "2580 = PIN"',
            "phone call in 2580",
            "wheel down 2",
        ],
    )
    return random.choice(random.choices(kinds, (35, 35, 10, 8, 4, 8))[0])


@pytest.mark.parametrize("seed", range(8))
def test_a_walk_plays_back_with_the_same_trace(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    car = random.choice(load_cars().cars)
    session = Session(car, random.randint(*car.years), language=random.choice(("it", "en", "de")))
    FlowRecorder(session, pytest.fail)
    file = tmp_path / "walk.robot"
    session.do(f"record {file}")
    if seed % 2:
        session.do("settle off")
        session.do("portal delay 0.8")
    walk(random, session)
    session.close()
    ours, theirs = steps(traced(session)), steps(play_here(file))
    ours, theirs = ([s for s in found if s[0] not in UNTOLD] for found in (ours, theirs))
    assert_same(ours, theirs)
    assert len(ours) > STEPS / 2
    assert session.world.secrets.findall(file.read_text("utf-8")) == []
