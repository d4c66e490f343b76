"""The root of the project's errors, and the nearest right name for a wrong one.

Every error a user can cause is a PcmError whose text is one clear line.
"""

from collections.abc import Iterable
from difflib import get_close_matches

_SHORT_LIST = 8


class PcmError(Exception):
    """A fault that the user can mend; its text is one line. why: its key, if it has one."""

    why = ""


class UnknownNameError(PcmError):
    """A name that is not in its list; a short list is told whole when no name is near.

    otherwise: what is said when neither can be.
    """

    def __init__(
        self, what: str, name: str, known: Iterable[str], limit: int = 3, otherwise: str = ""
    ) -> None:
        names = list(known)
        hint = nearest_hint(name, names, limit)
        if not hint and 0 < len(names) <= _SHORT_LIST:
            hint = f"; there are {', '.join(names)}"
        super().__init__(f"unknown {what} {name!r}{hint or otherwise}")


def nearest_hint(name: str, known: Iterable[str], limit: int = 3) -> str:
    """Return "; did you mean a, b?" for the names nearest to `name`, or "" when none is near."""
    by_folded = {candidate.casefold(): candidate for candidate in known}
    near = get_close_matches(name.casefold(), by_folded, n=limit, cutoff=0.5)
    return f"; did you mean {', '.join(by_folded[key] for key in near)}?" if near else ""
