"""Who of those who look on steers: one at a time. Pure; the hub holds the state, time is passed in.

On the own computer whoever wants to takes the wheel. In a class room that is the presenter, the
one at the head unit's computer; others ask, unless the wheel is free or has rested for long.
"""

from dataclasses import dataclass, replace

IDLE_S = 60.0
"""After so long without a touch anybody may take the wheel."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """Somebody who looks on, by number. presenter: sits at the computer of the head unit."""

    number: int
    presenter: bool


@dataclass(frozen=True, slots=True)
class Steering:
    """`driver` 0: the wheel is free. touched: when the driver last did something."""

    viewers: tuple[Viewer, ...] = ()
    driver: int = 0
    asking: tuple[int, ...] = ()
    touched: float = 0.0


def join(steering: Steering, viewer: Viewer, now: float) -> Steering:
    """Whoever looks on alone steers."""
    alone = not steering.viewers
    joined = replace(steering, viewers=(*steering.viewers, viewer))
    return _seat(joined, viewer.number, now) if alone else joined


def leave(steering: Steering, number: int) -> Steering:
    """A driver who is gone leaves the wheel free."""
    return replace(
        steering,
        viewers=tuple(viewer for viewer in steering.viewers if viewer.number != number),
        driver=0 if steering.driver == number else steering.driver,
        asking=_without(steering.asking, number),
    )


def take(steering: Steering, number: int, now: float) -> Steering:
    """Take the wheel, or ask for it."""
    if steering.driver == number:
        return steering
    rested = now - steering.touched >= IDLE_S
    if not steering.driver or rested or _presents(steering, number):
        return _seat(steering, number, now)
    return replace(steering, asking=(*_without(steering.asking, number), number))


def give(steering: Steering, by: int, to: int, now: float) -> Steering:
    """The driver or the presenter gives the wheel to another, or (0) leaves it free."""
    if by != steering.driver and not _presents(steering, by):
        return steering
    if to == 0:
        return replace(steering, driver=0)
    known = any(viewer.number == to for viewer in steering.viewers)
    return _seat(steering, to, now) if known else steering


def touch(steering: Steering, number: int, now: float) -> Steering:
    """A touch: it takes a wheel that is free, and keeps the driver's."""
    if not steering.driver:
        return _seat(steering, number, now)
    return replace(steering, touched=now) if steering.driver == number else steering


def _seat(steering: Steering, number: int, now: float) -> Steering:
    return replace(steering, driver=number, touched=now, asking=_without(steering.asking, number))


def _presents(steering: Steering, number: int) -> bool:
    return any(viewer.number == number and viewer.presenter for viewer in steering.viewers)


def _without(numbers: tuple[int, ...], number: int) -> tuple[int, ...]:
    return tuple(other for other in numbers if other != number)
