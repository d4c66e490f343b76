"""Random walks: whatever is typed, the session answers, the screen stands, and BACK leads home."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from pcm.headunit.report import describe_state, screen_text, screen_value
from pcm.headunit.session import Session
from tests.headunit.conftest import ONE_CAR_A_GENERATION, make_session
from tests.headunit.verb_lines import (
    garbage,
    keys,
    lines,
    models,
    paths,
    rows,
    typed,
    verbs,
)

CARS = st.sampled_from(ONE_CAR_A_GENERATION)
WALK = lines(verbs, rows, keys, paths, typed)


def real_line(session: Session, line: str) -> str:
    """`TAP-ROW n` means the n-th row of the screen at that moment."""
    if not line.startswith("TAP-ROW "):
        return line
    shown = session.screen.all_rows
    return f"tap {shown[int(line.split()[1]) % len(shown)].id}" if shown else "back"


def look(session: Session) -> None:
    """Everything that can be read is readable, and no reason is missing."""
    screen = session.screen
    json.dumps(screen_value(screen))
    json.dumps(describe_state(session))
    assert screen_text(screen)
    assert session.bench
    for row in screen.all_rows:
        assert row.label, row.id
        assert row.enabled == (not row.reasons), row.id
        assert all(reason.text for reason in row.reasons), row.id
    header = screen.header
    assert bool(header.path) != bool(header.no_data)
    assert screen.focus == "" or screen.focus in [row.id for row in screen.all_rows]


def leave(session: Session) -> None:
    """From anywhere: the ignition on, then BACK until home, without a dead end."""
    session.do("car ignition on")
    for _ in range(60):
        if session.screen.id == "home" and session.screen.overlay is None:
            return
        before = session.unit.state
        answer = session.do("back")
        assert answer.ok, answer.text
        assert session.unit.state is not before, "BACK changed nothing"
    raise AssertionError(f"BACK does not lead home from {session.screen.id}")


@settings(max_examples=150)
@given(CARS, WALK)
def test_any_walk_leaves_a_screen_and_a_way_home(car: tuple[str, int], walk: list[str]) -> None:
    session = make_session(*car)
    for line in walk:
        session.do(real_line(session, line))
        look(session)
    leave(session)


@settings(max_examples=150)
@given(CARS, lines(garbage, verbs, models, typed, longest=25))
def test_garbage_gets_an_answer_and_harms_nothing(car: tuple[str, int], walk: list[str]) -> None:
    session = make_session(*car)
    for line in walk:
        if line.startswith(("shot", "trace")):  # these write files
            continue
        answer = session.do(line)
        assert answer.ok or answer.text, line
        if not answer.ok:
            assert "Traceback" not in answer.text
    session.done = False
    look(session)
    leave(session)


@settings(max_examples=60)
@given(CARS, WALK, WALK)
def test_restore_brings_everything_back(
    car: tuple[str, int], before: list[str], after: list[str]
) -> None:
    session = make_session(*car)
    for line in (*before, "save kept"):
        session.do(real_line(session, line))
    kept = "kept" in session.saved
    screen, state, bench = session.screen, describe_state(session), session.bench
    for line in after:
        if not line.startswith("country"):
            session.do(real_line(session, line))
    if not kept:
        return
    assert session.do("restore kept").ok
    assert session.screen == screen
    assert describe_state(session) == state
    assert session.bench == bench, "the outside is as it was too"
    ends = []
    for _ in range(2):
        assert session.do("restore kept").ok
        for line in after:
            if not line.startswith(("country", "save", "restore")):
                session.do(real_line(session, line))
        ends.append((session.screen, describe_state(session)))
    assert ends[0] == ends[1]
