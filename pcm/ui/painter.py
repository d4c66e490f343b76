"""Pictures of a Screen as PNG, without a window: one engine and one display, used again for every
picture.
"""

from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickItem, QQuickWindow

from models.errors import PcmError
from pcm.headunit.screen import Screen
from pcm.ui.areas import note_areas
from pcm.ui.engine import create_object, make_engine, set_still, start_qt
from pcm.ui.screen_model import ScreenModel


class Painter:
    """Draws screens at the native size of their display."""

    def __init__(self) -> None:
        self._app = start_qt("offscreen", software=True)
        self._engine = make_engine()
        set_still(self._engine, True)
        self._model = ScreenModel()
        self._window = QQuickWindow()
        self._display: QQuickItem | None = None

    def picture(self, screen: Screen, sources: bool = False) -> QImage:
        """The picture of one screen."""
        self._model.show_sources(sources)
        self._model.show_screen(screen)
        display = self._display or self._make_display()
        self._window.resize(round(display.width()), round(display.height()))
        image = self._window.grabWindow()
        note_areas(image, display)
        return image

    def shot(self, screen: Screen, path: Path, sources: bool = False) -> None:
        """Write the picture of one screen; raises PcmError when the file cannot be written."""
        if not self.picture(screen, sources).save(str(path), "PNG"):  # type: ignore[call-overload]
            raise PcmError(f"the picture {path} cannot be written")

    def _make_display(self) -> QQuickItem:
        made = create_object(self._engine, "Pcm/Screen/Display.qml", {"model": self._model})
        assert isinstance(made, QQuickItem)
        made.setParentItem(self._window.contentItem())
        self._display = made
        return made
