"""QA: the Robot Framework library `pcm.qa.HeadUnit`, flows and what they tell."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pcm.qa.library import HeadUnit as HeadUnit


def __getattr__(name: str) -> object:
    """The library is loaded when it is asked for: other parts need no Robot Framework."""
    if name == "HeadUnit":
        from pcm.qa.library import HeadUnit

        return HeadUnit
    raise AttributeError(name)
