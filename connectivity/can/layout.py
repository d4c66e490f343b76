"""The messages of the CAN bus, read from the DBC when first needed; packs and unpacks them.

Reads what the DBC of this project uses: little-endian unsigned signals, one multiplexer, cycle
times, value tables. cantools would cost a tenth of a second at every start; tests compare with it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Self, TypeVar

from models.errors import PcmError

DBC_FILE = Path(__file__).resolve().parents[2] / "assets" / "dbc" / "pcm_infotainment.dbc"
EXTENDED = 1 << 31
"""Marks a 29-bit id, here as in a DBC."""

Values = Mapping[str, float]
T = TypeVar("T")


class DbcError(PcmError):
    """The DBC cannot be used; names file and line."""


class _Named(dict[str, T]):
    """By name; one that code needs and the DBC lacks is an error of the DBC."""

    def __missing__(self, name: str) -> T:
        raise DbcError(f"{DBC_FILE}: there is no {name}, which the program needs")


@dataclass(frozen=True, slots=True)
class Signal:
    """One signal. Its value is raw * factor + offset, meant to be within low and high."""

    name: str
    start: int  # lowest bit, counted from the least one of byte 0
    length: int
    factor: float
    offset: float
    low: float
    high: float
    mux: int | None = None  # stands in frames with this value of the multiplexer
    words: tuple[tuple[int, str], ...] = ()

    @property
    def mask(self) -> int:
        return (1 << self.length) - 1

    def value(self, frame: int) -> float:
        """The value in a frame taken as one little-endian number."""
        raw = (frame >> self.start) & self.mask
        whole = self.factor == 1 and self.offset == int(self.offset)
        return raw + int(self.offset) if whole else round(raw * self.factor + self.offset, 6)

    def raw(self, value: float) -> int:
        """The bits of a value, kept within the signal's limits."""
        kept = min(max(value, self.low), self.high)
        return round((kept - self.offset) / self.factor) & self.mask

    def word(self, value: float) -> str:
        """The value as the DBC's table names it."""
        return dict(self.words).get(int(value), f"{value:g}")


@dataclass(frozen=True)
class Message:
    """One message. `period_s` 0: it has none."""

    name: str
    id: int
    length: int
    sender: str
    signals: tuple[Signal, ...]
    period_s: float = 0.0

    def __deepcopy__(self, memo: Mapping[int, object]) -> Self:
        """Nothing of it changes: a copied world keeps it, which saves two thirds of the copying."""
        return self

    @cached_property
    def by_name(self) -> Mapping[str, Signal]:
        return _Named((signal.name, signal) for signal in self.signals)

    @cached_property
    def multiplexer(self) -> Signal | None:
        return self.by_name.get(f"{self.name}_MUX")

    @cached_property
    def checksum(self) -> Signal | None:
        return self.by_name.get(f"{self.name}_CRC")

    @cached_property
    def counter(self) -> Signal | None:
        return self.by_name.get(f"{self.name}_BZ")

    @cached_property
    def payload_mask(self) -> int:
        """The bits that mean something: without checksum and counter."""
        kept = (1 << 8 * self.length) - 1
        for signal in filter(None, (self.checksum, self.counter)):
            kept &= ~(signal.mask << signal.start)
        return kept

    def pack(self, values: Values) -> bytes:
        """The frame of these values; what is not named is 0."""
        frame = 0
        for name, value in values.items():
            signal = self.by_name[name]
            frame |= signal.raw(value) << signal.start
        return frame.to_bytes(self.length, "little")

    def unpack(self, frame: int) -> dict[str, float]:
        """The values in a frame taken as one little-endian number."""
        part = int(self.multiplexer.value(frame)) if self.multiplexer else None
        return {s.name: s.value(frame) for s in self.signals if s.mux is None or s.mux == part}


