"""The bytes between the driver and a modem: what a channel is, and the one inside this process."""

from typing import Protocol


class Stream(Protocol):
    """One client's session with a modem: takes bytes, has bytes to say."""

    def write(self, data: bytes) -> None: ...

    def read(self) -> bytes: ...


class Channel(Stream, Protocol):
    """A way to a modem. Neither reading nor writing blocks or raises."""

    gone: str  # why there is no modem at the other end, "" when there is one
    real: bool  # outside this process: its answers take real time

    def reopen(self) -> None:
        """Look whether the modem came back; `gone` tells."""
        ...


class LoopChannel:
    """To a modem emulator in this process, which answers at once and is never gone."""

    gone = ""
    real = False

    def __init__(self, stream: Stream) -> None:
        self.write, self.read = stream.write, stream.read

    def reopen(self) -> None:
        """It was never gone."""
