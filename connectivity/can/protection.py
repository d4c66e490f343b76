"""Counter and checksum of a frame: VW's CRC-8 over all bytes but the first, and a constant an id.

Polynomial 0x2F, start 0xFF, inverted at the end; checked on frames of a PCM 5 (domain:7.9).
"""

from connectivity.can.layout import Message

DATA_IDS = {"Klemmen_Status_01": 0xC3, "SIM_CHARGE_01": 0x51, "PCM_STATUS_01": 0x52}
"""The constant of each message that has a checksum, the same for all counters; the last two are
this simulator's own.
"""


def _row(value: int) -> int:
    for _ in range(8):
        value = (value << 1) ^ (0x12F if value & 0x80 else 0)
    return value


_TABLE = bytes(_row(value) for value in range(256))


def checksum(message: Message, data: bytes) -> int:
    """The right value of byte 0."""
    crc = 0xFF
    for byte in data[1:]:
        crc = _TABLE[crc ^ byte]
    return _TABLE[crc ^ DATA_IDS[message.name]] ^ 0xFF


def protect(message: Message, data: bytes, counter: int) -> bytes:
    """The frame with its counter and checksum, as far as the message has them."""
    if message.counter:
        number = int.from_bytes(data, "little") | (counter & 15) << message.counter.start
        data = number.to_bytes(message.length, "little")
    if message.checksum:
        data = bytes((checksum(message, data),)) + data[1:]
    return data
