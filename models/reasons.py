"""Why something is refused, greyed out or carries no data: a value, put into words when shown."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """A text key (`reason.<key>` in assets/texts) and the values its words name."""

    key: str
    values: tuple[tuple[str, str | int], ...] = ()

    @staticmethod
    def of(key: str, /, **values: str | int) -> "Reason":
        return Reason(key, tuple(sorted(values.items())))
