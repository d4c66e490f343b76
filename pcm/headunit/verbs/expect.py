"""`expect`: what a script requires of the screen and the state; a failed one says what is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.errors import PcmError, UnknownNameError
from pcm.headunit.errors import ExpectationError
from pcm.headunit.report import describe_state, words_on
from pcm.headunit.screen import Row
from pcm.headunit.verbs.driver import find_row
from pcm.headunit.verbs.verb import choose

if TYPE_CHECKING:
    from pcm.headunit.session import Session

ROW_STATES = ("on", "off", "chosen", "enabled", "greyed", "focused")


def expect(session: Session, rest: str) -> str:
    """Check one expectation; raises ExpectationError when it is not true."""
    what, _, argument = rest.strip().partition(" ")
    kinds = {
        "screen": _screen,
        "row": _row,
        "no": _no_row,
        "overlay": _overlay,
        "text": _text,
        "state": _state,
        "reason": _reason,
        "problem": _problem,
        "data": _data,
    }
    kind = choose("expect", what, kinds)
    if not argument.strip():
        raise PcmError(f"expect {kind}: what? (help expect)")
    return kinds[kind](session, argument.strip()) or "as expected"


def _screen(session: Session, name: str) -> None:
    screen = session.screen
    path = " > ".join(label for _, label in screen.path)
    if name.casefold() not in (screen.id, screen.title.casefold(), path.casefold()):
        raise ExpectationError(
            f"expected screen {name!r}; it is {screen.id!r} ({path or screen.title})"
        )


def _row(session: Session, argument: str) -> None:
    name, _, state = argument.rpartition(" ")
    if state not in ROW_STATES:
        row_name, _, text = argument.partition(" = ")
        row = _find(session, row_name)
        if text and text not in (row.text, row.detail):
            raise ExpectationError(
                f"expected {row.label!r} to show {text!r}; it shows {row.text or row.detail!r}"
            )
        return
    row = _find(session, name)
    actual = _row_states(session, row)
    if state not in actual:
        why = f" ({row.reasons[0].text})" if row.reasons else ""
        raise ExpectationError(
            f"expected {row.label!r} {state}; it is {', '.join(sorted(actual))}{why}"
        )


def _row_states(session: Session, row: Row) -> set[str]:
    states = {"enabled" if row.enabled else "greyed"}
    if row.value is True:
        states |= {"on", "chosen"}
    elif row.value is False:
        states.add("off")
    if session.screen.focus == row.id:
        states.add("focused")
    return states


def _find(session: Session, name: str) -> Row:
    try:
        id_ = find_row(session, name)
    except PcmError as error:
        raise ExpectationError(str(error)) from None
    screen = session.screen
    rows = screen.all_rows
    return next(row for row in rows if row.id == id_)


def _no_row(session: Session, argument: str) -> str | None:
    word, _, name = argument.partition(" ")
    choose("expect no", word, ("row",))
    if not name.strip():
        raise PcmError("expect no row: which? (help expect)")
    try:
        find_row(session, name)
    except UnknownNameError:
        return "as expected; no entry of this car has that name"
    except PcmError:
        return None
    raise ExpectationError(f"expected no row {name!r}; it is on the screen")


def _overlay(session: Session, name: str) -> None:
    overlay = session.screen.overlay
    actual = overlay.id if overlay else "none"
    if name != actual:
        raise ExpectationError(f"expected overlay {name!r}; it is {actual!r}")


def _text(session: Session, text: str) -> None:
    words = words_on(session.screen)
    if not any(text.casefold() in line.casefold() for line in words):
        raise ExpectationError(f"expected the words {text!r}; the screen says: {' | '.join(words)}")


def _state(session: Session, argument: str) -> None:
    name, _, value = argument.partition(" ")
    state = describe_state(session)
    if name not in state:
        raise UnknownNameError("state", name, state)
    actual = state_word(state[name])
    if value.strip().casefold() != actual.casefold():
        raise ExpectationError(f"expected {name} {value!r}; it is {actual!r}")


def state_word(value: object) -> str:
    """A state value as one writes it in a script: on, off, none, a number, a name."""
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, dict):
        return ", ".join(f"{name}: {word}" for name, word in value.items()) or "none"
    return "none" if value is None else str(value)


def _data(session: Session, name: str) -> None:
    _state(session, f"data {name}")


def _reason(session: Session, argument: str) -> None:
    key, _, row = argument.partition(" ")
    shown = session.unit.why(find_row(session, row) if row else None)
    problem = getattr(session.unit.state.overlay, "problem", None)
    toast = session.unit.state.toast
    keys = [item.reason.key for item in shown]
    keys += [problem.key] if problem else []
    keys += [toast.reason.key] if toast else []
    if key not in keys:
        raise ExpectationError(
            f"expected the reason {key!r}; there is: {', '.join(keys) or 'none'}"
        )


def _problem(session: Session, key: str) -> None:
    problem = getattr(session.unit.state.overlay, "problem", None)
    actual = problem.key if problem else "none"
    if key != actual:
        raise ExpectationError(f"expected the problem {key!r} in an entry; it is {actual!r}")
