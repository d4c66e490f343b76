"""Concatenated messages put together again, whatever order their parts come in."""

from connectivity.sms.text import Text

MOST_WAITING = 20
"""How many messages may be incomplete at once; the oldest gives way."""


class Joiner:
    """Holds the parts of messages that are not complete yet."""

    def __init__(self) -> None:
        self._waiting: dict[tuple[str, int, int], dict[int, str]] = {}

    def take(self, sender: str, body: Text) -> str | None:
        """The whole text once its last part is here; a message in one part is whole."""
        part = body.part
        if part is None:
            return body.text
        key = (sender, part.reference, part.total)
        parts = self._waiting.setdefault(key, {})
        parts[part.number] = body.text
        if len(parts) == part.total:
            del self._waiting[key]
            return "".join(text for _, text in sorted(parts.items()))
        if len(self._waiting) > MOST_WAITING:
            del self._waiting[next(iter(self._waiting))]
        return None
