"""Who is told what a head unit does inside a verb: the coverage of menus. Changes nothing."""

from typing import Protocol

from models.reasons import Reason
from pcm.headunit.state import OverlayState


class Watcher(Protocol):
    """A path touches many rows, ten minutes say many things: each is told when it happens."""

    def touched(self, row: str, refused: Reason | None) -> None:
        """A row was touched; `refused` says why it did nothing."""

    def said(self, reason: Reason) -> None:
        """A short message came."""

    def opened(self, overlay: OverlayState) -> None:
        """Something came to lie over the page."""
