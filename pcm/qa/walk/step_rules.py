"""What a verb may do to the state before it: nobody but the driver changes what is the driver's."""

from __future__ import annotations

from connectivity.sim import LAST_TRY, SimState
from pcm.headunit.state import DialogState, UnitState
from pcm.qa.walk.invariant import Invariant, Step

LOOKING = frozenset(
    ("screen", "state", "why", "howto", "source", "expect", "help", "shot", "trace", "sms sent")
)
"""Verbs that only look."""

ANEW = frozenset(("reset", "restore", "model", "year", "country", "preset"))
"""Verbs after which the state before counts no more."""

COMPOSITE = frozenset((*ANEW, "do", "go"))
"""Verbs that are many steps, of which only the end is seen."""

CONFIRMING = frozenset(("ok", "knob", "wheel"))
"""Verbs by which the driver says OK."""

MOST_BACKS = 40
"""More pages and overlays than these lie over no home screen."""


def _words(step: Step) -> str:
    return "" if step.answer.ok or step.answer.text else "it says nothing"


def _looks(step: Step) -> str:
    only_looks = step.verb in LOOKING or step.answer.unknown
    return f"changed: {_changed(step)}" if only_looks and step.after != step.before else ""


def _changed(step: Step) -> str:
    names = UnitState.__dataclass_fields__
    return ", ".join(n for n in names if getattr(step.before, n) != getattr(step.after, n))


def _time(step: Step) -> str:
    went_back = step.after.now < step.before.now and step.verb not in ANEW
    return f"from {step.before.now:.3f} s to {step.after.now:.3f} s" if went_back else ""


def _back(step: Step) -> str:
    """It closes something at every press, so some number of them must be enough."""
    if step.backs > MOST_BACKS and not _at_home(step.after):
        return f"after {step.backs} of them it is {step.session.screen.id}"
    stuck = step.answer.ok and step.after == step.before and not _at_home(step.before)
    return f"it does nothing on {step.session.screen.id}" if step.backs and stuck else ""


def _at_home(state: UnitState) -> bool:
    return len(state.places) == 1 and not state.overlays


def _tick(step: Step) -> str:
    """R-ROAM-6: whoever sets it has read the warning and said OK to it."""
    was, is_ = (s.settings.get("roaming") is True for s in (step.before, step.after))
    if was or not is_ or step.verb in COMPOSITE:
        return ""
    overlay = step.before.overlay
    warned = isinstance(overlay, DialogState) and overlay.id == "roaming_cost"
    return "" if warned and step.verb in CONFIRMING else f"set by {step.verb!r}"


def _tries_fell(step: Step) -> int:
    before, after = step.before.sim.card, step.after.sim.card
    same = before and after and before.iccid == after.iccid
    return before.pin_tries - after.pin_tries if same and before and after else 0


def _tries_grow(step: Step) -> str:
    card = step.after.sim.card
    opened = card is not None and card.lock.value == "READY"
    if step.verb in COMPOSITE or _tries_fell(step) >= 0 or opened:
        return ""
    return f"to {card.pin_tries if card else None} with the card closed"


def _memory_dies(step: Step) -> str:
    """A wrong PIN that nobody typed came from the memory."""
    fell, card = _tries_fell(step), step.after.sim.card
    if step.verb in COMPOSITE or step.verb in CONFIRMING or fell <= 0 or card is None:
        return ""
    kept = any(pin.iccid == card.iccid for pin in step.after.sim.remembered)
    if kept:
        return "a remembered one failed and is kept"
    return f"it was tried {fell} times" if fell > 1 else ""


def _memory_serves(step: Step) -> str:
    """A card that asks anew is opened with the PIN that was remembered for it before."""
    before, sim = step.before.sim, step.after.sim
    if step.verb in ANEW or sim.card is None or sim.state is not SimState.PIN_REQUIRED:
        return ""
    own = [pin for pin in before.remembered if pin.iccid == sim.card.iccid]
    anew = before.state is SimState.READY or before.card is None
    tried = sim.attempt is not None or sim.card.pin_tries <= LAST_TRY
    untried = own and anew and not tried and own[0] in sim.remembered
    return "it is kept, and the driver is asked" if untried else ""


def _trace(step: Step) -> str:
    new = step.session.trace.lines[step.traced :]
    return "" if new else "it is not in it"


def _no_secret(step: Step) -> str:
    secrets = step.session.world.secrets
    new = step.session.trace.lines[step.traced :]
    return "its line has one" if any(map(secrets.search, new)) else ""


STEPS = (
    Invariant("contract", "what is not done has words", _words),
    Invariant("contract", "who looks changes nothing", _looks),
    Invariant("contract", "time goes on", _time),
    Invariant("contract", "BACK leads home", _back),
    Invariant("contract", "what is done is in the trace", _trace),
    Invariant("contract", "no secret is in the trace", _no_secret),
    Invariant("R-ROAM-6", "the roaming tick is set by OK to its warning alone", _tick),
    Invariant("R-PIN-5", "tries come back by opening the card alone", _tries_grow),
    Invariant("R-PIN-4", "a remembered PIN that fails is tried once and forgotten", _memory_dies),
    Invariant("R-PIN-4", "a remembered PIN opens its card", _memory_serves),
)
