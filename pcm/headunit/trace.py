"""What happened, one JSON line a verb, for testers; the same flow gives the same bytes.

Secrets are masked: what is typed into a sensitive field, and every secret of the world.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from pcm.headunit.entries import NEW, PLACEHOLDER, fields_of
from pcm.headunit.state import EntryState, UnitState

if TYPE_CHECKING:
    from pcm.headunit.session import Answer, Session

MASK = "***"
_write_json = json.JSONEncoder(ensure_ascii=False).encode  # json.dumps would make one a call
_SECRET_ANSWERS = re.compile(r"^\s*portal\s+(code|security-code|link)\b", re.IGNORECASE)
_SECRET_ARGUMENT = re.compile(
    rf"^(\s*(?:portal\s+security-code|sim\s+pin)\s+)(?!{NEW}\b)\S.*$", re.IGNORECASE
)
_TYPE = re.compile(r"^(\s*type\s+)(.*)$", re.IGNORECASE | re.DOTALL)
_CODE = re.compile(r"\d{4,}")  # what is no verb may be a code typed without one


class Trace:
    """The trace of one session."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._last: dict[str, object] = {}
        self._typed = ""  # the secret text of the verb that is being carried out

    def start(self, session: Session) -> None:
        """Keep which car was put on the desk, and the seed that repeats the run."""
        setup = session.setup
        entry = {
            "car": setup.car.id,
            "year": setup.year,
            "country": setup.market.code,
            "language": session.unit.state.language,
            "seed": session.seed,
        }
        self._last = {}
        self.lines.append(_write_json(entry))

    def mask(self, line: str, state: UnitState) -> str:
        """The line as it may be kept: typed text only when its field is not sensitive."""
        typed = _TYPE.match(line)
        self._typed = ""
        secret = typed and not PLACEHOLDER.fullmatch(typed.group(2).strip())
        if typed and secret and _sensitive(state):
            self._typed = typed.group(2).strip()
            return typed.group(1) + MASK
        return masked_argument(line)

    def note(self, session: Session, line: str, answer: Answer) -> None:
        """Keep a verb with what it changed in the state."""
        state = session.unit.state
        seen: dict[str, object] = {
            "screen": state.place.page,
            "overlay": _overlay(state),
            "data": path.value if (path := session.unit.view.data_path.active) else None,
            "sim": state.sim.state.value,
            "account": state.account.state.value,
            "phone": state.phone.link.value,
            "call": state.call.state.value,
            "can_ignored": session.world.can.counts.ignored,
        }
        changed = {key: value for key, value in seen.items() if self._last.get(key, MASK) != value}
        self._last = seen
        entry: dict[str, object] = {"t": round(state.now, 3), "verb": line.strip(), "ok": answer.ok}
        if not answer.ok:
            entry["answer"] = self._answer(line, answer)
        for key in ("verb", "answer"):
            if key in entry:
                words = session.world.secrets.sub(MASK, str(entry[key]))
                entry[key] = _CODE.sub(MASK, words) if answer.unknown else words
        if changed:
            entry["now"] = changed
        self.lines.append(_write_json(entry))

    def _answer(self, line: str, answer: Answer) -> str:
        if _SECRET_ANSWERS.match(line):
            return MASK
        return answer.text.replace(self._typed, MASK) if self._typed else answer.text


def masked_argument(line: str, mask: str = MASK) -> str:
    """The line without a number that nobody may read."""
    return _SECRET_ARGUMENT.sub(rf"\1{mask}", line)


def _sensitive(state: UnitState) -> bool:
    overlay = state.overlay
    return not isinstance(overlay, EntryState) or fields_of(overlay.purpose)[overlay.step].sensitive


def _overlay(state: UnitState) -> str | None:
    overlay = state.overlay
    if isinstance(overlay, EntryState):
        return fields_of(overlay.purpose)[overlay.step].id
    return overlay.id if overlay else None
