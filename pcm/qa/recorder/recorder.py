"""The recorder of a session: hangs on it as an observer from the start, writes a flow when asked.

Lines come into being as a verb begins, so that a crash by it is in the file, and are put right when
it has ended. What was done since the car was put on the desk is kept, for it belongs to the flow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import PcmError
from pcm.headunit.errors import UnknownVerbError
from pcm.headunit.masking import masked_text
from pcm.headunit.state import UnitState
from pcm.headunit.verbs import find_verb
from pcm.qa.cells import flow_line, join_cells
from pcm.qa.recorder.facts import Facts, derive_facts, derive_lasting, expect_changes, is_quiet
from pcm.qa.recorder.head import SUFFIX, derive_head, find_free_name
from pcm.qa.recorder.lines import recorded_line
from pcm.qa.recorder.sheet import Sheet
from pcm.qa.recorder.typed import Typing, read_typing, refused_typing, typing_lines

if TYPE_CHECKING:
    from pcm.headunit.session import Answer, Session

DESK = {"reset", "model", "year", "country"}
"""Verbs that put a car on the desk."""
TIMELESS = {"tap", "key", "back", "home", "cancel", "ok", "erase", "set", "knob", "expect"}
"""Verbs that may only lead to another page; then it does not matter when."""
REMARKS = ("# What was done before the recording began:", "# Recorded from here on:")
PORTS = "# Programs at the other end of a wire took part; what they did is not in this flow."


@dataclass(frozen=True, slots=True)
class _Step:
    """A verb that is being carried out. `line`: as it is recorded; "": it is not."""

    verb: str
    line: str
    before: Facts
    state: UnitState
    quiet: bool
    setup: object
    typing: Typing | None = None  # the text, with what it goes on from


class FlowRecorder:
    """`tell` gets a line for the terminal when a recording ends by itself."""

    def __init__(self, session: Session, tell: Callable[[str], None]) -> None:
        self.file: Path | None = None
        self._tell = tell
        self._sheet = Sheet()
        self._typing: Typing | None = None  # what the last lines type
        self._joined: Typing | None = None  # that and what is being typed
        self._owed_s = 0.0  # time that went by and is not in the lines yet
        self._depth = 0
        self._step: _Step | None = None
        self._begin_anew(session)
        session.observers.append(self)
        session.recorder = self

    @property
    def lines(self) -> tuple[str, ...]:
        """What was done since the car was put on the desk."""
        return self._sheet.lines

    # for the verb

    def start(self, session: Session, name: str) -> Path:
        path = Path(name or find_free_name())
        if self.file:
            raise PcmError(f"{self.file} is being recorded; say record stop")
        if path.suffix != SUFFIX:
            raise PcmError(f"usage: record FILE{SUFFIX}")
        if session.remembers:
            raise PcmError(
                "a flow starts with a car as delivered, and this one remembers an earlier run;"
                " say reset, then record (or start with --memory none)"
            )
        if not path.parent.is_dir():
            raise PcmError(f"{path}: there is no folder {path.parent}")
        done = len(self.lines) > self._at_first
        head = derive_head(path, *self._delivered)
        self._sheet.open(path, head, REMARKS if done else ("", ""))
        self._typing, self.file = None, path
        if session.ports:
            self._add(session, [PORTS])
        return path

    def stop(self) -> Path:
        if self.file is None:
            raise PcmError("nothing is being recorded; say record FILE.robot")
        self._sheet.close()
        path, self.file = self.file, None
        return path

    # what the session tells

    def begin(self, session: Session, line: str) -> None:
        self._depth += 1
        if self._depth > 1:
            return  # a verb of a verb: a preset
        self._step = self._begun(session, line)
        if self._step is None:
            return
        if self._step.typing:
            self._begin_typing(session, self._step.typing)
        else:
            self._keep()
            self._put(session, [*self._passed(), flow_line(self._step.line)])

    def end(self, session: Session, _line: str, answer: Answer) -> None:
        self._depth -= 1
        step = self._step
        if self._depth or step is None:
            return
        self._step, now = None, derive_facts(session)
        if self._is_nothing(session, step, answer):
            self._put(session, self._typed_before(session))
        elif step.typing:
            self._end_typing(session, step.typing, answer)
        else:
            self._end_verb(session, step, answer, now)
        self._facts, self._lasting = now, derive_lasting(session.unit.state)
        if session.setup is not step.setup and step.verb in DESK:
            self._another_car(session)

    def passed(self, session: Session, seconds: float) -> None:
        self._owed_s += seconds
        before, lasting = self._facts, derive_lasting(session.unit.state)
        self._facts = derive_facts(session)
        came = self._facts.toast not in (None, before.toast)
        changed = lasting != self._lasting or self._facts.ignored != before.ignored
        self._lasting = lasting
        if came or changed:
            lines = expect_changes(session, before, self._facts)
            self._keep()
            self._add(session, [*self._passed(), *map(flow_line, lines)])
            self._owed_s = 0.0

    # inside

    def _begin_anew(self, session: Session) -> None:
        """The flow begins with the car that is on the desk now."""
        setup, state = session.setup, session.unit.state
        car = (setup.car.id, setup.year, setup.market.code, state.language, session.seed)
        self._delivered = car
        self._sheet.clear()
        self._typing, self._owed_s = None, 0.0
        self._facts, self._lasting = derive_facts(session), derive_lasting(state)
        first = ["settle off"] if session.real_time else []
        self._add(session, map(flow_line, [*first, "expect screen home"]))
        self._at_first = len(self.lines)

    def _another_car(self, session: Session) -> None:
        if self.file is None:
            self._begin_anew(session)
        elif session.remembers:
            self._add(session, ["# This car remembers an earlier run: the recording ends."])
            self._tell(f"{self.stop()}: the car remembers an earlier run; the recording has ended")

    def _begun(self, session: Session, line: str) -> _Step | None:
        """The step, as far as it is recorded."""
        try:
            verb, rest = find_verb(line.lstrip().rstrip("\r\n"))
        except UnknownVerbError:
            return None
        typing = read_typing(session, rest) if verb == "type" else None
        recorded = recorded_line(session, verb, rest.strip())
        if not recorded or (verb == "type" and typing is None):
            return None
        quiet, state = is_quiet(session), session.unit.state
        return _Step(verb, recorded, self._facts, state, quiet, session.setup, typing)

    def _is_nothing(self, session: Session, step: _Step, answer: Answer) -> bool:
        """Whether it was no verb, failed, or was wrong and changed nothing."""
        wrong = not (answer.ok or answer.refused)
        return wrong and (answer.failed or session.unit.state is step.state)

    def _begin_typing(self, session: Session, typing: Typing) -> None:
        self._joined = self._typing.goes_on_as(typing) if self._typing else None
        if self._joined is None:
            self._keep()
        self._put(session, typing_lines(session, self._joined or typing))

    def _end_typing(self, session: Session, typing: Typing, answer: Answer) -> None:
        if answer.ok:
            self._typing = self._joined or typing
            return
        self._put(session, self._typed_before(session))
        self._keep()
        line = refused_typing(session, typing, answer.reason)
        self._add(session, [join_cells("Expect Refused", line, answer.reason)])

    def _typed_before(self, session: Session) -> list[str]:
        return typing_lines(session, self._typing) if self._typing else []

    def _end_verb(self, session: Session, step: _Step, answer: Answer, now: Facts) -> None:
        changes = expect_changes(session, step.before, now, answer.reason)
        line, landed = flow_line(step.line), step.line.replace("tap ", "expect screen ", 1)
        if answer.refused:
            line = join_cells("Expect Refused", step.line, answer.reason)
        elif not answer.ok:
            line = f"Run Keyword And Ignore Error    {line}"
        passed = [] if self._may_be_earlier(session, step) else self._passed()
        self._put(session, [*passed, line, *(flow_line(c) for c in changes if c != landed)])
        self._sheet.keep()
        if passed:
            self._owed_s = 0.0

    def _may_be_earlier(self, session: Session, step: _Step) -> bool:
        """Whether it only led to another page while nothing was under way."""
        if step.verb not in TIMELESS or not step.quiet or not is_quiet(session):
            return False
        now, old = derive_lasting(session.unit.state), self._lasting
        return replace(now, places=(), overlays=()) == replace(old, places=(), overlays=())

    def _passed(self) -> list[str]:
        """The line that lets the owed time go by."""
        seconds = f"{self._owed_s:.3f}".rstrip("0").rstrip(".")
        return [] if seconds == "0" else [join_cells("Pass Time", f"{seconds} s")]

    def _keep(self) -> None:
        self._sheet.keep()
        self._typing = None

    def _add(self, session: Session, lines: Iterable[str]) -> None:
        self._put(session, list(lines))
        self._sheet.keep()

    def _put(self, session: Session, lines: list[str]) -> None:
        """Instead of the last lines; a file that cannot be written ends the recording."""
        masked = [masked_text(session, line) for line in lines]
        try:
            self._sheet.put(masked)
        except OSError as error:
            self._tell(f"{self.stop()}: {error.strerror}; the recording has ended")
