"""The real window as a driver of flows: touches for what the driver does, the panel for the rest.

Time stands in a flow's window but for `pass`; windows are used again by the drivers that come next.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import PcmError
from pcm.headunit.masking import masked_screen
from pcm.headunit.session import Answer, Session
from pcm.qa.touches import Ears, Touches

if TYPE_CHECKING:
    from pcm.ui.hands.hands import Hands


class HandDriver:
    """A hand before a window that somebody else has opened."""

    def __init__(self, hands: Hands) -> None:
        self.session, self._hands, self._ears = hands.session, hands, Ears()
        self._touches = Touches(hands, self._ears)
        self.session.observers.append(self._ears)

    def do(self, line: str) -> Answer:
        return self._touches.do(line)

    def picture(self, file: Path) -> None:
        """The display as it stands in the window; what is typed and secret is dots."""
        face = self._hands.face
        face.screen_model.show_screen(masked_screen(self.session))
        drawn = self._hands.picture()
        face.show()
        if not drawn.save(str(file), "PNG"):  # type: ignore[call-overload]
            raise PcmError(f"the picture {file} cannot be written")

    def close(self) -> None:
        self.session.observers.remove(self._ears)


class WindowDriver(HandDriver):
    """A hand before a window of its own."""

    def __init__(self, session: Session) -> None:
        from pcm.ui.display import display_problem
        from pcm.ui.qt_libraries import ensure_qt_libraries

        ensure_qt_libraries(lambda _: None, window=not display_problem())
        from pcm.ui.hands.windows import sit_down, stand_up

        super().__init__(sit_down(session))
        self._stand_up = stand_up

    def close(self) -> None:
        super().close()
        self._stand_up(self._hands)
        self.session.close()
