"""A port whose other end a test holds: what it is sent comes back."""

import socket
from contextlib import suppress


class Echo:
    """A port that sends back what a program sends it."""

    gather_s = 0.0

    def __init__(self) -> None:
        self.inside, self.program = socket.socketpair()
        self.inside.setblocking(False)

    def filenos(self) -> tuple[int, ...]:
        return (self.inside.fileno(),)

    def serve(self) -> None:
        with suppress(BlockingIOError):
            self.inside.send(self.inside.recv(100))

    def close(self) -> None:
        self.inside.close()
        self.program.close()
