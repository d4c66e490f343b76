"""Knobs: wheel and finger become whole detents."""

import pytest

from pcm.ui.knob import DETENT_DEG, Knob, derive_drag, derive_grip, derive_wheel, turn


def test_a_notch_is_a_detent() -> None:
    knob, detents = derive_wheel(Knob(), 120)
    assert (detents, knob.angle_deg) == (1, DETENT_DEG)


def test_fine_wheels_add_up_and_a_change_of_direction_starts_anew() -> None:
    knob, first = derive_wheel(Knob(), 80)
    _, second = derive_wheel(knob, 80)
    assert (first, second) == (0, 1)
    back, detents = derive_wheel(knob, -80)
    assert detents == 0
    assert back.rest == pytest.approx(-80 / 120)


def test_a_finger_turns_clockwise_over_the_seam() -> None:
    knob = derive_grip(Knob(), -50, 2)  # just below the left: angles jump from 180 to -180 here
    turned = 0
    for x, y in ((-50, -2), (-45, -20), (-30, -40)):
        knob, detents = derive_drag(knob, x, y)
        turned += detents
    assert turned == 2
    assert knob.angle_deg == 2 * DETENT_DEG


def test_a_drag_without_grip_only_takes_hold() -> None:
    knob, detents = derive_drag(Knob(), 10, 0)
    assert detents == 0
    assert knob.grip_deg == 0


def test_turn_moves_the_mark_only() -> None:
    assert turn(Knob(24), -2).angle_deg == -24
