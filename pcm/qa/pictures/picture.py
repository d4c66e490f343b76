"""A picture from a PNG file, with the areas of what is drawn in it; and what one compares with."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, UnidentifiedImageError
from PIL.PngImagePlugin import PngImageFile

from models.errors import PcmError, UnknownNameError

Box = tuple[int, int, int, int]
"""x, y, width, height."""
ALWAYS = ("clock", "temperature", "toast")
"""Things that may be hidden, and may be masked all the same."""


@dataclass(frozen=True, slots=True)
class Picture:
    """data: as it was written; areas: where everything in it is that has a name."""

    data: bytes
    image: Image.Image
    areas: dict[str, list[Box]]

    @property
    def size(self) -> str:
        return f"{self.image.width} x {self.image.height}"


def open_picture(source: Path | bytes, name: str = "") -> Picture:
    """Raises PcmError for what is no whole PNG picture."""
    name = name or (str(source) if isinstance(source, Path) else "the picture")
    try:
        data = source.read_bytes() if isinstance(source, Path) else source
        with Image.open(BytesIO(data), formats=("PNG",)) as file:
            file.load()
            return Picture(data, file.convert("RGB"), _areas(file))
    except UnidentifiedImageError:
        raise PcmError(f"{name} is no PNG picture") from None
    except OSError as error:
        raise PcmError(f"{name}: {error.strerror or 'the picture is cut off or damaged'}") from None
    except (SyntaxError, ValueError) as error:  # so Pillow tells of damaged chunks
        raise PcmError(f"{name}: the picture is damaged ({error})") from None


def _areas(file: Image.Image) -> dict[str, list[Box]]:
    """What pcm.ui.areas has noted; other pictures have none."""
    text = file.text.get("areas", "{}") if isinstance(file, PngImageFile) else "{}"
    try:
        found = json.loads(text)
        return {name: [(x, y, w, h) for x, y, w, h in boxes] for name, boxes in found.items()}
    except (ValueError, TypeError, AttributeError):
        return {}


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How different two pictures may be.

    channel: a pixel counts when red, green or blue differs by more; share: of pixels that may.
    """

    channel: int = 8
    share: float = 0.0


def parse_tolerance(text: str) -> Tolerance:
    """`8`: of 255 in a channel; `0.5%`: of the pixels; `8 0.5%`: both. Raises PcmError."""
    channel, share = Tolerance().channel, Tolerance().share
    for word in text.replace(",", " ").split():
        match = re.fullmatch(r"(\d+(?:\.\d+)?)(%?)", word)
        number = float(match[1]) if match else -1.0
        if match and match[2] and number <= 100:
            share = number / 100
        elif match and not match[2] and number <= 255 and number.is_integer():
            channel = int(number)
        else:
            raise PcmError(f"tolerance: {word!r} is neither 0 to 255 nor a share such as 0.5%")
    return Tolerance(channel, share)


def parse_masks(text: str) -> tuple[str | Box, ...]:
    """`clock,toast` and `10,20,300,40` (x, y, width, height), one after the other."""
    words = re.findall(r"\d+\s*,\s*\d+\s*,\s*\d+\s*,\s*\d+|[^,\s]+", text)
    return tuple(_box(word) if "," in word else word for word in words)


def _box(word: str) -> Box:
    x, y, width, height = (int(number) for number in word.split(","))
    return x, y, width, height


def masked_boxes(masks: Iterable[str | Box], pictures: Iterable[Picture]) -> list[Box]:
    """Where nothing is compared: a name means the thing itself, or that of the header.

    Raises UnknownNameError for a name that nothing has.
    """
    areas = [picture.areas for picture in pictures]
    boxes: list[Box] = []
    for mask in masks:
        if not isinstance(mask, str):
            boxes.append(mask)
            continue
        named = (mask, f"header_{mask}")
        found = [box for each in areas for name in named for box in each.get(name, ())]
        known = {name.removeprefix("header_") for each in areas for name in each}
        if not found and mask not in ALWAYS:
            raise UnknownNameError("mask", mask, sorted(known | set(ALWAYS)))
        boxes += found
    return boxes