@dataclass(frozen=True)
class Layout:
    """All messages of the bus. faults: what of the file could not be read, one line each."""

    messages: tuple[Message, ...]
    faults: tuple[str, ...] = ()

    @cached_property
    def by_id(self) -> dict[int, Message]:
        return {message.id: message for message in self.messages}

    @cached_property
    def by_name(self) -> Mapping[str, Message]:
        return _Named((message.name, message) for message in self.messages)


@cache
def load_layout() -> Layout:
    return read_layout(DBC_FILE)


def read_layout(path: Path) -> Layout:
    """Read a DBC; a message with a fault is left out. Raises DbcError when there is no text."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DbcError(f"{path}: {error}") from None
    found: dict[int, Message] = {}
    wrong: dict[int, str] = {}  # the id of a message -> its first fault
    about = -1
    for number, line in _statements(text):
        named = _ABOUT.match(line)
        about = int(named.group(1)) if named else about  # a signal is of the message before it
        if about in wrong:
            continue
        try:
            _read(line, found)
        except (ValueError, KeyError) as error:
            wrong[about] = f"{path}:{number}: {error}"
    sound = (message for message in found.values() if message.id not in wrong)
    kept = tuple(message for message in sound if message.period_s)  # each one has a period
    return Layout(kept, tuple(wrong.values()))


_ABOUT = re.compile(r'(?:BO_|VAL_|BA_ "\w+" BO_) (\d+)')


def _statements(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith(("BO_ ", "SG_ ", "BA_ ", "VAL_ ")):
            yield number, line.strip()


_MESSAGE = re.compile(r"BO_ (\d+) (\w+) ?: (\d+) (\w+)")
_SIGNAL = re.compile(
    r"SG_ (\w+) (M|m\d+)? ?: (\d+)\|(\d+)@1\+ \(([^,]+),([^)]+)\) \[([^|]+)\|([^\]]+)\] .*"
)
_PERIOD = re.compile(r'BA_ "GenMsgCycleTime" BO_ (\d+) (\d+) ?;')
_TABLE = re.compile(r"VAL_ (\d+) (\w+) (.*);")
_WORD = re.compile(r'(\d+) "([^"]*)"')


def _read(line: str, found: dict[int, Message]) -> None:
    if matched := _MESSAGE.fullmatch(line):
        id_, name, length, sender = matched.groups()
        found[int(id_)] = Message(name, int(id_), int(length), sender, ())
    elif matched := _SIGNAL.fullmatch(line):
        if not found:
            raise ValueError("a signal before the first message")
        last = list(found.values())[-1]
        signal = _signal(matched)
        if signal.start + signal.length > 8 * last.length:
            raise ValueError(f"{signal.name} does not fit into {last.name} of {last.length} bytes")
        found[last.id] = replace(last, signals=(*last.signals, signal))
    elif matched := _PERIOD.fullmatch(line):
        message = _known(found, matched.group(1))
        found[message.id] = replace(message, period_s=int(matched.group(2)) / 1000)
    elif matched := _TABLE.fullmatch(line):
        message = _known(found, matched.group(1))
        if matched.group(2) not in message.by_name:
            raise ValueError(f"{message.name} has no signal {matched.group(2)}")
        words = tuple((int(value), word) for value, word in _WORD.findall(matched.group(3)))
        signals = tuple(
            replace(s, words=words) if s.name == matched.group(2) else s for s in message.signals
        )
        found[message.id] = replace(message, signals=signals)
    elif not line.startswith("BA_ "):
        raise ValueError(f"cannot be read: {line[:60]}")


def _known(found: dict[int, Message], id_: str) -> Message:
    if int(id_) not in found:
        raise ValueError(f"no message has the id {id_}")
    return found[int(id_)]


def _signal(matched: re.Match[str]) -> Signal:
    name, mux, start, length, *numbers = matched.groups()
    factor, offset, low, high = (float(number) for number in numbers)
    if factor == 0 or int(length) == 0:
        raise ValueError(f"{name}: factor and length are not 0")
    part = int(mux[1:]) if mux and mux != "M" else None
    return Signal(name, int(start), int(length), factor, offset, low, high, part)
