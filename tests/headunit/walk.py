"""What holds after every step of a walk, whatever was done: all can be read, BACK leads home."""

import json

from pcm.headunit.report import describe_state, screen_text, screen_value
from pcm.headunit.session import Session


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
