"""Frames that nobody should send: random ones, and right ones with something wrong in them."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from connectivity.can.bus import Frame
from connectivity.can.layout import EXTENDED, load_layout
from connectivity.can.protection import protect

IDS = 1 << 11


def frames(random: Random, count: int, heard: dict[int, bytes]) -> Iterator[Frame]:
    """A quarter each: any id and bytes; known ids with any bytes; right frames with a bit turned;
    and frames with any values under a right counter and checksum. `heard`: right frames by id.
    """
    messages = load_layout().messages
    known = [message.id for message in messages]
    for number in range(count):
        at = random.getrandbits(32)
        data = random.getrandbits(64).to_bytes(8, "little")
        match number % 4:
            case 0:
                id_ = at % IDS if at & 1 << 30 else at % (1 << 29) | EXTENDED
                yield id_, data[: at >> 16 & 15]
            case 1:
                yield known[at % len(known)], data[: 8 if at & 1 << 29 else at >> 16 & 15]
            case 2:
                id_ = known[at % len(known)]
                right = heard.get(id_, data)
                bit = 1 << (at >> 8) % (8 * len(right) or 8)
                wrong = int.from_bytes(right, "little") ^ bit
                yield id_, (wrong % (1 << 8 * len(right))).to_bytes(len(right), "little")
            case _:
                message = messages[at % len(messages)]
                yield message.id, protect(message, data[: message.length], at >> 16)
