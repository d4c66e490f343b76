"""Random walks with a memory: whatever happened, the next start finds it without complaint."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from pcm.headunit.memory.parts import PARTS, write_part
from pcm.headunit.session import Session
from tests.headunit.conftest import ONE_CAR_A_GENERATION
from tests.headunit.memory_desk import Desk
from tests.headunit.test_walks import WALK
from tests.headunit.walk import look, real_line

LASTING = ("language", "settings", "call_log", "missed_calls", "inbox", "places")

ANSWERED_S = 10.0
"""By then My Porsche has answered what the start asked it, over whatever network."""


def lasting(session: Session) -> dict[str, str]:
    """What no start may change; a PIN that fails is forgotten, and My Porsche has its say."""
    state = session.unit.state
    return {p.field: write_part(p, getattr(state, p.field)) for p in PARTS if p.field in LASTING}


@settings(max_examples=60)
@given(st.sampled_from(ONE_CAR_A_GENERATION), WALK)
def test_after_any_walk_the_next_start_finds_what_was(
    car: tuple[str, int], walk: list[str]
) -> None:
    with TemporaryDirectory() as folder:
        desk = Desk(Path(folder) / "car.sqlite")
        session = desk.start(*car)
        for line in walk:
            if not line.startswith("country"):
                session.do(real_line(session, line))
        before, when = lasting(session), session.unit.state.now
        session.close()
        session = desk.start(*car)
        assert desk.said == []
        assert lasting(session) == before
        assert 0 <= session.unit.state.now - when < ANSWERED_S
        look(session)
        session.close()
