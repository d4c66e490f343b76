"""Who steers, of those who look on."""

from dataclasses import replace

from pcm.web.display.steering import (
    IDLE_S,
    Steering,
    Viewer,
    give,
    join,
    leave,
    take,
    touch,
)


def a_class(*presenters: bool) -> Steering:
    """Viewers 1, 2, ... who have come one after the other."""
    steering = Steering()
    for number, presenter in enumerate(presenters, start=1):
        steering = join(steering, Viewer(number, presenter), 0.0)
    return steering


def test_the_first_steers_and_the_others_look_on() -> None:
    assert a_class(True, False, False).driver == 1


def test_on_the_own_computer_whoever_takes_the_wheel_has_it() -> None:
    assert take(a_class(True, True), 2, 1.0).driver == 2


def test_in_a_class_room_the_others_ask_and_the_presenter_decides() -> None:
    asked = take(take(a_class(True, False, False), 3, 1.0), 2, 2.0)
    assert (asked.driver, asked.asking) == (1, (3, 2))
    given = give(asked, by=1, to=2, now=3.0)
    assert (given.driver, given.asking) == (2, (3,))
    assert give(given, by=1, to=3, now=4.0).driver == 3
    assert take(given, 1, 4.0).driver == 1


def test_who_does_not_steer_gives_nothing_away() -> None:
    steering = a_class(True, False, False)
    assert give(steering, by=2, to=2, now=1.0) == steering
    assert give(steering, by=2, to=0, now=1.0) == steering


def test_the_wheel_goes_to_nobody_who_is_not_there() -> None:
    steering = a_class(True, False)
    assert give(steering, by=1, to=9, now=1.0) == steering
    assert give(steering, by=1, to=0, now=1.0).driver == 0


def test_a_driver_who_is_gone_leaves_the_wheel_free() -> None:
    left = leave(a_class(False, False, False), 1)
    assert left.driver == 0
    assert take(left, 3, 1.0).driver == 3
    assert touch(left, 2, 1.0).driver == 2


def test_who_comes_back_alone_steers_again() -> None:
    assert join(leave(a_class(False), 1), Viewer(2, False), 1.0).driver == 2


def test_a_wheel_that_rested_for_long_is_free_for_all() -> None:
    steering = touch(a_class(True, False), 1, 10.0)
    assert take(steering, 2, 10.0 + IDLE_S - 1).driver == 1
    assert take(steering, 2, 10.0 + IDLE_S).driver == 2


def test_a_touch_of_somebody_else_changes_nothing() -> None:
    steering = a_class(True, False)
    assert touch(steering, 2, 50.0) == steering
    assert touch(steering, 1, 50.0) == replace(steering, touched=50.0)


def test_who_asked_and_is_gone_asks_no_more() -> None:
    assert leave(take(a_class(True, False), 2, 1.0), 2).asking == ()
