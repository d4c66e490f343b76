"""The real window as a driver of flows: touches for what the driver does, the panel for the rest.

Time stands in it but for `pass`. Windows are used again by the drivers that come next.
"""

from pathlib import Path

from models.errors import PcmError
from pcm.headunit.session import Answer, Session
from pcm.qa.masking import masked_screen
from pcm.qa.touches import Ears, Touches


class WindowDriver:
    """A hand before the window of one session."""

    def __init__(self, session: Session) -> None:
        from pcm.ui.display import display_problem
        from pcm.ui.qt_libraries import ensure_qt_libraries

        ensure_qt_libraries(lambda _: None, window=not display_problem())
        from pcm.ui.hands.windows import sit_down, stand_up

        self.session, self._ears = session, Ears()
        self._hands, self._stand_up = sit_down(session), stand_up
        self._touches = Touches(self._hands, self._ears)
        session.observers.append(self._ears)

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
        self._stand_up(self._hands)
        self.session.close()
