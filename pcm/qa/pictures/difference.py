"""Whether two pictures differ, how much and where; pure but for Pillow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageDraw

from pcm.qa.pictures.picture import Box, Picture, Tolerance, masked_boxes

CHANGED, MASKED = (255, 0, 110), (40, 120, 255)
DIM = 0.5  # of the picture's own light, behind what is marked


@dataclass(frozen=True, slots=True)
class Difference:
    """share: of the pixels, 0 to 1; words: how they differ; marked: where, as a picture."""

    share: float
    words: str
    marked: Image.Image


def derive_difference(
    before: Picture, after: Picture, tolerance: Tolerance, masks: Sequence[str | Box] = ()
) -> Difference | None:
    """None when they are alike as far as is asked; raises UnknownNameError for a wrong mask."""
    boxes = masked_boxes(masks, (before, after))
    if before.image.size != after.image.size:
        words = f"it was {before.size}, it is {after.size}"
        return Difference(1.0, words, _dimmed(after.image))
    changed = _changed(before.image, after.image, tolerance.channel, boxes)
    count = changed.histogram()[255]
    share = count / (changed.width * changed.height)
    if count == 0 or share <= tolerance.share:
        return None
    left, top, right, bottom = changed.getbbox() or (0, 0, 0, 0)
    place = f"{left},{top},{right - left},{bottom - top}"
    words = f"{share:.2%} of the pixels ({count}) differ, within {place}"
    return Difference(share, words, _marked(after.image, changed, boxes))


def _changed(
    before: Image.Image, after: Image.Image, channel: int, boxes: Sequence[Box]
) -> Image.Image:
    """White where a pixel counts."""
    red, green, blue = ImageChops.difference(before, after).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    draw = ImageDraw.Draw(most)
    for x, y, width, height in boxes:
        draw.rectangle((x, y, x + width - 1, y + height - 1), fill=0)
    return most.point([255 if value > channel else 0 for value in range(256)])


def _marked(image: Image.Image, changed: Image.Image, boxes: Sequence[Box]) -> Image.Image:
    """The picture dimmed, what changed in a glaring colour, what was not compared in a frame."""
    marked = _dimmed(image)
    marked.paste(CHANGED, (0, 0), changed)
    draw = ImageDraw.Draw(marked)
    for x, y, width, height in boxes:
        draw.rectangle((x, y, x + width - 1, y + height - 1), outline=MASKED)
    return marked


def _dimmed(image: Image.Image) -> Image.Image:
    grey = image.convert("L").convert("RGB")
    return Image.blend(Image.new("RGB", grey.size), grey, DIM)
