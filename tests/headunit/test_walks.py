"""Random lists of lines: garbage is answered, a saved state comes back whole.

Steps one by one, with other programs on the wires, are in tests/proof/test_stateful.py.
"""

from hypothesis import given, settings
from hypothesis import strategies as st

from pcm.headunit.report import describe_state
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
from tests.headunit.walk import leave, look, real_line

CARS = st.sampled_from(ONE_CAR_A_GENERATION)
WALK = lines(verbs, rows, keys, paths, typed)


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
