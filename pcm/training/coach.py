"""Gives lessons on the car of a session: begins one on the car as delivered, follows each touch.

Hangs on a session as its `coach`, and is its observer while a lesson runs. Faces show `coaching`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from models.errors import PcmError
from pcm.headunit.session import Answer, Session
from pcm.headunit.verbs import find_verb
from pcm.headunit.verbs.driver import DRIVER_VERBS
from pcm.training.coaching import Coaching, derive_coaching
from pcm.training.commands import Act, Report, Start, parse_command
from pcm.training.goal import is_meant
from pcm.training.guide import Next
from pcm.training.lesson import describe_reason, load_lessons
from pcm.training.mode import Mode
from pcm.training.plan import derive_plan, why_not
from pcm.training.result import Result, WritePage, save_results
from pcm.training.run import Run
from pcm.training.stage import Stage
from pcm.training.touch import Touch, count_touches

ENDS = frozenset({"model", "year", "country", "reset", "preset", "restore"})
"""Verbs that put another car or another world on the desk: the lesson ends before them."""


class LessonCoach:
    """The lessons of one session. write_page: makes the report for a browser."""

    def __init__(self, session: Session, write_page: WritePage | None = None) -> None:
        self._session, self._write_page = session, write_page
        self._stage = Stage(session)
        self._run: Run | None = None
        self._wanted: Next | None = None  # when the touch under way began
        self._touches = 1  # those of the line under way
        self.results: list[Result] = []
        self.kept: Callable[[], object] = lambda: None
        """Is told when there is another result."""
        self.following: list[Start] = []
        """Who begins, one after the other, when the one before is through."""
        session.coach = self

    @property
    def coaching(self) -> Coaching | None:
        """What the running lesson shows now; None while none runs."""
        if self._run is None:
            return None
        following = self.following[0].trainee if self.following else ""
        return derive_coaching(self._run, self._session, following)

    @property
    def told(self) -> str:
        """The lesson under way in words, for who has no window; "" while none is."""
        coaching = self.coaching
        if coaching is None:
            return ""
        if coaching.over:
            return f"{coaching.title}: {coaching.touches} touches, {coaching.shortest} at least"
        words = [f"{coaching.step}/{coaching.steps}", coaching.say, coaching.why, coaching.note]
        touch = self.next_touch
        if coaching.mode == "guide" and touch and not (touch.typed or coaching.note):
            words.append(self._session.unit.view.texts.say("lesson.touch", label=touch.label))
        return " ".join(word for word in words if word)

    @property
    def next_touch(self) -> Touch | None:
        """The touch that leads on from wherever the driver is; None when none is asked for."""
        return self._run.next_touch(self._session) if self._run else None

    def take(self, words: str) -> str:
        """Carry out what the verb `lesson` says; raises PcmError."""
        match parse_command(words, load_lessons()):
            case None:
                return self._list()
            case Start(name, mode, trainee):
                return self._start(name, mode, trainee)
            case Report(file):
                return self._report(Path(file))
            case Act(word):
                return self._act(word)

    # the session tells

    def begin(self, session: Session, line: str) -> None:
        verb, run = _verb(line), self._run
        if run is None or self._stage.acts:
            return
        self._wanted = None
        if verb in ENDS:
            self._stop(run)
        elif verb in DRIVER_VERBS and not run.done and run.step.touches:
            self._wanted, self._touches = run.next(session), count_touches(session, line)

    def end(self, session: Session, line: str, answer: Answer) -> None:  # noqa: ARG002  observers are told
        run = self._run
        if run is None or self._stage.acts:
            return
        if _verb(line) == "language":
            run.plan = derive_plan(run.plan.name, session)
        if self._wanted:
            run.count(line.strip(), self._wanted, session, self._touches)
            self._wanted = None
        run.look(session)

    def passed(self, session: Session, seconds: float) -> None:  # noqa: ARG002  observers are told
        if self._run and not self._stage.acts:
            self._run.look(session)

    # the words of the verb

    def _list(self) -> str:
        language, lines = self._session.unit.state.language, []
        for name, lesson in load_lessons().items():
            reason = why_not(name, self._session)
            note = f"  (not for this car: {describe_reason(reason)})" if reason else ""
            lines.append(f"{name:<17}  {lesson.title[language]}{note}")
        return "\n".join(lines)

    def _start(self, name: str, mode: Mode, trainee: str) -> str:
        plan = derive_plan(name, self._session)
        if self._session.recorder and self._session.recorder.file:
            raise PcmError("a flow is being recorded: record stop, then begin the lesson")
        self._session.set_aside()
        if self._run:
            self._keep_result(self._run)
        else:
            self._session.observers.append(self)
        run = self._run = Run.of(plan, mode, trainee)
        try:
            self._stage.open(run)
        except PcmError:
            self._stop(run)
            raise
        return self.told

    def _act(self, word: str) -> str:
        run = self._run
        if run is None:
            raise PcmError(f"lesson {word}: no lesson is under way; lesson tells which there are")
        match word:
            case "next":
                self._on(run)
            case "step":
                self._do_touch(run)
            case "repeat":
                self._repeat(run)
            case "again":
                self._again(run)
            case "hint":
                run.hint()
            case "pause" | "go":
                run.paused = word == "pause"
            case "stop":
                self.following.clear()
                self._stop(run)
            case "show" | "guide" | "try":
                run.mode, run.hinted, run.paused = word, False, False
        return self.told or "the lesson is over; the car of before is on the desk"

    def _on(self, run: Run) -> None:
        """To the next step, whether or not this one was done; what explains is done by reading."""
        if not run.step.touches and not run.step.then:
            run.score = replace(run.score, done=True)
        if run.number + 1 < len(run.plan.steps):
            if not self._stage.advance(run):
                self._again(run)
        elif not run.finished:
            run.finished = True
            self._keep_result(run)
        elif self.following:
            then = self.following.pop(0)
            self._start(then.lesson, then.mode, then.trainee)

    def _do_touch(self, run: Run) -> None:
        touch = run.next_touch(self._session)
        if touch is None:
            if not run.waits(self._session):
                self._on(run)
            return
        answer = self._session.do(touch.lines[0])
        if not is_meant(answer, run.step.then):
            raise PcmError(answer.text)

    def _repeat(self, run: Run) -> None:
        if not self._stage.repeat(run):
            self._again(run)

    def _again(self, run: Run) -> None:
        self._start(run.plan.name, run.mode, run.trainee)

    def _stop(self, run: Run) -> None:
        """The car of before stands on the desk again."""
        self._keep_result(run)
        self._run = None
        self._session.observers.remove(self)
        self._session.take_back()

    def _report(self, file: Path) -> str:
        results, run = list(self.results), self._run
        if run and run.kept is None:
            results.append(run.result(self._session))
        if not results:
            raise PcmError("lesson report: no lesson was given yet")
        save_results(results, file, self._write_page)
        return f"lessons: {len(results)}, in {file.absolute()}"

    def _keep_result(self, run: Run) -> None:
        """One of each run, the last one; none of a run in which nothing was done."""
        result = run.result(self._session)
        if run.kept is not None:
            self.results[run.kept] = result
        elif run.finished or result.sums.touches:
            run.kept = len(self.results)
            self.results.append(result)
        self.kept()


def find_coach(session: Session) -> LessonCoach | None:
    """Who gives lessons in a session; None where none are offered."""
    return session.coach if isinstance(session.coach, LessonCoach) else None


def coaching_of(session: Session) -> Coaching | None:
    """What the lesson under way in a session shows; None while none runs."""
    coach = find_coach(session)
    return coach.coaching if coach else None


def _verb(line: str) -> str:
    """The verb of a line, "" when it has none."""
    try:
        return find_verb(line.strip() or "-")[0]
    except PcmError:
        return ""
