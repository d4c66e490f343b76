"""Changed boxes of a picture: all that differs is in one, and they are few."""

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from pcm.web.display.boxes import GAP, MOST, Box, find_changes, merge_boxes

WIDTH, HEIGHT = 400, 300
spots = st.tuples(st.integers(0, WIDTH - 1), st.integers(0, HEIGHT - 1))
boxes = st.tuples(spots, st.integers(1, 90), st.integers(1, 90)).map(
    lambda drawn: (*drawn[0], drawn[0][0] + drawn[1], drawn[0][1] + drawn[2])
)


def inside(at: tuple[int, int], box: Box) -> bool:
    return box[0] <= at[0] < box[2] and box[1] <= at[1] < box[3]


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@given(st.lists(spots, max_size=60))
def test_every_pixel_that_differs_is_in_a_box(changed: list[tuple[int, int]]) -> None:
    before = Image.new("RGB", (WIDTH, HEIGHT))
    after = before.copy()
    for at in changed:
        after.putpixel(at, (0, 0, 1))
    found = find_changes(before, after)
    assert all(any(inside(at, box) for box in found) for at in changed)
    assert bool(found) == bool(changed)
    assert len(found) <= MOST


@given(st.lists(boxes, max_size=60))
def test_merged_boxes_hold_all_and_overlap_nowhere(given_boxes: list[Box]) -> None:
    found = merge_boxes(tuple(given_boxes))
    assert len(found) <= MOST
    for one in given_boxes:
        corners = ((one[0], one[1]), (one[2] - 1, one[3] - 1))
        assert any(all(inside(at, box) for at in corners) for box in found)
    pairs = [(one, other) for one in found for other in found if one != other]
    assert not any(overlap(one, other) for one, other in pairs)


def test_what_lies_far_apart_is_sent_apart_and_what_is_near_together() -> None:
    before = Image.new("RGB", (WIDTH, HEIGHT))
    after = before.copy()
    after.paste((255, 255, 255), (10, 10, 20, 20))
    after.paste((255, 255, 255), (20 + GAP - 1, 10, 60, 20))
    after.paste((255, 255, 255), (300, 200, 310, 210))
    assert find_changes(before, after) == ((10, 10, 60, 20), (300, 200, 310, 210))


def test_another_size_is_all_of_it() -> None:
    before, after = Image.new("RGB", (10, 10)), Image.new("RGB", (20, 10))
    assert find_changes(before, after) == ((0, 0, 20, 10),)
