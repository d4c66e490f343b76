"""AT lines that nobody should send: random bytes, and right lines with something wrong in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

from connectivity.outside.modem.commands import COMMANDS

VALUES = (
    '"1234"',
    "0",
    "1",
    "2",
    "99999999999",
    '"',
    '"IP"',
    "-1",
    "0,0,0,0",
    '"+39 06"',
    "7FH",
    "",
)
RIGHT = (
    'AT+CPIN="1234"', "ATD112;", "ATD0612345;", "AT+COPS=1,2,\"22201\"", "AT+CFUN=1,1", "ATH",
    'AT+CGDCONT=1,"IP","internet"', "AT+CREG=2;+CGREG=2;+CEREG=2", "ATE0V1Q0", "AT&F", "A/",
    'AT+CLCK="SC",2', 'AT+CPWD="SC","1234","4321"', "AT+CMGF=1", 'AT+CMGS="123"', "ATS3=13S4=10",
)  # fmt: skip
FORMS = ("", "?", "=?", "=")
EDGES = b"\r\n\x08\x1a\x1b\x00\xff"


def right_line(random: Random) -> bytes:
    """A line that a modem may get, of one to three commands."""
    if random.randrange(3) == 0:
        return random.choice(RIGHT).encode("latin-1")
    names = sorted(COMMANDS)
    parts = []
    for _ in range(random.randrange(1, 4)):
        form = random.choice(FORMS)
        values = ",".join(random.choices(VALUES, k=random.randrange(1, 4))) if form == "=" else ""
        parts.append(f"{random.choice(names)}{form}{values}")
    return f"AT{';'.join(parts)}".encode("latin-1")


def _flip(random: Random, line: bytearray) -> None:
    line[random.randrange(len(line))] = random.randrange(256)


def _put_in(random: Random, line: bytearray) -> None:
    line.insert(random.randrange(len(line)), random.choice(EDGES))


def _cut(random: Random, line: bytearray) -> None:
    del line[random.randrange(len(line)) :]


def _double(random: Random, line: bytearray) -> None:
    line += line * random.randrange(1, 4)


CHANGES: tuple[Callable[[Random, bytearray], None], ...] = (_flip, _put_in, _cut, _double)


def lines(random: Random, count: int) -> Iterator[bytes]:
    """Half of them random bytes, half right lines with up to three changes."""
    for number in range(count):
        if number % 2:
            line = bytearray(right_line(random))
            for change in random.sample(CHANGES, k=random.randrange(4)):
                if line:
                    change(random, line)
        else:
            line = bytearray(random.randbytes(random.randrange(40)))
            if number % 4:
                line[:0] = b"AT"
        yield bytes(line) + b"\r"
