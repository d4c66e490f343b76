"""A plain head unit and one in the window, side by side: they are given the same verb lines."""

import json

from models.catalogue import find_car
from pcm.headunit.report import describe_state
from pcm.headunit.session import Session
from pcm.qa.driver import Driver, PlainDriver
from pcm.qa.window_driver import WindowDriver


class Pair:
    """Both drivers of one car. `do` tells how they differ after a line; "" when they do not."""

    def __init__(self, car: str, year: int, country: str = "IT") -> None:
        made = [Session(find_car(car, year), year, country, "en") for _ in range(2)]
        self.plain, self.window = PlainDriver(made[0]), WindowDriver(made[1])

    def do(self, line: str) -> str:
        plain, touched = self.plain.do(line), self.window.do(line)
        if plain != touched:
            return f"{line}: {plain} / {touched}"
        if told(self.plain) != told(self.window):
            return f"{line}: {told(self.plain)} / {told(self.window)}"
        one, other = (driver.session for driver in (self.plain, self.window))
        if one.unit.state.now != other.unit.state.now:
            return f"{line}: another time"
        if describe_state(one) != describe_state(other) or one.screen != other.screen:
            return f"{line}: another screen or state"
        return ""

    def close(self) -> None:
        self.plain.close()
        self.window.close()


def told(driver: Driver) -> tuple[object, object]:
    """Whether the last verb of the trace was done, and all that the trace says is so now."""
    entries = [json.loads(line) for line in driver.session.trace.lines[1:]]
    now: dict[str, object] = {}
    for entry in entries:
        now |= entry.get("now", {})
    return entries[-1]["ok"], now
