"""Time as the head unit shows it, from the seconds that are passed in."""

from datetime import datetime, timedelta

from pcm.headunit.state import UnitState
from pcm.headunit.view import View

LAST_S = 900 * 366 * 24 * 3600
"""Virtual time ends here; dates have four digits for the year."""


def shown_time(state: UnitState, now: float | None = None) -> datetime:
    """The head unit's date and time at `now` (else now): the car's, which runs on without it."""
    return state.vehicle.clock_at_zero + timedelta(seconds=state.now if now is None else now)


def clock_text(view: View) -> str:
    return time_text(view, view.state.now)


def time_text(view: View, now: float) -> str:
    """The time of day `now` seconds after the start, as the driver chose to have it shown."""
    time = shown_time(view.state, now)
    if view.setting("clock_format") == "clock_12":
        return f"{time.hour % 12 or 12}:{time.minute:02d} {'AM' if time.hour < 12 else 'PM'}"
    return f"{time.hour:02d}:{time.minute:02d}"


def date_text(view: View) -> str:
    shape = _DATE_SHAPES.get(str(view.setting("date_format")), "%d.%m.%Y")
    return shown_time(view.state).strftime(shape)


_DATE_SHAPES = {"date_format_mdy": "%m/%d/%Y", "date_format_ymd": "%Y-%m-%d"}


def seconds_to_next_minute(state: UnitState) -> float:
    shown = shown_time(state)
    return 60.0 - shown.second - shown.microsecond / 1e6
