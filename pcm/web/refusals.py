"""What was refused and how often; told on the terminal, but a flood does not fill it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable


class Refusals:
    """Counted by reason. `tell` hears of the first ones, then every tenth, hundredth, ..."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        self.counted: Counter[str] = Counter()
        self.tell = tell

    def note(self, reason: str) -> None:
        """One more; the reason is ours, never what somebody sent."""
        self.counted[reason] += 1
        count = self.counted[reason]
        if count < 4 or set(str(count)[1:]) == {"0"}:
            self.tell(f"web: refused: {reason} ({count} so far)")
