"""Rectangles of a picture that have changed: few, apart from each other, and around all of it.

Pure; a box is left, top, right, bottom.
"""

from functools import reduce
from itertools import combinations, pairwise

from PIL import Image, ImageChops

Box = tuple[int, int, int, int]
GAP = 24
"""px: what lies nearer together is sent as one."""
MOST = 6
"""Boxes a picture; each costs the browser a picture to unpack."""
SCATTERED = 40
"""Boxes that are not worth putting together with care."""


def find_changes(before: Image.Image, after: Image.Image) -> tuple[Box, ...]:
    """Boxes around every pixel that differs; all of `after` when the size is another one."""
    if before.size != after.size:
        return ((0, 0, *after.size),)
    return merge_boxes(_cut(ImageChops.difference(before, after), 0, 0))


def merge_boxes(boxes: tuple[Box, ...]) -> tuple[Box, ...]:
    """No two of them overlap, and there are at most MOST; those whose union adds least are one."""
    found = list(dict.fromkeys(boxes))
    if len(found) > SCATTERED:
        return (reduce(_join, found),)
    while pairs := [
        (_added(one, other), one, other)
        for one, other in combinations(found, 2)
        if len(found) > MOST or _overlap(one, other)
    ]:
        _, one, other = min(pairs)
        found = [box for box in found if box not in (one, other)]
        joined = _join(one, other)
        found += [] if joined in found else [joined]
    return tuple(sorted(found))


def _cut(marks: Image.Image, x: int, y: int) -> tuple[Box, ...]:
    """Boxes around all that is not black: cut at gaps across, then at gaps down, and so on."""
    inner = marks.getbbox()
    if inner is None:
        return ()
    marks, x, y = marks.crop(inner), x + inner[0], y + inner[1]
    columns, rows = marks.getprojection()
    across, down = _runs(columns), _runs(rows)
    if len(across) == len(down) == 1:
        return ((x, y, x + marks.width, y + marks.height),)
    parts = (
        [(left, 0, right, marks.height) for left, right in across]
        if len(across) > 1
        else [(0, top, marks.width, bottom) for top, bottom in down]
    )
    return tuple(box for part in parts for box in _cut(marks.crop(part), x + part[0], y + part[1]))


def _runs(line: list[int]) -> list[tuple[int, int]]:
    """From where to where something is, with no gap as wide as GAP in it."""
    marked = [at for at, mark in enumerate(line) if mark]
    gaps = [(end, start) for end, start in pairwise(marked) if start - end > GAP]
    starts, ends = (
        (marked[0], *(start for _, start in gaps)),
        (*(end for end, _ in gaps), marked[-1]),
    )
    return [(start, end + 1) for start, end in zip(starts, ends, strict=True)]


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _join(one: Box, other: Box) -> Box:
    return (
        min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])
    )  # fmt: skip


def _added(one: Box, other: Box) -> int:
    """Pixels that are in neither of them, but in what is around both."""
    return _size(_join(one, other)) - _size(one) - _size(other)


def _size(box: Box) -> int:
    return (box[2] - box[0]) * (box[3] - box[1])
