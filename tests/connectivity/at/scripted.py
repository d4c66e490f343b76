"""A tiny modem of its own for tests of the driver: a table of command lines and their answers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from connectivity.at.modem import AtModem
from connectivity.messages.modem import ModemEvent

Kind = TypeVar("Kind")

READY_IN_ITALY: dict[str, Sequence[str]] = {
    "AT+CPIN?": ("+CPIN: READY", "OK"),
    "AT+CPINR": ("+CPINR: SIM PIN,3,3", "+CPINR: SIM PUK,10,10", "OK"),
    "AT+CCID": ("+CCID: 8939010000000000017", "OK"),
    'AT+CLCK="SC",2': ("+CLCK: 1", "OK"),
    "AT+CRSM=176,28486,0,0,17": ('+CRSM: 144,0,"0043617264FFFFFFFF"', "OK"),
    "AT+CREG?": ('+CREG: 2,1,"00A1","0000B2C3",7', "OK"),
    "AT+CGREG?": ('+CGREG: 2,1,"00A1","0000B2C3",7', "OK"),
    "AT+CEREG?": ('+CEREG: 2,1,"00A1","0000B2C3",7', "OK"),
    "AT+COPS=3,2;+COPS?;+COPS=3,0;+COPS?;+CSQ": (
        '+COPS: 0,2,"22201",7',
        '+COPS: 0,0,"Rete Blu",7',
        "+CSQ: 17,99",
        "OK",
    ),
    "AT+CSQ": ("+CSQ: 17,99", "OK"),
    "AT+CIREG?": ("+CIREG: 1,1", "OK"),
    "AT+CLCC": ("OK",),
}
"""An open card at home on LTE, three bars."""
OK: Sequence[str] = ("OK",)
SETTINGS = (
    "AT", "ATE0Q0V1", "AT+CMEE=1", "AT+CREG=2", "AT+CGREG=2", "AT+CEREG=2", "AT+CIREG=1",
    "AT+CLIP=1", "AT+CGEREP=2,1", "AT+CMGF=0", "AT+CNMI=2,1", "AT+CMER=3,0,0,1",
)  # fmt: skip


@dataclass
class ScriptedModem:
    """A channel with a modem at its end that answers from `script`, else ERROR.

    echo: repeats what it is told; mute: says nothing; heard: every command line.
    """

    script: dict[str, Sequence[str]] = field(default_factory=dict)
    echo: bool = False
    mute: bool = False
    gone: str = ""
    real: bool = False
    numeric: bool = False
    heard: list[str] = field(default_factory=list)
    out: bytes = b""

    def __post_init__(self) -> None:
        self.script = dict.fromkeys(SETTINGS, OK) | self.script

    def write(self, data: bytes) -> None:
        for line in data.decode().split("\r")[:-1]:
            self.heard.append(line)
            if self.mute or self.gone:
                continue
            if self.echo:
                self.out += f"{line}\r".encode()
            answer = self.script.get(line, ("ERROR",))
            if self.numeric and line in ("AT", "ATE0Q0V1"):
                self.out += b"0\r"
            else:
                self.say(*answer)

    def say(self, *lines: str) -> None:
        """Lines as a modem frames them (V.250 5.7.1)."""
        for line in lines:
            self.out += f"\r\n{line}\r\n".encode()

    def read(self) -> bytes:
        said, self.out = self.out, b""
        return said

    def reopen(self) -> None:
        """The test says when it is back."""


def last_of(events: Iterable[ModemEvent], kind: type[Kind]) -> Kind:
    """The last event of a kind."""
    found = [event for event in events if isinstance(event, kind)]
    assert found, f"no {kind.__name__} came"
    return found[-1]


def settled(driver: AtModem) -> list[ModemEvent]:
    """Everything that the driver tells until it is quiet."""
    events: list[ModemEvent] = []
    while came := driver.drain():
        events += came
    return events
