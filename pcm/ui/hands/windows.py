"""The windows that hands sit before: opened when there is none free, and used again.

Where no display is, a window is drawn where nobody sees it. Time stands in them.
"""

from pcm.headunit.session import Session
from pcm.ui.app import Window
from pcm.ui.display import display_problem
from pcm.ui.engine import start_qt
from pcm.ui.hands.hands import Hands

_free: list[Hands] = []


def sit_down(session: Session) -> Hands:
    """Hands before a window that shows this session."""
    if not _free:
        return _open(session)
    hands = _free.pop()
    hands.face.take(session)
    hands.settle()
    return hands


def stand_up(hands: Hands) -> None:
    """Whoever sits down next may have the window."""
    hands.face.rest()
    _free.append(hands)


def _open(session: Session) -> Hands:
    start_qt("offscreen" if display_problem() else "", software=True)
    face = Window(session, speed=0, still=True)
    hands = Hands(face)
    hands.settle()
    return hands
