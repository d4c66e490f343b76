"""What a tester looks at after a step, and expectations for what has changed; few and telling."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from menus.node import Kind
from models.errors import PcmError
from pcm.headunit.state import EntryState, Toast, UnitState
from pcm.headunit.verbs.expect import expect
from pcm.qa.recorder.rows import STEP, name_row

if TYPE_CHECKING:
    from pcm.headunit.session import Session

STATES = ("sim", "account", "phone", "call", "entry_locked")
"""Names of `expect state`."""
SOON_S = 3600.0
UNTOLD = ("volume", "muted", "unmuted")
"""Short messages that only repeat what was done."""


@dataclass(frozen=True, slots=True)
class Facts:
    """marks: row id -> whether it is on, of those that can be."""

    screen: str
    overlay: str
    problem: str
    toast: Toast | None
    data: str
    states: tuple[str, ...]
    ignored: int  # frames of the bus
    marks: tuple[tuple[str, bool], ...]


def derive_facts(session: Session) -> Facts:
    screen, state = session.screen, session.unit.state
    problem = state.overlay.problem if isinstance(state.overlay, EntryState) else None
    rows = () if screen.off else screen.all_rows
    return Facts(
        screen.id,
        screen.overlay.id if screen.overlay else "none",
        problem.key if problem else "",
        state.toast,
        path.value if (path := session.unit.view.data_path.active) else "none",
        (
            state.sim.state.value,
            state.account.state.value,
            state.phone.link.value,
            state.call.state.value,
            "on" if state.account.locked_until > state.now else "off",
        ),
        session.world.can.counts.ignored,
        tuple((row.id, row.value) for row in rows if isinstance(row.value, bool)),
    )


def expect_changes(session: Session, before: Facts, after: Facts, told: str = "") -> list[str]:
    """Verb lines that expect what has changed and is true now; `told`: a reason known already."""
    lines = (f"expect {words}" for words in _changes(session, before, after, told))
    return [line for line in dict.fromkeys(lines) if _holds(session, line)]


def _changes(session: Session, before: Facts, after: Facts, told: str) -> Iterator[str]:
    if after.screen != before.screen and not session.screen.off:
        path = STEP.join(label for _, label in session.screen.path)
        yield f"screen {path or after.screen}"
    if after.overlay != before.overlay:
        yield f"overlay {after.overlay}"
    if after.problem not in (before.problem, "", told):
        yield f"reason {after.problem}"
    if after.toast and after.toast != before.toast and after.toast.reason.key not in UNTOLD:
        yield f"reason {after.toast.reason.key}"
    if after.screen == before.screen:
        yield from _marks(session, before, after)
    if after.data != before.data:
        yield f"data {after.data}"
    for name, old, new in zip(STATES, before.states, after.states, strict=True):
        if new != old:
            yield f"state {name} {new}"


def _marks(session: Session, before: Facts, after: Facts) -> Iterator[str]:
    """Rows that went on or off; of a choice, the one that is chosen now."""
    old, kinds = dict(before.marks), {row.id: row.kind for row in session.screen.all_rows}
    for id_, on in after.marks:
        if old.get(id_, on) == on:
            continue
        if kinds[id_] is not Kind.OPTION:
            yield f"row {name_row(session, id_)} {'on' if on else 'off'}"
        elif on:
            yield f"row {name_row(session, id_)} chosen"


def _holds(session: Session, line: str) -> bool:
    try:
        expect(session, line.partition(" ")[2])
    except PcmError:
        return False
    return True


def derive_lasting(state: UnitState) -> UnitState:
    """The state without what only time changes."""
    still = replace(state.vehicle, mileage_km=0)
    return replace(state, now=0.0, toast=None, vehicle=still)


def is_quiet(session: Session) -> bool:
    """Whether nothing is under way that ends by itself: what is done then may be done earlier."""
    state, due = session.unit.state, session.next_due()
    waits = state.toast is not None or state.account.locked_until > state.now
    return not waits and (due is None or due > state.now + SOON_S)
