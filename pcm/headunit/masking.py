"""What others may read: secrets replaced in words, and on the screen. For reports and pages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pcm.headunit.entries import fields_of
from pcm.headunit.screen import Entry, Screen
from pcm.headunit.state import EntryState
from pcm.headunit.trace import MASK

if TYPE_CHECKING:
    from pcm.headunit.session import Session


def masked_text(session: Session, text: str) -> str:
    """The words without any secret of the world."""
    return session.world.secrets.sub(MASK, text)


def typing_secret(session: Session) -> bool:
    """Whether a field is open whose text stands in no report."""
    overlay = session.unit.state.overlay
    return isinstance(overlay, EntryState) and fields_of(overlay.purpose)[overlay.step].sensitive


def masked_screen(session: Session) -> Screen:
    """The screen with dots for what was typed into such a field."""
    screen = session.screen
    if isinstance(screen.overlay, Entry) and typing_secret(session):
        dots = "•" * len(screen.overlay.shown)
        return replace(screen, overlay=replace(screen.overlay, shown=dots))
    return screen
