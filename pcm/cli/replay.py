"""Drives a head unit from a log of its car's bus, paced or as fast as it goes; tells what changed.

Time is that of the log. The car of the simulator is silent meanwhile.
"""

from collections.abc import Callable

from connectivity.can.player import LogPlayer
from pcm.headunit.report import describe_state
from pcm.headunit.session import Session
from pcm.headunit.verbs.expect import state_word

UNTOLD = frozenset({"clock", "can_frames", "mileage_km"})
"""What changes all the time."""
SHORTEST_WAIT_S = 0.01

Wait = Callable[[float], object]


def replay(player: LogPlayer, session: Session, wait: Wait) -> int:
    """Drive the session to the end of the log; raises LogError when that cannot be read."""
    drive(player, session, wait)
    if player.fault and not player.fault.cut_off:
        raise player.fault
    print(player.outcome)
    print(session.do("state").text, flush=True)
    return 0


def drive(player: LogPlayer, session: Session, wait: Wait) -> None:
    """Let the log's time go by, from frame to frame."""
    seen, told = session.unit.state, describe_state(session)
    owed = 0.0
    player.start()
    while (time := player.next_at) is not None:
        gap = max(0.0, time - session.unit.state.now)
        owed += gap
        if owed >= SHORTEST_WAIT_S:
            wait(owed)
            owed = 0.0
        session.pass_time(gap)
        session.pump()
        if session.unit.state is not seen:
            seen, before, told = session.unit.state, told, describe_state(session)
            _tell(time, before, told)


def _tell(time: float, before: dict[str, object], now: dict[str, object]) -> None:
    """Print what is another one now."""
    news = {name: value for name, value in now.items() if before.get(name) != value}
    words = [f"{name}: {state_word(news[name])}" for name in news if name not in UNTOLD]
    if words:
        print(f"{time:10.3f}  {', '.join(words)}", flush=True)
