"""The three ways in which a lesson is given."""

from typing import Literal, get_args

Mode = Literal["show", "guide", "try"]
"""show: a hand does it; guide: the next touch is marked; try: no marks, hints on request."""
MODES: tuple[Mode, ...] = get_args(Mode)
