"""Lessons in a window: keeps card, mark and hand in step with what the session's lesson shows.

Mark and hand are made when the first lesson needs them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcm.headunit.session import Session
from pcm.ui.coach_model import CoachModel

if TYPE_CHECKING:
    from pcm.training.coaching import Coaching
    from pcm.ui.app import Window
    from pcm.ui.coach_hand import Showing
    from pcm.ui.coach_mark import Marker


class CoachFace:
    """The lessons of one window."""

    def __init__(self, face: Window, model: CoachModel) -> None:
        self._face, self._model = face, model
        self._marker: Marker | None = None
        self._showing: Showing | None = None
        model.menuChanged.connect(lambda: self.show(face.session))

    def show(self, session: Session) -> None:
        """Show the lesson under way, or that there is none."""
        self._model.show_session(session)
        coaching = _coaching(session)
        free = not self._model.menu_open
        if coaching or self._marker:
            self._mark(coaching if free else None, session.screen.language)
        if self._showing or (coaching and coaching.mode == "show"):
            shown = coaching if free and coaching and coaching.mode == "show" else None
            self._hand().follow(shown)

    def close(self) -> None:
        """Nothing is marked or touched any more."""
        if self._showing:
            self._showing.follow(None)
        if self._marker:
            self._mark(None, "en")

    def _mark(self, coaching: Coaching | None, language: str) -> None:
        from pcm.ui.coach_mark import NOTHING, Wanted

        wanted = NOTHING
        if coaching and coaching.items and not coaching.over:
            wanted = Wanted(coaching.items, coaching.mode == "guide", language)
        self._its_marker().follow(wanted)

    def _its_marker(self) -> Marker:
        if self._marker is None:
            from pcm.ui.coach_mark import Marker

            self._marker = Marker(self._face.window, self._model.marked)
        return self._marker

    def _hand(self) -> Showing:
        if self._showing is None:
            from pcm.ui.coach_hand import Showing  # the hands: only where a lesson is shown
            from pcm.ui.coach_words import load_lesson_face

            pace = load_lesson_face().pace
            self._showing = Showing(self._face, self._its_marker(), self._model.pointing, pace)
        return self._showing


def _coaching(session: Session) -> Coaching | None:
    if session.coach is None:
        return None
    from pcm.training.coach import coaching_of  # lessons: only where they are offered

    return coaching_of(session)
