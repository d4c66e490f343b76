"""What a running lesson shows, as one frozen value; every face shows the same."""

from __future__ import annotations

from dataclasses import dataclass, field

from pcm.headunit.session import Session
from pcm.training.guide import REPEAT
from pcm.training.mode import Mode
from pcm.training.result import derive_sums
from pcm.training.run import Run
from pcm.training.touch import Touch


@dataclass(frozen=True, slots=True)
class Coaching:
    """A lesson under way. Words are in the language of the head unit.

    assumed: why the step is a guess, "" when it is none.
    items: names of the things one of which is to be touched next, () when nothing is marked. line:
    the verb of that touch, for the hand. note: where you are and what leads back, or a hint.
    step: from 1. done: the step's goal is reached, `why` says what it means. explains: it asks for
    no touch. over: the lesson's goal is reached. waits: the head unit works on something.
    seconds: of the head unit's clock, in the lesson so far. passed: of each step
    before, whether it was done, not left out.
    following: the trainee who begins when `next` is said at the end.
    """

    lesson: str
    title: str
    goal: str
    mode: Mode
    step: int
    steps: int
    say: str
    why: str
    assumed: str
    note: str
    items: tuple[str, ...] = field(repr=False)
    line: str = field(repr=False)
    done: bool
    explains: bool
    over: bool
    waits: bool
    paused: bool
    trainee: str
    touches: int
    shortest: int
    hints: int
    wrong: int
    seconds: float
    passed: tuple[bool, ...]
    following: str


def derive_coaching(run: Run, session: Session, following: str) -> Coaching:
    """What a lesson shows now."""
    touch, step, sums = run.next_touch(session), run.step, derive_sums(run.results)
    marked = touch if run.mode != "try" or run.hinted else None
    return Coaching(
        lesson=run.plan.name,
        title=run.plan.title,
        goal=run.plan.goal,
        mode=run.mode,
        step=run.number + 1,
        steps=len(run.plan.steps),
        say=step.say,
        why=step.why if run.done else "",
        assumed=step.assumed,
        note=_where(run, session, marked),
        items=marked.items if marked else (),
        line=touch.lines[0] if touch else "",
        done=run.done,
        explains=not step.touches,
        over=run.finished,
        waits=run.waits(session),
        paused=run.paused,
        trainee=run.trainee,
        touches=sums.touches,
        shortest=sums.shortest,
        hints=sums.hints,
        wrong=sums.wrong,
        passed=tuple(result.done for result in run.results[: run.number + run.finished]),
        seconds=sums.seconds,
        following=following,
    )


def _where(run: Run, session: Session, marked: Touch | None) -> str:
    """Where the driver is when he has strayed, and the way back; a hint when he asked."""
    say = session.unit.view.texts.say
    if marked and marked.lines[0] == "erase":
        return say("lesson.erase")
    words = []
    if run.strayed and not run.done:
        words.append(say("lesson.strayed", page=session.screen.title))
    if marked and marked.lines[0] == REPEAT:
        return say("lesson.repeat")
    if marked and (run.strayed or run.hinted) and not marked.typed:
        words.append(say("lesson.touch", label=marked.label))
    return " ".join(words)
