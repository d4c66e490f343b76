"""How quickly one viewer may talk: who says more than a hand can do waits, and nobody else."""

import asyncio

MOST, SPAN_S = 300, 1.0
"""So many messages in so long; a mouse that is drawn and pictures that are seen make 120."""


class Pace:
    """Of one viewer."""

    def __init__(self) -> None:
        self._since, self._said = 0.0, 0

    async def keep(self) -> bool:
        """One more message; whether it came too soon and had to wait."""
        now = asyncio.get_running_loop().time()
        if now - self._since >= SPAN_S:
            self._since, self._said = now, 0
        self._said += 1
        if self._said <= MOST:
            return False
        await asyncio.sleep(self._since + SPAN_S - now)
        return True
