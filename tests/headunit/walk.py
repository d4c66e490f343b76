"""What holds after every step of a walk, whatever was done: all can be read, BACK leads home."""

from pcm.headunit.session import Session
from pcm.qa.walk.invariants import fault_of


def real_line(session: Session, line: str) -> str:
    """`TAP-ROW n` means the n-th row of the screen at that moment."""
    if not line.startswith("TAP-ROW "):
        return line
    shown = session.screen.all_rows
    return f"tap {shown[int(line.split()[1]) % len(shown)].id}" if shown else "back"


def look(session: Session) -> None:
    """Every invariant of the walks holds: what is shown is readable, no requirement is broken."""
    fault = fault_of(session)
    assert fault is None, str(fault)


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
