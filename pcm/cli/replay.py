"""Drives a head unit from a log of its car's bus, paced or as fast as it goes; tells what changed.

Time is that of the log. The car of the simulator is silent meanwhile.
"""

import argparse
from collections.abc import Callable
from pathlib import Path
from threading import Event

from connectivity.can.log import LogError, read_log
from pcm.headunit.report import describe_state
from pcm.headunit.session import Session
from pcm.headunit.verbs.expect import state_word

UNTOLD = frozenset({"clock", "can_frames", "mileage_km"})
"""What changes all the time."""
SHORTEST_WAIT_S = 0.01

Wait = Callable[[float], object]


def replay(args: argparse.Namespace, session: Session) -> int:
    """The command: 0 when the whole log was read, or all of one that is cut off."""
    wait: Wait = (lambda _: None) if args.fast else Event().wait
    try:
        frames = drive(session, Path(args.file), wait)
    except LogError as error:
        if not error.cut_off:
            raise
        print(f"{error}; what stands before it was used", flush=True)
    else:
        print(f"{frames} frames", flush=True)
    answer = session.do("state")
    print(answer.text, flush=True)
    return 0


def drive(session: Session, path: Path, wait: Wait) -> int:
    """Put every frame on the car's bus at its time; returns how many there were."""
    seen, told = session.unit.state, describe_state(session)
    count, owed, start = 0, 0.0, session.unit.state.now
    for time, (id_, data) in read_log(path):
        if (gap := start + time - session.unit.state.now) > 0:
            owed += gap
            if owed >= SHORTEST_WAIT_S:
                wait(owed)
                owed = 0.0
            session.pass_time(gap)
        session.world.vehicle.bus.put_foreign(id_, data)
        session.pump()
        count += 1
        if session.unit.state is not seen:
            seen, before, told = session.unit.state, told, describe_state(session)
            _tell(time, before, told)
    return count


def _tell(time: float, before: dict[str, object], now: dict[str, object]) -> None:
    """Print what is another one now."""
    news = {name: value for name, value in now.items() if before.get(name) != value}
    words = [f"{name}: {state_word(news[name])}" for name in news if name not in UNTOLD]
    if words:
        print(f"{time:10.3f}  {', '.join(words)}", flush=True)
